"""Pain drawing: painted on body charts, compared with referral patterns once red flags are answered."""

import json
from functools import lru_cache

import anywidget
import traitlets

from gluteal.catalogue import load as catalogue
from gluteal.catalogue.nearest import suggestion
from gluteal.catalogue.referral import referral_patterns
from gluteal.models import drawing_file
from gluteal.models import pain_drawing as drawings
from gluteal.models.raster import SIDES
from gluteal.models.referral_rank import rank
from gluteal.widgets import assets
from gluteal.widgets.body_art import body_reference
from gluteal.widgets.packing import pack
from gluteal.widgets.pain_records import BRUSHES, VIEWS, pain_records

PARTS = ("whole", "upper", "lower")
TOOLS = ("paint", "erase")
ANSWERS = ("yes", "no")
_SNIPPETS = ("dom", "own_keys", "packing", "put", "plate_art", "body_art")
_PARTS = (
    *("grid", "shapes", "textures", "chart", "file", "state", "rank"),
    *("flags", "tools", "regions", "result", "words", "print"),
)


class PainDrawing(anywidget.AnyWidget):
    """Charts of the body to paint pain on; answered in the page, with or without a kernel.

    Red flags are asked before anything is ranked. The ranking compares the drawing with typical maps
    (`gluteal.models.referral_overlap`); it is no diagnosis.

    Parameters
    ----------
    drawing : dict or gluteal.models.pain_drawing.PainDrawing, optional
        What is painted at the beginning.
    **traits
        Any attribute below, to begin with another value.

    Attributes
    ----------
    drawing : dict
        The drawing in the form in which it is saved (`gluteal.models.pain_drawing`).
    red_flags : dict
        Id of a red flag: ``"yes"`` or ``"no"``. Empty at first: nothing is answered beforehand.
    result : dict
        What the page found: ``state`` (``unanswered``, ``red-flag``, ``empty`` or ``ranked``), ``red_flags``
        (answered yes), ``remark``, ``remarks`` by side and ``matches`` (pattern, side, rank, points, score,
        explained, covered, chart, why). Empty until the page has shown it; `ranking` computes the same.
    chart : str
        The chart that is shown, ``"pair"`` for back and front, or ``"all"``.
    part : {"whole", "upper", "lower"}
        Which part of the charts fills the picture.
    tool : {"paint", "erase"}
    brush : {"small", "medium", "large"}
    intensity : int
        0 (no pain: the brush erases) to 10 (worst imaginable).
    selected : str
        The pattern whose zone lies over the drawing: its id, a space and the side; or ``""``.
    side : {"right", "left"}
        The side of the body whose ranking is shown.
    locked : bool
        Whether the drawing can only be read: a case.
    show_ranking : bool
        Whether red flags and ranking are shown at all.

    Raises
    ------
    traitlets.TraitError
        For a value that does not exist, or a drawing that cannot be read; the message says what does.

    Examples
    --------
    >>> PainDrawing(intensity=7)
    Pain drawing: empty
    """

    _esm = assets.esm(
        *(f"common/{name}.js" for name in _SNIPPETS),
        *(f"common/pain_{name}.js" for name in _PARTS),
        "pain_drawing.js",
    )
    _css = assets.css("common/theme.css", "pain_drawing.css")

    art = traitlets.Unicode().tag(sync=True)
    tables = traitlets.Unicode().tag(sync=True)
    drawing = traitlets.Dict().tag(sync=True)
    red_flags = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    chart = traitlets.Enum(tuple(VIEWS), "all").tag(sync=True)
    part = traitlets.Enum(PARTS, "whole").tag(sync=True)
    tool = traitlets.Enum(TOOLS, "paint").tag(sync=True)
    brush = traitlets.Enum(tuple(BRUSHES), "medium").tag(sync=True)
    intensity = traitlets.Int(5, min=0, max=drawings.STRONGEST).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    side = traitlets.Enum(SIDES, "right").tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)
    show_ranking = traitlets.Bool(True).tag(sync=True)

    def __init__(self, drawing=None, **traits):
        drawing = drawings.PainDrawing() if drawing is None else drawing
        super().__init__(
            art=body_reference(), tables=_packed_records(), drawing=_as_record(drawing), **traits
        )

    def __repr__(self):
        painted = self.painted
        if painted.is_empty:
            return "Pain drawing: empty"
        titles = pain_records()["titles"]
        charts = ", ".join(titles[chart].lower() for chart in painted.charts)
        return f"Pain drawing: {painted.count} cells painted ({charts})"

    @property
    def painted(self):
        """The drawing as a `gluteal.models.pain_drawing.PainDrawing`."""
        return drawings.from_json(self.drawing)

    def ranking(self):
        """Return the ranking that the page shows, computed by the model.

        Returns
        -------
        gluteal.models.referral_rank.Ranking

        Raises
        ------
        ValueError
            While a red flag is not answered, or when one is answered yes: the message says what comes first.
        """
        flags = catalogue().red_flags
        open_ones = [key for key in flags if key not in self.red_flags]
        if open_ones:
            raise ValueError(
                f"{len(open_ones)} questions about red flags are still open: {', '.join(open_ones)}; "
                "answer them with red_flags={id: 'yes' or 'no'} or on the page"
            )
        if yes := [flags[key] for key, answer in self.red_flags.items() if answer == "yes"]:
            raise ValueError("; ".join(f"{flag.name}: {flag.action}" for flag in yes))
        return rank(self.painted, referral_patterns())

    def save(self, path, overwrite=False):
        """Save the drawing as a file that the page and this class can load.

        Parameters
        ----------
        path : path
        overwrite : bool
            Replace another drawing at that place.

        Returns
        -------
        pathlib.Path

        Raises
        ------
        gluteal.models.pain_drawing.DrawingError
            When something else is there, or the folder cannot be written.
        """
        return drawing_file.write(path, self.painted, overwrite)

    def load(self, path):
        """Show a saved drawing instead of this one.

        Parameters
        ----------
        path : path

        Raises
        ------
        gluteal.models.pain_drawing.DrawingError
            When the file cannot be used; the message says why. The drawing stays as it was.
        """
        self.drawing = drawing_file.read(path).to_json()

    @traitlets.validate("drawing")
    def _readable(self, proposal):
        return _as_record(proposal["value"])

    @traitlets.validate("red_flags")
    def _known_flags(self, proposal):
        flags = catalogue().red_flags
        for key, answer in proposal["value"].items():
            if key not in flags:
                raise traitlets.TraitError(f"there is no red flag {key!r}; {suggestion(key, flags)}")
            if answer not in ANSWERS:
                raise traitlets.TraitError(f"a red flag is answered by 'yes' or 'no', not by {answer!r}")
        return proposal["value"]

    @traitlets.validate("selected")
    def _known_pattern(self, proposal):
        pattern, _, side = proposal["value"].partition(" ")
        if pattern and pattern not in referral_patterns():
            raise traitlets.TraitError(
                f"there is no pattern {pattern!r}; {suggestion(pattern, referral_patterns())}"
            )
        if pattern and side not in SIDES:
            raise traitlets.TraitError(
                f"{pattern!r} needs a side: {pattern + ' right'!r} or {pattern + ' left'!r}"
            )
        return proposal["value"]


def _as_record(drawing):
    """Return a drawing as plain data, or raise a TraitError that says what is wrong with it."""
    try:
        found = drawing if isinstance(drawing, drawings.PainDrawing) else drawings.from_json(drawing)
    except drawings.DrawingError as fault:
        raise traitlets.TraitError(f"this drawing cannot be used: {fault}") from None
    return found.to_json()


@lru_cache
def _packed_records():
    return pack(json.dumps(pain_records(), ensure_ascii=False))
