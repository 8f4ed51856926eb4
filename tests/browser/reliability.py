"""What the tests of the reliability lab share."""

SHARES = {
    "prevalence": ("Patients", "Have the finding"),
    "sensitivity_first": ("Rater 1", "Sensitivity"),
    "specificity_first": ("Rater 1", "Specificity"),
    "sensitivity_second": ("Rater 2", "Sensitivity"),
    "specificity_second": ("Rater 2", "Specificity"),
    "shared": ("Both", "Shared error"),
}
"""Trait → the box it stands in, and its label."""
PIRIFORMIS = "palpation-reliability-piriformis-kappa"


def open_lab(widget_page, lab, **options):
    """Show a lab on a plain page; return the page and a reader of its traits."""
    page = widget_page(lab, **options)
    page.locator(".rl-body").first.wait_for()
    return page, lambda trait: widget_page.state(page, lab, trait)


def slider(page, trait):
    """Return the slider of a share."""
    box, label = SHARES[trait]
    return page.get_by_role("group", name=box, exact=True).get_by_role("slider", name=label, exact=True)


def typed(page, trait):
    """Return the field in which the share can be typed."""
    box, label = SHARES[trait]
    return page.get_by_role("group", name=box, exact=True).get_by_role("spinbutton", name=f"{label}, typed")


def set_traits(page, lab, **values):
    """Set traits in the page, as a saved state or Python would."""
    page.evaluate(
        "([id, values]) => lessonModel(id).then((model) => {"
        " for (const [name, value] of Object.entries(values)) model.set(name, value); })",
        [lab.model_id, values],
    )
    page.wait_for_timeout(30)
