"""Whatever the coach can answer, there is a view for it."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from types import FunctionType
from typing import get_args

import pytest

import bot.coach
from bot.coach.morning import Sore
from bot.coach.onboarding_results import Settled
from bot.coach.turn import Turn
from bot.coach.why import DayTold, Next, Told
from bot.coach.workout_results import Better, Event, SetAt
from bot.views import buttons, show

from .conftest import Shown

PARTS = {SetAt, Better, Settled, Sore, Turn, Told, DayTold, Next, *get_args(Event)}
"""Parts of results; their words stand in the result's own view."""


def results() -> Iterator[type]:
    """Yield every dataclass of the coach that only tells what happened: it has no methods of its own."""
    for module in pkgutil.iter_modules(bot.coach.__path__, "bot.coach."):
        for _, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            own = [name for name, value in vars(found).items() if isinstance(value, FunctionType)]
            methods = [name for name in own if not name.startswith("__")]
            if is_dataclass(found) and found.__module__ == module.name and not methods and found not in PARTS:
                yield found


@pytest.mark.parametrize("result", list(results()), ids=lambda result: result.__name__)
def test_every_result_of_the_coach_has_a_view(result: type) -> None:
    assert show.dispatch(result) is not show.dispatch(object)


def test_every_result_of_the_coach_is_among_the_examples(shown: Shown) -> None:
    assert {type(example.result) for example, _ in shown.replies} >= set(results())


def test_something_that_is_no_result_is_refused() -> None:
    with pytest.raises(TypeError, match="no view is registered for int"):
        show(1, None)  # type: ignore[arg-type]


def test_no_two_buttons_travel_under_the_same_name() -> None:
    tags = [each.tag for _, each in inspect.getmembers(buttons, inspect.isclass) if hasattr(each, "tag")]
    assert len(tags) == len(set(tags))
