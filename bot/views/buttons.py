"""Every button the bot can show, and how each travels through Telegram: `tag:value:value`, at most 64 bytes.

What arrives may be forged or old: it is parsed strictly, and the coach checks whose it is.
"""

from functools import cache
from typing import Annotated, ClassVar, Literal, Self
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.domain.exercise import Equipment, Level
from bot.domain.morning import Morning
from bot.domain.progression import Effort
from bot.domain.routine import RoutineKind, Version
from bot.domain.spacing import Energy, Soreness

Mask = Annotated[int, Field(ge=0, lt=1 << 24)]
"""A choice among ordered things, one bit each: nothing that was chosen has to be stored."""

Number = Annotated[int, Field(ge=0, lt=1 << 40)]
Index = Annotated[int, Field(ge=0, lt=100)]
Day = Annotated[int, Field(ge=1, le=3_000_000)]
"""A training day as its proleptic ordinal."""


class ForgedButton(ValueError):
    """The payload is none of ours."""


class Press(BaseModel):
    """A button's payload."""

    model_config = ConfigDict(frozen=True)
    tag: ClassVar[str]

    def pack(self) -> str:
        """Return the payload as it travels."""
        return ":".join([self.tag, *(str(value) for value in self.model_dump(mode="json").values())])

    @classmethod
    def unpack(cls, data: str) -> Self:
        """Read a payload; raises ForgedButton when it is none of this kind."""
        tag, *values = data.split(":")
        if tag != cls.tag or len(values) != len(cls.model_fields):
            raise ForgedButton
        try:
            press = cls.model_validate_strings(dict(zip(cls.model_fields, values, strict=True)))
        except ValidationError as error:
            raise ForgedButton from error
        if press.pack() != data:  # a number can be written in many ways, a button writes it in one
            raise ForgedButton
        return press


# Onboarding and the questions of the plan


class Adult(Press):
    """I am 18 or older."""

    tag = "adult"


class UnderAge(Press):
    """I am under 18."""

    tag = "young"


class Readiness(Press):
    """One of the three answers to the readiness check."""

    tag = "ready"
    answer: Literal["none", "joint", "others"]


class AreasToggle(Press):
    """Show the areas with this choice."""

    tag = "area"
    chosen: Mask


class AreasDone(Press):
    """Spare these areas."""

    tag = "areas"
    chosen: Mask


class TopicsToggle(Press):
    """Show the topics with this choice."""

    tag = "topic"
    chosen: Mask


class TopicsDone(Press):
    """These topics apply; `sure` once asked about those that only a doctor can clear."""

    tag = "topics"
    chosen: Mask
    sure: Literal["0", "1"]


class ModePick(Press):
    """The answer to the one question more that these topics ask."""

    tag = "mode"
    chosen: Mask
    applies: Literal["0", "1"]


class Signs(Press):
    """Show the signs at which to stop."""

    tag = "signs"


class LeaveMode(Press):
    """The mode is over, or was a mistake: ask the readiness check again."""

    tag = "leave"


class AskToGrow(Press):
    """After a birth: let the plan grow again, after the self-check."""

    tag = "grow"


class GrowPick(Press):
    """The answer to the self-check before the plan grows again."""

    tag = "grown"
    applies: Literal["0", "1"]


class ClinicianAgreed(Press):
    """A clinician said it is fine to train."""

    tag = "cleared"


class Misread(Press):
    """What was taken for a red flag was none."""

    tag = "misread"


class PlacePick(Press):
    """I live in this zone."""

    tag = "zone"
    zone: Annotated[str, Field(pattern=r"^[A-Za-z0-9_+/-]{1,50}$")]

    @field_validator("zone")
    @classmethod
    def _exists(cls, name: str) -> str:
        if name not in _zones():
            raise ValueError("there is no such zone")
        return name


class ShareLocation(Press):
    """Give me the keyboard that shares a location."""

    tag = "where"


class DaysPick(Press):
    """Train on these weekdays (bit 0 is Monday)."""

    tag = "days"
    chosen: Mask


class DaysToggle(Press):
    """Show the weekdays with this choice."""

    tag = "day"
    chosen: Mask


class TimePick(Press):
    """Remind me at this time (minutes since midnight)."""

    tag = "time"
    minutes: Annotated[int, Field(ge=0, lt=1440)]


# Today's start card


class Today(Press):
    """Show what today holds."""

    tag = "today"


class Offer(Press):
    """Show the start card of a strength or mobility routine, in this version."""

    tag = "offer"
    kind: RoutineKind
    version: Version = Version.USUAL


class Start(Press):
    """Start this routine, on the day it was offered for, in this version."""

    tag = "start"
    kind: RoutineKind
    day: Day
    version: Version = Version.USUAL


class Sore(Press):
    """My hips are this sore."""

    tag = "sore"
    soreness: Soreness


class Energetic(Press):
    """Sleep and energy were like this."""

    tag = "energy"
    energy: Energy


class LighterWeek(Press):
    """Begin a lighter week, or leave it."""

    tag = "deload"
    wanted: Literal["yes", "no"]


class Choose(Press):
    """Open a choice on the start card (`kind`) or on the plan card."""

    tag = "choose"
    what: Literal["level", "gear", "length"]
    where: Literal["strength", "mobility", "plan"]


class SetLevel(Press):
    """Take this level."""

    tag = "level"
    level: Level
    where: Literal["strength", "mobility", "plan"]


