"""`hipcoach doctor`: one line per check; each fault is found, says what to do, and makes the exit code 1."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.doctor import examine, telegram as telegram_checks
from bot.doctor.disk import LONGEST_LOG, MB, room, write_ahead_log
from bot.sandbox.launch import stage
from bot.sandbox.serving import serve
from bot.sandbox.world.world import World
from bot.settings import whatever_is_set
from bot.store import Database
from tests.store.test_housekeeping import damaged

from .running import BROKEN, OURS, ROOT, TOKEN, environment, files_in, started

CHECKS = [
    *("settings", "content", "zone data", "database", "integrity", "log", "folder", "room"),
    *("token", "clock", "poller"),
]


async def made(folder: Path) -> Path:
    database = await Database.open(f"sqlite:///{folder / 'coach.db'}", b"secret")
    await database.close()
    return database.path


def marked(lines: list[str], mark: str) -> dict[str, str]:
    """What was said under a mark, by the name of the check."""
    return {line[6:17].strip(): line[17:] for line in lines if line[:6].strip() == mark}


async def printed(folder: Path, **changes: str) -> tuple[int, str]:
    """The exit code of the command, and everything it printed."""
    process = started(folder, "doctor", env=environment(folder, **changes))
    out, said = await asyncio.to_thread(process.communicate, timeout=60)
    assert "Traceback" not in out + said and "S3CRET" not in out + said, out + said
    return process.returncode, out + said


async def examined(folder: Path, held: int = 0, **changes: str) -> tuple[dict[str, str], str]:
    """The faults by the name of their check, and everything that was found.

    Content is looked at where a test is about it: it takes longer than all the rest.
    """
    without = {"CONTENT_DIR": str(folder / "no content"), **changes}
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(OURS)]:
            patch.delenv(name)
        for name, value in environment(folder, **without).items():
            patch.setenv(name, value)
        patch.chdir(folder)
        patch.setattr(telegram_checks, "HELD", held)
        lines = [str(finding) async for finding in examine(*whatever_is_set())]
    said = "\n".join(lines)
    assert "S3CRET" not in said
    assert len(lines) == len(said.splitlines()) == len(marked(lines, "ok")) + len(marked(lines, "FAULT")), said
    faults = marked(lines, "FAULT")
    if "CONTENT_DIR" not in changes:
        del faults["content"]
    return faults, said


@asynccontextmanager
async def telegram(world: World | None = None) -> AsyncIterator[str]:
    async with serve(world) as serving:
        yield serving.url


@asynccontextmanager
async def telegram_at(date: datetime) -> AsyncIterator[str]:
    """A server that only knows the bot's name, and lives at another time."""

    async def answer(_: web.Request) -> web.Response:
        body = {"ok": True, "result": {"username": "coach_bot"}}
        return web.json_response(body, headers={"Date": format_datetime(date, usegmt=True)})

    app = web.Application()
    app.router.add_post("/{bot}/{method}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_when_all_is_well_each_check_is_one_line_and_the_exit_code_0(tmp_path: Path) -> None:
    await made(tmp_path)
    async with telegram() as url:
        code, said = await printed(tmp_path, TELEGRAM_API_URL=url, LOG_LEVEL="DEBUG")
    assert code == 0, said
    assert list(marked(said.splitlines(), "ok")) == CHECKS and not marked(said.splitlines(), "FAULT")
    assert files_in(tmp_path) == ["coach.db"]


async def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(tmp_path: Path) -> None:
    async with telegram() as url:
        faults, said = await examined(
            tmp_path, TELEGRAM_API_URL=url, DATABASE_URL=f"sqlite:///{tmp_path}/data/coach.db"
        )
    assert faults == {} and "the first start makes it" in said
    assert files_in(tmp_path) == []


async def test_beside_a_running_coach_all_is_well_and_it_is_not_disturbed(tmp_path: Path) -> None:
    token = {"TELEGRAM_BOT_TOKEN": TOKEN}
    async with stage(tmp_path, start=datetime.now(UTC), environment=token) as on_stage:
        faults, said = await examined(tmp_path, TELEGRAM_API_URL=on_stage.sandbox.url)
        assert faults == {}, said
        assert "the coach is running" in said
        await on_stage.person.say("/start")
        await on_stage.sandbox.quiet()
        assert len(await on_stage.person.heard()) == 1
        assert [call for call in await on_stage.sandbox.calls(polls=True) if "Conflict" in (call.error or "")] == []


@pytest.mark.parametrize(
    ("changes", "check", "to_do"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, "token", "ask @BotFather"),
        ({"TELEGRAM_BOT_TOKEN": "S3CRET"}, "token", "copy it whole"),
        ({"LOG_LEVEL": "LOUD"}, "settings", "LOG_LEVEL is one of"),
        ({"PORT": "http"}, "settings", "PORT is a number from 1 to 65535."),
        ({"WEBHOOK_URL": "https://coach.example"}, "settings", "unset it"),
        ({"DYNO": "worker.1", "DATABASE_URL": ""}, "settings", "Run on a host whose disk stays"),
        ({"K_SERVICE": "coach", "DATABASE_URL": ""}, "settings", "set DATABASE_URL to a file on a volume"),
        ({"CONTENT_DIR": str(BROKEN)}, "content", "hipcoach content check"),
        ({"PYTHONTZPATH": "/usr/share/zoneinfo"}, "zone data", "Unset it."),
        ({"DATABASE_URL": "postgres://me:S3CRET@host/db"}, "database", "sqlite:///data/coach.db"),
        ({"DATABASE_URL": "sqlite:///diary"}, "database", "restore a backup"),
        ({"DATABASE_URL": "sqlite:////proc/coach/coach.db"}, "folder", "Give it to the coach's user."),
        ({"DATABASE_URL": "sqlite:////proc/coach/coach.db"}, "room", "Make room on it."),
        ({"TELEGRAM_API_URL": "http://127.0.0.1:9"}, "telegram", "Look at the network and TELEGRAM_API_URL."),
    ],
)
async def test_a_fault_is_named_and_says_what_to_do(
    changes: dict[str, str], check: str, to_do: str, tmp_path: Path
) -> None:
    (tmp_path / "diary").write_text("Dear diary, " * 1000)
    async with telegram() as url:
        faults, said = await examined(tmp_path, 0, **{"TELEGRAM_API_URL": url, **changes})
    assert to_do in faults[check], said


