"""One file of the pack: its raw data to ask across files, and its checked content when its shape is right."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from bot.content.faults import Fault, did_you_mean
from bot.content.lines import Lines, Place, read
from bot.content.schema import File
from bot.content.shape import shape_faults, shaped

EACH = "*"
"""Stands for every key or item at its place in a pattern."""

Content = TypeVar("Content", bound=File)


@dataclass(frozen=True, slots=True)
class Names:
    """Known names and the file they stand in; `complete` is False when nothing of that file could be read."""

    source: str
    known: frozenset[str]
    complete: bool = True

    def lack(self, name: str) -> bool:
        """Tell whether a name is certainly unknown: what cannot be read is not held against others."""
        return self.complete and name not in self.known


@dataclass(frozen=True, slots=True)
class Document(Generic[Content]):
    """A file as it was read. Questions about raw data work even where other parts of the file are wrong."""

    file: Path
    name: str
    data: object
    lines: Lines
    text: str
    faults: tuple[Fault, ...]
    checked: Content | None

    @property
    def content(self) -> Content:
        """Give the checked content; only a pack without faults has it everywhere."""
        if self.checked is None:
            raise ValueError(f"{self.file} has faults")
        return self.checked

    @property
    def readable(self) -> bool:
        """Tell whether the file is there and is YAML."""
        return self.data is not None

    def fault(self, place: Place, sentence: str) -> Fault:
        """Say something about the line of a key or item."""
        return Fault(self.file, self.lines.first(place), sentence)

    def values(self, *pattern: str) -> Iterator[tuple[Place, object]]:
        """Give every value at a place such as ("ladder", EACH, "id"), whatever it is."""
        return _values(self.data, pattern, ())

    def mappings(self, *pattern: str) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Give everything with keys at such a place."""
        return ((place, value) for place, value in self.values(*pattern) if isinstance(value, dict))

    def texts(self, *pattern: str) -> Iterator[tuple[Place, str]]:
        """Give every text at such a place."""
        return ((place, value) for place, value in self.values(*pattern) if isinstance(value, str))

    def keys(self, *pattern: str) -> Iterator[tuple[Place, str]]:
        """Give every key of the mappings at such a place."""
        for place, value in self.values(*pattern):
            yield from (((*place, key), key) for key in (value if isinstance(value, dict) else ()))

    def all_texts(self, without: Collection[str]) -> Iterator[tuple[Place, str]]:
        """Give every text of the file, leaving out what stands under some keys."""
        return _texts(self.data, without, ())

    def names(self, *pattern: str) -> Names:
        """Collect the keys, or the texts of a list, at one place as names that others may use.

        In a file that is no YAML every word may be such a name.
        """
        if not self.readable:
            return Names(self.name, frozenset(re.findall(r"\w+", self.text)), complete=bool(self.text))
        found = [value for _, value in self.values(*pattern)]
        listed = frozenset(name for group in found if isinstance(group, dict | list) for name in map(str, group))
        return Names(self.name, listed, complete=bool(found) and all(isinstance(group, dict | list) for group in found))

    def unknown(self, place: Place, kind: str, name: str, names: Names) -> Iterator[Fault]:
        """Complain about a name that stands here and nowhere else."""
        if names.lack(name):
            hint = did_you_mean(name, names.known)
            yield self.fault(place, f"the {kind} {name} is not in {names.source}{hint}")


def document(folder: Path, name: str, model: type[Content]) -> Document[Content]:
    """Read one file of the pack and check its shape."""
    file = folder / name
    if not file.is_file():
        missing = Fault(file, 1, "this file is missing")
        return Document(file, name, None, Lines(), "", (missing,), None)
    reading = read(file)
    if reading.data is None:
        return Document(file, name, None, reading.lines, reading.text, reading.faults, None)
    wrong = [Fault(file, reading.lines.first(place), text) for place, text in shape_faults(model, reading.data)]
    faults = (*reading.faults, *wrong)
    checked = None if faults else shaped(model, reading.data)
    return Document(file, name, reading.data, reading.lines, reading.text, faults, checked)


def optional_document(folder: Path, name: str, model: type[Content]) -> Document[Content]:
    """Read a file that may be missing, or hold nothing but comments; its model takes no keys at all, too."""
    file = folder / name
    if file.is_file() and any(line.strip()[:1] not in (b"", b"#") for line in file.read_bytes().splitlines()):
        return document(folder, name, model)
    return Document(file, name, {}, Lines(), "", (), shaped(model, {}))


def _values(value: object, pattern: Sequence[str], place: Place) -> Iterator[tuple[Place, object]]:
    if not pattern:
        yield place, value
    elif isinstance(value, dict):
        for key in value if pattern[0] == EACH else [pattern[0]] if pattern[0] in value else []:
            yield from _values(value[key], pattern[1:], (*place, key))
    elif isinstance(value, list) and pattern[0] == EACH:
        for number, item in enumerate(value):
            yield from _values(item, pattern[1:], (*place, number))


def _texts(value: object, without: Collection[str], place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key in (key for key in value if key not in without):
            yield from _texts(value[key], without, (*place, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, without, (*place, number))
