"""`gluteal case`: a case as text, with its key only when it is asked for."""

from click.testing import CliRunner

from gluteal import __main__ as cli
from gluteal.models.case_generator import generate_case
from gluteal.models.case_text import case_text, key_text


def type_in(*words):
    """Run a command in this process."""
    return CliRunner().invoke(cli.main, list(words), prog_name="gluteal")


def test_it_prints_the_case_of_the_seed_without_its_key():
    told = type_in("case", "7", "--difficulty", "hard")
    assert told.exit_code == 0
    assert told.output.strip() == case_text(generate_case(7, "hard"))
    assert "Made from" not in told.output


def test_the_key_comes_when_it_is_asked_for():
    assert key_text(generate_case(7, "hard")) in type_in("case", "7", "--difficulty", "hard", "--key").output


def test_a_seed_that_does_not_exist_is_a_sentence():
    told = type_in("case", "--", "-3")
    assert told.exit_code == 1 and "Traceback" not in told.output
    assert "a seed is a whole number" in told.output
    assert type_in("case", "seven").exit_code == 2
