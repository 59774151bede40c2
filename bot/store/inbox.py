"""The inbox: updates that Telegram gave us, on disk before anything else happens."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from sqlite3 import Row
from typing import Any

from bot.domain.athlete import Athlete
from bot.store.athletes import athlete_of
from bot.store.columns import instant_of, seconds_of
from bot.store.connection import Connection
from bot.store.database import Database
from bot.store.faults import UnknownUpdate
from bot.store.queries import read
from bot.store.shortening import stored_text_of
from bot.store.together import Together
from bot.store.updates import key_of, person_of

KEPT_FOR = timedelta(days=7)
OWNERLESS_KEPT_FOR = timedelta(hours=24)
STEP = 1000
"""Rows of the inbox that are looked at, and maybe deleted, at a time."""

_SQL = read("inbox")


class InboxState(StrEnum):
    """Open until its effect is committed (applied) and its reply went out (answered); set aside when it cannot be."""

    OPEN = "open"
    APPLIED = "applied"
    ANSWERED = "answered"
    SET_ASIDE = "set_aside"


class Unchanged(Enum):
    """Says that the live message stays as it is; None says that there is none."""

    UNCHANGED = "unchanged"


UNCHANGED = Unchanged.UNCHANGED


@dataclass(frozen=True, slots=True)
class KeptUpdate:
    """An update that is on disk, its key, and who it is from."""

    key: str
    body: Mapping[str, Any]
    person: int | None


@dataclass(frozen=True, slots=True)
class WaitingUpdate(KeptUpdate):
    """One that was read from disk: its place in the order of all, and how often a start of the program began it."""

    id: int
    received_at: datetime
    tries: int


class Inbox:
    """One row per update; each method is a short transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._begin = Together(database, _begun)
        self._answer = Together(database, _write_answers)

    async def keep(self, bot_id: int, updates: Sequence[Mapping[str, Any]], received_at: datetime) -> list[KeptUpdate]:
        """Commit updates, those that are kept already aside; all of them are returned with their keys."""
        secret = self._database.secret
        kept = [KeptUpdate(key_of(secret, bot_id, update), update, person_of(update)) for update in updates]
        values = [_values(update, seconds_of(received_at)) for update in kept]
        async with self._database.alone() as connection:
            if len(values) == 1:  # one statement is a transaction in itself
                await connection.rows(_SQL["keep"], values[0])
            else:
                async with connection.transaction():
                    await connection.each(_SQL["keep"], values)
        return kept

    async def state(self, key: str) -> InboxState | None:
        """Return how far an update got, None for one never kept."""
        row = await self._row("state", {"update_key": key})
        return InboxState(row["state"]) if row else None

    async def begin(self, key: str) -> tuple[InboxState, datetime, Athlete | None]:
        """Return how far an update got, when it came, and its athlete; UnknownUpdate for one never kept."""
        row = await self._begin(key)
        if row is None:
            raise UnknownUpdate(key)
        athlete = athlete_of(row) if row["id"] is not None else None
        return InboxState(row["update_state"]), instant_of(row["received_at"]), athlete

    async def answered(
        self, key: str, live_message: int | Unchanged | None = UNCHANGED, *, empty_body: bool = False
    ) -> None:
        """Record that the reply went out, which message is live now, and drop what the update said if told to."""
        await self._answer(_Answer(key, live_message, empty_body))

    async def tried(self, key: str) -> int:
        """Count that an update from disk is begun; return how often that was."""
        row = await self._row("tried", {"update_key": key})
        if row is None:
            raise UnknownUpdate(key)
        return int(row["tries"])

    async def set_aside(self, key: str) -> None:
        """Give an update up."""
        await self._row("set_aside", {"update_key": key})

    async def suspects(self) -> list[WaitingUpdate]:
        """Return what was in hand when the program died, oldest first: one of them may be why."""
        return await self._waiting("suspects", {})

    async def unanswered(self, after: int, most: int) -> list[WaitingUpdate]:
        """Return what a crash left without an answer, oldest first, beyond a place in the order of all."""
        return await self._waiting("unanswered", {"after": after, "most": most})

    async def waiting(self, person: int, after: str, most: int) -> list[WaitingUpdate]:
        """Return what waits of a person, oldest first, beyond the update of that key."""
        return await self._waiting("waiting_of_person", {"person": person, "after": after, "most": most})

    async def purge(self, now: datetime) -> None:
        """Delete what took effect a week ago, and what an erased person's updates left after a day.

        In steps, so that updates that arrive meanwhile are kept at once.
        """
        ages = {"week_ago": seconds_of(now - KEPT_FOR), "day_ago": seconds_of(now - OWNERLESS_KEPT_FOR)}
        extent = await self._row("extent", {})
        if extent and extent["oldest"] is not None:
            for first in range(extent["oldest"], extent["newest"] + 1, STEP):
                await self._row("purge", {"first": first, "last": first + STEP - 1, **ages})

    async def depth(self) -> int:
        """Count the updates nobody has worked on yet."""
        row = await self._row("depth", {})
        return int(row["depth"]) if row else 0

    async def _waiting(self, query: str, values: dict[str, object]) -> list[WaitingUpdate]:
        async with self._database.alone() as connection:
            return [_waiting_of(row) for row in await connection.rows(_SQL[query], values)]

    async def _row(self, query: str, values: dict[str, object]) -> Row | None:
        async with self._database.alone() as connection:
            return await connection.row(_SQL[query], values)


async def _begun(connection: Connection, keys: Sequence[str]) -> list[Row | None]:
    """Look updates up, and their athletes."""
    rows = await connection.rows(_SQL["begin"], {"update_keys": json.dumps(keys)})
    found = {row["update_key"]: row for row in rows}
    return [found.get(key) for key in keys]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is recorded once a reply went out."""

    key: str
    live_message: int | Unchanged | None
    empty_body: bool


async def _write_answers(connection: Connection, answers: Sequence[_Answer]) -> Sequence[None]:
    """Record replies that went out, in one transaction."""
    live = [{"update_key": a.key, "live_message": a.live_message} for a in answers if a.live_message is not UNCHANGED]
    async with connection.transaction():
        await connection.each(_SQL["answered"], [{"update_key": a.key, "empty": a.empty_body} for a in answers])
        if live:
            await connection.each(_SQL["live_message"], live)
    return [None] * len(answers)


def _values(update: KeptUpdate, received_at: int) -> dict[str, object]:
    return {
        "update_key": update.key,
        "person": update.person,
        "body": stored_text_of(update.body),
        "received_at": received_at,
    }


def _waiting_of(row: Row) -> WaitingUpdate:
    body, received_at = json.loads(row["body"]), instant_of(row["received_at"])
    return WaitingUpdate(row["update_key"], body, row["person"], row["id"], received_at, row["tries"])
