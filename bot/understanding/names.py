"""Customers' names: how they are spelled alike, and which words of a post may be one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence

from bot.facts import Post
from bot.understanding.english.common_words import COMMON_WORDS
from bot.understanding.english.naming_words import COMMON, COMPANY_ENDINGS, DROPPED_IN_FRONT, FUNCTION
from bot.understanding.parts import separate
from bot.understanding.patterns import regex
from bot.understanding.text import plain_text

MOST_CANDIDATES = 400
LONGEST_NAME = 4
LONGEST_TEXT = 8_000

_TOKEN = regex(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|(?<=\w)[&.'\u2019\-](?=\w))*|&")
_NOT_IN_NAMES = regex(r"[^\w&]+|_")
_INNER_MARKS = regex(r"(?<=\w)['\u2019.](?=\w)|['\u2019]")
_POSSESSIVE = ("'s", "\u2019s", "'S")


def normalise_name(name: str) -> str:
    """The form under which the directory stores and finds a name ("Café Noir, Inc." → "cafe noir").

    Empty when nothing of a name is left. Company suffixes are dropped from the end only, and never all words.
    """
    return _trimmed(_words(name))


def _words(name: str) -> list[str]:
    if name.isascii():
        if name.isalnum():
            return [name.lower()]
        folded = name.lower()
    else:
        folded = unicodedata.normalize("NFKC", name).casefold()
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return _NOT_IN_NAMES.sub(" ", _INNER_MARKS.sub("", folded)).replace("&", " & ").split()


def _trimmed(words: Sequence[str]) -> str:
    first, last = 0, len(words)
    while first < last and (words[first] == "&" or (words[first] in DROPPED_IN_FRONT and last - first > 1)):
        first += 1
    while first < last and (words[last - 1] == "&" or (words[last - 1] in COMPANY_ENDINGS and last - first > 1)):
        last -= 1
    return " ".join(words[first:last])


def candidate_names(post: Post) -> tuple[str, ...]:
    """Normalised spellings to look up in the directory: runs of up to four words, each at most once.

    A single word is a candidate whatever its case ("acme is down"), unless it is one of the common words;
    what is found is weighed by `read`, which asks for capitals and context where a name is also a word.
    """
    found: dict[str, None] = {}
    for text in _texts(post):
        for norm, _, _ in spelled_names(text[:LONGEST_TEXT]):
            found.setdefault(norm)
            if len(found) >= MOST_CANDIDATES:
                return tuple(found)
    return tuple(found)


def spelled_names(text: str, wanted: Collection[str] = ()) -> Iterator[tuple[str, int, int]]:
    """Each run of words in a plain text that may be a name: its normal form, and where it starts and ends.

    With `wanted`, runs that can't be one of these normal forms may be left out: it is quicker.
    """
    opens = {norm.partition(" ")[0] for norm in wanted}
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    words = [_words(written) for written, _, _ in tokens]
    for first, (opening, start, _) in enumerate(tokens):
        if opening == "&" or opening in FUNCTION:
            continue
        if wanted and not (words[first] and {words[first][0], words[first][0].removesuffix("s")} & opens):
            continue
        run: list[str] = []
        for last in range(first, min(first + LONGEST_NAME, len(tokens))):
            run += words[last]
            end, written = tokens[last][2], tokens[last][0]
            if _may_be_name(written, opening, last == first) and (norm := _trimmed(run)):
                yield norm, start, end
                if (alike := _with_other_and(norm)) != norm:
                    yield alike, start, end
                if written.endswith(_POSSESSIVE) and (owner := _trimmed([*run[:-1], run[-1][:-1]])):
                    yield owner, start, end - 2


def _with_other_and(norm: str) -> str:
    """ "marks and spencer" for "marks & spencer", and the other way round."""
    if " and " in norm:
        return norm.replace(" and ", " & ")
    return norm.replace(" & ", " and ")


def _may_be_name(last: str, first: str, is_single: bool) -> bool:
    if not is_single:
        return last != "&" and last.casefold() not in FUNCTION
    folded = first.casefold()
    return not (folded in COMMON or len(first) < 2 or first.isdigit() or (first == folded and folded in COMMON_WORDS))


def _texts(post: Post) -> list[str]:
    parts = separate(post)
    texts = [plain_text(post.text), *parts.quotes]
    texts += [f"{mail.sender} {mail.subject}" for mail in post.mails]
    texts += [f"{attachment.author} {attachment.title}" for attachment in post.attachments]
    return [text for text in texts if text]
