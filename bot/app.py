"""The composition root: the only module that names every concrete class."""

import gc
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from telegram.ext import ApplicationBuilder, JobQueue

from bot.chat.advice import AdviceChat
from bot.chat.answering import Answering
from bot.chat.calls import Calls
from bot.chat.changing import ChangeChat
from bot.chat.clips import Clips
from bot.chat.errors import Errors
from bot.chat.flight import Flight
from bot.chat.handling import App
from bot.chat.intake import Desk, InOrder
from bot.chat.morning import MorningChat
from bot.chat.oddities import GroupsChat, IdleWordsChat, OdditiesChat
from bot.chat.onboarding import OnboardingChat
from bot.chat.outlet import Outlet
from bot.chat.pacing import Pace
from bot.chat.pages import PagesChat
from bot.chat.pictures_switch import PicturesChat
from bot.chat.pulse import Pulse
from bot.chat.requests import AioRequest
from bot.chat.running import Running
from bot.chat.settings import SettingsChat
from bot.chat.storing import StoringRequest
from bot.chat.ticker import Ticker
from bot.chat.timekeeping import TimeKeeper
from bot.chat.upkeep import Upkeep
from bot.chat.waiting_room import WaitingRoom
from bot.chat.workout import RedFlagChat, WorkoutChat
from bot.chat.workout_buttons import ReminderButtons, WorkoutButtons
from bot.clock import FollowedClock, SystemClock
from bot.coach.advice import AdviceCoach
from bot.coach.changing import ChangeCoach
from bot.coach.interruptions import Interruptions
from bot.coach.keeping import KeepCoach
from bot.coach.morning import MorningCoach
from bot.coach.onboarding import Onboarding
from bot.coach.pain import PainCoach
from bot.coach.plan import PlanCoach
from bot.coach.postponing import PostponeCoach
from bot.coach.privacy import PrivacyCoach
from bot.coach.progress import ProgressCoach
from bot.coach.recovering import RecoveryCoach
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
from bot.store.inbox import Inbox
from bot.store.sent_clips import SentClips

AnyClock = SystemClock | FollowedClock


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT; what is in hand is finished first. A second signal ends it at once."""
    stopping = Stopping()
    try:
        async with built(settings) as (running, health), health.served(settings.health_host, settings.port):
            gc.freeze()  # content and code stay: no later collection has to walk through them
            gc.enable()
            await running.until(stopping)
    finally:
        stopping.is_over()


@asynccontextmanager
async def built(settings: Settings) -> AsyncIterator[tuple[Running, Health]]:
    """Open content, database and clock, and put everything together."""
    pack = load(settings.content_dir)
    secret = hashlib.blake2b(settings.token.encode()).digest()
    database = await Database.open(settings.database, secret)
    clock = FollowedClock(settings.clock_url) if settings.clock_url else SystemClock()
    edge = edge_of(settings, Inbox(database), clock)
    try:
        yield assembled(settings, pack, database, clock, edge, await outlet_of(settings, database, edge))
    finally:
        await edge.app.shutdown()
        for request in (edge.calls, edge.updates):
            await request.shutdown()
        await clock.close()
        await database.close()


@dataclass(frozen=True, slots=True)
class Edge:
    """The connection to Telegram: PTB's application on our inbox."""

    inbox: Inbox
    flight: Flight
    room: WaitingRoom
    calls: AioRequest
    updates: StoringRequest
    processor: InOrder
    app: App


class Feature(Protocol):
    """What registers its commands, words and buttons."""

    def join(self, app: App) -> None: ...


def edge_of(settings: Settings, inbox: Inbox, clock: AnyClock) -> Edge:
    """Build PTB's application."""
    flight, room = Flight(), WaitingRoom(inbox)
    calls, updates = AioRequest(), StoringRequest(inbox, settings.bot_id, clock, flight, room)
    processor = InOrder(flight, room, paced=settings.clock_url is None)
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
    updates.join(app)
    return Edge(inbox, flight, room, calls, updates, processor, app)


