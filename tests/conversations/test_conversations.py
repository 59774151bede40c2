"""Every script in this folder goes as written, through the real bot, over HTTP, on SQLite; its transcript is kept."""

import os
from pathlib import Path

import pytest

from bot.sandbox.launch import stage
from bot.sandbox.script import play, read

FOLDER = Path(__file__).parent
SCRIPTS = sorted(FOLDER.glob("*.chat"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
async def test_a_conversation_goes_as_written(script: Path, tmp_path: Path) -> None:
    said: list[str] = []
    async with stage(tmp_path) as on_stage:
        try:
            await play(read(script), on_stage, said.append)
        finally:
            print("\n".join(said))
        broken = [(call.method, call.broken) for call in await on_stage.sandbox.calls() if call.broken]
    assert broken == []
    kept = script.with_suffix(".txt")
    transcript = "\n".join(said[1:]) + "\n"  # the first line is the real clock, before the script sets it
    if os.environ.get("KEEP_TRANSCRIPTS"):
        kept.write_text(transcript, encoding="utf-8")
    assert transcript == kept.read_text(encoding="utf-8")


def test_every_kept_transcript_has_its_script() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in SCRIPTS}
