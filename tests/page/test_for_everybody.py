"""The page for eyes, ears and hands of all kinds: no rule of WCAG A and AA that axe knows is broken."""

from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from .conftest import phone, press, sign_up

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}

pytestmark = pytest.mark.asyncio(loop_scope="session")  # they share a browser


async def broken(page: Page) -> list[str]:
    """Return which rules are broken, and where."""
    results = await Axe().run(page, options=RULES)
    violations: list[dict[str, Any]] = results.response["violations"]
    return [f"{each['id']}: {node['html']} {node['failureSummary']}" for each in violations for node in each["nodes"]]


async def test_the_checker_finds_what_is_broken(page: Page) -> None:
    await page.evaluate(
        "document.querySelector('.phone').append(Object.assign(new Image(), { src: 'static/coach.svg' }))"
    )
    [found] = await broken(page)
    assert found.startswith("image-alt: ")


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_no_rule_is_broken_from_day_one_to_the_progress(page: Page, colours: Any) -> None:
    await page.emulate_media(color_scheme=colours)
    assert await broken(page) == []
    await press(page, "Start")
    await expect(phone(page).get_by_role("button", name="I am 18 or older")).to_be_visible()
    assert await broken(page) == []
    await press(page, "I am 18 or older", "I read the list, none applies to me")
    await phone(page).get_by_role("textbox").fill("Berlin")
    await phone(page).get_by_role("textbox").press("Enter")
    await press(page, "Mon Wed Fri", "18:00", "Start today's routine", "Start")
    await expect(phone(page)).to_contain_text("1 of 11")
    assert await broken(page) == []
    await phone(page).get_by_role("textbox").fill("/progress")
    await phone(page).get_by_role("textbox").press("Enter")
    await expect(phone(page).locator(".mine").last).to_contain_text("/progress")
    await expect(phone(page).locator(".message").last).not_to_contain_text("/progress")
    await press(page, "Commands")
    assert await broken(page) == []


async def test_no_rule_is_broken_in_a_dialog(page: Page) -> None:
    await page.get_by_role("button", name="Another start").click()
    await expect(page.get_by_role("dialog", name="Where shall it start?")).to_be_visible()
    assert await broken(page) == []


async def test_no_rule_is_broken_at_320_pixels_and_nothing_runs_out_of_sight(page: Page) -> None:
    """320 pixels are also what 200 % zoom leaves of 640."""
    await page.set_viewport_size({"width": 320, "height": 640})
    await sign_up(page)
    await press(page, "Start today's routine", "Start")
    await expect(phone(page)).to_contain_text("1 of 11")
    assert await page.evaluate("document.documentElement.scrollWidth") == 320
    assert await broken(page) == []
    for button in await phone(page).locator(".inline, .key").all():
        box = await button.bounding_box()
        assert box
        assert box["height"] >= 44
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 320


async def test_what_the_coach_says_is_told_to_who_listens(page: Page) -> None:
    await press(page, "Start")
    told = phone(page).locator("[aria-live=polite]")
    await expect(told).to_contain_text("I'm your coach")
    await press(page, "I am 18 or older")
    await expect(told).to_contain_text("Does any of this apply to you?")
