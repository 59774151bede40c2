"""What the first questions and the plan promise."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.coach.onboarding_results import (
    AreasAsked,
    DaysAsked,
    Held,
    LocationAsked,
    PlaceAsked,
    PlanReady,
    ReadinessAsked,
    Settled,
    TimeAsked,
    Welcome,
)
from bot.domain.athlete import Step
from bot.domain.library import Hold
from bot.views import Look, buttons, show
from bot.views.reply import ReplyKeyboard

from .reading import labels, presses
from .samples import ATHLETE, BERLIN, FRIDAY, NOW, City


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
    held = show(Held(Hold.DOCTOR, date(2027, 11, 24)), look)
    assert held.rows == ()
    assert "I ask again on <b>Wed 24 Nov 2027</b>." in held.text
    assert "local emergency number" in held.text
    assert presses(show(Held(Hold.CLINICIAN, date(2027, 11, 24)), look))[0] == buttons.ClinicianAgreed()


def test_the_check_wants_one_area_at_least_and_the_plan_none(look: Look) -> None:
    none, one = frozenset[str](), frozenset({look.library.areas[0]})
    missing, chosen = (show(AreasAsked(areas, needed=True), look) for areas in (none, one))
    assert "Continue" not in labels(missing)
    assert "Pick at least one" in missing.text
    assert (labels(missing)[-1], presses(missing)[-1]) == ("Back to the list", buttons.Edit(what="readiness"))
    assert labels(chosen)[-2:] == ["Continue", "Back to the list"]
    assert "Pick at least one" not in chosen.text
    edited = show(AreasAsked(none), look)
    assert labels(edited)[-1] == "Continue"
    assert "Pick at least one" not in edited.text


def test_days_can_be_written_too(look: Look) -> None:
    assert "<b>mon wed fri</b>" in show(DaysAsked(frozenset({0, 2, 4}), choosing=True), look).text


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
    days = show(DaysAsked(frozenset({0, 2}), False, Settled(BERLIN, NOW), keyboard_shown=True), look)
    assert days.carrier
    assert days.carrier.keyboard == ReplyKeyboard()
    assert "Berlin" in days.carrier.text
    plan = show(PlanReady(ATHLETE, NOW, fresh=False, keyboard_shown=True), look)
    assert plan.carrier
    assert plan.carrier.keyboard == ReplyKeyboard()


def test_a_place_that_was_typed_is_confirmed_in_the_text(look: Look) -> None:
    days = show(DaysAsked(frozenset({0, 2}), False, Settled(BERLIN, NOW)), look)
    assert days.carrier is None
    assert days.text.startswith("Berlin time it is: 18:42 now.")
    assert presses(days)[-1] == buttons.Edit(what="place")
    city = show(DaysAsked(frozenset({0, 2}), False, Settled(BERLIN, NOW, City("Hamburg", "Europe/Berlin"))), look)
    assert city.text.startswith("Hamburg time it is: 18:42 now.")


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
    assert changes == {"days", "time", "place", "level", "gear", "length", "areas", "readiness", "rest", "pictures"}


def test_harder_poses_are_offered_where_limits_leave_them(look: Look) -> None:
    free = show(PlanReady(ATHLETE, NOW, fresh=False), look)
    spared = replace(ATHLETE, limits=frozenset({"knee"}), opted_in=look.library.opt_ins)
    assert buttons.Edit(what="opt_in") in presses(free)
    assert buttons.Edit(what="opt_in") not in presses(show(PlanReady(spared, NOW, fresh=False), look))
    assert "pigeon" not in show(PlanReady(spared, NOW, fresh=False), look).text


def test_a_first_day_is_called_as_people_call_it(look: Look) -> None:
    tuesday, saturday = (
        show(PlanReady(ATHLETE, NOW + timedelta(days=days), fresh=True), look).text for days in (-1, 3)
    )
    assert "Your first strength day is <b>tomorrow</b>." in tuesday
    assert "Your first strength day is <b>Mon 30 Nov</b>." in saturday


def test_a_plan_just_changed_leads_to_today_and_not_back_to_its_question(look: Look) -> None:
    editing = replace(look, athlete=replace(ATHLETE, step=Step.DAYS))
    assert labels(show(PlanReady(ATHLETE, NOW, fresh=False), editing))[0] == "Today"
