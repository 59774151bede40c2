"""From a stranger to a plan: readiness, place, days and time, each answer stored as it comes."""

from asyncio import to_thread
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.coach.onboarding_results import (
    Answer,
    AreasAsked,
    DaysAsked,
    DaysRefused,
    DoctorConfirmAsked,
    LocationAsked,
    Place,
    PlaceAsked,
    PlacesFound,
    PlaceUnknown,
    PlanReady,
    Question,
    ReadinessAsked,
    Settled,
    TimeAsked,
    TooYoung,
    TopicsAsked,
    Welcome,
    held,
)
from bot.coach.privacy import DeletionAsked
from bot.coach.records import Records, Store
from bot.coach.turn import Turn, known
from bot.domain.athlete import IDLE, PLAN_QUESTIONS, TRAINING, Athlete, Readiness, Step
from bot.domain.due import Rule, first_due
from bot.domain.library import Hold, Library
from bot.domain.typed import either_half, time_of_day
from bot.domain.week import DaysTooClose, plan_week


class Places(Protocol):
    """Where somebody may live, found offline."""

    def spelled(self, text: str) -> tuple[Place, ...]: ...
    def like(self, text: str) -> tuple[Place, ...]: ...
    def settled(self, found: tuple[Place, ...]) -> Place | None: ...
    def at_clock(self, minutes: int, now: datetime) -> tuple[Place, ...]: ...
    def at_location(self, latitude: float, longitude: float) -> str: ...
    def guessed(self, language_code: str | None) -> Place | None: ...


