"""Whether a reply in a mention's thread may show that a promise was kept."""

from __future__ import annotations

from bot.database import Scope
from bot.jobs.wanting import ReadPost
from bot.ledger import evidence, offers
from bot.ledger.evidence import Found
from bot.understanding import read_kept


def look(scope: Scope, mention_id: str, about_url: str | None, post: ReadPost) -> None:
    """Offer each promiser to count it, for the soonest of what they owe: their own link, mail or words, or that the
    customer (who spoke at `about_url`, if that is known) speaks again.
    """
    event, asked = post.posted, set[str]()
    for promise in [] if event.is_change else evidence.owed(scope, mention_id, event.ts):
        if promise.user_id in asked:
            continue
        asked.add(promise.user_id)
        found = _own(scope, about_url, post) if promise.user_id == event.user_id else _customers(post)
        if found is not None:
            evidence.offer(scope, promise, found)


def customer_speaks(post: ReadPost) -> bool:
    """Whether a reply brings the customer's next words: a mail, a quote, an integration's post. A bare link doesn't:
    in a thread it mostly leads to our own answer.
    """
    kinds = {reason.kind for reason in post.reading.mention.reasons}
    return post.reading.mention.is_mention and not post.posted.is_change and bool(kinds & {"mail", "quote", "app"})


def _own(scope: Scope, about_url: str | None, post: ReadPost) -> Found | None:
    """What the promiser wrote; words count for nothing where they promise, or where people's words are not read."""
    event = post.posted
    if not post.is_person or not offers.may_read(scope, event.user_id, event.channel_id):
        return None
    if event.mails or event.unread_mails:
        return Found("mail", event.channel_id, event.ts, event.thread_ts)
    if customer_speaks(post):
        return Found("customer", event.channel_id, event.ts, event.thread_ts)
    if post.reading.promise.is_promise:
        return None
    kept = read_kept(event.text, about_url)
    return Found(kept.kind, event.channel_id, event.ts, event.thread_ts, kept.url) if kept else None


def _customers(post: ReadPost) -> Found | None:
    event = post.posted
    return Found("customer", event.channel_id, event.ts, event.thread_ts) if customer_speaks(post) else None
