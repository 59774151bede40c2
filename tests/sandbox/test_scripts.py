"""Scripts play against a bot and stop at the first surprise."""

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.launch import Stage
from bot.sandbox.moves import NoMove, duration, instant
from bot.sandbox.person import Person
from bot.sandbox.script import Surprise, play


@pytest.fixture
async def stage(sandbox: Sandbox, ann: Person, echo: str) -> Stage:
    await sandbox.move_to(instant("2026-11-24T18:00Z"))
    await sandbox.quiet()
    return Stage(sandbox, await sandbox.person("Bob"))


async def played(stage: Stage, script: str) -> list[str]:
    transcript = await play(script.splitlines(), stage, lambda line: None)
    return transcript.lines


async def test_a_transcript_reads_like_the_chat(stage: Stage) -> None:
    lines = await played(
        stage,
        """
        # signing up
        > /start
        = Ready
        = [Yes]
        ! You said
        [1]
        = You chose yes
        = noted
        ! Ready
        [done]
        = You said Done
        +2h30m
        """,
    )
    assert lines == [
        "-- Tue 24 Nov 2026 18:00 UTC --",
        "> /start",
        "Ready?",
        "  [1] Yes  [2] No",
        "keys",
        "keyboard: [3] Done  [4] Stop",
        "> [Yes]",
        "(toast) noted",
        "(edited) You chose yes",
        "keyboard: [1] Done  [2] Stop",
        "> [Done]",
        "You said Done",
        "-- Tue 24 Nov 2026 20:30 UTC --",
    ]


async def test_an_old_button_can_be_pressed_when_it_is_gone(stage: Stage) -> None:
    lines = await played(stage, "> /start\n> /start\n[Yes]\ntap No@2\n= You chose no\ntap No\n= You chose no")
    assert lines.count("(edited) You chose no") == 2


async def test_words_edits_and_places_are_said(stage: Stage) -> None:
    await played(stage, "> 12\n= You said 12\nedit 13\n= You said 13\nlocation 52.5,13.4\n= latitude=52.5\nsticker")


@pytest.mark.parametrize(
    ("script", "number", "reason"),
    [
        ("> hi\n= Hello", 2, "expected: Hello\ncame: You said hi"),
        ("> hi\n! said", 2, "did not expect: said\ncame: You said hi"),
        ("\n[Maybe]", 2, "no single button 'Maybe'; there is none"),
        ("> /start\n[9]", 2, "no single button '9'; there is 1 Yes, 2 No, 3 Done, 4 Stop"),
        ("dance", 1, "this is no line of a script"),
        ("restart", 1, "this bot is not ours to restart"),
        ("@next", 1, "the bot has nothing planned"),
        ("@someday", 1, "not an instant: 'someday', write 2026-11-23T18:00+01:00"),
        ("+2x", 1, "this is no line of a script"),
        ("tap Yes@2", 1, "0 messages had a button 'Yes'"),
        ("edit x", 1, "nothing was said that could be edited"),
    ],
)
async def test_a_surprise_names_its_line(stage: Stage, script: str, number: int, reason: str) -> None:
    with pytest.raises(Surprise) as surprise:
        await played(stage, script)
    line = script.splitlines()[number - 1]
    assert str(surprise.value) == f"line {number}: {line}\n{reason}"


def test_durations_and_instants_are_read() -> None:
    assert duration("+1d2h30m").total_seconds() == 95_400
    assert instant("2026-11-23T23:30+01:00").isoformat() == "2026-11-23T23:30:00+01:00"
    assert instant("2026-11-23T23:30").isoformat() == "2026-11-23T23:30:00+00:00"
    with pytest.raises(NoMove):
        instant("tomorrow")
