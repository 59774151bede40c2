"""What somebody saw and did in their weeks, as they would remember it: workouts, targets, messages, pains."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.life.reading import SetAsked, StartCard, Summary


@dataclass
class Workout:
    """One doing of a routine."""

    card: StartCard
    started: datetime
    reminder_said: int | None  # the minutes that the reminder spoke of
    targets: list[SetAsked] = field(default_factory=list)  # the first set of each strength move
    sets: int = 0
    moves: set[str] = field(default_factory=set)  # strength moves that were done
    ended: datetime | None = None
    summary: Summary | None = None

    @property
    def is_strength(self) -> bool:
        return self.card.title.startswith("Strength")

    @property
    def minutes(self) -> int:
        """How long it took by the clock."""
        assert self.ended
        return round((self.ended - self.started).total_seconds() / 60)


@dataclass(frozen=True)
class Unasked:
    """A message of the coach's own accord."""

    at: datetime
    kind: str
    text: str


@dataclass(frozen=True)
class Hurt:
    """Something hurt, and what the coach answered."""

    at: datetime
    move: str
    pain: int
    answer: str


@dataclass(frozen=True)
class Did:
    """Something done of their own accord, or in answer to a message, and the first words that came back."""

    at: datetime
    what: str
    answer: str


@dataclass
class Diary:
    """All of it, in order."""

    planned: int = 0  # strength days a week, as the plan's card says
    plan: str = ""
    workouts: list[Workout] = field(default_factory=list)
    unasked: list[Unasked] = field(default_factory=list)
    hurts: list[Hurt] = field(default_factory=list)
    did: list[Did] = field(default_factory=list)
    turns: int = 0
    progress: str = ""
    why: str = ""
