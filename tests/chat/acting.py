"""People who talk to the bot as a process, and what its database holds of them."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.sandbox.launch import BotProcess, Stage
from bot.sandbox.script import Player
from bot.sandbox.transcript import Transcript

MONDAY = datetime(2026, 11, 23, 16, 42, tzinfo=UTC)
SIGNED_UP = ("> /start", "[1]", "[1]", "[1]", "[1]", "[1]", "= Your plan is set")
TRAINING = (*SIGNED_UP, "> start", "[Start]", "= 1 of 11")


def bot_of(on_stage: Stage) -> BotProcess:
    assert on_stage.bot
    return on_stage.bot


async def newcomer(on_stage: Stage, *lines: str, name: str = "Ann", id: int | None = None) -> Player:
    """Somebody new who did these lines already."""
    return await acted(replace(on_stage, person=await on_stage.sandbox.person(name, id=id)), lines)


async def acted(on_stage: Stage, lines: Iterable[str]) -> Player:
    """The stage's person, having done these lines."""
    player = Player(on_stage, Transcript(print))
    await player.look()
    await does(player, *lines)
    return player


async def does(player: Player, *lines: str) -> None:
    for line in lines:
        await player.do(line)


def rows(on_stage: Stage, query: str, *values: object) -> list[tuple[Any, ...]]:
    """What stands in the bot's database."""
    return rows_in(bot_of(on_stage).log.parent, query, *values)


def rows_in(folder: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{folder / 'coach.db'}?mode=ro", uri=True)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def sets(player: Player) -> list[int]:
    """The amounts that count for a person, oldest first."""
    query = """
        SELECT amount FROM entries JOIN workouts ON workouts.id = workout
        WHERE athlete = ? AND kind = 'set' AND undone_at IS NULL ORDER BY entries.id
    """
    return [amount for (amount,) in rows(player.stage, query, player.person.id)]


def kept_of(player: Player) -> list[tuple[Any, ...]]:
    """All that is kept of an athlete but which message has live buttons, and every line of their log."""
    columns = ", ".join(row[1] for row in rows(player.stage, "PRAGMA table_info(athletes)") if row[1] != "live_message")
    log = "SELECT entries.* FROM entries JOIN workouts ON workouts.id = workout WHERE athlete = ?"
    who = player.person.id
    return rows(player.stage, f"SELECT {columns} FROM athletes WHERE id = ?", who) + rows(player.stage, log, who)
