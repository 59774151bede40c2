"""Signs up, trains once, and is gone; ten weeks later they look in again, once."""

from bot.sandbox.life.persona import TRAIN, Decision, Errand, Ignore, Persona, Reminder, Train


class Ghost(Persona):
    """Answers the first reminder, and nothing after it."""

    def when_reminded(self, reminder: Reminder) -> Decision:
        return Train() if reminder.nth == 1 else Ignore()

    def when_asked(self, text: str, labels: list[str]) -> str | None:
        return None


GHOST = Ghost(
    name="ghost",
    title="Ghost",
    about="Trains on the first day and answers nothing after it, until one evening in week 11: then once more.",
    city="Dublin",
    zone="Europe/Dublin",
    errands=(Errand("2026-11-16 19:00", ("> hi", TRAIN)),),
    reps={"Glute bridge": 14, "Clamshell": 14, "Standing leg lift": 12, "Fire hydrant": 12, "Side plank": 12},
)
