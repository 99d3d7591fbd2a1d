"""Tests marked `node` are skipped where Node's packages are missing, before anything is started for them."""

import pytest

from tests.node.apps import MISSING, NODE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not NODE.exists():
        for item in items:
            if item.get_closest_marker("node"):
                item.add_marker(pytest.mark.skip(reason=MISSING))
