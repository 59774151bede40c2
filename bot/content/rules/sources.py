"""Every source that is named exists, and somebody has read it."""

from collections.abc import Iterator
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault
from bot.content.files import PackFiles
from bot.content.lines import Place


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check every place that names a source."""
    references = pack.references.names("references")
    remembered = {place[1] for place, seen in pack.references.texts("references", EACH, "seen") if seen == "memory"}
    for file, place, key in _named(pack):
        yield from file.unknown(place, "reference", key, references)
        if key in remembered:
            yield file.fault(place, f"the reference {key} is only remembered; read it before it carries a claim")


def _named(pack: PackFiles) -> Iterator[tuple[Document[Any], Place, str]]:
    for exercise in pack.exercises.values():
        yield from ((exercise, place, key) for place, key in exercise.texts("claims", EACH, "ref"))
    for language in pack.languages.values():
        for lesson in language.lessons.values():
            yield from ((lesson, place, key) for place, key in lesson.texts("refs", EACH))
        messages = language.rest_days
        yield from ((messages, place, key) for place, key in messages.texts("messages", EACH, "refs", EACH))
