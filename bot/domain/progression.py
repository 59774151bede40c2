"""How a target grows and shrinks: double progression per exercise, safety first (evidence 2.3, 5.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.exercise import Dose, Exercise, Level, Mode, Phase, Span, Variation
from bot.domain.library import Library
from bot.domain.routine import Profile, Reason, Standing
from bot.domain.variations import adaptations, choose

AMBER_FROM = 3
RED_FROM = 6
WORST_PAIN = 10
HITS_FOR_NEXT_RUNG = 2
REPS_ON_OK = 1
REPS_ON_EASY = 2
SECONDS_ON_GO = 5
HOLD_GOAL = 30
HOLD_GOAL_ADVANCED = 40


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
    """One workout's doing of one exercise: what was asked, what was done, how it felt."""

    variation: str
    asked_sets: int
    asked_amount: int
    small_range: bool
    done: tuple[int, ...]
    effort: Effort | None
    pain: int | None


def standing(exercise: Exercise, history: Iterable[Performance], profile: Profile, library: Library) -> Standing | None:
    """Fold an exercise's history, oldest first, into its next target; None when a limit removes the exercise.

    A swap in force has a history of its own; the ladder is left as it was.
    """
    first = choose(exercise, exercise.start[profile.level], profile, library)
    if first is None:
        return None
    swapped = first.variation.rung is None
    current = _first(first.variation, exercise, profile, library)
    for performance in history:
        done = _variation(exercise, performance.variation)
        if done is None or (done.rung is None) != swapped or (swapped and done.id != first.variation.id):
            continue
        current = after(current, performance, exercise, profile, library)
    return current


def after(
    before: Standing, performance: Performance, exercise: Exercise, profile: Profile, library: Library
) -> Standing:
    """Return the standing after one more performance: pain first, then reps or seconds, then the rung."""
    variation = exercise.variation(performance.variation)
    light = light_of(performance.pain or 0)
    if light is not Light.GREEN:
        return _easier(variation, performance, light, exercise, profile, library)
    hits = before.hits if before.hits_on == variation.id else 0
    if exercise.phase is not Phase.STRENGTH:
        return _comfortable(hits, variation, performance, exercise, profile, library)
    return _onward(hits, variation, performance, exercise, profile, library)


def easier(variation: Variation, exercise: Exercise, profile: Profile, library: Library) -> tuple[Variation, bool]:
    """Return one rung down that the athlete can do, or a smaller range at the lowest."""
    if variation.rung and variation.rung > 1:
        lower = choose(exercise, variation.rung - 1, profile, library)
        if lower and lower.variation.rung and lower.variation.rung < variation.rung:
            return lower.variation, False
    return variation, True


def dose_of(variation: Variation, exercise: Exercise, profile: Profile, library: Library) -> Dose:
    """Return what a level does of a variation; a hold lasts no longer than the athlete's limits allow."""
    dose, longest = variation.doses[profile.level], _longest_hold(exercise, profile, library)
    if variation.mode is Mode.REPS or longest is None:
        return dose
    return replace(dose, amount=Span(min(dose.amount.low, longest), min(dose.amount.high, longest)))


def top_of(variation: Variation, exercise: Exercise, profile: Profile, library: Library) -> int:
    """Return the amount from which the next rung comes: the dose's end, or 30 s of a hold (40 s when advanced).

    Where a limit allows less, that is the top.
    """
    high = dose_of(variation, exercise, profile, library).amount.high
    if variation.mode is Mode.REPS:
        return high
    top = max(high, HOLD_GOAL_ADVANCED if profile.level is Level.ADVANCED else HOLD_GOAL)
    longest = _longest_hold(exercise, profile, library)
    return top if longest is None else min(top, longest)


def _longest_hold(exercise: Exercise, profile: Profile, library: Library) -> int | None:
    limits = adaptations(exercise, profile, library)
    return min((limit.hold_at_most for limit in limits if limit.hold_at_most), default=None)


def _first(
    variation: Variation, exercise: Exercise, profile: Profile, library: Library, reason: Reason | None = None
) -> Standing:
    amount = dose_of(variation, exercise, profile, library).amount
    start = amount.low if exercise.phase is Phase.STRENGTH else amount.high
    return Standing(variation.id, start, reason=reason or Reason("start", {}))


