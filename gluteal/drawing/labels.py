"""Boundary labelling: texts in columns beside a drawing, leaders that never cross.

All in the millimetres of the drawing, y down. A leader runs straight from its anchor to the inner edge of a
column and from there level to the text. `gluteal.drawing.leaders` says how crossings are ruled out. A leader
that would run over the dot of another label makes both look for another place: a label may have several
anchors that are as good, and a text may stand off the height of its anchor.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gluteal.drawing import clearing, leaders

SIDES = ("left", "right")


class LabelError(ValueError):
    """Labels that do not fit; the message says how many, into what, and what to do."""


@dataclass(frozen=True)
class Label:
    """A text that names a place.

    Attributes
    ----------
    text : str
        What stands in the column; lines end in a newline.
    anchor_mm : (float, float)
        The place it names, mm, y down.
    size_mm : (float, float)
        Width and height of the text, mm.
    role : str
        ``"main"`` for what the figure is about, ``"context"`` for the rest.
    elsewhere : tuple of (float, float)
        Other places that it may name as well, the better ones first, mm.
    """

    text: str
    anchor_mm: tuple[float, float]
    size_mm: tuple[float, float]
    role: str = "main"
    elsewhere: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Frame:
    """Where labels may stand: beside a drawing.

    Attributes
    ----------
    left_mm, right_mm : float
        x of the inner edges of the two columns: where leaders become level.
    top_mm, bottom_mm : float
        Highest and lowest y of the texts.
    stub_mm : float
        Length of the level piece between leader and text.
    gap_mm : float
        Least distance of two texts.
    clear_mm : float
        Distance that a leader keeps, where it can, from the anchors of others.
    """

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    stub_mm: float = 3.0
    gap_mm: float = 2.0
    clear_mm: float = 2.0


@dataclass(frozen=True)
class Placement:
    """A label with its place.

    Attributes
    ----------
    label : Label
    side : str
        ``"left"`` or ``"right"``.
    port_mm : (float, float)
        Where the leader becomes level, mm.
    text_mm : (float, float)
        The end of the level piece, at the text's inner edge, mm.
    middle_mm : float
        Height of the middle of the text, mm.
    """

    label: Label
    side: str
    port_mm: tuple[float, float]
    text_mm: tuple[float, float]
    middle_mm: float

    @property
    def box_mm(self):
        """The text's smallest x, smallest y, largest x, largest y, mm."""
        x, y, (width, height) = self.text_mm[0], self.middle_mm, self.label.size_mm
        left = x - width if self.side == "left" else x
        return (left, y - height / 2, left + width, y + height / 2)

    @property
    def leader_mm(self):
        """Anchor, port and text end, shape (3, 2), mm."""
        return np.array([self.label.anchor_mm, self.port_mm, self.text_mm])


def place(labels, frame, sides=SIDES):
    """Give every label its place.

    Parameters
    ----------
    labels : sequence of Label
        Anchors lie between the two columns.
    frame : Frame
        Where texts may stand.
    sides : tuple of str
        The columns to use.

    Returns
    -------
    list of Placement
        In the order of ``labels``; the same for the same input.

    Raises
    ------
    LabelError
        When the texts are higher than the columns, or an anchor lies outside the drawing.

    Examples
    --------
    >>> frame = Frame(left_mm=0, right_mm=100, top_mm=0, bottom_mm=50)
    >>> [put] = place([Label("Femur", (70, 20), (20, 5))], frame)
    >>> put.side, put.port_mm
    ('right', (100, 20.0))
    """
    _check_anchors(labels, frame)
    starts = (_plan(labels, frame, sides), _plan(labels, frame, sides, blind=True))
    plans = [_improved(plan, labels, frame, sides) for plan in dict.fromkeys(starts)]
    return list(min(plans, key=lambda plan: plan.cost).places)


def _improved(plan, labels, frame, sides):
    """Change one label after the other until no leader runs over a dot, or no change helps."""
    for _ in range(_ROUNDS):
        fewer = (one for one in _tried(plan, labels, frame, sides) if one.cost < plan.cost - _WORTH_IT)
        better = next(fewer, None) if plan.touching else None
        if better is None:
            break
        plan = better
    return plan


_ROUNDS = 8
_TOUCHING_COST = 3e4
"""One leader over one dot is as bad as a leader that is longer by some 170 mm."""
_OTHER_ANCHOR_COST = 150.0
_WORTH_IT = 0.3 * _TOUCHING_COST
_NEAR = 2
"""By how many labels the columns may differ from before when one label is changed."""


@dataclass(frozen=True)
class _Plan:
    """Labels with their places, and what that costs."""

    labels: tuple
    shifts: tuple
    places: tuple
    touching: tuple
    cost: float
    split: int


