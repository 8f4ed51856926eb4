"""What the tests of the retrieval practice share: a record of the past, and answers to whatever is asked."""

import json
from datetime import UTC, datetime

from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.models.retrieval import DAY_MS
from gluteal.progress import Attempt, Progress
from gluteal.widgets import RetrievalPractice

KEY = "gluteal-progress"
NEXT = ".rv-next"
BANK = [(item.id, item.lesson) for item in load().items.values()]


def open_practice(widget_page, widget=None, record=None, **options):
    """Show a practice on a page of its own, with a record of the past."""
    page = widget_page(widget or RetrievalPractice(), **options)
    page.locator(".rv-count").wait_for()
    if record is not None:
        remember(page, record)
    return page


def start(page):
    """Begin a session."""
    page.locator(".rv-start").click()
    page.locator(".rv .gl-stem").wait_for()


def moment(time_ms):
    """Return milliseconds since 1970 in the form in which attempts keep a time."""
    return datetime.fromtimestamp(time_ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def past(*answers):
    """Return a record of (item, days ago, right)."""
    now = datetime.now(UTC).timestamp() * 1000
    return Progress(
        tuple(
            Attempt(item, "x", right, float(right), moment(now - days * DAY_MS))
            for item, days, right in answers
        )
    )


def remember(page, record):
    """Give the browser a record and load the page again."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(record.to_json())])
    page.reload()
    page.locator(".rv-count").wait_for()


def kept(page):
    """Return the attempts that the browser keeps."""
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or '{"answers": []}')["answers"]


def asked(page):
    """Return the item that is asked now."""
    stem = page.locator(".rv .gl-stem").text_content()
    return next(item for item in load().items.values() if _plain(item.stem) == stem)


def answer(page, right=True):
    """Answer the question that is asked; return its item."""
    item = asked(page)
    _FILL[item.kind](page.locator(".rv"), item, right)
    page.locator(".rv").get_by_role("button", name="Check my answer").click()
    expect(page.locator(".rv-next")).to_be_visible()
    return item


def _plain(text):
    return text.replace("*", "")


def _choose(rv, item, right):
    wanted = [option for option in item.options if option.correct == right]
    for option in wanted if item.kind == "several" and right else wanted[:1]:
        words = rv.page.get_by_text(_plain(option.text), exact=True)
        rv.locator(".gl-option", has=words).locator("input").check()


def _order(rv, item, right):
    """The options are shown mixed, never in the right order."""
    for place, option in enumerate(item.options if right else ()):
        up = rv.page.get_by_role("button", name=f"Move {option.text} up", exact=True)
        row = rv.locator(".gl-order li", has=up)
        while int(row.locator(".gl-place").inner_text()) > place + 1:
            up.click()


def _match(rv, item, right):
    targets = dict(item.targets)
    for place, option in enumerate(item.options):
        other = next(key for key in targets if key != option.match)
        select = rv.get_by_label(_plain(option.text), exact=True)
        select.select_option(option.match if right or place else other)


def _number(rv, item, right):
    wrong = item.value + item.tolerance + 1
    wrong = wrong if item.maximum is None or wrong <= item.maximum else item.value - item.tolerance - 1
    rv.get_by_label("Your answer").fill(f"{item.value if right else wrong:g}")


def _click(rv, item, right):
    wanted = next(option.id for option in item.options if option.correct == right)
    rv.get_by_label("Or choose from the list").select_option(wanted)


_FILL = {
    "choice": _choose,
    "several": _choose,
    "order": _order,
    "match": _match,
    "number": _number,
    "click": _click,
}
