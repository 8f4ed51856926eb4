"""One sarcomere, to scale: discs, M line, filaments, titin; and how the bands follow from its length.

Marks are in nanometres; across, the drawing is schematic.
"""

from dataclasses import dataclass

import numpy as np

from gluteal import catalogue
from gluteal.drawing import style
from gluteal.drawing.marks import Mark

COLOURS = {
    "actin": "#3c6694",
    "myosin": "#a23f37",
    "titin": "#6d7a35",
    "disc": "#3a2a20",
    "m-line": "#5b2a3c",
    "fibril": "#f3ddd0",
}
HEIGHT_NM = 1050
_ROWS = 5
_BARE_NM = 160
"""Middle of a thick filament, without heads."""
_COIL_NM, _HEAD_NM, _BROKEN_NM = 28, 45, 190


@dataclass(frozen=True)
class Filaments:
    """Lengths that do not change when a muscle shortens.

    Attributes
    ----------
    thick_um, thin_um : float
        µm; the thin one from the Z disc to its free end.
    """

    thick_um: float
    thin_um: float


def filaments():
    """Return the lengths of human filaments, the thin one as the middle of what was found.

    Examples
    --------
    >>> filaments()
    Filaments(thick_um=1.65, thin_um=1.28)
    """
    facts = catalogue.load().statements
    thin = facts["thin-filament-length"]
    return Filaments(facts["thick-filament-length"].value, (thin.value_low + thin.value_high) / 2)


def bands_um(length_um, of):
    """Return the widths of A band, I band and H zone of a sarcomere.

    Parameters
    ----------
    length_um : float
        From Z disc to Z disc.
    of : Filaments

    Returns
    -------
    dict
        ``"a"``, ``"i"``, ``"h"``: µm. The I band is counted on both sides of the A band together.

    Examples
    --------
    >>> {key: round(width, 2) for key, width in bands_um(2.84, Filaments(1.65, 1.28)).items()}
    {'a': 1.65, 'i': 1.19, 'h': 0.28}
    """
    dark = min(of.thick_um, length_um)
    return {"a": dark, "i": length_um - dark, "h": max(0.0, length_um - 2 * of.thin_um)}


def sarcomere_marks(left_um, length_um, of, *, fine=True):
    """Return the marks of a sarcomere from one Z disc to the next.

    Parameters
    ----------
    left_um, length_um : float
        Place of its left Z disc, and its length.
    of : Filaments
    fine : bool
        Draw heads and titin too; in a row of many sarcomeres they cannot be seen.

    Returns
    -------
    list of gluteal.drawing.marks.Mark
        In nm, y down, the axis at y = 0. Where thick filaments no longer fit between the discs they are
        broken lines, and the discs are smeared.
    """
    dark, fits = 1000 * bands_um(length_um, of)["a"], of.thick_um <= length_um
    left, right = 1000 * left_um, 1000 * (left_um + length_um)
    thick = (left + right - dark) / 2, (left + right + dark) / 2
    marks = [_shade(left, right, COLOURS["fibril"], 0.5)]
    marks.append(_shade(*thick, style.mix(COLOURS["myosin"], "#ffffff", 0.45), 0.4))
    marks += _thin(left, right, 1000 * of.thin_um)
    marks += _titin(left, right, thick) if fine and fits else []
    marks += _thick(thick, fits, fine)
    marks += _m_line((left + right) / 2) if fits else []
    return [*marks, *_disc(left, fits), *_disc(right, fits)]


def levels():
    """Return the levels of the thick filaments, and of the thin ones between them, nm."""
    thick = np.linspace(-0.5, 0.5, 2 * _ROWS + 1)[1::2] * HEIGHT_NM
    return thick, np.linspace(-0.5, 0.5, 2 * _ROWS + 1)[0::2] * HEIGHT_NM * 0.96


def _shade(left, right, colour, opacity):
    top = HEIGHT_NM / 2
    return Mark(f"M{left:.0f} {-top:.0f}H{right:.0f}V{top:.0f}H{left:.0f}Z", fill=colour, opacity=opacity)


def _levels(left, right, heights):
    return "".join(f"M{left:.0f} {y:.0f}H{right:.0f}" for y in heights)


def _thin(left, right, length):
    """Thin filaments from both discs; they may overlap in the middle, but end at the other disc."""
    reach, (_, heights) = min(length, right - left), levels()
    pen = {"stroke": COLOURS["actin"], "width_mm": 22}
    ends = (left, left + reach), (right - reach, right)
    return [Mark(_levels(*one, heights), **pen) for one in ends]


def _thick(ends, fits, fine):
    heights, _ = levels()
    pen = {"stroke": COLOURS["myosin"], "width_mm": 50}
    if not fits:
        pieces = np.arange(ends[0] + 60, ends[1] - 60, _BROKEN_NM)
        return [Mark("".join(_levels(x, x + _BROKEN_NM / 2.5, heights) for x in pieces), **pen)]
    marks = [Mark(_levels(*ends, heights), **pen)]
    return [*marks, Mark(_heads(*ends, heights), stroke=COLOURS["myosin"], width_mm=16)] if fine else marks


def _heads(left, right, heights):
    """Heads of the thick filaments, leaning away from the bare middle."""
    middle, parts = (left + right) / 2, []
    for x in np.arange(left + 40, right, 75):
        lean = np.sign(x - middle) * _HEAD_NM * 0.6
        if abs(x - middle) > _BARE_NM / 2:
            parts += [f"M{x:.0f} {y:.0f}l{lean:.0f} {way * _HEAD_NM:.0f}" for y in heights for way in (-1, 1)]
    return "".join(parts)


def _titin(left, right, thick):
    """Springs between the discs and the ends of the thick filaments."""
    heights, _ = levels()
    path = "".join(_coil(*ends, y) for ends in ((left, thick[0]), (thick[1], right)) for y in heights)
    return [Mark(path, stroke=COLOURS["titin"], width_mm=17)]


def _coil(start, end, y):
    turns = 9
    x = np.linspace(start, end, 2 * turns + 1)
    rise = np.where(np.arange(2 * turns + 1) % 2, _COIL_NM, -_COIL_NM)
    rise[[0, -1]] = 0
    points = [f"{a:.0f} {y + b:.0f}" for a, b in zip(x, rise, strict=True)]
    return "M" + "L".join(points)


def _m_line(x):
    """The M line, which holds the thick filaments together in their middle."""
    reach = 0.47 * HEIGHT_NM
    return [Mark(f"M{x:.0f} {-reach:.0f}V{reach:.0f}", stroke=COLOURS["m-line"], width_mm=26)]


def _disc(x, fits):
    """A Z disc: a zigzag line; smeared where the thick filaments press on it."""
    y = np.linspace(-0.5, 0.5, 4 * _ROWS + 1) * HEIGHT_NM * 1.06
    aside = np.where(np.arange(len(y)) % 2, 22, -22)
    line = "M" + "L".join(f"{x + a:.0f} {b:.0f}" for a, b in zip(aside, y, strict=True))
    smear = [Mark(line, stroke=COLOURS["disc"], width_mm=width, opacity=0.14) for width in (200, 130)]
    return [*([] if fits else smear), Mark(line, stroke=COLOURS["disc"], width_mm=36)]
