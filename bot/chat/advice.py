"""What is asked and offered before strength: how somebody feels, and a lighter week."""

from dataclasses import dataclass

from telegram import Update
from telegram.ext import MessageHandler

from bot.chat.answering import Answering
from bot.chat.conversation import Handler, StoredConversation
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import TEXT, Finds, Means, typed_in, version_typed
from bot.chat.onboarding import text_of
from bot.chat.presses import on_press
from bot.coach.advice import AdviceCoach
from bot.domain.athlete import Step
from bot.domain.spacing import Energy, soreness_of
from bot.domain.typed import Intent
from bot.views import buttons


@dataclass(frozen=True, slots=True)
class AdviceChat:
    """Taps and words; who says something else goes on to it, and the question is left open."""

    coach: AdviceCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register the buttons and the words."""
        on_press(app, buttons.Sore, self.sore)
        on_press(app, buttons.Energetic, self.energetic)
        on_press(app, buttons.LighterWeek, self.lighter_week)
        told = TEXT & ~Finds(version_typed)
        sore = MessageHandler(told & Means(Intent.DONE, Intent.HURTS, Intent.NO), self.sore_typed)
        fine = MessageHandler(TEXT & Means(Intent.OK, Intent.EASY, Intent.YES), self.fine_typed)
        tired = MessageHandler(TEXT & Means(Intent.HARD, Intent.NO), self.tired_typed)
        states: dict[object, list[Handler]] = {Step.SORENESS: [sore], Step.ENERGY: [fine, tired]}
        app.add_handler(StoredConversation(entry_points=[], states=states, fallbacks=[]))

    async def sore(self, press: buttons.Sore) -> None:
        """So sore."""
        await self.answer(await self.coach.sore(turn_now(), press.soreness))

    async def energetic(self, press: buttons.Energetic) -> None:
        """So much energy."""
        await self.answer(await self.coach.energy(turn_now(), press.energy))

    async def lighter_week(self, press: buttons.LighterWeek) -> None:
        """A lighter week, or none."""
        await self.answer(await self.coach.lighter_week(turn_now(), wanted=press.wanted == "yes"))

    async def sore_typed(self, update: Update, _: Context) -> None:
        """So sore, from 0 to 10; no is hardly."""
        typed = typed_in(text_of(update))
        number = typed.amount if typed else None
        await self.answer(await self.coach.sore(turn_now(), soreness_of(number or 0)))

    async def fine_typed(self, _: Update, __: Context) -> None:
        """Sleep and energy are fine."""
        await self.answer(await self.coach.energy(turn_now(), Energy.GOOD))

    async def tired_typed(self, _: Update, __: Context) -> None:
        """They are not."""
        await self.answer(await self.coach.energy(turn_now(), Energy.LOW))
