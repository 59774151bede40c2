"""What today holds: the open workout, an offer to start, or a rest day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.coach.history import finished_strength, hard_sets_in_week, is_trained, performances
from bot.coach.onboarding import Onboarding
from bot.coach.onboarding_results import Held, Question
from bot.coach.records import Records, Store
from bot.coach.turn import Turn, known
from bot.domain.athlete import IDLE, PLAN_QUESTIONS, TRAINING, Athlete, Step
from bot.domain.day import training_day
from bot.domain.library import Library
from bot.domain.prescribing import build_routine, next_session
from bot.domain.routine import Routine, RoutineKind
from bot.domain.week import DayKind, kind_with_moves, next_strength_day
from bot.domain.workout import Workout


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine to start: what, how much and why, and how it counts in the week."""

    athlete: Athlete
    routine: Routine
    day_kind: DayKind
    first: bool
    week_done: float
    week_after: float


@dataclass(frozen=True, slots=True)
class RestDay:
    """Nothing is planned today: mobility, or training anyway with the reason to wait."""

    day: date
    next_day: date
    hours_since: int | None


@dataclass(frozen=True, slots=True)
class TrainedAlready:
    """Today's workout is done; `strength` when it was strength, and not easy mobility on a day of rest."""

    day: date
    next_day: date
    strength: bool


@dataclass(frozen=True, slots=True)
class OpenWorkout:
    """A workout is open; `stale` when it was started on an earlier day."""

    workout: Workout
    athlete: Athlete
    stale: bool


Today = Offer | RestDay | TrainedAlready | OpenWorkout | Held | Question


OFFERED = {RoutineKind.STRENGTH: Step.OFFERED_STRENGTH, RoutineKind.MOBILITY: Step.OFFERED_MOBILITY}


@dataclass(frozen=True, slots=True)
class TodayCoach:
    """Answers /today and the choices on the start card."""

    store: Store
    library: Library
    onboarding: Onboarding

    async def today(self, turn: Turn) -> Today:
        """Show the open workout, else what this day is for."""
        athlete = turn.athlete
        if athlete is None or athlete.hold or athlete.is_asked:
            return await self.onboarding.start(turn)
        if athlete.step in IDLE and self.onboarding.recheck_is_due(athlete, turn.happened_at):
            return await self.onboarding.ask_readiness(turn)
        async with self.store.change(turn.key) as records:
            return await self._today(records, athlete, turn)

    async def offer(self, turn: Turn, kind: RoutineKind) -> Today:
        """Offer a strength or mobility routine, whatever the day is for."""
        athlete = known(turn)
        if waiting := await self.waits(turn):
            return waiting
        async with self.store.change(turn.key) as records:
            if workout := await records.workouts.open(athlete.id):
                return _opened(workout, athlete, turn)
            return await self._offer(records, athlete, turn, kind)

    async def waits(self, turn: Turn) -> Today | None:
        """Return the question or hold that comes before any training, None when there is none."""
        athlete = known(turn)
        recheck = athlete.step not in TRAINING and self.onboarding.recheck_is_due(athlete, turn.happened_at)
        return await self.today(turn) if athlete.hold or athlete.onboarded_on is None or recheck else None

    async def _today(self, records: Records, athlete: Athlete, turn: Turn) -> Today:
        if workout := await records.workouts.open(athlete.id):
            return _opened(workout, athlete, turn)
        if athlete.step in PLAN_QUESTIONS:
            athlete = replace(athlete, step=Step.READY)
            await records.athletes.save(athlete)
        day = athlete.day_at(turn.happened_at)
        moves = await records.moves.of(athlete.id, day)
        ended = await records.workouts.ended(athlete.id)
        kind = kind_with_moves(day, athlete.plan, moves)
        if is_trained(ended, day, kind):
            strength = is_trained(ended, day, DayKind.STRENGTH)
            return TrainedAlready(day, next_strength_day(day, athlete.plan, moves), strength)
        if kind is DayKind.REST:
            return RestDay(
                day, next_strength_day(day, athlete.plan, moves), _hours_since(ended, athlete.zone, turn.happened_at)
            )
        wanted = RoutineKind.STRENGTH if kind is DayKind.STRENGTH else RoutineKind.MOBILITY
        return await self._offer(records, athlete, turn, wanted)

    async def trained(self, records: Records, athlete: Athlete, day: date) -> TrainedAlready:
        """Tell that the day's strength is done."""
        moves = await records.moves.of(athlete.id, day)
        return TrainedAlready(day, next_strength_day(day, athlete.plan, moves), strength=True)

    async def _offer(self, records: Records, athlete: Athlete, turn: Turn, kind: RoutineKind) -> Offer:
        """Make the start card; for the rest of the day the word "start" starts it."""
        day = athlete.day_at(turn.happened_at)
        athlete = replace(athlete, step=OFFERED[kind], latest_day=day)
        await records.athletes.save(athlete)
        ended = await records.workouts.ended(athlete.id)
        moves = await records.moves.of(athlete.id, day)
        routine = plan_routine(athlete, kind, ended, self.library)
        counts = self.library.program.counts
        done = hard_sets_in_week(ended, day, counts)
        return Offer(
            athlete,
            routine,
            kind_with_moves(day, athlete.plan, moves),
            first=not ended,
            week_done=done,
            week_after=done + routine.weekly_sets(counts),
        )


def plan_routine(athlete: Athlete, kind: RoutineKind, ended: Sequence[Workout], library: Library) -> Routine:
    """Build the routine an athlete would start now."""
    session = next_session(finished_strength(ended))
    return build_routine(kind, session, athlete.length, athlete.profile, performances(ended, athlete), library)


def _opened(workout: Workout, athlete: Athlete, turn: Turn) -> OpenWorkout:
    return OpenWorkout(workout, athlete, stale=workout.day != athlete.day_at(turn.happened_at))


def _hours_since(ended: Sequence[Workout], zone: ZoneInfo, at: datetime) -> int | None:
    strength = [w for w in ended if w.counts and w.routine.kind is RoutineKind.STRENGTH]
    return int((at - _trained_at(strength[-1], zone)) / timedelta(hours=1)) if strength else None


def _trained_at(workout: Workout, zone: ZoneInfo) -> datetime:
    """Return when a workout was done: one that was ended on a later day was done when it was begun."""
    ended = workout.ended_at
    return ended if ended and training_day(ended, zone) == workout.day else workout.started_at
