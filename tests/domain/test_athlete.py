"""The athlete: the defaults are a working plan, and a day never goes back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.athlete import ONBOARDING, TRAINING, Athlete, Readiness, Step
from bot.domain.exercise import Level
from bot.domain.library import Hold
from bot.domain.week import plan_week

from .builders import BAND, profile

ME = Athlete(1, "en", zone=ZoneInfo("Europe/Berlin"))
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
TUESDAY = date(2026, 3, 3)


def test_the_defaults_are_three_days_at_six_in_the_evening_for_a_beginner() -> None:
    assert ME.plan == plan_week([0, 2, 4])
    assert (ME.remind_at, ME.level, ME.length) == (time(18), Level.BEGINNER, 20)
    assert Athlete(1, "en").zone.key == "UTC"
    assert ME.rest_messages
    assert not ME.paused
    assert not ME.blocked


def test_a_day_is_the_athletes_own() -> None:
    assert ME.day_at(NOON) == TUESDAY
    assert ME.day_at(datetime(2026, 3, 3, 1, 59, tzinfo=UTC)) == date(2026, 3, 2)


def test_a_day_never_goes_back_wherever_they_travel() -> None:
    ahead = replace(ME, latest_day=date(2026, 3, 4))
    assert ahead.day_at(NOON) == date(2026, 3, 4)
    assert replace(ME, latest_day=date(2026, 3, 1)).day_at(NOON) == TUESDAY


def test_training_waits_while_the_readiness_check_holds_it() -> None:
    assert ME.hold is None
    held = replace(ME, readiness=Readiness(TUESDAY, Hold.CLINICIAN, date(2027, 3, 3)))
    assert held.hold is Hold.CLINICIAN


def test_a_question_comes_before_training_unless_it_is_one_of_the_plan_that_stands() -> None:
    planned = replace(ME, onboarded_on=TUESDAY)
    assert replace(ME, step=Step.READINESS).is_asked
    assert replace(planned, step=Step.READINESS).is_asked
    assert replace(ME, step=Step.DAYS).is_asked
    assert not replace(planned, step=Step.DAYS).is_asked
    assert not replace(ME, step=Step.READY).is_asked
    assert not replace(planned, step=Step.SET).is_asked


def test_a_red_flag_lets_training_wait_and_lifts_no_other_hold() -> None:
    assert ME.alarmed() == ME
    checked = Readiness(TUESDAY, None, date(2027, 3, 3))
    alarmed = replace(ME, readiness=checked).alarmed()
    assert (alarmed.step, alarmed.hold) == (Step.HELD, Hold.ALARM)
    held = replace(ME, readiness=replace(checked, hold=Hold.CLINICIAN)).alarmed()
    assert (held.step, held.hold) == (Step.HELD, Hold.CLINICIAN)


def test_a_pause_ends_on_its_day_or_never() -> None:
    assert not ME.is_paused_on(TUESDAY)
    assert replace(ME, paused=True).is_paused_on(TUESDAY)
    assert replace(ME, paused=True, paused_until=date(2026, 3, 4)).is_paused_on(TUESDAY)
    assert not replace(ME, paused=True, paused_until=TUESDAY).is_paused_on(TUESDAY)
    assert not replace(ME, paused_until=date(2026, 3, 4)).is_paused_on(TUESDAY)


def test_the_profile_is_what_decides_about_variations() -> None:
    mine = replace(
        ME,
        level=Level.ADVANCED,
        equipment=frozenset({BAND}),
        limits=frozenset({"knee"}),
        opted_in=frozenset({"pigeon_pose"}),
    )
    assert mine.profile == profile(Level.ADVANCED, [BAND], ["knee"], ["pigeon_pose"])


def test_a_step_is_never_both_of_onboarding_and_of_training() -> None:
    assert not ONBOARDING & TRAINING
    assert not {Step.READY, Step.HELD} & (ONBOARDING | TRAINING)
