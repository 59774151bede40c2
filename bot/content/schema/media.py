"""What media/clips.yaml may hold."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import ConfigDict, Field

from bot.content.schema.fields import SHA256, File, Id

Pixels = Annotated[int, Field(ge=16, le=1920)]
Digest = Annotated[str, Field(pattern=SHA256)]


class ClipFile(File):
    """A clip: `media/NAME.mp4`, and its first picture `media/NAME.jpg`."""

    width: Pixels
    height: Pixels
    seconds: Annotated[float, Field(ge=0.1, le=60)]
    """How long it lasts."""
    frames: Digest
    """The SHA-256 of its pictures, by which it is told whether it has to be made anew."""
    file: Digest
    """The SHA-256 of the mp4."""


class ClipsFile(File):
    """All clips by name."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Id, ClipFile] = Field(init=False)

    @property
    def clips(self) -> Mapping[str, ClipFile]:
        """Give the clips by their names."""
        return self.__pydantic_extra__
