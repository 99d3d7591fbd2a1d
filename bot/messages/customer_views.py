"""What a customer's page and form show: see `views` for what holds of all views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.facts import Stance
from bot.messages.views import MentionLine, PromiseView


@dataclass(frozen=True, slots=True)
class CustomerView:
    """A customer's page, as far as its reader may see it: page `page` (from 0) of `pages`.

    `stances` are how they stood and since when, the newest first. `owners` know them, and so do those who took part in
    mentions (`helpers`: who, in how many). `merged` are duplicates that count as them: id and name. `near` are names
    like this one, of a customer who is not known. `may_change` says whether the reader may add, edit and merge.
    """

    name: str
    is_known: bool
    stance: Stance
    home_department: str | None
    mentions: tuple[MentionLine, ...]
    promises: tuple[PromiseView, ...]
    id: str = ""
    tier: str | None = None
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    stances: tuple[tuple[Stance, datetime], ...] = ()
    owners: tuple[str, ...] = ()
    helpers: tuple[tuple[str, int], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    near: tuple[str, ...] = ()
    reader: str = ""
    zone: str = "UTC"
    page: int = 0
    pages: int = 1
    may_change: bool = False


@dataclass(frozen=True, slots=True)
class CustomerForm:
    """What the form of a customer starts with. `addresses` are domains and mail addresses, `owners` (id, name)."""

    id: str
    version: int
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    handles: tuple[str, ...]
    tier: str | None
    home_id: str | None
    owners: tuple[tuple[str, str], ...]
