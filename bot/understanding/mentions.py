"""Is there something a customer said in this post? Structure first, then names of the directory, then words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.facts import Attachment, MailFile, MentionReading, Post, Reason
from bot.understanding import machine
from bot.understanding.addresses import candidate_addresses
from bot.understanding.clients import hear_client
from bot.understanding.dealings import hear_dealings
from bot.understanding.english import quoting_words as quoting
from bot.understanding.hosts import SERVICE_NAMES
from bot.understanding.linked import Beside, place_of
from bot.understanding.named import Named, read_named
from bot.understanding.parts import Parts
from bot.understanding.passed_on import hear_passed_on
from bot.understanding.patterns import regex
from bot.understanding.quoted import (
    SHORTEST_QUOTE,
    is_of_a_document,
    marked_quotes,
    quotations,
    quoted_beside_link,
)
from bot.understanding.text import fold, link_targets, plain_text
from bot.understanding.told import hear_told
from bot.understanding.voice import HEARD, LIKELY, TOLD, Voice, hear_customer

STRUCTURE = 0.97
_QUOTED_FROM = (
    (Reason("quote", "a quote of someone's words"), "a quote"),
    (Reason("quote", "a review that was pasted"), "a review"),
)
_WORD = regex(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Found:
    """A piece of evidence by structure."""

    reason: Reason
    source: str
    quote: str = ""
    url: str | None = None


def read_mention(post: Post, parts: Parts) -> MentionReading:
    """Weigh all evidence of a post; structure beats names, names beat words."""
    named = read_named(post)
    found = _structures(post, parts)
    if found:
        return _structured(found, post, parts, named)
    voice = _voice(post, parts)
    if named.weight >= 0.5:
        reasons = (Reason("name", f"names the customer {named.customer}"), *named.reasons, *voice.reasons)
        return MentionReading(
            True,
            round(max(named.weight, voice.score), 3),
            "name",
            reasons,
            _whole(post),
            None,
            "a named customer",
            named.customer,
        )
    if voice.score >= HEARD:
        return MentionReading(
            True,
            round(voice.score, 3),
            "words",
            voice.reasons,
            _quote_of_words(post, parts),
            None,
            "a customer's words",
            named.customer,
        )
    score = max(voice.score, named.weight)
    return MentionReading(False, round(score, 3), None, (), "", None, "", None)


def _structured(found: list[_Found], post: Post, parts: Parts, named: Named) -> MentionReading:
    customer, author = named.customer, _author(post)
    reasons = tuple(dict.fromkeys(item.reason for item in found))
    if author is not None:
        address, customer = author
        reasons = (*reasons, Reason("address", f"{address} is {customer}"))
    quote = max((item.quote for item in found), key=len, default="")
    if not quote:
        quote = _said_beside_link(parts)
    url = next((item.url for item in found if item.url), None)
    return MentionReading(True, STRUCTURE, "structure", reasons, quote, url, found[0].source, customer)


def _author(post: Post) -> tuple[str, str] | None:
    """The address from which a customer whom we know wrote, and their name. It says more than a name in the words."""
    known = dict(post.addresses)
    return next(((one, known[one]) for one in candidate_addresses(post) if one in known), None) if known else None


def _said_beside_link(parts: Parts) -> str:
    """A link's post can't be read here; what stands beside it counts when quoted, or when a customer seems to speak."""
    if quoted := quoted_beside_link(parts):
        return quoted
    words = Beside(parts).words
    return words if hear_customer(words).score >= LIKELY else ""


def _structures(post: Post, parts: Parts) -> list[_Found]:
    """All structural evidence; nothing at all when the post is a machine's."""
    if post.by_app and _is_machine(post, parts):
        return []
    found = [*_mails(post.mails), *_links(post, parts), *_attached(post, parts), *_quotes(post, parts)]
    if post.by_app and not found:
        found = _app_words(post, parts)
    return found


def _is_machine(post: Post, parts: Parts) -> bool:
    if machine.is_machine_app(post.app_name):
        return True
    text = _whole(post)
    return machine.is_machine_talk(text) and hear_customer(text).score < LIKELY


