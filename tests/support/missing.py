"""What a machine may lack: a test that needs it is skipped there, with a word; where nothing may be, it fails."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def skip(what: str) -> NoReturn:
    """`what` is missing: a sentence with the command that brings it."""
    if os.environ.get("NOTHING_SKIPPED"):
        pytest.fail(what)
    pytest.skip(what)
