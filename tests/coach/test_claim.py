"""Two bots on one database, each claiming, sending, dying: of what was to be said about a day, one message left at most."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.coach.records import Records
from bot.coach.reminders import Outgoing, ReminderCoach
from bot.domain.delivery import LEASE, DeliveryKind, DeliveryState
from bot.store import Database

from .people import MONDAY, TUESDAY, Coach, Person, on, pack

T = TypeVar("T")

PACK = pack()
ZONES = ("Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles")


class Bot:
    """One process: its connection, and what it has in hand."""

    def __init__(self, coach: Coach) -> None:
        self.coach = coach
        self.claimed: list[Outgoing] = []
        self.leaving: list[Outgoing] = []


class Claiming(RuleBasedStateMachine):
    """What leaves is written down by the tests alone; the ledger has to agree."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.loop = asyncio.Runner()
        self.now = on(MONDAY, "12:00")
        self.left: Counter[tuple[int, DeliveryKind, object, int]] = Counter()
        file = Path(self.folder.name) / "coach.db"
        self.bots = [Bot(self.run(Coach.open(file, PACK))) for _ in range(2)]
        self.people = [Person(self.bots[0].coach, id, "en", self.now) for id in (1, 2)]
        for person in self.people:
            self.run(person.onboards())

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(coroutine)

    @rule(minutes=st.sampled_from([1, 3, 30, 60, 6 * 60, 24 * 60, -1, -30, -180]))
    def time_passes_or_is_set_back(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule()
    def it_is_six(self) -> None:
        self.now = max(self.now, on(MONDAY)) + timedelta(minutes=1)

    @rule(which=st.booleans())
    def one_claims(self, which: bool) -> None:
        bot = self.bots[which]
        bot.claimed += self.run(bot.coach.reminders.claim(self.now))

    @rule()
    def both_claim_at_once(self) -> None:
        async def race() -> None:
            found = await asyncio.gather(*(bot.coach.reminders.claim(self.now) for bot in self.bots))
            for bot, outgoing in zip(self.bots, found, strict=True):
                bot.claimed += outgoing

        self.run(race())

    @rule(which=st.booleans())
    def one_lets_its_next_message_leave(self, which: bool) -> None:
        bot = self.bots[which]
        if not bot.claimed:
            return
        outgoing = bot.claimed.pop(0)
        if self.run(bot.coach.reminders.sending(outgoing, self.now)):
            self.left[key_of(outgoing)] += 1
            bot.leaving.append(outgoing)

    @rule(which=st.booleans(), how=st.sampled_from(["sent", "uncertain", "refused", "never left"]))
    def one_hears_what_became_of_it(self, which: bool, how: str) -> None:
        bot = self.bots[which]
        if not bot.leaving:
            return
        outgoing, reminders = bot.leaving.pop(0), bot.coach.reminders
        if how == "sent":
            self.run(reminders.sent(outgoing, 5, self.now, live=True))
        elif how == "uncertain":
            self.run(reminders.uncertain(outgoing, self.now))
        elif how == "refused":
            self.run(reminders.refused(outgoing, self.now, blocked=False))
        else:
            self.left[key_of(outgoing)] -= 1
            self.run(reminders.not_sent(outgoing, self.now))

    @rule(which=st.booleans())
    def one_dies_and_starts_again(self, which: bool) -> None:
        bot = self.bots[which]
        bot.claimed, bot.leaving = [], []
        self.run(bot.coach.restart())
        self.run(bot.coach.reminders.recover(self.now))

    @rule(who=st.booleans(), zone=st.sampled_from(ZONES))
    def somebody_travels(self, who: bool, zone: str) -> None:
        person = self.people[who]
        self.run(self.lives(person, person.coach.onboarding.place_chosen, zone))

    @rule(who=st.booleans())
    def somebody_puts_it_off(self, who: bool) -> None:
        person = self.people[who]
        self.run(self.lives(person, person.coach.postponing.later))

    @rule(who=st.booleans())
    def somebody_moves_it(self, who: bool) -> None:
        person = self.people[who]
        self.run(self.lives(person, person.coach.postponing.tomorrow))

    async def lives(self, person: Person, does: Any, *given: object) -> None:
        await does(await person.turn(self.now), *given)

    @invariant()
    def nothing_left_twice(self) -> None:
        if hasattr(self, "left"):
            assert [key for key, times in self.left.items() if times > 1] == []

    @invariant()
    def a_day_has_one_message_of_its_own(self) -> None:
        if hasattr(self, "left"):
            own = Counter((who, day) for who, kind, day, _ in +self.left if kind is not DeliveryKind.SNOOZE)
            assert [key for key, times in own.items() if times > 1] == []

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            for bot in self.bots:
                self.run(bot.coach.store.close())
            self.loop.close()
            self.folder.cleanup()


def key_of(outgoing: Outgoing) -> tuple[int, DeliveryKind, object, int]:
    delivery = outgoing.delivery
    return delivery.athlete, delivery.kind, delivery.day, delivery.ordinal


Claiming.TestCase.settings = settings(
    max_examples=40, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
test_however_two_bots_claim_send_and_die_nothing_leaves_twice = Claiming.TestCase


# The interleavings that matter, one by one


@dataclass
class Interrupted:
    """A store in which somebody else acts between the look and the change."""

    store: Database
    between: Any

    def look(self) -> AbstractAsyncContextManager[Records]:
        return self.store.look()

    def change(self, key: str | None) -> AbstractAsyncContextManager[Records]:
        return _After(self, key)


class _After(AbstractAsyncContextManager[Records]):
    def __init__(self, interrupted: Interrupted, key: str | None) -> None:
        self.interrupted, self.key = interrupted, key

    async def __aenter__(self) -> Records:
        await self.interrupted.between()
        self.change = self.interrupted.store.change(self.key)
        return await self.change.__aenter__()

    async def __aexit__(self, *error: object) -> bool | None:
        return await self.change.__aexit__(*error)  # type: ignore[arg-type]


async def other(anna: Person) -> Coach:
    """A second process on the same file."""
    return await Coach.open(anna.coach.file, PACK)


async def test_what_another_process_served_between_look_and_change_is_theirs(anna: Person) -> None:
    second = await other(anna)
    theirs: list[Outgoing] = []

    async def serve() -> None:
        theirs.extend(await second.reminders.claim(on(MONDAY)))

    mine = await ReminderCoach(Interrupted(anna.coach.store, serve), PACK, PACK.library).claim(on(MONDAY))
    await second.store.close()
    assert (len(theirs), mine) == (1, [])


async def test_a_snooze_that_another_process_took_between_look_and_change_is_theirs(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY))
    await anna.coach.postponing.later(await anna.turn(on(MONDAY, "18:10")))
    second = await other(anna)
    theirs: list[Outgoing] = []

    async def serve() -> None:
        theirs.extend(await second.reminders.claim(on(MONDAY, "19:10")))

    mine = await ReminderCoach(Interrupted(anna.coach.store, serve), PACK, PACK.library).claim(on(MONDAY, "19:10"))
    await second.store.close()
    assert ([outgoing.delivery.kind for outgoing in theirs], mine) == ([DeliveryKind.SNOOZE], [])


@dataclass
class Failing:
    """A store whose next changes fail, one after the other."""

    store: Database
    errors: list[Exception]

    def look(self) -> AbstractAsyncContextManager[Records]:
        return self.store.look()

    def change(self, key: str | None) -> AbstractAsyncContextManager[Records]:
        if self.errors:
            raise self.errors.pop(0)
        return self.store.change(key)


@pytest.mark.parametrize("before", [[], [RuntimeError("together")]])
async def test_a_store_that_stalls_ends_the_claim_and_puts_nobody_off(anna: Person, before: list[Exception]) -> None:
    store = Failing(anna.coach.store, [*before, TimeoutError("stalled")])
    with pytest.raises(TimeoutError, match="stalled"):
        await ReminderCoach(store, PACK, PACK.library).claim(on(MONDAY))
    assert len(await anna.coach.serve(on(MONDAY))) == 1


async def test_a_stalled_tick_whose_lease_ran_out_sends_nothing_its_successor_does(anna: Person) -> None:
    [stalled] = await anna.coach.reminders.claim(on(MONDAY))
    later = on(MONDAY) + LEASE
    assert await anna.coach.reminders.claim(later - timedelta(seconds=1)) == []
    [successor] = await anna.coach.reminders.claim(later)
    assert successor.delivery.wording == stalled.delivery.wording
    assert not await anna.coach.reminders.sending(stalled, later)
    assert await anna.coach.reminders.sending(successor, later)


async def test_what_was_leaving_when_its_sender_stalled_is_uncertain_and_sent_when_it_comes_back_and_says_so(
    anna: Person,
) -> None:
    [outgoing] = await anna.coach.reminders.claim(on(MONDAY))
    await anna.coach.reminders.sending(outgoing, on(MONDAY))
    assert await anna.coach.reminders.claim(on(MONDAY) + LEASE) == []
    assert [d.state for d in await anna.deliveries(MONDAY)] == [DeliveryState.UNCERTAIN]
    await anna.coach.reminders.sent(outgoing, 5, on(MONDAY) + LEASE, live=False)
    assert [d.state for d in await anna.deliveries(MONDAY)] == [DeliveryState.SENT]


async def test_a_claimed_message_that_is_too_late_when_its_turn_comes_does_not_leave(anna: Person) -> None:
    [outgoing] = await anna.coach.reminders.claim(on(MONDAY))
    assert not await anna.coach.reminders.sending(outgoing, on(MONDAY, "21:01"))
    assert [d.state for d in await anna.deliveries(MONDAY)] == [DeliveryState.MISSED]


async def test_a_workout_that_is_moved_while_its_reminder_is_claimed_is_not_reminded_of(anna: Person) -> None:
    [outgoing] = await anna.coach.reminders.claim(on(MONDAY))
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY)))
    assert not await anna.coach.reminders.sending(outgoing, on(MONDAY))
    assert len(await anna.coach.serve(on(TUESDAY))) == 1
