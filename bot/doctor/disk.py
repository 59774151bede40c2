"""The database, its folder and its disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from bot.doctor.finding import Finding, fault, ok
from bot.store.faults import StoreUnavailable
from bot.store.inspection import Inspected, inspect

MB = 1_000_000
LEAST_FREE = 200 * MB
LONGEST_LOG = 64 * MB
RESTORE = "Stop the coach, keep a copy of the file, and restore a backup (docs/self-hosting.md)."


def database(path: Path) -> Iterator[Finding]:
    """Look at the file, if there is one yet, and at where it lies."""
    try:
        if path.exists():
            inspected = inspect(path)
            yield _schema(path, inspected)
            yield _integrity(inspected)
            yield write_ahead_log(inspected.log_bytes)
        else:
            yield ok("database", f"{path} is not there yet, the first start makes it")
    except StoreUnavailable as error:
        yield fault("database", f"{error} {RESTORE}")
    folder = _nearest(path.parent)
    yield _folder(folder)
    yield room(shutil.disk_usage(folder).free, path.stat().st_size if path.is_file() else 0)


def _schema(path: Path, inspected: Inspected) -> Finding:
    if inspected.schema > inspected.known:
        return fault(
            "database",
            f"{path} was written by a newer version (schema {inspected.schema}, this program knows {inspected.known}). "
            "Install that version, or restore a backup.",
        )
    grows = "" if inspected.schema == inspected.known else f", the next start brings it to {inspected.known}"
    return ok("database", f"{path} opens, schema {inspected.schema}{grows}")


def _integrity(inspected: Inspected) -> Finding:
    if inspected.fault:
        return fault("integrity", f"The file is damaged: {inspected.fault}. {RESTORE}")
    last = f"{inspected.last_upkeep:%Y-%m-%d %H:%M} UTC" if inspected.last_upkeep else "never yet"
    return ok("integrity", f"the file is whole; last upkeep: {last}")


def write_ahead_log(size: int) -> Finding:
    """Tell whether the log is emptied now and then."""
    if size > LONGEST_LOG:
        return fault(
            "log",
            f"The write-ahead log has {size // MB} MB: something reads the database and does not end. "
            "End old backups and open sqlite3 shells, then start the coach again.",
        )
    return ok("log", f"the write-ahead log has {size / MB:.1f} MB")


def room(free: int, size: int) -> Finding:
    """Tell whether the disk has room: rewriting the file takes twice its size for a moment."""
    wanted = max(LEAST_FREE, 3 * size)
    if free < wanted:
        return fault("room", f"The disk has {free // MB} MB left, {wanted // MB} MB are wanted. Make room on it.")
    return ok("room", f"the disk has {free // MB} MB left")


def _folder(folder: Path) -> Finding:
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(b"0")
    except OSError as error:
        return fault("folder", f"Nothing can be written in {folder}: {error.strerror}. Give it to the coach's user.")
    return ok("folder", f"{folder.resolve()} can be written")


def _nearest(folder: Path) -> Path:
    """Return the folder, or the first above it that is there."""
    return next(each for each in (folder, *folder.absolute().parents) if each.is_dir())
