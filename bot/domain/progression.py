"""How a target grows and shrinks: double progression per exercise, safety first (evidence 2.3, 5.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.exercise import Dose, Exercise, Level, Mode, Phase, Span, Variation
from bot.domain.library import Library
from bot.domain.routine import Growth, Profile, Reason, Standing
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
    """One workout's doing of one exercise: what was asked, what was done, how it felt."""

    variation: str
    asked_sets: int
    asked_amount: int
    small_range: bool
    done: tuple[int, ...]
    effort: Effort | None
    pain: int | None
    kept: bool = False


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
    if exercise.phase is not Phase.STRENGTH:
        hits = before.hits if before.hits_on == variation.id else 0
        return _comfortable(hits, variation, performance, exercise, profile, library)
    kept = KEPT_FOR - 1 if performance.kept else before.kept - 1
    if kept > 0:
        return replace(_same(before, variation, performance), kept=kept, reason=Reason("kept", {"sessions": kept}))
    return _onward(before, variation, performance, exercise, profile, library)


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


def _same(before: Standing, variation: Variation, done: Performance) -> Standing:
    """Return what was asked, with what it has grown by."""
    growth = before.growth if before.variation == variation.id else Growth()
    return Standing(variation.id, done.asked_amount, done.small_range, growth)


def _onward(
    before: Standing, variation: Variation, done: Performance, exercise: Exercise, profile: Profile, library: Library
) -> Standing:
    dose, same = dose_of(variation, exercise, profile, library), _same(before, variation, done)
    top = top_of(variation, exercise, profile, library) + same.growth.top
    same = replace(same, amount=min(same.amount, top))
    if stays := _why_it_stays(done, min(dose.amount.low, done.asked_amount)):
        return _missed(before, same, stays, done, exercise, profile, library)
    if before.hits_on == variation.id and before.variation != variation.id:
        return before  # the next rung is theirs already, and today they did this one once more
    effort = str(done.effort)
    if done.small_range and not any(limit.small_range for limit in adaptations(exercise, profile, library)):
        return replace(same, small_range=False, reason=Reason("full_range", {"effort": effort}))
    if min(done.done) < top:
        return _more(same, variation, min(done.done), top, effort)
    hits = 1 + (before.hits if before.hits_on == variation.id else 0)
    reason = Reason("top_once", {"amount": top, "effort": effort})
    if hits >= HITS_FOR_NEXT_RUNG:
        return _grown(same, variation, top, effort, exercise, profile, library)
    return replace(same, amount=top, hits=hits, hits_on=variation.id, reason=reason)


def _grown(
    same: Standing, variation: Variation, top: int, effort: str, exercise: Exercise, profile: Profile, library: Library
) -> Standing:
    """Advance one thing: the rung, else the pause, else the sets, else the top, else a rung beyond one that is missing."""
    said: dict[str, str | int] = {"amount": top, "effort": effort}
    if upper := _next_rung(variation, exercise, profile, library):
        return _first_of(upper, variation, Reason("rung_up", said), exercise, profile, library)
    dose, growth = dose_of(variation, exercise, profile, library), same.growth
    anew = replace(same, amount=dose.amount.low)
    if variation.mode is Mode.REPS and variation.tempo.pause + growth.pause < LONGEST_PAUSE:
        longer = variation.tempo.pause + growth.pause + 1
        reason = Reason("pause_up", {**said, "pause": longer})
        return replace(anew, growth=replace(growth, pause=growth.pause + 1), reason=reason)
    sets = sets_of(variation, exercise, profile, library) + growth.sets
    if sets < dose.sets.high and room_for_a_set(profile, library):
        reason = Reason("set_up", {**said, "sets": sets + 1})
        return replace(anew, growth=replace(growth, sets=growth.sets + 1), reason=reason)
    if variation.mode is Mode.REPS and top < MOST_REPS:
        higher = min(top + MORE_AT_THE_TOP, MOST_REPS)
        grown = replace(growth, top=growth.top + higher - top)
        return replace(same, amount=top + 1, growth=grown, reason=Reason("top_up", {**said, "top": higher}))
    if beyond := _rung_beyond(variation, exercise, profile, library):
        return _first_of(beyond, variation, Reason("rung_beyond", said), exercise, profile, library)
    return replace(same, amount=top, reason=Reason("top_stays", said))


