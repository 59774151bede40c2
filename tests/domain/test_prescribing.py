"""Today's routine: session by session, adapted to the athlete, fitted to their minutes."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from bot.domain.exercise import Adaptation, Exercise, Level, Mode, Phase
from bot.domain.library import Library
from bot.domain.prescribing import Asked, build_routine, fill, fit, next_session
from bot.domain.progression import Performance
from bot.domain.routine import Prescription, Profile, Routine, RoutineKind, Trim

from .builders import BAND, ME, did, hold, library, move, prescription, profile, seconds_long, variation

STRENGTH, MOBILITY = RoutineKind.STRENGTH, RoutineKind.MOBILITY
WARM, COOL = Phase.WARM_UP, Phase.COOL_DOWN
SWING = move(id="swing", phase=WARM)
STRETCH = move(hold("rung 1", 1, (20, 30)), hold("rung 2", 2, (20, 30)), id="stretch", phase=COOL)


def built(
    of: Library,
    who: Profile = ME,
    kind: RoutineKind = STRENGTH,
    session: str = "a",
    **history: list[Performance],
) -> Routine:
    return build_routine(Asked(kind, session, 30), who, history, of)


def the_clamshell(shell: Exercise, who: Profile = ME, *history: Performance) -> Prescription:
    (found,) = built(library(shell), who, clamshell=list(history)).prescriptions
    return found


def moves(routine: Routine) -> list[str]:
    return [each.exercise for each in routine.prescriptions]


# Sessions


def test_the_two_sessions_take_turns() -> None:
    assert [next_session(finished) for finished in (0, 1, 2, 3)] == ["a", "b", "a", "b"]


def two_sessions(**limits: Adaptation) -> Library:
    names = ("bridge", "clamshell", "lift", "hydrant", "plank")
    known = [move(id=name, limits={f"no {name}": Adaptation(remove=True)}) for name in names]
    found = library(SWING, *known, STRETCH)
    sessions = {"a": ("bridge", "clamshell", "lift"), "b": ("bridge", "hydrant", "plank")}
    return replace(found, program=replace(found.program, sessions=sessions))


def test_a_strength_routine_has_warm_up_its_sessions_moves_and_cool_down() -> None:
    routine = built(two_sessions())
    assert (routine.kind, routine.session, routine.length) == (STRENGTH, "a", 30)
    assert moves(routine) == ["swing", "bridge", "clamshell", "lift", "stretch"]
    assert moves(built(two_sessions(), session="b")) == ["swing", "bridge", "hydrant", "plank", "stretch"]


def test_a_mobility_routine_has_no_strength_and_takes_as_long_as_it_takes() -> None:
    routine = built(two_sessions(), kind=MOBILITY)
    assert (routine.kind, routine.session, routine.trims) == (MOBILITY, None, ())
    assert moves(routine) == ["swing", "stretch"]
    assert {each.sets for each in routine.prescriptions} == {2}


@pytest.mark.parametrize(
    ("spares", "session", "strength"),
    [
        (["no lift"], "a", ["bridge", "clamshell", "hydrant"]),
        (["no clamshell", "no lift"], "a", ["bridge", "hydrant", "plank"]),
        (["no bridge"], "b", ["hydrant", "plank", "clamshell"]),
        (["no bridge", "no clamshell", "no lift"], "a", ["hydrant", "plank"]),
    ],
)
def test_a_move_that_a_limit_removes_is_replaced_by_one_of_the_other_session(
    spares: list[str], session: str, strength: list[str]
) -> None:
    assert moves(built(two_sessions(), profile(spares=spares), session=session))[1:-1] == strength


def test_a_stretch_that_a_limit_removes_is_left_out() -> None:
    sore = replace(STRETCH, limits={"hip": Adaptation(remove=True)})
    assert moves(built(library(SWING, sore), profile(spares=["hip"]))) == ["swing"]


# What is asked of an exercise


def test_a_prescription_says_all_that_is_asked() -> None:
    asked = the_clamshell(move(areas=("left", "right")), ME, did(9, 9))
    assert (asked.exercise, asked.variation, asked.phase, asked.mode) == (
        "clamshell",
        "rung 2",
        Phase.STRENGTH,
        Mode.REPS,
    )
    assert (asked.amount, asked.low, asked.sets, asked.rest, asked.directions) == (10, 8, 2, 60, 1)
    assert (asked.tempo, asked.sides, asked.areas) == (
        move().ladder[1].tempo,
        move().ladder[1].sides,
        ("left", "right"),
    )
    assert (asked.small_range, asked.notes, asked.reason.key) == (False, (), "more_reps")


@pytest.mark.parametrize(("dose", "program", "sets"), [((1, 2), 2, 2), ((1, 2), 3, 2), ((3, 3), 2, 3), ((1, 3), 2, 2)])
def test_the_program_says_how_many_strength_sets_within_the_dose(
    dose: tuple[int, int], program: int, sets: int
) -> None:
    found = library(move(variation("rung 1", 1, sets=dose)))
    asked = replace(found, program=replace(found.program, sets={Level.BEGINNER: program}))
    assert built(asked).prescriptions[0].sets == sets


def test_a_stretch_has_all_the_sets_of_its_dose() -> None:
    stretch = move(variation("rung 1", 1, sets=(1, 3)), phase=COOL)
    assert built(library(stretch)).prescriptions[0].sets == 3


def test_a_limit_brings_its_notes_and_its_small_range() -> None:
    spared = move(limits={"knee": Adaptation(small_range=True, note="pad")})
    asked = the_clamshell(spared, profile(spares=["knee"]))
    assert (asked.small_range, asked.notes) == (True, ("pad",))


def test_a_small_range_after_pain_is_asked_for() -> None:
    assert the_clamshell(move(start=1), ME, did(8, 8, on="rung 1", pain=4)).small_range


def test_a_limit_caps_holds_and_not_reps() -> None:
    calm, who = {"calm": Adaptation(hold_at_most=9)}, profile(spares=["calm"])
    held = move(hold("rung 1", 1, (10, 20)), limits=calm)
    asked = the_clamshell(held, who)
    assert (asked.amount, asked.low) == (9, 9)
    brief = the_clamshell(move(hold("rung 1", 1, (5, 20)), limits=calm), who)
    assert (brief.amount, brief.low) == (5, 5)
    counted = the_clamshell(move(limits={"calm": Adaptation(hold_at_most=5)}), who)
    assert (counted.amount, counted.low) == (8, 8)


def test_of_several_limits_the_shortest_hold_counts() -> None:
    spared = move(
        hold("rung 1", 1, (30, 40)), limits={s: Adaptation(hold_at_most=n) for s, n in (("a", 20), ("b", 15))}
    )
    assert the_clamshell(spared, profile(spares=["a", "b"])).amount == 15
    assert the_clamshell(spared, profile(spares=["a"])).amount == 20


def test_a_swap_has_no_areas() -> None:
    swap = replace(variation("walk"), rung=None)
    rolling = move(
        variation("rung 1", 1),
        phase=COOL,
        areas=("one", "two"),
        start=1,
        swaps=(swap,),
        limits={"no_rolling": Adaptation(swap=("walk",))},
    )
    assert the_clamshell(rolling, ME).areas == ("one", "two")
    assert the_clamshell(rolling, profile(spares=["no_rolling"])).areas == ()


BANDED = move(variation("rung 1", 1), variation("rung 2", 2, (6, 9)), variation("rung 3", 3, needs=[BAND]))


def test_a_rung_that_can_no_longer_be_done_gives_way_to_the_one_below_at_its_low_end() -> None:
    last = did(11, 11, on="rung 3")
    assert the_clamshell(BANDED, profile(owns=[BAND]), last).amount == 12
    asked = the_clamshell(BANDED, ME, last)
    assert (asked.variation, asked.amount, asked.reason.key) == ("rung 2", 6, "limited")


def test_an_exercise_with_no_rung_left_is_left_out() -> None:
    odd = move(variation("rung 1", 1, needs=[BAND]), variation("rung 2", 2), phase=COOL)
    assert len(built(library(odd)).prescriptions) == 1
    assert built(library(odd), clamshell=[did(8, 8, on="rung 1")]).prescriptions == ()


def test_a_swap_is_asked_for_while_its_limit_lasts() -> None:
    spared = move(swaps=(variation("wall", amount=(5, 9)),), limits={"hip": Adaptation(swap=("wall",))})
    asked = the_clamshell(spared, profile(spares=["hip"]), did(9, 9), did(6, 6, on="wall"))
    assert (asked.variation, asked.amount) == ("wall", 7)


# Fitting the length

ROLLING = seconds_long(200, COOL, sets=2, areas=("one", "two"))
LONG = (seconds_long(100, WARM, sets=2), seconds_long(100, sets=3), seconds_long(100, COOL, sets=2), ROLLING)


def minutes(prescriptions: tuple[Prescription, ...]) -> float:
    return sum(each.seconds for each in prescriptions) / 60


@pytest.mark.parametrize(
    ("length", "trims", "seconds"),
    [
        (21, (), 1500),
        (20, (Trim.ROLLING,), 1100),
        (15, (Trim.ROLLING, Trim.STRETCHES), 900),
        (10, (Trim.ROLLING, Trim.STRETCHES), 700),
        (9, (Trim.ROLLING, Trim.STRETCHES, Trim.THIRD_SETS), 600),
        (8, (Trim.ROLLING, Trim.STRETCHES, Trim.THIRD_SETS, Trim.SECOND_SETS), 500),
    ],
)
def test_what_is_too_long_loses_rolling_then_stretches_then_third_then_second_sets(
    length: int, trims: tuple[Trim, ...], seconds: int
) -> None:
    left, told = fit(LONG, length)
    assert (told, sum(each.seconds for each in left)) == (trims, seconds)


def test_where_long_targets_still_take_too_long_stretches_and_then_the_warm_up_get_shorter() -> None:
    """A stretch goes down to its dose's low end (8 here), a warm-up to two thirds of itself and to 5 at the least."""
    long = (seconds_long(300, WARM), seconds_long(300), seconds_long(100, COOL))
    left, told = fit(long, 9)
    assert ([each.amount for each in left], told) == ([300, 300, 8], (Trim.SHORTER_STRETCHES,))
    left, told = fit(long, 8)
    assert ([each.amount for each in left], told) == ([200, 300, 8], (Trim.SHORTER_STRETCHES, Trim.SHORTER_WARM_UP))
    assert [fit((seconds_long(n, WARM),), 0)[0][0].amount for n in (4, 5, 7, 8, 9)] == [4, 5, 5, 5, 6]


