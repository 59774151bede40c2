"""Workouts and their append-only log."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bot.domain.morning import Morning
from bot.domain.progression import Effort
from bot.domain.routine import Prescription, Reason, Routine
from bot.domain.sides import Lead, Pair
from bot.domain.workout import Entry, EntryKind, WorkoutState
from bot.store import Database

from .samples import ANNA, BEN, EASED, MONDAY, NOON, ROUTINE, SET, TUESDAY, joined, logged, started, there

REASONS = st.builds(Reason, arguments=st.dictionaries(st.text(), st.text() | st.integers()))
PRESCRIPTIONS = st.builds(Prescription, reason=REASONS, lead=st.none() | st.builds(Lead))
ROUTINES = st.builds(Routine, prescriptions=st.lists(PRESCRIPTIONS, max_size=4).map(tuple))
ENTRIES = st.lists(
    st.builds(
        Entry,
        kind=st.sampled_from(EntryKind),
        item=st.integers(0, 1),
        amount=st.none() | st.integers(0, 10**6),
        as_planned=st.booleans(),
        effort=st.none() | st.sampled_from(Effort),
        eased=st.none() | PRESCRIPTIONS,
        left=st.none() | st.integers(1, 10**6),
        right=st.none() | st.integers(1, 10**6),
        area=st.none() | st.text("abc_", min_size=1),
        morning=st.none() | st.sampled_from(Morning),
    ),
    max_size=5,
)
quick = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(routine=ROUTINES)
async def test_a_routine_comes_back_as_started(database: Database, routine: Routine) -> None:
    await joined(database, ANNA)
    workout = await started(database, ANNA, routine)
    async with database.change(None) as records:
        assert await records.workouts.open(ANNA) == workout
        await records.workouts.end(workout.id, WorkoutState.STOPPED, NOON)
    assert workout.routine == routine
    assert (workout.day, workout.started_at, workout.planned_in_week) == (MONDAY, NOON, 3)


@quick
@given(entries=ENTRIES)
async def test_entries_come_back_in_order(database: Database, entries: list[Entry]) -> None:
    await joined(database, ANNA)
    workout = await started(database)
    after = await logged(database, workout, f"key {workout.id}", *entries)
    async with database.change(None) as records:
        await records.workouts.end(workout.id, WorkoutState.FINISHED, NOON)
    assert [replace(entry, id=None) for entry in after.entries] == entries


async def test_there_is_one_open_workout_at_most(database: Database) -> None:
    await joined(database, ANNA, BEN)
    await started(database, ANNA)
    await started(database, BEN)
    with pytest.raises(sqlite3.IntegrityError):
        await started(database, ANNA)


async def test_the_same_update_never_logs_twice(database: Database) -> None:
    await joined(database, ANNA)
    workout = await started(database)
    await logged(database, workout, "first", SET, SET)
    again = await logged(database, workout, "first", SET, SET)
    more = await logged(database, workout, "second", SET)
    assert (len(again.entries), len(more.entries)) == (2, 3)


async def test_a_set_keeps_what_each_side_did(database: Database) -> None:
    await joined(database, ANNA)
    pair = Entry(EntryKind.SET, 0, 10, left=12, right=10)
    workout = await logged(database, await started(database), "key", pair, SET)
    assert [entry.told for entry in workout.entries] == [Pair(12, 10), 12]


async def test_an_entry_needs_a_workout_and_an_exercise_in_it(database: Database) -> None:
    await joined(database, ANNA)
    workout = await started(database)
    with pytest.raises(sqlite3.IntegrityError):
        await logged(database, workout, "key", replace(SET, item=2))
    with pytest.raises(sqlite3.IntegrityError):
        await logged(database, replace(workout, id=999), "key", SET)


async def test_an_undone_entry_stays_in_the_log_but_is_not_read(database: Database) -> None:
    await joined(database, ANNA)
    workout = await logged(database, await started(database), "key", SET, replace(SET, amount=10))
    async with database.change(None) as records:
        await records.workouts.undo(workout.entries[1].id or 0, NOON)
        await records.workouts.undo(workout.entries[1].id or 0, NOON + timedelta(hours=1))
        left = there(await records.workouts.open(ANNA))
    async with database.alone() as connection:
        rows = await connection.rows("SELECT undone_at FROM entries ORDER BY id")
    assert [entry.amount for entry in left.entries] == [12]
    assert [row["undone_at"] for row in rows] == [None, int(NOON.timestamp())]


async def test_the_log_names_what_was_really_done(database: Database) -> None:
    await joined(database, ANNA)
    pain = Entry(EntryKind.PAIN, 0, 4, eased=EASED)
    workout = await logged(database, await started(database), "key", SET, pain, SET, replace(SET, item=1))
    async with database.change(None) as records:
        await records.workouts.undo(workout.entries[1].id or 0, NOON)
    await logged(database, workout, "after the undo", SET)
    async with database.alone() as connection:
        rows = await connection.rows("SELECT exercise, variation FROM entries ORDER BY id")
    clam, eased = ("clamshell", "clamshell_banded"), ("clamshell", "clamshell_plain")
    assert [tuple(row) for row in rows] == [clam, eased, eased, ("bridge", "bridge_floor"), clam]


async def test_nobody_sees_the_workout_of_another(database: Database) -> None:
    await joined(database, ANNA, BEN)
    workout = await started(database, ANNA)
    async with database.look() as records:
        assert await records.workouts.get(BEN, workout.id) is None
        assert await records.workouts.open(BEN) is None
        assert await records.workouts.latest(BEN) is None


async def test_ended_workouts_come_oldest_first_with_their_own_entries(database: Database) -> None:
    await joined(database, ANNA)
    for key in ("one", "two"):
        workout = await logged(database, await started(database), key, SET)
        async with database.change(None) as records:
            await records.workouts.end(workout.id, WorkoutState.FINISHED, NOON)
    still_open = await logged(database, await started(database), "three", SET)
    async with database.look() as records:
        ended = await records.workouts.ended(ANNA)
        assert await records.workouts.latest(ANNA) == still_open
    assert [w.state for w in ended] == [WorkoutState.FINISHED] * 2
    assert [len(w.entries) for w in ended] == [1, 1]
    assert ended[0].id < ended[1].id
    assert ended[1].ended_at == NOON


async def test_ended_workouts_are_found_from_a_day_on(database: Database) -> None:
    await joined(database, ANNA)
    workout = await logged(database, await started(database), "one", SET)
    async with database.change(None) as records:
        await records.workouts.end(workout.id, WorkoutState.FINISHED, NOON)
        [found] = await records.workouts.ended(ANNA, workout.day)
        assert len(found.entries) == 1
        assert await records.workouts.ended(ANNA, workout.day + timedelta(days=1)) == []


async def test_an_ended_workout_can_be_opened_again(database: Database) -> None:
    await joined(database, ANNA)
    workout = await started(database)
    async with database.change(None) as records:
        await records.workouts.end(workout.id, WorkoutState.STOPPED, NOON)
        await records.workouts.reopen(workout.id)
        assert await records.workouts.open(ANNA) == workout


async def test_only_an_open_workout_moves_to_a_later_day(database: Database) -> None:
    await joined(database, ANNA)
    workout = await started(database)
    async with database.change(None) as records:
        await records.workouts.move_to_day(workout.id, TUESDAY)
        assert there(await records.workouts.open(ANNA)).day == TUESDAY
        await records.workouts.end(workout.id, WorkoutState.STOPPED, NOON)
        await records.workouts.move_to_day(workout.id, MONDAY)
        assert there(await records.workouts.latest(ANNA)).day == TUESDAY


@pytest.mark.parametrize("text", ["hello", "🏋" * 4000, "null\0byte", None])
async def test_a_waiting_message_is_kept_until_dropped(database: Database, text: str | None) -> None:
    await joined(database, ANNA)
    workout = await started(database)
    async with database.change(None) as records:
        await records.workouts.set_pending(workout.id, text)
        assert there(await records.workouts.open(ANNA)).pending == text


async def test_half_an_emoji_does_not_lose_the_message_around_it(database: Database) -> None:
    await joined(database, ANNA)
    workout = await started(database)
    async with database.change(None) as records:
        await records.workouts.set_pending(workout.id, "a\ud83cb \ud83c\udfcb")
        assert there(await records.workouts.open(ANNA)).pending == "a\N{REPLACEMENT CHARACTER}b 🏋"


async def test_instants_need_a_zone(database: Database) -> None:
    await joined(database, ANNA)
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(ValueError, match="needs a zone"):
        async with database.change(None) as records:
            await records.workouts.start(ANNA, MONDAY, ROUTINE, 3, naive)
