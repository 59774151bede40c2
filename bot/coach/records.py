"""What the use cases need from a database; the store matches these by shape."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import Protocol

from bot.domain.athlete import Athlete
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState, Unneeded
from bot.domain.due import Due
from bot.domain.outage import Outage
from bot.domain.progress import Milestone
from bot.domain.routine import Routine
from bot.domain.workout import Entry, Workout, WorkoutState


class Athletes(Protocol):
    """Everything kept about an athlete themselves."""

    async def get(self, id: int) -> Athlete | None:
        """Return an athlete, None for a stranger."""

    async def save(self, athlete: Athlete) -> None:
        """Insert the athlete, or replace what is kept of them; the live message and what is unanswered stay."""

    async def count_unanswered(self, id: int) -> None:
        """Count one more reminder that waits for an answer."""

    async def heard_from(self, id: int) -> None:
        """Note that they wrote: nothing is unanswered, and the bot is not blocked."""

    async def set_live_message(self, id: int, message: int | None) -> None:
        """Note which message of the chat has live buttons, None for none."""

    async def erase(self, id: int) -> None:
        """Delete every row of theirs in every table; inbox rows lose body and owner and keep only their keyed hash."""


class Workouts(Protocol):
    """Workouts and their append-only log; entries come oldest first, undone ones never."""

    async def get(self, athlete: int, id: int) -> Workout | None:
        """Return a workout of this athlete, None when there is none of that number or it is somebody else's."""

    async def open(self, athlete: int) -> Workout | None:
        """Return the athlete's open workout; there is one at most."""

    async def latest(self, athlete: int) -> Workout | None:
        """Return the workout started last, whatever its state."""

    async def on_day(self, athlete: int, day: date) -> Sequence[Workout]:
        """Return the workouts of one day, whatever their state, oldest first."""

    async def ended(self, athlete: int, since: date = date.min) -> Sequence[Workout]:
        """Return the finished and stopped workouts of a day and later, oldest first."""

    async def start(self, athlete: int, day: date, routine: Routine, planned_in_week: int, at: datetime) -> Workout:
        """Record a new open workout."""

    async def append(
        self, workout: int, entries: Sequence[Entry], key: str, happened_at: datetime, now: datetime
    ) -> None:
        """Add entries to the log; (key, ordinal) is unique, so that the same update never logs twice."""

    async def undo(self, entry: int, now: datetime) -> None:
        """Mark an entry as undone, with all that the same message skipped; it stays in the log."""

    async def end(self, workout: int, state: WorkoutState, at: datetime) -> None:
        """Mark a workout as finished or stopped."""

    async def reopen(self, workout: int) -> None:
        """Make an ended workout open again (its last entry was undone)."""

    async def move_to_day(self, workout: int, day: date) -> None:
        """Let an open workout go on on a later day."""

    async def set_pending(self, workout: int, text: str | None) -> None:
        """Keep a message that waits for the athlete's word, or drop it (None)."""


class Reminders(Protocol):
    """The due table: one row per athlete, the next day and instant their reminder falls due."""

    async def arm(self, athlete: int, due: Due | None) -> None:
        """Set the next due instant, or clear it."""

    async def advance(self, athlete: int, served: Due, following: Due) -> bool:
        """Go on to the following instant, if the one served is still the one that is armed."""

    async def of(self, athlete: int) -> Due | None:
        """Return what is armed."""

    async def due(self, now: datetime, limit: int) -> Sequence[tuple[int, Due]]:
        """Return athletes whose reminder is due at `now`, earliest first."""

    async def earliest(self) -> datetime | None:
        """Return the earliest instant at which anything falls due: a reminder, or a delivery in state due."""


