"""/plan, /remind, /pause and /resume, and the buttons that change them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.answering import Answering
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import typed_in
from bot.chat.presses import on_press
from bot.coach.oddities import AfterWorkout
from bot.coach.onboarding import Onboarding
from bot.coach.onboarding_results import PlanReady
from bot.coach.plan import PlanCoach, RemindersShown
from bot.coach.recovering import RecoveryCoach
from bot.coach.today import TodayCoach
from bot.domain.athlete import TRAINING, Athlete
from bot.domain.routine import RoutineKind
from bot.views import buttons, choice_reply

LONGEST_PAUSE = 365
QUESTIONS = ("days", "time", "place", "readiness", "areas")
"""What is answered in words: inside a workout, words belong to the workout."""


@dataclass(frozen=True, slots=True)
class SettingsChat:
    """The plan card and everything it changes."""

    plan: PlanCoach
    questions: Onboarding
    recovery: RecoveryCoach
    today: TodayCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register commands and buttons."""
        for command, callback in (
            ("plan", self.plan_asked),
            ("remind", self.remind_asked),
            ("pause", self.pause_asked),
            ("resume", self.resume_asked),
        ):
            app.add_handler(CommandHandler(command, callback, filters.UpdateType.MESSAGE))
        on_press(app, buttons.Edit, self.edited)
        on_press(app, buttons.Choose, self.choice_opened)
        on_press(app, buttons.SetLevel, self.level_set)
        on_press(app, buttons.ToggleGear, self.gear_toggled)
        on_press(app, buttons.SetLength, self.length_set)
        on_press(app, buttons.Pause, self.paused)
        on_press(app, buttons.Resume, self.resumed)
        on_press(app, buttons.Rhythm, self.rhythm_set)
        on_press(app, buttons.Ill, self.paused_ill)
        on_press(app, buttons.Well, self.recovered)

    async def plan_asked(self, _: Update, __: Context) -> None:
        """Show the plan, or the question that is still open."""
        await self.answer(await self.questions.start(turn_now()))

    async def remind_asked(self, _: Update, context: Context) -> None:
        """Show the reminder's settings; `/remind 18:30` sets the time at once."""
        if not has_plan(turn_now().athlete):
            await self.answer(await self.questions.start(turn_now()))
            return
        text = " ".join(context.args or ())
        changed = await self.questions.time_typed(turn_now(), text) if text else await self.plan.show(turn_now())
        await self.answer(RemindersShown(changed.athlete) if isinstance(changed, PlanReady) else changed)

    async def pause_asked(self, _: Update, context: Context) -> None:
        """Ask for how long; `/pause 10` pauses ten days at once."""
        if not has_plan(turn_now().athlete):
            await self.answer(await self.questions.start(turn_now()))
            return
        typed = typed_in(" ".join(context.args or ()))
        if typed and typed.amount and typed.unit is None:
            await self.answer(await self.plan.pause(turn_now(), min(typed.amount, LONGEST_PAUSE)))
        else:
            await self.answer(self.plan.ask_pause(turn_now()))

    async def resume_asked(self, _: Update, __: Context) -> None:
        """Send reminders again."""
        if not has_plan(turn_now().athlete):
            await self.answer(await self.questions.start(turn_now()))
            return
        await self.answer(await self.plan.resume(turn_now()))

    async def edited(self, press: buttons.Edit) -> None:
        """Open a question of the plan, or flip a switch."""
        athlete = turn_now().athlete
        if athlete and athlete.step in TRAINING and press.what in QUESTIONS:
            await self.answer(AfterWorkout())
        else:
            await self.answer(await self._edits()[press.what]())

    def _edits(self) -> dict[str, Callable[[], Awaitable[object]]]:
        turn, plan, ask = turn_now(), self.plan, self.questions
        return {
            "days": lambda: ask.ask_days(turn),
            "time": lambda: ask.ask_time(turn),
            "place": lambda: ask.ask_place(turn),
            "readiness": lambda: ask.ask_readiness(turn),
            "areas": lambda: ask.ask_areas(turn),
            "opt_in": lambda: plan.toggle_opt_in(turn, ask.library.opt_ins),
            "rest": lambda: plan.toggle_rest_messages(turn),
            "pictures": lambda: plan.toggle_pictures(turn),
            "plan": lambda: plan.show(turn),
            "remind": lambda: plan.reminders(turn),
        }

    async def choice_opened(self, press: buttons.Choose) -> None:
        """Show the levels, the equipment or the lengths to choose from."""
        await self.answer.reply(choice_reply(press.what, press.where, self.answer.look()))

    async def level_set(self, press: buttons.SetLevel) -> None:
        """Take a level."""
        await self._shown(await self.plan.set_level(turn_now(), press.level), press.where)

    async def gear_toggled(self, press: buttons.ToggleGear) -> None:
        """Add or remove something owned; the choice stays open for more."""
        changed = await self.plan.toggle_equipment(turn_now(), press.item)
        look = replace(self.answer.look(), athlete=changed.athlete)
        await self.answer.reply(choice_reply("gear", press.where, look))

    async def length_set(self, press: buttons.SetLength) -> None:
        """Take a length."""
        await self._shown(await self.plan.set_length(turn_now(), int(press.minutes)), press.where)

    async def _shown(self, changed: PlanReady, where: str) -> None:
        """Show the card on which something was changed: the plan's, or a routine's start card."""
        if where == "plan":
            await self.answer(changed)
        else:
            turn = replace(turn_now(), athlete=changed.athlete)
            await self.answer(await self.today.offer(turn, RoutineKind(where)))

    async def paused(self, press: buttons.Pause) -> None:
        """Pause for so many days, or until they resume."""
        await self.answer(await self.plan.pause(turn_now(), press.days or None))

    async def resumed(self, _: buttons.Resume) -> None:
        """Send reminders again."""
        await self.answer(await self.plan.resume(turn_now()))

    async def rhythm_set(self, press: buttons.Rhythm) -> None:
        """Remind once a week, or on every training day."""
        await self.answer(await self.plan.set_rhythm(turn_now(), weekly=press.to == "weekly"))

    async def paused_ill(self, _: buttons.Ill) -> None:
        """Pause until they are well."""
        await self.answer(await self.plan.pause_ill(turn_now()))

    async def recovered(self, press: buttons.Well) -> None:
        """They are well again."""
        back = {"cold": self.recovery.cold, "bigger": self.recovery.bigger}
        await self.answer(await back[press.after](turn_now()))


def has_plan(athlete: Athlete | None) -> bool:
    """Tell whether there is a plan to change: onboarding is over, and training does not wait."""
    return athlete is not None and athlete.onboarded_on is not None and athlete.hold is None
