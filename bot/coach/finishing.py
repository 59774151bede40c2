"""The end of a workout: what was better than last time, milestones, the next day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.coach.history import (
    at_full_length,
    at_level,
    first_rungs,
    is_trained,
    performances,
    records as records_of,
    sessions,
)
from bot.coach.onboarding_results import held
from bot.coach.records import Records
from bot.coach.turn import Turn, known
from bot.coach.workout_results import Better, Event, Finished
from bot.domain.athlete import Athlete, Step
from bot.domain.exercise import Phase
from bot.domain.library import Library
from bot.domain.progress import Milestone, Record, earned
from bot.domain.progression import AMBER_FROM
from bot.domain.respite import respite_on
from bot.domain.week import kind_with_moves, next_strength_day
from bot.domain.workout import Workout, WorkoutState


async def finish(
    records: Records, turn: Turn, workout: Workout, state: WorkoutState, event: Event | None, library: Library
) -> Finished:
    """End a workout as finished or stopped, record new milestones, and say what comes next."""
    athlete = known(turn)
    today = athlete.day_at(turn.happened_at)
    after = _after(athlete, today)
    await records.workouts.end(workout.id, state, turn.happened_at)
    await records.workouts.set_pending(workout.id, None)
    await records.athletes.save(after)
    ended = await records.workouts.ended(athlete.id)
    milestones = await _new_milestones(records, turn, ended, library)
    moves = await records.moves.of(athlete.id, today)
    over, kind = replace(workout, state=state, ended_at=turn.happened_at), kind_with_moves(today, athlete.plan, moves)
    return Finished(
        workout=over,
        event=event,
        held=held(after) if after.hold else None,
        better=better_than_before(workout, [w for w in at_level(ended, athlete) if w.id != workout.id], library),
        milestones=milestones,
        today=today,
        next_day=next_strength_day(today - timedelta(days=not is_trained([over], today, kind)), athlete.plan, moves),
        sore=sore_from_now_on(over, ended, athlete),
    )


def sore_from_now_on(workout: Workout, ended: Sequence[Workout], athlete: Athlete) -> tuple[str, ...]:
    """Return the exercises for which a respite began with a workout (evidence 5.2)."""
    histories = performances(ended, athlete)
    hurt = [item.prescription.exercise for item in workout.parts if item.is_sore]
    found = {exercise: respite_on(workout.day, histories[exercise]) for exercise in hurt if exercise in histories}
    return tuple(exercise for exercise, respite in found.items() if respite and respite.since == workout.day)


def _after(athlete: Athlete, today: date) -> Athlete:
    """Leave the workout; one that a red flag had paused leaves training waiting."""
    after = replace(athlete, step=Step.READY, latest_day=today)
    return after.alarmed() if athlete.step is Step.PAUSED else after


def better_than_before(workout: Workout, before: Sequence[Workout], library: Library) -> tuple[Better, ...]:
    """Compare each strength exercise's least set with the last time on the same variation; a higher rung counts."""
    earlier = records_of(at_full_length(before), library)
    hurt = {part.prescription.exercise for part in workout.parts if (part.pain or 0) >= AMBER_FROM}
    found = [_compared(record, earlier) for record in records_of([workout], library) if record.exercise not in hurt]
    return tuple(better for better in found if better)


def _compared(record: Record, earlier: Sequence[Record]) -> Better | None:
    same = [old for old in earlier if old.exercise == record.exercise]
    if not same:
        return None
    on_variation = [old.best for old in same if old.variation == record.variation]
    if on_variation:
        grown = record.best > on_variation[-1]
        return Better(record.exercise, record.variation, record.mode, on_variation[-1], record.best) if grown else None
    climbed = (record.rung or 0) > max(old.rung or 0 for old in same)
    return Better(record.exercise, record.variation, record.mode, None, record.best) if climbed else None


async def _new_milestones(
    records: Records, turn: Turn, ended: Sequence[Workout], library: Library
) -> tuple[Milestone, ...]:
    athlete = known(turn)
    found = records_of(at_level(ended, athlete), library)
    strength = {id: e for id, e in library.exercises.items() if e.phase is Phase.STRENGTH}
    now = earned(sessions(ended), found, strength, first_rungs(found))
    new = now - await records.milestones.earned(athlete.id)
    ordered = tuple(milestone for milestone in Milestone if milestone in new)
    for milestone in ordered:
        await records.milestones.add(athlete.id, milestone, athlete.day_at(turn.happened_at))
    return ordered
