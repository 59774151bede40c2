"""A new language is a new folder, and it is held to what English has."""

import re
import shutil
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
        "nl/workout.ftl:10: the coach never says the message stretch-namd; did you mean stretch-named?",
        "nl/workout.ftl:15: the message greeting.button is missing",
        "nl/workout.ftl:15: the message stretch-named is missing",
    ]


def test_a_missing_fluent_file_is_one_fault(dutch: Path, faults: Faults) -> None:
    (dutch / "workout.ftl").unlink()
    assert faults() == ["nl/workout.ftl:1: this file is missing"]


def test_a_message_is_filled_from_the_arguments_that_the_program_gives(edit: Edit, faults: Faults) -> None:
    edit("nl/workout.ftl", "Hi { $name }", "Hi { $naam }")
    assert faults() == [
        "nl/workout.ftl:8: the message greeting asks for $naam, which it is not given; did you mean name?",
        "nl/workout.ftl:8: the message greeting leaves out $name",
    ]


def test_english_itself_is_held_to_what_the_program_says(edit: Edit, faults: Faults, dutch: Path) -> None:
    shutil.rmtree(dutch)
    edit("en/workout.ftl", "Hi { $name }", "Hi")
    edit("en/workout.ftl", "set-mode =", "set-modus =")
    assert faults() == [
        "en/workout.ftl:8: the message greeting leaves out $name",
        "en/workout.ftl:12: the coach never says the message set-modus; did you mean set-mode?",
        "en/workout.ftl:16: the message set-mode is missing",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("        [hold] Hold it.\n", "", ["the message set-mode has no variant [hold] for $mode"]),
        (
            "[hold]",
            "[vast]",
            [
                "the message set-mode has a variant [vast], which $mode never is",
                "the message set-mode has no variant [hold] for $mode",
            ],
        ),
        ("*[reps] Count", "[reps] Tel\n       *[other] Tel", []),
        (
            "{ $mode ->\n        [hold] Hold it.\n       *[reps] Count them.\n    }",
            "{ $mode }",
            ["the message set-mode must tell apart what $mode is: hold, reps"],
        ),
    ],
)
def test_a_key_has_all_its_variants(edit: Edit, faults: Faults, old: str, new: str, told: list[str]) -> None:
    edit("nl/workout.ftl", old, new)
    assert faults() == [f"nl/workout.ftl:12: {sentence}" for sentence in told]


def test_the_variants_of_a_number_are_those_of_the_grammar(edit: Edit, faults: Faults) -> None:
    edit("nl/workout.ftl", "[one] one rep", "[0] geen\n    [few] twee\n    [oen] een")
    assert faults() == [
        "nl/workout.ftl:4: the message set-asked has a variant [oen], which $reps never is; did you mean one?"
    ]


def test_a_message_that_cannot_be_read_is_not_called_missing(edit: Edit, faults: Faults) -> None:
    edit("nl/workout.ftl", "Hi { $name }", "Hi { $name")
    assert faults() == ["nl/workout.ftl:8: a { is not closed: } is missing here"]


def test_every_id_of_english_must_be_there_and_no_other(dutch: Path, edit: Edit, faults: Faults) -> None:
    edit("nl/rest_days.yaml", "id: rest_02", "id: rust_02")
    edit("nl/red_flags.yaml", "id: night_pain", "id: nachtpijn")
    (dutch / "lessons/effort.yaml").rename(dutch / "lessons/effort_two.yaml")
    edit("nl/lessons/effort_two.yaml", "id: effort", "id: effort_two")
    assert [re.sub(r":\d+:", ":", line) for line in faults()] == [
        "nl/lessons/effort.yaml: this file is missing",
        "nl/lessons/effort_two.yaml: there is no lesson effort_two in en/lessons; did you mean effort?",
        "nl/red_flags.yaml: the condition night_pain is missing, which en/red_flags.yaml has",
        "nl/red_flags.yaml: the condition nachtpijn is not in en/red_flags.yaml; did you mean night_pain?",
        "nl/rest_days.yaml: the rest-day message rest_02 is missing, which en/rest_days.yaml has",
        "nl/rest_days.yaml: the rest-day message rust_02 is not in en/rest_days.yaml; did you mean rest_02?",
    ]


def test_an_empty_folder_of_a_language_is_one_fault(dutch: Path, faults: Faults) -> None:
    shutil.rmtree(dutch)
    (dutch / "lessons").mkdir(parents=True)
    assert faults() == ["nl:1: this folder is empty; copy what is in the folder en into it and translate"]


def test_two_spellings_of_one_language_are_a_fault(translated: Callable[[str], Path], faults: Faults) -> None:
    translated("pt-br")
    translated("pt_BR")
    assert faults() == ["pt_BR:1: pt_BR and pt-br are one language; keep one of the folders"]


def test_old_line_ends_are_refused_in_english_too(pack: Path, faults: Faults) -> None:
    for language in ("en", "nl"):
        file = pack / language / "workout.ftl"
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r"))
    assert faults() == [
        f"{language}/workout.ftl:1: the line ends of this file are those of an old Mac; save it with Unix line ends (LF)"
        for language in ("en", "nl")
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
