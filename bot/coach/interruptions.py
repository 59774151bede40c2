"""Skipping, stopping, pausing for a red flag, and coming back the next day: nothing is dropped silently."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.coach.finishing import finish
from bot.coach.onboarding_results import Held, held
from bot.coach.records import Records, Store
from bot.coach.today import TodayCoach
from bot.coach.turn import Turn, known
from bot.coach.workout_results import AlreadyLogged, Card, Finished, Result, SetAt, SetLogged, Skipped, StaleAsked
from bot.coach.workouts import (
    WorkoutCoach,
    current_step,
    is_stale,
    open_workout,
    step_of,
    with_set,
)
from bot.domain.athlete import Step
from bot.domain.exercise import Phase
from bot.domain.library import Library
from bot.domain.red_flags import Urgency
from bot.domain.typed import Typed
from bot.domain.workout import Entry, EntryKind, Workout, WorkoutState


@dataclass(frozen=True, slots=True)
class RedFlagRaised:
    """The message tells of a red flag; `paused` is the workout that waits now, `pending` when a set waits with it.

    `held` when no workout is open, and training waits altogether.
    """

    urgency: Urgency
    paused: int | None
    pending: bool
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Interruptions:
    """Everything that bends the straight way through a workout."""

    workouts: WorkoutCoach
    today: TodayCoach
    library: Library

    @property
    def store(self) -> Store:
        """The database."""
        return self.workouts.store

    async def skip(self, turn: Turn, at: SetAt | None = None) -> Result:
        """Let the current exercise go; the first time in the warm-up, ask."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, at.workout if at else None)
            if not isinstance(workout, Workout):
                return workout
            if at and workout.next_set != (at.item, at.set):
                return Card(workout, current_step(known(turn), workout), AlreadyLogged())
            if is_stale(workout, turn):
                return await self._ask(records, turn, workout, Step.STALE)
            if known(turn).step is not Step.SKIPPING and _asks_first(workout):
                return await self._ask(records, turn, workout, Step.SKIPPING)
            return await self._skip(records, turn, workout, [workout.position])

    async def skip_warm_up(self, turn: Turn, of: int | None = None) -> Result:
        """Let the rest of the warm-up go."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, of)
            if not isinstance(workout, Workout):
                return workout
            if is_stale(workout, turn):
                return await self._ask(records, turn, workout, Step.STALE)
            return await self._skip(records, turn, workout, _left(workout, {Phase.WARM_UP}))

    async def ask_stop(self, turn: Turn, of: int | None = None) -> Result:
        """Ask before a workout ends early: the cool-down is never dropped silently."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, of)
            if not isinstance(workout, Workout):
                return workout
            return await self._ask(records, turn, workout, Step.STOPPING)

    async def cool_down(self, turn: Turn, of: int | None = None) -> Result:
        """Go straight to the cool-down."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, of)
            if not isinstance(workout, Workout):
                return workout
            if is_stale(workout, turn):
                return await self._ask(records, turn, workout, Step.STALE)
            return await self._skip(records, turn, workout, _left(workout, {Phase.WARM_UP, Phase.STRENGTH}))

    async def stop(self, turn: Turn, of: int | None = None) -> Result:
        """End the workout as it stands; a set that waits is logged first."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, of, resuming=True)
            if not isinstance(workout, Workout):
                return workout
            workout = await self.workouts.keep_pending(records, turn, workout)
            return await finish(records, turn, workout, WorkoutState.STOPPED, None, self.library)

    async def back(self, turn: Turn, of: int | None = None) -> Result:
        """Go on where the workout stands; sets that wait are logged, a workout of yesterday goes on today."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, of, resuming=True)
            if not isinstance(workout, Workout):
                return workout
            if is_stale(workout, turn):
                workout = replace(workout, day=known(turn).day_at(turn.happened_at))
                await records.workouts.move_to_day(workout.id, workout.day)
            if workout.pending is not None:
                return await self._log_waiting(records, turn, workout)
            await self.workouts.save_step(records, turn, step_of(workout))
            return Card(workout, step_of(workout))

    async def _log_waiting(self, records: Records, turn: Turn, workout: Workout) -> Card | Finished:
        waiting = workout.waiting
        await records.workouts.set_pending(workout.id, None)
        workout = replace(workout, pending=None)
        if not waiting:
            return await self.workouts.log_sets(records, turn, workout, [None])
        last = waiting[-1]
        at = len(workout.items[last.item].done) + sum(entry.item == last.item for entry in waiting) - 1
        event = SetLogged(last.item, at, last.told, last.as_planned)
        return await self.workouts.enter(records, turn, workout, waiting, event)

    async def end_old(self, turn: Turn, of: int | None = None) -> Result:
        """End an earlier day's workout as it stands; one of today goes on."""
        async with self.store.look() as records:
            workout = await open_workout(records, turn, of, resuming=True)
        if isinstance(workout, Workout) and not is_stale(workout, turn):
            return Card(workout, current_step(known(turn), workout))
        return await self.stop(turn, of)

    async def red_flag(self, turn: Turn, urgency: Urgency, typed: Typed | None) -> RedFlagRaised:
        """Pause an open workout and keep the set that came with the message, before anything is logged.

        Without a workout, training waits; of a stranger nothing is kept. A kind word stops nothing.
        """
        if urgency is Urgency.KIND:
            return RedFlagRaised(urgency, paused=None, pending=False)
        async with self.store.change(turn.key) as records:
            workout = await records.workouts.open(turn.person) if turn.athlete else None
            if workout is None:
                alarmed = turn.athlete.alarmed() if turn.athlete else None
                if alarmed is None or alarmed.hold is None:
                    return RedFlagRaised(urgency, paused=None, pending=False)
                await records.athletes.save(alarmed)
                return RedFlagRaised(urgency, paused=None, pending=False, held=held(alarmed))
            pending = with_set(workout, typed)
            await records.workouts.set_pending(workout.id, pending)
            await self.workouts.save_step(records, turn, Step.PAUSED)
            return RedFlagRaised(urgency, paused=workout.id, pending=pending is not None)

    async def _ask(self, records: Records, turn: Turn, workout: Workout, step: Step) -> Card | StaleAsked:
        await self.workouts.save_step(records, turn, step)
        return StaleAsked(workout, workout.pending is not None) if step is Step.STALE else Card(workout, step)

    async def _skip(
        self, records: Records, turn: Turn, workout: Workout, items: Iterable[int | None]
    ) -> Card | Finished:
        workout = await self.workouts.keep_pending(records, turn, workout)
        skipped = tuple(item for item in items if item is not None)
        if not skipped and workout.position is None:
            return await finish(records, turn, workout, WorkoutState.FINISHED, None, self.library)
        entries = [Entry(EntryKind.SKIP, item) for item in skipped]
        return await self.workouts.enter(records, turn, workout, entries, Skipped(skipped))


def _asks_first(workout: Workout) -> bool:
    """Skipping in the warm-up is asked about once a workout."""
    current = workout.current
    if current is None or current.prescription.phase is not Phase.WARM_UP:
        return False
    return not any(entry.kind is EntryKind.SKIP for entry in workout.entries)


def _left(workout: Workout, phases: set[Phase]) -> list[int]:
    return [at for at, item in enumerate(workout.items) if not item.complete and item.prescription.phase in phases]
