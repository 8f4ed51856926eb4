"""Two figures on kappa: from a table of two raters to it, and why one agreement can give two kappas."""

import numpy as np

from gluteal.catalogue import load, name_of
from gluteal.drawing import style
from gluteal.drawing.sheet import EDGE_PT, box, sheet, words
from gluteal.models.agreement import TwoByTwo
from gluteal.models.palpation import PalpationStudy, Rater

CELLS = ("both", "first-only", "second-only", "neither")
BOTH, DIFFER, NEITHER = style.COLOURS["insertion"], style.PAPER, "#dfe5ec"
REST = "#cfcac2"
SKILLS = (0.95, 0.9, 0.8, 0.7)
"""Sensitivity and specificity of both raters in the curves; for teaching, measured on nobody."""


def example(name):
    """Return a worked example of the catalogue as a table.

    Parameters
    ----------
    name : {"balanced", "unbalanced"}

    Returns
    -------
    gluteal.models.agreement.TwoByTwo

    Examples
    --------
    >>> example("balanced").cells
    (40.0, 9.0, 6.0, 45.0)
    """
    facts = load().statements
    return TwoByTwo(*(facts[f"kappa-example-{name}-{cell}"].value for cell in CELLS))


def two_by_two(ax=None):
    """Draw a table of two raters and the three steps from it to kappa.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    table = example("balanced")
    ax = sheet(780, 336, "two-by-two", ax)
    _grid(ax, 132, 84, table)
    found = table.measures()
    chance, agreed = found.chance_agreement, found.agreement
    percent = [100 * share for share in (agreed, chance, agreed - chance, 1 - chance)]
    _step(ax, 82, "two-by-two-agree", [(0, agreed, BOTH)], (table.both, table.neither, table.n, percent[0]))
    yes = (table.both + table.first_only, table.both + table.second_only)
    _step(ax, 152, "two-by-two-chance", [(0, chance, REST)], (*yes, percent[1]))
    parts = [(0, chance, REST), (chance, agreed, BOTH)]
    _step(ax, 222, "two-by-two-kappa", parts, (*percent[2:], found.kappa))
    words(ax, EDGE_PT, 312, name_of("two-by-two-note"), 716, color=style.QUIET_INK)
    return ax


def _grid(ax, left, top, table, side=84.0):
    for place, count in enumerate(table.cells):
        x, y = left + side * (place > 1), top + side * (place % 2)
        agree = place in (0, 3)
        box(ax, x, y, side, side, fc=(BOTH, DIFFER, DIFFER, NEITHER)[place], hatch="" if agree else "///")
        if not agree:
            box(ax, x + 22, y + 24, side - 44, side - 48, fc=style.PAPER, lw=0)
        looks = {"size": style.SIZE_TITLE, "weight": "bold", "ha": "center", "va": "center"}
        ink = style.PAPER if place == 0 else style.INK
        words(ax, x + side / 2, y + side / 2, f"{count:g}", color=ink, **looks)
    _grid_words(ax, left, top, table, side)


def _grid_words(ax, left, top, table, side):
    a, b, c, d = table.cells
    for number, key in enumerate(("yes", "no")):
        across, down = left + side * (number + 0.5), top + side * (number + 0.5)
        head, looks = f"two-by-two-first-{key}", {"weight": "bold"}
        words(ax, across, top - 8, name_of(head), ha="center", **looks)
        row = name_of(f"two-by-two-second-{key}")
        words(ax, left - 8, down, row, ha="right", va="center", **looks)
    for x, y, total in (
        (left + side * 2 + 10, top + side * 0.5, a + c), (left + side * 2 + 10, top + side * 1.5, b + d),
        (left + side * 0.5, top + side * 2 + 12, a + b), (left + side * 1.5, top + side * 2 + 12, c + d),
        (left + side * 2 + 10, top + side * 2 + 12, table.n),
    ):  # fmt: skip
        aside = "left" if x > left + side * 2 else "center"
        words(ax, x, y, f"{total:g}", va="center", ha=aside, color=style.QUIET_INK)


def _step(ax, top, key, parts, values, left=372.0, width=384.0):
    """One line of the reckoning: a bar of all patients, and the words with their numbers."""
    words(ax, left, top, name_of(key), size=style.SIZE_BODY, weight="bold")
    box(ax, left, top + 8, width, 18, fc=style.PAPER)
    for start, end, colour in parts:
        box(ax, left + width * start, top + 8, width * (end - start), 18, fc=colour)
    words(ax, left, top + 40, name_of(f"{key}-how").format(*values), color=style.QUIET_INK)


def kappa_paradox(ax=None):
    """Draw two tables of equal agreement and unequal kappa, and kappa of equal raters over all prevalences.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = sheet(780, 430, "kappa-paradox", ax)
    for number, name in enumerate(("balanced", "unbalanced")):
        _example(ax, 60, 92 + 158 * number, name)
    _curves(ax, (418, 734), (340, 92))
    words(ax, EDGE_PT, 388, name_of("kappa-paradox-note"), 716, va="top", color=style.QUIET_INK)
    return ax


