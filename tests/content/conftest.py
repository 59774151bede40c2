"""A small sound pack that each test may spoil in its own way."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.check import check

HERE = Path(__file__).parent


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the small pack; its folder is the current one, so that faults read `en/labels.yaml:1: …`."""
    folder = Path(shutil.copytree(HERE / "small", tmp_path / "pack"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def edit(pack: Path) -> Callable[[str, str, str], None]:
    """Replace one piece of one file."""

    def replace(name: str, old: str, new: str) -> None:
        text = (pack / name).read_text(encoding="utf-8")
        assert old in text, f"{old} is not in {name}"
        (pack / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def faults(pack: Path) -> Callable[[], list[str]]:
    """Check the pack and give the lines that an author would see."""
    return lambda: [str(fault) for fault in check(pack)]


@pytest.fixture
def translated(pack: Path) -> Callable[[str], Path]:
    """Add a language that still says everything in English."""
    return lambda code: Path(shutil.copytree(pack / "en", pack / code))
