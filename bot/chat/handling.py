"""The update being handled: set by the intake under the athlete's lock, read by everything it calls."""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes

from bot.coach.turn import Turn
from bot.domain.athlete import Athlete
from bot.domain.words import Words

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]


@dataclass(slots=True)
class Handling:
    """One update on its way: whose turn, in which language, and what came of it."""

    update: Update
    turn: Turn
    words: Words
    error: BaseException | None = None
    live_message: int | None = None
    live_changed: bool = False

    def is_live_now(self, message: int | None) -> None:
        """Note which message has the live buttons from now on, None for none."""
        self.live_message, self.live_changed = message, True


_current: ContextVar[Handling] = ContextVar("handling")


def begin(handling: Handling) -> None:
    """Make this the update that everything called from here on works for."""
    _current.set(handling)


def current() -> Handling:
    """Return the update being handled; LookupError outside of one."""
    return _current.get()


def turn_now() -> Turn:
    """Return whose turn it is."""
    return _current.get().turn


def athlete_now() -> Athlete | None:
    """Return the athlete of this turn, None for a stranger."""
    return _current.get().turn.athlete
