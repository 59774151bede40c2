"""Keep it as it was: a target that changed is refused, today and in the two sessions after it (evidence 2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.coach.history import at_level
from bot.coach.turn import Turn, known
from bot.coach.workout_results import AlreadyLogged, Card, Kept, Result
from bot.coach.workouts import WorkoutCoach, current_step, open_workout
from bot.domain.athlete import Athlete
from bot.domain.library import Library
from bot.domain.routine import Prescription, Reason
from bot.domain.variations import choose
from bot.domain.workout import Entry, EntryKind, Workout


@dataclass(frozen=True, slots=True)
class KeepCoach:
    """Puts back what was asked the last time."""

    workouts: WorkoutCoach
    library: Library

    async def keep(self, turn: Turn, at: tuple[int, int]) -> Result:
        """Refuse the change of an exercise that is about to begin; a button says which (workout and exercise)."""
        async with self.workouts.store.change(turn.key) as records:
            workout = await open_workout(records, turn, at[0])
            if not isinstance(workout, Workout):
                return workout
            current, athlete = workout.current, known(turn)
            if workout.position != at[1] or current is None or current.done or current.kept:
                return Card(workout, current_step(athlete, workout), AlreadyLogged())
            ended = await records.workouts.ended(athlete.id)
            before = last_asked(ended, current.prescription.exercise, athlete, self.library)
            if before is None:
                return Card(workout, current_step(athlete, workout))
            lead = current.prescription.lead if before.sides is current.prescription.sides else None
            entry = Entry(EntryKind.KEEP, at[1], eased=replace(before, lead=lead))
            return await self.workouts.enter(records, turn, workout, [entry], Kept(at[1]))


def last_asked(ended: Sequence[Workout], exercise: str, athlete: Athlete, library: Library) -> Prescription | None:
    """Return what was asked of an exercise the last time it was done, None where limits allow that no more."""
    for workout in reversed(at_level(ended, athlete)):
        for item in workout.items:
            if item.prescription.exercise == exercise and item.done:
                return _allowed(item.hurt or item.prescription, athlete, library)
    return None


def _allowed(asked: Prescription, athlete: Athlete, library: Library) -> Prescription | None:
    exercise = library.exercises[asked.exercise]
    rung = next((v.rung for v in (*exercise.ladder, *exercise.swaps) if v.id == asked.variation), None)
    choice = choose(exercise, rung or 1, athlete.profile, library)
    same = choice is not None and choice.variation.id == asked.variation
    return replace(asked, reason=Reason("kept_now", {})) if same else None
