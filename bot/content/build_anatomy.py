"""Makes drawings of the files in anatomy/."""

from bot.content.files import PackFiles
from bot.content.schema import DrawingFile, FibresFile, LabelFile, OutlinesFile, PanelFile, ShapeFile
from bot.domain.anatomy import Build, Drawing, Fibres, Label, LabelWords, Panel, Shape


def drawings(files: PackFiles) -> tuple[Drawing, ...]:
    """Build every drawing of a pack without faults."""
    outlines = {id: file.content for id, file in files.outlines.items()}
    return tuple(_drawing(file.content, outlines) for file in files.drawings.values())


def label_words(files: PackFiles, code: str, drawing: str) -> dict[str, LabelWords]:
    """Give what the labels of a drawing say in one language."""
    labels = files.languages[code].anatomy.content.pictures[drawing].labels
    return {id: LabelWords(label.name, label.about) for id, label in labels.items()}


def _drawing(file: DrawingFile, outlines: dict[str, OutlinesFile]) -> Drawing:
    panels = tuple(_panel(panel, outlines[panel.outlines]) for panel in file.panels)
    return Drawing(file.id, file.size, panels, tuple(map(_label, file.labels)))


def _panel(file: PanelFile, outlines: OutlinesFile) -> Panel:
    names = (name for group in file.shapes for name in outlines.groups.get(group, (group,)))
    shapes = tuple(_shape(outlines.shapes[name]) for name in names)
    build = Build(file.build.wide, file.build.high, file.build.neck)
    return Panel(shapes, file.at, file.zoom, file.top, file.bottom, file.inner, build)


def _shape(file: ShapeFile) -> Shape:
    outline = file.outline or ()
    return Shape(file.look, file.part, file.sides, outline, _fibres(file.fibres), file.holes, file.lines)


def _fibres(file: FibresFile | None) -> Fibres | None:
    if file is None:
        return None
    return Fibres(file.origin, file.insertion, file.first_edge, file.second_edge)


def _label(file: LabelFile) -> Label:
    return Label(file.id, file.at, file.width, file.size, file.centred, file.panel - 1, file.spot)
