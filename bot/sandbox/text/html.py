"""Telegram's HTML: what it allows, and what it says when a text is not that."""

import re

from bot.sandbox.refusal import BadRequest
from bot.sandbox.text.spans import Draft, RichText, units

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_PIECE = re.compile(r"[^<&]+|<|&")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
_LAST_CHARACTER = 0x10FFFF
_HALF_PAIRS = range(0xD800, 0xE000)

_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"[^\s>]*")
_CLOSING = re.compile(r"/([^\s>]*)\s*(>?)")
_ATTRIBUTE = re.compile(r"""([^\s=>/"']*)\s*(?:=\s*("[^"]*"?|'[^']*'?|[\w.\-]*))?\s*""")


def parse(source: str) -> RichText:
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.draft = Draft()

    def read(self) -> RichText:
        at = 0
        while piece := _PIECE.match(self.source, at):
            if piece.group() == "<":
                at = self._tag(piece.start())
            elif piece.group() == "&":
                at = self._reference(piece.start())
            else:
                self.draft.write(piece.group())
                at = piece.end()
        if self.draft.open:
            name = self.draft.open[-1].kind
            raise unreadable(f'Can\'t find end tag corresponding to start tag "{name}"')
        for entity in self.draft.entities:
            if entity["type"] == "code":
                entity.pop("language", None)  # known only of a block
        return self.draft.done()

    def _reference(self, at: int) -> int:
        found = _REFERENCE.match(self.source, at)
        character = _character(found) if found else None
        self.draft.write(character or "&")
        return found.end() if found and character else at + 1

    def _tag(self, at: int) -> int:
        if self.source.startswith("</", at):
            return self._end_tag(at)
        return self._start_tag(at)

    def _start_tag(self, at: int) -> int:
        name = _match(_NAME, self.source, at + 1)
        tag = name.group().lower()
        if name.end() == len(self.source):
            raise unreadable(f"Unclosed start tag at byte offset {self._bytes(at)}")
        if tag not in TAGS:
            raise unreadable(f'Unsupported start tag "{tag}" at byte offset {self._bytes(at)}')
        attributes, end = self._attributes(tag, at, name.end())
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            reason = f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(at)}'
            raise unreadable(reason)
        self.draft.begin(tag, at, **attributes)
        return end

    def _attributes(self, tag: str, tag_at: int, at: int) -> tuple[dict[str, str], int]:
        """What stands between the tag's name and its `>`, and where the text goes on."""
        found: dict[str, str] = {}
        at = _match(_SPACE, self.source, at).end()
        while not self.source.startswith(">", at):
            attribute = _match(_ATTRIBUTE, self.source, at)
            if not attribute.group(1):
                where = f'in the tag "{tag}" at byte offset {self._bytes(tag_at)}'
                raise unreadable(f"Empty attribute name {where}")
            found[attribute.group(1)] = self._value(attribute, tag_at)
            at = attribute.end()
        return found, at + 1

    def _value(self, attribute: re.Match[str], tag_at: int) -> str:
        value, end = attribute.group(2) or "", attribute.end()
        if end == len(self.source):
            raise unreadable(f"Unclosed start tag at byte offset {self._bytes(tag_at)}")
        if value[:1] in {'"', "'"}:
            return _REFERENCE.sub(lambda hit: _character(hit) or hit.group(), value[1:-1])
        if attribute.end(2) == end and attribute.group(2) and self.source[end] != ">":
            start = self._bytes(attribute.start(2))
            raise unreadable(f"Unexpected end of name token at byte offset {start}")
        return value.lower()

    def _end_tag(self, at: int) -> int:
        if not self.draft.open:
            raise unreadable(f"Unexpected end tag at byte offset {self._bytes(at)}")
        closing = _match(_CLOSING, self.source, at + 1)
        if not closing.group(2):
            raise unreadable(f"Unclosed end tag at byte offset {self._bytes(at)}")
        expected, name = self.draft.open[-1].kind, closing.group(1).lower()
        if name and name != expected:
            found = f'expected "</{expected}>", found "</{name}>"'
            raise unreadable(f"Unmatched end tag at byte offset {self._bytes(at)}, {found}")
        self._close(expected)
        return closing.end()

    def _close(self, tag: str) -> None:
        draft, attributes = self.draft, self.draft.open[-1].extra
        if tag == "a":
            close_link(draft, attributes.get("href") or draft.inner())
        elif tag == "tg-emoji":
            draft.end("custom_emoji", custom_emoji_id=_emoji_id(attributes))
        elif tag == "pre":
            _close_block(draft)
        elif tag == "code" and attributes.get("class", "").startswith("language-"):
            draft.end("code", language=attributes["class"].removeprefix("language-"))
        elif tag == "blockquote" and "expandable" in attributes:
            draft.end("expandable_blockquote")
        else:
            draft.end(TAGS[tag])

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())


def close_link(draft: Draft, url: str) -> None:
    """A link that cannot be one leaves plain text, as in Telegram."""
    if re.match(r"[a-z][a-z0-9+.-]*:\S+|[^\s/]+\.[^\s/]+", url, re.IGNORECASE):
        draft.end("text_link", url=url)
    else:
        draft.end(None)


def _close_block(draft: Draft) -> None:
    """`<pre><code class="language-x">` is one entity: a block in that language."""
    span = draft.open[-1]
    code = draft.entities[-1] if draft.entities else {}
    fills = code.get("type") == "code" and code["offset"] == span.offset
    if not fills or code["length"] != units(draft.inner()):
        draft.end("pre")
        return
    draft.entities.pop()
    draft.end("pre", **{key: code[key] for key in ("language",) if key in code})


def _emoji_id(attributes: dict[str, str]) -> str:
    number = attributes.get("emoji-id", "")
    if not number.isdigit() or int(number) >= 2**63:
        raise unreadable("Invalid custom emoji identifier specified")
    return number


def _character(reference: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return _NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < _LAST_CHARACTER and code not in _HALF_PAIRS else None


def _match(pattern: re.Pattern[str], source: str, at: int) -> re.Match[str]:
    """A match of a pattern that matches anywhere, if only nothing."""
    found = pattern.match(source, at)
    assert found is not None
    return found


def unreadable(reason: str) -> BadRequest:
    return BadRequest(f"can't parse entities: {reason}")
