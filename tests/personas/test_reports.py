"""Twelve weeks of eight people with the real bot: their reports stand in reports/, three figures of each counted by hand.

`KEEP_REPORTS=1 make personas` writes the reports anew: look at the difference.
"""

import os
from pathlib import Path

import pytest

from bot.sandbox.launch import stage
from bot.sandbox.life.diary import Workout
from bot.sandbox.life.living import live
from bot.sandbox.life.report import report
from bot.sandbox.people import PEOPLE

REPORTS = Path(__file__).parent / "reports"
CHOSEN, FIFTH = 20, 0.2  # minutes; evidence 1

IN_THE_MAIN_SUITE = ("ghost",)
"""The cheapest: the fewest workouts."""

FIGURES = {
    "keen": (
        "36 workouts that count",  # 12 weeks x 3 days
        "84 messages unasked",  # one a day
        " 1  7 Sep   3 of 3   41",  # 3 x (5 of the warm-up, 3 moves x 2 sets, 3 of the cool-down), less one on day one
    ),
    # Eight reminders come round in three weeks: six days of the plan, one that comes again and one that was moved.
    "busy": (
        "16 workouts that count",  # four of the eight are trained, and they come round four times
        " 4 x reminder again",
        "28 x reminder, at 07:00",  # 12 weeks x 2 days, and four that were moved
    ),
    "hurting": (
        "36 workouts that count",
        "91 messages unasked",  # one a day, and seven mornings after
        "Tue 22 Sep  Clamshell, 4 of 10",  # the third week begins with the seventh workout: A again, with the clamshell
    ),
    "traveller": (
        "83 messages unasked",  # one a day, but the Monday evening between New York and Auckland never came
        "35 workouts that count",  # nor did its workout
        "Tue 22 Sep 09:10  Tokyo  >",  # landed, by the clock there
    ),
    "night_owl": (
        "36 workouts that count",
        "36 x reminder, at 23:30",
        "48 x rest-day message",  # 12 weeks x 4: a workout that goes on past three is still of the day before
    ),
    "ghost": (
        "2 workouts that count",  # the first day, and one in week 11
        "24 sets",  # 13, and after ten weeks 11: one set of each strength move
        "11  16 Nov  1 of 3   11",
    ),
    "six_weeks_away": (
        "19 workouts that count",  # 4 weeks x 3, the Friday of the return, 2 weeks x 3
        "42 messages unasked",  # 28 less the weekend that began the pause; the weekend after the return; 14
        " 5  5 Oct   0 of 3    0  -                                                  0",
    ),
    "first_trimester": (
        "20 workouts that count",  # 11 weeks x 2 and the last Monday morning, less three queasy days
        "23 x reminder, at 10:30",
        "58 x rest-day message",  # 81 days from the day after the midwife's word, less 23
    ),
}


def is_whole(workout: Workout) -> bool:
    return workout.summary is not None and workout.summary.is_whole


def takes_as_long_as_said(workout: Workout) -> bool:
    """Tell whether it took what the start card said, and no more than a fifth beyond the length they chose."""
    return abs(workout.minutes - workout.card.minutes) <= FIFTH * workout.card.minutes and (
        workout.minutes <= (1 + FIFTH) * CHOSEN
    )


def people() -> list[object]:
    """All names; the long lives are marked."""
    return [pytest.param(name, marks=() if name in IN_THE_MAIN_SUITE else pytest.mark.weeks) for name in PEOPLE]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", people())
async def test_twelve_weeks_read_as_they_did(name: str, tmp_path: Path) -> None:
    persona, golden = PEOPLE[name], REPORTS / f"{name}.txt"
    async with stage(tmp_path, start=persona.start) as on_stage:
        diary = await live(persona, on_stage)
        written = report(persona, diary)
        assert [call.broken for call in await on_stage.sandbox.calls() if call.broken] == []
    if os.environ.get("KEEP_REPORTS"):
        golden.write_text(written, encoding="utf-8")
    assert [figure for figure in FIGURES[name] if figure not in written] == []
    assert [
        workout.card for workout in diary.workouts if is_whole(workout) and not takes_as_long_as_said(workout)
    ] == []
    assert all(len(line) <= 80 for line in written.splitlines())
    assert written == golden.read_text(encoding="utf-8")


def test_everybody_has_a_report_and_figures() -> None:
    assert set(FIGURES) == set(PEOPLE) == {path.stem for path in REPORTS.glob("*.txt")}
