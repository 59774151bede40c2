"""Pictures are the same each time, muscles glow, and no arrow lies over the head."""

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.pictures.demonstrations.drawing import Artist
from bot.pictures.demonstrations.timeline import Moment, moment
from tests.pictures.clips import NOD, clip, written

SMALL = 0.15


def digest(name: str) -> str:
    demonstration = clip(name)
    artist = Artist(demonstration, scale=SMALL)
    frames = [artist.draw(moment(demonstration, at)) for at in (0.0, 0.7)]
    return hashlib.sha256(b"".join(frame.tobytes() for frame in frames)).hexdigest()


def test_a_frame_is_drawn_the_same_again_in_this_process_and_in_another() -> None:
    name = "full_leg_swing"
    ask = f"from tests.pictures.test_drawing import digest; print(digest({name!r}))"
    root = Path(__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=root)
    assert digest(name) == digest(name) == other.stdout.strip()


def test_frames_do_not_depend_on_those_drawn_before(tmp_path: Path) -> None:
    demonstration = written(tmp_path, NOD)
    fresh, used = Artist(demonstration, scale=SMALL), Artist(demonstration, scale=SMALL)
    used.draw(moment(demonstration, 0.5))
    assert (fresh.draw(moment(demonstration, 0.3)) == used.draw(moment(demonstration, 0.3))).all()


@pytest.mark.parametrize(("canvas", "size"), [("wide", (72, 96)), ("square", (96, 96))])
def test_a_picture_has_the_shape_of_its_canvas(canvas: str, size: tuple[int, int], tmp_path: Path) -> None:
    demonstration = written(tmp_path, f"canvas: {canvas}\n{NOD}")
    frame = Artist(demonstration, scale=SMALL).draw(moment(demonstration, 0))
    assert frame.shape == (*size, 3)
    assert frame.dtype == np.uint8


def test_a_muscle_that_works_glows_red() -> None:
    artist = Artist(clip("small_fire_hydrant"), scale=0.2)
    hot = []
    for work in (0.0, 1.0):
        frame = artist.draw(Moment("lifted", "lifted", 0, (work, work))).astype(int)
        hot.append(int(((frame[..., 0] > 200) & (frame[..., 1] < 110) & (frame[..., 2] < 110)).sum()))
    assert hot[1] > hot[0] + 20


@pytest.mark.parametrize("name", ["pigeon_fold", "side_plank_lift", "banded_clamshell"])
def test_no_arrow_lies_over_the_head(name: str) -> None:
    demonstration = clip(name)
    artist = Artist(demonstration, scale=0.3)
    for step in demonstration.sequence:
        _, head = artist.silhouette(Moment(step.pose, step.pose, 0, (0, 0)))
        for _, path in artist.arrows.paths:
            columns, rows = path.astype(int).T
            assert not head[rows, columns].any()


def test_a_whole_body_is_in_the_picture(tmp_path: Path) -> None:
    artist = Artist(written(tmp_path, NOD), scale=SMALL)
    for pose in ("tall", "low"):
        body, _ = artist.silhouette(Moment(pose, pose, 0, (0, 0)))
        assert body.any()
        assert not np.concatenate([body[0], body[-1], body[:, 0], body[:, -1]]).any()
