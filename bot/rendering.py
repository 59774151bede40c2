"""`hipcoach content render`: draws the clips of a pack, or drafts of them, and checks their geometry."""

from collections.abc import Collection, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot.content.build_demonstrations import demonstrations
from bot.content.demonstrations import FOLDER, clip_names, demonstration_faults, read_demonstrations
from bot.content.faults import Fault, did_you_mean
from bot.domain.demonstration import Demonstration
from bot.pictures.demonstrations import catalogue, studio
from bot.pictures.demonstrations.contacts import Finding

DRAFTS = Path("build/drafts")

_SAYINGS = {
    "apart": "{part} is {far} cm off the {other}",
    "sunk": "{part} is {far} cm inside the {other}",
    "under": "{part} is {far} cm under the floor",
    "inside": "{part} is {far} cm inside {other}",
}


class Refused(Exception):
    """The clips cannot be drawn; a line for each reason."""


def render(folder: Path, names: Sequence[str], *, draft: bool, again: bool) -> None:
    """Draw clips into the pack, or drafts of them into build/drafts; Refused when their files have faults.

    Clips of which nothing has changed are left alone, but for `again`.
    """
    clips = _clips(folder, names)
    if draft:
        _draw_drafts(clips)
        return
    folders = studio.Folders(folder / "media", folder.parent / "docs" / "gallery")
    listed = catalogue.read(folders.media / "clips.yaml")
    wanted = [clip for clip in clips if again or clip.name not in listed or not studio.is_current(clip, folders)]
    if faults := _geometry_faults(wanted, folder):
        raise Refused("\n".join(map(str, faults)))
    console = Console(stderr=True)
    with Progress(console=console, transient=True) as shown:
        bar = shown.add_task("Drawing", total=len(wanted))
        for done in studio.renders(wanted, folders) if wanted else ():
            listed[done.name] = done.entry
            _list(folders.media, listed, clip_names(folder))
            console.print(f"{done.name}: {done.entry.seconds:g} s, {done.size / 1000:.0f} kB", highlight=False)
            shown.advance(bar)
    console.print(f"{len(wanted)} drawn, {len(clips) - len(wanted)} unchanged", highlight=False)


def geometry_faults(folder: Path) -> list[Fault]:
    """Check the geometry of clips whose files have no other faults, but for those that are drawn: they were checked."""
    clips = demonstrations(read_demonstrations(folder)).values()
    return _geometry_faults([clip for clip in clips if not studio.is_drawn(clip, folder / "media")], folder)


def _geometry_faults(clips: Sequence[Demonstration], folder: Path) -> list[Fault]:
    return sorted(
        Fault(folder / FOLDER / f"{name}.yaml", 1, sentence(found))
        for name, all_found in (studio.checks(clips) if clips else ())
        for found in all_found
    )


def sentence(finding: Finding) -> str:
    """Say what is wrong with a clip's geometry."""
    when = finding.start if finding.start == finding.end else f"between {finding.start} and {finding.end}"
    far = f"{abs(finding.centimetres):g}"
    return f"{when}: {_SAYINGS[finding.what].format(part=finding.part, other=finding.other, far=far)}"


def _clips(folder: Path, names: Sequence[str]) -> list[Demonstration]:
    known = clip_names(folder)
    for name in names:
        if name not in known:
            raise Refused(f"there is no {folder / FOLDER / name}.yaml{did_you_mean(name, known)}")
    files = read_demonstrations(folder, names or None)
    if faults := demonstration_faults(files):
        raise Refused("\n".join(map(str, faults)))
    return [*demonstrations(files).values()]


def _draw_drafts(clips: Sequence[Demonstration]) -> None:
    console = Console(stderr=True)
    for done in studio.drafts(clips, DRAFTS):
        console.print(str(done.file), highlight=False)
        for found in done.findings:
            console.print(f"  {sentence(found)}", highlight=False)


def _list(media: Path, listed: dict[str, catalogue.Entry], known: Collection[str]) -> None:
    """Write the list of clips after each: what is drawn stays when the rest is interrupted."""
    catalogue.write(media / "clips.yaml", {name: entry for name, entry in listed.items() if name in known})
