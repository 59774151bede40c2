"""The content pack as the coach sees it: exercises, program, limits and readiness topics."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.exercise import Adaptation, Exercise, Level, Span


class Hold(StrEnum):
    """Why training waits: for a clinician's OK, for a doctor (no word of the athlete's lifts that), or after a red flag.

    A red flag's hold ends with a clinician's OK too, or when the athlete says that they were misread.
    """

    CLINICIAN = "clinician"
    DOCTOR = "doctor"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Topic:
    """A readiness topic: the hold and the limits it brings. The topic itself is never stored."""

    id: str
    hold: Hold
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Which exercises make a routine, how many sets, and how many sets a week count as enough.

    `minimum` are the strength exercises of the four-minute version.
    """

    version: int
    warm_up: tuple[str, ...]
    sessions: Mapping[str, tuple[str, ...]]
    minimum: tuple[str, ...]
    cool_down: tuple[str, ...]
    sets: Mapping[Level, int]
    weekly_sets: Mapping[Level, Span]
    counts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Library:
    """Everything about training that is data."""

    exercises: Mapping[str, Exercise]
    program: Program
    areas: tuple[str, ...]
    general_limits: Mapping[str, Adaptation]
    topics: Mapping[str, Topic]
    recheck_months: int

    @property
    def opt_ins(self) -> frozenset[str]:
        """Exercises whose harder poses come up only for those who opted in."""
        return frozenset(exercise.id for exercise in self.exercises.values() if exercise.opt_in_from)
