"""The atlas explorer zoomed, spoilt, twice, on a phone, on paper and in JupyterLab."""

import subprocess
import sys
from functools import partial

import ipywidgets
import nbformat
import pytest
from playwright.sync_api import expect

from gluteal.widgets.atlas_explorer import AtlasExplorer
from gluteal.widgets.plate_art import ART_FORMAT, PlateArt, reference

from .atlas import STAGE, open_atlas, part, shown_layers, visible_point


@pytest.fixture
def show(widget_page):
    return partial(open_atlas, widget_page)


def test_zoom_is_sharp_bounded_and_never_takes_the_wheel_from_the_page(show):
    page, _ = show(AtlasExplorer())

    def width():
        return page.locator(f"{STAGE} .gp-content").bounding_box()["width"]

    whole = width()
    page.mouse.move(*visible_point(page, "skin"))
    page.mouse.wheel(0, 120)
    assert width() == pytest.approx(whole)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    assert width() > whole * 1.5
    for _ in range(9):
        page.get_by_role("button", name="Zoom in").click()
    assert width() == pytest.approx(whole * 5, rel=0.01)
    assert page.locator(".gp-scale-text").first.inner_text() in ("10 mm", "5 mm")
    page.get_by_role("button", name="Show the whole plate").click()
    assert width() == pytest.approx(whole)


def test_a_drag_moves_a_zoomed_plate_and_chooses_nothing(show):
    page, trait = show(AtlasExplorer())
    page.get_by_role("button", name="Zoom in").click()
    x, y = visible_point(page, "skin")
    before = page.locator(f"{STAGE} .gp-content").bounding_box()
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    after = page.locator(f"{STAGE} .gp-content").bounding_box()
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((40, 30), abs=2)
    assert trait("selected") == ""


def spoilt(name):
    atlas = AtlasExplorer()
    if name == "no art":
        atlas.art = {}
    elif name == "art lost":
        atlas.art = dict.fromkeys(atlas.views, "IPY_MODEL_0000")
    elif name == "no view":
        atlas.views = []
    elif name == "old facts":
        atlas.atlas = {**atlas.atlas, "format": 0}
    else:
        art = PlateArt("posterior")
        art.plate = {**art.plate, "format": ART_FORMAT + 1} if name == "other version" else art.plate
        art.svg = {"damaged": "<svg><g", "nothing drawn": '<svg xmlns="http://www.w3.org/2000/svg"/>'}.get(
            name, art.svg
        )
        atlas.art = {**atlas.art, "posterior": reference(art)}
    return atlas


@pytest.mark.parametrize(
    "name", ["no art", "art lost", "no view", "old facts", "other version", "damaged", "nothing drawn"]
)
def test_without_its_art_it_says_so_in_a_sentence(widget_page, name):
    page = widget_page(spoilt(name))
    note = page.get_by_role("note").filter(has_text="Run the cell again")
    note.wait_for()
    assert note.inner_text().count(".") >= 2


@pytest.mark.parametrize(
    ("trait", "value", "words"),
    [
        ("view", "from above", "no view “from above”"),
        ("selected", "heart", "no structure “heart”"),
        ("mode", "sleep", "does not know “sleep”"),
        ("removed", ["muscles"], ""),
        ("result", {"order": ["heart"], "answers": [], "tries": []}, ""),
        ("result", {"score": 3}, ""),
        ("rounds", -3, ""),
        ("query", "💥" * 300, ""),
    ],
)
def test_a_saved_state_that_makes_no_sense_is_told_and_can_be_left(show, trait, value, words):
    atlas = AtlasExplorer()
    page, _ = show(atlas)
    page.evaluate(
        "([id, name, value]) => lessonModel(id).then((model) => model.set(name, value))",
        [atlas.model_id, trait, value],
    )
    if words:
        expect(page.locator(".gx-empty")).to_contain_text(words, use_inner_text=True)
    page.get_by_role("button", name="Find it").click()
    page.get_by_role("button", name="Explore").click()
    page.get_by_role("button", name="From behind", exact=True).click()
    page.locator('.gx-item[data-id="piriformis"]').click()
    expect(page.locator(".gx-name")).to_have_text("Piriformis", use_inner_text=True)
    page.locator(".gx-empty").wait_for(state="hidden")


