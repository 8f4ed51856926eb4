"""Turn the cells of an executed notebook into the body of a page."""

import base64
import re
from html import escape, unescape

import nbformat

from gluteal.lesson.pictures import BESIDE
from gluteal.publish.embed import VIEW_TYPE, PublishError, view_html

# What a page shows of an output, best first.
KINDS = (VIEW_TYPE, "text/html", "image/svg+xml", "image/png", "text/markdown", "text/plain")
# A cell with this tag is about the learner's own machine or kernel and has no place on a page.
LAB_ONLY = "lab-only"
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_HEADING = re.compile(r"<(h[1-6])>(.*?)</\1>", re.DOTALL)
_NO_PAGE = re.compile(r'(<(?:a|area)\b[^>]*?\bhref=["\'])(?:\./)?([0-9][0-9]_\w+)\.ipynb')


def body_html(notebook: nbformat.NotebookNode, name: str) -> str:
    """Return the cells of a lesson as HTML, in order.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        An executed notebook.
    name : str
        Its file name, for error messages.

    Raises
    ------
    PublishError
        When a cell shows an error.

    Examples
    --------
    >>> cell = nbformat.v4.new_markdown_cell("**Observe.** The fibres fan out.")
    >>> "<strong>Observe.</strong>" in body_html(nbformat.v4.new_notebook(cells=[cell]), "01_x.ipynb")
    True
    """
    return "\n".join(_cell_html(cell, f"{name}, cell {n}") for n, cell in enumerate(notebook.cells, 1))


def title_of(notebook: nbformat.NotebookNode, name: str) -> str:
    """Return the text of the first heading, or the file name where there is none.

    Examples
    --------
    >>> cells = [nbformat.v4.new_markdown_cell("# 01 · The *buttock*")]
    >>> title_of(nbformat.v4.new_notebook(cells=cells), "01_x")
    '01 · The buttock'
    """
    for cell in notebook.cells:
        if found := re.search(r"^#\s+(.+)$", cell.source, re.MULTILINE):
            return re.sub(r"[*_`]", "", found[1]).strip()
    return name.replace("_", " ")


def lift_styles(body: str) -> tuple[str, str]:
    """Take the style elements out of a body; return the body and each different style once.

    Examples
    --------
    >>> lift_styles("<div><style>p{}</style>a</div><div><style>p{}</style>b</div>")
    ('<div>a</div><div>b</div>', '<style>p{}</style>')
    """
    styles = dict.fromkeys(_STYLE.findall(body))
    return _STYLE.sub("", body), "\n".join(f"<style>{style}</style>" for style in styles)


def to_figures(html: str, folder: str) -> str:
    """Point figures of a lesson at the folder of figures that lies beside the page.

    Examples
    --------
    >>> to_figures('<img src="../figures/a.svg" alt="A">', "figures")
    '<img src="figures/a.svg" loading="lazy" alt="A">'
    """
    return re.sub(rf'<img src="{re.escape(BESIDE)}/([^"]+)"', rf'<img src="{folder}/\1" loading="lazy"', html)


def to_pages(html: str, pages: dict[str, str]) -> str:
    """Point links between notebooks at the pages made from them.

    Parameters
    ----------
    html : str
        Part of a page.
    pages : dict of str to str
        Page by stem of the notebook.

    Examples
    --------
    >>> to_pages('<a href="01_x.ipynb#ref-a">1</a>', {"01_x": "01_x.html"})
    '<a href="01_x.html#ref-a">1</a>'
    """

    def page(match: re.Match) -> str:
        return match[1] + pages[match[2]] if match[2] in pages else match[0]

    return _NO_PAGE.sub(page, html)


def _cell_html(cell: nbformat.NotebookNode, place: str) -> str:
    if LAB_ONLY in cell.metadata.get("tags", []):
        return ""
    if cell.cell_type == "markdown":
        return f'<section class="prose">{markdown_html(cell.source)}</section>'
    if cell.cell_type != "code" or not cell.source.strip():
        return ""
    shown = "\n".join(output_html(output, place) for output in cell.outputs)
    return f'<section class="cell">{shown}{_code_html(cell.source)}</section>'


def markdown_html(source: str) -> str:
    """Return a Markdown cell as HTML; headings get the ids that JupyterLab gives them."""
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    html = MarkdownWithMath(renderer=IPythonRenderer(escape=False, exclude_anchor_links=True)).render(source)
    html = _HEADING.sub(_with_id, html)
    # A wide table scrolls by itself, and can be reached by keyboard to do so.
    opened = '<div class="table" role="region" aria-label="Table" tabindex="0"><table'
    return html.replace("<table", opened).replace("</table>", "</table></div>")


def _with_id(match: re.Match) -> str:
    """Give a heading the id that JupyterLab gives it, so that a link to it works in both."""
    words = unescape(re.sub(r"<[^>]+>", "", match[2])).strip().replace(" ", "-")
    return f'<{match[1]} id="{escape(words)}">{match[2]}</{match[1]}>'


def _code_html(source: str) -> str:
    from nbconvert.filters import Highlight2HTML

    code = Highlight2HTML(pygments_lexer="python")(source).replace("<pre>", '<pre tabindex="0">')
    return f'<details class="code"><summary>Show the code</summary>{code}</details>'


def output_html(output: nbformat.NotebookNode, place: str) -> str:
    """Return one output of a cell; empty where it shows nothing. ``place`` is for the message of an error."""
    if output.output_type == "error":
        raise PublishError(
            f"{place} shows an error ({output.ename}). Repair the lesson, then: python run.py lessons"
        )
    if output.output_type == "stream":
        return _said(output.text) if output.name == "stdout" else ""
    kind = next((kind for kind in _kinds(output) if kind in output.data), None)
    return _SHOW[kind](output, output.data[kind]) if kind else ""


def _kinds(output) -> tuple[str, ...]:
    """A widget that brings plain HTML of its own needs no script to be seen: the page shows that."""
    return KINDS[1:] if "text/html" in output.data else KINDS


def _widget(output, view) -> str:
    return view_html(view["model_id"], output.data.get("text/plain", "A live picture."))


def _alternative(output) -> str:
    nested = [value for value in output.metadata.values() if isinstance(value, dict)]
    return next((one["alt"] for one in [output.metadata, *nested] if one.get("alt")), "")


def _image(kind: str, data: str, output) -> str:
    encoded = data if kind == "image/png" else base64.b64encode(data.encode()).decode()
    return f'<img src="data:{kind};base64,{encoded.strip()}" alt="{escape(_alternative(output))}">'


def _said(text: str) -> str:
    return f'<pre class="said" tabindex="0">{escape(text)}</pre>'


_SHOW = {
    VIEW_TYPE: _widget,
    "text/html": lambda output, text: f'<div class="shown">{text}</div>',
    "image/svg+xml": lambda output, text: _image("image/svg+xml", text, output),
    "image/png": lambda output, text: _image("image/png", text, output),
    "text/markdown": lambda output, text: markdown_html(text),
    "text/plain": lambda output, text: _said(text),
}