class ToggleGear(Press):
    """I own this, or no longer."""

    tag = "gear"
    item: Equipment
    where: Literal["strength", "mobility", "plan"]


class SetLength(Press):
    """Take routines of this many minutes."""

    tag = "length"
    minutes: Literal["10", "20", "30"]
    where: Literal["strength", "mobility", "plan"]


# Inside a workout


class Done(Press):
    """I did this set as planned."""

    tag = "done"
    workout: Number
    item: Index
    set: Index


class Skip(Press):
    """Let this exercise go."""

    tag = "skip"
    workout: Number
    item: Index
    set: Index


class SkipWarmUp(Press):
    """Let the rest of the warm-up go."""

    tag = "nowarm"
    workout: Number


class Hurts(Press):
    """Something hurts."""

    tag = "hurts"
    workout: Number


class PainPick(Press):
    """It hurts this much: the exercise that was asked about."""

    tag = "pain"
    workout: Number
    item: Index
    pain: Annotated[int, Field(ge=0, le=10)]


class PlaceOfPain(Press):
    """It hurts there: the exercise that was asked about; `elsewhere` for somewhere else."""

    tag = "ache"
    workout: Number
    item: Index
    area: Annotated[str, Field(pattern=r"^[a-z_]{1,30}$")]


class Spare(Press):
    """Swap this exercise for today, to spare where it hurts."""

    tag = "spare"
    workout: Number
    item: Index


class EffortPick(Press):
    """It was this hard."""

    tag = "effort"
    workout: Number
    item: Index
    effort: Effort


class NextMove(Press):
    """Show the next move; how hard the last one was stays open."""

    tag = "next"
    workout: Number


class Keep(Press):
    """Keep this exercise as it was the last time."""

    tag = "keep"
    workout: Number
    item: Index


class Easier(Press):
    """Make this exercise easier today; `told` is how many entries there were."""

    tag = "easier"
    workout: Number
    told: Number


class Harder(Press):
    """Make this exercise harder today."""

    tag = "harder"
    workout: Number
    told: Number


class Swap(Press):
    """Ask which move takes the place of this one."""

    tag = "swap"
    workout: Number
    told: Number


class SwapTo(Press):
    """Put this move in its place."""

    tag = "swapto"
    workout: Number
    told: Number
    exercise: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,30}$")]


class More(Press):
    """Show everything about this exercise."""

    tag = "more"
    workout: Number


class Less(Press):
    """Show the short card again."""

    tag = "less"
    workout: Number


class Undo(Press):
    """Take back the last of so many entries."""

    tag = "undo"
    workout: Number
    told: Number


class Stop(Press):
    """Stop, after a question."""

    tag = "stop"
    workout: Number


class StopNow(Press):
    """Yes, end this workout."""

    tag = "stopnow"
    workout: Number


class CoolDown(Press):
    """Go to the cool-down."""

    tag = "cool"
    workout: Number


class GoOn(Press):
    """Go on with this workout."""

    tag = "goon"
    workout: Number


class StartAfresh(Press):
    """End this earlier workout and show what today holds."""

    tag = "afresh"
    workout: Number


# On a reminder


class Later(Press):
    """Remind me in an hour."""

    tag = "later"
    day: Day


class Tomorrow(Press):
    """Move this day's workout to tomorrow."""

    tag = "tomorrow"
    day: Day


class AnotherDay(Press):
    """Show to which days this day's workout can move."""

    tag = "otherday"
    day: Day


class MoveTo(Press):
    """Move this day's workout to that day."""

    tag = "moveto"
    day: Day
    to: Day


class MoveBack(Press):
    """Take this day's workout back from that day."""

    tag = "moveback"
    day: Day
    to: Day


class LetGo(Press):
    """Let this day's workout go."""

    tag = "letgo"
    day: Day


# The morning after a pain


class MorningPick(Press):
    """The exercise that hurt yesterday feels like this today."""

    tag = "morning"
    workout: Number
    item: Index
    morning: Morning


# Settings and pages


class Edit(Press):
    """Change a part of the plan."""

    tag = "edit"
    what: Literal["days", "time", "place", "readiness", "areas", "opt_in", "rest", "pictures", "plan", "remind"]


class Pause(Press):
    """Send nothing for so many days; 0 until I resume."""

    tag = "pause"
    days: Annotated[int, Field(ge=0, le=365)]


class Ill(Press):
    """Send nothing until I am well."""

    tag = "ill"


class Well(Press):
    """I am well again: it was a cold, or something bigger."""

    tag = "well"
    after: Literal["cold", "bigger"]


class Resume(Press):
    """Send reminders again."""

    tag = "resume"


class Rhythm(Press):
    """Remind me once a week, or on every training day."""

    tag = "rhythm"
    to: Literal["weekly", "usual"]


class Learn(Press):
    """Read a lesson; `list` shows them all."""

    tag = "learn"
    lesson: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]


class Delete(Press):
    """Delete everything: yes or no, as asked at that minute; an old yes asks again."""

    tag = "delete"
    answer: Literal["yes", "no"]
    asked: Number


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def mask_of(chosen: frozenset[str], order: tuple[str, ...]) -> int:
    """Return a choice as bits, in the order of the list."""
    return sum(1 << at for at, name in enumerate(order) if name in chosen)


def chosen_in(mask: int, order: tuple[str, ...]) -> frozenset[str]:
    """Return the choice that bits stand for."""
    return frozenset(name for at, name in enumerate(order) if mask & (1 << at))
