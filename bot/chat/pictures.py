"""Words that switch the clips on and off, wherever somebody stands."""

from dataclasses import dataclass

from telegram import Update
from telegram.ext import MessageHandler

from bot.chat.answering import Answering
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import TEXT, Means
from bot.coach.plan import PlanCoach
from bot.domain.typed import Intent


@dataclass(frozen=True, slots=True)
class PicturesChat:
    """Pictures, or words only; the plan has a button for it as well."""

    plan: PlanCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register before the conversations: these words mean the same in all of them."""
        app.add_handler(MessageHandler(TEXT & Means(Intent.PICTURES), self.on))
        app.add_handler(MessageHandler(TEXT & Means(Intent.WORDS_ONLY), self.off))

    async def on(self, _: Update, __: Context) -> None:
        """Show moves."""
        await self.answer(await self.plan.set_pictures(turn_now(), on=True))

    async def off(self, _: Update, __: Context) -> None:
        """Tell moves in words only."""
        await self.answer(await self.plan.set_pictures(turn_now(), on=False))
