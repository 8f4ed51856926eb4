"""How often each course of the sciatic nerve was found: every published figure, its interval and sample."""

import re

from gluteal import catalogue
from gluteal.catalogue import name_of
from gluteal.drawing import furniture, style

HEIGHT_PT = 272.0
FACTS = {
    "piriformis-sciatic-nerve-type-a": "a",
    "piriformis-sciatic-nerve-type-a-poutoglidou2020": "a",
    "piriformis-sciatic-nerve-type-b": "b",
    "piriformis-sciatic-nerve-variants-smoll2010": "variant-cadavers",
    "piriformis-sciatic-nerve-variants-smoll2010-2": "variant-operated",
    "piriformis-sciatic-nerve-variants": "variant-east-asian",
}
"""Facts of the catalogue, one row of the chart each: the letter of a type, or the id of the words for it."""
_LEFT_PT, _RIGHT_PT, _TOP_PT, _LOW_PT = 200.0, 226.0, 40.0, 38.0


def said_of(letter):
    """Return the published frequencies of a type in a few characters.

    Parameters
    ----------
    letter : str
        ``"a"`` to ``"f"``.

    Examples
    --------
    >>> said_of("a")
    '85.2 % or 90 %'
    >>> said_of("d")
    'frequency not found'
    """
    facts = catalogue.load().muscle_facts
    found = [f"{facts[key].value:g} %" for key, own in FACTS.items() if own == letter]
    if len(found) > 1:
        return name_of("variant-or").format(*found)
    return found[0] if found else name_of("variant-unknown")


def chart(figure, left_pt, top_pt):
    """Draw the chart.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    left_pt, top_pt : float
        Its upper left corner, points from the lower left corner of the figure.

    Returns
    -------
    matplotlib.axes.Axes
    """
    width, height = figure.get_size_inches() * 72
    low, high = top_pt - HEIGHT_PT + _LOW_PT, top_pt - _TOP_PT
    box = (_LEFT_PT / width, low / height, (width - _LEFT_PT - _RIGHT_PT) / width, (high - low) / height)
    ax = figure.add_axes(box)
    for row, (key, own) in enumerate(FACTS.items()):
        _row(ax, row, catalogue.load().muscle_facts[key], own)
    _bare(ax)
    looks = {"size": style.SIZE_SMALL, "color": style.QUIET_INK}
    ax.set_xlabel(name_of("variant-axis"), **looks)
    place = {"transform": figure.dpi_scale_trans, "va": "bottom"}
    heading = {"size": style.SIZE_BODY, "weight": "bold"}
    ax.text(left_pt / 72, (high + 20) / 72, name_of("variant-heading"), **heading, **place)
    ax.text(left_pt / 72, (high + 6) / 72, name_of("variant-rare"), **looks, **place)
    return ax


def _bare(ax):
    """No frame; quiet vertical lines every 20 %."""
    ax.set(
        xlim=(0, 100), ylim=(len(FACTS) - 0.4, -0.6), yticks=[], xticks=range(0, 101, 20), facecolor="none"
    )
    ax.tick_params(labelsize=style.SIZE_SMALL, colors=style.QUIET_INK, length=3)
    ax.grid(axis="x", color=style.INK, alpha=0.12, lw=0.6)
    for side in ax.spines.values():
        side.set_visible(False)


def _row(ax, row, fact, own):
    low, high = (fact.ci_low, fact.ci_high) if fact.ci_low is not None else (fact.value, fact.value)
    ax.plot([low, high], [row, row], color=style.INK, lw=2.2, alpha=0.55, solid_capstyle="butt")
    ax.plot(fact.value, row, "o", ms=6, color=style.COLOURS["insertion"])
    looks = {"size": style.SIZE_SMALL, "va": "center", "weight": "bold", "color": style.INK}
    ax.text(high + 3, row, f"{fact.value:g} %", **looks)
    counted = name_of("variant-type").format(own.upper()) if len(own) == 1 else name_of(own)
    words = furniture.wrap(counted, 180, style.SIZE_SMALL)
    furniture.note(ax, (-2.5, row), words, ha="right", va="center", color=style.INK)
    source = catalogue.load().sources[fact.source_key].short
    furniture.note(ax, (106, row), f"{source}{_sample(fact)}", va="center")


def _sample(fact):
    """The sample, in a second line."""
    found = re.search(r"[\d ]*\d+ [a-z ]*(?:studies|limbs|cadavers)(?:, \d+ \w+)?", fact.population or "")
    return f"\n{found[0]}" if found else f"\n{name_of('variant-size-unknown')}"
