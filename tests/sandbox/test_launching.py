"""The bot runs as a process that starts, stops, dies and comes back as told."""

import os
import sys
from pathlib import Path

import pytest

from bot.sandbox.launch import NotStarted, stage
from bot.sandbox.script import play

TINY_BOT = """
import json, os, signal, sys, urllib.request
base = os.environ["TELEGRAM_API_URL"] + "/bot" + os.environ["TELEGRAM_BOT_TOKEN"] + "/"
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print(os.environ["DATABASE_URL"], os.environ["CLOCK_URL"], flush=True)
def call(method, **parameters):
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(base + method, json.dumps(parameters).encode(), headers)
    return json.load(urllib.request.urlopen(request))["result"]
offset, turns = 0, 0
while True:
    for update in call("getUpdates", offset=offset, timeout=20):
        offset, turns = update["update_id"] + 1, turns + 1
        call("sendMessage", chat_id=update["message"]["chat"]["id"], text=f"turn {turns} of {os.getpid()}")
"""


async def test_a_killed_bot_comes_back_and_goes_on(tmp_path: Path) -> None:
    async with stage(tmp_path, command=(sys.executable, "-c", TINY_BOT)) as ready:
        script = ["> a", "= turn 1", "> b", "= turn 2", "restart", "> c", "= turn 1"]
        transcript = await play(script, ready, lambda line: None)
        pid = int(transcript.lines[-1].split()[-1])
        os.kill(pid, 0)
        assert "-- restart --" in transcript.lines
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    log = (tmp_path / "bot.log").read_text()
    assert f"sqlite:///{tmp_path}/coach.db" in log
    assert log.count("/clock") == 2


async def test_a_bot_that_cannot_start_says_why(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "raise SystemExit('no such database')")
    with pytest.raises(NotStarted, match="the bot ended with code 1\n  no such database"):
        async with stage(tmp_path, command=command):
            pytest.fail("it started")
