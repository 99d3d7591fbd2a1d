"""All rows of a database, to be written into another at once: what took long to live is put back in a moment."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, Table, select

from bot.database import Base

Rows = dict[Table, list[dict[str, Any]]]


def take_rows(engine: Engine) -> Rows:
    """What stands in the tables that are not empty, in an order in which they can be written."""
    with engine.begin() as connection:
        found = {
            table: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in Base.metadata.sorted_tables
        }
    return {table: rows for table, rows in found.items() if rows}


def put_rows(engine: Engine, rows: Rows) -> None:
    with engine.begin() as connection:
        for table, some in rows.items():
            connection.execute(table.insert(), some)
