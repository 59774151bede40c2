"""Who is to be written to now, with what: the due table served, each minute."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.coach.morning import MorningAsked, sore_on
from bot.coach.onboarding import arm
from bot.coach.planning import Planning
from bot.coach.records import Records, Store
from bot.coach.short_days import offers_minimum
from bot.coach.verdict import day_kind_of, delivery_kind, silence, verdict
from bot.domain.athlete import IDLE, TRAINING, Athlete, Step
from bot.domain.delivery import SLOWED, Delivery, DeliveryKind, DeliveryState, Unneeded
from bot.domain.due import Due, Rule, next_due
from bot.domain.library import Library
from bot.domain.rhythm import waits_for_answer
from bot.domain.routine import RoutineKind, Version
from bot.domain.week import A_DAY, DayKind
from bot.domain.wordings import fresh_wording
from bot.domain.words import Words

log = logging.getLogger(__name__)

BATCH = 8
"""So many reminders, and as many deliveries, are claimed in one transaction: while it runs, nobody's set is logged."""

REMINDERS = frozenset({DeliveryKind.WORKOUT, DeliveryKind.SNOOZE, DeliveryKind.WEEKLY})
"""The kinds that say how long training takes."""

AGAIN_AFTER = timedelta(seconds=45)
"""What could not leave is due again after that."""


