"""What the tests of the hip explorer share."""

SLIDERS = {
    "flexion_deg": ("Flexion (+), extension (−)", -20, 110),
    "adduction_deg": ("Adduction (+), abduction (−)", -40, 25),
    "rotation_deg": ("Internal rotation (+), external rotation (−)", -45, 45),
    "knee_flexion_deg": ("Knee bent", 0, 120),
}
"""Angle → its label and its ends."""


def open_hip(widget_page, explorer, **options):
    """Show an explorer on a plain page, painted; return the page and a reader of its traits."""
    page = widget_page(explorer, **options)
    page.locator(".hx-cord .hx-belly[d]").first.wait_for(state="attached")
    return page, lambda trait: widget_page.state(page, explorer, trait)


def slider(page, angle):
    """Return the slider of an angle."""
    return page.get_by_role("slider", name=SLIDERS[angle][0], exact=True)


def typed(page, angle):
    """Return the field in which the angle can be typed."""
    return page.get_by_role("spinbutton", name=f"{SLIDERS[angle][0]}, typed, degrees")


def row(page, line):
    """Return the row of a line in the table."""
    return page.locator(f'.hx-rows tr[data-line="{line}"]')


def set_traits(page, explorer, **values):
    """Set traits in the page, as a saved state or Python would."""
    page.evaluate(
        "([id, values]) => lessonModel(id).then((model) => model.set(values))", [explorer.model_id, values]
    )
