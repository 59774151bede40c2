"""What several files share: the strict base, keys, sentences, ranges and tempos."""

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

ID = r"^[a-z][a-z0-9_]*$"
REFERENCE_KEY = r"^[A-Z][A-Za-z0-9]*$"
PLAIN = r"^[^<>]*$"
DOI = r"^10\.[0-9]{4,9}/\S+$"
URL = r"^https?://\S+$"
SHA256 = r"^[0-9a-f]{64}$"

Id = Annotated[str, Field(pattern=ID, max_length=40)]
ReferenceKey = Annotated[str, Field(pattern=REFERENCE_KEY, max_length=40)]
Name = Annotated[str, Field(min_length=2, max_length=48, pattern=PLAIN)]
Sentence = Annotated[str, Field(min_length=3, max_length=300)]
Rung = Annotated[int, Field(ge=1, le=5)]


class File(BaseModel):
    """Keys that are not known are refused, so that a typing mistake is found; editors show the text below each key."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    NAMES_ARE_TOLD: ClassVar[bool] = False
    """Whether whoever mistypes a key is told all that are known."""

    @classmethod
    def spelled_out(cls, data: object) -> object:
        """Write out the short forms of a file before it is checked."""
        return data


@dataclass(frozen=True, slots=True)
class Between:
    """Reads `12` and `10-15` as a range of something, and says what is wrong with any other."""

    low: int
    high: int
    unit: str

    def __call__(self, value: object) -> tuple[int, int]:
        """Give both ends of the range."""
        found = re.fullmatch(r"(\d+)(?:\s*-\s*(\d+))?", str(value).strip())
        if not found or isinstance(value, bool):
            raise ValueError(f"write {self.unit} as a number (12) or a range (10-15)")
        first, last = int(found[1]), int(found[2] or found[1])
        if first > last:
            raise ValueError(f"{first} to {last} {self.unit} runs backwards")
        if first < self.low or last > self.high:
            amount = f"{first} to {last}" if first < last else f"{first}"
            raise ValueError(f"{amount} {self.unit} is outside {self.low} to {self.high}")
        return first, last


def _tempo(value: object) -> tuple[int, int, int]:
    """Read `2-1-3` as seconds to lift, pause and lower."""
    found = re.fullmatch(r"([0-5])-([0-5])-([0-5])", str(value).strip())
    if not found:
        raise ValueError("write a tempo as lift-pause-lower in seconds, each 0 to 5, such as 2-1-3")
    return int(found[1]), int(found[2]), int(found[3])


_RANGE_SCHEMA = WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d+( *- *\d+)?$", "examples": ["10-15"]})

Sets = Annotated[tuple[int, int], BeforeValidator(Between(1, 4, "sets")), _RANGE_SCHEMA]
Reps = Annotated[tuple[int, int], BeforeValidator(Between(1, 30, "reps")), _RANGE_SCHEMA]
Seconds = Annotated[tuple[int, int], BeforeValidator(Between(5, 120, "seconds")), _RANGE_SCHEMA]
Reserve = Annotated[tuple[int, int], BeforeValidator(Between(0, 10, "reps in reserve")), _RANGE_SCHEMA]
WeeklySets = Annotated[tuple[int, int], BeforeValidator(Between(1, 60, "sets a week")), _RANGE_SCHEMA]
TempoText = Annotated[
    tuple[int, int, int],
    BeforeValidator(_tempo),
    WithJsonSchema({"type": "string", "pattern": r"^[0-5]-[0-5]-[0-5]$", "examples": ["2-1-3"]}),
]


class AllowedWord(File):
    """A blocked word that may stand in this file, and why."""

    word: Annotated[str, Field(min_length=2)]
    reason: Annotated[str, Field(min_length=10)]


Allowed = tuple[AllowedWord, ...]
