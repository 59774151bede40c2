"""A clip begins with its first pose, and what comes back is the same picture."""

from pathlib import Path

import pytest

from bot.pictures.demonstrations.timeline import moment, moments
from tests.pictures.clips import NOD, written


def test_the_first_frame_is_the_first_pose(tmp_path: Path) -> None:
    first = moments(written(tmp_path, NOD), 25)[0]
    assert (first.start, first.end, first.share) == ("tall", "tall", 0)


def test_the_last_frames_are_on_the_way_back_to_the_first_pose(tmp_path: Path) -> None:
    last = moments(written(tmp_path, NOD), 25)[-1]
    assert {last.start, last.end} == {"tall", "low"}


def test_the_way_back_shows_the_pictures_of_the_way_there(tmp_path: Path) -> None:
    demonstration = written(tmp_path, NOD)
    assert moment(demonstration, 0.25) == moment(demonstration, 0.75)


def test_muscles_work_as_the_steps_say_and_swell_on_the_way(tmp_path: Path) -> None:
    demonstration = written(tmp_path, NOD)
    assert [moment(demonstration, at).work[0] for at in (0.1, 0.3, 0.5)] == [0, pytest.approx(0.5, abs=0.01), 1]


def test_sides_may_take_turns(tmp_path: Path) -> None:
    turns = NOD.replace("pose: low", "work: {left: 1, right: 0}, pose: low")
    assert moment(written(tmp_path, turns), 0.5).work == (1, 0)
    assert moment(written(tmp_path, NOD), 0.5).work == (1, 1)


def test_a_round_has_as_many_frames_as_its_seconds_say(tmp_path: Path) -> None:
    demonstration = written(tmp_path, NOD)
    assert demonstration.seconds == pytest.approx(0.8)
    assert len(moments(demonstration, 25)) == 20
