"""Databases as they are after weeks of use: athletes in the middle of a workout, or waiting for a reminder."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.running import TOKEN
from bot.coach.planning import Planning
from bot.content.pack import load
from bot.domain.athlete import Athlete, Readiness, Step
from bot.domain.exercise import Level
from bot.domain.library import Library
from bot.domain.routine import Routine, RoutineKind, Version
from bot.settings import CONTENT
from bot.store.database import Database

FIRST = 10_001
QUICK = "PRAGMA synchronous = OFF"


def url_of(file: Path) -> str:
    """Return the database's URL."""
    return f"sqlite:///{file}"


async def opened(file: Path) -> Database:
    """Open a database as the bot does."""
    return await Database.open(url_of(file), hashlib.blake2b(TOKEN.encode()).digest())


def athlete(id: int, step: Step, now: datetime, *, at: time = time(18)) -> Athlete:
    """Return somebody who has trained for a while."""
    today = now.date()
    return Athlete(
        id=id,
        language="en",
        step=step,
        zone=daytime(now),
        weekdays=frozenset({0, 2, 4}),
        remind_at=at,
        level=Level.INTERMEDIATE,
        readiness=Readiness(today - timedelta(days=60), None, today + timedelta(days=300)),
        length=30,
        onboarded_on=today - timedelta(days=60),
    )


def daytime(now: datetime) -> ZoneInfo:
    """Return a zone where it is about noon, so that a reminder may go out whenever this runs."""
    ahead = (12 - now.hour + 12) % 24 - 12
    return ZoneInfo(f"Etc/GMT{-ahead:+d}") if ahead else ZoneInfo("UTC")


def sets_of_a_workout(library: Library, now: datetime) -> int:
    """Return how many sets everybody's routine has."""
    routine = first_routine(athlete(1, Step.SET, now), now, library)
    return sum(prescription.sets for prescription in routine.prescriptions)


def first_routine(who: Athlete, now: datetime, library: Library) -> Routine:
    """Return the routine somebody begins with."""
    return Planning(who, (), now, library).routine(RoutineKind.STRENGTH, Version.USUAL)


async def seed_training(file: Path, library: Library, people: Iterable[int], now: datetime) -> None:
    """Put people in the middle of a workout, through the store's own classes."""
    database = await opened(file)
    try:
        async with database.change(None) as records:
            for person in people:
                who = athlete(person, Step.SET, now)
                day = who.day_at(now)
                routine = first_routine(who, now, library)
                await records.athletes.save(replace(who, latest_day=day))
                await records.workouts.start(person, day, routine, 3, now)
    finally:
        await database.close()


async def seed_reminders(file: Path, first: int, count: int, due: int, now: datetime) -> None:
    """Add athletes with a reminder each: `due` of them due at `now`, the rest spread over the day after.

    The first one comes through the store; the others are copies of its row, written with plain SQL.
    """
    if not count:
        return
    database = await opened(file)
    try:
        async with database.change(None) as records:
            await records.athletes.save(athlete(first, Step.READY, now))
    finally:
        await database.close()
    _copy(file, first, count, due, now)


def _copy(file: Path, first: int, count: int, due: int, now: datetime) -> None:
    connection = sqlite3.connect(file)
    connection.execute(QUICK)
    _, *rest = connection.execute("SELECT * FROM athletes WHERE id = ?", (first,)).fetchone()
    marks = ", ".join("?" * (len(rest) + 1))
    day, at = now.date().isoformat(), int(now.timestamp())
    late = int(timedelta(hours=2).total_seconds())
    with connection:
        copies = ((id, *rest) for id in range(first + 1, first + count))
        connection.executemany(f"INSERT INTO athletes VALUES ({marks})", copies)
        reminders = ((first + n, day, at if n < due else at + late + n % 80_000) for n in range(count))
        connection.executemany("INSERT INTO reminders (athlete, next_day, next_due_at) VALUES (?, ?, ?)", reminders)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def logged_answers(file: Path) -> int:
    """Count the lines of the log: sets, and how hard they were, which the first button of some cards stands for."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        [(count,)] = connection.execute("SELECT count(*) FROM entries WHERE undone_at IS NULL")
    finally:
        connection.close()
    return int(count)


def the_library() -> Library:
    """Return the real training data."""
    return load(CONTENT).library
