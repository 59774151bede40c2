"""Fluent texts agree: each key stands once, references lead somewhere, and languages have the same messages."""

from collections.abc import Iterator, Mapping

from fluent.syntax import ast

from bot.content.faults import Fault, did_you_mean
from bot.content.files import FIRST_LANGUAGE, LanguageFiles, PackFiles
from bot.content.messages import Messages, entry_id, nodes_in

_FUNCTIONS = ("NUMBER", "DATETIME")

Entries = Mapping[str, tuple[Messages, ast.Message | ast.Term]]
"""The first entry of each name, with its file."""


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the Fluent files of every language."""
    first = pack.languages.get(FIRST_LANGUAGE)
    for code, language in pack.languages.items():
        entries = _entries(language)
        yield from _twice(language, entries)
        yield from _references(entries)
        if first and code != FIRST_LANGUAGE:
            yield from _compared(pack, language, entries, _entries(first))


def _entries(language: LanguageFiles) -> Entries:
    entries: dict[str, tuple[Messages, ast.Message | ast.Term]] = {}
    for file in language.messages:
        for entry in file.entries:
            entries.setdefault(entry_id(entry), (file, entry))
    return entries


def _twice(language: LanguageFiles, entries: Entries) -> Iterator[Fault]:
    for file in language.messages:
        for entry in file.entries:
            first_file, first = entries[entry_id(entry)]
            if entry is not first:
                where = f"{first_file.name}, line {first_file.line(first)}"
                yield file.fault(entry, f"the message {entry_id(entry)} stands here a second time; see {where}")


def _references(entries: Entries) -> Iterator[Fault]:
    known = _with_attributes(entries)
    for file, entry in entries.values():
        if entry.value is None:
            yield file.fault(entry, f"the message {entry_id(entry)} has no text")
        for reference, name in _referred(entry):
            if name not in known:
                yield file.fault(reference, f"there is no message {name}{did_you_mean(name, known)}")
        for call in nodes_in(entry, ast.FunctionReference):
            if call.id.name not in _FUNCTIONS:
                yield file.fault(call, f"there is no function {call.id.name}; known are {' and '.join(_FUNCTIONS)}")


def _compared(pack: PackFiles, language: LanguageFiles, own: Entries, first: Entries) -> Iterator[Fault]:
    """Compare a language with the first one: the same messages, filled from the same arguments."""
    known = _with_attributes(own)
    for name, (file, _) in _with_attributes(first).items():
        if name not in known and not name.startswith("-"):
            yield _missing(pack, language, name, file)
    for name in (name for name in first if name in own and not name.startswith("-")):
        file, entry = own[name]
        wanted, given = _arguments(first, name), _arguments(own, name)
        for argument in sorted(wanted - given):
            yield file.fault(entry, f"the message {name} leaves out ${argument}, which {FIRST_LANGUAGE} shows")
        for argument in sorted(given - wanted):
            hint = did_you_mean(argument, wanted)
            yield file.fault(entry, f"the message {name} asks for ${argument}, which {FIRST_LANGUAGE} has not{hint}")


def _missing(pack: PackFiles, language: LanguageFiles, name: str, first: Messages) -> Fault:
    """Say it at the end of the file in which the message should stand."""
    wanted = f"{language.folder}/{first.file.name}"
    line = next((len(file.text.splitlines()) for file in language.messages if file.name == wanted), 1)
    return Fault(pack.folder / wanted, max(line, 1), f"the message {name} of {first.name} is missing")


def _with_attributes(entries: Entries) -> dict[str, tuple[Messages, ast.Message | ast.Term]]:
    attributes = {
        f"{name}.{attribute.id.name}": found for name, found in entries.items() for attribute in found[1].attributes
    }
    return {**entries, **attributes}


def _referred(entry: ast.Message | ast.Term) -> Iterator[tuple[ast.SyntaxNode, str]]:
    for message in nodes_in(entry, ast.MessageReference):
        yield message, message.id.name + (f".{message.attribute.name}" if message.attribute else "")
    for term in nodes_in(entry, ast.TermReference):
        yield term, f"-{term.id.name}" + (f".{term.attribute.name}" if term.attribute else "")


def _arguments(entries: Entries, name: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """Collect what a message is filled with, also through the messages that it refers to."""
    if name in seen or name not in entries:
        return frozenset()
    _, entry = entries[name]
    own = {variable.id.name for variable in nodes_in(entry, ast.VariableReference)}
    for reference in nodes_in(entry, ast.MessageReference):
        own |= _arguments(entries, reference.id.name, seen | {name})
    return frozenset(own)
