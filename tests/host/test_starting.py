"""A start loads what its command needs, and puts the search for garbage off until all is built."""

import asyncio
import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

from pydantic import SecretStr

import bot.app
from bot.settings import Settings

from .running import TOKEN, environment


def test_the_command_line_alone_loads_neither_telegram_nor_content_nor_a_server(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import bot.__main__, sys; print(*sys.modules)"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(tmp_path))
    loaded = set(ran.stdout.split())
    assert "bot.settings" in loaded
    assert loaded & {"telegram", "aiohttp", "starlette", "rich", "bot.app", "bot.content.check"} == set()


async def test_once_all_is_built_garbage_is_looked_for_again(tmp_path: Path) -> None:
    settings = Settings(
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url="http://127.0.0.1:9",  # nobody is there
        database_url=f"sqlite:///{tmp_path / 'coach.db'}",
    )
    gc.disable()
    try:
        running = asyncio.ensure_future(bot.app.run(settings))
        async with asyncio.timeout(30):
            while not gc.isenabled():  # noqa: ASYNC110 -- there is no event to wait for
                await asyncio.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)
        await running
    finally:
        gc.enable()
