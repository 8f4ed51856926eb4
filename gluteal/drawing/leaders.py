"""Leaders of one column of labels: ports far enough apart, lines that do not cross.

Ports are chosen first, as near to the anchors' heights as the texts allow. Then ports are exchanged between
crossing leaders; each exchange makes the sum of the lengths smaller, so it ends, and it ends without a
crossing. Where texts differ in height the ports move with the order, so this is repeated until the order is
stable. Should it not become stable, a sweep from the top takes the leaders one after the other, each above
all anchors that are left; that works for any texts that fit.
"""

from itertools import accumulate, combinations, pairwise
from math import dist

SHARES = (0.5, 0.25, 0.75, 0.0, 1.0)
"""How much of the free room a sweep may leave at the top."""


def heights(anchors, rows, x, top, bottom, gap, shifts=None):
    """Return where texts and their ports lie on the vertical line ``x``, no two leaders crossing.

    Parameters
    ----------
    anchors : sequence of (float, float)
        All on the same side of ``x``.
    rows : sequence of float
        Height of each text; together with the gaps no more than the column.
    x, top, bottom, gap : float
        The column, and the least distance of two texts.
    shifts : sequence of float, optional
        How far off the height of its anchor each text should stand, if there is room.

    Returns
    -------
    list of (float, float)
        For each anchor the height of its port and of the middle of its text. They are the same unless the
        column is so full that only a sweep finds a way: then a port is at the height of the first line.

    Examples
    --------
    >>> heights([(0, 9), (0, 1)], [2, 2], 5, 0, 10, 0)
    [(9.0, 9.0), (1.0, 1.0)]
    """
    wanted = [y + shift for (_, y), shift in zip(anchors, shifts or [0.0] * len(anchors), strict=True)]
    order = sorted(range(len(anchors)), key=lambda index: (wanted[index], anchors[index][0], rows[index]))
    settled = _settled(anchors, rows, order, x, top, bottom, gap, wanted)
    if settled is not None:
        return [(port, port) for port in settled]
    ways = [_swept(anchors, rows, x, top, bottom, gap, share) for share in SHARES]
    ports = min(ways, key=lambda way: sum(abs(y - anchors[i][1]) for i, y in enumerate(way)))
    first_line = min(rows) / 2
    return [(port, port - first_line + row / 2) for port, row in zip(ports, rows, strict=True)]


def _settled(anchors, rows, order, x, top, bottom, gap, wanted):
    """Exchange ports and let them move, until neither changes anything."""
    for _ in range(3 * len(anchors) + 3):
        ports = _ports(wanted, rows, order, top, bottom, gap)
        given = untangle([anchors[i] for i in order], [(x, y) for y in ports])
        new = [index for _, index in sorted(zip(given, order, strict=True))]
        if new == order:
            return _by_anchor(order, ports)
        order = new
    return None


def _swept(anchors, rows, x, top, bottom, gap, share):
    """Close rows from the top down, ports at the first line of each text.

    The next leader goes to the anchor that is seen highest from the port. All anchors that are left, and all
    ports to come, then lie below its line, so none of their leaders can cross it.
    """
    edge = top + share * (bottom - top - sum(rows) - gap * (len(rows) - 1))
    first_line, left, ports = min(rows) / 2, list(range(len(anchors))), [0.0] * len(anchors)
    while left:
        port = (x, edge + first_line)
        best = max(left, key=lambda i: (_elevation(anchors[i], port), -dist(anchors[i], port)))
        ports[best] = port[1]
        edge += rows[best] + gap
        left.remove(best)
    return ports


def _elevation(anchor, port):
    """How steeply one looks up (y is down) from the port to the anchor."""
    return (port[1] - anchor[1]) / max(abs(port[0] - anchor[0]), 1e-9)


def _by_anchor(order, ports):
    heights = [0.0] * len(order)
    for index, port in zip(order, ports, strict=True):
        heights[index] = port
    return heights


def _ports(heights, rows, order, top, bottom, gap):
    """Ports for texts in this order, as near as possible to the heights that are wanted."""
    if not order:
        return []
    sizes = [rows[index] for index in order]
    distances = [(a + b) / 2 + gap for a, b in pairwise(sizes)]
    wanted = [heights[index] for index in order]
    return spread(wanted, distances, top + sizes[0] / 2, bottom - sizes[-1] / 2)


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
