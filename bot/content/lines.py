"""Reads a YAML file into plain data and the lines on which each key and item stands."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.content.faults import Fault
from bot.content.reading import read_text, tabs
from bot.content.syntax import explain

Place = tuple[str | int, ...]
"""The way to a value: keys and item numbers, such as ("ladder", 0, "dose")."""

_CORE = "tag:yaml.org,2002:"
_SCALARS: dict[str, Callable[[str], object]] = {
    f"{_CORE}str": str,
    f"{_CORE}int": int,
    f"{_CORE}float": float,
    f"{_CORE}bool": lambda text: text.lower() == "true",
    f"{_CORE}null": lambda _: None,
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The first and the last line of each key or item, by its place; and where a comment cut a text short."""

    spans: dict[Place, tuple[int, int]] = field(default_factory=dict)
    cut: set[Place] = field(default_factory=set)

    def first(self, place: Place) -> int:
        """Give the line of a key or item, or of what it stands in when it is missing."""
        return self.span(place)[0]

    def span(self, place: Place) -> tuple[int, int]:
        """Give the lines over which a key and its value go."""
        while place and place not in self.spans:
            place = place[:-1]
        return self.spans.get(place, (1, 1))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a YAML file holds; `data` is None when it cannot be read, and `text` is empty when not even that can be."""

    data: object
    lines: Lines
    text: str
    faults: tuple[Fault, ...]


def read(file: Path) -> Reading:
    """Read one YAML file, collecting what is wrong with it instead of stopping."""
    text, faults = read_text(file)
    if faults := faults or tabs(file, text):
        return Reading(None, Lines(), text, faults)
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        return Reading(None, Lines(), text, (Fault(file, *explain(error, text)),))
    tree = _Tree(file, text)
    data = tree.value(node, ()) if node else None
    if data is None and not tree.faults:
        return Reading(None, Lines(), "", (Fault(file, 1, "this file is empty"),))
    return Reading(data, tree.lines, text, tuple(tree.faults))


class _Loader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does: only true and false are not text, `no` and `10:30` are."""


class _FastLoader(yaml.CSafeLoader):
    """The same in C, ten times as fast; its errors say less."""


for _loader in (_Loader, _FastLoader):
    _loader.yaml_implicit_resolvers = {}
    _loader.add_implicit_resolver(f"{_CORE}bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF"))
    _loader.add_implicit_resolver(f"{_CORE}int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
    _loader.add_implicit_resolver(f"{_CORE}float", re.compile(r"[-+]?[0-9]*\.[0-9]+\Z"), list("-+.0123456789"))
    _loader.add_implicit_resolver(f"{_CORE}null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""])


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_FastLoader)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=_Loader)


class _Tree:
    """Turns YAML nodes into plain data, and notes their lines and what is wrong with them."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.written = text.split("\n")
        self.lines = Lines()
        self.faults: list[Fault] = []
        self._open: list[yaml.Node] = []

    def value(self, node: yaml.Node, place: Place) -> object:
        """Give the data of a node; the lines of what it holds are noted on the way."""
        self.lines.spans.setdefault(place, _span(node, node))
        if node in self._open:
            self._refuse(node, "an alias stands inside of what it repeats; write it out")
            return None
        self._open.append(node)
        value = self._inside(node, place)
        self._open.pop()
        return value

    def _inside(self, node: yaml.Node, place: Place) -> object:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, number)) for number, item in enumerate(node.value)]
        if node.tag not in _SCALARS:
            self._refuse(node, f"`{node.tag}` is not known here; put quotes around a text that begins with `!`")
            return None
        if self._is_cut(node):
            self.lines.cut.add(place)
        return _SCALARS[node.tag](node.value)

    def _is_cut(self, node: yaml.Node) -> bool:
        """Tell whether a comment begins right behind a text without quotes."""
        if not isinstance(node, yaml.ScalarNode) or node.style or node.tag != f"{_CORE}str":
            return False
        return self.written[node.end_mark.line][node.end_mark.column :].lstrip().startswith("#")

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, object]:
        data: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, "a key must be one word; a text in {braces} or [brackets] needs quotes")
            elif key.value in data:
                first = self.lines.first((*place, key.value))
                self._refuse(key, f"the key `{key.value}` stands here a second time; the first is on line {first}")
            else:
                self.lines.spans[*place, key.value] = _span(key, value)
                data[key.value] = self.value(value, (*place, key.value))
        return data

    def _refuse(self, node: yaml.Node, sentence: str) -> None:
        """Note what is wrong with a node; its value is taken for empty."""
        self.faults.append(Fault(self.file, node.start_mark.line + 1, sentence))


def _span(first: yaml.Node, last: yaml.Node) -> tuple[int, int]:
    """Give the first and last line; a text under `|` ends where the next key begins, so at the start of a line."""
    end = last.end_mark.line + (1 if last.end_mark.column else 0)
    return first.start_mark.line + 1, max(end, first.start_mark.line + 1)
