"""What is kept of an athlete, and its deletion in two steps."""

from dataclasses import dataclass, replace

from bot.coach.records import Store
from bot.coach.turn import Turn
from bot.domain.athlete import OFFERS, Step

STILL_MEANT = 15
"""Minutes after which a yes may be a slip of the thumb on an old message."""


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

    async def ask(self, turn: Turn) -> DeletionAsked:
        """Ask first; a start card above is no offer any more, so that a "yes" means nothing else."""
        if turn.athlete and turn.athlete.step in OFFERS:
            async with self.store.change(turn.key) as records:
                await records.athletes.save(replace(turn.athlete, step=Step.READY))
        return DeletionAsked()

    async def delete(self, turn: Turn, asked: int) -> Deleted | DeletionAsked:
        """Erase every row of the athlete; only a keyed hash of this update stays for a day, against redelivery.

        `asked` is the minute (since the epoch) of the question: an answer to an old one asks again.
        """
        if not -1 <= turn.now.timestamp() / 60 - asked <= STILL_MEANT:
            return DeletionAsked()
        async with self.store.change(turn.key) as records:
            await records.athletes.erase(turn.person)
        return Deleted()
