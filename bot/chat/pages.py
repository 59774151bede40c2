"""/progress, /why, /learn, /privacy, /deleteme, /help and /cancel: pages that can be asked for at any time."""

from dataclasses import dataclass

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.answering import Answering
from bot.chat.handling import App, Context, turn_now
from bot.chat.presses import on_press
from bot.coach.oddities import HelpShown, LessonShown, LessonsListed
from bot.coach.onboarding import Onboarding
from bot.coach.privacy import PrivacyCoach, PrivacyShown
from bot.coach.progress import ProgressCoach
from bot.coach.resuming import ResumeCoach
from bot.coach.why import WhyCoach
from bot.views import buttons


@dataclass(frozen=True, slots=True)
class PagesChat:
    """Pages that ask nothing of the workout."""

    progress: ProgressCoach
    why: WhyCoach
    privacy: PrivacyCoach
    onboarding: Onboarding
    resuming: ResumeCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register commands and buttons."""
        for command, callback in (
            ("progress", self.progress_asked),
            ("why", self.why_asked),
            ("learn", self.learn_asked),
            ("privacy", self.privacy_asked),
            ("deleteme", self.deletion_asked),
            ("help", self.help_asked),
            ("cancel", self.cancelled),
        ):
            app.add_handler(CommandHandler(command, callback, filters.UpdateType.MESSAGE))
        on_press(app, buttons.Learn, self.lesson_picked)
        on_press(app, buttons.Delete, self.deletion_answered)

    async def progress_asked(self, _: Update, __: Context) -> None:
        """What was done so far."""
        await self.answer(await self.progress.show(turn_now()))

    async def why_asked(self, _: Update, __: Context) -> None:
        """Why a message came, or did not."""
        await self.answer(await self.why.show(turn_now()))

    async def learn_asked(self, _: Update, __: Context) -> None:
        """All lessons."""
        await self.answer(LessonsListed())

    async def lesson_picked(self, press: buttons.Learn) -> None:
        """One lesson."""
        await self.answer(LessonsListed() if press.lesson == "list" else LessonShown(press.lesson))

    async def privacy_asked(self, _: Update, __: Context) -> None:
        """What is kept."""
        await self.answer(PrivacyShown())

    async def deletion_asked(self, _: Update, __: Context) -> None:
        """Ask whether they mean it."""
        await self.answer(await self.privacy.ask(turn_now()))

    async def deletion_answered(self, press: buttons.Delete) -> None:
        """Delete everything, or nothing."""
        if press.answer == "yes":
            await self.answer(await self.privacy.delete(turn_now(), press.asked))
        else:
            await self.answer(await self.resuming.where_they_stand(turn_now()))

    async def help_asked(self, _: Update, __: Context) -> None:
        """The commands that work."""
        await self.answer(HelpShown())

    async def cancelled(self, _: Update, __: Context) -> None:
        """Leave the open question."""
        await self.answer(await self.resuming.cancel(turn_now()))
