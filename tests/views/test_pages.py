"""What reminders and pages promise."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.coach.oddities import LessonShown
from bot.coach.onboarding import (
    PlaceAsked,
)
from bot.coach.privacy import DeletionAsked
from bot.coach.progress import ProgressShown
from bot.coach.reminders import Outgoing
from bot.domain.athlete import Step
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState
from bot.domain.progress import Summary
from bot.domain.routine import RoutineKind
from bot.domain.week import DayKind
from bot.views import Look, buttons, show

from .reading import labels, presses
from .samples import ATHLETE, NOW, TODAY


def outgoing(kind: DeliveryKind, day_kind: DayKind, wording: str, ordinal: int = 0) -> Outgoing:
    return Outgoing(Delivery(1, 7, kind, TODAY, ordinal, NOW, DeliveryState.CLAIMED, wording), ATHLETE, day_kind)


def test_a_reminder_carries_its_own_day_and_the_minutes(look: Look) -> None:
    reply = show(outgoing(DeliveryKind.WORKOUT, DayKind.STRENGTH, "workout.0"), look)
    day = TODAY.toordinal()
    assert presses(reply) == [
        buttons.Today(),
        buttons.Later(day=day),
        buttons.Tomorrow(day=day),
        buttons.LetGo(day=day),
    ]
    assert f"{ATHLETE.length} minutes" in reply.text


def test_mobility_is_not_moved_and_a_second_snooze_is_the_last(look: Look) -> None:
    mobility = show(outgoing(DeliveryKind.WORKOUT, DayKind.MOBILITY, "mobility.1"), look)
    assert "Tomorrow" not in labels(mobility)
    assert "In 1 hour" in labels(show(outgoing(DeliveryKind.SNOOZE, DayKind.STRENGTH, "snooze.1", 1), look))
    assert "In 1 hour" not in labels(show(outgoing(DeliveryKind.SNOOZE, DayKind.STRENGTH, "snooze.1", 2), look))


def test_a_rest_day_message_asks_for_nothing(look: Look) -> None:
    reply = show(outgoing(DeliveryKind.REST, DayKind.REST, "r01"), look)
    assert reply.text == look.words.rest_days["r01"]
    assert presses(reply) == [buttons.Offer(kind=RoutineKind.MOBILITY)]


def test_this_months_workouts_come_first_and_nothing_counts_misses(look: Look) -> None:
    text = show(ProgressShown(Summary(4, 1, 3, 2, 11, ()), ()), look).text
    assert text.startswith("<b>4 workouts this month</b>")
    assert "1 of 3" in text
    assert "streak" not in text
    assert "0" not in show(ProgressShown(Summary(0, 0, 3, 0, 5, ()), ()), look).text


def test_a_lesson_has_title_body_and_sources(look: Look) -> None:
    lesson = look.words.lessons[0]
    text = show(LessonShown(lesson.id), look).text
    assert text.startswith(f"<b>{lesson.title}</b>\n\n{lesson.body}")
    assert "Sources:" in text


def test_keeping_everything_comes_first(look: Look) -> None:
    assert presses(show(DeletionAsked(), look)) == [buttons.Delete(answer="no"), buttons.Delete(answer="yes")]


def test_pages_read_in_a_workout_lead_back_to_it(look: Look) -> None:
    training = replace(look, athlete=replace(ATHLETE, step=Step.SET))
    assert labels(show(LessonShown("hip_dips"), training))[-1] == "Back to the workout"


def test_a_late_evening_is_shown_in_the_athletes_own_zone(look: Look) -> None:
    tokyo = PlaceAsked(None, ZoneInfo("Asia/Tokyo"), datetime(2026, 11, 25, 17, 42, tzinfo=ZoneInfo("UTC")))
    assert labels(show(tokyo, look))[0] == "02:42 (Asia/Tokyo)"
