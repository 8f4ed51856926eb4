"""What the page keeps: restored, shared, exported, imported, erased; also when storage fails."""

import json

import ipywidgets
import pytest

from gluteal.progress import Attempt, Progress, from_json
from gluteal.progress_store import Store
from gluteal.widgets.progress_panel import ProgressPanel
from gluteal.widgets.reveal import Reveal

from ..samples import question

KEY = "gluteal-progress"
LESSONS = [
    {
        "id": "01",
        "title": "Sample",
        "objectives": [{"text": "First", "items": ["01-sample-choice", "01-sample-predict"]}],
    }
]
OLD = Attempt("01-sample-choice", "piriformis", False, 0.0, "2026-01-01T00:00:00.000Z")
NEW = Attempt("01-sample-choice", "gluteus-maximus", True, 1.0, "2026-02-01T00:00:00.000Z")


class Together(ipywidgets.VBox):
    """Several widgets on one page."""

    def __repr__(self):
        return "Several widgets"


def answer(page, label="Piriformis"):
    page.get_by_label(label).check()
    page.get_by_role("button", name="Check my answer").click()
    page.get_by_role("button", name="Try again").wait_for()


def stored(page):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def put(page, text):
    """Put a text into the browser's storage and load the page again."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    page.wait_for_function("document.documentElement.dataset.live === 'alive'")


def record(*attempts, erased=0):
    return json.dumps(Progress(attempts, erased).to_json())


def test_an_answer_is_there_again_after_a_reload(widget_page):
    page = widget_page(question("01-sample-choice"))
    answer(page)
    page.reload()
    page.get_by_text("1 try, not right on the first try").wait_for()
    assert page.get_by_label("Piriformis").is_checked()
    assert len(page.locator(".gl-feedback:visible").all()) == 3


@pytest.mark.parametrize(("in_page", "in_file"), [(OLD, NEW), (NEW, OLD)])
def test_the_newer_of_two_answers_shows_and_both_are_kept(widget_page, tmp_path, in_page, in_file):
    store = Store(tmp_path / "p.json")
    store.merge(Progress((in_file,)))
    asked = question("01-sample-choice", store)
    page = widget_page(asked)
    put(page, record(in_page))
    page.get_by_text("2 tries, not right on the first try").wait_for()
    assert page.get_by_label("Gluteus maximus").is_checked()
    assert len(widget_page.state(page, asked, "record")["answers"]) == 2
    assert len(stored(page)["answers"]) == 2


def test_what_the_page_writes_python_reads(widget_page):
    page = widget_page(question("01-sample-order"))
    page.get_by_role("button", name="Check my answer").click()
    page.get_by_role("button", name="Try again").wait_for()
    assert from_json(stored(page)).items == ("01-sample-order",)


def test_an_answer_shows_what_waited_for_it_and_counts_in_the_panel(widget_page):
    hidden = Reveal("01-sample-choice", "<p>The answer is here</p>", "text")
    page = widget_page(Together([question("01-sample-choice"), hidden, ProgressPanel(LESSONS)]))
    page.get_by_text("0 of 2 answered").first.wait_for()
    page.get_by_text("The answer is here").wait_for(state="hidden")
    answer(page, "Gluteus maximus")
    page.get_by_text("The answer is here").wait_for()
    page.locator("summary").get_by_text("1 right on the first try").wait_for()


def test_nobody_has_to_predict(widget_page, axe_violations):
    hidden = Reveal("01-sample-predict", "<p>The answer is here</p>", "text")
    page = widget_page(hidden)
    assert axe_violations(page, within=".gl-behind") == []
    page.get_by_role("button", name="Show it without predicting").click()
    page.get_by_text("The answer is here").wait_for()
    assert widget_page.state(page, hidden, "shown") is True


def test_another_tab_learns_of_an_answer(widget_page):
    page = widget_page(Together([question("01-sample-choice"), ProgressPanel(LESSONS)]))
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_function("document.documentElement.dataset.live === 'alive'")
    answer(page)
    other.locator("summary").get_by_text("1 of 2 answered").wait_for()
    assert other.get_by_label("Piriformis").is_checked()


@pytest.mark.parametrize("fault", ["getItem", "setItem"])
def test_with_blocked_or_full_storage_the_page_still_works(widget_page, fault):
    page = widget_page(Together([question("01-sample-choice"), ProgressPanel(LESSONS)]))
    page.add_init_script(f"Storage.prototype.{fault} = () => {{ throw new Error('QuotaExceededError'); }};")
    page.reload()
    page.wait_for_function("document.documentElement.dataset.live === 'alive'")
    answer(page)
    page.locator("summary").get_by_text("1 of 2 answered").wait_for()
    if fault == "setItem":
        page.get_by_text("This browser does not keep your answers").first.wait_for()


@pytest.mark.parametrize(
    "text", ["{ cut off", "[]", record().replace('"version": 1', '"version": 9'), "null"]
)
def test_garbage_in_the_storage_is_kept_aside(widget_page, text):
    page = widget_page(question("01-sample-choice"))
    put(page, text)
    page.get_by_text("could not be read").wait_for()
    assert page.evaluate(f"localStorage.getItem('{KEY}.damaged-1')") == text
    answer(page)
    assert len(stored(page)["answers"]) == 1


@pytest.fixture
def panel(widget_page):
    """The panel alone, with one answer kept by the browser."""
    page = widget_page(ProgressPanel(LESSONS))
    put(page, record(OLD))
    page.locator("summary").get_by_text("1 of 2 answered").wait_for()
    return page


def choose(page, name, content):
    file = {"name": name, "mimeType": "application/json", "buffer": content.encode()}
    page.locator("input[type=file]").set_input_files(file)


def test_an_export_is_a_file_that_python_reads(panel):
    with panel.expect_download() as download:
        panel.get_by_role("button", name="Export to a file").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert from_json(json.loads(text)).latest("01-sample-choice").answer == "piriformis"
    assert download.value.suggested_filename.endswith(".json")
    panel.get_by_text("1 answer was written to").wait_for()


def test_an_import_is_united_with_what_is_here(panel):
    choose(panel, "mine.json", record(OLD, NEW))
    panel.get_by_text("2 answers were read from mine.json; 1 of them were here already.").wait_for()
    assert len(stored(panel)["answers"]) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "not a complete progress file"),
        ('{"format": "x"}', "not a progress file of these lessons"),
        (record(NEW).replace('"version": 1', '"version": 2'), "newer edition"),
        (record(NEW).replace("2026-02", "soon"), "some answers in it are not readable"),
    ],
)
def test_a_damaged_or_foreign_file_changes_nothing(panel, content, reason):
    before = stored(panel)
    choose(panel, "bad.json", content)
    panel.get_by_text("bad.json was not taken in: ").wait_for()
    panel.get_by_text(reason).wait_for()
    assert stored(panel) == before


def test_erasing_asks_first(panel):
    panel.get_by_role("button", name="Erase …").click()
    assert panel.evaluate("document.activeElement.textContent") == "No, keep them"
    panel.keyboard.press("Enter")
    assert len(stored(panel)["answers"]) == 1
    panel.get_by_role("button", name="Erase …").click()
    panel.get_by_role("button", name="Yes, erase").click()
    panel.get_by_text("All answers are erased.").wait_for()
    assert stored(panel)["answers"] == [] and stored(panel)["erased"] == 1


def test_an_import_after_erasing_comes_back(panel):
    panel.get_by_role("button", name="Erase …").click()
    panel.get_by_role("button", name="Yes, erase").click()
    choose(panel, "mine.json", record(OLD))
    panel.locator("summary").get_by_text("1 of 2 answered").wait_for()


def test_what_was_erased_does_not_come_back_from_a_saved_widget(widget_page, tmp_path):
    store = Store(tmp_path / "p.json")
    store.merge(Progress((OLD,)))
    page = widget_page(question("01-sample-choice", store))
    put(page, record(erased=1))
    page.get_by_role("button", name="Check my answer").wait_for()
    assert stored(page)["answers"] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_panel_is_accessible_and_fits(widget_page, axe_violations, width):
    page = widget_page(ProgressPanel(LESSONS), viewport=(width, 740))
    page.locator("summary").click()
    assert axe_violations(page, within=".gl-panel") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_missing_data_is_a_sentence_not_a_blank(widget_page):
    riddle = question("01-sample-choice")
    riddle.item = riddle.item | {"kind": "riddle"}
    page = widget_page(Together([riddle, Reveal("01-x", "", "x")]))
    page.get_by_text("This question cannot be shown").wait_for()
    page.get_by_text("There is nothing to show here").wait_for()
