"""Killed between effect and answer, for every command and every button: nothing counts twice, and an answer comes."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from bot.sandbox.launch import Stage, stage
from bot.sandbox.script import Player
from bot.sandbox.transcript import Transcript
from bot.views import buttons
from bot.views.buttons import Press
from bot.views.commands import COMMANDS

from .acting import MONDAY, SIGNED_UP, bot_of, rows

PRESSES = [
    each for _, each in inspect.getmembers(buttons, inspect.isclass) if issubclass(each, Press) and each is not Press
]
ONBOARDING = (
    "adult",
    "young",
    "ready",
    "area",
    "areas",
    "topic",
    "topics",
    "mode",
    "cleared",
    "misread",
    "zone",
    "where",
)
GIVEN: dict[str, Any] = {
    "day": MONDAY.date().toordinal(),
    "to": MONDAY.date().toordinal() + 1,
    "minutes": 600,
    "lesson": "list",
    "exercise": "fire_hydrant",
    "area": "knee",
    "zone": "Europe/Berlin",
}
LINES = (*SIGNED_UP[:-1], "> start", "[Start]", "> done 7")


COUNTING = (
    """
    SELECT step, zone, weekdays, remind_at, level, equipment, length, limits, opted_in, readiness_on, hold, recheck_on,
        rest_messages, paused, paused_until, blocked, onboarded_on,
        weekly, ill, pictures, level_since IS NULL FROM athletes WHERE id = ?
    """,
    "SELECT day, state FROM workouts WHERE athlete = ? ORDER BY id",
    """
    SELECT kind, item, exercise, variation, amount, as_planned, effort, undone_at IS NULL FROM entries
    WHERE workout IN (SELECT id FROM workouts WHERE athlete = ?) ORDER BY id
    """,
    "SELECT day, moved_to FROM moves WHERE athlete = ? ORDER BY day",
    "SELECT kind, day, ordinal, state FROM deliveries WHERE athlete = ? ORDER BY id",
)


@dataclass(frozen=True)
class Case:
    """One way in, and how far the person is who takes it."""

    name: str
    lines: int
    press: type[Press] | None = None


def cases() -> Iterator[Case]:
    for command in COMMANDS:
        yield Case(f"/{command}", len(LINES))
    for press in PRESSES:
        training = "workout" in press.model_fields
        yield Case(press.tag, len(LINES) if training else 1 if press.tag in ONBOARDING else len(SIGNED_UP) - 1, press)


def payload(kind: type[Press], workout: int, now: datetime) -> str:
    """A button of this kind, as somebody may have it before them."""
    values = {"workout": workout, "asked": int(now.timestamp()) // 60, "told": 1}
    given = {name: values.get(name, GIVEN.get(name)) for name in kind.model_fields}
    for name, field in kind.model_fields.items():
        if get_origin(field.annotation) is Literal:
            given[name] = get_args(field.annotation)[0]
        elif given[name] is None:
            given[name] = next(iter(getattr(field.annotation, "__members__", {"": 1}).values()))
    return kind.model_validate(given).pack()


async def settled(on_stage: Stage, people: list[tuple[Case, Player]]) -> None:
    """All of them get as far as their case wants, side by side."""
    for at, line in enumerate(LINES):
        for case, player in people:
            if at < case.lines:
                await act(player, line)
        await on_stage.sandbox.quiet(wait=60)


async def act(player: Player, line: str) -> None:
    if line.startswith("> "):
        await player.person.say(line[2:])
        return
    card = next(each for each in reversed(await player.person.heard()) if each.buttons)
    label = line.strip("[]")
    button = card.all_buttons[int(label) - 1] if label.isdecimal() else card.button(label)
    await player.person.tap(card.id, button.data or "")


async def ready(case: Case, player: Player) -> Callable[[], Awaitable[str | int]]:
    """Have the command or the button at hand; what comes back, once it is sent, names the press or the message."""
    if case.press is None:
        return partial(player.person.say, case.name)
    query = "SELECT max(id) FROM workouts WHERE athlete = ?"
    workout = rows(player.stage, query, player.person.id)[0][0] or 0
    card = [each for each in await player.person.heard() if each.buttons][-1]
    return partial(player.person.tap, card.id, payload(case.press, workout, await player.stage.sandbox.now()))


def counted(player: Player) -> list[tuple[Any, ...]]:
    """Everything that counts of a person, without ids and times."""
    who = player.person.id
    found = [rows(player.stage, query, who) for query in COUNTING]
    return [row for each in found for row in each]


async def held(on_stage: Stage) -> set[str]:
    """Tell which chats and presses have an answer that Telegram holds back."""
    calls = [call.parameters for call in await on_stage.sandbox.calls() if call.fault]
    return {str(call.get("callback_query_id") or call.get("chat_id")) for call in calls}


@pytest.mark.parametrize("half", [0, 1])
async def test_killed_between_effect_and_answer_nothing_counts_twice_and_an_answer_comes(
    half: int, tmp_path: Path
) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:

        async def crowd(name: str) -> list[tuple[Case, Player]]:
            people = [
                (case, Player(replace(on_stage, person=await on_stage.sandbox.person(name)), Transcript(print)))
                for case in list(cases())[half::2]  # as many as are handled at once
            ]
            await settled(on_stage, people)
            return people

        twins, victims = await crowd("Twin"), await crowd("Ann")
        for case, twin in twins:
            await (await ready(case, twin))()
        await on_stage.sandbox.quiet(wait=60)

        at_hand = [await ready(case, victim) for case, victim in victims]
        await on_stage.sandbox.faults("slow", seconds=100, times=1000)
        sent = await asyncio.gather(*(send() for send in at_hand))
        answers = [{str(victim.person.id), str(press)} for (_, victim), press in zip(victims, sent, strict=True)]
        seen = 0
        while not all(map((await held(on_stage)).intersection, answers)):
            seen = max([seen, *(event.number for event in await on_stage.sandbox.events(seen, wait=0.1))])
        await bot_of(on_stage).kill()
        await on_stage.sandbox.no_more_faults()
        before = len(await on_stage.sandbox.calls())
        await bot_of(on_stage).start()
        await on_stage.sandbox.quiet(wait=60)

        after = (await on_stage.sandbox.calls())[before:]
        answered = {str(call.parameters.get("chat_id")) for call in after}
        toasted = sum(call.method == "answerCallbackQuery" for call in after)
        silent = [case.name for case, victim in victims if str(victim.person.id) not in answered]
        assert set(silent) <= {"delete", "young"} | TOASTED and toasted >= len(silent) - 2
        doubled = [
            case.name
            for (case, twin), (_, victim) in zip(twins, victims, strict=True)
            if counted(twin) != counted(victim)
        ]
        assert doubled == []
        assert rows(on_stage, "SELECT count(*) FROM inbox WHERE state = 'open' AND body IS NOT NULL") == [(0,)]


TOASTED: set[str] = set()
"""Buttons that are answered by a toast alone."""
