"""What is shown beside words: clips, short films without sound of one way to do an exercise, and pictures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip's name, its width and height in pixels, how many seconds it lasts, and the SHA-256 of its file in hex."""

    name: str
    width: int
    height: int
    seconds: float
    digest: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's name with its language (en/hip_bones), the SHA-256 of its file in hex, and words that say the same."""

    name: str
    digest: str
    words: str


Shown = Clip | Picture


@dataclass(frozen=True, slots=True)
class SentClip:
    """What Telegram calls a file: for us to send it again, and in every message that shows it."""

    file_id: str
    unique_id: str
