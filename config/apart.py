"""The settings, read in a child: what checks them takes eight megabytes, of which nothing is needed afterwards."""

from __future__ import annotations

import os
import pickle
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from config.errors import ConfigError

if TYPE_CHECKING:
    from config.settings import Settings


class Hidden:
    """A secret, as pydantic's: it shows itself to nobody who does not ask."""

    def __init__(self, value: str) -> None:
        self._value = value

    def get_secret_value(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Hidden('**********')"


class Given(SimpleNamespace):
    """Every setting under its name in `Settings`, and what is told by several of them."""

    def __repr__(self) -> str:
        return "Given()"


def load_apart() -> Settings:
    """As `config.settings.load` from the environment and `.env`; raises ConfigError likewise.

    For a process that begins: it has no threads yet, and is about to live long. Where processes cannot fork (Windows),
    they are read in this one.
    """
    if not hasattr(os, "fork"):
        from config.settings import load  # noqa: PLC0415 - it brings pydantic

        return load()
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        _tell(sending)
    os.close(sending)
    with os.fdopen(receiving, "rb") as told:
        packed = told.read()
    os.waitpid(child, 0)
    if not packed:
        raise SystemExit(1)  # the child fell over, and has shown where
    values, wrong = pickle.loads(packed)  # noqa: S301 - our own words
    if wrong is not None:
        raise ConfigError(*wrong)
    return cast("Settings", Given(**values))


def _tell(sending: int) -> None:
    """In the child: write down what was read, or what is wrong with it, and end."""
    from config.settings import load  # noqa: PLC0415 - in this process only

    values: dict[str, Any] = {}
    wrong = None
    try:
        settings = load()
        kind = type(settings)
        told = [name for name, value in vars(kind).items() if isinstance(value, property)]
        values = {name: _plain(getattr(settings, name)) for name in (*kind.model_fields, *told)}
    except ConfigError as error:
        wrong = (error.title, error.problems)
    with os.fdopen(sending, "wb") as telling:
        pickle.dump((values, wrong), telling)
    os._exit(0)


def _plain(value: Any) -> Any:
    """A secret without pydantic's class, which would have all of it loaded again."""
    return Hidden(value.get_secret_value()) if hasattr(value, "get_secret_value") else value
