"""All tables, as one change or look sees them."""

from dataclasses import dataclass

from bot.store.athletes import Athletes
from bot.store.awake import Awake
from bot.store.connection import Connection
from bot.store.deliveries import Deliveries
from bot.store.milestones import Milestones
from bot.store.moves import Moves
from bot.store.reminders import Reminders
from bot.store.traces import Traces
from bot.store.workouts import Workouts


@dataclass(frozen=True, slots=True)
class Records:
    """The tables that use cases work with."""

    athletes: Athletes
    workouts: Workouts
    reminders: Reminders
    deliveries: Deliveries
    milestones: Milestones
    moves: Moves
    awake: Awake


def records_on(connection: Connection, traces: Traces) -> Records:
    """Return the tables of a connection."""
    return Records(
        Athletes(connection, traces),
        Workouts(connection),
        Reminders(connection),
        Deliveries(connection),
        Milestones(connection),
        Moves(connection),
        Awake(connection),
    )
