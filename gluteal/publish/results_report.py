"""The report over a class's progress files: tables, charts, and a page that prints."""

import re
from pathlib import Path

from gluteal.models.item_analysis import FEWEST_LEARNERS, FEWEST_OTHERS
from gluteal.publish import embed, results_table
from gluteal.publish.embed import PublishError
from gluteal.publish.tables import write_table

PAGE = "class-results.html"
CHARTS = ("by-objective", "questions")
QUESTIONS, OBJECTIVES, LEARNERS, REFUSED = "questions.csv", "objectives.csv", "learners.csv", "not-read.csv"
FILES = (PAGE, *(f"{name}.{kind}" for name in CHARTS for kind in ("svg", "png")),
         QUESTIONS, OBJECTIVES, LEARNERS, REFUSED)  # fmt: skip
LISTED = 100
"""So many refused files stand on the page; the table has all."""
TALKED = 6
"""So many questions are proposed for a talk in class."""
HARD = 0.6
"""Convention of these lessons: a question is worth a talk when fewer were right at the first try."""


def check_free(out, force):
    """Refuse to write over what is there, before any work is done.

    Raises
    ------
    PublishError
        When a file of the report is there and ``force`` is not set, or ``out`` is a file.
    """
    if out.exists() and not out.is_dir():
        raise PublishError(f"{out} is a file; name a folder for the report.")
    there = [name for name in FILES if (out / name).exists()]
    if there and not force:
        raise PublishError(
            f"{out} already holds {', '.join(there)}. Name another folder with --out, "
            "or replace them with --force."
        )


def write(reading, out):
    """Write the report; the same files handed in give the same report.

    Parameters
    ----------
    reading : gluteal.publish.results_folder.Reading
    out : Path
        A folder; it is made where there is none.

    Returns
    -------
    gluteal.publish.results_table.ClassResults

    Raises
    ------
    PublishError
        When no progress file could be read, or nothing can be written.
    """
    if not reading.learners:
        raise PublishError(_nothing(reading))
    found = results_table.results(reading.learners)
    try:
        _write(reading, found, out)
    except OSError as error:
        reason = error.strerror or "it is not writable"
        raise PublishError(f"{out} cannot be written ({reason}); name another folder with --out.") from None
    return found


def _nothing(reading):
    shown = "\n".join(f"  {name}: {reason}" for name, reason in reading.refused[:5])
    more = f"\n  and {len(reading.refused) - 5} more" if len(reading.refused) > 5 else ""
    return f"No file in {reading.folder} is a progress file with answers:\n{shown}{more}"


def _write(reading, found, out):
    out.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (out / name).unlink(missing_ok=True)
    _write_charts(found, out)
    write_table(out / QUESTIONS, question_rows(found))
    write_table(out / OBJECTIVES, objective_rows(found))
    write_table(out / LEARNERS, learner_rows(reading, found))
    write_table(out / REFUSED, [("file", "reason"), *reading.refused])
    (out / PAGE).write_text(page(reading, found, out), encoding="utf-8", newline="\n")


def _write_charts(found, out):
    import matplotlib

    from gluteal.drawing import canvas, class_results

    drawn = {}
    if rows := _chart_rows(found):
        drawn["by-objective"] = class_results.shares_chart, rows
    if spots := _spots(found):
        drawn["questions"] = class_results.item_map, spots
    with matplotlib.rc_context(canvas.settings()):
        for name, (draw, data) in drawn.items():
            canvas.write(draw(data), out / f"{name}.svg", out / f"{name}.png")


def _chart_rows(found):
    from gluteal.drawing.class_results import Row

    return [
        Row(
            f"{one.lesson.id} · {one.lesson.title}", one.text, one.result.share,
            *_ends(one.result.interval), one.result.learners,
        )
        for one in found.objectives
        if one.result.learners
    ]  # fmt: skip


def _spots(found):
    from gluteal.drawing.class_results import Spot

    return [Spot(one.item.id, one.result.difficulty, one.result.discrimination) for one in compared(found)]


def _ends(interval):
    return (interval.low, interval.high) if interval else (None, None)


