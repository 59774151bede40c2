"""How the program is told to end: once to finish what is in hand, twice to end at once, and never later than it may."""

import asyncio
import logging
import os
import signal

log = logging.getLogger(__name__)

GONE_AFTER = 9.5
"""Seconds after which the program ends whatever hangs, before a supervisor kills it after ten: a kill loses nothing."""


class Stopping:
    """Listens for SIGTERM and SIGINT in the running event loop."""

    def __init__(self) -> None:
        self._wanted = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._gone: asyncio.TimerHandle | None = None
        for number in (signal.SIGTERM, signal.SIGINT):
            self._loop.add_signal_handler(number, self._signalled)

    @property
    def is_wanted(self) -> bool:
        """Whether we are to end."""
        return self._wanted.is_set()

    async def wanted(self) -> None:
        """Wait until we are to end."""
        await self._wanted.wait()

    def begins(self, code: int) -> None:
        """Start counting: should the end take too long, the program is gone with this code."""
        if self._gone is None:
            self._gone = self._loop.call_later(GONE_AFTER, _gone, code)

    def is_over(self) -> None:
        """Note that everything is closed."""
        if self._gone:
            self._gone.cancel()

    def _signalled(self) -> None:
        if self._wanted.is_set():
            os._exit(1)
        self._wanted.set()
        log.info("the coach finishes what is in hand; a second signal ends it at once")
        self.begins(0)


def _gone(code: int) -> None:
    log.warning("what is in hand took too long; the next start goes on with it")
    os._exit(code)
