"""What the files without words may hold: exercises, program, limits, readiness, references."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from bot.content.schema.fields import (
    File,
    Id,
    ReferenceKey,
    Reps,
    Reserve,
    Rung,
    Seconds,
    Sets,
    TempoText,
    WeeklySets,
)
from bot.domain.exercise import Equipment, Level, Mode, Phase, Sides

# exercises/ID.yaml


class DoseFile(File):
    """How much one level does: reps or seconds in a set, sets, rest in seconds, good reps left in reserve."""

    sets: Sets
    reps: Reps | None = None
    seconds: Seconds | None = None
    rest: Annotated[int, Field(ge=0, le=180)]
    reserve: Reserve | None = None

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        if (self.reps is None) == (self.seconds is None):
            raise ValueError("a dose has either `reps` or `seconds`, not both and not neither")
        return self


class VariationFile(File):
    """A way to do the exercise that is no rung of its ladder (a swap)."""

    id: Id
    mode: Mode
    sides: Sides
    equipment: tuple[Equipment, ...]
    tempo: TempoText
    directions: Annotated[int, Field(ge=1, le=2)] = 1
    dose: dict[Level, DoseFile]


class RungFile(VariationFile):
    """One rung of the ladder, 1 (easiest) to 5; a rung may stand twice, each time with other equipment."""

    rung: Rung


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Swaps = Annotated[tuple[Id, ...], BeforeValidator(_listed, json_schema_input_type=Id | tuple[Id, ...])]
HoldAtMost = Annotated[int, Field(ge=5, le=60)]


class AdaptationFile(File):
    """What a limit does to this exercise."""

    remove: bool = False
    swap: Swaps = ()
    rung_at_most: Rung | None = None
    without: tuple[Equipment, ...] = ()
    small_range: bool = False
    hold_at_most: HoldAtMost | None = None
    note: Id | None = None

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if not any(getattr(self, key) for key in type(self).model_fields):
            raise ValueError(
                "this limit changes nothing: give `remove`, `swap`, `rung_at_most`, `without`, `small_range`, "
                "`hold_at_most` or `note`"
            )
        return self


class ClaimFile(File):
    """A fact we tell, with the key of its source in references.yaml."""

    id: Id
    ref: ReferenceKey


class MusclesFile(File):
    """Muscles by their key in LANGUAGE/labels.yaml."""

    primary: Annotated[tuple[Id, ...], Field(min_length=1)]
    secondary: tuple[Id, ...] = ()


class ExerciseFile(File):
    """Everything about an exercise that needs no words."""

    id: Id
    phase: Phase
    reviewed_by: Annotated[str, Field(min_length=2)]
    muscles: MusclesFile
    start: dict[Level, Rung]
    opt_in_from: Rung | None = None
    areas: tuple[Id, ...] = ()
    ladder: tuple[RungFile, ...]
    swaps: tuple[VariationFile, ...] = ()
    limits: dict[Id, AdaptationFile]
    claims: Annotated[tuple[ClaimFile, ...], Field(min_length=1)]


# program.yaml, limits.yaml, readiness.yaml, references.yaml


class SessionsFile(File):
    """The strength exercises of the two workouts that take turns."""

    a: Annotated[tuple[Id, ...], Field(min_length=3, max_length=3)]
    b: Annotated[tuple[Id, ...], Field(min_length=3, max_length=3)]


class ProgramFile(File):
    """Which exercises make a routine, and how much of them a week."""

    version: Annotated[int, Field(ge=1)]
    warm_up: Annotated[tuple[Id, ...], Field(min_length=1)]
    sessions: SessionsFile
    cool_down: Annotated[tuple[Id, ...], Field(min_length=1)]
    sets: dict[Level, Annotated[int, Field(ge=1, le=3)]]
    weekly_sets: dict[Level, WeeklySets]
    counts: dict[Id, Annotated[float, Field(ge=0, le=1)]]


class GeneralLimitFile(File):
    """A limit that holds for every exercise."""

    hold_at_most: HoldAtMost | None = None
    rung_at_most: Rung | None = None

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if self.hold_at_most is None and self.rung_at_most is None:
            raise ValueError("this limit changes nothing: give `hold_at_most` or `rung_at_most`")
        return self


class LimitsFile(File):
    """Areas an athlete may spare, and limits that a readiness topic brings; none names a condition."""

    areas: tuple[Id, ...]
    general: dict[Id, GeneralLimitFile]
    exercise: tuple[Id, ...]


class TopicFile(File):
    """What a readiness topic brings: a hold that a clinician's OK ends, or one only a doctor can, and limits."""

    id: Id
    hold: Literal["clinician", "doctor"]
    limits: tuple[Id, ...] = ()


class ReadinessFile(File):
    """The readiness check: topics behind "One of the others", and when to ask again."""

    recheck_months: Annotated[int, Field(ge=1, le=24)]
    topics: Annotated[tuple[TopicFile, ...], Field(min_length=1)]


class ReferenceFile(File):
    """A source: citation, DOI or address where one was seen, and how much of it was read."""

    cite: Annotated[str, Field(min_length=8)]
    doi: str | None = None
    url: str | None = None
    seen: Literal["abstract", "full", "secondary", "memory"]


class ReferencesFile(File):
    """All sources by key."""

    references: dict[ReferenceKey, ReferenceFile]
