"""Sides told apart inside a workout: one set with both amounts, and the side that did less goes first next time."""

import pytest

from bot.coach.interruptions import RedFlagRaised
from bot.coach.progress import ProgressShown
from bot.coach.workout_results import Card, Finished, SetLogged, SidesUnclear, Unclear, Undone
from bot.domain.athlete import Step
from bot.domain.balance import Balance
from bot.domain.exercise import Equipment, Level, Mode, Sides
from bot.domain.progression import Effort
from bot.domain.red_flags import Urgency
from bot.domain.sides import Lead, Pair, Side
from bot.domain.workout import Entry, EntryKind

from .people import FRIDAY, MONDAY, NEXT_MONDAY, TUESDAY, WEDNESDAY, WEEK, Person, a, on

CLAMSHELL, PIGEON = 6, 9


@pytest.fixture
async def clamshell(anna: Person) -> Person:
    """Anna, at the first set of her clamshell, Monday 18:00."""
    await anna.begins(on(MONDAY, "18:00"))
    await anna.up_to("clamshell")
    return anna


async def ends(person: Person) -> None:
    """Do the rest as planned."""
    result: object = None
    while not isinstance(result, Finished):
        wanted = (await person.workout()).effort_wanted
        result = await (person.done() if wanted is None else person.feels())


async def comes_to_clamshell(person: Person, *sets: str) -> Lead | None:
    """Come to the next workout's clamshell, once its sets were told like this, and look which side goes first."""
    for text in sets:
        await person.done(text)
    await ends(person)
    await person.trains(WEDNESDAY)
    await person.begins(on(FRIDAY))
    await person.up_to("clamshell")
    return (await person.item("clamshell")).prescription.lead


@pytest.mark.parametrize("text", ["L12 R10", "r10 l12", "left 12 right 10", "done L12 R10"])
async def test_sides_told_apart_are_one_set_with_both_amounts(clamshell: Person, text: str) -> None:
    card = a(Card, await clamshell.done(text))
    assert card.event == SetLogged(CLAMSHELL, 0, Pair(12, 10), as_planned=False)
    item = await clamshell.item("clamshell")
    assert (item.done, item.apart) == ((10,), (Pair(12, 10),))


async def test_a_hold_is_told_apart_in_seconds(clamshell: Person) -> None:
    await clamshell.up_to("pigeon_pose")
    assert a(Card, await clamshell.done("L 30s R 25s")).event == SetLogged(PIGEON, 0, Pair(30, 25), as_planned=False)


async def test_the_same_update_twice_is_one_pair(clamshell: Person) -> None:
    for _ in range(2):
        await clamshell.done("L12 R10", key="the same")
    assert (await clamshell.item("clamshell")).apart == (Pair(12, 10),)


async def test_done_with_one_number_and_a_tap_go_on_meaning_both_sides(clamshell: Person) -> None:
    await clamshell.done("done 12")
    await clamshell.tap(CLAMSHELL, 1)
    item = await clamshell.item("clamshell")
    assert (item.done, item.apart) == ((12, 10), ())


@pytest.mark.parametrize("text", ["L12", "done R10", "12 left", "L12 L10"])
async def test_one_side_alone_asks_for_both_and_logs_nothing(clamshell: Person, text: str) -> None:
    before = (await clamshell.workout()).entries
    assert a(Card, await clamshell.done(text)).event == SidesUnclear(Mode.REPS, together=False)
    assert (await clamshell.workout()).entries == before


async def test_where_both_sides_work_at_once_one_number_is_asked_for(anna: Person) -> None:
    await anna.begins(on(MONDAY, "18:00"))
    await anna.up_to("glute_bridge_abduction")
    before = (await anna.workout()).entries
    for text in ("L12 R10", "L12"):
        assert a(Card, await anna.done(text)).event == SidesUnclear(Mode.REPS, together=True)
    assert (await anna.workout()).entries == before


@pytest.mark.parametrize("text", ["L12s R10s", "L0 R10", "L201 R10"])
async def test_another_unit_or_an_implausible_side_asks_and_logs_nothing(clamshell: Person, text: str) -> None:
    assert a(Card, await clamshell.done(text)).event == Unclear(Mode.REPS)
    assert (await clamshell.item("clamshell")).done == ()


async def test_nothing_is_logged_when_no_set_is_left(brisk: Person) -> None:
    await brisk.begins(on(MONDAY, "18:00"))
    await brisk.up_to("standing_leg_lift", 1)
    await brisk.done()
    for text in ("L12 R10", "L12"):
        assert a(Card, await brisk.done(text)).event == Unclear(None)


async def test_undo_takes_back_both_sides(clamshell: Person) -> None:
    await clamshell.done("L12 R10")
    event = a(Undone, a(Card, await clamshell.coach.workouts.undo(await clamshell.turn())).event)
    assert event.entry.told == Pair(12, 10)
    assert (await clamshell.item("clamshell")).done == ()


