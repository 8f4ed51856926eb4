"""What the tests of single-leg stance share. Every look waits for what it looks for."""

from playwright.sync_api import expect

SLIDERS = {
    "body_mass_kg": ("Person", "Body mass"),
    "strength_pct": ("Person", "Abductor strength"),
    "lean_deg": ("Posture", "Trunk leans to the standing side"),
    "drop_deg": ("Posture", "Pelvis drops on the lifted side"),
    "stick_pct": ("Hands", "Push on a stick, of body weight"),
    "load_opposite_kg": ("Hands", "Bag on the side of the lifted leg"),
    "load_same_kg": ("Hands", "Bag on the side of the standing leg"),
}
"""Trait → the box it stands in, and its label."""


def open_stance(widget_page, widget, **options):
    """Show the widget on a plain page and wait for its first picture."""
    page = widget_page(widget, **options)
    page.locator(".ss-layout").wait_for()
    return page


def slider(page, trait):
    """Return the slider of a setting."""
    box, label = SLIDERS[trait]
    return page.get_by_role("group", name=box, exact=True).get_by_role("slider", name=label, exact=True)


def typed(page, trait):
    """Return the field in which the setting can be typed."""
    box, label = SLIDERS[trait]
    return page.get_by_role("group", name=box, exact=True).get_by_role("spinbutton", name=f"{label}, typed")


def set_traits(page, widget, **values):
    """Set traits in the page, as a saved state or Python would."""
    page.evaluate(
        "([id, values]) => lessonModel(id).then((model) => {"
        " for (const [name, value] of Object.entries(values)) model.set(name, value); })",
        [widget.model_id, values],
    )


def wait_for_trait(page, widget, name, value):
    """Wait until a trait has a value in the page."""
    page.wait_for_function(
        "([id, name, value]) => lessonModel(id).then((model) =>"
        " typeof value === 'number' ? Math.abs(model.get(name) - value) < 1e-9 : model.get(name) === value)",
        arg=[widget.model_id, name, value],
    )


def wait_for_words(page, times):
    """Wait until the two bars say these multiples of body weight."""
    for row, value in zip(("asked", "joint"), times, strict=True):
        expect(page.locator(f".ss-mine .ss-{row} .ss-row-value")).to_have_text(f"{value} ×")
