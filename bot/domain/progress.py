"""What an athlete has done: sessions, weeks on plan, bests, and the milestones they bring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from bot.domain.day import week_of
from bot.domain.exercise import Exercise, Mode
from bot.domain.week import DayKind, Moves, WeekPlan, kind_with_moves

FREE_MISSES_A_WEEK = 1
FEWEST_IN_A_STEADY_WEEK = 2
COMEBACK_AFTER = timedelta(days=14)
TEN = 10
MANY = 40
FOUR_WEEKS = 4
OF_SIX_WEEKS = 6


class Milestone(StrEnum):
    """Earned once each, for what somebody did; never for a body or a streak (evidence 6)."""

    FIRST_STEP = "first_step"
    STEADY_WEEK = "steady_week"
    TEN = "ten"
    LEVEL_UP = "level_up"
    COMEBACK = "comeback"
    WISE_CHOICE = "wise_choice"
    FOUR_WEEKS = "four_weeks"
    ALL_MOVES = "all_moves"


@dataclass(frozen=True, slots=True)
class Session:
    """A workout that counts: its day, and whether the athlete listened to a pain, or chose an easier version.

    `planned_in_week` is how many strength workouts the plan asked for that week; mobility is no part of that count.
    """

    day: date
    planned_in_week: int
    listened: bool
    strength: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """What was reached in one exercise in one workout: which rung (None for a swap), the least set, by mode."""

    exercise: str
    day: date
    variation: str
    rung: int | None
    mode: Mode
    best: int


@dataclass(frozen=True, slots=True)
class Trend:
    """An exercise's latest and best result on its latest variation, and the one before."""

    exercise: str
    variation: str
    mode: Mode
    best: int
    latest: int
    before: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers of the progress page."""

    this_month: int
    this_week: int
    planned_this_week: int
    weeks_on_plan: int
    in_all: int
    trends: tuple[Trend, ...]


def summarize(sessions: Sequence[Session], records: Sequence[Record], today: date, planned: int) -> Summary:
    """Count sessions and weeks, and each exercise's trend.

    `planned` is how many strength workouts this week asks for; this week's count is of strength alone, too.
    """
    return Summary(
        this_month=sum(1 for s in sessions if (s.day.year, s.day.month) == (today.year, today.month)),
        this_week=sum(1 for s in sessions if s.strength and week_of(s.day) == week_of(today)),
        planned_this_week=planned,
        weeks_on_plan=len(weeks_on_plan(sessions)),
        in_all=len(sessions),
        trends=trends(records),
    )


def weeks_on_plan(sessions: Iterable[Session]) -> frozenset[date]:
    """Return the Mondays of all weeks whose strength kept to the plan, one free miss a week; never a run of them."""
    weeks: dict[date, list[Session]] = {}
    for session in filter(lambda session: session.strength, sessions):
        weeks.setdefault(week_of(session.day), []).append(session)
    return frozenset(
        monday
        for monday, held in weeks.items()
        if len(held) >= max(1, max(s.planned_in_week for s in held) - FREE_MISSES_A_WEEK)
    )


def can_be_on_plan(sessions: Iterable[Session], today: date, plan: WeekPlan, moves: Moves) -> bool:
    """Tell whether this week can still keep to the plan with the strength days after today, one miss being free."""
    monday = week_of(today)
    done = sum(session.strength and week_of(session.day) == monday for session in sessions)
    rest_of_week = (today + timedelta(days=ahead) for ahead in range(1, 7 - today.weekday()))
    ahead = sum(kind_with_moves(day, plan, moves) is DayKind.STRENGTH for day in rest_of_week)
    return done + ahead >= len(plan.strength) - FREE_MISSES_A_WEEK


def trends(records: Sequence[Record]) -> tuple[Trend, ...]:
    """Return the trend of each exercise, compared within its latest variation; records come oldest first."""
    by_exercise: dict[str, list[Record]] = {}
    for record in records:
        by_exercise.setdefault(record.exercise, []).append(record)
    return tuple(_trend(found) for found in by_exercise.values())


def _trend(records: list[Record]) -> Trend:
    last = records[-1]
    same = [record.best for record in records if record.variation == last.variation]
    before = same[-2] if len(same) > 1 else None
    return Trend(last.exercise, last.variation, last.mode, max(same), last.best, before)


def earned(
    sessions: Sequence[Session],
    records: Sequence[Record],
    strength: Mapping[str, Exercise],
    started_at: Mapping[str, int],
) -> frozenset[Milestone]:
    """Return every milestone the history brings; `started_at` is the rung each strength move was first done on."""
    climbed = {
        record.exercise
        for record in records
        if record.exercise in started_at and (record.rung or 0) > started_at[record.exercise]
    }
    days = [session.day for session in sessions]
    rules = {
        Milestone.FIRST_STEP: bool(sessions),
        Milestone.STEADY_WEEK: _has_steady_week(sessions),
        Milestone.TEN: len(sessions) >= TEN,
        Milestone.LEVEL_UP: bool(climbed),
        Milestone.COMEBACK: any(b - a >= COMEBACK_AFTER for a, b in pairwise(days)),
        Milestone.WISE_CHOICE: any(session.listened for session in sessions),
        Milestone.FOUR_WEEKS: _has_four_of_six(days),
        Milestone.ALL_MOVES: climbed >= set(strength) or len(sessions) >= MANY,
    }
    return frozenset(milestone for milestone, met in rules.items() if met)


def _has_steady_week(sessions: Iterable[Session]) -> bool:
    """Tell whether a week on plan held two strength workouts or more: of a week of two, the free miss leaves one."""
    held = [session for session in sessions if session.strength]
    on_plan = weeks_on_plan(held)
    return any(sum(week_of(session.day) == monday for session in held) >= FEWEST_IN_A_STEADY_WEEK for monday in on_plan)


def _has_four_of_six(days: Iterable[date]) -> bool:
    weeks = sorted({week_of(day) for day in days})
    reach = timedelta(weeks=OF_SIX_WEEKS - 1)
    return any(last - first <= reach for first, last in zip(weeks, weeks[FOUR_WEEKS - 1 :], strict=False))
