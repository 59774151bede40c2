"""How a clip gets to Telegram: up once for everybody, again when its id is refused, and without it in good time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import web

from bot.chat.calls import Calls
from bot.chat.clips import Clips
from bot.chat.outlet import Outlet
from bot.chat.pacing import Pace
from bot.chat.requests import AioRequest
from bot.domain.clip import Clip
from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.serving import Serving, serve
from bot.sandbox.sight import Call
from bot.sandbox.world.faults import Kind
from bot.sandbox.world.files import Files
from bot.store.database import Database
from bot.store.faults import StoreStalled
from bot.store.sent_clips import SentClips
from bot.views import Reply
from tests.clips import HEIGHT, PICTURE, SECONDS, WIDTH, filmed

BOT = 1234567890
TOKEN = f"{BOT}:" + "S3CRET" * 5


@dataclass
class Edge:
    """What sends, and what came of it."""

    serving: Serving
    sandbox: Sandbox
    people: Sequence[Person]
    request: AioRequest
    database: Database
    clip: Clip
    pack: Path

    async def clips(self, patience: float = 15.0, bot: int = BOT) -> Clips:
        """What a bot has that starts now."""
        sent = SentClips(self.database, bot)
        clips = Clips(Calls(self.request, f"{self.serving.url}/bot{TOKEN}"), sent, self.pack / "media", patience)
        await clips.recall()
        return clips

    def outlet(self, clips: Clips) -> Outlet:
        return Outlet(Calls(self.request, f"{self.serving.url}/bot{TOKEN}"), clips, Pace(on=False))

    @property
    def card(self) -> Reply:
        return Reply("all of it in words", clip=self.clip, caption="below the clip")

    async def to_everybody(self, outlet: Outlet) -> None:
        await asyncio.gather(*(outlet.send(person.id, self.card) for person in self.people))

    async def heard(self) -> list[str | None]:
        """What each person's last message shows."""
        return [(await person.heard())[-1].clip for person in self.people]

    async def sent(self) -> list[Call]:
        return [call for call in await self.sandbox.calls() if call.method == "sendAnimation"]

    async def uploads(self) -> list[bool]:
        """Of every clip that was sent, whether its file came along."""
        return ["thumbnail" in call.parameters for call in await self.sent()]


@pytest.fixture
async def edge(tmp_path: Path) -> AsyncIterator[Edge]:
    async with serve() as serving, Sandbox(serving.url) as sandbox:
        people = [await sandbox.person(name) for name in ("Ann", "Ben", "Cem")]
        for person in people:
            await person.say("hello")
        [digest] = filmed(tmp_path, "half_clamshell").values()
        request, database = AioRequest(), await Database.open(f"sqlite:///{tmp_path / 'coach.db'}", b"secret")
        await request.initialize()
        clip = Clip("half_clamshell", WIDTH, HEIGHT, SECONDS, digest)
        yield Edge(serving, sandbox, people, request, database, clip, tmp_path)
        await request.shutdown()
        await database.close()


async def test_everybody_at_once_makes_one_upload(edge: Edge) -> None:
    await edge.to_everybody(edge.outlet(await edge.clips()))
    assert await edge.uploads() == [True, False, False]
    assert await edge.heard() == ["half_clamshell"] * 3


async def test_a_film_and_its_picture_arrive_whole(edge: Edge) -> None:
    await edge.outlet(await edge.clips()).send(edge.people[0].id, edge.card)
    [call] = await edge.sent()
    files = edge.serving.world.files
    film, picture = (call.result["animation"], call.result["animation"]["thumbnail"])
    kept = [files.known(file["file_id"]) for file in (film, picture)]
    written = [(edge.pack / "media" / "half_clamshell.mp4").read_bytes(), PICTURE.read_bytes()]
    assert [file.data for file in kept if file] == written
    assert [call.result["caption"], film["mime_type"], film["duration"]] == ["below the clip", "video/mp4", 2]


async def test_the_next_start_knows_what_is_there(edge: Edge) -> None:
    await edge.to_everybody(edge.outlet(await edge.clips()))
    await edge.to_everybody(edge.outlet(await edge.clips()))
    assert (await edge.uploads()).count(True) == 1


async def test_another_bot_uploads_for_itself(edge: Edge) -> None:
    await edge.to_everybody(edge.outlet(await edge.clips()))
    await edge.to_everybody(edge.outlet(await edge.clips(bot=BOT + 1)))
    assert (await edge.uploads()).count(True) == 2


async def test_an_id_that_is_refused_is_forgotten_and_the_clip_goes_up_once_more(edge: Edge) -> None:
    clips = await edge.clips()
    await edge.outlet(clips).send(edge.people[0].id, edge.card)
    edge.serving.world.files = Files()
    await edge.to_everybody(edge.outlet(clips))
    refused = [call.error for call in await edge.sent() if call.error]
    assert set(refused) == {"Bad Request: wrong file identifier/HTTP URL specified"}
    assert (await edge.uploads()).count(True) == 2
    assert await edge.heard() == ["half_clamshell"] * 3
    before = len(await edge.sent())
    await edge.to_everybody(edge.outlet(await edge.clips()))
    assert [call.error for call in (await edge.sent())[before:]] == [None] * 3


