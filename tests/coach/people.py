"""The whole coach on one database file, and the people who talk to it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.coach.advice import AdviceCoach
from bot.coach.changing import ChangeCoach
from bot.coach.interruptions import Interruptions
from bot.coach.keeping import KeepCoach
from bot.coach.morning import MorningCoach
from bot.coach.onboarding import Onboarding
from bot.coach.onboarding_results import PlanReady
from bot.coach.pain import PainCoach
from bot.coach.plan import PlanCoach
from bot.coach.postponing import PostponeCoach
from bot.coach.privacy import PrivacyCoach
from bot.coach.progress import ProgressCoach
from bot.coach.reminders import Outgoing, ReminderCoach
from bot.coach.resuming import ResumeCoach
from bot.coach.today import TodayCoach
from bot.coach.turn import Turn
from bot.coach.workout_results import Card, Finished, SetAt, WorkoutStarted
from bot.coach.workouts import WorkoutCoach
from bot.content.pack import Pack, load
from bot.domain.athlete import Athlete, Step
from bot.domain.delivery import Delivery
from bot.domain.morning import Morning
from bot.domain.progression import Effort
from bot.domain.routine import RoutineKind
from bot.domain.typed import Typed, understand
from bot.domain.workout import Item, Workout
from bot.places.places import Places
from bot.store import Database

T = TypeVar("T")

CONTENT = Path(__file__).parents[2] / "content"
SECRET = b"not the token"

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=days) for days in range(1, 7))
WEEK = timedelta(weeks=1)
NEXT_MONDAY = MONDAY + WEEK

WARM_UP = ("leg_swings", "hip_circles", "lunge_reach", "heel_to_glute", "toe_touch_kick")
SESSION_A = ("glute_bridge_abduction", "clamshell", "standing_leg_lift")
SESSION_B = ("glute_bridge_abduction", "fire_hydrant", "side_plank_leg_lift")
COOL_DOWN = ("butterfly_stretch", "pigeon_pose", "foam_rolling")


@cache
def pack() -> Pack:
    """The real content."""
    return load(CONTENT)


def on(day: date, clock: str = "18:00", zone: ZoneInfo = BERLIN) -> datetime:
    """The instant at which a wall in that zone shows this date and time."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone)


def a(kind: type[T], result: object) -> T:
    """The result, which must be of this kind."""
    assert isinstance(result, kind), result
    return result


class Coach:
    """Every use case, on one database file."""

    def __init__(self, file: Path, pack: Pack, store: Database) -> None:
        self.file, library = file, pack.library
        self.store, self.pack, self.library = store, pack, library
        self.onboarding = Onboarding(store, library, Places(), ZoneInfo("UTC"))
        self.today = TodayCoach(store, library, self.onboarding)
        self.advice = AdviceCoach(self.today)
        self.workouts = WorkoutCoach(store, library, self.today)
        self.pain = PainCoach(self.workouts, library)
        self.keeping = KeepCoach(self.workouts, library)
        self.changing = ChangeCoach(self.workouts, library)
        self.interruptions = Interruptions(self.workouts, self.today, library)
        self.mornings = MorningCoach(store)
        self.resuming = ResumeCoach(self.onboarding, self.workouts, self.interruptions, self.mornings)
        self.plan = PlanCoach(store)
        self.postponing = PostponeCoach(store)
        self.progress = ProgressCoach(store, library)
        self.privacy = PrivacyCoach(store)
        self.reminders = ReminderCoach(store, pack, pack.library)

    @classmethod
    async def open(cls, file: Path, pack: Pack) -> "Coach":
        """Open the database file."""
        return cls(file, pack, await Database.open(f"sqlite:///{file}", SECRET))

    async def restart(self) -> None:
        """Close the database and open it again: whatever was only in memory is gone."""
        await self.store.close()
        self.__init__(self.file, self.pack, await Database.open(f"sqlite:///{self.file}", SECRET))  # type: ignore[misc]

    def bytes_on_disk(self) -> bytes:
        """Everything in the database file and its companions."""
        return b"".join(part.read_bytes() for part in self.file.parent.glob(f"{self.file.name}*"))

    async def serve(self, now: datetime, *, heard: bool = True) -> list[Outgoing]:
        """Claim and send, as the ticker does: until nothing is left in the past. Whoever gets something taps on it."""
        served: list[Outgoing] = []
        while claimed := await self.reminders.claim(now):
            for outgoing in claimed:
                await self.reminders.sending(outgoing, now)
                await self.reminders.sent(outgoing, len(served) + 1, now, live=True)
                if heard:
                    await self.reminders.heard_from(outgoing.athlete.id, now)
                served.append(outgoing)
        return served

    async def serve_until(self, end: datetime, *, heard: bool = True) -> list[tuple[str, str]]:
        """Jump from due instant to due instant; say what was sent, and when on the athlete's wall."""
        sent: list[tuple[str, str]] = []
        while (now := await self.reminders.earliest()) is not None and now <= end:
            for outgoing in await self.serve(now, heard=heard):
                wall = now.astimezone(outgoing.athlete.zone)
                sent.append((f"{wall:%d %b %H:%M}", outgoing.delivery.kind.value))
        return sent


