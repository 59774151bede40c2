"""The questions before the first workout, the plan, and what a day holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.coach import plan
from bot.coach.feeling import FeelingAsked
from bot.coach.onboarding_results import (
    AreasAsked,
    DaysAsked,
    DaysRefused,
    DoctorConfirmAsked,
    Held,
    LocationAsked,
    ModeAsked,
    PlaceAsked,
    PlacesFound,
    PlaceUnknown,
    PlanReady,
    ReadinessAsked,
    Settled,
    SignsShown,
    TimeAsked,
    TooYoung,
    TopicsAsked,
    Welcome,
)
from bot.coach.today import BetterMobility, Offer, OpenWorkout, RestDay, TrainedAlready
from bot.domain.athlete import Athlete, Step
from bot.domain.exercise import Equipment, Level
from bot.domain.library import Hold, Library
from bot.domain.load import DeloadWhy, lighten
from bot.domain.plan_mode import PlanMode
from bot.domain.prescribing import Asked, build_minimum, build_routine
from bot.domain.readiness import Recheck
from bot.domain.routine import Load, Reason, Routine, RoutineKind, Trim, Version
from bot.domain.spacing import Wait
from bot.domain.week import DayKind

from .samples import ATHLETE, BERLIN, FRIDAY, NOW, TODAY, City, Example, in_mode, limited, opened, routine


def onboarding(library: Library) -> Iterator[Example]:
    half = frozenset(library.areas[:3])
    topics = frozenset(library.topics)
    yield Example("welcome", Welcome(), None)
    yield Example("too young", TooYoung(), None)
    fresh = Athlete(id=7, language="en")
    for again in (False, True):
        yield Example("readiness", ReadinessAsked(again), fresh)
    for recheck in Recheck:
        yield Example("readiness again", ReadinessAsked(again=True, recheck=recheck))
    for chosen in (frozenset[str](), half, frozenset(library.areas)):
        for needed in (False, True):
            yield Example("areas", AreasAsked(chosen, needed), fresh)
    yield Example("areas edited", AreasAsked(half))
    yield Example("areas checked again", AreasAsked(frozenset(), needed=True))
    for chosen in (frozenset[str](), frozenset({"medicine"}), topics):
        yield Example("topics", TopicsAsked(chosen), fresh)
    for chosen in (frozenset({"chest_pain"}), topics):
        yield Example("doctor", DoctorConfirmAsked(chosen), fresh)
    for hold in Hold:
        yield Example(f"held {hold}", Held(hold, date(2027, 11, 24)), fresh)
    yield from modes(library)
    yield Example("place guessed", PlaceAsked(City("Berlin (Germany)", "Europe/Berlin"), BERLIN, NOW), fresh)
    yield Example("place of a zone", PlaceAsked(None, ZoneInfo("UTC"), NOW), fresh)
    yield Example("place edited", PlaceAsked(None, ZoneInfo("UTC"), NOW))
    yield Example("location", LocationAsked(), fresh)
    yield Example(
        "places",
        PlacesFound((City("Springfield, IL (United States)", "America/Chicago"), City("Å<b>&", "Asia/Tokyo")), NOW),
        fresh,
    )
    yield Example("no places", PlacesFound((), NOW), fresh)
    yield Example("unknown place", PlaceUnknown(), fresh)
    yield from _when(fresh)


def modes(library: Library) -> Iterator[Example]:
    for mode in PlanMode:
        athlete = in_mode(mode, library)
        yield Example("held before a mode", Held(Hold.CLINICIAN, date(2027, 11, 24), mode), athlete)
        for chosen in (frozenset[str](), frozenset(library.topics)):
            yield Example("question of a mode", ModeAsked(mode, chosen), athlete)
        for begun in (True, False):
            yield Example("signs", SignsShown(mode, begun), athlete)
        for fresh in (True, False):
            yield Example("plan in a mode", PlanReady(athlete, NOW, fresh), athlete)
        gentle = routine(library, athlete=athlete)
        yield Example("offer in a mode", Offer(athlete, gentle, DayKind.STRENGTH, False, 0, 5), athlete)


def _when(fresh: Athlete) -> Iterator[Example]:
    yield Example("days", DaysAsked(fresh.weekdays, choosing=False), fresh)
    yield Example("days edited", DaysAsked(fresh.weekdays, choosing=False))
    for shown in (False, True):
        yield Example("days settled", DaysAsked(fresh.weekdays, False, Settled(BERLIN, NOW), shown), fresh)
    yield Example("either half", TimeAsked(fresh.weekdays, either=(time(7), time(19))), fresh)
    for chosen in ((), (0,), (0, 1), (0, 2, 4), (0, 1, 2, 4), range(7)):
        yield Example("days chosen", DaysAsked(frozenset(chosen), choosing=True), fresh)
        yield Example("days refused", DaysRefused(frozenset(chosen)), fresh)
    for unclear in (False, True):
        yield Example("time", TimeAsked(frozenset({0, 2, 4}), unclear), fresh)
    yield Example("time with mobility", TimeAsked(frozenset(range(7))))


def plans(library: Library) -> Iterator[Example]:
    paused = replace(ATHLETE, paused=True, paused_until=FRIDAY)
    for athlete in (ATHLETE, limited(library), paused, replace(ATHLETE, zone=ZoneInfo("UTC"))):
        for fresh in (True, False):
            for shown in (True, False):
                yield Example("plan", PlanReady(athlete, NOW, fresh, shown), athlete)
        opted_in = replace(ATHLETE, opted_in=library.opt_ins)
        yield Example("plan with harder poses", PlanReady(opted_in, NOW, fresh=False), opted_in)
        training = replace(athlete, step=Step.SET)
        yield Example("plan inside a workout", PlanReady(training, NOW, fresh=False), training)
        yield Example("fresh on a rest day", PlanReady(athlete, NOW + timedelta(days=1), fresh=True), athlete)
        yield Example("reminders", plan.RemindersShown(athlete), athlete)
    ill, weekly = replace(ATHLETE, paused=True, ill=True), replace(ATHLETE, weekly=True)
    for athlete in (ill, weekly):
        yield Example("reminders now", plan.RemindersShown(athlete), athlete)
    for athlete in (ATHLETE, weekly):
        yield Example("rhythm", plan.RhythmSet(athlete), athlete)
    for on in (True, False):
        yield Example("pictures", plan.PicturesSet(on=on))
        yield Example("plan with pictures or without", PlanReady(replace(ATHLETE, pictures=on), NOW, fresh=False))
    for is_ill in (True, False):
        yield Example("pause", plan.PauseAsked(is_ill))
    yield Example("paused while ill", plan.PausedIll())
    yield Example("back from an illness", plan.WellAsked())
    yield Example("plan begun anew", PlanReady(ATHLETE, NOW, fresh=False, restarted=True))
    yield Example("plan of a traveller", PlanReady(ATHLETE, NOW, fresh=False, passed=TODAY - timedelta(days=1)))
    yield Example("paused", plan.Paused(FRIDAY))
    yield Example("paused for good", plan.Paused(None))
    for was in (True, False):
        yield Example("resumed", plan.Resumed(FRIDAY, was))


def days(library: Library) -> Iterator[Example]:
    strength, mobility = routine(library), routine(library, RoutineKind.MOBILITY)
    yield Example("first offer", Offer(ATHLETE, strength, DayKind.STRENGTH, True, 0, 5))
    yield Example("offer on a rest day", Offer(ATHLETE, with_reasons(strength), DayKind.REST, False, 4.5, 9.5))
    yield Example("mobility offer", Offer(ATHLETE, mobility, DayKind.MOBILITY, False, 1, 1))
    hard = limited(library)
    trimmed = replace(routine(library, athlete=hard), trims=tuple(Trim))
    yield Example("offer with limits", Offer(hard, trimmed, DayKind.STRENGTH, False, 14, 19), hard)
    strong = replace(ATHLETE, level=Level.ADVANCED, equipment=frozenset(Equipment))
    yield Example(
        "hard offer", Offer(strong, routine(library, athlete=strong), DayKind.STRENGTH, False, 14, 19), strong
    )
    yield from loads(library)
    yield Example("empty offer", Offer(hard, replace(mobility, prescriptions=()), DayKind.REST, False, 0, 0), hard)
    yield from shorter_days(library)
    for hours in (None, 0, 1, 20, 47, 48, 400):
        yield Example("rest day", RestDay(TODAY, FRIDAY, hours))
    for near in (TODAY, TODAY + timedelta(days=1)):
        yield Example("rest day", RestDay(TODAY, near, None))
    yield Example("trained", TrainedAlready(TODAY, FRIDAY, strength=True))
    yield Example("moved easily", TrainedAlready(TODAY, FRIDAY, strength=False))
    for stale in (True, False):
        yield Example("open", OpenWorkout(opened(strength), replace(ATHLETE, step=Step.PAUSED), stale))
        yield Example("open", OpenWorkout(opened(strength, pending="planned"), ATHLETE, stale))


def loads(library: Library) -> Iterator[Example]:
    """Show what asks less than usual, in each version, and what advises to wait."""
    usual = routine(library)
    for load in Load:
        moves = tuple(lighten(p, load) for p in usual.prescriptions)
        eased = replace(usual, load=load, prescriptions=moves)
        yield Example(f"{load} offer", Offer(ATHLETE, eased, DayKind.STRENGTH, False, 4.5, 7))
    full = replace(usual, trims=(Trim.WEEK, Trim.ROLLING))
    for version in Version:
        yield Example(f"{version}", Offer(ATHLETE, full, DayKind.STRENGTH, False, 20, 23, version))
    for why in DeloadWhy:
        yield Example(f"deload for {why}", Offer(ATHLETE, usual, DayKind.STRENGTH, False, 4.5, 7, deload=why))
    for wait in Wait:
        for hours in (None, 0, 1, 20):
            yield Example(f"wait for {wait}", BetterMobility(wait, hours, TODAY, FRIDAY))
    yield Example("sore?", FeelingAsked("soreness"), replace(ATHLETE, step=Step.SORENESS))
    yield Example("energy?", FeelingAsked("energy"), replace(ATHLETE, step=Step.ENERGY))


def shorter_days(library: Library) -> Iterator[Example]:
    """Show ten minutes, for today or for good, and four."""
    usual, for_ten = routine(library), replace(ATHLETE, length=10)
    ten = build_routine(Asked(RoutineKind.STRENGTH, "a", 10), ATHLETE.profile, {}, library)
    four = build_minimum(Asked(RoutineKind.STRENGTH, "a", 4), ATHLETE.profile, {}, library)
    yield Example("offer after a miss", Offer(ATHLETE, usual, DayKind.STRENGTH, False, 0, 5, minimum=True))
    yield Example("offer of ten minutes", Offer(for_ten, ten, DayKind.STRENGTH, False, 0, 3), for_ten)
    yield Example("ten minutes for today", Offer(ATHLETE, ten, DayKind.STRENGTH, False, 0, 3, Version.SHORT))
    yield Example("four minutes for today", Offer(ATHLETE, four, DayKind.STRENGTH, False, 0, 1.5, Version.MINIMUM))


def with_reasons(routine: Routine) -> Routine:
    """Give each move another reason."""
    kinds = [Reason("more_reps", {"added": 1, "done": 11, "effort": "ok"}), Reason("amber_rung", {"pain": 4})]
    moves = enumerate(routine.prescriptions)
    return replace(routine, prescriptions=tuple(replace(p, reason=kinds[at % 2]) for at, p in moves))
