"""The buttons of start cards, workout cards and reminders."""

from dataclasses import dataclass
from datetime import date

from bot.chat.answering import Answering
from bot.chat.handling import App, current, turn_now
from bot.chat.presses import on_press
from bot.coach.interruptions import Interruptions
from bot.coach.oddities import StandsBelow
from bot.coach.pain import PainCoach
from bot.coach.postponing import PostponeCoach
from bot.coach.today import TodayCoach
from bot.coach.workout_results import SetAt
from bot.coach.workouts import WorkoutCoach
from bot.views import buttons


@dataclass(frozen=True, slots=True)
class WorkoutButtons:
    """Taps that belong to a workout; each carries the workout and set it is for."""

    today: TodayCoach
    coach: WorkoutCoach
    pain: PainCoach
    interruptions: Interruptions
    answer: Answering

    def join(self, app: App) -> None:
        """Register the buttons."""
        on_press(app, buttons.Today, self.today_asked)
        on_press(app, buttons.Offer, self.offered)
        on_press(app, buttons.Start, self.started)
        on_press(app, buttons.Done, self.done)
        on_press(app, buttons.EffortPick, self.effort)
        on_press(app, buttons.NextMove, self.next_move)
        on_press(app, buttons.Skip, self.skip)
        on_press(app, buttons.SkipWarmUp, self.skip_warm_up)
        on_press(app, buttons.Hurts, self.hurts)
        on_press(app, buttons.PainPick, self.pain_picked)
        on_press(app, buttons.PlaceOfPain, self.place_picked)
        on_press(app, buttons.Spare, self.spared)
        on_press(app, buttons.More, self.more)
        on_press(app, buttons.Less, self.less)
        on_press(app, buttons.Undo, self.undo)
        on_press(app, buttons.Stop, self.stop)
        on_press(app, buttons.StopNow, self.stop_now)
        on_press(app, buttons.CoolDown, self.cool_down)
        on_press(app, buttons.GoOn, self.go_on)
        on_press(app, buttons.StartAfresh, self.start_afresh)

    async def today_asked(self, _: buttons.Today) -> None:
        """What today holds."""
        await self.answer(await self.today.today(turn_now()))

    async def offered(self, press: buttons.Offer) -> None:
        """A start card of this kind."""
        await self.answer(await self.today.offer(turn_now(), press.kind, press.version))

    async def started(self, press: buttons.Start) -> None:
        """Go."""
        day = date.fromordinal(press.day)
        await self.answer(await self.coach.begin(turn_now(), press.kind, day, press.version))

    async def done(self, press: buttons.Done) -> None:
        """A set is done as planned."""
        await self.answer(await self.coach.tapped_done(turn_now(), SetAt(press.workout, press.item, press.set)))

    async def effort(self, press: buttons.EffortPick) -> None:
        """It was this hard."""
        result = await self.coach.effort(turn_now(), press.effort, (press.workout, press.item))
        await self.answer(result)

    async def next_move(self, press: buttons.NextMove) -> None:
        """Never mind how hard it was."""
        await self.answer(await self.coach.pass_effort(turn_now(), press.workout))

    async def skip(self, press: buttons.Skip) -> None:
        """Let this exercise go."""
        await self.answer(await self.interruptions.skip(turn_now(), SetAt(press.workout, press.item, press.set)))

    async def skip_warm_up(self, press: buttons.SkipWarmUp) -> None:
        """Let the warm-up go."""
        await self.answer(await self.interruptions.skip_warm_up(turn_now(), press.workout))

    async def hurts(self, press: buttons.Hurts) -> None:
        """Something hurts."""
        await self.answer(await self.pain.ask(turn_now(), press.workout))

    async def pain_picked(self, press: buttons.PainPick) -> None:
        """It hurts this much."""
        await self.answer(await self.pain.answered(turn_now(), press.pain, (press.workout, press.item)))

    async def place_picked(self, press: buttons.PlaceOfPain) -> None:
        """It hurts there."""
        await self.answer(await self.pain.area_told(turn_now(), press.area, (press.workout, press.item)))

    async def spared(self, press: buttons.Spare) -> None:
        """Something else for today."""
        await self.answer(await self.pain.swap(turn_now(), (press.workout, press.item)))

    async def more(self, press: buttons.More) -> None:
        """Everything about this exercise."""
        await self._show(press.workout, expanded=True)

    async def less(self, press: buttons.Less) -> None:
        """The short card."""
        await self._show(press.workout, expanded=False)

    async def _show(self, workout: int, *, expanded: bool) -> None:
        """Show where it stands; after a second tap that stands below already."""
        if current().is_second_tap:
            await self.answer(StandsBelow())
        else:
            await self.answer(await self.coach.show(turn_now(), expanded=expanded, workout=workout))

    async def undo(self, press: buttons.Undo) -> None:
        """Take back the last entry."""
        await self.answer(await self.coach.undo(turn_now(), press.workout, press.told))

    async def stop(self, press: buttons.Stop) -> None:
        """Ask before ending early."""
        await self.answer(await self.interruptions.ask_stop(turn_now(), press.workout))

    async def stop_now(self, press: buttons.StopNow) -> None:
        """End it as it stands."""
        await self.answer(await self.interruptions.stop(turn_now(), press.workout))

    async def cool_down(self, press: buttons.CoolDown) -> None:
        """Straight to the cool-down."""
        await self.answer(await self.interruptions.cool_down(turn_now(), press.workout))

    async def go_on(self, press: buttons.GoOn) -> None:
        """Go on where it stands."""
        await self.answer(await self.interruptions.back(turn_now(), press.workout))

    async def start_afresh(self, press: buttons.StartAfresh) -> None:
        """End the earlier workout, and show today."""
        await self.answer(await self.interruptions.end_old(turn_now(), press.workout))


@dataclass(frozen=True, slots=True)
class ReminderButtons:
    """Taps on a reminder; each carries the day it was sent for."""

    postpone: PostponeCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register the buttons."""
        on_press(app, buttons.Later, self.later)
        on_press(app, buttons.Tomorrow, self.tomorrow)
        on_press(app, buttons.AnotherDay, self.another_day)
        on_press(app, buttons.MoveTo, self.move_to)
        on_press(app, buttons.MoveBack, self.move_back)
        on_press(app, buttons.LetGo, self.let_go)

    async def later(self, press: buttons.Later) -> None:
        """Remind me in an hour."""
        await self.answer(await self.postpone.later(turn_now(), date.fromordinal(press.day)))

    async def tomorrow(self, press: buttons.Tomorrow) -> None:
        """Move it to tomorrow."""
        await self.answer(await self.postpone.tomorrow(turn_now(), date.fromordinal(press.day)))

    async def another_day(self, press: buttons.AnotherDay) -> None:
        """The days to choose from."""
        await self.answer(await self.postpone.other_days(turn_now(), date.fromordinal(press.day)))

    async def move_to(self, press: buttons.MoveTo) -> None:
        """To this one."""
        day, to = date.fromordinal(press.day), date.fromordinal(press.to)
        await self.answer(await self.postpone.move(turn_now(), to, day))

    async def move_back(self, press: buttons.MoveBack) -> None:
        """Today after all."""
        day, to = date.fromordinal(press.day), date.fromordinal(press.to)
        await self.answer(await self.postpone.back(turn_now(), day, to))

    async def let_go(self, press: buttons.LetGo) -> None:
        """Let it go."""
        await self.answer(await self.postpone.skip(turn_now(), date.fromordinal(press.day)))
