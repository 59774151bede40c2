"""How calls travel: tokens, encodings, files, faults, pace and the journal."""

import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.puppet import PICTURE, Puppet, Refused
from bot.sandbox.refusal import Refusal
from bot.sandbox.serving import Serving, serve
from bot.sandbox.world.faults import Kind
from bot.sandbox.world.limits import Limits

GO = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


async def test_query_json_and_both_kinds_of_form_mean_the_same(bot: Puppet, ann: Person) -> None:
    plain = {"chat_id": "77", "text": "é 😀", "reply_markup": json.dumps(GO)}
    multipart = aiohttp.FormData(plain, default_to_multipart=True)
    ways: list[dict[str, Any]] = [
        {"params": plain},
        {"json": {"chat_id": 77, "text": "é 😀", "reply_markup": GO}},
        {"data": plain},
        {"data": multipart},
        {"params": {"chat_id": "77"}, "json": {"text": "é 😀", "reply_markup": GO}},
    ]
    for way in ways:
        message = (await bot.answer("SENDmessage", **way))["result"]
        assert (message["text"], message["reply_markup"]) == ("é 😀", GO)
    async with bot.session.get(f"{bot.url}/getme") as response:
        assert (await response.json())["result"]["id"] == 1234567890


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, "can't parse JSON"),
        ({"data": b"[]", "headers": {"Content-Type": "application/json"}}, "must be a JSON object"),
        ({"data": b'{"text": "\xff"}', "headers": {"Content-Type": "application/json"}}, "UTF-8"),
        ({"json": {"text": "\ud83d"}}, "UTF-8"),
        ({"data": {"reply_markup": "{"}}, "can't parse JSON"),
        ({"data": b"x", "headers": {"Content-Type": "text/plain"}}, "unsupported content type"),
    ],
)
async def test_what_cannot_be_read_is_a_bad_request(bot: Puppet, request_: Any, reason: str) -> None:
    answer = await bot.answer("sendMessage", **request_)
    assert answer["error_code"] == 400
    assert reason in answer["description"]


@pytest.mark.parametrize("token", ["123", "abc:secret", "123:", "123:a b", ":secret"])
async def test_a_malformed_token_is_not_found(bot: Puppet, serving: Serving, token: str) -> None:
    async with bot.session.get(f"{serving.url}/bot{token}/getMe") as response:
        assert await response.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_a_sandbox_for_one_token_refuses_others() -> None:
    async with serve(token="1:right") as serving, aiohttp.ClientSession() as session:
        assert (await Puppet(session, f"{serving.url}/bot1:right")("getMe"))["id"] == 1
        with pytest.raises(Refused, match="Unauthorized"):
            await Puppet(session, f"{serving.url}/bot1:wrong")("getMe")


