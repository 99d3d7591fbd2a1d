"""Statements: prepared once and executed often, and rows that go in only where none stands yet."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import (
    ARRAY,
    Select,
    String,
    Table,
    any_,
    bindparam,
    cast,
    column,
    func,
    insert,
    literal,
    literal_column,
    select,
    text,
)
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import InstanceState, Session
from sqlalchemy.orm.attributes import instance_state

from bot.database import Base, Json, plain

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
M = TypeVar("M", bound=Base)
AT_ONCE = 1_000  # ids in one statement
ONE: Any = literal_column("1")
"""The limit of a statement that is executed often: where it is a parameter, PostgreSQL plans the statement anew each
time, which may take as long as all the rest of it."""
MOST_PARAMETERS = 20_000  # of one statement: SQLite takes 32,766, PostgreSQL 65,535


def prepared(build: Callable[P, S]) -> Callable[P, tuple[S, dict[str, Any]]]:
    """A statement that is built once, from parameters in place of its arguments; each call answers it with the values
    of these: `session.execute(*open_of(scope.team_id))`.

    Building a statement takes longer than executing it. An argument may only stand where a value may (a collection in
    `in_`): the statement is the same for all of them. What is given by keyword makes a statement of its own.
    """
    known = inspect.signature(build).parameters.values()
    names = tuple(f"of_{one.name}" for one in known if one.kind is one.POSITIONAL_OR_KEYWORD)

    made: Any = build
    statement: Any = cache(lambda **chosen: _quick(made(*map(bindparam, names), **chosen)))

    @wraps(build)
    def given(*values: P.args, **chosen: P.kwargs) -> tuple[S, dict[str, Any]]:
        return statement(**chosen), dict(zip(names, values, strict=True))

    return given


def _quick(statement: Any) -> Any:
    """Marked as plain when it asks for columns alone."""
    if not isinstance(statement, Select) or any(one["expr"] is one["entity"] for one in statement.column_descriptions):
        return statement
    return plain(statement)


def find(session: Session, model: type[M], *key: object) -> M | None:
    """The row of that primary key, as `session.get`, but quicker; the session holds on to it until it ends."""
    held = session.identity_map.get(model.__mapper__.identity_key_from_primary_key(key))
    if held is not None:
        state: InstanceState[M] = instance_state(held)
        # One that is to be read again is left to the session.
        return session.get(model, key) if state.expired or state.expired_attributes else held
    statement, names = _by_key(model)
    row = session.execute(statement, dict(zip(names, key, strict=True))).scalar_one_or_none()
    # What nobody holds is read again when it is asked for again.
    session.info.setdefault("held", []).append(row)
    return row


def find_one(session: Session, model: type[M], *key: object) -> M:
    """As `find`; raises NoResultFound when there is none."""
    row = find(session, model, *key)
    if row is None:
        raise NoResultFound(f"no {model.__name__} has the key {key!r}")
    return row


def find_locked(session: Session, model: type[M], *key: object) -> M | None:
    """The row of that primary key as it is now, locked for a change.

    `session.get(…, with_for_update=True)` locks, too, but answers a row that the session holds as it was read before.
    """
    statement, names = _by_key_locked(model)
    found: M | None = session.execute(statement, dict(zip(names, key, strict=True))).scalar_one_or_none()
    return found


def find_one_locked(session: Session, model: type[M], *key: object) -> M:
    """As `find_locked`; raises NoResultFound when there is none."""
    row = find_locked(session, model, *key)
    if row is None:
        raise NoResultFound(f"no {model.__name__} has the key {key!r}")
    return row


@cache
def _by_key_locked(model: Any) -> tuple[Any, tuple[str, ...]]:
    statement, names = _by_key(model)
    return statement.with_for_update().execution_options(populate_existing=True), names


def read_again(session: Session, model: type[M], is_meant: Callable[[M], bool]) -> None:
    """Rows that the session holds were changed by a statement that it knows nothing of."""
    for held in list(session.identity_map.values()):
        if isinstance(held, model) and is_meant(held):
            session.expire(held)


@cache
def _by_key(model: Any) -> tuple[Any, tuple[str, ...]]:
    columns = model.__mapper__.primary_key
    names = tuple(f"of_{column.name}" for column in columns)
    return select(model).where(*(column == bindparam(name) for column, name in zip(columns, names, strict=True))), names


def chunks(found: Sequence[T], most: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """As many at once as one statement takes."""
    for start in range(0, len(found), most):
        yield found[start : start + most]


def load(session: Session, model: type[M], team_id: str, ids: Collection[str]) -> dict[str, M]:
    """The rows of a workspace that have these ids, by id."""
    found: dict[str, M] = {}
    for some_ids in chunks(sorted(ids)):
        given = {"of_team": team_id, "of_ids": some_ids}
        found |= {row.id: row for row in session.execute(_by_ids(model), given).scalars()}
    return found


@cache
def _by_ids(model: Any) -> Any:
    return select(model).where(model.team_id == bindparam("of_team"), model.id.in_(bindparam("of_ids")))


def insert_or_skip(session: Session, table: Any, rows: list[dict[str, Any]], returning: Any = None) -> list[Any]:
    """Insert what no unique key forbids; answers the `returning` column of the rows that went in."""
    if not rows:
        return []
    statement = _skipping(_table(table), is_sqlite(session), returning and returning.key)
    if returning is None:
        # Executed with all rows: a thousand rows written out take seconds to compile.
        session.execute(statement, rows)
        return []
    if len(rows) == 1:
        return list(session.execute(statement, rows[0]).scalars())
    added: list[Any] = []
    for some_rows in chunks(rows, max(1, MOST_PARAMETERS // len(rows[0]))):
        added.extend(session.execute(statement.values(some_rows)).scalars())
    return added


def insert_or_update(session: Session, table: Any, row: dict[str, Any], keys: tuple[str, ...]) -> None:
    """Insert the row, or set its other columns where a row with these keys stands already."""
    session.execute(_upsert(_table(table), is_sqlite(session), tuple(row), keys), row)


def insert_or_update_all(
    session: Session,
    table: Any,
    rows: list[dict[str, Any]],
    chosen: dict[str, Any],
    keys: tuple[str, ...] = ("team_id", "id"),
) -> None:
    """Insert rows, or set their columns where one with these keys stands. `chosen` holds what only new rows get."""
    if rows:
        upsert = _upsert(_table(table), is_sqlite(session), tuple(rows[0]), keys)
        session.execute(upsert, [row | chosen for row in rows])


def insert_or_lock(session: Session, table: Any, row: dict[str, Any], where: str) -> str:
    """Insert the row; where one with its (team_id, key) stands within the partial index `where`, lock that one.

    Answers the id of the row that stands now. (Doing nothing would lock nothing: its reader could be ahead of us.)
    """
    return str(session.execute(_locking(_table(table), is_sqlite(session), where), row).scalar_one())


def insert_all(session: Session, table: Any, rows: Sequence[Mapping[str, Any]], fixed: Mapping[str, Any]) -> None:
    """Insert many rows in one statement that has them as one parameter: the database takes them apart, several times as
    quickly as it takes them one by one. Raises IntegrityError.

    All rows name the same columns: strings, numbers or JSON. What all have in common is `fixed`.
    """
    if rows:
        names = tuple(rows[0])
        packed = json.dumps([[row[name] for name in names] for row in rows], separators=(",", ":"))
        statement = _unpacking(_table(table), is_sqlite(session), names, tuple(fixed))
        session.execute(statement, {"of_rows": packed} | {f"of_{name}": value for name, value in fixed.items()})


def one_of(session: Session, column: Any, values: Collection[str]) -> Any:
    """A condition: the column has one of very many values. They are one parameter: that is quicker than a list."""
    if is_sqlite(session):
        return column.in_(select(func.json_each(json.dumps(sorted(values))).table_valued("value").c.value))
    return column == any_(literal(sorted(values), ARRAY(String)))


def _table(table: Any) -> Table:
    """A model's, or the one that is given."""
    found: Table = getattr(table, "__table__", table)
    return found


