"""A folder of saved pain drawings, read one after the other: what is no drawing is listed with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from gluteal.models import drawing_file
from gluteal.models.drawing_frequency import Frequencies, Tally
from gluteal.models.pain_drawing import DrawingError
from gluteal.publish import handed_in

NO_DRAWING = "it does not end in .json, so it is no saved drawing; leave it, or take it out of the folder"


@dataclass
class Reading:
    """What was found in a folder.

    Attributes
    ----------
    folder : str
        Name of the folder.
    tally : gluteal.models.drawing_frequency.Tally
        The sums over its drawings.
    refused : list of (str, str)
        Files that are no drawing, and why; by name.
    copies : int
        Number of drawings with paint whose content is the same as that of another one.
    """

    folder: str
    tally: Tally
    refused: list[tuple[str, str]] = field(default_factory=list)
    copies: int = 0
    _seen: set[int] = field(default_factory=set, repr=False)

    @property
    def frequencies(self) -> Frequencies:
        """The sums over its drawings."""
        return self.tally.frequencies()

    def take(self, folder: Path, name: str) -> None:
        """Read one file and count it, or note why it cannot be."""
        if not name.lower().endswith(".json"):
            self.refused.append((name, NO_DRAWING))
            return
        try:
            drawing = drawing_file.read(folder / name)
        except DrawingError as error:
            own = Path(name).name
            reason = str(error).removeprefix(f"{own} cannot be used: ")
            self.refused.append((name, reason))
            return
        self.tally.add(drawing)
        self._note_copy(drawing)

    def _note_copy(self, drawing):
        key = hash(drawing)
        self.copies += not drawing.is_empty and key in self._seen
        self._seen.add(key)


def names(folder: Path | str, without: Path | None = None) -> list[str]:
    """Return every file in a folder and below it, relative to it, sorted.

    Parameters
    ----------
    folder : path
    without : Path, optional
        A folder to leave out: that of an earlier report.

    Raises
    ------
    PublishError
        When there is no such folder, or nothing in it.
    """
    return handed_in.names(folder, "saved drawings", without)


def read(folder: Path | str, files: Iterable[str], one_side: bool = False) -> Reading:
    """Read files of a folder one after the other; only sums are kept.

    Parameters
    ----------
    folder : path
    files : iterable of str
        As `names` gives them.
    one_side : bool
        Lay both sides of the body over each other on the right one.
    """
    folder = Path(folder)
    found = Reading(folder.resolve().name, Tally(one_side))
    for name in files:
        found.take(folder, name)
    return found
