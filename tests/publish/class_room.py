"""A small class for the tests of handouts."""

import json
from pathlib import Path

import nbformat

from gluteal import paths

NAMES = ("Ada Lovelace", "Zoë Ångström", "../../etc/passwd", "Jo Müller")
TEMPLATES = sorted((paths.notebooks_dir() / "instructor").glob("handout_*.ipynb"))


def write_roster(path: Path, count: int = 4) -> Path:
    """Write a roster of so many students."""
    rows = "".join(f"s{number:03},{NAMES[number % 4]}\n" for number in range(count))
    path.write_text("id,name\n" + rows, "utf-8")
    return path


def write_template(path: Path, *cells: str) -> Path:
    """Write a template whose first cell has the parameters."""
    first = 'student_id = ""\nstudent_name = ""\nseed = 0\nlesson = ""\nquestions = 0\ndifficulty = ""'
    made = [nbformat.v4.new_code_cell(text, id=f"c{number}") for number, text in enumerate([first, *cells])]
    made[0].metadata["tags"] = ["parameters"]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata={"kernelspec": kernel}), path)
    return path


def tree(out: Path) -> dict[str, bytes]:
    """Return every file of a folder of handouts."""
    files = [path for path in out.rglob("*") if path.is_file()]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def said(out: Path, stem: str) -> str:
    """Return what the cells of a student's notebook printed."""
    cells = json.loads((out / "students" / f"{stem}.ipynb").read_text("utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return "".join("".join(one["text"]) for one in outputs if one["output_type"] == "stream")
