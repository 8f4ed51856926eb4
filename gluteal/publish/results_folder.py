"""A folder of progress files that a class handed in: one record of first tries for each learner.

Two files that share answers to the millisecond are of one learner, who handed in twice, and are united. What
is no progress file is listed with its reason.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from gluteal import progress
from gluteal.progress import ProgressError
from gluteal.publish import handed_in

NOT_JSON = "it does not end in .json, so it is no progress file; leave it, or take it out of the folder"
EMPTY = "it holds no answer; ask for the file that was exported after answering"
SHARED = 2
"""So many first tries two files share, item and millisecond, when they are of one learner."""


@dataclass
class Learner:
    """One learner's first tries.

    Attributes
    ----------
    files : list of str
        What was handed in.
    first : dict of str to (str, object)
        For each question the time and the answer of the first try.
    """

    files: list[str]
    first: dict[str, tuple[str, object]]


@dataclass
class Reading:
    """What was found in a folder.

    Attributes
    ----------
    folder : str
        Name of the folder.
    learners : list of Learner
        In the order of their first files.
    refused : list of (str, str)
        Files that were not read, and why.
    """

    folder: str
    learners: list[Learner] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    _whose: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)

    @property
    def united(self):
        """Learners of whom more than one file was handed in."""
        return sum(len(one.files) > 1 for one in self.learners)

    def take(self, folder, name):
        """Read one file, or note why it cannot be."""
        if not name.lower().endswith(".json"):
            self.refused.append((name, NOT_JSON))
            return
        try:
            first = first_tries(progress.read(folder / name))
        except ProgressError as error:
            own = Path(name).name
            self.refused.append((name, str(error).removeprefix(f"{own} cannot be read: ")))
            return
        if first:
            self._add(name, first)
        else:
            self.refused.append((name, EMPTY))

    def _add(self, name, first):
        keys = [(item, at) for item, (at, _) in first.items()]
        shared = Counter(self._whose[key] for key in keys if key in self._whose)
        place, count = shared.most_common(1)[0] if shared else (None, 0)
        if count < min(SHARED, len(keys)):
            place = len(self.learners)
            self.learners.append(Learner([], {}))
        learner = self.learners[place]
        learner.files.append(name)
        for item, (at, answer) in first.items():
            if item not in learner.first or at < learner.first[item][0]:
                learner.first[item] = (at, answer)
        for key in keys:
            self._whose.setdefault(key, place)


def first_tries(record):
    """Return the first answer to each question that has a right one, with its time.

    Parameters
    ----------
    record : gluteal.progress.Progress

    Examples
    --------
    >>> one = progress.Attempt("01-a", "b", False, 0.0, "2025-03-01T09:30:00.000Z")
    >>> first_tries(progress.Progress((one,)))
    {'01-a': ('2025-03-01T09:30:00.000Z', 'b')}
    """
    firsts = map(record.first, record.items)
    return {one.item: (one.at, one.answer) for one in firsts if one.answer is not None}


def names(folder, without=None):
    """Return every file of a folder; see `gluteal.publish.handed_in.names`."""
    return handed_in.names(folder, "progress files", without)


def read(folder: Path | str, files: Iterable[str]) -> Reading:
    """Read files of a folder one after the other.

    Parameters
    ----------
    folder : path
    files : iterable of str
        As `names` gives them.
    """
    folder = Path(folder)
    found = Reading(folder.resolve().name)
    for name in files:
        found.take(folder, name)
    return found
