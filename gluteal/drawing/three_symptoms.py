"""The three symptoms of the source article, each traced to what supports it and what speaks against it."""

from dataclasses import dataclass

from gluteal.catalogue import load, name_of
from gluteal.catalogue.referral import referral_pattern
from gluteal.drawing import page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.referral import zone_marks
from gluteal.drawing.referral_panel import chart_panel

NAME = "three-symptoms-evidence"
WIDTH_PT, TOP_PT, HEAD_PT, BAND_PT, NOTE_PT = 780.0, 46.0, 24.0, 178.0, 46.0
CLAIM_PT, FOR_PT, AGAINST_PT, END_PT = 138.0, 272.0, 518.0, 764.0
"""Left ends of the columns, and the right end of the last."""
FAN_PT, TURN_PT = 98.0, 22.0
"""Length of the lines of the angles, and how far their middle lies from the top of a band."""
TINTS = {"for": style.COLOURS["insertion"], "against": style.COLOURS["origin"]}


@dataclass(frozen=True)
class Reason:
    """One piece of evidence.

    Attributes
    ----------
    words : str
        Ending of the id of its sentence, ``symptom-WORDS``.
    fact : str
        Where number, source and grade stand; empty for what nobody studied.
    values : tuple of str
        Attributes of the fact that fill the sentence.
    """

    words: str
    fact: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Symptom:
    """A symptom of the article, with reasons for and against; ``claim`` is its row in the table of claims."""

    claim: str
    supports: tuple[Reason, ...]
    against: tuple[Reason, ...]


SYMPTOMS = (
    Symptom(
        "pain-and-tension-in-buttock-or-low-back",
        (
            Reason(
                "medius",
                "prevalence-in-low-back-pain-gluteus-medius-active-prevalence",
                ("value_low", "value_high"),
            ),
            Reason("piriformis", "prevalence-in-low-back-pain-piriformis-active-prevalence", ("value",)),
        ),
        (
            Reason("joint", "sacroiliac-joint-pain-area-buttock", ("value", "n")),
            Reason("hip", "hip-joint-pain-area-buttock", ("value", "n")),
            Reason("tension", "imaging-shear-wave-stiffness", ("n",)),
        ),
    ),
    Symptom(
        "pain-to-the-back-of-the-thigh",
        (
            Reason("leg", "prevalence-in-low-back-pain-referring-to-leg", ("value", "n")),
            Reason("pressed", "referred-pain-on-pressure-active", ("value",)),
        ),
        (
            Reason("normal", "referred-pain-in-healthy-people"),
            Reason("njoo", "palpation-reliability-referred-pain-njoo1994", ("n",)),
            Reason("root", "lumbar-radiculopathy-l5-pain-area-back-thigh", ("value",)),
        ),
    ),
    Symptom(
        "hip-mobility-affected",
        (
            Reason("review", "hip-internal-rotation-in-low-back-pain"),
            Reason("judo", "hip-internal-rotation-in-judo-athletes", ("n",)),
        ),
        (
            Reason("unstudied"),
            Reason("extension", "hip-extension-in-low-back-pain", ("value",)),
            Reason("ligament", "baba-internal-rotation"),
        ),
    ),
)
PATTERNS = (
    ("gluteus-medius-trp1", "gluteus-medius-trp2", "piriformis-trp1"),
    ("piriformis-trp1", "gluteus-minimus-posterior"),
)
"""Whose pain maps are drawn beside the first and the second symptom."""
WINDOWS_MM = ((-112, -150, 236, 330), (-112, -96, 236, 544))
JUDO_DEG = (27.5, 38.2)
"""Checked against the fact by a test: with and without a history of low back pain."""


