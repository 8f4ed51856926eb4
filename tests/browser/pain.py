"""What the tests of the pain drawing share: where places are on the page, and how paint gets there."""

from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns
from gluteal.catalogue.regions import body_regions
from gluteal.models import raster
from gluteal.models.pain_drawing import PainDrawing as Drawing

NO_FLAGS = dict.fromkeys(load().red_flags, "no")
CHART_OF = {"posterior": "posterior", "anterior": "anterior", "lateral": "lateral-right"}


def open_drawing(widget_page, widget, **options):
    """Show a pain drawing on a plain page; return the page and a reader of its traits."""
    page = widget_page(widget, **options)
    page.locator(".gd-body").first.wait_for()
    return page, lambda trait: widget_page.state(page, widget, trait)


def paper(page, chart="posterior"):
    return page.locator(f'.gd-paper[data-chart="{chart}"]')


def at(page, x_mm, y_mm, chart="posterior"):
    """Return the place of a point (mm, as in the picture) on the screen."""
    paper(page, chart).scroll_into_view_if_needed()
    return page.evaluate(
        """([chart, x, y]) => {
          const svg = document.querySelector(`.gd-paper[data-chart="${chart}"] svg`);
          const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
          return [at.x, at.y];
        }""",
        [chart, x_mm, y_mm],
    )


def middle_of(view, region):
    """Return the middle of a region of the right side, mm."""
    corners = body_regions(view)[region].corners_mm
    return tuple(sum(place) / len(corners) for place in zip(*corners, strict=True))


def drag(page, points):
    """Press the mouse at the first point, move through the others, let go."""
    first, *others = points
    page.mouse.move(*first)
    page.mouse.down()
    for point in others:
        page.mouse.move(*point, steps=4)
    page.mouse.up()


def cells(drawing, chart="posterior"):
    """Return the cells of a chart of a saved drawing."""
    return raster.from_runs(drawing["charts"].get(chart, ()), raster.grid(chart).shape)


def set_trait(page, widget, name, value):
    page.evaluate(
        "([id, name, value]) => lessonModel(id).then((model) => model.set(name, value))",
        [widget.model_id, name, value],
    )


def of_pattern(key, intensity=6):
    """Return a drawing that is one pattern."""
    drawing = Drawing()
    for zone in referral_patterns()[key].zones:
        drawing = drawing.painted(CHART_OF[zone.view], zone.polygon, intensity)
    return drawing
