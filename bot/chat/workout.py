"""The guided workout: /today, and every answer until the summary."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.chat.answering import Answering
from bot.chat.changing import ChangeChat
from bot.chat.conversation import Handler, StoredConversation, at
from bot.chat.handling import App, Context, current, turn_now
from bot.chat.listening import (
    TEXT,
    Finds,
    Means,
    TellsOfRedFlag,
    area_in,
    exercise_in,
    first_clause_in,
    red_flag_in,
    typed_in,
)
from bot.chat.onboarding import text_of
from bot.coach.interruptions import Interruptions
from bot.coach.pain import PainCoach
from bot.coach.today import TodayCoach
from bot.coach.workout_results import TooEasy, TooHard
from bot.coach.workouts import WorkoutCoach
from bot.domain.athlete import OFFERS, Step
from bot.domain.progression import RED_FROM, WORST_PAIN, Effort
from bot.domain.red_flags import Urgency
from bot.domain.typed import Intent, mentions, pain_mentioned

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]
TYPED_EFFORTS = {Intent.EASY: Effort.EASY, Intent.OK: Effort.OK, Intent.HARD: Effort.HARD, Intent.MAX: Effort.MAX}


@dataclass(frozen=True, slots=True)
class WorkoutChat:
    """Words inside a workout; its buttons are in workout_buttons."""

    today_coach: TodayCoach
    coach: WorkoutCoach
    pain: PainCoach
    interruptions: Interruptions
    changing: ChangeChat
    answer: Answering

    def join(self, app: App) -> None:
        """Register two conversations: the start card, and the workout it leads to."""
        today = self._command("today", self.today)
        start = self._said(self.start, Intent.START, Intent.YES)
        offered = at(*OFFERS, handlers=[start])
        inside = [self._command("done", self.done), self._command("skip", self.skip), self._command("undo", self.undo)]
        unclear: Handler = MessageHandler(TEXT, self.unclear)
        app.add_handler(StoredConversation(entry_points=[today], states=offered, fallbacks=[]))
        app.add_handler(StoredConversation(entry_points=inside, states=self._states(), fallbacks=[unclear]))

    def _states(self) -> dict[object, list[Handler]]:
        """Say which words are understood at which step, the more particular ones first."""
        said, straight, changes = self._said, self._straight(), self._changes()
        named = MessageHandler(TEXT & Finds(exercise_in), self.changing.move_named)
        back = said(self.back, Intent.NO, Intent.RESUME)
        done = said(self.done, Intent.DONE)
        effort = said(self.effort, *TYPED_EFFORTS)
        afresh = said(self.afresh, Intent.START, Intent.NO)
        return {
            Step.SET: [said(self.swap, Intent.YES), *changes, *straight],
            Step.EFFORT: [effort, said(self.next_move, Intent.RESUME, Intent.NO, Intent.SKIP), *straight],
            Step.PAIN: [*self._pain(), back],
            Step.WHERE: [*self._where(), *straight],
            Step.SKIPPING: [said(self.skip, Intent.YES), back, *straight],
            Step.SWAPPING: [back, *changes, *straight, named],
            Step.STOPPING: [said(self.stop_now, Intent.YES, Intent.STOP), back, *straight],
            Step.PAUSED: [said(self.back, Intent.RESUME), said(self.stop_now, Intent.STOP), done],
            Step.STALE: [said(self.back, Intent.RESUME, Intent.YES), afresh, done],
        }

    def _straight(self) -> list[Handler]:
        """Give the words of the straight way through a workout."""
        said = self._said
        return [
            said(self.done, Intent.DONE),
            said(self.ask_pain, Intent.HURTS, Intent.SHARP),
            said(self.skip, Intent.SKIP),
            said(self.undo, Intent.UNDO),
            said(self.stop, Intent.STOP, Intent.ILL),
            said(self.more, Intent.MORE),
            said(self.card, Intent.START, Intent.RESUME, Intent.YES, Intent.HELLO),
        ]

    def _changes(self) -> list[Handler]:
        """Give the words that change the current move for today."""
        said, change = self._said, self.changing
        return [
            said(self.too_hard, Intent.HARD, Intent.MAX),
            said(self.too_easy, Intent.EASY),
            said(change.easier_said, Intent.EASIER),
            said(change.harder_said, Intent.HARDER),
            said(change.swap_said, Intent.SWAP),
            said(change.keep_said, Intent.KEEP),
        ]

    def _pain(self) -> list[Handler]:
        """Give what is understood where a number from 0 to 10 is asked."""
        said = self._said
        return [
            said(self.stop, Intent.STOP),
            said(self.skip, Intent.SKIP),
            said(self.pain_typed, Intent.DONE, Intent.HURTS, Intent.SHARP),
        ]

    def _where(self) -> list[Handler]:
        """Give what is understood where it is asked where it hurts."""
        named = MessageHandler(TEXT & Finds(area_in), self.area)
        return [named, self._said(self.no_area, Intent.NO, Intent.RESUME)]

    @staticmethod
    def _command(name: str, callback: Callback) -> Handler:
        return CommandHandler(name, callback, filters.UpdateType.MESSAGE)

    @staticmethod
    def _said(callback: Callback, *intents: Intent) -> Handler:
        return MessageHandler(TEXT & Means(*intents), callback)

    async def today(self, _: Update, __: Context) -> None:
        """Show the open workout, or what today holds."""
        await self.answer(await self.today_coach.today(turn_now()))

    async def start(self, _: Update, __: Context) -> None:
        """Start what the start card offers."""
        await self.answer(await self.coach.begin_offered(turn_now()))

    async def done(self, update: Update, _: Context) -> None:
        """Log the current set."""
        typed = typed_in(text_of(update))
        await self.answer(await (self.coach.typed_done(turn_now(), typed) if typed else self.coach.unclear(turn_now())))

    async def effort(self, update: Update, _: Context) -> None:
        """Log how hard it was."""
        typed = typed_in(text_of(update))
        if typed:
            await self.answer(await self.coach.effort(turn_now(), TYPED_EFFORTS[typed.intent]))

    async def next_move(self, _: Update, __: Context) -> None:
        """Leave open how hard it was."""
        await self.answer(await self.coach.pass_effort(turn_now()))

    async def ask_pain(self, update: Update, _: Context) -> None:
        """Ask how much it hurts, or take the number that came along."""
        typed, athlete = typed_in(text_of(update)), turn_now().athlete
        asked = athlete is not None and athlete.step is Step.PAIN
        if typed and typed.amount is not None and typed.amount <= WORST_PAIN and (asked or not typed.bare):
            await self.answer(await self.pain.answered(turn_now(), typed.amount))
        elif mentions(text_of(update), Intent.SHARP, current().words.vocabulary):
            await self.answer(await self.pain.answered(turn_now(), RED_FROM))
        else:
            await self.answer(await self.pain.ask(turn_now()))

    async def pain_typed(self, update: Update, context: Context) -> None:
        """Take a number as the pain; a set that comes instead waits for it."""
        typed = typed_in(text_of(update))
        if typed and typed.intent is Intent.DONE and not typed.bare:
            await self.done(update, context)
        else:
            await self.ask_pain(update, context)

    async def area(self, update: Update, _: Context) -> None:
        """It hurts there."""
        await self.answer(await self.pain.area_told(turn_now(), area_in(text_of(update))))

    async def no_area(self, _: Update, __: Context) -> None:
        """Leave open where it hurts."""
        await self.answer(await self.pain.area_told(turn_now(), None))

    async def swap(self, _: Update, __: Context) -> None:
        """Yes to the swap that was offered; without one, show what is next."""
        await self.answer(await self.pain.swap(turn_now()))

    async def too_hard(self, _: Update, __: Context) -> None:
        """Too hard before it is done: fewer are fine."""
        await self.answer(await self.coach.show(turn_now(), event=TooHard()))

    async def too_easy(self, _: Update, __: Context) -> None:
        """Too easy before it is done: more are fine."""
        await self.answer(await self.coach.show(turn_now(), event=TooEasy()))

    async def skip(self, _: Update, __: Context) -> None:
        """Let the current exercise go."""
        await self.answer(await self.interruptions.skip(turn_now()))

    async def undo(self, _: Update, __: Context) -> None:
        """Take back the last entry."""
        await self.answer(await self.coach.undo(turn_now()))

    async def stop(self, _: Update, __: Context) -> None:
        """Ask before ending early."""
        await self.answer(await self.interruptions.ask_stop(turn_now()))

    async def stop_now(self, _: Update, __: Context) -> None:
        """End it as it stands."""
        await self.answer(await self.interruptions.stop(turn_now()))

    async def back(self, _: Update, __: Context) -> None:
        """Go on where it stands."""
        await self.answer(await self.interruptions.back(turn_now()))

    async def afresh(self, _: Update, __: Context) -> None:
        """End the earlier workout, and show today."""
        await self.answer(await self.interruptions.end_old(turn_now()))

    async def more(self, _: Update, __: Context) -> None:
        """Show everything about the exercise."""
        await self.answer(await self.coach.show(turn_now(), expanded=True))

    async def card(self, _: Update, __: Context) -> None:
        """Show what is next."""
        await self.answer(await self.coach.show(turn_now()))

    async def unclear(self, update: Update, _: Context) -> None:
        """Ask what was meant; where it tells of pain, ask how much."""
        text, words = text_of(update), current().words.vocabulary
        pain = pain_mentioned(text, words)
        if pain is not None:
            await self.answer(await self.pain.answered(turn_now(), pain))
        elif mentions(text, Intent.HURTS, words):
            await self.answer(await self.pain.ask(turn_now(), done=first_clause_in(text)))
        else:
            await self.answer(await self.coach.unclear(turn_now()))


@dataclass(frozen=True, slots=True)
class RedFlagChat:
    """Texts that tell of a red flag, in any state, before anything else looks at them."""

    interruptions: Interruptions
    answer: Answering

    def join(self, app: App) -> None:
        """Register the filter; it has to come before everything that logs."""
        private = filters.ChatType.PRIVATE & (filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE)
        app.add_handler(MessageHandler(private & TellsOfRedFlag(), self.raised))

    async def raised(self, update: Update, _: Context) -> None:
        """Pause, and give the fixed text; beside a kind word, a set that was told is logged as ever."""
        message = update.effective_message
        text = (message.text or message.caption or "") if message else ""
        flag = red_flag_in(text)
        urgency = flag.urgency if flag else Urgency.EMERGENCY
        typed = None if update.edited_message else first_clause_in(text)
        await self.answer(await self.interruptions.red_flag(turn_now(), urgency, typed))
        if urgency is Urgency.KIND and typed and typed.intent is Intent.DONE:
            await self.answer(await self.interruptions.workouts.typed_done(turn_now(), typed))
