"""Trouble of the bot's own and of Telegram's: the person is told, and nobody else notices."""

import asyncio
import json
import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from pydantic import SecretStr

import bot.app
import bot.chat.intake
import bot.chat.outlet
import bot.chat.running
from bot.coach.workouts import WorkoutCoach
from bot.content.pack import load
from bot.sandbox.client import Sandbox
from bot.sandbox.launch import Stage, stage
from bot.sandbox.person import Person
from bot.sandbox.serving import serve
from bot.sandbox.world.faults import Fault, Kind
from bot.sandbox.world.world import World
from bot.settings import Settings
from bot.views import Look, Reply, show

from .acting import MONDAY, SIGNED_UP, TRAINING, acted, bot_of, does, newcomer, rows, rows_in

read_once = cache(load)
"""One content pack for every bot in this process: nobody writes in it."""


@asynccontextmanager
async def in_this_process(folder: Path) -> AsyncIterator[Stage]:
    """The bot in our own event loop, so that its parts can be broken."""
    async with serve(World(start=MONDAY)) as serving, Sandbox(serving.url) as sandbox:
        settings = Settings(
            telegram_bot_token=SecretStr("1234567890:" + "another" * 5),
            telegram_api_url=serving.url,
            clock_url=f"{serving.url}/clock",
            database_url=f"sqlite:///{folder / 'coach.db'}",
        )
        running = asyncio.ensure_future(bot.app.run(settings))
        try:
            yield Stage(sandbox, await sandbox.person())
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            await running


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.load", read_once)
    monkeypatch.setattr(bot.chat.outlet, "PATIENCE", (0.01,) * 4)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else each 429 brings a warning, and warnings are errors here


async def test_an_update_that_fails_three_times_is_set_aside_and_the_person_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    async def poisoned(*_: object, **__: object) -> None:
        tries.append(1)
        raise RuntimeError("poison")

    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, TRAINING)
        with monkeypatch.context() as broken:
            broken.setattr(WorkoutCoach, "typed_done", poisoned)
            await does(ann, "> done", "= not saved")
        assert len(tries) == 3
        assert rows_in(tmp_path, "SELECT count(*) FROM inbox WHERE state = 'set_aside'") == [(1,)]
        await does(ann, "> done", "= 2 of 11")


async def test_an_answer_that_fails_after_its_effect_is_owned_up_to_and_the_card_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []

    def fails_once(result: object, look: Look) -> Reply:
        shown.append(result)
        if len(shown) == 1:
            raise RuntimeError("a view with a fault")
        return show(result, look)

    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, TRAINING)
        monkeypatch.setattr("bot.chat.answering.show", fails_once)
        await does(ann, "> done 7", "= what you sent is saved", "= 2 of 11")
        assert rows_in(tmp_path, "SELECT amount FROM entries") == [(7,)]
        assert rows_in(tmp_path, "SELECT DISTINCT state FROM inbox") == [("answered",)]


@pytest.mark.parametrize(("said", "heard"), [("done 7", "2 of 11"), ("/progress", "Nothing here yet")])
async def test_who_waits_while_telegram_is_away_for_long_is_answered_when_it_is_back(
    said: str, heard: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.chat.outlet, "PATIENCE", ())
    monkeypatch.setattr(bot.chat.intake, "PAUSES", (0.05,))
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, TRAINING)
        await on_stage.sandbox.faults("drop_before", "sendMessage", times=12)
        await does(ann, f"> {said}", f"= {heard}", "! not saved", "! is saved")
        assert rows_in(tmp_path, "SELECT DISTINCT state FROM inbox") == [("answered",)]