async def test_a_token_that_telegram_rejects(tmp_path: Path) -> None:
    async with serve(token="1234567890:" + "another" * 5) as serving:
        code, said = await printed(tmp_path, TELEGRAM_API_URL=serving.url, LOG_LEVEL="DEBUG")
    assert code == 1 and marked(said.splitlines(), "FAULT") == {
        "token": "Telegram rejects TELEGRAM_BOT_TOKEN. Copy it again from @BotFather."
    }


async def test_a_damaged_file(tmp_path: Path) -> None:
    damaged(await made(tmp_path))
    async with telegram() as url:
        faults, said = await examined(tmp_path, TELEGRAM_API_URL=url)
    assert "restore a backup" in faults["integrity"], said


async def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    with sqlite3.connect(await made(tmp_path)) as connection:
        connection.execute("INSERT INTO migrations (number, name) VALUES (999, 'later')")
    connection.close()
    async with telegram() as url:
        faults, _ = await examined(tmp_path, TELEGRAM_API_URL=url)
    assert "schema 999" in faults["database"] and "Install that version" in faults["database"]


async def test_another_copy_that_asks_for_updates(tmp_path: Path) -> None:
    """The coach runs elsewhere, with another database."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with stage(elsewhere, environment={"TELEGRAM_BOT_TOKEN": TOKEN}) as on_stage:
        faults, said = await examined(tmp_path, held=8, TELEGRAM_API_URL=on_stage.sandbox.url)
        assert "Stop it" in faults["poller"], said
        await on_stage.person.say("/start")
        await on_stage.sandbox.quiet()
        assert len(await on_stage.person.heard()) == 1


@pytest.mark.parametrize(("ahead", "is_told"), [(0, False), (3, False), (8, True), (-3600, True)])
async def test_a_clock_more_than_five_seconds_off_is_told(ahead: int, is_told: bool, tmp_path: Path) -> None:
    async with telegram_at(datetime.now(UTC) - timedelta(seconds=ahead)) as url:
        faults, said = await examined(tmp_path, TELEGRAM_API_URL=url)
    assert ("clock" in faults) is is_told, said
    assert not is_told or ("ahead of" if ahead > 0 else "behind") in faults["clock"]


async def test_a_local_telegram_is_asked_for_its_own_clock(tmp_path: Path) -> None:
    async with telegram(world=World(start=datetime.now(UTC) + timedelta(hours=2))) as url:
        faults, _ = await examined(tmp_path, TELEGRAM_API_URL=url, CLOCK_URL=f"{url}/clock")
    assert "behind" in faults["clock"] and "timedatectl" in faults["clock"]


def test_zone_data_that_is_missing() -> None:
    """In an interpreter whose package is gone by the time it is looked at."""
    program = (
        "import sys; from bot.doctor.zones import zone_data; "
        "sys.modules.update({name: None for name in sys.modules if name.startswith('tzdata')}, tzdata=None); "
        "print(zone_data(''))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env).stdout
    assert said.startswith("FAULT zone data") and "pip install tzdata" in said


@pytest.mark.parametrize(("size", "fine"), [(0, True), (LONGEST_LOG, True), (LONGEST_LOG + 1, False)])
def test_a_log_that_nobody_empties(size: int, fine: bool) -> None:
    assert write_ahead_log(size).is_ok is fine


@pytest.mark.parametrize(
    ("free", "size", "fine"),
    [(200 * MB, 0, True), (200 * MB - 1, 0, False), (600 * MB, 200 * MB, True), (600 * MB - 1, 200 * MB, False)],
)
def test_a_disk_needs_room_to_rewrite_the_file(free: int, size: int, fine: bool) -> None:
    assert room(free, size).is_ok is fine
