"""What a plate figure carries around the drawing: title, side marker, orientation cross, scale bar, labels.

Everything is placed in the millimetres of the drawing's Axes, outside its window where need be; sizes of
type are points.
"""

from dataclasses import dataclass

from gluteal.catalogue import name_of
from gluteal.drawing import labels, style
from gluteal.drawing.lettering import balanced, text_width_pt, wrap

_STANDING = {"up": "cranial", "down": "caudal"}
DIRECTIONS = {
    "posterior": {**_STANDING, "left": "medial", "right": "lateral"},
    "lateral": {**_STANDING, "left": "posterior", "right": "anterior"},
    "posterolateral": {**_STANDING, "left": "posteromedial", "right": "anterolateral"},
    "anterior": {**_STANDING, "left": "lateral", "right": "medial"},
    "body-posterior": {**_STANDING, "left": "left", "right": "right"},
    "body-lateral": {**_STANDING, "left": "posterior", "right": "anterior"},
    "body-anterior": {**_STANDING, "left": "right", "right": "left"},
    "transverse": {"up": "anterior", "down": "posterior", "left": "lateral", "right": "medial"},
}
"""What lies where, for each view; the words are rows ``word-...`` of ``figure_words.csv``."""
SCALE_BAR_MM = 50
_ABOVE = 5  # zorder over all art
_LEADING = 1.22
_CROSS_WORD_PT = 50.0
LABEL_INSET_PT = 20.0
"""What a label leaves of its column: end of the leader, gap, and six points to the edge of the sheet."""


def mm_per_point(ax):
    """Return how many millimetres of the drawing one point of the page takes.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Prepared by `gluteal.drawing.canvas.plate_axes`.
    """
    ax.apply_aspect()
    left, right = ax.get_xlim()
    return abs(right - left) / (ax.get_window_extent().width * 72 / ax.figure.dpi)


@dataclass(frozen=True)
class Type:
    """How a label is set: size in points, weight, colour."""

    size: float
    weight: str
    colour: str


TYPES = {
    "main": Type(style.SIZE_BODY, "bold", style.INK),
    "context": Type(style.SIZE_BODY, "normal", style.INK),
    "note": Type(style.SIZE_SMALL, "normal", style.QUIET_INK),
    "origin": Type(style.SIZE_SMALL, "normal", style.COLOURS["origin"]),
    "insertion": Type(style.SIZE_SMALL, "normal", style.COLOURS["insertion"]),
}


def label(ax, text, anchor_mm, width_pt, role="main", elsewhere=()):
    """Return a label with its text broken to fit a column of ``width_pt``.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    text : str
    anchor_mm : (float, float)
    width_pt : float
        Width of the column, points.
    role : {"main", "context", "note"}
    elsewhere : sequence of (float, float)
        Other places at which it may point, mm.
    """
    kind, unit = TYPES[role], mm_per_point(ax)
    text = balanced(text, width_pt, kind.size, kind.weight)
    width = text_width_pt(text, kind.size, kind.weight) * unit
    height = (text.count("\n") + 1) * kind.size * _LEADING * unit
    return labels.Label(text, tuple(anchor_mm), (width, height), role, tuple(map(tuple, elsewhere)))


def frame(ax, margin_pt=6.0, reach_pt=(0.0, 0.0), gap_pt=5.0):
    """Return where labels of an Axes may stand: columns ``margin_pt`` outside its window.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    margin_pt : float
        From the window to where leaders become level, points.
    reach_pt : (float, float)
        How far labels may reach above and below the window, points.
    gap_pt : float
        Least distance of two labels, points.
    """
    unit = mm_per_point(ax)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    return labels.Frame(
        left - margin_pt * unit, right + margin_pt * unit,
        top - reach_pt[0] * unit, bottom + reach_pt[1] * unit, stub_mm=5 * unit,
        gap_mm=gap_pt * unit, clear_mm=3.2 * unit,
    )  # fmt: skip


def write_labels(ax, wanted, where=None, sides=labels.SIDES):
    """Place labels and draw them with leaders and dots.

    Returns
    -------
    list of gluteal.drawing.labels.Placement
    """
    placed = labels.place(wanted, where, sides) if where else _placed(ax, wanted, sides)
    for put in placed:
        _leader(ax, put)
    for put in placed:
        _text(ax, put)
    return placed


_TIGHTER = (
    {},
    {"gap_pt": 2.5},
    {"gap_pt": 2.5, "reach_pt": (8.0, 8.0)},
    {"gap_pt": 1, "reach_pt": (8.0, 26.0)},
)
"""What is tried, one after the other, when labels do not fit: names in other languages may be longer."""


def _placed(ax, wanted, sides):
    for room in _TIGHTER[:-1]:
        try:
            return labels.place(wanted, frame(ax, **room), sides)
        except labels.LabelError:
            continue
    return labels.place(wanted, frame(ax, **_TIGHTER[-1]), sides)


