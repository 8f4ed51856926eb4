"""Run the lessons and store what they show, live widgets included, in the notebook files themselves.

A lesson is committed executed: who opens it sees every picture at once, before running anything.
"""

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat

from gluteal import paths
from gluteal.publish.embed import PublishError
from gluteal.publish.lesson_lint import lint
from gluteal.publish.stable import stable_text
from gluteal.widgets.packing import unpacked

__all__ = ["BUDGET_BYTES", "Result", "execute", "find", "lint", "report"]

BUDGET_BYTES = 3_000_000
CELL_TIMEOUT_S = 180


@dataclass(frozen=True)
class Result:
    """What running one lesson gave.

    Attributes
    ----------
    name : str
        File name of the lesson.
    size_bytes : int
        Size of the file as stored.
    changed : bool
        Whether the file now differs (with ``check``: would differ) from what was there before.
    """

    name: str
    size_bytes: int
    changed: bool


def find(names: Iterable[str] | None = None, folder: Path | None = None) -> list[Path]:
    """Return the notebooks with these names, or all of them.

    Parameters
    ----------
    names : iterable of str, optional
        File names, with or without ``.ipynb``, or just the number of a lesson ("01").
    folder : Path, optional
        Where they lie; default: ``notebooks``.

    Raises
    ------
    PublishError
        When a name fits no notebook; the message lists those that exist.

    Examples
    --------
    >>> all(path.suffix == ".ipynb" for path in find())
    True
    """
    folder = Path(folder or paths.notebooks_dir())
    present = sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    if not names:
        return present
    return [_one(name, present) for name in names]


def execute(
    names: Iterable[str] | None = None, check: bool = False, folder: Path | None = None
) -> list[Result]:
    """Run lessons from top to bottom in a fresh kernel each and store them in their stable form.

    Each lesson gets an empty folder for the learner's work, and ``GLUTEAL_STRICT=1`` makes the lesson engine
    raise where it would tell a learner that something is missing. A file is replaced only when all
    went well.

    Parameters
    ----------
    names : iterable of str, optional
        Which lessons (see ``find``); default: all.
    check : bool
        Do not write; find out whether the stored lessons are what running them gives.
    folder : Path, optional
        Where the notebooks lie; default: ``notebooks``.

    Returns
    -------
    list of Result
        One for each lesson, in order.

    Raises
    ------
    PublishError
        When a cell fails, a lesson is larger than 3 MB, or (with ``check``) a stored lesson differs.
    """
    files = find(names, folder)
    texts = {file: run(file) for file in files}
    results = [Result(file.name, len(text.encode()), _differs(file, text)) for file, text in texts.items()]
    if check:
        _refuse_differences(texts)
    else:
        for file, text in texts.items():
            if _differs(file, text):
                _write(file, text)
    return results


def report(results: Iterable[Result]) -> str:
    """Return a table of the sizes, one line for each lesson.

    Examples
    --------
    >>> print(report([Result("01_x.ipynb", 1_500_000, True)]))
    01_x.ipynb   1.50 MB of 3.00  changed
    """
    results = list(results)
    width = max((len(one.name) for one in results), default=0)
    return "\n".join(
        f"{one.name:<{width}}   {one.size_bytes / 1e6:.2f} MB of {BUDGET_BYTES / 1e6:.2f}  "
        f"{'changed' if one.changed else 'unchanged'}"
        for one in results
    )


def run(file: Path) -> str:
    """Run one notebook and return the text of its file as it is to be stored; nothing is written.

    Raises
    ------
    PublishError
        When the file is no notebook, a cell fails or warns, or the result is too large or names this machine.
    """
    notebook = _read(file)
    with tempfile.TemporaryDirectory(prefix="lesson-") as scratch:
        _run_cells(notebook, file, Path(scratch))
        text = stable_text(notebook)
        _refuse_machine(text, file, scratch)
    _refuse_size(text, file)
    return text


def _one(name: str, present: list[Path]) -> Path:
    stem = Path(name).name.removesuffix(".ipynb")
    for path in present:
        if path.stem == stem or (stem.isdigit() and path.stem.startswith(f"{int(stem):02d}_")):
            return path
    names = ", ".join(path.stem for path in present) or "none"
    raise PublishError(f"There is no lesson {name!r}. The lessons are: {names}.")


