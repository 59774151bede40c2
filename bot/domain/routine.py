"""Today's routine and its parts: what is asked of an athlete, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.exercise import Equipment, Level, Mode, Phase, Sides, Tempo
from bot.domain.sides import Lead

MINIMUM = 4
"""Minutes of the shortest version of a strength day (evidence 7)."""

TAP = 3
"""Seconds to look at the phone and tell a set as done."""

READING = 25
"""Seconds to read the card of a version that was never done, and to find out how it goes: some eighty words."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a target is what it is: a text key and what to fill in."""

    key: str
    arguments: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Growth:
    """What a variation has grown by where the next rung cannot be done: seconds of pause, sets, reps at the top."""

    pause: int = 0
    sets: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an athlete stands with an exercise: which variation next, how much, and why.

    `hits` counts sessions in a row at the top of `hits_on`, `misses` those in a row that were too much, `kept` the
    sessions for which it still stays as it is because the athlete wanted that. It `waits` for one session where a pain
    was no better the next morning.
    """

    variation: str
    amount: int
    small_range: bool = False
    growth: Growth = Growth()
    hits: int = 0
    hits_on: str | None = None
    misses: int = 0
    kept: int = 0
    waits: bool = False
    reason: Reason = Reason("start", {})


@dataclass(frozen=True, slots=True)
class Prescription:
    """The target for one exercise today. `amount` is reps or seconds by mode, `rest` is seconds.

    `lead` is the side that goes first, where one was told to do less; `new` what was never done in this version.
    """

    exercise: str
    variation: str
    phase: Phase
    mode: Mode
    sides: Sides
    directions: int
    areas: tuple[str, ...]
    sets: int
    amount: int
    low: int
    rest: int
    tempo: Tempo
    small_range: bool
    notes: tuple[str, ...]
    reason: Reason
    lead: Lead | None = None
    new: bool = False

    @property
    def seconds(self) -> int:
        """How long it takes: sets x (amount x tempo x sides + rest), a tap each, and its card read when it is new.

        The rest after the last set is the time to get into the next position (evidence 1).
        """
        once = self.amount * (self.tempo.seconds if self.mode is Mode.REPS else 1)
        sides = 2 if self.sides is Sides.EACH else 1
        done = self.sets * (once * sides * self.directions * max(1, len(self.areas)) + self.rest + TAP)
        return done + READING if self.new else done


class RoutineKind(StrEnum):
    """A strength routine has all three phases; a mobility routine has no strength."""

    STRENGTH = "strength"
    MOBILITY = "mobility"


class Load(StrEnum):
    """How much of the usual a day asks: after a break, in a deload week, or on a low day (evidence 2.6, 2.7)."""

    USUAL = "usual"
    ONE_FEWER = "one_fewer"
    HALF = "half"
    LOWER = "lower"
    ANEW = "anew"
    DELOAD = "deload"
    LOW = "low"


class Version(StrEnum):
    """Which version of a day's routine.

    The usual, half of it on a low day, all sets although the week is full, ten minutes, or the four-minute minimum.
    """

    USUAL = "usual"
    LOW = "low"
    WHOLE = "whole"
    SHORT = "short"
    MINIMUM = "minimum"


class Trim(StrEnum):
    """What was left out to fit the length, in the order it is tried; the first three on a short day alone."""

    FEWER_WARM_UPS = "fewer_warm_ups"
    FEWER_STRETCHES = "fewer_stretches"
    FEWER_MOVES = "fewer_moves"
    ROLLING = "rolling"
    STRETCHES = "stretches"
    THIRD_SETS = "third_sets"
    SECOND_SETS = "second_sets"
    SHORTER_STRETCHES = "shorter_stretches"
    SHORTER_WARM_UP = "shorter_warm_up"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Routine:
    """Today's ordered list of prescriptions.

    `load` is how much of the usual it asks, `anyway` that it was begun against the advice to wait.
    """

    kind: RoutineKind
    session: str | None
    length: int
    prescriptions: tuple[Prescription, ...]
    trims: tuple[Trim, ...]
    load: Load = Load.USUAL
    anyway: bool = False

    @property
    def is_minimum(self) -> bool:
        """Whether it is the four-minute version: it counts as a session, and says nothing about targets."""
        return self.kind is RoutineKind.STRENGTH and self.length == MINIMUM

    @property
    def minutes(self) -> int:
        """The estimate, in whole minutes."""
        return round(sum(p.seconds for p in self.prescriptions) / 60)

    def weekly_sets(self, counts: Mapping[str, float]) -> float:
        """How many outer-hip sets the routine holds, as the program counts them; evidence 2.4."""
        return sum(p.sets * counts.get(p.exercise, 0) for p in self.prescriptions)


@dataclass(frozen=True, slots=True)
class Profile:
    """What of an athlete decides about targets: level, equipment, limits, what they opted into, and days a week."""

    level: Level
    equipment: frozenset[Equipment]
    limits: frozenset[str]
    opted_in: frozenset[str]
    days: int = 3
