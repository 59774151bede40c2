"""The program names every exercise, each in its own phase, and counts those for strength."""

from collections.abc import Iterator

from bot.content.document import EACH, Names
from bot.content.faults import Fault
from bot.content.files import PackFiles
from bot.content.rules.exercises import every_level
from bot.domain.exercise import Phase

_PARTS = (
    (("warm_up", EACH), Phase.WARM_UP),
    (("sessions", EACH, EACH), Phase.STRENGTH),
    (("minimum", EACH), Phase.STRENGTH),
    (("cool_down", EACH), Phase.COOL_DOWN),
)


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check program.yaml."""
    yield from _exercises(pack)
    yield from _left_out(pack)
    yield from _twice(pack)
    yield from every_level(pack.program, "the number of sets", "sets")
    yield from every_level(pack.program, "the number of sets a week", "weekly_sets")


def _exercises(pack: PackFiles) -> Iterator[Fault]:
    exercises = Names("exercises/", frozenset(pack.exercises))
    for pattern, phase in _PARTS:
        for place, id in pack.program.texts(*pattern):
            yield from pack.program.unknown(place, "exercise", id, exercises)
            own = _phase(pack, id)
            if own and own != phase:
                yield pack.program.fault(place, f"the exercise {id} is for the phase {own}, not for {phase}")
    for place, id in pack.program.keys("counts"):
        yield from pack.program.unknown(place, "exercise", id, exercises)


def _left_out(pack: PackFiles) -> Iterator[Fault]:
    """Find exercises that no list asks for: an athlete would never meet them; and sets that would not be counted."""
    program = pack.program
    lists = [{id for _, id in program.texts(*pattern)} for pattern, _ in _PARTS]
    counts = program.names("counts")
    for id, file in pack.exercises.items():
        if all(lists) and id not in set().union(*lists):
            yield file.fault((), f"no list of {program.name} names this exercise, so nobody would meet it")
        elif _phase(pack, id) == Phase.STRENGTH and counts.lack(id):
            yield program.fault(("counts",), f"the strength exercise {id} is not counted here; 0 leaves it out")


def _phase(pack: PackFiles, id: str) -> Phase | None:
    """Give the phase that an exercise says it is for, None where it says nothing that can be read."""
    written = pack.exercises[id].texts("phase") if id in pack.exercises else ()
    return next((Phase(phase) for _, phase in written if phase in list(Phase)), None)


def _twice(pack: PackFiles) -> Iterator[Fault]:
    seen: set[tuple[str | int, ...]] = set()
    for pattern, _ in _PARTS:
        for place, id in pack.program.texts(*pattern):
            if (*place[:-1], id) in seen:
                yield pack.program.fault(place, f"the exercise {id} stands here a second time")
            seen.add((*place[:-1], id))
