"""README.md keeps step with the lessons, and its Binder link can be replaced by one command."""

import re
import shutil

import pytest

from gluteal import binder, catalogue

LINKED = r"\[(?P<linked>[^\]]+)\]\((?P<file>[^)]+)\)"
ROW = re.compile(rf"^\| (\d\d) \| (?:{LINKED}|(?P<plain>[^|]+?)) \| (?P<question>[^|]+?) \|")


@pytest.fixture(scope="module")
def readme(root):
    """The text of README.md."""
    return (root / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def rows(readme):
    """The table of lessons: number → match."""
    return {found[1]: found for line in readme.splitlines() if (found := ROW.match(line))}


def test_the_table_lists_the_lessons_of_the_catalogue(rows):
    lessons = catalogue.load().lessons
    told = {number: ((row["linked"] or row["plain"]), row["question"]) for number, row in rows.items()}
    assert told == {one.id: (one.title, one.question) for one in lessons.values()}


def test_a_lesson_is_linked_when_it_exists_and_only_then(rows, root):
    for one in catalogue.load().lessons.values():
        exists = (root / "notebooks" / one.file).is_file()
        assert rows[one.id]["file"] == (f"notebooks/{one.file}" if exists else None)


def test_what_the_readme_points_to_is_there(readme, root):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", readme) + re.findall(
        r'src="(?!https?:)([^"]+)"', readme
    )
    assert targets
    assert not [one for one in targets if not (root / one).exists()]


def test_the_two_commands_stand_on_the_first_screen(readme):
    first = "\n".join(readme.splitlines()[:45])
    assert all(words in first for words in ("make lab", "make test", "py run.py lab", "mybinder.org", "<img"))


def test_the_binder_link_is_replaced_between_its_marks_and_nothing_else(root, tmp_path):
    page = tmp_path / "README.md"
    shutil.copy(root / "README.md", page)
    before = page.read_text("utf-8")
    link = binder.link("https://github.com/somebody/lessons.git")
    binder.write(link, page)
    after = page.read_text("utf-8")
    assert link in after and "OWNER" not in after.split(binder.START)[1].split(binder.END)[0]
    outside = [text.split(binder.START)[0] + text.split(binder.END)[1] for text in (before, after)]
    assert outside[0] == outside[1]


@pytest.mark.parametrize(
    "text", ["no marks", f"{binder.END} {binder.START}", f"{binder.START} {binder.START} {binder.END}"]
)
def test_without_its_marks_the_readme_is_left_alone(tmp_path, text):
    page = tmp_path / "README.md"
    page.write_text(text, "utf-8")
    with pytest.raises(ValueError, match="needs the marks"):
        binder.write("https://mybinder.org", page)
    assert page.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("https://github.com/owner/repo", "gh/owner/repo/"),
        ("https://github.com/owner/repo.git", "gh/owner/repo/"),
        ("https://token@github.com/owner/repo.git/", "gh/owner/repo/"),
        ("git@github.com:owner/repo.git", "gh/owner/repo/"),
        ("ssh://git@github.com:22/owner/repo.git", "gh/owner/repo/"),
        ("git@gitlab.com:group/sub/repo.git", "gl/group%2Fsub%2Frepo/"),
        ("https://codeberg.org/owner/repo.git", "git/https%3A%2F%2Fcodeberg.org%2Fowner%2Frepo.git/"),
    ],
)
def test_the_link_is_derived_from_every_kind_of_address(address, part):
    assert binder.link(address).startswith(f"https://mybinder.org/v2/{part}HEAD?urlpath=lab%2Ftree%2F")


@pytest.mark.parametrize(
    "address", ["", "/srv/git/repo.git", r"C:\lessons\repo", "https://github.com/owner", "../repo"]
)
def test_what_binder_cannot_reach_is_refused_with_a_sentence(address):
    with pytest.raises(ValueError, match=r"Binder needs one such as https://github\.com/OWNER/REPO"):
        binder.link(address)


def test_a_password_in_an_address_is_not_repeated():
    with pytest.raises(ValueError) as told:
        binder.link("https://me:secret@github.com/owner")
    assert "secret" not in str(told.value)


def test_without_a_remote_it_says_how_to_add_one(tmp_path):
    with pytest.raises(ValueError, match="git remote add origin"):
        binder.remote_address(tmp_path)
