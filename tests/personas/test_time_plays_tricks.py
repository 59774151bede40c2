"""Outages, clocks that change and people who travel: never two messages about one day, never a late crowd of them."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.launch import stage

from .persona import BERLIN, IN_BERLIN, Persona, rows

DELIVERIES = "SELECT day, kind, state FROM deliveries ORDER BY day, id"
NEW_YORK = ZoneInfo("America/New_York")
TOKYO = ZoneInfo("Asia/Tokyo")


async def test_an_outage_of_26_hours_brings_one_late_message_and_counts_the_rest_as_missed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage)
        await on_stage.sandbox.move_to(ann.instant("2026-11-23 17:00"))
        await ann.does(*IN_BERLIN)
        await ann.away_until("2026-11-24 19:00")
        await ann.until("2026-11-25 12:00")
        assert await ann.unasked() == [("Tue 24 Nov", "19:00", "rest")]
    assert rows(tmp_path, DELIVERIES) == [("2026-11-23", "workout", "missed"), ("2026-11-24", "rest", "sent")]


async def test_an_outage_over_several_reminders_whose_hours_are_over_brings_none_of_them(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage)
        await on_stage.sandbox.move_to(ann.instant("2026-11-23 17:00"))
        await ann.does(*IN_BERLIN)
        await ann.away_until("2026-11-25 21:00:10")
        await ann.until("2026-11-26 18:30")
        assert await ann.unasked() == [("Thu 26 Nov", "18:00", "rest")]
    assert rows(tmp_path, DELIVERIES) == [
        ("2026-11-23", "workout", "missed"),
        ("2026-11-24", "rest", "missed"),
        ("2026-11-25", "workout", "missed"),
        ("2026-11-26", "rest", "sent"),
    ]


async def test_a_reminder_that_falls_due_during_a_short_outage_comes_late_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage)
        await on_stage.sandbox.move_to(ann.instant("2026-11-23 17:00"))
        await ann.does(*IN_BERLIN)
        await ann.away_until("2026-11-23 19:00")
        await ann.does("restart")
        await ann.until("2026-11-24 12:00")
        assert await ann.unasked() == [("Mon 23 Nov", "19:00", "workout")]
    assert rows(tmp_path, DELIVERIES) == [("2026-11-23", "workout", "sent")]


@pytest.mark.parametrize(
    ("begins", "ends", "at"),
    [
        # 02:30 comes twice: the first one counts, in summer time
        ("2027-10-30 12:00", "2027-10-31 23:00", "2027-10-31 00:30 UTC"),
        # there is no 02:30: the time moves on by the hour that is left out
        ("2027-03-27 12:00", "2027-03-28 23:00", "2027-03-28 01:30 UTC"),
    ],
    ids=["autumn", "spring"],
)
async def test_a_training_day_on_which_the_clocks_change_has_exactly_one_delivery(
    begins: str, ends: str, at: str, tmp_path: Path
) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage)
        await on_stage.sandbox.move_to(ann.instant(begins))
        await ann.does(*IN_BERLIN[:-3], "[Tue Thu Sat]", "> 02:30", "= 02:30")
        await ann.until(ends)
        night = f"{ann.instant(at).astimezone(BERLIN):%H:%M}"
        assert await ann.unasked() == [(f"{datetime.fromisoformat(ends):%a %d %b}", night, "workout")]
    due_at = int(ann.instant(at).timestamp())
    query = "SELECT day, kind, due_at, state FROM deliveries"
    assert rows(tmp_path, query) == [(begins[:10], "workout", due_at, "sent")]


async def test_whoever_travels_west_and_east_after_a_reminder_hears_once_of_each_day(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage, ZoneInfo("UTC"))
        await on_stage.sandbox.move_to(ann.instant("2026-11-23 16:00"))
        await ann.does(*IN_BERLIN)
        await ann.until("2026-11-23 17:30")  # 18:00 in Berlin has been
        await ann.does(*_moves_to("New York"))
        await ann.until("2026-11-24 23:30")  # Monday's and Tuesday's 18:00 in New York have been
        await ann.does(*_moves_to("Tokyo"))
        await ann.until("2026-11-26 10:00")
        assert await ann.unasked() == [
            ("Mon 23 Nov", "17:00", "workout"),  # 18:00 in Berlin
            ("Tue 24 Nov", "23:00", "rest"),  # 18:00 in New York
            ("Wed 25 Nov", "09:00", "workout"),  # 18:00 in Tokyo
            ("Thu 26 Nov", "09:00", "rest"),
        ]
    assert [day for day, _, _ in rows(tmp_path, DELIVERIES)] == ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]


async def test_whoever_travels_east_past_the_reminder_and_back_hears_once_of_the_day(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage)
        await on_stage.sandbox.move_to(ann.instant("2026-11-23 17:00"))
        await ann.does(*IN_BERLIN)
        await ann.does(*_moves_to("Tokyo"))  # it is 01:00 there, still Monday by the coach's day
        await ann.until("2026-11-23 17:30")
        await ann.does(*_moves_to("Berlin"))
        await ann.until("2026-11-23 18:30")
        await ann.does(*_moves_to("Tokyo"))
        await ann.until("2026-11-24 09:00")
        await ann.does(*_moves_to("Berlin"))
        await ann.until("2026-11-24 23:59")
        assert [day for day, _, _ in await ann.unasked()] == ["Mon 23 Nov", "Tue 24 Nov"]
    assert [day for day, _, _ in rows(tmp_path, DELIVERIES)] == ["2026-11-23", "2026-11-24"]


def _moves_to(city: str) -> tuple[str, ...]:
    return ("> /plan", "[Place]", f"> {city}", f"= {city}")
