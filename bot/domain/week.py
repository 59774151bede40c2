"""Which weekdays are for strength, which for mobility, and what moves when a workout moves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

MOST_STRENGTH_DAYS = 3
FEWEST_STRENGTH_DAYS = 2
A_DAY = timedelta(days=1)
LEAST_SPACING = timedelta(hours=36)
"""Between the starts of two strength workouts; evidence 2.5 (ACSM09, ACSM26)."""

DAYS_AHEAD = 6
"""A workout can move that far: on the seventh day its own weekday comes again."""


class DayKind(StrEnum):
    """What a day is for."""

    STRENGTH = "strength"
    MOBILITY = "mobility"
    REST = "rest"


class DaysTooClose(ValueError):
    """The chosen weekdays leave no two strength days with a day between them."""


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """Weekdays (0 is Monday) for strength and for mobility; all others are rest days."""

    strength: frozenset[int]
    mobility: frozenset[int]

    def kind_of(self, day: date) -> DayKind:
        """Tell what the plan says of a date, moves aside."""
        if day.weekday() in self.strength:
            return DayKind.STRENGTH
        return DayKind.MOBILITY if day.weekday() in self.mobility else DayKind.REST

    @property
    def days(self) -> frozenset[int]:
        """All chosen weekdays."""
        return self.strength | self.mobility


def plan_week(weekdays: Iterable[int]) -> WeekPlan:
    """Make two or three of the weekdays strength days, never two in a row, Sunday and Monday included.

    Further chosen days become mobility days. Raises DaysTooClose when not even two strength days fit.
    """
    chosen = sorted(set(weekdays))
    for size in range(MOST_STRENGTH_DAYS, FEWEST_STRENGTH_DAYS - 1, -1):
        for strength in combinations(chosen, size):
            if not any(_neighbours(a, b) for a, b in combinations(strength, 2)):
                return WeekPlan(frozenset(strength), frozenset(chosen) - frozenset(strength))
    raise DaysTooClose


def _neighbours(a: int, b: int) -> bool:
    return (a - b) % 7 in (1, 6)


Moves = Mapping[date, date | None]
"""Workouts taken from their day to another day, or let go (None)."""


def kind_with_moves(day: date, plan: WeekPlan, moves: Moves) -> DayKind:
    """Tell what a date is for once moves are counted; a moved strength workout wins over mobility and rest."""
    if day in moves.values():
        return DayKind.STRENGTH
    if day in moves:
        return DayKind.REST
    return plan.kind_of(day)


def strength_between(first: date, until: date, plan: WeekPlan, moves: Moves) -> date | None:
    """Return the first strength day from `first` on and before `until`, None when there is none."""
    days = (first + timedelta(days=ahead) for ahead in range((until - first).days))
    return next((day for day in days if kind_with_moves(day, plan, moves) is DayKind.STRENGTH), None)


def postponed(day: date, plan: WeekPlan, moves: Moves, to: date | None = None) -> dict[date, date]:
    """Move the strength workout of a day to a later day (None: the next one), and those that come under 36 hours after.

    Returns the moves to add, by the day each workout was planned for.
    """
    found: dict[date, date] = {}
    origins = {to: origin for origin, to in moves.items() if to}
    current, target = day, to or day + A_DAY
    following = next_strength_day(target - A_DAY, plan, moves)
    while True:
        found[origins.get(current, current)] = target
        if following - target >= LEAST_SPACING:
            return found
        current, target = following, target + timedelta(days=2)
        following = next_strength_day(current, plan, moves)


def ways_to_move(day: date, plan: WeekPlan, moves: Moves) -> dict[date, dict[date, date]]:
    """Return the days of the coming week to which the strength workout of a day can move, with the moves each brings.

    36 hours stay between it and the workout before (evidence 2.5); in whole days that is a day between, so about 48.
    Days for which no other workout has to move come first.
    """
    week = (day + timedelta(days=ahead) for ahead in range(1, DAYS_AHEAD + 1))
    ways = {to: postponed(day, plan, moves, to) for to in week if _has_room_before(to, day, plan, moves)}
    return dict(sorted(ways.items(), key=lambda way: (len(way[1]), way[0])))


def _has_room_before(to: date, day: date, plan: WeekPlan, moves: Moves) -> bool:
    """Tell whether no strength workout but the one that moves lies on a day, or less than 36 hours before it."""
    close = (to - timedelta(days=back) for back in range(LEAST_SPACING // A_DAY + 1))
    return all(each == day or kind_with_moves(each, plan, moves) is not DayKind.STRENGTH for each in close)


def next_strength_day(after: date, plan: WeekPlan, moves: Moves) -> date:
    """Return the first strength day after a date."""
    day = after + timedelta(days=1)
    while kind_with_moves(day, plan, moves) is not DayKind.STRENGTH:
        day += timedelta(days=1)
    return day
