"""The gallery: every figure of the pack on one page, with its words, its sources and its files."""

import re
import shutil
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from gluteal import paths
from gluteal.catalogue import load
from gluteal.lesson.reference_list import status
from gluteal.publish.embed import PublishError

PAGE = "figures.html"
FOLDER = "figures"
LICENCE = "CC BY-SA 4.0"
KINDS = ("svg", "png")
# A figure that no family names is shown all the same, at the end.
OTHERS = ("others", "Further figures", "Figures of no other kind.")


@dataclass(frozen=True)
class Exhibit:
    """One figure on its way to the gallery.

    Attributes
    ----------
    words : gluteal.catalogue.teaching.FigureText
        Its text twin.
    width, height : int
        Pixels of its PNG.
    lessons : tuple of gluteal.publish.site.Page
        The lessons that show it.
    also : str
        Everyday names of what its title speaks of; they serve the filter only.
    """

    words: object
    width: int
    height: int
    lessons: tuple
    also: str

    @property
    def sources(self) -> tuple:
        """Its sources, in the order of its row."""
        known = load().sources
        return tuple(known[key] for key in self.words.sources)


@dataclass(frozen=True)
class Family:
    """Figures of one kind under one heading."""

    id: str
    title: str
    description: str
    exhibits: tuple[Exhibit, ...]


def families(pages: Iterable = (), folder: Path | None = None) -> list[Family]:
    """Return every figure that lies in the folder, by family, in the order of ``data/figure_families.csv``.

    Parameters
    ----------
    pages : iterable of gluteal.publish.site.Page
        The lessons, to say which of them show a figure.
    folder : Path, optional
        Where the figures lie; default: ``figures``.

    Raises
    ------
    PublishError
        When a figure lacks its SVG or its PNG.

    Examples
    --------
    >>> [family.title for family in families()][0]
    'The buttock from behind'
    """
    folder, pages = Path(folder or paths.figures_dir()), tuple(pages)
    rows = [(one.id, one.title, one.description, one.figures) for one in load().figure_families.values()]
    sorted_in = {name for row in rows for name in row[3]}
    rows.append((*OTHERS, tuple(name for name in load().figures if name not in sorted_in)))
    return [
        Family(key, title, text, tuple(_exhibit(name, folder, pages) for name in names))
        for key, title, text, names in rows
        if names
    ]


def sources_of(shown: Iterable[Family]) -> list:
    """Return what the figures cite, each source once, by short name."""
    found = {source.key: source for family in shown for one in family.exhibits for source in one.sources}
    return sorted(found.values(), key=lambda source: (source.short.casefold(), source.key))


def reference_html(source) -> str:
    """Return a source as a line of the list of references, its address as a link, and how it was read."""
    text = escape(source.reference.removesuffix(source.link).rstrip() if source.link else source.reference)
    shown = f"doi:{source.doi}" if source.doi else re.sub(r"^https?://(www\.)?", "", source.link).rstrip("/")
    link = f' <a href="{escape(source.link)}" rel="noopener">{escape(shown)}</a>' if source.link else ""
    return f"{text}{link} <small>{escape(status(source))}.</small>"


def copy_figures(shown: Iterable[Family], target: Path, folder: Path | None = None) -> None:
    """Put SVG and PNG of every figure into ``target/figures``."""
    folder, goal = Path(folder or paths.figures_dir()), Path(target) / FOLDER
    goal.mkdir(parents=True, exist_ok=True)
    for name in (one.words.name for family in shown for one in family.exhibits):
        for kind in KINDS:
            shutil.copyfile(folder / f"{name}.{kind}", goal / f"{name}.{kind}")


def size_px(file: Path) -> tuple[int, int]:
    """Return width and height of a PNG, read from its first bytes.

    Raises
    ------
    PublishError
        When it is no PNG.

    Examples
    --------
    >>> width, height = size_px(paths.figures_dir() / "muscle-piriformis.png")
    >>> min(width, height) > 100
    True
    """
    head = file.read_bytes()[:24]
    if head[:8] != b"\x89PNG\r\n\x1a\n" or len(head) < 24:
        raise PublishError(f"figures/{file.name} is no PNG. Draw it anew: python run.py figures")
    return struct.unpack(">II", head[16:24])


def _exhibit(name: str, folder: Path, pages: tuple) -> Exhibit:
    words = load().figures[name]
    for kind in KINDS:
        if not (folder / f"{name}.{kind}").is_file():
            raise PublishError(f"figures/{name}.{kind} is missing. Draw it: python run.py figures")
    width, height = size_px(folder / f"{name}.png")
    shown = tuple(page for page in pages if _shows(page.notebook, name))
    return Exhibit(words, width, height, shown, _also_called(words))


def _shows(notebook, name: str) -> bool:
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    return bool(re.search(rf"""["']{re.escape(name)}["']""", code))


def _also_called(words) -> str:
    told = f"{words.title} {words.alt}".casefold()
    named = [one for one in load().structures.values() if one.name.casefold() in told]
    return " ".join(dict.fromkeys(word for one in named for word in (one.latin_name, *one.also_called)))
