"""What the evidence requires is there, in every language, and a language holds what the first one holds."""

from collections.abc import Iterator
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault, did_you_mean
from bot.content.files import FIRST_LANGUAGE, LanguageFiles, PackFiles


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the readiness topics, and the conditions, lessons and rest-day messages of every language."""
    first = pack.languages.get(FIRST_LANGUAGE)
    yield from _lacks(pack.readiness, "topics", "topic", _ids(pack.required, "topics", EACH), pack.required.name)
    for language in pack.languages.values():
        conditions = _ids(pack.required, "conditions", EACH)
        yield from _lacks(language.red_flags, "conditions", "condition", conditions, pack.required.name)
        if first and language is not first:
            yield from _same(language.red_flags, first.red_flags, "conditions", "condition")
            yield from _same(language.rest_days, first.rest_days, "messages", "rest-day message")
            yield from _lessons(language, first)


def _ids(file: Document[Any], *pattern: str) -> list[str]:
    return [id for _, id in file.texts(*pattern)]


def _lacks(file: Document[Any], key: str, kind: str, wanted: list[str], source: str) -> Iterator[Fault]:
    given = _ids(file, key, EACH, "id")
    for id in wanted if file.readable else ():
        if id not in given:
            yield file.fault((key,), f"the {kind} {id} is missing, which {source} has")


def _same(file: Document[Any], first: Document[Any], key: str, kind: str) -> Iterator[Fault]:
    """Find ids that only one of two languages has; what every language must have is told by another rule."""
    wanted = _ids(first, key, EACH, "id")
    if file.readable and first.readable:
        yield from _lacks(file, key, kind, wanted, first.name)
        for place, id in file.texts(key, EACH, "id"):
            if id not in wanted:
                yield file.fault(place, f"the {kind} {id} is not in {first.name}{did_you_mean(id, wanted)}")


def _lessons(language: LanguageFiles, first: LanguageFiles) -> Iterator[Fault]:
    for id in (id for id in language.lessons if id not in first.lessons):
        hint = did_you_mean(id, first.lessons)
        yield language.lessons[id].fault((), f"there is no lesson {id} in {first.folder}/lessons{hint}")
