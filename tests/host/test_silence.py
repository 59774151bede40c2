"""No log ever holds the token, an id, a name or a word of anybody's, at the most talkative level, whatever goes wrong."""

import asyncio
import logging
import sys
from pathlib import Path

import pytest

from bot.logs import WithoutTokens
from bot.sandbox.launch import BotProcess, NotStarted, stage
from bot.sandbox.serving import serve
from bot.sandbox.world.faults import Kind

from .running import TOKEN, environment, started

NAME, WORD, ID = "Zebulon", "quaggaquokka", 987654321
SECRETS = ("S3CRET", NAME, WORD, str(ID))
DEBUG = {"LOG_LEVEL": "DEBUG", "TELEGRAM_BOT_TOKEN": TOKEN}
KINDS: tuple[Kind, ...] = ("429", "500", "502", "403", "400", "slow", "drop_before", "drop_after", "truncated")
FAULTY = """
import bot.__main__, bot.chat.outlet
from bot.coach.progress import ProgressCoach
async def broken(self, turn):
    raise KeyError(f"{turn.person} quaggaquokka")
ProgressCoach.progress = ProgressCoach.show = broken
bot.chat.outlet.PATIENCE = (0.01,) * 4
bot.__main__.main()
"""


async def test_at_debug_through_every_fault_nothing_of_anybody_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    command = (sys.executable, "-c", FAULTY, "run")
    async with stage(tmp_path, environment=DEBUG, command=command) as on_stage:
        person = await on_stage.sandbox.person(NAME, id=ID)
        for kind in KINDS:
            await on_stage.sandbox.faults(kind, "sendMessage", seconds=0.1)
            await person.say(f"/start {WORD}")
            await on_stage.sandbox.quiet(wait=60)
            await on_stage.sandbox.no_more_faults()
        for kind in ("500", "drop_before", "truncated"):
            await on_stage.sandbox.faults(kind, "getUpdates")
            await person.say(WORD)
            await on_stage.sandbox.quiet(wait=60)
        await person.say("/progress")
        await on_stage.sandbox.quiet(wait=60)
    log = (tmp_path / "bot.log").read_text()
    assert "DEBUG" in log and "the coach is up" in log
    assert [secret for secret in SECRETS if secret in log] == []
    assert "S3CRET" not in caplog.text  # the sandbox speaks here


@pytest.mark.parametrize("proxy", [None, "http://127.0.0.1:9"])
async def test_a_telegram_that_cannot_be_reached_is_logged_without_the_token(proxy: str | None, tmp_path: Path) -> None:
    proxied = {"http_proxy": proxy} if proxy else {}
    env = environment(tmp_path, TELEGRAM_API_URL="http://127.0.0.1:9", **DEBUG, **proxied)
    process = started(tmp_path, "run", env=env)
    lines = [await asyncio.to_thread(process.stderr.readline) for _ in range(2)] if process.stderr else []
    process.terminate()
    out, said = await asyncio.to_thread(process.communicate, timeout=30)
    assert "cannot be reached" in "".join([*lines, said])
    assert "S3CRET" not in "".join([*lines, out, said])


async def test_a_rejected_token_is_not_repeated(tmp_path: Path) -> None:
    async with serve(token="1234567890:" + "another" * 5) as serving:
        with pytest.raises(NotStarted) as refused:
            await BotProcess(serving, tmp_path, environment=DEBUG).start()
    assert "S3CRET" not in str(refused.value) + (tmp_path / "bot.log").read_text()


def test_a_trace_tells_where_and_what_but_not_what_somebody_typed() -> None:
    def fails() -> None:
        try:
            raise OSError(28, "No space left on device")  # noqa: TRY301
        except OSError as error:
            raise KeyError(WORD) from error

    try:
        fails()
    except KeyError:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, f"at /bot{TOKEN}/getMe", None, sys.exc_info())
    line = WithoutTokens("%(message)s").format(record)
    assert [secret for secret in SECRETS if secret in line] == []
    assert "at /bot<token>/getMe" in line and "No space left on device" in line and "KeyError" in line
    assert "in fails" in line
