"""Worlds and who may ask for them; no browser needed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.sandbox.page.stories import LivedStory, Story, stories
from bot.sandbox.page.worlds import MOST, Live, Worlds
from bot.sandbox.people import PEOPLE

from .conftest import MONDAY, Demo

pytestmark = pytest.mark.asyncio(loop_scope="session")  # they share a browser


@pytest_asyncio.fixture(loop_scope="session")
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def made(live: Live) -> Live:
    """Wait until a world's story was played."""
    async with asyncio.timeout(110):
        while live.state == "starting":
            await more(live)
    return live


async def more(live: Live) -> None:
    """Wait until something more happens in a world, or for a moment."""
    seen = len(live.world.events)
    await live.world.bell.until(lambda: len(live.world.events) > seen, 0.2)


SCRIPTS = [story for story in stories().values() if story.lines]


def is_long(story: Story) -> bool:
    """Four weeks, day by day."""
    return story.name == "mid_program"


@pytest.mark.parametrize(
    "story",
    [pytest.param(each, marks=pytest.mark.weeks if is_long(each) else ()) for each in SCRIPTS],
    ids=lambda story: story.name,
)
async def test_every_script_can_be_lived_through(story: Story) -> None:
    async with Worlds() as worlds:
        live = await made(worlds.open(story))
        assert (live.state, live.why, live.done) == ("ready", "", live.of)
        assert [call.broken for call in live.world.journal if call.broken] == []


async def test_somebody_lives_for_days_and_then_one_goes_on_by_hand() -> None:
    keen = LivedStory("keen", "A week", "", (), replace(PEOPLE["keen"], weeks=1))
    async with Worlds() as worlds:
        live = await made(worlds.open(keen))
        assert (live.state, live.why, live.done, live.of) == ("ready", "", 7, 7)
        assert live.stage
        await live.stage.person.say("/progress")
        await live.stage.sandbox.quiet()
        *_, answer = await live.stage.person.heard()
        assert answer.text.startswith("3 workouts this month")  # Monday, Wednesday, Friday


async def test_everybody_who_can_be_simulated_is_a_click_away() -> None:
    assert set(PEOPLE) < set(stories())


async def test_a_story_that_goes_wrong_says_where() -> None:
    async with Worlds() as worlds:
        live = await made(worlds.open(Story("odd", "Odd", "", ("> /start", "[There is no such button]"))))
        assert live.state == "failed"
        assert "line 2: [There is no such button]" in live.why


async def test_a_world_that_is_closed_while_it_is_made_leaves_nothing_behind() -> None:
    async with Worlds() as worlds:
        live = worlds.open(stories()["mid_program"])
        async with asyncio.timeout(30):
            while live.done < 3:
                await more(live)
        worlds.close(live.number)
        assert list(worlds) == []
    assert live.folder
    assert not live.folder.exists()


async def test_closing_a_world_ends_its_bot_in_order() -> None:
    async with Worlds() as worlds:
        live = await made(worlds.open(stories()["day_one"]))
        assert live.stage
        assert live.stage.bot
        assert live.bot_is_up
        worlds.close(live.number)
    assert await live.stage.bot.stop() == 0
    assert live.folder
    assert not live.folder.exists()


async def test_a_bot_that_dies_by_itself_is_shown_as_down(demo: Demo, session: aiohttp.ClientSession) -> None:
    live = await made(demo.live)
    assert live.stage
    assert live.stage.bot
    await live.stage.bot.kill()
    async with session.get(f"{demo.url}/worlds/1") as response:
        assert not (await response.json())["bot_is_up"]
    for _ in range(2):
        async with session.post(f"{demo.url}/worlds/1/bot", json={"on": True}) as response:
            assert (await response.json())["bot_is_up"]


