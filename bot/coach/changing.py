"""Easier, harder or another move for today: the athlete's choice, before a set or between sets.

A button says which workout it is of, and how many lines of that were told when it was made: `(workout, told)`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.coach.history import performances
from bot.coach.records import Records
from bot.coach.turn import Turn, known
from bot.coach.workout_results import AlreadyLogged, Card, Changed, Refused, Result, StaleAsked
from bot.coach.workouts import WorkoutCoach, current_step, is_stale, open_workout
from bot.domain.athlete import Step
from bot.domain.changing import Refusal, in_its_place, made_easier, made_harder, other_moves
from bot.domain.exercise import Phase
from bot.domain.ladder import Ladder
from bot.domain.library import Library
from bot.domain.routine import Prescription
from bot.domain.workout import Entry, EntryKind, Item, Workout


@dataclass(frozen=True, slots=True)
class ChangeCoach:
    """Replaces what is asked from here on; sets that were done stay as they are."""

    workouts: WorkoutCoach
    library: Library

    async def easier(self, turn: Turn, at: tuple[int, int] | None = None) -> Result:
        """Ask for an easier version of the current exercise today."""
        return await self._change(turn, at, EntryKind.EASIER, made_easier)

    async def harder(self, turn: Turn, at: tuple[int, int] | None = None) -> Result:
        """Ask for a harder version of the current exercise today."""
        return await self._change(turn, at, EntryKind.HARDER, made_harder)

    async def ask_other(self, turn: Turn, at: tuple[int, int] | None = None) -> Result:
        """Ask which move takes the place of the current one."""
        async with self.workouts.store.change(turn.key) as records:
            found = await self._current(records, turn, at)
            if not isinstance(found, tuple):
                return found
            workout, place = found
            if refusal := self._why_no_other(turn, workout, place):
                return Card(workout, current_step(known(turn), workout), Refused(refusal))
            await self.workouts.save_step(records, turn, Step.SWAPPING)
            return Card(workout, Step.SWAPPING)

    async def swap(self, turn: Turn, exercise: str, at: tuple[int, int] | None = None) -> Result:
        """Put another strength move in the place of the current one, with a target of its own."""
        athlete = known(turn)
        async with self.workouts.store.change(turn.key) as records:
            found = await self._current(records, turn, at)
            if not isinstance(found, tuple):
                return found
            workout, place = found
            asked: Prescription | Refusal | None = self._why_no_other(turn, workout, place, exercise)
            if asked is None:
                history = performances(await records.workouts.ended(athlete.id), athlete)
                ladder, load = self._ladder(turn, exercise), workout.routine.load
                asked = in_its_place(workout.items[place], ladder, history, load, workout.day)
            return await self._enter(records, turn, workout, place, EntryKind.SWAP, asked)

    async def _change(
        self,
        turn: Turn,
        at: tuple[int, int] | None,
        kind: EntryKind,
        rule: Callable[[Item, Ladder], Prescription | Refusal],
    ) -> Result:
        async with self.workouts.store.change(turn.key) as records:
            found = await self._current(records, turn, at)
            if not isinstance(found, tuple):
                return found
            workout, place = found
            item = workout.items[place]
            asked = rule(item, self._ladder(turn, item.prescription.exercise))
            return await self._enter(records, turn, workout, place, kind, asked)

    async def _current(self, records: Records, turn: Turn, at: tuple[int, int] | None) -> tuple[Workout, int] | Result:
        """Return the workout and the exercise to do next in it, or what comes before any change."""
        workout = await open_workout(records, turn, at[0] if at else None)
        if not isinstance(workout, Workout):
            return workout
        if is_stale(workout, turn):
            await self.workouts.save_step(records, turn, Step.STALE)
            return StaleAsked(workout, pending=workout.pending is not None)
        if workout.position is None or (at and at[1] != workout.told):
            return Card(workout, current_step(known(turn), workout), AlreadyLogged())
        return workout, workout.position

    async def _enter(
        self,
        records: Records,
        turn: Turn,
        workout: Workout,
        place: int,
        kind: EntryKind,
        asked: Prescription | Refusal,
    ) -> Result:
        if isinstance(asked, Refusal):
            return Card(workout, current_step(known(turn), workout), Refused(asked))
        return await self.workouts.enter(
            records, turn, workout, [Entry(kind, place, eased=asked)], Changed(place, kind)
        )

    def _why_no_other(self, turn: Turn, workout: Workout, place: int, wanted: str | None = None) -> Refusal | None:
        if workout.items[place].prescription.phase is not Phase.STRENGTH:
            return Refusal.STRENGTH_ALONE
        others = other_moves(workout.items, known(turn).profile, self.library)
        return Refusal.NO_OTHER if not others or (wanted and wanted not in others) else None

    def _ladder(self, turn: Turn, exercise: str) -> Ladder:
        return Ladder(self.library.exercises[exercise], known(turn).profile, self.library)
