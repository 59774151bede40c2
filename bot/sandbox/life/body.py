"""A body: how much of a move it can do, how that grows with training, and how it sinks in weeks away.

A simple model, made to be believed rather than to be exact. At the step a move starts on, a fresh body can do so many good
reps (`reps`); each step up leaves three quarters of them; a rep less for a second of pause; each further set a tenth less.
Strength begins at 1 and closes, with each session of the move, a part of what is left to twice and a half. After a week
without, it loses some 4 % a week. Two seconds of a hold are as hard as a rep.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.life.reading import SetAsked

STEP = 0.75
LATER_SET = 0.9
REP_IN_SECONDS = 2
CEILING = 2.5
FRESH_DAYS = 7
LOST_A_DAY = 0.006
LEAST_LEFT = 0.6
USUAL_REPS = 14
PACE = {"swing": 2, "circle": 4, "lunge": 4, "heel": 3, "kick": 2}
"""Seconds of one rep where the card gives no tempo; evidence for the warm-up."""
USUAL_PACE = 3
EASY, OK, HARD = 5, 3, 1


@dataclass
class Body:
    """What somebody can do; `growth` is the part of the way to the ceiling that one session goes."""

    reps: Mapping[str, int]
    growth: float
    _strength: dict[str, float] = field(default_factory=dict)
    _last: dict[str, datetime] = field(default_factory=dict)
    _first_step: dict[str, int] = field(default_factory=dict)

    def can_do(self, asked: SetAsked, step: int | None) -> int:
        """The good reps, or seconds, of this set; a step that is not known is the first one."""
        first = self._first_step.setdefault(asked.move, step or 1)
        harder = STEP ** ((step or first) - first) * LATER_SET ** (asked.set - 1)
        reps = self.reps.get(asked.move, USUAL_REPS) * self._strength.get(asked.move, 1.0) * harder
        if asked.is_hold:
            return max(3, int(reps * REP_IN_SECONDS))
        return max(1, int(reps) - max(0, asked.pause - 1))

    def trained(self, move: str, at: datetime) -> None:
        """A session of the move was done."""
        strength = self._strength.get(move, 1.0)
        self._strength[move] = strength + self.growth * (CEILING - strength)
        self._last[move] = at

    def rested(self, now: datetime) -> None:
        """Time went by since each move was last done: to be called as a workout begins."""
        for move, last in self._last.items():
            lost = max(0, (now - last).days - FRESH_DAYS) * LOST_A_DAY
            self._strength[move] *= max(LEAST_LEFT, 1 - lost)
            if lost:
                self._last[move] = now


def effort(left: int, *, is_hold: bool) -> str:
    """What somebody answers who had so many good reps, or seconds, left."""
    reps = left // REP_IN_SECONDS if is_hold else left
    steps = ((EASY, "Easy"), (OK, "OK"), (HARD, "Hard"))
    return next((word for least, word in steps if reps >= least), "Max")


def seconds_of(asked: SetAsked, amount: int) -> int:
    """How long the doing takes."""
    if asked.is_hold:
        return amount * asked.times
    pace = next((pace for word, pace in PACE.items() if word in asked.move.lower()), USUAL_PACE)
    return amount * asked.times * (asked.tempo or pace)
