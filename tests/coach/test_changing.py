"""Easier, harder or another move for today: a choice that can be taken back, and leaves the history as it was."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from bot.coach.history import hard_sets_in_week, records
from bot.coach.onboarding_results import PlanReady
from bot.coach.progress import ProgressShown
from bot.coach.workout_results import (
    AlreadyLogged,
    Card,
    Changed,
    Finished,
    NoWorkout,
    OldButton,
    Refused,
    StaleAsked,
    Undone,
)
from bot.domain.athlete import Step
from bot.domain.changing import Refusal
from bot.domain.progress import Milestone
from bot.domain.progression import Effort
from bot.domain.routine import Prescription
from bot.domain.workout import EntryKind, WorkoutState

from .people import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Coach, Person, a, on, pack

BRIDGE, CLAMSHELL, HYDRANT, PLANK = "glute_bridge_abduction", "clamshell", "fire_hydrant", "side_plank_leg_lift"
SHELL = 6
"""Where the clamshell stands in the first routine."""


@pytest.fixture
async def at_the_shell(anna: Person) -> Person:
    """Anna before the first set of the clamshell, on her first day."""
    await anna.begins(on(MONDAY, "18:00"))
    await anna.up_to(CLAMSHELL)
    return anna


async def shell(person: Person) -> Prescription:
    """What is asked where the clamshell stood."""
    return (await person.workout()).items[SHELL].prescription


async def to_the_end(person: Person, effort: Effort = Effort.OK) -> Finished:
    """Do all that is left as planned."""
    result: object = None
    while not isinstance(result, Finished):
        asked = (await person.workout()).effort_wanted is not None
        result = await (person.feels(effort) if asked else person.done())
    return result


async def asked_next(person: Person, exercise: str) -> Prescription:
    """Begin workouts until one asks for an exercise; say what it asks."""
    for _ in range(2):
        day = person.time.date() + timedelta(days=2)
        await person.begins(on(day, "18:00"))
        found = [p for p in (await person.workout()).routine.prescriptions if p.exercise == exercise]
        if found:
            return found[0]
        await to_the_end(person)
    raise AssertionError(f"{exercise} is in neither session")


# Easier, harder


async def test_easier_is_asked_from_here_on_and_says_whose_choice_it_was(at_the_shell: Person) -> None:
    before = await shell(at_the_shell)
    card = a(Card, await at_the_shell.coach.changing.easier(await at_the_shell.turn()))
    assert (card.event, card.step) == (Changed(SHELL, EntryKind.EASIER), Step.SET)
    after = await shell(at_the_shell)
    assert (before.variation, after.variation) == ("full_clamshell", "half_clamshell")
    assert (after.sets, after.reason.key) == (before.sets, "easier_now")


async def test_between_sets_the_set_that_was_done_stays_as_it_is(at_the_shell: Person) -> None:
    await at_the_shell.done("done 12")
    await at_the_shell.coach.changing.easier(await at_the_shell.turn())
    await at_the_shell.done("done 9")
    item = (await at_the_shell.workout()).items[SHELL]
    assert (item.done, item.complete) == ((12, 9), True)


async def test_a_choice_survives_a_restart_and_can_be_taken_back(at_the_shell: Person) -> None:
    before = await shell(at_the_shell)
    for choice in ("easier", "harder", "swap"):
        await act(at_the_shell, choice)
        after = await shell(at_the_shell)
        await at_the_shell.coach.restart()
        assert await shell(at_the_shell) == after != before
        undone = a(Card, await at_the_shell.coach.workouts.undo(await at_the_shell.turn()))
        assert isinstance(undone.event, Undone)
        assert await shell(at_the_shell) == before


async def test_a_lighter_day_leaves_the_target_where_it_was_and_is_no_record(anna: Person) -> None:
    await anna.trains(MONDAY, reps={BRIDGE: (9, 9)})
    await anna.begins(on(WEDNESDAY, "18:00"))
    await anna.up_to(BRIDGE)
    planned = (await anna.item(BRIDGE)).prescription
    await anna.coach.changing.easier(await anna.turn())
    finished = await to_the_end(anna, Effort.MAX)
    assert BRIDGE not in {better.exercise for better in finished.better}
    assert Milestone.WISE_CHOICE in finished.milestones
    shown = a(ProgressShown, await anna.coach.progress.show(await anna.turn()))
    assert {t.exercise: (t.latest, t.before) for t in shown.summary.trends}[BRIDGE] == (9, None)
    again = await asked_next(anna, BRIDGE)
    assert (again.variation, again.amount, again.reason.key) == (planned.variation, planned.amount, "waited")


async def test_a_harder_version_done_well_is_the_next_target_and_a_new_step(at_the_shell: Person) -> None:
    await at_the_shell.coach.changing.harder(await at_the_shell.turn())
    assert (await shell(at_the_shell)).variation == "paused_clamshell"
    finished = await to_the_end(at_the_shell)
    assert (await asked_next(at_the_shell, CLAMSHELL)).variation == "paused_clamshell"
    assert [
        r.variation for r in records([finished.workout], at_the_shell.coach.library) if r.exercise == CLAMSHELL
    ] == ["paused_clamshell"]


async def test_a_harder_version_that_was_hard_leaves_the_target_and_is_no_record(at_the_shell: Person) -> None:
    planned = await shell(at_the_shell)
    await at_the_shell.coach.changing.harder(await at_the_shell.turn())
    finished = await to_the_end(at_the_shell, Effort.HARD)
    assert CLAMSHELL not in {r.exercise for r in records([finished.workout], at_the_shell.coach.library)}
    again = await asked_next(at_the_shell, CLAMSHELL)
    assert (again.variation, again.amount, again.reason.key) == (planned.variation, planned.amount, "tried")


async def test_harder_between_sets_is_for_that_day(at_the_shell: Person) -> None:
    await at_the_shell.done()
    await at_the_shell.coach.changing.harder(await at_the_shell.turn())
    await to_the_end(at_the_shell)
    assert (await asked_next(at_the_shell, CLAMSHELL)).reason.key == "tried"


async def test_what_is_not_to_be_had_says_why_and_changes_nothing(at_the_shell: Person) -> None:
    change = at_the_shell.coach.changing
    await at_the_shell.hurts(2)
    before = await at_the_shell.workout()
    assert a(Card, await change.harder(await at_the_shell.turn())).event == Refused(Refusal.HURTS)
    assert (await at_the_shell.workout()).entries == before.entries
    for _ in range(2):
        await change.easier(await at_the_shell.turn())
    assert a(Card, await change.easier(await at_the_shell.turn())).event == Refused(Refusal.EASIEST)


# Another move


async def test_another_move_is_asked_for_by_name_and_comes_with_its_own_target(at_the_shell: Person) -> None:
    change = at_the_shell.coach.changing
    assert a(Card, await change.ask_other(await at_the_shell.turn())).step is Step.SWAPPING
    assert await at_the_shell.step() is Step.SWAPPING
    card = a(Card, await change.swap(await at_the_shell.turn(), HYDRANT))
    assert (card.event, card.step) == (Changed(SHELL, EntryKind.SWAP), Step.SET)
    assert ((await shell(at_the_shell)).exercise, (await shell(at_the_shell)).sets) == (HYDRANT, 2)


async def test_the_question_which_move_can_be_left(at_the_shell: Person) -> None:
    before = await shell(at_the_shell)
    await at_the_shell.coach.changing.ask_other(await at_the_shell.turn())
    card = a(Card, await at_the_shell.coach.resuming.cancel(await at_the_shell.turn()))
    assert (card.step, await shell(at_the_shell)) == (Step.SET, before)


async def test_what_was_swapped_away_without_a_set_says_nothing_and_the_other_counts_as_its_own(
    at_the_shell: Person,
) -> None:
    await at_the_shell.coach.changing.swap(await at_the_shell.turn(), HYDRANT)
    finished = await to_the_end(at_the_shell)
    assert finished.better == ()
    assert (await asked_next(at_the_shell, HYDRANT)).reason.key == "more_reps"
    await to_the_end(at_the_shell)
    assert (await asked_next(at_the_shell, CLAMSHELL)).reason.key == "start"


async def test_each_move_in_one_place_counts_with_its_own_sets(at_the_shell: Person) -> None:
    await at_the_shell.done("done 12")
    await at_the_shell.coach.changing.swap(await at_the_shell.turn(), HYDRANT)
    finished = await to_the_end(at_the_shell)
    library = at_the_shell.coach.library
    best = {record.exercise: record.best for record in records([finished.workout], library)}
    assert (best[CLAMSHELL], best[HYDRANT]) == (12, 8)
    assert hard_sets_in_week([finished.workout], MONDAY, {CLAMSHELL: 1, HYDRANT: 10}) == 11
    with sqlite3.connect(at_the_shell.coach.file) as database:
        kept = database.execute("SELECT exercise, count(*) FROM entries WHERE item = ? GROUP BY 1", [SHELL]).fetchall()
    assert sorted(kept) == [(CLAMSHELL, 1), (HYDRANT, 3)]


async def test_a_move_that_hurt_before_it_was_swapped_is_no_better_and_is_eased_next_time(anna: Person) -> None:
    await anna.trains(MONDAY)
    await anna.trains(WEDNESDAY)
    await anna.begins(on(FRIDAY, "18:00"))
    await anna.up_to(CLAMSHELL, 1)
    await anna.hurts(4)
    await anna.coach.changing.swap(await anna.turn(), HYDRANT)
    finished = await to_the_end(anna)
    assert CLAMSHELL not in {better.exercise for better in finished.better}
    assert (await asked_next(anna, CLAMSHELL)).reason.key == "amber_rung"


async def test_only_what_is_offered_takes_its_place(at_the_shell: Person) -> None:
    change = at_the_shell.coach.changing
    for held in (BRIDGE, CLAMSHELL, "leg_swings", "hula_hoop"):
        assert a(Card, await change.swap(await at_the_shell.turn(), held)).event == Refused(Refusal.NO_OTHER)
    for other in (HYDRANT, PLANK):
        await change.swap(await at_the_shell.turn(), other)
    assert a(Card, await change.ask_other(await at_the_shell.turn())).event == Refused(Refusal.NO_OTHER)
    assert await at_the_shell.step() is Step.SET


async def test_a_warm_up_or_stretch_is_left_out_rather_than_swapped(anna: Person) -> None:
    await anna.begins(on(MONDAY, "18:00"))
    for answer in (
        anna.coach.changing.ask_other(await anna.turn()),
        anna.coach.changing.swap(await anna.turn(), PLANK),
    ):
        assert a(Card, await answer).event == Refused(Refusal.STRENGTH_ALONE)


# Buttons and days


async def test_a_second_tap_chooses_nothing_more(at_the_shell: Person) -> None:
    workout, change = await at_the_shell.workout(), at_the_shell.coach.changing
    at = (workout.id, workout.told)
    await change.easier(await at_the_shell.turn(), at)
    chosen = await shell(at_the_shell)
    for again in (
        change.easier(await at_the_shell.turn(), at),
        change.harder(await at_the_shell.turn(), at),
        change.ask_other(await at_the_shell.turn(), at),
        change.swap(await at_the_shell.turn(), HYDRANT, at),
    ):
        assert a(Card, await again).event == AlreadyLogged()
    assert await shell(at_the_shell) == chosen


async def test_an_update_that_comes_twice_is_in_the_log_once(at_the_shell: Person) -> None:
    told = (await at_the_shell.workout()).told
    for _ in range(2):
        await at_the_shell.coach.changing.easier(await at_the_shell.turn(key="the same"))
    assert (await at_the_shell.workout()).told == told + 1


async def test_a_button_of_another_workout_says_whose_it_is(at_the_shell: Person) -> None:
    change = at_the_shell.coach.changing
    assert await change.easier(await at_the_shell.turn(), (99, 1)) == OldButton(None)
    assert await change.ask_other(await at_the_shell.turn(), (99, 1)) == OldButton(None)
    assert await change.swap(await at_the_shell.turn(), HYDRANT, (99, 1)) == OldButton(None)


async def test_without_a_workout_there_is_nothing_to_choose(anna: Person) -> None:
    assert await anna.coach.changing.easier(await anna.turn()) == NoWorkout()


async def test_a_workout_of_yesterday_asks_first_whether_it_goes_on(at_the_shell: Person) -> None:
    asked = await at_the_shell.coach.changing.harder(await at_the_shell.turn(on(TUESDAY, "08:00")))
    assert (a(StaleAsked, asked).pending, await at_the_shell.step()) == (False, Step.STALE)


async def test_when_nothing_is_left_there_is_nothing_to_choose(brisk: Person) -> None:
    await brisk.begins(on(MONDAY, "18:00"))
    while (await brisk.workout()).position is not None:
        await (brisk.feels() if (await brisk.workout()).effort_wanted is not None else brisk.done())
    assert a(Card, await brisk.coach.changing.easier(await brisk.turn())).event == AlreadyLogged()


# Whatever was chosen

ACTS = strategies.lists(
    strategies.sampled_from(
        ["done", "done", "effort", "hurts", "hurts_a_little", "keep", "easier", "harder", "swap", "undo"]
    ),
    min_size=3,
    max_size=16,
)


async def act(person: Person, what: str) -> object:
    """Do one thing in a workout, as its words would."""
    coach, turn = person.coach, await person.turn()
    acts: dict[str, Callable[[], Awaitable[object]]] = {
        "done": person.done,
        "effort": person.feels,
        "hurts_a_little": partial(person.hurts, 2),
        "hurts": partial(person.hurts, 4),
        "keep": partial(coach.keeping.keep, turn),
        "easier": partial(coach.changing.easier, turn),
        "harder": partial(coach.changing.harder, turn),
        "swap": partial(coach.changing.swap, turn, PLANK),
        "undo": partial(coach.workouts.undo, turn),
    }
    return await acts[what]()


async def play(acts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        coach = await Coach.open(Path(folder) / "coach.db", pack())
        person = Person(coach, 1, "en", on(MONDAY, "09:00"))
        a(PlanReady, await person.onboards())
        for day in (MONDAY, WEDNESDAY):
            await person.trains(day, reps={BRIDGE: (12, 12)})
        await person.begins(on(FRIDAY, "18:00"))
        planned = await person.up_to(BRIDGE)
        for what in acts:
            await act(person, what)
            sets = [len(item.done) <= item.prescription.sets for item in (await person.workout()).items]
            assert all(sets)
        while (await person.workout()).entries:
            await coach.workouts.undo(await person.turn())
        workout = await person.workout()
        assert tuple(item.prescription for item in workout.items) == planned.routine.prescriptions
        assert (workout.state, workout.position, await person.step()) == (WorkoutState.OPEN, 0, Step.SET)
        await coach.store.close()


@settings(max_examples=15, deadline=None, derandomize=True, database=None)
@given(ACTS)
def test_undoing_everything_brings_back_the_first_plan(acts: list[str]) -> None:
    asyncio.run(play(acts))
