"""What simulated people make of a screen, what they can do, and how they answer what they never saw."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.sandbox.life import reading
from bot.sandbox.life.answers import answer
from bot.sandbox.life.body import Body, effort, seconds_of
from bot.sandbox.life.persona import Errand, Persona
from bot.sandbox.life.phone import Phone
from bot.sandbox.people import PEOPLE
from bot.sandbox.sight import Message

SET = """✓ OK, noted.

7 of 11 · Strength
▰▰▰▰▰▰▱▱▱▱▱
Clamshell with pause, set 1 of 2
Part of: Clamshell
10 each side · 2 s up, 2 s hold, 2 s down

• Keep your heels touching.

A new step: you reached 15 twice, with some left."""
ROLLING = """11 of 11 · Cool-down
▰▰▰▰▰▰▰▰▰▰▱
Hand massage or ball at the wall
Part of: Foam rolling
30 s each side: glutes, outer hip, front of the thigh and back of the thigh"""
START = """Strength A, about 23 minutes
Your first one. Take your time.

Warm-up
• Small front-to-back leg swing: 8 each side

Strength
• Glute bridge: 2 × 8 reps

You need: Mini band

Outer-hip sets this week: 2.5 so far, 7.5 after today (8 to 14 is useful; a bridge counts half)."""
FINISHED = """✓ 30 s each side logged.

Workout done. Well moved!
11 moves, 14 sets. It took 24 minutes.

First session done. Starting is a real step.

Your next strength day is Mon 5 Oct."""

PERSON = Persona(name="somebody", title="Somebody", about="", city="Berlin", zone="Europe/Berlin")


def message(text: str, *labels: str, italic: str = "") -> Message:
    at = text.find(italic)
    entities = [{"type": "italic", "offset": at, "length": len(italic)}] if italic else []
    raw = {"message_id": 1, "from": {"is_bot": True}, "date": 0, "text": text, "entities": entities}
    markup = {"inline_keyboard": [[{"text": label, "callback_data": "x"}] for label in labels]}
    return Message.read({"message": raw, "markup": markup, "edits": 0, "deleted": False})


def asked(**changed: Any) -> reading.SetAsked:
    usual: dict[str, Any] = {"move": "Clamshell", "name": "Clamshell", "phase": "Strength", "set": 1, "sets": 2}
    usual |= {"amount": 10, "is_hold": False, "times": 2, "each_side": True, "tempo": 5, "pause": 1, "reason": ""}
    return reading.SetAsked(**(usual | changed))


def seen(text: str, *labels: str) -> Phone:
    """A phone that shows this."""
    phone = Phone(cast("Any", SimpleNamespace(person=SimpleNamespace(id=1))), PERSON.start)
    phone.screen = message(text, *labels)
    return phone


def test_the_card_of_a_set_is_read_with_its_move_tempo_and_reason() -> None:
    reason = "A new step: you reached 15 twice, with some left."
    read = reading.set_asked(message(SET, "✓ Done: 10 each side", "Skip", italic=reason))
    assert read == asked(name="Clamshell with pause", tempo=6, pause=2, reason=reason)


def test_each_area_and_each_side_takes_its_time() -> None:
    read = reading.set_asked(message(ROLLING, "✓ Done: 30 s each side"))
    assert read and read.is_hold
    assert seconds_of(read, 30) == 30 * 2 * 4


def test_a_start_card_is_read_with_its_promise_and_what_stands_beside_the_moves() -> None:
    read = reading.start_card(message(START, "Start", "Level…"))
    beside = ("Your first one. Take your time.", "You need: Mini band")
    assert read == reading.StartCard("Strength A", 23, (7.5, 8, 14), beside)


def test_a_summary_is_read_with_its_milestones() -> None:
    milestone = "First session done. Starting is a real step."
    assert reading.summary(message(FINISHED)) == reading.Summary(True, True, 24, 14, (milestone,))


def test_other_messages_are_neither() -> None:
    rest = message("Rest day. Your next strength day is tomorrow.", "Easy mobility")
    assert (reading.set_asked(rest), reading.start_card(rest), reading.summary(rest)) == (None, None, None)


@pytest.mark.parametrize(("left", "word"), [(0, "Max"), (1, "Hard"), (2, "Hard"), (3, "OK"), (4, "OK"), (5, "Easy")])
def test_the_answer_tells_how_many_good_reps_were_left(left: int, word: str) -> None:
    assert effort(left, is_hold=False) == word
    assert effort(2 * left, is_hold=True) == word  # two seconds of a hold are as hard as a rep


def test_a_body_grows_with_sessions_and_sinks_with_weeks_away() -> None:
    body, monday = Body({"Clamshell": 20}, growth=0.1), datetime(2026, 9, 7, tzinfo=UTC)
    assert body.can_do(asked(), step=2) == 20
    body.trained("Clamshell", monday)
    assert body.can_do(asked(), step=2) == 23  # 1 + 0.1 x 1.5
    body.rested(monday + timedelta(days=7))
    assert body.can_do(asked(), step=2) == 23
    body.rested(monday + timedelta(days=27))
    assert body.can_do(asked(), step=2) == 20  # 20 days beyond the week: 12 % less


def test_a_step_up_a_later_set_and_a_longer_pause_leave_fewer_reps() -> None:
    body = Body({"Clamshell": 20}, growth=0.1)
    assert body.can_do(asked(), step=2) == 20
    assert body.can_do(asked(), step=3) == 15
    assert body.can_do(asked(set=2), step=2) == 18
    assert body.can_do(asked(pause=3), step=2) == 18


def test_a_question_that_nobody_knows_is_answered_with_its_first_button() -> None:
    assert answer(PERSON, seen("How did you sleep?", "Well", "Badly")) == "Well"


def test_what_is_no_question_is_left_alone() -> None:
    assert answer(PERSON, seen("Moved to Friday.", "Back to today")) is None


def test_a_known_question_is_answered_wherever_its_buttons_stand() -> None:
    check = seen("A quick check. Does any of this apply to you?", "One of the others", "I read it, none applies to me")
    assert answer(PERSON, check) == "I read it, none applies to me"
    assert answer(PEOPLE["first_trimester"], check) == "One of the others"
    assert answer(PERSON, seen("Where do you live?", "18:00 (UTC)")) == "> Berlin"


def test_a_traveller_is_where_the_last_errand_led_by_the_clock_there() -> None:
    there = Errand("2026-09-22 09:00", (), "Asia/Tokyo")
    person = Persona(name="x", title="X", about="", city="Berlin", zone="Europe/Berlin", errands=(there,))
    assert person.errand_at(there) == datetime(2026, 9, 22, 0, 0, tzinfo=UTC)
    assert str(person.zone_at(datetime(2026, 9, 21, 23, 59, tzinfo=UTC))) == "Europe/Berlin"
    assert str(person.zone_at(datetime(2026, 9, 22, 0, 0, tzinfo=UTC))) == "Asia/Tokyo"
