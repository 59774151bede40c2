"""The client of the control API: the world, the clock and the bot's calls."""

from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.sandbox.person import Person
from bot.sandbox.shape import JSON
from bot.sandbox.sight import Call, Event, Message
from bot.sandbox.world.faults import Kind

JUST_PAST = timedelta(seconds=1)


class SandboxError(Exception):
    """The sandbox refused what it was asked to do."""


class NotQuiet(SandboxError):
    """The bot still had something to do when the patience was over."""


class Sandbox:
    """A running sandbox, seen from outside."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session:
            await self._session.close()

    async def person(
        self,
        first_name: str = "Ann",
        language_code: str | None = "en",
        id: int | None = None,
    ) -> Person:
        """Somebody new; the bot hears of them with their first message."""
        about = {"first_name": first_name, "language_code": language_code, "id": id}
        user = await self.ask("POST", "/people", about)
        return Person(self, user["id"], user["first_name"])

    async def people(self) -> list[Person]:
        users = await self.ask("GET", "/people")
        return [Person(self, user["id"], user["first_name"]) for user in users]

    async def now(self) -> datetime:
        return _instant((await self.ask("GET", "/clock"))["now"])

    async def advance(self, by: timedelta) -> datetime:
        moved = await self.ask("POST", "/clock", {"by": by.total_seconds()})
        return _instant(moved["now"])

    async def move_to(self, instant: datetime) -> datetime:
        """Set the clock, forwards or back."""
        if instant.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        moved = await self.ask("POST", "/clock", {"to": instant.timestamp()})
        return _instant(moved["now"])

    async def next_due(self) -> datetime | None:
        """When the bot will next do something by itself, as it last said."""
        due = (await self.ask("GET", "/clock"))["next_due"]
        return None if due is None else _instant(due)

    async def go_to_next_due(self) -> datetime | None:
        """Move just past it, but never back; None when the bot has no plans."""
        due = await self.next_due()
        if due is None:
            return None
        return await self.move_to(max(due + JUST_PAST, await self.now()))

    async def quiet(self, wait: float = 20.0) -> None:
        """Return once the bot has seen everything and has nothing left to do."""
        answer = await self.ask("GET", f"/quiet?wait={wait}")
        if not answer["quiet"]:
            raise NotQuiet(f"after {wait:g} s: {answer['why']}")

    async def calls(self, *, polls: bool = False) -> list[Call]:
        """The bot's calls in order, without getUpdates unless asked for."""
        calls = [Call.read(call) for call in await self.ask("GET", "/calls")]
        return [call for call in calls if polls or call.method != "getUpdates"]

    async def events(self, after: int = 0, wait: float = 0.0) -> list[Event]:
        """What happened after the event of that number, in order."""
        events = await self.ask("GET", f"/events?after={after}&wait={wait}")
        return [Event.read(event) for event in events]

    async def faults(
        self,
        kind: Kind,
        method: str | None = None,
        *,
        times: int = 1,
        chat_id: int | None = None,
        seconds: float = 1.0,
        retry_after: int = 1,
    ) -> None:
        """Let the next calls of the method (of any but getUpdates) go wrong in this way."""
        body = {"kind": kind, "method": method, "times": times, "chat_id": chat_id}
        await self.ask("POST", "/faults", body | {"seconds": seconds, "retry_after": retry_after})

    async def no_more_faults(self) -> None:
        await self.ask("DELETE", "/faults")

    async def limits(self, *, on: bool) -> None:
        """Switch Telegram's pace on or off: 1 message a second to a chat, 30 overall."""
        await self.ask("POST", "/limits", {"on": on})

    async def raw(self, update: JSON) -> int | None:
        """Queue an update as it is, such as {"message": {…}}; gives its id if the bot wants it."""
        return _id((await self.ask("POST", "/updates", update))["update_id"])

    async def redeliver(self, update_id: int) -> None:
        """Queue an update once more under its old id."""
        await self.ask("POST", f"/updates/{update_id}/again", {})

    async def updates(self) -> list[JSON]:
        """Every update that was ever queued, as the bot gets them."""
        updates: list[JSON] = await self.ask("GET", "/updates")
        return updates

    async def group_messages(self) -> list[Message]:
        return await self.messages((await self.ask("GET", "/group"))["id"])

    async def messages(self, chat_id: int) -> list[Message]:
        messages = await self.ask("GET", f"/chats/{chat_id}/messages")
        return [Message.read(message) for message in messages]

    async def ask(self, verb: str, path: str, body: JSON | None = None) -> Any:
        """One request to the control API."""
        assert self._session, "use it as a context manager"
        async with self._session.request(verb, f"{self.url}/sandbox{path}", json=body) as answer:
            if not answer.ok:
                raise SandboxError((await answer.json())["error"])
            return await answer.json()


def _instant(timestamp: float) -> datetime:
    return datetime.fromtimestamp(timestamp, UTC)


def _id(value: Any) -> int | None:
    return None if value is None else int(value)
