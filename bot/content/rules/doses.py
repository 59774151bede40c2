"""A dose fits its variation and its level: counted as the mode says, never less for a higher level, with time to rest."""

import re
from collections.abc import Iterator
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault
from bot.content.files import PackFiles
from bot.content.lines import Place
from bot.content.rules.exercises import every_level, levels_that_fall
from bot.domain.exercise import Mode, Phase

_UNITS: dict[str, str] = {Mode.REPS: "reps", Mode.HOLD: "seconds"}
_OTHER = {"reps": "seconds", "seconds": "reps"}


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the doses of every rung and every swap."""
    for file in pack.exercises.values():
        strength = any(phase == Phase.STRENGTH for _, phase in file.texts("phase"))
        for part in ("ladder", "swaps"):
            yield from every_level(file, "the dose", part, EACH, "dose")
            for place, variation in file.mappings(part, EACH):
                doses = variation.get("dose")
                yield from _variation(file, place, variation, doses if isinstance(doses, dict) else {})
            for place, rest in file.values(part, EACH, "dose", EACH, "rest"):
                if strength and rest == 0:
                    yield file.fault(place, "a strength exercise needs a rest after each set")


def _variation(
    file: Document[Any], place: Place, variation: dict[str, Any], doses: dict[str, object]
) -> Iterator[Fault]:
    mode = variation.get("mode")
    if mode == Mode.REPS and variation.get("tempo") == "0-0-0":
        yield file.fault((*place, "tempo"), "repetitions take time; only a hold has the tempo 0-0-0")
    for key in ("sets", *_OTHER):
        lows = {level: low for level, dose in doses.items() if (low := _low(dose, key)) is not None}
        for higher, lower in levels_that_fall(lows):
            sentence = f"{higher} begins at {lows[higher]} {key}, which is less than {lower} at {lows[lower]}"
            yield file.fault((*place, "dose", higher, key), sentence)
    unit = _UNITS.get(str(mode), "")
    for level, dose in doses.items() if unit else ():
        if isinstance(dose, dict) and unit not in dose and _OTHER[unit] in dose:
            sentence = f"the mode is {mode}, so this dose needs {unit} and not {_OTHER[unit]}"
            yield file.fault((*place, "dose", level, _OTHER[unit]), sentence)


def _low(dose: object, key: str) -> int | None:
    """Read the low end of a range that may be wrong in itself."""
    found = re.match(r"\s*(\d+)", str(dose.get(key, ""))) if isinstance(dose, dict) else None
    return int(found[1]) if found else None
