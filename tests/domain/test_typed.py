"""What a typed message means, and what it does not."""

from datetime import time

import pytest
from hypothesis import given, strategies as st

from bot.domain.exercise import Mode
from bot.domain.sides import Amount, Pair
from bot.domain.typed import (
    MOST_REPS,
    MOST_SECONDS,
    Intent,
    Typed,
    either_half,
    mentions,
    pain_mentioned,
    time_of_day,
    understand,
)
from bot.domain.words import Vocabulary

WORDS = Vocabulary(
    intents={
        "done": frozenset({"done", "did it"}),
        "hurts": frozenset({"hurts", "ouch"}),
        "skip": frozenset({"skip"}),
        "easy": frozenset({"easy", "5+"}),
        "later": frozenset({"1 hour"}),
        "no": frozenset({"no", "not"}),
    },
    rep_units=frozenset({"reps", "x"}),
    second_units=frozenset({"s", "sec", '"'}),
    minute_units=frozenset({"min", "m", "'"}),
    each_side=frozenset({"each", "each side", "/side", "leg", "per leg"}),
    left=frozenset({"left", "l", "left side"}),
    right=frozenset({"right", "r", "right side"}),
    joining=frozenset({"but", "and"}),
)
REPS, HOLD = Mode.REPS, Mode.HOLD


def meaning(text: str) -> Typed | None:
    return understand(text, WORDS)


def amount_of(text: str) -> tuple[int | None, Mode | None] | None:
    typed = meaning(text)
    return (typed.amount, typed.unit) if typed else None


@pytest.mark.parametrize(
    "text", ["done", "DONE", " Done!! ", "done.", "did  it", "did, it", "did\nit", "Done\u2026", "done,"]
)
def test_a_word_is_understood_however_it_is_typed(text: str) -> None:
    assert meaning(text) == Typed(Intent.DONE)


@pytest.mark.parametrize("text", ["", "!", "dunno", "done maybe", "skip 3", "easy 3", "well 12", "done done", "no2"])
def test_what_is_not_in_the_vocabulary_is_not_understood(text: str) -> None:
    assert meaning(text) is None


def test_words_with_digits_are_words_first() -> None:
    assert meaning("5+") == Typed(Intent.EASY)
    assert meaning("1 hour") == Typed(Intent.LATER)


@pytest.mark.parametrize("text", ["done 12", "done: 12", "done - 12", "done12", "Done, 12!", "did it 12"])
def test_a_word_may_bring_an_amount(text: str) -> None:
    typed = meaning(text)
    assert typed
    assert (typed.intent, typed.amount, typed.unit, typed.bare) == (Intent.DONE, 12, None, False)


def test_a_number_alone_is_done_with_that_many() -> None:
    assert meaning("12") == Typed(Intent.DONE, 12, bare=True)


@pytest.mark.parametrize("text", ["hurts 4", "ouch 4/10", "hurts: 4 / 10", "Hurts 4!"])
def test_pain_may_bring_its_number(text: str) -> None:
    assert meaning(text) == Typed(Intent.HURTS, 4)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 reps", (12, REPS)),
        ("12x", (12, REPS)),
        ("45s", (45, HOLD)),
        ("45 sec", (45, HOLD)),
        ('45"', (45, HOLD)),
        ("2 min", (120, HOLD)),
        ("1 min 30", (90, HOLD)),
        ("1m30s", (90, HOLD)),
        ("1'30\"", (90, HOLD)),
        ("1:30", (90, HOLD)),
        ("0:45", (45, HOLD)),
        ("10:59", (659, HOLD)),
        ("1234", (1234, None)),
        ("12 each", (12, None)),
        ("12 reps each side", (12, REPS)),
        ("12/side", (12, None)),
        ("12 per leg", (12, None)),
        ("done 30s each side", (30, HOLD)),
    ],
)
def test_an_amount_has_a_unit_or_none(text: str, found: tuple[int, Mode | None]) -> None:
    assert amount_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "12 kg",
        "12 10",
        "12 reps 10",
        "45s 10",
        "1 min 30 reps",
        "12345",
        "1:60",
        "1:5",
        "123:00",
        "12 -",
        "-5",
        "done -3",
        "done 4/10",
    ],
)
def test_an_amount_that_cannot_be_read_is_not_guessed(text: str) -> None:
    assert meaning(text) is None


