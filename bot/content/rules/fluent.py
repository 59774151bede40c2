"""Fluent texts agree with the program and with each other: what it says is there, and can be filled."""

from collections.abc import Iterator, Mapping

from fluent.syntax import ast

from bot.content.faults import Fault, did_you_mean
from bot.content.files import LanguageFiles, PackFiles
from bot.content.messages import Messages, entry_id, nodes_in
from bot.content.schema import MessageFile

_FUNCTIONS = ("NUMBER", "DATETIME")
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""Variants of a number, by the language's own grammar."""

Entries = Mapping[str, tuple[Messages, ast.Message | ast.Term | ast.Attribute]]
"""The first entry of each name, with its file; `key.attribute` names an attribute."""


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the Fluent files of every language."""
    said = said_messages(pack)
    for language in pack.languages.values():
        entries = entries_of(language)
        yield from _twice(language, entries)
        yield from _references(entries)
        yield from _missing(pack, language, entries)
        yield from _unsaid(entries, said)
        for key in (key for key in said if key in entries):
            yield from _filled(entries, key, said[key])


def said_messages(pack: PackFiles) -> dict[str, MessageFile]:
    """Give every message that the program says."""
    return {key: said for messages in _files(pack).values() for key, said in messages.items()}


def _files(pack: PackFiles) -> Mapping[str, Mapping[str, MessageFile]]:
    return pack.said.checked.files if pack.said.checked else {}


def entries_of(language: LanguageFiles) -> Entries:
    """Give every message, attribute and term of a language by its name."""
    entries: dict[str, tuple[Messages, ast.Message | ast.Term | ast.Attribute]] = {}
    for file in language.messages:
        for entry in file.entries:
            entries.setdefault(entry_id(entry), (file, entry))
            for attribute in entry.attributes:
                entries.setdefault(f"{entry_id(entry)}.{attribute.id.name}", (file, attribute))
    return entries


def _twice(language: LanguageFiles, entries: Entries) -> Iterator[Fault]:
    for file in language.messages:
        for entry in file.entries:
            first_file, first = entries[entry_id(entry)]
            if entry is not first:
                where = f"{first_file.name}, line {first_file.line(first)}"
                yield file.fault(entry, f"the message {entry_id(entry)} stands here a second time; see {where}")


def _references(entries: Entries) -> Iterator[Fault]:
    for file, entry in entries.values():
        if isinstance(entry, ast.Attribute):
            continue
        if entry.value is None:
            yield file.fault(entry, f"the message {entry_id(entry)} has no text")
        for reference, name in _referred(entry):
            if name not in entries:
                yield file.fault(reference, f"there is no message {name}{did_you_mean(name, entries)}")
        for call in nodes_in(entry, ast.FunctionReference):
            if call.id.name not in _FUNCTIONS:
                yield file.fault(call, f"there is no function {call.id.name}; known are {' and '.join(_FUNCTIONS)}")


def _missing(pack: PackFiles, language: LanguageFiles, entries: Entries) -> Iterator[Fault]:
    """Find what the program says and a language has not, at the end of the file in which it should stand."""
    own = {file.file.name: file for file in language.messages}
    for name, said in _files(pack).items():
        if name not in own:
            yield Fault(pack.folder / language.folder / name, 1, "this file is missing")
            continue
        file, lines = own[name], own[name].text.rstrip().count("\n") + 1
        for key in (key for key in said if key not in entries and not file.may_hold(key)):
            yield Fault(file.file, lines, f"the message {key} is missing")


def _unsaid(entries: Entries, said: Mapping[str, MessageFile]) -> Iterator[Fault]:
    """Find messages that nobody asks for, such as those whose key was mistyped."""
    if not said:
        return
    referred = {name for _, entry in entries.values() for _, name in _referred(entry)}
    for key, (file, entry) in entries.items():
        if key not in said and key not in referred and not key.startswith("-"):
            yield file.fault(
                entry, f"the coach never says the message {key}{did_you_mean(key, set(said) - set(entries))}"
            )


def _filled(entries: Entries, key: str, said: MessageFile) -> Iterator[Fault]:
    """Compare the arguments of a message, and its variants, with those that the program gives."""
    file, entry = entries[key]
    parts = _parts(entries, key)
    used = {variable.id.name for variable in nodes_in(parts, ast.VariableReference)}
    for argument in sorted(set(said.arguments) - used):
        yield file.fault(entry, f"the message {key} leaves out ${argument}")
    for argument in sorted(used - set(said.arguments)):
        hint = did_you_mean(argument, said.arguments)
        yield file.fault(entry, f"the message {key} asks for ${argument}, which it is not given{hint}")
    for argument in sorted(used & set(said.arguments)):
        yield from _variants(file, entry, key, argument, set(said.arguments[argument]), parts)


def _variants(
    file: Messages, entry: ast.SyntaxNode, key: str, argument: str, wanted: set[str], parts: list[ast.Pattern]
) -> Iterator[Fault]:
    """Find variants that are lost, and those that no value of the argument and no grammar asks for."""
    selects = [select for select in nodes_in(parts, ast.SelectExpression) if _selects(select, argument)]
    if wanted and not selects:
        yield file.fault(entry, f"the message {key} must tell apart what ${argument} is: {', '.join(sorted(wanted))}")
    for select in selects:
        given = {_name(variant): variant for variant in select.variants}
        for name in sorted(wanted - set(given)):
            yield file.fault(entry, f"the message {key} has no variant [{name}] for ${argument}")
        for name in (name for name in given if name not in wanted | _PLURALS and not name.isdecimal()):
            hint = did_you_mean(name, wanted or _PLURALS)
            yield file.fault(entry, f"the message {key} has a variant [{name}], which ${argument} never is{hint}")


def _selects(select: ast.SelectExpression, argument: str) -> bool:
    return any(variable.id.name == argument for variable in nodes_in(select.selector, ast.VariableReference))


def _name(variant: ast.Variant) -> str:
    return str(variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value)


def _parts(entries: Entries, key: str, seen: frozenset[str] = frozenset()) -> list[ast.Pattern]:
    """Give an entry's own text, and the messages that it refers to."""
    if key in seen or key not in entries:
        return []
    _, entry = entries[key]
    own = [entry.value] if entry.value else []
    return [*own, *(part for _, name in _referred(entry.value) for part in _parts(entries, name, seen | {key}))]


def _referred(node: ast.BaseNode | None) -> Iterator[tuple[ast.SyntaxNode, str]]:
    for message in nodes_in(node, ast.MessageReference):
        yield message, message.id.name + (f".{message.attribute.name}" if message.attribute else "")
    for term in nodes_in(node, ast.TermReference):
        yield term, f"-{term.id.name}" + (f".{term.attribute.name}" if term.attribute else "")
