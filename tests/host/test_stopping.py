"""The bot ends when asked, at once and in order, whatever it is doing."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from pydantic import SecretStr

import bot.app
from bot.sandbox.launch import stage
from bot.sandbox.script import play
from bot.sandbox.world.faults import Fault, Kind
from bot.sandbox.world.world import World
from bot.settings import Settings

from .running import TOKEN, environment, started

WORKOUT_OPEN = (
    *("@2026-11-23T17:42+00:00", "> /start", "[1]", "[1]", "[1]", "[1]", "[1]", "[1]", "[Start]", "> done"),
    "= 2 of 11",
)


async def test_a_stop_with_a_workout_open_ends_in_order_and_loses_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        assert on_stage.bot
        await play(WORKOUT_OPEN, on_stage)
        async with asyncio.timeout(10):
            assert await on_stage.bot.stop() == 0
        await on_stage.person.say("done")
        await on_stage.bot.start()
        await on_stage.sandbox.quiet()
        assert "3 of 11" in (await on_stage.person.heard())[-1].text
    assert (tmp_path / "bot.log").read_text().count("the coach is down") == 2


async def test_what_is_in_hand_is_answered_before_the_end(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        assert on_stage.bot
        await on_stage.sandbox.faults("slow", "sendMessage", seconds=0.5)
        await on_stage.person.say("/start")
        while not [call for call in await on_stage.sandbox.calls() if call.method == "sendMessage"]:
            await on_stage.sandbox.events(wait=0.05)
        assert await on_stage.bot.stop() == 0
        assert "Hi Ann!" in (await on_stage.person.heard())[-1].text
        await on_stage.bot.start()
        await on_stage.sandbox.quiet()
        assert len(await on_stage.person.heard()) == 1


async def test_a_stop_does_not_wait_for_the_next_try_to_reach_telegram(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.app, "FIRST_PAUSE", 60.0)
    tries = asyncio.Event()
    async with listener(tries, hangs_up=True) as url:
        settings = Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=url,
            database_url=f"sqlite:///{tmp_path / 'coach.db'}",
        )
        running = asyncio.ensure_future(bot.app.run(settings))
        await tries.wait()
        await asyncio.sleep(0)
        os.kill(os.getpid(), signal.SIGTERM)
        done, _ = await asyncio.wait({running}, timeout=3)
        running.cancel()
    assert done


async def test_a_stop_while_telegram_is_silent_ends_in_time(tmp_path: Path) -> None:
    asked = asyncio.Event()
    async with listener(asked, hangs_up=False) as url:
        process = started(tmp_path, "run", env=environment(tmp_path, TELEGRAM_API_URL=url))
        await asked.wait()
        process.send_signal(signal.SIGTERM)
        try:
            assert await asyncio.to_thread(process.wait, 10) == 0
        finally:
            process.kill()
            process.communicate()


@pytest.mark.parametrize("kind", ["429", "truncated"])
async def test_a_menu_of_commands_that_telegram_does_not_take_stops_nobody(kind: Kind, tmp_path: Path) -> None:
    world = World()
    world.faults.add(Fault(kind, "setMyCommands"))
    async with stage(tmp_path, world=world) as on_stage:
        await on_stage.person.say("/start")
        await on_stage.sandbox.quiet()
        assert "Hi Ann!" in (await on_stage.person.heard())[-1].text


@asynccontextmanager
async def listener(called: asyncio.Event, *, hangs_up: bool) -> AsyncIterator[str]:
    """A server that takes calls and hangs up, or keeps everybody waiting."""

    over = asyncio.Event()
    calls: list[asyncio.Task[object] | None] = []

    async def take(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        calls.append(asyncio.current_task())
        called.set()
        if not hangs_up:
            await over.wait()
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        over.set()
        await asyncio.gather(*(call for call in calls if call))
        server.close()
