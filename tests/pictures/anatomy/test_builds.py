"""A hip of another build has the same bones, wider, higher or with a longer neck."""

from bot.domain.anatomy import Build, Look, Part, Point, Shape, Sides
from bot.pictures.anatomy.builds import built

HEAD, TROCHANTER, CREST, SKIN = (88, 0), (158, -16), (110, 138), (150, 40)


def moved(point: Point, part: Part, build: Build) -> Point:
    shape = Shape(Look.BONE, part, Sides.ONE, outline=(point,), lines=((point,),))
    [after] = built(shape, build).outline
    assert built(shape, build).lines == ((after,),)
    return after


def test_the_build_of_the_outlines_changes_nothing() -> None:
    for part in Part:
        assert moved(TROCHANTER, part, Build()) == TROCHANTER


def test_a_wider_pelvis_takes_the_whole_femur_along() -> None:
    wide = Build(wide=1.1)
    assert moved(CREST, Part.PELVIS, wide)[0] > CREST[0]
    shifts = [moved(point, Part.FEMUR, wide)[0] - point[0] for point in (HEAD, TROCHANTER)]
    assert shifts[0] == shifts[1] == moved(HEAD, Part.PELVIS, wide)[0] - HEAD[0]


def test_a_higher_crest_leaves_what_lies_below_the_hip_joint() -> None:
    high = Build(high=1.1)
    assert moved(CREST, Part.PELVIS, high)[1] > CREST[1]
    assert moved((70, -77), Part.PELVIS, high) == (70, -77)


def test_a_longer_neck_moves_the_trochanter_out_and_leaves_the_head_in_its_socket() -> None:
    long = Build(neck=10)
    assert moved(HEAD, Part.FEMUR, long) == HEAD
    x, y = moved(TROCHANTER, Part.FEMUR, long)
    assert (x > TROCHANTER[0], y < TROCHANTER[1]) == (True, True)


def test_the_soft_outline_is_drawn_as_it_is() -> None:
    assert moved(SKIN, Part.BODY, Build(wide=1.1, high=1.1, neck=9)) == SKIN
