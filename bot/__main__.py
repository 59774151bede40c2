"""The command line: `hipcoach`, also `python -m bot`.

Each command imports for itself what only it needs: all of it together takes a second.
"""

import asyncio
import gc
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.logs import TOKEN, set_up_logs
from bot.sandbox import lines as script_lines
from bot.settings import CONTENT, Environment, SettingsRefused, settings_from_environment, whatever_is_set
from bot.store.backup import CopyDamaged, back_up
from bot.store.database import path_of
from bot.store.faults import StoreUnavailable
from bot.store.inspection import zone_of

REFUSED = 2
STALLED = 1
_MAKE_TOOLS = "Drawing needs more libraries: make tools"

cli = typer.Typer(
    help="A Telegram coach for hip and glute strength at home.", no_args_is_help=True, add_completion=False
)
content = typer.Typer(help="The content pack: exercises, lessons, messages.", no_args_is_help=True)
cli.add_typer(content, name="content")


@cli.command()
def run() -> None:
    """Run the bot on Telegram (needs TELEGRAM_BOT_TOKEN)."""
    try:
        settings = settings_from_environment()
    except SettingsRefused as error:
        _refuse(str(error))
    set_up_logs(settings.log_level)
    gc.disable()  # a start throws little away, and looking for it takes a tenth of it; the app enables it once built
    import uvloop
    from telegram.error import InvalidToken

    from bot.app import run as run_bot
    from bot.chat.watchdog import Stalled
    from bot.content.pack import BrokenPack
    from bot.health import PortTaken

    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(run_bot(settings))
    except (StoreUnavailable, PortTaken) as error:
        _refuse(str(error))
    except BrokenPack as error:
        _refuse(f"The content pack has faults:\n{error}")
    except InvalidToken:
        _refuse("Telegram rejected TELEGRAM_BOT_TOKEN: copy it again from @BotFather.")
    except Stalled as error:
        typer.echo(str(error), err=True)
        sys.exit(STALLED)


@cli.command()
def backup(
    target: Annotated[
        Path | None, typer.Argument(help="A file or a folder; else backups/ beside the database.")
    ] = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a backup that exists.")] = False,
) -> None:
    """Copy the database, also while the bot runs; the copy is checked before it gets its name."""
    from rich.console import Console
    from rich.progress import Progress

    environment, _ = whatever_is_set()
    try:
        with Progress(console=Console(stderr=True), transient=True) as shown:
            bar = shown.add_task("Copying", total=None)
            copied = back_up(
                path_of(environment.database),
                target,
                lambda done, of: shown.update(bar, completed=done, total=of),
                force=force,
            )
    except (StoreUnavailable, CopyDamaged) as error:
        _refuse(str(error))
    size = f"{copied.bytes / 1_000_000:.1f} MB"
    typer.echo(f"{copied.path}: {size}, {copied.athletes} athletes, {copied.entries} sets, checked")


@cli.command()
def doctor() -> None:
    """Look at everything the bot needs, and say what to do about each fault."""
    environment, unreadable = whatever_is_set()
    set_up_logs(environment.log_level)
    if not asyncio.run(_examined(environment, unreadable)):
        raise typer.Exit(1)


async def _examined(environment: Environment, unreadable: list[str]) -> bool:
    from bot.doctor import examine

    all_is_well = True
    async for finding in examine(environment, unreadable):
        typer.echo(TOKEN.sub("<token>", str(finding)))
        all_is_well &= finding.is_ok
    return all_is_well


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="The page's port on 127.0.0.1; 0 takes a free one.")] = 0,
    *,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser where there is one.")] = True,
) -> None:
    """Try the coach without Telegram: a local Telegram, the real bot, and phones in the browser."""
    from bot.sandbox.shows import run_page

    raise typer.Exit(run_page(zone_of, port, open_browser=open_browser))


