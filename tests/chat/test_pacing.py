"""Telegram's pace is kept, a person's answer goes first, and a wait holds up only whom it is meant for."""

import asyncio
import selectors
import time
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any, cast

import pytest

from bot.chat.clips import Clips
from bot.chat.outlet import Outlet
from bot.chat.pacing import CHAT_BURST, GAP, OVERALL, Buckets, Pace, Rank
from bot.chat.requests import NotSent
from bot.domain.clip import Clip
from bot.views.reply import Reply

ANN, BOB, EVE = 1, 2, 3


class HastyLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock jumps to the next thing to do instead of waiting for it."""

    def __init__(self) -> None:
        selector = selectors.DefaultSelector()
        super().__init__(selector)
        self._passed = 1000.0
        waits = selector.select

        def jumps(timeout: float | None = None) -> Any:
            self._passed += timeout or 0.0
            return waits(0)

        selector.select = jumps  # type: ignore[method-assign]

    def time(self) -> float:
        return self._passed


Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture
def hastily(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(story: Coroutine[Any, Any, None]) -> None:
        with asyncio.Runner(loop_factory=HastyLoop) as runner:
            monkeypatch.setattr(time, "monotonic", runner.get_loop().time)
            try:
                runner.run(story)
            finally:
                monkeypatch.undo()

    return run


async def timed(work: Awaitable[None]) -> float:
    """When, on the loop's clock, something was over."""
    await work
    return asyncio.get_running_loop().time()


async def left_at(*turns: Awaitable[None]) -> list[float]:
    """How many seconds after now each message left."""
    start = asyncio.get_running_loop().time()
    return [at - start for at in await asyncio.gather(*map(timed, turns))]


def most_in_a_second(moments: list[float]) -> int:
    return max(sum(1 for each in moments if at <= each < at + 1) for at in moments)


