"""Identities: which outside post a mention is of, within the audience that may know of it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, delete, select, update

from bot.database import Scope
from bot.facts import Said
from bot.ledger import visibility
from bot.ledger.visibility import Audience
from bot.models import Identity, Mention
from bot.statements import insert_or_skip, prepared


def find_or_write(scope: Scope, said: Said, mention_id: str) -> Mention | None:
    """Write the identity of a new mention; answers the mention that has it already, if there is one.

    A unique key decides, so two workers that read the same post at the same instant make one mention.
    """
    own = visibility.same_audience_key(scope, said.channel_id)
    audiences = dict.fromkeys((own, "open")) if _reads_open(scope, said.channel_id) else {own: None}
    keys = [f"{audience}|{key}" for audience in audiences for key in said.keys]
    found = _identified(scope, said, keys)
    target = found.id if found is not None else mention_id
    mine = [{"team_id": scope.team_id, "key": f"{own}|{key}", "mention_id": target} for key in sorted(said.keys)]
    added = insert_or_skip(scope.session, Identity, mine, Identity.key)
    if found is None and len(added) < len(mine):
        found = _identified(scope, said, keys)
        target = found.id if found is not None else mention_id
        scope.session.execute(
            update(Identity)
            .where(Identity.team_id == scope.team_id, Identity.key.in_([row["key"] for row in mine]))
            .values(mention_id=target)
        )
    return found


def _identified(scope: Scope, said: Said, keys: list[str]) -> Mention | None:
    """The first mention with one of these keys whose thread the readers of the place could open."""
    readers = Audience(channel_id=said.channel_id)
    found = dict.fromkeys(scope.session.execute(*_known_by(scope.team_id, keys)).scalars()) if keys else ()
    # An open channel may have become private since.
    return next((one for one in found if visibility.can_open(scope, readers, one.home_channel_id)), None)


@prepared
def _known_by(team: str, keys: Collection[str]) -> Select[Mention]:
    of_it = (Identity.team_id == Mention.team_id) & (Identity.mention_id == Mention.id)
    known = (Identity.team_id == team, Identity.key.in_(keys))
    return select(Mention).join(Identity, of_it).where(*known).order_by(Mention.id)


def _reads_open(scope: Scope, channel_id: str) -> bool:
    """Whether the readers of a channel could open every open channel."""
    return not visibility.has_outsiders(scope, channel_id)


def forget(scope: Scope, mention_id: str) -> None:
    """Posted again elsewhere, its words are a mention anew."""
    scope.session.execute(delete(Identity).where(Identity.team_id == scope.team_id, Identity.mention_id == mention_id))
