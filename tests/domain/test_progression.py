"""How targets grow and shrink: safety first, then reps or seconds, then the rung."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from bot.domain.exercise import Adaptation, Exercise, Level, Phase, Span
from bot.domain.ladder import Ladder
from bot.domain.morning import Morning
from bot.domain.progression import Effort, Light, Performance, after, easier, light_of, standing
from bot.domain.routine import Growth, Profile, Standing

from .builders import BAND, ME, did, hold, library, move, profile, real_library, variation

EASY, OK, HARD, MAX = Effort.EASY, Effort.OK, Effort.HARD, Effort.MAX
WITH_BAND = profile(owns=[BAND])

LADDER = move(
    variation("rung 1", 1, (8, 15)),
    variation("rung 2", 2),
    variation("rung 3", 3, (6, 10)),
    variation("rung 4", 4, needs=[BAND]),
    variation("rung 5", 5, (5, 8)),
)
PLANK = move(
    hold("rung 1", 1), hold("rung 2", 2), variation("rung 3", 3, (6, 10)), hold("rung 4", 4, (10, 50)), id="plank"
)
STRETCH = move(*(hold(f"rung {n}", n, (20, 30)) for n in (1, 2, 3)), phase=Phase.COOL_DOWN)


def next_target(*history: Performance, of: Exercise = LADDER, who: Profile = ME) -> Standing:
    found = standing(Ladder(of, who, library(of)), history)
    assert found
    return found


def asked(target: Standing) -> tuple[str, int]:
    return target.variation, target.amount


# The traffic light


@pytest.mark.parametrize(
    ("pain", "light"),
    [(0, Light.GREEN), (2, Light.GREEN), (3, Light.AMBER), (5, Light.AMBER), (6, Light.RED), (10, Light.RED)],
)
def test_pain_up_to_2_is_green_up_to_5_amber_and_from_6_red(pain: int, light: Light) -> None:
    assert light_of(pain) is light


@pytest.mark.parametrize("pain", [-1, 11])
def test_pain_goes_from_0_to_10(pain: int) -> None:
    with pytest.raises(ValueError, match=f"0 to 10, not {pain}"):
        light_of(pain)


# The first target


def test_the_first_target_is_the_low_end_of_the_levels_own_rung() -> None:
    target = next_target()
    assert asked(target) == ("rung 2", 8)
    assert (target.small_range, target.hits, target.reason.key) == (False, 0, "start")


@pytest.mark.parametrize(("level", "rung"), [(Level.BEGINNER, 2), (Level.INTERMEDIATE, 3), (Level.ADVANCED, 4)])
def test_each_level_starts_on_its_own_rung(level: Level, rung: int) -> None:
    clamshell = real_library().exercises["clamshell"]
    target = standing(Ladder(clamshell, profile(level, owns=[BAND]), real_library()), ())
    assert target
    assert target.variation == clamshell.ladder[rung - 1].id
    assert target.amount == clamshell.ladder[rung - 1].doses[level].amount.low


def test_a_limit_that_removes_the_exercise_leaves_no_target() -> None:
    spared = move(limits={"knee": Adaptation(remove=True)})
    assert standing(Ladder(spared, profile(spares=["knee"]), library(spared)), [did(8, 8)]) is None


# Repetitions


def test_ok_adds_one_rep() -> None:
    assert asked(next_target(did(10, 10, asked=10))) == ("rung 2", 11)


def test_easy_adds_two_reps() -> None:
    assert asked(next_target(did(9, 9, asked=9, effort=EASY))) == ("rung 2", 11)


def test_reps_never_grow_past_the_top_of_the_range() -> None:
    assert asked(next_target(did(11, 11, asked=11, effort=EASY))) == ("rung 2", 12)


@pytest.mark.parametrize("effort", [HARD, MAX, None])
def test_hard_max_and_an_unknown_effort_repeat(effort: Effort | None) -> None:
    assert asked(next_target(did(12, 12, asked=10, effort=effort))) == ("rung 2", 10)


def test_the_least_set_decides() -> None:
    assert asked(next_target(did(12, 9, 11, sets=3, asked=10))) == ("rung 2", 10)


def test_doing_more_than_asked_counts() -> None:
    assert asked(next_target(did(10, 10, asked=8))) == ("rung 2", 11)


def test_a_missing_set_repeats() -> None:
    target = next_target(did(10, asked=10, effort=EASY))
    assert asked(target) == ("rung 2", 10)
    assert target.reason.key == "stays_sets"
    assert target.reason.arguments == {"done": 1, "asked": 2}


def test_a_further_set_does_no_harm() -> None:
    assert asked(next_target(did(10, 10, 10, asked=10))) == ("rung 2", 11)


def test_a_set_below_the_low_end_repeats_and_one_at_the_low_end_counts() -> None:
    below = next_target(did(7, 8, asked=9, effort=EASY))
    assert asked(below) == ("rung 2", 9)
    assert below.reason.key == "stays_below"
    assert below.reason.arguments == {"done": 7, "low": 8}
    assert asked(next_target(did(8, 8, asked=9, effort=EASY))) == ("rung 2", 10)


def test_a_target_above_todays_range_comes_down_to_it() -> None:
    assert asked(next_target(did(10, 10, asked=20, effort=HARD))) == ("rung 2", 12)


def test_a_target_says_why_it_is_what_it_is() -> None:
    more = next_target(did(9, 10, asked=9, effort=EASY)).reason
    assert (more.key, more.arguments) == ("more_reps", {"added": 2, "done": 9, "effort": "easy"})
    unknown = next_target(did(9, 9, effort=None)).reason
    assert (unknown.key, unknown.arguments) == ("stays_unknown", {})
    hard = next_target(did(9, 9, effort=HARD)).reason
    assert (hard.key, hard.arguments) == ("stays_effort", {"effort": "hard"})


# The next rung


def test_the_top_of_the_range_twice_in_a_row_brings_the_next_rung_at_its_low_end() -> None:
    once = next_target(did(12, 12))
    assert (asked(once), once.hits, once.reason.key) == (("rung 2", 12), 1, "top_once")
    assert once.reason.arguments == {"amount": 12, "effort": "ok"}
    twice = next_target(did(12, 12), did(12, 12, asked=12, effort=EASY))
    assert (asked(twice), twice.reason.key) == (("rung 3", 6), "rung_up")
    assert twice.reason.arguments == {"amount": 12, "effort": "easy"}


def test_more_than_the_top_is_the_top() -> None:
    assert asked(next_target(did(12, 14), did(13, 13))) == ("rung 3", 6)


@pytest.mark.parametrize(
    "between",
    [
        did(12, 12, effort=HARD),
        did(12, 12, effort=None),
        did(12, 11),
        did(12),
        did(12, 12, pain=3),
        did(10, 10, on="rung 1"),
        did(15, 15, on="rung 1"),
        did(12, 12, small=True),
    ],
)
def test_the_two_sessions_at_the_top_follow_one_another(between: Performance) -> None:
    assert asked(next_target(did(12, 12), between, did(12, 12))) == ("rung 2", 12)


def test_a_new_rung_starts_counting_anew() -> None:
    up = [did(12, 12), did(12, 12)]
    first = next_target(*up, did(10, 10, on="rung 3"), who=WITH_BAND)
    assert (asked(first), first.hits) == (("rung 3", 10), 1)
    assert asked(next_target(*up, *[did(10, 10, on="rung 3")] * 2, who=WITH_BAND)) == ("rung 4", 8)


def test_without_its_equipment_the_next_rung_waits_and_something_else_grows() -> None:
    at_top = [did(10, 10, on="rung 3")] * 2
    waiting = next_target(*at_top)
    assert (asked(waiting), waiting.growth.pause, waiting.reason.key) == (("rung 3", 6), 1, "pause_up")
    assert asked(next_target(*at_top, who=WITH_BAND)) == ("rung 4", 8)


@pytest.mark.parametrize("sessions", [2, 3, 4, 5])
def test_a_rung_that_waited_comes_as_soon_as_it_can_be_done(sessions: int) -> None:
    history = [did(10, 10, on="rung 3")] * sessions
    assert next_target(*history).variation == "rung 3"
    assert asked(next_target(*history, who=WITH_BAND)) == ("rung 4", 8)


def test_a_limit_holds_the_next_rung_back() -> None:
    spared = move(limits={"wrist": Adaptation(rung_at_most=2)})
    careful = profile(spares=["wrist"])
    held = next_target(did(12, 12), did(12, 12), of=spared, who=careful)
    assert (asked(held), held.reason.key) == (("rung 2", 8), "pause_up")
    assert asked(next_target(did(12, 12), did(12, 12), of=spared)) == ("rung 3", 8)


# Where the next rung cannot be done


ALONE = move(variation("rung 2", 2, (8, 12), sets=(2, 3)))
"""An exercise with one rung, of two to three sets."""


def grown(sessions: int, *, of: Exercise = ALONE, who: Profile = ME) -> Standing:
    """Return the target after so many sessions that each reached the top, whatever it had become."""
    target = next_target(of=of, who=who)
    for _ in range(sessions):
        top = Ladder(of, who, library(of)).top(of.ladder[0]) + target.growth.top
        target = after(target, did(top, top, top, asked=target.amount), Ladder(of, who, library(of)))
    return target


def test_the_pause_grows_first_a_second_at_a_time_up_to_3() -> None:
    assert [grown(n).growth.pause for n in range(6)] == [0, 0, 1, 1, 2, 2]
    longer = grown(2)
    assert (asked(longer), longer.hits) == (("rung 2", 8), 0)
    assert longer.reason.arguments == {"amount": 12, "effort": "ok", "pause": 2}


def test_then_a_set_comes_where_the_week_has_room_for_it() -> None:
    """Two days of one move, three sets: 6 of the 14 that a week may have. Five days would be 15."""
    rested = grown(6, who=profile(days=2))
    assert (rested.growth, asked(rested), rested.reason.key) == (Growth(pause=2, sets=1), ("rung 2", 8), "set_up")
    assert rested.reason.arguments["sets"] == 3
    busy = grown(6, who=profile(days=5))
    assert (busy.growth.sets, busy.reason.key) == (0, "top_up")


def test_no_set_comes_beyond_the_dose() -> None:
    two = move(variation("rung 2", 2, (8, 12), sets=(1, 2)))
    assert grown(6, of=two, who=profile(days=1)).growth.sets == 0


def test_then_the_top_grows_by_5_up_to_25_and_that_is_all() -> None:
    who = profile(days=5)
    tops = [12 + grown(n, who=who).growth.top for n in (4, 6, 8, 10, 12)]
    assert tops == [12, 17, 22, 25, 25]
    assert (asked(grown(6, who=who)), grown(6, who=who).reason.arguments["top"]) == (("rung 2", 13), 17)
    at_the_end = grown(12, who=who)
    assert (asked(at_the_end), at_the_end.reason.key) == (("rung 2", 25), "top_stays")


def test_then_a_harder_rung_that_needs_nothing_comes() -> None:
    gap = move(variation("rung 2", 2), variation("rung 3", 3, needs=[BAND]), variation("rung 4", 4, (5, 8)))
    assert grown(10, of=gap, who=profile(days=5)).variation == "rung 2"
    beyond = grown(12, of=gap, who=profile(days=5))
    assert (asked(beyond), beyond.reason.key) == (("rung 4", 5), "rung_beyond")


def test_a_hold_has_no_pause_and_no_top_beyond_its_goal() -> None:
    alone = move(hold("rung 2", 2, (10, 30)))
    target = next_target(*[did(30, 30)] * 4, of=alone)
    assert (asked(target), target.growth, target.reason.key) == (("rung 2", 30), Growth(), "top_stays")


def test_what_has_grown_stays_while_reps_grow_and_goes_with_the_rung() -> None:
    longer = grown(2)
    more = after(longer, did(8, 8, asked=8), Ladder(ALONE, ME, library(ALONE)))
    assert (asked(more), more.growth.pause) == (("rung 2", 9), 1)
    eased = after(more, did(9, 9, asked=9, pain=4), Ladder(ALONE, ME, library(ALONE)))
    assert (eased.growth, eased.small_range) == (Growth(), True)


def test_who_does_the_rung_below_once_more_keeps_the_next_one() -> None:
    up = [did(12, 12), did(12, 12)]
    assert asked(next_target(*up, did(8, 8))) == ("rung 3", 6)
    assert asked(next_target(*up, did(8, 8, effort=MAX))) == ("rung 2", 8)


# Too much, twice


@pytest.mark.parametrize("much", [did(8, 8, asked=8, effort=MAX), did(8, 7, asked=8), did(9, 7, asked=9, effort=HARD)])
def test_once_too_much_stays_and_twice_in_a_row_brings_one_rung_less(much: Performance) -> None:
    assert next_target(much).variation == "rung 2"
    back = next_target(much, much)
    assert (asked(back), back.reason.key) == (("rung 1", 13), "back_rung")


@pytest.mark.parametrize("between", [did(8, 8), did(8, 8, effort=HARD), did(8, 8, effort=None), did(8, 8, pain=4)])
def test_the_two_that_were_too_much_follow_one_another(between: Performance) -> None:
    much = did(8, 8, effort=MAX)
    assert next_target(much, between, much).reason.key != "back_rung"


def test_a_session_that_was_broken_off_neither_counts_nor_forgets() -> None:
    much = did(8, 8, effort=MAX)
    assert next_target(much, did(8), did(8)).reason.key == "stays_sets"
    assert next_target(much, did(8), much).reason.key == "back_rung"


def test_on_the_lowest_rung_the_amount_gets_less_by_15_percent() -> None:
    much = did(7, 7, on="rung 1", asked=10, effort=MAX)
    less = next_target(much, much)
    assert (asked(less), less.small_range, less.reason.arguments) == (("rung 1", 8), False, {"amount": 8})
    least = did(1, 1, on="rung 1", asked=1, effort=MAX)
    assert asked(next_target(least, least)) == ("rung 1", 1)


def test_less_than_the_dose_counts_when_it_was_asked_for() -> None:
    much = did(6, 6, on="rung 1", asked=8, effort=MAX)
    less = next_target(much, much)
    assert asked(less) == ("rung 1", 7)
    assert asked(next_target(much, much, did(7, 7, on="rung 1", asked=7))) == ("rung 1", 8)


def test_what_has_grown_goes_first_a_set_then_the_pause() -> None:
    target = grown(6, who=profile(days=2))
    keys = []
    for _ in range(3):
        for _ in range(2):
            much = did(8, 8, 8, asked=target.amount, effort=MAX)
            target = after(target, much, Ladder(ALONE, profile(days=2), library(ALONE)))
        keys.append((target.reason.key, target.growth.sets, target.growth.pause))
    assert keys == [("back_set", 0, 2), ("back_pause", 0, 1), ("back_pause", 0, 0)]


# Kept as it was


def test_a_change_that_was_refused_waits_three_sessions() -> None:
    """The session it was refused in, and two more; then the rule speaks again."""
    kept = did(10, 10, asked=10, kept=True)
    plain = did(10, 10, asked=10, effort=EASY)
    for further, left in ((0, 2), (1, 1)):
        target = next_target(kept, *[plain] * further)
        assert (asked(target), target.reason.key, target.reason.arguments) == (
            ("rung 2", 10),
            "kept",
            {"sessions": left},
        )
    assert asked(next_target(kept, plain, plain)) == ("rung 2", 12)


def test_pain_is_heeded_though_a_target_is_kept() -> None:
    assert asked(next_target(did(10, 10, asked=10, kept=True), did(10, 10, pain=4))) == ("rung 1", 8)


def test_a_step_back_can_be_refused_too() -> None:
    much = did(8, 8, effort=MAX)
    assert next_target(much, much, did(8, 8, effort=MAX, kept=True)).variation == "rung 2"


def test_the_worked_example() -> None:
    """A clamshell from 10 to 15, two sets (evidence 2.3): up a rung after two hits, down again after two misses."""
    shells = move(variation("rung 2", 2, (10, 15)), variation("rung 3", 3, (10, 15)))
    week = [
        did(12, 12, asked=10, pain=1),
        did(15, 15, asked=13, pain=1),
        did(15, 15, asked=15, effort=EASY, pain=0),
        did(10, 9, on="rung 3", asked=10, effort=MAX, pain=2),
        did(10, 8, on="rung 3", asked=10, effort=MAX),
    ]
    targets = [asked(next_target(*week[:sessions], of=shells)) for sessions in range(len(week) + 1)]
    assert targets == [
        ("rung 2", 10),
        ("rung 2", 13),
        ("rung 2", 15),
        ("rung 3", 10),
        ("rung 3", 10),
        ("rung 2", 13),
    ]
    hurting = next_target(*week[:4], replace(week[4], pain=4), of=shells)
    assert asked(hurting) == ("rung 2", 10)


# Pain


@pytest.mark.parametrize("pain", [None, 0, 1, 2])
def test_pain_up_to_2_goes_on(pain: int | None) -> None:
    assert asked(next_target(did(9, 9, pain=pain))) == ("rung 2", 10)


@pytest.mark.parametrize(("pain", "reason"), [(3, "amber_rung"), (5, "amber_rung"), (6, "red_rung"), (10, "red_rung")])
def test_pain_from_3_brings_one_rung_less_at_its_low_end(pain: int, reason: str) -> None:
    target = next_target(did(12, 12, pain=pain, effort=EASY))
    assert (asked(target), target.small_range) == (("rung 1", 8), False)
    assert (target.reason.key, target.reason.arguments) == (reason, {"pain": pain})


@pytest.mark.parametrize(("pain", "reason"), [(3, "amber_range"), (6, "red_range")])
def test_pain_on_the_lowest_rung_brings_a_smaller_range(pain: int, reason: str) -> None:
    target = next_target(did(14, 14, on="rung 1", asked=14, pain=pain))
    assert (asked(target), target.small_range, target.reason.key) == (("rung 1", 8), True, reason)


def test_pain_in_a_smaller_range_still_comes_one_rung_down() -> None:
    target = next_target(did(12, 12, pain=4, small=True))
    assert (asked(target), target.small_range) == (("rung 1", 8), False)


def test_pain_passes_over_a_rung_that_cannot_be_done() -> None:
    assert asked(next_target(did(6, 6, on="rung 5", pain=4))) == ("rung 3", 6)
    assert asked(next_target(did(6, 6, on="rung 5", pain=4), who=WITH_BAND)) == ("rung 4", 8)


@pytest.mark.parametrize(("pain", "wanted"), [(4, "rung 1"), (7, "rung 1")])
def test_what_was_worse_the_morning_after_comes_back_two_steps_easier(pain: int, wanted: str) -> None:
    target = next_target(did(8, 8, on="rung 3", pain=pain, morning=Morning.WORSE))
    assert (asked(target), target.small_range) == ((wanted, 8), False)
    assert (target.reason.key, target.reason.arguments) == ("worse", {"pain": pain})
    small = next_target(did(8, 8, pain=pain, morning=Morning.WORSE))
    assert (asked(small), small.small_range) == (("rung 1", 8), True)


@pytest.mark.parametrize("morning", [Morning.SAME, Morning.WORSE])
def test_what_was_no_better_the_morning_after_waits_for_one_session_however_easy(morning: Morning) -> None:
    sore, easy = did(9, 9, asked=9, pain=4, morning=morning), did(15, 15, on="rung 1", effort=EASY)
    first = next_target(sore)
    waiting = next_target(sore, easy)
    assert (asked(waiting), waiting.small_range, waiting.reason.key) == (asked(first), first.small_range, "waits")
    assert next_target(sore, easy, easy).reason.key != "waits"


def test_a_lighter_session_is_not_the_one_that_is_waited_for() -> None:
    sore = did(9, 9, asked=9, pain=4, morning=Morning.SAME)
    lighter = did(4, on="rung 1", light=True)
    assert next_target(sore, lighter, did(15, 15, on="rung 1", effort=EASY)).reason.key == "waits"


def test_a_harder_version_tried_in_the_session_that_waits_raises_nothing() -> None:
    sore = did(9, 9, asked=9, pain=4, morning=Morning.SAME)
    tried = did(10, 10, on="rung 3", asked=8, effort=EASY, tried=True)
    waiting = next_target(sore, tried)
    assert (asked(waiting), waiting.reason.key) == (asked(next_target(sore)), "waits")


@pytest.mark.parametrize("morning", [Morning.BETTER, None])
def test_what_was_better_or_is_not_known_the_morning_after_grows_as_ever(morning: Morning | None) -> None:
    sore, easy = did(9, 9, asked=9, pain=4, morning=morning), did(9, 9, on="rung 1", effort=EASY)
    assert asked(next_target(sore, easy)) == ("rung 1", 11)


def test_a_stretch_that_was_no_better_waits_too() -> None:
    sore, fine = did(30, 30, pain=4, morning=Morning.SAME), did(20, 20, on="rung 1", effort=None)
    assert [next_target(sore, *[fine] * n, of=STRETCH).variation for n in (1, 2, 3)] == ["rung 1", "rung 1", "rung 2"]


def test_pain_never_asks_more_of_a_rung_than_hurt() -> None:
    assert asked(next_target(did(5, 5, on="rung 1", asked=5, pain=4))) == ("rung 1", 5)


def test_pain_with_no_lower_rung_to_be_had_brings_a_smaller_range() -> None:
    odd = move(variation("rung 1", 1, needs=[BAND]), variation("rung 2", 2))
    assert easier(odd.ladder[1], Ladder(odd, ME, library(odd))) == (odd.ladder[1], True)
    assert easier(odd.ladder[1], Ladder(odd, WITH_BAND, library(odd))) == (odd.ladder[0], False)


def test_pain_on_a_swap_brings_a_smaller_range_of_it() -> None:
    wall = variation("wall", amount=(5, 9))
    spared = move(swaps=(wall,), limits={"hip": Adaptation(swap=("wall",))})
    careful = profile(spares=["hip"])
    assert easier(wall, Ladder(spared, careful, library(spared))) == (wall, True)
    target = next_target(did(9, 9, on="wall", pain=4), of=spared, who=careful)
    assert (asked(target), target.small_range) == (("wall", 5), True)


def test_pain_on_a_rung_that_a_swap_has_replaced_stays_on_that_rung() -> None:
    spared = move(swaps=(variation("wall"),), limits={"hip": Adaptation(swap=("wall",))})
    careful = profile(spares=["hip"])
    assert easier(spared.ladder[2], Ladder(spared, careful, library(spared))) == (spared.ladder[2], True)


def test_a_smaller_range_widens_before_anything_grows() -> None:
    wider = next_target(did(12, 12, on="rung 1", asked=9, effort=EASY, small=True))
    assert (asked(wider), wider.small_range) == (("rung 1", 9), False)
    assert (wider.reason.key, wider.reason.arguments) == ("full_range", {"effort": "easy"})
    still = next_target(did(9, 9, on="rung 1", asked=9, effort=HARD, small=True))
    assert (asked(still), still.small_range) == (("rung 1", 9), True)
    shrunk = next_target(did(20, 20, on="rung 1", asked=20, small=True))
    assert asked(shrunk) == ("rung 1", 15)


def test_a_smaller_range_that_a_limit_asks_for_grows_like_any_other() -> None:
    spared = move(limits={"hip": Adaptation(small_range=True)})
    careful = profile(spares=["hip"])
    grown = next_target(did(9, 9, small=True), of=spared, who=careful)
    assert (asked(grown), grown.reason.key) == (("rung 2", 10), "more_reps")
    assert asked(next_target(*[did(12, 12, small=True)] * 2, of=spared, who=careful)) == ("rung 3", 8)


# Holds


@pytest.mark.parametrize("effort", [OK, EASY])
def test_a_hold_grows_by_5_seconds_on_ok_and_on_easy(effort: Effort) -> None:
    target = next_target(did(12, 13, asked=10, effort=effort), of=PLANK)
    assert asked(target) == ("rung 2", 17)
    assert (target.reason.key, target.reason.arguments["added"]) == ("more_seconds", 5)


def test_a_hold_grows_to_30_seconds_and_no_further() -> None:
    assert asked(next_target(did(28, 28), of=PLANK)) == ("rung 2", 30)


def test_a_hold_of_30_seconds_twice_brings_the_next_rung() -> None:
    assert asked(next_target(did(30, 29), did(30, 30), of=PLANK)) == ("rung 2", 30)
    assert asked(next_target(did(30, 30), did(30, 30), of=PLANK)) == ("rung 3", 6)


def test_an_advanced_hold_takes_40_seconds() -> None:
    strong = profile(Level.ADVANCED)
    assert asked(next_target(did(39, 40), did(40, 40), of=PLANK, who=strong)) == ("rung 2", 40)
    assert asked(next_target(did(40, 40), did(40, 40), of=PLANK, who=strong)) == ("rung 3", 6)


def test_the_top_is_the_doses_end_for_reps_and_for_a_longer_hold() -> None:
    strong, long = profile(Level.ADVANCED), move(hold("rung 1", 1, (10, 45)))
    assert Ladder(LADDER, strong, library(LADDER)).top(LADDER.ladder[1]) == 12
    assert Ladder(long, strong, library(long)).top(long.ladder[0]) == 45
    assert Ladder(long, ME, library(long)).top(long.ladder[0]) == 45
    assert Ladder(PLANK, profile(Level.INTERMEDIATE), library(PLANK)).top(PLANK.ladder[1]) == 30


CALM = replace(PLANK, limits={"calm": Adaptation(hold_at_most=20)})
QUIET = profile(spares=["calm"])


def test_where_a_limit_ends_a_hold_its_end_is_the_top() -> None:
    assert Ladder(CALM, QUIET, library(CALM)).top(CALM.ladder[1]) == 20
    assert Ladder(replace(LADDER, limits=CALM.limits), QUIET, library(LADDER)).top(LADDER.ladder[1]) == 12
    once = next_target(did(20, 20, asked=20), of=CALM, who=QUIET)
    assert (asked(once), once.reason.key) == (("rung 2", 20), "top_once")
    assert asked(next_target(did(20, 20), did(20, 20), of=CALM, who=QUIET)) == ("rung 3", 6)


def test_no_hold_is_dosed_beyond_where_a_limit_ends_it() -> None:
    ladder = (hold("rung 1", 1, (10, 50)), hold("rung 2", 2, (30, 40)))
    spared = move(*ladder, start=1, limits=CALM.limits)
    spans = [Ladder(spared, QUIET, library(spared)).dose(rung).amount for rung in ladder]
    assert spans == [Span(10, 20), Span(20, 20)]


def test_what_a_limit_allows_is_enough_where_the_dose_begins_higher() -> None:
    high = move(hold("rung 1", 1, (30, 40)), hold("rung 2", 2, (30, 40)), start=1, limits=CALM.limits)
    target = next_target(did(20, 20, on="rung 1", asked=20), of=high, who=QUIET)
    assert (asked(target), target.reason.key) == (("rung 1", 20), "top_once")


# Warm-up and cool-down


@pytest.mark.parametrize("phase", [Phase.WARM_UP, Phase.COOL_DOWN])
def test_warm_up_and_cool_down_never_overload(phase: Phase) -> None:
    gentle = move(phase=phase)
    target = next_target(*[did(20, 20, effort=EASY)] * 5, of=gentle)
    assert (asked(target), target.reason.key) == (("rung 2", 12), "comfort")


def test_warm_up_and_cool_down_start_at_the_upper_end() -> None:
    assert asked(next_target(of=STRETCH)) == ("rung 2", 30)


def test_pain_in_a_stretch_brings_one_rung_less_and_two_sessions_without_bring_it_back() -> None:
    sore, fine = did(30, 30, pain=4), did(20, 20, on="rung 1", effort=None)
    assert asked(next_target(sore, of=STRETCH)) == ("rung 1", 20)
    assert asked(next_target(sore, fine, of=STRETCH)) == ("rung 1", 30)
    back = next_target(sore, fine, fine, of=STRETCH)
    assert (asked(back), back.reason.key) == (("rung 2", 30), "comfort_back")


def test_a_stretch_without_pain_counts_once_towards_coming_back() -> None:
    sore, fine = did(30, 30, pain=4), did(20, 20, on="rung 1", effort=None)
    target = next_target(sore, fine, of=STRETCH)
    assert (target.hits, target.hits_on) == (1, "rung 1")


def test_a_stretch_that_a_limit_swaps_is_as_usual_and_comes_back_once_the_limit_is_gone() -> None:
    lying = hold("lying", None, (20, 30))
    spared = move(
        *STRETCH.ladder, phase=Phase.COOL_DOWN, start=1, swaps=(lying,), limits={"knee": Adaptation(swap=("lying",))}
    )
    on_swap = did(30, 30, on="lying", effort=None)
    still = after(Standing("lying", 30), on_swap, Ladder(spared, profile(spares=["knee"]), library(spared)))
    assert (still.variation, still.hits, still.reason.key) == ("lying", 0, "comfort")
    gone = after(Standing("lying", 30), on_swap, Ladder(spared, ME, library(spared)))
    assert (gone.variation, gone.hits) == ("lying", 1)


def test_a_stretch_comes_back_to_where_it_began_and_no_further() -> None:
    fine = [did(20, 20, on=f"rung {rung}", effort=EASY) for rung in (1, 1, 2, 2, 2, 2)]
    assert asked(next_target(did(30, 30, pain=4), *fine, of=STRETCH)) == ("rung 2", 30)


def test_another_pain_or_nothing_done_brings_no_stretch_back() -> None:
    sore, fine = did(30, 30, pain=4), did(20, 20, on="rung 1")
    again, nothing = did(20, 20, on="rung 1", pain=3), did(on="rung 1", pain=1)
    assert asked(next_target(sore, fine, again, fine, of=STRETCH)) == ("rung 1", 30)
    assert asked(next_target(sore, fine, nothing, fine, of=STRETCH)) == ("rung 1", 30)


def test_a_swapped_stretch_stays_as_it_is() -> None:
    chair = replace(hold("chair"), rung=None)
    seated = replace(STRETCH, swaps=(chair,), limits={"knee": Adaptation(swap=("chair",))})
    target = next_target(*[did(20, 20, on="chair")] * 3, of=seated, who=profile(spares=["knee"]))
    assert asked(target) == ("chair", 20)


# Swaps, and packs that change


SWAPPED = move(
    swaps=(variation("wall", amount=(5, 9)), variation("chair")),
    limits={"hip": Adaptation(swap=("wall",))},
)


def test_a_swap_in_force_has_a_history_of_its_own() -> None:
    history = [did(12, 12), did(6, 6, on="wall"), did(12, 12), did(9, 9, on="chair")]
    assert asked(next_target(*history, of=SWAPPED, who=profile(spares=["hip"]))) == ("wall", 7)


def test_a_swap_leaves_the_ladder_as_it_was() -> None:
    history = [did(12, 12), did(6, 6, on="wall", pain=8), did(12, 12)]
    assert asked(next_target(*history, of=SWAPPED)) == ("rung 3", 8)


def test_a_swap_has_no_next_rung_and_grows_beside_it() -> None:
    target = next_target(*[did(9, 9, on="wall")] * 2, of=SWAPPED, who=profile(spares=["hip"]))
    assert (asked(target), target.reason.key) == (("wall", 5), "pause_up")


def test_a_variation_that_the_pack_has_dropped_is_passed_over() -> None:
    assert asked(next_target(did(12, 12), did(8, 8, on="gone", pain=9), did(12, 12))) == ("rung 3", 6)


def test_the_evidences_worked_example() -> None:
    """Evidence 2.3, with the real clamshell: a range of 10 to 15 in two sets, for a beginner without a band."""
    clamshell = real_library().exercises["clamshell"]
    full, paused = "full_clamshell", "paused_clamshell"
    weeks = [
        (did(12, 12, on=full, asked=10, pain=1), (full, 13)),
        (did(15, 15, on=full, asked=13, pain=1), (full, 15)),
        (did(15, 15, on=full, asked=15, effort=EASY, pain=0), (paused, 10)),
        (did(10, 9, on=paused, asked=10, effort=MAX, pain=2), (paused, 10)),
        (did(10, 8, on=paused, asked=10, effort=MAX, pain=4), (full, 10)),
    ]
    for number, (_, wanted) in enumerate(weeks, start=1):
        target = standing(Ladder(clamshell, ME, real_library()), [doing for doing, _ in weeks[:number]])
        assert target
        assert asked(target) == wanted


# Whatever was done before

amounts = st.lists(st.integers(0, 20), max_size=3).map(tuple)
doings = st.builds(
    Performance,
    variation=st.sampled_from([v.id for v in LADDER.ladder]),
    asked_sets=st.integers(1, 3),
    asked_amount=st.integers(8, 12),
    small_range=st.booleans(),
    done=amounts,
    effort=st.sampled_from([*Effort, None]),
    pain=st.none() | st.integers(0, 10),
)
told = st.builds(replace, doings, kept=st.booleans(), light=st.booleans(), morning=st.none() | st.sampled_from(Morning))
people = st.sampled_from([ME, WITH_BAND, profile(Level.ADVANCED)])
RUNGS = {v.id: v.rung or 0 for v in LADDER.ladder}


def falls_or_stays(doing: Performance, history: list[Performance], who: Profile) -> bool:
    target = next_target(*history, doing, who=who)
    if target.variation == doing.variation:
        return target.amount <= doing.asked_amount
    return RUNGS[target.variation] < RUNGS[doing.variation]


@given(st.lists(doings, max_size=4), doings, people)
def test_a_target_rises_only_on_a_known_effort_without_pain(
    history: list[Performance], doing: Performance, who: Profile
) -> None:
    if (doing.pain or 0) > 2 or doing.effort not in (EASY, OK):
        assert falls_or_stays(doing, history, who)


@given(st.lists(doings, max_size=6), doings, people)
def test_a_target_climbs_one_rung_at_a_time_and_stays_in_its_range(
    history: list[Performance], doing: Performance, who: Profile
) -> None:
    target = next_target(*history, doing, who=who)
    assert RUNGS[target.variation] <= RUNGS[doing.variation] + 1
    span = LADDER.variation(target.variation).doses[who.level].amount
    assert min(span.low, doing.asked_amount) <= target.amount <= span.high


def test_one_step_may_be_asked_for_by_itself() -> None:
    target = after(Standing("rung 2", 12, hits=1, hits_on="rung 2"), did(12, 12), Ladder(LADDER, ME, library(LADDER)))
    assert target.variation == "rung 3"


# What was light


@pytest.mark.parametrize("effort", [EASY, OK, HARD, MAX, None])
def test_what_was_light_raises_nothing_and_takes_nothing_back(effort: Effort | None) -> None:
    before = next_target(did(12, 12), did(12, 12), did(8, 8))
    lighter = did(6, asked=6, sets=1, effort=effort, light=True)
    target = next_target(did(12, 12), did(12, 12), did(8, 8), lighter)
    assert replace(target, reason=before.reason) == before
    assert target.reason.key == "waited"


def test_a_hit_before_a_light_day_still_counts_after_it() -> None:
    light = did(6, asked=6, sets=1, light=True)
    assert next_target(did(15, 15, on="rung 1"), light, did(15, 15, on="rung 1")).reason.key == "rung_up"


def test_a_pain_on_a_light_day_is_a_pain_like_any() -> None:
    assert next_target(did(12, 12), did(6, asked=6, sets=1, light=True, pain=4)).reason.key == "amber_rung"


def test_a_warm_up_that_was_light_stays_where_it_was() -> None:
    swing = move(phase=Phase.WARM_UP)
    eased = did(8, on="rung 1", sets=1)
    before = next_target(did(8, sets=1, pain=4), eased, of=swing)
    target = next_target(did(8, sets=1, pain=4), eased, replace(eased, light=True), of=swing)
    assert (asked(target), target.hits) == (asked(before), 1)


def test_a_target_kept_as_it_was_stays_kept_though_the_day_was_light() -> None:
    target = next_target(did(12, 12), did(12, 12), did(9, 9, asked=12, kept=True, light=True))
    assert (asked(target), target.kept, target.reason.key) == (("rung 2", 12), 2, "kept")


# What was tried harder


def test_a_harder_version_done_well_is_the_next_target() -> None:
    for effort in (EASY, OK):
        target = next_target(did(8, 8), did(6, 6, on="rung 3", asked=6, effort=effort, tried=True))
        assert (target.variation, target.reason.key) == ("rung 3", "more_reps")
    assert asked(target) == ("rung 3", 7)


@pytest.mark.parametrize(
    "tried",
    [
        did(6, 5, on="rung 3", asked=6, tried=True),
        did(6, on="rung 3", asked=6, tried=True),
        did(6, 6, on="rung 3", asked=6, effort=HARD, tried=True),
        did(6, 6, on="rung 3", asked=6, effort=MAX, tried=True),
        did(6, 6, on="rung 3", asked=6, effort=None, tried=True),
    ],
)
def test_a_harder_version_that_did_not_go_well_leaves_the_target_where_it_was(tried: Performance) -> None:
    before = next_target(did(12, 12), did(10, 10))
    target = next_target(did(12, 12), did(10, 10), tried)
    assert replace(target, reason=before.reason) == before
    assert target.reason.key == "tried"
    assert next_target(did(12, 12), did(10, 10), tried, tried).misses == 0


def test_a_harder_version_done_well_ends_what_was_kept() -> None:
    kept = did(8, 8, kept=True)
    target = next_target(did(8, 8), kept, did(6, 6, on="rung 3", asked=6, tried=True))
    assert (target.variation, target.kept) == ("rung 3", 0)


def test_a_harder_version_that_hurt_is_eased_like_any() -> None:
    target = next_target(did(8, 8), did(6, 6, on="rung 3", asked=6, tried=True, pain=4))
    assert (asked(target), target.reason.key) == (("rung 2", 8), "amber_rung")


def test_a_warm_up_made_harder_is_for_that_day() -> None:
    swing = move(phase=Phase.WARM_UP)
    tried = did(8, on="rung 3", sets=1, effort=None, tried=True)
    assert next_target(tried, of=swing).variation == next_target(of=swing).variation == "rung 2"


# Steady: within a limit that lets nothing grow (evidence 5.4)

STEADY = profile(spares=["talk_test"])


def steady_target(*history: Performance, of: Exercise = LADDER) -> Standing:
    found = standing(Ladder(of, STEADY, library(of, everywhere={"talk_test": Adaptation(steady=True)})), history)
    assert found
    return found


@pytest.mark.parametrize("effort", [EASY, OK, None])
@pytest.mark.parametrize("times", [1, 2, 20])
def test_where_nothing_grows_a_target_stays_where_it_begins(effort: Effort | None, times: int) -> None:
    target = steady_target(*(did(12, 12, asked=12, effort=effort) for _ in range(times)))
    assert (asked(target), target.growth, target.reason.key) == (("rung 2", 8), Growth(), "steady")


def test_where_nothing_grows_a_hold_stays_as_short_as_it_begins() -> None:
    assert asked(steady_target(*(did(30, 30, asked=30) for _ in range(3)), of=PLANK)) == ("rung 2", 10)


@pytest.mark.parametrize("effort", [HARD, MAX])
def test_where_nothing_grows_once_too_hard_is_a_little_less_at_once(effort: Effort) -> None:
    target = steady_target(did(8, 8, effort=effort))
    assert (target.amount, target.reason.key, target.reason.arguments) == (7, "steady_less", {"amount": 7})
    assert steady_target(did(8, 8, effort=effort), did(7, 7, asked=7, effort=effort)).amount == 6


def test_where_nothing_grows_what_was_too_hard_comes_back_to_its_beginning() -> None:
    assert steady_target(did(8, 8, effort=MAX), did(7, 7, asked=7)).amount == 8


def test_where_nothing_grows_a_pain_still_eases_and_a_small_range_stays() -> None:
    assert asked(steady_target(did(8, pain=4))) == ("rung 1", 8)
    assert steady_target(did(8, 8, on="rung 1", small=True)).small_range


def test_a_warm_up_says_nothing_of_a_light_day() -> None:
    light = replace(did(30, on="rung 2", asked=30, sets=1), light=True)
    assert next_target(light, of=STRETCH).reason.key == "start"


# A pain, as a property


def height(variation: str, small: bool, amount: int) -> tuple[int, bool, int]:
    """How hard a target is: the rung first, then the range, then the amount."""
    return RUNGS[variation], not small, amount


def follows(target: Standing, doing: Performance) -> Performance:
    """The doing of somebody who was asked that target."""
    return replace(doing, variation=target.variation, asked_amount=target.amount, small_range=target.small_range)


@given(st.lists(doings, max_size=6), told.filter(lambda doing: (doing.pain or 0) > 2), told, people)
def test_after_a_pain_nothing_is_harder_in_the_session_that_follows_nor_while_it_lasts(
    before: list[Performance], sore: Performance, later: Performance, who: Profile
) -> None:
    """Whoever does what is asked: a pain raises nothing, and what was no better the next morning waits once more."""
    ladder = Ladder(LADDER, who, library(LADDER))
    target = next_target(*before, who=who)
    painful = height(target.variation, target.small_range, target.amount)
    eased = after(target, follows(target, sore), ladder)
    assert height(eased.variation, eased.small_range, eased.amount) <= painful
    again = after(eased, follows(eased, replace(later, pain=sore.pain)), ladder)
    assert height(again.variation, again.small_range, again.amount) <= painful
    if sore.morning in (Morning.SAME, Morning.WORSE):
        waiting = after(eased, follows(eased, replace(later, pain=None)), ladder)
        assert height(waiting.variation, waiting.small_range, waiting.amount) == height(
            eased.variation, eased.small_range, eased.amount
        )
