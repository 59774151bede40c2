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
from bot.store.together import Together
from bot.store.updates import key_of, person_of, text_of

KEPT_FOR = timedelta(days=7)
OWNERLESS_KEPT_FOR = timedelta(hours=24)

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
    """An update that is on disk, and its key."""

    key: str
    body: Mapping[str, Any]


class Inbox:
    """One row per update; each method is a short transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._begin = Together(database, _begun)
        self._answer = Together(database, _write_answers)

    def key_of(self, bot_id: int, update: Mapping[str, Any]) -> str:
        """Return the key of an update."""
        return key_of(self._database.secret, bot_id, update)

    async def keep(self, bot_id: int, updates: Sequence[Mapping[str, Any]], received_at: datetime) -> list[KeptUpdate]:
        """Commit updates, those that are kept already aside; all of them are returned with their keys."""
        kept = [KeptUpdate(self.key_of(bot_id, update), update) for update in updates]
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

    async def failed(self, key: str) -> int:
        """Count a failed try; return how many there were."""
        row = await self._row("failed", {"update_key": key})
        if row is None:
            raise UnknownUpdate(key)
        return int(row["tries"])

    async def set_aside(self, key: str) -> None:
        """Give an update up."""
        await self._row("set_aside", {"update_key": key})

    async def unanswered(self) -> list[tuple[str, dict[str, Any], datetime]]:
        """Return what a crash left without an answer, oldest first."""
        async with self._database.alone() as connection:
            rows = await connection.rows(_SQL["unanswered"])
        return [(row["update_key"], json.loads(row["body"]), instant_of(row["received_at"])) for row in rows]

    async def purge(self, now: datetime) -> None:
        """Delete what is done and a week old, and what an erased person's updates left after a day."""
        week_ago, day_ago = seconds_of(now - KEPT_FOR), seconds_of(now - OWNERLESS_KEPT_FOR)
        async with self._database.alone() as connection, connection.transaction():
            await connection.rows(_SQL["purge"], {"week_ago": week_ago})
            await connection.rows(_SQL["purge_ownerless"], {"day_ago": day_ago})
        await self._database.sweep()

    async def depth(self) -> int:
        """Count the updates nobody has worked on yet."""
        row = await self._row("depth", {})
        return int(row["depth"]) if row else 0

    async def forget(self, person: int) -> None:
        """Leave nothing of somebody who never became an athlete, as of one who did."""
        async with self._database.change(None) as records:
            await records.athletes.erase(person)

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
        "person": person_of(update.body),
        "body": text_of(update.body),
        "received_at": received_at,
    }
