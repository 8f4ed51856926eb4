"""Volume: the bands of one tone that make a structure look round, from deep shade to the light."""

from dataclasses import dataclass
from functools import lru_cache

from gluteal.drawing import style
from gluteal.drawing.marks import Mark, sight
from gluteal.drawing.relief import FLAT, mean_width_mm, relief

LEVELS = {
    "few": (0.36, 0.5, 0.62, 0.74, 0.88),
    "some": (0.33, 0.45, 0.54, 0.61, 0.68, 0.76, 0.84, 0.93),
    "smooth": tuple(round(0.42 + 0.026 * step, 3) for step in range(21)),
    "many": (0.3, 0.39, 0.46, 0.52, 0.57, 0.62, 0.67, 0.72, 0.77, 0.82, 0.88, 0.94),
}
"""Shades at which the tone changes: few in small pictures and on what is thin, smooth on the skin."""
_LARGE_MM, _THIN_MM = 26.0, 11.0
_SMALL = 0.6
"""Less detail than this is a small picture: fewer bands, on a coarser grid."""


@dataclass(frozen=True)
class Looks:
    """How a surface looks in deep shade and in full light.

    Attributes
    ----------
    shadow, light : str
        The tones towards which its colour goes.
    depth, gloss : float
        How far it goes towards each, 0 to 1.
    """

    shadow: str = style.COLOURS["shadow"]
    light: str = style.COLOURS["light"]
    depth: float = 0.75
    gloss: float = 0.45

    def tone(self, colour, shade):
        """Return a colour in a shade of 0 to 1."""
        if shade <= FLAT:
            return style.mix(colour, self.shadow, self.depth * (FLAT - shade) / FLAT)
        return style.mix(colour, self.light, self.gloss * (shade - FLAT) / (1 - FLAT))


def modelled(structure, colour, show, body, clip=None, looks=None):
    """Return the marks that fill a structure, darkest first, each band over the one before.

    Parameters
    ----------
    structure : gluteal.plates.PlateStructure
    colour : str
        Of a surface that faces the onlooker.
    show : gluteal.drawing.marks.Show
    body : Body
    clip : str, optional
        Where to paint, when it is less than the structure.
    looks : Looks
        Its darkest and its lightest tone.
    """
    levels, paths = _bands(structure, body, show.detail < _SMALL)
    steps = [(low + high) / 2 for low, high in zip((levels[0] - 0.1, *levels), (*levels, 1.0), strict=True)]
    looks = looks or Looks()
    tones = [looks.tone(colour, step) for step in steps]
    marks = [
        Mark(clip or structure.path, fill=tones[0], clip=sight(structure) if clip else structure.visible)
    ]
    for path, fill in zip(paths, tones[1:], strict=True):
        if path:
            marks.append(Mark(path, fill=fill, clip=clip or sight(structure)))
    return marks


@lru_cache(maxsize=512)
def _bands(structure, body, small):
    wide = mean_width_mm(structure)
    few = small or wide < _THIN_MM
    usual = "few" if few else "many" if wide > _LARGE_MM else "some"
    levels = LEVELS["smooth" if structure.kind == "skin" else usual]
    spacing = min(max(wide * 0.24, 3.6), 14.0) * (1.6 if small else 1.0)
    return levels, relief(structure, body, 40 if few else 72).bands(levels, spacing)
