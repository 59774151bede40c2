"""The composition root: the only module that names every concrete class."""

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, Update
from telegram.error import NetworkError, TelegramError
from telegram.ext import ApplicationBuilder, JobQueue

from bot.chat.answering import Answering
from bot.chat.errors import Errors
from bot.chat.handling import App, current
from bot.chat.intake import Desk, Flight, InOrder, StoringRequest
from bot.chat.oddities import GroupsChat, IdleWordsChat, OdditiesChat
from bot.chat.onboarding import OnboardingChat
from bot.chat.outlet import Outlet
from bot.chat.pacing import Pace
from bot.chat.pages import PagesChat
from bot.chat.pulse import Pulse
from bot.chat.requests import AioRequest
from bot.chat.settings import SettingsChat
from bot.chat.ticker import Ticker
from bot.chat.timekeeping import TimeKeeper
from bot.chat.upkeep import Upkeep
from bot.chat.waiting_room import WaitingRoom
from bot.chat.workout import RedFlagChat, WorkoutChat
from bot.chat.workout_buttons import ReminderButtons, WorkoutButtons
from bot.clock import FollowedClock, SystemClock
from bot.coach.interruptions import Interruptions
from bot.coach.oddities import Slowed
from bot.coach.onboarding import Onboarding
from bot.coach.pain import PainCoach
from bot.coach.plan import PlanCoach
from bot.coach.postponing import PostponeCoach
from bot.coach.privacy import PrivacyCoach
from bot.coach.progress import ProgressCoach
from bot.coach.reminders import ReminderCoach
from bot.coach.resuming import ResumeCoach
from bot.coach.today import TodayCoach
from bot.coach.why import WhyCoach
from bot.coach.workouts import WorkoutCoach
from bot.content.pack import Pack, load
from bot.health import Health
from bot.places.places import Places
from bot.settings import Settings
from bot.stopping import Stopping
from bot.store.database import Database
from bot.store.housekeeping import Housekeeping
from bot.store.inbox import Inbox, WaitingUpdate
from bot.views.commands import COMMANDS

log = logging.getLogger(__name__)

ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
GRACE = 8.0
"""Seconds to finish what is in hand; the rest is in the inbox for the next start."""

PAGE = 200
ALONE = 5.0
"""Seconds that an update which may have killed the program has for itself."""


@dataclass(frozen=True, slots=True)
class Running:
    """The bot, built and connected."""

    app: App
    inbox: Inbox
    flight: Flight
    room: WaitingRoom
    processor: InOrder
    outlet: Outlet
    ticker: Ticker
    pack: Pack
    reminders: ReminderCoach
    time_keeper: TimeKeeper
    clock: SystemClock | FollowedClock
    requests: tuple[AioRequest, StoringRequest]
    upkeep: Upkeep
    health: Health


@asynccontextmanager
async def built(settings: Settings) -> AsyncIterator[Running]:
    """Open content, database and clock, and put everything together."""
    pack = load(settings.content_dir)
    secret = hashlib.blake2b(settings.token.encode()).digest()
    database = await Database.open(settings.database, secret)
    clock = FollowedClock(settings.clock_url) if settings.clock_url else SystemClock()
    running = assemble(settings, pack, database, clock)
    try:
        yield running
    finally:
        await running.app.shutdown()
        for request in running.requests:
            await request.shutdown()
        await clock.close()
        await database.close()


