"""What an athlete's ended workouts say: performances for the progression, sessions and records for the progress."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete
from bot.domain.day import training_day, week_of
from bot.domain.exercise import Phase
from bot.domain.library import Library
from bot.domain.load import is_light
from bot.domain.progress import Record, Session
from bot.domain.progression import AMBER_FROM, Effort, Performance, went_well
from bot.domain.routine import RoutineKind
from bot.domain.week import DayKind
from bot.domain.workout import Item, Workout


def performances(workouts: Iterable[Workout], athlete: Athlete) -> Mapping[str, Sequence[Performance]]:
    """Return what was done of each exercise since the athlete chose their level, oldest first."""
    return by_exercise(at_level(workouts, athlete))


def by_exercise(workouts: Iterable[Workout]) -> Mapping[str, Sequence[Performance]]:
    """Return what was done of each exercise, oldest first; those passed over without a set or a pain say nothing.

    Light is what a light day asked, the four-minute version, and what was made easier.
    """
    found: dict[str, list[Performance]] = {}
    for workout in workouts:
        routine = workout.routine
        for part in workout.parts:
            if part.own or part.pain is not None:
                light = part.easier_than is not None or routine.is_minimum or is_light(routine.load)
                told = replace(part.performance, light=light, day=workout.day)
                found.setdefault(part.prescription.exercise, []).append(told)
    return found


def at_level(workouts: Iterable[Workout], athlete: Athlete) -> list[Workout]:
    """Return the workouts since the athlete chose their level: what came before says nothing about its rungs."""
    return [w for w in workouts if athlete.level_since is None or w.started_at >= athlete.level_since]


def at_full_length(workouts: Iterable[Workout]) -> list[Workout]:
    """Return all but four-minute versions: what was done in one is no result to compare with."""
    return [workout for workout in workouts if not workout.routine.is_minimum]


def sessions(workouts: Iterable[Workout]) -> list[Session]:
    """Return the workouts that count, oldest first."""
    return [
        Session(w.day, w.planned_in_week, any(map(_listened, w.parts)), strength=w.routine.kind is RoutineKind.STRENGTH)
        for w in workouts
        if w.counts
    ]


def last_session(workouts: Iterable[Workout]) -> date | None:
    """Return the day of the latest workout that counts, None when there is none."""
    return max((workout.day for workout in workouts if workout.counts), default=None)


def _listened(part: Item) -> bool:
    return (part.pain or 0) >= AMBER_FROM or part.easier_than is not None


def records(workouts: Iterable[Workout], library: Library) -> list[Record]:
    """Return the least set of each strength exercise in each workout, oldest first; a choice for the day alone is none."""
    return [
        Record(p.exercise, workout.day, p.variation, rung_of(library, p.exercise, p.variation), p.mode, min(part.own))
        for workout in workouts
        for part in workout.parts
        if (p := part.prescription).phase is Phase.STRENGTH and part.own and not _of_the_day(part)
    ]


def _of_the_day(part: Item) -> bool:
    """Tell whether an easier version was chosen, or a harder one that did not go well: neither compares."""
    tried = part.harder_from is not None
    return part.easier_than is not None or (tried and not went_well(part.performance, part.prescription.low))


def rung_of(library: Library, exercise: str, variation: str) -> int | None:
    """Return the rung of a variation, None for a swap or for something no longer in the pack."""
    known = library.exercises.get(exercise)
    return next((v.rung for v in known.ladder if v.id == variation), None) if known else None


def first_rungs(found: Iterable[Record]) -> dict[str, int]:
    """Return the rung on which each exercise was first done."""
    rungs: dict[str, int] = {}
    for record in found:
        if record.rung is not None:
            rungs.setdefault(record.exercise, record.rung)
    return rungs


def is_trained(workouts: Iterable[Workout], day: date, kind: DayKind) -> bool:
    """Tell whether a day's training is done: strength, or on a day that is not for strength anything that counts."""
    done = {workout.routine.kind for workout in workouts if workout.day == day and workout.counts}
    return RoutineKind.STRENGTH in done or (bool(done) and kind is not DayKind.STRENGTH)


def strength_done(workouts: Iterable[Workout]) -> list[Workout]:
    """Return the strength workouts that count, oldest first."""
    return [w for w in workouts if w.counts and w.routine.kind is RoutineKind.STRENGTH]


def sessions_done(workouts: Iterable[Workout]) -> int:
    """Count the workouts of session A or B that count: they decide which comes next."""
    return sum(1 for w in strength_done(workouts) if w.routine.session)


def hours_since(workouts: Iterable[Workout], zone: ZoneInfo, at: datetime) -> float | None:
    """Return the hours from the end of the last strength workout, None when there was none."""
    done = strength_done(workouts)
    return (at - _trained_at(done[-1], zone)) / timedelta(hours=1) if done else None


def _trained_at(workout: Workout, zone: ZoneInfo) -> datetime:
    """Return when a workout was done: one that was ended on a later day was done when it was begun."""
    ended = workout.ended_at
    if ended is None or workout.is_of_before(training_day(ended, zone), ended):
        return workout.started_at
    return ended


def hard_sets_in_week(workouts: Iterable[Workout], day: date, counts: Mapping[str, float]) -> float:
    """Count the week's outer-hip sets that were not easy (evidence 2.4); unknown effort counts as hard."""
    return sum(
        len(part.own) * counts.get(part.prescription.exercise, 0)
        for workout in workouts
        if week_of(workout.day) == week_of(day)
        for part in workout.parts
        if part.effort is not Effort.EASY
    )
