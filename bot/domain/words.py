"""What the coach says, in one language: read from the content pack, never written in code."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.domain.clip import Picture
from bot.domain.red_flags import RedFlags, Urgency


class Say(Protocol):
    """Fill a text with arguments; text arguments are escaped, the text itself may hold Telegram's HTML."""

    def __call__(self, key: str, /, **arguments: str | float) -> str: ...
    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class VariationWords:
    """How a rung or swap is called and what is special about it; start and cues are complete for it."""

    name: str
    how: str
    start: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExerciseWords:
    """Everything to be read about an exercise."""

    name: str
    mistakes: tuple[str, ...]
    breathing: str
    small_range: str
    variations: Mapping[str, VariationWords]
    notes: Mapping[str, str]
    areas: Mapping[str, str]
    when_to_change: tuple[str, ...]
    claims: tuple[str, ...]
    muscles_primary: tuple[str, ...]
    muscles_secondary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One page of /learn."""

    id: str
    title: str
    body: str
    sources: tuple[str, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words an athlete may type, by what they mean."""

    intents: Mapping[str, frozenset[str]]
    rep_units: frozenset[str]
    second_units: frozenset[str]
    minute_units: frozenset[str]
    each_side: frozenset[str]
    left: frozenset[str]
    right: frozenset[str]
    joining: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """One language of the content pack."""

    language: str
    say: Say
    exercises: Mapping[str, ExerciseWords]
    lessons: tuple[Lesson, ...]
    rest_days: Mapping[str, str]
    reminders: Mapping[str, tuple[str, ...]]
    milestones: Mapping[str, str]
    red_flags: RedFlags
    red_flag_texts: Mapping[Urgency, str]
    vocabulary: Vocabulary
    areas: Mapping[str, str]
    limits: Mapping[str, str]
    topics: Mapping[str, str]
    topic_lines: tuple[str, ...]
    equipment: Mapping[str, str]
