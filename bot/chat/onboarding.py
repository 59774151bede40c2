"""The questions before the first workout, and the same ones when the plan changes later."""

from dataclasses import dataclass
from datetime import time

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.chat.answering import Answering
from bot.chat.conversation import Handler, StoredConversation, at
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import TEXT, Means, weekdays_typed
from bot.chat.presses import on_press
from bot.coach.oddities import AfterWorkout, TapWanted
from bot.coach.onboarding import Onboarding
from bot.domain.athlete import TRAINING, Step
from bot.domain.typed import Intent
from bot.views import buttons
from bot.views.buttons import ForgedButton, chosen_in

MINUTES = 60


@dataclass(frozen=True, slots=True)
class OnboardingChat:
    """/start, and every question until the plan stands."""

    coach: Onboarding
    answer: Answering

    def join(self, app: App) -> None:
        """Register the conversation and its buttons."""
        start: Handler = CommandHandler("start", self.start, filters.UpdateType.MESSAGE)
        app.add_handler(StoredConversation(entry_points=[start], states=self._states(), fallbacks=[]))
        on_press(app, buttons.Adult, self.adult)
        on_press(app, buttons.UnderAge, self.under_age)
        on_press(app, buttons.Readiness, self.readiness)
        on_press(app, buttons.AreasToggle, self.areas_toggled)
        on_press(app, buttons.AreasDone, self.areas_done)
        on_press(app, buttons.TopicsToggle, self.topics_toggled)
        on_press(app, buttons.TopicsDone, self.topics_done)
        on_press(app, buttons.ModePick, self.mode_answered)
        on_press(app, buttons.Signs, self.signs_wanted)
        on_press(app, buttons.LeaveMode, self.mode_left)
        on_press(app, buttons.AskToGrow, self.growth_wanted)
        on_press(app, buttons.GrowPick, self.growth_answered)
        on_press(app, buttons.ClinicianAgreed, self.cleared)
        on_press(app, buttons.Misread, self.misread_tapped)
        on_press(app, buttons.PlacePick, self.place_picked)
        on_press(app, buttons.ShareLocation, self.location_wanted)
        on_press(app, buttons.DaysPick, self.days_picked)
        on_press(app, buttons.DaysToggle, self.days_toggled)
        on_press(app, buttons.TimePick, self.time_picked)

    def _states(self) -> dict[object, list[Handler]]:
        """Say what is understood at which question."""
        located = MessageHandler(filters.LOCATION & filters.UpdateType.MESSAGE, self.located)
        typed, misread = MessageHandler(TEXT, self.typed), MessageHandler(TEXT & Means(Intent.RESUME), self.misread)
        return {
            **at(Step.READINESS, Step.AREAS, Step.SPARING, Step.TOPICS, handlers=[typed]),
            **at(Step.HELD, handlers=[misread, MessageHandler(TEXT, self.start)]),
            **at(Step.PLACE, Step.LOCATION, handlers=[located, MessageHandler(TEXT, self.place_typed)]),
            **at(Step.DAYS, handlers=[located, MessageHandler(TEXT, self.days_typed)]),
            **at(Step.TIME, handlers=[located, MessageHandler(TEXT, self.time_typed)]),
        }

    async def start(self, _: Update, __: Context) -> None:
        """Show the first screen, the question they stopped at, or the plan."""
        await self.answer(await self.coach.start(turn_now()))

    async def typed(self, _: Update, __: Context) -> None:
        """Words where buttons are asked for: what is ticked there stays ticked; without buttons they come again."""
        turn = turn_now()
        open_question = turn.athlete is None or turn.athlete.live_message is None
        await self.answer(await self.coach.start(turn) if open_question else TapWanted())

    async def adult(self, _: buttons.Adult) -> None:
        """They are 18 or older."""
        await self.answer(await self.coach.is_adult(turn_now()))

    async def under_age(self, _: buttons.UnderAge) -> None:
        """They are not."""
        await self.answer(await self.coach.is_under_age(turn_now()))

    async def readiness(self, press: buttons.Readiness) -> None:
        """One of the three answers to the readiness check."""
        ask = {"none": self.coach.nothing_applies, "joint": self.coach.ask_areas, "others": self.coach.ask_topics}
        await self.answer(await ask[press.answer](turn_now()))

    async def areas_toggled(self, press: buttons.AreasToggle) -> None:
        """An area was marked or unmarked."""
        await self.answer(self.coach.toggle_areas(turn_now(), chosen_in(press.chosen, self.coach.library.areas)))

    async def areas_done(self, press: buttons.AreasDone) -> None:
        """These areas are to be spared."""
        chosen = chosen_in(press.chosen, self.coach.library.areas)
        await self.answer(await self.coach.spare(turn_now(), chosen))

    async def topics_toggled(self, press: buttons.TopicsToggle) -> None:
        """A topic was marked or unmarked."""
        await self.answer(self.coach.toggle_topics(chosen_in(press.chosen, tuple(self.coach.library.topics))))

    async def topics_done(self, press: buttons.TopicsDone) -> None:
        """These topics apply."""
        chosen = chosen_in(press.chosen, tuple(self.coach.library.topics))
        await self.answer(await self.coach.topics_chosen(turn_now(), chosen, confirmed=press.sure == "1"))

    async def mode_answered(self, press: buttons.ModePick) -> None:
        """The one question more of a mode was answered."""
        chosen = chosen_in(press.chosen, tuple(self.coach.library.topics))
        await self.answer(await self.coach.topics_chosen(turn_now(), chosen, applies=press.applies == "1"))

    async def signs_wanted(self, _: buttons.Signs) -> None:
        """At which signs to stop."""
        await self.answer(self.coach.signs(turn_now()))

    async def mode_left(self, _: buttons.LeaveMode) -> None:
        """The mode is over, or was a mistake."""
        await self.answer(AfterWorkout() if _trains() else await self.coach.ask_readiness(turn_now()))

    async def growth_wanted(self, _: buttons.AskToGrow) -> None:
        """The plan may grow again after a birth."""
        await self.answer(AfterWorkout() if _trains() else self.coach.ask_to_grow(turn_now()))

    async def growth_answered(self, press: buttons.GrowPick) -> None:
        """The self-check before that was answered."""
        await self.answer(
            AfterWorkout() if _trains() else await self.coach.grow(turn_now(), applies=press.applies == "1")
        )

    async def cleared(self, _: buttons.ClinicianAgreed) -> None:
        """A clinician agreed."""
        await self.answer(await self.coach.clinician_agreed(turn_now()))

    async def misread_tapped(self, _: buttons.Misread) -> None:
        """It was no red flag."""
        await self.answer(await self.coach.misread(turn_now()))

    async def misread(self, _: Update, __: Context) -> None:
        """It was no red flag, in words."""
        await self.answer(await self.coach.misread(turn_now()))

    async def place_picked(self, press: buttons.PlacePick) -> None:
        """A place was tapped."""
        await self.answer(await self.coach.place_chosen(turn_now(), press.zone))

    async def location_wanted(self, _: buttons.ShareLocation) -> None:
        """They would rather share their location."""
        await self.answer(await self.coach.ask_location(turn_now()))

    async def place_typed(self, update: Update, _: Context) -> None:
        """A city, a zone or a clock time was typed."""
        await self.answer(await self.coach.place_typed(turn_now(), text_of(update)))

    async def located(self, update: Update, _: Context) -> None:
        """A location was shared."""
        location = update.message.location if update.message else None
        if location:
            await self.answer(await self.coach.located(turn_now(), location.latitude, location.longitude))

    async def days_picked(self, press: buttons.DaysPick) -> None:
        """Weekdays were settled."""
        await self.answer(await self.coach.days_chosen(turn_now(), weekdays_in(press.chosen)))

    async def days_toggled(self, press: buttons.DaysToggle) -> None:
        """A weekday was marked or unmarked."""
        await self.answer(self.coach.toggle_days(weekdays_in(press.chosen)))

    async def days_typed(self, update: Update, _: Context) -> None:
        """Weekdays were typed."""
        weekdays, clear = weekdays_typed(text_of(update))
        await self.answer(await self.coach.days_typed(turn_now(), weekdays, clear=clear))

    async def time_picked(self, press: buttons.TimePick) -> None:
        """A time was tapped."""
        await self.answer(await self.coach.time_chosen(turn_now(), time(*divmod(press.minutes, MINUTES))))

    async def time_typed(self, update: Update, _: Context) -> None:
        """A time was typed."""
        await self.answer(await self.coach.time_typed(turn_now(), text_of(update)))


def _trains() -> bool:
    athlete = turn_now().athlete
    return athlete is not None and athlete.step in TRAINING


def text_of(update: Update) -> str:
    """Return what was typed."""
    return (update.message.text or "") if update.message else ""


def weekdays_in(mask: int) -> frozenset[int]:
    """Return the weekdays that bits stand for; raises ForgedButton for an eighth."""
    if mask >= 1 << 7:
        raise ForgedButton
    return frozenset(day for day in range(7) if mask & (1 << day))
