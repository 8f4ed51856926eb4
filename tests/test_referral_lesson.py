"""Lesson 03 lists every source to which its two widgets link, whatever a learner opens in them."""

import re

import nbformat
import pytest

from gluteal import paths
from gluteal.widgets.pain_records import pain_records
from gluteal.widgets.referral_records import referral_records

LESSON = paths.root() / "notebooks" / "03_referral_patterns.ipynb"


@pytest.mark.parametrize("records", [referral_records, pain_records])
def test_no_link_of_a_widget_leads_nowhere(records):
    cells = nbformat.read(LESSON, as_version=4).cells
    page = next(cell for cell in cells if cell.id == "references").outputs[0].data["text/html"]
    listed = set(re.findall(r'id="ref-(\w+)"', page))
    assert not set(records()["sources"]) - listed
