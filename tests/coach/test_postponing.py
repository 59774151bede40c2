"""The answers to a reminder: later, tomorrow, skip; by button and by word."""

from datetime import date, time, timedelta

import pytest

from bot.coach.postponing import DaysOffered, LetGo, MovedBack, MovedOn, NothingPlanned, NotSnoozed, Snoozed
from bot.coach.today import Offer, RestDay
from bot.domain.delivery import DeliveryKind, DeliveryState

from .people import FRIDAY, MONDAY, NEXT_MONDAY, SATURDAY, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY, Person, a, on


@pytest.fixture
async def reminded(anna: Person) -> Person:
    """Anna, right after Monday's reminder."""
    await anna.coach.serve(on(MONDAY))
    anna.time = on(MONDAY, "18:05")
    return anna


async def later(person: Person, clock: str, day: date | None = MONDAY) -> object:
    return await person.coach.postponing.later(await person.turn(on(MONDAY, clock)), day)


# Later


async def test_later_comes_again_in_an_hour(reminded: Person) -> None:
    snoozed = a(Snoozed, await later(reminded, "18:05"))
    assert snoozed.until == on(MONDAY, "19:05")
    assert await reminded.coach.serve(on(MONDAY, "19:04")) == []
    [again] = await reminded.coach.serve(on(MONDAY, "19:05"))
    assert again.delivery.kind is DeliveryKind.SNOOZE
    assert str(again.delivery.wording).startswith("snooze.")


async def test_later_works_twice_and_not_a_third_time(reminded: Person) -> None:
    await later(reminded, "18:05")
    await reminded.coach.serve(on(MONDAY, "19:05"))
    assert a(Snoozed, await later(reminded, "19:10")).until == on(MONDAY, "20:10")
    await reminded.coach.serve(on(MONDAY, "20:10"))
    assert await later(reminded, "20:11") == NotSnoozed(twice=True)


async def test_a_second_tap_on_later_brings_no_second_message(reminded: Person) -> None:
    first = await later(reminded, "18:05")
    assert await later(reminded, "18:06") == first
    assert len(await reminded.coach.serve(on(MONDAY, "19:30"))) == 1
    assert a(Snoozed, await later(reminded, "19:40")).until == on(MONDAY, "20:40")


async def test_later_never_means_after_nine_in_the_evening(reminded: Person) -> None:
    assert await later(reminded, "20:00") == NotSnoozed(twice=False)
    assert a(Snoozed, await later(reminded, "19:59")).until == on(MONDAY, "20:59")
    assert len(await reminded.coach.serve(on(MONDAY, "21:00"))) == 1


async def test_a_snoozed_reminder_stays_silent_once_the_workout_began(reminded: Person) -> None:
    await later(reminded, "18:05")
    await reminded.begins(on(MONDAY, "18:30"))
    assert await reminded.coach.serve(on(MONDAY, "19:05")) == []


async def test_later_as_a_word_before_the_reminder_leaves_the_reminder_in_place(anna: Person) -> None:
    assert isinstance(await later(anna, "10:00", None), Snoozed)
    sent = await anna.coach.serve_until(on(MONDAY, "23:00"))
    assert sent == [("02 Mar 11:00", "snooze"), ("02 Mar 18:00", "workout")]


async def test_a_mobility_day_can_be_put_off_for_an_hour_too(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 1, 3, 5})
    assert isinstance(await anna.coach.postponing.later(await anna.turn(on(TUESDAY)), TUESDAY), Snoozed)


# Tomorrow


async def test_tomorrow_moves_the_workout_and_those_that_would_follow_within_36_hours(reminded: Person) -> None:
    moved = await reminded.coach.postponing.tomorrow(await reminded.turn(), MONDAY)
    assert moved == MovedOn(TUESDAY, ((WEDNESDAY, THURSDAY), (FRIDAY, SATURDAY)), MONDAY)
    sent = await reminded.coach.serve_until(on(SUNDAY, "23:00"))
    assert [kind for _, kind in sent] == ["workout", "rest", "workout", "rest", "workout", "rest"]


async def test_tomorrow_shifts_nothing_where_there_is_room(anna: Person) -> None:
    moved = await anna.coach.postponing.tomorrow(await anna.turn(on(FRIDAY)))
    assert moved == MovedOn(SATURDAY, (), FRIDAY)


async def test_tomorrow_again_moves_the_same_workout_on(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 3})
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY)))
    moved = await anna.coach.postponing.tomorrow(await anna.turn(on(TUESDAY)), TUESDAY)
    assert moved == MovedOn(WEDNESDAY, ((THURSDAY, FRIDAY),), TUESDAY)
    async with anna.coach.store.look() as records:
        assert await records.moves.of(anna.id, WEDNESDAY) == {MONDAY: WEDNESDAY, THURSDAY: FRIDAY}


