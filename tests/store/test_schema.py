"""Migrations, and the SQL in files."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import Database, queries, schema
from bot.store.connection import Connection
from bot.store.schema import Migration, migrate, migrations, statements

ONE = Migration(1, "one", "CREATE TABLE one (n INTEGER);")
TWO = Migration(2, "two", "INSERT INTO one VALUES (1);\nINSERT INTO one VALUES (2);")
BAD = Migration(2, "bad", "INSERT INTO one VALUES (1);\nINSERT INTO two VALUES (1);")


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[Connection]:
    connection = Connection(tmp_path / "coach.db")
    await connection.open()
    yield connection
    await connection.close()


def test_migrations_are_numbered_without_gaps() -> None:
    assert [migration.number for migration in migrations()] == list(range(1, len(migrations()) + 1))


async def test_each_migration_runs_once(connection: Connection) -> None:
    await migrate(connection, [ONE])
    await migrate(connection, [ONE, TWO])
    await migrate(connection, [ONE, TWO])
    assert [row["n"] for row in await connection.rows("SELECT n FROM one")] == [1, 2]


async def test_a_failed_migration_leaves_nothing_and_runs_again(connection: Connection) -> None:
    with pytest.raises(Exception, match="no such table"):
        await migrate(connection, [ONE, BAD])
    assert await connection.rows("SELECT n FROM one") == []
    await migrate(connection, [ONE, TWO])
    assert len(await connection.rows("SELECT n FROM one")) == 2


def test_statements_end_where_sqlite_says() -> None:
    script = "-- a; b\nINSERT INTO a VALUES (';');\n\nCREATE TABLE b (\n  n INTEGER\n);\n"
    assert [statement.strip() for statement in statements(script)] == [
        "-- a; b\nINSERT INTO a VALUES (';');",
        "CREATE TABLE b (\n  n INTEGER\n);",
    ]


def test_a_statement_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="does not end"):
        list(statements("SELECT 1;\nSELECT 2"))


async def test_every_table_is_strict(database: Database) -> None:
    async with database.alone() as connection:
        tables = await connection.rows("SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'")
    assert [table["name"] for table in tables if not table["strict"]] == []


def test_two_blocks_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two blocks are named get"):
        queries.blocks("-- name: get\nSELECT 1\n-- name: get\nSELECT 2")


async def test_every_block_is_sql_that_the_schema_understands(database: Database) -> None:
    folder = Path(schema.__file__).parent / "sql"
    async with database.alone() as connection:
        for file in sorted(folder.glob("*.sql")):
            for name, sql in queries.read(file.stem).items():
                if not sql.startswith(("VACUUM", "PRAGMA")):
                    wanted = dict.fromkeys(parameters(sql))
                    assert await connection.rows(f"EXPLAIN {sql}", wanted), f"{file.name}: {name}"


async def test_nothing_is_found_by_walking_a_whole_log(database: Database) -> None:
    """Every question about one athlete, workout or instant has an index; what runs once a night may walk."""
    allowed = {
        "remember_workout_ids",
        "remember_entry_ids",
        "remember_delivery_ids",
        "erase_updates",
    }
    walked = []
    async with database.alone() as connection:
        for table in ["athletes", "workouts", "reminders", "deliveries", "milestones", "moves", "inbox"]:
            for name, sql in queries.read(table).items():
                plan = await connection.rows(f"EXPLAIN QUERY PLAN {sql}", dict.fromkeys(parameters(sql)))
                steps = [row["detail"] for row in plan]
                walked += [f"{table}.{name}: {step}" for step in steps if is_walk(step) and name not in allowed]
    assert walked == []


def is_walk(step: str) -> bool:
    big = ("athletes", "workouts", "entries", "deliveries", "inbox")
    return step.startswith("SCAN") and step.split()[1] in big and "INDEX" not in step


def parameters(sql: str) -> list[str]:
    words = sql.replace("(", " ").replace(")", " ").replace(",", " ").split()
    return [word[1:] for word in words if word.startswith(":")]
