"""Red flags prove themselves: each example triggers its condition, and no counter-example triggers any."""

import re
from collections.abc import Iterator
from typing import Any

from bot.content.document import EACH, Document
from bot.content.faults import Fault
from bot.content.files import PackFiles
from bot.content.lines import Place
from bot.domain.red_flags import RedFlag, RedFlags, Urgency

_PHRASE = re.compile(r"\s*!?[\w*, ]+")


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the red flags of every language."""
    for language in pack.languages.values():
        yield from _phrases(language.red_flags)
        yield from _examples(language.red_flags)


def _phrases(file: Document[Any]) -> Iterator[Fault]:
    """Find phrases that no message can match: messages are compared in small letters, without other signs."""
    for place, group in (*file.texts("conditions", EACH, "patterns", EACH, EACH), *file.texts("negations", EACH)):
        for phrase in group.split("|"):
            if _is_empty(phrase):
                yield file.fault(place, f"a phrase without words stands in `{group}`")
            elif phrase != phrase.casefold() or not _PHRASE.fullmatch(phrase):
                sentence = "in small letters, with no other signs than * and a ! in front: can't is cant"
                yield file.fault(place, f"write `{phrase.strip()}` {sentence}")


def _examples(file: Document[Any]) -> Iterator[Fault]:
    flags = _flags(file)
    everything = RedFlags(tuple(flags.values()), _negations(file))
    for place, flag in flags.items():
        for example, sentence in file.texts(*map(str, place[:1]), EACH, "must_trigger", EACH):
            if example[:2] == place and not _triggers(everything, flag, sentence):
                yield file.fault(example, f"this sentence does not trigger {flag.id}: {_instead(everything, sentence)}")
    for place, sentence in file.texts("conditions", EACH, "must_not", EACH):
        if found := everything.found_in(sentence):
            yield file.fault(place, f"this sentence must trigger nothing but triggers {found.id}")


def _triggers(everything: RedFlags, flag: RedFlag, sentence: str) -> bool:
    found = everything.found_in(sentence)
    if found is flag or (found is not None and _rank(found) < _rank(flag)):
        return True
    return RedFlags((flag,), everything.negations).found_in(sentence) is not None


def _instead(everything: RedFlags, sentence: str) -> str:
    found = everything.found_in(sentence)
    return f"it triggers {found.id}, which is less urgent" if found else "no pattern is found in it"


def _rank(flag: RedFlag) -> int:
    return list(Urgency).index(flag.urgency)


def _negations(file: Document[Any]) -> frozenset[str]:
    return frozenset(phrase for _, phrase in file.texts("negations", EACH) if not _is_empty(phrase))


def _flags(file: Document[Any]) -> dict[Place, RedFlag]:
    """Build every condition whose own shape is right, by its place."""
    known = [urgency.value for urgency in Urgency]
    flags: dict[Place, RedFlag] = {}
    for place, condition in file.values("conditions", EACH):
        if isinstance(condition, dict) and condition.get("urgency") in known and _are_groups(condition.get("patterns")):
            patterns = tuple(map(tuple, condition["patterns"]))
            flags[place] = RedFlag(str(condition.get("id")), Urgency(condition["urgency"]), patterns)
    return flags


def _are_groups(patterns: object) -> bool:
    return isinstance(patterns, list) and all(
        isinstance(groups, list) and groups and all(map(_is_group, groups)) for groups in patterns
    )


def _is_group(group: object) -> bool:
    return isinstance(group, str) and not any(map(_is_empty, group.split("|")))


def _is_empty(phrase: str) -> bool:
    return not any(letter.isalnum() for letter in phrase)
