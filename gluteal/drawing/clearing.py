"""Leaders and the dots of other labels: which leader runs over which dot, and what may be tried then."""

import numpy as np

SHIFTS_MM = (-2.5, 2.5, -6.0, 6.0, -14.0, 14.0, -26.0, 26.0)
"""By how much a text may be asked to stand off the height of its anchor."""


def touching(starts, ends, clear_mm):
    """Return which leader comes too near to the beginning of which other leader.

    Parameters
    ----------
    starts, ends : sequence of (float, float)
        Anchor and port of each leader, mm.
    clear_mm : float
        Least distance of a leader to the anchor of another.

    Returns
    -------
    list of (int, int)
        Leader, and the one over whose anchor it runs.

    Examples
    --------
    >>> touching([(0, 0), (5, 1)], [(10, 0), (10, 4)], 2.0)
    [(0, 1)]
    """
    a, b = (np.asarray(points, dtype=float).reshape(-1, 2) for points in (starts, ends))
    along, away = (b - a)[:, None], a[None] - a[:, None]
    length = np.maximum((along**2).sum(-1), 1e-12)
    share = np.clip((along * away).sum(-1) / length, 0, 1)
    near = np.linalg.norm(away - share[..., None] * along, axis=-1) < clear_mm
    np.fill_diagonal(near, False)
    return [(int(one), int(two)) for one, two in np.argwhere(near)]


def trials(labels, shifts, found):
    """Yield what may be changed so that leaders leave the dots of others free.

    Parameters
    ----------
    labels : sequence of gluteal.drawing.labels.Label
    shifts : sequence of float
        How far each text is asked to stand off its anchor's height now, mm.
    found : list of (int, int)
        From `touching`.

    Yields
    ------
    (int, (float, float), float)
        Index of a label, the anchor and the shift to try.
    """
    concerned = {one for pair in found for one in pair}
    for index in sorted(concerned, key=lambda one: (labels[one].anchor_mm, labels[one].text)):
        label = labels[index]
        for anchor in label.elsewhere:
            yield index, anchor, 0.0
        for shift in SHIFTS_MM:
            yield index, label.anchor_mm, shifts[index] + shift