def _app_words(post: Post, parts: Parts) -> list[_Found]:
    text = _whole(post)
    if len(_WORD.findall(text)) < 3:
        return []
    source = SERVICE_NAMES.get(post.app_name.casefold(), post.app_name or "an app")
    return [_Found(Reason("app", f"posted by the integration {post.app_name or 'of an app'}"), source, text)]


def _mails(mails: tuple[MailFile, ...]) -> list[_Found]:
    found = []
    for mail in mails:
        if machine.is_automated_mail(mail.sender, mail.subject, mail.text):
            continue
        body = plain_text(mail.text).strip()
        words = body if len(body) >= SHORTEST_QUOTE else f"{mail.subject}\n{body}".strip()
        who = f" from {mail.sender}" if mail.sender else ""
        found.append(_Found(Reason("mail", f"a forwarded mail{who}"), "a forwarded mail", words))
    return found


def _links(post: Post, parts: Parts) -> list[_Found]:
    found, beside = [], Beside(parts)
    for target in dict.fromkeys(link_targets(post.text)):
        place = place_of(target)
        if place and beside.is_a_customers(place):
            found.append(_Found(Reason("link", f"a link to a post on {place[0]}"), place[0], "", place[1]))
    return found


def _attached(post: Post, parts: Parts) -> list[_Found]:
    found, beside = [], Beside(parts)
    for attachment in post.attachments:
        words = plain_text(attachment.text).strip() or plain_text(attachment.title).strip()
        place = place_of(attachment.url) if attachment.url else None
        if not (beside.is_a_customers(place, words) if place else _is_voice_service(attachment)):
            continue
        source = place[0] if place else SERVICE_NAMES.get(attachment.service.casefold().strip(), attachment.service)
        found.append(
            _Found(Reason("unfurl", f"an attached post from {source}"), source, words, place[1] if place else None)
        )
    return found


def _is_voice_service(attachment: Attachment) -> bool:
    """An unfurl without a post's address counts when a known service gives its author and words."""
    known = attachment.service.casefold().strip() in SERVICE_NAMES
    return known and bool(attachment.author) and len(attachment.text) >= SHORTEST_QUOTE and not attachment.url


def _quotes(post: Post, parts: Parts) -> list[_Found]:
    marked = [
        _Found(*_QUOTED_FROM[origin == "review"], words)
        for words, origin in marked_quotes(parts)
        if not (post.by_app and origin == "review")
    ]
    said = Reason("quote", "a customer's words in quotation marks")
    return marked + [_Found(said, "a quote", words) for words in quotations(parts)]


def _voice(post: Post, parts: Parts) -> Voice:
    if post.by_app and _is_machine(post, parts):
        return Voice(0.0, ())
    own = parts.own.replace('"…"', " ")
    said = () if is_of_a_document(parts) else parts.said
    voice = hear_customer("\n".join((own, *said, *parts.quotes)))
    if voice.score < HEARD and (told := _told_of_a_client(parts.own)):
        return Voice(TOLD, (Reason("told", told),))
    return Voice(0.0, ()) if voice.score >= LIKELY and _is_own_trouble(parts) else voice


def _told_of_a_client(own: str) -> str:
    return hear_client(own) or hear_passed_on(own) or hear_dealings(own)


def _is_own_trouble(parts: Parts) -> bool:
    """Whether a teammate speaks of a company of their own, one that sells to the house, or their own parcel."""
    own = parts.own
    if parts.quotes or parts.said or "@" in own:
        return False
    if quoting.ASKS_PEERS.search(own) or quoting.ANECDOTE.search(own):
        return True
    is_at_work = quoting.OWN_PARCEL.search(own) or quoting.OWN_SUPPLIER.search(own)
    return bool(is_at_work and not quoting.TO_YOU.search(own) and not hear_told(fold(own)))


def _whole(post: Post) -> str:
    return plain_text(post.text).strip()


def _quote_of_words(post: Post, parts: Parts) -> str:
    said = max(parts.said, key=len, default="")
    return said if len(said) >= SHORTEST_QUOTE else _whole(post)
