"""A clip: a short film without sound that shows one way to do an exercise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip's name, its width and height in pixels, how many seconds it lasts, and the SHA-256 of its file in hex."""

    name: str
    width: int
    height: int
    seconds: float
    digest: str
