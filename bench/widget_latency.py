"""How fast the widgets of the lessons answer: milliseconds from an input to the changed picture.

Run it with ``make bench``. The site is built, its pages are opened as files, with no kernel, and each widget
is given 40 inputs. A time runs from the dispatch of the event until the task after the next animation frame,
that is, until the changed picture has been painted. "nothing" is the same clock with no input, the floor.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from gluteal.publish.site import build
from tests.browser.browsers import ARGUMENTS, browser_path

INPUTS = 40
RANKED, ASKED = '.sx[data-state="ranked"]', '[data-section="complaint"]'
LESSON_04 = "04_symptoms_and_examination.html"
SLIDER = '[data-id="lean_deg"] input[type="range"]'
WIDGETS = (
    ("nothing", "02_what_is_a_trigger_point.html", "body", "none"),
    ("reliability lab, a slider", "02_what_is_a_trigger_point.html", ".rl-slider input", "slide"),
    ("palpation trainer, the finger", "02_what_is_a_trigger_point.html", ".pt-pad", "move"),
    ("referral explorer, the pressure", "03_referral_patterns.html", ".rx-slide input", "slide"),
    (
        "pain drawing, a stroke",
        "03_referral_patterns.html",
        '.gd .gd-paper[data-chart="posterior"]',
        "move",
    ),
    ("symptom explorer, an answer", LESSON_04, f"{RANKED} {ASKED} .sx-state input", "press"),
    ("probability lab, a slider", LESSON_04, '.pl-pre input[type="range"]', "slide"),
    ("single-leg stance, the lean", "05_causes.html", SLIDER, "slide"),
)
CLOCK = """
async ([selector, kind, count]) => {
  const node = [...document.querySelectorAll(selector)].at(-1), waits = [];
  node.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = node.getBoundingClientRect(), least = Number(node.min || 0), most = Number(node.max || 100);
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const point = (name, turn) => node.dispatchEvent(new PointerEvent(name, {
    bubbles: true, pointerId: 1, isPrimary: true, pointerType: 'mouse',
    button: name === 'pointermove' ? -1 : 0, buttons: 1,
    clientX: box.x + box.width * (0.45 + 0.004 * turn),
    clientY: box.y + box.height * (0.3 + 0.002 * turn) }));
  const slide = (turn) => {
    node.value = least + (((turn * 17) % 60) * (most - least)) / 60;
    node.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const press = (turn) => {
    const nodes = document.querySelectorAll(selector);
    nodes[(turn * 7) % nodes.length].click();
  };
  const step = { none: () => {}, move: (turn) => point('pointermove', turn), slide, press }[kind];
  await frame();
  if (kind === 'move') point('pointerdown', 0);
  for (let turn = 1; turn <= count; turn += 1) {
    await frame();
    const start = performance.now();
    step(turn);
    await frame();
    waits.push(performance.now() - start);
  }
  if (kind === 'move') point('pointerup', count);
  return waits;
}
"""


def measure(browser, folder, file, selector, kind):
    """Return the times of one widget on its page."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((folder / file).as_uri())
    page.wait_for_function("document.documentElement.dataset.live === 'alive'")
    page.locator(selector).last.wait_for()
    waits = page.evaluate(CLOCK, [selector, kind, INPUTS])
    page.close()
    return waits


def main():
    """Build the pages, measure every widget, print a table."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        build(folder)
        browser = driver.chromium.launch(executable_path=browser_path(driver), args=list(ARGUMENTS))
        for words, *rest in WIDGETS:
            waits = measure(browser, folder, *rest)
            high = statistics.quantiles(waits, n=20)[-1]
            print(f"{words:34} p50 {statistics.median(waits):5.0f} ms   p95 {high:5.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
