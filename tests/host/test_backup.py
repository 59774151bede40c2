"""`hipcoach backup`: one moment of the database, whole, while sets arrive; and no file is lost to a wrong path."""

import asyncio
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.sandbox.launch import Stage, stage
from bot.store import Database
from bot.store.backup import back_up
from tests.chat.acting import MONDAY, TRAINING, acted, bot_of
from tests.store.test_housekeeping import damaged

from .running import environment, files_in, started

LOG = """
    SELECT id, workout, kind, item, exercise, variation, amount, as_planned, effort, eased, happened_at, logged_at,
           update_key, ordinal
    FROM entries ORDER BY id
"""
"""All that is ever written of an entry; whether it was undone may come later."""
TABLES = ("athletes", "workouts", "entries", "reminders", "deliveries", "milestones", "moves", "inbox", "last_ids")


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


async def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    out, said = await asyncio.to_thread(process.communicate, timeout=60)
    return process.returncode, out, said


async def backed_up(folder: Path, *arguments: str, **changes: str) -> tuple[int, str, str]:
    """The command, in this process: that is faster, and all the same to the file."""
    settings: dict[str, str | None] = {"TELEGRAM_BOT_TOKEN": None, **environment(folder, **changes)}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        ran = await asyncio.to_thread(CliRunner().invoke, cli, ["backup", *arguments], env=settings)
    return ran.exit_code, ran.stdout, ran.stderr


async def made(folder: Path) -> Path:
    """A database, closed again."""
    database = await Database.open(f"sqlite:///{folder / 'coach.db'}", b"secret")
    await database.close()
    return database.path


def filled(file: Path, megabytes: int) -> None:
    """Rows enough that a copy takes many steps."""
    connection = sqlite3.connect(file)
    body = "x" * 10_000
    values = ((f"filler {n}", body) for n in range(megabytes * 100))
    connection.executemany(
        "INSERT INTO inbox (update_key, body, received_at, state, tries) VALUES (?, ?, 9999999999, 'answered', 0)",
        values,
    )
    connection.commit()
    connection.close()


async def test_a_backup_while_sets_arrive_is_a_prefix_of_the_log_and_runs_again(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, TRAINING)
        filled(tmp_path / "coach.db", 30)
        before = rows(tmp_path / "coach.db", LOG)
        process = started(tmp_path, "backup", str(tmp_path / "copy.db"), env=environment(tmp_path))
        backup = asyncio.create_task(ended(process))
        said = await _sets_until(backup, on_stage)
        code, out, error = await backup
        await on_stage.sandbox.quiet()
        after = rows(tmp_path / "coach.db", LOG)
        assert (code, error.strip()) == (0, ""), error
        assert "checked" in out and str(tmp_path / "copy.db") in out
        assert await bot_of(on_stage).stop() == 0
    copied = rows(tmp_path / "copy.db", LOG)
    assert copied == after[: len(copied)]
    assert len(before) <= len(copied) <= len(after) == len(before) + said
    assert rows(tmp_path / "copy.db", "PRAGMA integrity_check") == [("ok",)]
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    await _lives_on(tmp_path, ann.person.id, len(copied))


async def _sets_until(backup: "asyncio.Task[Any]", on_stage: Stage) -> int:
    """Log sets one after the other, at least one, until the backup is done."""
    said = 0
    while not backup.done():
        await on_stage.person.say("undo" if said % 2 else "done 7")
        await on_stage.sandbox.quiet()
        said += 1
    return (said + 1) // 2


async def _lives_on(folder: Path, person: int, sets: int) -> None:
    """The bot runs on the copy, and knows who trained."""
    restored = folder / "restored"
    restored.mkdir()
    (folder / "copy.db").rename(restored / "coach.db")
    async with stage(restored, start=MONDAY):
        assert rows(restored / "coach.db", "SELECT id FROM athletes") == [(person,)]
        assert len(rows(restored / "coach.db", LOG)) == sets


