"""What the evidence requires is there, in every language, and a language holds what the first one holds."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault, did_you_mean
from bot.content.files import FIRST_LANGUAGE, LanguageFiles, PackFiles


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the readiness topics, and the conditions, rest-day messages and lessons of every language."""
    first = pack.languages.get(FIRST_LANGUAGE)
    yield from _missing(pack.readiness, "topics", "topic", _ids(pack.required, "topics", EACH))
    for language in pack.languages.values():
        conditions = _ids(pack.required, "conditions", EACH)
        if first and language is not first:
            conditions |= _ids(first.red_flags, "conditions", EACH, "id")
            messages = _ids(first.rest_days, "messages", EACH, "id")
            yield from _missing(language.rest_days, "messages", "rest-day message", messages)
            yield from _extra(language.rest_days, first.rest_days, "messages", "rest-day message")
            yield from _extra(language.red_flags, first.red_flags, "conditions", "condition")
            yield from _extra_lessons(language, first)
        yield from _missing(language.red_flags, "conditions", "condition", conditions)


def _ids(file: Document[Any], *pattern: str) -> dict[str, str]:
    """Give the ids at one place, each with the file that names it."""
    return {id: file.name for _, id in file.texts(*pattern)}


def _missing(file: Document[Any], key: str, kind: str, wanted: Mapping[str, str]) -> Iterator[Fault]:
    given = _ids(file, key, EACH, "id")
    for id, source in wanted.items():
        if file.readable and id not in given:
            yield file.fault((key,), f"the {kind} {id} is missing, which {source} has")


def _extra(file: Document[Any], first: Document[Any], key: str, kind: str) -> Iterator[Fault]:
    known = _ids(first, key, EACH, "id")
    for place, id in file.texts(key, EACH, "id"):
        if first.readable and id not in known:
            yield file.fault(place, f"the {kind} {id} is not in {first.name}{did_you_mean(id, known)}")


def _extra_lessons(language: LanguageFiles, first: LanguageFiles) -> Iterator[Fault]:
    for id in (id for id in language.lessons if id not in first.lessons):
        hint = did_you_mean(id, first.lessons)
        yield language.lessons[id].fault((), f"there is no lesson {id} in {first.folder}/lessons{hint}")