def test_the_last_move_is_trimmed_first_and_no_more_than_it_takes() -> None:
    left, told = fit((seconds_long(400, sets=2), seconds_long(400, sets=2), seconds_long(400, sets=2)), 30)
    assert ([each.sets for each in left], told) == ([2, 2, 1], (Trim.SECOND_SETS,))
    left, told = fit((seconds_long(400, sets=3), seconds_long(400, sets=3)), 30)
    assert ([each.sets for each in left], told) == ([3, 2], (Trim.THIRD_SETS,))


def test_strength_moves_take_turns_at_losing_a_set_first() -> None:
    moves = (seconds_long(100, WARM), *[seconds_long(400, sets=2)] * 3, seconds_long(100, COOL))
    lost = [[each.sets for each in fit(moves, 33, turn)[0]][1:4] for turn in range(4)]
    assert lost == [[2, 2, 1], [2, 1, 2], [1, 2, 2], [2, 2, 1]]
    stretch = fit((seconds_long(100, COOL, sets=2),), 1, turn=7)[0]
    assert [each.sets for each in stretch] == [1]


def test_a_routine_may_be_a_fifth_longer_than_chosen() -> None:
    assert fit((seconds_long(24 * 60, sets=1), seconds_long(0, sets=2)), 20)[1] == ()
    assert fit((seconds_long(24 * 60 + 1, sets=1), seconds_long(0, sets=2)), 20)[1] == (Trim.SECOND_SETS,)