def _tried(plan, given, frame, sides):
    """Yield plans in which one label that touches another, or is touched, has another anchor or height."""
    for index, anchor, shift in clearing.trials(given, plan.shifts, plan.touching):
        changed = (
            given[index] if anchor == given[index].anchor_mm else replace(given[index], anchor_mm=anchor)
        )
        labels, shifts = list(plan.labels), list(plan.shifts)
        labels[index], shifts[index] = changed, shift
        if frame.left_mm <= anchor[0] <= frame.right_mm and abs(shift) <= _MOST_SHIFT_MM:
            yield _plan(labels, frame, sides, shifts, near=plan.split)


_MOST_SHIFT_MM = 45.0


def _plan(labels, frame, sides, shifts=None, blind=False, near=None):
    """The cheapest way to share the labels between the columns; ``blind``: as if dots were no obstacle."""
    shifts = shifts or [0.0] * len(labels)
    order = sorted(range(len(labels)), key=lambda i: (labels[i].anchor_mm, labels[i].text))
    best = None
    for split in _splits(len(order), sides, near):
        parts = {"left": order[:split], "right": order[split:]}
        if all(_fits([labels[i] for i in part], frame) for part in parts.values()):
            plan = _shared(labels, shifts, parts, frame, split)
            cost = plan.cost - blind * _TOUCHING_COST * len(plan.touching)
            if best is None or cost < best[0] - 1e-9:
                best = (cost, plan)
    if best is None and near is not None:
        return _plan(labels, frame, sides, shifts, blind)
    if best is None:
        raise LabelError(_does_not_fit(labels, frame, sides))
    return best[1]


def _shared(labels, shifts, parts, frame, split):
    found = {
        side: _column(tuple(labels[i] for i in part), frame, side, tuple(shifts[i] for i in part))
        for side, part in parts.items()
    }
    places = _in_order(len(labels), parts, found)
    ends = [put.port_mm for put in places]
    touching = tuple(clearing.touching([put.label.anchor_mm for put in places], ends, frame.clear_mm))
    cost = sum(map(_cost, places)) + _TOUCHING_COST * len(touching)
    cost += _OTHER_ANCHOR_COST * sum(put.label.anchor_mm in put.label.elsewhere for put in places)
    return _Plan(tuple(labels), tuple(shifts), tuple(places), touching, cost, split)


def _check_anchors(labels, frame):
    for label in labels:
        x, _ = label.anchor_mm
        if not frame.left_mm <= x <= frame.right_mm:
            raise LabelError(
                f"the anchor of {label.text!r} lies outside the drawing (x = {x:.0f} mm, the columns begin "
                f"at {frame.left_mm:.0f} and {frame.right_mm:.0f} mm); move the anchor or widen the window"
            )


def _splits(count, sides, near=None):
    """How many labels, from the left, may go into the left column; only numbers near one, if it is given."""
    if sides == ("left",):
        return [count]
    if sides == ("right",):
        return [0]
    return range(count + 1) if near is None else range(max(0, near - _NEAR), min(count, near + _NEAR) + 1)


def _fits(labels, frame):
    rows = sum(label.size_mm[1] + frame.gap_mm for label in labels)
    return rows <= frame.bottom_mm - frame.top_mm + frame.gap_mm + 1e-9


def _does_not_fit(labels, frame, sides):
    rows, height = sum(label.size_mm[1] for label in labels), frame.bottom_mm - frame.top_mm
    return (
        f"{len(labels)} labels, together {rows:.0f} mm high, do not fit {len(sides)} column(s) of "
        f"{height:.0f} mm; show fewer labels or make the picture higher"
    )


def _cost(put):
    """Squared length of a leader, steep ones dearer."""
    (x, y), (port_x, port_y) = put.label.anchor_mm, put.port_mm
    return (port_x - x) ** 2 + 2 * (port_y - y) ** 2


@lru_cache(maxsize=4096)
def _column(labels, frame, side, shifts):
    """Place labels in one column, no leader crossing another."""
    x, outward = (frame.left_mm, -1) if side == "left" else (frame.right_mm, 1)
    anchors, rows = [label.anchor_mm for label in labels], [label.size_mm[1] for label in labels]
    heights = leaders.heights(anchors, rows, x, frame.top_mm, frame.bottom_mm, frame.gap_mm, shifts)
    text_x = x + outward * frame.stub_mm
    return [
        Placement(label, side, (x, port), (text_x, port), middle)
        for label, (port, middle) in zip(labels, heights, strict=True)
    ]


def _in_order(count, parts, found):
    places = [None] * count
    for side in SIDES:
        for index, put in zip(parts[side], found[side], strict=True):
            places[index] = put
    return places
