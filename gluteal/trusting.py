"""Trust: JupyterLab shows a stored widget on opening only in a notebook that this user trusts."""

from pathlib import Path

from gluteal import paths


def lesson_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return every lesson below ``folder`` (default: ``notebooks``), in order, without editors' copies.

    Examples
    --------
    >>> all(path.suffix == ".ipynb" for path in lesson_files())
    True
    """
    found = (folder or paths.notebooks_dir()).rglob("*.ipynb")
    return tuple(sorted(path for path in found if ".ipynb_checkpoints" not in path.parts))


def trust_lessons(folder: Path | None = None) -> tuple[str, ...]:
    """Sign every lesson below ``folder`` for the present user and return their names.

    Raises
    ------
    ValueError
        If a file is not a notebook; the message names it and says what to do.
    """
    notary = _notary()
    for path in lesson_files(folder):
        notary.sign(_read(path))
    return tuple(path.name for path in lesson_files(folder))


def untrusted_lessons(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the lessons that the present user has not trusted, as they are stored now.

    Examples
    --------
    >>> isinstance(untrusted_lessons(), tuple)
    True
    """
    notary = _notary()
    return tuple(path.name for path in lesson_files(folder) if not notary.check_signature(_read(path)))


def signature_file() -> Path:
    """Return the file in which Jupyter keeps the present user's signatures."""
    return Path(_notary().db_file)


def _notary():
    # nbformat takes a moment to import, and only these functions need it.
    from nbformat.sign import NotebookNotary

    return NotebookNotary()


def _read(path: Path):
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except Exception:
        remedy = f"get it back with: git checkout -- {path.parent.name}/{path.name}"
        raise ValueError(f"{path.name} is not a readable notebook; {remedy}") from None
