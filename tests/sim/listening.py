"""What the bot logs: an error that no fault explains is a violation; and what the playground says of itself."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError

from bot.errors import SlackRefused
from bot.slack.calls import SlackBusyError, SlackUnknownError

EXPLAINED = (OperationalError, SlackBusyError, SlackUnknownError, SlackRefused, OSError, TimeoutError)

UNLISTED = "playground.errors"
"""The log that complains of answers which the playground does not list."""


class Listener(logging.Handler):
    def __init__(self, blame: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._blame = blame

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == UNLISTED:
            self._blame(f"the playground stumbled: {record.getMessage()}")
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and not isinstance(error, EXPLAINED):
            self._blame(f"the bot stumbled: {record.getMessage()}: {type(error).__name__}: {error}")


@contextmanager
def listening(blame: Callable[[str], None]) -> Iterator[None]:
    """Hear what is logged within the block, and let nothing of it be printed."""
    root, heard = logging.getLogger(), Listener(blame)
    before, level = root.handlers[:], root.level
    root.handlers[:] = [heard]
    root.setLevel(logging.ERROR)
    try:
        yield
    finally:
        root.handlers[:] = before
        root.setLevel(level)
