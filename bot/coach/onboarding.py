"""From a stranger to a plan: readiness, place, days and time, each answer stored as it comes."""

from asyncio import to_thread
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.coach.history import is_trained, last_session
from bot.coach.onboarding_results import (
    Answer,
    AreasAsked,
    DaysAsked,
    DaysRefused,
    DoctorConfirmAsked,
    LocationAsked,
    ModeAsked,
    Place,
    PlaceAsked,
    PlacesFound,
    PlaceUnknown,
    PlanReady,
    Question,
    ReadinessAsked,
    Settled,
    SignsShown,
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
from bot.domain.plan_mode import PlanMode, brought, limits_of, mode_of
from bot.domain.readiness import Recheck, after_break, begun_anew, recheck_due
from bot.domain.typed import either_half, time_of_day
from bot.domain.week import DayKind, DaysTooClose, plan_week, strength_between


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
        if athlete.step in IDLE and await self.recheck(turn):
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

    async def recheck(self, turn: Turn) -> Recheck | None:
        """Tell why the readiness check has to be asked again, None while the last one counts."""
        athlete = known(turn)
        return recheck_due(athlete, athlete.day_at(turn.happened_at), await self._last_session(turn))

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
        if await self._waits_for_doctor(turn):
            return held(known(turn))
        recheck = await self.recheck(turn)
        athlete = await self._step(turn, Step.READINESS)
        return ReadinessAsked(again=athlete.onboarded_on is not None, recheck=recheck)

    async def nothing_applies(self, turn: Turn) -> Question:
        """Go on without hold or limits."""
        return await self._checked(turn, None, frozenset())

    async def ask_areas(self, turn: Turn) -> Question:
        """Ask which areas to spare: as part of the readiness check, or as a change of the plan."""
        if await self._waits_for_doctor(turn):
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
        if await self._waits_for_doctor(turn):
            return held(known(turn))
        await self._step(turn, Step.TOPICS)
        return TopicsAsked(frozenset())

    def toggle_topics(self, chosen: frozenset[str]) -> TopicsAsked:
        """Show the topics with another one chosen; nothing is stored, now or later."""
        return TopicsAsked(chosen)

    async def topics_chosen(
        self, turn: Turn, chosen: frozenset[str], *, confirmed: bool = False, applies: bool | None = None
    ) -> Answer:
        """Turn topics into a hold and limits; the topics themselves are forgotten.

        A choice only a doctor can clear is `confirmed` first; `applies` answers the one question more of a mode.
        """
        topics = [self.library.topics[topic] for topic in sorted(chosen) if topic in self.library.topics]
        if not topics:
            return TopicsAsked(frozenset())
        hold, limits = brought(topics, applies=applies)
        if hold is Hold.DOCTOR and not confirmed:
            return DoctorConfirmAsked(chosen)
        mode = mode_of(limits)
        if mode and hold is not Hold.DOCTOR and applies is None:
            return ModeAsked(mode, chosen)
        return await self._checked(turn, hold, limits)

    def signs(self, turn: Turn) -> Question:
        """Show the signs at which to stop, in a mode."""
        athlete = known(turn)
        mode = mode_of(athlete.limits)
        return SignsShown(mode, begun=False) if mode and not athlete.hold else self.question(athlete, turn)

    def ask_to_grow(self, turn: Turn) -> Answer:
        """Ask the self-check again before a plan that began gently after a birth grows."""
        athlete = known(turn)
        return ModeAsked(PlanMode.AFTER_BIRTH, frozenset()) if _is_gentle(athlete) else self.question(athlete, turn)

    async def grow(self, turn: Turn, *, applies: bool) -> Question:
        """Let the plan grow again after a birth; where a sign is there, training waits for a clinician."""
        athlete = known(turn)
        if athlete.readiness is None or not _is_gentle(athlete):
            return self.question(athlete, turn)
        if applies:
            readiness = replace(athlete.readiness, hold=Hold.CLINICIAN)
            return await self._onward(turn, replace(athlete, readiness=readiness))
        gone = limits_of(PlanMode.AFTER_BIRTH, self.library.topics.values())
        return await self._onward(turn, replace(athlete, limits=athlete.limits - gone))

    async def clinician_agreed(self, turn: Turn) -> Question:
        """Lift a hold on the athlete's word that a clinician agreed; limits stay. A doctor's hold stays too.

        A mode that waited for it begins. The word counts as a check.
        """
        athlete = known(turn)
        if athlete.readiness is None or athlete.hold not in (Hold.CLINICIAN, Hold.ALARM):
            return self.question(athlete, turn)
        readiness = replace(athlete.readiness, checked_on=athlete.day_at(turn.happened_at), hold=None)
        mode = mode_of(athlete.limits) if athlete.hold is Hold.CLINICIAN else None
        return await self._free(turn, replace(athlete, readiness=readiness), mode)

    async def misread(self, turn: Turn) -> Question:
        """Lift the hold of a red flag that was none; every other hold stays."""
        athlete = known(turn)
        if athlete.readiness is None or athlete.hold is not Hold.ALARM:
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

    async def _waits_for_doctor(self, turn: Turn) -> bool:
        return known(turn).hold is Hold.DOCTOR and not await self.recheck(turn)

    async def _last_session(self, turn: Turn) -> date | None:
        async with self.store.look() as records:
            return last_session(await records.workouts.ended(known(turn).id))

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
        if athlete.hold and hold is not Hold.DOCTOR and not await self.recheck(turn):
            return await self._onward(turn, replace(athlete, limits=athlete.limits | limits))
        today = athlete.day_at(turn.happened_at)
        months = self.library.recheck_months
        readiness = Readiness(today, hold, add_months(today, months))
        athlete = replace(athlete, readiness=readiness, limits=limits)
        return await (self._onward(turn, athlete) if hold else self._free(turn, athlete, mode_of(limits)))

    async def _free(self, turn: Turn, athlete: Athlete, mode: PlanMode | None) -> Question:
        """Go on without a hold; who begins a mode, or comes back from a long break, starts at the ladder's beginning.

        A mode that begins shows first at which signs to stop.
        """
        if mode is None:
            return await self._onward(turn, after_break(athlete, turn.happened_at, await self._last_session(turn)))
        await self._onward(turn, begun_anew(athlete, turn.happened_at))
        return SignsShown(mode, begun=True)

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
            passed = await _passed(records, known(turn), turn.happened_at, today)
        before = known(turn)
        return PlanReady(
            athlete,
            turn.now,
            fresh,
            keyboard_shown=before.step is Step.LOCATION,
            restarted=athlete.level_since != before.level_since,
            passed=passed,
        )

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


def _is_gentle(athlete: Athlete) -> bool:
    return not athlete.hold and mode_of(athlete.limits) is PlanMode.AFTER_BIRTH


async def _passed(records: Records, before: Athlete, at: datetime, today: date) -> date | None:
    """Return the strength day that was not over where somebody was, and is where they are; None when it was trained."""
    first = before.day_at(at)
    if before.onboarded_on is None or first >= today:
        return None
    passed = strength_between(first, today, before.plan, await records.moves.of(before.id, first))
    trained = passed and is_trained(await records.workouts.on_day(before.id, passed), passed, DayKind.STRENGTH)
    return None if trained else passed


async def arm(records: Records, athlete: Athlete, now: datetime) -> None:
    """Set the next instant at which an athlete's reminder falls due, after what was already served."""
    latest = await records.deliveries.latest_day(athlete.id)
    await records.reminders.arm(athlete.id, first_due(Rule(athlete.remind_at, athlete.zone), now, latest))


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, at most its 28th."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))
