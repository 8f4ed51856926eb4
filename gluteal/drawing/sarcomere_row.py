"""What stands beside drawn sarcomeres: brackets of the bands, parts to name, scale bars."""

from types import SimpleNamespace

from gluteal.catalogue import name_of
from gluteal.drawing import furniture, page, style
from gluteal.drawing.sarcomere import HEIGHT_NM, bands_um, levels

_OVER = 5.0
"""zorder above all art"""


def parts(length_um, of, side="left"):
    """Return the parts of a sarcomere that begins at 0 and where to point at each, nm.

    Parameters
    ----------
    length_um : float
    of : gluteal.drawing.sarcomere.Filaments
    side : {"left", "right"}
        On which side the labels stand.

    Returns
    -------
    list of (str, (float, float))
        Id of the name, place.
    """
    thick, thin = levels()
    end = 500 * length_um - 500 * bands_um(length_um, of)["a"]
    found = [
        ("sarcomere-z-disc", (0.0, thin[0])),
        ("sarcomere-titin", (0.45 * end, thick[1])),
        ("sarcomere-actin", (0.6 * end, thin[3])),
        ("sarcomere-myosin", (end + 130, thick[-2])),
        ("sarcomere-m", (500.0 * length_um, (thick[-1] + thin[-1]) / 2)),
    ]
    return found if side == "left" else [(key, (1000 * length_um - x, y)) for key, (x, y) in found]


def bands(ax, left_um, length_um, of, *, widths=False, i_side="right"):
    """Draw brackets for A band (above), I band and H zone (below) of a sarcomere.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        In nm.
    left_um, length_um : float
    of : gluteal.drawing.sarcomere.Filaments
    widths : bool
        Write how wide each is.
    i_side : {"left", "right"}
        On which side of the sarcomere the I band is measured.
    """
    unit, found = furniture.mm_per_point(ax), bands_um(length_um, of)
    middle, edge = 1000 * left_um + 500 * length_um, HEIGHT_NM * 0.55
    spans = {"a": (middle, -edge - 8 * unit), "h": (middle, edge + 8 * unit)}
    spans["i"] = (1000 * left_um + 1000 * length_um * (i_side == "right"), edge + 8 * unit)
    for key, (centre, level) in spans.items():
        if found[key] > 0:
            size = f" {found[key]:.2f} µm" if widths else ""
            _bracket(ax, centre, 500 * found[key], level, f"{name_of(f'sarcomere-{key}')}{size}")


def fade_ends(ax, fade_pt):
    """Let what is drawn fade at the left and right end of the window: the row goes on beyond."""
    (left, right), (low, _) = ax.get_xlim(), ax.get_ylim()
    inner = SimpleNamespace(bounds_mm=(left, -0.9 * low, right, 0.9 * low))
    page.soften_edges(ax, [inner], fade_pt)


def _bracket(ax, centre, half, level, words):
    unit = furniture.mm_per_point(ax)
    tick = 4 * unit * (1 if level < 0 else -1)
    x = (centre - half, centre - half, centre + half, centre + half)
    y, pen = (level + tick, level, level, level + tick), {"color": style.INK, "lw": 1.0, "clip_on": False}
    ax.plot(x, y, zorder=_OVER, **pen)
    place = (centre, level - 4 * unit if level < 0 else level + 3 * unit)
    furniture.note(ax, place, words, ha="center", va="bottom" if level < 0 else "top", color=style.INK)


def bar(ax, right, y, length, words):
    """Draw a scale bar that ends at ``right``, its length in words left of it."""
    unit = furniture.mm_per_point(ax)
    tick, left = 3 * unit, right - length
    x, level = (left, left, left, right, right, right), (y - tick, y + tick, y, y, y - tick, y + tick)
    ax.plot(x, level, color=style.QUIET_INK, lw=1.1, clip_on=False, zorder=_OVER, label="scale")
    furniture.note(ax, (left - 5 * unit, y), words, ha="right", va="center")
