"""All frames of a clip in their order; each picture is drawn once and kept small."""

import hashlib
import zlib
from collections.abc import Iterator

import numpy as np

from bot.domain.demonstration import Demonstration
from bot.pictures.demonstrations.arrays import Frame
from bot.pictures.demonstrations.drawing import Artist
from bot.pictures.demonstrations.timeline import Moment, moments


class Film:
    """Gives the frames of a round, as often as wanted."""

    def __init__(self, demonstration: Demonstration, rate: int) -> None:
        self._artist = Artist(demonstration)
        self._moments = moments(demonstration, rate)
        self._drawn: dict[Moment, bytes] = {}
        self.size = self._artist.size

    def __len__(self) -> int:
        return len(self._moments)

    def frame(self, number: int) -> Frame:
        """Give one frame: (height, width, 3) bytes."""
        moment = self._moments[number]
        if moment not in self._drawn:
            self._drawn[moment] = zlib.compress(self._artist.draw(moment).tobytes(), 1)
        width, height = self.size
        return np.frombuffer(zlib.decompress(self._drawn[moment]), np.uint8).reshape(height, width, 3)

    def hardest(self) -> Frame:
        """Give the frame in which the muscles work most."""
        return self.frame(max(range(len(self)), key=lambda number: sum(self._moments[number].work)))

    def frames(self) -> Iterator[Frame]:
        """Give all frames in their order."""
        return (self.frame(number) for number in range(len(self)))

    def digest(self) -> str:
        """Give the SHA-256 of all frames' pixels."""
        found = hashlib.sha256()
        for frame in self.frames():
            found.update(frame.tobytes())
        return found.hexdigest()
