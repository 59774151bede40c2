"""A sound pack becomes the objects that the domain asks for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.pack import Pack, load
from bot.content.say import UnfilledText
from bot.domain.exercise import Adaptation, Dose, Equipment, Level, Mode, Span, Tempo
from bot.domain.library import Hold
from bot.domain.red_flags import Urgency
from bot.domain.words import Words


@pytest.fixture
def loaded(pack: Path) -> Pack:
    return load(pack)


@pytest.fixture
def words(loaded: Pack) -> Words:
    return loaded.words("en")


def test_an_exercise_has_its_ladder_with_doses_for_every_level(loaded: Pack) -> None:
    rung = loaded.library.exercises["clamshell"].variation("banded_clamshell")
    assert (rung.rung, rung.mode, rung.tempo, rung.equipment) == (
        4,
        Mode.REPS,
        Tempo(2, 1, 2),
        frozenset({Equipment.MINI_BAND}),
    )
    assert rung.doses[Level.INTERMEDIATE] == Dose(Span(2, 3), Span(8, 12), 45)


def test_a_swap_stands_on_no_rung(loaded: Pack) -> None:
    assert loaded.library.exercises["clamshell"].variation("standing_clamshell").rung is None


def test_a_limit_says_what_it_does_to_an_exercise(loaded: Pack) -> None:
    limits = loaded.library.exercises["clamshell"].limits
    assert limits["hip"] == Adaptation(swap=("standing_clamshell",), note="stay_small")
    assert loaded.library.general_limits == {"short_holds": Adaptation(hold_at_most=20)}


def test_the_program_and_the_readiness_topics_are_there(loaded: Pack) -> None:
    library = loaded.library
    assert library.program.sessions["a"] == ("clamshell", "bridge", "fire_hydrant")
    assert library.program.weekly_sets[Level.BEGINNER] == Span(6, 10)
    assert (library.topics["new_hip"].hold, library.topics["new_hip"].limits) == (Hold.DOCTOR, ("hip", "no_side_lying"))
    assert (library.areas, library.recheck_months) == (("hip",), 6)


def test_a_variation_without_own_cues_has_those_of_its_exercise(words: Words) -> None:
    variations = words.exercises["clamshell"].variations
    assert variations["easy_clamshell"].start == "Find a comfortable start."
    assert variations["easy_clamshell"].cues[0] == "Move slowly."
    assert variations["standing_clamshell"].cues[0] == "Press the knee out."


def test_muscles_are_told_by_their_label_and_claims_in_their_order(words: Words) -> None:
    clamshell = words.exercises["clamshell"]
    assert (clamshell.muscles_primary, clamshell.muscles_secondary) == (("Side of the hip",), ("Back of the hip",))
    assert clamshell.claims == ("It trains the side of the hip.",)


def test_lessons_come_in_their_order_with_their_sources(words: Words) -> None:
    assert [lesson.id for lesson in words.lessons] == ["effort", "hip_dips"]
    assert words.lessons[1].sources == ("Moore and others, 2020, a review of hip exercises",)


def test_messages_reminders_milestones_and_labels_are_there(words: Words) -> None:
    assert words.rest_days["rest_07"] == "Rest day number 7. An easy walk counts as rest."
    assert len(words.reminders["snooze"]) == 6
    assert words.milestones["ten"] == "Ten workouts."
    assert (words.equipment["mini_band"], words.topics["new_hip"]) == ("Mini band", "I have a new hip")


def test_red_flags_know_their_urgency_and_its_text(words: Words) -> None:
    found = words.red_flags.found_in("my chest hurts")
    assert found and found.urgency is Urgency.EMERGENCY
    assert words.red_flag_texts[Urgency.EMERGENCY].startswith("Stop now")


def test_what_athletes_type_is_sorted_by_meaning(words: Words) -> None:
    assert words.vocabulary.intents["done"] == {"done", "did it"}
    assert words.vocabulary.rep_units == {"reps", "rep"}
    assert "rep_units" not in words.vocabulary.intents


def test_a_text_is_filled_and_counts_as_its_language_does(words: Words) -> None:
    assert words.say("set-asked", number=1, sets=3, reps=1) == "Set 1 of 3: <b>one rep</b>"
    assert words.say("set-asked", number=1, sets=3, reps=12) == "Set 1 of 3: <b>12 reps</b>"


def test_text_arguments_are_escaped_and_the_text_itself_is_not(words: Words) -> None:
    assert words.say("greeting", name='<b>"Al" & Bo</b>') == 'Hi &lt;b&gt;"Al" &amp; Bo&lt;/b&gt;, your coach here.'


def test_a_filled_text_holds_no_invisible_marks(words: Words) -> None:
    assert words.say("greeting", name="Al").isascii()


def test_an_attribute_is_asked_for_with_a_dot(words: Words) -> None:
    assert words.say("greeting.button") == "Start"


def test_numbers_have_no_thousands_mark(words: Words) -> None:
    assert words.say("set-asked", number=2026, sets=2.5, reps=2).startswith("Set 2026 of 2.5:")


def test_an_unknown_text_is_a_key_error(words: Words) -> None:
    with pytest.raises(KeyError, match="goodbye"):
        words.say("goodbye")


def test_a_missing_argument_names_the_text_and_the_argument(words: Words) -> None:
    with pytest.raises(UnfilledText, match="the text greeting cannot be filled: Unknown external: name"):
        words.say("greeting")


@pytest.mark.parametrize(
    ("asked", "given"),
    [("nl", "nl"), ("nl-BE", "nl"), ("NL", "nl"), ("pt-br", "pt-br"), ("pt_BR", "pt-br"), ("fr", "en"), (None, "en"), ("", "en")],
)  # fmt: skip
def test_a_language_stands_in_for_its_variants_and_english_for_the_rest(
    pack: Path, translated: Callable[[str], Path], asked: str | None, given: str
) -> None:
    translated("nl")
    translated("pt-br")
    assert load(pack).words(asked).language == given
