"""Erasing somebody leaves nothing of them, in no table and in no byte of the files."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.domain.athlete import Athlete, Readiness
from bot.domain.delivery import DeliveryKind, DeliveryState
from bot.domain.due import Due
from bot.domain.library import Hold
from bot.domain.progress import Milestone
from bot.domain.workout import Entry, EntryKind, WorkoutState
from bot.store import Database, Inbox, InboxState, traces
from bot.store.records import Records

from .samples import (
    ANNA,
    BEN,
    EASED,
    MONDAY,
    NOON,
    ROUTINE,
    SECRET,
    SET,
    forgotten,
    joined,
    kept,
    message,
    there,
    unanswered,
)
from .test_housekeeping import damaged

VICTIMS = [48_213, 700_000_123, 5_123_456_789]
ZONE = "Pacific/Chatham"
TYPED = "my left hip hurts"
CITY = "Waitangi"
NAME = "Zuleika Ö."


def people_around(victim: int) -> list[int]:
    chance = Random(victim)
    others = [chance.randrange(10_000, 10**10) for _ in range(80)]
    return [*others[:40], victim, *others[40:]]


async def live(database: Database, person: int, victim: int) -> None:
    """Somebody's weeks: answers, updates of all kinds, workouts, undos, deliveries, a plan changed again and again."""
    inbox, chance = Inbox(database), Random(person)
    mine = person == victim
    zone = ZoneInfo(ZONE if mine else "Europe/Berlin")
    key = ""
    for number in range(6):
        said = {"text": f"{TYPED if mine else 'fine'} {'x' * chance.randrange(2000)}", "city": CITY if mine else "Bonn"}
        update = message(number, person, **said)
        update["message"]["from"]["first_name"] = NAME if mine else "Ben"
        key = await kept(inbox, update)
        await inbox.answered(key, empty_body=chance.random() < 0.3)
    async with database.change(key) as records:
        for length in range(3):
            athlete = Athlete(person, "en", zone=zone, length=length, limits=frozenset(map(str, range(length * 9))))
            await records.athletes.save(replace(athlete, readiness=Readiness(MONDAY, Hold.CLINICIAN, MONDAY)))
        for day in range(4):
            await train(records, person, MONDAY + timedelta(days=day), f"{key} {day}", TYPED if mine else "fine")
        await records.reminders.arm(person, Due(MONDAY, NOON))
        await records.milestones.add(person, Milestone.TEN, MONDAY)
        await records.moves.put(person, {MONDAY: None})


async def train(records: Records, person: int, day: date, key: str, typed: str) -> None:
    await records.deliveries.add(person, DeliveryKind.WORKOUT, day, 0, NOON, DeliveryState.SENT, "warm")
    workout = await records.workouts.start(person, day, ROUTINE, 3, NOON)
    pain = Entry(EntryKind.PAIN, 0, 4, eased=EASED)
    await records.workouts.append(workout.id, [SET, pain, SET], key, NOON, NOON)
    await records.workouts.set_pending(workout.id, typed)
    last = there(await records.workouts.open(person)).entries[-1]
    await records.workouts.undo(last.id or 0, NOON)
    await records.workouts.end(workout.id, WorkoutState.FINISHED, NOON)


def varint(number: int) -> bytes:
    """The number as SQLite writes a row's id."""
    groups = [number & 127]
    while number := number >> 7:
        groups.append(number & 127 | 128)
    return bytes(reversed(groups))


def column(number: int) -> bytes:
    """The number as SQLite writes it in a column."""
    size = next(size for size in (1, 2, 3, 4, 6, 8) if number < 1 << (8 * size - 1))
    return number.to_bytes(size, "big")


def marks_of(person: int) -> dict[str, bytes]:
    escaped = NAME.encode("ascii", "backslashreplace").replace(rb"\xd6", rb"\u00d6")
    words = {"name": escaped, "raw name": NAME.encode(), "typed": TYPED.encode(), "city": CITY.encode()}
    numbers = {"id": str(person).encode(), "id as row": varint(person), "id in a column": column(person)}
    return {**words, **numbers, "zone": ZONE.encode()}


