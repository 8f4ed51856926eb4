"""What the tests of the referral explorer share: where things are on the page, and what is painted there."""

STILL = """async () => {
  const look = () => document.body.innerHTML.length + ":" + document.body.scrollHeight + ":"
    + [...document.querySelectorAll("canvas")].map((one) => one.toDataURL()).join();
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 80)));
  for (let before = "", same = 0; same < 6;) {
    await frame();
    const now = look();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}"""


def open_explorer(widget_page, explorer, **options):
    """Show an explorer on a plain page; return the page and a reader of its traits."""
    page = widget_page(explorer, **options)
    page.locator(".rx-body").first.wait_for()
    settle(page)
    return page, lambda trait: widget_page.state(page, explorer, trait)


def settle(page):
    """Wait until nothing grows or glides any more: the picture is the same in six looks, frames apart."""
    page.evaluate(STILL)


def set_trait(page, explorer, **traits):
    """Set traits of the page's own copy, as a loaded state would."""
    page.evaluate(
        "([id, traits]) => lessonModel(id).then((model) => model.set(traits))", [explorer.model_id, traits]
    )


def press_to(page, value):
    """Move the slider to a value."""
    slider = page.get_by_role("slider", name="Pressure on the point")
    slider.fill(str(value))
    settle(page)


def painted(page, chart="posterior", number=0):
    """Return which share of a chart carries paint."""
    return page.evaluate(
        """([chart, number]) => {
          const canvas = [...document.querySelectorAll(`[data-chart="${chart}"] canvas`)][number];
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let at = 3; at < data.length; at += 4) count += data[at] > 25;
          return count / canvas.width / canvas.height;
        }""",
        [chart, number],
    )


def paint_at(page, chart, x, y):
    """Return red, green, blue and alpha of the paint at a place given in millimetres of the chart."""
    return page.evaluate(
        """([chart, x, y]) => {
          const figure = document.querySelector(`[data-chart="${chart}"]`);
          const canvas = figure.querySelector('canvas');
          const box = figure.querySelector('.rx-marks').getAttribute('viewBox');
          const [left, top, wide, high] = box.split(' ').map(Number);
          const at = [((x - left) / wide) * canvas.width, ((y - top) / high) * canvas.height].map(Math.round);
          return [...canvas.getContext('2d').getImageData(...at, 1, 1).data];
        }""",
        [chart, x, y],
    )


WATCH = """([chart]) => {
  const canvas = document.querySelector(`[data-chart="${chart}"] canvas`);
  const areas = (window.watchedAreas = []);
  const look = () => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 3; at < data.length; at += 4) count += data[at] > 25;
    areas.push(count / canvas.width / canvas.height);
    if (areas.length < 5000) requestAnimationFrame(look);
  };
  look();
}"""


def watch(page, chart="posterior"):
    """Note in every frame which share of a chart carries paint; `watched` returns it."""
    page.evaluate(WATCH, [chart])


def watched(page):
    """Return the shares that `watch` has noted."""
    return page.evaluate("window.watchedAreas")