def _read(file: Path) -> nbformat.NotebookNode:
    try:
        return nbformat.read(file, as_version=4)
    except FileNotFoundError:
        raise PublishError(f"There is no notebook {file.name} in {file.parent.name}.") from None
    except Exception as error:
        raise PublishError(
            f"{file.name} is not a readable notebook ({type(error).__name__}). "
            f"Get it back with: git checkout -- {file.parent.name}/{file.name}"
        ) from None


def _environment(scratch: Path) -> dict[str, str]:
    return {
        **os.environ,
        "GLUTEAL_WORK": str(scratch / "work"),
        "GLUTEAL_STRICT": "1",
        # Neither a learner's start-up files nor the order of sets may show in a stored lesson.
        "IPYTHONDIR": str(scratch / "ipython"),
        "PYTHONHASHSEED": "0",
    }


def _run_cells(notebook: nbformat.NotebookNode, file: Path, scratch: Path) -> None:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT_S,
        kernel_name="python3",
        store_widget_state=True,
        record_timing=False,
        resources={"metadata": {"path": str(file.parent)}},
    )
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    notebook.metadata.pop("widgets", None)
    try:
        # What the kernel itself writes, such as advice on encryption, is not for the reader of this command.
        with (scratch / "kernel.log").open("w") as log:
            client.execute(env=_environment(scratch), stderr=log)
    except CellExecutionError as error:
        raise PublishError(f"{_place(notebook, file)} fails: {error.ename}: {error.evalue} {_KEPT}") from None
    except CellTimeoutError:
        raise PublishError(f"{_place(notebook, file)} ran longer than {CELL_TIMEOUT_S} s. {_KEPT}") from None
    except DeadKernelError:
        raise PublishError(f"{_place(notebook, file)} ended the kernel. {_KEPT}") from None
    _refuse_warnings(notebook, file)


_KEPT = "The file is unchanged."


def _place(notebook: nbformat.NotebookNode, file: Path) -> str:
    """Name the cell that was the last to run."""
    ran = [
        (number, cell)
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "code" and (cell.execution_count or cell.outputs)
    ]
    number, cell = ran[-1] if ran else (1, notebook.cells[0])
    return f"{file.name}, cell {number} ({cell.source.strip().splitlines()[0][:60]})"


def _refuse_warnings(notebook: nbformat.NotebookNode, file: Path) -> None:
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                said = output.text.strip().splitlines()[-1][:200]
                raise PublishError(
                    f"{file.name}, cell {number} writes a warning that learners would see: {said} {_KEPT}"
                )


def _refuse_machine(text: str, file: Path, scratch: str) -> None:
    for place in (scratch, str(paths.root()), str(Path.home())):
        if len(place) > 1 and json.dumps(place)[1:-1] in text:
            raise PublishError(
                f"{file.name} would carry a path of this machine ({place}). "
                f"Find the cell or widget that shows it and show a name instead. {_KEPT}"
            )


def _refuse_size(text: str, file: Path) -> None:
    size = len(text.encode())
    if size > BUDGET_BYTES:
        raise PublishError(
            f"{file.name} would be {size / 1e6:.2f} MB; a lesson has {BUDGET_BYTES / 1e6:.0f} MB. "
            f"Make its pictures leaner or share them between widgets. {_KEPT}"
        )


def _differs(file: Path, text: str) -> bool:
    stored = file.read_text(encoding="utf-8")
    return stored != text and unpacked(stored) != unpacked(text)


def _refuse_differences(texts: dict[Path, str]) -> None:
    faults = [_difference(file, text) for file, text in texts.items() if _differs(file, text)]
    if faults:
        raise PublishError(
            "Stored lessons are not what running them gives:\n  "
            + "\n  ".join(faults)
            + "\nRun: python run.py lessons"
        )


def _difference(file: Path, text: str) -> str:
    """Say where a stored lesson first differs from the run one."""
    stored, ran = (json.loads(one) for one in (file.read_text(encoding="utf-8"), text))
    cells = zip(stored["cells"], ran["cells"], strict=False)
    for number, (old, new) in enumerate(cells, start=1):
        if old != new:
            parts = ", ".join(key for key in new if old.get(key) != new[key])
            return f"{file.name}: cell {number} differs in {parts}"
    return f"{file.name}: " + ("the stored widgets differ" if stored != ran else "only the layout differs")


def _write(file: Path, text: str) -> None:
    """Replace the file at once: a run that is broken off leaves the old lesson whole."""
    handle, name = tempfile.mkstemp(prefix=f".{file.stem}-", suffix=".part", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        os.chmod(name, file.stat().st_mode & 0o777)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
