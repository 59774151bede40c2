"""Trains at once, each time."""

from bot.sandbox.life.persona import Persona

KEEN = Persona(
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
