"""The bot ends when asked, at once and in order, whatever it is doing."""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from pydantic import SecretStr

import bot.app
import bot.chat.running
from bot.sandbox.launch import Stage, stage
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
    monkeypatch.setattr(bot.chat.running, "FIRST_PAUSE", 60.0)
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


def hasty(setting: str) -> tuple[str, ...]:
    """The command of a bot with less patience."""
    return (
        sys.executable,
        "-c",
        f"import bot.app, bot.chat.running, bot.chat.watchdog, bot.__main__; {setting}; bot.__main__.main()",
        "run",
    )


async def test_a_reminder_in_hand_is_finished_before_the_end(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        await play(WORKOUT_OPEN[:7], on_stage)
        await on_stage.sandbox.faults("slow", "sendMessage", seconds=0.5)
        await on_stage.sandbox.go_to_next_due()
        await calls_with(on_stage, "slow")
        assert on_stage.bot
        assert await on_stage.bot.stop() == 0
        assert stored(tmp_path, "SELECT state FROM deliveries") == [("sent",)]
        assert "Start" in str((await on_stage.person.heard())[-1].markup)


async def test_what_takes_too_long_waits_for_the_next_start(tmp_path: Path) -> None:
    async with stage(tmp_path, command=hasty("bot.chat.running.GRACE = 0.3")) as on_stage:
        await play(WORKOUT_OPEN, on_stage)
        await on_stage.sandbox.faults("slow", "sendAnimation", seconds=60, times=3)
        await on_stage.person.say("done 7")
        await calls_with(on_stage, "slow")
        assert on_stage.bot
        assert await on_stage.bot.stop() == 0
        assert stored(tmp_path, "SELECT count(*) FROM inbox WHERE state = 'applied'") == [(1,)]
        await on_stage.sandbox.no_more_faults()
        await on_stage.bot.start()
        await on_stage.sandbox.quiet()
        assert "3 of 11" in (await on_stage.person.heard())[-1].text
        assert stored(tmp_path, "SELECT amount FROM entries ORDER BY id") == [(8,), (7,)]


async def test_an_end_that_hangs_is_cut_short(tmp_path: Path) -> None:
    hangs = "import bot.stopping as s; s.GONE_AFTER = 0.5; bot.chat.running.GRACE = 60"
    async with stage(tmp_path, command=hasty(hangs)) as on_stage:
        await play(WORKOUT_OPEN, on_stage)
        await on_stage.sandbox.faults("slow", "sendAnimation", seconds=60)
        await on_stage.person.say("done 7")
        await calls_with(on_stage, "slow")
        assert on_stage.bot
        assert await on_stage.bot.stop() == 0
        assert stored(tmp_path, "SELECT count(*) FROM inbox WHERE state = 'applied'") == [(1,)]


async def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        await on_stage.sandbox.faults("slow", "sendMessage", seconds=60)
        await on_stage.person.say("/start")
        await calls_with(on_stage, "slow")
        bot = on_stage.bot
        assert bot
        bot._signal(signal.SIGTERM)
        while "finishes what is in hand" not in bot.log.read_text():
            await on_stage.sandbox.events(wait=0.05)
        bot._signal(signal.SIGTERM)
        async with asyncio.timeout(5):
            assert await bot._ended() == 1


async def test_a_bot_that_asks_for_no_updates_any_more_ends_with_code_1(tmp_path: Path) -> None:
    async with stage(tmp_path, command=hasty("bot.chat.watchdog.PATIENCE = 1.5")) as on_stage:
        assert on_stage.bot
        async with asyncio.timeout(30):
            assert await on_stage.bot._ended() == 1
    assert "Telegram was not asked for updates for 2 s." in (tmp_path / "bot.log").read_text()


async def test_a_token_that_is_rejected_while_running_ends_it_with_code_1(tmp_path: Path) -> None:
    answers = {
        "getMe": (
            200,
            {"ok": True, "result": {"id": 1234567890, "is_bot": True, "first_name": "C", "username": "c_bot"}},
        ),
        "getUpdates": (401, {"ok": False, "error_code": 401, "description": "Unauthorized"}),
    }
    async with answering(answers) as url:
        process = started(tmp_path, "run", env=environment(tmp_path, TELEGRAM_API_URL=url, LOG_LEVEL="DEBUG"))
        _, said = await asyncio.to_thread(process.communicate, timeout=90)
    assert process.returncode == 1
    assert said.strip().splitlines()[-1] == "Telegram does not accept TELEGRAM_BOT_TOKEN any more."
    assert "S3CRET" not in said


def stored(folder: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{folder / 'coach.db'}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


async def calls_with(on_stage: Stage, fault: str) -> None:
    """Wait for the call that goes wrong."""
    seen = 0
    while not any(call.fault == fault for call in await on_stage.sandbox.calls()):
        seen = max([seen, *(event.number for event in await on_stage.sandbox.events(seen, wait=0.05))])


@asynccontextmanager
async def answering(answers: Mapping[str, tuple[int, object]]) -> AsyncIterator[str]:
    """A server that gives each method its one answer, and all others a friendly true."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        status, body = answers.get(head.split()[1].rsplit("/", 1)[-1], (200, {"ok": True, "result": True}))
        payload = json.dumps(body).encode()
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(payload)}\r\nConnection: close\r\n\r\n".encode())
        writer.write(payload)
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


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
