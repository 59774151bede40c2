"""What the files of one language may hold: words of exercises, lessons, messages, what people type."""

from typing import Annotated, Literal

from pydantic import Field

from bot.content.schema.fields import PLAIN, Allowed, File, Id, Name, ReferenceKey, Sentence
from bot.domain.exercise import Equipment
from bot.domain.red_flags import Urgency

# exercises/ID.yaml


class VariationWordsFile(File):
    """How a rung or swap is called and what is different about it."""

    name: Name
    """At most 48 letters; it stands on cards and lists."""
    how: Sentence
    """What is different about it; at most 300 letters."""
    start: Sentence | None = None
    """Where to start from; left out where it is the exercise's own."""
    cues: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=5)] | None = None
    """Three to five cues; left out where they are the exercise's own. The card shows the first four."""


class ExerciseWordsFile(File):
    """Everything about an exercise that is words."""

    id: Id
    """The name of this file, without .yaml."""
    name: Name
    """At most 48 letters."""
    start: Sentence
    """Where to start from, for every rung that has no start of its own."""
    cues: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=5)]
    """Three to five cues, for every rung that has none of its own. The card shows the first four."""
    mistakes: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=3)]
    """Three things that are easy to get wrong, and what to do instead."""
    breathing: Sentence
    """When to breathe out and in."""
    small_range: Sentence
    """What is said when the range should be smaller."""
    variations: dict[Id, VariationWordsFile]
    """Words for every rung and every swap."""
    notes: dict[Id, Sentence] = Field(default_factory=dict)
    """The sentences that limits add."""
    areas: dict[Id, Name] = Field(default_factory=dict)
    """Names of the exercise's areas."""
    when_to_change: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """When to change it or leave it out."""
    claims: dict[Id, Sentence]
    """What is told as a fact; the source stands beside the exercise's claim."""
    allow: Allowed = ()
    """Blocked words that may stand in this file, each with its reason."""


# lessons/ID.yaml, rest_days.yaml, reminders.yaml, milestones.yaml


class LessonFile(File):
    """One page of /learn: at most one message."""

    id: Id
    """The name of this file, without .yaml."""
    title: Name
    """At most 48 letters; it stands on a button too."""
    order: int
    """Its place in the list; each lesson has its own."""
    reviewed_by: Annotated[str, Field(min_length=2)]
    """Which clinician has read it, or `none`."""
    body: Annotated[str, Field(min_length=80, max_length=2800)]
    """80 to 2800 letters; <b>, <i> and <a href="…"> are fine."""
    picture: Id | None = None
    """A picture of anatomy/ that comes with the lesson."""
    refs: tuple[ReferenceKey, ...] = ()
    """Keys of references.yaml; shown below the lesson."""
    allow: Allowed = ()


RestTopic = Literal[
    "anatomy",
    "balance",
    "breathing",
    "food",
    "habit",
    "planning",
    "progress",
    "recovery",
    "self_talk",
    "sleep",
    "soreness",
    "variability",
    "walking",
]


class RestDayFile(File):
    """One rest-day message."""

    id: Id
    """Its own; the same in every language."""
    topic: RestTopic
    """What it is about."""
    text: Annotated[str, Field(min_length=20, max_length=280)]
    """20 to 280 letters."""
    refs: tuple[ReferenceKey, ...] = ()
    """Keys of references.yaml, when it states a fact."""


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
    """The same in every language."""
    urgency: Urgency
    """How soon a clinician should look."""
    patterns: Annotated[tuple[tuple[str, ...], ...], Field(min_length=1)]
    """Lists of groups, in small letters and without apostrophes."""
    must_trigger: Annotated[tuple[str, ...], Field(min_length=5)]
    """Sentences, as people write them, that must be caught."""
    must_not: Annotated[tuple[str, ...], Field(min_length=3)]
    """Sentences that must not be caught."""


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
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    swap: tuple[str, ...]
    keep: tuple[str, ...]
    start: tuple[str, ...]
    later: tuple[str, ...]
    tomorrow: tuple[str, ...]
    another_day: tuple[str, ...]
    """How people ask for another day; with a weekday beside it, what is left when the weekday is taken out."""
    back_to_today: tuple[str, ...]
    short: tuple[str, ...]
    """How people ask for a shorter workout; with minutes beside it, what is left when the number is taken out."""
    resume: tuple[str, ...]
    hello: tuple[str, ...]
    ill: tuple[str, ...]
    pictures: tuple[str, ...]
    words_only: tuple[str, ...]
    """How people ask for moves without pictures."""
    yes: tuple[str, ...]
    no: tuple[str, ...]
    easy: tuple[str, ...]
    ok: tuple[str, ...]
    hard: tuple[str, ...]
    max: tuple[str, ...]
    better: tuple[str, ...]
    same: tuple[str, ...]
    worse: tuple[str, ...]
    rep_units: tuple[str, ...]
    second_units: tuple[str, ...]
    minute_units: tuple[str, ...]
    each_side: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    joining: tuple[str, ...]


class LabelsFile(File):
    """Names by key: areas to spare, limits, readiness topics, muscles, equipment."""

    areas: dict[Id, Name]
    limits: dict[Id, Sentence]
    topics: dict[Id, Annotated[str, Field(min_length=2, max_length=60, pattern=PLAIN)]]
    topic_lines: Annotated[tuple[Sentence, ...], Field(min_length=7, max_length=8)]
    muscles: dict[Id, Name]
    equipment: dict[Equipment, Name]
    allow: Allowed = ()


class BlockedWordsFile(File):
    """Words that shame or promise a shape; `*` at the end stands for any ending."""

    words: Annotated[tuple[str, ...], Field(min_length=1)]
