"""The terminal chat, with lines instead of a keyboard."""

import os
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.sandbox.client import Sandbox
from bot.sandbox.launch import Stage
from bot.sandbox.screen import styled
from bot.sandbox.sight import Message
from bot.sandbox.terminal import chat
from bot.sandbox.typing_in import typed_lines


async def lines(*typed: str) -> AsyncIterator[str]:
    for line in typed:
        yield line


async def shown(sandbox: Sandbox, *typed: str) -> str:
    console = Console(file=StringIO(), width=80)
    await chat(Stage(sandbox, await sandbox.person()), lines(*typed), console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


async def test_it_explains_itself_in_two_lines_of_80_columns(sandbox: Sandbox) -> None:
    about = (await shown(sandbox)).splitlines()[:2]
    assert [line.startswith(("A private chat", "Press a button")) for line in about] == [True, True]


async def test_buttons_go_by_dot_and_number_and_numbers_stay_words(sandbox: Sandbox, echo: str) -> None:
    text = await shown(sandbox, "/start", ".1", "1", "/quit", "unheard")
    assert ".1 Yes" in text
    assert "edited\nYou chose yes" in text
    assert "(i) noted" in text
    assert "You said 1" in text
    assert "unheard" not in text


async def test_the_clock_moves_and_mistakes_are_explained(sandbox: Sandbox, echo: str) -> None:
    await sandbox.person()
    text = await shown(sandbox, "@2026-11-24T18:00Z", "@next", ".7", "@x")
    assert "Tue 24 Nov 2026 18:00 UTC" in text
    assert "the bot has nothing planned" in text
    assert "no single button '7'; there is none" in text
    assert "not an instant: 'x'" in text


def test_formatting_counts_in_utf_16_units() -> None:
    message = Message.read(
        {
            "message": {
                "message_id": 1,
                "from": {"is_bot": True},
                "date": 0,
                "text": "😀 bold",
                "entities": [{"type": "bold", "offset": 3, "length": 4}],
            },
            "markup": None,
            "edits": 0,
            "deleted": False,
        }
    )
    [span] = styled(message).spans
    assert (span.start, span.end, span.style) == (2, 6, "bold")


@pytest.mark.parametrize("kind", ["file", "pipe"])
async def test_lines_come_from_files_and_pipes(kind: str, tmp_path: Path) -> None:
    if kind == "file":
        (tmp_path / "typed").write_text("a\nb")
        descriptor = os.open(tmp_path / "typed", os.O_RDONLY)
    else:
        descriptor, writing = os.pipe()
        os.write(writing, b"a\nb")
        os.close(writing)
    assert [line async for line in typed_lines(descriptor)] == ["a", "b"]
    os.close(descriptor)
