"""The parts of the figure that stands on one leg: outlines whose points follow the bones, and bones.

From the waist down skin, bones and gluteus medius are those of the body chart and of the plate of the
buttock; above, guide points of ``data/stance/figure.json`` continue them.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from gluteal.catalogue.stance_figure import stance_figure
from gluteal.drawing.body import MIDLINE_MM, load_body
from gluteal.drawing.stance_rig import BONES
from gluteal.plates import load_plate
from gluteal.svg_path import flatten

_STEP_MM = 15.0
_MIDLINE = MIDLINE_MM["posterior"]


@dataclass(frozen=True, eq=False)
class Part:
    """An outline or some lines, and how strongly each bone holds each point.

    Attributes
    ----------
    name : str
    kind : str
        ``skin``, ``hair``, ``line``, ``muscle``, ``fibre`` or ``bone``.
    points : ndarray, shape (n, 2)
        mm.
    weights : ndarray, shape (n, bones)
        Rows sum to 1; columns are `gluteal.drawing.stance_rig.BONES`.
    closed : bool
    edge : int
        How many points from the first on have a line; 0 for all. The rest lies under another part.
    """

    name: str
    kind: str
    points: np.ndarray
    weights: np.ndarray
    closed: bool = True
    edge: int = 0

    def posed(self, matrices):
        """Return the points where the bones have carried them.

        Parameters
        ----------
        matrices : ndarray, shape (bones, 6)
            SVG matrices in the order of `BONES`.
        """
        a, b, c, d, e, f = (self.weights @ matrices).T
        x, y = self.points.T
        return np.column_stack([a * x + c * y + e, b * x + d * y + f])


@cache
def parts():
    """Return every part of the figure, in painter's order.

    Examples
    --------
    >>> [part.name for part in parts()][0]
    'lifted-leg'
    """
    return (*_lifted_leg(), *_trunk(), *_upper_lines(), *_arms(), *_bones(), *_muscle())


# --- weights ---------------------------------------------------------------------------------------------


def _ramp(values, start, end):
    share = np.clip((np.asarray(values, dtype=float) - start) / (end - start), 0, 1)
    return share * share * (3 - 2 * share)


def _weights(points, **held):
    """One column for each bone; what is not given is the pelvis's."""
    weights = np.zeros((len(points), len(BONES)))
    for bone, share in held.items():
        weights[:, BONES.index(bone)] = share
    weights[:, BONES.index("pelvis")] += 1 - weights.sum(axis=1)
    return weights


def _trunk_weights(points):
    """Pelvis, spine, head, and the standing leg with its foot."""
    x, y = np.asarray(points, dtype=float).T
    outer = _ramp(x, -70, 40)
    leg = (outer * _ramp(y, -40, 150) + (1 - outer) * _ramp(y, 85, 210)) * (x > _MIDLINE - 1)
    leg = np.where(y > 210, 1.0, leg)
    other = 0.85 * _ramp(y, -60, 62) * _ramp(-x, 120, 255)
    foot, up, head = _ramp(y, 745, 790), _ramp(-y, 60, 270), _ramp(-y, 535, 615)
    spine = {"thorax": up * (1 - head), "head": up * head}
    return _weights(points, leg=leg * (1 - foot), foot=leg * foot, lifted=other, **spine)


# --- skin ------------------------------------------------------------------------------------------------


