"""Easier, harder, another move, as it was: by button, and by word."""

from dataclasses import dataclass

from telegram import Update

from bot.chat.answering import Answering
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import exercise_in
from bot.chat.onboarding import text_of
from bot.chat.presses import on_press
from bot.coach.changing import ChangeCoach
from bot.coach.keeping import KeepCoach
from bot.views import buttons


@dataclass(frozen=True, slots=True)
class ChangeChat:
    """What changes the exercise at hand; the workout's conversation knows when its words are understood."""

    changing: ChangeCoach
    keeping: KeepCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register the buttons."""
        on_press(app, buttons.Easier, self.easier_tapped)
        on_press(app, buttons.Harder, self.harder_tapped)
        on_press(app, buttons.Swap, self.swap_tapped)
        on_press(app, buttons.SwapTo, self.swap_picked)
        on_press(app, buttons.Keep, self.keep_tapped)

    async def easier_tapped(self, press: buttons.Easier) -> None:
        """Easier today."""
        await self.answer(await self.changing.easier(turn_now(), (press.workout, press.told)))

    async def harder_tapped(self, press: buttons.Harder) -> None:
        """Harder today."""
        await self.answer(await self.changing.harder(turn_now(), (press.workout, press.told)))

    async def swap_tapped(self, press: buttons.Swap) -> None:
        """Another move."""
        await self.answer(await self.changing.ask_other(turn_now(), (press.workout, press.told)))

    async def swap_picked(self, press: buttons.SwapTo) -> None:
        """Take that one."""
        await self.answer(await self.changing.swap(turn_now(), press.exercise, (press.workout, press.told)))

    async def keep_tapped(self, press: buttons.Keep) -> None:
        """Not yet: as it was."""
        await self.answer(await self.keeping.keep(turn_now(), (press.workout, press.item)))

    async def easier_said(self, _: Update, __: Context) -> None:
        """Easier today."""
        await self.answer(await self.changing.easier(turn_now()))

    async def harder_said(self, _: Update, __: Context) -> None:
        """Harder today."""
        await self.answer(await self.changing.harder(turn_now()))

    async def swap_said(self, _: Update, __: Context) -> None:
        """Another move."""
        await self.answer(await self.changing.ask_other(turn_now()))

    async def move_named(self, update: Update, _: Context) -> None:
        """Take the move of that name."""
        if exercise := exercise_in(text_of(update)):
            await self.answer(await self.changing.swap(turn_now(), exercise))

    async def keep_said(self, _: Update, __: Context) -> None:
        """As it was."""
        await self.answer(await self.keeping.keep(turn_now()))