@pytest.mark.parametrize(
    ("amount", "asked", "found"),
    [
        (1, REPS, (1,)),
        (0, REPS, ()),
        (MOST_REPS, REPS, (200,)),
        (MOST_REPS + 1, REPS, ()),
        (0, HOLD, ()),
        (MOST_SECONDS, HOLD, (1800,)),
        (MOST_SECONDS + 1, HOLD, ()),
    ],
)
def test_an_implausible_amount_is_not_taken(amount: int, asked: Mode, found: tuple[int, ...]) -> None:
    assert Typed(Intent.DONE, amount).amounts_in(asked) == found


def test_an_amount_counts_only_in_the_unit_that_was_asked() -> None:
    assert Typed(Intent.DONE, 30, HOLD).amounts_in(HOLD) == (30,)
    assert Typed(Intent.DONE, 30, HOLD).amounts_in(REPS) == ()
    assert Typed(Intent.DONE, 30, REPS).amounts_in(HOLD) == ()
    assert Typed(Intent.DONE).amounts_in(REPS) == ()


def test_sets_without_a_word_are_bare() -> None:
    assert [typed.bare for text in ("12/10/8", "done 12/10/8") if (typed := meaning(text))] == [True, False]


@pytest.mark.parametrize("text", ["12/10/8", "done 12/10/8", "12 / 10 / 8"])
def test_amounts_with_strokes_between_are_sets(text: str) -> None:
    typed = meaning(text)
    assert typed
    assert typed.intent is Intent.DONE
    assert typed.amounts_in(REPS) == (12, 10, 8)
    assert Typed(Intent.DONE, 12, more=(0,)).amounts_in(REPS) == ()


@pytest.mark.parametrize(
    ("text", "pair", "unit"),
    [
        ("L12 R10", Pair(12, 10), None),
        ("l12 r10", Pair(12, 10), None),
        ("l12r10", Pair(12, 10), None),
        ("R10 L12", Pair(12, 10), None),
        ("left 12 right 10", Pair(12, 10), None),
        ("Left: 12, right: 10!", Pair(12, 10), None),
        ("left side 12 and right side 10", Pair(12, 10), None),
        ("L12/R10", Pair(12, 10), None),
        ("done L12 R10", Pair(12, 10), None),
        ("did it: l 12, r 10", Pair(12, 10), None),
        ("12 left, 10 right", Pair(12, 10), None),
        ("done 12 right and 10 left", Pair(10, 12), None),
        ("12l/10r", Pair(12, 10), None),
        ("L12 R12", Pair(12, 12), None),
        ("L 30s R 25s", Pair(30, 25), HOLD),
        ("l 1:00 r 45", Pair(60, 45), HOLD),
        ("left 12 reps right 10", Pair(12, 10), REPS),
    ],
)
def test_sides_told_apart_are_one_set(text: str, pair: Pair, unit: Mode | None) -> None:
    assert meaning(text) == Typed(Intent.DONE, pair.lesser, unit, pair=pair)


@pytest.mark.parametrize(
    ("text", "amount", "bare"),
    [("L12", 12, True), ("right 4", 4, True), ("12 left", 12, True), ("done L12", 12, False), ("done 9 r", 9, False)],
)
def test_one_side_alone_is_known_as_such(text: str, amount: int, bare: bool) -> None:
    assert meaning(text) == Typed(Intent.DONE, amount, bare=bare, one_sided=True)


@pytest.mark.parametrize("text", ["L12 L10", "12 left 10 left", "L12 R11 L10"])
def test_a_side_told_twice_leaves_the_pair_open(text: str) -> None:
    assert meaning(text) == Typed(Intent.DONE, 10, one_sided=True)


@pytest.mark.parametrize(
    "text",
    [
        "left",
        "L R",
        "left right 12",
        "L12 R",
        "L-12 R10",
        "-12 left 10 right",
        "L 30s R 10 reps",
        "L12 kg R10",
        "hurts left 4",
        "my left knee 4",
        "skip L12 R10",
        "lower 12",
    ],
)
def test_sides_that_cannot_be_read_are_not_guessed(text: str) -> None:
    assert meaning(text) is None


def test_a_pair_counts_where_both_sides_are_plausible_in_the_asked_unit() -> None:
    def found(left: int, right: int, unit: Mode | None = None) -> tuple[Amount, ...]:
        return Typed(Intent.DONE, min(left, right), unit, pair=Pair(left, right)).amounts_in(REPS)

    assert found(1, MOST_REPS) == (Pair(1, MOST_REPS),)
    assert found(0, 10) == found(10, 0) == found(MOST_REPS + 1, 10) == found(12, 10, HOLD) == ()
    assert Typed(Intent.DONE, 12, one_sided=True).amounts_in(REPS) == ()


def test_so_much_of_ten_is_a_pain_and_never_a_set() -> None:
    assert meaning("4/10") == Typed(Intent.HURTS, 4, bare=True)
    assert meaning("hurts 4 / 10") == Typed(Intent.HURTS, 4)