@pytest.mark.parametrize("rank", Rank)
def test_thirty_messages_leave_in_a_second_and_no_more(rank: Rank, hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        moments = await left_at(*(pace.turn(chat, rank) for chat in range(300)))
        assert most_in_a_second(moments) <= OVERALL
        assert max(moments) <= 300 / OVERALL * 1.05

    hastily(story())


def test_an_answer_leaves_before_ten_thousand_reminders(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        reminders = [asyncio.ensure_future(pace.turn(chat, Rank.OWN)) for chat in range(100, 10_100)]
        await asyncio.sleep(2.345)
        answers = await left_at(*(pace.turn(chat, Rank.REPLY) for chat in range(5)))
        assert max(answers) <= 5 * GAP + 0.001
        assert sum(each.done() for each in reminders) < 100
        for reminder in reminders:
            reminder.cancel()
        assert (await left_at(pace.turn(ANN, Rank.REPLY)))[0] <= GAP + 0.001
        await asyncio.gather(*reminders, return_exceptions=True)

    hastily(story())


def test_a_chat_gets_a_short_burst_and_then_one_a_second_while_others_do_not_wait(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        *anns, bobs = await left_at(*[pace.turn(ANN, Rank.REPLY) for _ in range(6)], pace.turn(BOB, Rank.REPLY))
        assert [round(moment) for moment in anns] == [0] * CHAT_BURST + [1, 2, 3]
        assert bobs == 0

    hastily(story())


def test_a_wait_that_telegram_asks_for_holds_up_that_chat_alone(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        pace.refused(ANN, 40)
        anns, bobs = await left_at(pace.turn(ANN, Rank.REPLY), pace.turn(BOB, Rank.REPLY))
        assert (round(anns), bobs) == (40, 0)
        pace.refused(ANN, 40)
        with pytest.raises(NotSent):
            await pace.turn(ANN, Rank.OWN)
        assert pace.is_pressed(ANN) and not pace.is_pressed(BOB)

    hastily(story())


def test_two_chats_in_no_hurry_that_are_put_off_at_once_mean_everybody(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        for chat in (ANN, BOB):
            await pace.turn(chat, Rank.REPLY)
            pace.refused(chat, 4)
        moments = await left_at(pace.turn(EVE, Rank.REPLY), pace.turn(4, Rank.OWN))
        assert [round(moment) for moment in moments] == [4, 4]

    hastily(story())


def test_who_stands_in_line_is_sent_away_when_everybody_has_to_wait_for_long(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        in_line = [asyncio.ensure_future(pace.turn(chat, Rank.OWN)) for chat in range(10, 15)]
        for _ in range(5):
            await asyncio.sleep(0)
        for chat in (ANN, BOB):
            pace.refused(chat, 40)
        came = await asyncio.gather(*in_line, return_exceptions=True)
        assert [type(each) for each in came] == [type(None)] + [NotSent] * 4
        assert pace.holds_up_its_own
        with pytest.raises(NotSent):
            await pace.has_come_to(Rank.OWN)
        [answered] = await left_at(pace.turn(EVE, Rank.REPLY))
        assert (round(answered), pace.holds_up_its_own) == (40, False)

    hastily(story())


def test_at_the_end_only_answers_leave(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        in_line = [asyncio.ensure_future(pace.turn(chat, Rank.OWN)) for chat in range(10, 13)]
        for _ in range(5):
            await asyncio.sleep(0)
        pace.wind_down()
        await pace.turn(EVE, Rank.REPLY)
        came = await asyncio.gather(*in_line, return_exceptions=True)
        assert [type(each) for each in came] == [type(None)] + [NotSent] * 2
        with pytest.raises(NotSent):
            await pace.has_come_to(Rank.OWN)

    hastily(story())


def test_two_chats_in_a_hurry_that_are_put_off_mean_only_themselves(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace()
        for chat in (ANN, BOB):
            for _ in range(3):
                await pace.turn(chat, Rank.REPLY)
            pace.refused(chat, 7)
        assert await left_at(pace.turn(EVE, Rank.REPLY)) == [0]

    hastily(story())


def test_without_a_pace_only_the_waits_that_were_asked_for_count(hastily: Run) -> None:
    async def story() -> None:
        pace = Pace(on=False)
        assert set(await left_at(*(pace.turn(ANN, rank) for rank in Rank for _ in range(100)))) == {0.0}
        pace.refused(ANN, 3)
        assert [round(moment) for moment in await left_at(pace.turn(ANN, Rank.OWN))] == [3]

    hastily(story())


class Uploads:
    """A Telegram that takes three seconds for a file."""

    def __init__(self) -> None:
        self.left: list[float] = []

    async def upload_clip(self, *_: object) -> dict[str, Any]:
        self.left.append(time.monotonic())
        await asyncio.sleep(3)
        return {"message_id": 1, "animation": {"file_id": "long", "file_unique_id": "short"}}

    async def send_clip(self, *_: object) -> dict[str, Any]:
        self.left.append(time.monotonic())
        return {"message_id": 1}

    async def send(self, *_: object) -> int:
        self.left.append(time.monotonic())
        return 1


class Nowhere:
    """A disk that takes everything."""

    async def keep(self, *_: object) -> None: ...


class InMemory(Clips):
    async def _read(self, name: str) -> bytes:
        return name.encode()


def test_who_waits_for_somebody_elses_upload_leaves_at_telegrams_pace_too(hastily: Run, tmp_path: Path) -> None:
    async def story() -> None:
        calls: Any = Uploads()
        outlet = Outlet(calls, InMemory(calls, cast("Any", Nowhere()), tmp_path), Pace())
        card = Reply("words", clip=Clip("clamshell", 640, 480, 3.0, "digest"), caption="below")
        waiting = [outlet.send(chat, card) for chat in range(90)]
        words = [outlet.send(chat, Reply("words")) for chat in range(100, 160)]
        await asyncio.gather(*waiting, *words)
        assert len(calls.left) == 150
        assert most_in_a_second(calls.left) <= OVERALL

    hastily(story())


def test_chats_at_rest_cost_no_memory() -> None:
    buckets = Buckets(every=1.0, burst=3)
    for chat in range(20_000):
        buckets.take(chat, now=chat / 100)
    assert len(buckets) < 3000
