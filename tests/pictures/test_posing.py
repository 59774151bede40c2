"""Bodies stand as drawn: joints turn as a physio means it, feet stay, and what should touch does."""

from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.domain.demonstration import Pose, Toward
from bot.pictures.demonstrations.contacts import findings
from bot.pictures.demonstrations.posing import Poser
from bot.pictures.demonstrations.rotation import about_y, between, frame
from bot.pictures.demonstrations.skeleton import SHANK, THIGH, Skeleton, posture, stand
from tests.pictures.clips import CONTENT, NOD, clip, written

BASES = yaml.safe_load((CONTENT / "demonstrations" / "bases.yaml").read_text())["bases"]
FIGURES = yaml.safe_load((CONTENT / "demonstrations" / "figures.yaml").read_text())["figures"]


def stood(**angles: dict[str, float]) -> Skeleton:
    return stand(posture(Pose("pose", angles, (), (), None), frame(Toward.VIEWER, Toward.UP)))


def test_a_thigh_lifted_forward_comes_to_the_viewer() -> None:
    skeleton = stood(left_hip={"flex": 90})
    assert skeleton.at("left_knee") - skeleton.at("left_hip") == pytest.approx([0, 0, THIGH], abs=1e-9)


@pytest.mark.parametrize(("side", "sign"), [("left", 1), ("right", -1)])
def test_abducting_takes_either_leg_away_from_the_middle(side: str, sign: int) -> None:
    hip: dict[str, float] = {"abduct": 30}
    skeleton = stood(**{f"{side}_hip": hip})
    assert (skeleton.at(f"{side}_knee") - skeleton.at(f"{side}_hip"))[0] == pytest.approx(sign * THIGH / 2)


def test_a_flexed_hip_that_abducts_opens_to_the_side_as_in_a_fire_hydrant() -> None:
    skeleton = stood(left_hip={"flex": 90, "abduct": 90})
    assert skeleton.at("left_knee") - skeleton.at("left_hip") == pytest.approx([THIGH, 0, 0], abs=1e-9)


def test_a_bent_knee_brings_the_heel_back() -> None:
    skeleton = stood(left_knee={"flex": 90})
    assert skeleton.at("left_foot") - skeleton.at("left_knee") == pytest.approx([0, 0, -SHANK], abs=1e-9)


@pytest.mark.parametrize("degrees", [0, 40, 179, 180])
def test_half_of_a_turn_done_twice_is_the_turn(degrees: float) -> None:
    half = between(np.eye(3), about_y(degrees), 0.5)
    assert half @ half == pytest.approx(about_y(degrees), abs=1e-6)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_rests_on_what_each_base_names(base: str, figure: str, tmp_path: Path) -> None:
    props = "[chair]" if "chair" in base else "[mat]"
    text = (
        f"figure: {figure}\nprops: {props}\nposes:\n  rest: {{from: {base}}}\nsequence:\n  - {{pose: rest, hold: 1}}\n"
    )
    assert findings(written(tmp_path, text), rate=1) == []


def test_planted_feet_stay_while_the_knees_bend(tmp_path: Path) -> None:
    poser = Poser(written(tmp_path, NOD))
    start = stand(poser.between("tall", "low", 0))
    for share in (0.3, 0.7, 1.0):
        now = stand(poser.between("tall", "low", share))
        for foot in ("left_foot", "right_foot"):
            assert now.at(foot) == pytest.approx(start.at(foot), abs=0.002)
    assert start.at("pelvis")[1] - now.at("pelvis")[1] > 0.08


def test_a_foot_planted_elsewhere_steps_there_through_the_air(tmp_path: Path) -> None:
    text = """
poses:
  near: {from: standing, planted: [{limb: left_foot, floor: [0.1, 0]}, right_foot]}
  far: {from: standing, planted: [{limb: left_foot, floor: [0.4, 0.1]}, right_foot]}
sequence: [{pose: near, hold: 1}, {pose: far}]
"""
    poser = Poser(written(tmp_path, text))
    heights = [stand(poser.between("near", "far", share)).at("left_foot")[1] for share in (0, 0.5, 1)]
    assert heights[0] == pytest.approx(heights[2], abs=1e-3)
    assert heights[1] > heights[0] + 0.05


def test_the_way_between_two_poses_begins_and_ends_in_them() -> None:
    for name in ("pigeon_fold", "standard_rolling", "banded_bridge_press_out"):
        demonstration = clip(name)
        poser = Poser(demonstration)
        first, second = (step.pose for step in demonstration.sequence[:2])
        for share, pose in ((0.002, first), (0.998, second)):
            near, there = stand(poser.between(first, second, share)), stand(poser.key(pose))
            gap = max(float(np.linalg.norm(near.places[joint] - there.places[joint])) for joint in near.places)
            assert gap < 0.012, (name, share)


def test_a_roller_rolls_half_as_far_as_the_body_slides() -> None:
    poser = Poser(clip("standard_rolling"))
    high, low = stand(poser.key("high")), stand(poser.key("low"))
    rollers = [poser.props.surface("roller", skeleton) for skeleton in (high, low)]
    slid = low.at("right_hip")[0] - high.at("right_hip")[0]
    rolled = rollers[1].a[0] - rollers[0].a[0]  # type: ignore[attr-defined]
    assert abs(slid) > 0.1
    assert rolled == pytest.approx(slid / 2, abs=0.002)
