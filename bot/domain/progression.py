"""How a target grows and shrinks: double progression per exercise, safety first (evidence 2.3, 5.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.exercise import Mode, Phase, Variation
from bot.domain.ladder import Ladder, room_for_a_set
from bot.domain.morning import Morning
from bot.domain.routine import Growth, Reason, Standing
from bot.domain.sides import Pair

AMBER_FROM = 3
RED_FROM = 6
WORST_PAIN = 10
HITS_FOR_NEXT_RUNG = 2
REPS_ON_OK = 1
REPS_ON_EASY = 2
SECONDS_ON_GO = 5
LONGEST_PAUSE = 3
MORE_AT_THE_TOP = 5
MOST_REPS = 25
MISSES_FOR_A_STEP_BACK = 2
LESS = 0.85
"""A step back is 10 to 20 % less (evidence 2.3, step 4)."""

KEPT_FOR = 3
"""Sessions for which a target stays as it is once somebody wanted that."""


class Effort(StrEnum):
    """The answer after an exercise: five or more good reps left, three to four, one to two, none."""

    EASY = "easy"
    OK = "ok"
    HARD = "hard"
    MAX = "max"


class Light(StrEnum):
    """The pain traffic light: 0-2 go on, 3-5 easier, 6-10 stop that move (evidence 5.2, Silbernagel07)."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def light_of(pain: int) -> Light:
    """Read a pain from 0 to 10; ValueError outside."""
    if not 0 <= pain <= WORST_PAIN:
        raise ValueError(f"pain goes from 0 to 10, not {pain}")
    if pain >= RED_FROM:
        return Light.RED
    return Light.AMBER if pain >= AMBER_FROM else Light.GREEN


@dataclass(frozen=True, slots=True)
class Performance:
    """One workout's doing of one exercise: what was asked, what was done, how it felt.

    `kept` when a change was refused, `light` when less was asked than the target, by the day or by the athlete, `tried`
    when the athlete chose a harder one.
    `apart` is what each side did in the sets that were told side by side, together.
    `area` is where it hurt, `morning` how it was the morning after.
    """

    variation: str
    asked_sets: int
    asked_amount: int
    small_range: bool
    done: tuple[int, ...]
    effort: Effort | None
    pain: int | None
    kept: bool = False
    light: bool = False
    tried: bool = False
    apart: Pair | None = None
    day: date = date.min
    area: str | None = None
    morning: Morning | None = None


def standing(ladder: Ladder, history: Iterable[Performance]) -> Standing | None:
    """Fold an exercise's history, oldest first, into its next target; None when a limit removes the exercise.

    A swap in force has a history of its own; the ladder is left as it was.
    """
    first = ladder.start()
    if first is None:
        return None
    swapped = first.variation.rung is None
    current = _first(first.variation, ladder)
    for performance in history:
        done = ladder.find(performance.variation)
        if done is None or (done.rung is None) != swapped or (swapped and done.id != first.variation.id):
            continue
        current = after(current, performance, ladder)
    return current


def after(before: Standing, performance: Performance, ladder: Ladder) -> Standing:
    """Return the standing after one more performance: pain first, then reps or seconds, then the rung.

    What was light raises nothing and takes nothing back: the target waits. So it does in the session after a pain that
    was no better the next morning (evidence 5.2). Where a limit keeps it steady, nothing grows.
    """
    variation = ladder.exercise.variation(performance.variation)
    light = light_of(performance.pain or 0)
    if light is not Light.GREEN:
        return _easier(variation, performance, light, ladder)
    if before.waits and not performance.light:
        return replace(before, waits=False, reason=Reason("waits", {}))
    strength = ladder.exercise.phase is Phase.STRENGTH
    if performance.light and not performance.kept:
        return replace(before, reason=Reason("waited", {})) if strength else before
    if performance.tried:
        return _tried(before, variation, performance, ladder)
    if not strength:
        hits = before.hits if before.hits_on == variation.id else 0
        return _comfortable(hits, variation, performance, ladder)
    if ladder.is_steady():
        return _steady(variation, performance, ladder)
    kept = KEPT_FOR - 1 if performance.kept else before.kept - 1
    if kept > 0:
        return replace(_same(before, variation, performance), kept=kept, reason=Reason("kept", {"sessions": kept}))
    return _onward(before, variation, performance, ladder)


