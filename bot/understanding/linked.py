"""Links: is it a customer's post that is linked, or our own, or one that is shown for its own sake?

Nobody looks behind a link. The address tells where it leads; whose it is, the words beside it tell. A post of somebody
is taken for a customer's unless they say otherwise, what is there to be watched or read only if they do not, a page of
something on sale only if they say that somebody speaks of us there.
"""

from __future__ import annotations

from functools import cached_property

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


class Beside:
    """What stands beside links, and whose posts it says they are: asked once, however many links there are."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def is_a_customers(self, place: tuple[str, str], shown: str = "") -> bool:
        """Whether the post at this place is a customer's. `shown` is what is known of its own words."""
        source, url = place
        if self._is_ours:
            return self._reacts
        if is_for_answers(source):
            return not self._is_help
        if self._is_theirs or (shown and sounds_like_a_customer(shown)):
            return True
        if self._is_shown or is_of_wares(source, path_of(url)):
            return False
        return not is_to_read(source, path_of(url)) or self._is_bare or self._sounds_like_a_customer

    @cached_property
    def words(self) -> str:
        """The writer's words without the links."""
        return " ".join(_LINK.sub(" ", self._parts.own).split())

    @cached_property
    def _straight(self) -> str:
        return self.words.replace("\u2019", "'")

    @cached_property
    def _is_ours(self) -> bool:
        return bool(words.OURS.search(self._straight))

    @cached_property
    def _reacts(self) -> bool:
        """Whether somebody reacted to a post of ours."""
        if words.REACTION.search(self._straight):
            return True
        return any(map(sounds_like_a_customer, (*self._parts.quotes, *self._parts.said)))

    @cached_property
    def _is_theirs(self) -> bool:
        return bool(self._parts.quotes or self._parts.said or words.THEIRS.search(self._straight))

    @cached_property
    def _is_shown(self) -> bool:
        return bool(words.SHOWN.search(self._straight))

    @cached_property
    def _is_bare(self) -> bool:
        return bool(words.BARE.match(self._straight))

    @cached_property
    def _sounds_like_a_customer(self) -> bool:
        return sounds_like_a_customer(self._straight)

    @cached_property
    def _is_help(self) -> bool:
        """Whether a teammate offers a page of questions and answers as help, and tells nothing of a customer."""
        beside = _LINK.sub(" ", self._parts.own)
        if self._parts.quotes or self._parts.said or words.CUSTOMERS.search(beside):
            return False
        return bool(words.ADVICE.search(beside) or words.ADDRESSED_TO_ONE.match(beside))
