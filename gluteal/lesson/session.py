"""What one open notebook knows: its lesson, and where the learner's answers are kept."""

from gluteal import catalogue
from gluteal.lesson.blocks import Block, note
from gluteal.lesson.friendly import friendly
from gluteal.progress_store import Store


class Session:
    """The lesson of this kernel and the learner's record.

    Attributes
    ----------
    lesson : gluteal.catalogue.teaching.Lesson or None
        None before ``lesson.begin``.
    """

    def __init__(self):
        self.lesson = None
        self._store = None

    @property
    def store(self):
        """The learner's record, opened when it is first needed."""
        if self._store is None:
            self._store = Store()
        return self._store

    def begin(self, lesson):
        """Turn to a lesson, with the record as it is on disk now."""
        self.lesson = lesson
        self._store = None


session = Session()


def identifier(value):
    """Return what a learner typed as an id: a lesson may be given as 1 and a name with spaces around it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:02d}"
    return value.strip() if isinstance(value, str) else value


@friendly('lesson.begin("01")')
def begin(lesson_id):
    """Begin a lesson: the one line of the set-up cell.

    Parameters
    ----------
    lesson_id : str
        ``"00"`` to ``"09"``.

    Returns
    -------
    Block
        One sentence; another one when the record of answers could not be read.
    """
    session.begin(catalogue.load().lessons[identifier(lesson_id)])
    session.store.load()
    if session.store.notice:
        return note(session.store.notice)
    sentence = f"Lesson {session.lesson.id} is ready. Your answers are kept on this computer, in my_work."
    return Block(f"<p>{sentence}</p>", sentence, "ready")
