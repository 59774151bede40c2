"""A curve goes through the points that were set, and a muscle's fibres from its origin to its insertion."""

import math
from itertools import pairwise

import pytest

from bot.domain.anatomy import Curve, Fibres
from bot.pictures.anatomy.curves import around, fibre, smooth, tendon

BENT: Curve = ((0, 0), (10, 20), (40, 25), (60, 0))
MUSCLE = Fibres(
    origin=((0, 100), (50, 120), (100, 100)),
    insertion=((40, 0), (60, 0)),
    first_edge=((0, 100), (10, 50), (40, 0)),
    second_edge=((100, 100), (60, 0)),
)


@pytest.mark.parametrize("closed", [True, False])
def test_a_curve_goes_through_every_point(closed: bool) -> None:
    assert set(BENT) <= set(smooth(BENT, closed=closed))


def test_a_curve_has_no_kink_but_at_a_point_that_stands_twice() -> None:
    assert sharpest(smooth(BENT, closed=False)) < 15
    assert sharpest(smooth((BENT[0], BENT[1], BENT[1], BENT[2], BENT[3]), closed=False)) > 40


def test_a_straight_line_stays_straight() -> None:
    assert all(y == pytest.approx(x / 2) for x, y in smooth(((0, 0), (10, 5), (20, 10)), closed=False))


def test_the_outermost_fibres_are_the_edges() -> None:
    assert fibre(MUSCLE, 0)[20] == pytest.approx((11, 48), abs=4)
    assert fibre(MUSCLE, 1)[20] == pytest.approx((80, 50))


def test_a_fibre_begins_on_the_origin_and_ends_on_the_insertion() -> None:
    middle = fibre(MUSCLE, 0.5)
    assert middle[0] == pytest.approx((50, 120), abs=0.5)
    assert middle[-1] == pytest.approx((50, 0))


def test_the_tendon_is_the_end_of_the_muscle() -> None:
    heights = [y for _, y in tendon(MUSCLE, 0.2)]
    assert min(heights) == pytest.approx(0)
    assert 15 < max(heights) < 35


def test_a_muscle_is_outlined_by_its_four_borders() -> None:
    outline = set(around(MUSCLE))
    assert {*MUSCLE.origin, *MUSCLE.insertion, *MUSCLE.first_edge, *MUSCLE.second_edge} <= outline


def sharpest(curve: Curve) -> float:
    """Return the sharpest turn of a curve, in degrees."""
    ways = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(curve) if a != b]
    turns = [abs(math.remainder(after - before, math.tau)) for before, after in pairwise(ways)]
    return math.degrees(max(turns))
