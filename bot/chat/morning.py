"""The morning after a pain: how it is now, by a tap or in words."""

from dataclasses import dataclass

from telegram import Update
from telegram.ext import MessageHandler

from bot.chat.answering import Answering
from bot.chat.conversation import StoredConversation, at
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import TEXT, Means, typed_in
from bot.chat.onboarding import text_of
from bot.chat.presses import on_press
from bot.coach.morning import MorningCoach
from bot.domain.athlete import Step
from bot.domain.morning import Morning
from bot.domain.typed import Intent
from bot.views import buttons

TYPED = {
    Intent.BETTER: Morning.BETTER,
    Intent.OK: Morning.BETTER,
    Intent.SAME: Morning.SAME,
    Intent.WORSE: Morning.WORSE,
}


@dataclass(frozen=True, slots=True)
class MorningChat:
    """Answers to how a pain is; words answer while that was the last thing asked."""

    coach: MorningCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register the words and the button."""
        told = MessageHandler(TEXT & Means(*TYPED), self.told)
        hurts = MessageHandler(TEXT & Means(Intent.HURTS, Intent.SHARP), self.hurts)
        app.add_handler(
            StoredConversation(entry_points=[], states=at(Step.MORNING, handlers=[told, hurts]), fallbacks=[])
        )
        on_press(app, buttons.MorningPick, self.picked)

    async def told(self, update: Update, _: Context) -> None:
        """It is like this."""
        typed = typed_in(text_of(update))
        if typed:
            await self.answer(await self.coach.answered(turn_now(), TYPED[typed.intent]))

    async def hurts(self, _: Update, __: Context) -> None:
        """It still hurts: as much as yesterday, more or less."""
        await self.answer(await self.coach.show(turn_now()))

    async def picked(self, press: buttons.MorningPick) -> None:
        """It is like this: the exercise that was asked about."""
        await self.answer(await self.coach.answered(turn_now(), press.morning, (press.workout, press.item)))
