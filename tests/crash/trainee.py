"""Somebody who trains while the bot is killed: what they told it, and whether its log and its card agree."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from bot.sandbox.launch import Stage
from bot.sandbox.script import Player
from bot.sandbox.sight import Message
from bot.sandbox.transcript import Transcript
from bot.sandbox.world import acts
from bot.sandbox.world.world import World
from tests.chat.acting import TRAINING

from .disk import Disk

SETS = 11
"""A first routine has two more, and the last to come may be two at once: the workout stays open."""

LOGGED = """
    SELECT entries.item, entries.amount FROM entries JOIN workouts ON workouts.id = entries.workout
    WHERE athlete = ? AND kind = 'set' AND undone_at IS NULL ORDER BY entries.id
"""


@dataclass
class Trainee:
    """One athlete with an open workout."""

    id: int
    amounts: list[int]
    told: list[int] = field(default_factory=list)
    updates: list[int] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return len(self.told) >= SETS

    def says_done(self, world: World) -> None:
        amount = self.amounts.pop()
        self._told(amount, acts.say(world, world.people[self.id], f"done {amount}")["update_id"])

    def taps_done(self, world: World) -> None:
        """Press the button of the current card, where the card is of a set; else say it."""
        card = card_of(world, self.id)
        button = card.all_buttons[0] if card else None
        amount = re.match(r"✓ Done: (\d+)", button.text) if button else None
        if card and button and amount:
            self._told(int(amount[1]), acts.tap(world, world.people[self.id], card.id, button.data or "")["update_id"])
        else:
            self.says_done(world)

    def _told(self, amount: int, update: int) -> None:
        self.told.append(amount)
        self.updates.append(update)

    def verdict(self, world: World, disk: Disk) -> "Verdict":
        """Compare what was told with the log, and the log with the card."""
        logged = disk.rows(LOGGED, self.id)
        told, amounts = Counter(self.told), Counter(amount for _, amount in logged)
        lost, doubled = (told - amounts).total(), (amounts - told).total()
        in_order = bool(lost or doubled) or self.told == [amount for _, amount in logged]
        return Verdict(lost, doubled, in_order, self._is_answered(world, disk, [item for item, _ in logged]))

    def _is_answered(self, world: World, disk: Disk, items: list[int]) -> bool:
        [(routine,)] = disk.rows("SELECT routine FROM workouts WHERE athlete = ?", self.id)
        newest = list(world.chats[self.id])[-1]
        card = card_of(world, self.id)
        typed = max(message.id for message in world.chats[self.id] if not message.from_bot)
        words = words_on_card(json.loads(routine)["prescriptions"], items)
        return card is not None and newest.from_bot and card.id > typed and all(word in card.text for word in words)


@dataclass(frozen=True)
class Verdict:
    """How it went for one athlete."""

    lost: int
    doubled: int
    in_order: bool
    answered: bool


def card_of(world: World, athlete: int) -> Message | None:
    """The newest message with buttons."""
    seen = (Message.read(message.seen()) for message in reversed(list(world.chats[athlete])))
    return next((message for message in seen if message.from_bot and message.buttons), None)


def words_on_card(prescriptions: list[dict[str, object]], items: list[int]) -> list[str]:
    """What the card of a workout says after sets of these items."""
    done, total = Counter(items), len(prescriptions)
    at = next((at for at, each in enumerate(prescriptions) if done[at] < int(str(each["sets"]))), None)
    if at is None:
        return ["That was the last move."]
    last = items[-1] if items else 0
    if items and last < at and prescriptions[last]["phase"] == "strength":
        return ["how hard was that?", f"Next, {at + 1} of {total}"]
    sets = int(str(prescriptions[at]["sets"]))
    return [f"{at + 1} of {total} · ", *([f", set {done[at] + 1} of {sets}"] if sets > 1 else [])]


async def trainee(stage: Stage, rng: Random) -> Trainee:
    """Somebody new who has started a workout."""
    player = Player(stage, Transcript(lambda _: None))
    for line in TRAINING:
        await player.do(line)
    return Trainee(stage.person.id, rng.sample(range(3, 3 + SETS + 2), SETS + 2))
