"""One doing of a routine: the log's entries folded into where the athlete stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, reduce

from bot.domain.exercise import Phase
from bot.domain.progression import Effort, Light, Performance, light_of
from bot.domain.routine import Prescription, Routine
from bot.domain.sides import Amount, Pair

PLANNED = "planned"
"""How a set that waits is kept when no amount was said."""


class EntryKind(StrEnum):
    """What an entry of the training log says."""

    SET = "set"
    EFFORT = "effort"
    PAIN = "pain"
    SKIP = "skip"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the append-only log, about one prescription of a workout.

    `amount` is reps or seconds of a set, the pain of a pain; where a set's sides were told apart, `left` and `right`
    say what each did, and `amount` is the lesser. `eased` replaces the prescription from here on: eased for a pain, or
    as it was before it changed. An `effort` without an answer means that the question was passed over.
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


class WorkoutState(StrEnum):
    """Open, done to the end, or stopped before."""

    OPEN = "open"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Item:
    """A prescription and what was done of it so far; `hurt` is what was asked when it hurt, before it was eased.

    `done` has one amount per set; `apart` has those sets again whose sides were told apart.
    """

    prescription: Prescription
    done: tuple[int, ...] = ()
    effort: Effort | None = None
    pain: int | None = None
    skipped: bool = False
    hurt: Prescription | None = None
    kept: bool = False
    apart: tuple[Pair, ...] = ()

    @property
    def complete(self) -> bool:
        """All sets done, or the rest of it let go."""
        return self.skipped or len(self.done) >= self.prescription.sets

    @property
    def performance(self) -> Performance:
        """What the progression rules want to know; they ease what hurt, not once more what was eased for it."""
        p = self.hurt or self.prescription
        apart = reduce(Pair.plus, self.apart) if self.apart else None
        done, effort, pain = self.done, self.effort, self.pain
        return Performance(p.variation, p.sets, p.amount, p.small_range, done, effort, pain, self.kept, apart=apart)


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

    @cached_property
    def position(self) -> int | None:
        """The index of the exercise to do next, None when nothing is left."""
        return next((at for at, item in enumerate(self.items) if not item.complete), None)

    @property
    def current(self) -> Item | None:
        """The exercise to do next."""
        return None if self.position is None else self.items[self.position]

    @property
    def effort_wanted(self) -> int | None:
        """The index of the strength exercise whose last set was the last thing logged, and how hard it was is open."""
        if not self.entries or self.entries[-1].kind not in (EntryKind.SET, EntryKind.PAIN):
            return None
        at = self.entries[-1].item
        item = self.items[at]
        strength = item.prescription.phase is Phase.STRENGTH
        return at if strength and item.complete and not item.skipped and item.effort is None else None

    @property
    def unseen(self) -> bool:
        """Whether the current exercise was never on a card: its first set is to come, or was told too early.

        Too early is while the effort of the exercise before was asked: then the first card is already of set 2.
        """
        at = self.position
        if at is None:
            return False
        if not self.items[at].done:
            return True
        told_early = replace(self, entries=self.entries[:-1]).effort_wanted is not None
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
    return tuple(_item(prescription, told[at]) for at, prescription in enumerate(prescriptions))


def _item(prescription: Prescription, entries: Iterable[Entry]) -> Item:
    done, apart = list[int](), list[Pair]()
    effort: Effort | None = None
    pain: int | None = None
    hurt: Prescription | None = None
    skipped = kept = False
    for entry in entries:
        match entry.kind:
            case EntryKind.SET:
                done.append(entry.amount or 0)
                apart += [entry.pair] if entry.pair else []
            case EntryKind.EFFORT:
                effort = entry.effort
            case EntryKind.SKIP:
                skipped = True
            case EntryKind.KEEP:
                kept, prescription = True, entry.eased or prescription
            case _:  # a pain
                said = entry.amount or 0
                light = light_of(said)
                hurt = hurt if light is Light.GREEN else prescription
                skipped = skipped or light is Light.RED
                pain, prescription = max(pain or 0, said), entry.eased or prescription
    return Item(prescription, tuple(done), effort, pain, skipped, hurt, kept, tuple(apart))
