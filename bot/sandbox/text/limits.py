"""From the text a bot sends to the text its message gets: parsed, trimmed and within limits."""

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON
from bot.sandbox.text import html, markdown
from bot.sandbox.text.spans import RichText, detected, in_order, trimmed, units

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


class Entity(BaseModel):
    """An entity that a bot hands over instead of markup."""

    model_config = ConfigDict(extra="forbid", strict=True)

    type: Literal[
        "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
        "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
        "code", "pre", "text_link", "text_mention", "custom_emoji",
    ]  # fmt: skip
    offset: int
    length: int
    url: str | None = None
    user: JSON | None = None
    language: str | None = None
    custom_emoji_id: str | None = None


def message_text(source: str, parse_mode: str | None, entities: list[JSON] | None) -> RichText:
    if not source:
        raise BadRequest("message text is empty")
    text = _read(source, parse_mode, entities)
    if not text.text:
        raise BadRequest("text must be non-empty")
    if units(text.text) > LONGEST_TEXT:
        raise BadRequest("message is too long")
    return text


def caption(source: str, parse_mode: str | None, entities: list[JSON] | None) -> RichText:
    text = _read(source, parse_mode, entities)
    if units(text.text) > LONGEST_CAPTION:
        raise BadRequest("message caption is too long")
    return text


def typed(source: str) -> RichText:
    """What a person typed, as their app sends it."""
    return detected(trimmed(RichText(source)))


def _read(source: str, parse_mode: str | None, entities: list[JSON] | None) -> RichText:
    parse = _PARSERS.get((parse_mode or "").lower())
    if parse is None:
        raise BadRequest("unsupported parse_mode")
    given = RichText(source, _given(source, entities or []))
    return detected(trimmed(parse(source) if parse_mode else given))


def _given(source: str, entities: list[JSON]) -> tuple[JSON, ...]:
    for entity in entities:
        _check(entity, units(source))
    return in_order(entities)


def _check(entity: JSON, end: int) -> None:
    try:
        checked = Entity.model_validate(entity)
    except ValidationError as error:
        raise BadRequest("can't parse MessageEntity: Unsupported type specified") from error
    begin, stop = checked.offset, checked.offset + checked.length
    if begin < 0 or checked.length < 0:
        raise BadRequest(f"receive an entity with incorrect offset {begin}")
    if begin > end:
        raise BadRequest(f"entity begins after the end of the text at UTF-16 offset {begin}")
    if stop > end:
        where = f"entity beginning at UTF-16 offset {begin}"
        raise BadRequest(f"{where} ends after the end of the text at UTF-16 offset {stop}")


_PARSERS: dict[str, Callable[[str], RichText]] = {
    "": RichText,
    "html": html.parse,
    "markdownv2": markdown.parse,
    "markdown": markdown.parse_old,
}
