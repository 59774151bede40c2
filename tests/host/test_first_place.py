"""The first button of the place question: from the language, else from DEFAULT_ZONE, else UTC."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.sandbox.launch import Stage, stage
from bot.sandbox.script import Player
from bot.sandbox.transcript import Transcript

TO_THE_PLACE = (
    "@2026-11-23T17:42+00:00",
    "> /start",
    "[I am 18 or older]",
    "[I read the list, none applies to me]",
    "= Where do you live",
)


@pytest.mark.parametrize(
    ("default_zone", "first_buttons"),
    [
        (
            "America/New_York",
            {"de": "18:42 in Berlin", "en": "12:42 (America/New_York)", None: "12:42 (America/New_York)"},
        ),
        ("", {"pt-br": "14:42 in São Paulo", "en": "17:42 (UTC)", "xx": "17:42 (UTC)"}),
    ],
    ids=["DEFAULT_ZONE", "none"],
)
async def test_the_first_place_is_guessed(
    default_zone: str, first_buttons: dict[str | None, str], tmp_path: Path
) -> None:
    async with stage(tmp_path, environment={"DEFAULT_ZONE": default_zone}) as on_stage:
        for language, label in first_buttons.items():
            person = await on_stage.sandbox.person("Bea", language)
            assert await _first_button(replace(on_stage, person=person)) == label


async def _first_button(on_stage: Stage) -> str:
    player = Player(on_stage, Transcript(print))
    for line in TO_THE_PLACE:
        await player.do(line)
    return player.view.choices()[0].label
