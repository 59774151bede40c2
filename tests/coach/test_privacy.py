"""Deleting leaves nothing of somebody, and everything of everybody else."""

import sqlite3
from datetime import datetime, timedelta

from bot.coach.onboarding_results import Welcome
from bot.coach.privacy import STILL_MEANT, Deleted, DeletionAsked

from .people import MONDAY, Person, on

TABLES = ("athletes", "workouts", "entries", "reminders", "deliveries", "milestones", "moves", "inbox")


def minute(at: datetime) -> int:
    """The minute a question was asked in, as its button carries it."""
    return int(at.timestamp()) // 60


async def deletes(person: Person, asked: datetime | None = None) -> object:
    """Say yes to the question, asked right now unless something else is given."""
    return await person.coach.privacy.delete(await person.turn(), minute(asked or person.time))


async def test_deletion_leaves_no_row_and_no_trace_in_the_file(anna: Person) -> None:
    await anna.trains(MONDAY, pains={"clamshell": 4})
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY)))
    await anna.coach.serve(on(MONDAY, "18:30"))
    assert b"Europe/Berlin" in anna.coach.bytes_on_disk()
    assert await deletes(anna) == Deleted()
    assert await anna.kept() is None
    with sqlite3.connect(f"file:{anna.coach.file}?mode=ro", uri=True) as file:
        rows = {table: file.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    file.close()
    assert rows == dict.fromkeys(TABLES, 0)
    assert b"Europe/Berlin" not in anna.coach.bytes_on_disk()


async def test_who_was_deleted_is_a_stranger_again_and_is_not_written_to(anna: Person) -> None:
    await deletes(anna)
    assert await anna.coach.onboarding.start(await anna.turn()) == Welcome()
    assert await anna.coach.serve(on(MONDAY)) == []


async def test_others_keep_everything(anna: Person) -> None:
    ben = Person(anna.coach, 7, "en", anna.time)
    await ben.onboards()
    await ben.trains(MONDAY)
    before = (await ben.athlete(), await ben.workout())
    await deletes(anna)
    assert (await ben.athlete(), await ben.workout()) == before


async def test_deleting_a_stranger_is_no_fault(stranger: Person) -> None:
    assert await deletes(stranger) == Deleted()


async def test_a_yes_to_an_old_question_asks_again(anna: Person) -> None:
    asked = anna.time - timedelta(minutes=STILL_MEANT)
    assert await deletes(anna, asked - timedelta(minutes=1)) == DeletionAsked()
    assert await anna.kept() is not None
    assert await deletes(anna, anna.time + timedelta(minutes=2)) == DeletionAsked()
    assert await deletes(anna, asked) == Deleted()
