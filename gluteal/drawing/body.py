"""Body charts: the body from T10 to the sole, from behind, from the right side and from the front.

They carry the referral zones of trigger points and pain drawings: same frame and scale as the plates of the
buttock, both sides of the body, a quiet skin. ``data/plates/BODY.md`` says how the figure was drawn.
"""

from functools import lru_cache

from gluteal import plates
from gluteal.drawing.body_art import body_marks, bone_marks, fade_out
from gluteal.drawing.svg import Shared, marks_svg
from gluteal.svg_path import number

VIEWS = ("posterior", "lateral", "anterior")
MIDLINE_MM = {"posterior": -82.0, "anterior": 82.0}
"""Where the midline of the body runs; the lateral view shows one side only."""


def load_body(view):
    """Return the plate of one view of the body.

    Parameters
    ----------
    view : {"posterior", "lateral", "anterior"}

    Returns
    -------
    gluteal.plates.Plate

    Raises
    ------
    ValueError
        When there is no such view.

    Examples
    --------
    >>> load_body("anterior").region
    'body'
    """
    if view not in VIEWS:
        raise ValueError(f"there is no view {view!r} of the body; choose from {', '.join(VIEWS)}")
    return plates.load_plate(f"body-{view}")


def chart_marks(plate, skeleton=False):
    """Return a whole body chart as marks, in painter's order.

    Parameters
    ----------
    plate : gluteal.plates.Plate
        From `load_body`.
    skeleton : bool
        Let the bones shine through the skin.

    Returns
    -------
    list of (str, list of Mark)
        Name of the part (``body``, ``skeleton``, ``fade``: the trunk ends softly) and its marks.
    """
    bones = [one for one in plate.structures.values() if one.layer == "skeleton"] if skeleton else []
    parts = {
        "body": body_marks(plate.structures["body"]),
        "skeleton": [mark for bone in bones for mark in bone_marks(bone)],
        "fade": fade_out(plate.view_box),
    }
    return [(name, marks) for name, marks in parts.items() if marks]


@lru_cache
def body_chart_svg(view, skeleton=False, prefix="b"):
    """Return a body chart as SVG text for the browser; a widget paints over it.

    Parameters
    ----------
    view : {"posterior", "lateral", "anterior"}
    skeleton : bool
        Let the bones shine through the skin.
    prefix : str
        Beginning of every id in the text, so that two charts can stand on one page.

    Returns
    -------
    str
        ``<svg class="body-chart" data-view>`` whose user unit is 1 mm. In it ``<g class="body">``, with
        ``<g class="skeleton">`` over it where asked for, then the empty ``<g class="zones">`` to paint in,
        clipped to the outline, and ``<g class="fade">``, in which the trunk ends;
        ``<clipPath id="PREFIX-VIEW-outline">`` holds the outline of the body.

    Raises
    ------
    ValueError
        When there is no such view.

    Examples
    --------
    >>> 'class="zones"' in body_chart_svg("posterior")
    True
    """
    plate = load_body(view)
    parts = chart_marks(plate, skeleton)
    key = f"{prefix}-{view}"
    shared = Shared([mark for _, marks in parts for mark in marks], f"{key}-")
    *drawn, fade = [f'<g class="{name}">{marks_svg(marks, shared)}</g>' for name, marks in parts]
    outline = plate.structures["body"].path
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="body-chart" data-view="{view}" '
        f'viewBox="{" ".join(number(value) for value in plate.view_box)}" fill="none" fill-rule="evenodd" '
        f'stroke-linejoin="round" stroke-linecap="round"><defs>{shared.definitions()}'
        f'<clipPath id="{key}-outline">{shared.element(outline)}</clipPath></defs>{"".join(drawn)}'
        f'<g class="zones" clip-path="url(#{key}-outline)"></g>{fade}</svg>'
    )
