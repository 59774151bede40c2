"""What can be told of a database file from outside, without changing a row."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.store.columns import instant_of
from bot.store.faults import StoreUnavailable
from bot.store.integrity import address, fault_in
from bot.store.queries import read
from bot.store.schema import migrations

_SCHEMA, _UPKEEP, _ATHLETES = read("schema"), read("upkeep"), read("athletes")


@dataclass(frozen=True, slots=True)
class Inspected:
    """A database that opens: its schema, what this program knows, and how whole it is."""

    schema: int
    known: int
    fault: str | None
    log_bytes: int
    last_upkeep: datetime | None


def inspect(path: Path) -> Inspected:
    """Look at a database; StoreUnavailable says why it cannot be used."""
    try:
        with closing(sqlite3.connect(address(path), uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return _inspected(path, connection)
    except sqlite3.Error as error:
        raise StoreUnavailable(f"The database {path} cannot be used: {error}.") from error


def zone_of(path: Path, athlete: int) -> str | None:
    """Return the zone that an athlete's days follow; None for a stranger, or where there is no database yet."""
    try:
        with closing(sqlite3.connect(address(path), uri=True)) as connection:
            row = connection.execute(_ATHLETES["zone"], {"id": athlete}).fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def in_use(path: Path) -> bool:
    """Tell whether another process has the database open: then it cannot be had alone."""
    with closing(sqlite3.connect(address(path), uri=True, timeout=0, isolation_level=None)) as connection:
        try:
            for statement in ("have_alone", "try"):
                connection.execute(_SCHEMA[statement])
        except sqlite3.DatabaseError as error:
            return error.sqlite_errorcode == sqlite3.SQLITE_BUSY
        connection.rollback()
    return False


def _inspected(path: Path, connection: sqlite3.Connection) -> Inspected:
    tables = {row["name"] for row in connection.execute(_SCHEMA["tables"])}
    if tables and "migrations" not in tables:
        raise StoreUnavailable(f"The database {path} belongs to another program.")
    schema = max((row["number"] for row in connection.execute(_SCHEMA["applied"])), default=0) if tables else 0
    last = connection.execute(_UPKEEP["last"]).fetchone() if "upkeep" in tables else None
    log = path.with_name(path.name + "-wal")
    return Inspected(
        schema=schema,
        known=max(migration.number for migration in migrations()),
        fault=fault_in(connection),
        log_bytes=log.stat().st_size if log.exists() else 0,
        last_upkeep=instant_of(last["ran_at"]) if last else None,
    )
