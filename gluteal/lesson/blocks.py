"""What a lesson puts into the page where no widget is needed: HTML with a text that says the same."""

from html import escape
from importlib import import_module

from gluteal.widgets import assets


class Block:
    """A piece of HTML, with the text that screen readers of other programs, diffs and terminals get.

    Parameters
    ----------
    html : str
        The content, without style.
    text : str
        The same in words; must not differ from run to run.
    kind : str
        Class of the element: ``sure``, ``note``, ``figure`` and so on.
    metadata : dict, optional
        Metadata of the output.
    script : str, optional
        A classic script that the page runs after the content.

    Examples
    --------
    >>> Block("<p>Hello</p>", "Hello", "note")
    Hello
    """

    def __init__(self, html, text, kind, metadata=None, script=""):
        self.html = html
        self.text = text
        self.kind = kind
        self.metadata = metadata or {}
        self.script = script

    def __repr__(self):
        return self.text

    def page(self):
        """Return the HTML with the style it needs."""
        style = assets.css("common/theme.css", "common/blocks.css", *_OWN_CSS.get(self.kind, ()))
        script = f"<script>{self.script}</script>" if self.script else ""
        return f'<div class="gl gl-block gl-{self.kind}"><style>{style}</style>{self.html}{script}</div>'

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.page(), "text/plain": self.text}, self.metadata


_OWN_CSS = {"map": ("lesson_map.css",), "guide": ("guide.css",), "key": ("guide.css",)}


def note(sentence):
    """Return a sentence for the learner, set apart from the lesson."""
    if sentence.split(" ")[0].isalpha():  # the name of a file or function keeps its case
        sentence = sentence[:1].upper() + sentence[1:]
    return Block(f'<p role="note">{escape(sentence)}</p>', sentence, "note")


def markdown(text):
    """Return Markdown as HTML, as the notebook itself would set it."""
    return import_module("mistune").html(str(text)).strip()


def inline(text):
    """Return one line of Markdown as HTML without a paragraph around it."""
    html = markdown(text)
    return html.removeprefix("<p>").removesuffix("</p>") if html.count("<p>") == 1 else html


def source_links(sources):
    """Return the short names of sources as links into the list of references."""
    return "; ".join(f'<a href="#ref-{escape(s.key)}">{escape(s.short)}</a>' for s in sources)


def source_names(sources):
    """Return the short names of sources as text."""
    return "; ".join(source.short for source in sources)
