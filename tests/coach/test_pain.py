"""Something hurts: 0-2 go on, 3-5 easier now, 6-10 stop that move today (evidence 5.2)."""

from datetime import timedelta

import pytest

from bot.coach.turn import known
from bot.coach.workout_results import (
    AlreadyLogged,
    AreaLogged,
    Card,
    EffortLogged,
    Finished,
    NoWorkout,
    OldButton,
    PainLogged,
    Spared,
    StaleAsked,
    Undone,
)
from bot.domain.athlete import Step
from bot.domain.exercise import Level, Mode
from bot.domain.progression import Effort, Light
from bot.domain.routine import Routine, RoutineKind
from bot.domain.workout import Item

from .people import MONDAY, TUESDAY, WEDNESDAY, Person, a, on

CLAMSHELL, LIFT, ROLLING = 6, 7, 10


@pytest.fixture
async def clamshell(anna: Person) -> Person:
    """Anna, who has done the first of two sets of clamshells."""
    await anna.begins(on(MONDAY, "18:00"))
    await anna.up_to("clamshell", 1)
    return anna


async def test_the_question_waits_for_a_number(clamshell: Person) -> None:
    assert a(Card, await clamshell.coach.pain.ask(await clamshell.turn())).step is Step.PAIN
    assert await clamshell.step() is Step.PAIN


@pytest.mark.parametrize("pain", [0, 1, 2])
async def test_up_to_2_the_move_goes_on_as_it_was(clamshell: Person, pain: int) -> None:
    card = a(Card, await clamshell.hurts(pain))
    assert card.event == PainLogged(CLAMSHELL, pain, Light.GREEN, eased=False, small_range=False)
    assert card.workout.position == CLAMSHELL
    assert (await clamshell.item("clamshell")).prescription.variation == "full_clamshell"


@pytest.mark.parametrize("pain", [3, 4, 5])
async def test_from_3_to_5_the_rest_of_the_sets_are_one_rung_down(clamshell: Person, pain: int) -> None:
    card = a(Card, await clamshell.hurts(pain))
    assert card.event == PainLogged(CLAMSHELL, pain, Light.AMBER, eased=True, small_range=False)
    eased = (await clamshell.item("clamshell")).prescription
    assert (eased.variation, eased.amount, eased.sets, eased.small_range) == ("half_clamshell", 10, 2, False)
    await clamshell.done()
    assert (await clamshell.item("clamshell")).done == (10, 10)


async def test_at_the_lowest_rung_the_range_gets_smaller(clamshell: Person) -> None:
    await clamshell.hurts(4)
    card = a(Card, await clamshell.hurts(4))
    assert card.event == PainLogged(CLAMSHELL, 4, Light.AMBER, eased=True, small_range=True)
    eased = (await clamshell.item("clamshell")).prescription
    assert (eased.variation, eased.small_range) == ("half_clamshell", True)


@pytest.mark.parametrize("pain", [6, 7, 10])
async def test_from_6_that_move_stops_today_and_the_next_one_comes(clamshell: Person, pain: int) -> None:
    card = a(Card, await clamshell.hurts(pain))
    assert card.event == PainLogged(CLAMSHELL, pain, Light.RED, eased=False, small_range=False)
    assert card.workout.position == LIFT
    assert (card.step, (await clamshell.item("clamshell")).done) == (Step.WHERE, (10,))
    assert a(Card, await clamshell.is_sore_at(None)).step is Step.SET


@pytest.mark.parametrize(("pain", "light"), [(1, Light.GREEN), (4, Light.AMBER), (7, Light.RED)])
async def test_right_after_a_move_the_pain_is_about_that_move(clamshell: Person, pain: int, light: Light) -> None:
    await clamshell.done()
    card = a(Card, await clamshell.hurts(pain))
    assert card.event == PainLogged(CLAMSHELL, pain, light, eased=False, small_range=False)
    assert (await clamshell.item("clamshell")).pain == pain
    assert (await clamshell.item("standing_leg_lift")).pain is None


async def test_after_a_small_pain_the_effort_is_still_asked_and_after_a_great_one_not(clamshell: Person) -> None:
    await clamshell.done()
    assert a(Card, await clamshell.hurts(2)).step is Step.EFFORT
    await clamshell.hurts(7)
    assert a(Card, await clamshell.is_sore_at(None)).step is Step.SET


