"""Every clip of the pack: what it touches in every frame, what its files are, and that no movement lacks one."""

from pathlib import Path
from random import Random

import av
import pytest
from PIL import Image

from bot.content.build_demonstrations import demonstrations
from bot.content.demonstrations import clip_names, read_demonstrations
from bot.content.pack import Pack, load
from bot.domain.exercise import Exercise, Variation
from bot.pictures.demonstrations import catalogue, studio, video
from bot.pictures.demonstrations.contacts import findings

from .clips import CONTENT, clip

MEDIA, DOCS = CONTENT / "media", Path(__file__).parents[2] / "docs"
NAMES = sorted(clip_names(CONTENT))
EACH = pytest.mark.parametrize("name", NAMES)
SHARE = Random(20261126).sample(NAMES, 5)
EVERY_FRAME = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in SHARE else pytest.mark.frames) for name in NAMES]
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(CONTENT)


def shown(pack: Pack) -> list[tuple[Exercise, Variation]]:
    return [(each, v) for each in pack.library.exercises.values() for v in (*each.ladder, *each.swaps)]


@EVERY_FRAME
def test_in_every_frame_the_body_touches_what_it_says_and_sinks_into_nothing(name: str) -> None:
    """`make frames` looks at all of them; none with such a fault is drawn, and all are drawn from what stands there now."""
    assert findings(clip(name)) == []


@EACH
def test_a_clip_is_a_short_silent_loop_of_few_bytes(name: str) -> None:
    entry, file = catalogue.read(MEDIA / "clips.yaml")[name], MEDIA / f"{name}.mp4"
    assert 2 <= entry.seconds <= 8
    assert file.stat().st_size <= video.MOST_BYTES
    with av.open(str(file)) as opened:
        (stream,) = opened.streams  # no sound
        assert isinstance(stream, av.VideoStream)
        assert (stream.codec_context.width, stream.codec_context.height) == (entry.width, entry.height)
        assert stream.frames == round(entry.seconds * video.RATE)
    with Image.open(MEDIA / f"{name}.jpg") as thumbnail:
        assert max(thumbnail.size) <= 320


def test_clips_are_drawn_from_what_stands_there_now() -> None:
    folders, known = studio.Folders(MEDIA, DOCS / "gallery"), demonstrations(read_demonstrations(CONTENT))
    assert [name for name in NAMES if not studio.is_current(known[name], folders)] == []


def test_every_variation_has_a_clip(pack: Pack) -> None:
    assert [variation.id for _, variation in shown(pack) if variation.clip is None] == []


def test_every_clip_shows_some_variation(pack: Pack) -> None:
    assert {variation.clip.name for _, variation in shown(pack) if variation.clip} == set(NAMES)


def test_at_least_thirty_clips_differ() -> None:
    assert len({entry.frames for entry in catalogue.read(MEDIA / "clips.yaml").values()}) == len(NAMES) >= 30


def test_people_of_several_builds_show_the_movements() -> None:
    assert len({clip(name).figure.name for name in NAMES}) >= 5


def test_the_gallery_shows_every_clip() -> None:
    page = (DOCS / "gallery.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"(gallery/{name}.jpg)" not in page] == []
    assert [name for name in NAMES if not (DOCS / "gallery" / f"{name}.jpg").is_file()] == []