def three_symptoms(figure=None):
    """Draw the table.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    height = TOP_PT + HEAD_PT + len(SYMPTOMS) * BAND_PT + NOTE_PT
    figure = figure or page.blank(WIDTH_PT, height)
    tpp.title(figure, name_of(NAME))
    top = height - TOP_PT
    _heads(figure, top)
    for number, symptom in enumerate(SYMPTOMS):
        _band(figure, top - HEAD_PT - number * BAND_PT, number, symptom)
    low = top - HEAD_PT - len(SYMPTOMS) * BAND_PT
    tpp.paragraph(figure, (16, low - 4), name_of("symptom-note"), WIDTH_PT - 40)
    return figure


def fact_of(reason):
    """Return the fact, or the comparison of the hip model, on which a reason rests; None for a gap."""
    known = load()
    if not reason.fact:
        return None
    return known.facts[reason.fact] if reason.fact in known.facts else known.hip_comparisons[reason.fact]


def sentence(reason):
    """Return a reason in words, its numbers filled in from the facts.

    Examples
    --------
    >>> sentence(SYMPTOMS[1].supports[1])
    'Pressing brought referred pain on at 100 % of active points, in a forearm muscle'
    """
    fact = fact_of(reason)
    return name_of(f"symptom-{reason.words}").format(
        *(tpp.number(getattr(fact, key)) for key in reason.values)
    )


def _heads(figure, top):
    for left, key in ((CLAIM_PT, "claim"), (FOR_PT, "for"), (AGAINST_PT, "against")):
        colour = style.darker(TINTS.get(key, style.INK), 0.1)
        tpp.paragraph(figure, (left, top), name_of(f"symptom-{key}"), 260, weight="bold", color=colour)


def _band(figure, top, number, symptom):
    low = top - BAND_PT + 8
    for key, left, right in (("for", FOR_PT, AGAINST_PT), ("against", AGAINST_PT, END_PT + 8)):
        box = (left - 8, low, right - left - 6, BAND_PT - 8)
        tpp.panel(figure, box, style.mix(style.PAPER, TINTS[key], 0.07))
    _picture(figure, top, number)
    _claim(figure, top, number, symptom)
    for left, reasons in ((FOR_PT, symptom.supports), (AGAINST_PT, symptom.against)):
        level = top - 8
        for reason in reasons:
            level = _reason(figure, (left, level), reason) - 9


def _claim(figure, top, number, symptom):
    claim, width = load().article_claims[symptom.claim], FOR_PT - CLAIM_PT - 16
    low = tpp.heading(figure, (CLAIM_PT, top - 4), f"{number + 1}. {name_of(f'symptom-{number + 1}')}", width)
    low = tpp.paragraph(
        figure, (CLAIM_PT, low - 8), name_of(f"verdict-{claim.verdict}"), width, color=style.INK
    )
    tpp.paragraph(figure, (CLAIM_PT, low - 2), tpp.grade_sign(claim.grade), width)


def _reason(figure, at, reason):
    fact, width = fact_of(reason), AGAINST_PT - FOR_PT - 24
    low = tpp.paragraph(figure, at, sentence(reason), width, color=style.INK)
    if fact is None:
        return low
    said = f"{fact.source.short}  {tpp.grade_sign(fact.grade)}"
    return tpp.paragraph(figure, (at[0], low), said, width)


def _picture(figure, top, number):
    if number < len(PATTERNS):
        return _map(figure, top, WINDOWS_MM[number], [referral_pattern(one) for one in PATTERNS[number]])
    return _angles(figure, top)


def _map(figure, top, window, patterns):
    room_pt = (CLAIM_PT - 30, BAND_PT - 16)
    scale = min(room_pt[0] / window[2], room_pt[1] / window[3])

    def paint(view, texture):
        return [m for one in patterns for m in zone_marks(one, view, scale=texture, point=False)]

    left = 12 + (room_pt[0] - scale * window[2]) / 2
    chart_panel(figure, "posterior", window, (left, top - 4 - scale * window[3]), scale, paint, fade_pt=8)


def _angles(figure, top):
    """Internal rotation prone, from behind: the leg upright, and where it came with and without back pain."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Arc

    turn = (34.0, top - TURN_PT - FAN_PT)
    ends = [_end(turn, angle) for angle in (0, *JUDO_DEG)]
    looks = ({"lw": 1, "ls": (0, (3, 3))}, {"lw": 4}, {"lw": 4, "alpha": 0.35})
    for end, look in zip(ends, looks, strict=True):
        x, y = ([turn[axis] / 72, end[axis] / 72] for axis in (0, 1))
        line = Line2D(x, y, color=style.INK, transform=figure.dpi_scale_trans, solid_capstyle="round", **look)
        figure.add_artist(line)
    for angle, share in zip(JUDO_DEG, (0.42, 0.6), strict=True):
        size = 2 * FAN_PT * share / 72
        arc = Arc(
            [value / 72 for value in turn], size, size, theta1=90 - angle, theta2=90,
            color=style.INK, lw=1, transform=figure.dpi_scale_trans,
        )  # fmt: skip
        figure.add_artist(arc)
    for end, key, angle, beside in zip(
        ends[1:], ("with", "without"), JUDO_DEG, ((-8, 14), (-3, -12)), strict=True
    ):
        said = name_of(f"symptom-angle-{key}").format(f"{angle:g}")
        tpp.paragraph(figure, (end[0] + beside[0], end[1] + beside[1]), said, 60, color=style.INK)
    tpp.paragraph(figure, (14, turn[1] - 10), name_of("symptom-angle-note"), CLAIM_PT - 30)


def _end(turn, angle_deg):
    from math import cos, radians, sin

    return turn[0] + FAN_PT * sin(radians(angle_deg)), turn[1] + FAN_PT * cos(radians(angle_deg))
