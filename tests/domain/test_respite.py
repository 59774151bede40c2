"""A move that hurts three sessions in a row has a respite of two weeks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.exercise import Adaptation, Exercise, Phase
from bot.domain.ladder import Ladder
from bot.domain.library import Library
from bot.domain.prescribing import Asked, build_routine
from bot.domain.progression import Performance
from bot.domain.respite import Respite, respite_on, with_swap
from bot.domain.routine import Prescription, Profile, RoutineKind

from .builders import BAND, ME, day, did, hold, library, move, profile, variation

WALL = variation("wall")
CLAMSHELL = move(swaps=(WALL,), limits={"hip": Adaptation(swap=("wall",)), "knee": Adaptation(rung_at_most=1)})
LAST = 8
"""The day of the third session in `sore`."""


def hurt(pain: int, on: int, area: str | None = None, variation: str = "rung 2") -> Performance:
    return replace(did(8, 8, on=variation, pain=pain), day=day(on), area=area)


def sore(area: str | None = None) -> list[Performance]:
    return [hurt(3, 1, area), hurt(7, 3), hurt(5, LAST)]


def test_three_sore_sessions_in_a_row_bring_two_weeks() -> None:
    respite = respite_on(day(LAST), sore("hip"))
    assert respite == Respite(day(LAST), "hip", "rung 2")
    assert respite.until == day(LAST) + timedelta(days=14)
    assert respite_on(day(LAST + 13), sore()) == Respite(day(LAST), None, "rung 2")
    assert respite_on(day(LAST + 14), sore()) is None


@pytest.mark.parametrize("history", [sore()[:2], [*sore()[:2], hurt(2, 5), hurt(4, 8)], []])
def test_two_are_not_enough_and_one_without_pain_begins_anew(history: list[Performance]) -> None:
    assert respite_on(day(LAST), history) is None


def test_the_place_that_was_told_last_counts_and_one_before_a_session_without_pain_does_not() -> None:
    told = [hurt(4, 1, "knee"), hurt(4, 2, "hip"), hurt(4, 3)]
    assert respite_on(day(3), told) == Respite(day(3), "hip", "rung 2")
    earlier = [hurt(4, 1, "knee"), hurt(0, 2), hurt(4, 3), hurt(4, 4), hurt(4, 5)]
    assert respite_on(day(5), earlier) == Respite(day(5), None, "rung 2")


def test_what_hurts_in_a_respite_counts_for_another_one() -> None:
    again = [hurt(3, on, variation="wall") for on in (9, 10, 11)]
    assert respite_on(day(11), [*sore("hip"), *again]) == Respite(day(11), None, "wall")


def ladder(exercise: Exercise = CLAMSHELL, who: Profile = ME) -> Ladder:
    return Ladder(exercise, who, library(exercise))


def test_the_swap_of_the_place_comes() -> None:
    careful = with_swap(ladder(), Respite(day(1), "hip", "rung 2"))
    assert careful
    assert careful.reached(3) == careful.start()
    assert (start := careful.start())
    assert start.variation == WALL


@pytest.mark.parametrize("area", [None, "knee", "elbow"])
def test_without_a_place_or_a_swap_for_it_the_move_rests(area: str | None) -> None:
    assert with_swap(ladder(), Respite(day(1), area, "rung 2")) is None


def test_a_swap_that_hurts_or_cannot_be_done_is_none() -> None:
    assert with_swap(ladder(), Respite(day(1), "hip", "wall")) is None
    banded = replace(CLAMSHELL, swaps=(replace(WALL, equipment=frozenset({BAND})),))
    assert with_swap(ladder(banded), Respite(day(1), "hip", "rung 2")) is None


# In the routine


def pack(**limits: Adaptation) -> Library:
    """Two sessions of two moves; the clamshell is in both, a warm-up and a stretch around them."""
    names = ("clamshell", "bridge", "hydrant", "plank")
    strength = [replace(CLAMSHELL, id=name, limits={**CLAMSHELL.limits, **limits}) for name in names]
    around = [move(id="swing", phase=Phase.WARM_UP), move(hold("rung 2", 2), id="fold", phase=Phase.COOL_DOWN)]
    found = library(*strength, *around)
    sessions = {"a": ("clamshell", "bridge"), "b": ("clamshell", "hydrant")}
    return replace(found, program=replace(found.program, sessions=sessions))


def routine(
    history: Mapping[str, list[Performance]], on: int = LAST, who: Profile = ME, library: Library | None = None
) -> dict[str, Prescription]:
    asked = Asked(RoutineKind.STRENGTH, "a", 20, day=day(on))
    built = build_routine(asked, who, history, library or pack())
    return {p.exercise: p for p in built.prescriptions}


def test_a_move_with_a_swap_is_swapped_and_says_why_and_until_when() -> None:
    found = routine({"clamshell": sore("hip")})
    assert list(found) == ["swing", "clamshell", "bridge", "fold"]
    assert found["clamshell"].variation == "wall"
    assert (found["clamshell"].reason.key, found["clamshell"].reason.arguments) == (
        "respite_swap",
        {"until": day(LAST + 14).toordinal()},
    )


def test_a_move_without_a_swap_rests_and_one_of_the_other_session_takes_its_place_and_says_why() -> None:
    found = routine({"clamshell": sore()})
    assert list(found) == ["swing", "bridge", "hydrant", "fold"]
    assert (found["hydrant"].reason.key, found["hydrant"].reason.arguments) == (
        "respite_instead",
        {"exercise": "clamshell", "until": day(LAST + 14).toordinal()},
    )
    assert found["bridge"].reason.key == "start"


def test_one_that_takes_the_place_of_a_removed_move_says_nothing_of_pain() -> None:
    spared = pack()
    removed = replace(spared.exercises["clamshell"], limits={"hip": Adaptation(remove=True)})
    without = replace(spared, exercises={**spared.exercises, "clamshell": removed})
    found = routine({"clamshell": sore()}, who=profile(spares=["hip"]), on=LAST + 20, library=without)
    assert found["hydrant"].reason.key == "start"


def test_a_warm_up_or_a_stretch_that_hurts_three_times_is_left_out() -> None:
    assert list(routine({"swing": sore(), "fold": sore()})) == ["clamshell", "bridge"]


def test_afterwards_it_comes_back_one_rung_easier() -> None:
    found = routine({"clamshell": sore()}, on=LAST + 14)
    assert (found["clamshell"].variation, found["clamshell"].reason.key) == ("rung 1", "amber_rung")
