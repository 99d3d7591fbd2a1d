"""How it ended: whoever shared a mention that is closed hears it once, and its owners if it opens again."""

from __future__ import annotations

from typing import Final

from bot.database import Scope
from bot.ledger import later, people, shares, visibility
from bot.models import Mention
from bot.models.mention import state_of

ENDED: Final = "ended"
"""Purpose of the outbox; so is the next."""
REOPENED: Final = "reopened"


def tell_sharer(scope: Scope, mention: Mention) -> None:
    """Where everything is done now, the sharer hears it in their working hours, unless it was opened again by then."""
    if not is_closed(scope, mention):
        return
    sharer = whom_to_tell(scope, mention)
    if sharer is not None:
        later.say(scope, ENDED, sharer, mention.id)


def tell_owners(scope: Scope, mention: Mention, by: str) -> None:
    """It is open again: whoever is on it hears so in their working hours, unless they said it themselves."""
    for share in shares.of_mention(scope, mention.id):
        if share.user_id != by and (share.is_lead or share.state == "claimed"):
            later.say(scope, REOPENED, share.user_id, mention.id)


def is_closed(scope: Scope, mention: Mention) -> bool:
    """Whether the customer was answered and every part is done."""
    return state_of(mention, shares.of_mention(scope, mention.id)) == "closed"


def whom_to_tell(scope: Scope, mention: Mention) -> str | None:
    """Who opened the door: the first who shared it, if they can (still) open the thread in which it was worked on;
    unless they did it all themselves.
    """
    owners = {share.user_id for share in shares.of_mention(scope, mention.id) if share.state in {"claimed", "done"}}
    sharer = next(iter(shares.sharers(scope, mention)), None)
    if sharer is None or owners == {sharer}:
        return None
    person = people.find(scope, sharer)
    is_there = person is not None and person.is_reachable and not person.is_guest
    place = mention.card_channel_id or mention.home_channel_id
    return sharer if is_there and visibility.person_can_open(scope, sharer, place) else None
