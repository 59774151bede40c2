"""Reading buttons: each payload class with the handler that serves it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.chat.handling import App, Context
from bot.views.buttons import Press

Kind = TypeVar("Kind", bound=Press)


def on_press(app: App, kind: type[Kind], callback: Callable[[Kind], Awaitable[None]]) -> None:
    """Call back with every tap on a button of this kind; a forged payload raises ForgedButton in the handler."""

    async def pressed(update: Update, _: Context) -> None:
        query = update.callback_query
        await callback(kind.unpack(query.data or "" if query else ""))

    app.add_handler(CallbackQueryHandler(pressed, pattern=rf"^{kind.tag}(:|$)"))
