"""What can come of an answer inside a workout, named by what happened."""

from dataclasses import dataclass
from datetime import date

from bot.coach.onboarding_results import Held
from bot.domain.athlete import Step
from bot.domain.changing import Refusal
from bot.domain.exercise import Mode
from bot.domain.progress import Milestone
from bot.domain.progression import Effort, Light
from bot.domain.routine import Prescription
from bot.domain.sides import Amount
from bot.domain.workout import Entry, EntryKind, Workout


@dataclass(frozen=True, slots=True)
class SetAt:
    """Which set a button stands for: workout, exercise in it, and set, both counted from 0."""

    workout: int
    item: int
    set: int


@dataclass(frozen=True, slots=True)
class SetLogged:
    """A set was logged."""

    item: int
    set: int
    amount: Amount
    as_planned: bool


@dataclass(frozen=True, slots=True)
class EffortLogged:
    """The athlete said how hard it was, or passed the question over (None)."""

    item: int
    effort: Effort | None


@dataclass(frozen=True, slots=True)
class PainLogged:
    """The athlete said how much it hurts; `small_range` when the easier way is a smaller range."""

    item: int
    pain: int
    light: Light
    eased: bool
    small_range: bool


@dataclass(frozen=True, slots=True)
class AreaLogged:
    """The athlete said where it hurts, None for somewhere that the coach knows nothing about.

    `instead` is what the move can be swapped for today, `open` while sets of it are left.
    """

    item: int
    area: str | None
    open: bool
    instead: Prescription | None = None


@dataclass(frozen=True, slots=True)
class Spared:
    """A move that hurts was swapped for today."""

    item: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A change was refused: it is asked as the last time."""

    item: int


@dataclass(frozen=True, slots=True)
class Changed:
    """The athlete chose what is asked from here on: easier, harder, or another move."""

    item: int
    how: EntryKind


@dataclass(frozen=True, slots=True)
class Refused:
    """A choice is not to be had, and why."""

    why: Refusal


@dataclass(frozen=True, slots=True)
class Skipped:
    """Exercises were let go."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """The last entry was taken back, with all that the same message skipped: `count` in all."""

    entry: Entry
    count: int = 1


@dataclass(frozen=True, slots=True)
class AlreadyLogged:
    """The button's set stands in the log already; nothing was added."""


@dataclass(frozen=True, slots=True)
class AlreadyUndone:
    """What the button would take back is gone already; nothing more was taken."""


@dataclass(frozen=True, slots=True)
class TooHard:
    """The athlete finds it too hard before it is done."""


@dataclass(frozen=True, slots=True)
class TooEasy:
    """The athlete finds it too easy before it is done."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """The message was not understood, or is in another unit than the one asked for."""

    wanted: Mode | None


@dataclass(frozen=True, slots=True)
class SidesUnclear:
    """Only one side was told of, or sides were where both work `together`; `wanted` is how the exercise is counted."""

    wanted: Mode
    together: bool


Event = (
    SetLogged
    | EffortLogged
    | PainLogged
    | AreaLogged
    | Spared
    | Kept
    | Changed
    | Refused
    | Skipped
    | Undone
    | AlreadyLogged
    | AlreadyUndone
    | TooHard
    | TooEasy
    | Unclear
    | SidesUnclear
)


@dataclass(frozen=True, slots=True)
class Card:
    """Where the workout stands: what is asked now, and what just happened; `reopened` when it had ended before."""

    workout: Workout
    step: Step
    event: Event | None = None
    expanded: bool = False
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class WorkoutStarted:
    """A workout was opened."""

    workout: Workout


@dataclass(frozen=True, slots=True)
class StaleAsked:
    """The open workout is from an earlier day: ask whether to go on with it, or to end it."""

    workout: Workout
    pending: bool


@dataclass(frozen=True, slots=True)
class NoWorkout:
    """Nothing is open."""


@dataclass(frozen=True, slots=True)
class OldButton:
    """A button of a workout that has ended, or that is not the athlete's."""

    day: date | None


@dataclass(frozen=True, slots=True)
class Better:
    """Something that went better than the last time on the same variation (None: a variation done the first time)."""

    exercise: str
    variation: str
    mode: Mode
    before: int | None
    now: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A workout ended: by its last set, or stopped before; `held` when a red flag ended it, and training waits.

    `sore` are the exercises that have a respite from now on, for they hurt three times in a row.
    """

    workout: Workout
    event: Event | None
    held: Held | None
    better: tuple[Better, ...]
    milestones: tuple[Milestone, ...]
    today: date
    next_day: date
    sore: tuple[str, ...] = ()


Result = Card | Finished | StaleAsked | NoWorkout | OldButton