def test_a_trim_that_changes_nothing_is_not_told() -> None:
    assert fit((seconds_long(1000, sets=3),), 20)[1] == (Trim.THIRD_SETS, Trim.SECOND_SETS)
    assert fit((seconds_long(5000),), 20) == ((seconds_long(5000),), ())


def test_trimming_keeps_one_area_one_stretch_and_two_then_one_strength_set() -> None:
    after_all, _ = fit(LONG, 1)
    assert [(each.phase, each.sets, each.areas) for each in after_all] == [
        (WARM, 1, ()),
        (Phase.STRENGTH, 1, ()),
        (COOL, 1, ()),
        (COOL, 1, ("one",)),
    ]
    two, _ = fit((seconds_long(600, sets=3),), 20)
    assert [each.sets for each in two] == [2]


# Filling the length


def test_what_is_too_short_stretches_twice_then_warms_up_twice() -> None:
    short = (seconds_long(100, WARM), seconds_long(500), seconds_long(100, COOL))
    sets = [[each.sets for each in fill(short, length)] for length in (14, 15, 16, 17)]
    assert sets == [[1, 1, 1], [1, 1, 2], [1, 1, 2], [2, 1, 2]]


def test_a_routine_may_be_a_fifth_shorter_than_chosen() -> None:
    enough = (seconds_long(15 * 60), seconds_long(60, COOL))
    assert fill(enough, 20) == enough
    assert fill((seconds_long(15 * 60 - 1), seconds_long(60, COOL)), 20)[1].sets == 2


