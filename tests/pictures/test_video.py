"""A clip is what Telegram shows as an animation, and tells from what it was drawn."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from bot.pictures.demonstrations import catalogue, studio, video
from bot.pictures.demonstrations.film import Film
from tests.pictures.clips import NOD, pack, written


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> tuple[studio.Rendered, studio.Folders]:
    folder = tmp_path_factory.mktemp("pack")
    folders = studio.Folders(folder / "media", folder / "gallery")
    return next(studio.renders([written(folder, NOD)], folders)), folders


def test_a_clip_is_silent_h264_of_even_size_in_the_colours_of_video(
    rendered: tuple[studio.Rendered, studio.Folders],
) -> None:
    with av.open(str(rendered[1].media / "nod.mp4")) as file:
        (stream,) = file.streams
        assert isinstance(stream, av.VideoStream)
        context = stream.codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")
        assert stream.average_rate == Fraction(video.RATE)
        assert (context.width, context.height) == (640, 640)
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (1, 1, 1, 1)
        assert len([*file.decode(stream)]) == 12  # 0.8 s


def test_a_clip_begins_with_its_index_so_that_it_plays_while_it_loads(
    rendered: tuple[studio.Rendered, studio.Folders],
) -> None:
    data = (rendered[1].media / "nod.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert len(data) <= video.MOST_BYTES


def test_a_clip_shows_the_frames_it_was_given(rendered: tuple[studio.Rendered, studio.Folders], tmp_path: Path) -> None:
    with av.open(str(rendered[1].media / "nod.mp4")) as file:
        first = next(file.decode(video=0)).to_ndarray(format="rgb24").astype(int)
    drawn = Film(written(tmp_path, NOD), video.RATE).frame(0).astype(int)
    assert np.abs(first - drawn).mean() < 4


def test_a_thumbnail_is_small_enough_for_telegram(rendered: tuple[studio.Rendered, studio.Folders]) -> None:
    file = rendered[1].media / "nod.jpg"
    assert file.stat().st_size < 40_000
    with Image.open(file) as picture:
        assert (picture.format, max(picture.size)) == ("JPEG", 320)


def test_a_still_shows_the_hardest_moment_in_full_size(
    rendered: tuple[studio.Rendered, studio.Folders], tmp_path: Path
) -> None:
    file = rendered[1].stills / "nod.jpg"
    assert file.stat().st_size <= studio.STILL_BYTES
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("JPEG", (640, 640))
        drawn = Film(written(tmp_path, NOD), video.RATE).hardest().astype(int)
        assert np.abs(np.asarray(picture).astype(int) - drawn).mean() < 4


def test_nothing_is_drawn_again_unless_the_clip_changes(
    rendered: tuple[studio.Rendered, studio.Folders], tmp_path: Path
) -> None:
    folders = rendered[1]
    assert studio.is_current(written(tmp_path, NOD), folders)
    assert not studio.is_current(written(tmp_path, NOD.replace("lean: 20", "lean: 21")), folders)


def test_a_broken_clip_is_drawn_again(rendered: tuple[studio.Rendered, studio.Folders], tmp_path: Path) -> None:
    folders = studio.Folders(tmp_path, rendered[1].gallery)
    (tmp_path / "nod.mp4").write_bytes(b"no clip")
    (tmp_path / "nod.jpg").write_bytes(b"")
    assert not studio.is_current(written(tmp_path, NOD), folders)


def test_the_digest_is_that_of_all_frames(rendered: tuple[studio.Rendered, studio.Folders], tmp_path: Path) -> None:
    entry = rendered[0].entry
    assert (entry.width, entry.height, entry.seconds) == (640, 640, 0.8)
    assert Film(written(tmp_path, NOD), video.RATE).digest() == entry.frames


def test_the_list_is_sorted_says_who_writes_it_and_reads_back(tmp_path: Path) -> None:
    entry = catalogue.Entry(640, 480, 4.0, "a" * 64, "b" * 64)
    catalogue.write(tmp_path / "clips.yaml", {"pigeon": entry, "bridge": entry})
    lines = (tmp_path / "clips.yaml").read_text().splitlines()
    assert [line.split(":")[0] for line in lines[1:]] == ["bridge", "pigeon"]
    assert lines[0] == "# Written by hipcoach content render; do not change it by hand."
    assert catalogue.read(tmp_path / "clips.yaml") == {"pigeon": entry, "bridge": entry}


def test_no_list_is_an_empty_one(tmp_path: Path) -> None:
    assert catalogue.read(pack(tmp_path, NOD) / "media" / "clips.yaml") == {}
