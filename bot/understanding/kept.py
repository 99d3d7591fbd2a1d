"""Does a message say in passing that its writer got back to a customer? Only the writer decides: they are asked."""

from __future__ import annotations

from itertools import islice
from urllib.parse import urlsplit

from bot.facts import KeptReading
from bot.understanding.english import kept_words as words
from bot.understanding.hosts import post_source
from bot.understanding.parts import separate_text
from bot.understanding.patterns import regex
from bot.understanding.text import fold, link_targets, sentences
from bot.understanding.urls import canonical_url

MOST_SENTENCES = 20
LONGEST_SENTENCE = 300
MOST_LINKS = 20
_CLAUSES = regex(r"[,;:]")


def read_kept(mrkdwn: str, about_url: str | None = None) -> KeptReading | None:
    """What in a message of the promiser's may show that they got back to the customer; None when nothing does.

    A link to where people speak in public (or to where the customer spoke: `about_url`) may lead to the reply. The
    customer's own address does, where the words say that the reply stands there.
    """
    own = separate_text(mrkdwn).own
    said = any(_says_kept(sentence) for sentence in islice(sentences(own), MOST_SENTENCES))
    names_reply = said or words.OUR_REPLY.search(fold(own[:LONGEST_SENTENCE])) is not None
    for address in islice(link_targets(mrkdwn), MOST_LINKS):
        if _is_public(address, about_url) and (names_reply or not _is_the_same(address, about_url)):
            return KeptReading("link", address)
    return KeptReading("words", None) if said else None


def _is_public(address: str, about_url: str | None) -> bool:
    host, path = _place(address)
    return bool(host) and (post_source(host, path) is not None or bool(about_url and host == _place(about_url)[0]))


def _is_the_same(address: str, about_url: str | None) -> bool:
    return about_url is not None and "#" not in address and _canonical(address) == _canonical(about_url)


def _canonical(address: str) -> str:
    return canonical_url(address) or address


def _place(address: str) -> tuple[str, str]:
    """Host, and path with query and fragment; empty for what is no address."""
    try:
        found = urlsplit(_canonical(address))
        return (found.hostname or "").removeprefix("www."), found.path + (f"?{found.query}" if found.query else "")
    except ValueError:
        return "", ""


def _says_kept(sentence: str) -> bool:
    """Whether one of its clauses does: "spoke to them, they will wait"."""
    text = fold(sentence[:LONGEST_SENTENCE]).strip(" \"'*_-•>")
    return not text.endswith("?") and any(_tells_it(clause.strip()) for clause in _CLAUSES.split(text))


def _tells_it(clause: str) -> bool:
    if words.UNLESS.search(clause) or words.INSIDE.search(clause):
        return False
    return any(shape.search(clause) for shape in words.KEPT)
