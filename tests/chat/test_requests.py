"""AioRequest keeps the contract of PTB's request, against a real server that goes wrong on demand."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.intake import Flight, StoringRequest
from bot.chat.requests import AioRequest, NotSent
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


async def test_an_answer_that_is_cut_short_is_not_written_to_the_log(
    bot: Bot, sandbox: Sandbox, ann: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await ann.say("quaggaquokka")
    await sandbox.faults("truncated", "getUpdates")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert "quagga" not in caplog.text


async def test_the_environments_proxy_is_used_but_not_for_hosts_it_excepts(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(proxy, "127.0.0.1", 0) as server:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        async with connected(serving.url, AioRequest()) as bot:
            assert asked == []
            with pytest.raises(TelegramError):
                await connected("http://telegram.test", bot.request).get_me()  # type: ignore[arg-type]
    assert asked == [b"POST http://telegram.test/bot" + TOKEN.encode() + b"/getMe HTTP/1.1\r\n"]


async def test_an_update_is_on_disk_before_anybody_hears_of_it(serving: Serving, ann: Person, tmp_path: Path) -> None:
    database = await Database.open(f"sqlite:///{tmp_path / 'coach.db'}", b"secret")
    storing = StoringRequest(Inbox(database), 1234567890, SystemClock(), Flight())
    async with connected(serving.url, AioRequest(), storing) as bot:
        [update] = await bot.get_updates()
        assert rows_in(tmp_path, "SELECT update_key, person, state FROM inbox") == [
            (update.api_kwargs["inbox_key"], ann.id, "open")
        ]
        await database.close()
        with pytest.raises(NetworkError):  # what cannot be kept is not handed on, and so never confirmed
            await bot.get_updates()
    assert len(serving.world.updates.waiting(serving.world.clock.now())) == 1


def told(error: BaseException | None) -> str:
    """An error's words, and those of its causes as a traceback would show them."""
    words = ""
    while error is not None:
        words += f"{error!r} {error} "
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return words
