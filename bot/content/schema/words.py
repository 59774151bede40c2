"""What the files of one language may hold: words of exercises, lessons, messages, what people type."""

from typing import Annotated

from pydantic import Field

from bot.content.schema.fields import Allowed, File, Id, Name, ReferenceKey, Sentence
from bot.domain.exercise import Equipment
from bot.domain.red_flags import Urgency

# exercises/ID.yaml


class VariationWordsFile(File):
    """How a rung or swap is called and what is different about it."""

    name: Name
    how: Sentence
    start: Sentence | None = None
    cues: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=5)] | None = None


class ExerciseWordsFile(File):
    """Everything about an exercise that is words."""

    id: Id
    name: Name
    start: Sentence
    cues: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=5)]
    mistakes: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=3)]
    breathing: Sentence
    small_range: Sentence
    variations: dict[Id, VariationWordsFile]
    notes: dict[Id, Sentence] = Field(default_factory=dict)
    areas: dict[Id, Name] = Field(default_factory=dict)
    when_to_change: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    claims: dict[Id, Sentence]
    allow: Allowed = ()


# lessons/ID.yaml, rest_days.yaml, reminders.yaml, milestones.yaml


class LessonFile(File):
    """One page of /learn: at most one message."""

    id: Id
    title: Name
    order: int
    reviewed_by: Annotated[str, Field(min_length=2)]
    body: Annotated[str, Field(min_length=80, max_length=2800)]
    refs: tuple[ReferenceKey, ...] = ()
    allow: Allowed = ()


class RestDayFile(File):
    """One rest-day message."""

    id: Id
    topic: Id
    text: Annotated[str, Field(min_length=20, max_length=280)]
    refs: tuple[ReferenceKey, ...] = ()


class RestDaysFile(File):
    """The rest-day messages; none repeats until all were seen."""

    messages: Annotated[tuple[RestDayFile, ...], Field(min_length=21)]
    allow: Allowed = ()


Wordings = Annotated[tuple[Annotated[str, Field(min_length=10, max_length=200)], ...], Field(min_length=6)]


class RemindersFile(File):
    """At least six wordings for each kind of reminder; `{minutes}` stands for today's length."""

    workout: Wordings
    mobility: Wordings
    snooze: Wordings
    allow: Allowed = ()


class MilestonesFile(File):
    """What is said when a milestone is earned."""

    first_step: Sentence
    steady_week: Sentence
    ten: Sentence
    level_up: Sentence
    comeback: Sentence
    wise_choice: Sentence
    four_weeks: Sentence
    all_moves: Sentence
    allow: Allowed = ()


# red_flags.yaml, vocabulary.yaml, labels.yaml, blocked_words.yaml


class RedFlagFile(File):
    """A condition that needs a clinician or a kind word, how people say it, and sentences that prove it.

    A pattern is a list of groups; every group must be found in one sentence, none of it negated. A group is words or
    phrases with `|` between them; `*` at the end of a word stands for any ending.
    """

    id: Id
    urgency: Urgency
    patterns: Annotated[tuple[tuple[str, ...], ...], Field(min_length=1)]
    must_trigger: Annotated[tuple[str, ...], Field(min_length=5)]
    must_not: Annotated[tuple[str, ...], Field(min_length=3)]


UrgentText = Annotated[str, Field(min_length=40, max_length=900)]


class UrgentTextsFile(File):
    """The fixed text for each urgency."""

    crisis: UrgentText
    emergency: UrgentText
    today: UrgentText
    this_week: UrgentText
    kind: UrgentText


class RedFlagsFile(File):
    """All red flags, the words that negate, and the fixed text for each urgency."""

    negations: Annotated[tuple[str, ...], Field(min_length=1)]
    texts: UrgentTextsFile
    conditions: Annotated[tuple[RedFlagFile, ...], Field(min_length=1)]


class VocabularyFile(File):
    """Words an athlete may type, by what they mean; all in small letters, without commas and full stops."""

    done: tuple[str, ...]
    skip: tuple[str, ...]
    undo: tuple[str, ...]
    stop: tuple[str, ...]
    hurts: tuple[str, ...]
    sharp: tuple[str, ...]
    more: tuple[str, ...]
    start: tuple[str, ...]
    later: tuple[str, ...]
    tomorrow: tuple[str, ...]
    resume: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    easy: tuple[str, ...]
    ok: tuple[str, ...]
    hard: tuple[str, ...]
    max: tuple[str, ...]
    rep_units: tuple[str, ...]
    second_units: tuple[str, ...]
    minute_units: tuple[str, ...]
    each_side: tuple[str, ...]
    joining: tuple[str, ...]


class LabelsFile(File):
    """Names by key: areas to spare, limits, readiness topics, muscles, equipment."""

    areas: dict[Id, Name]
    limits: dict[Id, Sentence]
    topics: dict[Id, Annotated[str, Field(min_length=2, max_length=60)]]
    topic_lines: Annotated[tuple[Sentence, ...], Field(min_length=7, max_length=8)]
    muscles: dict[Id, Name]
    equipment: dict[Equipment, Name]
    allow: Allowed = ()


class BlockedWordsFile(File):
    """Words that shame or promise a shape; `*` at the end stands for any ending."""

    words: Annotated[tuple[str, ...], Field(min_length=1)]
