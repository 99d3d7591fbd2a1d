"""A teammate's own part in a mention: what they found or did, and whether it is done."""

from __future__ import annotations

from bot.database import Scope
from bot.errors import NoPart
from bot.ledger import cards, endings, entries, leads, mentions, shares
from bot.models import Mention, Share


def own(scope: Scope, mention_id: str, by: str) -> tuple[Mention, Share]:
    """One's own part, the mention locked. Raises NoPart for someone who has none."""
    mention = mentions.get(scope, mention_id, by=by)
    share = shares.get(scope, mention.id, by)
    if share is None or share.state not in {"claimed", "done"}:
        raise NoPart
    return mention, share


def step_back(scope: Scope, mention_id: str, by: str) -> bool:
    """*Step back*. Where the customer was answered and every other part is done, that ends it. Answers False for
    somebody who had no part that they could give back.
    """
    mention = mentions.get(scope, mention_id, by=by)
    share = shares.get(scope, mention.id, by)
    led = share is not None and share.is_lead
    if not shares.release(scope, mention, by):
        return False
    if led:
        leads.tell_heir(scope, mention, by)
    leads.cover(scope, mention)
    cards.changed(scope, mention)
    endings.tell_sharer(scope, mention)
    return True


def change(scope: Scope, mention_id: str, by: str, note: str, is_done: bool) -> bool:
    """Write down what one found or did, and whether one's part is done. Answers False when nothing changed."""
    mention, share = own(scope, mention_id, by)
    wrote = share.note != note
    if wrote:
        share.note = note
        entries.write(scope, "note_part", mention.id, by)
    moved = (shares.finish if is_done else shares.resume)(scope, mention, by)
    if moved:
        entries.write(scope, "finish_part" if is_done else "resume_part", mention.id, by)
    if wrote or moved:
        scope.session.flush()
        cards.changed(scope, mention)
        endings.tell_sharer(scope, mention)
    return wrote or moved