def test_twice_on_one_page_it_stays_one_atlas_without_clashing_ids(widget_page):
    atlas = AtlasExplorer(depth="deep")
    page = widget_page(ipywidgets.VBox([atlas, atlas]))
    page.locator(".gx-body").nth(1).wait_for()
    page.locator(".gx").nth(1).locator('.gx-item[data-id="piriformis"]').click()
    for number in range(2):
        expect(page.locator(".gx").nth(number).locator(".gx-read h3")).to_have_text(
            "Piriformis", use_inner_text=True
        )
    ids = page.evaluate("[...document.querySelectorAll('.gx [id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids)) > 20


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "state", [{}, {"selected": "gluteus-medius", "depth": "medius"}, {"view": "both"}, {"mode": "find"}]
)
def test_axe_finds_nothing_serious(show, axe_violations, theme, state):
    page, _ = show(AtlasExplorer(**state), theme=theme)
    assert axe_violations(page) == []
    if state.get("mode") == "find":
        page.get_by_role("button", name="Start", exact=True).click()
        assert axe_violations(page) == []


@pytest.mark.parametrize(
    "state", [{"selected": "piriformis", "depth": "deep"}, {"mode": "find"}, {"view": "both"}]
)
def test_on_a_phone_nothing_is_wider_than_the_page_and_targets_are_large_enough(show, state):
    page, _ = show(AtlasExplorer(**state), viewport=(360, 740), touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate(
        """() => ['button', 'summary', '.gx-layer label', 'input:not([type=checkbox]):not([type=radio])']
          .flatMap((kind) => [...document.querySelectorAll(`.gx ${kind}`)])
          .filter((node) => node.getClientRects().length && getComputedStyle(node).clipPath === 'none')
          .map((node) => [node.textContent, node.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
    )
    assert small == []
    plate = page.locator(".gp-paper").first.bounding_box()
    layers = page.get_by_role("button", name="Remove a layer").bounding_box()
    assert layers["y"] > plate["y"] + plate["height"], "the layers lie under the plate, near the thumb"


def test_on_a_projector_the_name_is_large(show):
    page, _ = show(AtlasExplorer(selected="gluteus-medius", depth="medius"), viewport=(1280, 720))
    size = page.locator(".gx-name").evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
    assert size >= 22


def test_print_keeps_plate_and_card_and_drops_the_controls(show):
    page, _ = show(AtlasExplorer(selected="piriformis", depth="deep"))
    page.emulate_media(media="print")
    assert page.locator(".gp-paper").first.is_visible() and page.locator(".gx-read h3").is_visible()
    for controls in (".gx-bar", ".gx-layers", ".gx-list"):
        page.locator(controls).wait_for(state="hidden")


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """An executed notebook that holds one atlas."""
    path = tmp_path_factory.mktemp("atlas") / "atlas.ipynb"
    code = (
        "from gluteal.widgets.atlas_explorer import AtlasExplorer\natlas = AtlasExplorer(depth='deep')\natlas"
    )
    cells = [nbformat.v4.new_code_cell(code), nbformat.v4.new_code_cell("print(atlas.selected, atlas.depth)")]
    book = nbformat.v4.new_notebook(
        cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    nbformat.write(book, path)
    # In a process of its own: beside Playwright no other event loop can run.
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--inplace", path], check=True
    )
    return path


def test_in_jupyterlab_it_works_before_any_cell_is_run(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.watch.allowed.append("Canceled future for debug_request")  # JupyterLab asks the kernel we take away
    opened.unplug()
    page.mouse.click(*visible_point(page, "piriformis"))
    expect(page.locator(".gx-read h3")).to_have_text("Piriformis", use_inner_text=True)
    page.get_by_role("button", name="Put one back").click()
    assert shown_layers(page) == ["minimus", "deep", "bones"]


def test_in_jupyterlab_its_keys_are_its_own_and_python_knows_what_was_chosen(lab, notebook):
    opened = lab.open(notebook)
    page = opened.page
    page.locator(".gx-body").wait_for()
    opened.run_all()
    page.locator(".gx-body").wait_for()
    cells = page.locator(".jp-Cell").count()
    part(page, "piriformis").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    for key in "aabddx":
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == cells, "the notebook's shortcuts stay out of the plate"
    part(page, "sciatic-nerve").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".gx-read h3")).to_have_text("Sciatic nerve", use_inner_text=True)
    page.get_by_role("button", name="Remove a layer").click()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    page.get_by_text("sciatic-nerve bones").wait_for()
