"""What pictures are drawn from: shapes keep together when a build moves them, and a round lasts as long as its steps."""

from bot.domain.anatomy import Fibres, Look, Part, Shape, Sides
from bot.domain.demonstration import (
    ANGLES,
    JOINTS,
    PARTS,
    POINTS,
    SINGLE,
    Camera,
    Canvas,
    Demonstration,
    Ease,
    Figure,
    Step,
    Toward,
)

LINE = ((0.0, 0.0), (10.0, 0.0))


def wider(point: tuple[float, float]) -> tuple[float, float]:
    return (point[0] * 2, point[1])


def test_a_build_moves_every_point_of_a_shape() -> None:
    fibres = Fibres(LINE, LINE, LINE, LINE)
    shape = Shape(next(iter(Look)), next(iter(Part)), next(iter(Sides)), LINE, fibres, (LINE,), (LINE,))
    moved, far = shape.moved(wider), ((0.0, 0.0), (20.0, 0.0))
    assert (moved.outline, moved.fibres, moved.holes, moved.lines) == (far, Fibres(far, far, far, far), (far,), (far,))
    assert (moved.look, moved.part, moved.sides) == (shape.look, shape.part, shape.sides)


def test_a_shape_without_fibres_has_none_when_it_is_moved() -> None:
    shape = Shape(next(iter(Look)), next(iter(Part)), next(iter(Sides)), LINE)
    assert shape.moved(wider).fibres is None


def test_a_round_lasts_as_long_as_its_steps() -> None:
    steps = (Step("up", 1.2, 0.5, (1, 1), Ease.SMOOTH), Step("down", 0.8, 0, (0, 0), Ease.IN_OUT))
    figure, camera = Figure("average", {}, {}, "bald", "vest", "long"), Camera(0, 14, 1, (0, 0))
    clip = Demonstration("nod", figure, Toward.VIEWER, Toward.UP, Canvas.WIDE, camera, (), (), {}, steps, ())
    assert clip.seconds == 2.5


def test_each_joint_but_those_of_the_middle_is_there_for_both_sides() -> None:
    for joint in ANGLES:
        sides = [each for each in JOINTS if each == joint or each.endswith(f"_{joint}")]
        assert len(sides) == (1 if joint in SINGLE else 2), joint
    assert len({*POINTS}) == len(POINTS)
    assert len({*PARTS}) == len(PARTS)
