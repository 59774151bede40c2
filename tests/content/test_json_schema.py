"""The JSON schemas that editors use are those of the models."""

import json
from pathlib import Path

import pytest

from bot.content.json_schema import schemas

FOLDER = Path(__file__).parents[2] / "content" / "schema"


def test_the_schema_files_are_up_to_date() -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.json")}
    assert written == schemas(), "run: python -m bot.content.json_schema"


@pytest.mark.parametrize("name", ["exercise", "exercise_words", "program", "limits", "readiness", "lesson"])
def test_an_editor_shows_what_each_key_means(name: str) -> None:
    keys = json.loads(schemas()[f"{name}.json"])["properties"]
    assert [key for key, about in keys.items() if "description" not in about and key != "allow"] == []