def content_of(path: Path) -> bytes:
    """The database file, its -wal and its -shm."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()) if file.name.startswith(path.name))


def found_in_files(path: Path, person: int) -> set[str]:
    content = content_of(path)
    return {name for name, mark in marks_of(person).items() if mark in content}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data/coach.db"


@pytest.mark.parametrize("victim", VICTIMS)
async def test_no_byte_is_left_of_somebody_erased(database: Database, path: Path, victim: int) -> None:
    people = people_around(victim)
    for person in people:
        await live(database, person, victim)
    assert found_in_files(path, victim) >= marks_of(victim).keys() - {"raw name"}
    async with database.change(None) as records:
        await records.athletes.erase(victim)
    assert found_in_files(path, victim) == set()
    await there_still_are(database, [person for person in people if person != victim])


async def test_no_inner_page_keeps_an_id_as_a_signpost(database: Database, path: Path) -> None:
    people = [1_000_000_000 + 7919 * n for n in range(400)]
    await joined(database, *people)
    erased = people[::2]
    async with database.change(None) as records:
        for person in erased:
            await records.athletes.erase(person)
    content = content_of(path)
    assert [person for person in erased if varint(person) in content] == []
    assert [person for person in people[1::2] if varint(person) not in content] == []


async def there_still_are(database: Database, people: list[int]) -> None:
    async with database.look() as records:
        assert [p for p in people if len(await records.workouts.ended(p)) != 4] == []
        assert [p for p in people if not await records.athletes.get(p)] == []


async def test_nothing_is_left_of_somebody_under_age(database: Database, inbox: Inbox, path: Path) -> None:
    for n in range(20):
        await kept(inbox, message(n, BEN))
        await kept(inbox, message(100 + n, ANNA, text=f"{TYPED} {n}", city=CITY, zone=ZONE, name=NAME))
    await forgotten(inbox, ANNA)
    assert found_in_files(path, ANNA) == set()
    assert len(await unanswered(inbox)) == 20


async def test_erasing_touches_every_table_that_names_an_athlete(database: Database) -> None:
    await joined(database, BEN)
    await live(database, ANNA, ANNA)
    async with database.change(None) as records:
        await records.athletes.erase(ANNA)
    async with database.alone() as connection:
        for table in ["workouts", "entries", "reminders", "deliveries", "milestones", "moves"]:
            assert await connection.rows(f"SELECT * FROM {table}") == []
        assert [row["id"] for row in await connection.rows("SELECT id FROM athletes")] == [BEN]
        assert [tuple(row) for row in await connection.rows("SELECT DISTINCT person, body FROM inbox")] == [
            (None, None)
        ]


async def test_the_update_that_erased_is_applied_and_never_runs_again(database: Database, inbox: Inbox) -> None:
    await joined(database, ANNA)
    key = await kept(inbox, message(1))
    async with database.change(key) as records:
        await records.athletes.erase(ANNA)
    assert await inbox.state(key) is InboxState.APPLIED
    await kept(inbox, message(1))
    assert await inbox.begin(key) == (InboxState.APPLIED, NOON, None)


async def test_numbers_of_what_was_erased_are_never_given_again(database: Database) -> None:
    async def newest() -> list[int]:
        async with database.change(None) as records:
            added = await records.deliveries.add(
                ANNA, DeliveryKind.REST, MONDAY, 0, NOON, DeliveryState.SENT, wording=None
            )
            workout = await records.workouts.start(ANNA, MONDAY, ROUTINE, 3, NOON)
            await records.workouts.append(workout.id, [SET], f"key {workout.id}", NOON, NOON)
            [entry] = there(await records.workouts.open(ANNA)).entries
            return [added.id if added else 0, workout.id, entry.id or 0]

    seen = []
    for _ in range(3):
        await joined(database, ANNA)
        seen.append(await newest())
        async with database.change(None) as records:
            await records.athletes.erase(ANNA)
    assert seen == [[1, 1, 1], [2, 2, 2], [3, 3, 3]]


async def test_a_failed_erasing_erases_nothing(database: Database) -> None:
    await joined(database, ANNA)

    async def fail() -> None:
        async with database.change(None) as records:
            await records.athletes.erase(ANNA)
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    await joined(database, BEN)
    async with database.look() as records:
        assert await records.athletes.get(ANNA)


async def test_what_a_reader_kept_from_being_swept_is_swept_at_night(
    database: Database, inbox: Inbox, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await live(database, ANNA, ANNA)
    async with database.alone() as connection:
        await connection.rows("PRAGMA busy_timeout = 20")
    backup = sqlite3.connect(path, isolation_level=None)
    backup.execute("BEGIN")
    backup.execute("SELECT count(*) FROM athletes").fetchall()
    await forgotten(inbox, ANNA)
    assert "not swept" in caplog.text
    assert found_in_files(path, ANNA)
    backup.close()
    await database.sweep()
    assert found_in_files(path, ANNA) == set()


async def test_what_a_crash_kept_from_being_swept_is_swept_at_the_next_start(url: str, path: Path) -> None:
    database = await Database.open(url, SECRET)
    for person in people_around(ANNA):
        await live(database, person, ANNA)
    async with database.alone() as connection, connection.transaction():
        await connection.rows("DELETE FROM athletes WHERE id = :id", {"id": ANNA})
        await connection.rows("UPDATE inbox SET person = NULL, body = NULL WHERE person = :id", {"id": ANNA})
        await connection.rows("INSERT INTO traces (id) VALUES (1)")
    assert found_in_files(path, ANNA)
    await database.close()
    database = await Database.open(url, SECRET)
    assert found_in_files(path, ANNA) == set()
    await database.close()


async def test_a_large_file_is_swept_at_night(
    database: Database, inbox: Inbox, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces, "LARGE", 0)
    await live(database, ANNA, ANNA)
    await forgotten(inbox, ANNA)
    async with database.alone() as connection:
        assert len(await connection.rows("SELECT id FROM traces")) == 1
    assert path.with_name("coach.db-wal").stat().st_size == 0
    await database.sweep_small()
    async with database.alone() as connection:
        assert len(await connection.rows("SELECT id FROM traces")) == 1
    await database.sweep()
    async with database.alone() as connection:
        assert await connection.rows("SELECT id FROM traces") == []


async def marked(database: Database) -> bool:
    async with database.alone() as connection:
        return bool(await connection.rows("SELECT id FROM traces"))


@pytest.mark.parametrize(("rests", "waits"), [(0, False), (10**9, True)])
async def test_after_a_sweep_the_next_waits_its_time_so_that_deleting_again_and_again_slows_nobody(
    database: Database, inbox: Inbox, path: Path, monkeypatch: pytest.MonkeyPatch, rests: int, *, waits: bool
) -> None:
    monkeypatch.setattr(traces, "RESTS", rests)
    for person in (ANNA, BEN):
        await live(database, person, person)
    await forgotten(inbox, ANNA)
    assert not await marked(database)
    await forgotten(inbox, BEN)
    await joined(database, 5)  # somebody's change
    assert await marked(database) is waits
    await database.sweep_small()  # as each hour
    assert not await marked(database)
    assert found_in_files(path, ANNA) | found_in_files(path, BEN) == set()


async def test_what_waited_is_swept_with_the_first_change_after_the_rest(
    database: Database, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in (ANNA, BEN):
        await live(database, person, person)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    monkeypatch.setattr(loop, "time", lambda: begun)
    await forgotten(inbox, ANNA)
    monkeypatch.setattr(loop, "time", lambda: begun - 1)
    await forgotten(inbox, BEN)
    assert await marked(database)
    monkeypatch.setattr(loop, "time", lambda: begun)
    await joined(database, ANNA)
    assert not await marked(database)


async def test_erasing_stays_done_when_the_sweep_finds_the_file_damaged(
    url: str, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Not only a lock prevents a sweep; whatever does, the erasing is committed and must not look failed."""
    database = await Database.open(url, SECRET)
    await joined(database, ANNA, BEN)
    await database.close()
    damaged(path, "upkeep")
    database = await Database.open(url, SECRET)
    try:
        key = await kept(Inbox(database), message(1))
        async with database.change(key) as records:
            await records.athletes.erase(ANNA)
        assert await Inbox(database).state(key) is InboxState.APPLIED
        async with database.look() as records:
            assert (await records.athletes.get(ANNA), bool(await records.athletes.get(BEN))) == (None, True)
        async with database.alone() as connection:
            assert len(await connection.rows("SELECT id FROM traces")) == 1
    finally:
        await database.close()
    assert "upkeep tries again: database disk image is malformed" in caplog.text
