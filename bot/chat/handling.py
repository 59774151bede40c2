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

    @property
    def live(self) -> int | None:
        """Which message has the live buttons."""
        if self.live_changed:
            return self.live_message
        return self.turn.athlete.live_message if self.turn.athlete else None

    @property
    def is_second_tap(self) -> bool:
        """Whether a button was tapped on a message that has been answered by the one below already."""
        query = self.update.callback_query
        tapped = query.message.message_id if query and query.message else None
        return tapped is not None and self.live is not None and tapped < self.live

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
