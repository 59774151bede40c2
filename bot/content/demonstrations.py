"""Reads and checks content/demonstrations; only who draws or checks clips does, never the bot's start."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.document import Document, document
from bot.content.faults import Fault, did_you_mean
from bot.content.lines import Place
from bot.content.schema.demonstration import BasesFile, DemonstrationFile
from bot.content.schema.figures import FiguresFile
from bot.domain.demonstration import FLOOR, LIMBS, MUSCLES, PARTS, POINTS, PROPS, SIDES

FOLDER = "demonstrations"
_SHARED = ("bases", "figures")


@dataclass(frozen=True, slots=True)
class DemonstrationFiles:
    """The folder as it was read; clips by their names."""

    figures: Document[FiguresFile]
    bases: Document[BasesFile]
    clips: Mapping[str, Document[DemonstrationFile]]

    @property
    def documents(self) -> tuple[Document[FiguresFile] | Document[BasesFile] | Document[DemonstrationFile], ...]:
        """Give every file."""
        return (self.figures, self.bases, *self.clips.values())


def clip_names(folder: Path) -> list[str]:
    """List the clips of a pack."""
    return sorted(file.stem for file in (folder / FOLDER).glob("*.yaml") if file.stem not in _SHARED)


def read_demonstrations(folder: Path, names: Collection[str] | None = None) -> DemonstrationFiles:
    """Read the shared files and some clips of a pack, or all of them."""
    wanted = clip_names(folder) if names is None else sorted(names)
    return DemonstrationFiles(
        figures=document(folder, f"{FOLDER}/figures.yaml", FiguresFile),
        bases=document(folder, f"{FOLDER}/bases.yaml", BasesFile),
        clips={name: document(folder, f"{FOLDER}/{name}.yaml", DemonstrationFile) for name in wanted},
    )


def demonstration_faults(files: DemonstrationFiles) -> list[Fault]:
    """Say everything that is wrong with the files, geometry aside."""
    found = {fault for file in files.documents for fault in file.faults}
    bases = _names(files.bases, "bases")
    for name in bases:
        found |= {*_pose_faults(files.bases, ("bases", name), bases, {FLOOR, *PROPS})}
    for clip in files.clips.values():
        found |= {*_clip_faults(files, clip, bases)}
    return sorted(found)


def _clip_faults(files: DemonstrationFiles, clip: Document[DemonstrationFile], bases: set[str]) -> Iterator[Fault]:
    poses, figures = _names(clip, "poses"), _names(files.figures, "figures")
    props = {
        FLOOR,
        *(str(prop.get("type")) if isinstance(prop, dict) else str(prop) for _, prop in clip.values("props", "*")),
    }
    yield from _one_of(clip, "figure", (("figure",), "figure"), figures)
    yield from _touching_faults(clip, (), props)
    for name in poses:
        yield from _pose_faults(clip, ("poses", name), poses | bases, props)
        if name in bases:
            yield clip.fault(("poses", name), f"the pose {name} is called like a base of bases.yaml; call it otherwise")
    for pattern in (
        ("sequence", "*", "pose"),
        *((*arrow, *end) for arrow in (("arrow",), ("arrow", "*")) for end in (("from",), ("through", "*"), ("to",))),
    ):
        yield from _one_of(clip, "pose", (pattern, "poses"), poses)
    for pattern in (("arrow", "joint"), ("arrow", "*", "joint")):
        yield from _one_of(clip, "point", (pattern, ""), {*POINTS})
    yield from _one_of(clip, "part", (("props", "*", "under"), ""), {*PARTS, *POINTS})
    yield from _one_of(
        clip, "muscle", (("highlight", "*"), ""), {f"{name}_{side}" for name in MUSCLES for side in SIDES}
    )
    if clip.checked and clip.checked.body is None and not {*_bases_of(clip)} & bases:
        yield clip.fault(("poses",), "say with `body:` which way the body lies, or begin a pose with a base")


def _pose_faults(
    file: Document[DemonstrationFile] | Document[BasesFile], place: tuple[str, str], known: set[str], props: set[str]
) -> Iterator[Fault]:
    yield from _one_of(file, "pose", ((*place, "from"), ""), known)
    yield from _touching_faults(file, place, props)
    if _is_circle(file, place[0], place[1]):
        yield file.fault((*place, "from"), f"the pose {place[1]} comes from itself")


def _touching_faults(
    file: Document[DemonstrationFile] | Document[BasesFile], place: tuple[str, ...], props: set[str]
) -> Iterator[Fault]:
    for at, contact in file.values(*place, "contacts", "*"):
        part, on = _contact(contact)
        yield from _lacks(file, at, "part", part, {*PARTS})
        yield from _lacks(file, at, "prop", on, props)
    yield from _one_of(file, "limb", ((*place, "planted", "*"), ""), {*LIMBS})
    yield from _one_of(file, "limb", ((*place, "planted", "*", "limb"), ""), {*LIMBS})
    yield from _one_of(file, "prop", ((*place, "planted", "*", "on"), ""), props)
    yield from _one_of(file, "point", ((*place, "anchor"), ""), {*POINTS})


def _contact(value: object) -> tuple[str, str]:
    if isinstance(value, dict):
        if "part" in value:
            return str(value["part"]), str(value.get("on", FLOOR))
        return next(((str(part), str(on)) for part, on in value.items()), ("", FLOOR))
    return str(value), FLOOR


def _one_of(
    file: Document[DemonstrationFile] | Document[BasesFile],
    kind: str,
    at: tuple[tuple[str, ...], str],
    known: Collection[str],
) -> Iterator[Fault]:
    for place, name in file.texts(*at[0]):
        yield from _lacks(file, place, kind, name, known)


def _lacks(
    file: Document[DemonstrationFile] | Document[BasesFile], place: Place, kind: str, name: str, known: Collection[str]
) -> Iterator[Fault]:
    if name not in known:
        hint = did_you_mean(name, known) or f"; known are {', '.join(sorted(known))}"
        yield file.fault(place, f"the {kind} {name} is not known here{hint}")


def _names(file: Document[FiguresFile] | Document[BasesFile] | Document[DemonstrationFile], key: str) -> set[str]:
    return {name for _, name in file.keys(key)}


def _bases_of(clip: Document[DemonstrationFile]) -> Iterator[str]:
    return (name for _, name in clip.texts("poses", "*", "from"))


def _is_circle(file: Document[DemonstrationFile] | Document[BasesFile], key: str, name: str) -> bool:
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        before = next((text for _, text in file.texts(key, name, "from")), None)
        if before is None:
            return False
        name = before
    return True
