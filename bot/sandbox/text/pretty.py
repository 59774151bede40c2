"""Entities back to HTML, for eyes and for tests."""

from html import escape

from bot.sandbox.shape import JSON
from bot.sandbox.text.spans import units

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote expandable",
}


def as_html(text: str, entities: list[JSON]) -> str:
    """The text as a bot would have to write it; what Telegram finds by itself stays bare."""
    shown = [entity for entity in entities if _opening(entity)]
    pieces, at = [], 0
    for character in [*text, ""]:
        pieces += [_closing(each) for each in reversed(shown) if _end(each) == at]
        pieces += [_opening(each) for each in shown if each["offset"] == at]
        pieces.append(escape(character, quote=False))
        at += units(character)
    return "".join(pieces)


def _end(entity: JSON) -> int:
    return int(entity["offset"] + entity["length"])


def _opening(entity: JSON) -> str:
    if entity["type"] == "text_link":
        return f'<a href="{escape(entity["url"])}">'
    tag = _TAGS.get(entity["type"])
    return f"<{tag}>" if tag else ""


def _closing(entity: JSON) -> str:
    tag = "a" if entity["type"] == "text_link" else _TAGS[entity["type"]].split()[0]
    return f"</{tag}>"
