"""Something hurts: how much, where, and what follows now (evidence 5.2)."""

from dataclasses import dataclass, replace

from bot.coach.morning import promise
from bot.coach.records import Records
from bot.coach.turn import Turn, known
from bot.coach.workout_results import (
    AlreadyLogged,
    AreaLogged,
    Card,
    NoWorkout,
    PainLogged,
    Result,
    Spared,
    StaleAsked,
)
from bot.coach.workouts import WorkoutCoach, current_step, is_stale, open_workout, with_set
from bot.domain.athlete import Athlete, Step
from bot.domain.body import areas_of
from bot.domain.easing import eased, spared
from bot.domain.ladder import Ladder
from bot.domain.library import Library
from bot.domain.progression import Light, light_of
from bot.domain.typed import Typed
from bot.domain.workout import Entry, EntryKind, Item, Workout


@dataclass(frozen=True, slots=True)
class PainCoach:
    """Asks how much it hurts and where, and eases, swaps or stops the move."""

    workouts: WorkoutCoach
    library: Library

    async def ask(self, turn: Turn, of: int | None = None, done: Typed | None = None) -> Result:
        """Ask for a number from 0 to 10; a set told in the same message waits for it."""
        async with self.workouts.store.change(turn.key) as records:
            workout = await open_workout(records, turn, of)
            if not isinstance(workout, Workout):
                return workout
            if is_stale(workout, turn):
                await self.workouts.save_step(records, turn, Step.STALE)
                return StaleAsked(workout, pending=workout.pending is not None)
            await self.workouts.save_step(records, turn, Step.PAIN)
            if pending := with_set(workout, done):
                await records.workouts.set_pending(workout.id, pending)
            return Card(replace(workout, pending=pending), Step.PAIN)

    async def answered(self, turn: Turn, pain: int, about: tuple[int, int] | None = None) -> Result:
        """Log the pain: 0-2 go on, 3-5 easier from here on, 6-10 stop that move today.

        A button says which workout and exercise it asked about.
        """
        async with self.workouts.store.change(turn.key) as records:
            workout = await open_workout(records, turn, about[0] if about else None)
            if not isinstance(workout, Workout):
                return workout
            at = concerned(workout)
            if at is None:
                return NoWorkout()
            if about is not None and (about[1] != at or known(turn).step is not Step.PAIN):
                return Card(workout, current_step(known(turn), workout), AlreadyLogged())
            if not (stale := is_stale(workout, turn)):
                workout = await self.workouts.keep_pending(records, turn, workout)
            result = await self._log(records, turn, workout, at, pain)
            return await self._stale(records, turn, result) if stale else result

    async def area_told(self, turn: Turn, area: str | None, about: tuple[int, int] | None = None) -> Result:
        """Log where it hurts, and say what the move can be swapped for; a button says which (workout and exercise)."""
        async with self.workouts.store.change(turn.key) as records:
            workout = await open_workout(records, turn, about[0] if about else None)
            if not isinstance(workout, Workout):
                return workout
            at = workout.area_wanted
            if at is None or (about is not None and about[1] != at):
                return Card(workout, current_step(known(turn), workout), AlreadyLogged())
            item = workout.items[at]
            area = area if area in areas_of(self.library.exercises[item.prescription.exercise], self.library) else None
            instead = (
                spared(item.prescription, area, self._ladder(item, known(turn))) if area and not item.complete else None
            )
            event = AreaLogged(at, area, open=not item.complete, instead=instead)
            entry = Entry(EntryKind.AREA, at, area=area)
            result = await self.workouts.enter(records, turn, workout, [entry], event)
            return await self._stale(records, turn, result) if is_stale(workout, turn) else result

    async def swap(self, turn: Turn, about: tuple[int, int] | None = None) -> Result:
        """Swap the move for today, as was offered when the place was told; a button says which (workout and exercise)."""
        async with self.workouts.store.change(turn.key) as records:
            workout = await open_workout(records, turn, about[0] if about else None)
            if not isinstance(workout, Workout):
                return workout
            offered = self._offered(workout, known(turn))
            if offered is None or (about is not None and about[1] != offered.item):
                event = AlreadyLogged() if about else None
                return Card(workout, current_step(known(turn), workout), event)
            return await self.workouts.enter(records, turn, workout, [offered], Spared(offered.item))

    def _offered(self, workout: Workout, athlete: Athlete) -> Entry | None:
        """Return what would be logged, None when no swap was the last thing offered."""
        told = workout.latest
        if told is None or told.kind is not EntryKind.AREA or told.area is None or told.item != workout.position:
            return None
        item = workout.items[told.item]
        instead = spared(item.prescription, told.area, self._ladder(item, athlete))
        return Entry(EntryKind.AREA, told.item, area=told.area, eased=instead) if instead else None

    async def _stale(self, records: Records, turn: Turn, result: Result) -> Result:
        """Ask what becomes of a workout of an earlier day, now that the pain is in its log."""
        if not isinstance(result, Card):
            return result
        await self.workouts.save_step(records, turn, Step.STALE)
        return StaleAsked(result.workout, pending=result.workout.pending is not None)

    async def _log(self, records: Records, turn: Turn, workout: Workout, at: int, pain: int) -> Result:
        item, light = workout.items[at], light_of(pain)
        easing = light is Light.AMBER and not item.complete
        now = eased(item.prescription, self._ladder(item, known(turn))) if easing else None
        if light is not Light.GREEN:
            await promise(records, known(turn), workout.day, turn.now)
        entry = Entry(EntryKind.PAIN, at, pain, eased=now)
        event = PainLogged(at, pain, light, now is not None, bool(now and now.small_range))
        return await self.workouts.enter(records, turn, workout, [entry], event)

    def _ladder(self, item: Item, athlete: Athlete) -> Ladder:
        return Ladder(self.library.exercises[item.prescription.exercise], athlete.profile, self.library)


def concerned(workout: Workout) -> int | None:
    """Return which exercise a pain is about: the one just finished while its effort is asked, else the current one."""
    return workout.effort_wanted if workout.effort_wanted is not None else workout.position
