"""Marks → matplotlib artists, and figures → files that are the same every time."""

from functools import lru_cache
from pathlib import Path as File

from gluteal.drawing import style
from gluteal.drawing.art import structure_marks
from gluteal.svg_path import segments

_DPI = 150


def plate_axes(ax, plate, window_mm=None):
    """Prepare an Axes for a plate: millimetres, y down, no frame.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    plate : gluteal.plates.Plate
        Gives the window unless ``window_mm`` does.
    window_mm : (x, y, width, height), optional
        Part of the plate to show, mm, y down.

    Returns
    -------
    matplotlib.axes.Axes
    """
    x, y, width, height = window_mm or plate.view_box
    ax.set(xlim=(x, x + width), ylim=(y + height, y))
    ax.set_aspect("equal")
    ax.axis("off")
    return ax


def draw_structures(ax, structures, emphasis="normal"):
    """Draw structures in the order given.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Prepared by `plate_axes`.
    structures : iterable of gluteal.plates.PlateStructure
        Deepest first.
    emphasis : str or mapping of id to str
        One emphasis for all, or for some; those not named are ``normal``.
    """
    for structure in structures:
        own = emphasis if isinstance(emphasis, str) else emphasis.get(structure.id, "normal")
        draw(ax, structure_marks(structure, own))


def draw(ax, marks):
    """Draw marks on a prepared Axes, each above the one before."""
    from matplotlib.patches import PathPatch

    points_per_mm = _points_per_mm(ax)
    for mark in marks:
        path = _path(mark.path).deepcopy() if mark.offset_mm != (0.0, 0.0) else _path(mark.path)
        if mark.offset_mm != (0.0, 0.0):
            path.vertices = path.vertices + mark.offset_mm
        patch = PathPatch(
            path,
            facecolor=mark.fill or "none", edgecolor=mark.stroke or "none",
            linewidth=mark.width_mm * points_per_mm if mark.stroke else 0, alpha=mark.opacity,
            joinstyle="round", capstyle="round", zorder=len(ax.patches) * 1e-4 + 1,
            linestyle=_dashes(mark, points_per_mm),
        )  # fmt: skip
        ax.add_patch(patch)
        patch.set_clip_path(_path(mark.clip) if mark.clip else ax.patch, ax.transData if mark.clip else None)


def _dashes(mark, points_per_mm):
    return (0, [length * points_per_mm for length in mark.dash_mm]) if mark.dash_mm else "solid"


def _points_per_mm(ax):
    """How many points of the page one millimetre of the plate takes."""
    ax.apply_aspect()
    left, right = ax.get_xlim()
    return ax.get_window_extent().width / abs(right - left) * 72 / ax.figure.dpi


@lru_cache(maxsize=4096)
def _path(data):
    """SVG path data → matplotlib Path."""
    from matplotlib.path import Path

    vertices, codes, start = [], [], (0.0, 0.0)
    for command, points in segments(data):
        if command == "moveTo":
            start = points[0]
        vertices += points or ([start] if command == "closePath" else [])
        codes += _codes(Path, command)
    return Path(vertices, codes)


def _codes(kind, command):
    return {
        "moveTo": [kind.MOVETO], "lineTo": [kind.LINETO], "qCurveTo": [kind.CURVE3] * 2,
        "curveTo": [kind.CURVE4] * 3, "closePath": [kind.CLOSEPOLY], "endPath": [],
    }[command]  # fmt: skip


def settings():
    """Return the matplotlib settings of every figure, for ``matplotlib.rc_context``."""
    return {
        "svg.fonttype": "none", "svg.hashsalt": "gluteal", "font.family": ["DejaVu Sans"],
        "font.size": style.SIZE_BODY, "figure.facecolor": style.PAPER, "savefig.facecolor": style.PAPER,
        "text.color": style.INK, "path.simplify": False,
    }  # fmt: skip


def write(figure, svg, png):
    """Write a figure as SVG and PNG, byte for byte the same every time.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        What to write.
    svg, png : path
        Where to.
    """
    import matplotlib

    with matplotlib.rc_context(settings()):
        figure.savefig(svg, metadata={"Date": None, "Creator": None})
        figure.savefig(png, dpi=_DPI, metadata={"Software": None})
    text = File(svg).read_text(encoding="utf-8")
    File(svg).write_text(_with_families(text), encoding="utf-8", newline="\n")


def _with_families(text):
    """Name fonts that learners have; matplotlib names only the one it measured with."""
    families = ", ".join(f"'{name}'" if " " in name else name for name in style.FONT_FAMILY)
    return text.replace("'DejaVu Sans'", families)
