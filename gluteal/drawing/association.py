"""Association is not cause: one association as it was seen, and four stories that all bring it about."""

from dataclasses import dataclass

from gluteal.catalogue import load, name_of
from gluteal.drawing import page, style
from gluteal.drawing import trigger_point_page as tpp

NAME = "association-is-not-cause"
WIDTH_PT, HEIGHT_PT = 780.0, 508.0
FACT = "gluteal-points-in-radiculopathy"
SEEN_PER_100 = (76, 2)
"""Of 100 people with a painful root, and of 100 healthy ones; the fact's numbers, whole people."""
DOT_PT, DOTS_TOP_PT = 11.0, 74.0
DOTS_LEFT_PT = (16.0, 400.0)
PANELS_TOP_PT, PANEL_PT, GAP_PT, PANEL_HEIGHT_PT = 232.0, 178.0, 12.0, 236.0
NODE_PT = (70.0, 28.0)
INK_OF = {"back": style.COLOURS["insertion"], "points": style.COLOURS["origin"], "third": style.INK}


@dataclass(frozen=True)
class Story:
    """A way in which the association may come about.

    Attributes
    ----------
    key : str
        Its words are ``association-KEY`` and ``association-KEY-test``.
    arrows : tuple of (str, str)
        From node to node: ``back``, ``points``, ``third``.
    third_above : bool or None
        Whether the third node stands above the two, below them, or not at all.
    """

    key: str
    arrows: tuple[tuple[str, str], ...]
    third_above: bool | None = None


STORIES = (
    Story("cause", (("back", "points"),)),
    Story("reverse", (("points", "back"),)),
    Story("common", (("third", "back"), ("third", "points")), third_above=True),
    Story("selection", (("back", "third"), ("points", "third")), third_above=False),
)


def association_is_not_cause(figure=None):
    """Draw the association and the four stories.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure = figure or page.blank(WIDTH_PT, HEIGHT_PT)
    tpp.title(figure, name_of(NAME))
    tpp.heading(figure, (16, HEIGHT_PT - 46), name_of("association-seen"), WIDTH_PT - 40)
    for left, filled, key in zip(DOTS_LEFT_PT, SEEN_PER_100, ("with", "without"), strict=True):
        _people(figure, left, filled, key)
    low = HEIGHT_PT - PANELS_TOP_PT + 24
    tpp.heading(figure, (16, low), name_of("association-stories"), WIDTH_PT - 40)
    for number, story in enumerate(STORIES):
        _panel(figure, 16 + number * (PANEL_PT + GAP_PT), story)
    tpp.paragraph(figure, (16, 30), name_of("association-note"), WIDTH_PT - 40)
    return figure


def _people(figure, left, filled, key):
    """A hundred people in ten rows, those with trigger points filled, and what was counted beside them."""
    from matplotlib.patches import Circle

    for number in range(100):
        row, place = divmod(number, 10)
        at = (left + (place + 0.5) * DOT_PT, HEIGHT_PT - DOTS_TOP_PT - (row + 0.5) * DOT_PT)
        has = number < filled
        dot = Circle(
            [value / 72 for value in at], 4.2 / 72, transform=figure.dpi_scale_trans, lw=0.9,
            fc=INK_OF["points"] if has else style.PAPER, ec=INK_OF["points"] if has else style.QUIET_INK,
            label="with" if has else "without",
        )  # fmt: skip
        figure.add_artist(dot)
    fact = load().facts[FACT]
    beside = (left + 10 * DOT_PT + 14, HEIGHT_PT - DOTS_TOP_PT)
    low = tpp.heading(figure, beside, name_of(f"association-{key}").format(filled), 230)
    low = tpp.paragraph(figure, (beside[0], low - 3), name_of(f"association-{key}-who"), 230)
    if key == "without":
        said = f"{fact.source.short}  {tpp.grade_sign(fact.grade)}"
        tpp.paragraph(figure, (beside[0], low - 6), said, 230)


def _panel(figure, left, story):
    top = HEIGHT_PT - PANELS_TOP_PT
    ground = style.mix(style.PAPER, style.INK, 0.045)
    tpp.panel(figure, (left, top - PANEL_HEIGHT_PT, PANEL_PT, PANEL_HEIGHT_PT), ground)
    tpp.heading(figure, (left + 12, top - 12), name_of(f"association-{story.key}"), PANEL_PT - 22)
    _stories_nodes(figure, left, top - 34, story)
    low = tpp.paragraph(
        figure, (left + 12, top - 150), name_of(f"association-{story.key}-says"), PANEL_PT - 22,
        color=style.INK,
    )  # fmt: skip
    tpp.paragraph(figure, (left + 12, low - 6), name_of(f"association-{story.key}-test"), PANEL_PT - 22)


def _stories_nodes(figure, left, top, story):
    """The boxes of a story and its arrows; between boxes without an arrow a dashed line: seen together."""
    level = top - {None: 58, True: 84, False: 32}[story.third_above]
    nodes = {
        "back": (left + 10 + NODE_PT[0] / 2, level),
        "points": (left + PANEL_PT - 10 - NODE_PT[0] / 2, level),
    }
    if story.third_above is not None:
        nodes["third"] = (left + PANEL_PT / 2, top - (26 if story.third_above else 90))
        gap = [(nodes["back"][0] + NODE_PT[0] / 2, level), (nodes["points"][0] - NODE_PT[0] / 2, level)]
        tpp.rule(figure, *gap, ls=(0, (2, 2)), alpha=0.7, lw=1.2)
    for start, end in story.arrows:
        tpp.arrow(figure, *_ends(nodes[start], nodes[end]), color=INK_OF[start])
    for key, at in nodes.items():
        words = f"association-node-{key}" if key != "third" else f"association-{story.key}-third"
        _node(figure, at, name_of(words), INK_OF[key])


def _ends(start, end):
    """Where an arrow leaves one box and meets the next: at their sides when level, else above and below."""
    half, rise = NODE_PT[0] / 2, NODE_PT[1] / 2
    if start[1] == end[1]:
        side = half + 2 if end[0] > start[0] else -half - 2
        return (start[0] + side, start[1]), (end[0] - side, end[1])
    lift = -rise - 2 if end[1] < start[1] else rise + 2
    lean = 12 if end[0] > start[0] else -12
    return (start[0] + lean, start[1] + lift), (end[0] - lean / 2, end[1] - lift)


def _node(figure, at, text, colour):
    box = (at[0] - NODE_PT[0] / 2, at[1] - NODE_PT[1] / 2, *NODE_PT)
    tpp.panel(figure, box, style.mix(style.PAPER, colour, 0.1), edge=colour)
    tpp.paragraph(figure, (at[0], at[1] + 5), text, NODE_PT[0] + 20, ha="center", color=style.INK)
