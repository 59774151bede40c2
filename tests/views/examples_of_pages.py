"""The end of a workout, reminders and pages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.coach import morning, oddities, postponing, privacy, why
from bot.coach.onboarding_results import Held
from bot.coach.progress import ProgressShown
from bot.coach.reminders import Outgoing
from bot.coach.workout_results import (
    Better,
    Finished,
    SetLogged,
)
from bot.domain.athlete import Step
from bot.domain.balance import Balance
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState, Unneeded
from bot.domain.exercise import Mode, Phase
from bot.domain.library import Hold, Library
from bot.domain.morning import Morning
from bot.domain.outage import Outage
from bot.domain.progress import Milestone, Summary, Trend
from bot.domain.week import DayKind
from bot.domain.words import Words
from bot.domain.workout import Entry, EntryKind, WorkoutState

from .samples import ATHLETE, FRIDAY, NOW, TODAY, Example, done_until, first_of, opened, routine


def ends(library: Library) -> Iterator[Example]:
    whole = routine(library)
    at = first_of(Phase.STRENGTH, whole)
    done = replace(opened(whole, *done_until(whole, 99)), state=WorkoutState.FINISHED, ended_at=NOW)
    better = (
        Better("clamshell", "full_clamshell", Mode.REPS, 10, 12),
        Better("side_plank_leg_lift", "side_plank", Mode.HOLD, 20, 25),
        Better("clamshell", "banded_clamshell", Mode.REPS, None, 10),
        Better("hula_hoop", "slow_hula", Mode.REPS, None, 1),
    )
    event = SetLogged(len(whole.prescriptions) - 1, 0, 30, as_planned=True)
    yield Example("finished", Finished(done, event, None, better[:2], (Milestone.FIRST_STEP,), TODAY, FRIDAY))
    yield Example("finished with all", Finished(done, event, None, better, tuple(Milestone), TODAY, FRIDAY))
    yield Example(
        "finished next day",
        Finished(replace(done, ended_at=NOW + timedelta(days=1)), None, None, (), (), TODAY, FRIDAY),
    )
    skips = (Entry(EntryKind.SKIP, 0), Entry(EntryKind.PAIN, at, 7), *done_until(whole, 1)[:1])
    stopped = replace(opened(whole, *skips), state=WorkoutState.STOPPED, ended_at=NOW)
    yield Example("stopped", Finished(stopped, None, None, (), (Milestone.WISE_CHOICE,), TODAY, FRIDAY))
    for left in (1, 5):
        skips = (*done_until(whole, 1), *(Entry(EntryKind.SKIP, 1 + at) for at in range(left)))
        stopped = replace(opened(whole, *skips), state=WorkoutState.STOPPED, ended_at=NOW)
        yield Example(f"stopped with {left} left out", Finished(stopped, None, None, (), (), TODAY, FRIDAY))
    yield Example(
        "stopped for a red flag",
        Finished(stopped, event, Held(Hold.ALARM, TODAY), better, tuple(Milestone), TODAY, FRIDAY),
    )
    for sore in (("clamshell",), ("clamshell", "leg_swings")):
        yield Example(f"three times {sore}", Finished(done, None, None, (), (), TODAY, FRIDAY, sore))
    for near in (TODAY, TODAY + timedelta(days=1)):
        yield Example(f"finished, and next is {near}", Finished(done, None, None, (), (), TODAY, near))
    nothing = replace(opened(whole), state=WorkoutState.STOPPED, ended_at=NOW)
    yield Example("stopped at once", Finished(nothing, None, None, (), (), TODAY, FRIDAY))
    yield Example("stopped at once", Finished(replace(nothing, ended_at=None), None, None, (), (), TODAY, FRIDAY))


def outgoing(words: Words) -> Iterator[Example]:
    def sent(
        kind: DeliveryKind, day_kind: DayKind, wording: str | None, ordinal: int = 0, *, minimum: bool = False
    ) -> Example:
        delivery = Delivery(1, 7, kind, TODAY, ordinal, NOW, DeliveryState.CLAIMED, wording)
        return Example(f"outgoing {wording}", Outgoing(delivery, ATHLETE, day_kind, minimum=minimum, minutes=19))

    for kind, texts in words.reminders.items():
        for at in (*range(len(texts)), 99):
            day_kind = DayKind.MOBILITY if kind == "mobility" else DayKind.STRENGTH
            delivery_kind = DeliveryKind.SNOOZE if kind == "snooze" else DeliveryKind.WORKOUT
            yield sent(delivery_kind, day_kind, f"{kind}.{at}", ordinal=at % 3)
    yield sent(DeliveryKind.WORKOUT, DayKind.STRENGTH, None)
    yield sent(DeliveryKind.PAUSE_ASKED, DayKind.STRENGTH, "pause_asked")
    for athlete in (ATHLETE, replace(ATHLETE, weekly=True)):
        weekly = Delivery(1, 7, DeliveryKind.WEEKLY, TODAY, 0, NOW, DeliveryState.CLAIMED, "workout.0")
        yield Example("once a week", Outgoing(weekly, athlete, DayKind.STRENGTH, minutes=19), athlete)
    for kind, day_kind in ((DeliveryKind.WORKOUT, DayKind.STRENGTH), (DeliveryKind.REST, DayKind.REST)):
        first = Delivery(1, 7, kind, TODAY, 0, NOW, DeliveryState.CLAIMED)
        yield Example("usual days again", Outgoing(first, ATHLETE, day_kind, again=True))
    yield sent(DeliveryKind.WORKOUT, DayKind.STRENGTH, "workout.0", minimum=True)
    for wording in (*words.rest_days, "gone", None):
        yield sent(DeliveryKind.REST, DayKind.REST, wording)


def mornings(library: Library) -> Iterator[Example]:
    whole = routine(library)
    open_one, second = (morning.Sore(7, at, whole.prescriptions[at], 4 + at, None) for at in (0, 5))
    asked = morning.MorningAsked((open_one, second))
    delivery = Delivery(1, 7, DeliveryKind.MORNING, TODAY, 0, NOW, DeliveryState.CLAIMED, "morning")
    yield Example("outgoing morning", Outgoing(delivery, ATHLETE, DayKind.REST, morning=asked))
    for answer in Morning:
        told = replace(open_one, morning=answer)
        yield Example(f"morning {answer}, and another", morning.MorningAsked((told, second), told))
        yield Example(f"morning {answer}", morning.MorningAsked((told,), told))
        yield Example(f"morning {answer} again", morning.MorningAsked((told,)))
    yield Example("morning known", morning.MorningKnown())


def whys() -> Iterator[Example]:
    yesterday = TODAY - timedelta(days=1)
    outage = Outage(NOW - timedelta(days=1, hours=2), NOW)
    empty = [why.DayTold(yesterday, (), nothing) for nothing in why.Nothing]
    some = why.DayTold(TODAY, (_told(DeliveryKind.WORKOUT, DeliveryState.SENT),))
    nexts = (
        why.Next(DeliveryKind.SNOOZE, TODAY, NOW + timedelta(hours=1)),
        why.Next(DeliveryKind.WORKOUT, FRIDAY, NOW + timedelta(days=2)),
        why.Next(DeliveryKind.REST, TODAY + timedelta(days=1), NOW + timedelta(days=1)),
        why.Next(DeliveryKind.WEEKLY, FRIDAY, NOW + timedelta(days=2)),
        why.Next(DeliveryKind.PAUSE_ASKED, FRIDAY, NOW + timedelta(days=2)),
        *(Unneeded.PAUSED, Unneeded.BLOCKED, Unneeded.HELD, Unneeded.NO_PLAN, Unneeded.SILENT),
    )
    for following in nexts:
        yield Example(f"why, and next {following}", why.WhyShown(ATHLETE, empty[0], some, following))
    for day in empty:
        yield Example(f"why nothing {day.nothing}", why.WhyShown(ATHLETE, day, day, nexts[1]))
    for state in DeliveryState:
        for one in (None, outage):
            told = why.DayTold(TODAY, (_told(DeliveryKind.WORKOUT, state, outage=one, late=4),))
            yield Example(f"why {state}", why.WhyShown(ATHLETE, empty[0], told, nexts[1]))
    for because in (*Unneeded, None):
        told = why.DayTold(TODAY, (_told(DeliveryKind.REST, DeliveryState.NOT_NEEDED, because),))
        yield Example(f"why not {because}", why.WhyShown(ATHLETE, empty[0], told, nexts[1]))
    many = tuple(_told(kind, DeliveryState.UNCERTAIN) for kind in DeliveryKind)
    yield Example("why of many", why.WhyShown(ATHLETE, why.DayTold(yesterday, many), some, nexts[0]))


def _told(
    kind: DeliveryKind,
    state: DeliveryState,
    because: Unneeded | None = None,
    outage: Outage | None = None,
    late: int = 0,
) -> why.Told:
    due = NOW - timedelta(hours=5)
    marked = due + timedelta(hours=late)
    return why.Told(Delivery(1, 7, kind, TODAY, 0, due, state, because=because, marked_at=marked), outage)


def pages(words: Words, library: Library) -> Iterator[Example]:
    yield Example("snoozed", postponing.Snoozed(NOW + timedelta(hours=1), ATHLETE))
    for twice in (True, False):
        yield Example("not snoozed", postponing.NotSnoozed(twice))
    yield Example(
        "not snoozed on a mobility day",
        postponing.NotSnoozed(twice=False),
        replace(ATHLETE, weekdays=frozenset({1, 2, 4})),
    )
    yield Example("not snoozed for nobody", postponing.NotSnoozed(twice=False), None)
    yield Example("moved", postponing.MovedOn(date(2026, 11, 26), (), TODAY))
    shifted = ((FRIDAY, date(2026, 11, 28)), (date(2026, 11, 30), date(2026, 12, 1)))
    yield Example("moved with others", postponing.MovedOn(date(2026, 11, 26), shifted, TODAY))
    ways = ((date(2026, 11, 26), 0), (date(2026, 11, 29), 1), (date(2026, 11, 30), 3))
    for refused in (None, FRIDAY):
        yield Example("days offered", postponing.DaysOffered(TODAY, ways, refused))
    for again in (None, NOW + timedelta(hours=1)):
        yield Example("moved back", postponing.MovedBack(TODAY, again, ATHLETE))
    for free in (True, False):
        yield Example(f"let go, free {free}", postponing.LetGo(FRIDAY, free))
    yield Example("nothing planned", postponing.NothingPlanned(FRIDAY))
    yield Example("empty progress", ProgressShown(Summary(0, 0, 3, 0, 0, ()), ()))
    yield Example(
        "first progress", ProgressShown(Summary(1, 1, 3, 0, 1, _trends(library)[:1]), (Milestone.FIRST_STEP,))
    )
    yield Example("all progress", ProgressShown(Summary(9, 5, 3, 40, 120, _trends(library)), tuple(Milestone)))
    sides = (Balance("clamshell", 17, 8), Balance("fire_hydrant", None, 10), Balance("pigeon_pose", 9, 0))
    yield Example("progress of both sides", ProgressShown(Summary(2, 1, 3, 0, 9, _trends(library)), (), sides))
    yield Example("lessons", oddities.LessonsListed())
    for lesson in (*(lesson.id for lesson in words.lessons), "gone"):
        yield Example(f"lesson {lesson}", oddities.LessonShown(lesson))
    for athlete in (None, ATHLETE, replace(ATHLETE, step=Step.SET)):
        yield Example("privacy", privacy.PrivacyShown(), athlete)
        yield Example("help", oddities.HelpShown(), athlete)
        yield Example("after the workout", oddities.AfterWorkout(), athlete)
        yield Example("nothing to cancel", oddities.NothingToCancel(), athlete)
        yield Example("private only", oddities.PrivateOnly(), athlete)
        yield Example("text", oddities.NotUnderstood("text"), athlete)
        yield Example("command", oddities.NotUnderstood("command"), athlete)
        yield Example("media", oddities.NotUnderstood("media"), athlete)
        yield Example("tap wanted", oddities.TapWanted(), athlete)
        yield Example("stands below", oddities.StandsBelow(), athlete)
        yield Example("slowed", oddities.Slowed(), athlete)
        yield Example("forged", oddities.ButtonForged(), athlete)
        for flag in (True, False):
            yield Example("edit", oddities.EditIgnored(flag), athlete)
            yield Example("failed", oddities.Failed(flag), athlete)
    yield Example("deletion", privacy.DeletionAsked())
    yield Example("deleted", privacy.Deleted(), None)


def _trends(library: Library) -> tuple[Trend, ...]:
    ways = ((12, 10), (10, 10), (9, 12), (12, None))
    return tuple(
        Trend(exercise.id, v.id, v.mode, 15, *ways[at % 4])
        for exercise in library.exercises.values()
        for at, v in enumerate(exercise.ladder)
    )
