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
        "my chest feels weird",
        "chest tight after the bridge",
        "heart is being squeezed",
        "my heart hurts when i move",
        "pressure in my chest and sweating",
        "pain spreading from my chest to my jaw",
        "i passed out",
        "nearly fainted",
        "dizzy and fell over",
        "felt so dizzy i had to lie on the floor",
        "i'm dizzy",
        "dizziness since the plank",
        "everything is spinning",
        "lightheaded",
        "can't breathe",
        "i cant get enough air",
        "breathing feels tight",
        "my lips are turning blue",
        "my face feels funny on one side",
        "left hand suddenly numb",
        "right arm feels numb",
        "i can't talk properly and my arm is weak",
        "words come out wrong",
        "suddenly weak on my left side",
        "worst headache ever",
        "sudden terrible headache",
        "head is killing me out of nowhere",
        "numb around my bottom",
        "my bum is numb and my lower back hurts",
        "between my legs it feels dead",
        "can't pee",
        "unable to pee since this morning",
        "i can't start peeing",
        "i have trouble peeing since my back went",
        "i had an accident in my leggings",
        "my calf is swollen",
        "left calf is red and hurts",
        "one calf is bigger than the other",
        "my foot is blue and cold",
        "leg swollen and purple",
        "my leg won't carry me",
        "fell on the stairs and can't stand up",
        "can't put weight on it since the fall",
        "hip hurts so much i can't walk",
        "fever and hip pain",
        "39.2 and my hip aches",
        "i have a temperature of 38.5 and my hip hurts",
        "pee is brown",
        "dark pee after training",
        "muscles hurt extremely",
        "extreme pain in my thighs since the workout",
        "thighs massively swollen after training",
        "hip pain wakes me up at night",
        "my hip hurts at rest",
        "hip hurts even when i do nothing",
        "can't sleep, my hip hurts",
        "groin hurts when i walk",
        "groin pain on the stairs",
        "i limp because my groin hurts",
        "my hip gives way",
        "my knee locks",
        "hip feels unstable",
        "my hip pops out",
        "knee gets caught sometimes",
        "tingling in my foot all day",
        "numb toes",
        "leg went to sleep and wont wake up",
        "burning down my leg",
        "lost 5 kg without trying",
        "lost weight for no reason",
        "losing weight and eating like always",
        "i want to kill myself",
        "i don't want to be here anymore",
        "i don't want to live any more",
        "i might hurt myself",
        "thinking about suicide",
        "life is pointless, i want to die",
        "i'm pregnant and bleeding",
        "my water broke",
        "i am pregnant and have regular contractions",
        "pregnant and my calf is swollen",
        "bleeding more since the birth",
        "something bulges out below",
        "heaviness down there",
        "leaking since the birth",
        "c section scar is open and red",
        "my scar hurts after the plank",
        "hate my body",
        "i hate my thighs",
        "i'm disgusting",
        "i hate how i look",
        "i am too fat for this",
        "threw up on purpose",
        "i made myself sick after dinner",
        "i haven't eaten in two days",
        "not eating so i get thin",
        "i train even though i'm sick",
        "training with a fever anyway",
        "trained despite my injury",
        "my body is disgusting",
        "i'm starving myself",
        "i took laxatives to lose weight",
    ],
)
def test_other_ways_of_saying_it_are_heard(text: str) -> None:
    assert ENGLISH.found_in(text)


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
        "done 12, chest up all the way",
        "my chest touched the floor",
        "chest is open, glutes tight",
        "bra strap is tight",
        "heart rate was high, hips tight",
        "heart is pounding, that was great",
        "my heart feels full, done",
        "out of breath, done 15",
        "puffed, next",
        "hot room, out of breath",
        "left arm tired from the plank",
        "my left hand slipped",
        "left leg weak today",
        "left side harder than right",
        "one side done",
        "face is red, done",
        "lips are dry",
        "headache gone, ready",
        "small headache, go easy today",
        "my bum is on fire",
        "butt is numb from sitting all day",
        "can't feel it in my glutes",
        "can't feel my glutes in the bridge",
        "need a pee, back soon",
        "toilet break",
        "accident on the motorway, later please",
        "spilled water on my pants",
        "calves burning",
        "calf cramp, gone now",
        "my thighs are bigger than before",
        "left leg is stronger than the right",
        "blue band on my legs, done 12",
        "purple band today",
        "leg lift done, blue mat",
        "cold feet today, putting socks on",
        "fell asleep on the sofa, train later",
        "fell out of the balance twice",
        "almost fell, can't keep balance",
        "can barely walk after yesterday, so sore",
        "legs hurt so much after monday lol",
        "38 reps and my hip is sore",
        "39 s hold, hip sore",
        "it's 30 degrees here, hips stiff",
        "had the flu, hips stiff, easy session please",
        "cold and a bit of a cough, hip sore",
        "brown mat",
        "slept badly, hip a bit tight",
        "hip sore after yesterday, on the sofa now",
        "i lie on the mat, hip hurts 2",
        "tomorrow morning please, hips sore tonight",
        "slept in, later",
        "my groin is tight",
        "groin 2 in the butterfly",
        "limp like a noodle, done",
        "knee clicks, no pain",
        "locked the knee at the top",
        "band popped out of my hand",
        "the roller slipped out from under me",
        "the app locks up",
        "got stuck in traffic, hips stiff",
        "can't get my leg up, stuck at rep 8",
        "legs asleep after sitting, shaking them out",
        "legs dead, done",
        "dead legs",
        "tingly good feeling in my glutes",
        "leg shaking, gave out on rep 12",
        "shooting video later, leg day",
        "ankle weight 1 kg now",
        "went from 1 kg to 2 kg",
        "lost my count",
        "down to 2 sets",
        "that killed me",
        "i'm dying, 12 done",
        "kill me now, last set",
        "this is killing my glutes",
        "i hurt my knee 3",
        "hurt myself a little on the table edge, knee 2",
        "i want to live healthier",
        "dizzy with joy",
        "not dizzy",
        "no dizziness",
        "faint stretch",
        "spinning class yesterday",
        "dark outside already",
        "phone went dark",
        "i'm not pregnant",
        "pregnant, all good",
        "20 weeks pregnant, feeling strong",
        "baby woke up, stop",
        "gave birth last year, feeling good",
        "scar is fine",
        "bump got in the way of the table",
        "belly feels strong",
        "blood pressure was fine",
        "sore butt, really sore",
        "muscles sore since monday",
        "quads in agony lol",
        "glutes rock hard, done",
        "hate side planks",
        "i hate this one",
        "hate my neighbour's drums",
        "hate it when my hip clicks",
        "hate my alarm",
        "fat roller",
        "haven't eaten yet",
        "had dinner, train at 8",
        "skip dinner plans, train now",
        "train anyway",
        "train today anyway, yes",
        "felt sick of sitting all day, training now",
        "no injury, train as usual",
        "fast set, done",
        "i eat a lot, no weight loss plan please",
        "fasting for ramadan, train after sunset",
        "trained even though it was late",
        "sick workout, loved it",
        "i am sick today, skip",
        "i have a cold, skip",
        "the workout was so fat",
        "knee hurts 4",
        "hip hurts 3",
        "back hurts 5, stop",
        "my arms gave out before my hips",
        "wobbly on one leg",
        "a bit unsteady on one leg",
        "it slipped out of my hand",
        "caught the bus, start at 7",
        "feet asleep from kneeling",
        "pins and needles from sitting on my foot, gone",
        "wrist sore",
        "i can't stand on one leg without the wall",
        "can't wait",
        "can't do it today",
        "cant sleep, so i train now",
        "up all night with the baby, hips stiff",
        "it hurts when i press here, outside of the hip",
        "hip hurts during clamshell",
        "hip pain 6",
        "leg feels heavy",
        "my legs feel heavy today",
        "arms feel heavy, 8 done",
        "head hurts a bit",
        "tired and low, done 8",
        "breathing was tight with the mask",
        "tummy full, train later",
        "belly hurts from laughing",
        "stomach rumbling, train later",
        "on my period, cramps, skip today",
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
