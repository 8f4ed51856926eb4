"""One student's handout: papermill executes the notebook, and the page for the printer is made of it."""

import re
import tempfile

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError

from gluteal.publish import handout_case, handout_engine, handout_page, handout_sheet
from gluteal.publish.embed import PublishError
from gluteal.publish.stable import KERNEL, stable_text

SHEET = "sheet"
"""The name under which a template keeps the sheet that knows the answers; without it there is no key."""


def make(template, parameters):
    """Execute a template for one student.

    Parameters
    ----------
    template : str
        Text of a notebook with a cell tagged ``parameters``.
    parameters : dict
        What papermill puts below that cell.

    Returns
    -------
    dict
        ``notebook`` and ``page``: texts of files, the same whenever and wherever they are made. ``key``: the
        answers, as `gluteal.publish.handout_sheet.Sheet.key` gives them, or None.

    Raises
    ------
    papermill.PapermillExecutionError
        When a cell fails.
    """
    with tempfile.TemporaryDirectory(prefix="handout-") as place:
        shell = handout_engine.new_shell(place)
        own = papermill.execute_notebook(
            nbformat.reads(template, as_version=4), None, parameters, engine_name=handout_engine.NAME,
            kernel_name=KERNEL["name"], progress_bar=False, shell=shell,
        )  # fmt: skip
    own = settled(own)
    sheet = shell.user_ns.get(SHEET)
    key = sheet.key if isinstance(sheet, handout_sheet.Sheet) else None
    return {"notebook": stable_text(own), "page": handout_page.page(own, parameters), "key": key}


def settled(notebook):
    """Return a notebook that papermill executed, without what differs between two runs."""
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = "injected-parameters"
    notebook.metadata.pop("papermill", None)
    return notebook


def bare(text, name):
    """Return a template's text without stored outputs, checked.

    Raises
    ------
    PublishError
        When it is no notebook, or has no cell tagged ``parameters``.
    """
    try:
        notebook = nbformat.reads(text, as_version=4)
    except Exception as error:
        raise PublishError(
            f"{name} is not a readable notebook ({type(error).__name__}); open it in JupyterLab and save it."
        ) from None
    if not any("parameters" in cell.metadata.get("tags", []) for cell in notebook.cells):
        raise PublishError(f"{name} has no cell with the tag 'parameters'; give the tag to one of its cells.")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    notebook.metadata.pop("widgets", None)
    return stable_text(notebook)


def sentence(error):
    """Return why a handout could not be made, in one line."""
    if isinstance(error, PapermillExecutionError):
        said = re.sub(r"\s+", " ", str(error.evalue)).strip()
        first = next((line.strip() for line in error.source.splitlines() if line.strip()), "")
        return f"cell {error.exec_count} ({first[:60]}) failed: {error.ename}: {said}"[:400]
    return f"{type(error).__name__}: {error}"[:400]


def warm_up():
    """Load what all handouts need."""
    handout_sheet.warm_up()
    handout_case.warm_up()
    handout_page.page(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("**x**", id="x")]), {})
