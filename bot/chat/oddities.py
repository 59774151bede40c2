"""Everything else a person sends: one short helpful answer, or silence where nobody expects one."""

from dataclasses import dataclass
from typing import Literal

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from bot.chat.answering import Answering
from bot.chat.handling import App, Context, turn_now
from bot.chat.listening import TEXT, Finds, Means, version_typed, weekday_typed
from bot.chat.onboarding import text_of
from bot.coach.oddities import ButtonForged, EditIgnored, NotUnderstood, PrivateOnly, TapWanted
from bot.coach.onboarding import Onboarding
from bot.coach.plan import PlanCoach
from bot.coach.postponing import PostponeCoach
from bot.coach.today import TodayCoach
from bot.coach.workouts import WorkoutCoach
from bot.domain.athlete import TRAINING
from bot.domain.typed import Intent


class TapElsewhere(CallbackQueryHandler[Context, None]):
    """Taps on buttons that are in no private chat."""

    def check_update(self, update: object) -> bool:
        """Tell whether it is one."""
        if not isinstance(update, Update) or update.callback_query is None:
            return False
        return update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE


@dataclass(frozen=True, slots=True)
class GroupsChat:
    """Groups: one line, and nothing of anybody's training."""

    answer: Answering

    def join(self, app: App) -> None:
        """Register first: what comes from a group goes no further."""
        elsewhere = ~filters.ChatType.PRIVATE
        app.add_handler(MessageHandler(elsewhere & filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, self.said))
        app.add_handler(MessageHandler(elsewhere, self.ignored))
        app.add_handler(TapElsewhere(self.tapped))

    async def said(self, _: Update, __: Context) -> None:
        """Say where to find the coach."""
        await self.answer(PrivateOnly())

    async def tapped(self, _: Update, __: Context) -> None:
        """A button of ours in a group is forged: we put none there."""
        await self.answer(ButtonForged())

    async def ignored(self, _: Update, __: Context) -> None:
        """Channels, edits and service messages of groups are none of ours."""


@dataclass(frozen=True, slots=True)
class IdleWordsChat:
    """Words outside of a workout: the answers to a reminder, each also as a word."""

    today: TodayCoach
    postpone: PostponeCoach
    workouts: WorkoutCoach
    plan: PlanCoach
    answer: Answering

    def join(self, app: App) -> None:
        """Register the words; conversations come first. What holds a number or a weekday is read before single words."""
        app.add_handler(MessageHandler(TEXT & Finds(version_typed), self.minutes))
        app.add_handler(MessageHandler(TEXT & Finds(weekday_typed), self.weekday))
        for callback, intents in (
            (self.start, (Intent.START, Intent.RESUME, Intent.HELLO)),
            (self.later, (Intent.LATER,)),
            (self.tomorrow, (Intent.TOMORROW,)),
            (self.another_day, (Intent.ANOTHER_DAY,)),
            (self.back_to_today, (Intent.BACK_TO_TODAY,)),
            (self.short, (Intent.SHORT,)),
            (self.skip, (Intent.SKIP,)),
            (self.undo, (Intent.UNDO,)),
            (self.ill, (Intent.ILL,)),
            (self.tap, (Intent.YES, Intent.NO)),
            (self.training, (Intent.DONE, Intent.STOP, Intent.HURTS, Intent.MORE)),
            (self.training, (Intent.EASIER, Intent.HARDER, Intent.SWAP, Intent.KEEP)),
            (self.training, (Intent.EASY, Intent.OK, Intent.HARD, Intent.MAX)),
        ):
            app.add_handler(MessageHandler(TEXT & Means(*intents), callback))

    async def start(self, _: Update, __: Context) -> None:
        """Show what today holds."""
        await self.answer(await self.today.today(turn_now()))

    async def later(self, _: Update, __: Context) -> None:
        """Remind me in an hour."""
        await self.answer(await self.postpone.later(turn_now()))

    async def tomorrow(self, _: Update, __: Context) -> None:
        """Move it to tomorrow."""
        await self.answer(await self.postpone.tomorrow(turn_now()))

    async def another_day(self, _: Update, __: Context) -> None:
        """The days to choose from."""
        await self.answer(await self.postpone.other_days(turn_now()))

    async def weekday(self, update: Update, _: Context) -> None:
        """Move it to that day."""
        if (weekday := weekday_typed(text_of(update))) is not None:
            await self.answer(await self.postpone.move_to_weekday(turn_now(), weekday))

    async def back_to_today(self, _: Update, __: Context) -> None:
        """Today after all."""
        await self.answer(await self.postpone.back(turn_now()))

    async def short(self, _: Update, __: Context) -> None:
        """A shorter start card."""
        await self.answer(await self.today.short(turn_now()))

    async def minutes(self, update: Update, _: Context) -> None:
        """A start card of so many minutes."""
        await self.answer(await self.today.short(turn_now(), version_typed(text_of(update))))

    async def skip(self, _: Update, __: Context) -> None:
        """Let today go."""
        await self.answer(await self.postpone.skip(turn_now()))

    async def undo(self, _: Update, __: Context) -> None:
        """Take back the last entry of a workout that ended today."""
        await self.answer(await self.workouts.undo(turn_now()))

    async def ill(self, _: Update, __: Context) -> None:
        """Offer to be quiet until they are well."""
        await self.answer(self.plan.ask_pause(turn_now(), ill=True))

    async def tap(self, _: Update, __: Context) -> None:
        """A yes or no where a button asks for more than a word."""
        await self.answer(TapWanted())

    async def training(self, _: Update, __: Context) -> None:
        """A word of a workout, when none is open."""
        await self.answer(await self.workouts.show(turn_now()))


@dataclass(frozen=True, slots=True)
class OdditiesChat:
    """What no other handler took."""

    onboarding: Onboarding
    answer: Answering

    def join(self, app: App) -> None:
        """Register last."""
        app.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, self.edited))
        app.add_handler(MessageHandler(filters.StatusUpdate.ALL, self.quiet))
        app.add_handler(MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE, self.command))
        app.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, self.text))
        app.add_handler(MessageHandler(filters.UpdateType.MESSAGE, self.media))
        app.add_handler(CallbackQueryHandler(self.forged))
        app.add_handler(ChatMemberHandler(self.membership, ChatMemberHandler.MY_CHAT_MEMBER))

    async def edited(self, _: Update, __: Context) -> None:
        """An edited message changes nothing that was logged."""
        athlete = turn_now().athlete
        await self.answer(EditIgnored(in_workout=athlete is not None and athlete.step in TRAINING))

    async def quiet(self, _: Update, __: Context) -> None:
        """Pins and the like expect no answer."""

    async def command(self, _: Update, __: Context) -> None:
        """A command we do not have."""
        await self._lost("command")

    async def text(self, _: Update, __: Context) -> None:
        """Text that says nothing to us."""
        await self._lost("text")

    async def media(self, _: Update, __: Context) -> None:
        """A sticker, a voice message, a photo."""
        await self._lost("media")

    async def _lost(self, kind: Literal["text", "command", "media"]) -> None:
        turn = turn_now()
        if turn.athlete is None:
            await self.answer(await self.onboarding.start(turn))
        else:
            await self.answer(NotUnderstood(kind))

    async def forged(self, _: Update, __: Context) -> None:
        """A payload that none of our buttons has."""
        await self.answer(ButtonForged())

    async def membership(self, update: Update, __: Context) -> None:
        """Somebody blocked the bot, or let it in again."""
        change = update.my_chat_member
        if change and change.chat.type == "private":
            await self.onboarding.blocked(turn_now(), blocked=change.new_chat_member.status == "kicked")
