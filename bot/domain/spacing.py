"""When strength had better wait: too soon after the last, too sore, or the week is full (evidence 2.4, 2.5, 2.8)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.exercise import Phase
from bot.domain.routine import Prescription

LEAST_HOURS = 36
RECOVERY_HOURS = 48
"""From the end of one strength workout to the next: about 48 hours are best, under 36 mobility is (ACSM09)."""

MOST_SETS_A_WEEK = 23
"""Hard sets for the outer hip in a week that nobody passes without saying so (evidence 2.4)."""

ASKED_EVERY = timedelta(days=7)
"""How they feel is asked at most so often."""

MOST_TO_TRAIN_WITH = 4
"""Of 10: up to that, training is fine with sore hips (evidence 2.8)."""

LASTS = timedelta(days=3)
"""Soreness comes within one to three days: what was told is not held against a later day."""


class Wait(StrEnum):
    """Why mobility is the better choice just now."""

    SPACING = "spacing"
    SORE = "sore"
    WEEK = "week"


class Soreness(StrEnum):
    """How sore the hips are: hardly, up to 4 of 10, more, or more than 5 for over three days (evidence 2.6, 2.8)."""

    HARDLY = "hardly"
    SOME = "some"
    MUCH = "much"
    LASTING = "lasting"


def soreness_of(number: int) -> Soreness:
    """Read a number from 0 to 10; what lasts has to be said."""
    if number > MOST_TO_TRAIN_WITH:
        return Soreness.MUCH
    return Soreness.SOME if number else Soreness.HARDLY


class Energy(StrEnum):
    """How sleep and energy were lately."""

    GOOD = "good"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Feeling:
    """What an athlete told of a day, once a week at most; None where the question was passed over."""

    on: date
    soreness: Soreness | None = None
    energy: Energy | None = None

    def is_asked_again(self, day: date) -> bool:
        """Tell whether it may be asked on a day."""
        return day - self.on >= ASKED_EVERY

    def is_sore(self, day: date) -> bool:
        """Tell whether soreness speaks for mobility on a day."""
        return self.soreness in (Soreness.MUCH, Soreness.LASTING) and day - self.on < LASTS


def why_wait(hours: float | None, feeling: Feeling | None, week_after: float, day: date) -> Wait | None:
    """Tell why strength had better wait, None when nothing speaks against it.

    `hours` are from the end of the last strength workout (None: there was none), `week_after` the week's hard sets
    with today's.
    """
    if hours is not None and hours < LEAST_HOURS:
        return Wait.SPACING
    if feeling and feeling.is_sore(day):
        return Wait.SORE
    return Wait.WEEK if week_after > MOST_SETS_A_WEEK else None


def within_week(
    prescriptions: tuple[Prescription, ...], done: float, counts: Mapping[str, float]
) -> tuple[Prescription, ...]:
    """Leave out sets, of the move with most of them and of the last first, until the week stays under its most.

    One set of each is left; `done` are the week's hard sets before today.
    """
    left = list(prescriptions)
    while done + sum(p.sets * counts.get(p.exercise, 0) for p in left) > MOST_SETS_A_WEEK:
        counted = [at for at, p in enumerate(left) if p.phase is Phase.STRENGTH and p.sets > 1]
        if not counted:
            break
        longest = max(counted, key=lambda at: (left[at].sets, at))
        left[longest] = replace(left[longest], sets=left[longest].sets - 1)
    return tuple(left)
