"""The bot ends when asked, at once and in order, whatever it is doing."""

import asyncio
import signal
from pathlib import Path

import pytest
from pydantic import SecretStr

import bot.app
from bot.app import built
from bot.sandbox.launch import stage
from bot.sandbox.script import play
from bot.sandbox.serving import serve
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


async def test_a_stop_while_telegram_cannot_be_reached_does_not_wait_for_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.app, "FIRST_PAUSE", 60.0)
    settings = Settings(
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url="http://127.0.0.1:9",
        database_url=f"sqlite:///{tmp_path / 'coach.db'}",
    )
    stopping = asyncio.Event()
    async with built(settings) as running:
        connecting = asyncio.ensure_future(bot.app._connected(running, stopping))
        await asyncio.wait({connecting}, timeout=0.2)
        stopping.set()
        done, _ = await asyncio.wait({connecting}, timeout=2)
        connecting.cancel()
    assert done


async def test_a_stop_while_telegram_does_not_answer_ends_in_time(tmp_path: Path) -> None:
    async with serve() as serving:
        silence = asyncio.Event()

        async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            silence.set()
            await writer.wait_closed()

        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        process = started(tmp_path, "run", env=environment(tmp_path, TELEGRAM_API_URL=url))
        async with asyncio.timeout(30):
            await silence.wait()
        process.send_signal(signal.SIGTERM)
        try:
            assert await asyncio.to_thread(process.wait, 10) == 0
        finally:
            process.kill()
            process.communicate()
            server.close()
