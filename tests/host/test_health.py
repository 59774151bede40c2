"""`/healthz`, asked over HTTP of the real bot; off unless PORT is set."""

import asyncio
import socket
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.health import Vitals
from bot.sandbox.launch import stage
from bot.store import Database
from tests.chat.acting import MONDAY, SIGNED_UP, acted, bot_of
from tests.store.samples import SECRET
from tests.store.test_housekeeping import damaged

from .running import TOKEN, environment, started

WELL = Vitals(
    last_tick_age=180.0,
    inbox_depth=1999,
    overdue_age=900.0,
    last_upkeep="2026-11-24T03:00:00+00:00",
    upkeep_age=180_000.0,
    integrity="ok",
)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def on(port: int) -> dict[str, str]:
    return {"PORT": str(port), "TELEGRAM_BOT_TOKEN": TOKEN, "LOG_LEVEL": "DEBUG"}


async def asked(port: int) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as response:
        assert "S3CRET" not in await response.text() + str(response.headers)
        return response.status, await response.json()


async def until(port: int, status: int) -> dict[str, Any]:
    """Ask until the status is as it should be; pytest's own time-out ends it otherwise."""
    while True:
        answered, told = await asked(port)
        if answered == status:
            return told
        await asyncio.sleep(0.05)


async def test_a_healthy_bot_answers_200_with_its_vitals_and_no_secret(tmp_path: Path) -> None:
    port = free_port()
    async with stage(tmp_path, start=MONDAY, environment=on(port)) as on_stage:
        ann = await acted(on_stage, SIGNED_UP)
        await on_stage.sandbox.advance(timedelta(minutes=2))
        await on_stage.sandbox.quiet()
        told = await until(port, 200)
        assert (told["status"], told["faults"], told["inbox_depth"], told["integrity"]) == ("ok", [], 0, "ok")
        assert 0 <= told["last_tick_age"] < 60 and told["overdue_age"] == 0.0
        upkeep = datetime.fromisoformat(told["last_upkeep"])
        assert timedelta(0) <= MONDAY + timedelta(hours=1) - upkeep < timedelta(hours=1)
        assert str(ann.person.id) not in str(told)
        assert await bot_of(on_stage).stop() == 0
        with pytest.raises(aiohttp.ClientConnectorError):
            await asked(port)
    log = (tmp_path / "bot.log").read_text()
    assert "health is told on http://127.0.0.1" in log and "S3CRET" not in log


async def test_a_message_that_cannot_leave_makes_it_503_until_it_has_left(tmp_path: Path) -> None:
    port = free_port()
    async with stage(tmp_path, start=MONDAY, environment=on(port)) as on_stage:
        await acted(on_stage, SIGNED_UP)
        await on_stage.sandbox.faults("500", "sendMessage", times=1000)
        due = await on_stage.sandbox.next_due()
        assert due
        await on_stage.sandbox.move_to(due + timedelta(minutes=16))
        told = await until(port, 503)
        assert told["faults"] == ["messages are overdue"] and told["overdue_age"] >= 960
        await on_stage.sandbox.no_more_faults()
        await on_stage.sandbox.advance(timedelta(minutes=1))
        assert (await until(port, 200))["overdue_age"] == 0.0


async def test_a_damaged_database_is_logged_and_503(tmp_path: Path) -> None:
    """Found by the upkeep that runs soon after the start; the coach goes on with what can be read."""
    database = await Database.open(f"sqlite:///{tmp_path / 'coach.db'}", SECRET)
    await database.close()
    damaged(database.path, "entries_by_workout")
    port = free_port()
    async with stage(tmp_path, start=MONDAY, environment=on(port)) as on_stage:
        await on_stage.sandbox.advance(timedelta(minutes=2))
        told = await until(port, 503)
        assert told["faults"] == ["the database file is damaged"] and told["integrity"] != "ok"
    assert "the database file is damaged" in (tmp_path / "bot.log").read_text()


async def test_before_it_reaches_telegram_it_is_503(tmp_path: Path) -> None:
    port = free_port()
    env = environment(tmp_path, TELEGRAM_API_URL="http://127.0.0.1:9", PORT=str(port))
    process = started(tmp_path, "run", env=env)
    try:
        while process.poll() is None:
            try:
                status, told = await asked(port)
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.05)
            else:
                break
        assert (status, told["faults"]) == (503, ["the ticker has not run yet"])
        process.terminate()
        assert await asyncio.to_thread(process.wait, 10) == 0
    finally:
        process.kill()
        out, said = process.communicate()
    assert "S3CRET" not in out + said


async def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = started(tmp_path, "run", env=environment(tmp_path, PORT=str(port)))
        out, said = await asyncio.to_thread(process.communicate, timeout=30)
    assert (process.returncode, out) == (2, "")
    assert said.startswith(f"PORT {port} on 127.0.0.1 cannot be used") and len(said.strip().splitlines()) == 1


async def test_without_a_port_nobody_listens(tmp_path: Path) -> None:
    async with stage(tmp_path):
        pass
    assert "health is told" not in (tmp_path / "bot.log").read_text()


def test_at_every_threshold_all_is_still_well() -> None:
    assert WELL.faults() == []
    assert replace(WELL, last_upkeep=None, upkeep_age=None).faults() == []


@pytest.mark.parametrize(
    ("worse", "fault"),
    [
        ({"last_tick_age": None}, "the ticker has not run yet"),
        ({"last_tick_age": 180.1}, "the ticker is late"),
        ({"inbox_depth": 2000}, "the inbox is full"),
        ({"overdue_age": 900.1}, "messages are overdue"),
        ({"upkeep_age": 180_000.1}, "the upkeep does not run"),
        ({"integrity": "Page 7"}, "the database file is damaged"),
    ],
)
def test_just_over_a_threshold_is_a_fault(worse: dict[str, Any], fault: str) -> None:
    assert replace(WELL, **worse).faults() == [fault]
