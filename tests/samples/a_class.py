"""A class that never was: progress files of learners of different ability, the same every time."""

import random

from gluteal import catalogue, progress

LESSONS = ("01", "02", "03", "04", "05", "07")


def questions():
    """Return the questions of the bank on which the samples answer, predictions too."""
    return [item for item in catalogue.load().items.values() if item.lesson in LESSONS]


def record(number, items, seed=1):
    """Return what one learner answered: an able one is right more often; a second try may follow."""
    draw = random.Random(f"{seed}-{number}")
    ability, start, attempts = draw.gauss(0, 1), draw.randrange(10**9), []
    for place, item in enumerate(items):
        easy = random.Random(item.id).gauss(0.6, 1)
        right = draw.random() < 1 / (1 + 2.718 ** -(ability + easy))
        answer = item.solution if right else wrong(item, draw)
        attempts.append(attempt(item, answer, start + 60_000 * place))
        if draw.random() < 0.2:
            attempts.append(attempt(item, item.solution, start + 60_000 * place + 20_000))
    return progress.Progress(tuple(attempts))


def wrong(item, draw):
    """Return a wrong answer to a question; some wrong answers are chosen more often than others."""
    if item.kind in ("choice", "click"):
        return draw.choice([one.id for one in item.options if not one.correct][:2])
    if item.kind == "several":
        return [one.id for one in item.options if one.correct][1:] or [item.options[-1].id]
    if item.kind == "order":
        first, second, *rest = item.solution
        return [second, first, *rest]
    if item.kind == "match":
        return dict.fromkeys(item.solution, item.targets[0][0])
    return item.value + 3 * item.tolerance + 1


def attempt(item, answer, milliseconds):
    """Return one attempt at so many milliseconds after the beginning of term."""
    rest, ms = divmod(milliseconds, 1000)
    days, seconds = divmod(rest, 86_400)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}Z"
    at = f"2026-{3 + days // 28:02}-{1 + days % 28:02}T{clock}"
    from gluteal.catalogue.quiz import grade

    judged = grade(item, answer)
    return progress.Attempt(item.id, answer, judged.correct, round(judged.score, 4), at)


def hand_in(folder, count, items=None, seed=1):
    """Write the files of so many learners."""
    items = items or questions()
    for number in range(count):
        progress.write(folder / f"student-{number:04}" / "progress.json", record(number, items, seed))
    return folder
