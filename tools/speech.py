"""What the commands say, and how they stop."""

import sys


class Stop(Exception):
    """Something is in the way; the message is a sentence that says what to do."""


def say(text: str) -> None:
    """Write a line to the learner at once, also when the output goes to a file."""
    print(text, flush=True)


def use_utf8() -> None:
    """Let a console that cannot show a character show a question mark instead of stopping."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


class Progress:
    """One line that counts up in a terminal; in a log file only its first and last state.

    Parameters
    ----------
    what : str
        What is being counted, e.g. ``"Installing packages"``.
    total : int
        How many there will be.
    """

    def __init__(self, what: str, total: int):
        self.what, self.total, self.done = what, total, 0
        self.live = sys.stdout.isatty()
        say(f"{what} ({total}). The first time this takes a minute or two.")

    def step(self) -> None:
        """Count one more."""
        self.done = min(self.done + 1, self.total)
        if self.live:
            print(f"\r  {self.done} of {self.total}", end="", flush=True)

    def end(self) -> None:
        """Leave the line behind."""
        if self.live:
            print("\r" + " " * 30 + "\r", end="", flush=True)