@pytest.mark.parametrize(
    ("text", "pain"),
    [
        ("hurts my knee 5", 5),
        ("my knee hurts, 10", 10),
        ("hurts my knee", None),
        ("hurts 11", None),
        ("hurts 2 or 3", None),
        ("no hurts 5", None),
        ("5 more", None),
    ],
)
def test_the_one_number_in_a_message_about_pain_is_the_pain(text: str, pain: int | None) -> None:
    assert pain_mentioned(text, WORDS) == pain


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("18:30 please", time(18, 30)),
        ("around 8pm", time(20)),
        ("at 6.45 in the morning", time(6, 45)),
        ("it is 7 am", time(7)),
        ("half past 6", None),
        ("at 7", None),
        ("18:30 or 19:30", None),
        ("in 10 minutes at 6:30 sharp, 2", None),
        ("25:10 please", None),
    ],
)
def test_a_time_inside_a_sentence_counts_when_it_is_clear(text: str, at: time | None) -> None:
    assert time_of_day(text) == at


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("1", (1, 13)),
        (" 5 ", (5, 17)),
        ("11", (11, 23)),
        ("12", None),
        ("0", None),
        ("07", None),
        ("5pm", None),
        ("5:00", None),
    ],
)
def test_a_lone_number_is_a_morning_or_an_evening(text: str, halves: tuple[int, int] | None) -> None:
    assert either_half(text) == (halves and (time(halves[0]), time(halves[1])))


@given(st.text(max_size=20))
def test_no_text_is_too_strange_to_read(text: str) -> None:
    typed = meaning(text)
    assert typed is None or isinstance(typed.intent, Intent)
    time_of_day(text)


@given(st.sampled_from(["done", "hurts"]), st.integers(0, 9999))
def test_any_number_after_a_word_is_that_number(word: str, number: int) -> None:
    typed = meaning(f"{word} {number}")
    assert typed
    assert (typed.intent, typed.amount) == (Intent(word), number)


def test_a_longer_message_mentions_what_it_holds_a_word_of() -> None:
    assert mentions("my knee HURTS a bit", Intent.HURTS, WORDS)
    assert mentions("ouch!", Intent.HURTS, WORDS)
    assert mentions("knee:hurts4", Intent.HURTS, WORDS)
    assert not mentions("my knee is fine", Intent.HURTS, WORDS)
    assert not mentions("it hurtsed", Intent.HURTS, WORDS)
    assert not mentions("my knee hurts", Intent.SKIP, WORDS)


def test_what_a_no_stands_before_is_not_mentioned() -> None:
    assert not mentions("no ouch", Intent.HURTS, WORDS)
    assert mentions("no, it hurts", Intent.HURTS, WORDS)
    assert mentions("not sure, no ouch, but hurts", Intent.HURTS, WORDS)
    assert mentions("hurts, no", Intent.HURTS, WORDS)


# The time of day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("18:30", time(18, 30)),
        ("7.15", time(7, 15)),
        ("07 15", time(7, 15)),
        ("715", time(7, 15)),
        ("1830", time(18, 30)),
        ("1830h", time(18, 30)),
        ("7h30", time(7, 30)),
        ("7", time(7)),
        (" 7 o'clock ", time(7)),
        ("19 Uhr", time(19)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_from_a_24_hour_clock(text: str, at: time) -> None:
    assert time_of_day(text) == at


@pytest.mark.parametrize(
    ("text", "hour"),
    [("12am", 0), ("1am", 1), ("11 AM", 11), ("12pm", 12), ("1 p.m.", 13), ("7pm", 19), ("11pm", 23), ("7 a.m.", 7)],
)
def test_a_time_is_read_from_a_12_hour_clock(text: str, hour: int) -> None:
    assert time_of_day(text) == time(hour)
    assert time_of_day("7:05 pm") == time(19, 5)


@pytest.mark.parametrize(
    "text", ["", "soon", "24:00", "24", "7:60", "7:5", "0am", "0pm", "13am", "13pm", "7pm30", "123456"]
)
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    assert time_of_day(text) is None


def test_a_sentence_with_more_numbers_than_a_time_has_names_no_time() -> None:
    assert time_of_day("better at 18:30 please") == time(18, 30)
    assert time_of_day("better at 18:30 on day 7") is None


@given(st.times())
def test_every_minute_of_the_day_is_read(at: time) -> None:
    wanted = time(at.hour, at.minute)
    assert time_of_day(f"{at:%H:%M}") == wanted
    assert time_of_day(f"{at:%I:%M%p}") == wanted
