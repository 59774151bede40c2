"""Exercises, their ladders of variations, and how much of each is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.clip import Clip


class Phase(StrEnum):
    """The three parts of every routine, in their order."""

    WARM_UP = "warm_up"
    STRENGTH = "strength"
    COOL_DOWN = "cool_down"


class Mode(StrEnum):
    """What is counted: repetitions, or seconds of a hold."""

    REPS = "reps"
    HOLD = "hold"


class Sides(StrEnum):
    """Whether one set is done once on each side, or with both legs together."""

    EACH = "each"
    TOGETHER = "together"


class Level(StrEnum):
    """How trained the athlete is, by their own word."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Equipment(StrEnum):
    """Things an athlete may own; walls, chairs, mats and cushions are taken to be at home."""

    MINI_BAND = "mini_band"
    ANKLE_WEIGHT = "ankle_weight"
    ROLLER = "roller"


@dataclass(frozen=True, slots=True)
class Span:
    """A range of whole numbers, both ends included: sets, repetitions or seconds."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds to lift, to pause and to lower, once."""

    lift: int
    pause: int
    lower: int

    @property
    def seconds(self) -> int:
        """How long one repetition takes."""
        return self.lift + self.pause + self.lower


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of a variation one level does: sets, repetitions or seconds in each, rest between (seconds)."""

    sets: Span
    amount: Span
    rest: int


@dataclass(frozen=True, slots=True)
class Variation:
    """One way to do an exercise: a rung of its ladder (1 easiest to 5), or a swap beside it (no rung).

    Variations on the same rung need different equipment; of those that somebody owns the first one counts. `clip`
    shows how it goes, None where there are only words.
    """

    id: str
    rung: int | None
    mode: Mode
    sides: Sides
    equipment: frozenset[Equipment]
    tempo: Tempo
    doses: Mapping[Level, Dose]
    directions: int = 1
    clip: Clip | None = None


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What a limit does to an exercise; whatever is not set stays as it was.

    Of several swaps it is the first that owned equipment allows; equipment in `without` counts as not owned. `steady`
    lets nothing grow.
    """

    remove: bool = False
    swap: tuple[str, ...] = ()
    rung_at_most: int | None = None
    without: frozenset[Equipment] = frozenset()
    small_range: bool = False
    hold_at_most: int | None = None
    steady: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement in the library, with its ladder (rungs 1-5), its swaps and what each limit does to it."""

    id: str
    phase: Phase
    ladder: tuple[Variation, ...]
    swaps: tuple[Variation, ...]
    start: Mapping[Level, int]
    opt_in_from: int | None
    areas: tuple[str, ...]
    limits: Mapping[str, Adaptation]

    def variation(self, id: str) -> Variation:
        """Return the rung or swap of that name; KeyError when the exercise has none."""
        for variation in (*self.ladder, *self.swaps):
            if variation.id == id:
                return variation
        raise KeyError(id)
