"""A pain drawing on a body chart, as SVG for paper: two tones, each with an edge that grey print keeps."""

from functools import lru_cache

import numpy as np

from gluteal.drawing import style
from gluteal.drawing.body import body_chart_svg
from gluteal.drawing.isolines import isolines
from gluteal.models import raster
from gluteal.svg_path import number

STRONG = 6.5
"""Above this intensity (1 to 10) paint has the darker tone."""
TITLES = {
    "posterior": ("L", "From behind", "R"),
    "anterior": ("R", "From the front", "L"),
    "lateral-right": ("", "Right side", ""),
    "lateral-left": ("", "Left side", ""),
}
"""What stands below each chart: its left edge, what it is, its right edge."""


def painted_chart_svg(drawing, chart, prefix="b"):
    """Return a chart with what a person painted.

    Parameters
    ----------
    drawing : gluteal.models.pain_drawing.PainDrawing
    chart : {"posterior", "anterior", "lateral-right", "lateral-left"}
    prefix : str
        Beginning of every id in the text.

    Returns
    -------
    str
        ``<svg>`` whose user unit is 1 mm; ``lateral-left`` is the lateral view mirrored by its style.

    Examples
    --------
    >>> from gluteal.models.pain_drawing import PainDrawing
    >>> 'class="paint"' in painted_chart_svg(PainDrawing({"posterior": (7272, 3, 5)}), "posterior")
    True
    """
    on = raster.grid(chart)
    empty = f'<g class="zones" clip-path="url(#{prefix}-{on.view}-outline)">'
    svg = body_chart_svg(on.view, prefix=prefix).replace(empty, empty + _paint(drawing, chart), 1)
    return svg.replace("<svg ", '<svg style="transform:scaleX(-1)" ', 1) if on.is_mirrored else svg


def _paint(drawing, chart):
    tones = (0.5, style.COLOURS["pain.spillover"], 0.62), (STRONG, style.COLOURS["pain.essential"], 0.72)
    edge = style.darker(style.COLOURS["pain.essential"], 0.4)
    parts = [
        f'<path d="{path}" fill="{colour}" fill-opacity="{opacity}" stroke="{edge}" stroke-width="1.4"/>'
        for level, colour, opacity in tones
        if (path := _outline(drawing.charts.get(chart, ()), chart, level))
    ]
    return f'<g class="paint">{"".join(parts)}</g>'


@lru_cache(maxsize=64)
def _outline(runs, chart, level):
    """The edge of all cells above an intensity, as path data in the frame of the right side's plate."""
    on = raster.grid(chart)
    cells = np.pad((raster.from_runs(runs, on.shape) > level).astype(float), 1)
    cells = cells[:, ::-1] if on.is_mirrored else cells
    corner = np.array([on.left_mm, on.top_mm]) - raster.CELL_MM / 2
    loops = [corner + raster.CELL_MM * loop for loop in isolines(cells, 0.5)]
    return "".join(
        "M" + "L".join(f"{number(x)} {number(y)}" for x, y in loop.tolist()) + "Z" for loop in loops
    )
