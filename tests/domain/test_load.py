"""How much a day asks: easing in after a break, a lighter week, a low day."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, strategies as st

from bot.domain.exercise import Mode, Phase
from bot.domain.load import EASINGS, Deload, DeloadWhy, Sign, comeback, effort_is_up, gentlest, is_light, lighten
from bot.domain.prescribing import Asked, build_routine
from bot.domain.progression import Effort, Performance
from bot.domain.routine import Load, RoutineKind

from .builders import BAND, ME, day, did, prescription, profile, real_library

EASY, OK, HARD, MAX = Effort.EASY, Effort.OK, Effort.HARD, Effort.MAX


def on(*numbers: int) -> list[date]:
    return [day(number) for number in numbers]


# Coming back, by the table


@pytest.mark.parametrize(
    ("away", "load"),
    [
        (1, Load.USUAL),
        (6, Load.USUAL),
        (7, Load.ONE_FEWER),
        (13, Load.ONE_FEWER),
        (14, Load.HALF),
        (27, Load.HALF),
        (28, Load.LOWER),
        (55, Load.LOWER),
        (56, Load.ANEW),
        (400, Load.ANEW),
    ],
)
def test_the_longer_the_break_the_gentler_the_return(away: int, load: Load) -> None:
    assert comeback(on(1), day(1 + away)) is load


def test_nobody_comes_back_who_has_not_begun() -> None:
    assert comeback([], day(1)) is Load.USUAL


def test_after_a_week_away_one_set_fewer_is_for_one_session() -> None:
    assert comeback(on(1, 8), day(10)) is Load.USUAL


@pytest.mark.parametrize(("since", "load"), [(5, Load.HALF), (6, Load.HALF), (7, Load.USUAL)])
def test_after_two_weeks_away_half_the_sets_last_a_week(since: int, load: Load) -> None:
    assert comeback(on(1, 15, 17, 19), day(15 + since)) is load


@pytest.mark.parametrize(
    ("since", "load"), [(2, Load.LOWER), (6, Load.LOWER), (7, Load.HALF), (13, Load.HALF), (14, Load.USUAL)]
)
def test_after_four_weeks_away_it_builds_back_over_two_weeks(since: int, load: Load) -> None:
    trained = on(1, *range(29, 29 + since))
    assert comeback(trained, day(29 + since)) is load


@pytest.mark.parametrize(("since", "load"), [(6, Load.ANEW), (7, Load.LOWER), (14, Load.USUAL)])
def test_after_eight_weeks_away_it_begins_at_the_first_step(since: int, load: Load) -> None:
    assert comeback(on(1, *range(57, 57 + since)), day(57 + since)) is load


def test_another_break_while_building_back_leaves_the_gentler_of_both() -> None:
    assert comeback(on(1, 29), day(37)) is Load.HALF


@given(st.lists(st.integers(1, 400), min_size=1, max_size=30, unique=True), st.integers(0, 100))
def test_a_day_later_never_asks_more_unless_they_trained(numbers: Sequence[int], ahead: int) -> None:
    trained = on(*sorted(numbers))
    order = [Load.USUAL, *EASINGS]
    away = [comeback(trained, date.fromordinal(trained[-1].toordinal() + n)) for n in (7 + ahead, 8 + ahead)]
    assert order.index(away[0]) <= order.index(away[1]) or away[1] is Load.ONE_FEWER


# The gentlest counts


def test_of_several_loads_the_gentlest_counts() -> None:
    assert gentlest([Load.DELOAD, Load.LOWER, Load.ONE_FEWER]) is Load.LOWER
    assert gentlest([Load.USUAL, Load.LOW]) is Load.LOW
    assert gentlest([]) is Load.USUAL


# What a load leaves


@pytest.mark.parametrize(
    ("load", "sets", "left"),
    [
        (Load.USUAL, 3, 3),
        (Load.ONE_FEWER, 3, 2),
        (Load.ONE_FEWER, 1, 1),
        (Load.HALF, 3, 2),
        (Load.HALF, 2, 1),
        (Load.HALF, 1, 1),
        (Load.DELOAD, 4, 2),
        (Load.LOW, 2, 1),
        (Load.LOWER, 3, 1),
        (Load.ANEW, 2, 1),
    ],
)
def test_a_load_leaves_so_many_sets(load: Load, sets: int, left: int) -> None:
    assert lighten(prescription(sets=sets), load).sets == left


@pytest.mark.parametrize("load", [load for load in Load if load not in (Load.USUAL, Load.ONE_FEWER)])
def test_what_is_light_leaves_two_more_reps_or_five_seconds_in_reserve(load: Load) -> None:
    assert lighten(prescription(amount=12), load).amount == 10
    assert lighten(prescription(amount=20, mode=Mode.HOLD), load).amount == 15


@pytest.mark.parametrize(("amount", "asked"), [(9, 8), (8, 8), (7, 7)])
def test_a_lighter_day_asks_no_less_than_the_low_end_of_the_range(amount: int, asked: int) -> None:
    assert lighten(prescription(amount=amount), Load.HALF).amount == asked


def test_one_set_fewer_leaves_the_reps_as_they_are() -> None:
    assert lighten(prescription(amount=10), Load.ONE_FEWER).amount == 10


@pytest.mark.parametrize("load", EASINGS)
def test_what_is_light_says_why(load: Load) -> None:
    reason = lighten(prescription(), load).reason
    assert (reason.key, reason.arguments) == ("load", {"load": load.value})


def test_one_set_fewer_is_as_hard_as_usual_and_the_rest_is_light() -> None:
    assert [load for load in Load if not is_light(load)] == [Load.USUAL, Load.ONE_FEWER]


@pytest.mark.parametrize("phase", [Phase.WARM_UP, Phase.COOL_DOWN])
def test_warm_up_and_stretches_stay_as_they_are(phase: Phase) -> None:
    move = prescription(phase=phase)
    assert lighten(move, Load.ANEW) == move


@pytest.mark.parametrize(("load", "rung"), [(Load.HALF, 4), (Load.LOWER, 3), (Load.ANEW, 1)])
def test_after_a_long_break_a_lower_rung_is_asked_and_after_a_longer_one_the_first(load: Load, rung: int) -> None:
    banded = did(15, 15, 15, on="banded_clamshell", asked=15, sets=3, effort=HARD)
    owner = profile(owns=[BAND])
    asked = Asked(RoutineKind.STRENGTH, "a", 30, load)
    library = real_library()
    found = build_routine(asked, owner, {"clamshell": [banded]}, library).prescriptions
    (clamshell,) = [p for p in found if p.exercise == "clamshell"]
    assert clamshell.variation == library.exercises["clamshell"].ladder[rung - 1].id


def test_a_light_routine_is_not_filled_up_with_stretches() -> None:
    usual, half = (
        build_routine(Asked(RoutineKind.STRENGTH, "a", 30, load), ME, {}, real_library())
        for load in (Load.USUAL, Load.HALF)
    )
    assert half.minutes < usual.minutes
    assert (half.load, usual.load) == (Load.HALF, Load.USUAL)


# A lighter week


SIX_WEEKS = on(*range(1, 43, 2))


def test_a_lighter_week_is_offered_after_six_weeks_of_training() -> None:
    assert Deload().offered(SIX_WEEKS, [], day(42)) is None
    assert Deload().offered(SIX_WEEKS, [], day(43)) is DeloadWhy.WEEKS


def test_nobody_is_offered_one_before_the_first_workout() -> None:
    assert Deload().offered([], list(Sign), day(1)) is None


def test_a_break_is_a_rest_of_its_own_and_the_weeks_count_from_the_return() -> None:
    trained = [*SIX_WEEKS, *on(*range(48, 88, 2))]
    assert Deload().offered(trained, [], day(48 + 41)) is None
    assert Deload().offered(trained, [], day(48 + 42)) is DeloadWhy.WEEKS


def test_after_a_lighter_week_it_takes_six_weeks_again() -> None:
    trained = on(*range(1, 100, 2))
    lighter = Deload(began_on=day(43))
    assert lighter.offered(trained[:45], [], day(49 + 41)) is None
    assert lighter.offered(trained[:46], [], day(50 + 42)) is DeloadWhy.WEEKS


@pytest.mark.parametrize(
    ("signs", "why"),
    [
        ([], None),
        ([Sign.EFFORT], None),
        ([Sign.EFFORT, Sign.EFFORT], None),
        ([Sign.EFFORT, Sign.SORENESS], DeloadWhy.SIGNS),
        ([Sign.SORENESS, Sign.ENERGY], DeloadWhy.SIGNS),
        (list(Sign), DeloadWhy.SIGNS),
    ],
)
def test_two_signs_of_three_offer_one_earlier(signs: list[Sign], why: DeloadWhy | None) -> None:
    assert Deload().offered(on(1, 3, 5), signs, day(8)) is why


@pytest.mark.parametrize(("later", "why"), [(13, None), (14, DeloadWhy.WEEKS)])
def test_who_refuses_is_asked_again_two_weeks_later(later: int, why: DeloadWhy | None) -> None:
    trained = on(*range(1, 60, 2))
    assert Deload(refused_on=day(43)).offered(trained, list(Sign)[:1], day(43 + later)) is why


def test_none_is_offered_within_a_lighter_week_and_two_weeks_after_it() -> None:
    trained = on(*range(1, 70, 2))
    assert Deload(began_on=day(43)).offered(trained, list(Sign), day(45)) is None
    assert Deload(began_on=day(43)).offered(trained, list(Sign), day(63)) is None
    assert Deload(began_on=day(43)).offered(trained, list(Sign), day(64)) is DeloadWhy.SIGNS


def test_a_lighter_week_ends_by_itself_after_seven_days() -> None:
    lighter = Deload(began_on=day(43))
    assert [lighter.is_on(day(number)) for number in (42, 43, 49, 50)] == [False, True, True, False]
    assert not Deload().is_on(day(1))


# Effort that goes up


def history(*moves: Sequence[Performance]) -> dict[str, Sequence[Performance]]:
    return {f"move {at}": doings for at, doings in enumerate(moves)}


HARDER = (did(10, 10, effort=OK), did(10, 10, effort=HARD))
SAME = (did(10, 10, effort=OK), did(10, 10, effort=OK))
MORE = (did(10, 10, effort=OK), did(12, 12, effort=HARD))


def test_effort_is_up_when_two_moves_felt_harder_with_no_more_done() -> None:
    assert effort_is_up(history(HARDER, HARDER, SAME))
    assert not effort_is_up(history(HARDER, SAME, SAME))


@pytest.mark.parametrize(
    "doings",
    [
        MORE,
        (did(10, 10, effort=OK),),
        (did(10, 10, effort=None), did(10, 10, effort=MAX)),
        (did(10, 10, effort=OK), did(10, 10, effort=None)),
        (did(10, 10, effort=OK), did(10, 10, on="rung 3", effort=MAX)),
        (did(10, 10, effort=OK), did(effort=MAX, pain=7)),
        (did(effort=OK, pain=7), did(10, 10, effort=MAX)),
        (did(10, 10, effort=MAX), did(10, 10, effort=EASY)),
    ],
)
def test_what_cannot_be_compared_or_was_more_is_no_sign(doings: Sequence[Performance]) -> None:
    assert not effort_is_up(history(doings, HARDER))


def test_only_the_last_two_times_count() -> None:
    assert not effort_is_up(history((*HARDER, did(10, 10, effort=OK)), HARDER))
