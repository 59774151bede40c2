"""Which texts people get to read, and what a reminder may leave open."""

from collections.abc import Iterator
from string import Formatter
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault
from bot.content.files import LanguageFiles, PackFiles
from bot.content.lines import Place

_NOT_SHOWN = frozenset({"id", "topic", "refs", "reviewed_by", "allow"})


def texts_for_people(language: LanguageFiles, file: Document[Any]) -> Iterator[tuple[Place, str]]:
    """Give the texts of a file that an athlete may read; what athletes type is not among them."""
    if file is language.red_flags:
        yield from file.texts("texts", EACH)
    elif file is not language.vocabulary and file is not language.blocked_words:
        yield from file.all_texts(without=_NOT_SHOWN)


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check that reminders leave open only what the coach fills in."""
    for language in pack.languages.values():
        for kind in ("workout", "mobility", "snooze"):
            for place, text in language.reminders.texts(kind, EACH):
                yield from (language.reminders.fault(place, sentence) for sentence in _placeholders(text))


def _placeholders(text: str) -> Iterator[str]:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        yield "a { or } stands alone; the only placeholder is {minutes}"
        return
    for _, name, form, conversion in parts:
        if name is not None and (name, form or "", conversion) != ("minutes", "", None):
            yield f"{{{name}}} is not known in a reminder; the only placeholder is {{minutes}}"
