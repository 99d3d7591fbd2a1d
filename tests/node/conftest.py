"""Tests marked `node` are skipped where Node's packages are missing, before anything is started for them."""

import pytest

from tests.node.apps import MISSING, NODE
from tests.support import missing


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("node") and not NODE.exists():
        missing.skip(MISSING)
