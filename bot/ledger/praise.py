"""Good news: praise is told to whoever earned it, asks nothing of them, and is quoted where the customer allows."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Select, delete, select

from bot import outbox
from bot.database import Scope
from bot.errors import NotAllowed, QuoteSettled
from bot.ledger import cards, entries, later, mentions, people, shares, slots
from bot.models import Credit, Mention
from bot.models.praise import QUOTE_MOVES
from bot.statements import insert_or_skip, prepared

CREDIT: Final = "credit"
QUOTE: Final = "quote"
QUOTED: Final = "quote_answer"
"""Purposes of the outbox: "this is yours", the question whether a customer may be quoted, and its answer."""


def credit(scope: Scope, mention_id: str, by: str, to: str) -> bool:
    """*This is theirs*: a teammate reads once, in private, that praise is theirs. Answers False when it was said."""
    mention = mentions.get(scope, mention_id, by=by)
    if not people.is_colleague(scope, to):
        raise NotAllowed(why="that is not a teammate with an account; name someone else")
    if not mentions.may_see(scope, mention, to):
        raise NotAllowed(why="they can't open this channel; invite them first, or name someone else")
    row = {"team_id": scope.team_id, "mention_id": mention.id, "user_id": to, "by": by, "created_at": scope.now}
    if not insert_or_skip(scope.session, Credit, [row], Credit.user_id):
        return False
    entries.write(scope, "credit", mention.id, by, to=to)
    if to != by:
        later.say(scope, CREDIT, to, mention.id)
    cards.changed(scope, mention)
    return True


def take_credit_back(scope: Scope, mention_id: str, by: str, to: str) -> bool:
    """The reverse of `credit`. Answers False when it was not said (any more)."""
    mention = mentions.get(scope, mention_id, by=by)
    own = (Credit.team_id == scope.team_id, Credit.mention_id == mention.id, Credit.user_id == to)
    if scope.session.execute(delete(Credit).where(*own).returning(Credit.user_id)).first() is None:
        return False
    entries.write(scope, "take_credit_back", mention.id, by, to=to)
    cards.changed(scope, mention)
    return True


def credited(scope: Scope, mention: Mention) -> list[str]:
    """Whose it is, in the order of saying."""
    return list(scope.session.execute(*_credited(scope.team_id, mention.id)).scalars()) if mention.is_praise else []


@prepared
def _credited(team: str, mention: str) -> Select[str]:
    own = (Credit.team_id == team, Credit.mention_id == mention)
    return select(Credit.user_id).where(*own).order_by(Credit.created_at, Credit.user_id)


def ask_to_quote(scope: Scope, mention_id: str, by: str) -> str:
    """*Ask to quote*: whoever leads, else whoever shared it, is asked to ask the customer. Answers whom."""
    mention = mentions.get(scope, mention_id, by=by)
    if not people.is_colleague(scope, by):
        raise NotAllowed(why="guests and people from outside don't quote customers; ask a teammate to")
    found = shares.of_mention(scope, mention.id)
    anybody = [one.user_id for one in found if one.is_lead] + shares.sharers(scope, mention)
    fit = [one for one in anybody if people.is_colleague(scope, one) and mentions.may_see(scope, mention, one)]
    to = next(iter(fit), by)
    _move(mention, "ask", "asked")
    mention.quote_by, mention.quote_to = by, to
    entries.write(scope, "ask_to_quote", mention.id, by, to=to)
    later.say(scope, QUOTE, to, mention.id)
    cards.changed(scope, mention)
    return to


def answer_quote(scope: Scope, mention_id: str, by: str, is_allowed: bool) -> bool:
    """What the customer says: each is the other's reverse. Whoever asked is told. Answers False when it was said."""
    mention = mentions.get(scope, mention_id, by=by)
    owners = {one.user_id for one in shares.of_mention(scope, mention.id) if one.state in {"claimed", "done"}}
    if by != mention.quote_to and by not in owners:
        raise NotAllowed(why="whoever asks the customer says what they answered: *I'll thank them* makes that you")
    state = "allowed" if is_allowed else "refused"
    if mention.quote_state == state:
        return False
    _move(mention, "allow" if is_allowed else "refuse", state)
    entries.write(scope, "allow_quote" if is_allowed else "refuse_quote", mention.id, by)
    mention.quote_to = by
    _unsay(scope, mention, "answered")
    if mention.quote_by is not None and mention.quote_by != by:
        later.say(scope, QUOTED, mention.quote_by, mention.id)
    cards.changed(scope, mention)
    return True


def take_quote_back(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `ask_to_quote`, while nobody has answered."""
    mention = mentions.get(scope, mention_id, by=by)
    if mention.quote_state != "asked":
        return False
    _move(mention, "take_back", "taken_back")
    entries.write(scope, "take_quote_back", mention.id, by)
    _unsay(scope, mention, "taken back")
    cards.changed(scope, mention)
    return True


def _unsay(scope: Scope, mention: Mention, reason: str) -> None:
    slots.skip(scope, mention.id, reason, which=(QUOTE, QUOTED))
    outbox.cancel(scope, mention.id, reason, (QUOTE, QUOTED))


def _move(mention: Mention, act: str, to: str) -> None:
    if (mention.quote_state, to) not in QUOTE_MOVES[act]:
        raise QuoteSettled
    mention.quote_state = to
