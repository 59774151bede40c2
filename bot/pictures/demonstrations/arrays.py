"""What the arrays of numpy hold here, and how they are turned alike on every processor."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.floating[Any])

Array = NDArray[np.float64]
"""Places, directions and turns, exact."""

Field = NDArray[np.floating[Any]]
"""A number for each pixel, as a rule with 32 bits."""

Mask = NDArray[np.bool_]
"""Yes or no for each pixel."""

Rows = NDArray[np.intp]
"""Numbers of rows."""

Frame = NDArray[np.uint8]
"""A picture: (height, width, 3) bytes."""

MICROMETRE = 6
"""Places are drawn to so many decimals of a metre: what a processor makes of the last bits is not seen."""


def turned(turn: NDArray[Any], points: NDArray[Number]) -> NDArray[Number]:
    """Turn points (3, n) by (3, 3), in an order of sums that is the same on every processor, unlike that of `@`."""
    rows = [row[0] * points[0] + row[1] * points[1] + row[2] * points[2] for row in turn]
    return np.stack(rows).astype(points.dtype)
