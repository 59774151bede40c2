"""The composition root: the only module that names every concrete class."""

import asyncio
import hashlib
import logging
import os
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, Update
from telegram.error import NetworkError, TelegramError
from telegram.ext import ApplicationBuilder, JobQueue

from bot.chat.answering import Answering
from bot.chat.errors import Errors
from bot.chat.handling import App, current
from bot.chat.intake import KEY, Desk, Flight, InOrder, StoringRequest, readable
from bot.chat.oddities import GroupsChat, IdleWordsChat, OdditiesChat
from bot.chat.onboarding import OnboardingChat
from bot.chat.outlet import Outlet
from bot.chat.pages import PagesChat
from bot.chat.pulse import Pulse
from bot.chat.requests import AioRequest
from bot.chat.settings import SettingsChat
from bot.chat.ticker import Ticker
from bot.chat.timekeeping import TimeKeeper
from bot.chat.upkeep import Upkeep
from bot.chat.workout import RedFlagChat, WorkoutChat
from bot.chat.workout_buttons import ReminderButtons, WorkoutButtons
from bot.clock import FollowedClock, SystemClock
from bot.coach.interruptions import Interruptions
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
from bot.store.database import Database
from bot.store.housekeeping import Housekeeping
from bot.store.inbox import Inbox
from bot.views.commands import COMMANDS

log = logging.getLogger(__name__)

ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class Running:
    """The bot, built and connected."""

    app: App
    inbox: Inbox
    pack: Pack
    reminders: ReminderCoach
    time_keeper: TimeKeeper
    clock: SystemClock | FollowedClock
    requests: tuple[AioRequest, AioRequest]
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

    processor = InOrder(Desk(inbox, clock, pack, reminders.heard_from, show_again, say_failed), flight)
    calls, updates = AioRequest(), StoringRequest(inbox, settings.bot_id, clock, flight)
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
    outlet = Outlet(app.bot)
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
    return Running(app, inbox, pack, reminders, time_keeper, clock, (calls, updates), upkeep, health)


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT; what is in hand is finished first. A second signal ends it at once."""
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, _stop, stopping)
    async with built(settings) as running, running.health.served(settings.health_host, settings.port):
        await _until(stopping, _connected(running))
        if not stopping.is_set():
            await _serve(running, stopping)


async def _until(stopping: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do something until it is done or we are to stop; what it raises is raised here."""
    working, stop = asyncio.ensure_future(work), asyncio.ensure_future(stopping.wait())
    await asyncio.wait({working, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not working.done():
        working.cancel()
    await asyncio.gather(stop, return_exceptions=True)
    try:
        await working
    except asyncio.CancelledError:
        log.debug("stopped before it was done")


async def _serve(running: Running, stopping: asyncio.Event) -> None:
    app = running.app
    await running.clock.sync()
    await running.reminders.recover(running.clock.now())
    await _replay(running)
    await app.start()
    try:
        await _until(stopping, _listen(running))
    finally:
        if app.updater and app.updater.running:
            await app.updater.stop()
        running.upkeep.stop()
        await app.stop()
        log.info("the coach is down")


async def _listen(running: Running) -> None:
    """Ask Telegram for updates, and keep the time, until cancelled."""
    app = running.app
    if app.updater is None:
        raise RuntimeError("the updater is missing")
    await app.updater.start_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=_poll_failed)
    await _tell_commands(running)
    log.info("the coach is up")
    await running.time_keeper.run()


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
    """Put what a crash left without an answer before everything new."""
    for key, body, _ in await running.inbox.unanswered():
        update = Update.de_json({**readable(body), KEY: key}, running.app.bot)
        running.time_keeper.flight.took_off(1)
        await running.app.update_queue.put(update)


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


def _stop(stopping: asyncio.Event) -> None:
    if stopping.is_set():
        os._exit(1)
    stopping.set()
