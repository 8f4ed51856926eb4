"""The browser test house itself: pages are refused the network, faults are seen, a widget lives."""

import os
import subprocess
import sys
from pathlib import Path

import anywidget
import pytest
import traitlets

from . import browsers
from .browsers import NoBrowser, browser_path


class Counter(anywidget.AnyWidget):
    """A button that counts."""

    _esm = """
    export default { render({ model, el }) {
      const button = document.createElement("button");
      button.textContent = "Count " + model.get("count");
      button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes();
        button.textContent = "Count " + model.get("count"); };
      el.append(button);
    } };
    """
    count = traitlets.Int(0).tag(sync=True)

    def __repr__(self) -> str:
        return "Counter: a button that counts"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_widget_lives_on_a_plain_page(widget_page, axe_violations, theme):
    counter = Counter(count=4)
    page = widget_page(counter, theme=theme)
    page.get_by_role("button", name="Count 4").click()
    page.get_by_role("button", name="Count 5").wait_for()
    assert widget_page.state(page, counter, "count") == 5
    page.get_by_text("Counter: a button that counts").wait_for(state="hidden")
    assert axe_violations(page) == []


def test_a_widget_that_fails_leaves_its_sentence(widget_page):
    class Broken(Counter):
        _esm = "export default { render() { throw new Error('broken on purpose'); } };"

    page = widget_page(Broken(), wait=False)
    page.watch.allowed += ["broken on purpose"]
    page.get_by_text("could not start here").wait_for()
    page.get_by_text("Counter: a button that counts").wait_for()


def test_a_request_outside_is_refused_and_seen(new_page):
    page = new_page()
    page.set_content('<img src="http://example.org/picture.png" alt="">')
    page.wait_for_timeout(300)
    assert page.watch.blocked == ["http://example.org/picture.png"]
    with pytest.raises(AssertionError, match=r"picture\.png"):
        page.watch.verify()
    page.watch.blocked.clear()
    page.watch.errors.clear()


def test_an_error_in_the_page_is_seen(new_page):
    page = new_page()
    page.set_content("<script>setTimeout(() => { throw new Error('thrown on purpose'); })</script>")
    page.wait_for_timeout(200)
    assert "thrown on purpose" in page.watch.unexpected()[0]
    page.watch.errors.clear()


def run_without_browser(**variables):
    """Run one browser test where no browser can be found."""
    test = f"{Path(__file__)}::test_an_error_in_the_page_is_seen"
    environment = {key: value for key, value in os.environ.items() if key != "CI" and "PYTEST" not in key}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        env={**environment, "GLUTEAL_BROWSER": "no-such-browser", **variables},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_without_a_browser_the_summary_says_loudly_that_nothing_ran():
    ended = run_without_browser()
    assert ended.returncode == 0
    assert "BROWSER TESTS DID NOT RUN" in ended.stdout
    assert "'no-such-browser', which is not a program on this machine" in ended.stdout


def test_in_ci_a_missing_browser_fails():
    ended = run_without_browser(CI="true")
    assert ended.returncode == 1
    assert "In CI the browser tests must run" in ended.stdout


def test_where_nothing_is_installed_the_search_says_where_it_looked(monkeypatch):
    class Playwright:
        class chromium:
            executable_path = "nowhere"

    monkeypatch.delenv("GLUTEAL_BROWSER", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(browsers, "PLACES", ())
    with pytest.raises(NoBrowser, match="python -m playwright install chromium"):
        browser_path(Playwright)
