"""When the coach was not there: between one tick and the next lay more than a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

PAUSE = timedelta(minutes=3)
"""So long may lie between two ticks: the minute, and a slow one."""


@dataclass(frozen=True, slots=True)
class Outage:
    """Nothing could be sent between these instants."""

    since: datetime
    until: datetime
