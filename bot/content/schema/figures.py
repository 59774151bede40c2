"""Who is seen in the clips: content/demonstrations/figures.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from bot.content.schema.fields import File, Id

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Thickness = Annotated[float, Field(ge=0.6, le=1.6)]


class FigureFile(File):
    """One person: colours, and how thick each part is beside an average one."""

    skin: Colour
    hair_colour: Colour
    hair: Literal["short", "bun", "ponytail", "bob", "curly", "headscarf", "shaved"]
    """How the hair is worn."""
    scarf: Colour | None = None
    """The colour of a headscarf."""
    top: Colour
    bottom: Colour
    shoe: Colour
    sole: Colour = "#D8D3C8"
    sleeves: Literal["vest", "short", "long"] = "vest"
    legs: Literal["short", "long"] = "long"
    build: dict[
        Literal["hips", "seat", "waist", "belly", "chest", "bust", "thigh", "calf", "arm", "neck", "ankle"], Thickness
    ] = Field(default_factory=dict)
    """1 is average; feet, hands and head are the same for all."""


class FiguresFile(File):
    """Who is seen in the clips."""

    figures: Annotated[dict[Id, FigureFile], Field(min_length=1)]
