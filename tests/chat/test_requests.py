"""AioRequest keeps the contract of PTB's request, against a real server that goes wrong on demand."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from telegram import Bot, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ApplicationBuilder

from bot.chat.flight import Flight
from bot.chat.handling import App
from bot.chat.requests import AioRequest, NotSent
from bot.chat.storing import StoringRequest
from bot.chat.waiting_room import WaitingRoom
from bot.clock import SystemClock
from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.serving import Serving, serve
from bot.sandbox.world.faults import Kind
from bot.store.database import Database
from bot.store.inbox import Inbox

from .acting import rows_in

TOKEN = "1234567890:" + "S3CRET" * 5


@pytest.fixture
async def serving() -> AsyncIterator[Serving]:
    async with serve() as serving:
        yield serving


@pytest.fixture
async def sandbox(serving: Serving) -> AsyncIterator[Sandbox]:
    async with Sandbox(serving.url) as sandbox:
        yield sandbox


@pytest.fixture
async def ann(sandbox: Sandbox) -> Person:
    ann = await sandbox.person()
    await ann.say("hello")
    return ann


@pytest.fixture
async def bot(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else each 429 brings a warning, and warnings are errors here
    async with connected(serving.url, AioRequest(read_timeout=0.3)) as bot:
        yield bot


def connected(url: str, request: AioRequest, updates: AioRequest | None = None, token: str = TOKEN) -> Bot:
    return Bot(token, f"{url}/bot", request=request, get_updates_request=updates or AioRequest())


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("429", RetryAfter),
        ("500", NotSent),
        ("502", NotSent),
        ("403", Forbidden),
        ("400", BadRequest),
        ("slow", TimedOut),
        ("drop_before", NetworkError),
        ("drop_after", NetworkError),
        ("truncated", NetworkError),
    ],
)
async def test_every_trouble_has_its_own_error_without_the_token(
    kind: Kind, error: type[TelegramError], bot: Bot, sandbox: Sandbox, ann: Person
) -> None:
    await sandbox.faults(kind, "sendMessage", seconds=1)
    with pytest.raises(error) as raised:
        await bot.send_message(ann.id, "hi")
    assert isinstance(raised.value, NotSent) == (kind in ("500", "502"))
    assert isinstance(raised.value, BadRequest) == (kind == "400")
    assert not any(secret in told(raised.value) for secret in ("S3CRET", "http://", "127.0.0.1"))
    assert (await bot.send_message(ann.id, "again")).text == "again"


async def test_a_refused_connection_is_known_not_to_have_left() -> None:
    with pytest.raises(NotSent) as raised:
        async with connected("http://127.0.0.1:9", AioRequest()):
            pytest.fail("nobody listens there")
    assert not any(secret in told(raised.value) for secret in ("S3CRET", "http://", "127.0.0.1"))


async def test_a_call_may_have_its_own_patience(bot: Bot, sandbox: Sandbox, ann: Person) -> None:
    await sandbox.faults("slow", "sendMessage", seconds=0.5)
    assert (await bot.send_message(ann.id, "late", read_timeout=5)).text == "late"


async def test_files_and_texts_that_need_care_arrive_whole(bot: Bot, ann: Person) -> None:
    caption = 'ümläut & <b> 😀\n"quotes" % +'
    await bot.send_document(ann.id, bytes(range(256)), filename="ümläut.bin", caption=caption)
    assert (await ann.heard())[-1].text == caption


@pytest.mark.parametrize("text", ["50 %, %41 and %%", "a=b&c=d;e#f?g", "1 + 1", "ümläut 😀\n▰▱ “so”", "<b> \\ ' \" `"])
async def test_a_text_arrives_as_it_was_written(bot: Bot, ann: Person, text: str) -> None:
    await bot.send_message(ann.id, text)
    assert (await ann.heard())[-1].text == text


async def test_an_answer_that_is_cut_short_is_not_written_to_the_log(
    bot: Bot, sandbox: Sandbox, ann: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await ann.say("quaggaquokka")
    await sandbox.faults("truncated", "getUpdates")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert "quagga" not in caplog.text


async def test_an_update_is_on_disk_before_anybody_hears_of_it(serving: Serving, ann: Person, tmp_path: Path) -> None:
    database = await Database.open(f"sqlite:///{tmp_path / 'coach.db'}", b"secret")
    inbox = Inbox(database)
    storing = StoringRequest(inbox, 1234567890, SystemClock(), Flight(), WaitingRoom(inbox))
    app: App = ApplicationBuilder().token(TOKEN).build()
    storing.join(app)
    async with connected(serving.url, AioRequest(), storing) as bot:
        [told] = await bot.get_updates()
        update = app.update_queue.get_nowait()
        assert isinstance(update, Update) and update.message
        assert (told.update_id, told.message) == (update.update_id, None)
        assert update.message.text == "hello"
        assert rows_in(tmp_path, "SELECT update_key, person, state FROM inbox") == [
            (update.api_kwargs["inbox_key"], ann.id, "open")
        ]
        await database.close()
        with pytest.raises(NetworkError):  # what cannot be kept is not handed on, and so never confirmed
            await bot.get_updates()
        assert app.update_queue.empty()
    assert len(serving.world.updates.waiting(serving.world.clock.now())) == 1


PAGE = f"<html><b>Bad Gateway</b> /bot{TOKEN}/sendMessage</html>"


@pytest.mark.parametrize(
    ("status", "page", "error"),
    [
        (502, PAGE, NotSent),
        (500, '{"ok": false}', NotSent),
        (503, PAGE, NotSent),
        (504, PAGE, NetworkError),
        (404, PAGE, InvalidToken),
        (401, PAGE, InvalidToken),
        (400, PAGE, BadRequest),
        (403, PAGE, Forbidden),
        (409, PAGE, Conflict),
        (418, PAGE, NetworkError),
        (302, PAGE, NetworkError),
        (200, PAGE, NetworkError),
        (200, "[]", NetworkError),
        (200, '{"ok": true, "resu', NetworkError),
        (200, "", NetworkError),
        (413, '{"ok": false, "description": "Request Entity Too Large"}', NetworkError),
        (400, '{"ok": false, "parameters": {"migrate_to_chat_id": -5}}', ChatMigrated),
        (429, '{"ok": false, "parameters": {"retry_after": 5}}', RetryAfter),
    ],
)
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_whatever_a_server_answers_is_one_of_telegrams_errors_and_quotes_no_page(
    status: int, page: str, error: type[TelegramError], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with listening(lambda _: answer(status, page)) as url, talking() as request:
        with pytest.raises(error) as raised:
            await request.post(f"{url}/bot{TOKEN}/sendMessage")
    assert type(raised.value) is error
    assert not any(secret in told(raised.value) + caplog.text for secret in ("S3CRET", "http://", "<html>"))


async def test_a_redirect_is_not_followed_with_the_token() -> None:
    heads: list[str] = []
    moved = answer(302, "", "Location: /elsewhere")
    async with listening(lambda _: moved, heads) as url, talking() as request:
        with pytest.raises(NetworkError):
            await request.post(f"{url}/bot{TOKEN}/getMe")
    assert len(heads) == 1


async def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[str] = []
    async with listening(lambda _: answer(200, '{"ok": true, "result": 7}'), heads) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        async with talking() as request:
            assert await request.post("http://telegram.invalid/bot1/getMe") == 7
    assert heads[0].startswith("POST http://telegram.invalid/bot1/getMe ")


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_does_not_take_part_is_known_not_to_have_sent_anything(
    scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"{scheme}_proxy", "http://127.0.0.1:9")
    async with talking() as request:
        with pytest.raises(NotSent) as raised:
            await request.post(f"{scheme}://telegram.invalid/bot{TOKEN}/getMe")
    assert "S3CRET" not in told(raised.value)


async def test_a_server_that_accepts_nobody_is_a_connection_that_was_not_made() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for each in (first, second):
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        async with talking() as request:
            with pytest.raises(NotSent):
                await request.post(f"http://127.0.0.1:{full.getsockname()[1]}/bot1/getMe", connect_timeout=0.2)


async def test_a_pool_that_stays_busy_is_a_request_that_was_not_sent(
    serving: Serving, sandbox: Sandbox, ann: Person
) -> None:
    await sandbox.faults("slow", "sendMessage", seconds=30)
    async with connected(serving.url, AioRequest(connections=1)) as bot:
        busy = asyncio.ensure_future(bot.send_message(ann.id, "first", read_timeout=1))
        while not any(call.fault for call in await sandbox.calls()):
            await sandbox.events(wait=0.05)
        with pytest.raises(NotSent):
            await bot.send_message(ann.id, "second", pool_timeout=0.1, connect_timeout=0.1)
        with pytest.raises(TimedOut):
            await busy


@asynccontextmanager
async def talking() -> AsyncIterator[AioRequest]:
    request = AioRequest(read_timeout=5)
    await request.initialize()
    yield request
    await request.shutdown()


def answer(status: int, body: str, header: str = "X: y") -> bytes:
    head = f"HTTP/1.1 {status} Some\r\n{header}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    return (head + body).encode()


@asynccontextmanager
async def listening(answers: Callable[[str], bytes], heads: list[str] | None = None) -> AsyncIterator[str]:
    """A server that says whatever a test wants, and notes what it was asked."""

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        if heads is not None:
            heads.append(head)
        writer.write(answers(head))
        writer.close()

    async with await asyncio.start_server(take, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def told(error: BaseException | None) -> str:
    """An error's words, and those of its causes as a traceback would show them."""
    words = ""
    while error is not None:
        words += f"{error!r} {error} "
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return words