async def test_what_a_crash_left_unreadable_does_not_keep_the_bot_from_starting(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await newcomer(on_stage, *TRAINING)
        await bot_of(on_stage).kill()
        with sqlite3.connect(tmp_path / "coach.db") as database:
            update = {"update_id": 1, "message": {"chat": {"id": ann.person.id}}}
            database.execute(
                "INSERT INTO inbox (update_key, person, body, received_at, state, tries) VALUES (?, ?, ?, 0, 'open', 0)",
                ("left", ann.person.id, json.dumps(update)),
            )
        database.close()
        await bot_of(on_stage).start()
        await does(ann, "> done", "= 2 of 11")


async def test_a_start_that_telegram_puts_off_succeeds_later(tmp_path: Path) -> None:
    world = World(start=MONDAY)
    world.faults.add(Fault("429", "getMe", retry_after=1))
    async with stage(tmp_path, world=world) as on_stage:
        await newcomer(on_stage, "> /start", "= Hi Ann!")
        assert "429" in [call.fault for call in await on_stage.sandbox.calls()]


async def test_who_was_marked_as_blocked_is_written_to_again_once_they_write(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await newcomer(on_stage, *SIGNED_UP)
        await on_stage.sandbox.faults("403", "sendMessage")
        await does(ann, "@next")
        assert rows(on_stage, "SELECT blocked FROM athletes") == [(1,)]
        await does(ann, "> /progress", "= Nothing here yet")
        assert rows(on_stage, "SELECT blocked FROM athletes") == [(0,)]
        await does(ann, "@next")
        assert rows(on_stage, "SELECT kind, state FROM deliveries ORDER BY day")[-1] == ("rest", "sent")


async def test_an_effect_that_fails_once_is_tried_again_and_nobody_notices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, tries = WorkoutCoach.log_sets, []

    async def fails_once(*given: object) -> object:
        tries.append(1)
        logged = await whole(*given)  # type: ignore[arg-type]
        if len(tries) == 1:
            raise RuntimeError("after the effect, before its commit")
        return logged

    monkeypatch.setattr(WorkoutCoach, "log_sets", fails_once)
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, (*TRAINING, "> done 7", "! not saved", "= 2 of 11"))
        assert len(tries) == 2
        query = "SELECT amount FROM entries WHERE undone_at IS NULL"
        assert rows_in(tmp_path, query) == [(7,)]
        assert ann.person.id


@pytest.mark.parametrize("kind", ["429", "500", "drop_after", "truncated"])
async def test_a_set_whose_answer_meets_trouble_counts_once_and_is_answered(kind: Kind, tmp_path: Path) -> None:
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, TRAINING)
        await on_stage.sandbox.faults(kind, "sendMessage", retry_after=1)
        await does(ann, "> done 7", "= 2 of 11")
        query = "SELECT amount FROM entries WHERE undone_at IS NULL"
        assert rows_in(tmp_path, query) == [(7,)]
        assert rows_in(tmp_path, "SELECT DISTINCT state FROM inbox") == [("answered",)]


@pytest.mark.parametrize("kind", ["400", "truncated"])
async def test_a_tap_whose_toast_is_lost_is_answered_all_the_same(kind: Kind, tmp_path: Path) -> None:
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, TRAINING)
        await on_stage.sandbox.faults(kind, "answerCallbackQuery")
        await does(ann, "[1]", "= 2 of 11")


@pytest.mark.parametrize(
    ("kind", "method", "states"),
    [
        ("403", "sendMessage", ["not_needed", "sent"]),
        ("400", "sendMessage", ["not_needed", "sent"]),
        ("drop_after", "sendMessage", ["sent", "uncertain"]),
        ("truncated", "sendMessage", ["sent", "uncertain"]),
        ("403", "editMessageReplyMarkup", ["sent", "sent"]),
        ("400", "editMessageReplyMarkup", ["sent", "sent"]),
    ],
)
async def test_one_persons_trouble_keeps_nobody_elses_reminder_away(
    kind: Kind, method: str, states: list[str], tmp_path: Path
) -> None:
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, SIGNED_UP)
        bob = replace(on_stage, person=await on_stage.sandbox.person("Bob"))
        await acted(bob, SIGNED_UP)
        await on_stage.sandbox.faults(kind, method)
        await does(ann, "@next")
        found = rows_in(tmp_path, "SELECT state FROM deliveries ORDER BY state")
        assert [state for (state,) in found] == states


