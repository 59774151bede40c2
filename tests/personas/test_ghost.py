"""Sixty days of somebody who signs up and never answers: counted by hand, and left in peace."""

from pathlib import Path

from bot.sandbox.launch import stage

from .persona import IN_BERLIN, Persona, rows

COACH_WROTE = [
    ("Mon 23 Nov", "18:00", "workout"),
    ("Tue 24 Nov", "18:00", "rest"),
    ("Wed 25 Nov", "18:00", "workout"),
    # two went unanswered: nothing on rest days, and one reminder a week
    ("Fri 27 Nov", "18:00", "weekly"),
    ("Fri 04 Dec", "18:00", "weekly"),
    # four did: one question, and silence
    ("Fri 11 Dec", "18:00", "pause_asked"),
]
THEN_CAME = [
    ("Fri 22 Jan", "18:00", "workout, again"),
    ("Sat 23 Jan", "18:00", "rest"),
]
LEDGER = "SELECT day, kind, state FROM deliveries WHERE state = 'sent' OR day > '2026-12-11' ORDER BY day, id"


async def test_a_ghost_gets_six_messages_in_sixty_days_and_one_word_brings_the_usual_days_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage)
        await on_stage.sandbox.move_to(ann.instant("2026-11-23 17:00"))
        await ann.does(*IN_BERLIN)
        await ann.until("2026-12-13 12:00")
        assert await on_stage.sandbox.next_due() is None, "silence costs nothing"
        await ann.until("2027-01-22 12:00")
        assert await ann.unasked() == COACH_WROTE
        await ann.does("> /why", "= stayed quiet until you wrote", "= Reminder, today at 18:00")
        await ann.until("2027-01-22 18:10")
        await ann.does("[Not today]")
        await ann.until("2027-01-23 23:00")
        assert await ann.unasked() == [*COACH_WROTE, *THEN_CAME]
        assert [call.broken for call in await on_stage.sandbox.calls() if call.broken] == []
    assert rows(tmp_path, LEDGER) == [
        ("2026-11-23", "workout", "sent"),
        ("2026-11-24", "rest", "sent"),
        ("2026-11-25", "workout", "sent"),
        ("2026-11-27", "weekly", "sent"),
        ("2026-12-04", "weekly", "sent"),
        ("2026-12-11", "pause_asked", "sent"),
        ("2026-12-12", "rest", "not_needed"),  # the silence begins, and leaves no row a day
        ("2027-01-22", "workout", "sent"),
        ("2027-01-23", "rest", "sent"),
    ]
