"""Deleting leaves nothing of somebody, and everything of everybody else."""

import sqlite3

from bot.coach.onboarding import Welcome
from bot.coach.privacy import Deleted

from .people import MONDAY, Person, on


async def test_deletion_leaves_no_row_and_no_trace_in_the_file(anna: Person) -> None:
    await anna.trains(MONDAY, pains={"clamshell": 4})
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY)))
    await anna.coach.serve(on(MONDAY, "18:30"))
    assert b"Europe/Berlin" in anna.coach.bytes_on_disk()
    assert await anna.coach.privacy.delete(await anna.turn()) == Deleted()
    assert await anna.kept() is None
    with sqlite3.connect(f"file:{anna.coach.file}?mode=ro", uri=True) as file:
        tables = ["athletes", "workouts", "entries", "reminders", "deliveries", "milestones", "moves", "inbox"]
        rows = {table: file.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    file.close()
    assert rows == dict.fromkeys(tables, 0)
    assert b"Europe/Berlin" not in anna.coach.bytes_on_disk()


async def test_who_was_deleted_is_a_stranger_again_and_is_not_written_to(anna: Person) -> None:
    await anna.coach.privacy.delete(await anna.turn())
    assert await anna.coach.onboarding.start(await anna.turn()) == Welcome()
    assert await anna.coach.serve(on(MONDAY)) == []


async def test_others_keep_everything(anna: Person) -> None:
    ben = Person(anna.coach, 7, "en", anna.time)
    await ben.onboards()
    await ben.trains(MONDAY)
    before = (await ben.athlete(), await ben.workout())
    await anna.coach.privacy.delete(await anna.turn())
    assert (await ben.athlete(), await ben.workout()) == before


async def test_deleting_a_stranger_is_no_fault(stranger: Person) -> None:
    assert await stranger.coach.privacy.delete(await stranger.turn()) == Deleted()
