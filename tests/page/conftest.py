"""A page with a world behind it, and a browser in front."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect

from bot.sandbox.page.app import Page as PageApp
from bot.sandbox.page.stories import Story, stories
from bot.sandbox.page.worlds import Live, Worlds
from bot.sandbox.puppet import Puppet
from bot.sandbox.serving import offered
from bot.store.inspection import zone_of

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 15_000
MONDAY = Story("monday", "A Monday", "Monday, 17:42 in Berlin.", ("@2026-11-23T17:42+01:00",))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window; in CI it has to be there."""
    if CHROMIUM is None:
        assert not os.environ.get("CI"), "CI has to try the page in a browser: install chromium"
        pytest.skip("NOT TRIED: there is no chromium here, so nobody looked at the page")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


@dataclass(frozen=True)
class Demo:
    """The page's address, and the worlds behind it."""

    url: str
    worlds: Worlds

    @property
    def live(self) -> Live:
        return next(iter(self.worlds))


@asynccontextmanager
async def on_monday() -> AsyncIterator[Demo]:
    """As `hipcoach demo`, on a Monday that a test can count on."""
    known = {MONDAY.name: MONDAY, **stories()}
    worlds = Worlds()
    async with offered(PageApp(worlds, known, zone_of).app()) as url, worlds:
        worlds.open(MONDAY)
        yield Demo(url, worlds)


@asynccontextmanager
async def opened(browser: Browser, demo: Demo) -> AsyncIterator[Page]:
    """The page once the phone is there; whatever a browser complains of fails the test."""
    complaints: list[str] = []
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    await page.goto(demo.url)
    await expect(phone(page)).to_be_visible()
    yield page
    await context.close()
    assert complaints == []


def is_complaint(said: ConsoleMessage) -> bool:
    """Tell whether the browser complains; a test that cuts the line itself knows that it did."""
    return said.type in ("error", "warning") and "net::ERR_FAILED" not in said.text


@asynccontextmanager
async def another_hand(demo: Demo) -> AsyncIterator[Puppet]:
    """Another hand on the same bot, for what the coach does not send."""
    assert demo.live.stage
    async with aiohttp.ClientSession() as session:
        yield Puppet(session, f"{demo.live.stage.sandbox.url}/bot1234567890:secret")


@pytest_asyncio.fixture(loop_scope="session")
async def demo() -> AsyncIterator[Demo]:
    async with on_monday() as demo:
        yield demo


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, demo: Demo) -> AsyncIterator[Page]:
    async with opened(browser, demo) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="session")
async def puppet(demo: Demo, page: Page) -> AsyncIterator[Puppet]:
    async with another_hand(demo) as puppet:
        yield puppet


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def shared(browser: Browser) -> AsyncIterator[Demo]:
    """A demo for all tests that only look at what is new in Ann's chat: she has pressed Start, and nobody else does."""
    async with on_monday() as demo:
        async with opened(browser, demo) as page:
            await press(page, "Start")
            await expect(phone(page).get_by_role("button", name="I am 18 or older")).to_be_visible()
        yield demo


@pytest_asyncio.fixture(loop_scope="session")
async def chat(browser: Browser, shared: Demo) -> AsyncIterator[Page]:
    """The page of the shared demo, opened anew."""
    async with opened(browser, shared) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="session")
async def hand(shared: Demo, chat: Page) -> AsyncIterator[Puppet]:
    async with another_hand(shared) as puppet:
        yield puppet


def phone(page: Page, name: str = "Ann") -> Locator:
    """Somebody's phone on the page."""
    return page.get_by_role("region", name=f"{name}'s phone")


async def press(page: Page, *labels: str, name: str = "Ann") -> None:
    """Press buttons in somebody's phone, one after the other; each has to be there, once."""
    for label in labels:
        await phone(page, name).get_by_role("button", name=label, exact=True).click()


async def say(page: Page, text: str, name: str = "Ann") -> None:
    """Type a message and send it."""
    field = phone(page, name).get_by_role("textbox")
    await field.fill(text)
    await field.press("Enter")


async def sign_up(page: Page, name: str = "Ann") -> None:
    """Answer the first questions: Berlin, Mon Wed Fri, 18:00."""
    await press(page, "Start", "I am 18 or older", "I read the list, none applies to me", name=name)
    await say(page, "Berlin", name)
    await press(page, "Mon Wed Fri", "18:00", name=name)
    await expect(phone(page, name)).to_contain_text("Your plan is set.")


HERE = Path(__file__).parent
