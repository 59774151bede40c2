"""The inbox: what came is on disk, is worked on once, and is answered."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.athlete import Athlete
from bot.store import Database, Inbox, InboxState, UnknownUpdate
from bot.store.shortening import LONGEST
from bot.store.updates import text_of

from .samples import ANNA, BEN, BOT, NOON, SECRET, forgotten, joined, kept, message, unanswered

WEEK = timedelta(days=7)
MOMENT = timedelta(seconds=1)


async def keys_waiting(inbox: Inbox) -> list[str]:
    return [each.key for each in await unanswered(inbox)]


async def test_a_batch_is_kept_whole_and_in_order(inbox: Inbox) -> None:
    updates = [message(2), message(1), message(3, BEN)]
    kept = await inbox.keep(BOT, updates, NOON)
    assert [one.body for one in kept] == updates
    assert [(each.key, each.body, each.received_at) for each in await unanswered(inbox)] == [
        (one.key, one.body, NOON) for one in kept
    ]
    assert await inbox.depth() == 3


async def test_an_empty_batch_is_fine(inbox: Inbox) -> None:
    assert await inbox.keep(BOT, [], NOON) == []


async def test_the_same_update_is_kept_once(inbox: Inbox) -> None:
    first = await kept(inbox, message(1))
    again = await inbox.keep(BOT, [message(1), message(2), message(2)], NOON + MOMENT)
    assert again[0].key == first
    assert [each.received_at for each in await unanswered(inbox)] == [NOON, NOON + MOMENT]


async def test_a_number_used_again_for_another_event_is_new(inbox: Inbox) -> None:
    old = await kept(inbox, message(1))
    new = await kept(inbox, message(1, date=1_773_000_000))
    assert await keys_waiting(inbox) == [old, new]


async def test_an_answered_update_that_comes_again_stays_answered(inbox: Inbox) -> None:
    key = await kept(inbox, message(1))
    await inbox.answered(key)
    await kept(inbox, message(1))
    assert await inbox.state(key) is InboxState.ANSWERED


@pytest.mark.parametrize("text", ["half an emoji \ud83c", "🏋" * 1000, "\0", "'; DROP TABLE inbox; --"])
async def test_odd_texts_come_back(inbox: Inbox, text: str) -> None:
    update = message(1, text=text, huge=10**80)
    await kept(inbox, update)
    assert [each.body for each in await unanswered(inbox)] == [update]


async def test_an_id_too_large_for_a_column_is_nobodys(inbox: Inbox) -> None:
    key = await kept(inbox, {"update_id": 10**30, "message": {"from": {"id": 10**30}}})
    assert await inbox.begin(key) == (InboxState.OPEN, NOON, None)


async def test_a_turn_begins_with_state_time_and_athlete(database: Database, inbox: Inbox) -> None:
    await joined(database, ANNA, BEN)
    key = await kept(inbox, message(1))
    assert await inbox.begin(key) == (InboxState.OPEN, NOON, Athlete(ANNA, "en"))


async def test_turns_that_begin_at_once_are_each_their_own(database: Database, inbox: Inbox) -> None:
    await joined(database, ANNA, BEN)
    keys = [await kept(inbox, message(n)) for n in range(1, 31)]
    found = await asyncio.gather(*map(inbox.begin, keys), inbox.begin("nothing"), return_exceptions=True)
    assert found[:-1] == [(InboxState.OPEN, NOON, Athlete(ANNA, "en"))] * 30
    assert isinstance(found[-1], UnknownUpdate)


async def test_answers_at_once_are_all_kept_though_one_task_is_cancelled(database: Database, inbox: Inbox) -> None:
    await joined(database, ANNA, BEN)
    keys = [await kept(inbox, message(n)) for n in range(1, 31)]
    async with database.alone():
        tasks = [asyncio.create_task(inbox.answered(key, n)) for n, key in enumerate(keys)]
        await asyncio.sleep(0)  # all of them wait for their turn
        tasks[0].cancel()
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(result) for result in done] == [asyncio.CancelledError, *[type(None)] * 29]
    assert await keys_waiting(inbox) == keys[:1]
    _, _, athlete = await inbox.begin(keys[0])
    assert athlete
    assert athlete.live_message == 29


async def test_when_answers_cannot_be_kept_each_who_waits_tries_and_hears_of_it(
    database: Database, inbox: Inbox
) -> None:
    keys = [await kept(inbox, message(n)) for n in range(1, 4)]
    async with database.alone() as connection:
        await connection.rows("CREATE TRIGGER full BEFORE UPDATE ON inbox BEGIN SELECT RAISE(ABORT, 'full'); END")
    failed = await asyncio.gather(*map(inbox.answered, keys), return_exceptions=True)
    assert [str(error) for error in failed] == ["full"] * 3
    async with database.alone() as connection:
        await connection.rows("DROP TRIGGER full")
    await inbox.answered(keys[2])
    assert await keys_waiting(inbox) == keys[:2]


async def test_a_strangers_turn_begins_without_athlete(inbox: Inbox) -> None:
    key = await kept(inbox, message(1))
    assert await inbox.begin(key) == (InboxState.OPEN, NOON, None)


async def test_what_was_never_kept_is_unknown(inbox: Inbox) -> None:
    assert await inbox.state("nothing") is None
    with pytest.raises(UnknownUpdate):
        await inbox.begin("nothing")
    with pytest.raises(UnknownUpdate):
        await inbox.tried("nothing")


async def test_an_applied_update_waits_for_its_answer_but_not_for_work(database: Database, inbox: Inbox) -> None:
    key = await kept(inbox, message(1))
    async with database.change(key):
        pass
    assert await keys_waiting(inbox) == [key]
    assert await inbox.depth() == 0


@pytest.mark.parametrize("done", [Inbox.answered, Inbox.set_aside])
async def test_what_is_done_waits_no_more(inbox: Inbox, done: Any) -> None:
    await done(inbox, await kept(inbox, message(1)))
    assert await keys_waiting(inbox) == []
    assert await inbox.depth() == 0


async def test_the_answer_says_which_message_is_live(database: Database, inbox: Inbox) -> None:
    await joined(database, ANNA, BEN)
    key = await kept(inbox, message(1))
    seen = []
    await inbox.answered(key, live_message=40)
    seen.append((await inbox.begin(key))[2])
    await inbox.answered(key)
    seen.append((await inbox.begin(key))[2])
    await inbox.answered(key, live_message=None)
    seen.append((await inbox.begin(key))[2])
    assert [athlete and athlete.live_message for athlete in seen] == [40, 40, None]
    async with database.look() as records:
        assert await records.athletes.get(BEN) == Athlete(BEN, "en")


@pytest.mark.parametrize("empty", [True, False])
async def test_a_body_is_emptied_when_told_to(database: Database, inbox: Inbox, empty: bool) -> None:
    key = await kept(inbox, message(1))
    await inbox.answered(key, empty_body=empty)
    async with database.alone() as connection:
        [row] = await connection.rows("SELECT body IS NULL AS emptied, person FROM inbox")
    assert (bool(row["emptied"]), row["person"]) == (empty, ANNA)


async def test_starts_are_counted(inbox: Inbox) -> None:
    key, other = await kept(inbox, message(1)), await kept(inbox, message(2))
    assert [await inbox.tried(key), await inbox.tried(key), await inbox.tried(other)] == [1, 2, 1]
    await inbox.set_aside(key)
    assert await inbox.state(key) is InboxState.SET_ASIDE


async def test_what_is_done_is_deleted_after_a_week_and_what_waits_never(inbox: Inbox) -> None:
    done, waiting, fresh = [await kept(inbox, message(n), NOON + MOMENT * (n == 3)) for n in (1, 2, 3)]
    await inbox.answered(done)
    await inbox.answered(fresh)
    await inbox.purge(NOON + WEEK)
    assert await inbox.state(done) is InboxState.ANSWERED
    await inbox.purge(NOON + WEEK + MOMENT)
    assert [await inbox.state(key) for key in (done, waiting, fresh)] == [None, InboxState.OPEN, InboxState.ANSWERED]


async def test_what_erasing_left_is_deleted_after_a_day(inbox: Inbox) -> None:
    erased, others = await kept(inbox, message(1)), await kept(inbox, message(2, BEN))
    nobodys = await kept(inbox, {"update_id": 3, "poll": {"id": "1"}})
    await inbox.answered(nobodys)
    await forgotten(inbox, ANNA)
    await inbox.purge(NOON + timedelta(hours=24))
    assert await inbox.state(erased) is InboxState.OPEN
    await inbox.purge(NOON + timedelta(hours=24) + MOMENT)
    states = [await inbox.state(key) for key in (erased, others, nobodys)]
    assert states == [None, InboxState.OPEN, InboxState.ANSWERED]


async def test_updates_of_somebody_erased_wait_for_no_answer(inbox: Inbox) -> None:
    key, other = await kept(inbox, message(1)), await kept(inbox, message(2, BEN))
    await forgotten(inbox, ANNA)
    assert await keys_waiting(inbox) == [other]
    assert await inbox.begin(key) == (InboxState.OPEN, NOON, None)
    await inbox.answered(key, live_message=3)
    assert await inbox.state(key) is InboxState.ANSWERED


async def test_what_was_kept_survives_a_restart(url: str) -> None:
    for expected in ([], [message(1)]):
        database = await Database.open(url, SECRET)
        assert [each.body for each in await unanswered(Inbox(database))] == expected
        await kept(Inbox(database), message(1))
        await database.close()


async def test_many_at_once_are_all_kept(inbox: Inbox) -> None:
    await asyncio.gather(*(inbox.keep(BOT, [message(n), message(n + 1)], NOON) for n in range(30)))
    assert await inbox.depth() == 31


async def test_a_moment_without_zone_is_refused(inbox: Inbox) -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        await inbox.keep(BOT, [message(1)], NOON.replace(tzinfo=None))


async def test_what_is_too_long_is_stored_short_and_can_still_be_handled(inbox: Inbox) -> None:
    quoted = {"message_id": 1, "text": "💥" * 4096}
    await kept(inbox, message(1, text="done 12 " * 500, reply_to_message=quoted))
    await kept(inbox, message(2, text="💥" * 4096))
    press = {
        "id": "5",
        "from": {"id": ANNA},
        "data": "today",
        "message": {**message(3)["message"], "text": "💥" * 4096},
    }
    await kept(inbox, {"update_id": 3, "callback_query": press})
    await kept(inbox, {"update_id": 4, "odd": ["💥" * 9999]})
    quoting, long, pressed, odd = [each.body for each in await unanswered(inbox)]
    assert quoting["message"]["text"] == "done 12 " * 125
    assert long == message(2, text="💥" * 1000)
    assert pressed["callback_query"]["data"] == "today" and pressed["callback_query"]["message"]["message_id"] == 3
    assert odd == {"update_id": 4}
    assert max(len(text_of(each.body)) for each in await unanswered(inbox)) <= LONGEST


async def test_what_waits_of_a_person_comes_in_order_and_a_few_at_a_time(inbox: Inbox) -> None:
    first, *_ = [await kept(inbox, message(n, person)) for n in range(1, 5) for person in (ANNA, BEN)]
    found = await inbox.waiting(ANNA, first, 2)
    assert [each.body["update_id"] for each in found] == [2, 3]
    await inbox.set_aside((await inbox.waiting(ANNA, found[-1].key, 2))[0].key)
    assert await inbox.waiting(ANNA, found[-1].key, 2) == []


async def test_only_what_was_begun_from_disk_is_suspected(inbox: Inbox) -> None:
    innocent, begun, done = [await kept(inbox, message(n)) for n in (1, 2, 3)]
    for key in (begun, done):
        await inbox.tried(key)
    await inbox.answered(done)
    assert [each.key for each in await inbox.suspects()] == [begun]
    assert [each.key for each in await unanswered(inbox)] == [innocent, begun]
