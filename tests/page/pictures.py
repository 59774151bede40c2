"""`python -m tests.page.pictures`: takes the pictures of the README anew, from the page as it is."""

import asyncio

from playwright.async_api import Page, async_playwright, expect

from bot.sandbox.page.app import Page as PageApp
from bot.sandbox.page.stories import stories
from bot.sandbox.page.worlds import Worlds
from bot.sandbox.serving import offered
from bot.store.inspection import zone_of

from .conftest import CHROMIUM, HERE, MONDAY, phone, press, say

PICTURES = HERE.parents[1] / "docs" / "pictures"


async def take(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep what the page, or the phone alone, shows now."""
    await page.mouse.move(0, 0)
    await expect(page.locator("[aria-busy], .toast:not(:empty)")).to_have_count(0)
    target = page if whole else phone(page)
    await target.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


async def day_one(page: Page) -> None:
    """Sign up, look at the first card, light and dark."""
    await press(page, "Start")
    await expect(phone(page).get_by_role("button", name="I am 18 or older")).to_be_visible()
    await take(page, "day_one", whole=True)
    await page.reload()
    await press(page, "I am 18 or older", "I read the list, none applies to me")
    await say(page, "Berlin")
    await press(page, "Mon Wed Fri", "18:00", "Start today's routine", "Start")
    for _ in range(9):
        await phone(page).locator(".buttons button").first.click()
        await expect(phone(page).locator("[aria-busy]")).to_have_count(0)
    await phone(page).locator(".message").last.evaluate("message => message.scrollIntoView(true)")
    await take(page, "card")
    await page.emulate_media(color_scheme="dark")
    await take(page, "dark")
    await page.emulate_media(color_scheme="light")


async def progress(page: Page) -> None:
    """Look at the progress of somebody four weeks in."""
    await page.get_by_role("button", name="Another start").click()
    await page.get_by_role("button", name="Mid-program").click()
    await expect(phone(page).get_by_role("button", name="In 1 hour")).to_be_visible(timeout=120_000)
    await say(page, "/progress")
    await expect(phone(page).locator(".message").last).not_to_contain_text("/progress")
    await phone(page).locator(".message").last.evaluate("message => message.scrollIntoView(true)")
    await take(page, "progress")


async def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    worlds = Worlds()
    known = {MONDAY.name: MONDAY, **stories()}
    async with offered(PageApp(worlds, known, zone_of).app()) as url, worlds, async_playwright() as playwright:
        worlds.open(MONDAY)
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1180, "height": 960}, device_scale_factor=1.5)
        await page.goto(url)
        await expect(phone(page)).to_be_visible(timeout=20_000)
        await day_one(page)
        await progress(page)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
