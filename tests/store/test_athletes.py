"""Athletes come back as they were saved."""

from dataclasses import fields, replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bot.domain.athlete import Athlete, Step
from bot.domain.exercise import Equipment
from bot.store import Database, Inbox

from .samples import ANNA, BEN, NOON, joined, kept, message

WORDS = st.frozensets(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), max_size=4)
INSTANTS = st.integers(-(10**9), 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
ATHLETES = st.builds(
    Athlete,
    id=st.integers(1, 2**52),
    step=st.sampled_from(Step),
    zone=st.sampled_from(["UTC", "Asia/Kathmandu", "Pacific/Apia", "America/Argentina/Buenos_Aires"]).map(ZoneInfo),
    weekdays=st.frozensets(st.integers(0, 6)),
    remind_at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    level_since=st.none() | INSTANTS,
    equipment=st.frozensets(st.sampled_from(Equipment)),
    length=st.integers(0, 90),
    limits=WORDS,
    opted_in=WORDS,
    live_message=st.none(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(athlete=ATHLETES)
async def test_an_athlete_comes_back_as_saved(database: Database, athlete: Athlete) -> None:
    async with database.change(None) as records:
        await records.athletes.save(athlete)
    async with database.look() as records:
        assert await records.athletes.get(athlete.id) == athlete


async def test_every_field_has_its_column(database: Database) -> None:
    async with database.alone() as connection:
        columns = {row["name"] for row in await connection.rows("PRAGMA table_info(athletes)")}
    named = {field.name for field in fields(Athlete)} - {"readiness", "feeling", "deload"}
    parts = {"readiness_on", "hold", "recheck_on", "felt_on", "soreness", "energy", "deload_from", "deload_refused_on"}
    assert columns == named | parts


async def test_a_stranger_is_nobody(database: Database) -> None:
    async with database.look() as records:
        assert await records.athletes.get(ANNA) is None


async def test_saving_replaces_one_athlete_and_no_other(database: Database) -> None:
    await joined(database, ANNA, BEN)
    async with database.change(None) as records:
        await records.athletes.save(Athlete(ANNA, "en", remind_at=time(7, 30)))
        anna, ben = await records.athletes.get(ANNA), await records.athletes.get(BEN)
    assert anna == Athlete(ANNA, "en", remind_at=time(7, 30))
    assert ben == Athlete(BEN, "en")


async def test_saving_leaves_the_live_message_to_the_inbox(database: Database, inbox: Inbox) -> None:
    await joined(database, ANNA)
    await inbox.answered(await kept(inbox, message(1)), live_message=77)
    async with database.change(None) as records:
        await records.athletes.save(Athlete(ANNA, "en", live_message=None))
        assert await records.athletes.get(ANNA) == Athlete(ANNA, "en", live_message=77)


async def test_a_datetime_without_zone_is_refused(database: Database) -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(ValueError, match="needs a zone"):
        async with database.change(None) as records:
            await records.athletes.save(replace(Athlete(ANNA, "en"), level_since=naive))


async def test_a_limit_that_would_fall_apart_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="not single words"):
        async with database.change(None) as records:
            await records.athletes.save(Athlete(ANNA, "en", limits=frozenset({"left hip"})))