def assemble(settings: Settings, pack: Pack, database: Database, clock: SystemClock | FollowedClock) -> Running:
    """Build every part and join it to PTB's application. The order of joining is the order of precedence."""
    library, flight, inbox = pack.library, Flight(), Inbox(database)
    paced, room = settings.clock_url is None, WaitingRoom(inbox)
    onboarding = Onboarding(database, library, Places(), settings.default_zone)
    today = TodayCoach(database, library, onboarding)
    workouts = WorkoutCoach(database, library, today)
    pain, interruptions = PainCoach(workouts, library), Interruptions(workouts, today, library)
    resuming = ResumeCoach(onboarding, workouts, interruptions)
    postpone, plan = PostponeCoach(database), PlanCoach(database)
    reminders = ReminderCoach(database, pack)

    async def show_again() -> None:
        await answer(await resuming.where_they_stand(current().turn))

    async def say_failed(saved: bool) -> None:  # noqa: FBT001
        await errors.say_failed(saved)

    async def say_slowed() -> None:
        await answer.beside(Slowed())

    desk = Desk(inbox, clock, pack, reminders.heard_from, show_again, say_failed, say_slowed)
    processor = InOrder(desk, flight, room, paced=paced)
    calls, updates = AioRequest(), StoringRequest(inbox, settings.bot_id, clock, flight, room)
    app: App = (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(calls)
        .get_updates_request(updates)
        .concurrent_updates(processor)
        .job_queue(JobQueue())
        .build()
    )
    processor.app = app
    outlet = Outlet(app.bot, Pace(on=paced))
    answer = Answering(outlet, library)
    errors = Errors(answer)
    pulse, housekeeping = Pulse(), Housekeeping(database, inbox)
    ticker = Ticker(reminders, outlet, clock, pack, library, pulse)
    upkeep = Upkeep(housekeeping, clock)
    for part in (
        GroupsChat(answer),
        RedFlagChat(interruptions, answer),
        OnboardingChat(onboarding, answer),
        WorkoutChat(today, workouts, pain, interruptions, answer),
        WorkoutButtons(today, workouts, pain, interruptions, answer),
        ReminderButtons(postpone, answer),
        SettingsChat(plan, onboarding, today, answer),
        PagesChat(
            ProgressCoach(database, library), WhyCoach(database), PrivacyCoach(database), onboarding, resuming, answer
        ),
        IdleWordsChat(today, postpone, workouts, answer),
        OdditiesChat(onboarding, answer),
        errors,
        ticker,
        upkeep,
    ):
        part.join(app)
    time_keeper = TimeKeeper(clock, flight, ticker, reminders, upkeep)
    health = Health(pulse, clock, inbox, reminders, housekeeping)
    return Running(
        app,
        inbox,
        flight,
        room,
        processor,
        outlet,
        ticker,
        pack,
        reminders,
        time_keeper,
        clock,
        (calls, updates),
        upkeep,
        health,
    )


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT; what is in hand is finished first. A second signal ends it at once.

    Stalled says that Telegram is not asked any more, and that a new start may help.
    """
    stopping = Stopping()
    try:
        async with built(settings) as running, running.health.served(settings.health_host, settings.port):
            await _until(stopping, _connected(running))
            if not stopping.is_wanted:
                await _serve(running, stopping)
    finally:
        stopping.is_over()


async def _until(stopping: Stopping, work: Coroutine[Any, Any, None]) -> None:
    """Do something until it is done or we are to stop; what it raises is raised here."""
    working = asyncio.ensure_future(work)
    await _first(stopping, working)
    working.cancel()
    await _ended(working)


async def _first(stopping: Stopping, working: "asyncio.Task[None]") -> None:
    """Wait until something is done or we are to stop."""
    stop = asyncio.ensure_future(stopping.wanted())
    await asyncio.wait({working, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    await asyncio.wait({stop})


async def _ended(working: "asyncio.Task[None]") -> None:
    """Wait for something that was cancelled, or is done; what it raises is raised here."""
    try:
        await working
    except asyncio.CancelledError:
        log.debug("stopped before it was done")


async def _serve(running: Running, stopping: Stopping) -> None:
    await running.clock.sync()
    await running.reminders.recover(running.clock.now())
    await running.app.start()
    working = asyncio.ensure_future(_listen(running))
    await _first(stopping, working)
    stopping.begins(1)  # where nobody asked for it, something is wrong
    await _end(running, working)
    log.info("the coach is down")
    await _ended(working)


async def _end(running: Running, working: "asyncio.Task[None]") -> None:
    """Begin nothing, and finish what is in hand, as far as there is time."""
    running.outlet.wind_down()
    running.processor.wind_down()
    running.upkeep.stop()
    try:
        async with asyncio.timeout(GRACE):
            await running.ticker.finished()
            working.cancel()
            await asyncio.wait({working})
            await _stop_app(running.app)
    except TimeoutError:
        working.cancel()
        await running.processor.give_up()
        await _stop_app(running.app)


async def _stop_app(app: App) -> None:
    if app.updater and app.updater.running:
        try:
            await app.updater.stop()
        except TelegramError as error:  # what had ended the polling is raised here once more
            log.warning("asking Telegram for updates had ended: %s", type(error).__name__)
    if app.running:
        await app.stop()


async def _listen(running: Running) -> None:
    """Ask Telegram for updates, and keep the time, until cancelled."""
    updater, (_, updates) = running.app.updater, running.requests
    if updater is None:
        raise RuntimeError("the updater is missing")
    await _replay(running)
    await updater.start_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=_poll_failed)
    await _tell_commands(running)
    log.info("the coach is up")
    try:
        async with asyncio.TaskGroup() as together:
            together.create_task(running.time_keeper.run())
            together.create_task(updates.watchdog.run())
    except ExceptionGroup as group:
        raise group.exceptions[0] from None


async def _connected(running: Running) -> None:
    """Meet Telegram, however long its servers take; a rejected token raises InvalidToken."""
    pause = FIRST_PAUSE
    while True:
        try:
            await running.app.initialize()
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s), trying again in %.0f s", type(error).__name__, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return


async def _replay(running: Running) -> None:
    """Put what a crash left without an answer before everything new; what was in hand then, one by one."""
    for suspect in await running.inbox.suspects():
        _hand_on(running, suspect)
        with suppress(TimeoutError):
            async with asyncio.timeout(ALONE):
                await running.flight.idle()
    last = 0
    while rows := await running.inbox.unanswered(last, PAGE):
        last = rows[-1].id
        await running.flight.has_room()
        for row in rows:
            if not row.tries:
                _hand_on(running, row)


def _hand_on(running: Running, row: WaitingUpdate) -> None:
    if row.person is None or running.room.enter(row.person, row.key):
        running.processor.hand_on(row)


async def _tell_commands(running: Running) -> None:
    """Fill the command menu; nobody waits for it, so a refusal is no reason to stop."""
    try:
        await _set_commands(running)
    except TelegramError as error:
        log.warning("the command menu could not be set: %s", type(error).__name__)


async def _set_commands(running: Running) -> None:
    for code, words in running.pack.languages.items():
        commands = [BotCommand(name, words.say(f"command-{name}")) for name in COMMANDS]
        await running.app.bot.set_my_commands(commands, language_code=None if code == "en" else code)


def _poll_failed(error: Exception) -> None:
    log.warning("asking Telegram for updates failed: %s", type(error).__name__)
