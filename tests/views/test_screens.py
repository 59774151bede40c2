"""What single screens promise."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from bot.coach.interruptions import RedFlagRaised
from bot.coach.oddities import LessonShown
from bot.coach.onboarding import (
    DaysAsked,
    Held,
    LocationAsked,
    PlaceAsked,
    PlanReady,
    ReadinessAsked,
    TimeAsked,
    Welcome,
)
from bot.coach.privacy import DeletionAsked
from bot.coach.progress import ProgressShown
from bot.coach.reminders import Outgoing
from bot.coach.today import Offer, OpenWorkout, RestDay
from bot.coach.workout_results import Card, EffortLogged, Finished, OldButton, SetLogged, StaleAsked, WorkoutStarted
from bot.domain.athlete import Step
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState
from bot.domain.exercise import Mode, Phase, Sides
from bot.domain.library import Hold
from bot.domain.progress import Summary
from bot.domain.progression import Effort
from bot.domain.red_flags import Urgency
from bot.domain.routine import RoutineKind, Trim
from bot.domain.week import DayKind
from bot.domain.workout import Entry, EntryKind, WorkoutState
from bot.views import Look, Reply, buttons, choice_reply, show
from bot.views.amounts import amount_words, dose_words, target_words, tempo_words
from bot.views.dates import clock_words, day_words, listed, weekday_list, zone_words
from bot.views.reply import ReplyKeyboard
from bot.views.set_card import title_words

from .conftest import Shown
from .examples import ATHLETE, BERLIN, FRIDAY, NOW, TODAY, City, done_until, first_of, opened, routine


def labels(reply: Reply) -> list[str]:
    return [button.label for row in reply.rows for button in row]


def presses(reply: Reply) -> list[buttons.Press]:
    return [button.press for row in reply.rows for button in row]


# Dates, times, lists


def test_dates_and_times_read_as_people_say_them() -> None:
    assert day_words(TODAY, "en") == "Wed 25 Nov"
    assert clock_words(time(18, 42), "en") == "18:42"
    assert clock_words(time(7), "en") == "07:00"
    assert weekday_list({4, 0, 2}, "en") == "Mon, Wed and Fri"
    assert listed([], "en") == ""


def test_dates_follow_the_language() -> None:
    assert day_words(TODAY, "de") == "Mi. 25. Nov."
    assert weekday_list({0, 2}, "pt-br") == "seg. e qua."


@pytest.mark.parametrize(
    ("zone", "words"),
    [("Europe/Berlin", "Berlin"), ("America/New_York", "New York"), ("UTC", "UTC"), ("Etc/GMT+2", "Etc/GMT+2")],
)
def test_a_zone_is_called_by_its_city(zone: str, words: str) -> None:
    assert zone_words(ZoneInfo(zone), "en") == words


# The first screens


def test_the_first_button_all_the_way_is_the_safe_answer(look: Look) -> None:
    stranger = replace(look, athlete=None)
    assert labels(show(Welcome(), stranger)) == ["I am 18 or older", "I am under 18"]
    assert labels(show(ReadinessAsked(again=False), look)) == [
        "I read the list, none applies to me",
        "Only a joint, muscle or tendon problem",
        "One of the others",
    ]
    guess = City("Berlin (Germany)", "Europe/Berlin")
    assert labels(show(PlaceAsked(guess, BERLIN, NOW), look))[0] == "18:42 in Berlin"
    assert labels(show(PlaceAsked(None, ZoneInfo("UTC"), NOW), look))[0] == "17:42 (UTC)"
    days = show(DaysAsked(frozenset({0, 2, 4}), choosing=False), look)
    assert (labels(days)[0], presses(days)[0]) == ("Mon Wed Fri", buttons.DaysPick(chosen=0b10101))
    times = show(TimeAsked(frozenset({0, 2, 4})), look)
    assert (labels(times)[0], presses(times)[0]) == ("18:00", buttons.TimePick(minutes=1080))
    fresh = show(PlanReady(ATHLETE, NOW, fresh=True), look)
    assert (labels(fresh)[0], presses(fresh)[0]) == ("Start today's routine", buttons.Today())


def test_the_readiness_list_has_every_line(look: Look) -> None:
    text = show(ReadinessAsked(again=False), look).text
    assert all(f"{at}. {line}" in text for at, line in enumerate(look.words.topic_lines, 1))


def test_nothing_lifts_a_doctors_hold(look: Look) -> None:
    held = show(Held(Hold.DOCTOR), look)
    assert held.rows == ()
    assert "local emergency number" in held.text
    assert presses(show(Held(Hold.CLINICIAN), look))[0] == buttons.ClinicianAgreed()


def test_a_toggle_carries_the_choice_it_would_lead_to(look: Look) -> None:
    reply = show(DaysAsked(frozenset({0, 2}), choosing=True), look)
    assert labels(reply) == ["✓ Mon", "Tue", "✓ Wed", "Thu", "Fri", "Sat", "Sun", "Done"]
    assert presses(reply)[0] == buttons.DaysToggle(chosen=0b100)
    assert presses(reply)[1] == buttons.DaysToggle(chosen=0b111)
    assert presses(reply)[-1] == buttons.DaysPick(chosen=0b101)


def test_days_that_do_not_fit_cannot_be_done(look: Look) -> None:
    assert "Done" not in labels(show(DaysAsked(frozenset({0, 1}), choosing=True), look))


def test_a_fourth_day_becomes_mobility_and_says_why(look: Look) -> None:
    text = show(DaysAsked(frozenset({0, 1, 2, 4}), choosing=True), look).text
    assert "Mobility on Tue" in text
    assert "two days" in text


def test_the_location_keyboard_goes_away_with_the_next_question(look: Look) -> None:
    asked = show(LocationAsked(), look)
    assert asked.keyboard
    assert asked.keyboard.location
    days = show(DaysAsked(frozenset({0, 2}), False, BERLIN, NOW, keyboard_shown=True), look)
    assert days.carrier
    assert days.carrier.keyboard == ReplyKeyboard()
    assert "Berlin" in days.carrier.text
    plan = show(PlanReady(ATHLETE, NOW, fresh=False, keyboard_shown=True), look)
    assert plan.carrier
    assert plan.carrier.keyboard == ReplyKeyboard()


def test_a_place_that_was_typed_is_confirmed_in_the_text(look: Look) -> None:
    days = show(DaysAsked(frozenset({0, 2}), False, BERLIN, NOW), look)
    assert days.carrier is None
    assert days.text.startswith("Berlin time it is: 18:42 now.")


def test_a_plan_says_what_is_in_force_and_changes_it(look: Look) -> None:
    athlete = replace(ATHLETE, limits=frozenset({"knee", "no_rolling"}), paused=True, paused_until=FRIDAY)
    reply = show(PlanReady(athlete, NOW, fresh=False), look)
    for words in (
        "Mon, Wed and Fri",
        "18:00",
        "Berlin",
        "beginner",
        "Knee",
        look.words.limits["no_rolling"],
        "Fri 27 Nov",
    ):
        assert words in reply.text
    changes = {press.what for press in presses(reply) if isinstance(press, buttons.Edit | buttons.Choose)}
    assert changes == {"days", "time", "place", "level", "gear", "length", "areas", "readiness", "pigeon", "rest"}


def test_a_plan_just_changed_leads_to_today_and_not_back_to_its_question(look: Look) -> None:
    editing = replace(look, athlete=replace(ATHLETE, step=Step.DAYS))
    assert labels(show(PlanReady(ATHLETE, NOW, fresh=False), editing))[0] == "Today"


# The small choices


@pytest.mark.parametrize("what", ["level", "gear", "length"])
@pytest.mark.parametrize("where", ["strength", "mobility", "plan"])
def test_a_choice_marks_what_is_in_force_and_leads_back(
    look: Look, what: Literal["level", "gear", "length"], where: Literal["strength", "mobility", "plan"]
) -> None:
    reply = choice_reply(what, where, look)
    back = buttons.Edit(what="plan") if where == "plan" else buttons.Offer(kind=RoutineKind(where))
    assert presses(reply)[-1] == back
    assert sum(label.startswith("✓") for label in labels(reply)) == (0 if what == "gear" else 1)
    assert all(len(press.pack()) <= 64 for press in presses(reply))


def test_a_stranger_who_chooses_is_welcomed(look: Look) -> None:
    stranger = replace(look, athlete=None)
    assert choice_reply("gear", "plan", stranger) == show(Welcome(), stranger)


# Today


def test_a_start_card_says_what_how_much_why_and_how_it_counts(look: Look) -> None:
    whole = routine(look.library)
    offered = Offer(
        ATHLETE, replace(whole, trims=(Trim.ROLLING,)), DayKind.STRENGTH, first=False, week_done=5, week_after=10
    )
    reply = show(offered, look)
    for words in (
        f"about {whole.minutes} minutes",
        "Clamshell: 2 × 10 each side",
        "light enough to learn the move",
        "rolling on one area only",
        "Outer-hip sets this week: 5 done, 10 after today. 8 to 14 is a useful range.",
    ):
        assert words in reply.text
    assert presses(reply)[0] == buttons.Start(kind=RoutineKind.STRENGTH)
    assert labels(reply)[1:3] == ["Level…", "Equipment…"]


def test_mobility_counts_no_sets(look: Look) -> None:
    mobility = routine(look.library, RoutineKind.MOBILITY)
    text = show(Offer(ATHLETE, mobility, DayKind.REST, first=False, week_done=1, week_after=1), look).text
    assert "Outer-hip" not in text
    assert "rest day" not in text


def test_a_rest_day_gives_the_reason_to_wait(look: Look) -> None:
    soon, later = show(RestDay(TODAY, FRIDAY, 20), look), show(RestDay(TODAY, FRIDAY, 60), look)
    assert "20 hours ago" in soon.text
    assert "48 hours" in soon.text
    assert "hours" not in later.text
    assert presses(soon) == [buttons.Offer(kind=RoutineKind.MOBILITY), buttons.Offer(kind=RoutineKind.STRENGTH)]


def test_an_open_workout_shows_where_it_stands(look: Look) -> None:
    workout = opened(routine(look.library))
    paused = replace(ATHLETE, step=Step.PAUSED)
    assert show(OpenWorkout(workout, paused, stale=False), look) == show(Card(workout, Step.PAUSED), look)
    assert show(OpenWorkout(workout, ATHLETE, stale=True), look) == show(StaleAsked(workout, pending=False), look)


# The workout


def test_a_start_sets_the_keyboard_of_words(look: Look) -> None:
    reply = show(WorkoutStarted(opened(routine(look.library))), look)
    assert reply.carrier
    assert reply.carrier.keyboard == ReplyKeyboard((("Done", "Skip"), ("Hurts", "Stop")))
    assert reply.text.startswith("1 of ")


def test_done_is_the_first_button_and_names_the_set(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole) + 1
    reply = show(Card(opened(whole, *done_until(whole, at)), Step.SET), look)
    assert labels(reply) == ["✓ Done: 10 each side", "Skip", "Something hurts", "More", "Undo", "Stop"]
    assert presses(reply)[0] == buttons.Done(workout=12, item=at, set=0)


def test_there_is_nothing_to_undo_before_the_first_entry(look: Look) -> None:
    assert "Undo" not in labels(show(Card(opened(routine(look.library)), Step.SET), look))


def test_the_reason_stands_on_the_first_set_only(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole)
    first = opened(whole, *done_until(whole, at))
    second = opened(whole, *done_until(whole, at), Entry(EntryKind.SET, at, 8))
    assert "Your starting point" in show(Card(first, Step.SET), look).text
    assert "Your starting point" not in show(Card(second, Step.SET), look).text


def test_a_card_shows_four_cues_at_most_and_one_mistake_that_changes(shown: Shown, look: Look) -> None:
    for example, reply in shown.replies:
        if example.name.startswith("short "):
            assert 3 <= reply.text.count("• ") <= 4, example.name
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole) + 1
    mistakes = look.words.exercises["clamshell"].mistakes
    entries = done_until(whole, at)
    texts = [
        show(Card(opened(whole, *entries, *more), Step.SET), look).text for more in ((), (Entry(EntryKind.SET, at, 9),))
    ]
    found = [[mistake for mistake in mistakes if mistake in text] for text in texts]
    assert [len(one) for one in found] == [1, 1]
    assert found[0] != found[1]


def test_a_set_that_was_logged_is_said_first_with_the_rest(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole) + 1
    workout = opened(whole, *done_until(whole, at), Entry(EntryKind.SET, at, 12))
    text = show(Card(workout, Step.SET, SetLogged(at, 0, 12, as_planned=False)), look).text
    assert text.startswith("✓ 12 each side logged. Rest about 45 s.")


def test_more_shows_everything_and_less_leads_back(look: Look) -> None:
    workout = opened(routine(look.library))
    page = show(Card(workout, Step.SET, expanded=True), look)
    words = look.words.exercises["leg_swings"]
    for text in (*words.mistakes, *words.when_to_change, *words.claims, words.breathing):
        assert text in page.text
    assert buttons.Less(workout=12) in presses(page)
    assert buttons.More(workout=12) not in presses(page)


def test_effort_is_asked_in_reps_left_and_the_next_set_is_a_button(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole)
    reply = show(Card(opened(whole, *done_until(whole, at + 1)), Step.EFFORT), look)
    assert labels(reply)[:5] == [
        "Easy: 5+ more",
        "OK: 3-4 more",
        "Hard: 1-2 more",
        "Max: none left",
        "✓ Next one done: 10 each side",
    ]
    assert presses(reply)[0] == buttons.EffortPick(workout=12, item=at, effort=Effort.EASY)
    assert presses(reply)[4] == buttons.Done(workout=12, item=at + 1, set=0)


def test_pain_goes_from_0_to_10_in_three_rows(look: Look) -> None:
    reply = show(Card(opened(routine(look.library)), Step.PAIN), look)
    assert [[button.label for button in row] for row in reply.rows] == [
        ["0", "1", "2"],
        ["3", "4", "5"],
        ["6", "7", "8", "9", "10"],
        ["Never mind"],
    ]


def test_the_way_out_of_a_question_goes_on_or_cools_down(look: Look) -> None:
    whole = routine(look.library)
    warm, cool = opened(whole), opened(whole, *done_until(whole, first_of(Phase.COOL_DOWN, whole)))
    assert presses(show(Card(warm, Step.SKIPPING), look))[0] == buttons.GoOn(workout=12)
    assert presses(show(Card(warm, Step.STOPPING), look))[0] == buttons.CoolDown(workout=12)
    assert presses(show(Card(cool, Step.STOPPING), look)) == [buttons.GoOn(workout=12), buttons.StopNow(workout=12)]
    assert presses(show(Card(warm, Step.PAUSED), look)) == [buttons.StopNow(workout=12), buttons.GoOn(workout=12)]


@pytest.mark.parametrize("urgency", Urgency)
def test_a_red_flag_gives_its_fixed_text_whole(look: Look, urgency: Urgency) -> None:
    paused = show(RedFlagRaised(urgency, paused=True, pending=True), look)
    assert paused.text.startswith(look.words.red_flag_texts[urgency])
    assert "your set is kept" in paused.text
    assert show(RedFlagRaised(urgency, paused=False, pending=False), look) == Reply(look.words.red_flag_texts[urgency])


def test_a_second_tap_and_an_old_button_only_toast(look: Look) -> None:
    old = show(OldButton(date(2026, 11, 23)), look)
    assert (old.text, old.toast) == ("", "That button belongs to the workout of Mon 23 Nov.")


def test_a_question_of_the_plan_left_open_shows_the_card_all_the_same(look: Look) -> None:
    workout = opened(routine(look.library))
    for step in (Step.READY, Step.DAYS, Step.READINESS):
        event = EffortLogged(0, Effort.OK)
        assert show(Card(workout, step, event), look) == show(Card(workout, Step.SET, event), look)


def test_the_end_takes_the_keyboard_away_and_names_the_next_day(look: Look) -> None:
    whole = routine(look.library)
    ended = replace(opened(whole, *done_until(whole, 99)), state=WorkoutState.FINISHED, ended_at=NOW)
    reply = show(Finished(ended, None, (), (), TODAY, FRIDAY), look)
    assert (reply.keyboard, reply.rows) == (ReplyKeyboard(), ())
    for words in ("11 moves", "24 minutes", "Fri 27 Nov"):
        assert words in reply.text


def test_a_workout_with_a_night_in_between_has_no_length(look: Look) -> None:
    whole = routine(look.library)
    ended = replace(opened(whole, *done_until(whole, 3)), state=WorkoutState.STOPPED, ended_at=NOW + timedelta(days=1))
    assert "minute" not in show(Finished(ended, None, (), (), TODAY, FRIDAY), look).text


@pytest.mark.parametrize(
    ("mode", "sides", "directions", "words"),
    [
        (Mode.REPS, Sides.EACH, 1, "12 each side"),
        (Mode.REPS, Sides.TOGETHER, 1, "12 reps"),
        (Mode.REPS, Sides.EACH, 2, "12 each way, each side"),
        (Mode.REPS, Sides.TOGETHER, 2, "12 each way"),
        (Mode.HOLD, Sides.EACH, 1, "12 s each side"),
        (Mode.HOLD, Sides.TOGETHER, 1, "12 s"),
        (Mode.HOLD, Sides.EACH, 2, "12 s each way, each side"),
        (Mode.HOLD, Sides.TOGETHER, 2, "12 s each way"),
    ],
)
def test_an_amount_says_unit_and_sides(look: Look, mode: Mode, sides: Sides, directions: int, words: str) -> None:
    p = replace(
        routine(look.library).prescriptions[0], mode=mode, sides=sides, directions=directions, amount=12, sets=2
    )
    assert amount_words(p, look) == words
    assert dose_words(p, look) == f"2 × {words}"


def test_rolling_names_its_areas_on_the_card_and_counts_them_on_the_list(look: Look) -> None:
    rolling = routine(look.library).prescriptions[-1]
    assert "Glutes" in target_words(rolling, look)
    assert dose_words(rolling, look) == "30 s each side, 4 areas"


def test_only_strength_moves_have_a_tempo(look: Look) -> None:
    whole = routine(look.library)
    tempos = {p.phase: tempo_words(p, look) for p in whole.prescriptions}
    assert tempos[Phase.WARM_UP] == tempos[Phase.COOL_DOWN] == ""
    assert tempos[Phase.STRENGTH].startswith("2 s up")


def test_a_variation_that_names_its_exercise_is_not_named_twice(look: Look) -> None:
    whole = routine(look.library)
    titles = {item.prescription.variation: title_words(item, look) for item in opened(whole).items}
    assert "Part of" not in titles["full_clamshell"]
    assert "Part of: Foam rolling" in titles["hand_or_ball"]


# Reminders and pages


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
