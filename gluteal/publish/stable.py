"""Make an executed notebook the same, byte for byte, whenever and wherever it was executed.

What varies between two runs without telling anything is taken out: random widget ids, time stamps, the
version of the Python that ran it. What a lesson says and shows is left exactly as it is.
"""

import json
import re

import nbformat

from gluteal.publish.embed import STATE_TYPE, VIEW_TYPE

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {"name": "python"}
# Metadata of a cell that a machine writes and nobody reads.
PASSING = ("execution", "ExecuteTime", "collapsed", "scrolled", "trusted", "papermill")


def stable_text(notebook: nbformat.NotebookNode) -> str:
    """Return the text of a notebook file in its one stable form.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        An executed notebook; it is left as it is.

    Returns
    -------
    str
        JSON with sorted keys and a newline at the end.

    Examples
    --------
    >>> stable_text(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# One", id="x")]))[-2:]
    '}\\n'
    """
    copy = nbformat.from_dict(json.loads(nbformat.writes(notebook)))
    copy.nbformat, copy.nbformat_minor = 4, 5
    _clean_metadata(copy)
    for number, cell in enumerate(copy.cells):
        _clean_cell(cell, number)
    _keep_reachable(copy)
    text = json.dumps(copy, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    return _renumber(text, copy)


def shown_models(notebook: nbformat.NotebookNode) -> list[str]:
    """Return the ids of the widgets that the outputs of a notebook show, in order of appearance.

    Examples
    --------
    >>> shown_models(nbformat.v4.new_notebook())
    []
    """
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    views = [output["data"][VIEW_TYPE] for output in outputs if VIEW_TYPE in output.get("data", {})]
    return list(dict.fromkeys(view["model_id"] for view in views))


def models_of(notebook: nbformat.NotebookNode) -> dict[str, dict]:
    """Return the saved widget models of a notebook by id; an empty mapping where there are none."""
    return notebook.metadata.get("widgets", {}).get(STATE_TYPE, {}).get("state", {})


def _clean_metadata(notebook: nbformat.NotebookNode) -> None:
    widgets = notebook.metadata.get("widgets")
    kept = {key: value for key, value in notebook.metadata.items() if key in ("title", "gluteal")}
    notebook.metadata = nbformat.from_dict({**kept, "kernelspec": KERNEL, "language_info": LANGUAGE})
    if widgets:
        notebook.metadata["widgets"] = widgets


def _clean_cell(cell: nbformat.NotebookNode, number: int) -> None:
    cell["id"] = cell.get("id") or f"cell-{number:02d}"
    for name in PASSING:
        cell.metadata.pop(name, None)
    if "outputs" in cell:
        cell["outputs"] = _joined(cell.outputs)


def _joined(outputs: list) -> list:
    """Join what was written to one stream in pieces: where the pieces end depends on the machine's speed."""
    joined: list = []
    for output in outputs:
        last = joined[-1] if joined else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last["text"] += output.text
        else:
            joined.append(output)
    return joined


def _mentions(model: dict, ids: set[str]) -> list[str]:
    # Any whole word that is a model's id counts as a reference, in whatever trait it stands.
    return [word for word in re.findall(r"[0-9a-f]{32}", json.dumps(model, sort_keys=True)) if word in ids]


def _in_order(notebook: nbformat.NotebookNode) -> list[str]:
    """Ids of all models that the page can reach: shown ones first to last, each followed by what it uses."""
    models = models_of(notebook)
    order: dict[str, None] = {}
    waiting = [key for key in reversed(shown_models(notebook)) if key in models]
    while waiting:
        key = waiting.pop()
        if key not in order:
            order[key] = None
            waiting += reversed(_mentions(models[key], set(models)))
    return list(order)


def _keep_reachable(notebook: nbformat.NotebookNode) -> None:
    """Drop the models that no output shows and no shown model refers to: a page cannot get at them."""
    models = models_of(notebook)
    order = _in_order(notebook)
    for key in [key for key in models if key not in order]:
        del models[key]
    if "widgets" in notebook.metadata and not models:
        del notebook.metadata["widgets"]


def _renumber(text: str, notebook: nbformat.NotebookNode) -> str:
    order = _in_order(notebook)
    new = {old: f"{number:032x}" for number, old in enumerate(order, start=1)}
    if not new:
        return text
    text = re.sub("|".join(new), lambda match: new[match.group()], text)
    # The models stand in the file in their new order, not in that of their random ids.
    return json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
