"""What reminders and pages promise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.coach.oddities import EditIgnored, LessonShown, NothingToCancel, NotUnderstood, TapWanted
from bot.coach.onboarding_results import PlaceAsked
from bot.coach.plan import Resumed
from bot.coach.postponing import DaysOffered, LetGo, MovedBack, MovedOn, NothingPlanned, NotSnoozed
from bot.coach.privacy import DeletionAsked
from bot.coach.progress import ProgressShown
from bot.coach.reminders import Outgoing
from bot.coach.today import RestDay, TrainedAlready
from bot.domain.athlete import TRAINING, Step
from bot.domain.balance import Balance
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState
from bot.domain.progress import Summary
from bot.domain.routine import RoutineKind, Version
from bot.domain.week import DayKind
from bot.domain.words import Lesson
from bot.views import Look, buttons, show
from bot.views.pages import fits_below_a_clip
from bot.views.reply import Carrier

from .reading import labels, presses
from .samples import ATHLETE, FRIDAY, NOW, TODAY


def outgoing(kind: DeliveryKind, day_kind: DayKind, wording: str, ordinal: int = 0) -> Outgoing:
    delivery = Delivery(1, 7, kind, TODAY, ordinal, NOW, DeliveryState.CLAIMED, wording)
    return Outgoing(delivery, ATHLETE, day_kind, minutes=19)


def test_a_reminder_carries_its_own_day_and_the_minutes(look: Look) -> None:
    reply = show(outgoing(DeliveryKind.WORKOUT, DayKind.STRENGTH, "workout.0"), look)
    day = TODAY.toordinal()
    assert presses(reply) == [
        buttons.Today(),
        buttons.Later(day=day),
        buttons.Tomorrow(day=day),
        buttons.AnotherDay(day=day),
        buttons.LetGo(day=day),
    ]
    assert "About 19 minutes" in reply.text


def test_a_reminder_after_a_miss_offers_four_minutes_and_says_nothing_of_the_miss(look: Look) -> None:
    usual = outgoing(DeliveryKind.WORKOUT, DayKind.STRENGTH, "workout.0")
    after_a_miss = show(replace(usual, minimum=True), look)
    assert presses(after_a_miss)[1] == buttons.Offer(kind=RoutineKind.STRENGTH, version=Version.MINIMUM)
    assert after_a_miss.text == show(usual, look).text


def test_days_that_move_nothing_else_are_told_apart_from_those_that_do(look: Look) -> None:
    ways = ((FRIDAY, 0), (FRIDAY + timedelta(days=1), 1), (FRIDAY + timedelta(days=2), 2))
    reply = show(DaysOffered(TODAY, ways), look)
    assert labels(reply)[:3] == [
        "Fri 27 Nov",
        "Sat 28 Nov, 1 other moves along",
        "Sun 29 Nov, 2 others move along",
    ]
    assert presses(reply)[0] == buttons.MoveTo(day=TODAY.toordinal(), to=FRIDAY.toordinal())
    assert "Fri 27 Nov</b> doesn't fit" in show(DaysOffered(TODAY, ways, refused=FRIDAY), look).text


def test_a_move_can_be_taken_back_from_its_answer(look: Look) -> None:
    back = buttons.MoveBack(day=TODAY.toordinal(), to=FRIDAY.toordinal())
    assert presses(show(MovedOn(FRIDAY, (), TODAY), look))[0] == back
    assert "19:42" in show(MovedBack(TODAY, NOW + timedelta(hours=1), ATHLETE), look).text
    assert "remind" not in show(MovedBack(TODAY, None, ATHLETE), look).text


def test_mobility_is_not_moved_and_a_second_snooze_is_the_last(look: Look) -> None:
    mobility = show(outgoing(DeliveryKind.WORKOUT, DayKind.MOBILITY, "mobility.1"), look)
    assert "Tomorrow" not in labels(mobility)
    assert "About 19 minutes of mobility" in mobility.text
    assert "In 1 hour" in labels(show(outgoing(DeliveryKind.SNOOZE, DayKind.STRENGTH, "snooze.1", 1), look))
    assert "In 1 hour" not in labels(show(outgoing(DeliveryKind.SNOOZE, DayKind.STRENGTH, "snooze.1", 2), look))


def test_in_an_hour_is_offered_only_where_it_still_works(look: Look) -> None:
    reminder = outgoing(DeliveryKind.WORKOUT, DayKind.STRENGTH, "workout.0")
    in_time, late = (replace(look, now=datetime(2026, 11, 25, 18, at, tzinfo=UTC)) for at in (49, 50))
    assert "In 1 hour" in labels(show(reminder, in_time))
    assert labels(show(reminder, late)) == ["Start", "Tomorrow", "Another day…", "Not today"]


@pytest.mark.parametrize("twice", [True, False])
def test_who_cannot_be_reminded_again_keeps_the_other_answers(look: Look, twice: bool) -> None:
    day = TODAY.toordinal()
    strength = show(NotSnoozed(twice), look)
    moving = [buttons.Tomorrow(day=day), buttons.AnotherDay(day=day)]
    assert presses(strength) == [buttons.Today(), *moving, buttons.LetGo(day=day)]
    assert labels(strength) == ["Start", "Tomorrow", "Another day…", "Not today"]
    on_wednesdays = replace(look, athlete=replace(ATHLETE, weekdays=frozenset({1, 2, 4})))
    assert on_wednesdays.athlete
    assert on_wednesdays.athlete.plan.kind_of(TODAY) is DayKind.MOBILITY
    mobility = show(NotSnoozed(twice), on_wednesdays)
    assert presses(mobility) == [buttons.Today(), buttons.LetGo(day=day)]
    assert "tomorrow" not in mobility.text


@pytest.mark.parametrize(("days", "words"), [(0, "<b>today</b>"), (1, "<b>tomorrow</b>"), (2, "<b>Fri 27 Nov</b>")])
def test_a_next_day_is_called_as_people_call_it(look: Look, days: int, words: str) -> None:
    day = TODAY + timedelta(days=days)
    for result in (
        LetGo(day, free=True),
        NothingPlanned(day),
        Resumed(day, was_paused=True),
        Resumed(day, was_paused=False),
        RestDay(TODAY, day, None),
        TrainedAlready(TODAY, day, strength=True),
    ):
        assert f"Your next strength day is {words}." in show(result, look).text
    assert f"Your next strength day is {words}, and" in show(LetGo(day, free=False), look).text


@pytest.mark.parametrize("step", [Step.READY, Step.DAYS, *sorted(TRAINING)])
def test_what_is_said_aside_leaves_all_buttons_alone(look: Look, step: Step) -> None:
    look = replace(look, athlete=replace(ATHLETE, step=step))
    lost = (NotUnderstood("text"), NotUnderstood("command"), NotUnderstood("media"))
    for result in (EditIgnored(in_workout=False), TapWanted(), *lost):
        reply = show(result, look)
        assert (reply.aside, reply.rows, reply.keyboard, reply.carrier) == (True, (), None, None)


def test_an_aside_with_buttons_is_refused(look: Look) -> None:
    with pytest.raises(ValueError, match="an aside leaves"):
        replace(show(NothingToCancel(), look), aside=True)


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


def test_the_balance_of_sides_is_told_in_plain_words_first_and_latest(look: Look) -> None:
    sides = (Balance("clamshell", 17, 8), Balance("fire_hydrant", None, 10), Balance("pigeon_pose", 9, 0))
    text = show(ProgressShown(Summary(4, 1, 3, 2, 11, ()), (), sides), look).text
    assert "• Clamshell: 17 % apart at first, 8 % apart last time" in text
    assert "• Fire hydrant: 10 % apart" in text
    assert "9 % apart at first, even last time" in text
    assert "Left and right" not in show(ProgressShown(Summary(4, 1, 3, 2, 11, ()), ()), look).text


def lesson_of(id: str, look: Look) -> Lesson:
    return next(lesson for lesson in look.words.lessons if lesson.id == id)


def test_a_lesson_has_title_body_and_sources(look: Look) -> None:
    lesson = look.words.lessons[0]
    text = show(LessonShown(lesson.id), look).text
    assert text.startswith(f"<b>{lesson.title}</b>\n\n{lesson.body}")
    assert "Sources:" in text


def test_a_short_lesson_stands_below_its_picture(look: Look) -> None:
    reply = show(LessonShown("three_glutes"), look)
    assert reply.clip == lesson_of("three_glutes", look).picture
    assert reply.caption == reply.text
    assert fits_below_a_clip(reply.caption)


def test_before_a_long_lesson_goes_its_picture_with_words_that_say_the_same(look: Look) -> None:
    reply, picture = show(LessonShown("hip_dips"), look), lesson_of("hip_dips", look).picture
    assert picture
    assert (reply.clip, reply.carrier) == (None, Carrier(picture.words, picture=picture))
    assert not fits_below_a_clip(reply.text)
    assert "iliac crest" in picture.words


@pytest.mark.parametrize("lesson", ["hip_dips", "bodies_vary", "three_glutes"])
def test_who_wants_words_only_gets_the_lesson_alone(lesson: str, look: Look) -> None:
    reply = show(LessonShown(lesson), replace(look, athlete=replace(ATHLETE, pictures=False)))
    assert (reply.clip, reply.carrier) == (None, None)
    assert reply.text == show(LessonShown(lesson), look).text


def test_the_words_of_every_picture_fit_below_it(look: Look) -> None:
    pictures = [lesson.picture for lesson in look.words.lessons if lesson.picture]
    assert len(pictures) == 3
    assert all(fits_below_a_clip(picture.words) for picture in pictures)


def test_keeping_everything_comes_first(look: Look) -> None:
    asked = int(NOW.timestamp() // 60)
    assert presses(show(DeletionAsked(), look)) == [
        buttons.Delete(answer="no", asked=asked),
        buttons.Delete(answer="yes", asked=asked),
    ]


def test_pages_read_in_a_workout_lead_back_to_it(look: Look) -> None:
    training = replace(look, athlete=replace(ATHLETE, step=Step.SET))
    assert labels(show(LessonShown("hip_dips"), training))[-1] == "Back to the workout"


def test_a_late_evening_is_shown_in_the_athletes_own_zone(look: Look) -> None:
    tokyo = PlaceAsked(None, ZoneInfo("Asia/Tokyo"), datetime(2026, 11, 25, 17, 42, tzinfo=ZoneInfo("UTC")))
    assert labels(show(tokyo, look))[0] == "02:42 (Asia/Tokyo)"
