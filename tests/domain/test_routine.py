"""How long a routine takes, and how many sets it holds."""

from dataclasses import replace

import pytest

from bot.domain.exercise import Mode, Phase, Sides, Tempo
from bot.domain.routine import Prescription, Routine, RoutineKind

from .builders import prescription, seconds_long


def routine(*prescriptions: Prescription) -> Routine:
    return Routine(RoutineKind.STRENGTH, "a", 30, prescriptions, ())


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        (prescription(sides=Sides.TOGETHER, sets=2, amount=10, rest=45, tempo=Tempo(2, 1, 3)), 2 * (60 + 45 + 3)),
        (prescription(sides=Sides.EACH, sets=3, amount=10, rest=60, tempo=Tempo(2, 1, 3)), 3 * (120 + 60 + 3)),
        (prescription(sides=Sides.EACH, sets=1, amount=5, rest=10, tempo=Tempo(2, 0, 2), directions=2), 80 + 10 + 3),
        (
            prescription(mode=Mode.HOLD, sides=Sides.EACH, sets=2, amount=30, rest=15, tempo=Tempo(0, 0, 0)),
            2 * (60 + 15 + 3),
        ),
        (prescription(mode=Mode.HOLD, sets=1, amount=30, rest=10, areas=("a", "b", "c")), 180 + 10 + 3),
    ],
)
def test_it_takes_its_sets_times_amount_times_tempo_times_sides_and_rest_and_a_tap(
    asked: Prescription, seconds: int
) -> None:
    assert asked.seconds == seconds


def test_what_was_never_done_is_read_first() -> None:
    assert replace(seconds_long(100, sets=2), new=True).seconds == 200 + 25


def test_the_estimate_is_in_whole_minutes() -> None:
    assert routine(seconds_long(45), seconds_long(44)).minutes == 1
    assert routine(seconds_long(45), seconds_long(46)).minutes == 2
    assert routine(seconds_long(600), seconds_long(629)).minutes == 20


def test_weekly_sets_count_what_the_program_counts() -> None:
    held = routine(
        prescription("bridge", sets=2), prescription("clamshell", sets=3), prescription("swing", Phase.WARM_UP)
    )
    assert held.weekly_sets({"bridge": 0.5, "clamshell": 1}) == 4
