"""What a script line and a typed line have in common: pressing and moving the clock."""

import re
from datetime import UTC, datetime, timedelta

from bot.sandbox.chatview import Choice
from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person

_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_DURATION = re.compile(r"\+((?:\d+(?:\.\d+)?[wdhms])+)")
BERLIN = (52.52, 13.405)


class NoMove(Exception):
    """The line asks for a move that cannot be made."""


async def press(person: Person, choice: Choice) -> None:
    """Press the button; a key of the reply keyboard sends its text, or what it asks for."""
    if choice.button and choice.button.data is not None:
        await person.tap(choice.message_id or 0, choice.button.data)
    elif choice.button:
        raise NoMove(f"[{choice.label}] leads to {choice.button.url}, not to the bot")
    elif choice.asks_for == "location":
        await person.share_location(*BERLIN)
    elif choice.asks_for == "contact":
        await person.send("contact", first_name=person.first_name, user_id=person.id)
    else:
        await person.say(choice.label)


async def move_clock(sandbox: Sandbox, line: str) -> bool:
    """`+2h30m`, `@next` or `@2026-11-23T18:00+01:00`; False when the line is none of them."""
    if line == "@next":
        if await sandbox.go_to_next_due() is None:
            raise NoMove("the bot has nothing planned")
    elif _DURATION.fullmatch(line):
        await sandbox.advance(duration(line))
    elif line.startswith("@"):
        await sandbox.move_to(instant(line[1:]))
    else:
        return False
    return True


def duration(text: str) -> timedelta:
    parts = re.findall(r"(\d+(?:\.\d+)?)([wdhms])", text)
    return sum((timedelta(**{_UNITS[unit]: float(n)}) for n, unit in parts), timedelta())


def instant(text: str) -> datetime:
    """An instant with its zone; without one it is UTC."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise NoMove(f"not an instant: {text!r}, write 2026-11-23T18:00+01:00") from error
    return read if read.tzinfo else read.replace(tzinfo=UTC)
