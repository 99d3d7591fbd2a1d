"""The order in which several workers play the tests."""

from __future__ import annotations

import pytest

from tests.support.turns import in_turns


@pytest.mark.parametrize("workers", [2, 3, 8])
def test_in_turns_every_test_has_its_turn_once(request: pytest.FixtureRequest, workers: int) -> None:
    items = request.session.items
    ordered = in_turns(items, workers)
    assert sorted(one.nodeid for one in ordered) == sorted(one.nodeid for one in items)
