"""Red flags: what must be heard, what must not, and the rules of hearing."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.red_flags import WINDOW, RedFlag, RedFlags, Urgency

FILE = Path(__file__).parents[2] / "content" / "en" / "red_flags.yaml"
PACK: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
URGENCIES = list(Urgency)
ENGLISH = RedFlags(
    tuple(
        RedFlag(each["id"], Urgency(each["urgency"]), tuple(map(tuple, each["patterns"])))
        for each in PACK["conditions"]
    ),
    frozenset(PACK["negations"]),
)


def sentences(kind: str) -> list[Any]:
    return [
        pytest.param(each["id"], Urgency(each["urgency"]), text, id=f"{each['id']}: {text}")
        for each in PACK["conditions"]
        for text in each[kind]
    ]


@pytest.mark.parametrize(("condition", "urgency", "text"), sentences("must_trigger"))
def test_a_red_flag_is_heard_as_itself_or_as_more_urgent(condition: str, urgency: Urgency, text: str) -> None:
    found = ENGLISH.found_in(text)
    assert found
    assert found.id == condition or URGENCIES.index(found.urgency) < URGENCIES.index(urgency)


@pytest.mark.parametrize(("condition", "urgency", "text"), sentences("must_not"))
def test_ordinary_talk_is_no_red_flag(condition: str, urgency: Urgency, text: str) -> None:
    assert ENGLISH.found_in(text) is None


@pytest.mark.parametrize(("condition", "urgency", "text"), sentences("must_trigger"))
def test_capitals_and_curly_apostrophes_change_nothing(condition: str, urgency: Urgency, text: str) -> None:
    assert ENGLISH.found_in(text.upper().replace("'", "\u2019"))


@pytest.mark.parametrize(
    "text",
    [
        "done",
        "done 12",
        "L12 R10",
        "pain in my knee 2",
        "my glutes are burning",
        "legs shaking",
        "done, no chest pain",
        "this is a killer",
        "that was brutal, i love it",
        "hip flexors tight today",
        "sore from monday",
        "15 reps each side, left is weaker",
        "hurts 3, lower back",
        "my hip clicks but no pain",
        "ok that was the worst exercise ever",
        "can we skip the plank tomorrow?",
        "dead. totally dead. but done",
        "out of breath",
        "sweating like crazy",
    ],
)
def test_everyday_training_talk_is_no_red_flag(text: str) -> None:
    assert ENGLISH.found_in(text) is None


# The rules of the matcher


def hearing(*patterns: tuple[str, ...], negations: tuple[str, ...] = ("no", "no more")) -> RedFlags:
    return RedFlags((RedFlag("calf", Urgency.TODAY, patterns),), frozenset(negations))


def test_every_group_of_a_pattern_is_needed() -> None:
    calf = hearing(("calf", "hot|swollen"))
    assert calf.found_in("calf hot")
    assert calf.found_in("swollen calf")
    assert not calf.found_in("calf")
    assert not calf.found_in("hot")


def test_one_pattern_of_several_is_enough() -> None:
    assert hearing(("calf", "hot"), ("clot",)).found_in("a clot")


def test_groups_may_lie_a_window_apart_and_no_word_more() -> None:
    calf = hearing(("calf", "hot"))
    assert calf.found_in("calf" + " so" * (WINDOW - 1) + " hot")
    assert not calf.found_in("calf" + " so" * WINDOW + " hot")


def test_the_window_is_nine_words() -> None:
    calf = hearing(("calf", "hot"))
    assert calf.found_in("calf one two three four five six seven eight hot")
    assert not calf.found_in("calf one two three four five six seven eight nine hot")


def test_one_mention_of_several_near_enough_is_enough() -> None:
    calf = hearing(("calf", "hot"))
    far = " so" * WINDOW
    assert calf.found_in(f"calf{far} calf hot")
    assert calf.found_in(f"calf hot{far} hot")


def test_every_other_group_is_measured_from_the_first() -> None:
    calf = hearing(("calf", "hot", "left"))
    far = " so" * (WINDOW - 1)
    assert calf.found_in(f"left{far} calf{far} hot")
    assert not calf.found_in(f"left{far} so calf{far} hot")


def test_a_negation_denies_the_word_right_behind_it_and_none_further() -> None:
    hot = hearing(("hot",))
    assert not hot.found_in("no hot calf")
    assert hot.found_in("no my hot calf")


def test_a_negation_of_two_words_reaches_as_far_as_its_words() -> None:
    hot = hearing(("hot",))
    assert not hot.found_in("no more hot calf")
    assert hot.found_in("no more so hot calf")


def test_a_comma_ends_a_negation() -> None:
    assert not hearing(("hot",)).found_in("no hot")
    assert hearing(("hot",)).found_in("no, hot")


def test_a_negation_leaves_a_later_mention_standing() -> None:
    assert hearing(("hot",)).found_in("no hot calf yesterday, hot today")


def test_a_negation_that_is_part_of_the_symptom_denies_nothing() -> None:
    assert hearing(("no feeling",), negations=("no",)).found_in("there is no feeling in it")


def test_a_harmless_negation_denies_nothing() -> None:
    hot = hearing(("hot",), negations=("without", "!cant * without"))
    assert not hot.found_in("walk without hot calf")
    assert hot.found_in("cant walk without hot calf")


def test_a_harmless_phrase_takes_out_what_it_covers_and_nothing_else() -> None:
    chest = hearing(("chest|!chest up",))
    assert not chest.found_in("keep the chest up")
    assert chest.found_in("chest up, but the chest hurts")


def test_a_star_ends_a_word_with_any_ending() -> None:
    swell = hearing(("swell*",))
    assert swell.found_in("swelling")
    assert swell.found_in("swell")
    assert not swell.found_in("unswell")
    assert not swell.found_in("sweltering")


def test_a_star_alone_is_exactly_one_word() -> None:
    weight = hearing(("put * weight",))
    assert weight.found_in("put any weight")
    assert not weight.found_in("put weight")
    assert not weight.found_in("put any real weight")


def test_the_most_urgent_condition_wins_whatever_the_order() -> None:
    week, now = RedFlag("week", Urgency.THIS_WEEK, (("numb",),)), RedFlag("now", Urgency.EMERGENCY, (("chest",),))
    for conditions in ((week, now), (now, week)):
        assert RedFlags(conditions, frozenset()).found_in("numb chest") is now


def test_an_empty_message_tells_nothing() -> None:
    assert ENGLISH.found_in("") is None
    assert ENGLISH.found_in("👍") is None