class Deliveries(Protocol):
    """The ledger of what was sent, or why not."""

    async def add(
        self,
        athlete: int,
        kind: DeliveryKind,
        day: date,
        ordinal: int,
        due_at: datetime,
        state: DeliveryState,
        wording: str | None,
        *,
        because: Unneeded | None = None,
        now: datetime | None = None,
    ) -> Delivery | None:
        """Add a delivery, a claimed one with its lease; None when it, or any other than a snooze that day, exists."""

    async def due(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Return what is due and whose time has come, and what somebody held until their lease ran out."""

    async def claim(self, delivery: Delivery, now: datetime, wording: str) -> Delivery | None:
        """Take a delivery until its lease runs out; None when somebody else took it meanwhile."""

    async def leave(self, delivery: Delivery, now: datetime) -> bool:
        """Note that the request leaves now; False when the delivery is not ours any more."""

    async def give_back(self, delivery: Delivery, now: datetime, again_at: datetime) -> None:
        """Let a delivery that never left be due again, not before `again_at`."""

    async def mark(
        self,
        delivery: Delivery,
        state: DeliveryState,
        now: datetime,
        *,
        message_id: int | None = None,
        because: Unneeded | None = None,
    ) -> bool:
        """Set a delivery's state; False when it is not ours any more, or has come to its end."""

    async def call_off(self, athlete: int, day: date, because: Unneeded, now: datetime) -> None:
        """Let nothing more be sent about a day, not even what is claimed already."""

    async def get(self, athlete: int, id: int) -> Delivery | None:
        """Return a delivery of this athlete."""

    async def on_day(self, athlete: int, day: date) -> Sequence[Delivery]:
        """Return the deliveries of one day, oldest first."""

    async def latest_day(self, athlete: int) -> date | None:
        """Return the newest day that has a delivery other than a snooze, whatever became of it."""

    async def latest_weekly(self, athlete: int) -> date | None:
        """Return the day of the newest weekly reminder that was sent, surely or perhaps."""

    async def before(self, athlete: int, day: date) -> Delivery | None:
        """Return the newest delivery of an earlier day, whatever became of it."""

    async def latest_sent(self, athlete: int) -> DeliveryKind | None:
        """Return the kind of the newest message that was sent, surely or perhaps."""

    async def wordings(self, athlete: int, kind: DeliveryKind) -> Mapping[str, int]:
        """Count how often each wording was used for this athlete."""

    async def recover(self, now: datetime) -> None:
        """After a start: claimed becomes due again, sending becomes uncertain, and what was put off is due now."""


class Milestones(Protocol):
    """Milestones earned, once each."""

    async def earned(self, athlete: int) -> frozenset[Milestone]:
        """Return what was earned so far."""

    async def add(self, athlete: int, milestone: Milestone, day: date) -> None:
        """Record one; a second time changes nothing."""


class Moves(Protocol):
    """Workouts moved to another day, or let go."""

    async def of(self, athlete: int, since: date) -> Mapping[date, date | None]:
        """Return moves by the day a workout was planned for, where that day or the new one is `since` or later."""

    async def put(self, athlete: int, moves: Mapping[date, date | None], on: date | None = None) -> None:
        """Add or replace moves; those made on a day can be taken back."""

    async def take_back(self, athlete: int, on: date) -> bool:
        """Put what was last moved on a day where it was before; False when there is nothing of the kind."""

    async def clear(self, athlete: int) -> None:
        """Forget all moves: the plan itself has changed."""


class Awake(Protocol):
    """From when to when the ticker ran."""

    async def ticked(self, began: datetime, now: datetime) -> None:
        """Note a tick that began then and ends now."""

    async def outage_at(self, instant: datetime) -> Outage | None:
        """Return the outage that an instant lies in, None when the ticker ran or nothing is known."""


class Records(Protocol):
    """All tables, inside one transaction or one look."""

    @property
    def athletes(self) -> Athletes: ...
    @property
    def workouts(self) -> Workouts: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def milestones(self) -> Milestones: ...
    @property
    def moves(self) -> Moves: ...
    @property
    def awake(self) -> Awake: ...


class Store(Protocol):
    """The database, one change at a time."""

    def change(self, key: str | None) -> AbstractAsyncContextManager[Records]:
        """Open a transaction; on success the inbox row of that key (if any) becomes *applied* in the same commit."""

    def look(self) -> AbstractAsyncContextManager[Records]:
        """Read without changing anything."""
