"""What the tests of the exercise player share: opening it, reading what a canvas shows."""

PIXELS = """(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let covered = 0, sum = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200) {
    covered += 1; sum = (sum * 31 + data[at] + 7 * data[at + 1] + 13 * data[at + 2] + at) % 2147483647; }
  return [covered / (canvas.width * canvas.height), sum]; }"""


def open_player(widget_page, widget, **options):
    """Open a player and wait until both views are painted."""
    page = widget_page(widget, **options)
    for number in (0, 1):
        canvas(page, number).wait_for()
    return page


def canvas(page, number=0):
    """Return the canvas of a view as soon as something has been painted on it."""
    return page.locator(f'.ep-canvas[data-view="{number}"][data-painted]')


def painted(page, number=0):
    """Return what a view shows: number of people, moment, azimuth, elevation, muscle."""
    people, moment, azimuth, elevation, muscle = canvas(page, number).get_attribute("data-painted").split(" ")
    return int(people), float(moment), float(azimuth), float(elevation), muscle


def wait_painted(page, *, moment=None, azimuth=None, elevation=None, muscle=None, number=0):
    """Wait until a view shows these; None is anything."""
    wanted = [None, moment, azimuth, elevation, muscle]
    page.wait_for_function(
        "([number, wanted]) => {"
        " const view = document.querySelector(`.ep-canvas[data-view='${number}']`);"
        " const told = view?.dataset.painted?.split(' ');"
        " return told && wanted.every((one, k) => one === null ||"
        " (k === 4 ? told[k] === one : Math.abs(Number(told[k]) - one) < 0.006)); }",
        arg=[number, wanted],
    )


def pixels(page, number=0):
    """Return which share of a view is covered, and a number that changes with its colours."""
    return tuple(canvas(page, number).evaluate(PIXELS))


def scrub(page, key="End"):
    """Bring the moment to an end of its slider."""
    page.locator(".ep-scrub").press(key)
    wait_painted(page, moment={"Home": 0, "End": 1}[key])
