"""The JSON schemas that editors use are those of the models."""

from pathlib import Path

from bot.content.json_schema import schemas

FOLDER = Path(__file__).parents[2] / "content" / "schema"


def test_the_schema_files_are_up_to_date() -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.json")}
    assert written == schemas(), "run: python -m bot.content.json_schema"
