"""The server, running in the caller's event loop for as long as a block of code."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.sandbox.api.app import make_app
from bot.sandbox.world.world import World

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Serving:
    """A running sandbox: where it is, and the world in it."""

    url: str
    world: World


@asynccontextmanager
async def serve(world: World | None = None, *, port: int = 0, token: str | None = None) -> AsyncIterator[Serving]:
    """Offer the world on 127.0.0.1; port 0 takes a free one."""
    world = world or World()
    async with offered(make_app(world, token), port) as url:
        try:
            yield Serving(url, world)
        finally:
            world.stop()


@asynccontextmanager
async def offered(app: Starlette, port: int = 0) -> AsyncIterator[str]:
    """Serve an application on 127.0.0.1 for as long as the block; gives its address."""
    listener = _listener(port)
    server = _Server(_config(app))
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://{HOST}:{listener.getsockname()[1]}"
    finally:
        server.told_to_end.set()
        await running


def _listener(port: int) -> socket.socket:
    # asyncio sends without delay only where the protocol is named: 40 ms for every answer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    listener.listen()
    return listener


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=_Protocol,
        lifespan="off",
        date_header=False,  # uvicorn's ticking keeps it right
        access_log=False,  # its lines would hold the token
        log_level="warning",
        log_config=None,
        timeout_keep_alive=3600,
        timeout_graceful_shutdown=2,
    )


class _Server(uvicorn.Server):
    """Ends when told, not at the next tick of a clock."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.told_to_end = asyncio.Event()

    async def main_loop(self) -> None:
        await self.told_to_end.wait()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to whoever owns the event loop."""
        yield


class _Protocol(H11Protocol):
    """Lets a request cut its own connection, which ASGI has no word for."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "hang_up": transport.abort}
