"""An exercise is whole: five rungs, every level, and swaps and limits that exist and are used."""

from collections.abc import Iterator
from typing import Any

from bot.content.document import EACH, Document, Names
from bot.content.faults import Fault, closest
from bot.content.files import PackFiles
from bot.content.rules.limits import known_limits
from bot.domain.exercise import Level, Mode

_RUNGS = (1, 2, 3, 4, 5)


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check every exercise."""
    limits = known_limits(pack)
    for file in pack.exercises.values():
        yield from _ladder(file)
        yield from every_level(file, "the start rung", "start")
        yield from _doses(file)
        yield from _swaps(file)
        for place, limit in file.keys("limits"):
            yield from file.unknown(place, "limit", limit, limits)


def every_level(file: Document[Any], what: str, *pattern: str) -> Iterator[Fault]:
    """Find levels for which a value is missing; a mistyped level is reported as such, not as missing."""
    levels = [level.value for level in Level]
    for place, value in file.values(*pattern):
        given = {closest(key, levels) for key in value} if isinstance(value, dict) else set(levels)
        for level in levels:
            if level not in given:
                yield file.fault(place, f"{what} for {level} is missing")


def _ladder(file: Document[Any]) -> Iterator[Fault]:
    rungs = [rung for _, rung in file.values("ladder", EACH, "rung")]
    places = [place for place, _ in file.values("ladder", EACH, "rung")]
    if not list(file.values("ladder", EACH)) or any(rung not in _RUNGS for rung in rungs):
        return
    for missing in (rung for rung in _RUNGS if rung not in rungs):
        yield file.fault(("ladder",), f"rung {missing} of the ladder is missing")
    double = [number for number, rung in enumerate(rungs) if rung in rungs[:number] and _same_gear(file, rungs, number)]
    yield from (file.fault(places[number], f"rung {rungs[number]} stands here a second time") for number in double)
    if not double and rungs != sorted(map(int, map(str, rungs))):
        yield file.fault(("ladder",), "the rungs of the ladder must stand in the order 1 to 5")


def _same_gear(file: Document[Any], rungs: list[object], number: int) -> bool:
    """Tell whether a rung that stands twice leaves nothing to choose by: each time it must need other equipment."""
    gear = {
        place[1]: frozenset(map(str, needs))
        for place, needs in file.values("ladder", EACH, "equipment")
        if isinstance(needs, list)
    }
    own = gear.get(number, frozenset())
    others = [gear.get(before, frozenset()) for before in range(number) if rungs[before] == rungs[number]]
    return not own or any(not other or other <= own for other in others)


def _doses(file: Document[Any]) -> Iterator[Fault]:
    for part in ("ladder", "swaps"):
        yield from every_level(file, "the dose", part, EACH, "dose")
        for place, mode in file.texts(part, EACH, "mode"):
            unit, other = ("reps", "seconds") if mode == Mode.REPS else ("seconds", "reps")
            for dose, keys in ((at, keys) for at, keys in file.values(part, EACH, "dose", EACH) if at[1] == place[1]):
                if mode in list(Mode) and isinstance(keys, dict) and other in keys and unit not in keys:
                    yield file.fault((*dose, other), f"the mode is {mode}, so this dose needs {unit} and not {other}")


def _swaps(file: Document[Any]) -> Iterator[Fault]:
    rungs = frozenset(id for _, id in file.texts("ladder", EACH, "id"))
    swaps = frozenset(id for _, id in file.texts("swaps", EACH, "id"))
    named = [*file.texts("limits", EACH, "swap"), *file.texts("limits", EACH, "swap", EACH)]
    for place, swap in named:
        yield from file.unknown(place, "swap", swap, Names("this exercise's swaps", rungs | swaps))
    used = {swap for _, swap in named}
    if used <= rungs | swaps:
        for place, id in file.texts("swaps", EACH, "id"):
            if id not in used:
                yield file.fault(place, f"no limit names the swap {id}, so nobody would ever get it")
