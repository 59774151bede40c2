"""The athlete: who trains, with what, when, and what to spare."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.day import training_day
from bot.domain.exercise import Equipment, Level
from bot.domain.library import Hold
from bot.domain.load import Deload
from bot.domain.rhythm import is_silent, is_weekly
from bot.domain.routine import Profile
from bot.domain.spacing import Feeling
from bot.domain.week import WeekPlan, plan_week


class Step(StrEnum):
    """Where an athlete stands in a dialog; the store keeps it, so that a restart changes nothing."""

    READY = "ready"
    READINESS = "readiness"
    AREAS = "areas"
    SPARING = "sparing"
    TOPICS = "topics"
    HELD = "held"
    PLACE = "place"
    LOCATION = "location"
    DAYS = "days"
    TIME = "time"
    OFFERED_STRENGTH = "offered_strength"
    OFFERED_MOBILITY = "offered_mobility"
    OFFERED_LOW = "offered_low"
    OFFERED_WHOLE = "offered_whole"
    SORENESS = "soreness"
    ENERGY = "energy"
    OFFERED_SHORT = "offered_short"
    OFFERED_MINIMUM = "offered_minimum"
    SET = "set"
    EFFORT = "effort"
    PAIN = "pain"
    WHERE = "where"
    SKIPPING = "skipping"
    STOPPING = "stopping"
    SWAPPING = "swapping"
    PAUSED = "paused"
    STALE = "stale"
    MORNING = "morning"


OFFERS = frozenset(
    {
        Step.OFFERED_STRENGTH,
        Step.OFFERED_MOBILITY,
        Step.OFFERED_LOW,
        Step.OFFERED_WHOLE,
        Step.OFFERED_SHORT,
        Step.OFFERED_MINIMUM,
        Step.SORENESS,
        Step.ENERGY,
    }
)
"""A start card is the last thing that was shown, or the question before it, which may be left open."""

IDLE = frozenset({Step.READY, Step.MORNING, *OFFERS})
"""No question has to be answered; a start card, or how a pain is this morning, may have been the last thing shown."""

ONBOARDING = frozenset(
    {Step.READINESS, Step.AREAS, Step.SPARING, Step.TOPICS, Step.PLACE, Step.LOCATION, Step.DAYS, Step.TIME}
)
PLAN_QUESTIONS = frozenset({Step.SPARING, Step.PLACE, Step.LOCATION, Step.DAYS, Step.TIME})
"""Once the plan stands, one of these is only open until something else is asked for."""

TRAINING = frozenset(
    {
        *(Step.SET, Step.EFFORT, Step.PAIN, Step.WHERE, Step.SKIPPING, Step.STOPPING, Step.SWAPPING),
        *(Step.PAUSED, Step.STALE),
    }
)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is kept of the readiness check: when, whether training waits, when to ask again; never the topic."""

    checked_on: date
    hold: Hold | None
    recheck_on: date


@dataclass(frozen=True, slots=True)
class Athlete:
    """One Telegram user who trains, as kept in the store."""

    id: int
    language: str
    step: Step = Step.READINESS
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    weekdays: frozenset[int] = frozenset({0, 2, 4})
    remind_at: time = time(18, 0)
    level: Level = Level.BEGINNER
    level_since: datetime | None = None
    equipment: frozenset[Equipment] = frozenset()
    length: int = 20
    limits: frozenset[str] = frozenset()
    opted_in: frozenset[str] = frozenset()
    readiness: Readiness | None = None
    rest_messages: bool = True
    paused: bool = False
    paused_until: date | None = None
    blocked: bool = False
    onboarded_on: date | None = None
    latest_day: date | None = None
    live_message: int | None = None
    feeling: Feeling | None = None
    deload: Deload = field(default_factory=Deload)
    unanswered: int = 0
    weekly: bool = False
    ill: bool = False
    pictures: bool = True

    @property
    def plan(self) -> WeekPlan:
        """Strength and mobility days of the week."""
        return plan_week(self.weekdays)

    @property
    def hold(self) -> Hold | None:
        """Why training waits, None when it may go on."""
        return self.readiness.hold if self.readiness else None

    @property
    def is_asked(self) -> bool:
        """Whether a question is open that comes before any training; one of the plan can be left for it."""
        return self.step in ONBOARDING and not (self.onboarded_on and self.step in PLAN_QUESTIONS)

    def day_at(self, instant: datetime) -> date:
        """Return the athlete's training day at an instant; it never goes back, whatever zone they travel to."""
        day = training_day(instant, self.zone)
        return max(day, self.latest_day) if self.latest_day else day

    def alarmed(self) -> "Athlete":
        """Let training wait after a red flag; a hold that is there already stays, and before the check there is none."""
        if self.readiness is None:
            return self
        readiness = self.readiness if self.hold else replace(self.readiness, hold=Hold.ALARM)
        return replace(self, step=Step.HELD, readiness=readiness)

    @property
    def profile(self) -> Profile:
        """What decides about targets."""
        return Profile(self.level, self.equipment, self.limits, self.opted_in, len(self.plan.strength))

    def is_paused_on(self, day: date) -> bool:
        """Tell whether reminders are paused on a day."""
        return self.paused and (self.paused_until is None or day < self.paused_until)

    @property
    def is_weekly(self) -> bool:
        """Whether one reminder a week is enough, chosen or because the last ones had no answer."""
        return is_weekly(self.unanswered, chosen=self.weekly)

    @property
    def is_silent(self) -> bool:
        """Whether nothing is sent until they write."""
        return is_silent(self.unanswered)
