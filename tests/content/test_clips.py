"""Clips belong to variations by name, and what clips.yaml says of them is so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.pack import load
from bot.domain.clip import Clip
from tests.clips import HEIGHT, SECONDS, WIDTH, filmed

Edit = Callable[[str, str, str], None]
Faults = Callable[[], list[str]]

FOLLOW = "    demonstration: full_clamshell\n"


def clip_of(pack: Path, variation: str) -> Clip | None:
    return load(pack).library.exercises["clamshell"].variation(variation).clip


@pytest.mark.parametrize("text", [None, "", "\n# nothing yet\n", "{}\n"])
def test_a_pack_without_clips_is_sound(text: str | None, pack: Path, faults: Faults) -> None:
    if text is not None:
        (pack / "media").mkdir()
        (pack / "media" / "clips.yaml").write_text(text)
    assert faults() == []
    assert clip_of(pack, "full_clamshell") is None


def test_a_variation_is_shown_by_the_clip_of_its_name(pack: Path) -> None:
    digests = filmed(pack, "full_clamshell")
    clip = Clip("full_clamshell", WIDTH, HEIGHT, SECONDS, digests["full_clamshell"])
    assert clip_of(pack, "full_clamshell") == clip
    assert clip_of(pack, "half_clamshell") is None


def test_a_variation_may_name_another_clip(pack: Path, edit: Edit, faults: Faults) -> None:
    filmed(pack, "full_clamshell", "half_clamshell")
    edit("exercises/clamshell.yaml", "id: half_clamshell\n", f"id: half_clamshell\n{FOLLOW}")
    assert faults() == []
    clip = clip_of(pack, "half_clamshell")
    assert clip and clip.name == "full_clamshell"


def test_a_clip_that_is_named_and_not_there_is_told_with_its_line(pack: Path, edit: Edit, faults: Faults) -> None:
    filmed(pack, "ful_clamshell")
    edit("exercises/clamshell.yaml", "id: half_clamshell\n", f"id: half_clamshell\n{FOLLOW}")
    [fault] = faults()
    line = (pack / "exercises" / "clamshell.yaml").read_text().splitlines().index(FOLLOW.rstrip()) + 1
    sentence = "the clip full_clamshell is not in media/clips.yaml; did you mean ful_clamshell?"
    assert fault == f"exercises/clamshell.yaml:{line}: {sentence}"


@pytest.mark.parametrize("missing", ["half_clamshell.mp4", "half_clamshell.jpg"])
def test_a_file_that_is_missing_is_told(missing: str, pack: Path, faults: Faults) -> None:
    filmed(pack, "full_clamshell", "half_clamshell")
    (pack / "media" / missing).unlink()
    [fault] = faults()
    assert fault.startswith(f"media/clips.yaml:3: the file {missing} is missing")


def test_a_film_that_was_changed_is_told(pack: Path, faults: Faults) -> None:
    filmed(pack, "half_clamshell")
    film = pack / "media" / "half_clamshell.mp4"
    film.write_bytes(film.read_bytes() + b"\0")
    [fault] = faults()
    assert fault.startswith("media/clips.yaml:2: half_clamshell.mp4 is another file than the one meant here")


def test_a_thumbnail_that_telegram_would_not_take_is_told(pack: Path, faults: Faults) -> None:
    filmed(pack, "half_clamshell")
    (pack / "media" / "half_clamshell.jpg").write_bytes(b"\xff" * 200_001)
    [fault] = faults()
    assert fault.startswith("media/clips.yaml:2: half_clamshell.jpg has more than 200000 bytes")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("width: 96", "width: wide", "`width` must be a whole number, without quotes"),
        ("frames: ", "frames: x", "`frames` must be a SHA-256: 64 digits and letters from a to f"),
        ("seconds: 2.0", "seconds: 0", "`seconds` must be 0.1 or more"),
        (", seconds: 2.0", "", "`seconds` is missing"),
        ("width:", "breadth:", "`breadth` is not a known key here"),
        ("half_clamshell:", "Half-Clamshell:", "`Half-Clamshell` must be small letters, digits and underscores only"),
    ],
)
def test_a_line_that_is_no_clip_is_told(
    old: str, new: str, sentence: str, pack: Path, edit: Edit, faults: Faults
) -> None:
    filmed(pack, "half_clamshell")
    edit("media/clips.yaml", old, new)
    assert any(fault.startswith(f"media/clips.yaml:2: {sentence}") for fault in faults()), faults()
