"""A dated promise, and the words for it that stand in the database."""

from datetime import UTC, datetime, timedelta

from bot.domain.delivery import LEASE, Delivery, DeliveryKind, DeliveryState

from .builders import day


def test_a_promise_has_no_message_yet() -> None:
    due = datetime(2026, 3, 2, 18, tzinfo=UTC)
    promised = Delivery(1, 1, DeliveryKind.WORKOUT, day(1), 0, due, DeliveryState.DUE)
    assert promised.wording is None
    assert promised.message_id is None


def test_who_claims_first_has_token_1_and_two_minutes() -> None:
    due = datetime(2026, 3, 2, 18, tzinfo=UTC)
    assert Delivery(1, 1, DeliveryKind.WORKOUT, day(1), 0, due, DeliveryState.DUE).token + 1 == 1
    assert timedelta(minutes=2) == LEASE


def test_the_words_that_are_stored_stay_as_they_are() -> None:
    assert set(DeliveryKind) == {"workout", "rest", "snooze", "weekly", "pause_asked", "morning"}
    assert set(DeliveryState) == {"due", "claimed", "sending", "sent", "uncertain", "missed", "not_needed"}
