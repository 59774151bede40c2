"""A person in the sandbox, and everything one can do in a chat."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.sandbox.shape import JSON
from bot.sandbox.sight import CallbackAnswer, Message

if TYPE_CHECKING:
    from bot.sandbox.client import Sandbox


@dataclass(frozen=True)
class Person:
    """Somebody with a private chat with the bot."""

    sandbox: "Sandbox" = field(repr=False)
    id: int
    first_name: str

    async def say(self, text: str, reply_to: int | None = None) -> int:
        """Send a text; gives the message's id."""
        return int((await self.act("say", text=text, reply_to=reply_to))["message_id"])

    async def tap(self, message_id: int, data: str) -> str:
        """Press a button, which may be gone by now or forged; gives the callback's id."""
        return str((await self.act("tap", message_id=message_id, data=data))["callback_id"])

    async def press(self, label: str) -> str:
        """Press the button of that label on the newest message that has buttons."""
        for message in reversed(await self.messages()):
            if message.buttons and not message.deleted:
                return await self.tap(message.id, message.button(label).data or "")
        raise LookupError("no message has buttons")

    async def edit(self, message_id: int, text: str) -> None:
        await self.act("edit", message_id=message_id, text=text)

    async def share_location(self, latitude: float, longitude: float) -> int:
        return await self.send("location", latitude=latitude, longitude=longitude)

    async def send(self, kind: str, **extra: Any) -> int:
        """Send a sticker, voice, photo, contact, dice, poll, …; `extra` changes the sample."""
        return int((await self.act("send", kind=kind, extra=extra))["message_id"])

    async def say_in_group(self, text: str) -> int:
        return int((await self.act("say_in_group", text=text))["message_id"])

    async def block(self) -> None:
        await self.act("block")

    async def unblock(self) -> None:
        await self.act("unblock")

    async def react(self, message_id: int, emoji: str = "👍") -> None:
        await self.act("react", message_id=message_id, emoji=emoji)

    async def pin(self, message_id: int) -> int:
        return int((await self.act("pin", message_id=message_id))["message_id"])

    async def raw(self, update: JSON) -> int | None:
        return await self.sandbox.raw(update)

    async def redeliver(self, update_id: int) -> None:
        await self.sandbox.redeliver(update_id)

    async def messages(self) -> list[Message]:
        """The whole chat in order, deleted messages too."""
        return await self.sandbox.messages(self.id)

    async def heard(self) -> list[Message]:
        """What the bot wrote and did not delete."""
        return [each for each in await self.messages() if each.from_bot and not each.deleted]

    async def keyboard(self) -> tuple[tuple[str, ...], ...]:
        """The reply keyboard in force; it goes with the message that brought it."""
        keyboards = [each for each in await self.messages() if each.keyboard is not None]
        return () if not keyboards or keyboards[-1].deleted else keyboards[-1].keyboard or ()

    async def answers(self) -> list[CallbackAnswer]:
        """Toasts and alerts, in order."""
        answers = await self.sandbox.ask("GET", f"/chats/{self.id}/answers")
        return [CallbackAnswer(**{k: v for k, v in each.items() if k != "chat_id"}) for each in answers]

    async def act(self, name: str, **details: Any) -> JSON:
        """Any act by name; the answer names the update that it made."""
        done: JSON = await self.sandbox.ask("POST", f"/people/{self.id}/{name}", details)
        return done
