"""Who somebody is: where and when they train, how strong they are, and what they do when the coach writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.sandbox.life.body import Body
from bot.sandbox.life.reading import SetAsked

WEEKS = 12

TRAIN = "train"
"""The line of an errand that is a workout."""


@dataclass(frozen=True)
class Reminder:
    """The coach asks for a workout: the how manieth time so far, in which week (both from 1); `again` after a snooze."""

    nth: int
    week: int
    again: bool


@dataclass(frozen=True)
class Train:
    """Start after a while; stop when so many minutes are over."""

    after: timedelta = timedelta(minutes=5)
    at_most: timedelta | None = None


@dataclass(frozen=True)
class Press:
    """Answer with the button of that label, if it is there, after a while."""

    label: str
    after: timedelta = timedelta(minutes=5)


@dataclass(frozen=True)
class Ignore:
    """Do nothing at all."""


Decision = Train | Press | Ignore


@dataclass(frozen=True)
class Errand:
    """Something done of their own accord, at a wall time where they are then (`zone`, if they travel).

    The lines are those of a script: `> text` is typed, `[label]` pressed where there is one like it; TRAIN is a workout.
    """

    at: str
    lines: tuple[str, ...]
    zone: str | None = None


@dataclass(frozen=True, kw_only=True)
class Persona:
    """Somebody, with the answers that most people give."""

    name: str
    title: str
    about: str
    city: str
    zone: str
    weeks: int = WEEKS
    starts: str = "2026-09-07 17:42"
    days: str = "mon wed fri"
    time: str = "18:00"
    wishes: tuple[str, ...] = ()  # presses once the plan is set, where there is something like it
    topics: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    asks_clinician: timedelta = timedelta(days=3)
    reps: Mapping[str, int] = field(default_factory=dict)
    growth: float = 0.04
    errands: tuple[Errand, ...] = ()

    def body(self) -> Body:
        """A body on its first day."""
        return Body(self.reps, self.growth)

    @property
    def start(self) -> datetime:
        return datetime.fromisoformat(self.starts).replace(tzinfo=ZoneInfo(self.zone))

    @property
    def end(self) -> datetime:
        return self.start + timedelta(weeks=self.weeks)

    def zone_at(self, instant: datetime) -> ZoneInfo:
        """Where they are then."""
        zone = ZoneInfo(self.zone)
        for errand in self.errands:
            if errand.zone and self.errand_at(errand) <= instant:
                zone = ZoneInfo(errand.zone)
        return zone

    def errand_at(self, errand: Errand) -> datetime:
        """When an errand is run: one that brings them elsewhere by the clock of that place."""
        at, zone = datetime.fromisoformat(errand.at), ZoneInfo(self.zone)
        for other in self.errands:
            if other.zone and datetime.fromisoformat(other.at) <= at:
                zone = ZoneInfo(other.zone)
        return at.replace(tzinfo=zone)

    def when_reminded(self, reminder: Reminder) -> Decision:
        """What they do when the coach asks for a workout."""
        return Train()

    def before_starting(self, labels: list[str], week: int) -> str | None:
        """What of a start card they press before Start, if anything."""
        return None

    def when_asked(self, text: str, labels: list[str]) -> str | None:
        """Which button answers a question that has no rule of its own; None leaves it unanswered."""
        return labels[0]

    def weaker_by(self, asked: SetAsked) -> int:
        """How many good reps fewer the left side can do."""
        return 0

    def pain(self, asked: SetAsked, week: int) -> int:
        """How much it hurts as they begin this set, 0 to 10."""
        return 0
