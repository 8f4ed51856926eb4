"""Questions of the bank as they stand on paper: to tick, number, fill in or mark, and room to write."""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from gluteal import catalogue, paths
from gluteal.drawing.svg import plate_svg
from gluteal.lesson.blocks import inline, source_names
from gluteal.plates import load_plate

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def shuffled(entries, seed, what=""):
    """Return entries in an order that depends on the seed alone, the same on every computer.

    Sorted by the SHA-256 of seed, ``what`` and the entry's own name.

    Parameters
    ----------
    entries : iterable
        Records with an ``id``, pairs that begin with one, or texts.
    seed : int
    what : str
        Tells apart what is shuffled with the same seed.

    Examples
    --------
    >>> shuffled(["a", "b", "c"], 7) == shuffled(["c", "b", "a"], 7)
    True
    """

    def place(entry):
        name = getattr(entry, "id", None) or (entry if isinstance(entry, str) else entry[0])
        return hashlib.sha256(f"{seed}|{what}|{name}".encode()).hexdigest()

    return sorted(entries, key=place)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as one student gets it.

    Attributes
    ----------
    number : int
        Its number on the sheet.
    item : str
        Id of the item.
    html : str
        What is printed.
    stem, answer, reason : str
        For the key: the question, the right answer with the letters of this sheet, and why; HTML.
    sources : str
        Where it was read, short.
    """

    number: int
    item: str
    html: str
    stem: str
    answer: str
    reason: str
    sources: str


def asked(item, number, seed):
    """Return a question for one student.

    Parameters
    ----------
    item : gluteal.catalogue.quiz.Item
    number : int
        Its number on the sheet.
    seed : int
        The student's: it orders what there is to choose.

    Raises
    ------
    ValueError
        For a kind of question that cannot be asked on paper.
    """
    if item.kind not in _KINDS:
        raise ValueError(f"{item.id}: a question of the kind {item.kind!r} cannot be asked on paper")
    body, answer = _KINDS[item.kind](item, seed)
    picture = _figure(item.figure) if item.figure else ""
    html = (
        f'<section class="ho-question"><h3><span class="ho-number">{number}</span> {inline(item.stem)}</h3>'
        f"{picture}{body}</section>"
    )
    known = catalogue.load().sources
    sources = source_names([known[key] for key in item.sources])
    return Asked(number, item.id, html, inline(item.stem), answer, inline(item.explanation), sources)


def can_be_asked(item):
    """Tell whether a question can be asked on paper."""
    return item.kind in _KINDS


def lines(count, label=""):
    """Return ruled lines to write on."""
    said = f'<p class="ho-label">{label}</p>' if label else ""
    return said + '<div class="ho-lines" aria-hidden="true">' + "<i></i>" * count + "</div>"


def _rows(options, mark):
    rows = "".join(
        f'<li><span class="ho-{mark}"></span><b>{letter}</b> <span>{inline(option.text)}</span></li>'
        for letter, option in zip(LETTERS, options, strict=False)
    )
    return f'<ul class="ho-options">{rows}</ul>'


def _lettered(options, chosen):
    found = [
        f"<b>{letter}</b> {inline(option.text)}"
        for letter, option in zip(LETTERS, options, strict=False)
        if option in chosen
    ]
    return "<br>".join(found)


def _choice(item, seed):
    options = shuffled(item.options, seed, item.id)
    body = _rows(options, "box") + lines(2, "Because")
    return body, _lettered(options, [one for one in options if one.correct])


def _several(item, seed):
    options = shuffled(item.options, seed, item.id)
    right = [one for one in options if one.correct]
    body = '<p class="ho-hint">Tick every right one.</p>' + _rows(options, "box") + lines(1, "Because")
    return body, _lettered(options, right)


def _order(item, seed):
    options = shuffled(item.options, seed, item.id)
    if options == list(item.options):
        options = options[1:] + options[:1]
    ends = f": 1 for {escape(item.ends[0])}, {len(options)} for {escape(item.ends[1])}" if item.ends else ""
    body = f'<p class="ho-hint">Number them 1 to {len(options)}{ends}.</p>' + _rows(options, "blank")
    letters = {option.id: letter for letter, option in zip(LETTERS, options, strict=False)}
    right = " → ".join(f"<b>{letters[option.id]}</b> {inline(option.text)}" for option in item.options)
    return body, right


def _match(item, seed):
    targets = shuffled(item.targets, seed, item.id + "-targets")
    letters = {key: letter for letter, (key, _) in zip(LETTERS, targets, strict=False)}
    options = shuffled(item.options, seed, item.id)
    left = "".join(
        f'<li><span class="ho-blank"></span><span>{inline(one.text)}</span></li>' for one in options
    )
    right = "".join(f"<li><b>{letters[key]}</b> <span>{inline(text)}</span></li>" for key, text in targets)
    hint = '<p class="ho-hint">Write the letter that belongs to each.</p>'
    lists = "".join(f'<ul class="ho-options">{one}</ul>' for one in (left, right))
    body = f'{hint}<div class="ho-pairs">{lists}</div>'
    texts = dict(item.targets)
    pairs = [
        f"{inline(one.text)} – <b>{letters[one.match]}</b> {inline(texts[one.match])}" for one in options
    ]
    return body, "<br>".join(pairs)


def _number(item, seed):
    unit = f" {escape(item.unit)}" if item.unit else ""
    body = f'<p class="ho-value"><span class="ho-blank ho-wide"></span>{unit}</p>' + lines(1, "Because")
    slack = f" (right within ± {item.tolerance:g})" if item.tolerance else ""
    return body, f"<b>{item.value:g}{unit}</b>{slack}"


def _click(item, seed):
    structures = catalogue.load().structures
    names = [structures[one.id].name for one in item.options if one.correct]
    hint = '<p class="ho-hint">On paper: mark it with a cross. The plate shows the right side.</p>'
    beside = f"<div>{lines(5, 'Write its name, and how you know it')}</div>"
    body = f'{hint}<div class="ho-beside">{_plate(item.view, item.layers)}{beside}</div>'
    return body, " or ".join(f"<b>{escape(name)}</b>" for name in names)


@lru_cache
def _plate(view, layers):
    """The plate as far as it is uncovered; small enough for a line of the sheet."""
    plate = load_plate(view)
    chosen = tuple(key for key, one in plate.structures.items() if not layers or one.layer in layers)
    mark = hashlib.sha256(" ".join(chosen).encode()).hexdigest()[:6]
    art = plate_svg(view, chosen, prefix=f"ho-{view[0]}{mark}-")
    words = f"Plate of the buttock, {view} view, without labels"
    return f'<figure class="ho-plate" role="img" aria-label="{words}">{art}</figure>'


@lru_cache
def _figure(name):
    data = (paths.figures_dir() / f"{name}.png").read_bytes()
    text = escape(catalogue.load().figures[name].alt)
    source = f"data:image/png;base64,{base64.b64encode(data).decode()}"
    return f'<figure class="ho-figure"><img alt="{text}" src="{source}"></figure>'


_KINDS = {
    "choice": _choice, "several": _several, "order": _order, "match": _match, "number": _number,
    "click": _click,
}  # fmt: skip
