"""Works in four cities, tells the coach where they are, and crosses the ends of two summer times."""

from bot.sandbox.life.persona import Errand, Persona


def flight(at: str, city: str, zone: str) -> Errand:
    """Land somewhere, and say so at once."""
    return Errand(at, ("> /plan", "[^Place]", f"> {city}"), zone)


TRAVELLER = Persona(
    name="traveller",
    title="Traveller",
    about=(
        "Berlin, Tokyo, back home over the end of summer time, New York over the end of theirs, and Auckland. Says where"
        " they are after landing, and trains ten minutes after each reminder."
    ),
    city="Berlin",
    zone="Europe/Berlin",
    time="19:30",
    errands=(
        flight("2026-09-22 09:10", "Tokyo", "Asia/Tokyo"),
        flight("2026-10-08 22:40", "Berlin", "Europe/Berlin"),
        flight("2026-10-27 15:20", "New York", "America/New_York"),
        flight("2026-11-10 06:05", "Auckland", "Pacific/Auckland"),
        flight("2026-11-22 18:30", "Berlin", "Europe/Berlin"),
    ),
    reps={"Glute bridge": 16, "Clamshell": 16, "Standing leg lift": 14, "Fire hydrant": 13, "Side plank": 15},
    growth=0.04,
)
