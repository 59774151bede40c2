"""The plan card's switches, pausing and resuming."""

from datetime import date, timedelta

import pytest

from bot.coach.onboarding_results import PlanReady
from bot.coach.plan import PauseAsked, Paused, RemindersShown, Resumed, RhythmSet
from bot.coach.turn import Stranger
from bot.domain.exercise import Equipment, Level

from .people import FRIDAY, MONDAY, NEXT_MONDAY, TUESDAY, WEDNESDAY, WEEK, Person, a, on


async def test_the_plan_and_the_reminder_are_shown_as_they_are(anna: Person) -> None:
    kept = await anna.athlete()
    assert await anna.coach.plan.show(await anna.turn()) == PlanReady(kept, anna.time, fresh=False)
    assert await anna.coach.plan.reminders(await anna.turn()) == RemindersShown(kept)


async def test_another_level_counts_from_now_on(anna: Person) -> None:
    await anna.coach.plan.set_level(await anna.turn(on(TUESDAY)), Level.ADVANCED)
    kept = await anna.athlete()
    assert (kept.level, kept.level_since) == (Level.ADVANCED, on(TUESDAY))


async def test_the_same_level_again_restarts_nothing(anna: Person) -> None:
    await anna.coach.plan.set_level(await anna.turn(), Level.BEGINNER)
    assert (await anna.athlete()).level_since is None


async def test_equipment_and_poses_are_switches(anna: Person) -> None:
    await anna.coach.plan.toggle_equipment(await anna.turn(), Equipment.ROLLER)
    await anna.coach.plan.toggle_equipment(await anna.turn(), Equipment.MINI_BAND)
    await anna.coach.plan.toggle_equipment(await anna.turn(), Equipment.ROLLER)
    await anna.coach.plan.toggle_opt_in(await anna.turn(), anna.coach.library.opt_ins)
    assert (await anna.athlete()).equipment == {Equipment.MINI_BAND}
    assert (await anna.athlete()).opted_in == {"pigeon_pose"}
    await anna.coach.plan.toggle_opt_in(await anna.turn(), anna.coach.library.opt_ins)
    assert (await anna.athlete()).opted_in == frozenset()


async def test_the_length_is_kept(anna: Person) -> None:
    await anna.coach.plan.set_length(await anna.turn(), 30)
    assert (await anna.athlete()).length == 30


async def test_pictures_are_a_switch_and_a_word(anna: Person) -> None:
    assert not (await anna.coach.plan.toggle_pictures(await anna.turn())).athlete.pictures
    assert (await anna.coach.plan.toggle_pictures(await anna.turn())).athlete.pictures
    for wanted in (False, False, True):
        assert (await anna.coach.plan.set_pictures(await anna.turn(), on=wanted)).on is wanted
        assert (await anna.athlete()).pictures is wanted


async def test_rest_messages_are_a_switch(anna: Person) -> None:
    shown = await anna.coach.plan.toggle_rest_messages(await anna.turn())
    assert not shown.athlete.rest_messages
    assert (await anna.coach.plan.toggle_rest_messages(await anna.turn())).athlete.rest_messages


async def test_pausing_asks_for_how_long(anna: Person) -> None:
    assert anna.coach.plan.ask_pause(await anna.turn()) == PauseAsked()


async def test_a_stranger_has_nothing_to_pause(stranger: Person) -> None:
    with pytest.raises(Stranger):
        stranger.coach.plan.ask_pause(await stranger.turn())


async def test_a_pause_of_seven_days_ends_a_week_later(anna: Person) -> None:
    assert await anna.coach.plan.pause(await anna.turn(), 7) == Paused(NEXT_MONDAY)
    sent = await anna.coach.serve_until(on(NEXT_MONDAY, "23:00"))
    assert sent == [("09 Mar 18:00", "workout")]


async def test_a_pause_without_end_lasts_until_they_resume(anna: Person) -> None:
    assert await anna.coach.plan.pause(await anna.turn(), None) == Paused(None)
    assert await anna.coach.serve_until(on(FRIDAY + 8 * WEEK, "23:00")) == []
    back = on(date(2026, 5, 4), "09:00")
    assert await anna.coach.plan.resume(await anna.turn(back)) == Resumed(date(2026, 5, 4), was_paused=True)
    assert await anna.coach.serve_until(on(date(2026, 5, 4), "23:00")) == [("04 May 18:00", "workout")]


async def test_resuming_after_todays_reminder_time_waits_for_tomorrows(anna: Person) -> None:
    await anna.coach.plan.pause(await anna.turn(), None)
    await anna.coach.serve(on(MONDAY))
    await anna.coach.plan.resume(await anna.turn(on(MONDAY, "19:00")))
    assert await anna.coach.serve_until(on(TUESDAY, "23:00")) == [("03 Mar 18:00", "rest")]


async def test_resuming_without_a_pause_says_so(anna: Person) -> None:
    assert await anna.coach.plan.resume(await anna.turn(on(TUESDAY))) == Resumed(WEDNESDAY, was_paused=False)


async def test_a_pause_that_is_over_is_none(anna: Person) -> None:
    await anna.coach.plan.pause(await anna.turn(), 2)
    resumed = await anna.coach.plan.resume(await anna.turn(on(MONDAY + timedelta(days=2))))
    assert resumed == Resumed(WEDNESDAY, was_paused=False)


async def test_who_trained_today_hears_of_the_next_day_when_they_resume(anna: Person) -> None:
    await anna.trains(MONDAY, "10:00")
    resumed = await anna.coach.plan.resume(await anna.turn(on(MONDAY, "12:00")))
    assert a(Resumed, resumed).next_day == WEDNESDAY


async def test_a_pause_without_end_that_gets_one_ends_on_it(anna: Person) -> None:
    await anna.coach.plan.pause(await anna.turn(), None)
    await anna.coach.serve_until(on(TUESDAY))
    await anna.coach.plan.pause(await anna.turn(on(TUESDAY, "19:00")), 3)
    assert await anna.coach.serve_until(on(FRIDAY)) == [("06 Mar 18:00", "workout")]


async def test_one_reminder_a_week_is_a_choice_and_stays_one(anna: Person) -> None:
    changed = await anna.coach.plan.set_rhythm(await anna.turn(), weekly=True)
    assert changed == RhythmSet(await anna.athlete())
    sent = await anna.coach.serve_until(on(NEXT_MONDAY))
    assert sent == [("02 Mar 18:00", "weekly"), ("09 Mar 18:00", "weekly")]
    await anna.coach.plan.set_rhythm(await anna.turn(on(NEXT_MONDAY, "19:00")), weekly=False)
    assert await anna.coach.serve_until(on(NEXT_MONDAY + timedelta(days=2))) == [
        ("10 Mar 18:00", "rest"),
        ("11 Mar 18:00", "workout"),
    ]
