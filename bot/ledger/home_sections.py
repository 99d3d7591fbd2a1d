"""The lists of a Home, in the order in which they are shown. Each is read for one person and one page of it, so that a
Home of a thousand promises takes no longer than one of ten.

To add a list: a function like these (in a file of its own), its rows in messages, and a line in SECTIONS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.database import Scope
from bot.ledger import home_mentions, home_questions, mention_views, promise_views
from bot.ledger.home_pages import Page, Reader, owed, settled_lately
from bot.messages import home_rows
from bot.messages.home import HomeSection, Row

T = TypeVar("T")
Read = Callable[[Scope, Reader, Page], HomeSection]


@dataclass(frozen=True, slots=True)
class Listed:
    """One list: its name, how many rows a page of it has, and how it is read."""

    name: str
    size: int
    read: Read


def read(scope: Scope, reader: Reader, pages: dict[str, int]) -> tuple[HomeSection, ...]:
    """All lists that have rows, each on the page that its owner looks at; a page that is empty by now gives way to the
    one before it.
    """
    found = (_read(scope, reader, one, pages.get(one.name, 0)) for one in SECTIONS)
    return tuple(one for one in found if one.rows)


def _read(scope: Scope, reader: Reader, one: Listed, number: int) -> HomeSection:
    shown = one.read(scope, reader, Page(one.name, number, one.size))
    while not shown.rows and number > 0:
        last = (shown.total - 1) // one.size if shown.total else 0
        number = min(number - 1, max(last, 0))
        shown = one.read(scope, reader, Page(one.name, number, one.size))
    return shown


def questions(scope: Scope, reader: Reader, page: Page) -> HomeSection:
    """What waits for an answer of theirs."""
    asked = home_questions.ids(scope, reader)
    views = home_questions.views(scope, reader, page.of(asked))
    rows = tuple(home_rows.question(view, reader.zone) for view in views)
    return page.section("Waiting for your answer", rows, len(asked))


def promises(scope: Scope, reader: Reader, page: Page) -> HomeSection:
    """Their open promises, by due moment."""
    ids = owed(scope, reader.user_id)
    views = promise_views.by_ids(scope, page.of(ids), reader.audience)
    return page.section("Your promises", tuple(home_rows.promise(view, reader.zone) for view in views), len(ids))


def parts(scope: Scope, reader: Reader, page: Page) -> HomeSection:
    """The open mentions that they are on."""
    ids = home_mentions.shared(scope, reader)
    lines = mention_views.by_ids(scope, page.of(ids), reader.audience)
    rows = tuple(home_rows.part(line, reader.user_id, reader.zone) for line in lines)
    return page.section("You are on it", rows, len(ids))


def mentions(scope: Scope, reader: Reader, page: Page) -> HomeSection:
    """The open mentions of their departments: what nobody is on first, the longest waiting first."""
    ids = home_mentions.of_departments(scope, reader, page)
    lines = mention_views.by_ids(scope, ids[: page.size], reader.audience)
    rows: Sequence[Row] = [home_rows.mention(line, reader.zone) for line in lines]
    return page.section("Open in your departments", tuple(rows), None, has_more=len(ids) > page.size)


def settled(scope: Scope, reader: Reader, page: Page) -> HomeSection:
    """What they settled lately can be opened again."""
    found = promise_views.promises(scope, settled_lately(scope, reader.user_id, page.size), reader.audience)
    return page.section("Settled lately", tuple(map(home_rows.settled, found)), len(found))


SECTIONS: tuple[Listed, ...] = (
    Listed("questions", 5, questions),
    Listed("promises", 6, promises),
    Listed("parts", 5, parts),
    Listed("mentions", 6, mentions),
    Listed("settled", 3, settled),
)
