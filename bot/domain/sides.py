"""Left and right told apart: a pair is one set, and its lesser side is what counts."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """One of the two."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Pair:
    """What each side did, in reps or seconds, 1 or more: in one set, or in several together."""

    left: int
    right: int

    @property
    def both(self) -> tuple[int, int]:
        """Left and right."""
        return self.left, self.right

    @property
    def lesser(self) -> int:
        """The amount that both sides reached: targets follow it (evidence 2.3, "all sets")."""
        return min(self.both)

    @property
    def gap(self) -> int:
        """By how much of the greater side the lesser one did less, in whole percent."""
        greater = max(self.both)
        return round(100 * (greater - self.lesser) / greater)

    def plus(self, other: "Pair") -> "Pair":
        """Return what each side did in both."""
        return Pair(self.left + other.left, self.right + other.right)


Amount = int | Pair
"""Reps or seconds of one set: the same on both sides, or told apart."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The side that goes first, and why: what the sides did over the last so many workouts in which they were told."""

    side: Side
    pair: Pair
    times: int