@dataclass(frozen=True, slots=True)
class Coaches:
    """The use cases that several features share."""

    onboarding: Onboarding
    today: TodayCoach
    workouts: WorkoutCoach
    interruptions: Interruptions
    mornings: MorningCoach
    plan: PlanCoach
    postpone: PostponeCoach


def coaches_of(settings: Settings, pack: Pack, database: Database) -> Coaches:
    """Build the use cases on one database."""
    library = pack.library
    onboarding = Onboarding(database, library, Places(), settings.default_zone)
    today = TodayCoach(database, library, onboarding)
    workouts = WorkoutCoach(database, library, today)
    interruptions = Interruptions(workouts, today, library)
    mornings, plan, postpone = MorningCoach(database), PlanCoach(database), PostponeCoach(database)
    return Coaches(onboarding, today, workouts, interruptions, mornings, plan, postpone)


def features_of(of: Coaches, pack: Pack, database: Database, resuming: ResumeCoach, answer: Answering) -> list[Feature]:
    """Give what joins PTB's application, in the order of precedence."""
    library, today, workouts, onboarding = pack.library, of.today, of.workouts, of.onboarding
    pain, interruptions = PainCoach(workouts, library), of.interruptions
    changing = ChangeChat(ChangeCoach(workouts, library), KeepCoach(workouts, library), answer)
    progress, why, privacy = ProgressCoach(database, library), WhyCoach(database), PrivacyCoach(database)
    return [
        GroupsChat(answer),
        RedFlagChat(interruptions, answer),
        PicturesChat(of.plan, answer),
        OnboardingChat(onboarding, answer),
        WorkoutChat(today, workouts, pain, interruptions, changing, answer),
        WorkoutButtons(today, workouts, pain, interruptions, answer),
        changing,
        AdviceChat(AdviceCoach(today), answer),
        ReminderButtons(of.postpone, answer),
        MorningChat(of.mornings, answer),
        SettingsChat(of.plan, onboarding, RecoveryCoach(of.plan, onboarding), today, answer),
        PagesChat(progress, why, privacy, onboarding, resuming, answer),
        IdleWordsChat(today, of.postpone, workouts, of.plan, answer),
        OdditiesChat(onboarding, answer),
    ]


async def outlet_of(settings: Settings, database: Database, edge: Edge) -> Outlet:
    """Build what writes to Telegram; it knows which clips are there already."""
    calls = Calls(edge.calls, edge.app.bot.base_url)
    clips = Clips(calls, SentClips(database, settings.bot_id), settings.content_dir / "media")
    await clips.recall()
    return Outlet(calls, clips, Pace(on=settings.clock_url is None))


def assembled(
    settings: Settings, pack: Pack, database: Database, clock: AnyClock, edge: Edge, outlet: Outlet
) -> tuple[Running, Health]:
    """Build every part and join it to PTB's application."""
    app, coaches, reminders = (
        edge.app,
        coaches_of(settings, pack, database),
        ReminderCoach(database, pack, pack.library),
    )
    resuming = ResumeCoach(coaches.onboarding, coaches.workouts, coaches.interruptions, coaches.mornings)
    answer = Answering(outlet, pack.library)
    errors, pulse = Errors(answer, resuming), Pulse()
    housekeeping = Housekeeping(database, edge.inbox)
    ticker, upkeep = Ticker(reminders, outlet, clock, pack, pack.library, pulse), Upkeep(housekeeping, clock)
    for part in (*features_of(coaches, pack, database, resuming, answer), errors, ticker, upkeep):
        part.join(app)
    edge.processor.join(app, Desk(edge.inbox, clock, pack, reminders.heard_from, errors))

    running = Running(
        app=app,
        inbox=edge.inbox,
        flight=edge.flight,
        room=edge.room,
        processor=edge.processor,
        outlet=outlet,
        ticker=ticker,
        upkeep=upkeep,
        time_keeper=TimeKeeper(clock, edge.flight, ticker, reminders, upkeep),
        watchdog=edge.updates.watchdog,
        reminders=reminders,
        clock=clock,
        languages=pack.languages,
    )
    return running, Health(pulse, clock, edge.inbox, reminders, housekeeping)