async def test_an_effort_after_a_pain_belongs_to_the_same_move(clamshell: Person) -> None:
    await clamshell.done()
    await clamshell.hurts(1)
    assert a(Card, await clamshell.feels()).event == EffortLogged(CLAMSHELL, Effort.OK)


async def test_a_pain_asked_about_one_move_stays_with_it_when_a_set_of_the_next_comes_first(clamshell: Person) -> None:
    await clamshell.done()
    await clamshell.coach.pain.ask(await clamshell.turn())
    await clamshell.done()
    await clamshell.hurts(4)
    assert (await clamshell.item("clamshell")).pain == 4
    assert (await clamshell.item("standing_leg_lift")).pain is None
    assert (await clamshell.item("standing_leg_lift")).done == (8,)


async def test_a_set_that_waits_with_the_question_is_logged_once_with_the_answer(clamshell: Person) -> None:
    await clamshell.coach.pain.ask(await clamshell.turn())
    await clamshell.done("9")
    await clamshell.hurts(1)
    assert (await clamshell.item("clamshell")).done == (10, 9)
    assert (await clamshell.item("clamshell")).pain == 1
    assert (await clamshell.workout()).pending is None


async def test_the_last_set_of_all_can_wait_with_the_question(clamshell: Person) -> None:
    await clamshell.up_to("foam_rolling")
    await clamshell.coach.pain.ask(await clamshell.turn())
    await clamshell.done()
    finished = a(Finished, await clamshell.hurts(4))
    assert finished.event == PainLogged(ROLLING, 4, Light.AMBER, eased=False, small_range=False)
    assert (await clamshell.item("foam_rolling")).done == (30,)


async def test_a_great_pain_in_the_last_exercise_finishes(clamshell: Person) -> None:
    await clamshell.up_to("foam_rolling")
    assert isinstance(await clamshell.hurts(8), Finished)


async def test_a_hold_keeps_to_the_longest_that_is_allowed_and_pain_still_eases_it(anna: Person) -> None:
    await anna.becomes(level=Level.ADVANCED, length=60)
    for day in range(5):
        await anna.trains(MONDAY + timedelta(days=2 * day), reps={"side_plank_leg_lift": (40, 40, 40)})
    await anna.becomes(limits=frozenset({"holds_max_20s"}))
    await anna.begins(on(MONDAY + timedelta(days=10)))
    workout = await anna.up_to("side_plank_leg_lift", 1)
    planned = a(Item, workout.current).prescription
    assert (planned.variation, planned.mode, planned.amount) == ("knee_side_plank", Mode.HOLD, 20)
    await anna.hurts(4)
    eased = (await anna.item("side_plank_leg_lift")).prescription
    assert (eased.variation, eased.mode) == ("side_lying_lift", Mode.REPS)


async def test_pain_in_the_warm_up_eases_it_too(anna: Person) -> None:
    await anna.begins()
    assert a(Card, await anna.hurts(4)).event == PainLogged(0, 4, Light.AMBER, eased=True, small_range=False)


async def test_without_a_workout_there_is_nothing_to_ease(anna: Person) -> None:
    assert await anna.coach.pain.ask(await anna.turn()) == NoWorkout()
    assert await anna.hurts(4) == NoWorkout()


async def test_a_workout_in_which_nothing_is_left_has_nothing_that_could_hurt(anna: Person) -> None:
    async with anna.coach.store.change(None) as records:
        await records.workouts.start(anna.id, MONDAY, Routine(RoutineKind.MOBILITY, None, 20, (), ()), 3, anna.time)
    assert await anna.hurts(4) == NoWorkout()


async def test_the_next_day_the_set_that_waits_is_still_told_of(clamshell: Person) -> None:
    await clamshell.done(at=on(TUESDAY, "09:00"))
    assert a(StaleAsked, await clamshell.coach.pain.ask(await clamshell.turn())).pending
    assert a(StaleAsked, await clamshell.hurts(4)).pending


async def test_a_pain_belongs_to_the_day_it_was_sent(clamshell: Person) -> None:
    turn = await clamshell.turn(on(TUESDAY, "02:30"), late=timedelta(hours=9))
    assert known(turn).day_at(turn.happened_at) == MONDAY
    assert isinstance(await clamshell.coach.pain.answered(turn, 1), Card)


