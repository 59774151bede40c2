"""What `/healthz` tells: ages and counts, never anybody's number or word."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Protocol

from aiohttp import web

from bot.chat.pulse import Pulse

log = logging.getLogger(__name__)

TICK_AGE = 180.0
"""Seconds: three ticks."""
INBOX_DEPTH = 2_000
"""Where the coach stops asking for more."""
OVERDUE_AGE = 900.0
"""Seconds: 27,000 messages at Telegram's pace."""
UPKEEP_AGE = timedelta(hours=50).total_seconds()
"""Two nights without upkeep."""
ANSWERS_WITHIN = 5.0
CLOSES_WITHIN = 1.0


class PortTaken(Exception):
    """Nobody can listen there; the message is a sentence for the host."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """How the coach is; ages in seconds, None for what has not happened yet."""

    last_tick_age: float | None
    inbox_depth: int
    overdue_age: float
    last_upkeep: str | None
    upkeep_age: float | None
    integrity: str

    def faults(self) -> list[str]:
        """Say what somebody should look at."""
        found = {
            "the ticker has not run yet": self.last_tick_age is None,
            "the ticker is late": (self.last_tick_age or 0) > TICK_AGE,
            "the inbox is full": self.inbox_depth >= INBOX_DEPTH,
            "messages are overdue": self.overdue_age > OVERDUE_AGE,
            "the upkeep does not run": (self.upkeep_age or 0) > UPKEEP_AGE,
            "the database file is damaged": self.integrity != "ok",
        }
        return [sentence for sentence, is_so in found.items() if is_so]


class Upkept(Protocol):
    """What is remembered of the last upkeep."""

    @property
    def at(self) -> datetime: ...
    @property
    def fault(self) -> str | None: ...


class Keeper(Protocol):
    """Who remembers it."""

    async def last(self) -> Upkept | None: ...


class Inbox(Protocol):
    """Where updates wait."""

    async def depth(self) -> int: ...


class Reminders(Protocol):
    """What falls due."""

    async def earliest(self) -> datetime | None: ...


class Clock(Protocol):
    """What time it is for the domain."""

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Health:
    """Takes the vitals, and serves them."""

    pulse: Pulse
    clock: Clock
    inbox: Inbox
    reminders: Reminders
    keeper: Keeper

    async def vitals(self) -> Vitals:
        """Take them now."""
        now, due, last = self.clock.now(), await self.reminders.earliest(), await self.keeper.last()
        return Vitals(
            last_tick_age=_rounded(self.pulse.age()),
            inbox_depth=await self.inbox.depth(),
            overdue_age=round(max(0.0, (now - due).total_seconds()), 1) if due else 0.0,
            last_upkeep=last.at.isoformat() if last else None,
            upkeep_age=_rounded((now - last.at).total_seconds()) if last else None,
            integrity=(last and last.fault) or "ok",
        )

    async def answer(self, _: web.Request) -> web.Response:
        """200 when all is well, else 503; JSON either way."""
        try:
            async with asyncio.timeout(ANSWERS_WITHIN):
                vitals = await self.vitals()
        except TimeoutError:
            return _said(["the database does not answer"], {})
        except Exception:
            log.exception("the vitals cannot be taken")
            return _said(["the database cannot be read"], {})
        return _said(vitals.faults(), asdict(vitals))

    @asynccontextmanager
    async def served(self, host: str, port: int | None) -> AsyncIterator[None]:
        """Answer on that port for as long as the block runs; without a port, not at all."""
        if port is None:
            yield
            return
        app = web.Application()
        app.router.add_get("/healthz", self.answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSES_WITHIN)
        await runner.setup()
        try:
            await _listen(runner, host, port)
            log.info("health is told on http://%s:%s/healthz", host, port)
            yield
        finally:
            await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise PortTaken(f"PORT {port} on {host} cannot be used: {error.strerror}. Set another one.") from error


def _said(faults: list[str], vitals: dict[str, object]) -> web.Response:
    status = HTTPStatus.SERVICE_UNAVAILABLE if faults else HTTPStatus.OK
    body = {"status": "failing" if faults else "ok", "faults": faults, **vitals}
    return web.json_response(body, status=status, headers={"Cache-Control": "no-store"})


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)
