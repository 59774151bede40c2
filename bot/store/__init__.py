"""The database: SQLite through one connection, plain SQL, rows that become domain objects."""

from bot.store.database import Database
from bot.store.faults import NestedChange, StoreUnavailable, UnknownUpdate
from bot.store.inbox import UNCHANGED, Inbox, InboxState, KeptUpdate, Unchanged

__all__ = [
    "UNCHANGED",
    "Database",
    "Inbox",
    "InboxState",
    "KeptUpdate",
    "NestedChange",
    "StoreUnavailable",
    "Unchanged",
    "UnknownUpdate",
]
