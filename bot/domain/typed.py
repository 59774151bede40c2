"""What a typed message means: done, an amount, skip, hurts 4, and so on."""

import re
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.domain.exercise import Mode
from bot.domain.progression import WORST_PAIN
from bot.domain.sides import Amount, Pair, Side
from bot.domain.words import Vocabulary

MOST_REPS = 200
MOST_NUMBERS_IN_A_TIME = 2
MOST_SECONDS = 1800


class Intent(StrEnum):
    """The words that steer a workout or a reminder; the vocabulary lists how people write them."""

    DONE = "done"
    SKIP = "skip"
    UNDO = "undo"
    STOP = "stop"
    HURTS = "hurts"
    SHARP = "sharp"
    MORE = "more"
    EASIER = "easier"
    HARDER = "harder"
    SWAP = "swap"
    KEEP = "keep"
    START = "start"
    LATER = "later"
    TOMORROW = "tomorrow"
    ANOTHER_DAY = "another_day"
    BACK_TO_TODAY = "back_to_today"
    SHORT = "short"
    RESUME = "resume"
    HELLO = "hello"
    ILL = "ill"
    PICTURES = "pictures"
    WORDS_ONLY = "words_only"
    YES = "yes"
    NO = "no"
    EASY = "easy"
    OK = "ok"
    HARD = "hard"
    MAX = "max"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Typed:
    """A message understood: an intent, and an amount (None for as planned) in a unit (None: in the asked one).

    `bare` is a number without a word: done with that many, or the answer where a number was asked for. `more` are
    the amounts of further sets, as in `12/10/8`. `pair` are both sides of one set, as in `L12 R10`, with the lesser as
    the amount; a `one_sided` message leaves one out, or tells one twice.
    """

    intent: Intent
    amount: int | None = None
    unit: Mode | None = None
    bare: bool = False
    more: tuple[int, ...] = ()
    pair: Pair | None = None
    one_sided: bool = False

    def amounts_in(self, asked: Mode) -> tuple[Amount, ...]:
        """Return the amounts of all sets when they are in the asked unit and plausible; none when they cannot be."""
        if self.amount is None or self.one_sided or (self.unit is not None and self.unit is not asked):
            return ()
        most = MOST_REPS if asked is Mode.REPS else MOST_SECONDS
        told = self.pair.both if self.pair else (self.amount, *self.more)
        if not all(1 <= amount <= most for amount in told):
            return ()
        return (self.pair,) if self.pair else told


def understand(text: str, vocabulary: Vocabulary) -> Typed | None:
    """Read a short message; None when it is not one of the words or amounts a coach waits for."""
    plain = _plain(text)
    if (intent := _intent(plain, vocabulary)) is not None:
        return Typed(intent)
    for words, rest in _splits(plain):
        intent = _intent(words, vocabulary) if words else Intent.DONE
        if pain := re.fullmatch(r"(\d{1,2})\s*/\s*10", rest):
            return Typed(Intent.HURTS, int(pain[1]), bare=not words) if not words or intent is Intent.HURTS else None
        if intent is Intent.DONE and (sets := re.fullmatch(r"\d{1,4}(?:\s*/\s*\d{1,4})+", rest)):
            first, *more = map(int, re.findall(r"\d+", sets[0]))
            return Typed(intent, first, bare=not words, more=tuple(more))
        if intent in (Intent.DONE, Intent.HURTS) and (found := _amount(rest, vocabulary)):
            amount, unit = found
            return Typed(intent, amount, unit, bare=not words)
    return _sides(plain, vocabulary)


