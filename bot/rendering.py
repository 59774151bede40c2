"""`hipcoach content render`: draws the clips of a pack, or drafts of them."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from bot.content.build_demonstrations import demonstrations
from bot.content.demonstrations import clip_names, demonstration_faults, read_demonstrations
from bot.content.faults import Fault, did_you_mean
from bot.pictures.demonstrations import studio
from bot.pictures.demonstrations.contacts import Finding

DRAFTS = Path("build/drafts")

_SAYINGS = {
    "apart": "{part} is {far} cm off the {other}",
    "under": "{part} is {far} cm under the floor",
    "inside": "{part} is {far} cm inside {other}",
}


class Refused(Exception):
    """The clips cannot be drawn; a line for each reason."""


def render(folder: Path, names: Sequence[str], *, draft: bool, all_: bool) -> None:
    """Draw clips into the pack, or drafts of them into build/drafts; Refused when their files have faults."""
    known = clip_names(folder)
    for name in names:
        if name not in known:
            raise Refused(f"there is no {folder}/demonstrations/{name}.yaml{did_you_mean(name, known)}")
    files = read_demonstrations(folder, names or None)
    if faults := demonstration_faults(files):
        raise Refused("\n".join(map(str, faults)))
    clips = list(demonstrations(files).values())
    console = Console(stderr=True)
    for file, found in studio.drafts(clips, DRAFTS):
        console.print(str(file), highlight=False)
        for each in found:
            console.print(f"  {sentence(each)}", highlight=False)


def sentence(finding: Finding) -> str:
    """Say what is wrong with a clip's geometry."""
    when = finding.start if finding.start == finding.end else f"{finding.start} to {finding.end}"
    said = _SAYINGS[finding.what].format(part=finding.part, other=finding.other, far=f"{finding.centimetres:g}")
    return f"{when}: {said}"


def geometry_faults(folder: Path) -> list[Fault]:
    """Check the geometry of all clips."""
    files = read_demonstrations(folder)
    return [
        Fault(folder / "demonstrations" / f"{name}.yaml", 1, sentence(found))
        for name, clip in demonstrations(files).items()
        for found in studio.findings(clip)
    ]