def went_well(performance: Performance, low: int) -> bool:
    """Tell whether every set was done, with at least the low amount, and felt easy or ok."""
    return _why_it_stays(performance, low) is None


def easier(variation: Variation, ladder: Ladder) -> tuple[Variation, bool]:
    """Return one rung down that the athlete can do, or the same in a smaller range at the lowest."""
    lower = ladder.below(variation)
    return (lower, False) if lower else (variation, True)


def _first(variation: Variation, ladder: Ladder, reason: Reason | None = None) -> Standing:
    amount = ladder.dose(variation).amount
    start = amount.low if ladder.exercise.phase is Phase.STRENGTH else amount.high
    return Standing(variation.id, start, reason=reason or Reason("start", {}))


def _comfortable(hits: int, variation: Variation, done: Performance, ladder: Ladder) -> Standing:
    """Warm-up and stretches do not overload: what was eased for a pain comes back after two sessions without."""
    usual = ladder.start()
    same = _first(variation, ladder, Reason("comfort", {}))
    if usual is None or (variation.rung or 0) >= (usual.variation.rung or 0) or not done.done:
        return same
    upper = ladder.above(variation) if hits + 1 >= HITS_FOR_NEXT_RUNG else None
    if upper:
        return _first(upper, ladder, Reason("comfort_back", {}))
    return replace(same, hits=hits + 1, hits_on=variation.id)


def _tried(before: Standing, variation: Variation, done: Performance, ladder: Ladder) -> Standing:
    """A harder version by choice is the next target where it went well; else the target waits where it was."""
    if went_well(done, ladder.dose(variation).amount.low):
        return _onward(before, variation, done, ladder)
    return replace(before, reason=Reason("tried", {}))


def _easier(variation: Variation, done: Performance, light: Light, ladder: Ladder) -> Standing:
    """Go one step down from what hurt, two where it was worse the morning after; the amount never rises."""
    lower, small = easier(variation, ladder)
    if worse := done.morning is Morning.WORSE:
        lower, small = easier(lower, ladder)
    low = ladder.dose(lower).amount.low
    key = "worse" if worse else f"{light.value}_{'range' if small else 'rung'}"
    return Standing(
        lower.id,
        min(low, done.asked_amount) if lower == variation else low,
        small,
        waits=done.morning in (Morning.SAME, Morning.WORSE),
        reason=Reason(key, {"pain": done.pain or 0}),
    )


def _same(before: Standing, variation: Variation, done: Performance) -> Standing:
    """Return what was asked, with what it has grown by."""
    growth = before.growth if before.variation == variation.id else Growth()
    return Standing(variation.id, done.asked_amount, done.small_range, growth)


def _steady(variation: Variation, done: Performance, ladder: Ladder) -> Standing:
    """Stay where the variation begins; a little below after a set at which nobody could have talked (evidence 5.4)."""
    amount, reason = ladder.dose(variation).amount.low, Reason("steady", {})
    if done.effort in (Effort.HARD, Effort.MAX):
        amount = _less(done.asked_amount)
        reason = Reason("steady_less", {"amount": amount})
    return Standing(variation.id, amount, done.small_range, reason=reason)


def _onward(before: Standing, variation: Variation, done: Performance, ladder: Ladder) -> Standing:
    same = _same(before, variation, done)
    top = ladder.top(variation) + same.growth.top
    same = replace(same, amount=min(same.amount, top))
    if stays := _why_it_stays(done, min(ladder.dose(variation).amount.low, done.asked_amount)):
        return _missed(before, same, stays, done, ladder)
    if before.hits_on == variation.id and before.variation != variation.id:
        return before  # the next rung is theirs already, and today they did this one once more
    effort = str(done.effort)
    if done.small_range and not ladder.is_small():
        return replace(same, small_range=False, reason=Reason("full_range", {"effort": effort}))
    if min(done.done) < top:
        return _more(same, variation, min(done.done), top, effort)
    hits = 1 + (before.hits if before.hits_on == variation.id else 0)
    if hits >= HITS_FOR_NEXT_RUNG:
        return _grown(same, variation, top, effort, ladder)
    reason = Reason("top_once", {"amount": top, "effort": effort})
    return replace(same, amount=top, hits=hits, hits_on=variation.id, reason=reason)