def _example(ax, left, top, name, width=150.0, height=104.0):
    table = example(name)
    found, (a, b, c, d) = table.measures(), table.cells
    x = left + width * (a + b) / table.n
    for place, (at, wide, upper, lower) in enumerate(((left, x - left, a, b), (x, left + width - x, c, d))):
        cut = height * upper / (upper + lower)
        for y, tall, agree in ((top, cut, place == 0), (top + cut, height - cut, place == 1)):
            colour = (BOTH, NEITHER)[place] if agree else DIFFER
            box(ax, at, y, wide, tall, fc=colour, hatch="" if agree else "/////")
    words(ax, left, top - 8, name_of(f"kappa-paradox-{name}"), size=style.SIZE_BODY, weight="bold")
    lines = ("agreement", found.agreement), ("kappa", found.kappa), ("pabak", found.pabak)
    for line, (key, value) in enumerate(lines):
        y = top + 18 + 34 * line
        words(ax, left + width + 18, y, name_of(f"kappa-paradox-{key}"), color=style.QUIET_INK)
        said = f"{value * 100:.0f} %" if key == "agreement" else f"{value:.2f}"
        words(ax, left + width + 18, y + 15, said, size=style.SIZE_TITLE, weight="bold")


def _curves(ax, across, up):
    """Kappa in the long run of two equal raters, for all prevalences."""
    prevalences = np.linspace(0, 1, 101)
    x, y = (
        lambda share: across[0] + (across[1] - across[0]) * share,
        lambda kappa: up[0] + (up[1] - up[0]) * kappa,
    )
    words(ax, across[0], up[1] - 20, name_of("kappa-paradox-curves"), size=style.SIZE_BODY, weight="bold")
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        ax.plot(across, [y(tick)] * 2, color=style.INK, alpha=0.5 if tick == 0 else 0.14, lw=0.6)
        words(ax, across[0] - 6, y(tick), f"{tick:g}", ha="right", va="center", color=style.QUIET_INK)
        words(ax, x(tick), up[0] + 14, f"{tick * 100:.0f} %", ha="center", color=style.QUIET_INK)
    for number, skill in enumerate(SKILLS):
        found = [_kappa(prevalence, skill) for prevalence in prevalences]
        ax.plot(x(prevalences), y(np.array(found)), color=BOTH, lw=2.2 - 0.4 * number, label="curve")
        words(ax, x(0.5), y(max(found)) - 4, f"{skill * 100:.0f} %", ha="center", weight="bold", color=BOTH)
    words(ax, sum(across) / 2, up[0] + 30, name_of("kappa-paradox-axis"), ha="center", color=style.QUIET_INK)


def _kappa(prevalence, skill):
    rater = Rater(skill, skill)
    return PalpationStudy(float(prevalence), rater, rater).expected().measures().kappa
