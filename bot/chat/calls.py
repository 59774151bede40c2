"""The calls that are made all day, past PTB's methods: it would build objects that nobody reads."""

from typing import Any

from telegram.constants import ParseMode

from bot.chat.requests import AioRequest, Files
from bot.domain.clip import Clip, Picture
from bot.views.reply import ReplyKeyboard, Rows


class Calls:
    """The Bot API, as far as a conversation needs it; errors are PTB's (docs/decisions/0002)."""

    def __init__(self, request: AioRequest, base_url: str) -> None:
        self._request, self._base_url = request, base_url

    async def send(self, chat: int, text: str, rows: Rows = (), keyboard: ReplyKeyboard | None = None) -> int:
        """Send a message, with buttons or a keyboard; return its id."""
        markup = _inline(rows) or _keyboard(keyboard)
        sent = await self._call("sendMessage", chat_id=chat, text=text, parse_mode=ParseMode.HTML, reply_markup=markup)
        return int(sent["message_id"])

    async def edit(self, chat: int, message: int, text: str, rows: Rows) -> None:
        """Change a message and its buttons."""
        await self._call(
            "editMessageText",
            chat_id=chat,
            message_id=message,
            text=text,
            parse_mode=ParseMode.HTML,
            reply_markup=_inline(rows),
        )

    async def send_clip(self, chat: int, file_id: str, caption: str, rows: Rows) -> Any:
        """Send a clip that Telegram has already, with words and buttons below; return the message."""
        return await self._send_file("sendAnimation", chat, caption, rows, animation=file_id)

    async def upload_clip(self, chat: int, clip: Clip, film: bytes, picture: bytes, caption: str, rows: Rows) -> Any:
        """Send a clip with its files, the film and the picture that stands for it until it plays; return the message."""
        files = {
            "animation": (f"{clip.name}.mp4", film, "video/mp4"),
            "picture": (f"{clip.name}.jpg", picture, "image/jpeg"),
        }
        about = {"width": clip.width, "height": clip.height, "duration": max(1, round(clip.seconds))}
        return await self._send_file("sendAnimation", chat, caption, rows, files, thumbnail="attach://picture", **about)

    async def send_picture(self, chat: int, file_id: str, caption: str, rows: Rows) -> Any:
        """Send a picture that Telegram has already, with words and buttons below; return the message."""
        return await self._send_file("sendPhoto", chat, caption, rows, photo=file_id)

    async def upload_picture(self, chat: int, picture: Picture, content: bytes, caption: str, rows: Rows) -> Any:
        """Send a picture with its file; return the message."""
        files = {"photo": (f"{picture.name.replace('/', '_')}.png", content, "image/png")}
        return await self._send_file("sendPhoto", chat, caption, rows, files)

    async def _send_file(
        self, method: str, chat: int, caption: str, rows: Rows, files: Files | None = None, **parameters: Any
    ) -> Any:
        return await self._call(
            method,
            files,
            chat_id=chat,
            caption=caption,
            parse_mode=ParseMode.HTML,
            reply_markup=_inline(rows),
            **parameters,
        )

    async def edit_caption(self, chat: int, message: int, caption: str, rows: Rows) -> None:
        """Change the words below a clip, and their buttons."""
        await self._call(
            "editMessageCaption",
            chat_id=chat,
            message_id=message,
            caption=caption,
            parse_mode=ParseMode.HTML,
            reply_markup=_inline(rows),
        )

    async def strip(self, chat: int, message: int) -> None:
        """Take a message's buttons off."""
        await self._call("editMessageReplyMarkup", chat_id=chat, message_id=message)

    async def answer(self, query: str, toast: str | None) -> None:
        """Stop a tap's little clock."""
        await self._call("answerCallbackQuery", callback_query_id=query, text=toast)

    async def _call(self, method: str, files: Files | None = None, **parameters: Any) -> Any:
        return await self._request.call(f"{self._base_url}/{method}", parameters, files)


def _inline(rows: Rows) -> dict[str, Any] | None:
    if not rows:
        return None
    buttons = [[{"text": button.label, "callback_data": button.press.pack()} for button in row] for row in rows]
    return {"inline_keyboard": buttons}


def _keyboard(keyboard: ReplyKeyboard | None) -> dict[str, Any] | None:
    if keyboard is None:
        return None
    rows: list[list[dict[str, Any]]] = [[{"text": label} for label in row] for row in keyboard.rows]
    if keyboard.location:
        rows.append([{"text": keyboard.location, "request_location": True}])
    return {"keyboard": rows, "resize_keyboard": True} if rows else {"remove_keyboard": True}