MISTAKES = [
    ("worlds", "no json"),
    ("worlds", "[]"),
    ("worlds", "{}"),
    ("worlds", '{"story": "none"}'),
    ("worlds/1/bot", '{"on": "perhaps"}'),
    ("worlds/1/tomorrow", '{"zone": "Mars/Olympus", "at": "07:00"}'),
    ("worlds/1/tomorrow", '{"zone": "UTC", "at": "late"}'),
    ("worlds/1/sandbox/clock", "{}"),
    ("worlds/1/sandbox/clock", '{"to": null}'),
    ("worlds/1/sandbox/clock", '{"to": Infinity}'),
    ("worlds/1/sandbox/clock", '{"by": 1, "to": 1}'),
    ("worlds/1/sandbox/people", '{"first_name": 5}'),
    ("worlds/1/sandbox/people/5000001/say", "[1]"),
    ("worlds/1/sandbox/people/5000001/fly", "{}"),
    ("worlds/1/sandbox/faults", '{"kind": "odd"}'),
    ("worlds/1/sandbox/limits", "{}"),
    ("worlds/1/sandbox/updates", "{}"),
]


async def test_a_mistake_is_one_sentence(demo: Demo, session: aiohttp.ClientSession) -> None:
    await made(demo.live)
    for path, body in MISTAKES:
        async with session.post(f"{demo.url}/{path}", data=body) as response:
            assert response.status == 400, (path, body)
            said = await response.json()
        assert set(said) == {"error"}
        assert "\n" not in said["error"]


async def test_there_are_not_too_many_worlds(demo: Demo, session: aiohttp.ClientSession) -> None:
    for _ in range(MOST - 1):
        async with session.post(f"{demo.url}/worlds", json={"story": "monday"}) as response:
            assert response.status == 200
    async with session.post(f"{demo.url}/worlds", json={"story": "monday"}) as response:
        assert (response.status, await response.json()) == (400, {"error": f"{MOST} worlds are open: close one first"})
    for live in [*demo.worlds][1:]:
        demo.worlds.close(live.number)


ELSEWHERE = (
    {"Host": "coach.example.org"},
    {"Host": "evil.127.0.0.1.example.org:80"},
    {"Host": "[::1"},
    {"Origin": "https://example.org"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)


async def test_other_hosts_and_origins_are_refused(demo: Demo, session: aiohttp.ClientSession) -> None:
    live = await made(demo.live)
    assert live.stage
    asked = [
        f"{demo.url}/",
        f"{demo.url}/worlds/{live.number}/sandbox/people",
        f"{live.stage.sandbox.url}/sandbox/people",
        f"{live.stage.sandbox.url}/bot1234567890:secret/getMe",
    ]
    for headers in ELSEWHERE:
        for url in asked:
            async with session.post(url, headers=headers, json={}) as response:
                assert response.status == 403, headers
            async with session.get(url, headers=headers) as response:
                assert response.status == 403, headers
    async with session.get(asked[0]) as response:
        assert response.status == 200


async def test_a_link_from_elsewhere_opens_the_page_and_nothing_more(
    demo: Demo, session: aiohttp.ClientSession
) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    for path, status in (("/", 200), ("/stories", 403), ("/worlds", 403)):
        async with session.get(f"{demo.url}{path}", headers=followed) as response:
            assert response.status == status
    async with session.post(f"{demo.url}/", headers=followed) as response:
        assert response.status == 403


async def test_a_page_of_this_address_may_ask(demo: Demo, session: aiohttp.ClientSession) -> None:
    own: dict[str, Any] = {"Origin": demo.url, "Sec-Fetch-Site": "same-origin"}
    async with session.get(f"{demo.url}/stories", headers=own) as response:
        titles = [story["title"] for story in await response.json()]
    assert titles == [MONDAY.title, *(story.title for story in stories().values())]
    async with session.get(demo.url.replace("127.0.0.1", "localhost")) as response:
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


async def test_what_is_not_there_is_said_and_nothing_else_happens(demo: Demo, session: aiohttp.ClientSession) -> None:
    for path in (
        "worlds/1/sandbox/events?after=soon",
        "worlds/1/sandbox/quiet?wait=NaN",
        "worlds/99",
        "worlds/99/sandbox/people",
        "worlds/1/sandbox/files/none",
        "worlds/1/sandbox/people/9/commands",
    ):
        async with session.get(f"{demo.url}/{path}") as response:
            assert response.status == 400
            assert set(await response.json()) == {"error"}
