"""What happens when a handler raises: strangers are welcomed, forged buttons told, all else is logged and owned up to."""

import logging
from dataclasses import dataclass

from telegram.error import TelegramError

from bot.chat.answering import Answering
from bot.chat.handling import App, Context, current, turn_now
from bot.coach.oddities import ButtonForged, Failed, Slowed
from bot.coach.onboarding_results import Welcome
from bot.coach.resuming import ResumeCoach
from bot.coach.turn import Stranger
from bot.views.buttons import ForgedButton

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Errors:
    """PTB's error handler, and what is said where the usual way does not help."""

    answer: Answering
    resuming: ResumeCoach

    def join(self, app: App) -> None:
        """Register it."""
        app.add_error_handler(self.raised)

    async def raised(self, _: object, context: Context) -> None:
        """Answer what is no fault of ours; flag the rest on the update being handled, so that it is tried again."""
        error = context.error
        if isinstance(error, Stranger):
            await self.answer(Welcome())
        elif isinstance(error, ForgedButton):
            await self.answer(ButtonForged())
        elif error is not None:
            _flag(error)
            log.error("handling an update failed: %s", type(error).__name__, exc_info=error)

    async def show_again(self) -> None:
        """Show where somebody stands."""
        await self.answer(await self.resuming.where_they_stand(turn_now()))

    async def say_slowed(self) -> None:
        """Say that more comes than can be seen to at once."""
        await self.answer.beside(Slowed())

    async def say_failed(self, *, saved: bool) -> None:
        """Own up to an update that failed for good, or whose answer did."""
        try:
            await self.answer(Failed(saved=saved))
        except TelegramError:
            log.exception("could not even say so")


def _flag(error: Exception) -> None:
    try:
        current().error = error
    except LookupError:
        log.debug("the error belongs to no update")
