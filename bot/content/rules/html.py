"""Texts hold only the HTML that Telegram knows, and close what they open: Telegram refuses the whole message else."""

import re
from collections.abc import Iterator

from bot.content.faults import Fault
from bot.content.files import LanguageFiles, PackFiles
from bot.content.messages import patterns_in
from bot.content.rules.texts import texts_for_people

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)>")
_ENTITY = re.compile(r"&(?!lt;|gt;|amp;|quot;)[A-Za-z]+;")
_ATTRIBUTES = {
    **dict.fromkeys(("b", "i", "u", "s", "pre", "tg-spoiler"), ""),
    "a": r"\s+href=(\"[^\"]+\"|'[^']+')",
    "blockquote": r"(\s+expandable)?",
    "code": r"(\s+class=\"language-[\w+-]+\")?",
}


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the HTML of every text for people."""
    for language in pack.languages.values():
        yield from _in_documents(language)
        yield from _in_messages(language)


def html_faults(text: str) -> Iterator[str]:
    """Say what Telegram would refuse or show as it stands."""
    opened: list[str] = []
    for tag in _TAG.finditer(text):
        yield from _step(opened, tag)
    yield from (f"<{name}> is opened and never closed" for name in opened)
    if "<" in _TAG.sub("", text):
        yield "a `<` that begins no tag must be written as &lt;"
    yield from (f"Telegram does not know {entity[0]}; write the character itself" for entity in _ENTITY.finditer(text))


def _step(opened: list[str], tag: re.Match[str]) -> Iterator[str]:
    """Open or close one tag on the stack, and say what is wrong with it."""
    closing, name, attributes = tag[1], tag[2].lower(), tag[3]
    if name not in _ATTRIBUTES:
        yield f"{tag[0]} is no tag that Telegram knows"
    elif not closing:
        opened.append(name)
        if not re.fullmatch(_ATTRIBUTES[name], attributes.rstrip()):
            yield f"{tag[0]} is not as Telegram wants it" + (
                '; write <a href="https://…">, with the quotes' if name == "a" else ""
            )
    elif name not in opened:
        yield f"{tag[0]} closes nothing"
    else:
        while (inner := opened.pop()) != name:
            yield f"<{inner}> must be closed before {tag[0]}"


def _in_documents(language: LanguageFiles) -> Iterator[Fault]:
    for file in language.documents:
        for place, text in texts_for_people(language, file):
            yield from (file.fault(place, sentence) for sentence in html_faults(text))


def _in_messages(language: LanguageFiles) -> Iterator[Fault]:
    for file in language.messages:
        for entry in file.entries:
            for pattern, text in patterns_in(entry):
                yield from (file.fault(pattern, sentence) for sentence in html_faults(text))
