"""The order of a clip in time: which two poses, how far between them, and how hard the muscles work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.demonstration import Demonstration, Ease, Step

EASES: Mapping[Ease, Callable[[float], float]] = {
    Ease.LINEAR: lambda t: t,
    Ease.IN: lambda t: t * t,
    Ease.OUT: lambda t: 1 - (1 - t) ** 2,
    Ease.IN_OUT: lambda t: t * t * (3 - 2 * t),
    Ease.SMOOTH: lambda t: t**3 * (t * (6 * t - 15) + 10),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A share (0 to 1) of the way from one pose to another, and the work of muscles on the left and right there."""

    start: str
    end: str
    share: float
    work: tuple[float, float]


def moment(demonstration: Demonstration, seconds: float) -> Moment:
    """Say what is going on at a time. The first pose is held first; the move to it closes the round."""
    steps = demonstration.sequence
    left = seconds % demonstration.seconds
    for step, following in zip(steps, (*steps[1:], steps[0]), strict=True):
        if left < step.hold:
            return Moment(step.pose, step.pose, 0.0, step.work)
        left -= step.hold
        if left < following.move:
            return _moving(step, following, left / following.move)
        left -= following.move
    return Moment(steps[0].pose, steps[0].pose, 0.0, steps[0].work)


def moments(demonstration: Demonstration, rate: int) -> list[Moment]:
    """Give every frame of one round, at so many a second."""
    return [moment(demonstration, number / rate) for number in range(round(demonstration.seconds * rate))]


def _moving(step: Step, following: Step, share: float) -> Moment:
    """Say how far a move has come, as seen from the pose whose name comes first: there and back are one picture."""
    eased = round(EASES[following.ease](share), 4)
    start, end = (step, following) if step.pose <= following.pose else (following, step)
    if start is following:
        eased = round(1 - eased, 4)
    left, right = (round(a + (b - a) * eased, 3) for a, b in zip(start.work, end.work, strict=True))
    return Moment(start.pose, end.pose, eased, (left, right))
