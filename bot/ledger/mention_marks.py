"""Emoji that share: a teammate's reaction with one of them makes a mention of any message, and taking the last one away
again, before anybody acted, takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from bot.database import Scope
from bot.errors import EmojiTaken, EmojiUnclear
from bot.ledger import emoji_names, entries, marks, mentions, people, sightings, workspaces
from bot.ledger.emoji_names import canonical
from bot.models import Mention, Promise, Sighting
from bot.statements import find_one, prepared

MOST = 5
_NAME = re.compile(r"[a-z0-9_+'-]{1,100}")
_BEGINS = frozenset({"share_mention", "undo_dismiss"})
_PRIVATE = ("offered", "declined", "expired")


def choose(scope: Scope, written: str, by: str) -> None:
    """Which emoji share from now on, as somebody wrote them: “:customer: :eyes:”; with none, reactions share nothing.

    Raises EmojiUnclear, or EmojiTaken for one that has another meaning.
    """
    chosen = emoji_names.written(written)
    for name in chosen:
        if not _NAME.fullmatch(name):
            raise EmojiUnclear(word=name[:40])
        if marks.is_keeping(name):
            raise EmojiTaken(emoji=name)
    if len(chosen) > MOST:
        raise EmojiUnclear(word=" ".join(chosen[MOST:])[:40])
    workspace = workspaces.get(scope)
    if workspace.mention_emoji != " ".join(chosen):
        workspace.mention_emoji = " ".join(chosen)
        entries.write(scope, "choose_mention_emoji", scope.team_id, by, emoji=workspace.mention_emoji)


def shown(written: str) -> str:
    """Names of emoji as people write them."""
    return " ".join(f":{name}:" for name in written.split())


def shares(scope: Scope, name: str) -> bool:
    """Whether a reaction of that name shares a message."""
    return canonical(name) in map(canonical, workspaces.get(scope).mention_emoji.split())


def wants(scope: Scope, channel_id: str, ts: str, name: str) -> bool:
    """Whether such a reaction there makes a mention of something that is none yet: its message is fetched then."""
    if not shares(scope, name):
        return False
    channel = people.find_channel(scope, channel_id)
    if channel is None or not channel.bot_is_in or channel.is_direct or channel.mode == "off":
        return False
    return not is_known(scope, channel_id, ts)


def is_known(scope: Scope, channel_id: str, ts: str) -> bool:
    """Whether a mention stands there already, and is not dismissed."""
    seen = sightings.at(scope, channel_id, ts)
    return seen is not None and find_one(scope.session, Mention, scope.team_id, seen.mention_id).dismissed_at is None


def note(scope: Scope, where: tuple[str, str], by: str, name: str, *, is_first: bool) -> None:
    """Write down a mark on the message there (channel, ts). `is_first`: it has just made the mention; of what was a
    mention without it, nothing is written.
    """
    seen = sightings.at(scope, *where)
    if seen is None or (not is_first and not seen.marks):
        return
    if is_first and not _is_alone(scope, seen):
        return  # it was posted elsewhere before: that place made the mention
    seen.marks = list(dict.fromkeys([*([] if is_first else seen.marks), _mark(by, name)]))


@dataclass(frozen=True, slots=True)
class Shown:
    """What Slack's history shows on a message, for which it was asked at that moment at the earliest: who gave which
    emoji; of those that are `cut_short` it does not show everybody.
    """

    given: Sequence[tuple[str, str]]
    cut_short: Collection[str]
    at: datetime


def unheard(scope: Scope, where: tuple[str, str], shown: Shown) -> list[tuple[tuple[str, str], bool]]:
    """Marks (by whom, which) that came or went there unheard, and whether they went; none once anything was done about
    the mention since: it may say so already.
    """
    seen = sightings.at(scope, *where)
    if seen is None or entries.has_since(scope, seen.mention_id, shown.at):
        return []
    stand, unsure = {_mark(*one) for one in shown.given}, set(map(canonical, shown.cut_short))
    known = [(by, name) for by, _, name in (one.partition(":") for one in seen.marks)]
    gone = [(by, name) for by, name in known if _mark(by, name) not in stand and name not in unsure]
    new = [one for one in shown.given if _mark(*one) not in seen.marks]
    return [(one, False) for one in new] + [(one, True) for one in gone]


def take_away(scope: Scope, where: tuple[str, str], by: str, name: str) -> bool:
    """A mark was taken away. With the last one goes the mention that marks made, if nobody acted on it: answers whether
    it did.
    """
    seen = sightings.at(scope, *where)
    if seen is None or _mark(by, name) not in seen.marks:
        return False
    seen.marks = [one for one in seen.marks if one != _mark(by, name)]
    scope.session.flush()
    if seen.marks or not _is_untouched(scope, seen):
        return False
    return mentions.dismiss(scope, seen.mention_id, by)


def _mark(by: str, name: str) -> str:
    return f"{by}:{canonical(name)}"


def _is_alone(scope: Scope, seen: Sighting) -> bool:
    others = select(Sighting.id).where(
        Sighting.team_id == scope.team_id, Sighting.mention_id == seen.mention_id, Sighting.id != seen.id
    )
    return scope.session.execute(others.limit(1)).first() is None


def _is_untouched(scope: Scope, seen: Sighting) -> bool:
    """Whether nobody did anything about its mention since it was shared (last)."""
    told = entries.history(scope, seen.mention_id)
    begun = max((place for place, entry in enumerate(told) if entry.act in _BEGINS), default=0)
    is_acted_on = any(entry.by != entries.BOT for entry in told[begun + 1 :])
    promised = scope.session.execute(*_promised(scope.team_id, seen.mention_id)).first()
    return not is_acted_on and promised is None and _is_alone(scope, seen)


@prepared
def _promised(team: str, mention: str) -> Select[str]:
    """A promise that was only offered is its speaker's alone to know of."""
    about = (Promise.team_id == team, Promise.mention_id == mention)
    return select(Promise.id).where(*about, Promise.state.not_in(_PRIVATE)).limit(1)
