"""Fixtures of the browser tests. Nothing here needs the network; every page is refused any other address.

``new_page(viewport=(1280, 720), theme="light", touch=False, javascript=True, lab=False)``
    A function that opens a page in a fresh context (own storage). At the end of the test every page is
    checked: no console error, no uncaught exception, no request outside this machine. A test that provokes
    an error adds a pattern to ``page.watch.allowed``, with the reason.
``page``
    ``new_page()`` called once.
``phone``
    A page 360 x 740 px that is touched, not clicked.
``widget_page(widget, theme="light", viewport=(1280, 720), touch=False, wait=True) -> page``
    That one widget, alive on a plain page with no kernel and no network. ``page.locator(".live")`` holds it.
    ``widget_page.state(page, widget, "trait")`` reads a trait as the page has it now.
``lab``
    A real JupyterLab server of its own. ``lab.open("01_x.ipynb", page=None, trusted=True, viewport=…, …)``
    opens a copy of a lesson (or of any notebook, given as a Path) without running it and returns a
    LabNotebook: ``.page .panel .run_all() .unplug() .reload() .text() .save()``; answers go to ``lab.work``.
``site``
    The built site, served: ``site.address("01_x.html", scheme="http" | "file")``, ``site.folder``.
``axe_violations(page, impact="serious", within=None) -> list[str]``
    Accessibility faults at or above that impact found by axe-core; assert that it is empty.
``lessons``
    The lesson notebooks as paths.

With GLUTEAL_SLOW=4 every page has a quarter of the computer's speed: tests that read a page before it has
answered fail there. Run a new one so before you rely on it.

Without a browser these tests are skipped and the summary says so; with CI set they fail instead. The browser
is the one named in GLUTEAL_BROWSER, else Playwright's own, else the system's Chromium, Chrome or Edge.
"""

import json
import os
import re
from pathlib import Path

import pytest

from gluteal import paths

from .browsers import ARGUMENTS, NoBrowser, browser_path
from .lab_notebook import LabNotebook
from .lab_server import LabServer
from .static_server import StaticServer
from .watch import LAB_NOISE, Watch

HERE = Path(__file__).resolve().parent
TIMEOUT_MS = 30_000
IMPACTS = ("minor", "moderate", "serious", "critical")
MISSING = "No browser: "


def pytest_collection_modifyitems(items) -> None:
    """Mark every test of this folder as a browser test, and say which of them belong to one worker.

    With two workers each has its own browser, servers and folders. All tests in JupyterLab go to one of them,
    which begins with them since they take longest; the tests of any other file stay together.
    """
    mine = [item for item in items if HERE in Path(item.path).parents]
    for item in mine:
        item.add_marker(pytest.mark.browser)
        item.add_marker(
            pytest.mark.xdist_group("lab" if "lab" in item.fixturenames else Path(item.path).stem)
        )
    if len(mine) == len(items):
        items.sort(key=lambda item: "lab" not in item.fixturenames)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say loudly that the browser tests did not run."""
    told = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", []) if report.longrepr]
    if reason := next((words.partition(MISSING)[2] for words in told if MISSING in words), ""):
        terminalreporter.section("BROWSER TESTS DID NOT RUN", sep="!", yellow=True, bold=True)
        terminalreporter.write_line(reason, yellow=True)


@pytest.fixture(scope="package")
def playwright():
    """Playwright's driver, of this folder only: while it runs, no other event loop can run here."""
    api = pytest.importorskip("playwright.sync_api")
    api.expect.set_options(timeout=TIMEOUT_MS)
    with api.sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="package")
def browser(playwright):
    """One browser for all tests."""
    try:
        path = browser_path(playwright)
    except NoBrowser as fault:
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(f"In CI the browser tests must run. {fault}", pytrace=False)
        pytest.skip(MISSING + str(fault))
    running = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    yield running
    running.close()


def slow_down(page) -> None:
    """Make the page as slow as GLUTEAL_SLOW says: 4 is a computer of a quarter of this one's speed."""
    if rate := os.environ.get("GLUTEAL_SLOW"):
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": float(rate)})


