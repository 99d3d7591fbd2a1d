"""The event loop of tests in which the bot serves: the one in which it serves in truth."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
LoopFactory = Callable[[], asyncio.AbstractEventLoop]


def as_served() -> dict[str, LoopFactory]:
    """For pytest-asyncio, by name. As `python -m bot run` has it: uvloop, where there is one; it takes a sixth less of
    the processor than asyncio's own.
    """
    try:
        import uvloop  # noqa: PLC0415 - there is none for Windows
    except ImportError:
        return {"asyncio": asyncio.new_event_loop}
    return {"uvloop": uvloop.new_event_loop}


def run_as_served(coroutine: Coroutine[Any, Any, T]) -> T:
    """To its end, in a loop of its own: for a fixture that outlives the loops of single tests."""
    (factory,) = as_served().values()
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(coroutine)
