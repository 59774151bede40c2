"""Days with little time: which moves stay in ten minutes, what fits into four, and when four are offered."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.day import week_of
from bot.domain.exercise import Phase
from bot.domain.routine import Prescription, Trim
from bot.domain.week import A_DAY, DayKind, Moves, WeekPlan, kind_with_moves

SHORT_DAY = 10
"""Minutes up to which moves are left out."""

WARM_UPS = 2
STRETCHES = 1
MINIMUM_WARM_UPS = 1
MINIMUM_SECONDS = 270
"""The four-minute version reads as "about 4 minutes" at most (evidence 7: four to five)."""

CHANGE = 15
"""Seconds from one move to the next: with one set of each there is nothing else to rest for."""

LOOK_BACK = timedelta(weeks=2)
"""A planned day longer ago is no miss any more, but a break (evidence 2.7)."""


def few_moves(prescriptions: tuple[Prescription, ...]) -> tuple[tuple[Prescription, ...], tuple[Trim, ...]]:
    """Keep the first two warm-up moves, all strength moves and the first stretch; also tell what was left out."""
    by_phase = {phase: tuple(p for p in prescriptions if p.phase is phase) for phase in Phase}
    most = {Phase.WARM_UP: (WARM_UPS, Trim.FEWER_WARM_UPS), Phase.COOL_DOWN: (STRETCHES, Trim.FEWER_STRETCHES)}
    trims = tuple(trim for phase, (count, trim) in most.items() if len(by_phase[phase]) > count)
    few = {phase: found[: most[phase][0]] if phase in most else found for phase, found in by_phase.items()}
    return tuple(p for phase in Phase for p in few[phase]), trims


def can_spare_strength(prescriptions: tuple[Prescription, ...]) -> bool:
    """Tell whether more than one strength move is left."""
    return sum(p.phase is Phase.STRENGTH for p in prescriptions) > 1


def without_last_strength(prescriptions: tuple[Prescription, ...]) -> tuple[Prescription, ...]:
    """Leave out the last strength move; ValueError when there is none."""
    last = max(at for at, p in enumerate(prescriptions) if p.phase is Phase.STRENGTH)
    return (*prescriptions[:last], *prescriptions[last + 1 :])


def share_out(prescriptions: tuple[Prescription, ...], seconds: int) -> tuple[Prescription, ...]:
    """Give each move one set of as much as its share of the seconds holds; what one leaves, the next ones share."""
    given: list[Prescription] = []
    for at, prescription in enumerate(prescriptions):
        left = seconds - sum(each.seconds for each in given)
        given.append(_within(prescription, left // (len(prescriptions) - at)))
    return tuple(given)


def _within(prescription: Prescription, seconds: int) -> Prescription:
    once = replace(prescription, sets=1, rest=min(prescription.rest, CHANGE))
    none, one = (replace(once, amount=amount).seconds for amount in (0, 1))
    return replace(once, amount=min(once.amount, max(1, (seconds - none) // (one - none))))


def minimum_is_offered(day: date, since: date, plan: WeekPlan, moves: Moves, trained: Collection[date]) -> bool:
    """Tell whether a day's start card and reminder offer the four-minute version (evidence 7).

    It does on the first strength day of a week that follows a miss, so once a week at most. `since` is the first day
    of the plan, `trained` are the days of sessions that count.
    """
    week = (week_of(day) + timedelta(days=ahead) for ahead in range(day.weekday() + 1))
    return next((each for each in week if _follows_a_miss(each, since, plan, moves, trained)), None) == day


def _follows_a_miss(day: date, since: date, plan: WeekPlan, moves: Moves, trained: Collection[date]) -> bool:
    """Tell whether it is a strength day, and the one before it passed without a session, that day or later."""
    if kind_with_moves(day, plan, moves) is not DayKind.STRENGTH:
        return False
    planned = day - A_DAY
    while kind_with_moves(planned, plan, moves) is not DayKind.STRENGTH:
        planned -= A_DAY
    return planned >= max(since, day - LOOK_BACK) and not any(planned <= each < day for each in trained)
