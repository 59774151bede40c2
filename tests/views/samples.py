"""An athlete, a city and workouts to show."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete, Readiness, Step
from bot.domain.clip import Clip
from bot.domain.exercise import Equipment, Phase, Variation
from bot.domain.library import Library
from bot.domain.plan_mode import PlanMode, limits_of
from bot.domain.prescribing import Asked, build_routine
from bot.domain.routine import Routine, RoutineKind
from bot.domain.workout import Entry, EntryKind, Workout, WorkoutState

NOW = datetime(2026, 11, 25, 17, 42, tzinfo=UTC)
TODAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
BERLIN = ZoneInfo("Europe/Berlin")

ATHLETE = Athlete(
    id=7,
    language="en",
    step=Step.READY,
    zone=BERLIN,
    readiness=Readiness(date(2026, 11, 2), None, date(2027, 11, 2)),
    onboarded_on=date(2026, 11, 2),
)


@dataclass(frozen=True, slots=True)
class City:
    """A place as the coach sees one."""

    name: str
    zone: str
    people: int = 1

    def label(self, language: str = "en") -> str:
        """Name it."""
        return self.name


@dataclass(frozen=True, slots=True)
class Example:
    """A result, who sees it, and what it is an example of."""

    name: str
    result: object
    athlete: Athlete | None = ATHLETE


def limited(library: Library) -> Athlete:
    """Give somebody with all limits, all equipment, every day."""
    limits = {*library.areas, *library.general_limits, *(limit for t in library.topics.values() for limit in t.limits)}
    return replace(
        ATHLETE,
        limits=frozenset(limits),
        equipment=frozenset(Equipment),
        opted_in=frozenset({"pigeon_pose"}),
        weekdays=frozenset(range(7)),
        paused=True,
        rest_messages=False,
        zone=ZoneInfo("America/Argentina/ComodRivadavia"),
        remind_at=time(1, 5),
        length=20,
    )


def in_mode(mode: PlanMode, library: Library) -> Athlete:
    """Give somebody whose plan is in a mode."""
    return replace(ATHLETE, limits=limits_of(mode, library.topics.values()))


def routine(library: Library, kind: RoutineKind = RoutineKind.STRENGTH, athlete: Athlete = ATHLETE) -> Routine:
    """Build what an athlete would start."""
    return build_routine(Asked(kind, "a", athlete.length), athlete.profile, {}, library)


def opened(routine: Routine, *entries: Entry, pending: str | None = None) -> Workout:
    """Open a workout of it."""
    return Workout(12, 7, TODAY, WorkoutState.OPEN, routine, entries, NOW - timedelta(minutes=24), pending=pending)


def done_until(routine: Routine, at: int) -> tuple[Entry, ...]:
    """Log every set before an exercise."""
    return tuple(
        Entry(EntryKind.SET, index, p.amount, as_planned=True)
        for index, p in enumerate(routine.prescriptions[:at])
        for _ in range(p.sets)
    )


def first_of(phase: Phase, routine: Routine) -> int:
    """Find where a phase begins."""
    return next(at for at, p in enumerate(routine.prescriptions) if p.phase is phase)


def filmed(library: Library) -> Library:
    """Let a clip of its own show every variation."""
    return _showing(library, lambda v: Clip(v.id, 640, 480, 4.0, v.id))


def without_clips(library: Library) -> Library:
    """Let no clip show any variation."""
    return _showing(library, lambda _: None)


def _showing(library: Library, clip: Callable[[Variation], Clip | None]) -> Library:
    def shown(v: Variation) -> Variation:
        return replace(v, clip=clip(v))

    exercises = {
        id: replace(e, ladder=tuple(map(shown, e.ladder)), swaps=tuple(map(shown, e.swaps)))
        for id, e in library.exercises.items()
    }
    return replace(library, exercises=exercises)
