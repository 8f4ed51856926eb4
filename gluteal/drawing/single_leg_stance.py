"""Standing on one leg as figures: the free body of the pelvis; what weak abductors are compensated with."""

from dataclasses import replace

from gluteal.catalogue import name_of
from gluteal.catalogue.stance import stance_measurements
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing.body import load_body
from gluteal.drawing.lettering import wrap
from gluteal.drawing.marks import Mark
from gluteal.drawing.sheet import EDGE_PT, sheet, words
from gluteal.drawing.stance_marks import FORCES, arrow_marks, figure_marks, force_arrows, joints_of
from gluteal.models.stance import Posture, solve
from gluteal.models.stance_verdict import verdict

FREE_BODY, COMPENSATIONS = "single-leg-stance-free-body", "trendelenburg-compensations"
WEAK_PCT = 30.0
"""Abductor strength in the second figure, percent of the model's."""
CASES = (
    ("strong", {}),
    ("drop", {"strength_pct": WEAK_PCT, "drop_deg": 10.0}),
    ("lean", {"strength_pct": WEAK_PCT, "lean_deg": 15.0}),
    ("stick", {"strength_pct": WEAK_PCT, "stick_pct": 10.0}),
)
"""Word of the heading, and how the posture differs from upright with full strength."""
_WINDOW_MM = (-250.0, -390.0, 560.0, 680.0)
_SCALE_PT, _COLUMN_PT, _TOP_PT, _BOTTOM_PT = 0.72, 158.0, 44.0, 92.0
_WEIGHT_MM = 92.0
_WIDTH_PT, _HEIGHT_PT, _PANEL_PT, _SMALL = 780.0, 610.0, 187.0, 0.2
_SMALL_WEIGHT_MM = 150.0


def posture_of(case):
    """Return the posture of one case.

    Examples
    --------
    >>> posture_of("lean").lean_deg
    15.0
    """
    return Posture(**dict(CASES)[case])


def free_body(ax=None):
    """Draw the forces on the body without the standing leg, with their levers.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a page of its own, with title, names and the sum of moments.

    Returns
    -------
    matplotlib.axes.Axes
    """
    own, posture = ax is None, Posture()
    ax = _page() if own else canvas.plate_axes(ax, load_body("posterior"), _WINDOW_MM)
    canvas.draw(ax, figure_marks(posture))
    arrows = force_arrows(posture, _WEIGHT_MM, body_rise_mm=235.0)
    canvas.draw(ax, _lever_marks(posture))
    for name, (start, end) in arrows.items():
        canvas.draw(ax, arrow_marks(start, end, FORCES[name], width_mm=5.0, head_mm=18.0))
    if own:
        _name_forces(ax, posture, arrows)
        _say_balance(ax, solve(posture))
        _furnish(ax)
    return ax


def _furnish(ax):
    unit, (left, right), (bottom, top) = furniture.mm_per_point(ax), ax.get_xlim(), ax.get_ylim()
    furniture.side_marker(ax, (right + 60 * unit, top + 24 * unit))
    furniture.orientation_cross(ax, (left - 84 * unit, bottom - 60 * unit), "body-posterior")
    furniture.scale_bar(ax, right + (_COLUMN_PT - 24) * unit, bottom - 8 * unit)


def _page():
    width = _WINDOW_MM[2] * _SCALE_PT + 2 * _COLUMN_PT
    figure = page.blank(width, _WINDOW_MM[3] * _SCALE_PT + _TOP_PT + _BOTTOM_PT)
    return page.axes_at(figure, load_body("posterior"), _WINDOW_MM, _COLUMN_PT, _BOTTOM_PT, _SCALE_PT)


