"""Boundary labelling: texts in columns beside a drawing, leaders that never cross.

All in the millimetres of the drawing, y down. A leader runs straight from its anchor to the inner edge of a
column and from there level to the text. Within one column the ports (where leaders meet the column) are
chosen first, as near to the anchors' heights as the texts allow. Then ports are exchanged between crossing
leaders; each exchange makes the sum of the lengths smaller, so it ends, and it ends without a crossing.
Where texts differ in height the ports move with the order, so this is repeated until the order is stable;
should it not become stable, all rows get the height of the highest text, and the ports move no more.
"""

from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from math import dist

import numpy as np

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
    """

    text: str
    anchor_mm: tuple[float, float]
    size_mm: tuple[float, float]
    role: str = "main"


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
    """

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    stub_mm: float = 3.0
    gap_mm: float = 2.0


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
        The end of the level piece: middle of the text's inner edge, mm.
    """

    label: Label
    side: str
    port_mm: tuple[float, float]
    text_mm: tuple[float, float]

    @property
    def box_mm(self):
        """The text's smallest x, smallest y, largest x, largest y, mm."""
        (x, y), (width, height) = self.text_mm, self.label.size_mm
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
    order = sorted(range(len(labels)), key=lambda i: (labels[i].anchor_mm, labels[i].text))
    best = None
    for split in _splits(len(order), sides):
        parts = {"left": order[:split], "right": order[split:]}
        if all(_fits([labels[i] for i in part], frame) for part in parts.values()):
            found = {side: _column([labels[i] for i in part], frame, side) for side, part in parts.items()}
            if None in found.values():
                continue
            cost = sum(_cost(put) for column in found.values() for put in column)
            if best is None or cost < best[0] - 1e-9:
                best = (cost, parts, found)
    if best is None:
        raise LabelError(_does_not_fit(labels, frame, sides))
    return _in_order(len(labels), best[1], best[2])


def _check_anchors(labels, frame):
    for label in labels:
        x, _ = label.anchor_mm
        if not frame.left_mm <= x <= frame.right_mm:
            raise LabelError(
                f"the anchor of {label.text!r} lies outside the drawing (x = {x:.0f} mm, the columns begin "
                f"at {frame.left_mm:.0f} and {frame.right_mm:.0f} mm); move the anchor or widen the window"
            )


def _splits(count, sides):
    """How many labels, from the left, may go into the left column."""
    if sides == ("left",):
        return [count]
    return [0] if sides == ("right",) else range(count + 1)


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


def _column(labels, frame, side):
    """Place labels in one column, none crossing another; None where no order of theirs does that."""
    x, outward = (frame.left_mm, -1) if side == "left" else (frame.right_mm, 1)
    heights = _heights(labels, frame, x)
    if heights is None:
        return None
    text_x = x + outward * frame.stub_mm
    return [Placement(label, side, (x, y), (text_x, y)) for label, y in zip(labels, heights, strict=True)]


def _heights(labels, frame, x):
    """Heights of the ports. Rows differ in height, so ports move with the order: try until it is stable."""
    anchors, sizes = [label.anchor_mm for label in labels], [label.size_mm[1] for label in labels]
    for rows in (sizes, [max(sizes, default=0)] * len(sizes)):
        order = sorted(range(len(labels)), key=lambda index: (anchors[index][::-1], labels[index].text))
        for _ in range(3 * len(labels) + 3):
            ports = _ports([anchors[i][1] for i in order], [rows[i] for i in order], frame)
            given = untangle([anchors[i] for i in order], [(x, y) for y in ports])
            new = [index for _, index in sorted(zip(given, order, strict=True))]
            if new == order:
                return [given[order.index(index)][1] for index in range(len(labels))]
            order = new
        if len(rows) * (max(sizes) + frame.gap_mm) > frame.bottom_mm - frame.top_mm + frame.gap_mm:
            return None
    return None


def _ports(wanted, rows, frame):
    """Heights for texts of given heights in this order, as near as possible to those wanted."""
    if not rows:
        return []
    distances = [(a + b) / 2 + frame.gap_mm for a, b in pairwise(rows)]
    return spread(wanted, distances, frame.top_mm + rows[0] / 2, frame.bottom_mm - rows[-1] / 2)


def _in_order(count, parts, found):
    places = [None] * count
    for side in SIDES:
        for index, put in zip(parts[side], found[side], strict=True):
            places[index] = put
    return places


def spread(wanted, distances, lowest, highest):
    """Return heights far enough apart, as near as possible (least squares) to those wanted.

    Parameters
    ----------
    wanted : sequence of float
        In the order in which they stand.
    distances : sequence of float
        Least distance of each to the next; one fewer than ``wanted``.
    lowest, highest : float
        Bounds of the first and of the last; there is room enough between them.

    Returns
    -------
    list of float

    Examples
    --------
    >>> spread([5.0, 5.0], [2.0], 0.0, 10.0)
    [4.0, 6.0]
    """
    offsets = [0.0, *accumulate(distances)]
    blocks = []  # pooled adjacent violators: mean and size of each block
    for value, offset in zip(wanted, offsets, strict=True):
        blocks.append((value - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            (mean, size), (other, count) = blocks.pop(), blocks.pop()
            blocks.append(((mean * size + other * count) / (size + count), size + count))
    level = [mean for mean, size in blocks for _ in range(size)]
    top = highest - offsets[-1]
    return [min(max(value, lowest), top) + offset for value, offset in zip(level, offsets, strict=True)]


def untangle(anchors, ports):
    """Exchange ports until no two straight leaders cross.

    Parameters
    ----------
    anchors, ports : sequence of (float, float)
        Equally many; ports in ascending height.

    Returns
    -------
    list of (float, float)
        The port of each anchor.

    Examples
    --------
    >>> untangle([(0, 9), (0, 1)], [(5, 1), (5, 9)])
    [(5, 9), (5, 1)]
    """
    by_height = sorted(range(len(anchors)), key=lambda index: anchors[index][::-1])
    given = dict(zip(by_height, ports, strict=True))
    tangled = True
    while tangled:
        tangled = False
        for one, two in combinations(range(len(anchors)), 2):
            if _better_exchanged(anchors[one], given[one], anchors[two], given[two]):
                given[one], given[two] = given[two], given[one]
                tangled = True
    return [given[index] for index in range(len(anchors))]


def _better_exchanged(a, port_a, b, port_b):
    """Two leaders meet, and would be shorter with ports exchanged."""
    gain = dist(a, port_a) + dist(b, port_b) - dist(a, port_b) - dist(b, port_a)
    return gain > 1e-9 and segments_meet((a, port_a), (b, port_b))


def segments_meet(first, second):
    """Tell whether two segments have a point in common.

    Examples
    --------
    >>> segments_meet(((0, 0), (2, 2)), ((0, 2), (2, 0)))
    True
    """
    (a, b), (c, d) = first, second
    if _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(_turn(*three) == 0 and _between(*three) for three in ends)


def _turn(a, b, c):
    """Which way it turns from a over b to c: -1, 0, 1."""
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return int(cross > 0) - int(cross < 0)


def _between(a, b, c):
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])
