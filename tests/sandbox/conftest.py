"""A sandbox of its own for every test."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.puppet import Puppet
from bot.sandbox.serving import Serving, serve


@pytest.fixture
async def serving() -> AsyncIterator[Serving]:
    async with serve() as serving:
        yield serving


@pytest.fixture
async def sandbox(serving: Serving) -> AsyncIterator[Sandbox]:
    async with Sandbox(serving.url) as sandbox:
        yield sandbox


@pytest.fixture
async def bot(serving: Serving) -> AsyncIterator[Puppet]:
    """A bot that only does what the test tells it to do."""
    async with aiohttp.ClientSession() as session:
        yield Puppet(session, f"{serving.url}/bot1234567890:secret")


@pytest.fixture
async def ann(sandbox: Sandbox) -> Person:
    """A person to whom the bot may write: her first message is number 1."""
    ann = await sandbox.person("Ann", id=77)
    await ann.say("/start")
    return ann


@pytest.fixture
async def echo(serving: Serving) -> AsyncIterator[str]:
    """A small bot made with python-telegram-bot, as it is; it never asks the clock."""
    app = ApplicationBuilder().token("1234567890:secret").base_url(f"{serving.url}/bot").build()
    app.add_handler(CommandHandler("start", _start, filters.UpdateType.MESSAGE))
    app.add_handler(CallbackQueryHandler(_choose))
    app.add_handler(MessageHandler(filters.ALL, _echo))
    async with app:
        await app.bot.set_my_commands([BotCommand("start", "Begin")])
        assert app.updater
        await app.updater.start_polling()
        await app.start()
        yield serving.url
        await app.updater.stop()
        await app.stop()


async def _start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    labels = {"Yes": "yes", "No": "no"}
    buttons = [InlineKeyboardButton(label, callback_data=data) for label, data in labels.items()]
    await update.message.reply_html("<b>Ready</b>?", reply_markup=InlineKeyboardMarkup([buttons]))
    await update.message.reply_text("keys", reply_markup=ReplyKeyboardMarkup([["Done", "Stop"]]))


async def _choose(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query
    await query.answer("noted")
    await query.edit_message_text(f"You chose {query.data}")


async def _echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    await message.reply_text(f"You said {message.text or message.location}")