async def test_a_pain_button_of_another_workout_says_of_which_day(clamshell: Person) -> None:
    old = (await clamshell.workout()).id
    await clamshell.coach.interruptions.stop(await clamshell.turn())
    await clamshell.begins(on(WEDNESDAY))
    assert await clamshell.coach.pain.ask(await clamshell.turn(), old) == OldButton(MONDAY)
    assert await clamshell.coach.pain.answered(await clamshell.turn(), 4, (old, CLAMSHELL)) == OldButton(MONDAY)


async def test_a_pain_told_the_next_day_is_kept_and_then_asks_what_becomes_of_the_workout(clamshell: Person) -> None:
    assert isinstance(await clamshell.hurts(4, on(TUESDAY, "09:00")), StaleAsked)
    assert await clamshell.step() is Step.STALE
    assert (await clamshell.item("clamshell")).pain == 4


async def test_the_next_day_the_question_is_what_becomes_of_the_workout(clamshell: Person) -> None:
    clamshell.time = on(TUESDAY, "09:00")
    assert a(StaleAsked, await clamshell.coach.pain.ask(await clamshell.turn())).pending is False
    assert await clamshell.step() is Step.STALE


async def test_a_set_told_with_a_pain_waits_for_its_number(clamshell: Person) -> None:
    told = clamshell.typed("done 12")
    assert a(Card, await clamshell.coach.pain.ask(await clamshell.turn(), done=told)).workout.pending == "12"
    await clamshell.hurts(1)
    assert (await clamshell.item("clamshell")).done == (10, 12)


async def test_a_number_tapped_for_another_exercise_changes_nothing(clamshell: Person) -> None:
    workout = (await clamshell.workout()).id
    card = a(Card, await clamshell.coach.pain.answered(await clamshell.turn(), 4, (workout, LIFT)))
    assert card.event == AlreadyLogged()
    assert (await clamshell.item("standing_leg_lift")).pain is None


async def test_a_pain_that_stops_the_last_move_finishes_also_the_next_day(brisk: Person) -> None:
    await brisk.begins(on(MONDAY, "18:00"))
    await brisk.up_to("standing_leg_lift", 1)
    assert isinstance(await brisk.hurts(7, on(TUESDAY, "09:00")), Finished)


# Where it hurts


async def test_after_an_amber_or_red_pain_the_place_is_asked_and_after_a_green_one_not(clamshell: Person) -> None:
    assert a(Card, await clamshell.hurts(2)).step is Step.SET
    assert a(Card, await clamshell.hurts(3)).step is Step.WHERE
    assert (await clamshell.workout()).area_wanted == CLAMSHELL


async def test_the_easier_way_comes_before_the_question(clamshell: Person) -> None:
    await clamshell.hurts(4)
    assert (await clamshell.item("clamshell")).prescription.variation == "half_clamshell"


async def test_a_place_is_kept_and_offers_the_swap_that_the_safety_matrix_names(clamshell: Person) -> None:
    await clamshell.hurts(4)
    card = a(Card, await clamshell.is_sore_at("hip_outer"))
    told = a(AreaLogged, card.event)
    assert (card.step, told.area, told.open) == (Step.SET, "hip_outer", True)
    assert told.instead
    assert (told.instead.variation, told.instead.amount) == ("seated_hand_press_out", 10)
    assert (await clamshell.item("clamshell")).area == "hip_outer"


async def test_the_swap_is_for_today_and_can_be_undone(clamshell: Person) -> None:
    await clamshell.hurts(4)
    await clamshell.is_sore_at("hip_outer")
    workout = (await clamshell.workout()).id
    swapped = a(Card, await clamshell.coach.pain.swap(await clamshell.turn(), (workout, CLAMSHELL)))
    assert swapped.event == Spared(CLAMSHELL)
    item = await clamshell.item("clamshell")
    assert (item.prescription.variation, item.performance.variation) == ("seated_hand_press_out", "full_clamshell")
    again = a(Card, await clamshell.coach.pain.swap(await clamshell.turn(), (workout, CLAMSHELL)))
    assert again.event == AlreadyLogged()
    undone = a(Card, await clamshell.coach.workouts.undo(await clamshell.turn()))
    assert (undone.step, isinstance(undone.event, Undone)) == (Step.SET, True)
    assert (await clamshell.item("clamshell")).prescription.variation == "half_clamshell"
    undone = a(Card, await clamshell.coach.workouts.undo(await clamshell.turn()))
    assert undone.step is Step.WHERE


