"""What the pages cost: time to build, weight, and how long a reader waits.

Run: python bench/site_cost.py [--runs 5]. It builds the site into a temporary folder, opens each page from
the disk in a browser with every other address refused, and prints a table. "Read" is the time until the text
of the page is painted, "alive" until every widget answers; both are medians over fresh contexts with nothing
cached.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()"
ALIVE = "performance.getEntriesByName('widgets-alive')[0]?.startTime ?? 0"


def main() -> None:
    """Build, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5, help="how often each page is opened")
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as scratch:
        pages, seconds = built(Path(scratch) / "site")
        print(f"build {seconds:.2f} s, {len(pages)} pages; {shared(pages[0].parent)}")
        print(f"{'page':<42} {'kB':>6} {'widgets':>8} {'read ms':>8} {'alive ms':>9}")
        for line in measured(pages, runs):
            print(line)


def built(folder: Path) -> tuple[list[Path], float]:
    """Build the site; return its pages and the seconds it took."""
    from gluteal.publish.site import build

    start = time.perf_counter()
    return build(folder), time.perf_counter() - start


def shared(folder: Path) -> str:
    """Say what the files weigh that all pages share."""
    sizes = {file.name: file.stat().st_size for file in (folder / "assets").iterdir()}
    largest = max(sizes, key=sizes.get)
    total = sum(sizes.values()) / 1e6
    return f"shared by all pages {total:.2f} MB, of which {largest} {sizes[largest] / 1e6:.2f}"


def measured(pages: list[Path], runs: int):
    """Yield a line of the table for each page."""
    from playwright.sync_api import sync_playwright

    from tests.browser.browsers import ARGUMENTS, browser_path

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path(driver), args=list(ARGUMENTS))
        for page in pages:
            times = [opened(browser, page) for _ in range(runs)]
            read, alive = (statistics.median(column) for column in zip(*times, strict=True))
            widgets = page.read_text(encoding="utf-8").count('class="live"')
            kilobytes = page.stat().st_size / 1e3
            yield f"{page.name:<42} {kilobytes:>6.0f} {widgets:>8} {read:>8.0f} {alive:>9.0f}"
        browser.close()


def opened(browser, page: Path) -> tuple[float, float]:
    """Open a page afresh; return the milliseconds until it can be read and until it is alive."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_function("['alive', 'none'].includes(document.documentElement.dataset.live)")
    times = tab.evaluate(PAINT), tab.evaluate(ALIVE)
    context.close()
    return times


if __name__ == "__main__":
    main()
