"""The ticker's pulse: how long ago it last showed that it lives."""

import time
from dataclasses import dataclass


@dataclass(slots=True)
class Pulse:
    """Beats after each tick and each of its messages: a long morning is life too. Counted in real seconds."""

    _at: float | None = None

    def beat(self) -> None:
        """Note a sign of life."""
        self._at = time.monotonic()

    def age(self) -> float | None:
        """Return the seconds since the last sign of life, None before the first."""
        return None if self._at is None else time.monotonic() - self._at
