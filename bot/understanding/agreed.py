"""A reply that only agrees ("Sure, Friday.") promises what was asked for right before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from bot.facts import Post, PromiseReading, Reason
from bot.understanding.english import agreed_words as words
from bot.understanding.moments import split_due
from bot.understanding.parts import separate_text
from bot.understanding.patterns import regex
from bot.understanding.promises import read_promise
from bot.understanding.text import fold, sentences

LONGEST = 80
"""Agreement is short: whoever writes more says what they will do."""
LONGEST_REQUEST = 400
MOST_SENTENCES = 20
_PERSON = regex(rf"\b(?:{'|'.join(words.PERSONS)})\b", re.I)


def agrees(post: Post) -> bool:
    """Whether a post does nothing but agree, at most naming a moment: what it promises stands before it."""
    if len(post.text) > LONGEST or post.by_app:
        return False
    own = separate_text(words.YES_EMOJI.sub(" 👍 ", post.text)).own
    if "?" in own:
        return False
    rest, _ = split_due(own, post.at, post.hours, post.locale)
    said = words.WORD.findall(words.YES_PHRASES.sub(" yes ", fold(rest)))
    known = words.YES | words.BESIDE
    return any(word in words.YES for word in said) and all(word in known or word[0] == "@" for word in said)


def read_agreed(post: Post, own: str, names_moment: Callable[[str], bool]) -> PromiseReading:
    """What such a post promises: the last request in `post.asked`, read as if its writer had said it themselves."""
    asked = separate_text(post.asked).own
    for sentence in islice(reversed(sentences(asked)), MOST_SENTENCES):
        request = words.ASKS.match(sentence[:LONGEST_REQUEST])
        if request is None or words.NO_ACT.match(request["act"]):
            continue
        act = words.PLEASE_AFTER.sub("", request["act"].rstrip(" ?!."))
        act = _PERSON.sub(lambda found: words.PERSONS[found[0].lower()], act)
        found = read_promise(f"{words.I_WILL}{act}", names_moment, post.promise_threshold)
        if found.is_promise:
            reason = Reason("commits", f"agrees to “{request['ask'][:80]}”")
            said = " ".join(own.split())
            return replace(found, reasons=(reason,), words=f"{said} ({request['ask']})".strip())
    return PromiseReading(False, 0.0)
