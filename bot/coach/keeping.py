"""Keep it as it was: a target that changed is refused, today and in the two sessions after it (evidence 2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.coach.history import at_level
from bot.coach.turn import Turn, known
from bot.coach.workout_results import AlreadyLogged, Card, Kept, Refused, Result
from bot.coach.workouts import WorkoutCoach, current_step, open_workout
from bot.domain.athlete import Athlete
from bot.domain.changing import Refusal
from bot.domain.library import Library
from bot.domain.routine import Prescription, Reason
from bot.domain.variations import choose
from bot.domain.workout import Entry, EntryKind, Item, Workout

CHANGES = frozenset(
    {"rung_up", "rung_beyond", "pause_up", "set_up", "top_up", "back_set", "back_pause", "back_rung", "back_amount"}
)
SMALL_CHANGES = frozenset({"more_reps", "more_seconds"})
"""Reasons that bring a change of a target; the small ones are of a rep or two."""


@dataclass(frozen=True, slots=True)
class KeepCoach:
    """Puts back what was asked the last time."""

    workouts: WorkoutCoach
    library: Library

    async def keep(self, turn: Turn, at: tuple[int, int] | None = None) -> Result:
        """Refuse the change of an exercise that is about to begin; a button says which (workout and exercise)."""
        async with self.workouts.store.change(turn.key) as records:
            workout = await open_workout(records, turn, at[0] if at else None)
            if not isinstance(workout, Workout):
                return workout
            current, place, athlete = workout.current, workout.position, known(turn)
            if at is None and not (current and is_change(current)):
                return Card(workout, current_step(athlete, workout), Refused(Refusal.UNCHANGED))
            if place is None or current is None or (at and place != at[1]) or current.done or current.kept:
                return Card(workout, current_step(athlete, workout), AlreadyLogged())
            ended = await records.workouts.ended(athlete.id)
            before = last_asked(ended, current.prescription.exercise, athlete, self.library)
            if before is None:
                return Card(workout, current_step(athlete, workout))
            lead = current.prescription.lead if before.sides is current.prescription.sides else None
            entry = Entry(EntryKind.KEEP, place, eased=replace(before, lead=lead))
            return await self.workouts.enter(records, turn, workout, [entry], Kept(place))


def is_change(item: Item, changes: frozenset[str] = CHANGES | SMALL_CHANGES) -> bool:
    """Tell whether an exercise has a change that may still be refused: before its first set."""
    return not item.done and not item.kept and item.prescription.reason.key in changes


def last_asked(ended: Sequence[Workout], exercise: str, athlete: Athlete, library: Library) -> Prescription | None:
    """Return what was asked of an exercise the last time it was done, None where limits allow that no more."""
    for workout in reversed(at_level(ended, athlete)):
        for part in workout.parts:
            if part.prescription.exercise == exercise and part.own:
                return _allowed(part.asked, athlete, library)
    return None


def _allowed(asked: Prescription, athlete: Athlete, library: Library) -> Prescription | None:
    exercise = library.exercises[asked.exercise]
    rung = next((v.rung for v in (*exercise.ladder, *exercise.swaps) if v.id == asked.variation), None)
    choice = choose(exercise, rung or 1, athlete.profile, library)
    same = choice is not None and choice.variation.id == asked.variation
    return replace(asked, reason=Reason("kept_now", {})) if same else None
