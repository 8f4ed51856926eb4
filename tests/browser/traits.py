"""What the tests of the probability lab and the symptom explorer share: waiting for traits, setting them."""

PLAIN = """
const plain = (value) => Array.isArray(value) ? value.map(plain) : value && typeof value === 'object'
  ? Object.fromEntries(Object.entries(value).sort().map(([key, one]) => [key, plain(one)])) : value;
"""
SMALL = """([root, kinds]) => kinds.flatMap((kind) => [...document.querySelectorAll(`${root} ${kind}`)])
  .filter((node) => node.checkVisibility())
  .filter((node) => { const box = node.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
  .map((node) => node.outerHTML.slice(0, 120))"""


def trait_is(page, widget, name, value):
    """Wait until the page's copy of a trait has this value."""
    page.wait_for_function(
        "async ([id, name, value]) => {" + PLAIN + "const model = await lessonModel(id);"
        "return JSON.stringify(plain(model.get(name))) === JSON.stringify(plain(value)); }",
        arg=[widget.model_id, name, value],
    )


def results(page, widget, states):
    """Set the traits of each state in turn, as a saved state or Python would; return the results."""
    return page.evaluate(
        "async ([id, states]) => { const model = await lessonModel(id), found = [];"
        " for (const state of states) {"
        " for (const [name, value] of Object.entries(state)) model.set(name, value);"
        " await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));"
        " found.push(structuredClone(model.get('result'))); }"
        " return found; }",
        [widget.model_id, states],
    )


def small_targets(page, root, kinds):
    """Return what can be pressed and is smaller than 24 pixels."""
    return page.evaluate(SMALL, [root, list(kinds)])