def _comfortable(
    hits: int, variation: Variation, done: Performance, exercise: Exercise, profile: Profile, library: Library
) -> Standing:
    """Warm-up and stretches do not overload: what was eased for a pain comes back after two sessions without."""
    usual = choose(exercise, exercise.start[profile.level], profile, library)
    same = _first(variation, exercise, profile, library, Reason("comfort", {}))
    if usual is None or (variation.rung or 0) >= (usual.variation.rung or 0) or not done.done:
        return same
    upper = _next_rung(variation, exercise, profile, library) if hits + 1 >= HITS_FOR_NEXT_RUNG else None
    if upper:
        return _first(upper, exercise, profile, library, Reason("comfort_back", {}))
    return replace(same, hits=hits + 1, hits_on=variation.id)


def _easier(
    variation: Variation, done: Performance, light: Light, exercise: Exercise, profile: Profile, library: Library
) -> Standing:
    lower, small = easier(variation, exercise, profile, library)
    step = "range" if small else "rung"
    amount = dose_of(lower, exercise, profile, library).amount.low
    return Standing(lower.id, amount, small, reason=Reason(f"{light.value}_{step}", {"pain": done.pain or 0}))


def _onward(
    hits: int, variation: Variation, done: Performance, exercise: Exercise, profile: Profile, library: Library
) -> Standing:
    dose, top = dose_of(variation, exercise, profile, library), top_of(variation, exercise, profile, library)
    if stays := _why_it_stays(done, dose):
        return Standing(variation.id, min(done.asked_amount, top), done.small_range, reason=stays)
    effort = str(done.effort)
    if done.small_range and not any(limit.small_range for limit in adaptations(exercise, profile, library)):
        return Standing(variation.id, min(done.asked_amount, top), reason=Reason("full_range", {"effort": effort}))
    if min(done.done) < top:
        return _more(variation, min(done.done), top, effort)
    hits += 1
    upper = _next_rung(variation, exercise, profile, library) if hits >= HITS_FOR_NEXT_RUNG else None
    if upper:
        amount = dose_of(upper, exercise, profile, library).amount.low
        up = Reason("rung_up", {"amount": top, "effort": effort})
        return Standing(upper.id, amount, hits=hits, hits_on=variation.id, reason=up)
    key = "top_once" if hits < HITS_FOR_NEXT_RUNG else "top_stays"
    reason = Reason(key, {"amount": top, "effort": effort})
    return Standing(variation.id, top, hits=hits, hits_on=variation.id, reason=reason)


def _why_it_stays(done: Performance, dose: Dose) -> Reason | None:
    """Name what keeps a target where it is; an unknown effort counts as hard."""
    if len(done.done) < done.asked_sets:
        return Reason("stays_sets", {"done": len(done.done), "asked": done.asked_sets})
    if min(done.done) < dose.amount.low:
        return Reason("stays_below", {"done": min(done.done), "low": dose.amount.low})
    if done.effort is None:
        return Reason("stays_unknown", {})
    return None if done.effort in (Effort.EASY, Effort.OK) else Reason("stays_effort", {"effort": str(done.effort)})


def _more(variation: Variation, least: int, top: int, effort: str) -> Standing:
    if variation.mode is Mode.HOLD:
        amount, key = min(least + SECONDS_ON_GO, top), "more_seconds"
    else:
        amount, key = min(least + (REPS_ON_EASY if effort == Effort.EASY else REPS_ON_OK), top), "more_reps"
    return Standing(
        variation.id, amount, reason=Reason(key, {"added": amount - least, "done": least, "effort": effort})
    )


def _next_rung(variation: Variation, exercise: Exercise, profile: Profile, library: Library) -> Variation | None:
    if variation.rung is None:
        return None
    upper = choose(exercise, variation.rung + 1, profile, library)
    return upper.variation if upper and upper.variation.rung == variation.rung + 1 else None


def _variation(exercise: Exercise, id: str) -> Variation | None:
    """Find a variation by name; a pack may have dropped one that an old log still names."""
    return next((v for v in (*exercise.ladder, *exercise.swaps) if v.id == id), None)
