"""What the bot asks of its database, asked without SQLAlchemy: of a simulated week that is most.

The statements are the bot's own, compiled once by SQLAlchemy and run by sqlite3 itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache
from types import TracebackType
from typing import Any

from sqlalchemy import Insert, Select, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.orm.attributes import instance_state

from bot.database import QuickSession, is_plain
from tests.sim import columns as ways_of
from tests.sim.answers import Answer, Rows


class DirectSession(QuickSession):
    """The bot's session, in which what is plain, and what loads rows of one table, goes straight to sqlite3: statements
    that are built once and get their values when they are asked.
    """

    is_direct = True
    _driven: tuple[Any, sqlite3.Connection] | None = None

    def execute(self, statement: Any, params: Any = None, **given: Any) -> Any:
        """As `Session.execute`; what has columns to fill in goes the usual way."""
        rows = params if isinstance(params, list) else [params or {}]
        model = None if given or not self.is_direct else _asked_for(statement, rows[0])
        if model is None:
            return super().execute(statement, params, **given)
        if self._new or self._deleted or self.identity_map._modified:
            self.flush()
        driver = self._driver()
        for row in rows:
            direct = _direct(statement, row)
            told = direct.rows(driver, row)
        if model is _PLAIN:
            return Answer(direct.shape, told)
        table = _table(model)
        found = [self._row(table, row, direct.is_fresh) for row in told]
        if None in found:
            return super().execute(statement, params)
        return Answer(_ENTITY, [(one,) for one in found])

    def _driver(self) -> sqlite3.Connection:
        """The connection of this transaction, which has begun on it; asked for once."""
        transaction = self.get_transaction()
        if self._driven is None or transaction is None or self._driven[0] is not transaction:
            driver = self.connection().connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            self._driven = (self.get_transaction(), driver)
        return self._driven[1]

    def _row(self, table: LoadedTable, row: tuple[Any, ...], is_fresh: bool) -> Any:
        """The row as the session holds it, or as it is now; None when the ORM must refresh it."""
        key = (table.model, tuple([row[place] for place in table.key]), None)
        held = self.identity_map.get(key)
        if held is None:
            held = table.manager.new_instance()
            state = instance_state(held)
            state.key, state.session_id = key, self.hash_key
            self.identity_map.add(state)
        else:
            state = instance_state(held)
            if state.expired_attributes or is_fresh:
                return None
            return held
        held.__dict__.update(zip(table.names, row, strict=True))
        return held


class WritingSession(DirectSession):
    """One for all transactions that write, on a connection of which SQLAlchemy believes that it never begins nor ends
    one: to make a session, have it begin and commit, and throw it away takes longer than most of what is done in it.
    """

    def __enter__(self) -> WritingSession:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        self.expunge_all()
        self.info.clear()

    def begin(self, nested: bool = False) -> Any:
        """As `Session.begin`; what is not nested begins and ends in sqlite3."""
        return super().begin(nested) if nested else _Transaction(self)


class _Transaction:
    def __init__(self, session: WritingSession) -> None:
        self._session = session

    def __enter__(self) -> None:
        self._session._driver().execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            try:
                self._session.flush()
                self._session._driver().commit()
            except BaseException:
                self._session.rollback()
                raise
        else:
            self._session.rollback()


_PLAIN = object()
_ENTITY = SimpleResultMetaData(["row"])
_askings: dict[Any, Any] = {}


def _asked_for(statement: Any, params: Any) -> Any:
    """The model of which it loads rows, `_PLAIN` for a plain statement; None when SQLAlchemy is to run it."""
    known = _askings.get(statement)
    if known is not None and params:
        return known
    if is_plain(statement):
        if isinstance(statement, Insert):
            return None if _fills_in(statement.table, frozenset(params)) else _PLAIN
        _askings[statement] = _PLAIN
        return _PLAIN
    if not (params and isinstance(statement, Select)):
        return None
    _askings[statement] = model = _model(statement)
    return model


@cache
def _fills_in(table: Any, names: frozenset[str]) -> bool:
    """Whether SQLAlchemy has values for columns that are not given; without any it has the values written out."""
    return not names or any(column.default is not None and column.name not in names for column in table.columns)


def _model(statement: Select[Any]) -> Any:
    told = statement.column_descriptions
    return told[0]["entity"] if len(told) == 1 and told[0]["expr"] is told[0]["entity"] else None


class LoadedTable:
    """How a row of a model's table becomes an object: names in the order of its columns, places of its key."""

    def __init__(self, model: Any) -> None:
        mapper = model.__mapper__
        columns = list(select(model).selected_columns)
        self.model = model
        self.manager = mapper.class_manager
        self.names = [mapper.get_property_by_column(column).key for column in columns]
        self.key = [columns.index(column) for column in mapper.primary_key]


