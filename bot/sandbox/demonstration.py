"""A first day with the coach, played by somebody who always takes the first button."""

from collections.abc import Callable

from bot.sandbox.launch import Stage
from bot.sandbox.script import Player
from bot.sandbox.transcript import Transcript

MOST_QUESTIONS = 20
SETS_SHOWN = 3


async def demonstrate(stage: Stage, out: Callable[[str], None]) -> Transcript:
    """Sign up, wait for the first reminder, and log the first sets."""
    player = Player(stage, Transcript(out))
    await player.look()
    await player.do("> /start")
    await _take_the_first_button(player)
    if await stage.sandbox.next_due():
        await player.do("@next")
        await _take_the_first_button(player)
    for _ in range(SETS_SHOWN):
        await player.do("> done")
    await player.do("> /progress")
    return player.transcript


async def _take_the_first_button(player: Player) -> None:
    """Answer until there is nothing to press, or nothing new comes of it."""
    for _ in range(MOST_QUESTIONS):
        asking = player.view.with_buttons()
        if asking is None:
            return
        await player.do("[1]")
        if player.view.with_buttons() == asking:
            return
