"""PTB's ConversationHandler with the store as its only memory."""

from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, ConversationHandler

from bot.chat.handling import Context, athlete_now
from bot.domain.athlete import Step

Handler = BaseHandler[Update, Context, Any]
Check = tuple[object, tuple[int | str, ...], Handler, object]


class StoredConversation(ConversationHandler[Context]):
    """Routes by the step that the intake loaded under the athlete's lock; callbacks return nothing.

    States, fallbacks and entry points are PTB's own. After a restart, or in another process, the next reply goes on at
    the same question, because nothing but the store remembers it.
    """

    def check_update(self, update: object) -> Check | None:
        """Find the handler for an update among those of the athlete's step, then the entry points."""
        if not isinstance(update, Update):
            return None
        step: object = athlete.step if (athlete := athlete_now()) else None
        inside = (*self.states[step], *self.fallbacks) if step in self.states else ()
        for handler in (*self.entry_points, *inside):
            check = handler.check_update(update)
            if check is not None and check is not False:
                return step, (), handler, check
        return None


def at(*steps: Step, handlers: Sequence[Handler]) -> dict[object, list[Handler]]:
    """Give several steps the same handlers."""
    return {step: list(handlers) for step in steps}
