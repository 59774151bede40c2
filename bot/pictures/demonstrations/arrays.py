"""What the arrays of numpy hold here."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

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
