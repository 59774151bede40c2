"""The pictures of the pack are those that its outlines and words give; words that do not fit are not drawn."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.content.drawings import Sheet, sheets
from bot.content.media import SOURCE
from bot.domain.anatomy import LabelWords
from bot.pictures.anatomy.drawing import draw, drawn
from bot.pictures.anatomy.labels import SIZES, DoesNotFit

CONTENT = Path(__file__).parents[3] / "content"
SHEETS = {f"{sheet.file.parent.name} {sheet.drawing.name}": sheet for sheet in sheets(CONTENT)}
HIP_BONES = SHEETS["en hip_bones"]
PHONE = 400


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_a_picture_is_light_and_wide_enough_for_a_phone(sheet: Sheet) -> None:
    assert sheet.file.stat().st_size <= 150_000
    with Image.open(sheet.file) as file:
        assert file.size == sheet.drawing.size
    assert sheet.drawing.size[0] == 1080


def test_all_writing_can_be_read_on_a_phone() -> None:
    assert min(min(sizes) for sizes in SIZES.values()) * PHONE / 1080 >= 11


def test_left_and_right_are_mirror_images() -> None:
    alone = replace(HIP_BONES.drawing, labels=())
    picture = drawn(alone, {}).convert("L")
    middle, half = int(alone.panels[0].at[0]), 320
    left, right = picture.crop((middle - half, 300, middle, 760)), picture.crop((middle, 300, middle + half, 760))
    outlines = [
        side.point(lambda value: 255 * (value < 150)).getbbox()
        for side in (left.transpose(Image.Transpose.FLIP_LEFT_RIGHT), right)
    ]
    assert outlines[0] == pytest.approx(outlines[1], abs=4)


@pytest.mark.parametrize(
    "name", ["Trochantermajorundminorzusammen", "a name of so many words that it takes five lines"]
)
def test_a_label_that_is_too_long_is_named(name: str) -> None:
    words = {**HIP_BONES.words, "hip_joint": LabelWords(name, "and more words about it, up to the limit of the pack")}
    with pytest.raises(DoesNotFit, match=r"label (hip_joint|greater_trochanter) does not fit on the picture hip_bones"):
        drawn(HIP_BONES.drawing, words)


def test_what_is_sent_is_what_would_be_drawn_today_also_into_a_new_folder(tmp_path: Path) -> None:
    file = tmp_path / "media" / "nl" / "hip_bones.png"
    draw(HIP_BONES.drawing, HIP_BONES.words, file, {SOURCE: HIP_BONES.source})
    assert file.read_bytes() == HIP_BONES.file.read_bytes()