async def test_a_place_whose_limit_changes_nothing_more_offers_to_leave_the_move(clamshell: Person) -> None:
    await clamshell.hurts(4)
    assert a(Card, await clamshell.is_sore_at("hip_front")).event == AreaLogged(CLAMSHELL, "hip_front", open=True)


async def test_a_smaller_range_is_offered_where_the_matrix_names_one(clamshell: Person) -> None:
    await clamshell.hurts(4)
    told = a(AreaLogged, a(Card, await clamshell.is_sore_at("pelvic_girdle")).event)
    assert told.instead
    assert (told.instead.variation, told.instead.small_range) == ("half_clamshell", True)
    assert told.instead.notes == ("pillow_between_knees",)


async def test_a_place_that_removes_the_move_offers_to_leave_it(clamshell: Person) -> None:
    await clamshell.up_to("standing_leg_lift")
    await clamshell.hurts(4)
    told = a(AreaLogged, a(Card, await clamshell.is_sore_at("pelvic_girdle")).event)
    assert (told.area, told.instead) == ("pelvic_girdle", None)


@pytest.mark.parametrize("area", ["ankle", "elsewhere", "balance", None])
async def test_a_place_that_the_move_knows_nothing_of_is_somewhere_else(clamshell: Person, area: str | None) -> None:
    await clamshell.hurts(4)
    assert a(Card, await clamshell.is_sore_at(area)).event == AreaLogged(CLAMSHELL, None, open=True)
    assert (await clamshell.workout()).area_wanted is None


async def test_after_the_last_set_the_place_is_asked_before_the_effort_and_nothing_is_offered(
    clamshell: Person,
) -> None:
    await clamshell.done()
    assert a(Card, await clamshell.hurts(4)).step is Step.WHERE
    card = a(Card, await clamshell.is_sore_at("hip_outer"))
    assert (card.step, card.event) == (Step.EFFORT, AreaLogged(CLAMSHELL, "hip_outer", open=False))


async def test_done_goes_on_without_a_place(clamshell: Person) -> None:
    await clamshell.hurts(7)
    card = a(Card, await clamshell.done())
    assert (card.workout.effort_wanted, card.step) == (LIFT, Step.EFFORT)
    assert card.workout.items[LIFT].done == (8,)


async def test_a_place_that_is_known_is_not_asked_for_again(clamshell: Person) -> None:
    await clamshell.hurts(4)
    await clamshell.is_sore_at("hip_outer")
    assert a(Card, await clamshell.hurts(5)).step is Step.SET


async def test_a_place_that_nobody_asked_for_changes_nothing(clamshell: Person) -> None:
    workout = (await clamshell.workout()).id
    tell = clamshell.coach.pain.area_told
    assert a(Card, await clamshell.is_sore_at("hip_outer")).event == AlreadyLogged()
    await clamshell.hurts(4)
    assert a(Card, await tell(await clamshell.turn(), "hip_outer", (workout, LIFT))).event == AlreadyLogged()
    assert isinstance(await tell(await clamshell.turn(), "hip_outer", (workout + 1, LIFT)), OldButton)
    assert isinstance(await clamshell.coach.pain.swap(await clamshell.turn(), (workout + 1, LIFT)), OldButton)


async def test_a_yes_without_an_offer_shows_the_card(clamshell: Person) -> None:
    card = a(Card, await clamshell.coach.pain.swap(await clamshell.turn()))
    assert (card.event, card.step) == (None, Step.SET)
    await clamshell.hurts(4)
    await clamshell.is_sore_at("hip_front")
    assert a(Card, await clamshell.coach.pain.swap(await clamshell.turn())).event is None


async def test_a_place_told_the_next_day_is_kept_and_asks_what_becomes_of_the_workout(clamshell: Person) -> None:
    await clamshell.hurts(4)
    assert isinstance(await clamshell.is_sore_at("hip_outer", on(TUESDAY, "09:00")), StaleAsked)
    assert (await clamshell.item("clamshell")).area == "hip_outer"
    assert await clamshell.step() is Step.STALE
