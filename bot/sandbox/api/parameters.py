"""The parameters of each method of the Bot API, and what Telegram says of wrong ones."""

import re
from typing import Annotated, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from bot.sandbox.api.forms import parsed_json
from bot.sandbox.api.keyboards import Strict
from bot.sandbox.api.reasons import reason_of
from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON
from bot.sandbox.world.files import Upload


def _from_json(value: object) -> object:
    """In a query or a form, objects and lists come as JSON texts."""
    return parsed_json(value.encode()) if isinstance(value, str) else value


def _flag(value: object) -> object:
    words = {"true": True, "1": True, "false": False, "0": False}
    return words.get(value.lower(), value) if isinstance(value, str) else value


def _chat(value: object) -> object:
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d+", value) else value


Object = Annotated[JSON, BeforeValidator(_from_json)]
Objects = Annotated[list[JSON], BeforeValidator(_from_json)]
Flag = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]
ChatId = Annotated[int | str, BeforeValidator(_chat)]


class Parameters(BaseModel):
    """What a method takes: anything else is refused, where Telegram would only ignore it."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


P = TypeVar("P", bound=Parameters)


class Nothing(Parameters):
    pass


class Anything(Parameters):
    model_config = ConfigDict(extra="ignore")


class LinkPreview(Strict):
    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class ReplyTo(Strict):
    message_id: int
    chat_id: int | str | None = None
    allow_sending_without_reply: bool | None = None
    quote: str | None = None
    quote_parse_mode: str | None = None
    quote_entities: list[JSON] | None = None
    quote_position: int | None = None


class GetUpdates(Parameters):
    offset: int = 0
    limit: Annotated[int, Field(ge=1, le=100)] = 100
    timeout: Annotated[float, Field(ge=0)] = 0
    allowed_updates: Annotated[list[str], BeforeValidator(_from_json)] | None = None


class DeleteWebhook(Parameters):
    drop_pending_updates: Flag = False


# What a plain bot cannot use, with Telegram's answer.
_UNAVAILABLE = {
    "business_connection_id": "business connection not found",
    "message_thread_id": "message thread not found",
    "direct_messages_topic_id": "message thread not found",
    "message_effect_id": "EFFECT_ID_INVALID",
    "suggested_post_parameters": "suggested posts can be sent only to channel direct messages",
    "inline_message_id": "MESSAGE_ID_INVALID",
}


class ToChat(Parameters):
    chat_id: ChatId

    @model_validator(mode="before")
    @classmethod
    def only_what_a_plain_bot_can_use(cls, values: JSON) -> JSON:
        for name in _UNAVAILABLE.keys() & values.keys():
            raise BadRequest(_UNAVAILABLE[name])
        if _flag(values.get("allow_paid_broadcast")) is True:
            raise BadRequest("FLOODSKIP_NOT_ALLOWED")
        return values


class Sending(ToChat):
    disable_notification: Flag = False
    protect_content: Flag = False
    allow_paid_broadcast: Flag = False
    reply_markup: Object | None = None
    reply_parameters: Annotated[ReplyTo, BeforeValidator(_from_json)] | None = None
    reply_to_message_id: int | None = None
    allow_sending_without_reply: Flag = False


class SendMessage(Sending):
    text: str = ""
    parse_mode: str | None = None
    entities: Objects | None = None
    link_preview_options: Annotated[LinkPreview, BeforeValidator(_from_json)] | None = None
    disable_web_page_preview: Flag = False


class Captioned(Parameters):
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: Objects | None = None
    show_caption_above_media: Flag = False


class SendFile(Sending, Captioned):
    """The fields that photo, animation and document have in common."""

    thumbnail: Upload | str | None = None


class SendPhoto(SendFile):
    photo: Upload | str
    has_spoiler: Flag = False


class SendAnimation(SendFile):
    animation: Upload | str
    duration: int = 0
    width: int = 320
    height: int = 240
    has_spoiler: Flag = False


class SendDocument(SendFile):
    document: Upload | str
    disable_content_type_detection: Flag = False


class OneMessage(ToChat):
    message_id: int


class EditMarkup(OneMessage):
    reply_markup: Object | None = None


class EditText(EditMarkup):
    text: str = ""
    parse_mode: str | None = None
    entities: Objects | None = None
    link_preview_options: Annotated[LinkPreview, BeforeValidator(_from_json)] | None = None
    disable_web_page_preview: Flag = False


class EditCaption(EditMarkup, Captioned):
    pass


class AnswerQuery(Parameters):
    callback_query_id: str
    text: str = ""
    show_alert: Flag = False
    url: str | None = None
    cache_time: int = 0


class ChatAction(ToChat):
    action: str


class Command(Strict):
    command: str
    description: str


class CommandScope(Parameters):
    scope: Object | None = None
    language_code: str = ""


class SetCommands(CommandScope):
    commands: Annotated[list[Command], BeforeValidator(_from_json)]


class ForLanguage(Parameters):
    language_code: str = ""


class SetDescription(ForLanguage):
    description: str = ""


class SetShortDescription(ForLanguage):
    short_description: str = ""


class SetName(ForLanguage):
    name: str = ""


class GetFile(Parameters):
    file_id: str


def validated(model: type[P], values: JSON) -> P:
    """The parameters as their model, or the refusal that the first wrong one deserves."""
    try:
        return model.model_validate({name: value for name, value in values.items() if value != ""})
    except ValidationError as error:
        raise BadRequest(reason_of(error)) from error


def recorded(parameters: Parameters) -> JSON:
    """What was given, without the bytes of files."""
    given = {name: getattr(parameters, name) for name in parameters.model_fields_set}
    files = {name: value for name, value in given.items() if isinstance(value, Upload)}
    shown = {name: {"file": file.name, "bytes": len(file.data)} for name, file in files.items()}
    return parameters.model_dump(exclude_unset=True, exclude=set(files)) | shown
