"""`hipcoach demo` as a process: one address, and nothing left when it ends."""

import asyncio
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from signal import SIGINT, SIGTERM, Signals

import aiohttp
import pytest

from tests.host.running import environment, files_in

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[tuple[Process, str]]:
    """The demo, and the address that it printed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo"), env=environment(folder, TMPDIR=str(folder)), stdin=DEVNULL, stdout=PIPE
    )
    assert process.stdout
    try:
        line = (await process.stdout.readline()).decode()
        found = ADDRESS.search(line)
        assert found, line
        yield process, found[0]
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until_ready(session: aiohttp.ClientSession, address: str) -> None:
    """Wait until the first world can be played in; each question is answered by the server when it can."""
    async with asyncio.timeout(30):
        while True:
            async with session.get(f"{address}/worlds/1") as response:
                if (await response.json())["state"] == "ready":
                    return
            async with session.get(f"{address}/worlds/1/sandbox/events?after=0&wait=0.2") as response:
                await response.read()


@pytest.mark.parametrize("signal", [SIGINT, SIGTERM])
async def test_it_prints_one_address_answers_there_and_leaves_nothing(tmp_path: Path, signal: Signals) -> None:
    async with demo(tmp_path) as (process, address), aiohttp.ClientSession() as session:
        async with session.get(address) as response:
            assert "<title>Hip coach: a demo</title>" in await response.text()
        await until_ready(session, address)
        [folder] = files_in(tmp_path)
        assert "coach.db" in files_in(tmp_path / folder)
        process.send_signal(signal)
        async with asyncio.timeout(15):
            assert await process.wait() == 0
        assert files_in(tmp_path) == []
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(address)
