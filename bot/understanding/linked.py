"""Links: is it a customer's post that is linked, or our own, or one that is shown for its own sake?

Nobody looks behind a link. The address tells where it leads; whose it is, the words beside it tell. A post of somebody
is taken for a customer's unless they say otherwise, what is there to be watched or read only if they do not, a page of
something on sale only if they say that somebody speaks of us there.
"""

from __future__ import annotations

from bot.understanding.english import link_words as words
from bot.understanding.hosts import is_for_answers, is_of_wares, is_to_read, post_source
from bot.understanding.parts import Parts
from bot.understanding.patterns import regex
from bot.understanding.team_talk import sounds_like_a_customer
from bot.understanding.urls import canonical_url, host_of, path_of

_LINK = regex(r"https?://\S+")


def place_of(url: str) -> tuple[str, str] | None:
    """The name of the site and the canonical address, if a public post may be there."""
    canonical = canonical_url(url)
    source = post_source(host_of(canonical), path_of(canonical))
    return None if source is None else (source, canonical)


def words_beside(parts: Parts) -> str:
    """The writer's words without the links."""
    return " ".join(_LINK.sub(" ", parts.own).split())


def is_a_customers(place: tuple[str, str], parts: Parts, shown: str = "") -> bool:
    """Whether this post is a customer's. `shown` is what is known of its own words."""
    source, url = place
    beside = words_beside(parts).replace("\u2019", "'")
    if words.OURS.search(beside):
        return bool(words.REACTION.search(beside)) or any(map(sounds_like_a_customer, (*parts.quotes, *parts.said)))
    if is_for_answers(source):
        return not _is_reference(parts)
    if parts.quotes or parts.said or words.THEIRS.search(beside):
        return True
    if shown and sounds_like_a_customer(shown):
        return True
    if words.SHOWN.search(beside) or is_of_wares(source, path_of(url)):
        return False
    return not is_to_read(source, path_of(url)) or bool(words.BARE.match(beside)) or sounds_like_a_customer(beside)


def _is_reference(parts: Parts) -> bool:
    """Whether a teammate offers a page of questions and answers as help, and tells nothing of a customer."""
    beside = _LINK.sub(" ", parts.own)
    if parts.quotes or parts.said or words.CUSTOMERS.search(beside):
        return False
    return bool(words.ADVICE.search(beside) or words.ADDRESSED_TO_ONE.match(beside))