@cache
def _table(model: Any) -> LoadedTable:
    return LoadedTable(model)


class Direct:
    """One statement: its words, and how values go in and come out. `params` are the first that it is asked with."""

    def __init__(self, statement: Any, params: dict[str, Any]) -> None:
        dialect = sqlite.dialect(paramstyle="named")
        names = list(params) if isinstance(statement, Insert) else None
        compiled = statement.compile(dialect=dialect, column_keys=names)
        expanded = compiled.construct_expanded_state(params)
        self._text = expanded.statement
        ways = {name: ways_of.into(bind.type, dialect) for name, bind in compiled.binds.items()}
        given = [name for name in params if name in ways]
        lists = {name: expanded.parameter_expansion[name] for name in given if name in expanded.parameter_expansion}
        self._into = [(name, ways[name]) for name in given if name not in lists]
        self._many = [(name, ways[name], names) for name, names in lists.items()]
        self.lists = tuple(name for name in given if compiled.binds[name].expanding)
        ways |= expanded.processors
        asked = {*params, *(one for names in lists.values() for one in names)}
        fixed = {name: value for name, value in expanded.parameters.items() if name not in asked}
        self._fixed = {name: _through(ways.get(name), value) for name, value in fixed.items()}
        columns = statement.exported_columns
        processes = [ways_of.out_of(column.type, dialect) for column in columns]
        self._outof = [(place, process) for place, process in enumerate(processes) if process is not None]
        self.shape = SimpleResultMetaData([str(key) for key in columns.keys()])  # noqa: SIM118 - no dictionary
        self.is_fresh = bool(statement.get_execution_options().get("populate_existing"))

    def rows(self, driver: sqlite3.Connection, params: dict[str, Any]) -> Rows:
        """What it answers, as SQLAlchemy would."""
        values = self._fixed.copy()
        for name, process in self._into:
            values[name] = params[name] if process is None else process(params[name])
        for name, process, names in self._many:
            values |= {one: _through(process, each) for one, each in zip(names, params[name], strict=True)}
        rows = driver.execute(self._text, values).fetchall()
        return [self._read(row) for row in rows] if self._outof else rows

    def _read(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        told = list(row)
        for place, process in self._outof:
            if told[place] is not None:
                told[place] = process(told[place])
        return tuple(told)


def _through(process: Callable[[Any], Any] | None, value: Any) -> Any:
    return value if process is None else process(value)


_directs: dict[Any, Direct] = {}
_lists: dict[Any, tuple[str, ...]] = {}


def _direct(statement: Any, params: dict[str, Any]) -> Direct:
    """Compiled once for as many values as its lists hold."""
    lists = _lists.get(statement)
    if lists is None:
        found = Direct(statement, params)
        lists = _lists[statement] = found.lists
    key: Any = statement
    if isinstance(statement, Insert):
        key = (statement, *params)
    elif lists:
        key = (statement, *[len(params[name]) for name in lists])
    known = _directs.get(key)
    if known is None:
        known = _directs[key] = Direct(statement, params)
    return known
