"""Which bots are measured, and how each is started."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.running import ROOT, Server

PEERS = ROOT / "bench" / "peers"
PEERS_PYTHON = str(ROOT / ".venv-peers" / "bin" / "python")


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot: its name in the tables, its command, and what its people write first."""

    name: str
    command: list[str]
    opening: str | None = None
    ours: bool = False
    tap: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


def unpaced(bot: Bot, server: Server) -> Mapping[str, str]:
    """Switch our pacing off, as the server's is: on a clock of the server's own the bot does not hold back."""
    return {**bot.environment, "CLOCK_URL": f"{server.url}/clock"} if bot.ours else bot.environment


def _peer(file: str, *arguments: str, python: str = sys.executable) -> list[str]:
    return [python, str(PEERS / file), *arguments]


ECHO = Bot("(a) PTB echo", _peer("ptb_echo.py"))
CONCURRENT_ECHO = Bot("(b) PTB echo, concurrent", _peer("ptb_echo.py", "concurrent"))
WORKOUT = Bot("(c) usual workout bot", _peer("ptb_workout.py"), opening="/start")
AIOGRAM = Bot("(d) aiogram echo", _peer("aiogram_echo.py", python=PEERS_PYTHON))
OURS = Bot("ours, a set typed", [sys.executable, "-m", "bot", "run"], ours=True)
OURS_TAPPED = Bot("ours, a set tapped", [sys.executable, "-m", "bot", "run"], ours=True, tap=True)
PEER_BOTS = (ECHO, CONCURRENT_ECHO, WORKOUT, AIOGRAM)


def metered(file: Path, loop: str = "uvloop") -> Bot:
    """Ours with a stall meter beside it, on one of the event loops; the meter writes to the file at the end."""
    command = [sys.executable, "-m", "bench.metered", str(file), loop]
    return Bot(f"ours on {loop}", command, ours=True)
