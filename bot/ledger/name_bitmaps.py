"""Which spellings may be customers' names, for workspaces with very many: a bitmap, before the table is asked.

A message has some forty spellings that might be names; nearly none is. With a bitmap of two bytes a name all but a
few are ruled out in memory. It only ever says "may be": the table has the last word, and what was removed needs no
care. Names that were added make it stale, which the newest name's id tells; it is then built anew, a thousand
names at each message, and until it is complete the table is asked for everything.

The newest name is asked for among what else is read before a message: that costs one statement, and a message without
any name needs no more. (NOTIFY could tell of new names, but later than their commit, and not at all while nobody hears
it: the name in the next message would be missed.)
"""

from __future__ import annotations

import hashlib
import threading
import zlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Select, func, select

from bot.database import Scope
from bot.models import Alias
from bot.statements import ONE, prepared

FEWEST_NAMES = 50_000
"""With fewer the table alone is as quick."""
SETTLED = timedelta(minutes=1)
"""A transaction that began before the newest name's may commit after it; none takes this long."""
STEP = 1_000
"""Names read on at one message, a few milliseconds: on SQLite all reading waits behind it."""
LOOK_AGAIN = 1_000
"""After so many messages a small directory is counted again."""
_BITS_A_NAME = 16
_PROBES = 4


class NameBitmap:
    """A set that may say yes to what was never added (one in four hundred), and never no to what was."""

    def __init__(self, expected: int) -> None:
        self._size = max(64, expected * _BITS_A_NAME)
        self._bits = bytearray(self._size // 8 + 1)

    def add(self, norm: str) -> None:
        for place in (self._first(norm), *self._others(norm)):
            self._bits[place >> 3] |= 1 << (place & 7)

    def __contains__(self, norm: str) -> bool:
        first = self._first(norm)
        if not self._bits[first >> 3] & 1 << (first & 7):
            return False  # nearly always, so the first place is the cheapest to find
        return all(self._bits[place >> 3] & 1 << (place & 7) for place in self._others(norm))

    def __len__(self) -> int:
        """How many bytes it takes."""
        return len(self._bits)

    # Python's own hash is another in every process.

    def _first(self, norm: str) -> int:
        return zlib.crc32(norm.encode("utf-8", "surrogatepass")) % self._size

    def _others(self, norm: str) -> list[int]:
        digest = hashlib.blake2b(norm.encode("utf-8", "surrogatepass"), digest_size=4 * (_PROBES - 1)).digest()
        return [int.from_bytes(digest[at : at + 4], "big") % self._size for at in range(0, len(digest), 4)]


@dataclass(slots=True)
class _Names:
    """What a process knows of one workspace's names. Without a bitmap there are few of them."""

    newest_id: str = ""
    bitmap: NameBitmap | None = None
    read_up_to: str = ""
    is_complete: bool = False
    asked: int = LOOK_AGAIN
    lock: threading.Lock = field(default_factory=threading.Lock)


_known: WeakKeyDictionary[Any, dict[str, _Names]] = WeakKeyDictionary()
_knowing = threading.Lock()


def current(scope: Scope, fewest: int = FEWEST_NAMES) -> NameBitmap | None:
    """All names there are now; None while nothing is known that is quicker than the table. It is never changed.

    `fewest` is from how many names on one is built.
    """
    names = _names_of(scope)
    if not names.lock.acquire(blocking=False):
        return None  # another thread reads on
    try:
        return _refreshed(scope, names, fewest)
    finally:
        names.lock.release()


def _names_of(scope: Scope) -> _Names:
    bind = scope.session.get_bind()
    engine = bind if isinstance(bind, Engine) else bind.engine
    with _knowing:
        return _known.setdefault(engine, {}).setdefault(scope.team_id, _Names())


def _refreshed(scope: Scope, names: _Names, fewest: int) -> NameBitmap | None:
    """The bitmap, when it is complete and nobody was added since."""
    if names.bitmap is None:
        names.asked += 1
        if names.asked <= LOOK_AGAIN:
            return None
    newest = scope.session.execute(*_newest(scope.team_id)).first()
    if newest is None or names.newest_id != newest.id:
        names.bitmap, names.is_complete = None, False
        names.asked = LOOK_AGAIN
        if newest is None or scope.now - newest.created_at < SETTLED:
            return None
        _begin(scope, names, newest.id, fewest)
    if names.bitmap is not None and not names.is_complete:
        _read_on(scope, names, names.bitmap)
    return names.bitmap if names.is_complete else None


def _begin(scope: Scope, names: _Names, newest_id: str, fewest: int) -> None:
    count = scope.session.execute(*_count(scope.team_id)).scalar_one()
    names.newest_id, names.read_up_to, names.asked = newest_id, "", 0
    if count >= fewest:
        names.bitmap = NameBitmap(count)


def _read_on(scope: Scope, names: _Names, bitmap: NameBitmap) -> None:
    norms = scope.session.execute(*_after(scope.team_id, names.read_up_to, STEP)).scalars().all()
    for norm in norms:
        bitmap.add(norm)
    names.read_up_to = norms[-1] if norms else names.read_up_to
    names.is_complete = len(norms) < STEP


@prepared
def _newest(team: str) -> Select[str, datetime]:
    newest = select(Alias.id, Alias.created_at).where(Alias.team_id == team)
    return newest.order_by(Alias.id.desc()).limit(ONE)


@prepared
def _count(team: str) -> Select[int]:
    return select(func.count()).select_from(Alias).where(Alias.team_id == team)


@prepared
def _after(team: str, norm: str, most: int) -> Select[str]:
    return select(Alias.norm).where(Alias.team_id == team, Alias.norm > norm).order_by(Alias.norm).limit(most)
