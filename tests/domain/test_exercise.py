"""Exercises and their variations."""

import pytest

from bot.domain.exercise import Tempo

from .builders import move, variation


def test_a_repetition_takes_its_lift_its_pause_and_its_lowering() -> None:
    assert Tempo(2, 1, 4).seconds == 7


def test_a_variation_is_found_on_the_ladder_and_among_the_swaps() -> None:
    wall = variation("wall")
    shell = move(swaps=(wall,))
    assert shell.variation("rung 2") is shell.ladder[1]
    assert shell.variation("wall") is wall


def test_an_unknown_variation_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="somersault"):
        move().variation("somersault")
