"""Errors that the playground answered though playground/errors.py does not list them: its log complains of them."""

from __future__ import annotations

import logging

LOG = logging.getLogger("playground.errors")


class Unlisted(logging.Handler):
    """Keeps what is complained of while it is open."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._found.append(record.getMessage())

    def take(self) -> list[str]:
        """What was found since the last time."""
        found, self._found = self._found, []
        return found

    def __enter__(self) -> Unlisted:
        LOG.addHandler(self)
        return self

    def __exit__(self, *failure: object) -> None:
        LOG.removeHandler(self)