def _thinned(points, step_mm=_STEP_MM):
    """Points at even distances along a line."""
    points = np.asarray(points, dtype=float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    wanted = np.linspace(0, along[-1], max(3, round(along[-1] / step_mm)))
    return np.column_stack([np.interp(wanted, along, points[:, axis]) for axis in (0, 1)])


@cache
def _half_outline():
    """Right half of the body chart's outline, from T10 at the side down to the sole and up to the crotch."""
    outline = max(flatten(load_body("posterior").structures["body"].path), key=len)
    right = outline[: len(outline) // 2]
    return right[right[:, 0] >= _MIDLINE]


def _mirror(points):
    points = np.array(points, dtype=float)
    points[:, 0] = 2 * _MIDLINE - points[:, 0]
    return points


def _placed(points, side=1):
    """Guide points given by their distance from the midline."""
    points = np.array(points, dtype=float)
    points[:, 0] = _MIDLINE + side * points[:, 0]
    return points


def _trunk():
    """Head, trunk and standing leg in one; the furrows on them."""
    half, upper = _half_outline(), _placed(stance_figure()["trunk"])
    fold = stance_figure()["fold"]
    flank = _mirror(half[(half[:, 1] <= fold[-1][1]) & (half[:, 0] > 60)])[::-1]
    lower = _thinned(half)
    outline = np.vstack([_thinned(flank), _mirror(upper)[:-1], upper[::-1], lower, fold[:-1]])
    hair, ears = _placed(stance_figure()["hair"]), stance_figure()["ear"]
    whole_hair = np.vstack([hair, _mirror(hair)[-2:0:-1]])
    yield Part("trunk", "skin", outline, _trunk_weights(outline), edge=len(outline) - len(fold) + 1)
    for side in (1, -1):
        ear = _placed(ears, side)
        yield Part("ear", "skin", ear, _trunk_weights(ear))
    yield Part("hair", "hair", whole_hair, _trunk_weights(whole_hair))
    for line in load_body("posterior").structures["body"].of_role("form"):
        if _is_right_or_middle(line.line):
            yield _line(_thinned(line.line, 12.0), line.weight)


def _is_right_or_middle(line):
    x, y = np.asarray(line).T
    return x.mean() > _MIDLINE - 1 and not (abs(x.mean() - _MIDLINE) < 1 and y.max() < -80)


def _line(points, weight):
    return Part(f"furrow-{weight:g}", "line", points, _trunk_weights(points), closed=False)


def _upper_lines():
    for line in stance_figure()["furrows"]:
        yield _line(_placed(line), 0.8)
    yield _line(_mirror(np.array([[-80, 91], [-30, 93], [26, 76]])), 1.6)


def _lifted_leg():
    """The left leg, foreshortened: hip and knee are bent, the foot hangs clear of the floor."""
    half = _half_outline()
    top = stance_figure()["lifted_top"]
    outline = np.vstack([_thinned(_foreshortened(_mirror(half[(half[:, 1] > 62) | (half[:, 0] < 0)]))), top])
    yield Part("lifted-leg", "skin", outline, _weights(outline, lifted=1.0), edge=len(outline) - len(top))
    for line in load_body("posterior").structures["body"].of_role("form"):
        if np.asarray(line.line)[:, 0].mean() > -60 and np.asarray(line.line)[:, 1].min() > 300:
            points = _foreshortened(_mirror(_thinned(line.line, 12.0)))
            yield Part(
                f"lifted-furrow-{line.weight:g}", "line", points, _weights(points, lifted=1.0), closed=False
            )


def _foreshortened(points):
    points, sizes = np.array(points, dtype=float), stance_figure()["lengths"]
    knee, ankle = sizes["knee_y"], sizes["ankle_y"]
    y = points[:, 1].copy()
    thigh, shank = np.minimum(y, knee), np.clip(y - knee, 0, ankle - knee)
    points[:, 1] = np.where(thigh > 0, thigh * sizes["thigh_share"], thigh)
    points[:, 1] += shank * sizes["shank_share"] + np.maximum(y - ankle, 0)
    return points


def _arms():
    for name, side in (("opposite", -1), ("same", 1)):
        outline = np.array(stance_figure()["arm"], dtype=float) * (side, 1)
        free = stance_figure()["arm_edge"]
        yield Part(f"arm-{name}", "skin", outline, _arm_weights(outline, name), edge=free)
        for line in stance_figure()["arm_furrows"]:
            points = np.array(line, dtype=float) * (side, 1)
            yield Part(f"arm-furrow-{name}", "line", points, _arm_weights(points, name), closed=False)


def _arm_weights(points, name):
    elbow = stance_figure()["lengths"]["upper_arm"]
    fore = _ramp(np.asarray(points)[:, 1], elbow - 45, elbow + 45)
    return _weights(points, **{f"arm_{name}": 1 - fore, f"forearm_{name}": fore})


# --- what is under the skin --------------------------------------------------------------------------------


def _bones():
    for bone in load_body("posterior").structures.values():
        if bone.layer == "skeleton":
            yield from _bone(bone)


def _bone(bone):
    lifted = bone.id.endswith("-left") and bone.id.startswith(("femur", "tibia", "fibula", "foot"))
    for contour in flatten(bone.path):
        points = _thinned(np.vstack([contour, contour[:1]]), 7.0)[:-1]
        points = _foreshortened(points) if lifted else points
        yield Part(f"bone-{bone.id}", "bone", points, _bone_weights(bone.id, points, lifted))


def _bone_weights(key, points, lifted):
    if lifted:
        return _weights(points, lifted=1.0)
    if key.startswith(("femur", "tibia", "fibula")):
        return _weights(points, leg=1.0)
    if key.startswith("foot"):
        return _weights(points, foot=1.0)
    whole = np.broadcast_to(points.mean(axis=0), points.shape)
    stiff = key.startswith(("hip", "sacrum", "coccyx"))
    return _weights(points) if stiff else _weights(points, thorax=_ramp(-whole[:, 1], 60, 270))


def _muscle():
    """Gluteus medius of the standing side, with its fibres: above it follows the pelvis, below the femur."""
    medius = load_plate("posterior").structures["gluteus-medius"]
    outline = _thinned(max(flatten(medius.path), key=len), 9.0)
    yield Part("gluteus-medius", "muscle", outline, _muscle_weights(outline))
    for fibre in medius.of_role("fibre"):
        points = _thinned(fibre.line, 16.0)
        yield Part("gluteus-medius-fibre", "fibre", points, _muscle_weights(points), closed=False)


def _muscle_weights(points):
    return _weights(points, leg=_ramp(np.asarray(points)[:, 1], -45, 0))
