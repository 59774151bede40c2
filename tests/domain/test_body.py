"""Where it hurts, by the words of the labels."""

import pytest

from bot.domain.body import area_named, areas_of

from .builders import real_library

LABELS = {
    "low_back": "Lower back",
    "hip_front": "Front of the hip (pinch)",
    "hip_outer": "Outside of the hip",
    "groin": "Groin or inner thigh",
    "knee": "Knee",
    "balance": "Balance",
    "pelvic_girdle": "Pelvis (front or back)",
    "elsewhere": "Somewhere else",
}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("knee", "knee"),
        ("Knee!", "knee"),
        ("my outer hip", "hip_outer"),
        ("outside of my hip", "hip_outer"),
        ("the front of the hip", "hip_front"),
        ("lower back", "low_back"),
        ("back", "low_back"),
        ("pelvis", "pelvic_girdle"),
        ("inner thigh", "groin"),
        ("somewhere else", "elsewhere"),
    ],
)
def test_a_place_is_known_by_the_words_of_its_label(text: str, area: str) -> None:
    assert area_named(text, LABELS) == area


@pytest.mark.parametrize("text", ["hip", "done", "12", "balance", "", "done 12 but my knee hurts"])
def test_what_names_no_place_or_two_or_says_more_is_none(text: str) -> None:
    assert area_named(text, LABELS) is None


def test_without_labels_nothing_is_named() -> None:
    assert area_named("knee", {}) is None


def test_an_exercise_knows_the_places_of_its_own_file_only_and_balance_is_none() -> None:
    lift = real_library().exercises["standing_leg_lift"]
    assert areas_of(lift, real_library()) == ("hip_outer", "knee", "ankle", "pelvic_girdle")
    assert "balance" in lift.limits
