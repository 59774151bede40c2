"""A wording comes again only when all others have."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from bot.domain.wordings import fresh_wording


def test_a_wording_not_used_yet_is_chosen() -> None:
    assert fresh_wording(["a", "b", "c"], {"a": 1, "c": 1}, seed=0) == "b"


def test_the_seed_says_where_counting_starts() -> None:
    assert [fresh_wording(["a", "b", "c"], {}, seed) for seed in (0, 1, 2, 3)] == ["a", "b", "c", "a"]
    assert [fresh_wording(["a", "b", "c"], {"b": 1}, seed) for seed in (0, 1, 2, 3)] == ["a", "c", "c", "a"]


def test_used_wordings_that_are_gone_matter_no_more() -> None:
    assert fresh_wording(["a", "b"], {"a": 2, "b": 1, "gone": 0}, seed=0) == "b"


def test_there_must_be_something_to_choose_from() -> None:
    with pytest.raises(ValueError, match="nothing to choose from"):
        fresh_wording([], {}, seed=0)


@given(st.integers(2, 8), st.integers(0, 10_000))
def test_none_comes_twice_in_a_row(count: int, seed: int) -> None:
    wordings = [str(number) for number in range(count)]
    used: dict[str, int] = {}
    said = []
    for _ in range(3 * count):
        said.append(fresh_wording(wordings, used, seed))
        used[said[-1]] = used.get(said[-1], 0) + 1
    assert all(one != other for one, other in pairwise(said))


@given(st.integers(1, 8), st.lists(st.integers(0, 10_000), min_size=24, max_size=24))
def test_none_comes_again_until_all_were_used(count: int, seeds: list[int]) -> None:
    wordings = [str(number) for number in range(count)]
    used: dict[str, int] = {}
    for seed in seeds:
        chosen = fresh_wording(wordings, used, seed)
        used[chosen] = used.get(chosen, 0) + 1
        assert max(used.values()) - min(used.get(wording, 0) for wording in wordings) <= 1
