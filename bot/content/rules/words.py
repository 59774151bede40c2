"""Every language has words for exactly what the exercises hold, and a label for every key that is shown."""

from collections.abc import Iterator
from typing import Any

from bot.content.document import EACH, Document, Names
from bot.content.faults import Fault
from bot.content.files import LanguageFiles, PackFiles
from bot.content.rules.ids import twice
from bot.domain.exercise import Equipment


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the words of every language."""
    for language in pack.languages.values():
        for id, file in language.exercises.items():
            yield from _covers(pack, id, file)
        yield from _labels(pack, language)
        yield from _vocabulary(language)


def _covers(pack: PackFiles, id: str, words: Document[Any]) -> Iterator[Fault]:
    """Compare one exercise's words with the exercise."""
    exercise = pack.exercises.get(id)
    if exercise is None:
        yield words.fault((), f"there is no exercises/{id}.yaml to which these words belong")
    elif exercise.readable and words.readable:
        rungs, swaps = exercise.texts("ladder", EACH, "id"), exercise.texts("swaps", EACH, "id")
        yield from _same(words, exercise, "variations", "variation", {id for _, id in (*rungs, *swaps)})
        yield from _same(words, exercise, "claims", "claim", {id for _, id in exercise.texts("claims", EACH, "id")})
        yield from _same(words, exercise, "areas", "area", {id for _, id in exercise.texts("areas", EACH)})
        yield from _same(words, exercise, "notes", "note", {id for _, id in exercise.texts("limits", EACH, "note")})


def _same(words: Document[Any], exercise: Document[Any], key: str, kind: str, wanted: set[str]) -> Iterator[Fault]:
    given = {name for _, name in words.keys(key)}
    for name in sorted(wanted - given):
        yield words.fault((key,), f"the {kind} {name} of {exercise.name} has no words here")
    for place, name in words.keys(key):
        yield from words.unknown(place, kind, name, Names(exercise.name, frozenset(wanted)))


def _labels(pack: PackFiles, language: LanguageFiles) -> Iterator[Fault]:
    """Find keys without a label, at the line that uses the key."""
    labels = language.labels
    for file in pack.exercises.values():
        for place, muscle in file.texts("muscles", EACH, EACH):
            yield from file.unknown(place, "muscle", muscle, labels.names("muscles"))
    for place, area in pack.limits.texts("areas", EACH):
        yield from pack.limits.unknown(place, "area", area, labels.names("areas"))
    for place, limit in (*pack.limits.keys("general"), *pack.limits.texts("exercise", EACH)):
        yield from pack.limits.unknown(place, "limit", limit, labels.names("limits"))
    for place, topic in pack.readiness.texts("topics", EACH, "id"):
        yield from pack.readiness.unknown(place, "topic", topic, labels.names("topics"))
    for thing in Equipment:
        if labels.names("equipment").lack(thing):
            yield labels.fault(("equipment",), f"the equipment {thing} has no label")


def _vocabulary(language: LanguageFiles) -> Iterator[Fault]:
    """Find words with two meanings, and words that no typed message can equal after it was made plain."""
    file = language.vocabulary
    yield from twice(file, EACH, EACH)
    for place, word in file.texts(EACH, EACH):
        if word != word.casefold() or set(word) & set(",."):
            yield file.fault(place, f"write {word} in small letters, without commas and full stops")
