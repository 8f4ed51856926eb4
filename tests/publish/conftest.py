"""Small notebooks with a live widget, made in the test: nothing binary is committed."""

import shutil
from pathlib import Path

import nbformat
import pytest

from gluteal.publish import lessons

WIDGETS = '''
import anywidget, ipywidgets, traitlets
class Art(anywidget.AnyWidget):
    _esm = "export default {}"
    svg = traitlets.Unicode("<svg/>").tag(sync=True)
class Counter(anywidget.AnyWidget):
    _esm = """export default { render({ model, el }) {
        const button = document.createElement("button");
        const draw = () => { button.textContent = "Count " + model.get("count"); };
        button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); draw(); };
        draw(); el.append(button); } };"""
    count = traitlets.Int(0).tag(sync=True)
    art = traitlets.Unicode("").tag(sync=True)
    def __repr__(self): return f"Counter: a button that counts from {self.count}"
art = Art()
unused = Counter(count=1000)
'''
TITLE = "# 01 A sample\n\nObjectives: you can count. This is not a diagnosis.\n\n[Next](02_more.ipynb)"
SHOW = 'Counter(count=4, art="IPY_MODEL_" + art.model_id)'

SAMPLE = (
    TITLE,
    ">" + WIDGETS,
    ">one = " + SHOW + "\none",
    ">one",
    ">Counter(count=7)",
    ">print('a line'); print('another')",
)
MORE = (
    "# 02 · More & *more*\n\n[Back](01_sample.ipynb#ref-ward2009), [there](#More-to-read)",
    ">1 + 1",
    "## More to read\n\n| a | b |\n| - | - |\n| 1 | 2 |",
)


def notebook(*cells: str) -> nbformat.NotebookNode:
    """Make a notebook: text that starts with ``#`` or a letter and a blank is prose, ``>`` marks code."""
    made = [
        nbformat.v4.new_code_cell(text[1:].strip(), id=f"c{number}")
        if text.startswith(">")
        else nbformat.v4.new_markdown_cell(text, id=f"c{number}")
        for number, text in enumerate(cells)
    ]
    return nbformat.v4.new_notebook(cells=made)


@pytest.fixture
def write(tmp_path):
    """Write a notebook of these cells into the test's folder."""

    def write(name: str, *cells: str) -> Path:
        file = tmp_path / name
        nbformat.write(notebook(*cells), file)
        return file

    return write


@pytest.fixture
def sample(write) -> Path:
    """A notebook, not yet run, that shows one widget twice and another once."""
    return write("01_sample.ipynb", *SAMPLE)


@pytest.fixture(scope="session")
def run_once(tmp_path_factory) -> Path:
    """A folder of two lessons, run; starting kernels is slow, so that tests work on copies of it."""
    folder = tmp_path_factory.mktemp("run")
    nbformat.write(notebook(*SAMPLE), folder / "01_sample.ipynb")
    nbformat.write(notebook(*MORE), folder / "02_more.ipynb")
    lessons.execute(folder=folder)
    return folder


@pytest.fixture
def folder(run_once, tmp_path) -> Path:
    """A copy of the two lessons that were run."""
    return Path(shutil.copytree(run_once, tmp_path / "lessons"))


@pytest.fixture
def run(folder) -> Path:
    """The first of two lessons that were run, alone."""
    (folder / "02_more.ipynb").unlink()
    return folder / "01_sample.ipynb"
