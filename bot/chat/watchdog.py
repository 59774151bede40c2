"""Notices when nobody asks Telegram for updates any more: a supervisor then starts the coach anew."""

import asyncio
import logging
import time

log = logging.getLogger(__name__)

PATIENCE = 180.0


class Stalled(Exception):
    """Nobody asks for updates any more; the message is a sentence for the host."""


class Watchdog:
    """Has to be told of each call; goes by the monotonic clock."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._rejected = asyncio.Event()

    def called(self) -> None:
        """Note that Telegram is being asked now."""
        self._last = time.monotonic()

    def rejected(self) -> None:
        """Note that Telegram does not know the token any more: PTB asks no further then."""
        self._rejected.set()

    async def run(self) -> None:
        """Watch until cancelled; raise Stalled when the calls stop."""
        self.called()
        while (left := self._last + PATIENCE - time.monotonic()) > 0:
            try:
                await asyncio.wait_for(self._rejected.wait(), left)
            except TimeoutError:
                continue
            raise Stalled("Telegram does not accept TELEGRAM_BOT_TOKEN any more.")
        raise Stalled(f"Telegram was not asked for updates for {PATIENCE:.0f} s.")
