"""What may be chosen inside a workout, and what is asked then."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.changing import Refusal, in_its_place, made_easier, made_harder, other_moves
from bot.domain.exercise import Adaptation, Exercise, Mode, Phase
from bot.domain.ladder import Ladder
from bot.domain.prescribing import History
from bot.domain.routine import Load, Prescription, Profile, Reason
from bot.domain.workout import Item

from .builders import BAND, ME, did, hold, library, move, prescription, profile, variation

LADDER = move(
    hold("rung 1", 1),
    variation("rung 2", 2, (10, 15)),
    variation("rung 3", 3, (6, 10)),
    variation("rung 4", 4, needs=[BAND]),
)


def on(rung: int, amount: int = 10, **other: object) -> Item:
    p = replace(prescription(amount=amount), variation=f"rung {rung}")
    return Item(replace(p, **other))  # type: ignore[arg-type]


def ladder(exercise: Exercise = LADDER, who: Profile = ME) -> Ladder:
    return Ladder(exercise, who, library(exercise))


def because(key: str) -> Reason:
    return Reason(key, {"pain": 4})


def asked(p: Prescription | Refusal) -> tuple[str, int, int, str]:
    assert isinstance(p, Prescription), p
    return p.variation, p.sets, p.amount, p.reason.key


# Easier


def test_easier_is_one_rung_down_for_the_sets_that_were_planned() -> None:
    assert asked(made_easier(on(3, 12), ladder())) == ("rung 2", 2, 12, "easier_now")


@pytest.mark.parametrize(("before", "then"), [(8, 8), (12, 12), (20, 15)])
def test_easier_asks_no_more_than_before_and_no_more_than_the_lower_rungs_dose(before: int, then: int) -> None:
    assert asked(made_easier(on(3, before), ladder()))[2] == then


def test_where_the_lower_rung_is_counted_otherwise_its_low_amount_is_asked() -> None:
    easier = made_easier(on(2, 12), ladder())
    assert asked(easier)[:3] == ("rung 1", 2, 10)
    assert isinstance(easier, Prescription)
    assert (easier.mode, easier.low) == (Mode.HOLD, 10)


def test_at_the_lowest_rung_easier_is_a_smaller_range_of_the_same() -> None:
    easier = made_easier(on(1, 15, mode=Mode.HOLD), ladder())
    assert asked(easier) == ("rung 1", 2, 15, "easier_now")
    assert isinstance(easier, Prescription)
    assert easier.small_range


def test_nothing_is_easier_than_the_lowest_in_a_smaller_range() -> None:
    assert made_easier(on(1, small_range=True), ladder()) is Refusal.EASIEST
    assert made_easier(on(9), ladder()) is Refusal.EASIEST


def test_a_limit_that_keeps_the_range_small_keeps_it_small_one_rung_down() -> None:
    careful = profile(spares=["hip_front"])
    spared = replace(LADDER, limits={"hip_front": Adaptation(small_range=True)})
    easier = made_easier(on(3), ladder(spared, careful))
    assert isinstance(easier, Prescription)
    assert easier.small_range


# Harder


def test_harder_is_one_rung_up_at_its_low_amount() -> None:
    assert asked(made_harder(on(2, 14), ladder())) == ("rung 3", 2, 6, "harder_now")


def test_a_smaller_range_gets_full_before_the_rung_goes_up() -> None:
    harder = made_harder(on(2, 14, small_range=True), ladder())
    assert asked(harder)[:3] == ("rung 2", 2, 10)
    assert isinstance(harder, Prescription)
    assert not harder.small_range


def test_a_small_range_by_limit_does_not_hold_the_rung_back() -> None:
    spared = replace(LADDER, limits={"hip_front": Adaptation(small_range=True)})
    harder = made_harder(on(2, small_range=True), ladder(spared, profile(spares=["hip_front"])))
    assert asked(harder)[0] == "rung 3"
    assert isinstance(harder, Prescription)
    assert harder.small_range


def test_nothing_is_harder_than_the_top_nor_without_the_equipment_nor_beyond_a_limit() -> None:
    assert made_harder(on(3), ladder()) is Refusal.HARDEST
    assert asked(made_harder(on(3), ladder(who=profile(owns=[BAND]))))[0] == "rung 4"
    assert made_harder(on(4), ladder(who=profile(owns=[BAND]))) is Refusal.HARDEST
    spared = replace(LADDER, limits={"wrist": Adaptation(rung_at_most=2)})
    assert made_harder(on(2), ladder(spared, profile(spares=["wrist"]))) is Refusal.HARDEST
    assert made_harder(on(9), ladder()) is Refusal.HARDEST


@pytest.mark.parametrize("pain", [1, 2, 4])
def test_a_move_that_hurt_today_gets_no_harder(pain: int) -> None:
    assert made_harder(replace(on(2), pain=pain), ladder()) is Refusal.HURTS
    assert asked(made_harder(replace(on(2), pain=0), ladder()))[0] == "rung 3"


@pytest.mark.parametrize("key", ["amber_rung", "amber_range", "red_rung", "red_range", "worse", "respite_swap"])
def test_a_move_that_hurt_the_last_time_gets_no_harder_not_even_by_way_of_easier(key: str) -> None:
    planned = on(2, reason=because(key))
    assert made_harder(planned, ladder()) is Refusal.HURT_LAST_TIME
    eased = replace(on(1, reason=because("easier_now")), easier_than=planned.prescription)
    assert made_harder(eased, ladder()) is Refusal.HURT_LAST_TIME


def test_on_a_day_that_asks_less_nothing_gets_harder() -> None:
    assert made_harder(on(2, reason=Reason("load", {"load": "low"})), ladder()) is Refusal.LIGHT_DAY


def test_one_step_up_is_enough_for_one_day() -> None:
    assert made_harder(replace(on(2), harder_from=0), ladder()) is Refusal.ONE_STEP


# Another move

SHELL, BRIDGE, LIFT, PLANK, HYDRANT = (move(id=id) for id in ("clamshell", "bridge", "lift", "plank", "hydrant"))
ALL = library(SHELL, BRIDGE, LIFT, PLANK, HYDRANT)
DAY = date(2026, 3, 2)


def test_another_move_is_one_of_up_to_three_that_the_workout_does_not_hold() -> None:
    assert other_moves([Item(prescription("clamshell"))], ME, ALL) == ("bridge", "lift", "plank")
    held = [Item(prescription(id)) for id in ("clamshell", "bridge", "lift")]
    assert other_moves(held, ME, ALL) == ("plank", "hydrant")


def test_a_move_that_was_swapped_away_is_not_offered_again() -> None:
    swapped = Item(prescription("bridge"), instead_of=Item(prescription("clamshell")))
    assert other_moves([swapped], ME, ALL) == ("lift", "plank", "hydrant")


def test_a_move_that_a_limit_removes_is_not_offered() -> None:
    removed = replace(BRIDGE, limits={"knee": Adaptation(remove=True)})
    left = other_moves([Item(prescription("clamshell"))], profile(spares=["knee"]), library(SHELL, removed, LIFT))
    assert left == ("lift",)


def test_warm_ups_and_stretches_take_no_strength_moves_place() -> None:
    stretch = move(id="butterfly", phase=Phase.COOL_DOWN)
    assert other_moves([Item(prescription("clamshell"))], ME, library(SHELL, stretch)) == ()


def test_another_move_comes_with_its_own_target_for_as_many_sets_as_were_planned() -> None:
    item = Item(prescription("clamshell", sets=3), done=(10,))
    history = {"bridge": [did(9, 9)]}
    assert asked(_in_place_of(item, history)) == ("rung 2", 3, 10, "more_reps")
    assert asked(_in_place_of(item, {})) == ("rung 2", 3, 8, "start")


def _in_place_of(item: Item, history: History) -> Prescription | Refusal:
    return in_its_place(item, Ladder(BRIDGE, ME, ALL), history, Load.USUAL, DAY)


def test_a_move_that_rests_for_a_pain_takes_no_place_until_its_two_weeks_are_over() -> None:
    item = Item(prescription("clamshell"))
    sore = {"bridge": [replace(did(8, pain=4), day=DAY)] * 3}
    assert _in_place_of(item, sore) is Refusal.RESTS
    over = in_its_place(item, Ladder(BRIDGE, ME, ALL), sore, Load.USUAL, DAY + timedelta(days=14))
    assert isinstance(over, Prescription)


def test_another_move_is_as_light_as_the_day() -> None:
    lighter = in_its_place(Item(prescription("clamshell")), Ladder(BRIDGE, ME, ALL), {}, Load.LOW, DAY)
    assert asked(lighter) == ("rung 2", 2, 8, "load")


def test_what_a_limit_removed_meanwhile_takes_no_place() -> None:
    removed = replace(BRIDGE, limits={"knee": Adaptation(remove=True)})
    careful = profile(spares=["knee"])
    item = Item(prescription("clamshell"))
    assert in_its_place(item, Ladder(removed, careful, library(removed)), {}, Load.USUAL, DAY) is Refusal.NO_OTHER


def test_where_nothing_grows_nothing_gets_harder_for_a_day_either() -> None:
    steady = Ladder(
        LADDER, profile(spares=["talk_test"]), library(LADDER, everywhere={"talk_test": Adaptation(steady=True)})
    )
    assert made_harder(on(2), steady) is Refusal.STEADY
