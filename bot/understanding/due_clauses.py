"""Which words of a sentence say when its promise is due: those of its own clause, and as they were corrected.

"They wrote on Monday, I'll answer tomorrow" is due tomorrow. Only where the promise's own words name no moment does
another clause's count: "They need it by Friday, I'll send it".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.understanding.english import clause_words as words
from bot.understanding.text import fold, sentences

LONGEST = 400
MOST_CLAUSES = 40
_GOES_WITH = frozenset((",", "-", "\u2013", "\u2014"))
_MOST_NEW_WORDS = 4
Names = Callable[[str], bool]


class _Clause(NamedTuple):
    """A clause with the mark before it; `is_own` is False for what others do, or what was."""

    mark: str
    text: str
    is_own: bool


def wordings(text: str, names_moment: Names) -> Iterator[str]:
    """What to read the moment from, best first: its own clauses, then all."""
    if len(text) > LONGEST:
        yield text
        return
    said = _as_moved(_as_corrected(text, names_moment), names_moment)
    own = own_clauses(said)
    if own != said:
        yield own
    yield said


def own_clauses(text: str) -> str:
    """A text without the clauses that are others', or tell what was."""
    if not words.BOUNDARY.search(text) and len(sentences(text)) < 2:
        return text
    said = [_clauses(sentence) for sentence in sentences(text)]
    if all(clause.is_own for clauses in said for clause in clauses):
        return text
    return "\n".join(" ".join(map(_kept, clauses)) for clauses in said)


def _kept(clause: _Clause) -> str:
    return f"{clause.mark}{clause.text}" if clause.is_own else ";"


def _clauses(sentence: str) -> list[_Clause]:
    """The clauses of a sentence: a tail ("…, 30 November") goes with the one before it, an opening with the next."""
    found: list[_Clause] = []
    for mark, text in _pieces(sentence):
        folded = fold(text)
        lead = words.LEAD.match(folded)
        bare = folded[lead.end() if lead else 0 :]
        is_tail = mark.strip() in _GOES_WITH and bool(words.TAIL.match(bare)) and not words.PROMISES.search(bare)
        if found and is_tail:
            found.append(_Clause(mark, text, found[-1].is_own))
            continue
        is_own = not (words.ANOTHERS.match(bare) or words.TOLD.match(bare)) if bare else True
        if mark.strip() == "," and not is_own and len(found) == 1 and words.TAIL.match(fold(found[0].text)):
            found[0] = _Clause(found[0].mark, found[0].text, False)
        found.append(_Clause(mark, text, is_own))
    return found


def _pieces(sentence: str) -> Iterator[tuple[str, str]]:
    begin, mark = 0, ""
    for count, boundary in enumerate(words.BOUNDARY.finditer(sentence)):
        if count >= MOST_CLAUSES:
            break
        yield mark, sentence[begin : boundary.start()]
        begin, mark = boundary.end(), boundary.group()
    yield mark, sentence[begin:]


def _as_corrected(text: str, names_moment: Names) -> str:
    """ "Thursday, no, Friday": what was taken back is left out."""
    for match in words.CORRECTS.finditer(text):
        if words.NEEDS_A_MARK.match(match.group()) and not match["apart"]:
            continue
        if _begins_with_moment(match["new"], names_moment) and names_moment(text[: match.start()]):
            return text[match.end() :]
    return text


def _begins_with_moment(new: str, names_moment: Names) -> bool:
    said = fold(new).split()[:_MOST_NEW_WORDS]
    skipped = next((count for count, word in enumerate(said) if word not in words.TIMES_BEFORE), len(said))
    return names_moment(" ".join(said[: skipped + 1]))


def _as_moved(text: str, names_moment: Names) -> str:
    """ "Move it from Thursday to Friday" without Thursday."""
    match = words.MOVES.search(text)
    if match and names_moment(match["before"]) and names_moment(match["after"]):
        return f"{text[: match.start('old')]}{text[match.end('old') :]}"
    return text
