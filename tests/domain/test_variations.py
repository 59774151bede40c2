"""Which variation suits an athlete: limits first, then equipment, then the rung reached."""

import pytest

from bot.domain.exercise import Adaptation, Exercise
from bot.domain.routine import Profile
from bot.domain.variations import Choice, adaptations, choose

from .builders import BAND, ME, ROLLER, WEIGHT, library, move, profile, variation

BANDED = move(
    variation("rung 1", 1), variation("rung 2", 2), variation("rung 3", 3, needs=[BAND]), variation("rung 4", 4)
)


def chosen(exercise: Exercise, rung: int, who: Profile = ME, **everywhere: Adaptation) -> Choice:
    choice = choose(exercise, rung, who, library(exercise, everywhere=everywhere))
    assert choice
    return choice


def none_fits(exercise: Exercise, *spares: str) -> bool:
    return choose(exercise, 2, profile(spares=spares), library(exercise)) is None


def test_without_limits_it_is_the_rung_reached() -> None:
    assert chosen(move(), 2) == Choice(move().ladder[1], small_range=False, notes=())


def test_it_is_the_highest_rung_that_the_equipment_allows() -> None:
    assert chosen(BANDED, 3).variation.id == "rung 2"
    assert chosen(BANDED, 3, profile(owns=[ROLLER])).variation.id == "rung 2"
    assert chosen(BANDED, 3, profile(owns=[BAND, ROLLER])).variation.id == "rung 3"
    assert chosen(BANDED, 4).variation.id == "rung 4"


def test_a_rung_past_the_ladder_is_its_last() -> None:
    assert chosen(BANDED, 9).variation.id == "rung 4"


def test_an_exercise_with_no_rung_to_be_had_is_left_out() -> None:
    assert none_fits(move(variation("rung 1", 1, needs=[BAND])))


@pytest.mark.parametrize(("cap", "rung"), [(1, 1), (2, 2), (3, 3), (5, 3)])
def test_a_limit_caps_the_rung(cap: int, rung: int) -> None:
    spared = move(limits={"knee": Adaptation(rung_at_most=cap)})
    assert chosen(spared, 3, profile(spares=["knee"])).variation.rung == rung


def test_the_lowest_of_several_caps_counts() -> None:
    spared = move(limits={"knee": Adaptation(rung_at_most=1), "hip": Adaptation(rung_at_most=2)})
    assert chosen(spared, 3, profile(spares=["hip", "knee"])).variation.rung == 1


def test_a_limit_that_the_athlete_does_not_have_changes_nothing() -> None:
    spared = move(limits={"knee": Adaptation(rung_at_most=1, small_range=True, note="gently")})
    assert chosen(spared, 3, profile(spares=["hip"])) == Choice(spared.ladder[2], False, ())


def test_limits_that_hold_everywhere_come_after_the_exercises_own() -> None:
    spared = move(limits={"wrist": Adaptation(note="fists"), "knee": Adaptation(note="pad")})
    everywhere = {"gentle": Adaptation(rung_at_most=1), "calm": Adaptation(hold_at_most=20)}
    found = adaptations(
        spared, profile(spares=["wrist", "calm", "knee", "gentle"]), library(spared, everywhere=everywhere)
    )
    assert found == (spared.limits["knee"], spared.limits["wrist"], everywhere["calm"], everywhere["gentle"])


def test_a_limit_everywhere_caps_every_exercise() -> None:
    assert chosen(move(), 3, profile(spares=["gentle"]), gentle=Adaptation(rung_at_most=2)).variation.rung == 2


def test_notes_of_several_limits_add_up() -> None:
    spared = move(limits={"a": Adaptation(note="one"), "b": Adaptation(note="two")})
    choice = chosen(spared, 2, profile(spares=["a", "b"]))
    assert (choice.notes, choice.small_range) == (("one", "two"), False)


