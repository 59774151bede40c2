"""A move that hurt three sessions in a row is swapped, or rests, for two weeks (evidence 5.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.ladder import Ladder
from bot.domain.progression import Light, Performance, light_of

SORE_SESSIONS = 3
LASTS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Respite:
    """Since which day a move has a respite, the area that was told last (None: none), and what it was that hurt."""

    since: date
    area: str | None
    variation: str

    @property
    def until(self) -> date:
        """The first day on which the move may come back."""
        return self.since + LASTS


def respite_on(day: date, history: Iterable[Performance]) -> Respite | None:
    """Return the respite that a move has on a day, from what was done of it, oldest first; None when it has none.

    Afterwards it comes back one rung easier or in a smaller range: so the last pain left its target.
    """
    found: Respite | None = None
    sore, area = 0, None
    for performance in history:
        if light_of(performance.pain or 0) is Light.GREEN:
            sore, area = 0, None
            continue
        sore, area = sore + 1, performance.area or area
        if sore == SORE_SESSIONS:
            found = Respite(performance.day, area, performance.variation)
            sore, area = 0, None
    return found if found and found.since <= day < found.until else None


def with_swap(ladder: Ladder, respite: Respite) -> Ladder | None:
    """Return the ladder with the swap that the safety matrix names for the area (evidence 1).

    None where there is no such swap, or where it is what hurts: then the move rests.
    """
    area = respite.area
    if area is None or area not in ladder.exercise.limits or not ladder.exercise.limits[area].swap:
        return None
    careful = replace(ladder, profile=replace(ladder.profile, limits=ladder.profile.limits | {area}))
    choice = careful.start()
    return careful if choice and choice.variation.id != respite.variation else None
