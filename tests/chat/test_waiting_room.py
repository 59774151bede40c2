"""However much one person sends: little of it is in memory, all of it is handled, in order, once."""

import asyncio
import random
from collections import deque
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.chat import waiting_room
from bot.chat.waiting_room import SEATS, WaitingRoom
from bot.store.database import Database
from bot.store.inbox import Inbox

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANN, BOB = 11, 12


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    database = await Database.open(f"sqlite:///{tmp_path / 'coach.db'}", b"secret")
    yield Inbox(database)
    await database.close()


def said(number: int, person: int = ANN) -> dict[str, Any]:
    message = {"message_id": number, "date": 1, "chat": {"id": person}, "from": {"id": person}}
    return {"update_id": number, "message": message}


class Handling:
    """Those who are in memory, handled one by one, as the intake does it."""

    def __init__(self, inbox: Inbox) -> None:
        self.inbox, self.room = inbox, WaitingRoom(inbox)
        self.seated = deque[str]()
        self.came, self.handled = list[str](), list[str]()
        self.most = 0

    async def arrive(self, *numbers: int) -> None:
        for row in await self.inbox.keep(1, [said(number) for number in numbers], NOON):
            self.came.append(row.key)
            if self.room.enter(ANN, row.key):
                self.seated.append(row.key)
        self.most = max(self.most, len(self.seated))

    async def handle(self) -> None:
        key = self.seated.popleft()
        self.handled.append(key)
        await self.inbox.answered(key)
        self.seated += [each.key for each in await self.room.leave(ANN)]
        self.most = max(self.most, len(self.seated))


async def test_who_waits_on_a_disk_that_does_not_answer_is_called_in_once_it_does(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_room, "PAUSE", 0.01)
    handling, reads = Handling(inbox), inbox.waiting
    failures = [TimeoutError, OSError]

    async def fails_twice(*given: Any) -> Any:
        if failures:
            raise failures.pop()
        return await reads(*given)

    monkeypatch.setattr(inbox, "waiting", fails_twice)
    await handling.arrive(*range(1, 2 * SEATS))
    while handling.seated:
        await handling.handle()
    assert handling.handled == handling.came
    assert not len(handling.room)


@pytest.mark.parametrize("seed", range(6))
async def test_all_that_a_flood_brings_is_handled_in_order_once_and_little_of_it_is_in_memory(
    seed: int, inbox: Inbox
) -> None:
    chance, handling = random.Random(seed), Handling(inbox)

    async def flood() -> None:
        for start in range(0, 300, 30):
            await handling.arrive(*range(start, start + chance.randrange(1, 31)))
            for _ in range(chance.randrange(40)):
                await asyncio.sleep(0)

    async def work() -> None:
        while not flooding.done() or handling.seated:
            if handling.seated:
                await handling.handle()
            await asyncio.sleep(0)

    flooding = asyncio.ensure_future(flood())
    await asyncio.gather(flooding, work())
    assert handling.handled == handling.came
    assert handling.most <= SEATS
    assert len(handling.room) == 0


async def test_who_sends_too_much_is_told_once_until_all_is_done(inbox: Inbox) -> None:
    handling = Handling(inbox)
    assert not handling.room.is_news(ANN)
    await handling.arrive(*range(SEATS))
    assert not handling.room.is_news(ANN)
    await handling.arrive(*range(SEATS, 3 * SEATS))
    assert [handling.room.is_news(ANN), handling.room.is_news(ANN), handling.room.is_news(BOB)] == [True, False, False]
    while handling.seated:
        await handling.handle()
    await handling.arrive(*range(100, 101 + SEATS))
    assert handling.room.is_news(ANN)


async def test_a_person_with_a_crowd_takes_nobody_elses_seat(inbox: Inbox) -> None:
    handling = Handling(inbox)
    await handling.arrive(*range(100))
    assert handling.room.enter(BOB, "bobs")


async def test_a_room_that_is_closed_calls_nobody_in(inbox: Inbox) -> None:
    handling = Handling(inbox)
    await handling.arrive(*range(100))
    handling.room.close()
    while handling.seated:
        await handling.handle()
    assert handling.handled == handling.came[:SEATS]
    assert len(await inbox.unanswered(0, 1000)) == 100 - SEATS
