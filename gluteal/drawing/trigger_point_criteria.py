"""What the 2018 consensus asks for: three findings, of which two are enough, then active or latent."""

import numpy as np

from gluteal import catalogue
from gluteal.catalogue import name_of
from gluteal.catalogue.regions import body_regions
from gluteal.drawing import canvas, furniture, page, style
from gluteal.drawing import trigger_point_page as tpp
from gluteal.drawing.body import chart_marks, load_body
from gluteal.drawing.marks import Mark
from gluteal.svg_path import smooth

NAME = "trigger-point-criteria"
WIDTH_PT, HEIGHT_PT, TOP_PT = 780.0, 504.0, 442.0
LEFTS_PT, PANEL_PT, PICTURE_PT = (16.0, 273.0, 530.0), 234.0, 150.0
WINDOWS = {"band": (36.2, 6.5), "spot": (24.0, 6.5)}
WINDOW_MM = 31.0
"""Left upper corner and width of the parts of the schematic of a taut band, mm."""
TIPS = {"band": (54.0, 17.6), "spot": (39.0, 17.0)}
"""Where the tip of the finger lies there, mm."""
FINGER_SHARE = 0.72
"""The finger is drawn smaller than its true width against the piece of muscle, so that the band shows."""
BODY_WINDOW = (-400.0, -165.0, 670.0, 670.0 * PICTURE_PT / PANEL_PT)
POINT, ZONE = "middle-buttock", "posterior-thigh-middle"
"""Regions of the body chart whose middle is the pressed point, and that stands for a zone: an example."""
_EXPERT, _TRAINED = "palpation-reliability-kappa-expert-{}", "palpation-reliability-kappa-trained-{}"
AGREEMENT = {
    "band": ((_TRAINED.format("taut-band"), _EXPERT.format("taut-band")), "trunk"),
    "spot": (("palpation-reliability-kappa-pooled-tenderness",), "all"),
    "referred": ((_EXPERT.format("referred-pain"), _TRAINED.format("referred-pain")), "trunk"),
}
"""For each finding the statements with κ, and in which muscles."""
BOXES_PT = {
    "sum": (16.0, 124.0, 224.0, 48.0), "recognised": (306.0, 124.0, 222.0, 48.0),
    "active": (600.0, 138.0, 164.0, 34.0), "latent": (600.0, 80.0, 164.0, 34.0),
    "not": (16.0, 36.0, 224.0, 42.0),
}  # fmt: skip