async def test_what_moves_a_second_time_is_named_by_the_day_it_was_last_told_for(anna: Person) -> None:
    await anna.coach.postponing.tomorrow(await anna.turn(on(WEDNESDAY)))
    moved = await anna.coach.postponing.tomorrow(await anna.turn(on(THURSDAY)), THURSDAY)
    assert moved == MovedOn(
        FRIDAY,
        (
            (SATURDAY, SUNDAY),
            (NEXT_MONDAY, NEXT_MONDAY + timedelta(days=1)),
            (NEXT_MONDAY + timedelta(days=2), NEXT_MONDAY + timedelta(days=3)),
            (NEXT_MONDAY + timedelta(days=4), NEXT_MONDAY + timedelta(days=5)),
        ),
        THURSDAY,
    )


async def test_the_day_a_workout_moved_away_from_brings_no_message_any_more(anna: Person) -> None:
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY, "10:00")))
    assert await anna.coach.serve(on(MONDAY)) == []
    assert [d.state for d in await anna.deliveries(MONDAY)] == [DeliveryState.NOT_NEEDED]
    assert isinstance(await anna.coach.today.today(await anna.turn(on(MONDAY))), RestDay)


async def test_tomorrow_calls_off_a_reminder_that_was_put_off(reminded: Person) -> None:
    await later(reminded, "18:05")
    await reminded.coach.postponing.tomorrow(await reminded.turn(), MONDAY)
    assert await reminded.coach.serve(on(MONDAY, "19:05")) == []


async def test_a_mobility_day_has_nothing_to_move(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 1, 3, 5})
    assert isinstance(await anna.coach.postponing.tomorrow(await anna.turn(on(TUESDAY))), NothingPlanned)


# Skip


async def test_skip_lets_the_day_go_and_names_the_next_one(reminded: Person) -> None:
    assert await reminded.coach.postponing.skip(await reminded.turn(), MONDAY) == LetGo(WEDNESDAY, free=True)
    assert isinstance(await reminded.coach.today.today(await reminded.turn()), RestDay)
    assert await reminded.coach.postponing.skip(await reminded.turn(), MONDAY) == NothingPlanned(WEDNESDAY)


async def test_the_second_miss_of_a_week_is_not_called_free(anna: Person) -> None:
    await anna.trains(MONDAY)
    assert await anna.coach.postponing.skip(await anna.turn(on(WEDNESDAY))) == LetGo(FRIDAY, free=True)
    assert await anna.coach.postponing.skip(await anna.turn(on(FRIDAY))) == LetGo(NEXT_MONDAY, free=False)


async def test_skip_before_the_reminder_calls_it_off(anna: Person) -> None:
    await anna.coach.postponing.skip(await anna.turn(on(MONDAY, "10:00")))
    assert await anna.coach.serve(on(MONDAY)) == []


async def test_a_moved_workout_can_be_let_go(anna: Person) -> None:
    await anna.coach.postponing.tomorrow(await anna.turn(on(FRIDAY)))
    assert await anna.coach.postponing.skip(await anna.turn(on(SATURDAY)), SATURDAY) == LetGo(NEXT_MONDAY, free=False)
    assert isinstance(await anna.coach.today.today(await anna.turn()), RestDay)


# Nothing to answer


@pytest.mark.parametrize("answer", ["later", "tomorrow", "skip"])
async def test_a_button_of_yesterday_changes_nothing(reminded: Person, answer: str) -> None:
    act = getattr(reminded.coach.postponing, answer)
    assert await act(await reminded.turn(on(TUESDAY, "03:00")), MONDAY) == NothingPlanned(WEDNESDAY)
    async with reminded.coach.store.look() as records:
        assert await records.moves.of(reminded.id, MONDAY) == {}


@pytest.mark.parametrize("answer", ["later", "tomorrow", "skip"])
async def test_a_button_of_monday_still_belongs_to_it_after_midnight(reminded: Person, answer: str) -> None:
    act = getattr(reminded.coach.postponing, answer)
    assert not isinstance(await act(await reminded.turn(on(TUESDAY, "02:59")), MONDAY), NothingPlanned)


@pytest.mark.parametrize("answer", ["later", "tomorrow", "skip"])
async def test_a_rest_day_has_nothing_to_put_off(anna: Person, answer: str) -> None:
    act = getattr(anna.coach.postponing, answer)
    assert await act(await anna.turn(on(TUESDAY))) == NothingPlanned(WEDNESDAY)


@pytest.mark.parametrize("answer", ["later", "tomorrow", "skip"])
async def test_a_workout_that_began_cannot_be_put_off(reminded: Person, answer: str) -> None:
    await reminded.begins()
    act = getattr(reminded.coach.postponing, answer)
    assert await act(await reminded.turn(), MONDAY) == NothingPlanned(WEDNESDAY)


@pytest.mark.parametrize("answer", ["later", "tomorrow", "skip"])
async def test_yesterdays_button_on_a_training_day_does_not_pass_over_today(anna: Person, answer: str) -> None:
    act = getattr(anna.coach.postponing, answer)
    turn = await anna.turn(on(WEDNESDAY, "10:00"))
    assert await act(turn, TUESDAY) == NothingPlanned(WEDNESDAY)


