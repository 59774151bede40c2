"""What is kept of a person, and that nothing is left: byte searches of the database's files and of the log."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml

from bot.sandbox.launch import Stage, stage
from bot.sandbox.person import Person
from bot.sandbox.script import Player
from bot.sandbox.transcript import Transcript
from bot.settings import CONTENT

ID = 7_123_456_789
NAME = "Zebulon"
MARKER = "quaggaquokka"
DEBUG = {"LOG_LEVEL": "DEBUG"}
AT_FIRST = "@2026-11-23T17:42+00:00"

STAYS = (
    AT_FIRST,
    "> /start",
    "[I am 18 or older]",
    "[I read the list, none applies to me]",
    "> Nairobi",
    "[Mon Wed Fri]",
    "[18:00]",
    "= Your plan stands",
)
SIGNED_UP = (
    AT_FIRST,
    "> /start",
    "[I am 18 or older]",
    "[One of the others]",
    "[Other regular medicine]",
    "[Continue]",
    f"> may I {MARKER}",
    "[My clinician said it's OK]",
    f"> {MARKER}",
    "> Akureyri",
    "[Mon Wed Fri]",
    "[18:00]",
    "= Your plan stands",
)
MOVED = ("> /plan", "[Place]", "[Share my location]", "location 52.5219,13.4132", "= Berlin")
TRAINED = (
    "> /plan",
    "[Place]",
    "> Reykjavik",
    "@next",
    "[Start]",
    "[Start]",
    "> done",
    f"> {MARKER}?",
    "> hurts",
    "> 4",
    "> it hurts",
    "[1]",
    f"> done 8, but my chest feels tight {MARKER}",
    "= emergency",
    f"> done 7, but my chest feels tight {MARKER}",
    "[I'm fine]",
    "> undo",
    "sticker",
    f"edit {MARKER} again",
    "> stop",
    "[Stop now]",
)


async def test_after_deleteme_no_byte_of_a_person_is_left(tmp_path: Path) -> None:
    async with stage(tmp_path, environment=DEBUG) as on_stage:
        await plays(on_stage, STAYS)
        zebulon = await on_stage.sandbox.person(NAME, id=ID)
        await plays(replace(on_stage, person=zebulon), (*SIGNED_UP, *MOVED, *TRAINED))
        assert len(stored_zones(tmp_path)) == 2
        await plays(replace(on_stage, person=zebulon), ("> /deleteme", "[Delete everything]", "= deleted"))
        words = (NAME, MARKER, "Reykjavik", "Akureyri", "Berlin", "52.52", "13.41")
        assert found(tmp_path, (*as_bytes(words), *id_as_bytes(ID))) == []
        assert [zone for _, zone in stored_zones(tmp_path)] == ["Africa/Nairobi"]
    assert found(tmp_path, (*as_bytes(words), *id_as_bytes(ID))) == []


async def test_topics_city_and_location_are_not_kept_once_the_bot_is_quiet(tmp_path: Path) -> None:
    async with stage(tmp_path, environment=DEBUG) as on_stage:
        await plays(on_stage, (*SIGNED_UP, *MOVED))
        secrets = (*topics(), "Akureyri", "52.52", "13.41", "topic:", "topics:", MARKER, "Other regular medicine")
        assert [secret for secret in secrets if secret in everything_stored(tmp_path)] == []
    assert found(tmp_path, as_bytes(secrets)) == []


async def test_of_somebody_under_18_nothing_is_stored(tmp_path: Path) -> None:
    async with stage(tmp_path, environment=DEBUG) as on_stage:
        zebulon = await on_stage.sandbox.person(NAME, id=ID)
        young = (AT_FIRST, f"> {MARKER}", "> /start", "[I am under 18]", "= nothing about you is stored")
        await plays(replace(on_stage, person=zebulon), young)
        assert found(tmp_path, (*as_bytes((NAME, MARKER)), *id_as_bytes(ID))) == []
    assert found(tmp_path, (*as_bytes((NAME, MARKER)), *id_as_bytes(ID))) == []


async def test_the_most_talkative_log_holds_no_token_no_name_and_no_typed_word(tmp_path: Path) -> None:
    async with stage(tmp_path, environment={**DEBUG, "TELEGRAM_BOT_TOKEN": f"1234567890:{'S3CRET' * 5}"}) as on_stage:
        zebulon = await on_stage.sandbox.person(NAME, id=ID)
        await on_stage.sandbox.faults("500", "sendMessage")
        await on_stage.sandbox.faults("400", "editMessageText")
        await plays(replace(on_stage, person=zebulon), (*SIGNED_UP, *MOVED, *TRAINED))
    log = (tmp_path / "bot.log").read_text()
    assert "the coach is up" in log
    secrets = ("S3CRET", NAME, MARKER, "Akureyri", "Reykjavik", "52.52", str(ID), *topics())
    assert [secret for secret in secrets if secret in log] == []


async def plays(on_stage: Stage, lines: Iterable[str]) -> Person:
    """Play a script as the stage's person."""
    player = Player(on_stage, Transcript(print))
    await player.look()
    for line in lines:
        await player.do(line)
    return on_stage.person


def found(folder: Path, secrets: Iterable[bytes]) -> list[tuple[str, bytes]]:
    """Where any of the secrets still is: in the database, its companions or the log."""
    files = [file for file in folder.iterdir() if file.name.startswith(("coach.db", "bot.log"))]
    return sorted((file.name, secret) for file in files for secret in secrets if secret in file.read_bytes())


def as_bytes(words: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(word.encode() for word in words)


def id_as_bytes(number: int) -> tuple[bytes, ...]:
    """An id as decimal text, as a stored integer, and as SQLite's key of a row."""
    groups = [number >> shift & 0x7F for shift in range(35, -1, -7)]
    first = next(at for at, group in enumerate(groups) if group)
    varint = bytes([*(group | 0x80 for group in groups[first:-1]), groups[-1]])
    return str(number).encode(), number.to_bytes((number.bit_length() + 7) // 8, "big"), varint


def stored_zones(folder: Path) -> list[tuple[int, str]]:
    connection = sqlite3.connect(folder / "coach.db")
    try:
        return connection.execute("SELECT id, zone FROM athletes ORDER BY id").fetchall()
    finally:
        connection.close()


def everything_stored(folder: Path) -> str:
    """Every row of the database as text."""
    connection = sqlite3.connect(folder / "coach.db")
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()


def topics() -> tuple[str, ...]:
    readiness = yaml.safe_load((CONTENT / "readiness.yaml").read_text(encoding="utf-8"))
    return tuple(topic["id"] for topic in readiness["topics"])
