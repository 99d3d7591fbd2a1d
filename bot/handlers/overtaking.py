"""What somebody else changed in a form while it lay open before another person, in words."""

from __future__ import annotations

from bot.database import Scope
from bot.handlers.stacks import Merged, Value, Values
from bot.ledger import entries, people
from bot.messages import setup as words
from bot.messages.text import label


def overtaken(scope: Scope, subject_id: str, what: tuple[Values, Merged], reader: str) -> list[str]:
    """A line for each input that clashes."""
    now, merged = what
    by = _last_other(scope, subject_id, reader)
    return [words.overtaken(by, name, _shown(scope, now[name])) for name in merged.clashing]


def _last_other(scope: Scope, subject_id: str, reader: str) -> str:
    """Who was at it last, beside the reader."""
    others = [entry.by for entry in entries.latest(scope, subject_id, 20) if entry.by != reader]
    found = people.find(scope, others[0]) if others else None
    return f"@{label(found.name, 40)}" if found is not None else ""


def _shown(scope: Scope, value: Value) -> str:
    """People by their names, for a form."""
    listed = value if isinstance(value, tuple) else (value,)
    known = {one.id: f"@{one.name}" for one in people.by_ids(scope, [str(each) for each in listed if each])}
    return words.shown_value(value, known)
