"""One doing of a routine: the log's entries folded into where the athlete stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property, reduce

from bot.domain.exercise import Phase
from bot.domain.morning import Morning
from bot.domain.progression import Effort, Light, Performance, light_of
from bot.domain.routine import Prescription, Routine
from bot.domain.sides import Amount, Pair

PLANNED = "planned"
"""How a set that waits is kept when no amount was said."""

LONGEST = timedelta(hours=3)
"""A workout that was begun no longer ago goes on past the end of its day without a question."""


class EntryKind(StrEnum):
    """What an entry of the training log says."""

    SET = "set"
    EFFORT = "effort"
    PAIN = "pain"
    SKIP = "skip"
    KEEP = "keep"
    EASIER = "easier"
    HARDER = "harder"
    SWAP = "swap"
    AREA = "area"
    MORNING = "morning"


CHOICES = frozenset({EntryKind.EASIER, EntryKind.HARDER, EntryKind.SWAP})
"""What an athlete may choose for today, beside what was planned."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the append-only log, about one prescription of a workout.

    `amount` is reps or seconds of a set, the pain of a pain; where a set's sides were told apart, `left` and `right`
    say what each did, and `amount` is the lesser. `eased` replaces the prescription from here on: eased for a pain, as
    it was before it changed, or as the athlete chose. An `effort` without an answer means that the question was passed
    over. `area` is where it hurts, None for somewhere that the coach knows nothing about; `morning` how it is the
    morning after, the last answer counts.
    """

    kind: EntryKind
    item: int
    amount: int | None = None
    as_planned: bool = False
    effort: Effort | None = None
    eased: Prescription | None = None
    id: int | None = None
    left: int | None = None
    right: int | None = None
    area: str | None = None
    morning: Morning | None = None

    @property
    def told(self) -> Amount:
        """What was said of a set or a pain: sides told apart, or one amount."""
        return self.pair or self.amount or 0

    @property
    def pair(self) -> Pair | None:
        """Both sides of a set, None where they were not told apart."""
        return None if self.left is None or self.right is None else Pair(self.left, self.right)


def set_of(item: int, amount: Amount | None, planned: int) -> Entry:
    """Return the entry of one set of an exercise: None is as planned, a pair counts with its lesser side."""
    if amount is None:
        return Entry(EntryKind.SET, item, planned, as_planned=True)
    if isinstance(amount, Pair):
        return Entry(EntryKind.SET, item, amount.lesser, left=amount.left, right=amount.right)
    return Entry(EntryKind.SET, item, amount)


def logged_id(entry: Entry) -> int:
    """Return an entry's id; ValueError for one that is in no log."""
    if entry.id is None:
        raise ValueError("only an entry that is in the log can be undone")
    return entry.id


class WorkoutState(StrEnum):
    """Open, done to the end, or stopped before."""

    OPEN = "open"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Item:
    """A prescription and what was done of it so far; `hurt` is what was asked when it hurt, before it was eased.

    `done` has one amount per set; `apart` has those sets again whose sides were told apart.
    `easier_than` is what was asked before the athlete chose it easier, `harder_from` how many sets were done when they chose
    it harder, `instead_of` the move that it took the place of: its sets are the first of `done`.
    """

    prescription: Prescription
    done: tuple[int, ...] = ()
    effort: Effort | None = None
    pain: int | None = None
    skipped: bool = False
    hurt: Prescription | None = None
    kept: bool = False
    apart: tuple[Pair, ...] = ()
    easier_than: Prescription | None = None
    harder_from: int | None = None
    instead_of: "Item | None" = None
    area: str | None = None
    morning: Morning | None = None

    @property
    def parts(self) -> "tuple[Item, ...]":
        """The moves that had this place one after the other, this one last."""
        return (*(self.instead_of.parts if self.instead_of else ()), self)

    @property
    def own(self) -> tuple[int, ...]:
        """The sets of this move alone."""
        return self.done[self._begun :]

    @property
    def asked(self) -> Prescription:
        """What was asked before it was eased, for a pain or by choice."""
        return self.hurt or self.easier_than or self.prescription

    @property
    def complete(self) -> bool:
        """All sets done, or the rest of it let go."""
        return self.skipped or len(self.done) >= self.prescription.sets

    @property
    def performance(self) -> Performance:
        """What the progression rules want to know; they ease what hurt, not once more what was eased for it."""
        p, tried = self.asked, self.harder_from is not None
        return Performance(
            variation=p.variation,
            asked_sets=p.sets - self._begun,
            asked_amount=p.amount,
            small_range=p.small_range,
            done=self.done[self.harder_from :] if tried else self.own,
            effort=self.effort,
            pain=self.pain,
            kept=self.kept,
            light=self.easier_than is not None,
            tried=tried,
            apart=reduce(Pair.plus, self.apart) if self.apart else None,
            area=self.area,
            morning=self.morning,
        )

    @property
    def _begun(self) -> int:
        return len(self.instead_of.done) if self.instead_of else 0

    @property
    def is_sore(self) -> bool:
        """It hurt so much that it was made easier, or stopped."""
        return self.pain is not None and light_of(self.pain) is not Light.GREEN


