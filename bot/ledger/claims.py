"""Of rows that are written together, no two may claim the same name, address or customer."""

from __future__ import annotations

from bot.facts import CustomerFacts, Fault
from bot.ledger.directory import Known


class Claims:
    """What the rows of one batch claim, so that no two claim the same: a name, an address, or one customer."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._first: dict[tuple[str, str], int] = {}

    def check(self, number: int, facts: CustomerFacts, have: Known) -> list[Fault]:
        """Of the row of that number: what an earlier one has claimed."""
        target = have.named(facts)
        claims = [("name", facts.norm, facts.name), *(("aliases", norm, name) for norm, name in facts.aliases)]
        claims += [("handles" if "/" in one else "domains", one, one) for one in facts.addresses]
        claims += [("id", target.id, target.name)] if target is not None else []
        faults = []
        for column, key, shown in claims:
            before = self._first.setdefault(("name" if column == "aliases" else column, key), number)
            if before != number:
                words = f"“{shown[:60]}” is in {self._what} {before} already. Keep one, or put the two together."
                faults.append(Fault(column, words))
        return faults[:1] if faults and faults[0].field == "name" else faults
