"""Whatever comes between keeping, applying and answering, crashes and redelivery included: each update has one effect.

A model says what the inbox must hold; it works on updates as the intake does, and dies wherever it likes.
"""

import asyncio
import tempfile
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.workout import Workout
from bot.store import Database, Inbox, InboxState

from .samples import ANNA, BOT, NOON, SECRET, SET, joined, message, started, unanswered

T = TypeVar("T")

UPDATES = st.integers(1, 6)


class Died(Exception):
    """The process, in the middle of something."""


class AnInbox(RuleBasedStateMachine):
    """Six updates at most, so that they meet again and again."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.loop = asyncio.Runner()
        self.url = f"sqlite:///{Path(self.folder.name)}/coach.db"
        self.now = NOON
        self.states: dict[int, InboxState] = {}
        self.keys: dict[int, str] = {}
        self.dates = dict.fromkeys(range(1, 7), 1_772_000_000)
        self.gone: list[str] = []
        self.workout = self.run(self.first_start())

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(coroutine)

    async def first_start(self) -> Workout:
        await self.opened()
        await joined(self.database, ANNA)
        return await started(self.database)

    async def opened(self) -> None:
        self.database = await Database.open(self.url, SECRET)
        self.inbox = Inbox(self.database)

    # What the intake does

    @rule(numbers=st.lists(UPDATES, min_size=1, max_size=4))
    def telegram_delivers(self, numbers: list[int]) -> None:
        """New ones, and old ones again, in any order."""
        self.now += timedelta(seconds=1)
        updates = [message(number, date=self.dates[number]) for number in numbers]
        for number, kept in zip(numbers, self.run(self.inbox.keep(BOT, updates, self.now)), strict=True):
            assert self.keys.setdefault(number, kept.key) == kept.key
            self.states.setdefault(number, InboxState.OPEN)

    @rule(number=UPDATES, dies=st.booleans())
    def it_is_applied(self, number: int, dies: bool) -> None:
        """Log the set if the update is open; perhaps die before the commit."""
        if number in self.keys and self.run(self.apply(self.keys[number], dies)):
            self.states[number] = InboxState.APPLIED

    async def apply(self, key: str, dies: bool) -> bool:
        state, _, _ = await self.inbox.begin(key)
        if state is not InboxState.OPEN:
            return False
        try:
            async with self.database.change(key) as records:
                await records.workouts.append(self.workout.id, [SET, SET], key, self.now, self.now)
                self.die(dies)
        except Died:
            return False
        return True

    def die(self, dies: bool) -> None:
        if dies:
            raise Died

    @rule(number=UPDATES)
    def it_is_answered(self, number: int) -> None:
        if self.states.get(number) is InboxState.APPLIED:
            self.run(self.inbox.answered(self.keys[number], number, empty_body=True))
            self.states[number] = InboxState.ANSWERED

    @rule(number=UPDATES)
    def its_effect_fails_too_often(self, number: int) -> None:
        if self.states.get(number) is InboxState.OPEN:
            self.run(self.inbox.set_aside(self.keys[number]))
            self.states[number] = InboxState.SET_ASIDE

    @rule()
    def the_bot_is_started_again(self) -> None:
        async def restart() -> None:
            await self.database.close()
            await self.opened()

        self.run(restart())

    @rule()
    def it_replays(self) -> None:
        """Work on everything that waits, as at the start."""
        for row in self.run(unanswered(self.inbox)):
            self.run(self.apply(row.key, dies=False))
            self.run(self.inbox.answered(row.key, empty_body=True))
        for number in self.states:
            if self.states[number] is not InboxState.SET_ASIDE:
                self.states[number] = InboxState.ANSWERED

    @rule()
    def a_week_passes(self) -> None:
        """What had its effect, or was given up, is deleted; its number comes again, but for another event."""
        self.now += timedelta(days=8)
        self.run(self.inbox.purge(self.now))
        for number in [n for n, s in self.states.items() if s is not InboxState.OPEN]:
            key = self.keys.pop(number)
            assert self.run(self.inbox.state(key)) is None
            if self.states.pop(number) is not InboxState.SET_ASIDE:
                self.gone.append(key)
            self.dates[number] += 8 * 86_400

    # What must hold

    @invariant()
    def each_update_has_its_effect_once(self) -> None:
        if not hasattr(self, "states"):
            return
        effects = [n for n, s in self.states.items() if s in (InboxState.APPLIED, InboxState.ANSWERED)]
        assert self.run(self.logged()) == sorted(2 * [*self.gone, *(self.keys[n] for n in effects)])

    @invariant()
    def the_inbox_says_what_the_model_says(self) -> None:
        if not hasattr(self, "states"):
            return
        assert {n: self.run(self.inbox.state(self.keys[n])) for n in self.states} == self.states
        waiting = [row.key for row in self.run(unanswered(self.inbox))]
        assert sorted(waiting) == sorted(
            self.keys[n] for n, s in self.states.items() if s in (InboxState.OPEN, InboxState.APPLIED)
        )

    async def logged(self) -> list[str]:
        async with self.database.alone() as connection:
            return sorted(row["update_key"] for row in await connection.rows("SELECT update_key FROM entries"))

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            self.run(self.database.close())
            self.loop.close()
            self.folder.cleanup()


AnInbox.TestCase.settings = settings(
    max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
test_whatever_happens_each_update_has_one_effect = AnInbox.TestCase
