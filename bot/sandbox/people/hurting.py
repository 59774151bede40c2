"""An outer hip that gets sore from lying on it and lifting to the side, flares up once, and settles; the left is weaker."""

import re
from collections.abc import Mapping

from bot.sandbox.life.persona import Persona
from bot.sandbox.life.reading import SetAsked

SORE: Mapping[int, Mapping[str, int]] = {
    3: {"Clamshell": 4, "Standing leg lift": 3},
    4: {"Clamshell": 5, "Standing leg lift": 4, "Side plank": 5},
    5: {"Clamshell": 7, "Standing leg lift": 5},
    6: {"Clamshell": 5},
    7: {"Clamshell": 3},
    10: {"Glute bridge": 3},
}
"""Pain by week and move; the easiest step takes two off, unless it is a flare."""

FLARE = 6


class Hurting(Persona):
    """Says what hurts, and how much, when it begins to."""

    def pain(self, asked: SetAsked, week: int) -> int:
        pain = SORE.get(week, {}).get(asked.move, 0)
        return pain if pain >= FLARE or (asked.step or 1) > 1 else max(0, pain - 2)

    def weaker_by(self, asked: SetAsked) -> int:
        return 2 if asked.move in ("Clamshell", "Standing leg lift", "Fire hydrant") else 0

    def when_asked(self, text: str, labels: list[str]) -> str | None:
        """Always a little sore; the morning after, the clamshell alone is worse."""
        wanted = "(?i)worse" if "lamshell" in text else "(?i)better|^no\\b|^some"
        return next((label for label in labels if re.search(wanted, label)), labels[0])


HURTING = Hurting(
    name="hurting",
    title="Hurting",
    about=(
        "A knee to spare from the start. From week 3 the outer hip is sore, in week 5 a clamshell hurts 7 of 10, then it"
        " settles; in week 10 the back pinches once in the bridge. Left is weaker. Says so each time."
    ),
    city="Toronto",
    zone="America/Toronto",
    days="tue thu sat",
    areas=("Knee",),
    reps={"Glute bridge": 13, "Clamshell": 15, "Standing leg lift": 12, "Fire hydrant": 11, "Side plank": 12},
    growth=0.035,
)
