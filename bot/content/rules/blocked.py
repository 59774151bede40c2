"""No text shames or promises a shape: blocked words stand nowhere, unless a file allows one with a reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fluent.syntax import ast

from bot.content.document import EACH, Document
from bot.content.faults import Fault
from bot.content.files import LanguageFiles, PackFiles
from bot.content.messages import Messages, patterns_in
from bot.content.rules.texts import texts_for_people

_ALLOW = re.compile(r"allow\s+(?P<word>[^:]+):\s*(?P<reason>.*)")
_GAP = r"[\s\u2010\u2011-]"
_HTML = re.compile(r"<[^<>]*>")
_WAYS_OUT = "say it another way or allow it with a reason"
_REASON = 10
"""How many letters make a reason."""


@dataclass(frozen=True, slots=True)
class Blocklist:
    """The blocked words and phrases of one language."""

    source: str
    phrases: tuple[tuple[str, str], ...]
    """Each entry, and how it is written as a pattern: compiled only for the rare text that holds any of them."""
    anything: re.Pattern[str]

    def faults(self, text: str, allowed: Sequence[str], lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
        """Find blocked words in a text; `lines` are those of its file over which it goes, from line `first` on."""
        plain = _HTML.sub("", text)
        if not self.anything.search(plain):
            return
        for pattern in (_whole(phrase) for entry, phrase in self.phrases if entry not in allowed):
            for word in sorted({word for word, _ in _places(pattern, plain)} - set(allowed)):
                sentence = f'the word "{word}" is blocked by {self.source}; {_WAYS_OUT}'
                written = [line for same, line in _places(pattern, "\n".join(lines)) if same == word]
                yield from ((first + line, sentence) for line in written or [0])


def _places(pattern: re.Pattern[str], text: str) -> list[tuple[str, int]]:
    """Find the words that match, in plain writing, and the number of line breaks before each."""
    return [(_plain(match[0]), text.count("\n", 0, match.start())) for match in pattern.finditer(text)]


def _plain(phrase: str) -> str:
    return " ".join(_parts(phrase))


def _parts(phrase: str) -> list[str]:
    """Take a phrase apart: hyphens part words as spaces do."""
    return re.split(rf"{_GAP}+", phrase.strip().casefold())


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check every text for people in every language."""
    for language in pack.languages.values():
        blocked = blocklist(language)
        for file in language.documents:
            if file is not language.red_flags and file is not language.lessons.get("hip_dips"):
                yield from _in_document(language, file, blocked)
        for messages in language.messages:
            yield from _in_messages(messages, blocked)


def blocklist(language: LanguageFiles) -> Blocklist:
    """Read a language's list: words and phrases in any case, `*` at the end of a word for any ending."""
    file = language.blocked_words
    words = [_plain(word) for _, word in file.texts("words", EACH) if word.strip(" *-")]
    phrases = tuple((word, _phrase(word)) for word in words)
    return Blocklist(file.name, phrases, _whole("|".join(phrase for _, phrase in phrases)))


def _phrase(word: str) -> str:
    parts = [re.escape(part).replace(r"\*", r"\w*").replace("'", "['\u2019]") for part in _parts(word)]
    return rf"{_GAP}+".join(parts)


def _whole(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrase})(?!\w)", re.IGNORECASE)


def _in_document(language: LanguageFiles, file: Document[Any], blocked: Blocklist) -> Iterator[Fault]:
    allowed = [_plain(word) for _, word in file.texts("allow", EACH, "word")]
    source = file.text.split("\n")
    for place, text in texts_for_people(language, file):
        first, last = file.lines.span(place)
        found = blocked.faults(text, allowed, source[first - 1 : last], first)
        yield from (Fault(file.file, line, sentence) for line, sentence in found)


def _in_messages(file: Messages, blocked: Blocklist) -> Iterator[Fault]:
    source = file.text.split("\n")
    for entry in file.entries:
        allowed, wrong = _allowed(entry)
        yield from (file.fault(entry, sentence) for sentence in wrong)
        first, last = file.line(entry), file.last_line(entry)
        text = "\n".join(text for _, text in patterns_in(entry))
        found = blocked.faults(text, allowed, source[first - 1 : last], first)
        yield from (Fault(file.file, line, sentence) for line, sentence in found)


def _allowed(entry: ast.Message | ast.Term) -> tuple[list[str], list[str]]:
    """Read `# allow WORD: reason` above a message: the words, and what is wrong with such lines."""
    words, wrong = [], []
    comment = entry.comment.content or "" if entry.comment else ""
    for line in (line.strip() for line in comment.splitlines() if line.strip().startswith("allow ")):
        found = _ALLOW.fullmatch(line)
        if found and len(found["reason"].strip()) >= _REASON:
            words.append(_plain(found["word"]))
        else:
            wrong.append(f"`# {line}` needs the word, a colon and a reason")
    return words, wrong