@dataclass(frozen=True)
class Workout:
    """A workout as the store keeps it, with its entries folded into items."""

    id: int
    athlete: int
    day: date
    state: WorkoutState
    routine: Routine
    entries: tuple[Entry, ...]
    started_at: datetime
    ended_at: datetime | None = None
    pending: str | None = None
    planned_in_week: int = 0

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All prescriptions with what was done of them; a card asks many times."""
        return fold(self.routine.prescriptions, self.entries)

    @property
    def parts(self) -> tuple[Item, ...]:
        """Every move that was part of it, those that another took the place of included."""
        return tuple(part for item in self.items for part in item.parts)

    @cached_property
    def position(self) -> int | None:
        """The index of the exercise to do next, None when nothing is left."""
        return next((at for at, item in enumerate(self.items) if not item.complete), None)

    @property
    def current(self) -> Item | None:
        """The exercise to do next."""
        return None if self.position is None else self.items[self.position]

    @property
    def latest(self) -> Entry | None:
        """The last thing logged while it was done: what is told the morning after stands apart."""
        return next((entry for entry in reversed(self.entries) if entry.kind is not EntryKind.MORNING), None)

    @property
    def area_wanted(self) -> int | None:
        """The index of the exercise whose pain was the last thing logged, when that is not small and its area is open."""
        if self.latest is None or self.latest.kind is not EntryKind.PAIN:
            return None
        item = self.items[self.latest.item]
        small = light_of(self.latest.amount or 0) is Light.GREEN
        return None if small or item.area else self.latest.item

    @property
    def effort_wanted(self) -> int | None:
        """The index of the strength exercise whose last set was the last thing logged, and how hard it was is open."""
        if self.latest is None or self.latest.kind not in (EntryKind.SET, EntryKind.PAIN, EntryKind.AREA):
            return None
        at = self.latest.item
        item = self.items[at]
        strength = item.prescription.phase is Phase.STRENGTH
        return at if strength and item.complete and not item.skipped and item.effort is None else None

    @property
    def unseen(self) -> bool:
        """Whether the current exercise was never on a card: its first set is to come, it was changed, or told too early.

        Too early is while a question about the exercise before was open: then the first card is already of set 2.
        """
        at = self.position
        if at is None:
            return False
        if not self.items[at].done or self.entries[-1].kind in CHOICES:
            return True
        earlier = replace(self, entries=self.entries[:-1])
        told_early = earlier.effort_wanted is not None or earlier.area_wanted is not None
        return told_early and self.entries[-1].item == at

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """The sets that wait for an answer, in `pending`, as they would be logged one after the other."""
        after, found = self, list[Entry]()
        for word in (self.pending or "").split():
            if after.position is None or after.current is None:
                break
            found.append(set_of(after.position, _said(word), after.current.prescription.amount))
            after = replace(after, entries=(*self.entries, *found))
        return tuple(found)

    @property
    def told(self) -> int:
        """How many lines were told so far, in the log or waiting: a button that takes back the last one says which."""
        return len(self.entries) + len((self.pending or "").split())

    @property
    def next_set(self) -> tuple[int, int] | None:
        """Which exercise and set come next once what waits is logged, both counted from 0; None when nothing does."""
        after = replace(self, entries=(*self.entries, *self.waiting), pending=None) if self.pending else self
        at = after.position
        return None if at is None else (at, len(after.items[at].done))

    def is_of_before(self, day: date, at: datetime) -> bool:
        """Tell whether it is of an earlier day than an instant's, and not one that just went on past 03:00."""
        return self.day != day and at - self.started_at > LONGEST

    @property
    def counts(self) -> bool:
        """Whether it counts as a session: it ended with a strength set done; of mobility, with half of its moves."""
        if self.state is WorkoutState.OPEN:
            return False
        items = self.items
        strength = [item for item in items if item.prescription.phase is Phase.STRENGTH]
        return any(item.done for item in strength) if strength else 2 * sum(bool(i.done) for i in items) >= len(items)


