"""The methods that the sandbox offers, by name; each file of methods adds its own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.sandbox.api.parameters import Parameters, validated
from bot.sandbox.shape import JSON
from bot.sandbox.world.world import World

P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True)
class Method:
    """A method's true name, the model of its parameters and what it does."""

    name: str
    model: type[Parameters]
    do: Callable[[World, Any], Any | Awaitable[Any]]

    def __call__(self, world: World, values: JSON) -> Any | Awaitable[Any]:
        return self.do(world, validated(self.model, values))


METHODS: dict[str, Method] = {}


def method(name: str, model: type[P]) -> Callable[[Callable[[World, P], Any]], Callable[[World, P], Any]]:
    """Offer the function as a method; Telegram reads names in any case."""

    def offer(do: Callable[[World, P], Any]) -> Callable[[World, P], Any]:
        METHODS[name.lower()] = Method(name, model, do)
        return do

    return offer
