"""A Bot API server that costs little: one process of its own, so that only the bot's CPU is counted.

It checks nothing (the sandbox does that); it answers, after a latency that can be set, and keeps what it was asked.
"""

import asyncio
import json
import sys
import time
from collections import Counter, deque
from typing import Any

import uvloop
from aiohttp import web

from bench.crowd import Crowd, Task, Update

BATCH = 100
LIMITED = frozenset({"sendMessage", "sendAnimation"})
"""What Telegram's pace counts here, as the sandbox does."""

WRITING = LIMITED | {"editMessageText", "editMessageCaption", "editMessageReplyMarkup"}

BOT = {"id": 1234567890, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}


class Queue:
    """Updates until they are confirmed by a higher offset."""

    def __init__(self) -> None:
        self._updates = deque[Update]()
        self._number = 0
        self._filled = asyncio.Event()

    def push(self, update: Update) -> None:
        """Add one."""
        self._number += 1
        self._updates.append({"update_id": self._number, **update})
        self._filled.set()

    def __len__(self) -> int:
        return len(self._updates)

    async def after(self, offset: int, limit: int, wait: float) -> list[Update]:
        """Confirm what is older than the offset, and return what is there, or comes within the time."""
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if not self._updates and wait:
            self._filled.clear()
            try:
                await asyncio.wait_for(self._filled.wait(), wait)
            except TimeoutError:
                return []
            await asyncio.sleep(0)  # those who write in the same moment come along
        return [self._updates[at] for at in range(min(limit, len(self._updates)))]


class Pace:
    """At most so many messages in any second; 0 for no limit. Counts what it refused."""

    def __init__(self) -> None:
        self.most = 0
        self.refused = 0
        self._sent = deque[float]()

    def wait(self) -> int:
        """Return after how many seconds to come again, 0 when it may pass."""
        now = time.monotonic()
        while self._sent and now - self._sent[0] >= 1:
            self._sent.popleft()
        if self.most and len(self._sent) >= self.most:
            self.refused += 1
            return 1
        if self.most:
            self._sent.append(now)
        return 0


class Telegram:
    """The server's state, and what it does with a call."""

    def __init__(self) -> None:
        self.queue, self.pace = Queue(), Pace()
        self.crowd = Crowd(self.queue.push)
        self.latency = 0.0
        self.calls = Counter[str]()
        self.first_call: dict[str, float] = {}
        self.unasked: list[float] = []
        self._message = 0
        self._clips: dict[int, tuple[int, dict[str, Any]]] = {}
        self._crowd_people = frozenset[int]()

    async def call(self, request: web.Request) -> web.Response:
        """Answer one call of a bot."""
        method = request.match_info["method"]
        self.first_call.setdefault(method, time.time())
        given = await _parameters(request)
        if method == "getUpdates":
            wait = float(given.get("timeout", 0))
            found = await self.queue.after(int(given.get("offset", 0)), int(given.get("limit", BATCH)), wait)
            return _answer(found)
        self.calls[method] += 1
        self.crowd.tally.calls[method] += 1
        if self.latency:
            await asyncio.sleep(self.latency)
        if method in LIMITED and (seconds := self.pace.wait()):
            return _too_fast(seconds)
        return _answer(self._done(method, given))

    def _done(self, method: str, given: dict[str, Any]) -> Any:
        if method == "getMe":
            return BOT
        if method not in WRITING:
            return True
        chat = int(given["chat_id"])
        markup = _inline(given.get("reply_markup"))
        message = self._number(given)
        if method == "sendAnimation":
            self._clips[chat] = message, _clip(given["animation"])
        shown, clip = self._clips.get(chat, (None, None))
        content: dict[str, Any] = {"text": given.get("text", "a card")}
        if clip and shown == message:
            content = {"animation": clip, "document": clip, "caption": given.get("caption", "a card")}
        if method != "editMessageReplyMarkup":
            self._heard(chat, message, markup, content)
        sent = {"message_id": message, "date": int(time.time()), "from": BOT, "chat": {"id": chat, "type": "private"}}
        return {**sent, **content, **({"reply_markup": markup} if markup else {})}

    def _number(self, given: dict[str, Any]) -> int:
        if "message_id" in given:
            return int(given["message_id"])
        self._message += 1
        return self._message

    def _heard(self, chat: int, message: int, markup: dict[str, Any] | None, content: dict[str, Any]) -> None:
        if chat not in self._crowd_people:
            self.unasked.append(time.monotonic())
        button = markup["inline_keyboard"][0][0].get("callback_data") if markup else None
        self.crowd.heard(chat, message, button, content)

    async def control(self, request: web.Request) -> web.Response:
        """Set latency and pace, and let a crowd begin."""
        wanted = await request.json()
        self.latency = wanted.get("latency", self.latency)
        self.pace.most = wanted.get("most", self.pace.most)
        if "flood" in wanted:
            self.crowd.flood(**wanted["flood"])
        if "task" in wanted:
            task = Task(**wanted["task"])
            self._crowd_people = frozenset(task.people)
            self.crowd.begin(task)
        return web.json_response({})

    async def clock(self, request: web.Request) -> web.Response:
        """Tell the time; a clock that never jumps holds the question as long as it may."""
        await asyncio.sleep(float(request.query.get("wait", 0)))
        return web.json_response({"now": time.time(), "follows": True})

    async def state(self, request: web.Request) -> web.Response:
        """Tell how far the crowd is; with `?all`, everything."""
        crowd = self.crowd
        short: dict[str, Any] = {
            "busy": crowd.busy,
            "answered": crowd.tally.answered,
            "unasked": len(self.unasked),
            "calls": dict(self.calls),
            "first_call": self.first_call,
            "queued": len(self.queue),
        }
        if "all" in request.query:
            short |= {"tally": vars(crowd.tally), "unasked_at": self.unasked, "refused": self.pace.refused}
        return web.json_response(short)


async def _parameters(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    return dict(await request.post())


def _clip(given: Any) -> dict[str, Any]:
    """Describe a clip as Telegram does: the uploaded one, or the one that was sent before under this id."""
    name = given if isinstance(given, str) else given.filename
    size = {"width": 640, "height": 480, "duration": 4, "file_size": 60_000}
    return {"file_id": name, "file_unique_id": f"u-{name}", "file_name": name, "mime_type": "video/mp4", **size}


def _inline(markup: Any) -> dict[str, Any] | None:
    found = json.loads(markup) if isinstance(markup, str) else markup
    return found if found and found.get("inline_keyboard") else None


def _answer(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _too_fast(seconds: int) -> web.Response:
    said = f"Too Many Requests: retry after {seconds}"
    refusal = {"ok": False, "error_code": 429, "description": said, "parameters": {"retry_after": seconds}}
    return web.json_response(refusal, status=429)


async def served() -> web.Application:
    """Build the application."""
    telegram, app = Telegram(), web.Application(client_max_size=1 << 24)
    app.router.add_post("/bot{token}/{method}", telegram.call)
    app.router.add_post("/control", telegram.control)
    app.router.add_get("/clock", telegram.clock)
    app.router.add_get("/state", telegram.state)
    return app


if __name__ == "__main__":
    uvloop.install()
    web.run_app(served(), host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
