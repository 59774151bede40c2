"""Drawings use outlines that exist, every language has words for exactly their labels, and lessons name drawn pictures."""

from collections.abc import Iterator

from bot.content.document import EACH, Document, Names
from bot.content.faults import Fault
from bot.content.files import LanguageFiles, PackFiles
from bot.content.media import drawn_from, picture_file, source_of
from bot.content.rules.ids import twice
from bot.content.schema import DrawingFile

_DRAW = "run hipcoach content render-anatomy"


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check outlines, drawings and their words in every language."""
    yield from _outlines(pack)
    yield from _drawings(pack)
    for language in pack.languages.values():
        yield from _words(pack, language)
        yield from _labels(pack, language)


def undrawn(pack: PackFiles) -> Iterator[Fault]:
    """Find lessons whose picture is not known, not drawn yet, or drawn before its files were changed."""
    known = Names("anatomy/", frozenset(pack.drawings))
    for language in pack.languages.values():
        for lesson in language.lessons.values():
            for place, picture in lesson.texts("picture"):
                yield from lesson.unknown(place, "picture", picture, known)
                if picture in pack.drawings and not _is_drawn(pack, language, picture):
                    yield lesson.fault(place, f"the picture {picture} is not drawn as its files say; {_DRAW}")


def _is_drawn(pack: PackFiles, language: LanguageFiles, picture: str) -> bool:
    file = picture_file(pack.folder, language.folder, picture)
    return drawn_from(file) == source_of(pack, language, picture)


def _outlines(pack: PackFiles) -> Iterator[Fault]:
    for file in pack.outlines.values():
        shapes = file.names("shapes")
        for place, name in file.texts("groups", EACH, EACH):
            yield from file.unknown(place, "shape", name, shapes)
        for place, shape in file.mappings("shapes", EACH):
            if ("outline" in shape) == ("fibres" in shape):
                yield file.fault(place, "a shape has either an outline or the fibres of a muscle")


def _drawings(pack: PackFiles) -> Iterator[Fault]:
    for file in pack.drawings.values():
        panels = list(file.mappings("panels", EACH))
        for number, (_, panel) in enumerate(panels):
            yield from _panel(pack, file, number, panel.get("outlines"))
        for place, asked in file.values("labels", EACH, "panel"):
            if isinstance(asked, int) and asked > len(panels):
                yield file.fault(place, f"there is no panel {asked}; the last one is {len(panels)}")
        yield from twice(file, "labels", EACH, "id")


def _panel(pack: PackFiles, file: Document[DrawingFile], number: int, view: object) -> Iterator[Fault]:
    """Check that one panel's outlines are there, and hold its shapes."""
    if isinstance(view, str):
        known = Names("anatomy/outlines/", frozenset(pack.outlines))
        yield from file.unknown(("panels", number, "outlines"), "file", view, known)
    outlines = pack.outlines.get(str(view))
    if outlines:
        shapes, groups = outlines.names("shapes"), {name for _, name in outlines.keys("groups")}
        names = Names(outlines.name, shapes.known | groups, complete=shapes.complete)
        for place, name in file.texts("panels", EACH, "shapes", EACH):
            if place[1] == number:
                yield from file.unknown(place, "shape", name, names)


def _words(pack: PackFiles, language: LanguageFiles) -> Iterator[Fault]:
    words = language.anatomy
    given = {id for _, id in words.keys("pictures")}
    for id in sorted({*pack.drawings} - given) if words.readable else ():
        yield words.fault(("pictures",), f"the picture {id} of anatomy/{id}.yaml has no words here")
    for place, id in words.keys("pictures"):
        yield from words.unknown(place, "picture", id, Names("anatomy/", frozenset(pack.drawings)))


def _labels(pack: PackFiles, language: LanguageFiles) -> Iterator[Fault]:
    words = language.anatomy
    for id, drawing in pack.drawings.items():
        wanted = {label for _, label in drawing.texts("labels", EACH, "id")}
        given = {label for _, label in words.keys("pictures", id, "labels")}
        if drawing.readable and given:
            for label in sorted(wanted - given):
                yield words.fault(("pictures", id, "labels"), f"the label {label} of {drawing.name} has no words here")
            for place, label in words.keys("pictures", id, "labels"):
                yield from words.unknown(place, "label", label, Names(drawing.name, frozenset(wanted)))