async def test_a_reminder_in_the_night_cannot_be_put_off(anna: Person) -> None:
    await anna.coach.onboarding.time_chosen(await anna.turn(), time(23, 0))
    await anna.coach.serve(on(MONDAY, "23:00"))
    assert await later(anna, "23:01") == NotSnoozed(twice=False)
    turn = await anna.turn(on(MONDAY + timedelta(days=1), "00:30"))
    assert await anna.coach.postponing.later(turn, MONDAY) == NotSnoozed(twice=False)


# Another day


async def test_another_day_offers_the_days_that_keep_a_day_between(reminded: Person) -> None:
    offered = await reminded.coach.postponing.other_days(await reminded.turn(), MONDAY)
    assert offered == DaysOffered(MONDAY, ((TUESDAY, 2), (SUNDAY, 3)))


async def test_a_workout_moves_to_the_day_that_was_chosen(reminded: Person) -> None:
    moved = a(MovedOn, await reminded.coach.postponing.move(await reminded.turn(), SUNDAY, MONDAY))
    assert (moved.to, moved.day, len(moved.shifted)) == (SUNDAY, MONDAY, 3)
    assert isinstance(await reminded.coach.today.today(await reminded.turn()), RestDay)
    assert isinstance(await reminded.coach.today.today(await reminded.turn(on(SUNDAY))), Offer)


async def test_a_day_that_leaves_too_little_room_is_refused_with_those_that_do(anna: Person) -> None:
    refused = await anna.coach.postponing.move_to_weekday(await anna.turn(on(MONDAY)), 3)
    assert refused == DaysOffered(MONDAY, ((TUESDAY, 2), (SUNDAY, 3)), refused=THURSDAY)
    async with anna.coach.store.look() as records:
        assert await records.moves.of(anna.id, MONDAY) == {}


async def test_a_weekday_means_the_next_one_and_never_today(anna: Person) -> None:
    assert a(MovedOn, await anna.coach.postponing.move_to_weekday(await anna.turn(on(FRIDAY)), 6)).to == SUNDAY
    again = await anna.coach.postponing.move_to_weekday(await anna.turn(on(SUNDAY)), 6)
    assert a(DaysOffered, again).refused == SUNDAY + timedelta(days=7)


async def test_a_second_tap_on_a_day_moves_nothing_more(reminded: Person) -> None:
    await reminded.coach.postponing.move(await reminded.turn(), TUESDAY, MONDAY)
    again = await reminded.coach.postponing.move(await reminded.turn(), TUESDAY, MONDAY)
    assert again == NothingPlanned(TUESDAY)


async def test_a_move_can_be_taken_back_with_all_that_moved_along(reminded: Person) -> None:
    await reminded.coach.postponing.move(await reminded.turn(), TUESDAY, MONDAY)
    back = await reminded.coach.postponing.back(await reminded.turn(), MONDAY, TUESDAY)
    assert back == MovedBack(MONDAY, None, await reminded.athlete())
    week = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY)
    held = [await reminded.coach.today.today(await reminded.turn(on(day))) for day in week]
    assert [type(each) for each in held] == [Offer, RestDay] * 3


async def test_what_had_moved_before_goes_back_to_where_it_was_then(anna: Person) -> None:
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY)))
    async with anna.coach.store.look() as records:
        before = await records.moves.of(anna.id, MONDAY)
    await anna.coach.postponing.move(await anna.turn(on(TUESDAY)), WEDNESDAY)
    await anna.coach.postponing.back(await anna.turn())
    async with anna.coach.store.look() as records:
        assert {k: v for k, v in (await records.moves.of(anna.id, MONDAY)).items() if k != v} == before


async def test_after_a_move_that_was_taken_back_the_reminder_still_comes(anna: Person) -> None:
    await anna.coach.postponing.move(await anna.turn(on(MONDAY, "10:00")), SUNDAY)
    back = await anna.coach.postponing.back(await anna.turn())
    assert a(MovedBack, back).remind_at == on(MONDAY)
    assert await anna.coach.serve_until(on(MONDAY, "23:00")) == [("02 Mar 18:00", "snooze")]


async def test_a_move_is_taken_back_once_and_only_by_its_own_button_on_its_own_day(reminded: Person) -> None:
    await reminded.coach.postponing.move(await reminded.turn(), TUESDAY, MONDAY)
    back = reminded.coach.postponing.back
    assert isinstance(await back(await reminded.turn(), MONDAY, THURSDAY + timedelta(days=21)), NothingPlanned)
    assert isinstance(await back(await reminded.turn(on(TUESDAY, "10:00")), MONDAY, TUESDAY), NothingPlanned)
    assert isinstance(await back(await reminded.turn(on(MONDAY, "20:00"))), MovedBack)
    assert await back(await reminded.turn()) == NothingPlanned(MONDAY)


@pytest.mark.parametrize("day", [TUESDAY, WEDNESDAY])
async def test_another_day_is_asked_for_a_workout_of_today_alone(anna: Person, day: date) -> None:
    assert isinstance(await anna.coach.postponing.other_days(await anna.turn(on(day)), MONDAY), NothingPlanned)
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 1, 3, 5})
    assert isinstance(await anna.coach.postponing.other_days(await anna.turn(on(TUESDAY))), NothingPlanned)
