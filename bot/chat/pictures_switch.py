"""Words that switch the clips on and off, wherever somebody stands."""

from dataclasses import dataclass

from telegram import Update
from telegram.ext import MessageHandler

from bot.chat.answering import Answering
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import TEXT, Means, typed_in
from bot.chat.onboarding import text_of
from bot.coach.plan import PlanCoach
from bot.domain.typed import Intent


@dataclass(frozen=True, slots=True)
class PicturesChat:
    """Pictures, or words only; the plan has a button for it as well."""

    plan: PlanCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register before the conversations: the words mean the same in all of them."""
        app.add_handler(MessageHandler(TEXT & Means(Intent.PICTURES, Intent.WORDS_ONLY), self.switched))

    async def switched(self, update: Update, _: Context) -> None:
        """Show moves, or tell them in words only."""
        typed = typed_in(text_of(update))
        wanted = typed is not None and typed.intent is Intent.PICTURES
        await self.answer(await self.plan.set_pictures(turn_now(), on=wanted))
