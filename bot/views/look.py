"""What a view may look at beside the result: the language, the library, and who reads it."""

from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch

from bot.domain.athlete import Athlete
from bot.domain.library import Library
from bot.domain.words import Words
from bot.views.reply import Reply


@dataclass(frozen=True, slots=True)
class Look:
    """The reader: their words, their name as Telegram gave it (never kept), and what is kept of them."""

    words: Words
    library: Library
    name: str
    athlete: Athlete | None
    now: datetime


@singledispatch
def show(result: object, look: Look) -> Reply:  # noqa: ARG001 -- the views that are registered read it
    """Return what is said for a coach's result; each result has its own view, registered beside the feature."""
    raise TypeError(f"no view is registered for {type(result).__name__}")
