"""The reliability lab by keys alone, on a phone, spoilt, twice, in the dark and in JupyterLab."""

from functools import partial

import ipywidgets
import nbformat
import pytest
from playwright.sync_api import expect

from gluteal.widgets.reliability_lab import ReliabilityLab

from .atlas import tab_to
from .reliability import PIRIFORMIS, open_lab, set_traits, slider


@pytest.fixture
def show(widget_page):
    return partial(open_lab, widget_page)


def test_a_whole_run_with_keys_alone(show):
    page, trait = show(ReliabilityLab("coins"))
    tab_to(page, '.rl-preset[data-id="rare"]')
    page.keyboard.press("Enter")
    assert trait("prevalence") == 0.05
    tab_to(page, ".rl-again")
    page.keyboard.press("Enter")
    assert trait("seed") == 2
    tab_to(page, ".rl-study .rl-check")
    page.keyboard.press("Space")
    assert trait("truth") is True
    tab_to(page, ".rl-box")
    page.keyboard.press("End")
    assert trait("prevalence") == 1
    tab_to(page, ".rl-published")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert trait("target") == PIRIFORMIS
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('rl-way')"):
            break
    page.keyboard.press("Enter")
    assert len(trait("found")) == 1
    assert page.evaluate("document.activeElement.classList.contains('rl-way')"), "the focus stays"


def test_what_changed_is_announced(show):
    page, _ = show(ReliabilityLab("coins"))
    live = page.locator(".rl > [role=status]")
    page.locator('.rl-preset[data-id="always-yes"]').click()
    live.get_by_text("Kappa 0.00 in this study").wait_for()
    page.locator(f'.rl-row[data-id="{PIRIFORMIS}"]').click()
    live.get_by_text("Piriformis, yes or no chosen.").wait_for()


def test_a_finger_is_enough_on_a_phone_and_nothing_runs_over(show):
    page, trait = show(ReliabilityLab(target=PIRIFORMIS), viewport=(360, 740), touch=True)
    page.locator('.rl-preset[data-id="paradox"]').tap()
    page.locator(".rl-way").tap()
    page.locator(".rl-again").tap()
    page.get_by_label("Show who has the finding").tap()
    assert trait("truth") and trait("seed") == 2 and len(trait("found")) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    slider(page, "shared").scroll_into_view_if_needed()
    head = page.locator(".rl-headline").bounding_box()
    assert head["y"] >= -1 and head["y"] + head["height"] < 200, "κ stays in sight while a slider moves"


@pytest.mark.parametrize("viewport", [(360, 740), (1280, 720)])
def test_every_target_is_large_enough(show, viewport):
    page, _ = show(ReliabilityLab(target=PIRIFORMIS), viewport=viewport)
    page.locator(".rl-way").click()
    small = page.evaluate(
        """() => {
        const kinds = ['button', '[type=number]', '[type=range]', '.rl-check', 'label.rl-row', '.rl-cite a'];
        const nodes = kinds.flatMap((kind) => [...document.querySelectorAll(`.rl ${kind}`)]);
        const tight = ({ width, height }) => width < 24 || height < 24;
        const seen = nodes.filter((node) => node.offsetParent);
        return seen.filter((node) => tight(node.getBoundingClientRect())).map((node) => node.outerHTML);
        }"""
    )
    assert small == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "state",
    [{}, {"target": PIRIFORMIS, "truth": True}, {"preset": "always-yes"}, {"prevalence": 0.0, "patients": 1}],
)
def test_axe_finds_nothing_serious(show, axe_violations, theme, state):
    page, _ = show(ReliabilityLab(**state), theme=theme)
    if "target" in state:
        page.locator(".rl-way").click()
    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ({"prevalence": 7}, "The prevalence has to lie between 0 and 100 %"),
        ({"sensitivity_first": None}, "The sensitivity of rater 1 has to lie"),
        ({"shared": "much"}, "The shared error has to lie"),
        ({"patients": -3}, "between 1 and 300"),
        ({"patients": 1e9}, "between 1 and 300"),
        ({"seed": 0.5}, "study number"),
        ({"target": "heart"}, "not known here"),
        ({"found": [{"target": "x"}, None, 3]}, ""),
        ({"truth": "maybe"}, ""),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, spoilt, words):
    lab = ReliabilityLab()
    page, trait = show(lab)
    set_traits(page, lab, **spoilt)
    assert page.locator(".rl-headline").is_visible() and "NaN" not in page.locator(".rl").inner_text()
    if words:
        expect(page.locator(".rl-alarm")).to_contain_text(words, use_inner_text=True)
    page.locator('.rl-preset[data-id="rare"]').click()
    page.get_by_role("button", name="Another study").click()
    page.get_by_label("None chosen").check(force=True) if "target" not in spoilt else page.locator(
        f'.rl-row[data-id="{PIRIFORMIS}"]'
    ).click()
    assert page.locator(".rl-alarm").is_hidden() and trait("prevalence") == 0.05


@pytest.mark.parametrize("records", [{}, {"format": 99}])
def test_without_its_records_it_says_so_in_a_sentence(widget_page, records):
    lab = ReliabilityLab()
    lab.lab = records
    page = widget_page(lab)
    note = page.get_by_role("note").filter(has_text="Run the cell again")
    note.wait_for()


def test_twice_on_one_page_it_stays_one_lab_without_clashing_ids(widget_page):
    lab = ReliabilityLab()
    page = widget_page(ipywidgets.VBox([lab, lab]))
    page.locator(".rl-body").nth(1).wait_for()
    page.locator(".rl").nth(1).locator('.rl-preset[data-id="coins"]').click()
    for number in range(2):
        assert page.locator(".rl").nth(number).locator(".rl-preset-note").inner_text().startswith("Both toss")
    ids = page.evaluate("[...document.querySelectorAll('.rl [id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids)) > 10


CELLS = (
    "from gluteal.widgets import ReliabilityLab\nlab = ReliabilityLab('coins')\nlab",
    "print(lab.prevalence, round(lab.result['long_run']['kappa'], 2), len(lab.found))",
)


def test_in_jupyterlab_it_is_shown_goes_on_and_python_reads_the_result(lab, tmp_path):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = tmp_path / "reliability.ipynb"
    nbformat.write(notebook, file)
    opened = lab.open(file)
    opened.run_all()
    page = opened.page
    page.locator('.rl-preset[data-id="rare"]').click()
    slider(page, "prevalence").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert opened.panel.locator(".rl").count() == 1, "its keys stay out of the notebook's shortcuts"
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    page.get_by_text("0.06 0.29 0").wait_for()
