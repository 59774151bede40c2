"""All checks, one after the other; what one of them finds keeps no other from looking."""

from collections.abc import AsyncIterator
from pathlib import Path

from bot.content.check import check
from bot.doctor import disk, telegram, zones
from bot.doctor.finding import Finding, fault, ok
from bot.settings import Environment
from bot.store.database import path_of
from bot.store.faults import StoreUnavailable
from bot.store.inspection import in_use


async def examine(environment: Environment, unreadable: list[str]) -> AsyncIterator[Finding]:
    """Look at everything; `unreadable` is what the environment holds that cannot be read."""
    yield _settings(environment, unreadable)
    yield _content(environment.content_dir)
    yield zones.zone_data(environment.pythontzpath)
    runs = False
    try:
        path = path_of(environment.database)
        for finding in disk.database(path):
            yield finding
        runs = path.is_file() and in_use(path)
    except StoreUnavailable as error:
        yield fault("database", str(error))
    async for finding in telegram.findings(environment, coach_runs=runs):
        yield finding


def _settings(environment: Environment, unreadable: list[str]) -> Finding:
    together = environment.together_fault()
    faults = [*unreadable, *([together] if together else [])]
    if faults:
        return fault("settings", " ".join(faults))
    if environment.forgets:
        return ok(
            "settings", "DATABASE_URL is set by hand on a host that throws its disk away: see that it is a volume"
        )
    return ok("settings", "can be read")


def _content(folder: Path) -> Finding:
    faults = check(folder)
    if not faults:
        return ok("content", "no faults")
    return fault("content", f"{len(faults)} faults, the first: {faults[0]} (all: hipcoach content check)")
