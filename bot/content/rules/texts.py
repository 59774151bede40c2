"""Texts for people are whole, and none stands twice; a reminder leaves open only what the coach fills in."""

from collections.abc import Iterator
from string import Formatter
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault
from bot.content.files import LanguageFiles, PackFiles
from bot.content.lines import Place
from bot.content.syntax import COMMENT

_NOT_SHOWN = frozenset({"id", "topic", "refs", "picture", "reviewed_by", "allow"})


def texts_for_people(language: LanguageFiles, file: Document[Any]) -> Iterator[tuple[Place, str]]:
    """Give the texts of a file that an athlete may read; what athletes type is not among them."""
    if file is language.red_flags:
        yield from file.texts("texts", EACH)
    elif file is not language.vocabulary and file is not language.blocked_words:
        yield from file.all_texts(without=_NOT_SHOWN)


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the texts of every language."""
    for language in pack.languages.values():
        for file in language.documents:
            for place, _ in texts_for_people(language, file):
                if place in file.lines.cut:
                    yield file.fault(place, COMMENT)
        yield from _again(language.rest_days, "messages", EACH, "text")
        yield from _again(language.reminders, EACH, EACH)
        for kind in ("workout", "mobility", "snooze"):
            yield from _reminders(language.reminders, kind)


def _again(file: Document[Any], *pattern: str) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for place, text in file.texts(*pattern):
        before = first.setdefault(" ".join(text.casefold().split()), place)
        if before != place:
            line = file.lines.first(before)
            yield file.fault(place, f"this text stands here a second time; the first is on line {line}")


def _reminders(file: Document[Any], kind: str) -> Iterator[Fault]:
    texts = list(file.texts(kind, EACH))
    timed = any("{minutes}" in text for _, text in texts)
    for place, text in texts:
        yield from (file.fault(place, sentence) for sentence in _placeholders(text))
        if timed and "{" not in text:
            yield file.fault(place, "{minutes} is missing here, which the other reminders of this kind have")


def _placeholders(text: str) -> Iterator[str]:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        yield "a { or } stands alone; the only placeholder is {minutes}"
        return
    for _, name, form, conversion in parts:
        if name is not None and (name, form or "", conversion) != ("minutes", "", None):
            yield f"{{{name}}} is not known in a reminder; the only placeholder is {{minutes}}"
