"""How fast the exercise player paints: ms for a frame while it is moved, dragged or plays.

Run it with ``python bench/exercise_frames.py``. The player is shown on a plain page with no kernel. A time
runs from the input until the task after the next animation frame, that is, until everything is painted:
``moved`` is the slider to and fro (both views), ``dragged`` the pointer over the first view (that view), and
``played`` the way from one frame to the next while it plays by itself. ``nothing`` is the same clock with no
input, the floor: it holds the wait for the screen. Each has 80 steps.
Moving pictures are worked out coarser where a computer is slow; still ones are always the finest.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from gluteal.publish import embed
from gluteal.widgets import ExercisePlayer
from tests.browser.browsers import ARGUMENTS, browser_path
from tests.browser.static_server import StaticServer

STEPS = 80
CASES = (
    "piriformis-stretch-standing-figure-4",
    "supine-figure-4-stretch",
    "lateral-band-walk",
    "manual-trigger-point-pressure-release",
)
WAYS = ("moved", "dragged", "played")
CLOCK = """
async ([count, way]) => {
  const real = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const waits = [], canvas = document.querySelector('.ep-canvas');
  const scrub = document.querySelector('.ep-scrub'), play = document.querySelector('.ep-play');
  const low = Number(scrub.min), high = Number(scrub.max);
  const point = (type, x) => canvas.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: 200 }));
  canvas.setPointerCapture = () => {}; // made-up pointers cannot be captured
  const acts = {
    moved(turn) {
      scrub.value = low + (high - low) * Math.abs(Math.sin(turn / 12));
      scrub.dispatchEvent(new Event('input', { bubbles: true }));
    },
    dragged: (turn) => point('pointermove', 200 + 150 * Math.sin(turn / 12)),
  };
  if (way === 'dragged') point('pointerdown', 200);
  if (way === 'played') play.click();
  for (let turn = 0; turn < count; turn += 1) {
    if (way !== 'played') await real();
    const start = performance.now();
    acts[way]?.(turn);
    await real();
    waits.push(performance.now() - start);
  }
  if (way === 'dragged') point('pointerup', 200);
  if (way === 'played') play.click();
  return waits;
}
"""


def report(words, waits):
    """Print one row of the table."""
    high = statistics.quantiles(waits, n=20)[-1]
    print(f"{words:48} p50 {statistics.median(waits):5.1f} ms   p95 {high:5.1f} ms")


def main():
    """Show the player, move it, print a table."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        embed.copy_assets(folder)
        (folder / "index.html").write_text(embed.widget_page_html(ExercisePlayer()), encoding="utf-8")
        server = StaticServer(folder)
        browser = driver.chromium.launch(executable_path=browser_path(driver), args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(f"{server.url}/index.html")
        page.locator(".ep-canvas[data-painted]").first.wait_for()
        report("nothing", page.evaluate(CLOCK, [STEPS, "nothing"]))
        for one in CASES:
            page.locator(".ep-pick").select_option(one)
            for way in WAYS:
                report(f"{one}, {way}", page.evaluate(CLOCK, [STEPS, way]))
        browser.close()
        server.close()


if __name__ == "__main__":
    main()
