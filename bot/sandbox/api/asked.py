"""What the control API is asked with, checked: a mistake becomes one sentence."""

from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter
from starlette.requests import Request

T = TypeVar("T")
Seconds = Annotated[float, Field(allow_inf_nan=False)]


class Asked(BaseModel):
    """Parameters of one request."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ClockQuestion(Asked):
    """What a bot says when it asks for the time: since when, how long it waits, and whether it has anything to do."""

    after: Seconds | None = None
    wait: Seconds = 0
    idle: bool = False
    next: Seconds | None = None
    report: int | None = None


class Waiting(Asked):
    """From which number on, and how long the answer may take."""

    after: int = 0
    wait: Seconds = 0


def _one_of_both(move: "ClockMove") -> "ClockMove":
    if (move.by is None) == (move.to is None):
        raise ValueError("a clock moves by so many seconds, or to an instant")
    return move


class ClockMove(Asked):
    """On by so many seconds, or to an instant."""

    by: Seconds | None = None
    to: Seconds | None = None


CheckedMove = Annotated[ClockMove, AfterValidator(_one_of_both)]


class NewPerson(Asked):
    """Somebody new."""

    first_name: str = "Ann"
    language_code: str | None = None
    id: int | None = None


class Switch(Asked):
    """On or off."""

    on: bool


async def body(request: Request, kind: type[T]) -> T:
    """Read a JSON body; ValidationError for one that is none, or of another shape."""
    return TypeAdapter(kind).validate_json(await request.body())


def query(request: Request, kind: type[T]) -> T:
    """Read the parameters of an address; ValidationError for those of another shape."""
    given: dict[str, Any] = {name: value for name, value in request.query_params.items() if value}
    return TypeAdapter(kind).validate_python(given)
