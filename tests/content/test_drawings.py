"""What there is to draw: outlines and groups become panels, in every language; lessons only name what is drawn."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from bot.content.drawings import Sheet, sheets
from bot.content.media import SOURCE
from bot.content.pack import BrokenPack, load
from bot.domain.anatomy import Build, LabelWords, Look, Part, Sides

Edit = Callable[[str, str, str], None]
Faults = Callable[[], list[str]]

UNDRAWN = (
    "en/lessons/hip_dips.yaml:4: the picture hip is not drawn as its files say; run hipcoach content render-anatomy"
)


def drawn_like(sheet: Sheet) -> bytes:
    """Give the beginning of a PNG that says what it was drawn from."""
    return b"\x89PNG\r\n\x1a\n" + b"tEXt" + f"{SOURCE}\0{sheet.source}".encode()


@pytest.fixture
def with_picture(edit: Edit) -> None:
    edit("en/lessons/hip_dips.yaml", "order: 2\n", "order: 2\npicture: hip\n")


def test_a_panel_holds_the_shapes_of_its_groups_from_the_back_to_the_front(pack: Path) -> None:
    [sheet] = sheets(pack)
    [panel] = sheet.drawing.panels
    assert [(s.look, s.part, s.sides) for s in panel.shapes] == [
        (Look.BONE, Part.PELVIS, Sides.JOINED),
        (Look.BONE, Part.FEMUR, Sides.PAIR),
        (Look.MUSCLE_MIDDLE, Part.PELVIS, Sides.PAIR),
    ]
    assert panel.shapes[1].outline == ((70, 10), (110, 10), (110, -100), (90, -100))
    assert (panel.at, panel.build) == ((200, 150), Build(wide=1.1))


def test_every_language_has_its_own_picture_with_its_own_words(pack: Path, translated: Callable[[str], Path]) -> None:
    dutch = translated("nl") / "anatomy.yaml"
    dutch.write_text(dutch.read_text().replace("name: Femur", "name: Dijbeen"))
    assert [(sheet.file, sheet.words) for sheet in sheets(pack)] == [
        (pack / "media" / "en" / "hip.png", {"femur": LabelWords("Femur", "long")}),
        (pack / "media" / "nl" / "hip.png", {"femur": LabelWords("Dijbeen", "long")}),
    ]


@pytest.mark.usefixtures("with_picture")
def test_a_lesson_whose_picture_is_not_drawn_stops_the_start_but_not_the_drawing(pack: Path, faults: Faults) -> None:
    assert faults() == [UNDRAWN]
    with pytest.raises(BrokenPack, match="is not drawn"):
        load(pack)
    assert [sheet.drawing.name for sheet in sheets(pack)] == ["hip"]


@pytest.mark.usefixtures("with_picture")
def test_a_lesson_has_its_picture_in_its_language_and_the_words_that_say_the_same(pack: Path) -> None:
    [sheet] = sheets(pack)
    sheet.file.parent.mkdir(parents=True)
    sheet.file.write_bytes(drawn_like(sheet))
    picture = load(pack).words("en").lessons[1].picture
    assert picture
    assert (picture.name, picture.words[:24]) == ("en/hip", "A hip from the front, wi")
    assert picture.digest == sha256(sheet.file.read_bytes()).hexdigest()


@pytest.mark.usefixtures("with_picture")
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("anatomy/hip.yaml", "zoom: 1", "zoom: 1.5"),
        ("anatomy/outlines/front.yaml", "110,-100", "112,-100"),
        ("en/anatomy.yaml", "Femur", "Thigh bone"),
    ],
)
def test_a_picture_whose_files_were_changed_has_to_be_drawn_anew(
    name: str, old: str, new: str, pack: Path, edit: Edit, faults: Faults
) -> None:
    [sheet] = sheets(pack)
    sheet.file.parent.mkdir(parents=True)
    sheet.file.write_bytes(drawn_like(sheet))
    assert faults() == []
    edit(name, old, new)
    assert faults() == [UNDRAWN]


def test_other_faults_stop_the_drawing(pack: Path, edit: Edit) -> None:
    edit("anatomy/hip.yaml", "zoom: 1", "zoom: 10")
    with pytest.raises(BrokenPack, match=r"anatomy/hip.yaml:6: `zoom` must be 5 or less"):
        sheets(pack)
