"""Wants to, but a week is full: later, tomorrow, half of it, not today, and now and then no answer at all."""

import re
from datetime import timedelta

from bot.sandbox.life.persona import Decision, Ignore, Persona, Press, Reminder, Train

DAYS_OF_A_BUSY_LIFE: tuple[Decision, ...] = (
    Train(timedelta(minutes=15)),
    Press("In 1 hour"),
    Train(timedelta(hours=2)),
    Press("Tomorrow"),
    Train(timedelta(minutes=10), at_most=timedelta(minutes=12)),
    Press("Not today"),
    Train(timedelta(minutes=30)),
    Ignore(),
)


class Busy(Persona):
    """One day after the other of a life that repeats itself; whoever asked for an hour trains after it."""

    def when_reminded(self, reminder: Reminder) -> Decision:
        if reminder.again:
            return Train()
        return DAYS_OF_A_BUSY_LIFE[(reminder.nth - 1) % len(DAYS_OF_A_BUSY_LIFE)]

    def before_starting(self, labels: list[str], week: int) -> str | None:
        """Every third week there is no time for the whole of it."""
        shorter = (label for label in labels if re.match("(4|10)[- ]minute|Low day", label))
        return next(shorter, None) if week % 3 == 0 else None


BUSY = Busy(
    name="busy",
    title="Busy",
    about="Two mornings a week at seven, on paper: an hour later, a day later, half a workout, or none.",
    city="London",
    zone="Europe/London",
    days="mon thu",
    time="07:00",
    reps={"Glute bridge": 14, "Clamshell": 15, "Standing leg lift": 13, "Fire hydrant": 12, "Side plank": 12},
    growth=0.04,
)
