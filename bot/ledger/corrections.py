"""Corrections: what people said of the departments that a mention concerns, and what may be learnt from it.

Each stands beside its act, in the same transaction, and ends with it. Features are added by whoever can read
(`teach`); a workspace that learns nothing has none.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, case, or_, select, update

from bot.database import Scope, announce, plain
from bot.facts import Example, Tagged
from bot.ledger import mention_views, workspaces
from bot.ledger.visibility import Audience
from bot.models import Channel, Correction, Department, Mention, Sighting, Tag
from bot.models.learning import EVERYBODY
from bot.statements import insert_or_skip, prepared

MOST_EXAMPLES = 500
MOST_MENTIONS = 500
KEPT_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Words:
    """A mention's words, and the channel in which they were said."""

    text: str
    channel_id: str


def note(scope: Scope, mention_id: str, department_id: str, by: str) -> bool:
    """A teammate brought the department in. Answers False when a correction of it stands already."""
    return _insert(scope, {"mention_id": mention_id, "department_id": department_id, "by": by, "is_right": True})


def note_wrong(scope: Scope, tag: Tag, by: str) -> bool:
    """A teammate takes the tag off; it can be put back as it was. Answers False when that stands already."""
    kept = {"position": tag.position, "reasons": tag.reasons}
    subject = {"mention_id": tag.mention_id, "department_id": tag.department_id}
    return _insert(scope, {**subject, "by": by, "is_right": False, **kept})


def _insert(scope: Scope, values: dict[str, object]) -> bool:
    nothing: dict[str, object] = {"features": {}, "position": 0, "reasons": []}
    row = {"team_id": scope.team_id, "id": scope.new_id(), "at": scope.now, **nothing, **values}
    return bool(insert_or_skip(scope.session, Correction, [row], Correction.id))


def undo(scope: Scope, mention_id: str, department_id: str, by: str, *, is_right: bool) -> Correction | None:
    """The act is taken back: it teaches nothing any more. Answers what stood, None when nothing did."""
    found = _standing(scope, mention_id, department_id)
    if found is None or found.is_right != is_right:
        return None
    found.undone_at, found.undone_by = scope.now, by
    _forget(found)
    scope.session.flush()
    announce(scope.session, "rules")
    return found


def _standing(scope: Scope, mention_id: str, department_id: str) -> Correction | None:
    statement = select(Correction).where(
        Correction.team_id == scope.team_id,
        Correction.mention_id == mention_id,
        Correction.department_id == department_id,
        Correction.undone_at.is_(None),
    )
    return scope.session.execute(statement.with_for_update()).scalar_one_or_none()


def taken_off(scope: Scope, mention_id: str) -> list[Correction]:
    """The departments whose tags people took off, oldest first: reading puts none of them back."""
    return list(scope.session.execute(*_taken_off(scope.team_id, mention_id)).scalars())


@prepared
def _taken_off(team: str, mention: str) -> Select[Correction]:
    statement = select(Correction).where(
        Correction.team_id == team,
        Correction.mention_id == mention,
        Correction.undone_at.is_(None),
        Correction.is_right.is_(False),
    )
    return statement.order_by(Correction.id)


def words_of(scope: Scope, mention_id: str) -> Words | None:
    """The words from which a correction of that mention may teach: those on its card. None where nothing is learnt."""
    mention = scope.session.get(Mention, (scope.team_id, mention_id))
    if mention is None or workspaces.get(scope).learning == "off":
        return None
    readers = Audience(channel_id=mention.card_channel_id or mention.home_channel_id)
    seen = mention_views.first_shown(mention_views.sightings(scope, [mention.id], readers).get(mention.id, []))
    return Words(seen.quote, seen.channel_id) if seen is not None and seen.quote else None


def teach(
    scope: Scope, mention_id: str, department_id: str, features: Mapping[str, str], channel_id: str | None
) -> None:
    """The correction that stands keeps what may be learnt from it: features of words said in that channel."""
    found = _standing(scope, mention_id, department_id)
    if found is not None and features:
        found.features, found.channel_id = dict(features), channel_id
        announce(scope.session, "rules")


def forget_words(scope: Scope, mention_id: str) -> None:
    """The words are gone, or others: nothing stays that was learnt from them."""
    standing = (Correction.mention_id == mention_id, Correction.undone_at.is_(None))
    statement = select(Correction).where(Correction.team_id == scope.team_id, *standing)
    for found in scope.session.execute(statement).scalars():
        _forget(found)


def _forget(found: Correction) -> None:
    found.features, found.channel_id = {}, None


def forget_all(scope: Scope) -> None:
    """The workspace learns nothing any more: nothing stays that was learnt."""
    teaching = (Correction.team_id == scope.team_id, Correction.undone_at.is_(None), Correction.channel_id.is_not(None))
    scope.session.execute(update(Correction).where(*teaching).values(features={}, channel_id=None))


