"""Write the lessons as pages that work with no kernel, no server and no network, their widgets alive."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat

from gluteal import paths
from gluteal.lesson.blocks import markdown
from gluteal.publish import embed, gallery, render
from gluteal.publish.embed import PublishError
from gluteal.publish.stable import models_of, shown_models

NAME = "Gluteal"
INDEX = "index.html"
MARK = ".made-by-gluteal"
# A text that several widgets carry, such as their program, goes into the page once.
SHARED_CHARACTERS = 200


@dataclass(frozen=True)
class Page:
    """One lesson on its way to a page.

    Attributes
    ----------
    stem : str
        Name of the notebook file without its ending.
    file : str
        File name of the page.
    title : str
        Its first heading.
    items : tuple of str
        Ids of the questions it asks.
    notebook : nbformat.NotebookNode
        The executed notebook.
    """

    stem: str
    file: str
    title: str
    items: tuple[str, ...]
    notebook: nbformat.NotebookNode


def build(out_dir: Path | None = None, folder: Path | None = None) -> list[Path]:
    """Write one page for each lesson and the gallery of figures; the first lesson is ``index.html``.

    Parameters
    ----------
    out_dir : Path, optional
        Where to write; default: ``site`` in the checkout. An earlier site there is replaced.
    folder : Path, optional
        Where the notebooks lie; default: ``notebooks``.

    Returns
    -------
    list of Path
        The pages, in the order of the lessons, the gallery last.

    Raises
    ------
    PublishError
        When a figure is missing; when there is no lesson, one was not run, lacks its widgets or shows an
        error; or when ``out_dir`` holds something that is not a site.
    """
    pages = read_pages(Path(folder or paths.notebooks_dir()))
    families = gallery.families(pages)
    texts = {page.file: page_html(page, pages) for page in pages}
    texts[gallery.PAGE] = gallery_html(families, pages)
    target = Path(out_dir or paths.root() / "site")
    clear(target)
    embed.copy_assets(target)
    gallery.copy_figures(families, target)
    for file, text in texts.items():
        (target / file).write_text(text, encoding="utf-8", newline="\n")
    return [target / file for file in texts]


def read_pages(folder: Path) -> list[Page]:
    """Read the lessons of a folder.

    Raises
    ------
    PublishError
        When there is none, or one of them was not run or lacks the state of a widget it shows.
    """
    files = sorted(folder.glob("[0-9][0-9]_*.ipynb"))
    if not files:
        raise PublishError(f"There is no lesson in {folder.name}. Get them with: git checkout -- notebooks")
    return [_read_page(file, INDEX if file == files[0] else f"{file.stem}.html") for file in files]


def page_html(page: Page, pages: list[Page]) -> str:
    """Return the whole text of a page.

    Parameters
    ----------
    page : Page
        The lesson.
    pages : list of Page
        All lessons, for the navigation.
    """
    where = pages.index(page)
    body, styles = render.lift_styles(render.body_html(page.notebook, f"{page.stem}.ipynb"))
    body = render.to_figures(body, gallery.FOLDER)
    html = template("lesson").render(
        _frame(page.file, pages),
        page=page,
        before=pages[where - 1] if where else None,
        after=pages[where + 1] if where + 1 < len(pages) else None,
        body=body,
        styles=styles,
        state=embed.state_script(state_of(page, body)),
        scripts=embed.scripts_html(),
    )
    return render.to_pages(html, {one.stem: one.file for one in pages})


def gallery_html(families: list[gallery.Family], pages: list[Page]) -> str:
    """Return the whole text of the gallery.

    Parameters
    ----------
    families : list of gluteal.publish.gallery.Family
        The figures.
    pages : list of Page
        All lessons, for the navigation.
    """
    return template("figures").render(
        _frame(gallery.PAGE, pages),
        families=families,
        sources=gallery.sources_of(families),
        folder=gallery.FOLDER,
        licence=gallery.LICENCE,
    )


def _frame(file: str, pages: list[Page]) -> dict:
    """Return what the head and foot of every page need; ``file`` is the page itself."""
    return {"name": NAME, "pages": pages, "here": file, "gallery": gallery.PAGE, "assets": embed.ASSETS}


def share_texts(state: dict) -> dict:
    """Return a widget state in which every long text that stands in it more than once is kept once.

    ``alive.js`` puts the texts back: the list ``texts`` holds them, and ``{"gluteal-text": 3}`` stands for
    the fourth.

    Examples
    --------
    >>> long = "x" * 500
    >>> shared = share_texts({"state": {"a": {"state": {"_esm": long}}, "b": {"state": {"_esm": long}}}})
    >>> shared["state"]["a"]["state"]["_esm"], len(shared["texts"])
    ({'gluteal-text': 0}, 1)
    """
    counts: dict[str, int] = {}
    for model in state["state"].values():
        for value in model["state"].values():
            if isinstance(value, str) and len(value) >= SHARED_CHARACTERS:
                counts[value] = counts.get(value, 0) + 1
    texts = [text for text, count in counts.items() if count > 1]
    place = {text: {"gluteal-text": number} for number, text in enumerate(texts)}
    models = {key: _with_shared(model, place) for key, model in state["state"].items()}
    return {**state, "state": models, "texts": texts}


def _with_shared(model: dict, place: dict[str, dict]) -> dict:
    traits = {
        name: place.get(value, value) if isinstance(value, str) else value
        for name, value in model["state"].items()
    }
    return {**model, "state": traits}


def state_of(page: Page, body: str) -> dict:
    """Return the saved state of the widgets that stand in a page, without those that stand there as HTML."""
    models = json.loads(json.dumps(models_of(page.notebook)))
    models = embed.closure(models, re.findall(r'"model_id": "([0-9a-f]+)"', body))
    return share_texts({"version_major": 2, "version_minor": 0, "state": models})


def _read_page(file: Path, name: str) -> Page:
    try:
        notebook = nbformat.read(file, as_version=4)
    except Exception:
        raise PublishError(
            f"{file.name} is not a readable notebook. Get it back with: git checkout -- notebooks/{file.name}"
        ) from None
    _refuse_unrun(notebook, file.name)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    items = dict.fromkeys(re.findall(rf'["\']({file.stem[:2]}-[a-z0-9-]+)["\']', code))
    return Page(file.stem, name, render.title_of(notebook, file.stem), tuple(items), notebook)


def _refuse_unrun(notebook: nbformat.NotebookNode, name: str) -> None:
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    if any(cell.execution_count is None for cell in code):
        raise PublishError(f"{name} was not run, so it has nothing to show. Run: python run.py lessons")
    if set(shown_models(notebook)) - set(models_of(notebook)):
        raise PublishError(
            f"{name} shows widgets but does not hold them: it was saved without its widget state. "
            "Run: python run.py lessons"
        )


def template(name: str):
    """Return a template of the pages by name."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(embed.TEMPLATES)
    made = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"markdown": markdown, "reference": gallery.reference_html}
    return made.get_template(f"{name}.html.j2")


def clear(target: Path, mark: str = MARK, what: str = "a site", command: str = "site") -> None:
    """Make room for what is published, but never by deleting what was not made here.

    Parameters
    ----------
    target : Path
        The folder.
    mark : str
        Name of the file that tells that the folder was made here.
    what : str
        What is made there, in a sentence.
    command : str
        Name of the command that makes it.
    """
    if target.exists() and any(target.iterdir()) and not (target / mark).is_file():
        raise PublishError(
            f"{target} holds files that are not {what} made by these lessons. "
            "Name another folder, or empty this one."
        )
    if target.exists():
        for child in target.iterdir():
            shutil.rmtree(child) if child.is_dir() else child.unlink()
    target.mkdir(parents=True, exist_ok=True)
    (target / mark).write_text(f"This folder is made anew by: python run.py {command}\n", encoding="utf-8")
