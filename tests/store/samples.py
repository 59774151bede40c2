"""Athletes, routines and updates to fill a database with."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.domain.athlete import Athlete
from bot.domain.exercise import Mode, Phase, Sides, Tempo
from bot.domain.routine import Prescription, Reason, Routine, RoutineKind, Trim
from bot.domain.workout import Entry, EntryKind, Workout
from bot.store import Database, Inbox
from bot.store.inbox import WaitingUpdate

SECRET = b"not the token"
BOT = 99
ANNA = 48_213
BEN = 5_123_456_789
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
TUESDAY = MONDAY + timedelta(days=1)

CLAMSHELL = Prescription(
    exercise="clamshell",
    variation="clamshell_banded",
    phase=Phase.STRENGTH,
    mode=Mode.REPS,
    sides=Sides.EACH,
    directions=1,
    areas=("hip",),
    sets=3,
    amount=12,
    low=8,
    rest=60,
    tempo=Tempo(1, 1, 2),
    small_range=False,
    notes=("knee",),
    reason=Reason("more_reps", {"added": 1, "effort": "ok", "as_text": "1"}),
)
BRIDGE = replace(CLAMSHELL, exercise="bridge", variation="bridge_floor", mode=Mode.HOLD, sides=Sides.TOGETHER)
EASED = replace(CLAMSHELL, variation="clamshell_plain", small_range=True)
ROUTINE = Routine(RoutineKind.STRENGTH, "a", 30, (CLAMSHELL, BRIDGE), (Trim.ROLLING, Trim.THIRD_SETS))
SET = Entry(EntryKind.SET, 0, 12, as_planned=True)


def message(number: int, person: int = ANNA, **more: Any) -> dict[str, Any]:
    """An update as Telegram gives it: somebody wrote."""
    sender = {"id": person, "is_bot": False, "first_name": "Nia"}
    said = {"message_id": number, "date": 1_772_000_000, "chat": {"id": person, "type": "private"}, "from": sender}
    return {"update_id": number, "message": {**said, "text": "done", **more}}


async def joined(database: Database, *people: int) -> None:
    """Athletes with a plan."""
    async with database.change(None) as records:
        for person in people:
            await records.athletes.save(Athlete(person, "en"))


async def started(database: Database, athlete: int = ANNA, routine: Routine = ROUTINE) -> Workout:
    """An open workout."""
    async with database.change(None) as records:
        return await records.workouts.start(athlete, MONDAY, routine, 3, NOON)


async def logged(database: Database, workout: Workout, key: str, *entries: Entry) -> Workout:
    """The workout after more entries."""
    async with database.change(None) as records:
        await records.workouts.append(workout.id, entries, key, NOON, NOON)
        return there(await records.workouts.get(workout.athlete, workout.id))


def there(workout: Workout | None) -> Workout:
    """The workout, which must be there."""
    assert workout is not None
    return workout


async def kept(inbox: Inbox, update: dict[str, Any], at: datetime = NOON) -> str:
    """The key of an update in the inbox."""
    [one] = await inbox.keep(BOT, [update], at)
    return one.key


async def forgotten(inbox: Inbox, person: int) -> None:
    """Somebody who wrote, and is erased."""
    async with inbox._database.change(None) as records:
        await records.athletes.erase(person)


async def unanswered(inbox: Inbox) -> list[WaitingUpdate]:
    """All that waits for an answer."""
    return await inbox.unanswered(0, 1000)
