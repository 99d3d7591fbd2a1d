"""What sqlite3 answered, in the shape of SQLAlchemy's result: as much of it as is asked for often, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData

Rows = list[tuple[Any, ...]]


class Answer:
    """A `sqlalchemy.Result` over rows that are all there. What it does not have, and what is to raise, SQLAlchemy's own
    result does.
    """

    __slots__ = ("_rows", "_shape")

    def __init__(self, shape: SimpleResultMetaData, rows: Rows) -> None:
        self._shape, self._rows = shape, rows

    def scalars(self) -> Scalars:
        return Scalars(self)

    def scalar(self) -> Any:
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> Any:
        return self._rows[0][0] if len(self._rows) == 1 else self.usual.scalar_one()

    def scalar_one_or_none(self) -> Any:
        return self.scalar() if len(self._rows) < 2 else self.usual.scalar_one_or_none()

    def all(self) -> list[Any]:
        shape = self._shape
        return [Row(shape, None, shape._key_to_index, row) for row in self._rows]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.all())

    def first(self) -> Any:
        shape = self._shape
        return Row(shape, None, shape._key_to_index, self._rows[0]) if self._rows else None

    @property
    def usual(self) -> Any:
        """The same as SQLAlchemy has it."""
        return IteratorResult(self._shape, iter(self._rows))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.usual, name)


class Scalars:
    """A `sqlalchemy.ScalarResult` likewise."""

    __slots__ = ("_answer",)

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def all(self) -> list[Any]:
        return [row[0] for row in self._answer._rows]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.all())

    def first(self) -> Any:
        return self._answer.scalar()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._answer.usual.scalars(), name)
