"""What is kept of an athlete, and its deletion in two steps."""

from dataclasses import dataclass

from bot.coach.records import Store
from bot.domain.athlete import Turn


@dataclass(frozen=True, slots=True)
class PrivacyShown:
    """What is kept, in plain words."""


@dataclass(frozen=True, slots=True)
class DeletionAsked:
    """Ask whether they really want everything gone."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """Nothing is left."""


@dataclass(frozen=True, slots=True)
class PrivacyCoach:
    """Answers /privacy and /deleteme."""

    store: Store

    async def delete(self, turn: Turn) -> Deleted:
        """Erase every row of the athlete; only a keyed hash of this update stays for a day, against redelivery."""
        async with self.store.change(turn.key) as records:
            await records.athletes.erase(turn.person)
        return Deleted()
