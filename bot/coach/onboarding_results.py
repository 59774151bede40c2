"""What can come of a question before the first workout, or of one about the plan, named by what happened."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete
from bot.domain.library import Hold
from bot.domain.plan_mode import PlanMode, mode_of
from bot.domain.readiness import Recheck


class Place(Protocol):
    """A city: its IANA zone, how many live there, and its name for people."""

    @property
    def zone(self) -> str: ...
    @property
    def people(self) -> int: ...
    def label(self, language: str = "en") -> str: ...


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first screen, for a stranger."""


@dataclass(frozen=True, slots=True)
class TooYoung:
    """Under 18: a kind close, nothing stored."""


@dataclass(frozen=True, slots=True)
class ReadinessAsked:
    """The readiness check, at the start or asked anew; `recheck` when it is due again by itself."""

    again: bool
    recheck: Recheck | None = None


@dataclass(frozen=True, slots=True)
class AreasAsked:
    """Which areas to spare; what is chosen travels in the buttons, not in the store.

    `needed` when it answers the readiness check: then at least one has to be chosen.
    """

    chosen: frozenset[str]
    needed: bool = False


@dataclass(frozen=True, slots=True)
class TopicsAsked:
    """Which other topic applies; what is chosen travels in the buttons, never in the store."""

    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class DoctorConfirmAsked:
    """A choice that the athlete cannot lift again: ask whether it is right before anything is stored."""

    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class ModeAsked:
    """The one question more that a mode asks: whether the pelvis hurts, or the self-check after a birth.

    The topics travel in the buttons; without any it is the self-check before an athlete's plan grows again.
    """

    mode: PlanMode
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class SignsShown:
    """The signs at which to stop, in a mode; `begun` when the mode has just begun."""

    mode: PlanMode
    begun: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Training waits; the check itself is asked again on that day. In a mode, other people have to be asked."""

    hold: Hold
    recheck_on: date
    mode: PlanMode | None = None


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """Where do you live: our best guess, and what the clock reads there."""

    guess: Place | None
    zone: ZoneInfo
    now: datetime


@dataclass(frozen=True, slots=True)
class LocationAsked:
    """The athlete wants to share a location: a keyboard that does it."""


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """Several places fit what was typed."""

    places: tuple[Place, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class PlaceUnknown:
    """No place fits what was typed."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Where somebody lives is settled: the zone, the time, and the city when one was named (it is not kept)."""

    zone: ZoneInfo
    now: datetime
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class DaysAsked:
    """Which weekdays; `choosing` shows all seven to pick from."""

    weekdays: frozenset[int]
    choosing: bool
    settled: Settled | None = None
    keyboard_shown: bool = False


@dataclass(frozen=True, slots=True)
class DaysRefused:
    """The chosen weekdays leave no two strength days with a day between."""

    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """At what time to remind; `unclear` when the last answer was no time of day, `either` when it was one of two."""

    weekdays: frozenset[int]
    unclear: bool = False
    either: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True)
class PlanReady:
    """The plan as it stands; `fresh` right after onboarding, `restarted` when its targets start at the beginning again.

    `passed` is a strength day that a journey east left no time for.
    """

    athlete: Athlete
    now: datetime
    fresh: bool
    keyboard_shown: bool = False
    restarted: bool = False
    passed: date | None = None


Question = (
    Welcome
    | ReadinessAsked
    | AreasAsked
    | TopicsAsked
    | SignsShown
    | Held
    | PlaceAsked
    | DaysAsked
    | TimeAsked
    | PlanReady
)
Answer = Question | TooYoung | DoctorConfirmAsked | ModeAsked | LocationAsked | PlacesFound | PlaceUnknown | DaysRefused


def held(athlete: Athlete) -> Held:
    """Return the hold an athlete is under; ValueError for one who is under none."""
    if athlete.readiness is None or athlete.readiness.hold is None:
        raise ValueError("this athlete may train")
    return Held(athlete.readiness.hold, athlete.readiness.recheck_on, mode_of(athlete.limits))
