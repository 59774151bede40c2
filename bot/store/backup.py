"""A copy of the database while the bot runs: one moment of it, whole, checked, and without what was deleted."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.store.faults import StoreUnavailable
from bot.store.integrity import address, fault_in
from bot.store.queries import read

PAGES = 1000
"""Pages per step."""

Progress = Callable[[int, int], None]
"""Told, after each step, how many pages are copied, and of how many."""

_SQL = read("backup")


class CopyDamaged(Exception):
    """The copy is not whole, and was not kept; the message is a sentence for the host."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was written."""

    path: Path
    bytes: int
    athletes: int
    entries: int


def back_up(source: Path, target: Path | None, progress: Progress, *, force: bool = False) -> Copied:
    """Copy the database to the target; StoreUnavailable says what is wrong with either path.

    The copy gets its name when it is whole: whatever ends this early leaves no half of one under it.
    """
    target = _target(source, target)
    _refuse(source, target, force=force)
    try:
        with TemporaryDirectory(prefix=".backup-", dir=target.parent) as folder:
            half = Path(folder) / target.name
            half.touch(mode=0o600)
            athletes, entries = _copied(source, half, progress)
            _to_disk(half)
            _refuse(source, target, force=force)
            half.replace(target)
            _to_disk(target.parent)
    except sqlite3.Error as error:
        raise StoreUnavailable(f"The database {source} cannot be copied: {error}.") from error
    except OSError as error:
        raise StoreUnavailable(f"The backup {target} cannot be written: {error.strerror}.") from error
    return Copied(target, target.stat().st_size, athletes, entries)


def _target(source: Path, wanted: Path | None) -> Path:
    """Name the copy by its moment where only a folder, or nothing, was named: `backups`, beside the database."""
    name = f"{source.stem}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db"
    if wanted is None:
        return source.parent / "backups" / name
    return wanted / name if wanted.is_dir() else wanted


def _refuse(source: Path, target: Path, *, force: bool) -> None:
    if not source.is_file():
        raise StoreUnavailable(f"There is no database {source}: nothing to back up.")
    own = {source.resolve().with_name(source.name + ending) for ending in ("", "-wal", "-shm")}
    if target.resolve() in own:
        raise StoreUnavailable(f"The backup {target} would overwrite the database itself; name another file.")
    if target.parent.name == "backups" and target.parent.parent == source.parent:
        _made(target.parent)
    if not target.parent.is_dir():
        raise StoreUnavailable(f"The backup {target} cannot be written: there is no folder {target.parent}.")
    if target.is_dir():
        raise StoreUnavailable(f"The backup {target} would overwrite a folder; name a file in it.")
    if target.exists() and not force:
        raise StoreUnavailable(f"The backup {target} exists already; name another file, or add --force.")
    if shutil.disk_usage(target.parent).free < 2 * source.stat().st_size:
        raise StoreUnavailable(f"The disk of {target.parent} is too full for a backup; make room, or name another.")


def _made(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"The folder {folder} cannot be made: {error.strerror}.") from error


def _copied(source: Path, target: Path, progress: Progress) -> tuple[int, int]:
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        with _moment(source) as original:
            original.backup(copy, pages=PAGES, progress=lambda _, left, of: progress(of - left, of))
        for tidy in ("alone", "sweep", "swept"):
            copy.execute(_SQL[tidy])
        if fault := fault_in(copy):
            raise CopyDamaged(
                f"The copy is damaged ({fault}) and was not kept: the database itself may be. Run `hipcoach doctor`."
            )
        [(athletes, entries)] = copy.execute(_SQL["count"]).fetchall()
    return athletes, entries


@contextmanager
def _moment(source: Path) -> Iterator[sqlite3.Connection]:
    """Hold on to the database as it is now; without, each set that arrives would start the copy all over again."""
    with closing(sqlite3.connect(address(source), uri=True, isolation_level=None)) as original:
        original.execute(_SQL["hold"])
        if not original.execute(_SQL["ours"]).fetchall():
            raise StoreUnavailable(f"The database {source} belongs to another program.")
        yield original


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