def trigger_point_criteria(figure=None):
    """Draw the three findings and the decisions.

    Parameters
    ----------
    figure : matplotlib.figure.Figure, optional
        An empty figure to draw in; by default a new one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure = figure or page.blank(WIDTH_PT, HEIGHT_PT)
    tpp.title(figure, name_of(NAME))
    tpp.heading(figure, (tpp.EDGE_PT, TOP_PT + 22), name_of("criteria-asked"), 700)
    for left, key, draw in zip(LEFTS_PT, AGREEMENT, (_band, _spot, _referred), strict=True):
        tpp.frame(draw(figure, (left, TOP_PT, PANEL_PT)))
        _finding(figure, (left, TOP_PT - PICTURE_PT - 8), key)
    _decisions(figure)
    return figure


def agreement(key):
    """Return how well examiners agree on a finding, in words.

    Parameters
    ----------
    key : {"band", "spot", "referred"}

    Examples
    --------
    >>> agreement("spot")
    'Two trained examiners: κ 0.676'
    """
    facts = [catalogue.load().statements[one] for one in AGREEMENT[key][0]]
    said = [tpp.number(fact.value) for fact in facts]
    words = said[0] if len(said) == 1 else name_of("criteria-range").format(*said)
    return name_of("criteria-agree").format(words)


def _finding(figure, at, key):
    left, top = at
    low = tpp.heading(figure, (left, top), name_of(f"criteria-{key}"), PANEL_PT)
    tpp.paragraph(figure, (left, low), name_of(f"criteria-{key}-what"), PANEL_PT, color=style.INK)
    facts, where = AGREEMENT[key]
    source = catalogue.load().sources[catalogue.load().statements[facts[0]].source_key].short
    low = tpp.paragraph(figure, (left, top - 54), agreement(key), PANEL_PT, weight="bold")
    said = name_of("criteria-agree-who").format(name_of(f"criteria-agree-{where}"), source)
    tpp.paragraph(figure, (left, low), said, PANEL_PT)


def _muscle(figure, box, key, without=()):
    window = (*WINDOWS[key], WINDOW_MM, WINDOW_MM * PICTURE_PT / PANEL_PT)
    return tpp.picture(figure, box, "schematic-taut-band", window, ("belly", "band"), without)


def _finger(figure, ax, key):
    """The finger, up to the lower edge of the picture it lies in."""
    unit, (x, y) = furniture.mm_per_point(ax), TIPS[key]
    (left, _), (low, top) = ax.get_xlim(), ax.get_ylim()
    box = ax.get_position().bounds
    width, height = ax.figure.get_size_inches() * 72
    start = box[0] * width + (x - left) / unit, (box[1] + box[3]) * height - (y - top) / unit
    half = 9.4 * FINGER_SHARE / unit
    window = (-9.4, -0.4, 18.8, (low - y) / FINGER_SHARE + 0.1)
    return tpp.picture(figure, (start[0] - half, start[1], 2 * half), "schematic-finger", window)


def _band(figure, box):
    ax = _muscle(figure, box, "band", ("taut-band-nodule",))
    _finger(figure, ax, "band")
    left, top, width = box
    for way in (1, -1):
        middle = left + width / 2 - 68, top - 74
        tpp.arrow(figure, middle, (middle[0], middle[1] + 34 * way), color=style.PAPER, zorder=7)
    return ax


def _spot(figure, box):
    ax = _muscle(figure, box, "spot")
    x, y = TIPS["spot"]
    for radius, opacity in ((7.0, 0.95), (9.4, 0.7), (11.8, 0.45)):
        turn = np.linspace(np.radians(200), np.radians(340), 9)
        ring = np.column_stack([x + radius * np.cos(turn), y + 2.2 + radius * np.sin(turn)])
        canvas.draw(ax, [Mark(smooth(ring), stroke=style.PAPER, width_mm=0.42, opacity=opacity)])
    _finger(figure, ax, "spot")
    return ax


def _referred(figure, box):
    left, top, width = box
    scale = width / BODY_WINDOW[2]
    ax = page.axes_at(figure, None, BODY_WINDOW, left, top - BODY_WINDOW[3] * scale, scale)
    plate = load_body("posterior")
    for _, marks in chart_marks(plate):
        canvas.draw(ax, marks)
    regions = body_regions("posterior")
    canvas.draw(ax, _zone(np.array(regions[ZONE].corners_mm), plate.structures["body"].path))
    _point(ax, np.array(regions[POINT].corners_mm).mean(axis=0), regions[ZONE])
    return ax


def _zone(corners, outline):
    """A zone with soft edges: smaller and smaller outlines, one over the other."""
    middle, red = corners.mean(axis=0), style.COLOURS["pain.essential"]
    path = [smooth(middle + (corners - middle) * share, closed=True) for share in (0.92, 0.82, 0.7, 0.56)]
    return [Mark(one, fill=red, opacity=0.2, clip=outline) for one in path]


def _point(ax, at, zone):
    """The pressed point, and an arrow to where it is felt."""
    goal = np.array(zone.corners_mm).mean(axis=0)
    ax.plot(*at, "o", ms=9, mfc=style.COLOURS["pain.essential"], mec=style.PAPER, mew=1.6, zorder=9)
    ax.annotate(
        "", goal, at, zorder=8, arrowprops={
            "arrowstyle": "-|>", "color": style.INK, "lw": 1.4, "ls": (0, (4, 2.5)), "shrinkA": 8,
            "shrinkB": 2, "connectionstyle": "arc3,rad=-0.25",
        },
    )  # fmt: skip


def _decisions(figure):
    quiet = style.mix(style.PAPER, style.COLOURS["bone"], 0.5)
    grounds = {"active": style.COLOURS["pain.essential"], "latent": style.mix(style.PAPER, style.INK, 0.12)}
    for key, box in BOXES_PT.items():
        tpp.panel(figure, box, grounds.get(key, quiet))
        _said(figure, key, box)
    _ways(figure)
    agreed = catalogue.load().statements["active-trigger-point-agreement"]
    words = name_of("criteria-experts").format(f"{agreed.value:g} %", agreed.n)
    tpp.paragraph(figure, (306, 114), words, 216)
    words = name_of("criteria-note").format(tpp.grade_sign(agreed.grade))
    tpp.paragraph(figure, (306, 66), words, WIDTH_PT - 306 - 40)


def _said(figure, key, box):
    left, low, width, height = box
    outcome = key in ("active", "latent")
    looks = {"color": style.PAPER if key == "active" else style.INK}
    write = tpp.paragraph if key == "not" else tpp.heading
    top = low + height - (10 if outcome else 9)
    write(figure, (left + 10, top), name_of(f"criteria-{key}"), width - 20, **looks)


def _ways(figure):
    looks = {"color": style.INK, "weight": "bold"}
    tpp.arrow(figure, (242, 148), (304, 148))
    tpp.paragraph(figure, (272, 165), name_of("criteria-enough"), 60, ha="center", **looks)
    tpp.arrow(figure, (60, 122), (60, 81))
    tpp.paragraph(figure, (72, 108), name_of("criteria-few"), 80, **looks)
    tpp.arrow(figure, (530, 155), (598, 155))
    tpp.paragraph(figure, (562, 171), name_of("criteria-yes"), 60, ha="center", **looks)
    tpp.arrow(figure, (530, 134), (598, 100))
    tpp.paragraph(figure, (554, 114), name_of("criteria-no"), 60, ha="center", **looks)
