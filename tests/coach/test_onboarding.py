"""From a stranger to a plan, and the same questions when the plan changes later."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from bot.coach.onboarding import add_months
from bot.coach.onboarding_results import (
    AreasAsked,
    DaysAsked,
    DaysRefused,
    DoctorConfirmAsked,
    Held,
    LocationAsked,
    PlaceAsked,
    PlacesFound,
    PlaceUnknown,
    PlanReady,
    ReadinessAsked,
    Settled,
    TimeAsked,
    TooYoung,
    TopicsAsked,
    Welcome,
    held,
)
from bot.coach.privacy import DeletionAsked
from bot.coach.today import RestDay
from bot.coach.turn import Stranger
from bot.domain.athlete import Readiness, Step
from bot.domain.due import Due
from bot.domain.library import Hold
from bot.domain.plan_mode import PlanMode, mode_of
from bot.domain.readiness import Recheck

from .people import BERLIN, FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, Coach, Person, a, on

IN_PREGNANCY = {
    "talk_test",
    "belly_room",
    "side_plank_low",
    "pigeon_seated",
    "short_stance",
    "no_rolling",
    "no_flat_back",
}
TOPICS = {
    "heart_or_pressure": (Hold.CLINICIAN, {"holds_max_20s"}),
    "chest_pain": (Hold.DOCTOR, set()),
    "fainting": (Hold.CLINICIAN, {"seated_or_floor", "balance"}),
    "other_condition": (Hold.CLINICIAN, set()),
    "osteoporosis": (Hold.CLINICIAN, {"no_rolling"}),
    "blood_clot_or_thinners": (Hold.CLINICIAN, {"no_rolling"}),
    "medicine": (Hold.CLINICIAN, set()),
    "joint_replacement": (Hold.CLINICIAN, {"no_deep_rotation"}),
    "pregnant": (Hold.CLINICIAN, IN_PREGNANCY),
    "gave_birth": (Hold.CLINICIAN, {"gentle_start", "side_plank_low"}),
    "supervised": (Hold.DOCTOR, set()),
}
"""What each topic of evidence 5.1 and 5.4 brings, by hand."""

A_YEAR_LATER = date(2027, 3, 2)
CLINICIAN, DOCTOR = Held(Hold.CLINICIAN, A_YEAR_LATER), Held(Hold.DOCTOR, A_YEAR_LATER)
"""The hold of a check answered on Monday, 2 March 2026."""


async def armed(person: Person) -> Due | None:
    """When their reminder falls due next."""
    async with person.coach.store.look() as records:
        return await records.reminders.of(person.id)


@pytest.fixture
async def adult(stranger: Person) -> Person:
    """Somebody in front of the readiness check."""
    await stranger.coach.onboarding.is_adult(await stranger.turn())
    return stranger


@pytest.fixture
async def ready(adult: Person) -> Person:
    """Somebody to whom nothing of the list applies, asked where they live."""
    await adult.coach.onboarding.nothing_applies(await adult.turn())
    return adult


# The first screen


async def test_a_stranger_is_welcomed_and_nothing_is_kept(stranger: Person) -> None:
    assert await stranger.coach.onboarding.start(await stranger.turn()) == Welcome()
    assert await stranger.kept() is None


async def test_under_18_is_a_kind_close_and_nothing_is_stored(stranger: Person) -> None:
    assert await stranger.coach.onboarding.is_under_age(await stranger.turn()) == TooYoung()
    assert await stranger.kept() is None
    assert str(stranger.id).encode() not in stranger.coach.bytes_on_disk()


async def test_an_adult_is_asked_the_readiness_check_in_their_language(stranger: Person) -> None:
    asked = await stranger.coach.onboarding.is_adult(await stranger.turn())
    assert asked == ReadinessAsked(again=False)
    assert (await stranger.athlete()).language == "de"


async def test_without_a_language_code_the_coach_speaks_english(coach: Coach) -> None:
    nobody = Person(coach, 7, None, on(MONDAY))
    await coach.onboarding.is_adult(await nobody.turn())
    assert (await nobody.athlete()).language == "en"


async def test_saying_one_is_an_adult_again_shows_the_open_question(ready: Person) -> None:
    assert isinstance(await ready.coach.onboarding.is_adult(await ready.turn()), PlaceAsked)


async def test_a_stranger_cannot_answer_a_later_question(stranger: Person) -> None:
    with pytest.raises(Stranger):
        await stranger.coach.onboarding.nothing_applies(await stranger.turn())


# The readiness check


async def test_nothing_applies_leads_on_without_hold_or_limits(adult: Person) -> None:
    assert isinstance(await adult.coach.onboarding.nothing_applies(await adult.turn()), PlaceAsked)
    kept = await adult.athlete()
    assert kept.readiness == Readiness(MONDAY, None, date(2027, 3, 2))
    assert kept.limits == frozenset()


async def test_a_joint_problem_leads_to_the_areas_and_then_on(adult: Person) -> None:
    ask = adult.coach.onboarding
    assert await ask.ask_areas(await adult.turn()) == AreasAsked(frozenset(), needed=True)
    assert ask.toggle_areas(await adult.turn(), frozenset({"wrist"})) == AreasAsked(frozenset({"wrist"}), needed=True)
    assert isinstance(await ask.spare(await adult.turn(), frozenset({"wrist", "knee", "forged"})), PlaceAsked)
    assert (await adult.athlete()).limits == {"wrist", "knee"}
    assert (await adult.athlete()).readiness == Readiness(MONDAY, None, A_YEAR_LATER)


async def test_who_has_a_joint_problem_chooses_at_least_one_area(adult: Person) -> None:
    ask = adult.coach.onboarding
    await ask.ask_areas(await adult.turn())
    assert await ask.spare(await adult.turn(), frozenset({"forged"})) == AreasAsked(frozenset(), needed=True)
    assert (await adult.athlete()).readiness is None


@pytest.mark.parametrize("topic", TOPICS)
async def test_each_topic_brings_its_hold_and_its_limits(adult: Person, topic: str) -> None:
    hold, limits = TOPICS[topic]
    applies = topic == "gave_birth"
    answer = await adult.coach.onboarding.topics_chosen(
        await adult.turn(), frozenset({topic}), confirmed=True, applies=applies
    )
    assert answer == Held(hold, A_YEAR_LATER, mode_of(limits))
    assert (await adult.athlete()).hold is hold
    assert (await adult.athlete()).limits == limits


async def test_of_several_topics_the_stricter_hold_counts_and_all_limits_do(adult: Person) -> None:
    chosen = frozenset({"gave_birth", "supervised", "heart_or_pressure"})
    assert await adult.coach.onboarding.topics_chosen(await adult.turn(), chosen, confirmed=True) == replace(
        DOCTOR, mode=PlanMode.AFTER_BIRTH
    )
    assert (await adult.athlete()).limits == {"gentle_start", "side_plank_low", "holds_max_20s"}


async def test_a_clinicians_hold_needs_no_second_question(adult: Person) -> None:
    answer = await adult.coach.onboarding.topics_chosen(await adult.turn(), frozenset({"medicine"}), confirmed=False)
    assert answer == CLINICIAN


def test_the_content_holds_no_other_topic(coach: Coach) -> None:
    assert set(coach.library.topics) == set(TOPICS)


async def test_the_topic_is_never_stored(adult: Person) -> None:
    ask = adult.coach.onboarding
    for topic in TOPICS:
        await ask.ask_topics(await adult.turn())
        assert ask.toggle_topics(frozenset({topic})) == TopicsAsked(frozenset({topic}))
        await ask.topics_chosen(await adult.turn(), frozenset({topic}), confirmed=True)
    assert [topic for topic in TOPICS if topic.encode() in adult.coach.bytes_on_disk()] == []


@pytest.mark.parametrize("chosen", [frozenset[str](), frozenset({"forged"})])
async def test_no_topic_chosen_opens_the_list_again(adult: Person, chosen: frozenset[str]) -> None:
    await adult.coach.onboarding.ask_topics(await adult.turn())
    answer = await adult.coach.onboarding.topics_chosen(await adult.turn(), chosen, confirmed=True)
    assert answer == TopicsAsked(frozenset())
    assert (await adult.athlete()).readiness is None


async def test_a_doctors_hold_is_confirmed_before_anything_is_stored(adult: Person) -> None:
    chosen = frozenset({"chest_pain", "medicine"})
    answer = await adult.coach.onboarding.topics_chosen(await adult.turn(), chosen, confirmed=False)
    assert answer == DoctorConfirmAsked(chosen)
    assert (await adult.athlete()).readiness is None
    assert (await adult.athlete()).limits == frozenset()


async def test_a_clinicians_ok_lifts_the_hold_and_keeps_the_limits(adult: Person) -> None:
    ask = adult.coach.onboarding
    await ask.topics_chosen(await adult.turn(), frozenset({"heart_or_pressure"}), confirmed=False)
    assert isinstance(await ask.clinician_agreed(await adult.turn(on(THURSDAY))), PlaceAsked)
    kept = await adult.athlete()
    assert kept.readiness == Readiness(THURSDAY, None, date(2027, 3, 2))
    assert kept.limits == {"holds_max_20s"}


async def test_a_clinicians_ok_after_onboarding_leads_back_to_the_plan(anna: Person) -> None:
    ask = anna.coach.onboarding
    await ask.topics_chosen(await anna.turn(), frozenset({"medicine"}), confirmed=False)
    assert isinstance(await ask.clinician_agreed(await anna.turn()), PlanReady)
    assert await anna.step() is Step.READY


async def test_a_clinicians_ok_without_a_hold_changes_nothing(anna: Person) -> None:
    before = await anna.athlete()
    assert isinstance(await anna.coach.onboarding.clinician_agreed(await anna.turn()), PlanReady)
    assert await anna.athlete() == before


async def test_a_clinicians_ok_before_the_check_changes_nothing(adult: Person) -> None:
    assert await adult.coach.onboarding.clinician_agreed(await adult.turn()) == ReadinessAsked(again=False)


async def answers_none(person: Person) -> object:
    return await person.coach.onboarding.nothing_applies(await person.turn())


async def answers_joint(person: Person) -> object:
    await person.coach.onboarding.ask_areas(await person.turn())
    return await person.coach.onboarding.spare(await person.turn(), frozenset({"wrist"}))


async def answers_a_milder_topic(person: Person) -> object:
    await person.coach.onboarding.ask_topics(await person.turn())
    return await person.coach.onboarding.topics_chosen(await person.turn(), frozenset({"gave_birth"}), applies=False)


async def says_a_clinician_agreed(person: Person) -> object:
    return await person.coach.onboarding.clinician_agreed(await person.turn())


@pytest.mark.parametrize("answer", [answers_none, answers_joint])
async def test_another_answer_is_no_clinicians_ok(anna: Person, answer: Callable[[Person], Awaitable[object]]) -> None:
    ask = anna.coach.onboarding
    await ask.topics_chosen(await anna.turn(), frozenset({"heart_or_pressure"}), confirmed=False)
    await ask.ask_readiness(await anna.turn())
    assert await answer(anna) == CLINICIAN
    assert (await anna.athlete()).limits >= {"holds_max_20s"}
    assert await anna.step() is Step.HELD


async def test_a_topic_chosen_while_held_can_make_the_hold_stricter(anna: Person) -> None:
    ask = anna.coach.onboarding
    await ask.topics_chosen(await anna.turn(), frozenset({"medicine"}), confirmed=False)
    assert await ask.topics_chosen(await anna.turn(), frozenset({"chest_pain"}), confirmed=True) == DOCTOR


async def test_the_check_asked_anew_after_twelve_months_is_the_way_out_of_a_doctors_hold(anna: Person) -> None:
    ask = anna.coach.onboarding
    await ask.topics_chosen(await anna.turn(), frozenset({"supervised"}), confirmed=True)
    assert await ask.ask_readiness(await anna.turn(on(date(2027, 3, 1)))) == DOCTOR
    asked = await ask.ask_readiness(await anna.turn(on(A_YEAR_LATER)))
    assert asked == ReadinessAsked(again=True, recheck=Recheck.YEAR)
    assert isinstance(await ask.nothing_applies(await anna.turn()), PlanReady)


@pytest.mark.parametrize("question", ["ask_readiness", "ask_areas", "ask_topics"])
async def test_a_doctors_hold_answers_every_question_of_the_check(anna: Person, question: str) -> None:
    ask = anna.coach.onboarding
    await ask.topics_chosen(await anna.turn(), frozenset({"supervised"}), confirmed=True)
    assert await getattr(ask, question)(await anna.turn()) == DOCTOR
    assert await anna.step() is Step.HELD


async def test_on_hold_nothing_of_the_plan_is_settled(anna: Person) -> None:
    ask, before = anna.coach.onboarding, await anna.athlete()
    await ask.topics_chosen(await anna.turn(), frozenset({"medicine"}), confirmed=False)
    answers = [
        await ask.ask_place(await anna.turn()),
        await ask.ask_location(await anna.turn()),
        await ask.place_chosen(await anna.turn(), "Asia/Tokyo"),
        await ask.ask_days(await anna.turn()),
        await ask.days_chosen(await anna.turn(), {1, 5}),
        await ask.ask_time(await anna.turn()),
        await ask.time_chosen(await anna.turn(), time(7, 0)),
    ]
    assert answers == [CLINICIAN] * len(answers)
    kept = await anna.athlete()
    assert (kept.zone, kept.weekdays, kept.remind_at) == (before.zone, before.weekdays, before.remind_at)


@pytest.mark.parametrize("answer", [answers_none, answers_joint, answers_a_milder_topic, says_a_clinician_agreed])
async def test_a_doctors_hold_is_never_lifted(adult: Person, answer: Callable[[Person], Awaitable[object]]) -> None:
    ask = adult.coach.onboarding
    await ask.topics_chosen(await adult.turn(), frozenset({"chest_pain"}), confirmed=True)
    await ask.ask_readiness(await adult.turn())
    await answer(adult)
    assert (await adult.athlete()).hold is Hold.DOCTOR
    assert not isinstance(await ask.start(await adult.turn()), PlaceAsked | PlanReady)


async def test_a_topic_chosen_while_held_adds_its_limits(anna: Person) -> None:
    ask = anna.coach.onboarding
    await ask.topics_chosen(await anna.turn(), frozenset({"heart_or_pressure"}), confirmed=False)
    await ask.topics_chosen(await anna.turn(), frozenset({"gave_birth"}), applies=False)
    assert (await anna.athlete()).hold is Hold.CLINICIAN
    assert (await anna.athlete()).limits == {"holds_max_20s", "gentle_start", "side_plank_low"}


async def test_areas_changed_in_the_plan_leave_the_other_limits_and_the_next_check(anna: Person) -> None:
    ask = anna.coach.onboarding
    await ask.topics_chosen(await anna.turn(), frozenset({"heart_or_pressure"}), confirmed=False)
    await ask.clinician_agreed(await anna.turn())
    await ask.ask_areas(await anna.turn(on(FRIDAY)))
    assert isinstance(await ask.spare(await anna.turn(), frozenset({"wrist"})), PlanReady)
    kept = await anna.athlete()
    assert kept.limits == {"wrist", "holds_max_20s"}
    assert kept.readiness == Readiness(MONDAY, None, date(2027, 3, 2))


async def test_areas_are_shown_as_they_are_whenever_the_question_comes_again(anna: Person) -> None:
    ask = anna.coach.onboarding
    await ask.ask_areas(await anna.turn())
    await ask.spare(await anna.turn(), frozenset({"wrist"}))
    assert await ask.ask_areas(await anna.turn()) == AreasAsked(frozenset({"wrist"}))
    assert ask.question(await anna.athlete(), await anna.turn()) == AreasAsked(frozenset({"wrist"}))


async def test_the_check_is_asked_again_after_twelve_months_and_not_a_day_before(anna: Person) -> None:
    ask = anna.coach.onboarding
    await anna.trains(MONDAY)
    await anna.becomes(readiness=Readiness(date(2025, 3, 4), None, WEDNESDAY))
    assert not a(PlanReady, await ask.start(await anna.turn(on(TUESDAY)))).fresh
    asked = await ask.start(await anna.turn(on(WEDNESDAY)))
    assert asked == ReadinessAsked(again=True, recheck=Recheck.YEAR)
    assert isinstance(await ask.nothing_applies(await anna.turn()), PlanReady)
    assert (await anna.athlete()).readiness == Readiness(WEDNESDAY, None, date(2027, 3, 4))


async def test_the_second_check_can_be_answered_with_areas(anna: Person) -> None:
    ask = anna.coach.onboarding
    await ask.start(await anna.turn(on(date(2027, 3, 2))))
    await ask.ask_areas(await anna.turn())
    await ask.spare(await anna.turn(), frozenset({"knee"}))
    assert (await anna.athlete()).readiness == Readiness(date(2027, 3, 2), None, date(2028, 3, 2))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 3, 2), 12, date(2027, 3, 2)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_later_is_the_same_day_or_the_28th(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


async def test_who_may_train_is_under_no_hold(anna: Person) -> None:
    with pytest.raises(ValueError, match="may train"):
        held(await anna.athlete())


async def test_no_button_leads_past_the_check(adult: Person) -> None:
    ask = adult.coach.onboarding
    assert await ask.spare(await adult.turn(), frozenset({"wrist"})) == ReadinessAsked(again=False)
    assert await ask.time_chosen(await adult.turn(), time(18, 0)) == ReadinessAsked(again=False)
    assert (await adult.athlete()).onboarded_on is None
    assert (await adult.athlete()).limits == frozenset()


# Where somebody lives


async def test_the_first_guess_comes_from_the_language(ready: Person) -> None:
    asked = a(PlaceAsked, await ready.coach.onboarding.ask_place(await ready.turn()))
    assert asked.guess is not None
    assert asked.guess.label("en") == "Berlin (Germany)"
    assert asked.zone == BERLIN


async def test_where_the_language_tells_nothing_the_default_zone_is_the_guess(coach: Coach) -> None:
    nobody = Person(coach, 7, "en", on(MONDAY))
    await coach.onboarding.is_adult(await nobody.turn())
    asked = a(PlaceAsked, await coach.onboarding.nothing_applies(await nobody.turn()))
    assert asked.guess is None
    assert asked.zone == ZoneInfo("UTC")


async def test_a_typed_city_settles_the_zone(ready: Person) -> None:
    asked = a(DaysAsked, await ready.coach.onboarding.place_typed(await ready.turn(), "tokyo"))
    assert asked.settled
    assert asked.settled.zone == ZoneInfo("Asia/Tokyo")
    assert asked.settled.place
    assert asked.settled.place.label("en") == "Tokyo (Japan)"
    assert asked.weekdays == {0, 2, 4}
    assert not asked.keyboard_shown
    assert (await ready.athlete()).zone == ZoneInfo("Asia/Tokyo")


async def test_an_ambiguous_city_asks_which(ready: Person) -> None:
    found = a(PlacesFound, await ready.coach.onboarding.place_typed(await ready.turn(), "Portland"))
    assert {place.zone for place in found.places} >= {"America/Los_Angeles", "America/New_York"}
    assert await ready.step() is Step.PLACE


@pytest.mark.parametrize("text", ["hello", "later", "Berln", "munich germny", "i live in paris"])
async def test_what_is_only_like_a_city_is_asked_about_and_never_settled(ready: Person, text: str) -> None:
    assert isinstance(await ready.coach.onboarding.place_typed(await ready.turn(), text), PlacesFound | PlaceUnknown)
    assert await ready.step() is Step.PLACE


async def test_a_typed_clock_time_lists_cities_where_it_is_that_time(ready: Person) -> None:
    noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    found = a(PlacesFound, await ready.coach.onboarding.place_typed(await ready.turn(noon), "21:00"))
    assert "Asia/Tokyo" in {place.zone for place in found.places}
    assert {noon.astimezone(ZoneInfo(place.zone)).hour for place in found.places} == {21}


async def test_a_place_nobody_knows_is_said_to_be_unknown(ready: Person) -> None:
    assert await ready.coach.onboarding.place_typed(await ready.turn(), "qqqzz") == PlaceUnknown()
    assert await ready.step() is Step.PLACE


async def test_a_shared_location_leaves_its_zone_and_nothing_else(ready: Person) -> None:
    ask = ready.coach.onboarding
    assert await ask.ask_location(await ready.turn()) == LocationAsked()
    asked = a(DaysAsked, await ask.located(await ready.turn(), 35.6895, 139.6917))
    assert asked.settled == Settled(ZoneInfo("Asia/Tokyo"), ready.time)
    assert asked.keyboard_shown
    assert b"35.68" not in ready.coach.bytes_on_disk() and b"139.69" not in ready.coach.bytes_on_disk()


async def test_a_forged_zone_is_refused_and_nothing_is_kept(ready: Person) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        await ready.coach.onboarding.place_chosen(await ready.turn(), "Europe/Atlantis")
    assert await ready.step() is Step.PLACE


# Days and time


@pytest.mark.parametrize("days", [{0}, {0, 1}, {0, 6}, set[int]()])
async def test_days_without_two_strength_days_apart_are_refused(ready: Person, days: set[int]) -> None:
    before = await ready.athlete()
    assert await ready.coach.onboarding.days_chosen(await ready.turn(), days) == DaysRefused(frozenset(days))
    assert await ready.athlete() == before


async def test_a_fourth_day_becomes_mobility(ready: Person) -> None:
    assert isinstance(await ready.coach.onboarding.days_chosen(await ready.turn(), {0, 1, 3, 5}), TimeAsked)
    plan = (await ready.athlete()).plan
    assert (len(plan.strength), len(plan.mobility)) == (3, 1)


async def test_typed_days_count_and_unknown_words_show_all_seven(ready: Person) -> None:
    ask = ready.coach.onboarding
    nothing, some = frozenset[int](), frozenset({1, 5})
    assert await ask.days_typed(await ready.turn(), nothing, clear=True) == DaysAsked(nothing, choosing=True)
    assert await ask.days_typed(await ready.turn(), some, clear=False) == DaysAsked(some, choosing=True)
    assert await ask.days_typed(await ready.turn(), some, clear=True) == TimeAsked(some)
    assert (await ready.athlete()).weekdays == {1, 5}


@pytest.mark.parametrize(("text", "at"), [("7pm", time(19, 0)), ("06:45", time(6, 45)), ("0:30", time(0, 30))])
async def test_a_typed_time_completes_the_plan(ready: Person, text: str, at: time) -> None:
    await ready.coach.onboarding.place_chosen(await ready.turn(), "Europe/Berlin")
    await ready.coach.onboarding.days_chosen(await ready.turn(), {0, 2})
    assert a(PlanReady, await ready.coach.onboarding.time_typed(await ready.turn(), text)).fresh
    assert (await ready.athlete()).remind_at == at
    assert (await ready.athlete()).onboarded_on == MONDAY


async def test_a_lone_number_asks_which_half_of_the_day(ready: Person) -> None:
    await ready.coach.onboarding.place_chosen(await ready.turn(), "Europe/Berlin")
    await ready.coach.onboarding.days_chosen(await ready.turn(), {0, 2})
    asked = await ready.coach.onboarding.time_typed(await ready.turn(), "7")
    assert asked == TimeAsked(frozenset({0, 2}), either=(time(7), time(19)))
    assert (await ready.athlete()).onboarded_on is None


async def test_a_time_tapped_before_its_question_shows_the_open_one(ready: Person) -> None:
    assert isinstance(await ready.coach.onboarding.time_chosen(await ready.turn(), time(7, 0)), PlaceAsked)
    assert (await ready.athlete()).onboarded_on is None


async def test_what_is_no_time_is_asked_again(ready: Person) -> None:
    days = frozenset({0, 2, 4})
    assert await ready.coach.onboarding.time_typed(await ready.turn(), "soon") == TimeAsked(days, unclear=True)
    assert (await ready.athlete()).onboarded_on is None


async def test_the_first_button_all_the_way_gives_a_working_plan(anna: Person) -> None:
    kept = await anna.athlete()
    assert (kept.zone, kept.weekdays, kept.remind_at) == (BERLIN, frozenset({0, 2, 4}), time(18, 0))
    assert (kept.level.value, kept.equipment, kept.step) == ("beginner", frozenset(), Step.READY)
    assert await armed(anna) == Due(MONDAY, on(MONDAY, "18:00"))


# Coming back to a question


async def test_every_question_waits_through_a_restart_and_a_week(stranger: Person) -> None:
    coach, later = stranger.coach, on(MONDAY + timedelta(days=7))

    async def again() -> object:
        await coach.restart()
        return await coach.onboarding.start(await stranger.turn(later))

    await coach.onboarding.is_adult(await stranger.turn())
    assert await again() == ReadinessAsked(again=False)
    await coach.onboarding.ask_areas(await stranger.turn())
    assert await again() == AreasAsked(frozenset(), needed=True)
    await coach.onboarding.ask_topics(await stranger.turn())
    assert await again() == TopicsAsked(frozenset())
    await coach.onboarding.topics_chosen(await stranger.turn(), frozenset({"medicine"}), confirmed=False)
    assert await again() == Held(Hold.CLINICIAN, date(2027, 3, 9))
    await coach.onboarding.clinician_agreed(await stranger.turn())
    assert isinstance(await again(), PlaceAsked)
    await coach.onboarding.ask_location(await stranger.turn())
    assert isinstance(await again(), PlaceAsked)
    await coach.onboarding.place_chosen(await stranger.turn(), "Europe/Berlin")
    assert await again() == DaysAsked(frozenset({0, 2, 4}), choosing=False)
    await coach.onboarding.days_chosen(await stranger.turn(), {1, 3})
    assert await again() == TimeAsked(frozenset({1, 3}))
    await coach.onboarding.time_chosen(await stranger.turn(), time(7, 0))
    assert isinstance(await again(), PlanReady)


async def test_who_has_a_plan_and_turns_out_under_age_is_asked_before_it_is_deleted(anna: Person) -> None:
    assert await anna.coach.onboarding.is_under_age(await anna.turn()) == DeletionAsked()
    assert await anna.kept() is not None


# Changing the plan later


async def test_a_new_time_before_todays_reminder_moves_it(anna: Person) -> None:
    await anna.coach.onboarding.ask_time(await anna.turn())
    changed = a(PlanReady, await anna.coach.onboarding.time_chosen(await anna.turn(), time(20, 0)))
    assert not changed.fresh
    assert await armed(anna) == Due(MONDAY, on(MONDAY, "20:00"))


async def test_a_new_time_after_todays_reminder_does_not_remind_again(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY, "18:00"))
    await anna.coach.onboarding.time_chosen(await anna.turn(on(MONDAY, "18:05")), time(20, 0))
    assert await armed(anna) == Due(TUESDAY, on(TUESDAY, "20:00"))


async def test_a_new_place_moves_the_reminder_to_its_clocks(anna: Person) -> None:
    await anna.coach.onboarding.ask_place(await anna.turn())
    assert await anna.step() is Step.PLACE
    assert isinstance(await anna.coach.onboarding.place_typed(await anna.turn(), "Lisbon"), PlanReady)
    assert await armed(anna) == Due(MONDAY, on(MONDAY, "18:00", ZoneInfo("Europe/Lisbon")))


async def test_sharing_a_location_later_says_that_its_keyboard_goes(anna: Person) -> None:
    await anna.coach.onboarding.ask_location(await anna.turn())
    assert a(PlanReady, await anna.coach.onboarding.located(await anna.turn(), 51.5, -0.12)).keyboard_shown


async def test_new_days_forget_what_was_moved(anna: Person) -> None:
    await anna.coach.postponing.tomorrow(await anna.turn())
    await anna.coach.onboarding.ask_days(await anna.turn())
    assert anna.coach.onboarding.toggle_days(frozenset({1})) == DaysAsked(frozenset({1}), choosing=True)
    assert isinstance(await anna.coach.onboarding.days_chosen(await anna.turn(), {2, 5}), PlanReady)
    async with anna.coach.store.look() as records:
        assert await records.moves.of(anna.id, MONDAY) == {}


async def test_new_days_count_from_the_next_reminder_on(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {2, 5})
    sent = await anna.coach.serve_until(on(SATURDAY, "23:00"))
    assert [kind for _, kind in sent] == ["rest", "rest", "workout", "rest", "rest", "workout"]


async def test_a_question_of_the_plan_is_left_when_something_else_is_asked_for(anna: Person) -> None:
    await anna.coach.onboarding.ask_days(await anna.turn())
    assert isinstance(await anna.coach.onboarding.start(await anna.turn()), PlanReady)
    assert await anna.step() is Step.READY
    await anna.coach.onboarding.ask_location(await anna.turn())
    assert a(PlanReady, await anna.coach.onboarding.start(await anna.turn())).keyboard_shown
    await anna.coach.onboarding.ask_time(await anna.turn(on(TUESDAY)))
    assert isinstance(await anna.coach.today.today(await anna.turn()), RestDay)
    assert await anna.step() is Step.READY


async def test_health_that_changed_stays_a_question_until_it_is_answered(anna: Person) -> None:
    await anna.coach.onboarding.ask_readiness(await anna.turn())
    assert await anna.coach.onboarding.start(await anna.turn()) == ReadinessAsked(again=True)
    assert await anna.coach.today.today(await anna.turn()) == ReadinessAsked(again=True)


# Blocking


async def test_who_blocks_the_bot_is_remembered_until_they_let_it_in(anna: Person) -> None:
    await anna.coach.onboarding.blocked(await anna.turn(), blocked=True)
    assert (await anna.athlete()).blocked
    await anna.coach.onboarding.blocked(await anna.turn(), blocked=True)
    await anna.coach.onboarding.blocked(await anna.turn(), blocked=False)
    assert not (await anna.athlete()).blocked


async def test_a_stranger_who_blocks_the_bot_is_not_kept(stranger: Person) -> None:
    await stranger.coach.onboarding.blocked(await stranger.turn(), blocked=True)
    assert await stranger.kept() is None


async def test_days_follow_the_clocks_of_a_new_place(anna: Person) -> None:
    await anna.coach.onboarding.place_chosen(await anna.turn(), "Pacific/Auckland")
    await anna.coach.onboarding.ask_time(await anna.turn(on(MONDAY, "16:00")))
    assert (await anna.athlete()).day_at(anna.time) == TUESDAY
    assert (await anna.athlete()).day_at(on(WEDNESDAY, "01:00")) == WEDNESDAY


async def test_a_strength_day_that_a_journey_leaves_no_time_for_is_told(anna: Person) -> None:
    moved = await anna.coach.onboarding.place_chosen(await anna.turn(on(MONDAY, "16:00")), "Pacific/Auckland")
    assert a(PlanReady, moved).passed == MONDAY  # it is Tuesday, 04:00, there
    again = await anna.coach.onboarding.place_chosen(await anna.turn(), "Europe/Berlin")
    assert a(PlanReady, again).passed is None


@pytest.mark.parametrize("day", [MONDAY, TUESDAY])
async def test_a_day_that_is_trained_or_for_rest_is_not_missed_on_a_journey(anna: Person, day: date) -> None:
    await anna.trains(MONDAY, "10:00")
    moved = await anna.coach.onboarding.place_chosen(await anna.turn(on(day, "16:00")), "Pacific/Auckland")
    assert a(PlanReady, moved).passed is None
