"""The symptom explorer by keys alone, on a phone, spoilt, twice, in the dark and in JupyterLab."""

import ipywidgets
import nbformat
import pytest
from playwright.sync_api import expect

from gluteal.catalogue import load
from gluteal.widgets.probability_lab import ProbabilityLab
from gluteal.widgets.symptom_explorer import SymptomExplorer
from gluteal.widgets.symptom_records import example

from .atlas import tab_to
from .test_symptom_explorer import DENIED, FLAGS, show  # noqa: F401
from .traits import results, small_targets, trait_is


def test_a_whole_run_with_keys_alone(show):  # noqa: F811
    explorer = SymptomExplorer()
    page = show(explorer)
    for flag in FLAGS:
        tab_to(page, f'.sx-flag[data-flag="{flag}"]')
        page.keyboard.press("ArrowRight")  # from nothing: the first radio button is “yes”, the next “no”
        if page.locator(f'[data-flag="{flag}"] input[value="present"]').is_checked():
            page.keyboard.press("ArrowRight")
    trait_is(page, explorer, "red_flags", DENIED)
    tab_to(page, '.sx-row[data-feature="buttock-pain"]')
    page.keyboard.press("ArrowRight")
    trait_is(page, explorer, "findings", {"buttock-pain": "present"})
    page.keyboard.press("ArrowRight")
    trait_is(page, explorer, "findings", {"buttock-pain": "absent"})
    expect(page.locator('[data-feature="buttock-pain"] input[value="absent"]')).to_be_focused()
    tab_to(page, ".sx-bars")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".sx-bars input:checked")).to_be_focused()
    page.locator(".sx-clear").focus()
    page.keyboard.press("Enter")
    trait_is(page, explorer, "findings", {})


def test_what_changed_is_announced(show):  # noqa: F811
    page = show(SymptomExplorer())
    live = page.locator(".sx > [role=status]")
    page.locator('.sx-example[data-id="side-of-hip"]').click()
    live.get_by_text("First Gluteal tendinopathy").wait_for()
    page.locator('.sx-example[data-id="red-flag"]').click()
    live.get_by_text(load().red_flags["cancer"].action).wait_for()


def test_a_finger_is_enough_on_a_phone_and_nothing_runs_over(show):  # noqa: F811
    explorer = SymptomExplorer("side-of-hip")
    page = show(explorer, viewport=(360, 740), touch=True)
    row = page.locator('.sx-row[data-feature="buttock-pain"]')
    row.get_by_role("radio", name="yes").tap()
    trait_is(page, explorer, "findings", {**explorer.findings, "buttock-pain": "present"})
    sticky = page.locator(".sx-sticky")
    expect(sticky).to_be_in_viewport()
    expect(sticky).to_contain_text("Gluteal tendinopathy")
    sticky.tap()
    expect(page.locator(".sx-result h3")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("viewport", [(360, 740), (1280, 720)])
def test_every_target_is_large_enough(show, viewport):  # noqa: F811
    page = show(SymptomExplorer("down-the-leg"), viewport=viewport)
    page.locator(".sx-flags summary").click()
    kinds = ("button", "summary", ".sx-state", ".sx-answers label", "label.sx-one", "[type=search]", ".sx a")
    assert small_targets(page, ".sx", kinds) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [None, "does-not-fit", "red-flag"])
def test_axe_finds_nothing_serious(show, axe_violations, theme, name):  # noqa: F811
    page = show(SymptomExplorer(name), theme=theme)
    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ({"findings": {"heart": "present"}}, "(heart)"),
        ({"findings": {"sitting": "maybe"}}, "(sitting)"),
        ({"findings": "all"}, "could not be read"),
        ({"findings": None}, "could not be read"),
        ({"red_flags": {"cancer": 3}}, "red flags is not known here (cancer)"),
        ({"red_flags": ["cancer"]}, "could not be read"),
        ({"shown": "heart"}, "hypothesis that was chosen"),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, spoilt, words):  # noqa: F811
    explorer = SymptomExplorer()
    page = show(explorer)
    results(page, explorer, [spoilt])
    expect(page.locator(".sx-alarm")).to_contain_text(words)
    page.locator('.sx-example[data-id="groin"]').click()
    expect(page.locator(".sx-alarm")).to_be_hidden()
    trait_is(page, explorer, "findings", example("groin")["findings"])


@pytest.mark.parametrize("tables", ["", "eNabc", "{}"])
def test_without_its_tables_it_says_so_in_a_sentence(widget_page, tables):
    explorer = SymptomExplorer()
    explorer.tables = tables
    page = widget_page(explorer)
    page.watch.allowed.append("gluteal lessons:")
    page.get_by_role("note").filter(has_text="Run the cell again").wait_for()


def test_twice_on_one_page_it_stays_one_explorer_without_clashing_ids(widget_page):
    explorer = SymptomExplorer()
    page = widget_page(ipywidgets.VBox([explorer, explorer]))
    page.locator(".sx-body").nth(1).wait_for()
    page.locator(".sx").nth(1).locator('.sx-example[data-id="groin"]').click()
    for number in range(2):
        expect(page.locator(".sx").nth(number).locator(".sx-one").first).to_contain_text("Hip osteoarthritis")
    ids = page.evaluate("[...document.querySelectorAll('.sx [id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids)) > 10


CELLS = (
    "from gluteal.widgets import ProbabilityLab, SymptomExplorer\nexplorer = SymptomExplorer()\nexplorer",
    "lab = ProbabilityLab(pre=0.3)\nlab",
    "first = explorer.result['hypotheses'][0]['id']\n"
    "print(first, explorer.findings['sitting'], lab.pre, lab.result['counts'])",
)


def test_in_jupyterlab_both_go_on_and_python_reads_the_results(lab, tmp_path):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = tmp_path / "symptoms.ipynb"
    nbformat.write(notebook, file)
    opened = lab.open(file)
    opened.panel.wait_for()
    page = opened.page
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell-and-select-next')")
    opened.panel.locator(".sx-body").wait_for()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    opened.panel.locator(".pl-body").wait_for()
    page.locator('.sx-example[data-id="three-symptoms"]').click()
    expect(page.locator(".sx-one").first).to_be_visible()
    page.get_by_role("slider", name="Before the test").focus()
    for key in ("End", "d", "d"):
        page.keyboard.press(key)
    expect(page.locator(".pl-big")).to_contain_text("100 %")
    assert opened.panel.locator(".pl").count() == 1, "its keys stay out of the notebook's shortcuts"
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 2")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    counts = ProbabilityLab(pre=1).result["counts"]
    first = SymptomExplorer("three-symptoms").result["hypotheses"][0]["id"]
    page.get_by_text(f"{first} present 1.0 {counts}").wait_for()
