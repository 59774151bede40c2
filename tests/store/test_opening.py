"""Opening a database, or saying in a sentence why not."""

import sqlite3
from pathlib import Path

import pytest

from bot.store import Database, StoreUnavailable

from .samples import ANNA, SECRET, joined


async def refused(url: str) -> str:
    with pytest.raises(StoreUnavailable) as refusal:
        await Database.open(url, SECRET)
    return str(refusal.value)


async def test_a_new_database_makes_its_folder_and_is_its_owners_alone(tmp_path: Path) -> None:
    database = await Database.open(f"sqlite:///{tmp_path}/a/b/coach.db", SECRET)
    await database.close()
    assert (tmp_path / "a/b/coach.db").stat().st_mode & 0o777 == 0o600


async def test_a_relative_path_starts_at_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    database = await Database.open("sqlite:///data/coach.db", SECRET)
    await database.close()
    assert (tmp_path / "data/coach.db").exists()


async def test_what_was_kept_is_there_after_opening_again(url: str) -> None:
    for _ in range(2):
        database = await Database.open(url, SECRET)
        await joined(database, ANNA)
        async with database.look() as records:
            assert await records.athletes.get(ANNA)
        await database.close()


async def test_nothing_is_lost_in_a_power_cut(database: Database) -> None:
    async with database.alone() as connection:
        settings = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"]
        values = [(await connection.rows(f"PRAGMA {setting}"))[0][0] for setting in settings]
    assert values == ["wal", 2, 1, 1, 5000]


@pytest.mark.parametrize("url", ["postgres://me:word@host/db", "sqlite://", "sqlite:///", "coach.db"])
async def test_only_sqlite_files_are_taken_and_passwords_not_repeated(url: str) -> None:
    said = await refused(url)
    assert "sqlite:///data/coach.db" in said
    assert "word" not in said


async def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in await refused(f"sqlite:///{tmp_path}")


async def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be created" in await refused(f"sqlite:///{tmp_path}/file/coach.db")


async def test_a_folder_that_takes_no_files_is_refused() -> None:
    assert "cannot be created" in await refused("sqlite:////proc/coach/coach.db")


async def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "coach.db").write_text("Dear diary, " * 1000)
    assert "not a database" in await refused(f"sqlite:///{tmp_path}/coach.db")
    assert (tmp_path / "coach.db").read_text().startswith("Dear diary")


async def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "coach.db") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    assert "belongs to another program" in await refused(f"sqlite:///{tmp_path}/coach.db")


async def test_a_newer_database_is_refused(url: str) -> None:
    database = await Database.open(url, SECRET)
    async with database.alone() as connection:
        await connection.rows("INSERT INTO migrations (number, name) VALUES (999, 'later')")
    await database.close()
    assert "newer version of this program (schema 999" in await refused(url)
