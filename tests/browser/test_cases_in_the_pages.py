"""The case rooms of lesson 08 in the exported pages: no kernel, every other address refused."""

import pytest
from playwright.sync_api import expect

from gluteal.models.case_written import staged_case

from .test_case_room import right
from .test_site import SCHEMES, open_alive


@pytest.fixture(params=SCHEMES)
def page(request, site, new_page):
    """The page of the lesson, from a server and as a file."""
    return open_alive(new_page(), site.address("08_cases.html", request.param))


def test_rooms_live_side_by_side_and_keep_their_own_decisions(page):
    rooms = page.locator(".cr")
    expect(rooms).to_have_count(4)
    first = rooms.nth(0)
    first.locator('section[data-stage="history"] input').first.check()
    first.locator(".cr-commit").click()
    expect(first.locator("details.cr-done")).to_have_count(1)
    expect(rooms.nth(1).locator("details.cr-done")).to_have_count(0)
    expect(rooms.nth(2).locator("[data-case]")).to_have_count(9)


def test_a_person_from_the_waiting_room_goes_to_the_end_and_survives_a_reload(page):
    hall = page.locator(".cr").nth(2)
    hall.locator('[data-case="roofer"]').click()
    for stage in staged_case("roofer")["stages"]:
        here = hall.locator(f'section[data-stage="{stage["id"]}"]')
        for key in right(stage):
            here.locator(f'input[value="{key}"]').check()
        here.locator(".cr-commit").click()
    hall.locator(".pb-asked").check()
    hall.locator(".cr-commit-plan").click()
    expect(hall.locator(".cr-end")).to_contain_text("5 of 5")
    page.reload()
    again = page.locator(".cr").nth(2)
    expect(again.locator('[data-case="roofer"]')).to_contain_text("finished")
    expect(again.locator(".cr-end")).to_contain_text("5 of 5")
