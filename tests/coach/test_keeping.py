"""Keep it as it was: a change is refused, and three sessions stay as they were (evidence 2.3)."""

import pytest

from bot.coach.keeping import last_asked
from bot.coach.workout_results import AlreadyLogged, Card, Kept, OldButton, Refused
from bot.domain.changing import Refusal
from bot.domain.exercise import Equipment

from .people import FRIDAY, MONDAY, NEXT_MONDAY, WEDNESDAY, WEEK, Person, a, on

BRIDGE = 5
TOP = {"glute_bridge_abduction": (12, 12)}


@pytest.fixture
async def grown(anna: Person) -> Person:
    """Anna, whose bridge reached its top on Monday and Wednesday: on Friday a new rung is asked."""
    for day in (MONDAY, WEDNESDAY):
        await anna.trains(day, reps=TOP)
    await anna.begins(on(FRIDAY, "18:00"))
    await anna.up_to("glute_bridge_abduction")
    return anna


async def bridge(person: Person) -> tuple[str, int, str]:
    """What is asked of the bridge, and why."""
    p = (await person.item("glute_bridge_abduction")).prescription
    return p.variation, p.amount, p.reason.key


async def test_what_was_asked_the_last_time_is_asked_again(grown: Person) -> None:
    new = await bridge(grown)
    assert new[2] == "rung_up"
    card = a(Card, await grown.keeps("glute_bridge_abduction"))
    assert card.event == Kept(BRIDGE)
    kept = await bridge(grown)
    assert kept[0] != new[0]
    assert kept[1:] == (12, "kept_now")


async def test_three_sessions_stay_as_they_were_and_then_the_rule_speaks_again(grown: Person) -> None:
    await grown.keeps("glute_bridge_abduction")
    kept = (await bridge(grown))[0]
    while (await grown.workout()).state == "open":
        await (grown.feels() if (await grown.workout()).effort_wanted is not None else grown.done())
    asked = []
    for day in (NEXT_MONDAY, WEDNESDAY + WEEK, FRIDAY + WEEK):
        await grown.trains(day, reps=TOP)
        asked.append(await bridge(grown))
    assert asked[:2] == [(kept, 12, "kept"), (kept, 12, "kept")]
    assert asked[2][2] != "kept"


async def test_it_can_be_taken_back(grown: Person) -> None:
    new = await bridge(grown)
    await grown.keeps("glute_bridge_abduction")
    await grown.coach.workouts.undo(await grown.turn())
    assert await bridge(grown) == new


async def test_once_is_enough_and_a_set_that_was_done_stays_done(grown: Person) -> None:
    await grown.keeps("glute_bridge_abduction")
    assert a(Card, await grown.keeps("glute_bridge_abduction")).event == AlreadyLogged()
    await grown.done()
    assert a(Card, await grown.keeps("glute_bridge_abduction")).event == AlreadyLogged()


async def test_a_button_of_another_move_or_workout_changes_nothing(grown: Person) -> None:
    new = await bridge(grown)
    assert a(Card, await grown.keeps("clamshell")).event == AlreadyLogged()
    assert a(OldButton, await grown.keeps("glute_bridge_abduction", of=1)).day == MONDAY
    assert await bridge(grown) == new


async def test_without_a_workout_there_is_nothing_to_keep(anna: Person) -> None:
    assert await anna.coach.keeping.keep(await anna.turn(), (1, 0)) == OldButton(None)


async def test_what_was_never_done_before_cannot_be_kept(anna: Person) -> None:
    await anna.begins(on(MONDAY, "18:00"))
    await anna.up_to("glute_bridge_abduction")
    assert a(Card, await anna.keeps("glute_bridge_abduction")).event is None


async def test_what_limits_allow_no_more_cannot_be_kept(grown: Person) -> None:
    await grown.becomes(limits=frozenset({"knee"}), equipment=frozenset[Equipment]())
    new = await bridge(grown)
    await grown.keeps("glute_bridge_abduction")
    assert (await bridge(grown))[0] in {new[0], "glute_bridge"}


async def test_it_can_be_typed_while_a_change_may_be_refused(grown: Person) -> None:
    keep = grown.coach.keeping.keep
    assert a(Card, await keep(await grown.turn())).event == Kept(BRIDGE)
    assert (await bridge(grown))[2] == "kept_now"
    assert a(Card, await keep(await grown.turn())).event == Refused(Refusal.UNCHANGED)


async def test_what_did_not_change_cannot_be_kept_by_a_word(anna: Person) -> None:
    await anna.begins(on(MONDAY, "18:00"))
    assert a(Card, await anna.coach.keeping.keep(await anna.turn())).event == Refused(Refusal.UNCHANGED)


async def test_what_was_chosen_easier_the_last_time_is_kept_as_the_plan_had_asked_it(grown: Person) -> None:
    await grown.coach.changing.easier(await grown.turn())
    planned = (await grown.item("glute_bridge_abduction")).asked
    await grown.done()
    before = last_asked([await grown.workout()], "glute_bridge_abduction", await grown.athlete(), grown.coach.library)
    assert before
    assert (before.variation, before.amount) == (planned.variation, planned.amount)
