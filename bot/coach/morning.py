"""The morning after a pain: how is it now? The answer goes into the log of the workout that hurt (evidence 5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.coach.oddities import NotUnderstood
from bot.coach.records import Records, Store
from bot.coach.turn import Turn, known
from bot.coach.workout_results import OldButton
from bot.domain.athlete import Athlete
from bot.domain.delivery import DeliveryKind, DeliveryState, Unneeded
from bot.domain.morning import Morning, asked_at
from bot.domain.routine import Prescription
from bot.domain.workout import Entry, EntryKind, Workout, WorkoutState, logged_id

A_DAY = timedelta(days=1)
WORDING = "morning"
"""There is one."""


@dataclass(frozen=True, slots=True)
class Sore:
    """A move that was made easier, or stopped, for a pain: where it stands in the log, and how it is in the morning."""

    workout: int
    item: int
    prescription: Prescription
    pain: int
    morning: Morning | None


@dataclass(frozen=True, slots=True)
class MorningAsked:
    """How the moves that hurt yesterday are today: the first one without an answer is asked about.

    `told` is the one that was just answered.
    """

    sore: tuple[Sore, ...]
    told: Sore | None = None

    @property
    def asked(self) -> Sore | None:
        """What is asked about now, None when everything was answered."""
        return next((sore for sore in self.sore if sore.morning is None), None)


@dataclass(frozen=True, slots=True)
class MorningKnown:
    """The answer of the button is in the log already."""


Answer = MorningAsked | MorningKnown | OldButton | NotUnderstood


@dataclass(frozen=True, slots=True)
class MorningCoach:
    """Takes the answers; ReminderCoach asks."""

    store: Store

    async def show(self, turn: Turn) -> Answer:
        """Ask again what is still open."""
        async with self.store.look() as records:
            sore = await sore_on(records, known(turn).id, known(turn).day_at(turn.happened_at))
        return MorningAsked(sore) if sore else NotUnderstood("text")

    async def answered(self, turn: Turn, morning: Morning, about: tuple[int, int] | None = None) -> Answer:
        """Log how a move is this morning; the last answer counts. A button says which (workout and exercise).

        Words answer what is asked about, or change the last answer when nothing is.
        """
        athlete = known(turn)
        async with self.store.change(turn.key) as records:
            sore = await sore_on(records, athlete.id, athlete.day_at(turn.happened_at))
            meant = [each for each in sore if about in (None, (each.workout, each.item))]
            if not meant:
                return await _too_late(records, athlete, about)
            one = next((each for each in meant if each.morning is None), meant[-1])
            if one.morning is morning:
                return MorningKnown() if about else MorningAsked(sore, one)
            entry = Entry(EntryKind.MORNING, one.item, morning=morning)
            await records.workouts.append(one.workout, [entry], turn.key, turn.happened_at, turn.now)
        told = replace(one, morning=morning)
        return MorningAsked(tuple(told if each is one else each for each in sore), told)


async def promise(records: Records, athlete: Athlete, day: date, now: datetime) -> None:
    """Ask again the morning after a day on which something hurt; once, whatever else hurts on it."""
    following = day + A_DAY
    at = asked_at(following, athlete.remind_at, athlete.zone)
    if at and at > now:
        kind, due = DeliveryKind.MORNING, DeliveryState.DUE
        await records.deliveries.add(athlete.id, kind, following, 0, at, due, WORDING)


async def sore_on(records: Records, athlete: int, day: date) -> tuple[Sore, ...]:
    """Return what hurt the day before, in the order it was done."""
    workouts = await records.workouts.on_day(athlete, day - A_DAY)
    return tuple(sore for workout in workouts for sore in _sore_in(workout))


async def why_not_asked(records: Records, athlete: Athlete, day: date) -> Unneeded | None:
    """Tell why a morning's question is not needed, None when it is: a pain may be taken back meanwhile."""
    begun = await records.workouts.on_day(athlete.id, day)
    if any(workout.state is WorkoutState.OPEN for workout in begun):
        return Unneeded.TRAINING
    return None if await sore_on(records, athlete.id, day) else Unneeded.NO_PAIN


def is_told_last(workout: Workout, day: date) -> bool:
    """Tell whether a day is the one after a workout, and how a pain is on it was the last thing told."""
    return workout.day + A_DAY == day and bool(workout.entries) and workout.entries[-1].kind is EntryKind.MORNING


async def take_back(records: Records, turn: Turn, workout: Workout) -> MorningAsked:
    """Take back the last answer of a morning, and ask again."""
    await records.workouts.undo(logged_id(workout.entries[-1]), turn.now)
    return MorningAsked(await sore_on(records, workout.athlete, workout.day + A_DAY))


async def _too_late(records: Records, athlete: Athlete, about: tuple[int, int] | None) -> OldButton | NotUnderstood:
    if about is None:
        return NotUnderstood("text")
    workout = await records.workouts.get(athlete.id, about[0])
    return OldButton(workout.day if workout else None)


def _sore_in(workout: Workout) -> Sequence[Sore]:
    """Return what hurt in a workout; of moves that had the same place one after the other, what hurt most."""
    places = [[part for part in item.parts if part.is_sore] for item in workout.items]
    worst = {at: max(parts, key=lambda part: part.pain or 0) for at, parts in enumerate(places) if parts}
    return [Sore(workout.id, at, p.hurt or p.prescription, p.pain or 0, p.morning) for at, p in worst.items()]