def _leader(ax, put):
    line, dot = put.leader_mm, put.label.anchor_mm
    ax.plot(*line.T, color=style.PAPER, lw=2.0, alpha=0.75, clip_on=False, zorder=_ABOVE)
    ax.plot(*line.T, color=style.INK, lw=0.7, clip_on=False, zorder=_ABOVE + 0.1, label="leader")
    ax.plot(*dot, "o", ms=3.6, mfc=style.INK, mec=style.PAPER, mew=0.8, clip_on=False, zorder=_ABOVE + 0.2)


def _text(ax, put):
    kind = TYPES[put.label.role]
    outward = -1 if put.side == "left" else 1
    note(
        ax, (put.text_mm[0] + outward * 2.5 * mm_per_point(ax), put.middle_mm), put.label.text,
        size=kind.size, weight=kind.weight, color=kind.colour, va="center",
        ha="right" if put.side == "left" else "left", label="label",
    )  # fmt: skip


def note(ax, at_mm, text, *, size=style.SIZE_SMALL, ha="left", va="baseline", label="note", **looks):
    """Write a text at a place, mm, outside the window too.

    Returns
    -------
    list of matplotlib.text.Text
        One for each line: a browser's letters are of another width than those that matplotlib measured, so
        every line has to hang on its own anchor.
    """
    looks = {"color": style.QUIET_INK, "clip_on": False, "zorder": _ABOVE + 1, **looks}
    lines = text.split("\n")
    rise = {"top": 0.0, "center": (len(lines) - 1) / 2}.get(va, len(lines) - 1)
    return [
        ax.annotate(
            line, at_mm, (0, (rise - row) * size * _LEADING), textcoords="offset points", size=size, ha=ha,
            va=va, label=label, annotation_clip=False, **looks,
        )
        for row, line in enumerate(lines)
    ]  # fmt: skip


def title(ax, text, left_pt=0.0, rise_pt=14.0, width_pt=None):
    """Write the title line above the window, beginning ``left_pt`` to the left of it.

    A title that is wider than ``width_pt`` is set smaller, and at last in two lines.
    """
    unit, size = mm_per_point(ax), style.SIZE_TITLE
    while width_pt and size > style.SIZE_BODY and text_width_pt(text, size, "bold") > width_pt:
        size -= 0.5
    text = wrap(text, width_pt, size, "bold") if width_pt else text
    rise_pt -= 8 * ("\n" in text)
    at = ax.get_xlim()[0] - left_pt * unit, ax.get_ylim()[1] - rise_pt * unit
    note(ax, at, text, size=size, weight="bold", color=style.INK, label="title", va="bottom")


def side_marker(ax, at_mm, radius_pt=10.0):
    """Draw the side marker: R in a ring, as on a radiograph."""
    ax.plot(
        *at_mm, "o", ms=2 * radius_pt, mfc=style.PAPER, mec=style.INK, mew=1.2, clip_on=False, zorder=_ABOVE
    )
    note(
        ax, at_mm, name_of("word-right-mark"), size=style.SIZE_BODY, weight="bold", color=style.INK,
        ha="center", va="center_baseline", label="side",
    )  # fmt: skip


def orientation_cross(ax, at_mm, view, arm_pt=11.0, word_pt=_CROSS_WORD_PT):
    """Draw a small cross whose four ends are named: cranial, caudal, medial, lateral or the like.

    A word wider than ``word_pt`` is broken.
    """
    unit, (x, y) = mm_per_point(ax), at_mm
    arm, words = arm_pt * unit, {to: name_of(f"word-{word}") for to, word in DIRECTIONS[view].items()}
    for across, down in ((arm, 0), (0, arm)):
        ax.annotate(
            "", (x + across, y + down), (x - across, y - down), annotation_clip=False, zorder=_ABOVE,
            arrowprops={"arrowstyle": "<->", "color": style.QUIET_INK, "lw": 1, "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
    words = {to: wrap(word, word_pt, style.SIZE_SMALL) for to, word in words.items()}
    gap = 3 * unit
    note(ax, (x, y - arm - gap), words["up"], ha="center", va="bottom")
    note(ax, (x, y + arm + gap), words["down"], ha="center", va="top")
    note(ax, (x - arm - gap, y), words["left"], ha="right", va="center")
    note(ax, (x + arm + gap, y), words["right"], ha="left", va="center")


def scale_bar(ax, right_mm, y_mm, length_mm=SCALE_BAR_MM):
    """Draw a bar of ``length_mm`` that ends at ``right_mm``, its length written above."""
    tick, left = 3 * mm_per_point(ax), right_mm - length_mm
    line = ((left, left, right_mm, right_mm), (y_mm - tick, y_mm, y_mm, y_mm - tick))
    ax.plot(*line, color=style.QUIET_INK, lw=1.1, clip_on=False, zorder=_ABOVE, label="scale")
    middle = ((left + right_mm) / 2, y_mm - 2 * tick)
    note(ax, middle, name_of("word-millimetres").format(length_mm), ha="center", va="bottom")
