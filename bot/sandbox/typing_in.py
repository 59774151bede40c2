"""Lines from standard input, without a thread and without changing the terminal."""

import asyncio
import os
from collections.abc import AsyncIterator

CHUNK = 65_536


async def typed_lines(descriptor: int) -> AsyncIterator[str]:
    """Every line until the end of the input: a terminal's, a pipe's or a file's."""
    rest = b""
    async for chunk in _chunks(descriptor):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield line.decode(errors="replace")
    if rest:
        yield rest.decode(errors="replace")


async def _chunks(descriptor: int) -> AsyncIterator[bytes]:
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes] = asyncio.Queue()
    try:
        loop.add_reader(descriptor, lambda: chunks.put_nowait(os.read(descriptor, CHUNK)))
    except PermissionError:  # a file: always readable, so nothing to wait for
        while chunk := os.read(descriptor, CHUNK):
            yield chunk
        return
    try:
        while chunk := await chunks.get():
            yield chunk
    finally:
        loop.remove_reader(descriptor)
