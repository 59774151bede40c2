"""Athletes: one row each."""

from sqlite3 import Row
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete, Readiness, Step
from bot.domain.exercise import Equipment, Level
from bot.domain.library import Hold
from bot.domain.load import Deload
from bot.domain.spacing import Energy, Feeling, Soreness
from bot.store.columns import day_of, instant_of, maybe, minutes_of, seconds_of, time_of, words_of
from bot.store.connection import Connection
from bot.store.queries import read
from bot.store.traces import Traces

_SQL = read("athletes")
_REMEMBERED = ("remember_workout_ids", "remember_entry_ids", "remember_delivery_ids")


class Athletes:
    """Everything kept about an athlete themselves."""

    def __init__(self, connection: Connection, traces: Traces) -> None:
        self._connection = connection
        self._traces = traces

    async def get(self, id: int) -> Athlete | None:
        """Return an athlete, None for a stranger."""
        return maybe(athlete_of, await self._connection.row(_SQL["get"], {"id": id}))

    async def save(self, athlete: Athlete) -> None:
        """Insert or replace; the live message and what is unanswered are left as they are: others own them."""
        await self._connection.rows(_SQL["save"], _values(athlete))

    async def set_live_message(self, id: int, message: int | None) -> None:
        """Note which message of the chat has live buttons, None for none."""
        await self._connection.rows(_SQL["set_live_message"], {"id": id, "live_message": message})

    async def count_unanswered(self, id: int) -> None:
        """Count one more reminder that waits for an answer."""
        await self._connection.rows(_SQL["count_unanswered"], {"id": id})

    async def heard_from(self, id: int) -> None:
        """Note that they wrote: nothing is unanswered, and the bot is not blocked."""
        await self._connection.rows(_SQL["heard_from"], {"id": id})

    async def erase(self, id: int) -> None:
        """Delete every row of theirs; updates of theirs keep no body and no owner. The file is swept after the commit.

        What leaves no row behind must not give its number to something new: the person's old buttons name it.
        """
        for remember in _REMEMBERED:
            await self._connection.rows(_SQL[remember])
        await self._connection.rows(_SQL["erase"], {"id": id})
        await self._connection.rows(_SQL["erase_updates"], {"id": id})
        await self._traces.note()


def athlete_of(row: Row) -> Athlete:
    """Read an athlete from a row that has all their columns."""
    return Athlete(
        id=row["id"],
        language=row["language"],
        step=Step(row["step"]),
        zone=ZoneInfo(row["zone"]),
        weekdays=frozenset(map(int, row["weekdays"].split())),
        remind_at=time_of(row["remind_at"]),
        level=Level(row["level"]),
        level_since=maybe(instant_of, row["level_since"]),
        equipment=frozenset(map(Equipment, row["equipment"].split())),
        length=row["length"],
        limits=frozenset(row["limits"].split()),
        opted_in=frozenset(row["opted_in"].split()),
        readiness=_readiness_of(row) if row["readiness_on"] else None,
        rest_messages=bool(row["rest_messages"]),
        paused=bool(row["paused"]),
        paused_until=maybe(day_of, row["paused_until"]),
        blocked=bool(row["blocked"]),
        onboarded_on=maybe(day_of, row["onboarded_on"]),
        latest_day=maybe(day_of, row["latest_day"]),
        live_message=row["live_message"],
        feeling=_feeling_of(row) if row["felt_on"] else None,
        deload=Deload(maybe(day_of, row["deload_from"]), maybe(day_of, row["deload_refused_on"])),
        unanswered=row["unanswered"],
        weekly=bool(row["weekly"]),
        ill=bool(row["ill"]),
        pictures=bool(row["pictures"]),
    )


def _readiness_of(row: Row) -> Readiness:
    return Readiness(day_of(row["readiness_on"]), maybe(Hold, row["hold"]), day_of(row["recheck_on"]))


def _feeling_of(row: Row) -> Feeling:
    return Feeling(day_of(row["felt_on"]), maybe(Soreness, row["soreness"]), maybe(Energy, row["energy"]))


def _values(athlete: Athlete) -> dict[str, object]:
    readiness, feeling = athlete.readiness, athlete.feeling
    return {
        "id": athlete.id,
        "language": athlete.language,
        "step": athlete.step.value,
        "zone": athlete.zone.key,
        "weekdays": words_of(map(str, athlete.weekdays)),
        "remind_at": minutes_of(athlete.remind_at),
        "level": athlete.level.value,
        "level_since": maybe(seconds_of, athlete.level_since),
        "equipment": words_of(athlete.equipment),
        "length": athlete.length,
        "limits": words_of(athlete.limits),
        "opted_in": words_of(athlete.opted_in),
        "readiness_on": readiness and readiness.checked_on.isoformat(),
        "hold": readiness and maybe(str, readiness.hold),
        "recheck_on": readiness and readiness.recheck_on.isoformat(),
        "rest_messages": athlete.rest_messages,
        "paused": athlete.paused,
        "paused_until": maybe(str, athlete.paused_until),
        "blocked": athlete.blocked,
        "onboarded_on": maybe(str, athlete.onboarded_on),
        "latest_day": maybe(str, athlete.latest_day),
        "felt_on": feeling and feeling.on.isoformat(),
        "soreness": feeling and maybe(str, feeling.soreness),
        "energy": feeling and maybe(str, feeling.energy),
        "deload_from": maybe(str, athlete.deload.began_on),
        "deload_refused_on": maybe(str, athlete.deload.refused_on),
        "weekly": athlete.weekly,
        "ill": athlete.ill,
        "pictures": athlete.pictures,
    }
