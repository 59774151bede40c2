"""Reads a Fluent file: its messages and terms with their lines, and what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from fluent.syntax import FluentParser, ast

from bot.content.faults import Fault
from bot.content.fluent_syntax import explain
from bot.content.reading import read_text, tabs

Node = TypeVar("Node", bound=ast.BaseNode)


@dataclass(frozen=True, slots=True)
class Messages:
    """One .ftl file as it was read."""

    file: Path
    name: str
    text: str
    resource: ast.Resource
    faults: tuple[Fault, ...]

    def may_hold(self, key: str) -> bool:
        """Tell whether a message, or the one that an attribute belongs to, could stand in what could not be read."""
        broken = "\n".join(part.content or "" for part in self.resource.body if isinstance(part, ast.Junk))
        return not self.text or re.search(rf"^{re.escape(key.partition('.')[0])}\s*=", broken, re.MULTILINE) is not None

    @property
    def entries(self) -> list[ast.Message | ast.Term]:
        """Give the messages and terms in their order."""
        return [entry for entry in self.resource.body if isinstance(entry, ast.Message | ast.Term)]

    def line(self, node: ast.SyntaxNode) -> int:
        """Give the line on which a node begins; a message begins at its key, not at its comment."""
        node = node.id if isinstance(node, ast.Message | ast.Term) else node
        return _line(self.text, node.span.start if node.span else 0)

    def last_line(self, node: ast.SyntaxNode) -> int:
        """Give the line on which a node ends."""
        return _line(self.text, max(node.span.end - 1, 0) if node.span else 0)

    def fault(self, node: ast.SyntaxNode, sentence: str) -> Fault:
        """Say something about the line of a node."""
        return Fault(self.file, self.line(node), sentence)


def read_messages(folder: Path, name: str) -> Messages:
    """Read one Fluent file, collecting what is wrong with it."""
    file = folder / name
    text, faults = read_text(file)
    resource = FluentParser(with_spans=True).parse(text)
    notes = [note for junk in resource.body if isinstance(junk, ast.Junk) for note in junk.annotations]
    faults = faults or tabs(file, text) or tuple(Fault(file, *explain(note, text)) for note in notes)
    return Messages(file, name, text, resource, faults)


def entry_id(entry: ast.Message | ast.Term) -> str:
    """Give the name by which others refer to an entry: a term's begins with a dash."""
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def nodes_in(node: object, kind: type[Node]) -> Iterator[Node]:
    """Walk a part of a file and give every node of one kind, outer ones first."""
    ahead = [node]
    while ahead:
        part = ahead.pop()
        if isinstance(part, kind):
            yield part
        if isinstance(part, ast.BaseNode):
            ahead += reversed([each for each in vars(part).values() if not isinstance(each, str | ast.Span)])
        elif isinstance(part, list):
            ahead += reversed(part)


def patterns_in(entry: ast.BaseNode) -> Iterator[tuple[ast.Pattern, str]]:
    """Give every text of an entry, attributes and variants each on their own; x stands for what is filled in."""
    for pattern in nodes_in(entry, ast.Pattern):
        yield pattern, "".join(_text(element) for element in pattern.elements)


def _text(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return element.value
    inner = element.expression
    return inner.parse()["value"] if isinstance(inner, ast.StringLiteral) else "x"
