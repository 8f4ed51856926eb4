"""Figures with their text twin, shown at once or after a prediction. Nothing is drawn here."""

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from gluteal import catalogue, paths
from gluteal.lesson.blocks import Block, markdown, source_links
from gluteal.lesson.friendly import friendly
from gluteal.lesson.session import identifier, session

BESIDE = "../figures"
"""Where the figures lie as seen from a lesson."""


@dataclass(frozen=True)
class Picture:
    """A committed figure and the words that go with it.

    Attributes
    ----------
    svg : str
    words : gluteal.catalogue.teaching.FigureText
    sources : tuple of gluteal.catalogue.records.Source
    """

    svg: str
    words: object
    sources: tuple

    @property
    def alt(self):
        """The short text twin."""
        return self.words.alt

    @property
    def data_uri(self):
        """The picture as an address, so that its ids and styles stay its own. Its text stays searchable."""
        return "data:image/svg+xml," + quote(self.svg, safe=" /:=;,.()-_!*?@+~|'")

    @property
    def width(self):
        """Natural width in CSS pixels."""
        return _length_px(self.svg, "width")

    @property
    def height(self):
        """Natural height in CSS pixels."""
        return _length_px(self.svg, "height")


def read_figure(name):
    """Return a figure of the pack.

    Raises
    ------
    KeyError
        When no figure has that name; the message names the nearest.
    FileNotFoundError
        When its file is missing.
    """
    known = catalogue.load()
    words = known.figures[identifier(name)]
    path = paths.figures_dir() / f"{words.name}.svg"
    if not path.is_file():
        raise FileNotFoundError(2, "missing figure", f"figures/{path.name}")
    svg = _slim(path.read_text(encoding="utf-8"))
    return Picture(svg, words, tuple(known.sources[key] for key in words.sources))


def _slim(svg):
    """Leave out what nobody sees, and quote attributes with the mark that an address need not escape.

    A notebook carries each picture once more than the folder of figures does.
    """
    svg = re.sub(r"^.*?(?=<svg)|<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"=\"([^\"'<>]*)\"", r"='\1'", svg)
    return re.sub(r">\s+<", "><", svg).strip()


def _length_px(svg, side):
    """Width or height of the picture; 1 pt is 4/3 px."""
    found = re.search(rf"<svg[^>]*?\s{side}=['\"]([\d.]+)(pt|mm|px)?['\"]", svg, flags=re.DOTALL)
    if not found:
        return 760
    return round(float(found[1]) * {"pt": 4 / 3, "mm": 96 / 25.4}.get(found[2], 1))


@friendly('lesson.figure("buttock-posterior-medius")')
def figure(name, after=None):
    """Show a figure with its text twin.

    Parameters
    ----------
    name : str
        Name of the figure: its file in ``figures/`` without ending.
    after : str, optional
        Id of a question. The figure then stays hidden until it is answered, or until the learner asks for
        it without answering.

    Returns
    -------
    gluteal.widgets.picture.Picture or gluteal.widgets.reveal.Reveal
    """
    picture = read_figure(name)
    words = picture.words
    html = figure_html(picture)
    text = f"Figure: {words.title}. {words.alt}"
    return _shown(picture, html, text) if after is None else _after(picture, html, text, after)


def _shown(picture, html, text):
    from gluteal.widgets.picture import Picture

    alt = {"alt": picture.alt, "figure": picture.words.name}
    plain = Block(figure_html(picture, f"{BESIDE}/{picture.words.name}.svg"), text, "figure").page()
    return Picture(html, text, _art(picture), plain, {**alt, "text/html": alt})


def _after(picture, html, text, item_id):
    from gluteal.widgets.reveal import Reveal

    item = catalogue.load().items[identifier(item_id)]
    return Reveal(item.id, html, text, what="the figure", store=session.store, art=_art(picture))


def _art(picture):
    from gluteal.widgets.figure_art import figure_art
    from gluteal.widgets.plate_art import reference

    return reference(figure_art(picture.svg))


def figure_html(picture, address=""):
    """Return a figure as HTML: picture with alt text, title, and the fold that says it all in words.

    Parameters
    ----------
    picture : Picture
    address : str
        Where the drawing lies; without one the page draws it from the art of the widget.
    """
    source = f'src="{escape(address)}"' if address else "data-art"
    words = picture.words
    credit = f'<p class="gl-credit">{escape(words.credit)}</p>' if words.credit else ""
    sources = f"<p>Sources: {source_links(picture.sources)}</p>" if picture.sources else ""
    return (
        f'<figure><img {source} alt="{escape(words.alt)}" width="{picture.width}" height="{picture.height}">'
        f'<figcaption class="gl-hidden">{escape(words.title)}</figcaption></figure>'
        f'<label class="gl-enlarge"><input type="checkbox"> Enlarge this figure</label>'
        f"<details><summary>Read this figure as text</summary>"
        f"<p><b>{escape(words.title)}</b></p>{markdown(words.text)}{sources}{credit}</details>"
    )
