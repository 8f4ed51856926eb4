"""An executed handout → a page for the printer: what its cells show, without their code."""

from html import escape

from gluteal.lesson.blocks import markdown
from gluteal.publish.handout_sheet import CSS

HIDDEN = "notebook-only"
"""Cells with this tag stay in the notebook: there the student can type into them."""
_IMAGES = ("image/png", "image/jpeg", "image/gif")


def page(notebook, parameters):
    """Return the page.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Executed.
    parameters : dict
        ``student_name`` is the title's.

    Examples
    --------
    >>> import nbformat
    >>> cell = nbformat.v4.new_markdown_cell("*Hello*", id="x")
    >>> "<em>Hello</em>" in page(nbformat.v4.new_notebook(cells=[cell]), {})
    True
    """
    body = "\n".join(filter(None, map(_cell, notebook.cells)))
    title = " – ".join(str(parameters[name]) for name in ("student_name", "student_id") if name in parameters)
    return whole(f"Handout: {title}" if title else "Handout", body)


def whole(title, body):
    """Return a page for paper with this content."""
    style = CSS.read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="icon" href="data:,"><style>{style}</style></head>\n'
        f'<body class="ho-page"><main>\n{body}\n</main></body></html>\n'
    )


def _cell(cell):
    if HIDDEN in cell.metadata.get("tags", []):
        return ""
    if cell.cell_type == "markdown":
        return f'<div class="ho-prose">{markdown(cell.source)}</div>'
    return "\n".join(_output(one) for one in cell.get("outputs", []))


def _output(output):
    if output.output_type == "stream":
        return f"<pre>{escape(output.text)}</pre>" if output.name == "stdout" else ""
    data = output.get("data", {})
    if "text/html" in data:
        return _without_style(data["text/html"])
    if "image/svg+xml" in data:
        return f"<figure>{data['image/svg+xml']}</figure>"
    for kind in _IMAGES:
        if kind in data:
            return f'<figure><img alt="" src="data:{kind};base64,{data[kind].strip()}"></figure>'
    if "text/markdown" in data:
        return f'<div class="ho-prose">{markdown(data["text/markdown"])}</div>'
    return f"<pre>{escape(data['text/plain'])}</pre>" if "text/plain" in data else ""


def _without_style(html):
    """The sheet's own style stands in the head of the page already."""
    own = f"<style>{CSS.read_text(encoding='utf-8')}</style>"
    return html.replace(own, "")