def _first_of(
    upper: Variation, below: Variation, reason: Reason, exercise: Exercise, profile: Profile, library: Library
) -> Standing:
    amount = dose_of(upper, exercise, profile, library).amount.low
    return Standing(upper.id, amount, hits=HITS_FOR_NEXT_RUNG, hits_on=below.id, reason=reason)


def sets_of(variation: Variation, exercise: Exercise, profile: Profile, library: Library) -> int:
    """Return how many sets a level does of a variation, before it has grown by any."""
    dose = dose_of(variation, exercise, profile, library)
    most = library.program.sets[profile.level] if exercise.phase is Phase.STRENGTH else dose.sets.high
    return min(max(most, dose.sets.low), dose.sets.high)


def room_for_a_set(profile: Profile, library: Library) -> bool:
    """Tell whether one set more of every strength move, each session, stays within the level's week (evidence 2.4)."""
    program = library.program
    counted = [sum(program.counts.get(move, 0) for move in session) for session in program.sessions.values()]
    a_session = sum(counted) / len(counted)
    return profile.days * a_session * (program.sets[profile.level] + 1) <= program.weekly_sets[profile.level].high


def _missed(
    before: Standing,
    same: Standing,
    stays: Reason,
    done: Performance,
    exercise: Exercise,
    profile: Profile,
    library: Library,
) -> Standing:
    """Leave it as it is; after two sessions in a row that were too much, go one step back (evidence 2.3, step 4)."""
    earlier = before.misses if before.variation == same.variation else 0
    if stays.key == "stays_sets":
        return replace(same, misses=earlier, reason=stays)
    if stays.key not in TOO_MUCH:
        return replace(same, reason=stays)
    if earlier + 1 < MISSES_FOR_A_STEP_BACK:
        return replace(same, misses=earlier + 1, reason=stays)
    return _back(same, done, exercise, profile, library)


TOO_MUCH = frozenset({"stays_below", "stays_max"})


def _back(same: Standing, done: Performance, exercise: Exercise, profile: Profile, library: Library) -> Standing:
    """Take back what came last: a set, the pause, else a rung, else some of the amount."""
    growth, variation = same.growth, exercise.variation(same.variation)
    if growth.sets:
        return replace(same, growth=replace(growth, sets=growth.sets - 1), reason=Reason("back_set", {}))
    if growth.pause:
        return replace(same, growth=replace(growth, pause=growth.pause - 1), reason=Reason("back_pause", {}))
    lower, small = easier(variation, exercise, profile, library)
    if not small:
        return Standing(lower.id, _less(top_of(lower, exercise, profile, library)), reason=Reason("back_rung", {}))
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


def _next_rung(variation: Variation, exercise: Exercise, profile: Profile, library: Library) -> Variation | None:
    if variation.rung is None:
        return None
    upper = choose(exercise, variation.rung + 1, profile, library)
    return upper.variation if upper and upper.variation.rung == variation.rung + 1 else None


def _rung_beyond(variation: Variation, exercise: Exercise, profile: Profile, library: Library) -> Variation | None:
    """Return a harder rung that can be done where the one between cannot, for want of its equipment."""
    if variation.rung is None:
        return None
    highest = choose(exercise, max(rung.rung or 0 for rung in exercise.ladder), profile, library)
    return highest.variation if highest and (highest.variation.rung or 0) > variation.rung else None


def _variation(exercise: Exercise, id: str) -> Variation | None:
    """Find a variation by name; a pack may have dropped one that an old log still names."""
    return next((v for v in (*exercise.ladder, *exercise.swaps) if v.id == id), None)
