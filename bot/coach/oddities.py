"""Messages that are no answer to anything, named by what they were."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class HelpShown:
    """The commands that work."""


@dataclass(frozen=True, slots=True)
class LessonsListed:
    """All lessons."""


@dataclass(frozen=True, slots=True)
class LessonShown:
    """One lesson; an unknown id shows the list."""

    lesson: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something that is no answer to anything: odd text, a sticker, a photo, an unknown command."""

    kind: Literal["text", "command", "media"]


@dataclass(frozen=True, slots=True)
class EditIgnored:
    """A message was edited; what it logged stays as it was."""

    in_workout: bool


@dataclass(frozen=True, slots=True)
class PrivateOnly:
    """The coach talks in private chats only."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Something went wrong on our side; `saved` when the effect was kept."""

    saved: bool


@dataclass(frozen=True, slots=True)
class Slowed:
    """Somebody sends more than can be seen to at once."""


@dataclass(frozen=True, slots=True)
class ButtonForged:
    """A button that is none of ours, or of a version long gone."""


@dataclass(frozen=True, slots=True)
class TapWanted:
    """Somebody typed where only the buttons above answer."""


@dataclass(frozen=True, slots=True)
class StandsBelow:
    """A button was tapped twice: what it asks for stands below already."""


@dataclass(frozen=True, slots=True)
class AfterWorkout:
    """A question of the plan has to wait until the open workout has ended."""


@dataclass(frozen=True, slots=True)
class NothingToCancel:
    """No question is open."""
