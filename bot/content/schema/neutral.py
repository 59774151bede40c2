"""What the files without words may hold: exercises, program, limits, readiness, references."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from bot.content.schema.fields import (
    DOI,
    URL,
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
    """Fewest and most sets, 2-3; how many of them a strength day asks for stands in program.yaml."""
    reps: Reps | None = None
    """Fewest and most repetitions in a set, 10-15; the ladder goes on when the most is reached."""
    seconds: Seconds | None = None
    """Shortest and longest hold, 20-30; for `mode: hold`, in place of reps."""
    rest: Annotated[int, Field(ge=0, le=180)]
    """Seconds of rest after a set."""
    reserve: Reserve | None = None
    """How many good repetitions are left at the end of a set, 2-3; a note for authors."""

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        if (self.reps is None) == (self.seconds is None):
            raise ValueError("a dose has either `reps` or `seconds`, not both and not neither")
        return self


class VariationFile(File):
    """A way to do the exercise that is no rung of its ladder (a swap)."""

    id: Id
    """Its name for other files; each language has words for it under `variations:`."""
    mode: Mode
    """What is counted: `reps`, or the seconds of a `hold`."""
    sides: Sides
    """`each`: once on each side. `together`: both legs at once."""
    equipment: tuple[Equipment, ...]
    """What somebody has to own for it. Walls, chairs, mats and cushions are taken to be at home."""
    tempo: TempoText
    """Seconds to lift, to pause and to lower: 2-1-3."""
    directions: Annotated[int, Field(ge=1, le=2)] = 1
    """2 when a set goes both ways, such as circles."""
    demonstration: Id | None = None
    """Which clip of media/clips.yaml shows it; without this the one that is called like the variation, if there is one."""
    dose: dict[Level, DoseFile]
    """How much each level does; a higher level never less than a lower one."""


class RungFile(VariationFile):
    """One rung of the ladder, 1 (easiest) to 5; a rung may stand twice, each time with other equipment."""

    rung: Rung
    """Its step, 1 (easiest) to 5. Rung 1 needs no equipment."""


def _listed(value: object) -> object:
    """Take a text for a list of one."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


Swaps = Annotated[tuple[Id, ...], BeforeValidator(_listed, json_schema_input_type=Id | tuple[Id, ...])]
HoldAtMost = Annotated[int, Field(ge=5, le=60)]


class AdaptationFile(File):
    """What a limit does to this exercise."""

    remove: bool = False
    """true takes the exercise out; it wins over everything else."""
    swap: Swaps = ()
    """One of `swaps:`, or a rung, takes the exercise's place; of a list, the first that owned equipment allows."""
    rung_at_most: Rung | None = None
    """The ladder stops at this rung, when there is no swap."""
    without: tuple[Equipment, ...] = ()
    """Equipment that is not used, even by those who own it."""
    small_range: bool = False
    """true asks for less movement, in the words of `small_range:`."""
    hold_at_most: HoldAtMost | None = None
    """The longest hold of this exercise, in seconds."""
    note: Id | None = None
    """A sentence that is added; it stands under `notes:` in each language."""

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
    """The name of this file, without .yaml."""
    phase: Phase
    """Where in a workout it belongs."""
    reviewed_by: Annotated[str, Field(min_length=2)]
    """Which clinician has read it, or `none`."""
    muscles: MusclesFile
    """What works, by the keys of `muscles:` in labels.yaml."""
    start: dict[Level, Rung]
    """On which rung each level begins; a higher level never lower."""
    opt_in_from: Annotated[int, Field(ge=2, le=5)] | None = None
    """From this rung on only for athletes who asked for it on their plan."""
    areas: tuple[Id, ...] = ()
    """Places that a set visits one after the other, such as those of foam rolling; named in each language."""
    ladder: tuple[RungFile, ...]
    """Five rungs, easiest first."""
    swaps: tuple[VariationFile, ...] = ()
    """Ways to do it that stand on no rung; limits put them in the exercise's place."""
    limits: dict[Id, AdaptationFile]
    """What each limit of limits.yaml changes here; a limit that is not named changes nothing."""
    claims: Annotated[tuple[ClaimFile, ...], Field(min_length=1)]
    """What is told as a fact, each with its source."""


# program.yaml, limits.yaml, readiness.yaml, references.yaml


