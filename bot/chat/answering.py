"""From a coach's result to a sent reply, in the athlete's words."""

import logging
from dataclasses import dataclass

from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.chat.handling import Handling, current
from bot.chat.outlet import Outlet
from bot.domain.library import Library
from bot.views import Look, Reply, show

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answering:
    """Shows results to whoever's turn it is."""

    outlet: Outlet
    library: Library

    async def __call__(self, result: object) -> None:
        """Show what happened."""
        await self.reply(show(result, self.look()))

    async def beside(self, result: object) -> None:
        """Say something that is no answer to the update being handled."""
        reply, handling = show(result, self.look()), current()
        chat = handling.update.effective_chat
        if chat is None or chat.type != ChatType.PRIVATE:
            return
        try:
            await self.outlet.send(chat.id, reply)
        except TelegramError as error:
            log.info("something could not be said: %s", type(error).__name__)

    async def reply(self, reply: Reply) -> None:
        """Send a reply that is made already."""
        await self.outlet.reply(reply)

    def look(self) -> Look:
        """Return what views need to know of the reader."""
        return look_of(current(), self.library)


def look_of(handling: Handling, library: Library) -> Look:
    """Return what views need to know of the person whose update is handled."""
    user = handling.update.effective_user
    return Look(handling.words, library, user.first_name if user else "", handling.turn.athlete, handling.turn.now)
