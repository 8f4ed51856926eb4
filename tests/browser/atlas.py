"""What the tests of the atlas explorer share: where things are on the page, and how they are reached."""

STAGE = ".gp-stage:not(.gp-away)"
LAYERS = ["skin", "fascia", "maximus", "medius", "minimus", "deep", "bones"]


def part(page, key):
    """Return a structure of the plate that is shown."""
    return page.locator(f'{STAGE} [data-structure="{key}"]').first


def point_at(page, key):
    """Put the mouse on a structure, at a place of it that nothing covers."""
    page.mouse.move(*visible_point(page, key))


def visible_point(page, key):
    return page.evaluate(
        """([stage, key]) => {
          const node = document.querySelector(`${stage} [data-structure="${key}"]`);
          node.closest('.gp-paper').scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = node.getBoundingClientRect();
          const hit = (x, y) => document.elementFromPoint(x, y)?.closest('[data-structure]') === node;
          const clear = (x, y) => [-4, 0, 4].every((dx) => [-4, 0, 4].every((dy) => hit(x + dx, y + dy)));
          for (let row = 1; row < 32; row += 1) for (let column = 1; column < 32; column += 1) {
            const x = box.x + (box.width * column) / 32, y = box.y + (box.height * row) / 32;
            if (clear(x, y)) return [x, y];
          }
          throw new Error(`${key} is not in sight`);
        }""",
        [STAGE, key],
    )


def shown_layers(page):
    """Return the layers of the plate that can be seen."""
    sheets = page.locator(f"{STAGE} .gp-sheet:not(.gp-removed):not(.gp-ghost)").all()
    return [sheet.get_attribute("data-layer") for sheet in reversed(sheets)]


def asked(page, atlas):
    """Return the id of what the game asks for."""
    name = page.locator(".gx-name").inner_text().removeprefix("Find: ")
    return next(key for key, record in atlas.atlas["structures"].items() if record["name"] == name)


def tab_to(page, selector, most=80):
    """Press Tab until the focus is inside something that matches."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => Boolean(document.activeElement.closest(selector))", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def open_atlas(widget_page, atlas, **options):
    """Show an atlas on a plain page; return the page and a reader of its traits."""
    page = widget_page(atlas, **options)
    page.locator(".gx-body").first.wait_for()
    return page, lambda trait: widget_page.state(page, atlas, trait)
