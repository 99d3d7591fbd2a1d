"""An import of customers: staged row by row, then written, in transactions so short that no ack waits for them.

While rows are staged nothing of them is visible, and an import that was interrupted then is forgotten by the next one.
Once all are staged it is only finished: by whoever imports next, in parts, each of which takes its rows off the stage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select

from bot.database import Scope
from bot.errors import ImportUnderWay, LeaseLost
from bot.facts import CustomerFacts
from bot.ledger import directory, entries
from bot.ledger.directory import Change, Outcome
from bot.models import CustomerImport, StagedCustomer
from bot.statements import find_locked, insert_all, insert_or_skip

LEASE = timedelta(seconds=20)
_NAMES = tuple(one.name for one in fields(CustomerFacts))
Refused = tuple[CustomerFacts, str]
"""A row that was right when it was checked, and why it can't be written any more: somebody took its name meanwhile."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """An import that was not ended: how many of its rows are left on the stage."""

    id: str
    rows: int
    left: int
    is_staged: bool
    taken_until: datetime


def under_way(scope: Scope) -> UnderWay | None:
    found = scope.session.get(CustomerImport, scope.team_id, populate_existing=True)
    if found is None:
        return None
    of_team = select(func.count()).select_from(StagedCustomer).where(StagedCustomer.team_id == scope.team_id)
    left = scope.session.execute(of_team).scalar_one()
    return UnderWay(found.id, found.rows, left, found.is_staged, found.taken_until)


def begin(scope: Scope, rows: int, machine: datetime) -> str:
    """Take the stage for so many rows; answers the import's id. Raises ImportUnderWay while another holds it."""
    import_id = scope.new_id()
    row = {
        "team_id": scope.team_id,
        "id": import_id,
        "at": scope.now,
        "rows": rows,
        "is_staged": False,
        "taken_until": machine + LEASE,
    }
    if not insert_or_skip(scope.session, CustomerImport, [row], CustomerImport.id):
        raise _busy(scope, machine)
    return import_id


def take_over(scope: Scope, machine: datetime) -> UnderWay | None:
    """An import that was interrupted is ours now; None when there is none. Raises ImportUnderWay when it still runs."""
    found = _locked(scope)
    if found is None:
        return None
    if found.taken_until > machine:
        raise _busy(scope, machine)
    found.taken_until = machine + LEASE
    scope.session.flush()
    return under_way(scope)


def _locked(scope: Scope) -> CustomerImport | None:
    return find_locked(scope.session, CustomerImport, scope.team_id)


def _busy(scope: Scope, machine: datetime) -> ImportUnderWay:
    found = under_way(scope)
    if found is None:
        return ImportUnderWay(left="some", rows="its", seconds=1)
    seconds = max(1, int((found.taken_until - machine).total_seconds()) + 1)
    left = found.left if found.is_staged else found.rows
    return ImportUnderWay(left=f"{left:,}", rows=f"{found.rows:,}", seconds=seconds)


def _held(scope: Scope, import_id: str, machine: datetime) -> CustomerImport:
    """The import, locked, and ours for another while. Raises LeaseLost."""
    found = _locked(scope)
    if found is None or found.id != import_id:
        raise LeaseLost
    found.taken_until = machine + LEASE
    return found


def stage(scope: Scope, import_id: str, first: int, rows: Sequence[CustomerFacts], machine: datetime) -> None:
    """Put rows on the stage, numbered from `first` on."""
    _held(scope, import_id, machine)
    staged = [{"number": number, "facts": _row(facts)} for number, facts in enumerate(rows, start=first)]
    insert_all(scope.session, StagedCustomer, staged, {"team_id": scope.team_id})


def _row(facts: CustomerFacts) -> dict[str, Any]:
    return {name: getattr(facts, name) for name in _NAMES}


def all_staged(scope: Scope, import_id: str, machine: datetime) -> None:
    """From here on the import is only finished."""
    _held(scope, import_id, machine).is_staged = True


def write_some(
    scope: Scope, import_id: str, most: int, machine: datetime, by: str
) -> tuple[Counter[Outcome], list[Refused]]:
    """Write the next rows of the stage, and take them off it; answers what came of each, none when all are written."""
    _held(scope, import_id, machine)
    numbers, wanted = _next(scope, most)
    have = directory.known(scope, wanted, for_update=True)
    compared = [(facts, directory.compare(have, facts)) for facts in wanted]
    changes = [found for _, found in compared if isinstance(found, Change)]
    written = directory.write(scope, changes, by, **{"import": import_id})
    if numbers:
        done = (StagedCustomer.team_id == scope.team_id, StagedCustomer.number.between(numbers[0], numbers[-1]))
        scope.session.execute(delete(StagedCustomer).where(*done))
    refused = [(facts, " ".join(one.words for one in found)) for facts, found in compared if isinstance(found, list)]
    return written, refused


def _next(scope: Scope, most: int) -> tuple[list[int], list[CustomerFacts]]:
    of_team = select(StagedCustomer.number, StagedCustomer.facts).where(StagedCustomer.team_id == scope.team_id)
    found = scope.session.execute(of_team.order_by(StagedCustomer.number).limit(most)).all()
    return [number for number, _ in found], [_facts(row) for _, row in found]


def _facts(row: dict[str, Any]) -> CustomerFacts:
    """As it was staged: JSON knows lists alone."""
    lists = {name: tuple(row[name]) for name in ("addresses", "owners")}
    aliases = tuple((norm, name) for norm, name in row["aliases"])
    return CustomerFacts(**(row | lists | {"aliases": aliases}))


def clear_some(scope: Scope, most: int) -> bool:
    """Take rows off the stage unwritten: those of an import that was interrupted too early. Answers whether there were
    any.
    """
    numbers, _ = _next(scope, most)
    if numbers:
        gone = (StagedCustomer.team_id == scope.team_id, StagedCustomer.number <= numbers[-1])
        scope.session.execute(delete(StagedCustomer).where(*gone))
    return bool(numbers)


def let_go(scope: Scope, import_id: str, machine: datetime) -> None:
    """Whoever was interrupted and knows it leaves the import for the next, at once."""
    found = _locked(scope)
    if found is not None and found.id == import_id:
        found.taken_until = machine


def end(scope: Scope, import_id: str, by: str = entries.BOT, counted: Counter[Outcome] | None = None) -> None:
    """The stage is free again."""
    found = _locked(scope)
    if found is not None and found.id == import_id:
        scope.session.delete(found)
        entries.write(scope, "import_customers", import_id, by, **dict(counted or {}))
