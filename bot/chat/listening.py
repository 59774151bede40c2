"""Filters: what a typed message means, in the athlete's language."""

import re

from babel.dates import get_day_names
from telegram import Message
from telegram.ext import filters

from bot.chat.handling import current
from bot.domain.red_flags import RedFlag
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


LONGEST_CLAUSE = 5

TEXT = filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE
"""Typed words that are no command."""


def typed_in(text: str) -> Typed | None:
    """Understand a text in the words of the athlete's language; a leading slash is no matter."""
    return understand(text.removeprefix("/"), current().words.vocabulary)


def red_flag_in(text: str) -> RedFlag | None:
    """Find a red flag in a text."""
    return current().words.red_flags.found_in(text)


def first_clause_in(text: str) -> Typed | None:
    """Understand what a longer message starts with: `done 12 but my chest hurts` is a set, and something else."""
    words = text.removeprefix("/").split()
    found = [typed_in(" ".join(words[:count])) for count in range(1, min(len(words), LONGEST_CLAUSE) + 1)]
    return next((typed for typed in reversed(found) if typed), None)


def weekdays_typed(text: str) -> frozenset[int]:
    """Find weekdays by their names, or the first two letters or more of them, in the athlete's language or English."""
    names = {name.casefold(): day for day, name in get_day_names("wide", locale="en").items()}
    names |= {name.casefold(): day for day, name in get_day_names("wide", locale=current().words.language).items()}
    typed = re.findall(r"[^\W\d_]{2,}", text.casefold())
    return frozenset(day for word in typed for name, day in names.items() if name.startswith(word))