@dataclass(frozen=True, slots=True)
class Onboarding:
    """The questions before the first workout; the same ones serve later changes of the plan."""

    store: Store
    library: Library
    places: Places
    default_zone: ZoneInfo

    async def start(self, turn: Turn) -> Question:
        """Show a stranger the first screen, anybody else the question they stopped at, or their plan."""
        athlete = turn.athlete
        if athlete is None:
            return Welcome()
        if athlete.step in IDLE and self.recheck_is_due(athlete, turn.happened_at):
            return await self.ask_readiness(turn)
        if athlete.onboarded_on and athlete.step in PLAN_QUESTIONS:
            return await self.leave(turn)
        return self.question(athlete, turn)

    async def leave(self, turn: Turn) -> Question:
        """Leave the open question, and show what is in force."""
        athlete = known(turn)
        kept = replace(athlete, step=Step.HELD if athlete.hold else Step.READY)
        await self._save(turn, kept)
        if kept.hold:
            return held(kept)
        return PlanReady(kept, turn.now, fresh=False, keyboard_shown=athlete.step is Step.LOCATION)

    def question(self, athlete: Athlete, turn: Turn) -> Question:
        """Return the question an athlete stands at; changes nothing."""
        match athlete.step:
            case Step.READINESS:
                return ReadinessAsked(again=athlete.onboarded_on is not None)
            case Step.AREAS | Step.SPARING:
                return AreasAsked(self._spared(athlete), needed=athlete.step is Step.AREAS)
            case Step.TOPICS:
                return TopicsAsked(frozenset())
            case Step.PLACE | Step.LOCATION:
                return self._place_question(turn)
            case Step.DAYS:
                return DaysAsked(athlete.weekdays, choosing=False)
            case Step.TIME:
                return TimeAsked(athlete.weekdays)
        if athlete.hold:
            return held(athlete)
        return PlanReady(athlete, turn.now, fresh=False)

    def recheck_is_due(self, athlete: Athlete, at: datetime) -> bool:
        """Tell whether the readiness check has to be asked again (after 12 months)."""
        return athlete.readiness is not None and athlete.day_at(at) >= athlete.readiness.recheck_on

    async def is_adult(self, turn: Turn) -> Question:
        """Remember a new athlete, and ask the readiness check."""
        if turn.athlete is not None:
            return self.question(turn.athlete, turn)
        athlete = Athlete(id=turn.person, language=turn.language_code or "en", zone=self.default_zone)
        await self._save(turn, athlete)
        return ReadinessAsked(again=False)

    async def is_under_age(self, turn: Turn) -> TooYoung | DeletionAsked:
        """Forget the person, if there was anything to forget; who has a plan is asked as for any deletion."""
        if turn.athlete and turn.athlete.onboarded_on:
            return DeletionAsked()
        async with self.store.change(turn.key) as records:
            await records.athletes.erase(turn.person)
        return TooYoung()

    async def ask_readiness(self, turn: Turn) -> Question:
        """Ask the readiness check (again), unless only a doctor can lift what its last answers brought."""
        if self._waits_for_doctor(turn):
            return held(known(turn))
        athlete = await self._step(turn, Step.READINESS)
        return ReadinessAsked(again=athlete.onboarded_on is not None)

    async def nothing_applies(self, turn: Turn) -> Question:
        """Go on without hold or limits."""
        return await self._checked(turn, None, frozenset())

    async def ask_areas(self, turn: Turn) -> Question:
        """Ask which areas to spare: as part of the readiness check, or as a change of the plan."""
        if self._waits_for_doctor(turn):
            return held(known(turn))
        checking = known(turn).step is Step.READINESS
        athlete = await self._step(turn, Step.AREAS if checking else Step.SPARING)
        return AreasAsked(self._spared(athlete), needed=checking)

    def toggle_areas(self, turn: Turn, chosen: frozenset[str]) -> AreasAsked:
        """Show the areas with another one chosen; nothing is stored yet."""
        return AreasAsked(chosen, needed=known(turn).step is Step.AREAS)

    async def spare(self, turn: Turn, areas: frozenset[str]) -> Question:
        """Keep the areas to spare: the answer to the check, or a change of the plan that leaves all else as it was."""
        athlete, chosen = known(turn), areas & set(self.library.areas)
        if athlete.step is Step.AREAS:
            if not chosen:
                return AreasAsked(chosen, needed=True)
            return await self._checked(turn, None, chosen)
        return await self._onward(turn, replace(athlete, limits=(athlete.limits - self._spared(athlete)) | chosen))

    async def ask_topics(self, turn: Turn) -> Question:
        """Open the list of other topics."""
        if self._waits_for_doctor(turn):
            return held(known(turn))
        await self._step(turn, Step.TOPICS)
        return TopicsAsked(frozenset())

    def toggle_topics(self, chosen: frozenset[str]) -> TopicsAsked:
        """Show the topics with another one chosen; nothing is stored, now or later."""
        return TopicsAsked(chosen)

    async def topics_chosen(self, turn: Turn, chosen: frozenset[str], *, confirmed: bool) -> Answer:
        """Turn topics into a hold and limits; the topics themselves are forgotten."""
        topics = [self.library.topics[topic] for topic in sorted(chosen) if topic in self.library.topics]
        if not topics:
            return TopicsAsked(frozenset())
        doctor = any(topic.hold is Hold.DOCTOR for topic in topics)
        if doctor and not confirmed:
            return DoctorConfirmAsked(chosen)
        limits = frozenset(limit for topic in topics for limit in topic.limits)
        return await self._checked(turn, Hold.DOCTOR if doctor else Hold.CLINICIAN, limits)

    async def clinician_agreed(self, turn: Turn) -> Question:
        """Lift a hold on the athlete's word that a clinician agreed; limits stay. A doctor's hold stays too."""
        return await self._lift(turn, Hold.CLINICIAN, Hold.ALARM)

    async def misread(self, turn: Turn) -> Question:
        """Lift the hold of a red flag that was none; every other hold stays."""
        return await self._lift(turn, Hold.ALARM)

    async def _lift(self, turn: Turn, *liftable: Hold) -> Question:
        athlete = known(turn)
        if athlete.readiness is None or athlete.hold not in liftable:
            return self.question(athlete, turn)
        return await self._onward(turn, replace(athlete, readiness=replace(athlete.readiness, hold=None)))

    async def ask_place(self, turn: Turn) -> Answer:
        """Ask where they live."""
        if first := self._comes_first(turn):
            return first
        await self._step(turn, Step.PLACE)
        return self._place_question(turn)

    async def ask_location(self, turn: Turn) -> Answer:
        """Offer a keyboard that shares a location."""
        if first := self._comes_first(turn):
            return first
        await self._step(turn, Step.LOCATION)
        return LocationAsked()

    async def place_typed(self, turn: Turn, text: str) -> Answer:
        """Take a city, a clock time or a zone name; ask when it is not clear, or only like what was typed."""
        at = time_of_day(text)
        if at and not text.strip().isdecimal():
            found = await to_thread(self.places.at_clock, at.hour * 60 + at.minute, turn.now)
            return PlacesFound(found, turn.now) if found else PlaceUnknown()
        spelled = await to_thread(self.places.spelled, text)
        if settled := self.places.settled(spelled):
            return await self.place_chosen(turn, settled.zone, settled)
        found = spelled or await to_thread(self.places.like, text)
        return PlacesFound(found, turn.now) if found else PlaceUnknown()

    async def located(self, turn: Turn, latitude: float, longitude: float) -> Answer:
        """Keep the zone of a shared location, and nothing else of it."""
        return await self.place_chosen(turn, await to_thread(self.places.at_location, latitude, longitude))

    async def place_chosen(self, turn: Turn, zone: str, place: Place | None = None) -> Answer:
        """Keep the zone, and name the place if it is known; raises ZoneInfoNotFoundError for a forged zone."""
        if first := self._comes_first(turn):
            return first
        athlete = replace(known(turn), zone=ZoneInfo(zone))
        if athlete.onboarded_on:
            return await self._planned(turn, athlete)
        await self._save(turn, replace(athlete, step=Step.DAYS))
        shown = athlete.step is Step.LOCATION
        return DaysAsked(
            athlete.weekdays, choosing=False, settled=Settled(athlete.zone, turn.now, place), keyboard_shown=shown
        )

    async def ask_days(self, turn: Turn) -> Answer:
        """Ask for weekdays, the usual ones first."""
        if first := self._comes_first(turn):
            return first
        athlete = await self._step(turn, Step.DAYS)
        return DaysAsked(athlete.weekdays, choosing=False)

    def toggle_days(self, weekdays: frozenset[int]) -> DaysAsked:
        """Show all seven days with the chosen ones marked; nothing is stored yet."""
        return DaysAsked(weekdays, choosing=True)

    async def days_chosen(self, turn: Turn, weekdays: Iterable[int]) -> Answer:
        """Keep the weekdays when two strength days fit, with a day between."""
        if first := self._comes_first(turn):
            return first
        days = frozenset(weekdays)
        try:
            plan_week(days)
        except DaysTooClose:
            return DaysRefused(days)
        athlete = replace(known(turn), weekdays=days)
        if athlete.onboarded_on:
            return await self._planned(turn, athlete, days_changed=True)
        await self._save(turn, replace(athlete, step=Step.TIME))
        return TimeAsked(days)

    async def days_typed(self, turn: Turn, weekdays: frozenset[int], *, clear: bool) -> Answer:
        """Take typed weekdays; show all seven, with what was recognised marked, when there were other words."""
        return await self.days_chosen(turn, weekdays) if weekdays and clear else self.toggle_days(weekdays)

    async def ask_time(self, turn: Turn) -> Answer:
        """Ask for the reminder's time."""
        if first := self._comes_first(turn):
            return first
        athlete = await self._step(turn, Step.TIME)
        return TimeAsked(athlete.weekdays)

    async def time_typed(self, turn: Turn, text: str) -> Question:
        """Take a typed time of day; ask (again) when it is none."""
        either = either_half(text)
        if (at := time_of_day(text)) and not either:
            return await self.time_chosen(turn, at)
        athlete = await self._step(turn, Step.TIME)
        return TimeAsked(athlete.weekdays, unclear=either is None, either=either)

    async def time_chosen(self, turn: Turn, at: time) -> Question:
        """Keep the reminder's time; with it the plan is complete."""
        if first := self._comes_first(turn):
            return first
        athlete = known(turn)
        if athlete.onboarded_on is None and athlete.step is not Step.TIME:
            return self.question(athlete, turn)
        return await self._planned(turn, replace(known(turn), remind_at=at))

    async def blocked(self, turn: Turn, *, blocked: bool) -> None:
        """Remember that somebody blocked the bot, or let it in again; a stranger's doing is not kept."""
        athlete = turn.athlete
        if athlete is None or athlete.blocked is blocked:
            return
        async with self.store.change(turn.key) as records:
            await records.athletes.save(replace(athlete, blocked=blocked))
            if athlete.onboarded_on:
                await arm(records, athlete, turn.now)

    def _comes_first(self, turn: Turn) -> Question | None:
        """Return the readiness check or the hold where one is open: nothing of the plan is settled before it."""
        athlete = known(turn)
        if athlete.readiness is None:
            return ReadinessAsked(again=False)
        return held(athlete) if athlete.hold else None

    def _waits_for_doctor(self, turn: Turn) -> bool:
        athlete = known(turn)
        return athlete.hold is Hold.DOCTOR and not self.recheck_is_due(athlete, turn.happened_at)

    def _spared(self, athlete: Athlete) -> frozenset[str]:
        return athlete.limits & set(self.library.areas)

    def _place_question(self, turn: Turn) -> PlaceAsked:
        athlete = turn.athlete
        if athlete and athlete.onboarded_on:
            return PlaceAsked(None, athlete.zone, turn.now)
        guess = self.places.guessed(turn.language_code)
        return PlaceAsked(guess, ZoneInfo(guess.zone) if guess else self.default_zone, turn.now)

    async def _checked(self, turn: Turn, hold: Hold | None, limits: frozenset[str]) -> Question:
        """Keep what the check brought; only a clinician's OK lifts a hold, no milder answer does."""
        athlete = known(turn)
        if athlete.hold and hold is not Hold.DOCTOR and not self.recheck_is_due(athlete, turn.happened_at):
            return await self._onward(turn, replace(athlete, limits=athlete.limits | limits))
        today = athlete.day_at(turn.happened_at)
        months = self.library.recheck_months
        readiness = Readiness(today, hold, add_months(today, months))
        return await self._onward(turn, replace(athlete, readiness=readiness, limits=limits))

    async def _onward(self, turn: Turn, athlete: Athlete) -> Question:
        if athlete.readiness is None:
            return await self.ask_readiness(turn)
        if athlete.hold:
            await self._save(turn, replace(athlete, step=Step.HELD))
            return held(athlete)
        if athlete.onboarded_on:
            return await self._planned(turn, athlete)
        await self._save(turn, replace(athlete, step=Step.PLACE))
        return self._place_question(turn)

    async def _planned(self, turn: Turn, athlete: Athlete, *, days_changed: bool = False) -> Question:
        today = athlete.day_at(turn.happened_at)
        fresh = athlete.onboarded_on is None
        step = athlete.step if athlete.step in TRAINING else Step.READY
        athlete = replace(athlete, step=step, onboarded_on=athlete.onboarded_on or today, latest_day=today)
        async with self.store.change(turn.key) as records:
            await records.athletes.save(athlete)
            if days_changed:
                await records.moves.clear(athlete.id)
            await arm(records, athlete, turn.now)
        return PlanReady(athlete, turn.now, fresh, keyboard_shown=known(turn).step is Step.LOCATION)

    async def _step(self, turn: Turn, step: Step) -> Athlete:
        """Keep which question is open; inside a workout the workout's own stays open."""
        athlete = known(turn)
        if athlete.step not in TRAINING:
            athlete = replace(athlete, step=step)
            await self._save(turn, athlete)
        return athlete

    async def _save(self, turn: Turn, athlete: Athlete) -> None:
        async with self.store.change(turn.key) as records:
            await records.athletes.save(athlete)


async def arm(records: Records, athlete: Athlete, now: datetime) -> None:
    """Set the next instant at which an athlete's reminder falls due, after what was already served."""
    latest = await records.deliveries.latest_day(athlete.id)
    await records.reminders.arm(athlete.id, first_due(Rule(athlete.remind_at, athlete.zone), now, latest))


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, at most its 28th."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))
