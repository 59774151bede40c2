"""The world's clock can be moved, and tells when the bot is quiet."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.sandbox.client import NotQuiet, Sandbox, SandboxError
from bot.sandbox.person import Person
from bot.sandbox.puppet import Puppet
from bot.sandbox.serving import Serving, serve
from bot.sandbox.world.world import World

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
HELD = "30"  # seconds: longer than any test


async def ask(bot: Puppet, **query: Any) -> float:
    """A request to the clock, as a bot makes it."""
    base = bot.url.partition("/bot")[0]
    async with bot.session.get(f"{base}/clock", params=query) as response:
        answer = await response.json()
        assert answer["follows"] is True
        return float(answer["now"])


@asynccontextmanager
async def held(bot: Puppet, serving: Serving, **query: Any) -> AsyncIterator[asyncio.Task[float]]:
    """A clock request that the server holds."""
    presence, before = serving.world.presence, serving.world.presence.held
    asking = asyncio.create_task(ask(bot, wait=HELD, **query))
    await serving.world.bell.until(lambda: presence.held > before, 5)
    try:
        yield asking
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


async def test_the_clock_starts_where_it_is_told_and_runs() -> None:
    async with serve(World(start=NEW_YEAR)) as serving, Sandbox(serving.url) as sandbox:
        first, second = await sandbox.now(), await sandbox.now()
        assert NEW_YEAR < first < second < NEW_YEAR + timedelta(seconds=10)


async def test_the_clock_moves_both_ways(sandbox: Sandbox) -> None:
    now = await sandbox.move_to(NEW_YEAR)
    assert now - NEW_YEAR < timedelta(seconds=5)
    later = await sandbox.advance(timedelta(days=3))
    assert later > NEW_YEAR + timedelta(days=3)
    assert await sandbox.move_to(NEW_YEAR - timedelta(days=1)) < NEW_YEAR


async def test_an_instant_without_a_zone_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="time zone"):
        await sandbox.move_to(NEW_YEAR.replace(tzinfo=None))


async def test_messages_have_the_worlds_date(sandbox: Sandbox) -> None:
    await sandbox.move_to(NEW_YEAR)
    ann = await sandbox.person()
    await ann.say("hi")
    [message] = await ann.messages()
    assert message.date - NEW_YEAR < timedelta(seconds=5)


async def test_a_held_request_is_answered_when_the_clock_jumps(bot: Puppet, sandbox: Sandbox, serving: Serving) -> None:
    now = await ask(bot)
    async with held(bot, serving, after=now) as asking:
        await sandbox.advance(timedelta(hours=1))
        assert await asking >= now + 3600


async def test_a_request_after_the_jump_is_answered_at_once(bot: Puppet, sandbox: Sandbox) -> None:
    now = await ask(bot)
    await sandbox.advance(timedelta(hours=1))
    assert await ask(bot, after=now, wait=HELD) >= now + 3600
    await sandbox.advance(timedelta(hours=-2))
    assert await ask(bot, after=now, wait=HELD) < now


async def test_time_that_only_passes_answers_nobody(bot: Puppet, sandbox: Sandbox) -> None:
    before = await ask(bot)
    assert await ask(bot, after=before, wait=0.05) > before + 0.04


async def test_a_confirmation_lets_the_bot_report_anew(bot: Puppet, ann: Person, serving: Serving) -> None:
    async with held(bot, serving, after=await ask(bot), idle=1) as asking:
        await bot("getUpdates")
        await bot("getUpdates", offset=2)
        await asking


async def test_a_report_that_was_overtaken_by_a_confirmation_does_not_count(
    bot: Puppet, ann: Person, sandbox: Sandbox, serving: Serving
) -> None:
    wanted = serving.world.presence.report
    await bot("getUpdates", offset=2)
    now = await ask(bot)
    await ask(bot, after=now, wait=HELD, idle=1, report=wanted)  # answered at once: what it says is of before
    with pytest.raises(NotQuiet):
        await sandbox.quiet(wait=0)
    async with held(bot, serving, after=now, idle=1, report=serving.world.presence.report):
        await sandbox.quiet(wait=0)


async def test_quiet_needs_an_idle_report_made_after_the_last_thing_happened(
    bot: Puppet, ann: Person, sandbox: Sandbox, serving: Serving
) -> None:
    async with held(bot, serving, after=await ask(bot), idle=1):
        with pytest.raises(NotQuiet, match="updates wait for the bot"):
            await sandbox.quiet(wait=0)
        await bot("getUpdates", offset=2)
    with pytest.raises(NotQuiet, match="the bot holds no clock request"):
        await sandbox.quiet(wait=0)
    async with held(bot, serving, after=await ask(bot)):
        with pytest.raises(NotQuiet, match="the bot says that it is not idle"):
            await sandbox.quiet(wait=0)
        async with held(bot, serving, after=await ask(bot), idle=1):
            await sandbox.quiet(wait=0)
            await bot("getUpdates", allowed_updates=["message"])
            await ann.say("more")
            await bot("getUpdates", offset=3)
            with pytest.raises(NotQuiet):
                await sandbox.quiet(wait=0)


async def test_a_jump_makes_an_idle_bot_busy_until_it_has_seen_it(
    bot: Puppet, sandbox: Sandbox, serving: Serving
) -> None:
    async with held(bot, serving, after=await ask(bot), idle=1):
        await sandbox.quiet(wait=0)
        await sandbox.advance(timedelta(hours=1))
        with pytest.raises(NotQuiet):
            await sandbox.quiet(wait=0)
    async with held(bot, serving, after=await ask(bot), idle=1):
        await sandbox.quiet(wait=0)


async def test_a_bot_that_hung_up_is_not_quiet(bot: Puppet, sandbox: Sandbox, serving: Serving) -> None:
    async with held(bot, serving, after=await ask(bot), idle=1):
        pass
    presence = serving.world.presence
    await serving.world.bell.until(lambda: not presence.held, 0.5)
    with pytest.raises(NotQuiet):
        await sandbox.quiet(wait=0)


async def test_a_bot_that_never_asks_the_clock_is_quiet_once_it_stops_calling(
    bot: Puppet, ann: Person, sandbox: Sandbox
) -> None:
    await bot("getUpdates", offset=2)
    with pytest.raises(NotQuiet, match="the bot called a moment ago"):
        await sandbox.quiet(wait=0)
    await sandbox.quiet(wait=5)


async def test_a_bot_that_knows_of_the_clock_is_not_quiet_before_it_says_so(bot: Puppet, sandbox: Sandbox) -> None:
    await ask(bot)
    await bot("getUpdates", offset=2)
    with pytest.raises(NotQuiet, match="the bot holds no clock request"):
        await sandbox.quiet(wait=0.5)


async def test_the_clock_goes_to_what_the_bot_waits_for_but_never_back(
    bot: Puppet, sandbox: Sandbox, serving: Serving
) -> None:
    assert await sandbox.go_to_next_due() is None
    now = await ask(bot)
    async with held(bot, serving, after=now, idle=1, next=now + 600):
        due = await sandbox.next_due()
        assert due
        reached = await sandbox.go_to_next_due()
        assert reached
        assert due < reached < due + timedelta(seconds=5)
        assert (await sandbox.go_to_next_due() or NEW_YEAR) >= reached
    async with held(bot, serving, after=await ask(bot), idle=1, next=""):
        assert await sandbox.next_due() is None


async def test_what_nobody_could_do_is_refused(sandbox: Sandbox, ann: Person) -> None:
    with pytest.raises(SandboxError, match="empty message"):
        await ann.say("  ")
    with pytest.raises(SandboxError, match="no message 9"):
        await ann.tap(9, "x")
    with pytest.raises(SandboxError, match="there is a person 77 already"):
        await sandbox.person(id=77)
    await ann.block()
    with pytest.raises(SandboxError, match="unblock first"):
        await ann.say("x")
