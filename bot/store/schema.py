"""The schema grows by numbered migrations, each applied once and whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from sqlite3 import complete_statement

from bot.store.connection import Connection
from bot.store.faults import StoreUnavailable
from bot.store.queries import read

FOR_MIGRATING = 3600.0
"""Seconds for a statement of a migration: nobody waits yet, and half a migration would have to begin anew."""

_SQL = read("schema")


@dataclass(frozen=True, slots=True, order=True)
class Migration:
    """One file of migrations/: its number, its name and its SQL."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """Read all migrations, in order."""
    found = (file for file in files("bot.store").joinpath("migrations").iterdir() if file.name.endswith(".sql"))
    return tuple(sorted(_migration(file.name, file.read_text(encoding="utf-8")) for file in found))


def _migration(file: str, sql: str) -> Migration:
    number, _, name = file.removesuffix(".sql").partition("_")
    return Migration(int(number), name, sql)


async def migrate(connection: Connection, known: Iterable[Migration]) -> None:
    """Apply what is missing, each migration in a transaction of its own; refuse a database that is not ours."""
    await _refuse_foreign(connection)
    await connection.rows(_SQL["create"])
    known = tuple(known)
    applied = {row["number"] for row in await connection.rows(_SQL["applied"])}
    newest = max((migration.number for migration in known), default=0)
    if max(applied, default=0) > newest:
        raise StoreUnavailable(
            f"The database {connection.path} was written by a newer version of this program "
            f"(schema {max(applied)}, this program knows {newest}). Install that version, or restore a backup."
        )
    for migration in known:
        if migration.number not in applied:
            await _apply(connection, migration)


async def _refuse_foreign(connection: Connection) -> None:
    tables = {row["name"] for row in await connection.rows(_SQL["tables"])}
    if tables and "migrations" not in tables:
        raise StoreUnavailable(f"The database {connection.path} belongs to another program.")


async def _apply(connection: Connection, migration: Migration) -> None:
    async with connection.transaction():
        for statement in statements(migration.sql):
            await connection.rows(statement, patience=FOR_MIGRATING)
        await connection.rows(_SQL["record"], {"number": migration.number, "name": migration.name})


def statements(script: str) -> Iterator[str]:
    """Split a script into its statements; refuse one that does not end."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        raise ValueError(f"a statement does not end: {pending.strip()}")
