"""Rotations of joints: the angles of one, what lies between two, a root told in another posture."""

from dataclasses import replace

import numpy as np

from gluteal.models.mannequin import POSTURES, root_axes, turn


def angles_zxy(rotation):
    """Return the angles of ``Rz(a) Rx(b) Ry(c)``, degrees.

    Parameters
    ----------
    rotation : array, shape (3, 3)

    Examples
    --------
    >>> angles_zxy(turn("z", 40) @ turn("x", -10) @ turn("y", 25))
    (40.0, -10.0, 25.0)
    """
    tipped = np.arcsin(np.clip(rotation[2, 1], -1, 1))
    first = np.arctan2(-rotation[0, 1], rotation[1, 1])
    last = np.arctan2(-rotation[2, 0], rotation[2, 2])
    return tuple(float(round(one, 4)) + 0.0 for one in np.degrees([first, tipped, last]))


def between(before, after, share):
    """Return the rotation a share of the way from one to another, about one axis.

    Examples
    --------
    >>> angles_zxy(between(np.eye(3), turn("z", 90), 0.5))
    (45.0, 0.0, 0.0)
    """
    rotation = after @ before.T
    angle = np.arccos(np.clip((np.trace(rotation) - 1) / 2, -1, 1))
    if angle < 1e-9:
        return after
    values, vectors = np.linalg.eigh(rotation + rotation.T)
    axis = vectors[:, values.argmax()]
    skew = np.array([[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    if np.trace(skew.T @ (rotation - rotation.T)) < 0:
        skew = -skew
    part = share * angle
    return (np.eye(3) + np.sin(part) * skew + (1 - np.cos(part)) * (skew @ skew)) @ before


def in_posture(root, like):
    """Return a root that stands the same way, told with posture and heading of another.

    Parameters
    ----------
    root, like : gluteal.models.mannequin.Root

    Examples
    --------
    >>> from gluteal.models.mannequin import Root
    >>> round(in_posture(Root(posture="prone"), Root()).tilt_deg)
    90
    """
    if root.posture == like.posture and abs(root.heading_deg - like.heading_deg) < 90:
        return root
    front, crown = np.array(POSTURES[like.posture], dtype=float)
    body = np.column_stack([front, crown, np.cross(front, crown)])
    left = body.T @ turn("y", -like.heading_deg) @ root_axes(root)
    turned = np.arctan2(left[0, 2], left[2, 2])
    listed = np.arcsin(np.clip(-left[1, 2], -1, 1))
    tilted = -np.arctan2(left[1, 0], left[1, 1])
    turned, listed, tilted = (float(one) for one in np.degrees([turned, listed, tilted]))
    return replace(root, posture=like.posture, heading_deg=like.heading_deg,
                   tilt_deg=tilted, list_deg=listed, turn_deg=turned)  # fmt: skip
