"""How often the coach writes to somebody who does not answer."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState
from bot.domain.rhythm import Brings, brings, is_silent, is_weekly, waits_for_answer
from bot.domain.week import DayKind, DaysTooClose, WeekPlan, plan_week

from .builders import day

STRENGTH, MOBILITY, REST = DayKind.STRENGTH, DayKind.MOBILITY, DayKind.REST


@pytest.mark.parametrize("unanswered", [0, 1])
@pytest.mark.parametrize("kind", DayKind)
def test_one_unanswered_reminder_changes_nothing(unanswered: int, kind: DayKind) -> None:
    assert brings(unanswered, kind, day(1), None, chosen=False) is Brings.USUAL


@pytest.mark.parametrize("unanswered", [2, 3])
@pytest.mark.parametrize(
    ("kind", "last", "brought"),
    [
        (STRENGTH, None, Brings.WEEKLY),
        (STRENGTH, day(1), Brings.WEEKLY),
        (STRENGTH, day(2), Brings.NOTHING),
        (MOBILITY, None, Brings.NOTHING),
        (REST, None, Brings.NOTHING),
    ],
)
def test_after_two_one_reminder_a_week_and_no_other_message(
    unanswered: int, kind: DayKind, last: date | None, brought: Brings
) -> None:
    assert brings(unanswered, kind, day(8), last, chosen=False) is brought


@pytest.mark.parametrize(("unanswered", "brought"), [(4, Brings.PAUSE_ASKED), (5, Brings.NOTHING), (6, Brings.NOTHING)])
@pytest.mark.parametrize("chosen", [True, False])
def test_after_four_one_question_then_silence(unanswered: int, brought: Brings, chosen: bool) -> None:
    assert brings(unanswered, STRENGTH, day(8), day(1), chosen=chosen) is brought
    assert is_silent(unanswered) is (brought is Brings.NOTHING)


@pytest.mark.parametrize("unanswered", range(4))
def test_who_chose_one_a_week_gets_one_a_week(unanswered: int) -> None:
    assert is_weekly(unanswered, chosen=True)
    assert brings(unanswered, STRENGTH, day(8), day(1), chosen=True) is Brings.WEEKLY
    assert brings(unanswered, STRENGTH, day(7), day(1), chosen=True) is Brings.NOTHING


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("kind", "of", "late", "waits"),
    [
        (DeliveryKind.WORKOUT, STRENGTH, timedelta(), True),
        (DeliveryKind.WORKOUT, STRENGTH, HOUR, True),
        (DeliveryKind.WORKOUT, STRENGTH, HOUR + timedelta(seconds=1), False),
        (DeliveryKind.WORKOUT, MOBILITY, timedelta(), False),
        (DeliveryKind.REST, REST, timedelta(), False),
        (DeliveryKind.SNOOZE, STRENGTH, timedelta(), False),
        (DeliveryKind.WEEKLY, STRENGTH, timedelta(), True),
        (DeliveryKind.WEEKLY, STRENGTH, 2 * HOUR, False),
        (DeliveryKind.PAUSE_ASKED, STRENGTH, timedelta(), True),
        (DeliveryKind.PAUSE_ASKED, STRENGTH, 2 * HOUR, True),
    ],
)
def test_only_a_reminder_of_strength_that_came_in_time_waits_for_an_answer(
    kind: DeliveryKind, of: DayKind, late: timedelta, waits: bool
) -> None:
    delivery = Delivery(1, 7, kind, day(1), 0, NOON, DeliveryState.SENDING)
    assert waits_for_answer(delivery, of, NOON + late) is waits


def plans() -> list[WeekPlan]:
    """Every choice of weekdays that makes a plan."""
    found = []
    for mask in range(1, 1 << 7):
        try:
            found.append(plan_week(number for number in range(7) if mask & 1 << number))
        except DaysTooClose:
            continue
    return found


@given(st.sampled_from(plans()), st.integers(0, 6))
def test_a_ghost_gets_at_most_ten_messages_in_sixty_days_whatever_the_plan(plan: WeekPlan, joined: int) -> None:
    got, unanswered, last = Counter[str](), 0, None
    for number in range(60):
        today = day(1) + timedelta(days=joined + number)
        kind = plan.kind_of(today)
        brought = brings(unanswered, kind, today, last, chosen=False)
        if brought is not Brings.NOTHING:
            got[kind if brought is Brings.USUAL else brought] += 1
            unanswered += brought is not Brings.USUAL or kind is STRENGTH
        last = today if brought is Brings.WEEKLY else last
    assert got.total() <= 10
    assert (got[STRENGTH], got[Brings.WEEKLY], got[Brings.PAUSE_ASKED]) == (2, 2, 1)
    assert last is not None and is_silent(unanswered)