def mentions(text: str, intent: Intent, vocabulary: Vocabulary) -> bool:
    """Tell whether a longer message holds a word of an intent that no "no" stands before."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    forms, denials = vocabulary.intents[intent], vocabulary.intents[Intent.NO]
    return any(word in forms and (at == 0 or words[at - 1] not in denials) for at, word in enumerate(words))


def pain_mentioned(text: str, vocabulary: Vocabulary) -> int | None:
    """Return the one number from 0 to 10 in a longer message that tells of pain; None when it is not that clear."""
    numbers = re.findall(r"\d+", text)
    clear = len(numbers) == 1 and int(numbers[0]) <= WORST_PAIN
    return int(numbers[0]) if clear and mentions(text, Intent.HURTS, vocabulary) else None


def _plain(text: str) -> str:
    """Small letters, single spaces, no end punctuation: `Done!! 12` and `done 12` are the same."""
    return re.sub(r"[\s,;!.?\u2026]+(?=\s|$)\s*|\s+", " ", text.casefold()).strip()


def _intent(words: str, vocabulary: Vocabulary) -> Intent | None:
    return next((Intent(name) for name, forms in vocabulary.intents.items() if words in forms), None)


def _splits(plain: str) -> list[tuple[str, str]]:
    """Cut before the first digit: words before, amount after."""
    digit = re.search(r"\d", plain)
    if not digit or re.search(r"(^|\s)-$", plain[: digit.start()]):  # less than nothing is no amount
        return []
    words, rest = plain[: digit.start()].strip(" :-"), plain[digit.start() :]
    return [(words, rest)]


def _amount(text: str, vocabulary: Vocabulary) -> tuple[int, Mode | None] | None:
    for form in sorted(vocabulary.each_side, key=len, reverse=True):
        text = re.sub(rf"\s*{re.escape(form)}$", "", text)
    if clock := re.fullmatch(r"(\d{1,2}):([0-5]\d)", text):
        return int(clock[1]) * 60 + int(clock[2]), Mode.HOLD
    if not (found := re.fullmatch(r"(\d{1,4})\s*([^\d\s]*)(?:\s*(\d{1,2})\s*([^\d\s]*))?", text)):
        return None
    number, unit, more, more_unit = int(found[1]), found[2], found[3], found[4]
    if more is not None:
        both = unit in vocabulary.minute_units and (not more_unit or more_unit in vocabulary.second_units)
        return (number * 60 + int(more), Mode.HOLD) if both else None
    if not unit:
        return number, None
    if unit in vocabulary.rep_units:
        return number, Mode.REPS
    if unit in vocabulary.second_units:
        return number, Mode.HOLD
    return (number * 60, Mode.HOLD) if unit in vocabulary.minute_units else None


def _sides(plain: str, vocabulary: Vocabulary) -> Typed | None:
    """Read a set whose sides are told apart; None where that is no amount, or the sides' units differ."""
    words, told = _cut_at_sides(plain, vocabulary)
    intent = _intent(words, vocabulary) if words else Intent.DONE
    found = [(side, *amount) for side, text in told if (amount := _amount(text, vocabulary))]
    units = {unit for _, _, unit in found if unit}
    if intent is not Intent.DONE or not found or len(found) < len(told) or len(units) > 1:
        return None
    unit, sides = next(iter(units), None), {side: amount for side, amount, _ in found}
    lesser, once = min(sides.values()), len(sides) == len(found)
    if once and len(sides) == len(Side):
        return Typed(intent, lesser, unit, pair=Pair(sides[Side.LEFT], sides[Side.RIGHT]))
    return Typed(intent, lesser, unit, bare=once and not words, one_sided=True)


def _cut_at_sides(plain: str, vocabulary: Vocabulary) -> tuple[str, list[tuple[Side, str]]]:
    """Return the words before, and what is said of each side, after its name or before: `l12 r10`, `12 left 10 right`."""
    names = sorted(vocabulary.left | vocabulary.right, key=len, reverse=True)
    words, *parts = re.split(rf"(?<![^\W\d_])({'|'.join(map(re.escape, names))})(?![^\W\d_])", plain)
    texts = parts[1::2]
    if texts and not texts[-1]:
        first_digit = len(re.split(r"\d", words)[0])
        words, texts = words[:first_digit], [words[first_digit:], *texts[:-1]]
    between = rf"(?:[\s:=,/&+]|\b(?:{'|'.join(map(re.escape, vocabulary.joining))})\b)+"
    sides = [Side.LEFT if name in vocabulary.left else Side.RIGHT for name in parts[::2]]
    return words.strip(" :"), [
        (side, re.sub(rf"^{between}|{between}$", "", text)) for side, text in zip(sides, texts, strict=True)
    ]


def time_of_day(text: str) -> time | None:
    """Read `18:30`, `7.15`, `7pm`, `7:05 am`, `1830h`, also inside a sentence if it is clear; else None."""
    plain = text.casefold().strip()
    found = re.fullmatch(_TIME, plain) or _clear_time(plain)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def either_half(text: str) -> tuple[time, time] | None:
    """Return the morning and the evening that a lone number from 1 to 11 may mean; None for all else."""
    found = re.fullmatch("[1-9]|1[01]", text.strip())
    return (time(int(found[0])), time(int(found[0]) + 12)) if found else None


_TIME = r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|o'clock|uhr)?"
_CLEAR = r"(?<![\d:.])(?:(\d{1,2})[:.](\d{2})\s*(am|pm)?|(\d{1,2})\s*(am|pm))(?![\w:.])"


def _clear_time(plain: str) -> re.Match[str] | None:
    """Find the one time in a sentence that has minutes, or says which half of the day."""
    found = [re.fullmatch(_TIME, match[0]) for match in re.finditer(_CLEAR, plain)]
    return found[0] if len(found) == 1 and len(re.findall(r"\d+", plain)) <= MOST_NUMBERS_IN_A_TIME else None
