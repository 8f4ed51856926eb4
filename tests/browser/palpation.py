"""What the tests of the palpation trainer share: where the patch is, and how a finger gets about on it."""

from gluteal.models.palpation_trial import draw_trial

PAD = ".pt-pad"


def seed_of(kind, muscle="gluteus-medius", inner=True):
    """Return the first seed from 1 whose trial hides this, away from the edge of the patch."""
    trials = (draw_trial(seed, muscle) for seed in range(1, 121))
    return next(
        one.seed
        for one in trials
        if one.kind == kind and (not inner or (30 < one.spot_mm[0] < 90 and 25 < one.spot_mm[1] < 65))
    )


def open_trainer(widget_page, trainer, sinks=False, **options):
    """Show a trainer on a plain page; return the page and a reader of its traits.

    Held still for 0.6 s the finger sinks deeper by itself, and a busy computer holds it still between two
    moves. So only a test of the sinking lets it ``sinks``.
    """
    page = widget_page(trainer, **options)
    page.locator(PAD).first.wait_for()
    if not sinks:
        page.get_by_label("Sink deeper").evaluate("(box) => { box.checked = false; }")
    page.locator(PAD).first.scroll_into_view_if_needed()
    return page, lambda trait: widget_page.state(page, trainer, trait)


def place(page, x_mm, y_mm):
    """Return where a place of the patch is on the screen."""
    box = page.locator(PAD).first.bounding_box()
    return box["x"] + box["width"] * x_mm / 120, box["y"] + box["height"] * y_mm / 90


def painted(page):
    """Wait until what was done is painted: the page paints in the next frame."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def stroke(page, start, end, steps=60, hold=False):
    """Press, move in a line, lift."""
    page.mouse.move(*place(page, *start))
    page.mouse.down()
    for step in range(1, steps + 1):
        share = step / steps
        at = [a + (b - a) * share for a, b in zip(start, end, strict=True)]
        page.mouse.move(*place(page, *at))
    if not hold:
        page.mouse.up()
    painted(page)


def press_at(page, at, wait_ms=150):
    """Put the finger down and keep it there."""
    page.mouse.move(*place(page, *at))
    page.mouse.down()
    page.wait_for_timeout(wait_ms)
    painted(page)


def curve_heights(page):
    """Return the resistances of the curve as drawn, in points of the scale."""
    return page.evaluate(
        """() => {
          const drawn = document.querySelector('.pt-line').getAttribute('d') ?? '';
          const numbers = drawn.split(/[ML]/).filter(Boolean).map((pair) => Number(pair.split(' ')[1]));
          const [floor, top] = [...document.querySelectorAll('.pt-axis, .pt-grid')]
            .map((line) => Number(line.getAttribute('d').match(/ ([0-9.]+)H/)[1]))
            .reduce(([low, high], y) => [Math.max(low, y), Math.min(high, y)], [0, 1e9]);
          return numbers.map((y) => (10 * (floor - y)) / (floor - top));
        }"""
    )


def force_shown(page):
    """Return the force in newton that stands beside the slider."""
    return float(page.locator(".pt-force-value").inner_text().split(" N")[0])


def keys(page, *names):
    """Press keys one after the other on the patch."""
    page.locator(PAD).first.focus()
    for name in names:
        page.keyboard.press(name)
    painted(page)
