"""Days with little time: what stays, what fits, and when four minutes are offered."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, strategies as st

from bot.domain.day import week_of
from bot.domain.exercise import Adaptation, Level, Mode, Phase, Sides
from bot.domain.library import Library
from bot.domain.prescribing import Asked, build_minimum, build_routine, leave_out
from bot.domain.progression import Performance
from bot.domain.routine import MINIMUM, Load, Prescription, Profile, Routine, RoutineKind, Trim
from bot.domain.short_days import MINIMUM_SECONDS, minimum_is_offered, share_out
from bot.domain.week import DayKind, WeekPlan, kind_with_moves, plan_week

from .builders import ME, day, did, library, move, prescription, profile, real_library, seconds_long, variation
from .test_real_library import OWNED, known_limits, stood_on
from .test_respite import LAST, sore

FOUR = Asked(RoutineKind.STRENGTH, "a", MINIMUM)
WARM, COOL = Phase.WARM_UP, Phase.COOL_DOWN


def phases(prescriptions: Iterable[Prescription]) -> list[Phase]:
    return [each.phase for each in prescriptions]


# Ten minutes


def test_a_short_day_keeps_two_warm_up_moves_all_strength_moves_and_one_stretch() -> None:
    whole = tuple(seconds_long(60, phase) for phase in (*[WARM] * 5, *[Phase.STRENGTH] * 3, *[COOL] * 3))
    left, told = leave_out(whole, 10)
    assert phases(left) == [WARM, WARM, *[Phase.STRENGTH] * 3, COOL]
    assert told == (Trim.FEWER_WARM_UPS, Trim.FEWER_STRETCHES)


def test_the_first_warm_up_moves_and_the_first_stretch_stay() -> None:
    whole = tuple(prescription(name, phase) for name, phase in zip("abcdef", [*[WARM] * 3, *[COOL] * 3], strict=True))
    assert [each.exercise for each in leave_out(whole, 10)[0]] == ["a", "b", "d"]


def test_what_is_not_left_out_is_not_told() -> None:
    few = (seconds_long(60, WARM), seconds_long(60), seconds_long(60, COOL))
    assert leave_out(few, 10) == (few, ())


def test_longer_days_leave_nothing_out() -> None:
    long = tuple(seconds_long(600, phase) for phase in (WARM, WARM, WARM, Phase.STRENGTH, COOL, COOL))
    assert leave_out(long, 11) == (long, ())


def test_the_last_strength_moves_go_only_where_one_set_of_each_takes_too_long() -> None:
    strength = tuple(replace(seconds_long(300, sets=2), exercise=name) for name in ("bridge", "shell", "lift"))
    left, told = leave_out(strength, 10)
    assert ([each.exercise for each in left], told) == (["bridge", "shell"], (Trim.FEWER_MOVES,))
    just = tuple(replace(each, amount=240) for each in strength)
    assert leave_out(just, 10) == (just, ())


def test_one_strength_move_always_stays() -> None:
    endless = (seconds_long(30, WARM), *[seconds_long(2000)] * 3, seconds_long(30, COOL))
    left, told = leave_out(endless, 10)
    assert (phases(left), told) == ([WARM, Phase.STRENGTH, COOL], (Trim.FEWER_MOVES,))


# Four minutes


def test_every_move_has_one_set_of_what_its_share_of_the_time_holds() -> None:
    """100 seconds for the first of two, and the 102 it leaves; a rep of both sides takes 10, what stands beside 15 + 3."""
    shared = share_out((prescription(amount=20), prescription(amount=20)), 200)
    assert [(each.sets, each.amount, each.rest) for each in shared] == [(1, 8, 15), (1, 8, 15)]


def test_what_a_short_move_leaves_over_is_for_those_after_it() -> None:
    brief = prescription(amount=3, sides=Sides.TOGETHER, rest=5)
    assert [each.amount for each in share_out((brief, prescription(amount=20)), 200)] == [3, 15]


def test_nobody_is_asked_for_more_than_their_target_or_for_nothing() -> None:
    assert share_out((prescription(amount=4),), 1000)[0].amount == 4
    assert share_out((prescription(amount=4),), 1)[0].amount == 1


@given(
    st.lists(
        st.builds(
            prescription,
            amount=st.integers(1, 60),
            sets=st.integers(1, 3),
            mode=st.sampled_from(Mode),
            sides=st.sampled_from(Sides),
            directions=st.integers(1, 2),
            rest=st.integers(0, 90),
        ),
        min_size=1,
        max_size=3,
    ),
    st.integers(200, 400),
)
def test_whatever_is_asked_it_fits_into_the_time(asked: list[Prescription], seconds: int) -> None:
    assert sum(each.seconds for each in share_out(tuple(asked), seconds)) <= seconds


def test_the_four_minute_version_is_one_warm_up_move_and_two_strength_moves() -> None:
    routine = build_minimum(FOUR, ME, {}, real_library())
    assert [each.exercise for each in routine.prescriptions] == ["leg_swings", "glute_bridge_abduction", "clamshell"]
    assert (routine.kind, routine.session, routine.length) == (RoutineKind.STRENGTH, None, MINIMUM)
    assert routine.is_minimum
    assert not build_routine(Asked(RoutineKind.STRENGTH, "a", 10), ME, {}, real_library()).is_minimum


def test_on_a_day_that_asks_less_four_minutes_ask_less_too() -> None:
    history = {"bridge": [did(9, 9, on="rung 2")]}
    found = library(move(id="swing", phase=WARM), move(id="bridge"))
    usual, lower = (build_minimum(replace(FOUR, load=load), ME, history, found) for load in (Load.USUAL, Load.LOWER))
    assert [each.variation for each in usual.prescriptions] == ["rung 2", "rung 2"]
    assert [each.variation for each in lower.prescriptions] == ["rung 2", "rung 1"]
    assert (lower.load, lower.prescriptions[-1].reason.key) == (Load.LOWER, "load")


def test_a_move_that_a_limit_removes_is_replaced_there_too() -> None:
    known = [move(id=name, limits={f"no {name}": Adaptation(remove=True)}) for name in ("bridge", "shell", "lift")]
    found = library(move(id="swing", phase=WARM), *known)
    assert exercises(build_minimum(FOUR, profile(spares=["no shell"]), {}, found)) == ["swing", "bridge", "lift"]
    assert exercises(build_minimum(FOUR, profile(spares=["no shell", "no lift"]), {}, found)) == [
        "swing",
        "bridge",
    ]


def test_a_move_that_rests_after_three_sore_sessions_is_replaced_there_too() -> None:
    known = [move(id=name) for name in ("bridge", "shell", "lift")]
    found = library(move(id="swing", phase=WARM), *known)
    asked, history = replace(FOUR, day=day(LAST)), {"shell": sore()}
    routine = build_minimum(asked, ME, history, found)
    assert exercises(routine) == ["swing", "bridge", "lift"]
    assert routine.prescriptions[-1].reason.key == "respite_instead"


def test_a_warm_up_move_that_a_limit_removes_gives_way_to_the_next() -> None:
    circles = move(id="circles", phase=WARM, limits={"hip": Adaptation(remove=True)})
    found = library(circles, move(id="swing", phase=WARM), move(id="bridge"))
    assert exercises(build_minimum(FOUR, profile(spares=["hip"]), {}, found)) == ["swing", "bridge"]


def test_a_very_short_four_minutes_warm_up_twice() -> None:
    tiny = (move(variation("rung 1", 1, (2, 2)), id="swing", phase=WARM), move(variation("rung 1", 1, (2, 2))))
    assert [each.sets for each in build_minimum(FOUR, ME, {}, library(*tiny)).prescriptions] == [2, 1]


def exercises(routine: Routine) -> list[str]:
    return [each.exercise for each in routine.prescriptions]


def least_routines(level: Level) -> Iterable[Routine]:
    known = real_library()
    for owned, limit in product((OWNED[0], OWNED[-1]), (None, *known_limits(known))):
        who = profile(level, owned, [limit] if limit else [])
        yield from (build_minimum(FOUR, who, grown(rung, who, known), known) for rung in range(1, 6))


def grown(rung: int, who: Profile, known: Library) -> dict[str, list[Performance]]:
    strength = [each for each in known.exercises.values() if each.phase is Phase.STRENGTH]
    return {each.id: [stood_on(each, rung, who, known, at_the_top=True)] for each in strength}


@pytest.mark.parametrize("level", Level)
def test_the_four_minute_version_takes_about_four_minutes_whatever_the_targets(level: Level) -> None:
    for routine in least_routines(level):
        seconds = sum(each.seconds for each in routine.prescriptions)
        assert MINIMUM * 60 * 0.8 <= seconds <= MINIMUM_SECONDS
        assert phases(routine.prescriptions) == [WARM, Phase.STRENGTH, Phase.STRENGTH]
        assert all(each.amount >= 4 for each in routine.prescriptions)


# When four minutes are offered

MWF = plan_week([0, 2, 4])


def offered(
    plan: WeekPlan = MWF, trained: Iterable[int] = (), since: int = 1, **moved: dict[date, date | None]
) -> list[int]:
    """Return the days of two weeks that offer four minutes."""
    days = [day(number) for number in trained]
    moves = moved.get("moves", {})
    return [n for n in range(1, 15) if minimum_is_offered(day(n), day(since), plan, moves, days)]


def test_four_minutes_are_offered_on_the_first_strength_day_of_a_week_after_a_miss() -> None:
    assert offered() == [3, 8]
    assert offered(trained=[1]) == [5, 8]
    assert offered(trained=[1, 3]) == [8]


def test_nobody_who_trains_as_planned_is_offered_them() -> None:
    assert offered(trained=[1, 3, 5, 8, 10, 12]) == []


def test_a_planned_workout_that_was_done_later_is_no_miss() -> None:
    assert offered(trained=[2, 4, 6, 8, 10, 12]) == []


def test_days_before_the_plan_began_are_no_miss() -> None:
    assert offered(since=3, trained=[3, 5, 8, 10, 12]) == []


def test_a_day_that_was_let_go_or_moved_is_no_miss() -> None:
    assert offered(trained=[3, 5, 8, 10, 12], moves={day(1): None}) == []
    assert offered(trained=[2, 4, 6, 8, 10, 12], moves={day(1): day(2), day(3): day(4), day(5): day(6)}) == []


def test_a_moved_day_that_passed_is_a_miss() -> None:
    assert offered(trained=[8, 10, 12], moves={day(1): day(2), day(3): day(4), day(5): day(6)}) == [4, 8]


def test_a_planned_day_more_than_two_weeks_ago_is_a_break_and_no_miss() -> None:
    let_go: dict[date, date | None] = {day(number): None for number in (3, 5, 8, 10, 12)}
    assert not minimum_is_offered(day(17), day(1), plan_week([0, 2, 4]), {**let_go, day(15): None}, [])


@given(
    st.sets(st.integers(0, 6), min_size=4, max_size=7).map(plan_week),
    st.sets(st.integers(1, 28)),
    st.dictionaries(st.integers(1, 28).map(day), st.none(), max_size=6),
)
def test_four_minutes_are_offered_once_a_week_at_most_and_on_strength_days_alone(
    plan: WeekPlan, trained: set[int], let_go: dict[date, date | None]
) -> None:
    days = {day(number) for number in trained}
    found = [day(n) for n in range(1, 29) if minimum_is_offered(day(n), day(1), plan, let_go, days)]
    assert len({week_of(each) for each in found}) == len(found)
    assert all(kind_with_moves(each, plan, let_go) is DayKind.STRENGTH for each in found)