def test_one_limit_is_enough_for_a_small_range() -> None:
    spared = move(limits={"a": Adaptation(small_range=True), "b": Adaptation(note="two")})
    assert chosen(spared, 2, profile(spares=["a", "b"])).small_range


WALL, CHAIR = variation("wall"), variation("chair", needs=[BAND])
SWAPS = move(
    swaps=(WALL, CHAIR),
    limits={
        "hip": Adaptation(swap=("wall",)),
        "knee": Adaptation(swap=("chair",)),
        "neck": Adaptation(rung_at_most=1),
        "groin": Adaptation(swap=("wall",), remove=True),
    },
)


def test_a_swap_wins_over_the_ladder() -> None:
    assert chosen(SWAPS, 3, profile(spares=["hip", "neck"])).variation is WALL


def test_a_removal_wins_over_a_swap() -> None:
    assert none_fits(SWAPS, "hip", "groin")


def test_a_swap_that_cannot_be_done_leaves_the_exercise_out() -> None:
    assert none_fits(SWAPS, "knee")
    assert chosen(SWAPS, 3, profile(spares=["knee"], owns=[BAND])).variation is CHAIR


def test_two_limits_may_want_the_same_swap_and_not_two_different_ones() -> None:
    twice = move(swaps=(WALL,), limits={"hip": Adaptation(swap=("wall",)), "knee": Adaptation(swap=("wall",))})
    assert chosen(twice, 3, profile(spares=["hip", "knee"])).variation is WALL
    assert choose(SWAPS, 3, profile(spares=["hip", "knee"], owns=[BAND]), library(SWAPS)) is None


def test_some_rungs_come_only_to_those_who_ask_for_them() -> None:
    pigeon = move(id="pigeon", opt_in_from=3)
    assert chosen(pigeon, 3).variation.rung == 2
    assert chosen(pigeon, 3, profile(wants=["clamshell"])).variation.rung == 2
    assert chosen(pigeon, 1).variation.rung == 1
    assert chosen(pigeon, 3, profile(wants=["pigeon"])).variation.rung == 3


TWO_WAYS = move(
    variation("rung 1", 1),
    variation("by hand", 2),
    variation("banded", 3, needs=[BAND]),
    variation("weighted", 3, needs=[WEIGHT]),
    limits={"ankle": Adaptation(without=frozenset({WEIGHT}))},
)


def test_of_two_ways_to_do_a_rung_it_is_the_one_that_is_owned() -> None:
    assert chosen(TWO_WAYS, 3).variation.id == "by hand"
    assert chosen(TWO_WAYS, 3, profile(owns=[BAND])).variation.id == "banded"
    assert chosen(TWO_WAYS, 3, profile(owns=[WEIGHT])).variation.id == "weighted"


def test_of_two_ways_that_are_owned_it_is_the_first() -> None:
    assert chosen(TWO_WAYS, 3, profile(owns=[WEIGHT, BAND])).variation.id == "banded"


def test_equipment_that_a_limit_keeps_away_counts_as_not_owned() -> None:
    assert chosen(TWO_WAYS, 3, profile(owns=[WEIGHT], spares=["ankle"])).variation.id == "by hand"
    assert chosen(TWO_WAYS, 3, profile(owns=[WEIGHT, BAND], spares=["ankle"])).variation.id == "banded"


def test_of_several_swaps_it_is_the_first_that_can_be_done() -> None:
    either = move(swaps=(WALL, CHAIR), limits={"hip": Adaptation(swap=("chair", "wall"))})
    assert chosen(either, 3, profile(spares=["hip"])).variation is WALL
    assert chosen(either, 3, profile(spares=["hip"], owns=[BAND])).variation is CHAIR


def test_a_swap_may_be_a_rung_and_stays_there() -> None:
    low = move(limits={"neck": Adaptation(swap=("rung 1",)), "hip": Adaptation(swap=("rung 2",))})
    assert chosen(low, 3, profile(spares=["neck"])).variation.rung == 1
    assert none_fits(low, "neck", "hip")
