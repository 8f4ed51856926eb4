"""Marks → matplotlib artists, and figures → files that are the same every time."""

import io
import re
import zlib
from functools import lru_cache
from pathlib import Path as File

from gluteal.drawing import style
from gluteal.drawing.art import structure_marks
from gluteal.drawing.svg import Shared, marks_svg
from gluteal.svg_path import segments

_DPI = 130


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


def draw_structures(ax, structures, emphasis="normal", show=None):
    """Draw structures in the order given.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Prepared by `plate_axes`.
    structures : iterable of gluteal.plates.PlateStructure
        Deepest first.
    emphasis : str or mapping of id to str
        One emphasis for all, or for some; those not named are ``normal``.
    show : mapping of id to gluteal.drawing.marks.Show, optional
        For each structure, how much of it to draw.
    """
    for structure in structures:
        own = emphasis if isinstance(emphasis, str) else emphasis.get(structure.id, "normal")
        draw(ax, structure_marks(structure, own, (show or {}).get(structure.id)))


def draw(ax, marks):
    """Draw marks on a prepared Axes, above what was drawn before.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Prepared by `plate_axes`; its size on the page must not change any more.
    marks : list of gluteal.drawing.art.Mark

    Returns
    -------
    Art
        The artist; ``marks`` and ``patches`` are its parts.
    """
    art = _art_class()(ax, marks)
    art.set_zorder(1 + 1e-3 * len(ax.artists))
    ax.add_artist(art)
    return art


@lru_cache
def _art_class():
    """The artist of many marks; made late, so that lessons need not load matplotlib."""
    from matplotlib.artist import Artist

    class Art(Artist):
        """Marks as matplotlib patches. In SVG it leaves a place, which `write` fills with compact paths."""

        def __init__(self, ax, marks):
            super().__init__()
            self.marks = list(marks)
            self.patches = [_patch(ax, mark) for mark in self.marks]

        def draw(self, renderer):
            if "RendererSVG" in type(getattr(renderer, "_renderer", renderer)).__name__:
                renderer.open_group("art", gid=self.get_gid())
                renderer.close_group("art")
                return
            for patch in self.patches:
                patch.draw(renderer)

    return Art


def _patch(ax, mark):
    from matplotlib.patches import PathPatch

    scale = _points_per_mm(ax)
    patch = PathPatch(
        _moved(_path(mark.path), mark.offset_mm),
        facecolor=mark.fill or "none", edgecolor=mark.stroke or "none", alpha=mark.opacity,
        linewidth=mark.width_mm * scale if mark.stroke else 0, linestyle=_dashes(mark, scale),
        joinstyle="round", capstyle="round",
    )  # fmt: skip
    patch.set_figure(ax.figure)
    patch.axes = ax
    patch.set_transform(ax.transData)
    patch.set_clip_box(ax.bbox)
    if mark.clip:
        patch.set_clip_path(_path(mark.clip), ax.transData)
    return patch


def _moved(path, offset_mm):
    return type(path)(path.vertices + offset_mm, path.codes) if offset_mm != (0.0, 0.0) else path


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

    arts = [art for art in figure.findobj(_art_class()) if art.marks]
    for index, art in enumerate(arts):
        art.set_gid(f"{_short(File(svg).stem)}{index}")
    with matplotlib.rc_context(settings()):
        _save_png(figure, png)
        figure.savefig(svg, metadata={"Date": None, "Creator": None})
    text = File(svg).read_text(encoding="utf-8")
    written = {}
    for art in arts:
        text = _filled(text, art, figure, written)
    File(svg).write_text(_round_ends(_with_families(text)), encoding="utf-8", newline="\n")


def _short(name):
    """Beginning of the ids in a file: short, and not that of another figure on the same page."""
    return f"g{zlib.crc32(name.encode()) % 36**4:x}_"


def _save_png(figure, png):
    """A palette of 256 colours is enough for these pictures and takes a third of the room.

    Maximum coverage and rounds of k-means keep the colours of what is small, such as a vein in a section.
    """
    from PIL import Image

    held = io.BytesIO()
    figure.savefig(held, dpi=_DPI, format="png", metadata={"Software": None})
    Image.open(held).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=2).save(
        png, optimize=True, dpi=(_DPI, _DPI)
    )


def _filled(text, art, figure, written):
    """Put the marks, as compact paths, where the artist left a place for them."""
    key = art.get_gid()
    a, b, c, d, e, f = _millimetres_to_page(art.patches[0].axes, figure)
    group = (
        f'<g id="{key}" transform="matrix({a:.5g} {b:.5g} {c:.5g} {d:.5g} {e:.6g} {f:.6g})" '
        f'clip-path="url(#{key}-w)" fill="none" fill-rule="evenodd" stroke-linejoin="round" '
        f'stroke-linecap="round"><defs>{_window(art.patches[0].axes, key)}</defs>'
        f"{_inner(art, key, written)}</g>"
    )
    return re.sub(rf'<g id="{key}"\s*/>|<g id="{key}">\s*</g>', lambda _: group, text, count=1)


def _inner(art, key, written):
    """The marks; by reference where the same ones were written before, as in small multiples."""
    marks = tuple(art.marks)
    if marks in written:
        return f'<use href="#{written[marks]}"/>'
    written[marks] = f"{key}-m"
    shared = Shared(marks, f"{key}-")
    return f'<g id="{key}-m"><defs>{shared.definitions()}</defs>{marks_svg(marks, shared)}</g>'


def _window(ax, key):
    """The part of the plate that the Axes shows, as a clip."""
    (left, right), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    rectangle = f'x="{left:g}" y="{low:g}" width="{right - left:g}" height="{high - low:g}"'
    return f'<clipPath id="{key}-w"><rect {rectangle}/></clipPath>'


def _millimetres_to_page(ax, figure):
    """The affine map from plate millimetres to SVG points, y down, as SVG's six numbers."""
    scale = 72 / figure.dpi
    ax.apply_aspect()
    (a, c, e), (b, d, f), _ = ax.transData.get_matrix() * scale
    return a, -b, c, -d, e, figure.get_figheight() * 72 - f


def _with_families(text):
    """Name fonts that learners have; matplotlib names only the one it measured with."""
    families = ", ".join(f"'{name}'" if " " in name else name for name in style.FONT_FAMILY)
    return text.replace("'DejaVu Sans'", families)


def _round_ends(text):
    """Matplotlib's rule for every element would square the ends of strokes; butt is where SVG begins."""
    return text.replace("round; stroke-linecap: butt}", "round}")