@cli.command(epilog=script_lines.__doc__)
def chat(
    script: Annotated[Path | None, typer.Option(help="Play this script instead of reading the keyboard.")] = None,
    server: Annotated[str | None, typer.Option(help="Use a local Telegram that runs already.")] = None,
    start: Annotated[datetime | None, typer.Option(help="Set the clock to this instant first (UTC).")] = None,
) -> None:
    """Chat with the coach in this terminal, or play a script."""
    from bot.sandbox.shows import run_chat

    raise typer.Exit(run_chat(script, server, start))


@cli.command()
def simulate(
    persona: Annotated[str, typer.Argument(help="Whose weeks; without one, all names are listed.")] = "",
) -> None:
    """Let somebody live with the real bot for twelve weeks, in well under a minute, and report how the coach was."""
    from bot.sandbox.people import PEOPLE  # as above
    from bot.sandbox.shows import run_simulation

    if persona in PEOPLE:
        raise typer.Exit(run_simulation(PEOPLE[persona]))
    names = "\n".join(f"  {name:16} {each.about}" for name, each in PEOPLE.items())
    if persona:
        _refuse(f"There is no {persona}. There are:\n{names}")
    typer.echo(f"hipcoach simulate PERSONA, one of:\n{names}")


@content.command("check")
def check_content(
    folder: Annotated[Path, typer.Argument(help="The pack's folder.", envvar="CONTENT_DIR")] = CONTENT,
) -> None:
    """Report every fault of the content pack, as file:line: sentence."""
    from bot.content.check import check
    from bot.content.demonstrations import demonstration_faults, read_demonstrations

    faults = [*check(folder), *demonstration_faults(read_demonstrations(folder))]
    if not faults:
        try:
            from bot.rendering import geometry_faults
        except ModuleNotFoundError:
            typer.echo(
                "The geometry of demonstrations was not checked; that needs more libraries: make tools", err=True
            )
        else:
            faults = geometry_faults(folder)
    for fault in faults:
        typer.echo(fault)
    if faults:
        raise typer.Exit(1)
    typer.echo("content: no faults")


@content.command("render-anatomy")
def render_anatomy(
    folder: Annotated[Path, typer.Argument(help="The pack's folder.", envvar="CONTENT_DIR")] = CONTENT,
) -> None:
    """Draw the pictures of anatomy/ with the words of every language into media/ (needs the extra `pictures`)."""
    from bot.content.drawings import sheets
    from bot.content.media import SOURCE
    from bot.content.pack import BrokenPack

    try:
        from bot.pictures.anatomy.drawing import draw
        from bot.pictures.anatomy.labels import DoesNotFit
    except ModuleNotFoundError:
        _refuse(_MAKE_TOOLS)
    try:
        for sheet in sheets(folder):
            draw(sheet.drawing, sheet.words, sheet.file, {SOURCE: sheet.source})
            typer.echo(f"{sheet.file}: {sheet.file.stat().st_size // 1000} kB")
    except BrokenPack as error:
        _refuse(f"The content pack has faults:\n{error}")
    except DoesNotFit as error:
        _refuse(str(error))


@content.command("render")
def render_content(
    names: Annotated[list[str] | None, typer.Argument(help="Which clips; without one, all.")] = None,
    *,
    draft: Annotated[bool, typer.Option("--draft", help="Only a sheet of the poses, in seconds.")] = False,
    again: Annotated[bool, typer.Option("--all", help="Also clips of which nothing has changed.")] = False,
    folder: Annotated[Path, typer.Option(help="The pack's folder.", envvar="CONTENT_DIR")] = CONTENT,
) -> None:
    """Draw the demonstrations of the pack (needs the extra `pictures`)."""
    try:
        from bot.rendering import Refused, render
    except ModuleNotFoundError:
        _refuse(_MAKE_TOOLS)
    try:
        render(folder, names or [], draft=draft, again=again)
    except Refused as error:
        _refuse(str(error))


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    sys.exit(REFUSED)


def main() -> None:
    """Run the command line."""
    cli()


if __name__ == "__main__":
    main()