class Person:
    """Somebody who writes to the coach; time stands still for them until a turn says otherwise."""

    _keys = count(1)

    def __init__(self, coach: Coach, id: int, language_code: str | None, since: datetime) -> None:
        self.coach, self.id, self.language_code, self.time = coach, id, language_code, since

    async def turn(self, at: datetime | None = None, *, key: str | None = None, late: timedelta = timedelta()) -> Turn:
        """An update of theirs, under a key of its own, handled so much later than it happened."""
        self.time = at or self.time
        key = key or f"update {next(self._keys)}"
        kept = await self.kept()
        return Turn(self.id, key, self.time, self.time + late, self.language_code, kept)

    async def kept(self) -> Athlete | None:
        """What the store holds of them."""
        async with self.coach.store.look() as records:
            return await records.athletes.get(self.id)

    async def athlete(self) -> Athlete:
        """What the store holds of them, which must be something."""
        return a(Athlete, await self.kept())

    async def step(self) -> Step:
        """The question they stand at."""
        return (await self.athlete()).step

    async def becomes(self, **other: Any) -> None:
        """Have the store hold something else of them."""
        async with self.coach.store.change(None) as records:
            await records.athletes.save(replace(await records.athletes.get(self.id) or Athlete(self.id, "en"), **other))

    async def onboards(self) -> PlanReady:
        """Press the first button all the way."""
        ask = self.coach.onboarding
        await ask.is_adult(await self.turn())
        await ask.nothing_applies(await self.turn())
        await ask.place_chosen(await self.turn(), "Europe/Berlin")
        await ask.days_chosen(await self.turn(), {0, 2, 4})
        return a(PlanReady, await ask.time_chosen(await self.turn(), time(18, 0)))

    # Inside a workout

    async def begins(self, at: datetime | None = None, kind: RoutineKind = RoutineKind.STRENGTH) -> Workout:
        """Start a workout."""
        return a(WorkoutStarted, await self.coach.workouts.begin(await self.turn(at), kind)).workout

    async def workout(self) -> Workout:
        """The workout they started last."""
        async with self.coach.store.look() as records:
            return a(Workout, await records.workouts.latest(self.id))

    async def item(self, exercise: str) -> Item:
        """What their last workout says of an exercise."""
        return (await self.workout()).items[await self.place_of(exercise)]

    async def place_of(self, exercise: str) -> int:
        """Where in their last workout an exercise comes, counted from 0."""
        return [item.prescription.exercise for item in (await self.workout()).items].index(exercise)

    async def done(self, text: str = "done", at: datetime | None = None, *, key: str | None = None) -> object:
        """Type that a set is done."""
        return await self.coach.workouts.typed_done(await self.turn(at, key=key), self.typed(text))

    async def tap(self, item: int, set: int, at: datetime | None = None, *, of: int | None = None) -> object:
        """Tap the done button of a set."""
        workout = of or (await self.workout()).id
        return await self.coach.workouts.tapped_done(await self.turn(at), SetAt(workout, item, set))

    async def feels(self, effort: Effort = Effort.OK) -> object:
        """Say how hard it was."""
        return await self.coach.workouts.effort(await self.turn(), effort)

    async def keeps(self, exercise: str, *, of: int | None = None) -> object:
        """Refuse what changed in an exercise."""
        workout = of or (await self.workout()).id
        return await self.coach.keeping.keep(await self.turn(), (workout, await self.place_of(exercise)))

    async def hurts(self, pain: int, at: datetime | None = None) -> object:
        """Say how much it hurts."""
        return await self.coach.pain.answered(await self.turn(at), pain)

    async def is_sore_at(self, area: str | None, at: datetime | None = None) -> object:
        """Say where it hurts."""
        return await self.coach.pain.area_told(await self.turn(at), area)

    async def wakes(self, morning: Morning, at: datetime | None = None) -> object:
        """Say how it is the morning after."""
        return await self.coach.mornings.answered(await self.turn(at), morning)

    async def up_to(self, exercise: str, sets: int = 0) -> Workout:
        """Do everything as planned until so many sets of an exercise are done."""
        place = await self.place_of(exercise)
        while True:
            workout = await self.workout()
            if workout.effort_wanted is not None:
                await self.feels()
            elif workout.position == place and len(workout.items[place].done) == sets:
                return workout
            else:
                assert workout.position is not None, f"there are not {sets} sets of {exercise} to come to"
                assert workout.pending is None, "a set waits for an answer"
                await self.done()

    async def trains(
        self,
        day: date,
        clock: str = "18:00",
        *,
        reps: Mapping[str, tuple[int | str, ...]] | None = None,
        efforts: Mapping[str, Effort | None] | None = None,
        pains: Mapping[str, int] | None = None,
        kind: RoutineKind = RoutineKind.STRENGTH,
    ) -> Finished:
        """Play a whole workout: these reps, efforts (None: no answer) and pains (said once the sets are done)."""
        await self.begins(on(day, clock), kind)
        return await self.finishes(reps or {}, efforts or {}, pains or {})

    async def finishes(
        self,
        reps: Mapping[str, tuple[int | str, ...]] = MappingProxyType({}),
        efforts: Mapping[str, Effort | None] = MappingProxyType({}),
        pains: Mapping[str, int] = MappingProxyType({}),
    ) -> Finished:
        """Do what is left of the open workout."""
        workout, result, pains = await self.workout(), None, dict(pains)
        while not isinstance(result, Finished):
            wanted = workout.effort_wanted
            finished = workout.items[wanted].prescription.exercise if wanted is not None else ""
            effort = efforts.get(finished, Effort.OK)
            if finished in pains:
                result = await self.hurts(pains.pop(finished))
            elif finished and effort:
                result = await self.feels(effort)
            else:
                current = a(Item, workout.current)
                amounts = reps.get(current.prescription.exercise)
                result = await self.done(f"done {amounts[len(current.done)]}" if amounts else "done")
            if isinstance(result, Card):
                workout = await self.workout()
        return result

    async def deliveries(self, day: date) -> list[Delivery]:
        """The ledger of one day."""
        async with self.coach.store.look() as records:
            return list(await records.deliveries.on_day(self.id, day))

    def typed(self, text: str) -> Typed:
        """A message, understood."""
        return a(Typed, understand(text, self.coach.pack.words("en").vocabulary))
