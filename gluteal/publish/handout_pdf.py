"""Pages → PDF, by a browser of this computer, when there is one."""

import os
import re
import shutil
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "GLUTEAL_BROWSER"
COMMANDS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "msedge",
)  # fmt: skip
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "%PROGRAMFILES%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Microsoft/Edge/Application/msedge.exe",
    "%PROGRAMFILES%/Microsoft/Edge/Application/msedge.exe",
)
# Nothing is fetched: a handout carries all it shows, and a name is never resolved.
ARGUMENTS = (
    "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")
_NODE = re.compile(rb"\(node(\d{8})\)")
_FOOT = (
    '<div style="width:100%;font:8px sans-serif;color:#555;padding:0 16mm;display:flex;'
    'justify-content:space-between"><span class="title"></span>'
    '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'
)


def browser():
    """Return the browser that prints, or None: the one named in GLUTEAL_BROWSER, or the system's.

    Returns
    -------
    str or None
        Its path.
    """
    if named := os.environ.get(VARIABLE, "").strip():
        return shutil.which(named) or (named if Path(named).is_file() else None)
    found = next(filter(None, map(shutil.which, COMMANDS)), None)
    places = (os.path.expandvars(place) for place in PLACES)
    return found or next((place for place in places if Path(place).is_file()), None)


@contextmanager
def printer():
    """Give a function that turns a page's text into a PDF, or a sentence that says why there is none.

    Yields
    ------
    callable or str
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        yield 'PDF needs the package "playwright" (pip install "gluteal[class]"); the pages print too.'
        return
    with sync_playwright() as playwright:
        path = browser() or playwright.chromium.executable_path
        try:
            program = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            why = str(error).splitlines()[0][:120]
            yield f"No PDF: no browser could be started ({why}). Install Chromium, Chrome or Edge."
            return
        try:
            sheet = program.new_page()
            yield lambda text: printed(sheet, text)
        finally:
            program.close()


def printed(sheet, text):
    """Return the PDF of a page, without the time at which it was made.

    Parameters
    ----------
    sheet : playwright page
    text : str
        HTML that needs nothing from elsewhere.
    """
    sheet.set_content(text, wait_until="load")
    raw = sheet.pdf(
        prefer_css_page_size=True, print_background=True, tagged=True, display_header_footer=True,
        header_template="<span></span>", footer_template=_FOOT,
    )  # fmt: skip
    return timeless(raw)


def timeless(raw):
    """Return a PDF without what differs from print to print: dates, and numbers that the browser counts on.

    Everything stays at its place, so that the table of a PDF's parts stays right.

    Examples
    --------
    >>> timeless(b"/ModDate (D:20260301093000+00'00') /ID (node00000412)")
    b"/ModDate (D:20000101000000+00'00') /ID (node00000001)"
    """
    numbers = sorted(set(_NODE.findall(raw)))
    settled = {old: b"%08d" % new for new, old in enumerate(numbers, start=1)}
    raw = _NODE.sub(lambda found: b"(node" + settled[found[1]] + b")", raw)
    return _DATE.sub(_fixed, raw)


def _fixed(found):
    head, date = found[0].split(b"(", 1)
    return head + b"(" + (b"D:20000101000000+00'00'" + b" " * len(date))[: len(date) - 1] + b")"