async def test_three_chats_that_do_not_answer_hold_up_nobody_elses_reminder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.chat.running, "GRACE", 0.2)
    async with in_this_process(tmp_path) as on_stage:
        people = [on_stage.person, *[await on_stage.sandbox.person() for _ in range(9)]]
        await asyncio.gather(*(acted(replace(on_stage, person=person), SIGNED_UP) for person in people))
        for person in people[:3]:
            await on_stage.sandbox.faults("slow", "sendMessage", chat_id=person.id, seconds=600)
        due = await on_stage.sandbox.next_due()
        assert due
        await on_stage.sandbox.move_to(due)
        for person in people[3:]:
            await heard_of(person, "In 1 hour")
        found = rows_in(tmp_path, "SELECT state FROM deliveries WHERE athlete <= ?", people[2].id)
        assert found == [("sending",)] * 3


async def test_a_reminder_that_telegram_puts_off_comes_later_and_is_not_hammered(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await newcomer(on_stage, *SIGNED_UP)
        await on_stage.sandbox.faults("429", "sendMessage", times=2, retry_after=1)
        await does(ann, "@next")
        refused = [call for call in await on_stage.sandbox.calls() if call.fault == "429"]
        assert len(refused) == 1
        for _ in range(3):
            await on_stage.sandbox.advance(timedelta(minutes=1))
            await on_stage.sandbox.quiet()
        assert rows(on_stage, "SELECT state FROM deliveries") == [("sent",)]
        reminders = [each for each in await ann.person.heard() if "In 1 hour" in str(each.markup)]
        assert len(reminders) == 1


async def heard_of(person: Person, words: str) -> None:
    """Wait until somebody was told, or offered, this."""
    seen = 0
    while not any(words in f"{each.text} {each.markup}" for each in await person.heard()):
        seen = max([seen, *(event.number for event in await person.sandbox.events(seen, wait=0.05))])


@pytest.mark.parametrize("kind", ["429", "slow"])
async def test_a_chat_that_telegram_holds_up_holds_up_nobody_else(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.chat.running, "GRACE", 0.2)
    async with in_this_process(tmp_path) as on_stage:
        ann, bob = on_stage.person, await on_stage.sandbox.person("Bob")
        await on_stage.sandbox.faults(kind, chat_id=ann.id, retry_after=600, seconds=600, times=99)
        for _ in range(5):
            await ann.say("/start")
        await bob.say("/start")
        await heard_of(bob, "Hi Bob!")
        assert await ann.heard() == []
    assert rows_in(tmp_path, "SELECT person, state, count(*) FROM inbox GROUP BY 1, 2 ORDER BY 1, 2") == [
        (ann.id, "open", 5),
        (bob.id, "answered", 1),
    ]


WITH_WORDS = (*TRAINING, "> no pictures")


@pytest.mark.parametrize(
    ("begun", "method", "kind", "times", "heard"),
    [
        *(
            (TRAINING, "sendAnimation", kind, times, ["2 of 11"] * cards)
            for kind, times, cards in (
                ("429", 3, 1),
                ("502", 3, 1),
                ("drop_before", 3, 1),
                ("drop_after", 1, 2),
                ("slow", 1, 1),
                ("403", 1, 0),
                ("400", 1, 1),  # in words
            )
        ),
        *(
            (WITH_WORDS, "sendMessage", kind, times, ["2 of 11"] * cards)
            for kind, times, cards in (
                ("500", 3, 1),
                ("truncated", 1, 2),
                ("400", 1, 0),
            )
        ),
    ],
)
async def test_what_somebody_sees_who_sends_a_set_in_times_of_trouble(
    begun: Sequence[str], method: str, kind: Kind, times: int, heard: list[str], tmp_path: Path
) -> None:
    async with in_this_process(tmp_path) as on_stage:
        ann = await acted(on_stage, begun)
        before = len(await ann.person.heard())
        await on_stage.sandbox.faults(kind, method, times=times, seconds=0.5)
        await does(ann, "> done 7")
        said = (await ann.person.heard())[before:]
        assert [words in each.text for words, each in zip(heard, said, strict=True)] == [True] * len(heard)
        assert rows_in(tmp_path, "SELECT amount FROM entries WHERE undone_at IS NULL") == [(7,)]
        assert rows_in(tmp_path, "SELECT DISTINCT state FROM inbox") == [("answered",)]
        await does(ann, "> done 6", "= 3 of 11")