def test_rolling_is_filled_up_last_and_strength_never() -> None:
    short = (seconds_long(300, WARM), seconds_long(10), seconds_long(300, COOL, areas=("glutes",)))
    assert [each.sets for each in fill(short, 18)] == [2, 1, 1]
    assert [each.sets for each in fill(short, 30)] == [2, 1, 2]


def test_filling_stops_as_soon_as_it_is_enough() -> None:
    short = (seconds_long(300, COOL), seconds_long(300, COOL), seconds_long(300))
    assert [each.sets for each in fill(short, 25)] == [2, 1, 1]


def test_a_short_strength_routine_is_filled() -> None:
    brief = move(variation("rung 1", 1, sets=(1, 1)), phase=COOL)
    assert built(library(brief)).prescriptions[0].sets == 2


prescriptions = st.lists(
    st.builds(
        prescription,
        phase=st.sampled_from(Phase),
        sets=st.integers(1, 3),
        amount=st.integers(1, 60),
        mode=st.sampled_from(Mode),
        areas=st.sampled_from([(), ("glutes",), ("glutes", "thigh")]),
    ),
    max_size=11,
).map(tuple)


@given(prescriptions, st.integers(5, 60))
def test_trimming_never_drops_a_move_never_adds_and_stops_as_soon_as_it_fits(
    whole: tuple[Prescription, ...], length: int
) -> None:
    left, trims = fit(whole, length)
    assert [each.exercise for each in left] == [each.exercise for each in whole]
    assert all(1 <= now.sets <= before.sets for now, before in zip(left, whole, strict=True))
    assert all(bool(now.areas) == bool(before.areas) for now, before in zip(left, whole, strict=True))
    if minutes(whole) <= length * 1.2:
        assert (left, trims) == (whole, ())


@given(prescriptions, st.integers(5, 60))
def test_filling_never_touches_strength_and_never_takes_away(whole: tuple[Prescription, ...], length: int) -> None:
    filled = fill(whole, length)
    for now, before in zip(filled, whole, strict=True):
        assert now == before or (now.phase is not Phase.STRENGTH and not now.areas)
    if minutes(whole) >= length * 0.8:
        assert filled == whole
