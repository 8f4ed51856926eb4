"""Text twins of the pain maps that show several patterns: all points, one muscle, what else refers here."""


def sheet_rows(row, short_name):
    """Return the rows of the sheets; ``row`` and ``short_name`` are those of `referral_twins`."""
    return []