# Sets that wait for an answer


async def test_both_sides_wait_while_something_is_asked_and_can_be_taken_back(clamshell: Person) -> None:
    await clamshell.coach.pain.ask(await clamshell.turn())
    await clamshell.done("L12 R10")
    await clamshell.done("L11 R9")
    event = a(Card, await clamshell.coach.workouts.undo(await clamshell.turn())).event
    assert event == Undone(Entry(EntryKind.SET, CLAMSHELL, 9, left=11, right=9))
    await clamshell.hurts(1)
    assert (await clamshell.item("clamshell")).apart == (Pair(12, 10),)


async def test_both_sides_wait_for_the_day_they_are_for(clamshell: Person) -> None:
    await clamshell.done("L12 R10", on(TUESDAY, "08:00"))
    assert await clamshell.step() is Step.STALE
    card = a(Card, await clamshell.coach.interruptions.back(await clamshell.turn()))
    assert card.event == SetLogged(CLAMSHELL, 0, Pair(12, 10), as_planned=False)


async def test_both_sides_wait_beside_a_red_flag(clamshell: Person) -> None:
    turn, typed = await clamshell.turn(), clamshell.typed("L12 R10")
    raised = await clamshell.coach.interruptions.red_flag(turn, Urgency.EMERGENCY, typed)
    assert a(RedFlagRaised, raised).pending
    await clamshell.coach.interruptions.back(await clamshell.turn())
    assert (await clamshell.item("clamshell")).apart == (Pair(12, 10),)


async def test_a_set_told_beside_one_that_waits_belongs_to_the_exercise_after_it(anna: Person) -> None:
    await anna.begins(on(MONDAY, "18:00"))
    await anna.up_to("glute_bridge_abduction", 1)
    await anna.coach.pain.ask(await anna.turn())
    await anna.done()
    await anna.done("L12 R10")
    await anna.hurts(0)
    assert (await anna.item("clamshell")).apart == (Pair(12, 10),)


# The next time


async def test_the_side_that_did_less_goes_first_the_next_time(clamshell: Person) -> None:
    assert await comes_to_clamshell(clamshell, "L10 R12", "L10 R11") == Lead(Side.LEFT, Pair(20, 23), 1)


async def test_even_sides_say_nothing(clamshell: Person) -> None:
    assert await comes_to_clamshell(clamshell, "L12 R12", "done 12") is None


async def test_the_next_target_follows_the_lesser_side(clamshell: Person) -> None:
    await comes_to_clamshell(clamshell, "L15 R12", "L12 R15")
    assert (await clamshell.item("clamshell")).prescription.amount == 13


async def test_no_side_goes_first_once_it_hurts(clamshell: Person) -> None:
    await comes_to_clamshell(clamshell, "L10 R12", "L10 R12")
    await clamshell.hurts(4)
    assert (await clamshell.item("clamshell")).prescription.lead is None


async def test_a_target_that_is_kept_as_it_was_keeps_which_side_goes_first(clamshell: Person) -> None:
    lead = await comes_to_clamshell(clamshell, "L10 R12", "L10 R12")
    await clamshell.keeps("clamshell")
    p = (await clamshell.item("clamshell")).prescription
    assert (p.reason.key, p.lead) == ("kept_now", lead)


async def test_a_version_of_both_sides_at_once_that_is_kept_has_no_first_side(anna: Person) -> None:
    bridge, top = "glute_bridge_abduction", {"glute_bridge_abduction": (20, 20)}
    await anna.becomes(level=Level.ADVANCED, equipment=frozenset(Equipment))
    weeks = [day + WEEK * week for week in range(3) for day in (MONDAY, WEDNESDAY, FRIDAY)]
    for day in weeks[:2]:
        await anna.trains(day, reps=top)
    for day in weeks[2:4]:
        await anna.trains(day, reps={bridge: ("L8 R9", "L8 R9")}, efforts={bridge: Effort.MAX})
    for day in weeks[4:6]:
        await anna.trains(day, reps=top)
    await anna.begins(on(weeks[6]))
    await anna.up_to(bridge)
    new = (await anna.item(bridge)).prescription
    assert (new.sides, new.lead) == (Sides.EACH, Lead(Side.LEFT, Pair(16, 18), 2))
    await anna.keeps(bridge)
    kept = (await anna.item(bridge)).prescription
    assert (kept.sides, kept.lead) == (Sides.TOGETHER, None)


async def test_progress_tells_the_first_gap_and_the_latest(clamshell: Person) -> None:
    await comes_to_clamshell(clamshell, "L10 R12", "L10 R12")
    await clamshell.done("L11 R12")
    await ends(clamshell)
    shown = a(ProgressShown, await clamshell.coach.progress.show(await clamshell.turn(on(NEXT_MONDAY))))
    assert shown.balances == (Balance("clamshell", 17, 8),)
