"""A phone with one chat on it: what it shows, what is pressed and typed, and time that goes by."""

import re
from datetime import datetime

from bot.sandbox.chatview import ChatView, Choice
from bot.sandbox.client import JUST_PAST
from bot.sandbox.launch import Stage
from bot.sandbox.moves import press
from bot.sandbox.sight import Message


class Stuck(Exception):
    """Somebody does not know what to do with what the phone shows."""


class Phone:
    """Time is the person's: the world's clock is set to whole seconds, so that each run brings the same."""

    def __init__(self, stage: Stage, now: datetime) -> None:
        self.now = now
        self.screen: Message | None = None
        self._stage = stage
        self._view = ChatView(stage.person.id)
        self._events = 0

    @property
    def text(self) -> str:
        """What the newest message says."""
        return self.screen.text if self.screen else ""

    @property
    def labels(self) -> list[str]:
        """The buttons under the newest message."""
        return [button.text for button in self.screen.all_buttons] if self.screen else []

    async def say(self, text: str) -> list[Message]:
        """Type it; gives what came back."""
        await self._stage.person.say(text)
        return await self._look()

    async def press(self, label: str) -> list[Message]:
        """Press the button of that label under the newest message; gives what came back."""
        assert self.screen
        found = next(button for button in self.screen.all_buttons if button.text == label)
        await press(self._stage.person, Choice(label, self.screen.id, found))
        return await self._look()

    def like(self, pattern: str) -> str | None:
        """The first button whose label is like that."""
        return next((label for label in self.labels if re.search(pattern, label)), None)

    async def until(self, instant: datetime) -> list[Message]:
        """Let time go by, stopping where the coach has something to do; gives what it wrote of its own accord."""
        came: list[Message] = []
        while (due := await self._stage.sandbox.next_due()) and due + JUST_PAST <= instant:
            came += await self._move(max(due + JUST_PAST, self.now))
            if came:
                return came
            if await self._stage.sandbox.next_due() == due:
                raise Stuck(f"the bot still waits for {due}")
        return await self._move(instant)

    async def _move(self, instant: datetime) -> list[Message]:
        self.now = instant
        await self._stage.sandbox.move_to(instant)
        return await self._look()

    async def _look(self) -> list[Message]:
        """Wait until the bot is done, and read what is new."""
        await self._stage.sandbox.quiet()
        came: list[Message] = []
        for event in await self._stage.sandbox.events(self._events):
            self._events = event.number
            sighting = self._view.take(event)
            if sighting and sighting.message and sighting.kind == "buttons":
                self._refresh(sighting.message)
            elif sighting and sighting.message and sighting.kind in {"said", "edited"}:
                self.screen = sighting.message
                came.append(sighting.message)
        return came

    def _refresh(self, message: Message) -> None:
        if self.screen and message.id == self.screen.id:
            self.screen = message
