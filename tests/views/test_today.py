"""What the start card and the small choices promise."""

from dataclasses import replace
from typing import Literal

import pytest

from bot.coach.onboarding_results import Welcome
from bot.coach.today import BetterMobility, Offer, OpenWorkout, RestDay
from bot.coach.workout_results import Card, StaleAsked
from bot.domain.athlete import Step
from bot.domain.load import DeloadWhy
from bot.domain.prescribing import Asked, build_minimum, build_routine
from bot.domain.routine import Load, Routine, RoutineKind, Trim, Version
from bot.domain.spacing import Wait
from bot.domain.week import DayKind
from bot.views import Look, buttons, choice_reply, show

from .reading import labels, presses
from .samples import ATHLETE, FRIDAY, TODAY, opened, routine


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
        "Outer-hip sets this week: 5 so far, 10 after today (8 to 14 is useful; a bridge counts half).",
    ):
        assert words in reply.text
    assert presses(reply)[0] == buttons.Start(kind=RoutineKind.STRENGTH, day=TODAY.toordinal())
    assert [[button.label for button in row] for row in reply.rows] == [
        ["Start"],
        ["Low day: half of it", "10 minutes today"],
        ["Level…", "Equipment…"],
        ["30 minutes instead", "Another day…"],
    ]


@pytest.mark.parametrize(("after", "over"), [(14, False), (14.5, True)])
def test_a_little_more_than_the_useful_range_is_fine(look: Look, after: float, over: bool) -> None:
    offered = Offer(ATHLETE, routine(look.library), DayKind.STRENGTH, first=False, week_done=9, week_after=after)
    assert ("A little over is fine." in show(offered, look).text) is over


@pytest.mark.parametrize(
    ("version", "words"),
    [(Version.SHORT, "today only"), (Version.MINIMUM, "counts like any other session")],
)
def test_a_start_card_for_today_only_starts_what_it_shows_and_leads_back(
    look: Look, version: Version, words: str
) -> None:
    four = build_minimum(Asked(RoutineKind.STRENGTH, "a", 4), ATHLETE.profile, {}, look.library)
    shorter = four if version is Version.MINIMUM else ten(look)
    reply = show(Offer(ATHLETE, shorter, DayKind.STRENGTH, False, 0, 3, version, minimum=True), look)
    assert presses(reply)[:2] == [
        buttons.Start(kind=RoutineKind.STRENGTH, day=TODAY.toordinal(), version=version),
        buttons.Offer(kind=RoutineKind.STRENGTH),
    ]
    assert words in reply.text
    assert labels(reply)[1:] == ["The usual version", "Level…", "Equipment…"]


def test_four_minutes_are_a_button_only_where_they_are_offered(look: Look) -> None:
    offer = Offer(ATHLETE, routine(look.library), DayKind.STRENGTH, first=False, week_done=0, week_after=5)
    assert "4-minute version" not in labels(show(offer, look))
    four = buttons.Offer(kind=RoutineKind.STRENGTH, version=Version.MINIMUM)
    assert four in presses(show(replace(offer, minimum=True), look))


def test_who_always_takes_ten_minutes_is_offered_the_longer_ones(look: Look) -> None:
    me = replace(ATHLETE, length=10)
    reply = show(Offer(me, ten(look), DayKind.REST, first=False, week_done=0, week_after=3), look)
    assert labels(reply)[-2:] == ["20 minutes instead", "30 minutes instead"]
    assert "10 minutes today" not in labels(reply)
    assert "To fit 10 minutes: two warm-up moves, one stretch, " in reply.text


def ten(look: Look) -> Routine:
    return build_routine(Asked(RoutineKind.STRENGTH, "a", 10), ATHLETE.profile, {}, look.library)


def test_mobility_counts_no_sets_and_has_no_length(look: Look) -> None:
    mobility = routine(look.library, RoutineKind.MOBILITY)
    reply = show(Offer(ATHLETE, mobility, DayKind.REST, first=False, week_done=1, week_after=1), look)
    assert "outer hips" not in reply.text
    assert "rest day" not in reply.text
    assert labels(reply) == ["Start", "Level…", "Equipment…"]


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


def test_a_low_days_card_says_so_and_leads_back_to_the_usual_version(look: Look) -> None:
    low = replace(routine(look.library), load=Load.LOW)
    offered = Offer(ATHLETE, low, DayKind.STRENGTH, first=False, week_done=5, week_after=8, version=Version.LOW)
    reply = show(offered, look)
    assert "A low day" in reply.text
    assert labels(reply) == ["Start", "The usual version", "Level…", "Equipment…"]
    assert presses(reply)[0] == buttons.Start(kind=RoutineKind.STRENGTH, day=TODAY.toordinal(), version=Version.LOW)


def test_a_full_weeks_card_says_what_was_left_out_and_offers_all_of_it(look: Look) -> None:
    full = replace(routine(look.library), trims=(Trim.WEEK,))
    reply = show(Offer(ATHLETE, full, DayKind.STRENGTH, first=False, week_done=20, week_after=23), look)
    assert "with all of them the week would pass 23" in reply.text
    assert "All sets" in labels(reply)


def test_a_lighter_week_is_offered_below_the_start_and_can_be_left(look: Look) -> None:
    usual = routine(look.library)
    offered = Offer(ATHLETE, usual, DayKind.STRENGTH, first=False, week_done=5, week_after=8, deload=DeloadWhy.WEEKS)
    shown = labels(show(offered, look))[:5]
    assert shown == ["Start", "Low day: half of it", "10 minutes today", "A lighter week", "No lighter week"]


@pytest.mark.parametrize(
    ("why", "words"), [(Wait.SPACING, "20 hours ago"), (Wait.SORE, "hips this sore"), (Wait.WEEK, "23 hard sets")]
)
def test_where_mobility_is_better_it_comes_first_with_the_reason(look: Look, why: Wait, words: str) -> None:
    reply = show(BetterMobility(why, 20, TODAY, FRIDAY), look)
    assert words in reply.text
    assert labels(reply) == ["Easy mobility", "Another day…", "Train anyway"]
