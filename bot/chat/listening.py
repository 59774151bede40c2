"""Filters: what a typed message means, in the athlete's language."""

import re
from collections.abc import Callable

from babel import Locale
from babel.dates import get_day_names
from telegram import Message
from telegram.ext import filters

from bot.chat.handling import current
from bot.domain.body import ELSEWHERE, area_named
from bot.domain.red_flags import RedFlag
from bot.domain.routine import Version
from bot.domain.typed import Intent, Typed, understand


class Means(filters.MessageFilter):
    """Lets a text through that means one of some intents, in the words of the athlete's language."""

    def __init__(self, *intents: Intent) -> None:
        super().__init__(name=f"Means({', '.join(intents)})")
        self._intents = intents

    def filter(self, message: Message) -> bool:
        """Tell whether the text means one of them."""
        typed = typed_in(message.text or "")
        return typed is not None and typed.intent in self._intents


class TellsOfRedFlag(filters.MessageFilter):
    """Lets a text or caption through that tells of a red flag."""

    def filter(self, message: Message) -> bool:
        """Tell whether it does."""
        return red_flag_in(message.text or message.caption or "") is not None


class Finds(filters.MessageFilter):
    """Lets a text through in which a reader finds something."""

    def __init__(self, reader: Callable[[str], object]) -> None:
        super().__init__(name=f"Finds({reader.__name__})")
        self._reader = reader

    def filter(self, message: Message) -> bool:
        """Tell whether it does."""
        return self._reader(message.text or "") is not None


LONGEST_CLAUSE = 5
SHORTEST_NAME = 4
SHORTER = {"4": Version.MINIMUM, "5": Version.MINIMUM, "10": Version.SHORT}
SHORTEST_DAY = 2

TEXT = filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE
"""Typed words that are no command."""


def typed_in(text: str) -> Typed | None:
    """Understand a text in the words of the athlete's language; a leading slash is no matter."""
    return understand(text.removeprefix("/"), current().words.vocabulary)


def exercise_in(text: str) -> str | None:
    """Find the one exercise whose name, in the athlete's language, is the text or holds it."""
    told = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    names = {id: words.name.casefold() for id, words in current().words.exercises.items()}
    found = [id for id, name in names.items() if name == told] or [id for id, name in names.items() if told in name]
    return found[0] if len(found) == 1 and len(told) >= SHORTEST_NAME else None


def red_flag_in(text: str) -> RedFlag | None:
    """Find a red flag in a text."""
    return current().words.red_flags.found_in(text)


def area_in(text: str) -> str | None:
    """Find where it hurts in a short text, by the words of the labels."""
    words = current().words
    return area_named(text, {**words.areas, ELSEWHERE: words.say("workout-elsewhere")})


def first_clause_in(text: str) -> Typed | None:
    """Understand what a longer message starts with: `done 12 but my chest hurts` is a set, and something else.

    A number without a word is only a set where the sentence ends or goes on with a "but": `2 hours ago` is none.
    """
    words = text.removeprefix("/").split()
    joining = current().words.vocabulary.joining
    for count in range(min(len(words), LONGEST_CLAUSE), 0, -1):
        typed = typed_in(" ".join(words[:count]))
        ends = words[count - 1][-1] in ".,;:!" or count == len(words) or words[count].casefold() in joining
        if typed and (ends or not typed.bare):
            return typed
    return None


def version_typed(text: str) -> Version | None:
    """Return the shorter version that a text asks for: `10 minutes`, `the 4-minute version`."""
    vocabulary = current().words.vocabulary
    numbers, beside = re.findall(r"\d+", text), re.sub(r"[-\s.!]*\d+[-\s.!]*", " ", text.casefold()).strip(" .!")
    known = vocabulary.minute_units | vocabulary.intents[Intent.SHORT]
    return SHORTER.get(numbers[0]) if len(numbers) == 1 and beside in known else None


def weekday_typed(text: str) -> int | None:
    """Return the weekday to which a text asks to move: `move to friday`, `friday instead`; 0 is Monday."""
    names = _weekday_names()
    words = [(word, {day for name, day in names.items() if _names(word, name)}) for word in _words(text)]
    days = {day for _, found in words for day in found}
    beside = " ".join(word for word, found in words if not found)
    asked = beside in current().words.vocabulary.intents[Intent.ANOTHER_DAY]
    return days.pop() if len(days) == 1 and asked else None


def weekdays_typed(text: str) -> tuple[frozenset[int], bool]:
    """Find weekdays by their names, or the first two letters or more of them, in the athlete's language or English.

    Also tell whether nothing else was said: `mon to fri` names two days and may mean five.
    """
    names, ands = _weekday_names(), set[str]()
    for language in ("en", current().words.language):
        ands |= set(re.findall(r"[^\W\d_]+", Locale.parse(language, sep="-").list_patterns["standard"]["2"]))
    words = [word for word in re.findall(r"[^\W_]+", text.casefold()) if word not in ands]
    found = [{day for name, day in names.items() if _names(word, name)} for word in words]
    return frozenset[int]().union(*found), all(found)


def _weekday_names() -> dict[str, int]:
    """Return the weekdays by their names, in the athlete's language and English; 0 is Monday."""
    names = dict[str, int]()
    for language in ("en", current().words.language):
        names |= {name.casefold(): day for day, name in get_day_names("wide", locale=language).items()}
    return names


def _words(text: str) -> list[str]:
    """Split into words as a person sees them; an apostrophe is part of one."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.casefold())


def _names(word: str, name: str) -> bool:
    return len(word) >= SHORTEST_DAY and (name.startswith(word) or word.startswith(name))
