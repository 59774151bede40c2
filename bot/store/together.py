"""What several tasks wait for is done in one go by the first of them whose turn comes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.store.connection import Connection
from bot.store.database import Database

A = TypeVar("A")
B = TypeVar("B")


@dataclass(eq=False, slots=True)
class _Wish(Generic[A, B]):
    """Something a task waits for, and what came of it: one result, once it is done."""

    item: A
    result: Sequence[B] = ()


class Together(Generic[A, B]):
    """Tasks queue for the connection anyway; who is served brings along what those behind it want.

    One statement, or one commit, then serves many athletes. Each task still waits until its own is done.
    """

    def __init__(self, database: Database, work: Callable[[Connection, Sequence[A]], Awaitable[Sequence[B]]]) -> None:
        self._database = database
        self._work = work
        self._wishes: list[_Wish[A, B]] = []

    async def __call__(self, item: A) -> B:
        """Return what the work makes of an item; when the work fails, whoever did it hears so, and the next tries."""
        mine = _Wish[A, B](item)
        self._wishes.append(mine)
        try:
            async with self._database.alone() as connection:
                if not mine.result:
                    await self._serve(connection, tuple(self._wishes))
        finally:
            self._wishes = [wish for wish in self._wishes if wish is not mine and not wish.result]
        return mine.result[0]

    async def _serve(self, connection: Connection, wishes: Sequence[_Wish[A, B]]) -> None:
        results = await self._work(connection, [wish.item for wish in wishes])
        for wish, result in zip(wishes, results, strict=True):
            wish.result = (result,)
