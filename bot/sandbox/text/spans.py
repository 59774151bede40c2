"""Text with entities, measured as Telegram measures it: in UTF-16 code units."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.shape import JSON

_DETECTED = {
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])"),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"),
    "url": re.compile(r"(?<![\w@.])(?:https?://)?(?:[\w-]+\.)+(?:com|org|net|io|dev|me)(?:/\S*)?\b"),
    "mention": re.compile(r"(?<![\w@./])@[A-Za-z]\w{3,31}"),
    "hashtag": re.compile(r"(?<![\w#])#\w*[^\W\d_]\w*"),
}


@dataclass(frozen=True)
class RichText:
    """Plain text and the entities in it."""

    text: str
    entities: tuple[JSON, ...] = ()

    def content(self, text_key: str = "text") -> JSON:
        """As fields of a message: `text` with `entities`, `caption` with `caption_entities`."""
        if not self.text:
            return {}
        key = "entities" if text_key == "text" else f"{text_key}_entities"
        return {text_key: self.text} | ({key: list(self.entities)} if self.entities else {})


def units(text: str) -> int:
    """The length of the text in UTF-16 code units."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def cut(text: str, offset: int, length: int) -> str:
    """The part of the text that an entity covers."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def trimmed(rich: RichText) -> RichText:
    """Without white space at both ends; entities move along and shrink."""
    stripped = rich.text.lstrip()
    shift = units(rich.text) - units(stripped)
    stripped = stripped.rstrip()
    moved = (_clipped(entity, shift, units(stripped)) for entity in rich.entities)
    return RichText(stripped, tuple(entity for entity in moved if entity["length"] > 0))


def detected(rich: RichText) -> RichText:
    """With what Telegram finds by itself: commands, links, mentions, hashtags."""
    found = [
        {
            "type": kind,
            "offset": units(rich.text[: hit.start()]),
            "length": units(hit.group()),
        }
        for kind, pattern in _DETECTED.items()
        for hit in pattern.finditer(rich.text)
    ]
    entities = list(rich.entities)
    entities += [new for new in found if not any(_collide(new, old) for old in entities)]
    return RichText(rich.text, in_order(entities))


def in_order(entities: list[JSON]) -> tuple[JSON, ...]:
    return tuple(sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))


def _collide(new: JSON, old: JSON) -> bool:
    overlap = new["offset"] < old["offset"] + old["length"] and old["offset"] < new["offset"] + new["length"]
    return overlap and old["type"] in {"code", "pre", "text_link", *_DETECTED}


def _clipped(entity: JSON, shift: int, end: int) -> JSON:
    first = min(max(entity["offset"] - shift, 0), end)
    last = min(max(entity["offset"] + entity["length"] - shift, 0), end)
    return entity | {"offset": first, "length": last - first}


@dataclass
class Span:
    """A piece of formatting that was begun."""

    kind: str
    at: int  # where in the source, in bytes
    offset: int  # where in the text, in UTF-16 units
    start: int  # where in the text, in characters
    extra: JSON = field(default_factory=dict)


class Draft:
    """Rich text in the making: plain text so far, spans still open, entities done."""

    def __init__(self) -> None:
        self.text = ""
        self.open: list[Span] = []
        self.entities: list[JSON] = []
        self._units = 0

    def write(self, text: str) -> None:
        self.text += text
        self._units += units(text)

    def begin(self, kind: str, at: int, **extra: Any) -> None:
        self.open.append(Span(kind, at, self._units, len(self.text), extra))

    def inner(self) -> str:
        """The text of the innermost open span."""
        return self.text[self.open[-1].start :]

    def end(self, kind: str | None, **extra: Any) -> None:
        """Close the innermost span as an entity of this kind; an empty one leaves none."""
        span = self.open.pop()
        length = self._units - span.offset
        if kind and length:
            entity = {"type": kind, "offset": span.offset, "length": length}
            self.entities.append(entity | extra)

    def done(self) -> RichText:
        return RichText(self.text, in_order(self.entities))