class SessionsFile(File):
    """The strength exercises of the two workouts that take turns."""

    a: Annotated[tuple[Id, ...], Field(min_length=3, max_length=3)]
    b: Annotated[tuple[Id, ...], Field(min_length=3, max_length=3)]


class ProgramFile(File):
    """Which exercises make a routine, and how much of them a week."""

    version: Annotated[int, Field(ge=1)]
    """One more whenever the plan asks for more or less training."""
    warm_up: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Exercises of every warm-up, in their order."""
    sessions: SessionsFile
    """The two strength workouts that take turns, three exercises each."""
    minimum: Annotated[tuple[Id, ...], Field(min_length=2, max_length=2)]
    """The two strength exercises of the four-minute version."""
    cool_down: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Exercises of every cool-down, in their order."""
    sets: dict[Level, Annotated[int, Field(ge=1, le=3)]]
    """How many sets of a strength exercise; the dose of its rung may ask for fewer or more."""
    weekly_sets: dict[Level, WeeklySets]
    """How many counted sets a week are a useful range; shown on the start card."""
    counts: dict[Id, Annotated[float, Field(ge=0, le=1)]]
    """How much a set of each strength exercise counts towards weekly_sets: 1, or 0.5 for a half."""


class GeneralLimitFile(File):
    """A limit that holds for every exercise."""

    hold_at_most: HoldAtMost | None = None
    """The longest hold, in seconds."""
    rung_at_most: Rung | None = None
    """Every ladder stops at this rung."""
    steady: bool = False
    """true lets no target of strength grow."""

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if self.hold_at_most is None and self.rung_at_most is None and not self.steady:
            raise ValueError("this limit changes nothing: give `hold_at_most`, `rung_at_most` or `steady`")
        return self


class LimitsFile(File):
    """Areas an athlete may spare, and limits that a readiness topic brings; none names a condition."""

    areas: tuple[Id, ...]
    """Areas an athlete may ask to spare, in the order of the buttons."""
    general: dict[Id, GeneralLimitFile]
    """Limits that hold for every exercise."""
    exercise: tuple[Id, ...]
    """Limits that only some exercises answer to, in their own files."""


class TopicFile(File):
    """What a readiness topic brings: a hold that a clinician's OK ends, or one only a doctor can, and limits."""

    id: Id
    """Its key in `topics:` of labels.yaml."""
    hold: Literal["clinician", "doctor"]
    """Who ends the hold: a clinician's OK that the athlete confirms, or only a doctor."""
    limits: tuple[Id, ...] = ()
    """What stays in the plan afterwards."""


class ReadinessFile(File):
    """The readiness check: topics behind "One of the others", and when to ask again."""

    recheck_months: Annotated[int, Field(ge=1, le=24)]
    """After how many months the check is asked again."""
    topics: Annotated[tuple[TopicFile, ...], Field(min_length=1)]
    """The topics, in the order of the buttons."""


class ReferenceFile(File):
    """A source: citation, DOI or address where one was seen, and how much of it was read."""

    cite: Annotated[str, Field(min_length=8)]
    """Who, when, what, where: this is what athletes get to read."""
    doi: Annotated[str, Field(pattern=DOI)] | None = None
    """The DOI alone, 10.…/…"""
    url: Annotated[str, Field(pattern=URL)] | None = None
    """Its address, with https://"""
    seen: Literal["abstract", "full", "secondary", "memory"]
    """How much of it was read; what is only remembered (memory) carries no claim."""


class ReferencesFile(File):
    """All sources by key."""

    references: dict[ReferenceKey, ReferenceFile]


# schema/required.yaml, schema/messages.yaml


class RequiredFile(File):
    """What the evidence asks of every pack, so that nobody deletes it by mistake."""

    conditions: tuple[Id, ...]
    """Red flags that every language must know."""
    topics: tuple[Id, ...]
    """Topics of the readiness check."""


class MessageFile(File):
    """What the program does with one Fluent message."""

    arguments: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """What the message is filled with; for an argument that is a key, the variants that must be told apart."""
    plain_up_to: int | None = None
    """For a text on a button, in the menu or in a toast: no tags, and at most so many letters."""


class MessagesFile(File):
    """Every message that the program says, by the Fluent file in which it stands."""

    files: dict[str, dict[str, MessageFile]]
