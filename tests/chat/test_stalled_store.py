"""A database that stalls in the middle of a tick: the others are answered, and the next minute sends it, once."""

import sqlite3
from asyncio import to_thread
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import intake
from bot.store import connection

from .acting import SIGNED_UP, TRAINING, acted, does, rows_in
from .test_trouble import in_this_process

STALLING = """
    CREATE TRIGGER stalling BEFORE {event} ON deliveries BEGIN
        SELECT count(*) FROM (
            WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n
        );
    END
"""


@pytest.mark.parametrize(
    ("event", "minutes"),
    [("INSERT", 1), ("UPDATE", 3)],  # before it is claimed; before it leaves, so that its lease has to run out
)
async def test_a_tick_that_stalls_is_logged_and_the_message_comes_once(
    event: str, minutes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.3)
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, SIGNED_UP)
        await _change(tmp_path, STALLING.format(event=event))
        await does(ann, "@next", "> /progress", "= Nothing here yet")
        assert "a tick failed" in caplog.text
        assert rows_in(tmp_path, "SELECT state FROM deliveries WHERE state NOT IN ('claimed')") == []
        await _change(tmp_path, "DROP TRIGGER stalling")
        for _ in range(minutes):
            await on_stage.sandbox.advance(timedelta(minutes=1))
            await on_stage.sandbox.quiet()
        assert rows_in(tmp_path, "SELECT state FROM deliveries") == [("sent",)]
        reminders = [each for each in await ann.person.heard() if "In 1 hour" in str(each.markup)]
        assert len(reminders) == 1


async def test_a_set_that_meets_a_stalled_store_is_logged_and_answered_once_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.3)
    monkeypatch.setattr(intake, "PAUSES", (0.2,))
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, TRAINING)
        await _change(tmp_path, STALLING.format(event="UPDATE").replace("ON deliveries", "ON inbox"))
        await ann.person.say("done 7")
        while not rows_in(tmp_path, "SELECT 1 FROM inbox WHERE state = 'open'"):
            await on_stage.sandbox.events(0, wait=0.05)
        await _change(tmp_path, "DROP TRIGGER stalling")
        await does(ann, "> done 8", "= 3 of 11")
        assert rows_in(tmp_path, "SELECT amount FROM entries ORDER BY id") == [(7,), (8,)]
        assert rows_in(tmp_path, "SELECT DISTINCT state FROM inbox") == [("answered",)]


async def _change(folder: Path, sql: str) -> None:
    """Change the file from a thread: the bot is in this process, and lets its lock go only while the loop runs."""
    await to_thread(_changed, folder, sql)


def _changed(folder: Path, sql: str) -> None:
    with sqlite3.connect(folder / "coach.db", timeout=60) as database:
        database.execute(sql)
    database.close()
