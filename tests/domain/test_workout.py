"""A workout is what its log says: entries folded into items, in their order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies

from bot.domain.exercise import Phase
from bot.domain.ladder import Ladder
from bot.domain.morning import Morning
from bot.domain.progression import Effort, Performance, standing
from bot.domain.routine import Prescription, Routine, RoutineKind
from bot.domain.sides import Pair
from bot.domain.workout import Entry, EntryKind, Item, Workout, WorkoutState, fold, with_waiting

from .builders import day, library, move, prescription, profile

SWING = prescription("leg_swings", Phase.WARM_UP, sets=1)
SHELL = prescription("clamshell", sets=2)
STRETCH = prescription("butterfly", Phase.COOL_DOWN, sets=1)


def workout(
    *entries: Entry, of: tuple[Prescription, ...] = (SWING, SHELL, STRETCH), state: WorkoutState = WorkoutState.OPEN
) -> Workout:
    routine = Routine(RoutineKind.STRENGTH, "a", 30, of, ())
    return Workout(1, 1, day(1), state, routine, entries, datetime(2026, 3, 2, 18, tzinfo=UTC))


def did_set(item: int, amount: int | None = 10) -> Entry:
    return Entry(EntryKind.SET, item, amount)


def felt(item: int, effort: Effort) -> Entry:
    return Entry(EntryKind.EFFORT, item, effort=effort)


def hurts(item: int, pain: int, eased: Prescription | None = None) -> Entry:
    return Entry(EntryKind.PAIN, item, pain, eased=eased)


def skip(item: int) -> Entry:
    return Entry(EntryKind.SKIP, item)


# Where it stands


def test_a_fresh_workout_stands_at_its_first_exercise() -> None:
    fresh = workout()
    assert fresh.position == 0
    assert fresh.current == Item(SWING)


def test_an_exercise_is_complete_with_its_last_set() -> None:
    assert workout(did_set(0), did_set(1)).position == 1
    assert workout(did_set(0), did_set(1), did_set(1)).position == 2
    assert Item(SHELL, (10, 10, 10)).complete


def test_skipping_completes_an_exercise() -> None:
    skipped = workout(skip(0), did_set(1), skip(1))
    assert skipped.position == 2
    assert skipped.items[1] == Item(SHELL, (10,), skipped=True)


def test_what_was_passed_over_comes_first() -> None:
    assert workout(did_set(1), did_set(1), did_set(2)).position == 0


def test_when_all_is_done_nothing_is_left() -> None:
    over = workout(did_set(0), did_set(1), did_set(1), did_set(2))
    assert over.position is None
    assert over.current is None


def test_sets_keep_their_order_and_their_amounts() -> None:
    assert workout(did_set(1, 12), did_set(1, 9), did_set(1, None)).items[1].done == (12, 9, 0)


def test_a_set_is_not_as_planned_and_a_week_has_no_plan_unless_told() -> None:
    assert not did_set(1).as_planned
    assert workout().planned_in_week == 0


# Sets that wait for an answer


def waiting(pending: str | None, *entries: Entry) -> list[tuple[int, int | None, bool]]:
    stale = replace(workout(*entries), pending=pending)
    return [(entry.item, entry.amount, entry.as_planned) for entry in stale.waiting]


def test_without_a_question_no_set_waits() -> None:
    assert waiting(None) == []
    assert waiting("") == []


def test_a_waiting_set_is_as_planned_or_has_its_amount() -> None:
    assert waiting("planned") == [(0, SWING.amount, True)]
    assert waiting("7", did_set(0)) == [(1, 7, False)]


def test_waiting_sets_follow_one_another_through_the_routine() -> None:
    assert waiting("12 planned 9 8", did_set(0)) == [(1, 12, False), (1, SHELL.amount, True), (2, 9, False)]
    assert waiting("12", did_set(0), did_set(1), did_set(1), did_set(2)) == []


# How it felt


def test_an_effort_is_kept_with_what_was_done() -> None:
    assert workout(did_set(1), felt(1, Effort.HARD)).items[1] == Item(SHELL, (10,), Effort.HARD)


def test_the_last_answer_counts() -> None:
    answered = workout(did_set(1), did_set(1), felt(1, Effort.HARD), felt(1, Effort.OK))
    assert answered.items[1].effort is Effort.OK


def test_entries_after_an_effort_keep_it() -> None:
    kept = Item(SHELL, (10,), Effort.OK, pain=4, skipped=True, hurt=SHELL)
    assert workout(felt(1, Effort.OK), hurts(1, 4), skip(1), did_set(1)).items[1] == kept


def test_effort_is_wanted_right_after_the_last_set_of_a_strength_exercise() -> None:
    assert workout(did_set(0), did_set(1), did_set(1)).effort_wanted == 1
    assert workout(did_set(1), did_set(1), hurts(1, 2)).effort_wanted == 1


def test_effort_is_wanted_whatever_was_logged_before() -> None:
    assert workout(skip(0), did_set(1), did_set(1)).effort_wanted == 1


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (did_set(1),),
        (did_set(0),),
        (did_set(1), did_set(1), felt(1, Effort.OK)),
        (did_set(1), skip(1)),
        (felt(1, Effort.OK), did_set(1), did_set(1)),
        (did_set(1), hurts(1, 8)),
        (did_set(1), did_set(1), skip(2)),
        (did_set(1), did_set(1), did_set(2)),
    ],
)
def test_effort_is_not_wanted_otherwise(entries: tuple[Entry, ...]) -> None:
    assert workout(*entries).effort_wanted is None


# What hurts


def test_the_worst_pain_is_kept() -> None:
    assert workout(hurts(1, 4), hurts(1, 1)).items[1].pain == 4
    assert workout(hurts(1, 1), hurts(1, 4)).items[1].pain == 4
    assert workout(hurts(1, 0)).items[1].pain == 0
    assert workout(Entry(EntryKind.PAIN, 1)).items[1].pain == 0


@pytest.mark.parametrize(("pain", "stopped"), [(0, False), (5, False), (6, True), (10, True)])
def test_red_pain_stops_that_move_and_no_other(pain: int, stopped: bool) -> None:
    hurt = workout(hurts(1, pain))
    assert [item.skipped for item in hurt.items] == [False, stopped, False]


def test_a_move_that_stopped_stays_stopped() -> None:
    assert workout(hurts(1, 7), hurts(1, 1)).items[1].skipped
    assert workout(skip(1), hurts(1, 1)).items[1].skipped
    assert workout(skip(1), felt(1, Effort.OK)).items[1].skipped


def test_an_eased_move_replaces_the_prescription_and_keeps_what_was_done() -> None:
    easier = replace(SHELL, variation="rung 1")
    eased = workout(did_set(1), hurts(1, 4, easier), did_set(1, 8)).items[1]
    assert (eased.prescription, eased.done, eased.pain) == (easier, (10, 8), 4)


# What the rules are told


def test_a_performance_says_what_was_asked_done_and_felt() -> None:
    told = workout(did_set(1, 9), did_set(1), felt(1, Effort.OK), hurts(1, 1)).items[1].performance
    assert (told.variation, told.asked_sets, told.asked_amount, told.small_range) == ("rung 2", 2, 10, False)
    assert (told.done, told.effort, told.pain) == ((9, 10), Effort.OK, 1)


def rung_after(*entries: Entry, asked: Prescription) -> str:
    """Return the next rung of a clamshell after one workout with these entries."""
    shell = move(start=3)
    (item,) = fold([asked], entries)
    target = standing(Ladder(shell, profile(), library(shell)), [item.performance])
    assert target
    return target.variation


def test_a_move_eased_for_amber_pain_comes_one_rung_down_and_not_two() -> None:
    third, second = replace(SHELL, variation="rung 3"), replace(SHELL, variation="rung 2")
    assert rung_after(hurts(0, 4, second), did_set(0), did_set(0), asked=third) == "rung 2"
    assert rung_after(hurts(0, 4, second), hurts(0, 1), asked=third) == "rung 2"


def test_pain_after_easing_counts_from_the_easier_rung() -> None:
    third, second, first = (replace(SHELL, variation=f"rung {rung}") for rung in (3, 2, 1))
    assert rung_after(hurts(0, 4, second), hurts(0, 4, first), asked=third) == "rung 1"
    assert rung_after(hurts(0, 4, second), hurts(0, 7), asked=third) == "rung 1"


# What the athlete chose for today


FIRST, THIRD = replace(SHELL, variation="rung 1"), replace(SHELL, variation="rung 3")
OTHER = prescription("bridge", sets=2)
EASIER = Entry(EntryKind.EASIER, 1, eased=FIRST)
HARDER = Entry(EntryKind.HARDER, 1, eased=THIRD)
SWAP = Entry(EntryKind.SWAP, 1, eased=OTHER)
KEEP = Entry(EntryKind.KEEP, 1, eased=SHELL)


def told_of(*entries: Entry) -> Performance:
    return workout(*entries).items[1].performance


def test_sets_that_were_done_stay_as_they_are_when_the_rest_is_chosen_otherwise() -> None:
    for choice in (EASIER, HARDER, SWAP):
        chosen = workout(did_set(0), did_set(1, 12), choice, did_set(1, 8))
        assert chosen.items[1].done == (12, 8)
        assert chosen.items[1].prescription == choice.eased
        assert chosen.position == 2


def test_what_was_chosen_easier_is_light_and_names_what_the_plan_had_asked() -> None:
    told = told_of(did_set(1, 12), EASIER, did_set(1, 8))
    assert (told.light, told.tried, told.variation, told.asked_amount) == (True, False, "rung 2", 10)
    assert told_of(EASIER, Entry(EntryKind.EASIER, 1, eased=replace(FIRST, small_range=True))).variation == "rung 2"


def test_what_hurt_counts_from_the_rung_it_hurt_on_though_easier_was_chosen() -> None:
    assert told_of(EASIER, hurts(1, 4, FIRST)).variation == "rung 1"
    assert told_of(hurts(1, 4, FIRST), EASIER).variation == "rung 2"


def test_what_was_chosen_harder_is_tried_and_has_the_sets_from_there_on() -> None:
    told = told_of(HARDER, did_set(1, 9), did_set(1, 8))
    assert (told.light, told.tried, told.variation, told.asked_sets, told.done) == (False, True, "rung 3", 2, (9, 8))
    assert told_of(did_set(1, 12), HARDER, did_set(1, 8)).done == (8,)


def test_easier_and_then_harder_is_still_light() -> None:
    assert told_of(EASIER, Entry(EntryKind.HARDER, 1, eased=SHELL), did_set(1)).light


def test_as_it_was_takes_back_what_was_chosen_and_harder_takes_back_as_it_was() -> None:
    kept = told_of(EASIER, HARDER, KEEP)
    assert (kept.kept, kept.light, kept.tried) == (True, False, False)
    assert not told_of(KEEP, HARDER).kept
    light = told_of(KEEP, EASIER)
    assert (light.kept, light.light) == (True, True)


def test_a_swap_leaves_each_move_its_own_sets() -> None:
    swapped = workout(did_set(1, 12), SWAP, did_set(1, 8), felt(1, Effort.OK)).items[1]
    assert [(part.prescription.exercise, part.own) for part in swapped.parts] == [
        ("clamshell", (12,)),
        ("bridge", (8,)),
    ]
    first, second = (part.performance for part in swapped.parts)
    assert (first.asked_sets, first.done, first.effort) == (2, (12,), None)
    assert (second.asked_sets, second.done, second.effort) == (1, (8,), Effort.OK)


def test_a_pain_and_a_choice_stay_with_the_move_they_were_about() -> None:
    swapped = workout(hurts(1, 4, FIRST), SWAP, did_set(1), did_set(1)).items[1]
    assert [part.pain for part in swapped.parts] == [4, None]
    assert not workout(EASIER, SWAP).items[1].performance.light
    assert workout(EASIER, SWAP).parts[1].performance.light


def test_where_it_hurt_and_how_it_was_in_the_morning_are_of_the_move_that_hurt() -> None:
    where = Entry(EntryKind.AREA, 1, area="knee")
    morning = Entry(EntryKind.MORNING, 1, morning=Morning.WORSE)
    first, second = workout(hurts(1, 4, FIRST), where, SWAP, did_set(1), did_set(1), morning).items[1].parts
    assert (first.is_sore, first.performance.area, first.performance.morning) == (True, "knee", Morning.WORSE)
    assert (second.is_sore, second.area) == (False, None)


def test_moves_can_be_swapped_again_and_again() -> None:
    third = Entry(EntryKind.SWAP, 1, eased=prescription("lift"))
    twice = workout(did_set(1, 12), SWAP, third, did_set(1, 7))
    assert [(p.prescription.exercise, p.own) for p in twice.items[1].parts] == [
        ("clamshell", (12,)),
        ("bridge", ()),
        ("lift", (7,)),
    ]
    assert [part.prescription.exercise for part in twice.parts] == [
        "leg_swings",
        "clamshell",
        "bridge",
        "lift",
        "butterfly",
    ]


def test_a_version_just_chosen_was_on_no_card_yet() -> None:
    for choice in (EASIER, HARDER, SWAP):
        assert workout(did_set(0), did_set(1), choice).unseen
        assert not workout(did_set(0), choice, did_set(1)).unseen


ENTRIES = strategies.sampled_from(
    [did_set(1, 9), did_set(1, 12), felt(1, Effort.OK), hurts(1, 2), hurts(1, 4, FIRST), EASIER, HARDER, SWAP, KEEP]
)


@given(strategies.lists(ENTRIES, max_size=12))
def test_whatever_is_chosen_every_set_is_told_once_and_of_one_move(entries: list[Entry]) -> None:
    item = workout(*entries).items[1]
    told = tuple(entry.amount for entry in entries if entry.kind is EntryKind.SET)
    assert item.done == told
    assert tuple(amount for part in item.parts for amount in part.own) == told


# What comes next, and how much was told


def test_the_next_set_is_named_by_its_exercise_and_its_number_until_nothing_is_left() -> None:
    assert workout().next_set == (0, 0)
    assert workout(did_set(0), did_set(1)).next_set == (1, 1)
    assert workout(did_set(0), did_set(1), did_set(1), did_set(2)).next_set is None


def test_sets_that_wait_for_an_answer_are_told_and_come_before_the_next() -> None:
    waiting = replace(workout(did_set(0)), pending="planned 9")
    assert (waiting.told, waiting.next_set) == (3, (2, 0))
    assert (workout().told, workout(did_set(0)).told) == (0, 1)


def test_sets_of_every_kind_wait_as_they_were_told() -> None:
    pending = with_waiting(with_waiting(None, [None, 9]), [Pair(12, 10)])
    waiting = replace(workout(of=(replace(SHELL, sets=3),)), pending=pending).waiting
    assert [entry.told for entry in waiting] == [10, 9, Pair(12, 10)]
    assert [entry.as_planned for entry in waiting] == [True, False, False]
    assert with_waiting("planned", []) == "planned"
    assert with_waiting(None, []) is None


# Whether it counts


@pytest.mark.parametrize("state", [WorkoutState.FINISHED, WorkoutState.STOPPED])
def test_a_workout_that_ended_counts_with_one_strength_set(state: WorkoutState) -> None:
    assert workout(did_set(1), state=state).counts
    assert not workout(did_set(0), did_set(2), state=state).counts
    assert not workout(state=state).counts


def test_one_strength_set_is_enough_among_several_moves() -> None:
    assert workout(did_set(1), of=(SWING, SHELL, SHELL, STRETCH), state=WorkoutState.STOPPED).counts


def test_an_open_workout_does_not_count_yet() -> None:
    assert not workout(did_set(1)).counts


def test_mobility_counts_with_half_of_its_moves() -> None:
    mobility = (SWING, STRETCH, STRETCH)
    assert workout(did_set(0), did_set(1), of=mobility, state=WorkoutState.STOPPED).counts
    assert workout(did_set(1), of=mobility[:2], state=WorkoutState.STOPPED).counts
    assert not workout(did_set(0), of=mobility, state=WorkoutState.STOPPED).counts
    assert not workout(of=mobility, state=WorkoutState.FINISHED).counts


# What was not seen yet


def test_the_card_of_an_exercise_is_new_until_its_first_set() -> None:
    assert workout().unseen
    assert workout(did_set(0)).unseen
    assert not workout(did_set(0), did_set(1)).unseen


def test_a_set_told_while_an_effort_was_asked_was_of_an_exercise_nobody_had_seen() -> None:
    two = (SHELL, SHELL, STRETCH)
    asked = (did_set(0), did_set(0))
    assert workout(*asked, of=two).effort_wanted == 0
    assert workout(*asked, did_set(1), of=two).unseen
    assert not workout(*asked, felt(0, Effort.OK), did_set(1), of=two).unseen
    assert not workout(*asked, did_set(1), hurts(1, 1), of=two).unseen
    assert workout(*asked, did_set(1), did_set(1), felt(1, Effort.OK), of=two).unseen
    assert not workout(*asked, did_set(1), did_set(1), felt(1, Effort.OK), did_set(2), of=two).unseen


def test_a_question_about_the_effort_can_be_passed_over() -> None:
    passed = workout(did_set(0), did_set(1), did_set(1), Entry(EntryKind.EFFORT, 1))
    assert (passed.effort_wanted, passed.items[1].effort, passed.position) == (None, None, 2)


def test_a_workout_of_before_is_of_another_day_and_was_begun_more_than_three_hours_ago() -> None:
    begun = workout()
    late = begun.started_at + timedelta(hours=3)
    assert not begun.is_of_before(day(2), late)
    assert begun.is_of_before(day(2), late + timedelta(seconds=1))
    assert not begun.is_of_before(day(1), late + timedelta(hours=9))
