"""(d) aiogram's echo bot, as its documentation has it."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dp = Dispatcher()


@dp.message()
async def echo(message: Message) -> None:
    """Echo the user message."""
    await message.answer(message.text)


async def main() -> None:
    """Start the bot."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    await dp.start_polling(Bot(os.environ["TELEGRAM_BOT_TOKEN"], session=session))


asyncio.run(main())
