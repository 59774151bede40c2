"""A new language is a new folder, and it is held to what English has."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.pack import load

Edit = Callable[[str, str, str], None]
Faults = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def dutch(translated: Callable[[str], Path]) -> Path:
    return translated("nl")


def test_a_second_language_is_found_by_itself(pack: Path, edit: Edit) -> None:
    edit("nl/workout.ftl", "one rep", "één keer")
    edit("nl/exercises/bridge.yaml", "name: Glute bridge", "name: Bekkenbrug")
    words = load(pack).words("nl")
    assert words.say("set-asked", number=1, sets=2, reps=1) == "Set 1 of 2: <b>één keer</b>"
    assert words.exercises["bridge"].name == "Bekkenbrug"


def test_numbers_are_written_as_the_language_does(pack: Path) -> None:
    assert "2,5" in load(pack).words("nl").say("set-asked", number=1, sets=2.5, reps=2)


def test_every_file_of_english_must_be_there(dutch: Path, faults: Faults) -> None:
    for name in ("exercises/bridge.yaml", "lessons/effort.yaml", "vocabulary.yaml"):
        (dutch / name).unlink()
    assert faults() == [
        "nl/exercises/bridge.yaml:1: this file is missing",
        "nl/lessons/effort.yaml:1: this file is missing",
        "nl/vocabulary.yaml:1: this file is missing",
    ]


def test_every_message_of_english_must_be_there(edit: Edit, faults: Faults) -> None:
    edit("nl/workout.ftl", "stretch-named =", "stretch-namd =")
    edit("nl/workout.ftl", "    .button = Start\n", "")
    assert faults() == [
        "nl/workout.ftl:10: the message greeting.button of en/workout.ftl is missing",
        "nl/workout.ftl:10: the message stretch-named of en/workout.ftl is missing",
    ]


def test_a_missing_fluent_file_lacks_its_messages(dutch: Path, faults: Faults) -> None:
    (dutch / "workout.ftl").unlink()
    assert "nl/workout.ftl:1: the message greeting of en/workout.ftl is missing" in faults()


def test_a_message_is_filled_from_the_same_arguments(edit: Edit, faults: Faults) -> None:
    edit("nl/workout.ftl", "Hi { $name }", "Hi { $naam }")
    assert faults() == [
        "nl/workout.ftl:8: the message greeting asks for $naam, which en has not; did you mean name?",
        "nl/workout.ftl:8: the message greeting leaves out $name, which en shows",
    ]


def test_arguments_may_come_through_another_message(edit: Edit, faults: Faults) -> None:
    edit("nl/workout.ftl", "greeting = Hi { $name }", "named = { $name }\ngreeting = Hi { named }")
    assert faults() == []


def test_blocked_words_are_those_of_the_language(edit: Edit, faults: Faults) -> None:
    edit("nl/blocked_words.yaml", "- lazy", "- lui*")
    edit("nl/milestones.yaml", "A steady week.", "Niet lui, niet lazy.")
    assert faults() == [
        (
            'nl/milestones.yaml:2: the word "lui" is blocked by nl/blocked_words.yaml; say it another way or allow it '
            "with a reason"
        )
    ]


def test_a_folder_whose_name_is_no_language_is_a_fault(pack: Path, dutch: Path, faults: Faults) -> None:
    dutch.rename(pack / "dutch")
    assert faults() == ["dutch:1: nobody reads this folder: its name is no language code, such as en or pt-br"]