async def test_the_journal_knows_everything_but_the_token(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    await bot("sendMessage", chat_id=77, text="x")
    await bot.answer("sendKiss")
    await bot.answer("getMe", params={"x": "1"})
    sent, kiss, me = await sandbox.calls()
    assert (sent.method, sent.parameters, sent.broken) == ("sendMessage", {"chat_id": 77, "text": "x"}, ())
    assert sent.result["message_id"] == 2
    assert (kiss.method, kiss.code, kiss.broken) == ("sendKiss", 404, ("Not Found",))
    assert me.error == 'Bad Request: unknown parameter "x"'
    assert "secret" not in repr([sent, kiss, me])


async def test_a_picture_is_sent_fetched_and_sent_again(bot: Puppet, ann: Person, serving: Serving) -> None:
    message = await bot.photo(77, caption="<b>a</b>", parse_mode="HTML")
    [photo] = message["photo"]
    assert (photo["width"], photo["height"], message["caption"]) == (3, 2, "a")
    path = (await bot("getFile", file_id=photo["file_id"]))["file_path"]
    async with bot.session.get(f"{serving.url}/file/bot1234567890:secret/{path}") as response:
        assert await response.read() == PICTURE
    again = await bot("sendPhoto", chat_id=77, photo=photo["file_id"])
    assert again["photo"][0]["file_unique_id"] == photo["file_unique_id"]
    with pytest.raises(Refused, match="can't use file of type Photo as Document"):
        await bot("sendDocument", chat_id=77, document=photo["file_id"])
    with pytest.raises(Refused, match="wrong file identifier/HTTP URL specified"):
        await bot("sendPhoto", chat_id=77, photo="made-up")
    with pytest.raises(Refused, match="there is no photo in the request"):
        await bot("sendPhoto", chat_id=77)


async def test_files_can_be_attached_by_name(bot: Puppet, ann: Person) -> None:
    form = aiohttp.FormData({"chat_id": "77", "document": "attach://mine"})
    form.add_field("mine", b"a\r\nb\n\r", filename="a.txt", content_type="text/plain")
    document = (await bot.answer("sendDocument", data=form))["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("a.txt", "text/plain", 6)


async def test_an_animation_is_a_document_too_and_its_caption_can_change(bot: Puppet, ann: Person) -> None:
    form = aiohttp.FormData({"chat_id": "77", "caption": "one"})
    form.add_field("animation", b"mp4", filename="a.mp4", content_type="video/mp4")
    message = (await bot.answer("sendAnimation", data=form))["result"]
    assert message["animation"]["file_id"] == message["document"]["file_id"]
    edited = await bot("editMessageCaption", chat_id=77, message_id=2, caption="two")
    assert (edited["caption"], edited["animation"]) == ("two", message["animation"])


THUMBNAILS = [
    (b"\xff\xd8\xff", {"width": 320, "height": 240, "file_size": 3}),
    (b"\x89PNG\r\n\x1a\n", None),
    (b"\xff\xd8\xff" + bytes(200_000), None),
]


@pytest.mark.parametrize(("picture", "shown"), THUMBNAILS, ids=["a small jpeg", "a png", "a large jpeg"])
async def test_an_animation_sent_again_by_its_id_is_as_long_and_as_large_and_has_its_thumbnail(
    picture: bytes, shown: dict[str, int] | None, bot: Puppet, ann: Person
) -> None:
    form = aiohttp.FormData({"chat_id": "77", "width": "640", "height": "480", "duration": "4"})
    form.add_field("animation", b"mp4", filename="half_clamshell.mp4", content_type="video/mp4")
    form.add_field("thumbnail", "attach://picture")
    form.add_field("picture", picture, filename="half_clamshell.jpg", content_type="image/jpeg")
    animation = (await bot.answer("sendAnimation", data=form))["result"]["animation"]
    assert (animation["width"], animation["height"], animation["duration"]) == (640, 480, 4)
    assert {key: animation.get("thumbnail", {}).get(key) for key in shown or {}} == (shown or {})
    assert ("thumbnail" in animation) == (shown is not None)
    again = await bot("sendAnimation", chat_id=77, animation=animation["file_id"])
    assert again["animation"] == animation
    assert (await ann.heard())[-1].clip == "half_clamshell"
    with pytest.raises(Refused, match="wrong file identifier/HTTP URL specified"):
        await bot("sendAnimation", chat_id=77, animation=animation["file_id"][1:])


@pytest.mark.parametrize(("data", "reason"), [(b"", "file must be non-empty"), (b"text", "IMAGE_PROCESS_FAILED")])
async def test_a_photo_must_be_a_picture(bot: Puppet, ann: Person, data: bytes, reason: str) -> None:
    form = aiohttp.FormData({"chat_id": "77"})
    form.add_field("photo", data, filename="a.png")
    assert (await bot.answer("sendPhoto", data=form))["description"] == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("kind", "code", "delivered"),
    [("429", 429, 0), ("500", 500, 0), ("403", 403, 0), ("slow", 200, 1)],
)
async def test_a_fault_hits_so_many_calls_and_no_more(
    bot: Puppet, ann: Person, sandbox: Sandbox, kind: Kind, code: int, delivered: int
) -> None:
    await sandbox.faults(kind, "sendMessage", retry_after=7, seconds=0.01)
    answer = await bot.answer("sendMessage", json={"chat_id": 77, "text": "x"})
    assert answer.get("error_code", 200) == code
    assert answer.get("parameters") == ({"retry_after": 7} if kind == "429" else None)
    assert len(await ann.heard()) == delivered
    await bot("sendMessage", chat_id=77, text="x")
    first, second = await sandbox.calls()
    assert (first.fault, first.broken, second.fault) == (kind, (), None)


@pytest.mark.parametrize(("kind", "delivered"), [("drop_before", 0), ("drop_after", 1), ("truncated", 1)])
async def test_an_answer_can_be_lost_before_or_after_delivery(
    bot: Puppet, ann: Person, sandbox: Sandbox, kind: Kind, delivered: int
) -> None:
    await sandbox.faults(kind, chat_id=77)
    with pytest.raises((aiohttp.ClientError, json.JSONDecodeError)):
        await bot("sendMessage", chat_id=77, text="x")
    assert len(await ann.heard()) == delivered


async def test_faults_can_be_switched_off(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    await sandbox.faults("500", times=5)
    await sandbox.no_more_faults()
    await bot("sendMessage", chat_id=77, text="x")


async def test_pace_counts_only_when_it_is_switched_on(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    for _ in range(3):
        await bot("sendMessage", chat_id=77, text="x")
    await sandbox.limits(on=True)
    await bot("sendMessage", chat_id=77, text="x")
    answer = await bot.answer("sendMessage", json={"chat_id": 77, "text": "x"})
    assert answer["description"] == "Too Many Requests: retry after 1"
    assert answer["parameters"] == {"retry_after": 1}


def test_pace_is_one_a_second_to_a_chat_and_thirty_overall() -> None:
    moment = 100.0
    limits = Limits(on=True, now=lambda: moment)
    for chat in range(30):
        limits.count(chat)
    for chat in (0, 30):
        with pytest.raises(Refusal, match="retry after 1"):
            limits.count(chat)
    moment = 101.0
    limits.count(30)


async def test_what_the_bot_says_of_itself_is_kept_by_language_and_scope(bot: Puppet) -> None:
    commands = [{"command": "start", "description": "Begin"}]
    await bot("setMyCommands", commands=commands, language_code="de")
    assert await bot("getMyCommands", language_code="de") == commands
    assert await bot("getMyCommands") == []
    await bot("deleteMyCommands", language_code="de")
    assert await bot("getMyCommands", language_code="de") == []
    await bot("setMyName", name="Coach")
    await bot("setMyDescription", description="d")
    await bot("setMyShortDescription", short_description="s")
    assert await bot("getMyName") == {"name": "Coach"}
    assert await bot("getMyDescription") == {"description": "d"}
    assert await bot("getMyShortDescription") == {"short_description": "s"}


async def test_the_rest_of_the_offer_answers(bot: Puppet, ann: Person) -> None:
    assert (await bot("getChat", chat_id=77))["first_name"] == "Ann"
    for method in ("deleteWebhook", "logOut", "close"):
        assert await bot(method) is True
    assert await bot("sendChatAction", chat_id=77, action="typing") is True
