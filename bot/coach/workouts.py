"""The guided workout: one exercise at a time, every answer a line in the log."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.coach.finishing import finish
from bot.coach.history import is_trained
from bot.coach.morning import MorningAsked, is_told_last, take_back
from bot.coach.planning import Planning
from bot.coach.records import Records, Store
from bot.coach.today import OFFERED, OpenWorkout, Today, TodayCoach
from bot.coach.turn import Turn, known
from bot.coach.workout_results import (
    AlreadyLogged,
    AlreadyUndone,
    Card,
    EffortLogged,
    Event,
    Finished,
    NoWorkout,
    OldButton,
    Result,
    SetAt,
    SetLogged,
    SidesUnclear,
    StaleAsked,
    Unclear,
    Undone,
    WorkoutStarted,
)
from bot.domain.athlete import TRAINING, Athlete, Step
from bot.domain.exercise import Sides
from bot.domain.library import Library
from bot.domain.progression import Effort
from bot.domain.routine import Routine, RoutineKind, Version
from bot.domain.sides import Amount
from bot.domain.typed import Intent, Typed
from bot.domain.week import DayKind
from bot.domain.workout import Entry, EntryKind, Workout, WorkoutState, logged_id, set_of, with_waiting


@dataclass(frozen=True, slots=True)
class WorkoutCoach:
    """Walks an athlete through today's routine."""

    store: Store
    library: Library
    today: TodayCoach

    async def begin(
        self, turn: Turn, kind: RoutineKind, of: date | None = None, version: Version = Version.USUAL
    ) -> WorkoutStarted | Today:
        """Open a workout, unless one is open, training waits, or strength was trained today.

        A button says of which day its start card was: on another day, that day's is shown.
        """
        athlete = known(turn)
        if waiting := await self.today.waits(turn):
            return waiting
        if of is not None and of != athlete.day_at(turn.happened_at):
            return await self.today.today(turn)
        async with self.store.change(turn.key) as records:
            if workout := await records.workouts.open(athlete.id):
                return OpenWorkout(workout, athlete, stale=is_stale(workout, turn))
            planning = await self.today.planning(records, turn)
            if kind is RoutineKind.STRENGTH and is_trained(planning.ended, planning.day, DayKind.STRENGTH):
                return await self.today.trained(records, athlete, planning.day)
            return await self._begun(records, turn, planning, planning.routine(kind, version))

    async def _begun(self, records: Records, turn: Turn, planning: Planning, routine: Routine) -> WorkoutStarted:
        """Open the workout, and note that waiting was advised; a lighter week that was offered is let go with it."""
        athlete, day = planning.athlete, planning.day
        if routine.kind is RoutineKind.STRENGTH and planning.deload_offered():
            athlete = replace(athlete, deload=replace(athlete.deload, refused_on=day))
        noted = replace(routine, anyway=planning.why_wait(routine) is not None)
        planned = len(athlete.plan.strength)
        workout = await records.workouts.start(athlete.id, day, noted, planned, turn.happened_at)
        await records.athletes.save(replace(athlete, step=Step.SET, latest_day=day))
        return WorkoutStarted(workout)

    async def begin_offered(self, turn: Turn) -> WorkoutStarted | Today:
        """Start what today's start card offers; an offer of an earlier day is none any more."""
        athlete = known(turn)
        offered = next((offered for offered, step in OFFERED.items() if step is athlete.step), None)
        if offered is None or athlete.latest_day != athlete.day_at(turn.happened_at):
            return await self.today.today(turn)
        kind, version = offered
        return await self.begin(turn, kind, version=version)

    async def show(
        self, turn: Turn, *, expanded: bool = False, event: Event | None = None, workout: int | None = None
    ) -> Result:
        """Show where the workout stands; changes nothing."""
        athlete = known(turn)
        async with self.store.look() as records:
            found = await open_workout(records, turn, workout, resuming=True)
        if not isinstance(found, Workout):
            return found
        workout_now = found
        step = current_step(athlete, workout_now)
        if step is Step.STALE or (event is not None and is_stale(workout_now, turn)):
            return StaleAsked(workout_now, pending=workout_now.pending is not None)
        return Card(workout_now, step, event, expanded)

    async def unclear(self, turn: Turn) -> Result:
        """Ask what was meant; nothing is lost."""
        return await self.show(turn, event=Unclear(None))

    async def typed_done(self, turn: Turn, typed: Typed) -> Result:
        """Log the current set from words: as planned, or with the amount that was typed."""
        async with self.store.change(turn.key) as records:
            workout = await records.workouts.open(known(turn).id)
            if workout is None:
                return NoWorkout()
            amounts = meant_amounts(workout, typed)
            return await self._done(records, turn, workout, amounts) if amounts else _misread(turn, workout, typed)

    async def tapped_done(self, turn: Turn, at: SetAt) -> Result:
        """Log the set a button stands for; a second tap changes nothing, an old button says whose it is."""
        async with self.store.change(turn.key) as records:
            workout = await records.workouts.get(known(turn).id, at.workout)
            if workout is None or workout.state is not WorkoutState.OPEN:
                return OldButton(workout.day if workout else None)
            if workout.next_set != (at.item, at.set):
                return Card(workout, current_step(known(turn), workout), AlreadyLogged())
            return await self._done(records, turn, workout, [None])

    async def effort(self, turn: Turn, effort: Effort, at: tuple[int, int] | None = None) -> Result:
        """Log how hard the exercise was that was just finished; a button says which (workout and exercise)."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, at[0] if at else None)
            if not isinstance(workout, Workout):
                return workout
            wanted = workout.effort_wanted
            if wanted is None or (at is not None and at[1] != wanted):
                return Card(workout, current_step(known(turn), workout), AlreadyLogged())
            entry = Entry(EntryKind.EFFORT, wanted, effort=effort)
            return await self.enter(records, turn, workout, [entry], EffortLogged(wanted, effort))

    async def pass_effort(self, turn: Turn, of: int | None = None) -> Result:
        """Leave open how hard it was, and show the next move; an unknown effort raises nothing."""
        async with self.store.change(turn.key) as records:
            workout = await open_workout(records, turn, of)
            if not isinstance(workout, Workout):
                return workout
            if workout.effort_wanted is None:
                return Card(workout, current_step(known(turn), workout), None if of is None else AlreadyLogged())
            entry = Entry(EntryKind.EFFORT, workout.effort_wanted)
            return await self.enter(records, turn, workout, [entry], EffortLogged(workout.effort_wanted, None))

    async def undo(self, turn: Turn, of: int | None = None, told: int | None = None) -> Result | MorningAsked:
        """Take back the last entry; a workout that ended today opens again for it.

        Of one that was stopped, the stop is taken back. A button says how much was told when it was made. How a pain of
        yesterday is this morning is taken back alone.
        """
        async with self.store.change(turn.key) as records:
            athlete = known(turn)
            workout = await records.workouts.latest(athlete.id)
            if of is not None and not (workout and workout.id == of and _undoable(workout, athlete, turn)):
                other = await records.workouts.get(athlete.id, of)
                return OldButton(other.day if other else None)
            if workout and is_told_last(workout, athlete.day_at(turn.happened_at)):
                return await take_back(records, turn, workout)
            if workout is None or not _undoable(workout, athlete, turn):
                return NoWorkout()
            if told is not None and told != workout.told:
                return Card(workout, current_step(athlete, workout), AlreadyUndone())
            if workout.pending is not None:
                return await self._forget_pending(records, athlete, workout)
            if not workout.entries or athlete.step is Step.PAUSED:
                return Card(workout, current_step(athlete, workout))
            return await self._undo(records, turn, workout)

    async def _undo(self, records: Records, turn: Turn, workout: Workout) -> Card:
        last = None if workout.state is WorkoutState.STOPPED else workout.entries[-1]
        if last is not None:
            await records.workouts.undo(logged_id(last), turn.now)
        if reopened := workout.state is not WorkoutState.OPEN:
            await records.workouts.reopen(workout.id)
        left = await records.workouts.get(workout.athlete, workout.id) or workout
        step = step_of(left)
        await self.save_step(records, turn, step)
        event = Undone(last, len(workout.entries) - len(left.entries)) if last else None
        return Card(left, step, event, reopened=reopened)

    async def enter(
        self, records: Records, turn: Turn, workout: Workout, entries: Sequence[Entry], event: Event
    ) -> Card | Finished:
        """Add entries to the log and show what comes next; the last one finishes the workout."""
        await records.workouts.append(workout.id, entries, turn.key, turn.happened_at, turn.now)
        workout = replace(workout, entries=(*workout.entries, *entries))
        if workout.position is None and workout.effort_wanted is None:
            return await finish(records, turn, workout, WorkoutState.FINISHED, event, self.library)
        step = step_of(workout) if workout.pending is None else known(turn).step
        await self.save_step(records, turn, step)
        return Card(workout, step, event)

    async def _done(self, records: Records, turn: Turn, workout: Workout, amounts: Sequence[Amount | None]) -> Result:
        athlete = known(turn)
        if is_stale(workout, turn) or athlete.step in (Step.PAIN, Step.PAUSED):
            return await self._wait(records, turn, workout, amounts)
        workout = await self.keep_pending(records, turn, workout)
        return await self.log_sets(records, turn, workout, amounts)

    async def log_sets(
        self, records: Records, turn: Turn, workout: Workout, amounts: Sequence[Amount | None]
    ) -> Card | Finished:
        """Log sets of the current exercise, as planned where no amount is given; finishes when nothing is left."""
        current, position = workout.current, workout.position
        if current is None or position is None:
            return await finish(records, turn, workout, WorkoutState.FINISHED, None, self.library)
        planned = current.prescription.amount
        entries = [set_of(position, amount, planned) for amount in amounts]
        last = len(current.done) + len(entries) - 1
        event = SetLogged(position, last, entries[-1].told, entries[-1].as_planned)
        return await self.enter(records, turn, workout, entries, event)

    async def keep_pending(self, records: Records, turn: Turn, workout: Workout) -> Workout:
        """Log the sets that waited for an answer, if any did, before what the answer brings."""
        if not (waiting := workout.waiting):
            return workout
        await records.workouts.append(workout.id, waiting, f"{turn.key}/waited", turn.happened_at, turn.now)
        await records.workouts.set_pending(workout.id, None)
        return replace(workout, entries=(*workout.entries, *waiting), pending=None)

    async def _wait(
        self, records: Records, turn: Turn, workout: Workout, amounts: Sequence[Amount | None]
    ) -> Card | StaleAsked:
        """Keep the sets until a question is answered: how much it hurts, whether to go on, or which day it is for."""
        pending = with_waiting(workout.pending, amounts)
        await records.workouts.set_pending(workout.id, pending)
        workout = replace(workout, pending=pending)
        if is_stale(workout, turn):
            await self.save_step(records, turn, Step.STALE)
            return StaleAsked(workout, pending=True)
        return Card(workout, known(turn).step)

    async def _forget_pending(self, records: Records, athlete: Athlete, workout: Workout) -> Card:
        """Take back the last set that waits for an answer: it is what was said last. The question stays."""
        waiting, kept = workout.waiting, " ".join((workout.pending or "").split()[:-1]) or None
        await records.workouts.set_pending(workout.id, kept)
        workout = replace(workout, pending=kept)
        return Card(workout, current_step(athlete, workout), Undone(waiting[-1]) if waiting else None)

    async def save_step(self, records: Records, turn: Turn, step: Step) -> None:
        """Keep what the athlete is asked now, and the day it is."""
        athlete = known(turn)
        day = athlete.day_at(turn.happened_at)
        if athlete.step is not step or athlete.latest_day != day:
            await records.athletes.save(replace(athlete, step=step, latest_day=day))


async def open_workout(
    records: Records, turn: Turn, wanted: int | None = None, *, resuming: bool = False
) -> Workout | NoWorkout | OldButton | Card:
    """Return the open workout; a button of another one says so, and one that a red flag paused asks first."""
    workout = await records.workouts.open(known(turn).id)
    if wanted is not None and (workout is None or workout.id != wanted):
        other = await records.workouts.get(known(turn).id, wanted)
        return OldButton(other.day if other else None)
    if workout and known(turn).step is Step.PAUSED and not resuming:
        return Card(workout, Step.PAUSED)
    return workout or NoWorkout()


def step_of(workout: Workout) -> Step:
    """Return what an open workout asks for: where it hurts comes before all else."""
    if workout.area_wanted is not None:
        return Step.WHERE
    return Step.EFFORT if workout.effort_wanted is not None else Step.SET


def current_step(athlete: Athlete, workout: Workout) -> Step:
    """Return the question an athlete stands at inside a workout."""
    return athlete.step if athlete.step in TRAINING else step_of(workout)


def with_set(workout: Workout, typed: Typed | None) -> str | None:
    """Return what waits once a set that was told is added; an amount that cannot be meant adds nothing."""
    told = meant_amounts(workout, typed) if typed and typed.intent is Intent.DONE else ()
    return with_waiting(workout.pending, told)


def is_stale(workout: Workout, turn: Turn) -> bool:
    """Tell whether a workout belongs to an earlier day than the message."""
    return workout.is_of_before(known(turn).day_at(turn.happened_at), turn.happened_at)


def meant_amounts(workout: Workout, typed: Typed) -> Sequence[Amount | None]:
    """Return the amounts of the sets that were told (None: as planned), none when they do not fit the exercise.

    They fit in the asked unit, when they are plausible, and when so many sets are left; a pair where sides take turns.
    """
    if typed.amount is None:
        return [None]
    if (following := workout.next_set) is None:
        return ()
    at, done = following
    asked = workout.items[at].prescription
    if typed.pair and asked.sides is Sides.TOGETHER:
        return ()
    amounts = typed.amounts_in(asked.mode)
    return amounts if len(amounts) <= asked.sets - done else ()


def _misread(turn: Turn, workout: Workout, typed: Typed) -> Card:
    """Say why nothing was logged."""
    step, following = current_step(known(turn), workout), workout.next_set
    if following is None:
        return Card(workout, step, Unclear(None))
    asked = workout.items[following[0]].prescription
    together = asked.sides is Sides.TOGETHER
    if typed.one_sided or (typed.pair and together):
        return Card(workout, step, SidesUnclear(asked.mode, together))
    return Card(workout, step, Unclear(asked.mode))


def _undoable(workout: Workout, athlete: Athlete, turn: Turn) -> bool:
    """Tell whether a workout is open, or may be opened again: today's, unless training waits meanwhile."""
    if workout.state is WorkoutState.OPEN:
        return True
    return bool(workout.entries) and not athlete.hold and not is_stale(workout, turn)
