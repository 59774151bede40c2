"""An exercise is whole: five rungs, every level, and swaps and limits that exist, are used and that everybody can do."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from bot.content.document import EACH, Document, Names
from bot.content.faults import Fault, closest
from bot.content.files import PackFiles
from bot.content.rules.limits import known_limits
from bot.domain.exercise import Level

_RUNGS = (1, 2, 3, 4, 5)


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check every exercise."""
    limits = known_limits(pack)
    for file in pack.exercises.values():
        yield from _ladder(file)
        yield from every_level(file, "the start rung", "start")
        yield from _starts_rise(file)
        yield from _swaps(file)
        yield from _without_equipment(file)
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


def levels_that_fall(numbers: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give each level whose number is lower than that of the level below, and the level below."""
    given = [(level.value, number) for level in Level if isinstance(number := numbers.get(level.value), int)]
    yield from ((higher, lower) for (lower, less), (higher, more) in pairwise(given) if more < less)


def _starts_rise(file: Document[Any]) -> Iterator[Fault]:
    for place, start in file.values("start"):
        for higher, lower in levels_that_fall(start if isinstance(start, dict) else {}):
            yield file.fault((*place, higher), f"{higher} starts on a lower rung than {lower}")


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


def _without_equipment(file: Document[Any]) -> Iterator[Fault]:
    """Find equipment where there is no other way: for whoever owns none the exercise would vanish without a word."""
    for place, rung in file.mappings("ladder", EACH):
        if rung.get("rung") == 1 and rung.get("equipment"):
            yield file.fault((*place, "equipment"), "rung 1 is for everybody, so it needs no equipment")
    needy = {str(swap.get("id")) for _, swap in file.mappings("swaps", EACH) if swap.get("equipment")}
    for place, limit in file.mappings("limits", EACH):
        swap = limit.get("swap")
        if swap and all(id in needy for id in (swap if isinstance(swap, list) else [swap])):
            sentence = "every swap of this limit needs equipment: who owns none would lose the exercise"
            yield file.fault((*place, "swap"), sentence)
