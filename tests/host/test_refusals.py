"""What does not let the bot run is one clear sentence on the standard error and exit code 2, never a traceback."""

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.launch import stage
from bot.sandbox.serving import serve
from bot.settings import SettingsRefused, settings_from_environment
from bot.store.database import Database
from bot.store.faults import StoreUnavailable

from .running import BROKEN, TOKEN, environment, started

ANOTHER = "1234567890:" + "another" * 5
REFUSED = {
    "no token": ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN is missing"),
    "a token cut short": ({"TELEGRAM_BOT_TOKEN": TOKEN[:-20]}, "TELEGRAM_BOT_TOKEN is malformed"),
    "a webhook": ({"WEBHOOK_URL": "https://coach.example"}, "WEBHOOK_URL is set"),
    "Heroku": ({"DYNO": "worker.1", "DATABASE_URL": ""}, "throws its disk away"),
    "Cloud Run": ({"K_SERVICE": "coach", "DATABASE_URL": ""}, "throws its disk away"),
    "a folder below a file": ({"DATABASE_URL": "sqlite:///a_file/coach.db"}, "a_file/coach.db cannot be created"),
    "data is a file": ({"DATABASE_URL": ""}, "data/coach.db cannot be created"),
    "a garbage database": ({"DATABASE_URL": "sqlite:///a_file"}, "a_file cannot be used"),
    "an unknown zone": ({"DEFAULT_ZONE": "Mars/Olympus"}, "DEFAULT_ZONE is no IANA time zone: Mars/Olympus"),
    "a moved clock on Telegram": ({"CLOCK_URL": "http://127.0.0.1:1/clock"}, "CLOCK_URL is for a local Telegram only"),
    "no such content": ({"CONTENT_DIR": "nowhere"}, "nowhere"),
}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, "subprocess.Popen[str]"]]:
    """All of them, running side by side."""
    folder = tmp_path_factory.mktemp("host")
    for name in ("a_file", "data"):
        (folder / name).write_text("no database at all " * 100)
    running = {
        name: started(folder, "run", env=environment(folder, **changes)) for name, (changes, _) in REFUSED.items()
    }
    yield running
    for process in running.values():
        process.kill()
        process.communicate()


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_environment_is_one_sentence_and_exit_code_2(
    name: str, ended: dict[str, "subprocess.Popen[str]"]
) -> None:
    process, (_, sentence) = ended[name], REFUSED[name]
    out, said = process.communicate(timeout=90)
    assert (process.returncode, out) == (2, "")
    assert sentence in said
    assert len(said.strip().splitlines()) == 1 or name == "no such content"
    assert "Traceback" not in said and "S3CRET" not in said


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TELEGRAM_BOT_TOKEN", f'"{TOKEN}"', "TELEGRAM_BOT_TOKEN is malformed"),
        ("DEFAULT_ZONE", "Europe", "DEFAULT_ZONE is no IANA time zone: Europe."),
        ("DEFAULT_ZONE", "../../etc/passwd", "DEFAULT_ZONE is no IANA time zone"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL is one of DEBUG"),
    ],
)
def test_a_bad_setting_says_what_is_wrong_with_it(
    name: str, value: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for good, set_to in environment(tmp_path, **{name: value}).items():
        monkeypatch.setenv(good, set_to)
    with pytest.raises(SettingsRefused, match=f"^{sentence}"):
        settings_from_environment()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [("sqlite:///{folder}", "is a folder"), ("postgres://coach@db/coach", "DATABASE_URL names no SQLite file")],
)
async def test_a_database_that_cannot_be_opened_says_why(url: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=sentence):
        await Database.open(url.format(folder=tmp_path), b"secret")


def test_broken_content_names_file_and_line_of_every_fault(tmp_path: Path) -> None:
    process = started(tmp_path, "run", env=environment(tmp_path, CONTENT_DIR=str(BROKEN)))
    out, said = process.communicate(timeout=90)
    first, *faults = said.strip().splitlines()
    assert (process.returncode, out, first) == (2, "", "The content pack has faults:")
    assert len(faults) >= 15
    assert all(fault.split(":")[1].isdecimal() for fault in faults), said
    assert not (tmp_path / "coach.db").exists()


async def test_a_token_that_the_server_rejects_is_one_sentence(tmp_path: Path) -> None:
    async with serve(token=ANOTHER) as serving:
        process = started(tmp_path, "run", env=environment(tmp_path, TELEGRAM_API_URL=serving.url))
        _, said = await asyncio.to_thread(process.communicate, timeout=90)
    assert process.returncode == 2
    assert said.strip() == "Telegram rejected TELEGRAM_BOT_TOKEN: copy it again from @BotFather."


async def test_a_disk_named_by_hand_counts_as_one_that_stays(tmp_path: Path) -> None:
    async with stage(tmp_path, environment={"DYNO": "coach", "K_SERVICE": "coach"}):
        assert (tmp_path / "coach.db").exists()
