"""Trains at once, each time."""

from bot.sandbox.life.persona import Persona


class Keen(Persona):
    """Takes the lighter week when it is offered: whoever trains that much is glad of it."""

    def before_starting(self, labels: list[str], week: int) -> str | None:
        return next((label for label in labels if label == "A lighter week"), None)


KEEN = Keen(
    name="keen",
    title="Keen",
    about="Starts five minutes after each reminder, does every set, and owns a mini band.",
    city="Berlin",
    zone="Europe/Berlin",
    wishes=("^Equipment", "Mini band", "Save and go back"),
    reps={
        "Glute bridge": 15,
        "Clamshell": 17,
        "Standing leg lift": 14,
        "Fire hydrant": 14,
        "Side plank": 14,
    },
    growth=0.05,
)