def forget_old(scope: Scope) -> int:
    """What was learnt long ago counts for nothing, and is forgotten. Answers how much."""
    return len(scope.session.execute(*_forgotten(scope.team_id, scope.now - KEPT_FOR)).all())


@prepared
def _forgotten(team: str, before: datetime) -> Any:
    teaching = (Correction.team_id == team, Correction.undone_at.is_(None), Correction.channel_id.is_not(None))
    old = update(Correction).where(*teaching, Correction.at < before)
    return plain(old.values(features={}, channel_id=None).returning(Correction.id))


def examples(scope: Scope) -> list[Example]:
    """The latest corrections that teach something, oldest first. Whose words only members of a channel may read counts
    among these alone: a channel that turned private takes its words along.
    """
    found = scope.session.execute(*_teaching(scope.team_id)).all()
    return [
        Example(key, one.is_right, one.features, one.mention_id, one.by, one.at, audience, str(one.channel_id))
        for one, key, audience in reversed(found)
    ]


def heard_in(scope: Scope, channel_id: str) -> list[Example]:
    """Those of them whose words the readers of that channel may know: of open channels, and its own."""
    return [one for one in examples(scope) if one.audience in {EVERYBODY, channel_id}]


@prepared
def _teaching(team: str) -> Select[Correction, str, str]:
    return (
        select(Correction, Department.key, _audience(Correction.channel_id))
        .join(Department, (Department.team_id == Correction.team_id) & (Department.id == Correction.department_id))
        .join(Channel, (Channel.team_id == Correction.team_id) & (Channel.id == Correction.channel_id))
        .where(Correction.team_id == team, Correction.undone_at.is_(None), Correction.channel_id.is_not(None))
        .order_by(Correction.id.desc())
        .limit(MOST_EXAMPLES)
    )


def _audience(channel_id: object) -> ColumnElement[str]:
    """Who may read words that were said in the joined channel."""
    return case((or_(Channel.is_private, Channel.is_direct), Channel.id), else_=EVERYBODY)


def latest(scope: Scope) -> str:
    """Something that is another whenever the examples are."""
    return "|".join(f"{row.id}{row.audience}" for row in scope.session.execute(*_marks(scope.team_id)))


@prepared
def _marks(team: str) -> Select[str, str]:
    return (
        select(Correction.id, _audience(Correction.channel_id).label("audience"))
        .join(Channel, (Channel.team_id == Correction.team_id) & (Channel.id == Correction.channel_id))
        .where(Correction.team_id == team, Correction.undone_at.is_(None), Correction.channel_id.is_not(None))
        .order_by(Correction.id.desc())
        .limit(MOST_EXAMPLES)
    )


def mentions_of(scope: Scope, audience: str) -> list[Tagged]:
    """The latest mentions whose words that audience may read, with their departments."""
    where = (Channel.is_private.is_(False), Channel.is_direct.is_(False)) if audience == EVERYBODY else ()
    statement = (
        select(Sighting.mention_id, Sighting.quote)
        .join(Channel, (Channel.team_id == Sighting.team_id) & (Channel.id == Sighting.channel_id))
        .join(Mention, (Mention.team_id == Sighting.team_id) & (Mention.id == Sighting.mention_id))
        .where(
            Sighting.team_id == scope.team_id,
            Sighting.deleted_at.is_(None),
            Mention.dismissed_at.is_(None),
            *(where or (Sighting.channel_id == audience,)),
        )
        .order_by(Sighting.id.desc())
        .limit(MOST_MENTIONS)
    )
    said = {mention_id: quote for mention_id, quote in scope.session.execute(statement) if quote}
    keys, acted = _tags_of(scope, sorted(said))
    return [
        Tagged(quote, frozenset(keys.get(mention_id, ())), frozenset(acted.get(mention_id, ())))
        for mention_id, quote in said.items()
    ]


def tagged_now(scope: Scope, mention_ids: Collection[str]) -> dict[str, set[str]]:
    """By mention, the keys of the departments with which it is tagged."""
    return _tags_of(scope, sorted(mention_ids))[0]


def _tags_of(scope: Scope, mention_ids: Sequence[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """By mention, the keys of its departments, and of those that acted."""
    statement = (
        select(Tag.mention_id, Department.key, Tag.acted_at)
        .join(Department, (Department.team_id == Tag.team_id) & (Department.id == Tag.department_id))
        .where(Tag.team_id == scope.team_id, Tag.mention_id.in_(mention_ids))
    )
    keys: dict[str, set[str]] = {}
    acted: dict[str, set[str]] = {}
    for mention_id, key, acted_at in scope.session.execute(statement):
        keys.setdefault(mention_id, set()).add(key)
        if acted_at is not None:
            acted.setdefault(mention_id, set()).add(key)
    return keys, acted
