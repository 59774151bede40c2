"""One short helpful answer to what was no answer to anything, and /help."""

from bot.coach.oddities import (
    ButtonForged,
    EditIgnored,
    Failed,
    HelpShown,
    NothingToCancel,
    NotUnderstood,
    PrivateOnly,
    Slowed,
    StandsBelow,
    TapWanted,
)
from bot.domain.athlete import TRAINING
from bot.views.commands import COMMANDS
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.pages import lines, page, plain
from bot.views.reply import Reply


@show.register
def help_page(_: HelpShown, look: Look) -> Reply:
    """List the commands, and the words that work in a workout."""
    say = look.words.say
    commands = lines(*(f"/{name} - {say(f'command-{name}')}" for name in COMMANDS))
    return Reply(page(say("oddities-help"), commands, say("oddities-help-words")), ((today_button(look),),))


@show.register
def not_understood(result: NotUnderstood, look: Look) -> Reply:
    """Say what works instead; what is open above stays open."""
    return Reply(look.words.say("oddities-not-understood", kind=result.kind), aside=True)


@show.register
def edit_ignored(result: EditIgnored, look: Look) -> Reply:
    """Say that an edit changes nothing that was logged, and what does."""
    training = "yes" if result.in_workout or _is_training(look) else "no"
    return Reply(look.words.say("oddities-edit-ignored", training=training), aside=True)


@show.register
def tap_wanted(_: TapWanted, look: Look) -> Reply:
    """Point at the buttons; what is ticked there stays ticked."""
    return Reply(look.words.say("oddities-tap-wanted"), aside=True)


@show.register
def private_only(_: PrivateOnly, look: Look) -> Reply:
    """Say where to find the coach; nothing of anybody's training."""
    return Reply(look.words.say("oddities-private-only"))


@show.register
def failed(result: Failed, look: Look) -> Reply:
    """Own up, and say whether it was saved."""
    return _short("oddities-failed", look, saved="yes" if result.saved else "no")


@show.register
def slowed(_: Slowed, look: Look) -> Reply:
    """Say that it takes a moment, and that nothing is lost."""
    return Reply(look.words.say("oddities-slowed"), aside=True)


@show.register
def button_forged(_: ButtonForged, look: Look) -> Reply:
    """Tell a button that is none of ours any more."""
    return Reply("", toast=plain(look.words.say("oddities-button-forged")))


@show.register
def nothing_to_cancel(_: NothingToCancel, look: Look) -> Reply:
    """Say that no question is open."""
    return _short("oddities-nothing-to-cancel", look)


def _is_training(look: Look) -> bool:
    return bool(look.athlete and look.athlete.step in TRAINING)


def _short(key: str, look: Look, **arguments: str) -> Reply:
    return Reply(look.words.say(key, **arguments), ((today_button(look),),))


@show.register
def stands_below(_: StandsBelow, look: Look) -> Reply:
    """Point down."""
    return Reply("", toast=plain(look.words.say("oddities-stands-below")))