def _places(posture):
    """Hip, where the weight's line passes its level, foot of the square on the abductors' line."""
    held, found = solve(posture), joints_of(posture)
    hip = (found["hip_x"], found["hip_y"])
    (x1, y1), (x2, y2) = force_arrows(posture, _WEIGHT_MM)["abductors"]
    along = ((hip[0] - x1) * (x2 - x1) + (hip[1] - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
    return hip, (hip[0] - 1000 * held.lever_m, hip[1]), (x1 + along * (x2 - x1), y1 + along * (y2 - y1))


def _lever_marks(posture):
    hip, body, square = _places(posture)
    pens = ((body, FORCES["body"]), (square, FORCES["abductors"]))
    lines = [
        Mark(f"M{hip[0]:.1f} {hip[1]:.1f}L{to[0]:.1f} {to[1]:.1f}", stroke=colour, width_mm=2.2)
        for to, colour in pens
    ]
    ring = f"M{hip[0] - 5:.1f} {hip[1]:.1f}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
    drop = f"M{body[0]:.1f} {body[1]:.1f}V{hip[1] - 150:.1f}"
    dashed = Mark(drop, stroke=FORCES["body"], width_mm=1.0, dash_mm=(5.0, 4.0))
    return [dashed, *lines, Mark(ring, fill=style.PAPER), Mark(ring, stroke=style.INK, width_mm=1.8)]


def _name_forces(ax, posture, arrows):
    held, (hip, body, square) = solve(posture), _places(posture)
    left = [
        _force(ax, "body", held.body_n / held.weight_n, _middle(*arrows["body"], 0.65)),
        _context(ax, _lever("body", held.lever_m), _middle(hip, body, 0.6)),
    ]
    right = [
        _force(ax, "abductors", held.abductor_bw, _middle(*arrows["abductors"], 0.9)),
        _force(ax, "joint", held.joint_bw, _middle(*arrows["joint"], 0.2)),
        _context(ax, _lever("abductors", held.arm_m), _middle(hip, square, 0.6)),
    ]
    furniture.write_labels(ax, left, sides=("left",))
    furniture.write_labels(ax, right, sides=("right",))
    furniture.title(ax, name_of(FREE_BODY), _COLUMN_PT - 12, 16, 640)


def _context(ax, text, at):
    return furniture.label(ax, text, at, _COLUMN_PT - 26, "context")


def _force(ax, name, times, at):
    """The name of a force, and how large it is on a line of its own."""
    value = _times(times)
    named = furniture.label(ax, name_of(f"stance-{name}"), at, _COLUMN_PT - 26)
    wide = furniture.label(ax, value, at, 2 * _COLUMN_PT)
    size = (max(named.size_mm[0], wide.size_mm[0]), named.size_mm[1] + wide.size_mm[1])
    return replace(named, text=f"{named.text}\n{value}", size_mm=size)


def _times(value):
    return name_of("stance-times").format(f"{value:.1f}")


def _lever(name, metres):
    return name_of(f"stance-lever-{name}").format(f"{metres * 100:.1f}")


def _middle(start, end, share):
    return tuple(one + share * (two - one) for one, two in zip(start, end, strict=True))


def _say_balance(ax, held):
    unit, (left, _), bottom = furniture.mm_per_point(ax), ax.get_xlim(), ax.get_ylim()[0]
    x, room = left - (_COLUMN_PT - 12) * unit, 640
    numbers = (held.body_n, held.lever_m * 100, held.moment_nm, held.abductor_n, held.arm_m * 100)
    text = name_of("stance-sum").format(
        *(f"{n:.{d}f}" for n, d in zip(numbers, (0, 1, 0, 0, 1), strict=True))
    )
    looks = {"size": style.SIZE_BODY, "color": style.INK, "weight": "bold", "va": "top"}
    furniture.note(ax, (x, bottom + 14 * unit), text, **looks)
    remark = wrap(name_of("stance-free-body-note"), room, style.SIZE_SMALL)
    furniture.note(ax, (x, bottom + 34 * unit), remark, va="top")


def trendelenburg_compensations(ax=None):
    """Draw four ways to stand on one leg: strong; weak with a drop, with a lean, with a stick.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new page.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ax = sheet(_WIDTH_PT, _HEIGHT_PT, COMPENSATIONS, ax)
    for column, (case, _) in enumerate(CASES):
        _panel(ax, case, EDGE_PT + column * _PANEL_PT)
    nerve = stance_measurements()["nerve-block"]
    text = name_of("stance-compensations-note").format(f"{WEAK_PCT:.0f}", nerve.n, nerve.source.short)
    words(ax, EDGE_PT, _HEIGHT_PT - 56, text, _WIDTH_PT - 3 * EDGE_PT, va="top", color=style.QUIET_INK)
    return ax


def _panel(ax, case, left):
    posture, middle = posture_of(case), left + _PANEL_PT / 2 - 8
    held, at = solve(posture), (middle, 252.0)
    canvas.draw(ax, figure_marks(posture, _SMALL, at))
    for name, ends in force_arrows(posture, _SMALL_WEIGHT_MM).items():
        start, end = ((x * _SMALL + at[0], y * _SMALL + at[1]) for x, y in ends)
        canvas.draw(ax, arrow_marks(start, end, FORCES[name], width_mm=2.4, head_mm=7.0))
    heading = {"size": style.SIZE_BODY, "weight": "bold", "va": "top"}
    words(ax, left, 50, name_of(f"stance-case-{case}"), _PANEL_PT - 18, **heading)
    lines = (
        (FORCES["abductors"], "stance-asked", held.abductor_bw, held.available_n / held.weight_n),
        (FORCES["joint"], "stance-bears", held.joint_bw, None),
    )
    for row, (colour, key, value, gives) in enumerate(lines):
        text = name_of(key).format(f"{value:.1f}", "" if gives is None else f"{gives:.1f}")
        words(ax, left, 446 + row * 32, text, _PANEL_PT - 18, va="top", color=colour, weight="bold")
    words(ax, left, 502, name_of(f"stance-said-{verdict(posture)}"), _PANEL_PT - 18, va="top")
