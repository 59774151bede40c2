"""What only Telegram knows: whether the token is good, what time it is, and who else asks for updates."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.doctor.finding import Finding, fault, ok
from bot.settings import Environment

SECONDS = 10
HELD = 4
"""Seconds for which we ask for updates: another copy asks again within them, and Telegram turns one of us away."""
OFF = 5.0
SET_CLOCK = "Let NTP set it: `timedatectl set-ntp true`."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gave: the status, the body, and by how many seconds our clock is ahead (None: the server is mute)."""

    status: int
    body: dict[str, Any]
    ahead: float | None


class Silent(Exception):
    """No answer; only the kind of error is kept, for others hold the token."""


async def findings(environment: Environment, *, coach_runs: bool) -> AsyncIterator[Finding]:
    """Ask Telegram, as far as the token allows."""
    if said := environment.token_fault():
        yield fault("token", said)
        return
    async with aiohttp.ClientSession(trust_env=True, timeout=aiohttp.ClientTimeout(total=SECONDS + HELD)) as session:
        try:
            me = await _call(session, environment, "getMe", {})
            yield _token(me)
            yield clock(await _ahead(session, environment, me))
            if me.status == HTTPStatus.OK:
                yield await _poller(session, environment, coach_runs=coach_runs)
        except Silent as silent:
            host = urlsplit(environment.telegram_api_url).netloc
            yield fault("telegram", f"{host} cannot be reached ({silent}). Look at the network and TELEGRAM_API_URL.")


async def _call(
    session: aiohttp.ClientSession, environment: Environment, method: str, parameters: dict[str, int]
) -> Answer:
    url = f"{environment.telegram_api_url}/bot{environment.token}/{method}"
    before = time.time()
    try:
        async with session.post(url, json=parameters) as response:
            body = await response.json(content_type=None)
            return Answer(response.status, body, _ahead_of(response.headers.get("Date"), (before + time.time()) / 2))
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise Silent(type(error).__name__) from None


def _token(me: Answer) -> Finding:
    if me.status == HTTPStatus.OK:
        return ok("token", f"Telegram knows it: @{me.body['result'].get('username')}")
    if me.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
        return fault("token", "Telegram rejects TELEGRAM_BOT_TOKEN. Copy it again from @BotFather.")
    return fault("token", f"Telegram answers with {me.status}. Try again later.")


def _ahead_of(date: str | None, now: float) -> float | None:
    """The server's clock, as its answer's header has it: whole seconds, rounded down."""
    return None if date is None else now - parsedate_to_datetime(date).timestamp() - 0.5


async def _ahead(session: aiohttp.ClientSession, environment: Environment, me: Answer) -> float | None:
    """By how much we are ahead of Telegram, or of the local Telegram's own clock."""
    if environment.clock_url is None:
        return me.ahead
    try:
        async with session.get(environment.clock_url) as response:
            return time.time() - float((await response.json())["now"])
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
        raise Silent(f"its clock: {type(error).__name__}") from None


def clock(ahead: float | None) -> Finding:
    """Tell whether our clock is right; people are written to by it."""
    if ahead is None:
        return ok("clock", "the server does not tell the time, nothing to compare with")
    if abs(ahead) > OFF:
        direction = "ahead of" if ahead > 0 else "behind"
        return fault("clock", f"This machine is {abs(ahead):.0f} s {direction} Telegram. {SET_CLOCK}")
    return ok("clock", f"within {OFF:.0f} s of Telegram's")


async def _poller(session: aiohttp.ClientSession, environment: Environment, *, coach_runs: bool) -> Finding:
    """Tell whether another copy asks for updates. Without an offset, asking takes nothing away from anybody."""
    if coach_runs:
        return ok("poller", "the coach is running, and is not disturbed; its log names a Conflict if another copy runs")
    answer = await _call(session, environment, "getUpdates", {"timeout": HELD, "limit": 1})
    if answer.status == HTTPStatus.CONFLICT and "webhook" in str(answer.body.get("description")):
        return fault("poller", "A webhook is set for this bot, updates go there. Start the coach once, it removes it.")
    if answer.status == HTTPStatus.CONFLICT:
        return fault(
            "poller", "Another program asks for this bot's updates. Stop it, or get a new token for one of them."
        )
    if answer.status != HTTPStatus.OK:
        return fault("poller", f"Telegram answers with {answer.status} when asked for updates. Try again later.")
    return ok("poller", "nobody else asks for this bot's updates")