async def test_an_id_refused_late_does_not_take_the_new_one_away(edge: Edge) -> None:
    clips = await edge.clips()
    ann, ben, _ = edge.people
    await edge.outlet(clips).send(ann.id, edge.card)
    old = clips._known[edge.clip.digest]
    edge.serving.world.files = Files()
    await edge.outlet(clips).send(ann.id, edge.card)
    assert await clips._send_known(ben.id, edge.clip, old, "late", ()) is None
    await edge.outlet(clips).send(ben.id, edge.card)
    assert (await edge.uploads()).count(True) == 2
    assert edge.clip.digest in await SentClips(edge.database, BOT).known()


@pytest.mark.parametrize("said", ["message caption is too long", "can't parse entities"])
async def test_a_refusal_that_is_not_about_the_file_forgets_nothing(said: str, edge: Edge) -> None:
    clips = await edge.clips()
    await edge.outlet(clips).send(edge.people[0].id, edge.card)
    caption = "x" * 1025 if "long" in said else "<b>"
    await edge.outlet(clips).send(edge.people[0].id, Reply("words", clip=edge.clip, caption=caption))
    assert said in ((await edge.sent())[-1].error or "")
    assert (await edge.people[0].heard())[-1].text == "words"
    assert edge.clip.digest in await SentClips(edge.database, BOT).known()


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("403", [None, "half_clamshell", "half_clamshell"]),
        ("400", [None, "half_clamshell", "half_clamshell"]),
        ("429", ["half_clamshell"] * 3),
    ],
)
async def test_what_is_wrong_with_one_chat_costs_nobody_else_the_clip(
    kind: Kind, shown: list[str | None], edge: Edge
) -> None:
    outlet = edge.outlet(await edge.clips())
    await edge.sandbox.faults(kind, "sendAnimation", chat_id=edge.people[0].id, retry_after=1)
    await asyncio.gather(*(outlet.send(person.id, edge.card) for person in edge.people), return_exceptions=True)
    heard = [await person.heard() for person in edge.people]
    assert [messages[-1].clip if messages else None for messages in heard] == shown
    assert [call.code for call in await edge.sent()].count(None) == shown.count("half_clamshell")
    assert (await edge.uploads()).count(True) == 2  # the first was refused


@pytest.mark.parametrize("kind", ["500", "drop_before", "drop_after", "truncated"])
async def test_an_upload_that_is_lost_leaves_its_words_to_everybody_who_waits(kind: Kind, edge: Edge) -> None:
    outlet = edge.outlet(await edge.clips())
    await edge.sandbox.faults(kind, "sendAnimation")
    await edge.to_everybody(outlet)
    assert [(await person.heard())[-1].text for person in edge.people] == ["all of it in words"] * 3
    await edge.to_everybody(outlet)
    assert await edge.heard() == ["half_clamshell"] * 3


async def test_a_clip_that_is_known_keeps_nobody_waiting_either(edge: Edge) -> None:
    outlet = edge.outlet(await edge.clips(patience=0.2))
    await edge.to_everybody(outlet)
    await edge.sandbox.faults("slow", "sendAnimation", seconds=30, times=3)
    async with asyncio.timeout(5):
        await edge.to_everybody(outlet)
    assert [(await person.heard())[-1].text for person in edge.people] == ["all of it in words"] * 3


@pytest.mark.parametrize("fails", [sqlite3.OperationalError("disk I/O error"), StoreStalled("too slow")])
async def test_a_disk_that_fails_after_the_clip_went_out_changes_nothing_for_anybody(
    fails: Exception, edge: Edge, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise fails

    clips = await edge.clips()
    monkeypatch.setattr(edge.database, "alone", broken)
    await edge.to_everybody(edge.outlet(clips))
    monkeypatch.undo()
    assert await edge.heard() == ["half_clamshell"] * 3
    assert await edge.uploads() == [True, False, False]
    assert "could not be noted" in caplog.text


async def test_an_upload_that_hangs_keeps_nobody_waiting(edge: Edge) -> None:
    outlet = edge.outlet(await edge.clips(patience=0.2))
    await edge.sandbox.faults("slow", "sendAnimation", seconds=30)
    async with asyncio.timeout(5):
        await edge.to_everybody(outlet)
    assert await edge.heard() == [None] * 3
    assert [(await person.heard())[-1].text for person in edge.people] == ["all of it in words"] * 3
    await edge.to_everybody(outlet)
    assert await edge.heard() == ["half_clamshell"] * 3


async def test_where_telegram_asks_to_wait_the_clip_comes_after_that(edge: Edge) -> None:
    await edge.sandbox.faults("429", "sendAnimation", retry_after=1)
    await edge.outlet(await edge.clips()).send(edge.people[0].id, edge.card)
    assert [call.code for call in await edge.sent()] == [429, None]
    assert (await edge.people[0].heard())[-1].clip == "half_clamshell"


async def test_a_file_that_is_too_large_for_the_server_leaves_its_words(edge: Edge) -> None:
    asked = []

    async def answer(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        asked.append(method)
        if method == "sendAnimation":
            refusal = {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
            return web.json_response(refusal, status=413)
        return web.json_response({"ok": True, "result": {"message_id": 5}})

    app = web.Application()
    app.router.add_post("/bot{token}/{method}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    calls = Calls(edge.request, f"http://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}")
    clips = Clips(calls, SentClips(edge.database, BOT), edge.pack / "media")
    assert await Outlet(calls, clips, Pace(on=False)).send(1, edge.card) == 5
    assert asked == ["sendAnimation", "sendMessage"]
    await runner.cleanup()
