"""Customers' names: how they are spelled alike, and which words of a post may be one."""

from __future__ import annotations

import re
import unicodedata

from bot.facts import Post
from bot.understanding.parts import separate
from bot.understanding.patterns import word_set
from bot.understanding.text import plain_text

MOST_CANDIDATES = 400
LONGEST_NAME = 4

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|(?<=\w)[&.'\u2019\-](?=\w))*|&")
_NOT_IN_NAMES = re.compile(r"[^\w&]+|_")
_SUFFIXES = word_set(
    "inc incorporated llc llp lp ltd limited plc corp corporation co company companies gmbh ag sa "
    "sas sarl srl spa bv nv ab as asa"
    " oy oyj kg kgaa pty pte group holding holdings the de"
)
_DROPPED_IN_FRONT = frozenset({"the"})


def normalise_name(name: str) -> str:
    """The form under which the directory stores and finds a name ("Café Noir, Inc." → "cafe noir").

    Empty when nothing of a name is left. Company suffixes are dropped from the end only, and never all words.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    folded = re.sub(r"(?<=\w)['\u2019.](?=\w)|['\u2019]", "", folded)
    words = _NOT_IN_NAMES.sub(" ", folded).replace("&", " & ").split()
    while words and (words[0] == "&" or (words[0] in _DROPPED_IN_FRONT and len(words) > 1)):
        words = words[1:]
    while words and (words[-1] == "&" or (words[-1] in _SUFFIXES and len(words) > 1)):
        words = words[:-1]
    return " ".join(words)


def candidate_names(post: Post) -> tuple[str, ...]:
    """Normalised spellings to look up in the directory: runs of up to four words, each at most once.

    A single word is a candidate whatever its case ("acme is down"), unless it is one of the common words;
    what is found is weighed by `read`, which asks for capitals and context where a name is also a word.
    """
    found: dict[str, None] = {}
    for text in _texts(post):
        tokens = [match.group() for match in _TOKEN.finditer(text[:8000])]
        for start in range(len(tokens)):
            for length in range(1, min(LONGEST_NAME, len(tokens) - start) + 1):
                if candidate := _candidate(tokens[start : start + length]):
                    found.setdefault(candidate)
            if len(found) >= MOST_CANDIDATES:
                return tuple(found)[:MOST_CANDIDATES]
    return tuple(found)


def _texts(post: Post) -> list[str]:
    parts = separate(post)
    texts = [plain_text(post.text), *parts.quotes]
    texts += [f"{mail.sender} {mail.subject}" for mail in post.mails]
    texts += [f"{attachment.author} {attachment.title}" for attachment in post.attachments]
    return [text for text in texts if text]


def _candidate(tokens: list[str]) -> str:
    first, last = tokens[0], tokens[-1]
    if len(tokens) == 1 and (first.casefold() in COMMON or len(first) < 2 or first.isdigit()):
        return ""
    if first == "&" or last == "&":
        return ""
    if len(tokens) > 1 and (last.casefold() in FUNCTION or all(token.casefold() in FUNCTION for token in tokens)):
        return ""
    return normalise_name(" ".join(tokens))


FUNCTION = word_set(
    "a an and are as at be been but by can could did do does for from had has have he her hers him "
    "his how i if in into is it its just"
    " me my no not of on or our out she should so some than that their them then there they this to "
    "too up us was we were what when"
    " where which who why will with would you your yours am im ive ill dont"
)
COMMON = FUNCTION | word_set(
    "yes yeah ok okay hi hello hey thanks thank please sure all any more most much many very really "
    "also only even still again now"
    " here today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday week "
    "month year day time morning said"
    " says say says get got go going gone come came see saw know think want wants need needs make "
    "made take took let call called"
    " customer customers client clients user users support team team's people someone anyone "
    "everyone thing things"
)