@pytest.fixture
def new_page(browser):
    """Open pages in fresh contexts; check all of them at the end of the test."""
    opened = []

    def open_page(viewport=(1280, 720), theme="light", touch=False, javascript=True, lab=False):
        context = browser.new_context(
            viewport={"width": viewport[0], "height": viewport[1]},
            color_scheme=theme,
            has_touch=touch,
            java_script_enabled=javascript,
        )
        context.set_default_timeout(TIMEOUT_MS)
        watch = Watch(allowed=list(LAB_NOISE) if lab else [])
        watch.attach(context)
        page = context.new_page()
        slow_down(page)
        page.watch = watch
        opened.append((context, watch))
        return page

    yield open_page
    for context, _ in opened:
        context.close()
    for _, watch in opened:
        watch.verify()


@pytest.fixture
def page(new_page):
    """A fresh page of laptop size."""
    return new_page()


@pytest.fixture
def phone(new_page):
    """A fresh page of a small phone's size."""
    return new_page(viewport=(360, 740), touch=True)


@pytest.fixture(scope="session")
def lessons() -> list[Path]:
    """The lesson notebooks."""
    return sorted(paths.notebooks_dir().glob("[0-9][0-9]_*.ipynb"))


@pytest.fixture
def widget_page(new_page, tmp_path):
    """Show one widget alive on a plain page."""
    from gluteal.publish import embed

    servers = []

    def show(widget, theme="light", viewport=(1280, 720), touch=False, wait=True):
        folder = tmp_path / f"widget-{len(servers)}"
        embed.copy_assets(folder)
        (folder / "index.html").write_text(embed.widget_page_html(widget), encoding="utf-8")
        servers.append(StaticServer(folder))
        page = new_page(viewport=viewport, theme=theme, touch=touch)
        page.goto(f"{servers[-1].url}/index.html")
        if wait:
            page.wait_for_function("document.documentElement.dataset.live === 'alive'")
        return page

    def state(page, widget, trait):
        """Return a trait as the page's own copy of the widget has it."""
        return page.evaluate(
            "([id, trait]) => window.lessonModel(id).then((model) => model.get(trait))",
            [widget.model_id, trait],
        )

    show.state = state
    yield show
    for server in servers:
        server.close()


class Lab(LabServer):
    """The JupyterLab server, with the way a test opens a notebook in it."""

    new_page = None

    def open(self, notebook, page=None, trusted=True, **options) -> LabNotebook:
        """Open a copy of a notebook without running it.

        Parameters
        ----------
        notebook : str or Path
            File name of a lesson, or the path of any notebook.
        page : Page, optional
            Where to open it; a new page otherwise, made with ``options`` (viewport, theme, touch).
        trusted : bool
            False opens an unsigned copy.
        """
        source = Path(notebook) if Path(notebook).is_absolute() else paths.notebooks_dir() / notebook
        name = self.add(source, source.name if trusted else f"untrusted_{source.name}", trusted)
        page = page or self.new_page(lab=True, **options)
        return LabNotebook(self, page, name).open()


@pytest.fixture(scope="package")
def lab_server(tmp_path_factory):
    """One JupyterLab server for all tests."""
    server = Lab(tmp_path_factory.mktemp("lab"))
    yield server
    server.close()


@pytest.fixture
def lab(browser, lab_server, new_page):
    """The JupyterLab server, with no kernel and no earlier answers left over."""
    lab_server.new_page = new_page
    lab_server.work = lab_server.home / "work"
    for file in lab_server.work.glob("*"):
        file.unlink()
    yield lab_server
    lab_server.stop_kernels()


@pytest.fixture(scope="package")
def site(tmp_path_factory, lessons):
    """The site, built and served."""
    if not lessons:
        pytest.skip("there is no lesson to build a site from")
    from gluteal.publish.site import build

    folder = tmp_path_factory.mktemp("site")
    build(folder)
    server = StaticServer(folder)
    yield server
    server.close()


@pytest.fixture(scope="session")
def axe_violations():
    """Ask axe-core for the accessibility faults of a page."""
    import axe_playwright_python

    source = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

    def faults(page, impact="serious", within=None) -> list[str]:
        page.evaluate(source)
        found = page.evaluate(
            "(within) => axe.run(within || document, {resultTypes: ['violations']})"
            ".then((result) => result.violations)",
            within,
        )
        heavy = IMPACTS[IMPACTS.index(impact) :]
        return [_fault_line(fault) for fault in found if fault["impact"] in heavy]

    return faults


def _fault_line(fault: dict) -> str:
    nodes = [re.sub(r"\s+", " ", node["html"])[:160] for node in fault["nodes"][:4]]
    return f"{fault['id']} ({fault['impact']}): {fault['help']}: {json.dumps(nodes)}"
