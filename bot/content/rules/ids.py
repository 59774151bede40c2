"""Ids are unique, and a file is called by its id; no two lessons claim the same place."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault
from bot.content.files import PackFiles


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check every id of the pack."""
    yield from _named_by_id(pack.exercises)
    yield from _named_by_id(pack.drawings)
    for file in pack.exercises.values():
        yield from twice(file, "claims", EACH, "id")
        yield from _variations_twice(file)
    yield from twice(pack.readiness, "topics", EACH, "id")
    for language in pack.languages.values():
        yield from _named_by_id(language.exercises)
        yield from _named_by_id(language.lessons)
        yield from _same_order(language.lessons)
        yield from twice(language.rest_days, "messages", EACH, "id")
        yield from twice(language.red_flags, "conditions", EACH, "id")


def twice(file: Document[Any], *pattern: str) -> Iterator[Fault]:
    """Find texts that stand a second time where each must be different."""
    first: dict[str, int] = {}
    for place, text in file.texts(*pattern):
        if text in first:
            yield file.fault(place, f"{text} stands here a second time; the first is on line {first[text]}")
        first.setdefault(text, file.lines.first(place))


def _named_by_id(files: Mapping[str, Document[Any]]) -> Iterator[Fault]:
    for stem, file in files.items():
        for place, id in file.texts("id"):
            if id != stem and id in files:
                yield file.fault(place, f"the id {id} is taken by {files[id].name}; this file needs the id {stem}")
            elif id != stem:
                yield file.fault(place, f"the id is {id} but the file is called {stem}.yaml; make them the same")


def _same_order(lessons: Mapping[str, Document[Any]]) -> Iterator[Fault]:
    first: dict[int, str] = {}
    for file in lessons.values():
        for place, order in file.values("order"):
            if isinstance(order, int) and first.setdefault(order, file.name) != file.name:
                yield file.fault(place, f"the order {order} is taken by {first[order]}")


def _variations_twice(file: Document[Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, id in (*file.texts("ladder", EACH, "id"), *file.texts("swaps", EACH, "id")):
        if id in seen:
            yield file.fault(place, f"the variation {id} stands here a second time")
        seen.add(id)
