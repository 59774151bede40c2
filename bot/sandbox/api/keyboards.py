"""Buttons under a message and in place of the keyboard, as a bot may ask for them."""

from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Tag,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from bot.sandbox.api.reasons import reason_of
from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON

MOST_DATA = 64
MOST_BUTTONS = 100
MOST_COPIED = 256
NEEDS_MORE_THAN_A_MESSAGE = ("callback_game", "pay")


class Strict(BaseModel):
    """An object of the Bot API: nothing unknown, nothing mistyped."""

    model_config = ConfigDict(extra="forbid", strict=True)


class CopyText(Strict):
    text: str


class WebApp(Strict):
    url: str


class InlineButton(Strict):
    text: str
    url: str | None = None
    callback_data: str | None = None
    web_app: WebApp | None = None
    login_url: JSON | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    switch_inline_query_chosen_chat: JSON | None = None
    copy_text: CopyText | None = None
    callback_game: JSON | None = None
    pay: bool | None = None
    style: Literal["danger", "success", "primary"] | None = None
    icon_custom_emoji_id: str | None = None

    @model_validator(mode="after")
    def does_exactly_one_thing(self) -> "InlineButton":
        actions = self.model_fields_set - {"text", "style", "icon_custom_emoji_id"}
        if not self.text:
            raise _unreadable_button("Text must be non-empty")
        if not actions or self.callback_data == "":
            raise _unreadable_button("Text buttons are unallowed in the inline keyboard")
        if len(actions) > 1:
            raise _unreadable_button("exactly one action must be specified")
        if actions & set(NEEDS_MORE_THAN_A_MESSAGE):
            raise BadRequest("BUTTON_TYPE_INVALID")
        return self

    @model_validator(mode="after")
    def fits(self) -> "InlineButton":
        if len((self.callback_data or "").encode()) > MOST_DATA:
            raise BadRequest("BUTTON_DATA_INVALID")
        if self.copy_text and not 0 < len(self.copy_text.text) <= MOST_COPIED:
            raise BadRequest("BUTTON_COPY_TEXT_INVALID")
        return self

    @model_validator(mode="after")
    def leads_somewhere(self) -> "InlineButton":
        if self.web_app and not self.web_app.url.startswith("https://"):
            raise _wrong_url(
                "inline keyboard button Web App URL",
                self.web_app.url,
                "Only HTTPS links are allowed",
            )
        if self.url is not None:
            scheme, colon, _ = self.url.partition("://")
            if colon and scheme not in {"http", "https", "tg", "ton", "tonsite"}:
                raise _wrong_url("inline keyboard button URL", self.url, "Unsupported URL protocol")
            if not colon and "." not in self.url:
                raise _wrong_url("inline keyboard button URL", self.url, "Wrong HTTP URL")
        return self


class InlineKeyboard(Strict):
    inline_keyboard: list[list[InlineButton]]


class KeyboardButton(Strict):
    text: str
    request_contact: bool | None = None
    request_location: bool | None = None
    request_poll: JSON | None = None
    request_users: JSON | None = None
    request_chat: JSON | None = None
    request_managed_bot: JSON | None = None
    web_app: WebApp | None = None
    style: Literal["danger", "success", "primary"] | None = None
    icon_custom_emoji_id: str | None = None

    @model_validator(mode="before")
    @classmethod
    def may_be_a_plain_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def has_a_text(self) -> "KeyboardButton":
        if not self.text:
            raise BadRequest("can't parse keyboard button: Text must be non-empty")
        return self


class ReplyKeyboard(Strict):
    keyboard: list[list[KeyboardButton]]
    is_persistent: bool | None = None
    resize_keyboard: bool | None = None
    one_time_keyboard: bool | None = None
    input_field_placeholder: str | None = None
    selective: bool | None = None


class RemoveKeyboard(Strict):
    remove_keyboard: bool
    selective: bool | None = None


class ForceReply(Strict):
    force_reply: bool
    input_field_placeholder: str | None = None
    selective: bool | None = None


_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def _kind(value: object) -> str | None:
    return next((kind for kind in _KINDS if isinstance(value, dict) and kind in value), None)


Markup = TypeAdapter[InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply](
    Annotated[
        Annotated[InlineKeyboard, Tag("inline_keyboard")]
        | Annotated[ReplyKeyboard, Tag("keyboard")]
        | Annotated[RemoveKeyboard, Tag("remove_keyboard")]
        | Annotated[ForceReply, Tag("force_reply")],
        Discriminator(_kind),
    ]
)


def checked(value: JSON | None) -> JSON | None:
    """The markup as Telegram keeps it; an empty one is none at all."""
    if not value:
        return None
    if _kind(value) is None:
        raise BadRequest("object expected as reply markup")
    try:
        markup = Markup.validate_python(value).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise BadRequest(_reason(value, error)) from error
    for key in {"inline_keyboard", "keyboard"} & markup.keys():
        markup[key] = [row for row in markup[key] if row]
        if sum(map(len, markup[key])) > MOST_BUTTONS:
            raise BadRequest("reply markup is too long")
    return None if markup.get("inline_keyboard") == [] else markup


def checked_inline(value: JSON | None) -> JSON | None:
    """As `checked`, for edits: they know inline buttons alone."""
    if value and "inline_keyboard" not in value:
        raise BadRequest("inline keyboard expected")
    return checked(value)


def _unreadable_button(reason: str) -> BadRequest:
    return BadRequest(f"can't parse inline keyboard button: {reason}")


def _reason(markup: JSON, error: ValidationError) -> str:
    reason = reason_of(error)
    in_a_button = any(isinstance(step, int) for step in error.errors()[0]["loc"])
    kind = "inline keyboard" if "inline_keyboard" in markup else "keyboard"
    return f"can't parse {kind} button: {reason[0].upper()}{reason[1:]}" if in_a_button else reason


def _wrong_url(what: str, url: str, reason: str) -> BadRequest:
    return BadRequest(f"{what} '{url}' is invalid: {reason}")
