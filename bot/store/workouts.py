"""Workouts and their append-only log."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from sqlite3 import Row

from pydantic import TypeAdapter

from bot.domain.morning import Morning
from bot.domain.progression import Effort
from bot.domain.routine import Prescription, Routine
from bot.domain.workout import Entry, EntryKind, Workout, WorkoutState
from bot.store.columns import day_of, instant_of, maybe, seconds_of, storable
from bot.store.connection import Connection
from bot.store.queries import read

_SQL = read("workouts")
_ROUTINE = TypeAdapter(Routine)
_PRESCRIPTION = TypeAdapter(Prescription)


class Workouts:
    """Workouts with their entries, oldest first, without the undone ones."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, athlete: int, id: int) -> Workout | None:
        """Return a workout of this athlete, None when there is none of that number or it is somebody else's."""
        return await self._one("get", {"athlete": athlete, "id": id})

    async def open(self, athlete: int) -> Workout | None:
        """Return the athlete's open workout; there is one at most."""
        return await self._one("open", {"athlete": athlete})

    async def latest(self, athlete: int) -> Workout | None:
        """Return the workout started last, whatever its state."""
        return await self._one("latest", {"athlete": athlete})

    async def on_day(self, athlete: int, day: date) -> Sequence[Workout]:
        """Return the workouts of one day, whatever their state, oldest first."""
        rows = await self._connection.rows(_SQL["on_day"], {"athlete": athlete, "day": day.isoformat()})
        return [await self._with_entries(row) for row in rows]

    async def ended(self, athlete: int, since: date = date.min) -> Sequence[Workout]:
        """Return the finished and stopped workouts of a day and later, oldest first."""
        values = {"athlete": athlete, "since": since.isoformat()}
        rows = await self._connection.rows(_SQL["ended"], values)
        entries: dict[int, list[Row]] = defaultdict(list)
        for entry in await self._connection.rows(_SQL["ended_entries"], values):
            entries[entry["workout"]].append(entry)
        return [_workout(row, entries[row["id"]]) for row in rows]

    async def start(self, athlete: int, day: date, routine: Routine, planned_in_week: int, at: datetime) -> Workout:
        """Record a new open workout; sqlite3.IntegrityError while another one is open."""
        values = {
            "athlete": athlete,
            "day": day.isoformat(),
            "routine": _ROUTINE.dump_json(routine).decode(),
            "planned_in_week": planned_in_week,
            "at": seconds_of(at),
        }
        [row] = await self._connection.rows(_SQL["start"], values)
        return _workout(row, ())

    async def append(
        self, workout: int, entries: Sequence[Entry], key: str, happened_at: datetime, now: datetime
    ) -> None:
        """Add entries to the log; those of an update that was logged before are left out."""
        given = {
            "workout": workout,
            "update_key": key,
            "happened_at": seconds_of(happened_at),
            "logged_at": seconds_of(now),
        }
        await self._connection.each(
            _SQL["append"], [{**given, **_values(entry), "ordinal": n} for n, entry in enumerate(entries)]
        )

    async def undo(self, entry: int, now: datetime) -> None:
        """Mark an entry as undone; it stays in the log."""
        await self._connection.rows(_SQL["undo"], {"entry": entry, "now": seconds_of(now)})

    async def end(self, workout: int, state: WorkoutState, at: datetime) -> None:
        """Mark a workout as finished or stopped."""
        await self._connection.rows(_SQL["end"], {"workout": workout, "state": state.value, "at": seconds_of(at)})

    async def reopen(self, workout: int) -> None:
        """Make an ended workout open again; sqlite3.IntegrityError while another one is open."""
        await self._connection.rows(_SQL["reopen"], {"workout": workout})

    async def move_to_day(self, workout: int, day: date) -> None:
        """Let an open workout go on on a later day."""
        await self._connection.rows(_SQL["move_to_day"], {"workout": workout, "day": day.isoformat()})

    async def set_pending(self, workout: int, text: str | None) -> None:
        """Keep a message that waits for the athlete's word, or drop it (None)."""
        await self._connection.rows(_SQL["set_pending"], {"workout": workout, "text": maybe(storable, text)})

    async def _one(self, query: str, values: dict[str, object]) -> Workout | None:
        row = await self._connection.row(_SQL[query], values)
        return None if row is None else await self._with_entries(row)

    async def _with_entries(self, row: Row) -> Workout:
        return _workout(row, await self._connection.rows(_SQL["entries"], {"workout": row["id"]}))


@lru_cache(1024)
def _routine(text: str) -> Routine:
    """Read a routine, which never changes: a workout is loaded for each of its sets."""
    return _ROUTINE.validate_json(text)


def _workout(row: Row, entries: Iterable[Row]) -> Workout:
    return Workout(
        id=row["id"],
        athlete=row["athlete"],
        day=day_of(row["day"]),
        state=WorkoutState(row["state"]),
        routine=_routine(row["routine"]),
        entries=tuple(map(_entry, entries)),
        started_at=instant_of(row["started_at"]),
        ended_at=maybe(instant_of, row["ended_at"]),
        pending=row["pending"],
        planned_in_week=row["planned_in_week"],
    )


def _entry(row: Row) -> Entry:
    return Entry(
        kind=EntryKind(row["kind"]),
        item=row["item"],
        amount=row["amount"],
        as_planned=bool(row["as_planned"]),
        effort=maybe(Effort, row["effort"]),
        eased=maybe(_PRESCRIPTION.validate_json, row["eased"]),
        id=row["id"],
        left=row["left_amount"],
        right=row["right_amount"],
        area=row["area"],
        morning=maybe(Morning, row["morning"]),
    )


def _values(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind.value,
        "item": entry.item,
        "amount": entry.amount,
        "left": entry.left,
        "right": entry.right,
        "as_planned": entry.as_planned,
        "effort": maybe(str, entry.effort),
        "area": entry.area,
        "morning": maybe(str, entry.morning),
        "eased": entry.eased and _PRESCRIPTION.dump_json(entry.eased).decode(),
    }
