"""From Slack's mrkdwn to plain text: pings, links, emphasis and escapes; words and sentences."""

from __future__ import annotations

import re
import unicodedata

from bot.understanding.patterns import regex
from bot.understanding.sentence_ends import goes_on

MOST_CHARACTERS = 20_000
"""Longer posts are read up to here: Slack's own limit is 40,000, and nobody promises on page nine."""

LONGEST_OPENING = 1_500
_LONGEST_JOINED = 400
_LOOK_AHEAD = 24

_ANGLE = regex(r"<([^<>\n]{1,3000})>")
_SHORTCODE = regex(r"(?<![\w:]):[a-z0-9_+\-]{1,60}:(?![\w:])")
_EMPHASIS = regex(r"(?<![\w*_~`])([*_~])(?=\S)([^\n*_~]{1,2000}?)(?<=\S)\1(?![\w*_~`])")
_ESCAPES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_SENTENCE_END = regex(r"(?<=[.!?…])[\"')\]”\u2019]*\s+(?=[\"'(\[“\u2018]*[^\s\"'(\[“\u2018])|\n+")
_WORD = regex(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def plain_text(mrkdwn: str) -> str:
    """The text as a person reads it: no markup, escapes undone, links as their label (or their address)."""
    text = _ANGLE.sub(_angle_words, mrkdwn[:MOST_CHARACTERS])
    text = _SHORTCODE.sub(" ", text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return unescape(text)


def opening(own: str) -> str:
    """The beginning of somebody's words, where it is told who speaks, with straight apostrophes."""
    return own[:LONGEST_OPENING].replace("\u2019", "'")


def unescape(text: str) -> str:
    """Slack's three escapes undone."""
    for escaped, character in _ESCAPES:
        text = text.replace(escaped, character)
    return text


def _angle_words(match: re.Match[str]) -> str:
    inner = match.group(1)
    target, _, label = inner.partition("|")
    if target.startswith(("@", "!")):
        return f"@{label}" if label else "@someone"
    if target.startswith("#"):
        return f"#{label}" if label else "#channel"
    if label:
        return label
    return target.removeprefix("mailto:") if ":" in target else match.group(0)


def link_targets(mrkdwn: str) -> list[str]:
    """The addresses that the text links to, in order, marked up or bare."""
    found = []
    for match in _LINK.finditer(mrkdwn[:MOST_CHARACTERS]):
        target = match.group(1) or match.group(2).rstrip(".,;:!?)'\"")
        found.append(unescape(target))
    return found


_LINK = regex(r"<(https?://[^<>|\s]{3,2000})(?:\|[^<>]{0,2000})?>|(?<![\w<|])(https?://[^\s<>|]{3,2000})")


def sentences(text: str) -> list[str]:
    """The sentences of a plain text, in order, stripped; newlines end sentences too."""
    found: list[str] = []
    begin = 0
    for end in _SENTENCE_END.finditer(text):
        if end.start() - begin < _LONGEST_JOINED and _goes_on(text[begin : end.start()].lstrip(), end):
            continue
        found.append(text[begin : end.start()].strip())
        begin = end.end()
    found.append(text[begin:].strip())
    return [sentence for sentence in found if sentence]


def _goes_on(said: str, end: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence that was `said` is none: "by Dec. 15"."""
    if said[-1:] != "." or end.group().strip(" \t"):
        return False
    return goes_on(said, end.string[end.end() : end.end() + _LOOK_AHEAD], capitals=said[0].isupper())


def words_of(text: str) -> list[str]:
    """The words of a text, folded: lower case, straight apostrophes, compatibility forms unified."""
    folded = fold(text)
    return _WORD.findall(folded)


def fold(text: str) -> str:
    """Case, width and apostrophes folded, so that the same words look the same."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u2018", "'").replace("\u02bc", "'")
    return text.casefold()