def is_sqlite(session: Session) -> bool:
    """Whether the session's database is SQLite: there a transaction that writes is the only one."""
    return session.get_bind().dialect.name == "sqlite"


def upserting(table: Table, is_sqlite: bool) -> Any:
    """An insert that may say ON CONFLICT. Only the dialect that is in use is loaded: each takes megabytes."""
    if is_sqlite:
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert  # noqa: PLC0415

        return sqlite_insert(table)
    from sqlalchemy.dialects.postgresql import insert as postgresql_insert  # noqa: PLC0415

    return postgresql_insert(table)


# One row's statement each, built once: one that names its rows is compiled anew for every number of them.
@cache
def _skipping(table: Table, is_sqlite: bool, returning: str | None) -> Any:
    statement = upserting(table, is_sqlite).on_conflict_do_nothing()
    return plain(statement if returning is None else statement.returning(table.c[returning]))


@cache
def _unpacking(table: Table, is_sqlite: bool, names: tuple[str, ...], fixed: tuple[str, ...]) -> Any:
    given = bindparam("of_rows", type_=String)
    if is_sqlite:
        each: Any = func.json_each(given).table_valued("value").c.value
        cells = [func.json_extract(each, f"$[{place}]") for place in range(len(names))]
    else:
        each = func.jsonb_array_elements(cast(given, Json)).table_valued(column("value", Json)).c.value
        cells = [_cell(each, place, table.c[name].type) for place, name in enumerate(names)]
    same = [bindparam(f"of_{name}", type_=table.c[name].type) for name in fixed]
    unpacked = insert(table).from_select([*names, *fixed], select(*cells, *same), include_defaults=False)
    return plain(unpacked)


def _cell(each: Any, place: int, kind: Any) -> Any:
    """What stands at that place of a row, as PostgreSQL has it."""
    at: Any = literal_column(str(place))
    if isinstance(kind, Json):
        return each.op("->", return_type=Json())(at)
    word = each.op("->>", return_type=String())(at)
    return word if isinstance(kind, String) else cast(word, kind)


@cache
def _upsert(table: Table, is_sqlite: bool, names: tuple[str, ...], keys: tuple[str, ...]) -> Any:
    statement = upserting(table, is_sqlite)
    changes = {name: statement.excluded[name] for name in names if name not in keys}
    if not changes:
        return plain(statement.on_conflict_do_nothing(index_elements=list(keys)))
    return plain(statement.on_conflict_do_update(index_elements=list(keys), set_=changes))


@cache
def _locking(table: Table, is_sqlite: bool, where: str) -> Any:
    statement = upserting(table, is_sqlite)
    standing = {"index_elements": ["team_id", "key"], "index_where": text(where)}
    return plain(
        statement.on_conflict_do_update(**standing, set_={"key": statement.excluded.key}).returning(table.c.id)
    )
