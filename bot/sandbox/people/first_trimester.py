"""Pregnant, ten weeks or so: asks the midwife first, trains gently, and leaves it out on mornings that are too queasy."""

from datetime import timedelta

from bot.sandbox.life.persona import Decision, Persona, Press, Reminder, Train


class FirstTrimester(Persona):
    """Every third time is no good day, until it gets better after week 6."""

    def when_reminded(self, reminder: Reminder) -> Decision:
        queasy = reminder.nth % 3 == 0 and reminder.week <= 6
        return Press("Not today") if queasy else Train(timedelta(minutes=20))


FIRST_TRIMESTER = FirstTrimester(
    name="first_trimester",
    title="First trimester",
    about="Says at the start that she is pregnant, has the midwife's word after three days, and leaves out queasy days.",
    city="Amsterdam",
    zone="Europe/Amsterdam",
    days="mon thu",
    time="10:30",
    topics=("Pregnant",),
    reps={"Glute bridge": 14, "Clamshell": 15, "Standing leg lift": 13, "Fire hydrant": 12, "Side plank": 12},
    growth=0.02,
)