def with_waiting(pending: str | None, amounts: Sequence[Amount | None]) -> str | None:
    """Return what waits, None for nothing, once more sets were told; `Workout.waiting` reads it."""
    return " ".join(filter(None, (pending, *map(_word, amounts)))) or None


def _word(amount: Amount | None) -> str:
    if isinstance(amount, Pair):
        return f"{amount.left}/{amount.right}"
    return str(amount) if amount else PLANNED


def _said(word: str) -> Amount | None:
    if word == PLANNED:
        return None
    amount, *right = map(int, word.split("/"))
    return Pair(amount, *right) if right else amount


def fold(prescriptions: Iterable[Prescription], entries: Iterable[Entry]) -> tuple[Item, ...]:
    """Fold entries, oldest first, into one item per prescription."""
    told = defaultdict[int, list[Entry]](list)
    for entry in entries:
        told[entry.item].append(entry)
    return tuple(_place(p, told[at]) if at in told else Item(p) for at, p in enumerate(prescriptions))


def _place(prescription: Prescription, entries: Sequence[Entry]) -> Item:
    """Fold what was told of one place: a swap ends one move, and begins another; the morning after is of both."""
    morning = next((entry.morning for entry in reversed(entries) if entry.kind is EntryKind.MORNING), None)
    item = Item(prescription, morning=morning)
    for entry in entries:
        if entry.kind is EntryKind.SWAP and entry.eased:
            item = Item(entry.eased, item.done, instead_of=item, morning=morning)
        elif entry.kind is not EntryKind.MORNING:
            item = _told(item, entry)
    return item


def _told(item: Item, entry: Entry) -> Item:
    """Return an item with one more line of the log told."""
    now = entry.eased or item.prescription
    match entry.kind:
        case EntryKind.SET:
            apart = (*item.apart, entry.pair) if entry.pair else item.apart
            return replace(item, done=(*item.done, entry.amount or 0), apart=apart)
        case EntryKind.EFFORT:
            return replace(item, effort=entry.effort)
        case EntryKind.SKIP:
            return replace(item, skipped=True)
        case EntryKind.KEEP:
            return replace(item, prescription=now, kept=True, easier_than=None, harder_from=None)
        case EntryKind.EASIER:
            return replace(item, prescription=now, easier_than=item.easier_than or item.prescription)
        case EntryKind.HARDER:
            return replace(item, prescription=now, kept=False, harder_from=len(item.done))
        case EntryKind.AREA:
            return replace(item, prescription=now, area=entry.area or item.area)
        case _:
            return _hurt(item, entry.amount or 0, now)


def _hurt(item: Item, pain: int, now: Prescription) -> Item:
    light = light_of(pain)
    return replace(
        item,
        prescription=now,
        pain=max(item.pain or 0, pain),
        hurt=item.hurt if light is Light.GREEN else item.prescription,
        skipped=item.skipped or light is Light.RED,
    )