def _share(value):
    return "" if value is None else f"{value:.3f}"


def question_rows(found):
    """Yield the rows of the table of questions.

    Parameters
    ----------
    found : gluteal.publish.results_table.ClassResults
    """
    yield (
        "question", "lesson", "objective", "role", "kind", "stem", "learners", "right_at_first_try",
        "difficulty", "difficulty_low", "difficulty_high", "discrimination", "learners_compared",
        "most_chosen_wrong", "learners_who_chose_it",
    )  # fmt: skip
    for one in found.questions:
        item, result = one.item, one.result
        numbers = map(_share, (result.difficulty, *_ends(result.interval), result.discrimination))
        yield (
            item.id, item.lesson, item.objective, item.role, item.kind, item.stem, result.n, result.right,
            *numbers, result.compared, one.wrong, one.wrong_count or "",
        )  # fmt: skip


def objective_rows(found):
    """Yield the rows of the table of objectives; see `question_rows`."""
    yield "lesson", "objective", "text", "questions", "learners", "answers", "share_right", "low", "high"
    for one in found.objectives:
        result = one.result
        numbers = map(_share, (result.share, *_ends(result.interval)))
        yield one.lesson.id, one.number, one.text, one.questions, result.learners, result.answers, *numbers


def learner_rows(reading, found):
    """Yield the rows of the table of learners: what was handed in, how much was answered."""
    yield "files", "questions_answered", "share_right_at_first_try"
    for learner, (count, share) in zip(reading.learners, found.shares, strict=True):
        yield "; ".join(learner.files), count, _share(share)


def to_talk_about(found):
    """Return the questions that are worth a talk in class: the hardest ones, hardest first."""
    asked = [one for one in found.questions if one.result.n and not one.is_prediction]
    hard = [one for one in asked if one.result.difficulty < HARD]
    return sorted(hard, key=lambda one: (one.result.difficulty, one.item.id))[:TALKED]


def compared(found):
    """Return the questions that have a discrimination; predictions are left out."""
    known = [one for one in found.questions if one.result.discrimination is not None]
    return [one for one in known if not one.is_prediction]


def poor(found):
    """Return the questions that hardly tell learners apart, or the wrong way round, worst first."""
    from gluteal.drawing.class_results import POOR

    low = [one for one in compared(found) if one.result.discrimination < POOR]
    return sorted(low, key=lambda one: (one.result.discrimination, one.item.id))


def page(reading, found, out):
    """Return the page of the report.

    Parameters
    ----------
    reading : gluteal.publish.results_folder.Reading
    found : gluteal.publish.results_table.ClassResults
    out : Path
        The folder in which the charts already lie.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from gluteal.lesson.blocks import inline

    made = Environment(
        loader=FileSystemLoader(embed.TEMPLATES), undefined=StrictUndefined, autoescape=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["inline"] = inline
    return made.get_template("results.html.j2").render(
        reading=reading, found=found, n=len(reading.learners), listed=reading.refused[:LISTED],
        talk=to_talk_about(found), poor=poor(found), charts={name: _picture(out, name) for name in CHARTS},
        few=FEWEST_LEARNERS, others=FEWEST_OTHERS,
        files=[name for name in FILES[1:] if (out / name).exists()],
    )  # fmt: skip


def _picture(out, name):
    path = Path(out) / f"{name}.svg"
    if not path.exists():
        return ""
    return re.sub(r"^.*?(?=<svg)", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def summary(reading, found, out):
    """Return what the command says at its end."""
    n, refused = len(reading.learners), len(reading.refused)
    said = [f"Read {n} {'learner' if n == 1 else 'learners'}, {len(found.questions)} questions."]
    united = f"{reading.united} of them handed in more than one file; these are united."
    few = f"Fewer than {FEWEST_LEARNERS} learners: no discrimination is given."
    said += [united] if reading.united else []
    said += [f"Not read: {refused}, listed with the reason in {out / REFUSED}."] if refused else []
    said += [few] if n < FEWEST_LEARNERS else []
    return "\n".join([*said, f"Open {out / PAGE} in a browser."])
