"""How fast the atlas explorer answers: milliseconds from an input to the changed picture, in real JupyterLab.

Run it with ``make bench``. A notebook with one atlas is executed, opened in JupyterLab with a kernel, and
given 50 inputs of each kind. A time runs from the dispatch of the event until after the second animation
frame, that is, until the changed picture has been painted. "nothing" is the same clock with no input, the
floor.
"""

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.browser.browsers import ARGUMENTS, browser_path
from tests.browser.lab_notebook import LabNotebook
from tests.browser.lab_server import LabServer

INPUTS = 50
CELL = "from gluteal.widgets.atlas_explorer import AtlasExplorer\nAtlasExplorer(depth='deep')"
CLOCK = """
async ([kind, count]) => {
  const root = document.querySelector('.gx');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const parts = [...root.querySelectorAll('.gp-stage:not(.gp-away) [data-structure][aria-hidden=false]')];
  const boxes = [...root.querySelectorAll('.gx-layer input')];
  const slider = root.querySelector('.gx-slider-row input');
  const at = (node, type) => {
    const box = node.getBoundingClientRect();
    const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    return new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'mouse', ...place });
  };
  const inputs = {
    nothing: () => {},
    hover: (n) => parts[n % parts.length].dispatchEvent(at(parts[n % parts.length], 'pointermove')),
    choose: (n) => parts[n % parts.length].dispatchEvent(new MouseEvent('click', { bubbles: true })),
    layer: (n) => boxes[n % (boxes.length - 1)].click(),
    slider: (n) => { slider.value = n % 7; slider.dispatchEvent(new Event('input', { bubbles: true })); },
    view: (n) => root.querySelectorAll('.gx-group button')[n % 2].click(),
  };
  const times = [], work = [];
  for (let n = 0; n < count + 5; n += 1) {
    await frame();
    await new Promise((done) => setTimeout(done, 7 + (n * 13) % 17));
    const start = performance.now();
    inputs[kind](n);
    work.push(performance.now() - start);
    await frame();
    await frame();
    times.push(performance.now() - start);
  }
  return [times.slice(5), work.slice(5)];
}
"""


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        notebook = write_notebook(Path(folder) / "atlas.ipynb")
        server = LabServer(Path(folder) / "lab")
        try:
            measure(playwright, server, server.add(notebook))
        finally:
            server.stop_kernels()
            server.close()


def write_notebook(path: Path) -> Path:
    """Write an executed notebook that holds one atlas."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    NotebookClient(notebook, timeout=120).execute()
    nbformat.write(notebook, path)
    return path


def measure(playwright, server: LabServer, name: str) -> None:
    """Open the notebook, run it so that a kernel stands behind it, and time every kind of input."""
    browser = playwright.chromium.launch(executable_path=browser_path(playwright), args=list(ARGUMENTS))
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    opened = LabNotebook(server, page, name).open()
    opened.run_all()
    page.locator(".gx-body").wait_for()
    print(f"atlas explorer in JupyterLab, {INPUTS} inputs each, ms from input to after the next paint")
    for kind in ("nothing", "hover", "choose", "layer", "slider", "view"):
        times, work = page.evaluate(CLOCK, [kind, INPUTS])
        print(
            f"{kind:8} p50 {at(times, 50):5.1f}  p95 {at(times, 95):5.1f}   own work p95 {at(work, 95):5.1f}"
        )
    browser.close()


def at(values: list[float], percent: int) -> float:
    """Return a percentile."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main()
