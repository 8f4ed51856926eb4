"""What was measured at trigger points, by part of the body: result, a dot for each person, source."""

from dataclasses import dataclass

from gluteal import catalogue
from gluteal.catalogue import name_of
from gluteal.drawing import page, style
from gluteal.drawing import trigger_point_page as tpp

NAME = "what-has-been-measured"
WIDTH_PT = 780.0
TOP_PT, HEAD_PT, GROUP_PT, ROW_PT, NOTE_PT = 44.0, 22.0, 28.0, 43.0, 66.0
WHAT_PT, FOUND_PT, DOTS_PT, SOURCE_PT = 16.0, 176.0, 412.0, 604.0
"""Left ends of the columns."""
DOT_STEP_PT, IN_A_LINE = 7.0, 26


@dataclass(frozen=True)
class Row:
    """One measurement.

    Attributes
    ----------
    words : str
        Ending of the ids of its words: ``measured-WORDS`` and ``measured-WORDS-found``.
    fact : str
        The statement with its number, sample, grade and source.
    values : tuple of str
        Attributes of the statement that fill the words of the result.
    count : str
        Ending of the id of the words for the sample.
    """

    words: str
    fact: str
    values: tuple[str, ...] = ()
    count: str = "people"


GROUPS = {
    "trapezius": (
        Row("size", "imaging-ultrasound-area", ("value", "sd")),
        Row("vibration", "imaging-vibration", ("value",)),
        Row("shear", "imaging-shear-wave-stiffness"),
        Row("substances", "biochemistry-substances", ("value_high",)),
        Row("noise", "endplate-noise-and-pain", ("value",), "points"),
        Row("biopsy", "contracted-foci-length"),
        Row(
            "threshold", "pressure-pain-threshold-upper-trapezius-pooled", ("lower", "low", "high"), "studies"
        ),
        Row("latent", "pressure-pain-threshold-discrimination", ("value",)),
    ),
    "buttock": (
        Row("strain", "imaging-vibration-active-against-latent", ("value",)),
        Row("map", "gluteus-medius-map-pressure-pain-threshold"),
        Row("nodule", "nodules-of-gluteus-medius", (), "unknown"),
    ),
}
COLOURS = {"trapezius": style.COLOURS["insertion"], "buttock": style.MUSCLES["gluteus-maximus"]}
STUDIES = 11
"""Of the meta-analysis of thresholds; it names no number of people."""


def what_has_been_measured(figure=None):
    """Draw the table.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    rows = sum(len(group) for group in GROUPS.values())
    height = TOP_PT + HEAD_PT + len(GROUPS) * GROUP_PT + rows * ROW_PT + NOTE_PT
    figure = figure or page.blank(WIDTH_PT, height)
    tpp.title(figure, name_of(NAME))
    top = height - TOP_PT
    _head(figure, top)
    top -= HEAD_PT
    for key, group in GROUPS.items():
        top = _group(figure, top, key, group)
    _notes(figure, top)
    return figure


def found(row):
    """Return a result in words, its numbers filled in from the facts.

    Examples
    --------
    >>> found(GROUPS["trapezius"][1])
    'Vibrates 27 % less than the muscle round it'
    """
    fact = catalogue.load().statements[row.fact]
    derived = {"lower": lambda: -fact.value, "low": lambda: -fact.ci_high, "high": lambda: -fact.ci_low}
    values = [derived[key]() if key in derived else getattr(fact, key) for key in row.values]
    pairs = zip(row.values, values, strict=True)
    said = [f"{value:.0f}" if key in derived else tpp.number(value) for key, value in pairs]
    return name_of(f"measured-{row.words}-found").format(*said)


def sample(row):
    """Return how many were examined: the number of dots (0 for none) and the words.

    Examples
    --------
    >>> sample(GROUPS["trapezius"][0])
    (9, '9 people')
    """
    number = catalogue.load().statements[row.fact].n or 0
    words = name_of(f"measured-{row.count}")
    return (number, words.format(number or STUDIES)) if number or row.count != "unknown" else (0, words)


def _head(figure, top):
    looks = {"weight": "bold", "color": style.INK}
    for left, key in zip(
        (WHAT_PT, FOUND_PT, DOTS_PT, SOURCE_PT), ("what", "found", "who", "source"), strict=True
    ):
        tpp.paragraph(figure, (left, top), name_of(f"measured-{key}"), 200, **looks)


def _group(figure, top, key, group):
    colour = COLOURS[key]
    height = GROUP_PT + len(group) * ROW_PT - 6
    tpp.panel(figure, (6, top - height, WIDTH_PT - 12, height), style.mix(style.PAPER, colour, 0.07))
    tpp.heading(figure, (WHAT_PT, top - 6), name_of(f"measured-{key}"), color=style.darker(colour, 0.2))
    for index, row in enumerate(group):
        _row(figure, top - GROUP_PT - index * ROW_PT, row, colour)
        if index:
            level = top - GROUP_PT - index * ROW_PT + 5
            tpp.rule(figure, (WHAT_PT, level), (WIDTH_PT - 16, level), alpha=0.12)
    return top - GROUP_PT - len(group) * ROW_PT


def _row(figure, top, row, colour):
    fact = catalogue.load().statements[row.fact]
    tpp.paragraph(
        figure, (WHAT_PT, top), name_of(f"measured-{row.words}"), FOUND_PT - WHAT_PT - 10, color=style.INK
    )
    tpp.paragraph(figure, (FOUND_PT, top), found(row), DOTS_PT - FOUND_PT - 14, color=style.INK)
    number, words = sample(row)
    lines = -(-number // IN_A_LINE)
    _dots(figure, (DOTS_PT + 2, top - 5), number, colour)
    tpp.paragraph(figure, (DOTS_PT, top - DOT_STEP_PT * lines - 3 * bool(lines)), words, SOURCE_PT - DOTS_PT)
    source = catalogue.load().sources[fact.source_key].short
    low = tpp.paragraph(figure, (SOURCE_PT, top), source, WIDTH_PT - SOURCE_PT - 14, color=style.INK)
    tpp.paragraph(figure, (SOURCE_PT, low), tpp.grade_sign(fact.grade), WIDTH_PT - SOURCE_PT)


def _dots(figure, at, number, colour):
    from matplotlib.lines import Line2D

    places = [divmod(index, IN_A_LINE) for index in range(number)]
    x = [(at[0] + DOT_STEP_PT * column) / 72 for _, column in places]
    y = [(at[1] - DOT_STEP_PT * line) / 72 for line, _ in places]
    looks = {"marker": "o", "ms": 5.0, "mfc": colour, "mec": "none", "lw": 0, "label": "people"}
    figure.add_artist(Line2D(x, y, transform=figure.dpi_scale_trans, **looks))


def _notes(figure, top):
    mixed = catalogue.load().statements["imaging-vibration-active-against-latent"].n
    room, looks = WIDTH_PT - 4 * WHAT_PT, {"color": style.INK}
    low = tpp.paragraph(figure, (WHAT_PT, top - 10), name_of("measured-not"), room, weight="bold", **looks)
    words = f"{name_of('measured-dot')} {name_of('measured-mixed').format(mixed)}"
    tpp.paragraph(figure, (WHAT_PT, low - 3), words, room)
