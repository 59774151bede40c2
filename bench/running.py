"""Processes under measurement, and the server that they talk to."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "1234567890:" + "BENCHMARK" * 4
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 180.0
STARTING = 180.0


class DidNotStart(Exception):
    """A process ended, or said nothing, where it should have run."""


@dataclass(frozen=True, slots=True)
class Server:
    """The local Telegram, from outside."""

    url: str

    def control(self, **wanted: Any) -> None:
        """Set latency (seconds) and pace (messages a second, 0 for any), or let a crowd begin."""
        body = json.dumps(wanted).encode()
        urlopen(Request(self.url + "/control", body, {"Content-Type": "application/json"})).read()

    def state(self, *, whole: bool = False) -> dict[str, Any]:
        """Return what happened so far."""
        with urlopen(self.url + "/state" + ("?all" if whole else "")) as answer:
            state: dict[str, Any] = json.load(answer)
        return state

    def first_call(self, method: str, bot: "subprocess.Popen[bytes]") -> float:
        """Wait for a method's first call; return when that was."""
        until = time.monotonic() + STARTING
        while time.monotonic() < until:
            if (found := self.state()["first_call"].get(method)) is not None:
                return float(found)
            if bot.poll() is not None:
                raise DidNotStart(f"the bot ended with {bot.returncode}")
            time.sleep(0.02)
        raise DidNotStart(f"no {method} within {STARTING:.0f} s")

    def settled(self, wait: float = PATIENCE) -> dict[str, Any]:
        """Wait until the crowd is through; return everything that was counted."""
        until = time.monotonic() + wait
        while self.state()["busy"] and time.monotonic() < until:
            time.sleep(0.1)
        return self.state(whole=True)


@contextmanager
def server() -> Iterator[Server]:
    """A fresh local Telegram in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "bench.telegram", str(port)], cwd=ROOT)
    found = Server(f"http://127.0.0.1:{port}")
    try:
        _wait_for(found, process)
        yield found
    finally:
        _end(process)


def _wait_for(found: Server, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            found.state()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise DidNotStart("the server ended")


@contextmanager
def bot(
    command: list[str], server: Server, folder: Path, more: Mapping[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    """A bot, from its start to its end by SIGTERM; what it logs goes to bot.log in the folder."""
    env = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{folder / 'coach.db'}",
        "PICKLE": str(folder / "state.pickle"),
        "LOG_LEVEL": "WARNING",
        "PYTHONPATH": str(ROOT),
        **more,
    }
    with (folder / "bot.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
        try:
            yield process
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def cpu_seconds(pid: int) -> float:
    """Return the CPU time a process has used, in user and kernel."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def megabytes(pid: int, which: str = "VmRSS") -> float:
    """Return the memory a process holds."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith(which))
    return int(line.split()[1]) / 1024
