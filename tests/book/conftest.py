"""The town of the book."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.book.book import SPEED
from tests.flow.conftest import migrated, town_url
from tests.flow.harness import START, Town, open_town

__all__ = ["migrated", "town_url"]


@pytest.fixture
async def town(town_url: str) -> AsyncIterator[Town]:
    async with open_town(town_url, start=START + timedelta(minutes=20), speed=SPEED) as opened:
        yield opened
