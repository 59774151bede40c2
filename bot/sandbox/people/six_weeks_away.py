"""Trains for four weeks, is away for six with the coach put on pause, and comes back."""

from bot.sandbox.life.persona import TRAIN, Errand, Persona

SIX_WEEKS_AWAY = Persona(
    name="six_weeks_away",
    title="Back after six weeks",
    about="Four keen weeks, then away: /pause on the last Friday, /resume six weeks later, and the way back in the last two.",
    city="Lisbon",
    zone="Europe/Lisbon",
    errands=(
        Errand("2026-10-02 20:00", ("> /pause", "[Until I say]")),
        Errand("2026-11-13 17:30", ("> /resume", TRAIN)),
    ),
    reps={"Glute bridge": 15, "Clamshell": 17, "Standing leg lift": 14, "Fire hydrant": 14, "Side plank": 14},
    growth=0.06,
)
