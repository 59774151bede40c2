"""The clip that shows a move: the one of the very variation that is asked for."""

from bot.domain.clip import Clip
from bot.domain.routine import Prescription
from bot.views.look import Look
from bot.views.moves import variation_of


def clip_of(p: Prescription, look: Look) -> Clip | None:
    """Return what shows a prescription; None where there is nothing, or the reader wants words only."""
    if look.athlete and not look.athlete.pictures:
        return None
    variation = variation_of(p, look)
    return variation.clip if variation else None
