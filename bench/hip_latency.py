"""How fast the hip explorer answers while the thigh is dragged: ms from an input to the changed picture.

Run it with ``python bench/hip_latency.py``. The widget is shown on a plain page with no kernel, at the width
of a lesson, and the thigh is dragged to and fro in 120 steps, once from the side and once from behind. A time
runs from the dispatch of the event until the task after the next animation frame, that is, until the changed
picture has been painted; "nothing" is the same clock with no input, the floor. "work" is the script's own.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from gluteal.publish import embed
from gluteal.widgets import HipExplorer
from tests.browser.browsers import ARGUMENTS, browser_path
from tests.browser.static_server import StaticServer

STEPS = 120
CLOCK = """
async ([view, count, zoom, all]) => {
  const chips = [...document.querySelectorAll('.hx-chip')];
  const press = (words) => chips.find((one) => one.textContent === words)?.click();
  if (zoom) press(zoom);
  if (all) press('Draw all');
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame(); await frame();
  const stack = document.querySelector(`.hx-${view}`), thigh = stack.querySelector('.hx-thigh');
  const waits = [], work = [];
  const box = stack.getBoundingClientRect();
  const point = (name, turn) => thigh.dispatchEvent(new PointerEvent(name, {
    bubbles: true, pointerId: 1, isPrimary: true, pointerType: 'mouse', buttons: 1,
    button: name === 'pointermove' ? -1 : 0, clientY: box.y + box.height * 0.75,
    clientX: box.x + box.width * (0.45 + 0.3 * Math.abs(Math.sin(turn / 9))) }));
  const watch = window.requestAnimationFrame;
  window.requestAnimationFrame = (act) => watch((time) => {
    const start = performance.now();
    act(time);
    work.push(performance.now() - start);
  });
  const real = () => new Promise((done) => watch(() => setTimeout(done)));
  thigh.setPointerCapture = () => {};
  if (view !== 'nothing') point('pointerdown', 0);
  for (let turn = 1; turn <= count; turn += 1) {
    await real();
    const start = performance.now();
    point('pointermove', turn);
    await real();
    waits.push(performance.now() - start);
  }
  point('pointerup', count);
  return { waits, work };
}
"""
FLOOR = """
async (count) => {
  const real = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))), waits = [];
  for (let turn = 0; turn < count; turn += 1) {
    await real();
    const start = performance.now();
    await real();
    waits.push(performance.now() - start);
  }
  return waits;
}
"""
CASES = (
    ("from the side, five lines", "lateral", "Hip", False),
    ("from behind, five lines", "posterior", "Hip", False),
    ("from the side, thirteen lines", "lateral", "Hip", True),
    ("whole thigh, thirteen lines", "lateral", "Whole thigh", True),
)


def report(words, waits, work=()):
    """Print one row of the table."""
    high = statistics.quantiles(waits, n=20)[-1]
    own = f"   work p50 {statistics.median(work):5.1f} ms" if work else ""
    print(f"{words:32} p50 {statistics.median(waits):5.1f} ms   p95 {high:5.1f} ms{own}")


def main():
    """Show the widget, drag, print a table."""
    explorer = HipExplorer()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        embed.copy_assets(folder)
        (folder / "index.html").write_text(embed.widget_page_html(explorer), encoding="utf-8")
        server = StaticServer(folder)
        browser = driver.chromium.launch(executable_path=browser_path(driver), args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(f"{server.url}/index.html")
        page.locator(".hx-body").wait_for()
        report("nothing", page.evaluate(FLOOR, STEPS))
        for words, view, zoom, every in CASES:
            found = page.evaluate(CLOCK, [view, STEPS, zoom, every])
            report(words, found["waits"], found["work"])
        browser.close()
        server.close()


if __name__ == "__main__":
    main()