async def test_every_row_of_every_table_is_in_the_copy(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        await acted(on_stage, (*TRAINING, "> done 7", "> hurts 3"))
    back_up(tmp_path / "coach.db", tmp_path / "copy.db", lambda *_: None)
    for table in TABLES:
        query = f"SELECT * FROM {table} ORDER BY 1"
        assert rows(tmp_path / "copy.db", query) == rows(tmp_path / "coach.db", query), table
    assert rows(tmp_path / "copy.db", LOG)


async def test_without_a_target_it_lies_beside_the_database_under_its_moment(tmp_path: Path) -> None:
    await made(tmp_path)
    code, out, _ = await backed_up(tmp_path)
    [copy] = (tmp_path / "backups").iterdir()
    assert code == 0 and out.startswith(str(copy))
    assert copy.name.startswith("coach-20") and copy.suffix == ".db"
    assert (tmp_path / "backups").stat().st_mode & 0o777 == 0o700


async def test_it_needs_no_token_and_tells_none(tmp_path: Path) -> None:
    await made(tmp_path)
    code, _, _ = await backed_up(tmp_path, str(tmp_path / "a.db"), TELEGRAM_BOT_TOKEN="")
    assert code == 0
    code, out, said = await backed_up(tmp_path, str(tmp_path / "b.db"), LOG_LEVEL="DEBUG")
    assert code == 0 and "S3CRET" not in out + said


async def test_a_backup_is_overwritten_only_when_told(tmp_path: Path) -> None:
    await made(tmp_path)
    (tmp_path / "copy.db").write_text("precious")
    code, out, said = await backed_up(tmp_path, str(tmp_path / "copy.db"))
    assert (code, out) == (2, "") and "exists already" in said
    assert (tmp_path / "copy.db").read_text() == "precious"
    code, _, _ = await backed_up(tmp_path, str(tmp_path / "copy.db"), "--force")
    assert code == 0 and rows(tmp_path / "copy.db", "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize(
    ("target", "url", "sentence"),
    [
        ("nowhere/copy.db", "", "there is no folder"),
        ("coach.db", "", "would overwrite the database itself"),
        ("coach.db-wal", "", "would overwrite the database itself"),
        ("/proc/copy.db", "", "too full"),
        ("copy.db", "sqlite:///none.db", "There is no database none.db: nothing to back up."),
        ("copy.db", "sqlite:///diary", "cannot be copied: file is not a database."),
        ("copy.db", "postgres://me:S3CRET@host/db", "DATABASE_URL names no SQLite file"),
    ],
)
async def test_a_bad_path_is_one_sentence_and_exit_code_2(target: str, url: str, sentence: str, tmp_path: Path) -> None:
    file = await made(tmp_path)
    (tmp_path / "diary").write_text("Dear diary, " * 1000)
    before = file.read_bytes()
    changes = {"DATABASE_URL": url} if url else {}
    code, out, said = await backed_up(tmp_path, target, "--force", **changes)
    assert (code, out) == (2, ""), said
    assert sentence in said and len(said.strip().splitlines()) == 1
    assert "Traceback" not in said and "S3CRET" not in said
    assert file.read_bytes() == before
    assert files_in(tmp_path) == ["coach.db", "diary"]


async def test_the_database_of_another_program_is_not_copied(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "coach.db")
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    code, _, said = await backed_up(tmp_path, "copy.db")
    assert code == 2 and "belongs to another program" in said


async def test_a_damaged_database_gives_no_backup(tmp_path: Path) -> None:
    file = await made(tmp_path)
    filled(file, 1)
    damaged(file)
    code, _, said = await backed_up(tmp_path, "copy.db")
    assert code == 2 and "Traceback" not in said
    assert not (tmp_path / "copy.db").exists()


async def test_a_copy_holds_no_trace_of_somebody_who_was_erased_but_not_swept_yet(tmp_path: Path) -> None:
    """A large file waits for the night; its backup need not keep what is to go."""
    file = await made(tmp_path)
    connection = sqlite3.connect(file)
    connection.execute(
        "INSERT INTO inbox (update_key, body, received_at, state, tries) VALUES ('k', 'quagga', 1, 'x', 0)"
    )
    connection.commit()
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("DELETE FROM inbox")
    connection.execute("INSERT INTO traces (id) VALUES (1)")
    connection.commit()
    connection.close()
    assert b"quagga" in file.read_bytes()
    back_up(file, tmp_path / "copy.db", lambda *_: None)
    assert b"quagga" not in (tmp_path / "copy.db").read_bytes()
    assert rows(tmp_path / "copy.db", "SELECT * FROM traces") == []
