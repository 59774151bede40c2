"""`python -m bot` as a host runs it: in an environment of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BROKEN = ROOT / "tests" / "content" / "broken"
TOKEN = "1234567890:" + "S3CRET" * 5
OURS = (
    "TELEGRAM_",
    "DATABASE_URL",
    "CLOCK_URL",
    "WEBHOOK_",
    "DEFAULT_ZONE",
    "CONTENT_DIR",
    "LOG_LEVEL",
    "DYNO",
    "K_SERVICE",
    "PORT",
    "HEALTH_HOST",
    "PYTHONTZPATH",
)


def environment(folder: Path, **changes: str) -> dict[str, str]:
    """A good environment with its database in the folder, then changed; an empty value leaves a name out."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    good = {"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": f"sqlite:///{folder / 'coach.db'}", "PYTHONPATH": str(ROOT)}
    return others | {name: value for name, value in {**good, **changes}.items() if value}


def files_in(folder: Path) -> list[str]:
    """The names of everything in the folder."""
    return sorted(each.name for each in folder.iterdir())


def started(folder: Path, *arguments: str, env: Mapping[str, str]) -> "subprocess.Popen[str]":
    """The command line, running in the folder."""
    command = [sys.executable, "-m", "bot", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True)
