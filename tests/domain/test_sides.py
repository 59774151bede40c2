"""Left and right: a pair is one set, the lesser side counts, and the side that did less goes first."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, strategies as st

from bot.domain.balance import Balance, balances, lead_of
from bot.domain.exercise import Adaptation, Sides
from bot.domain.ladder import Ladder
from bot.domain.prescribing import Asked, build_routine
from bot.domain.progression import Effort, Performance, standing
from bot.domain.routine import Prescription, RoutineKind, Standing
from bot.domain.sides import Lead, Pair, Side
from bot.domain.workout import Entry, EntryKind, Item, fold, set_of

from .builders import ME, did, library, move, prescription, variation

SHELL = prescription(sets=2)


def told(left: int, right: int, on: str = "rung 2", pain: int | None = None) -> Performance:
    """Return a workout in which the sides were told apart."""
    return replace(did(min(left, right), on=on, pain=pain), apart=Pair(left, right))


def doing(*sets: Pair | int | None) -> Item:
    """Return what these sets of a clamshell make of it."""
    (item,) = fold([SHELL], [set_of(0, amount, SHELL.amount) for amount in sets])
    return item


# A pair is one set


@pytest.mark.parametrize(
    ("pair", "lesser", "gap"),
    [
        (Pair(12, 10), 10, 17),
        (Pair(10, 12), 10, 17),
        (Pair(12, 12), 12, 0),
        (Pair(1, 200), 1, 100),
        (Pair(199, 200), 199, 0),
        (Pair(20, 15), 15, 25),
    ],
)
def test_the_gap_is_what_the_lesser_side_lacks_of_the_greater_in_percent(pair: Pair, lesser: int, gap: int) -> None:
    assert (pair.lesser, pair.gap) == (lesser, gap)


def test_a_pair_is_one_set_and_counts_with_its_lesser_side() -> None:
    assert set_of(3, Pair(12, 10), 15) == Entry(EntryKind.SET, 3, 10, left=12, right=10)
    assert set_of(3, 12, 15) == Entry(EntryKind.SET, 3, 12)
    assert set_of(3, None, 15) == Entry(EntryKind.SET, 3, 15, as_planned=True)
    item = doing(Pair(12, 10), Pair(9, 11))
    assert (item.done, item.complete) == ((10, 9), True)


def test_an_entry_tells_of_both_sides_only_where_both_were_told() -> None:
    assert set_of(0, Pair(12, 10), 15).told == Pair(12, 10)
    assert set_of(0, 12, 15).told == 12
    assert Entry(EntryKind.SET, 0, 12, left=12).told == 12
    assert Entry(EntryKind.SET, 0, 12, right=12).told == 12
    assert Entry(EntryKind.SET, 0).told == 0


def test_a_workout_adds_up_the_sets_that_were_told_apart_and_no_others() -> None:
    assert doing(Pair(12, 10), Pair(11, 9)).performance.apart == Pair(23, 19)
    assert doing(Pair(12, 10), 11).performance.apart == Pair(12, 10)
    assert doing(12, None).performance.apart is None


def next_target(sessions: Iterable[Iterable[Pair]]) -> tuple[int, Standing | None]:
    """Return how many sets these workouts hold, and what comes after them."""
    items = [replace(doing(*pairs), effort=Effort.OK) for pairs in sessions]
    shell = move(id="clamshell")
    target = standing(Ladder(shell, ME, library(shell)), [item.performance for item in items])
    return sum(len(item.done) for item in items), target


pairs = st.builds(Pair, st.integers(1, 20), st.integers(1, 20))


@given(st.lists(st.lists(pairs, min_size=1, max_size=3), max_size=5), st.randoms())
def test_swapping_sides_changes_neither_the_number_of_sets_nor_the_next_target(
    sessions: list[list[Pair]], chance: Random
) -> None:
    swapped = [[Pair(p.right, p.left) if chance.random() < 0.5 else p for p in session] for session in sessions]
    assert next_target(swapped) == next_target(sessions)


@given(pairs)
def test_a_pair_grows_as_its_lesser_side_done_on_both_would(pair: Pair) -> None:
    assert next_target([[pair]])[1] == next_target([[Pair(pair.lesser, pair.lesser)]])[1]


# Which side goes first


def test_the_side_that_did_less_goes_first_and_both_amounts_are_why() -> None:
    assert lead_of([told(10, 12)]) == Lead(Side.LEFT, Pair(10, 12), 1)
    assert lead_of([told(12, 10)]) == Lead(Side.RIGHT, Pair(12, 10), 1)


@pytest.mark.parametrize("history", [[], [did(10, 10)], [told(12, 12)], [told(10, 12), told(12, 10)]])
def test_no_side_goes_first_where_sides_were_never_told_apart_or_are_even(history: list[Performance]) -> None:
    assert lead_of(history) is None


def test_the_last_three_workouts_decide_in_which_sides_were_told_apart() -> None:
    history = [told(2, 20), told(12, 10), told(11, 12), did(9, 9), told(12, 10)]
    assert lead_of(history) == Lead(Side.RIGHT, Pair(35, 32), 3)


def test_only_the_latest_of_the_variations_told_apart_is_compared() -> None:
    assert lead_of([told(2, 20, "rung 1"), told(12, 10)]) == Lead(Side.RIGHT, Pair(12, 10), 1)
    assert lead_of([told(12, 10), did(8, on="rung 3")]) == Lead(Side.RIGHT, Pair(12, 10), 1)


@pytest.mark.parametrize("pain", [3, 7])
def test_a_side_that_may_be_sore_does_not_go_first(pain: int) -> None:
    hurt = told(4, 12, pain=pain)
    assert lead_of([told(10, 12), hurt]) is None
    assert lead_of([hurt, told(12, 10)]) == Lead(Side.RIGHT, Pair(12, 10), 1)
    assert lead_of([told(10, 12, pain=2)]) == Lead(Side.LEFT, Pair(10, 12), 1)


def asked(history: list[Performance], sides: Sides = Sides.EACH, *limits: str) -> Prescription:
    shell = move(
        variation("rung 1", 1), variation("rung 2", 2, sides=sides), limits={"sore": Adaptation(note="on a pillow")}
    )
    who = replace(ME, limits=frozenset(limits))
    strength = Asked(RoutineKind.STRENGTH, "a", 30)
    (found,) = build_routine(strength, who, {"clamshell": history}, library(shell)).prescriptions
    return found


def test_what_is_asked_says_which_side_goes_first() -> None:
    assert asked([told(10, 12)]).lead == Lead(Side.LEFT, Pair(10, 12), 1)
    assert asked([]).lead is None


def test_no_side_goes_first_where_both_work_at_once_or_a_limit_says_how_to_begin() -> None:
    assert asked([told(10, 12)], Sides.TOGETHER).lead is None
    assert asked([told(10, 12)], Sides.EACH, "sore").lead is None


# The balance over time


def test_the_balance_is_the_first_gap_and_the_latest() -> None:
    history = {"clamshell": [told(10, 12), did(9, 9), told(11, 12), told(12, 12)], "lift": [told(12, 9)]}
    assert balances(history) == (Balance("clamshell", 17, 0), Balance("lift", None, 25))


def test_what_was_never_told_apart_or_hurt_has_no_balance() -> None:
    assert balances({"clamshell": [did(9, 9)], "lift": [told(12, 4, pain=5)], "bridge": []}) == ()
    assert balances({"lift": [told(12, 9), told(12, 4, pain=5)]}) == (Balance("lift", None, 25),)
