"""Limits and readiness topics name only what limits.yaml knows, and every limit does something somewhere."""

from collections.abc import Iterator

from bot.content.document import EACH, Names
from bot.content.faults import Fault
from bot.content.files import PackFiles

_KINDS = ("areas", "general", "exercise")


def known_limits(pack: PackFiles) -> Names:
    """Collect every limit: areas to spare, general ones, and those that only exercises answer to."""
    kinds = [pack.limits.names(kind) for kind in _KINDS]
    known = frozenset(limit for names in kinds for limit in names.known)
    return Names(pack.limits.name, known, complete=all(names.complete for names in kinds))


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check limits.yaml and readiness.yaml."""
    limits = known_limits(pack)
    for place, limit in pack.readiness.texts("topics", EACH, "limits", EACH):
        yield from pack.readiness.unknown(place, "limit", limit, limits)
    yield from _in_two_kinds(pack)
    yield from _unused(pack)


def _in_two_kinds(pack: PackFiles) -> Iterator[Fault]:
    seen: set[str] = set()
    file = pack.limits
    for place, limit in (*file.texts("areas", EACH), *file.keys("general"), *file.texts("exercise", EACH)):
        if limit in seen:
            yield file.fault(place, f"the limit {limit} stands here a second time")
        seen.add(limit)


def _unused(pack: PackFiles) -> Iterator[Fault]:
    """Find limits that an athlete could have without any exercise changing."""
    used = {limit for file in pack.exercises.values() for limit in file.names("limits").known}
    for place, limit in (*pack.limits.texts("areas", EACH), *pack.limits.texts("exercise", EACH)):
        if limit not in used:
            yield pack.limits.fault(place, f"no exercise answers to the limit {limit}")
