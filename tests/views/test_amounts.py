"""Amounts and names in words."""

from dataclasses import replace

import pytest

from bot.domain.exercise import Mode, Phase, Sides
from bot.views import Look
from bot.views.amounts import amount_words, dose_words, target_words, tempo_words
from bot.views.set_card import title_words

from .samples import ATHLETE, opened, routine


@pytest.mark.parametrize(
    ("mode", "sides", "directions", "words"),
    [
        (Mode.REPS, Sides.EACH, 1, "12 each side"),
        (Mode.REPS, Sides.TOGETHER, 1, "12 reps"),
        (Mode.REPS, Sides.EACH, 2, "12 each way, each side"),
        (Mode.REPS, Sides.TOGETHER, 2, "12 each way"),
        (Mode.HOLD, Sides.EACH, 1, "12 s each side"),
        (Mode.HOLD, Sides.TOGETHER, 1, "12 s"),
        (Mode.HOLD, Sides.EACH, 2, "12 s each way, each side"),
        (Mode.HOLD, Sides.TOGETHER, 2, "12 s each way"),
    ],
)
def test_an_amount_says_unit_and_sides(look: Look, mode: Mode, sides: Sides, directions: int, words: str) -> None:
    p = replace(
        routine(look.library).prescriptions[0], mode=mode, sides=sides, directions=directions, amount=12, sets=2
    )
    assert amount_words(p, look) == words
    assert dose_words(p, look) == f"2 × {words}"


def test_rolling_names_its_areas_on_the_card_and_counts_them_on_the_list(look: Look) -> None:
    rolling = routine(look.library, athlete=replace(ATHLETE, length=30)).prescriptions[-1]
    assert "glutes" in target_words(rolling, look)
    assert dose_words(rolling, look) == "30 s each side, 4 areas"


def test_only_strength_moves_have_a_tempo(look: Look) -> None:
    whole = routine(look.library)
    tempos = {p.phase: tempo_words(p, look) for p in whole.prescriptions}
    assert tempos[Phase.WARM_UP] == tempos[Phase.COOL_DOWN] == ""
    assert tempos[Phase.STRENGTH].startswith("2 s up")


def test_a_variation_that_names_its_exercise_is_not_named_twice(look: Look) -> None:
    whole = routine(look.library)
    titles = {item.prescription.variation: title_words(item, look) for item in opened(whole).items}
    assert "Part of" not in titles["full_clamshell"]
    assert "Part of: Foam rolling" in titles["hand_or_ball"]