def _grown(same: Standing, variation: Variation, top: int, effort: str, ladder: Ladder) -> Standing:
    """Advance one thing: the rung, else the pause, the sets, the top, or a rung beyond one that is missing."""
    said: dict[str, str | int] = {"amount": top, "effort": effort}
    if upper := ladder.above(variation):
        return _first_of(upper, variation, Reason("rung_up", said), ladder)
    dose, growth = ladder.dose(variation), same.growth
    anew = replace(same, amount=dose.amount.low)
    pause = variation.tempo.pause + growth.pause + 1
    if variation.mode is Mode.REPS and pause <= LONGEST_PAUSE:
        reason = Reason("pause_up", {**said, "pause": pause})
        return replace(anew, growth=replace(growth, pause=growth.pause + 1), reason=reason)
    sets = ladder.sets(variation) + growth.sets + 1
    if sets <= dose.sets.high and room_for_a_set(ladder.profile, ladder.library):
        reason = Reason("set_up", {**said, "sets": sets})
        return replace(anew, growth=replace(growth, sets=growth.sets + 1), reason=reason)
    if variation.mode is Mode.REPS and top < MOST_REPS:
        higher = min(top + MORE_AT_THE_TOP, MOST_REPS)
        grown = replace(growth, top=growth.top + higher - top)
        return replace(same, amount=top + 1, growth=grown, reason=Reason("top_up", {**said, "top": higher}))
    if beyond := ladder.beyond(variation):
        return _first_of(beyond, variation, Reason("rung_beyond", said), ladder)
    return replace(same, amount=top, reason=Reason("top_stays", said))


def _first_of(upper: Variation, below: Variation, reason: Reason, ladder: Ladder) -> Standing:
    amount = ladder.dose(upper).amount.low
    return Standing(upper.id, amount, hits=HITS_FOR_NEXT_RUNG, hits_on=below.id, reason=reason)


def _missed(before: Standing, same: Standing, stays: Reason, done: Performance, ladder: Ladder) -> Standing:
    """Leave it as it is; after two sessions in a row that were too much, go one step back (evidence 2.3, step 4)."""
    earlier = before.misses if before.variation == same.variation else 0
    if stays.key == "stays_sets":
        return replace(same, misses=earlier, reason=stays)
    if stays.key not in TOO_MUCH:
        return replace(same, reason=stays)
    if earlier + 1 < MISSES_FOR_A_STEP_BACK:
        return replace(same, misses=earlier + 1, reason=stays)
    return _back(same, done, ladder)


TOO_MUCH = frozenset({"stays_below", "stays_max"})


def _back(same: Standing, done: Performance, ladder: Ladder) -> Standing:
    """Take back what came last: a set, the pause, else a rung, else some of the amount."""
    growth = same.growth
    if growth.sets:
        return replace(same, growth=replace(growth, sets=growth.sets - 1), reason=Reason("back_set", {}))
    if growth.pause:
        return replace(same, growth=replace(growth, pause=growth.pause - 1), reason=Reason("back_pause", {}))
    if lower := ladder.below(ladder.exercise.variation(same.variation)):
        return Standing(lower.id, _less(ladder.top(lower)), reason=Reason("back_rung", {}))
    amount = _less(done.asked_amount)
    return replace(same, amount=amount, reason=Reason("back_amount", {"amount": amount}))


def _less(amount: int) -> int:
    return max(1, min(round(LESS * amount), amount - 1))


def _why_it_stays(done: Performance, least: int) -> Reason | None:
    """Name what keeps a target where it is; an unknown effort counts as hard."""
    if done.effort is Effort.MAX:
        return Reason("stays_max", {})
    if len(done.done) < done.asked_sets:
        return Reason("stays_sets", {"done": len(done.done), "asked": done.asked_sets})
    if min(done.done) < least:
        return Reason("stays_below", {"done": min(done.done), "low": least})
    if done.effort is None:
        return Reason("stays_unknown", {})
    return None if done.effort in (Effort.EASY, Effort.OK) else Reason("stays_effort", {"effort": str(done.effort)})


def _more(same: Standing, variation: Variation, least: int, top: int, effort: str) -> Standing:
    if variation.mode is Mode.HOLD:
        amount, key = min(least + SECONDS_ON_GO, top), "more_seconds"
    else:
        amount, key = min(least + (REPS_ON_EASY if effort == Effort.EASY else REPS_ON_OK), top), "more_reps"
    return replace(same, amount=amount, reason=Reason(key, {"added": amount - least, "done": least, "effort": effort}))
