"""What today holds: the open workout, an offer to start, a rest day, or mobility where strength had better wait."""

from dataclasses import dataclass, replace
from datetime import date

from bot.coach.feeling import FeelingAsked, is_feeling_asked
from bot.coach.history import is_trained
from bot.coach.onboarding import Onboarding
from bot.coach.onboarding_results import Held, Question
from bot.coach.plan import WellAsked
from bot.coach.planning import Planning
from bot.coach.records import Records, Store
from bot.coach.short_days import offers_minimum
from bot.coach.turn import Turn, known
from bot.domain.athlete import PLAN_QUESTIONS, TRAINING, Athlete, Step
from bot.domain.library import Library
from bot.domain.load import DeloadWhy
from bot.domain.routine import Routine, RoutineKind, Version
from bot.domain.short_days import SHORT_DAY
from bot.domain.spacing import Feeling, Wait
from bot.domain.week import DayKind, kind_with_moves, next_strength_day
from bot.domain.workout import Workout


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine to start: what, how much and why, and how it counts in the week.

    `deload` offers a lighter week, `minimum` the four-minute version.
    """

    athlete: Athlete
    routine: Routine
    day_kind: DayKind
    first: bool
    week_done: float
    week_after: float
    version: Version = Version.USUAL
    deload: DeloadWhy | None = None
    minimum: bool = False


@dataclass(frozen=True, slots=True)
class RestDay:
    """Nothing is planned today: mobility, or training anyway with the reason to wait."""

    day: date
    next_day: date
    hours_since: int | None


@dataclass(frozen=True, slots=True)
class BetterMobility:
    """A strength day on which mobility is the better choice: why, hours since the last workout, the next day."""

    why: Wait
    hours_since: int | None
    day: date
    next_day: date


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


Today = Offer | RestDay | BetterMobility | FeelingAsked | TrainedAlready | OpenWorkout | Held | WellAsked | Question


OFFERED = {
    (RoutineKind.STRENGTH, Version.USUAL): Step.OFFERED_STRENGTH,
    (RoutineKind.STRENGTH, Version.LOW): Step.OFFERED_LOW,
    (RoutineKind.STRENGTH, Version.WHOLE): Step.OFFERED_WHOLE,
    (RoutineKind.STRENGTH, Version.SHORT): Step.OFFERED_SHORT,
    (RoutineKind.STRENGTH, Version.MINIMUM): Step.OFFERED_MINIMUM,
    (RoutineKind.MOBILITY, Version.USUAL): Step.OFFERED_MOBILITY,
}
"""What a start card offered, by the step that keeps it."""

STRENGTH_SHOWN = frozenset(step for (kind, _), step in OFFERED.items() if kind is RoutineKind.STRENGTH)


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
        if athlete.ill:
            return WellAsked()
        if athlete.step not in TRAINING and await self.onboarding.recheck(turn):
            return await self.onboarding.ask_readiness(turn)
        async with self.store.change(turn.key) as records:
            return await self._today(records, athlete, turn)

    async def offer(self, turn: Turn, kind: RoutineKind, version: Version = Version.USUAL) -> Today:
        """Offer a strength or mobility routine, whatever the day is for and whatever speaks for waiting.

        Strength that was trained today is not offered again.
        """
        athlete = known(turn)
        if waiting := await self.waits(turn):
            return waiting
        async with self.store.change(turn.key) as records:
            if workout := await records.workouts.open(athlete.id):
                return _opened(workout, athlete, turn)
            planning = await self.planning(records, turn)
            if kind is RoutineKind.STRENGTH and is_trained(planning.ended, planning.day, DayKind.STRENGTH):
                return await self.trained(records, athlete, planning.day)
            return await self._offer(records, planning, kind, version)

    async def short(self, turn: Turn, version: Version | None = None) -> Today:
        """Offer a shorter version: without one, four minutes where these are offered, and ten elsewhere.

        Where no strength was shown today, what the day holds comes first: it may be better to wait.
        """
        athlete = known(turn)
        day = athlete.day_at(turn.happened_at)
        if athlete.step not in STRENGTH_SHOWN or athlete.latest_day != day:
            first = await self.today(turn)
            if not isinstance(first, Offer) or first.routine.kind is not RoutineKind.STRENGTH:
                return first
            turn = replace(turn, athlete=first.athlete)
        if version is None:
            async with self.store.look() as records:
                version = Version.MINIMUM if await offers_minimum(records, athlete, day) else Version.SHORT
        if version is Version.SHORT and athlete.length <= SHORT_DAY:
            version = Version.USUAL
        return await self.offer(turn, RoutineKind.STRENGTH, version)

    async def planning(self, records: Records, turn: Turn) -> Planning:
        """Return what a routine of now is planned with."""
        athlete = known(turn)
        return Planning(athlete, await records.workouts.ended(athlete.id), turn.happened_at, self.library)

    async def waits(self, turn: Turn) -> Today | None:
        """Return the question or hold that comes before any training, None when there is none."""
        athlete = known(turn)
        if athlete.hold or athlete.ill or athlete.onboarded_on is None:
            return await self.today(turn)
        recheck = athlete.step not in TRAINING and await self.onboarding.recheck(turn)
        return await self.today(turn) if recheck else None

    async def _today(self, records: Records, athlete: Athlete, turn: Turn) -> Today:
        if workout := await records.workouts.open(athlete.id):
            return _opened(workout, athlete, turn)
        if athlete.step in PLAN_QUESTIONS:
            athlete = replace(athlete, step=Step.READY)
            await records.athletes.save(athlete)
        planning = replace(await self.planning(records, turn), athlete=athlete)
        day, ended = planning.day, planning.ended
        moves = await records.moves.of(athlete.id, day)
        kind, next_day = kind_with_moves(day, athlete.plan, moves), next_strength_day(day, athlete.plan, moves)
        if is_trained(ended, day, kind):
            return TrainedAlready(day, next_day, strength=is_trained(ended, day, DayKind.STRENGTH))
        if kind is DayKind.REST:
            return RestDay(day, next_day, _whole(planning.hours))
        if kind is DayKind.MOBILITY:
            return await self._offer(records, planning, RoutineKind.MOBILITY)
        return await self._strength(records, planning, next_day)

    async def _strength(self, records: Records, planning: Planning, next_day: date) -> Today:
        """Ask how they feel when it is time, advise mobility where strength had better wait, else offer it."""
        if is_feeling_asked(planning):
            asked = replace(planning.athlete, step=Step.SORENESS, feeling=Feeling(planning.day))
            await records.athletes.save(replace(asked, latest_day=planning.day))
            return FeelingAsked("soreness")
        routine = planning.routine(RoutineKind.STRENGTH, Version.USUAL)
        if why := planning.why_wait(routine):
            return BetterMobility(why, _whole(planning.hours), planning.day, next_day)
        return await self._offer(records, planning, RoutineKind.STRENGTH)

    async def trained(self, records: Records, athlete: Athlete, day: date) -> TrainedAlready:
        """Tell that the day's strength is done."""
        moves = await records.moves.of(athlete.id, day)
        return TrainedAlready(day, next_strength_day(day, athlete.plan, moves), strength=True)

    async def _offer(
        self, records: Records, planning: Planning, kind: RoutineKind, version: Version = Version.USUAL
    ) -> Offer:
        """Make the start card; for the rest of the day the word "start" starts it."""
        day = planning.day
        athlete = replace(planning.athlete, step=OFFERED[kind, version], latest_day=day)
        await records.athletes.save(athlete)
        moves = await records.moves.of(athlete.id, day)
        routine, done = planning.routine(kind, version), planning.week_done
        strength = kind is RoutineKind.STRENGTH
        return Offer(
            athlete,
            routine,
            kind_with_moves(day, athlete.plan, moves),
            first=not planning.ended,
            week_done=done,
            week_after=done + routine.weekly_sets(self.library.program.counts),
            version=version,
            deload=planning.deload_offered() if strength else None,
            minimum=strength and await offers_minimum(records, athlete, day),
        )


def _opened(workout: Workout, athlete: Athlete, turn: Turn) -> OpenWorkout:
    at = turn.happened_at
    return OpenWorkout(workout, athlete, stale=workout.is_of_before(athlete.day_at(at), at))


def _whole(hours: float | None) -> int | None:
    return None if hours is None else int(hours)
