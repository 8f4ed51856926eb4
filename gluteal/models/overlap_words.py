"""What is said about a ranking of referral patterns: sentences, with the places that are filled in.

The page fills in the same sentences (`gluteal.models.overlap_tables`).
"""

from gluteal.models.pattern_cells import region_names

EMPTY = "Nothing is painted, so there is nothing to compare. Paint where it hurts first."
BESIDE = "All paint lies beside the body, so there is nothing to compare. Paint on the figure."
NO_DIAGNOSIS = (
    "The ranking says which typical pattern a drawing resembles, not what causes the pain: it is no "
    "probability and no diagnosis."
)
TOO_MUCH = (
    "More than half of this side is painted on the charts used. So large an area overlaps with every "
    "pattern: the ranking no longer tells them apart."
)
NONE = "Nothing that is painted on this side lies in any of these patterns."
LOW = "No pattern matches this side of the drawing well. The order below means little."
CLOSE = "The best {count} are too close to be told apart by a drawing."

ESSENTIAL = "{percent} % of its essential zone is painted."
IN_PATTERN = "{percent} % of what is painted on this side lies in the pattern."
ELSEWHERE = "Painted, but not in the pattern: {regions}."
UNPAINTED = "In its essential zone, but not painted: {regions}."
APART = "Nothing of the drawing lies in this pattern."
_BETWEEN = "; "


def why(one, elsewhere=(), unpainted=()):
    """Return the reasons for a score in sentences.

    Parameters
    ----------
    one : gluteal.models.referral_overlap.Overlap
    elsewhere, unpainted : sequence of str
        Ids of named regions.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> from gluteal.models.referral_overlap import Overlap
    >>> why(Overlap("x", "right", 0.5, 0.8, 0.4, "posterior", 0.8, 0.35), ["posterior-calf"])[-1]
    'Painted, but not in the pattern: calf.'
    """
    if not one.chart:
        return (APART,)
    said = [
        ESSENTIAL.format(percent=percent(one.essential)),
        IN_PATTERN.format(percent=percent(one.in_pattern)),
    ]
    if elsewhere:
        said.append(ELSEWHERE.format(regions=named(elsewhere)))
    if unpainted:
        said.append(UNPAINTED.format(regions=named(unpainted)))
    return tuple(said)


def percent(share):
    """Return a share as a whole percentage, halves up, as a page rounds.

    Examples
    --------
    >>> percent(0.125), percent(1)
    (13, 100)
    """
    return int(share * 100 + 0.5)


def named(regions):
    """Return the names of regions in one line, as they stand within a sentence.

    Examples
    --------
    >>> named(["heel", "posterior-calf"])
    'heel; calf'
    """
    names = region_names()
    return _BETWEEN.join(in_sentence(names[key]) for key in regions)


def in_sentence(name):
    """Return a region's name as it stands within a sentence.

    Examples
    --------
    >>> in_sentence("Outer leg")
    'outer leg'
    """
    return name[:1].lower() + name[1:]
