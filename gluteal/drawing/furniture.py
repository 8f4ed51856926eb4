"""What a plate figure carries around the drawing: title, side marker, orientation cross, scale bar, labels.

Everything is placed in the millimetres of the drawing's Axes, outside its window where need be; sizes of
type are points.
"""

from dataclasses import dataclass
from functools import lru_cache

from gluteal.drawing import labels, style

DIRECTIONS = {
    "posterior": {"up": "cranial", "down": "caudal", "left": "medial", "right": "lateral"},
    "lateral": {"up": "cranial", "down": "caudal", "left": "posterior", "right": "anterior"},
}
SCALE_BAR_MM = 50
_ABOVE = 5  # zorder over all art
_LEADING = 1.22


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


@lru_cache(maxsize=2048)
def text_width_pt(text, size, weight="normal"):
    """Return the width of the widest line of a text, points, in the sans face that matplotlib brings.

    Examples
    --------
    >>> text_width_pt("Femur", 11) < text_width_pt("Gluteus medius", 11)
    True
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    face = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    return max(
        text_to_path.get_text_width_height_descent(line, face, ismath=False)[0] for line in text.split("\n")
    )


def wrap(text, width_pt, size, weight="normal"):
    """Break a text into lines no wider than ``width_pt`` where words allow it.

    Examples
    --------
    >>> wrap("Inferior gemellus", 70, 11)
    'Inferior\\ngemellus'
    """
    lines = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width_pt(longer, size, weight) <= width_pt:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


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


def label(ax, text, anchor_mm, width_pt, role="main"):
    """Return a label with its text broken to fit a column of ``width_pt``.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    text : str
    anchor_mm : (float, float)
    width_pt : float
        Width of the column, points.
    role : {"main", "context", "note"}
    """
    kind, unit = TYPES[role], mm_per_point(ax)
    text = wrap(text, width_pt, kind.size, kind.weight)
    width = text_width_pt(text, kind.size, kind.weight) * unit
    height = (text.count("\n") + 1) * kind.size * _LEADING * unit
    return labels.Label(text, tuple(anchor_mm), (width, height), role)


def frame(ax, margin_pt=6.0, reach_pt=(0.0, 0.0)):
    """Return where labels of an Axes may stand: columns ``margin_pt`` outside its window.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    margin_pt : float
        From the window to where leaders become level, points.
    reach_pt : (float, float)
        How far labels may reach above and below the window, points.
    """
    unit = mm_per_point(ax)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    return labels.Frame(
        left - margin_pt * unit, right + margin_pt * unit,
        top - reach_pt[0] * unit, bottom + reach_pt[1] * unit, stub_mm=5 * unit, gap_mm=5 * unit,
    )  # fmt: skip


def write_labels(ax, wanted, where=None, sides=labels.SIDES):
    """Place labels and draw them with leaders and dots.

    Returns
    -------
    list of gluteal.drawing.labels.Placement
    """
    placed = labels.place(wanted, where or frame(ax), sides)
    for put in placed:
        _leader(ax, put)
    for put in placed:
        _text(ax, put)
    return placed


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
    """Write the title line above the window, beginning ``left_pt`` to the left of it."""
    unit = mm_per_point(ax)
    at = ax.get_xlim()[0] - left_pt * unit, ax.get_ylim()[1] - rise_pt * unit
    if width_pt:
        text = wrap(text, width_pt, style.SIZE_TITLE, "bold")
    note(ax, at, text, size=style.SIZE_TITLE, weight="bold", color=style.INK, label="title", va="bottom")


def side_marker(ax, at_mm, radius_pt=10.0):
    """Draw the side marker: R in a ring, as on a radiograph."""
    ax.plot(
        *at_mm, "o", ms=2 * radius_pt, mfc=style.PAPER, mec=style.INK, mew=1.2, clip_on=False, zorder=_ABOVE
    )
    note(
        ax, at_mm, "R", size=style.SIZE_BODY, weight="bold", color=style.INK, ha="center",
        va="center_baseline", label="side",
    )  # fmt: skip


def orientation_cross(ax, at_mm, view, arm_pt=11.0):
    """Draw a small cross whose four ends are named: cranial, caudal, medial, lateral or the like."""
    unit, (x, y) = mm_per_point(ax), at_mm
    arm, words = arm_pt * unit, DIRECTIONS[view]
    for across, down in ((arm, 0), (0, arm)):
        ax.annotate(
            "", (x + across, y + down), (x - across, y - down), annotation_clip=False, zorder=_ABOVE,
            arrowprops={"arrowstyle": "<->", "color": style.QUIET_INK, "lw": 1, "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
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
    note(ax, middle, f"{length_mm} mm", ha="center", va="bottom")
