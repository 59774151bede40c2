"""Trains when others sleep: the reminder comes before midnight, the workout after it, now and then past three."""

from datetime import timedelta

from bot.sandbox.life.persona import Decision, Persona, Reminder, Train


class NightOwl(Persona):
    """Half an hour later, or an hour and a half, or so late that the day ends at three in the middle of it."""

    def when_reminded(self, reminder: Reminder) -> Decision:
        late = (timedelta(minutes=40), timedelta(minutes=90), timedelta(hours=3, minutes=20))
        return Train(late[(reminder.nth - 1) % len(late)])


NIGHT_OWL = NightOwl(
    name="night_owl",
    title="Night owl",
    about="Reminded at 23:30; starts at ten past midnight, at one, or at ten to three, and is then over after three.",
    city="Madrid",
    zone="Europe/Madrid",
    days="tue thu sun",
    time="23:30",
    reps={"Glute bridge": 15, "Clamshell": 16, "Standing leg lift": 13, "Fire hydrant": 13, "Side plank": 13},
    growth=0.04,
)