class Languages(Protocol):
    """The content pack's words by language."""

    def words(self, language_code: str | None) -> Words: ...


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to send: the delivery it fulfils, to whom, and what the day is for; or what hurt the day before.

    `again` when the usual days begin again with it, `minimum` when four minutes are offered; the day's routine takes so
    many `minutes`, as its start card will say.
    """

    delivery: Delivery
    athlete: Athlete
    day_kind: DayKind
    again: bool = False
    morning: MorningAsked | None = None
    minimum: bool = False
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class ReminderCoach:
    """Decides what falls due becomes: sent, missed or not needed."""

    store: Store
    languages: Languages
    library: Library

    async def recover(self, now: datetime) -> None:
        """After a crash: what was claimed is due again, what was being sent is uncertain."""
        async with self.store.change(None) as records:
            await records.deliveries.recover(now)

    async def claim(self, now: datetime) -> Sequence[Outgoing]:
        """Claim some of what is due at `now`, the earliest first; nothing only when nothing is due any more.

        Each of its transactions is short. What another process took between the look and the change is theirs.
        """
        while True:
            async with self.store.look() as records:
                dues = await records.reminders.due(now, BATCH)
                late = await records.deliveries.due(now, BATCH)
            if not dues and not late:
                return []
            if to_send := await self._claimed(dues, late, now):
                return to_send

    async def _claimed(
        self, dues: Sequence[tuple[int, Due]], late: Sequence[Delivery], now: datetime
    ) -> Sequence[Outgoing]:
        """Claim all of them at once; where that fails, one by one, so that one that cannot be served harms no other."""
        try:
            return await self._taken(dues, late, now)
        except TimeoutError:  # the store's: one by one would take longer still
            raise
        except Exception:
            log.exception("what is due cannot be claimed together")
        alone: list[tuple[list[tuple[int, Due]], list[Delivery]]] = [([due], []) for due in dues]
        alone += [([], [delivery]) for delivery in late]
        return [message for due, delivery in alone for message in await self._alone(due, delivery, now)]

    async def _taken(
        self, dues: Sequence[tuple[int, Due]], late: Sequence[Delivery], now: datetime
    ) -> Sequence[Outgoing]:
        async with self.store.change(None) as records:
            outgoing = [await self._serve(records, id, due, now) for id, due in dues]
            again = [await self._again(records, delivery, now) for delivery in late]
        return [message for message in (*outgoing, *again) if message]

    async def _alone(
        self, dues: Sequence[tuple[int, Due]], late: Sequence[Delivery], now: datetime
    ) -> Sequence[Outgoing]:
        """Claim one; a reminder that cannot be served waits a day, a delivery is given up."""
        try:
            return await self._taken(dues, late, now)
        except TimeoutError:
            raise
        except Exception:
            log.exception("something that is due cannot be served, and is put aside")
        async with self.store.change(None) as records:
            for id, due in dues:
                await records.reminders.advance(id, due, Due(due.day + A_DAY, due.at + A_DAY))
            for delivery in late:
                await records.deliveries.mark(delivery, DeliveryState.MISSED, now)
        return []

    async def sending(self, outgoing: Outgoing, now: datetime) -> bool:
        """Note that the request leaves now, and is not repeated from here on; False when it must not leave any more."""
        delivery = outgoing.delivery
        async with self.store.change(None) as records:
            athlete = await records.athletes.get(outgoing.athlete.id)
            if athlete is None:
                return False
            state, because = await verdict(records, athlete, delivery, now)
            if state is not DeliveryState.CLAIMED:
                await records.deliveries.mark(delivery, state, now, because=because)
                return False
            return await records.deliveries.leave(delivery, now)

    async def sent(self, outgoing: Outgoing, message_id: int, now: datetime, *, live: bool) -> int | None:
        """Note that it arrived; return which message must not have live buttons any more.

        It has them from now on, and what is above it is asked no more; unless a workout began while it left. A workout
        of an earlier day keeps nobody from telling how a pain is.
        """
        delivery, day_kind = outgoing.delivery, outgoing.day_kind
        async with self.store.change(None) as records:
            await _arrived(records, delivery, day_kind, DeliveryState.SENT, now, message_id)
            athlete = await records.athletes.get(outgoing.athlete.id)
            if athlete is None or not live:
                return None
            if athlete.step in TRAINING and not (outgoing.morning and _is_of_before(athlete, outgoing.delivery.day)):
                return message_id
            step = Step.MORNING if outgoing.morning else Step.READY
            if athlete.step in IDLE and athlete.step is not step:
                await records.athletes.save(replace(athlete, step=step))
            await records.athletes.set_live_message(athlete.id, message_id)
            return athlete.live_message

    async def uncertain(self, outgoing: Outgoing, now: datetime) -> None:
        """Note that it may have arrived."""
        async with self.store.change(None) as records:
            await _arrived(records, outgoing.delivery, outgoing.day_kind, DeliveryState.UNCERTAIN, now)

    async def refused(self, outgoing: Outgoing, now: datetime, *, blocked: bool) -> None:
        """Note that Telegram refused it; somebody who blocked the bot is left in peace until they write again."""
        because = Unneeded.BLOCKED if blocked else Unneeded.REFUSED
        async with self.store.change(None) as records:
            await records.deliveries.mark(outgoing.delivery, DeliveryState.NOT_NEEDED, now, because=because)
            athlete = await records.athletes.get(outgoing.athlete.id)
            if blocked and athlete:
                await records.athletes.save(replace(athlete, blocked=True))

    async def heard_from(self, athlete: int, now: datetime) -> None:
        """Write as usual to somebody who wrote: they block the bot no more, and every reminder had its answer."""
        async with self.store.change(None) as records:
            await records.athletes.heard_from(athlete)
            kept = await records.athletes.get(athlete)
            if kept and kept.onboarded_on and await records.reminders.of(athlete) is None:
                await arm(records, kept, now)

    async def not_sent(self, outgoing: Outgoing, now: datetime) -> None:
        """Note that the request never left: it is due again, in a while."""
        async with self.store.change(None) as records:
            await records.deliveries.give_back(outgoing.delivery, now, now + AGAIN_AFTER)

    async def ticked(self, began: datetime, now: datetime) -> None:
        """Note that a whole tick went well, so that an outage can be told from it."""
        async with self.store.change(None) as records:
            await records.awake.ticked(began, now)

    async def earliest(self) -> datetime | None:
        """Return when the next thing falls due."""
        async with self.store.look() as records:
            return await records.reminders.earliest()

    async def _serve(self, records: Records, id: int, due: Due, now: datetime) -> Outgoing | None:
        """Turn a due rule into today's delivery, and arm the next day; who is not to be written to costs no more."""
        athlete = await records.athletes.get(id)
        if athlete is None:
            await records.reminders.arm(id, None)
            return None
        if not await records.reminders.advance(id, due, next_due(Rule(athlete.remind_at, athlete.zone), due.day)):
            return None
        if silence(athlete, date.max):
            await records.reminders.arm(id, None)
        day_kind = await day_kind_of(records, athlete, due.day)
        kind = await delivery_kind(records, athlete, due.day, day_kind)
        promised = Delivery(0, id, kind, due.day, 0, due.at, DeliveryState.DUE)
        state, because = await verdict(records, athlete, promised, now)
        claimed = state is DeliveryState.CLAIMED
        wording = await self._wording(records, athlete, promised.kind, day_kind) if claimed else None
        delivery = await records.deliveries.add(
            id, promised.kind, due.day, 0, due.at, state, wording, because=because, now=now
        )
        return await self._outgoing(records, delivery, athlete, day_kind) if delivery and claimed else None

    async def _again(self, records: Records, late: Delivery, now: datetime) -> Outgoing | None:
        """Claim a snoozed reminder, or one that was left behind; what was already leaving may have arrived."""
        athlete = await records.athletes.get(late.athlete)
        if athlete is None:
            await records.deliveries.mark(late, DeliveryState.NOT_NEEDED, now)
            return None
        day_kind = await day_kind_of(records, athlete, late.day)
        if late.state is DeliveryState.SENDING:
            await _arrived(records, late, day_kind, DeliveryState.UNCERTAIN, now)
            return None
        state, because = await verdict(records, athlete, late, now)
        if state is not DeliveryState.CLAIMED:
            await records.deliveries.mark(late, state, now, because=because)
            return None
        wording = late.wording or await self._wording(records, athlete, late.kind, day_kind)
        delivery = await records.deliveries.claim(late, now, wording)
        return await self._outgoing(records, delivery, athlete, day_kind) if delivery else None

    async def _wording(self, records: Records, athlete: Athlete, kind: DeliveryKind, day_kind: DayKind) -> str:
        words = self.languages.words(athlete.language)
        if kind is DeliveryKind.REST:
            choices: Sequence[str] = tuple(words.rest_days)
        elif kind is DeliveryKind.PAUSE_ASKED:
            choices = [kind.value]
        else:
            name = _reminder_kind(kind, day_kind)
            choices = [f"{name}.{at}" for at in range(len(words.reminders[name]))]
        return fresh_wording(choices, await records.deliveries.wordings(athlete.id, kind), athlete.id)

    async def _outgoing(self, records: Records, delivery: Delivery, athlete: Athlete, day_kind: DayKind) -> Outgoing:
        usual = delivery.kind in (DeliveryKind.WORKOUT, DeliveryKind.REST)
        again = usual and await records.deliveries.latest_sent(athlete.id) in SLOWED
        sore = await sore_on(records, athlete.id, delivery.day) if delivery.kind is DeliveryKind.MORNING else ()
        morning = MorningAsked(sore) if sore else None
        minimum = day_kind is DayKind.STRENGTH and await offers_minimum(records, athlete, delivery.day)
        minutes = await self._minutes(records, delivery, athlete, day_kind) if delivery.kind in REMINDERS else 0
        return Outgoing(delivery, athlete, day_kind, again, morning, minimum, minutes)

    async def _minutes(self, records: Records, delivery: Delivery, athlete: Athlete, day_kind: DayKind) -> int:
        """Return how long the routine of the day takes; a reminder that comes once a week is for strength."""
        ended = await records.workouts.ended(athlete.id)
        kind = RoutineKind.MOBILITY if day_kind is DayKind.MOBILITY else RoutineKind.STRENGTH
        planning = Planning(athlete, ended, delivery.due_at, self.library)
        return planning.routine(kind, Version.USUAL).minutes


def _reminder_kind(kind: DeliveryKind, day_kind: DayKind) -> str:
    if kind is DeliveryKind.SNOOZE:
        return "snooze"
    return "mobility" if day_kind is DayKind.MOBILITY else "workout"


async def _arrived(
    records: Records,
    delivery: Delivery,
    day_kind: DayKind,
    state: DeliveryState,
    now: datetime,
    message_id: int | None = None,
) -> None:
    """Note that a message arrived, surely or perhaps; one that waits for an answer from now on is counted, once."""
    before = await records.deliveries.get(delivery.athlete, delivery.id)
    marked = await records.deliveries.mark(delivery, state, now, message_id=message_id)
    counted = before is not None and before.state is DeliveryState.UNCERTAIN
    if marked and not counted and waits_for_answer(delivery, day_kind, now):
        await records.athletes.count_unanswered(delivery.athlete)


def _is_of_before(athlete: Athlete, day: date) -> bool:
    """Tell whether what an athlete stands at is of an earlier day."""
    return athlete.latest_day is not None and athlete.latest_day < day
