"""The look of every picture: colours by role, one sans family, three sizes.

Same structure, same hue in every figure of the pack. The muscles are told apart by hue *and* lightness, so
that they stay apart for colour-blind eyes and in grey print; a test simulates that.
"""

from types import MappingProxyType

PAPER = "#fdfbf6"
INK = "#2b2622"
QUIET_INK = "#6b6259"

FONT_FAMILY = ("Inter", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans", "sans-serif")
SIZE_SMALL, SIZE_BODY, SIZE_TITLE = 9.0, 11.0, 14.0
"""Points: small print, labels, titles."""

COLOURS = MappingProxyType(
    {
        "bone": "#ecdcbd",
        "muscle": "#b8695a",
        "tendon": "#ebe6da",
        "ligament": "#cbd0c2",
        "nerve": "#edbd2c",
        "vessel": "#b5322f",
        "artery": "#c22f2b",
        "vein": "#6c92c9",
        "bursa": "#9fc3d1",
        "fascia": "#e6e9e4",
        "skin": "#e9c8ad",
        "origin": "#a3242c",
        "insertion": "#1f4e8c",
        "pain.essential": "#b3202a",
        "pain.spillover": "#e08a7c",
        "shadow": "#3a2a20",
        "light": "#fff8ea",
    }
)

MUSCLES = MappingProxyType(
    {
        "gluteus-maximus": "#b1493f",
        "gluteus-medius": "#cd7f5b",
        "gluteus-minimus": "#a2606f",
        "tensor-fasciae-latae": "#b37152",
        "piriformis": "#b03a34",
        "superior-gemellus": "#e3ac97",
        "obturator-internus": "#94525a",
        "inferior-gemellus": "#d99580",
        "quadratus-femoris": "#bd6f63",
        "obturator-externus": "#683a42",
        "biceps-femoris-long-head": "#874a3f",
        "semitendinosus": "#c07a66",
    }
)

COARSE = frozenset({"gluteus-maximus"})
"""Muscles whose fascicles can be seen with the naked eye as thick bundles."""


def muscle_colour(structure_id):
    """Return the hue of a muscle, the common muscle red for one without its own.

    Examples
    --------
    >>> muscle_colour("piriformis")
    '#b03a34'
    """
    return MUSCLES.get(structure_id, COLOURS["muscle"])


def colour_of(structure_id, kind):
    """Return the colour of a structure: by id for muscles, arteries and veins, by role for the rest.

    Examples
    --------
    >>> colour_of("superior-gluteal-vein", "vessel") == COLOURS["vein"]
    True
    """
    if kind == "muscle":
        return muscle_colour(structure_id)
    last = structure_id.rsplit("-", 1)[-1]
    return COLOURS[last if kind == "vessel" and last in ("artery", "vein") else kind]


def mix(first, second, share):
    """Return a colour between two, ``share`` (0 to 1) of the second.

    Examples
    --------
    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(colour, share):
    """Return a colour mixed with the shadow tone."""
    return mix(colour, COLOURS["shadow"], share)


def lighter(colour, share):
    """Return a colour mixed with the tone of the light."""
    return mix(colour, COLOURS["light"], share)


def _channels(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return [int(digits[start : start + 2], 16) for start in (0, 2, 4)]
