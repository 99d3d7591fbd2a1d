"""Which words of a sentence say when its promise is due: those of its own clause, and as they were corrected.

"They wrote on Monday, I'll answer tomorrow" is due tomorrow. Only where the promise's own words name no moment does
another clause's count: "They need it by Friday, I'll send it".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.understanding.english import aside_words as asides
from bot.understanding.english import clause_words as words
from bot.understanding.text import fold, sentences

LONGEST = 400
MOST_CLAUSES = 40
_GOES_WITH = frozenset((",", "-", "\u2013", "\u2014"))
_MOST_NEW_WORDS = 4
_MOST_REASONS = 4
Names = Callable[[str], bool]


class _Clause(NamedTuple):
    """A clause with the mark before it; `is_own` is False for what others do, or what was. An aside is the promise's
    own unless another clause names a day: where the writer is, what was given up.
    """

    mark: str
    text: str
    is_own: bool
    is_aside: bool = False


def wordings(text: str, names_moment: Names) -> Iterator[str]:
    """What to read the moment from, best first: its own clauses, then all."""
    if len(text) > LONGEST:
        yield text
        return
    said = _without(_as_moved(_as_corrected(text, names_moment), names_moment), names_moment)
    own = own_clauses(said)
    if own != said:
        yield own
    yield said


def own_clauses(text: str) -> str:
    """A text without the clauses that are others', or tell what was."""
    if not words.BOUNDARY.search(text) and len(sentences(text)) < 2:
        return text
    said = [_clauses(sentence) for sentence in sentences(text)]
    if _names_day_beside_asides(said):
        said = [[each._replace(is_own=each.is_own and not each.is_aside) for each in clauses] for clauses in said]
    if all(clause.is_own for clauses in said for clause in clauses):
        return text
    return "\n".join(" ".join(map(_kept, clauses)) for clauses in said)


def _names_day_beside_asides(said: list[list[_Clause]]) -> bool:
    """Whether there are asides, and a day without them: "the fair's on Friday, I'll be there at 6" has none."""
    each = [clause for clauses in said for clause in clauses if clause.is_own]
    return any(clause.is_aside for clause in each) and any(
        asides.NAMES_DAY.search(fold(clause.text)) for clause in each if not clause.is_aside
    )


def _kept(clause: _Clause) -> str:
    return f"{clause.mark}{clause.text}" if clause.is_own else ";"


def _clauses(sentence: str) -> list[_Clause]:
    """The clauses of a sentence: a tail ("…, 30 November") goes with the one before it, an opening with the next."""
    found: list[_Clause] = []
    for mark, text in _pieces(sentence):
        folded = fold(text)
        lead = words.LEAD.match(folded)
        bare = folded[lead.end() if lead else 0 :]
        if found and mark.strip() in _GOES_WITH and _is_tail(bare):
            found.append(_tail(_Clause(mark, text, True), found[-1]))
            continue
        is_own = not (words.ANOTHERS.match(bare) or words.TOLD.match(bare)) if bare else True
        if mark.strip() == "," and not is_own and len(found) == 1 and words.TAIL.match(fold(found[0].text)):
            found[0] = _Clause(found[0].mark, found[0].text, False)
        found.append(_Clause(mark, text, is_own, is_own and bool(asides.ASIDE.match(bare))))
    return found


def _is_tail(bare: str) -> bool:
    goes_on = words.TAIL.match(bare) and not words.PROMISES.search(bare)
    return bool(goes_on) and not asides.DAY_IS_TAKEN.match(bare)


def _tail(tail: _Clause, head: _Clause) -> _Clause:
    """A tail is what its clause is; but behind "no time today" a day is what comes instead."""
    is_instead = head.is_aside and asides.INSTEAD.match(tail.text) and asides.NO_MORE.match(fold(head.text).lstrip())
    return tail if is_instead else tail._replace(is_own=head.is_own, is_aside=head.is_aside)


def _pieces(sentence: str) -> Iterator[tuple[str, str]]:
    begin, mark = 0, ""
    for count, boundary in enumerate(words.BOUNDARY.finditer(sentence)):
        if count >= MOST_CLAUSES:
            break
        yield mark, sentence[begin : boundary.start()]
        begin, mark = boundary.end(), boundary.group()
    yield mark, sentence[begin:]


def corrected_afresh(said: str, text: str, names_moment: Names) -> str:
    """What the sentence behind the one that was `said` puts right ("Actually, Friday"), or ''."""
    if not said:
        return ""
    _, found, behind = text.partition(said)
    following = next(iter(sentences(behind[:LONGEST])), "")
    match = words.CORRECTS_AFRESH.match(following) if found else None
    return _put_right(match, said, names_moment) if match else ""


def _as_corrected(text: str, names_moment: Names) -> str:
    """ "Thursday, no, Friday": what was taken back is left out."""
    for match in words.CORRECTS.finditer(text):
        if new := _put_right(match, text[: match.start()], names_moment):
            return new
    return text


def _put_right(match: re.Match[str], before: str, names_moment: Names) -> str:
    """What a correction puts in the place of a moment that was said before it, or ''."""
    behind = match.string[match.end() :]
    if _tells_why_not(fold(behind), fold(before)):
        return _behind_reason(behind, names_moment)
    if asides.WAS.match(behind):
        return ""
    if words.NEEDS_A_MARK.match(match.group()) and not match["apart"]:
        return ""
    is_new = _begins_with_moment(match["new"], names_moment) and names_moment(before)
    return behind if is_new and names_moment(behind) else ""


def _tells_why_not(said: str, before: str) -> bool:
    """Whether a correction begins with what is on the day that was said before: "tomorrow's the offsite"."""
    end = asides.BEHIND_WHY.search(said)
    reason = said[: end.start() if end else None]
    if not asides.WHY_NOT.match(reason) and not asides.ASIDE.match(reason):
        return False
    return any(day in before for day in asides.SAYS_DAY.findall(reason))


def _behind_reason(said: str, names_moment: Names) -> str:
    """ "Tomorrow's the offsite - Friday": the moment behind the reason why not, or ''."""
    for count, boundary in enumerate(asides.BEHIND_WHY.finditer(said)):
        behind = said[boundary.end() :]
        if _begins_with_moment(behind, names_moment) or words.PROMISES.match(fold(behind)):
            return behind if names_moment(behind) else ""
        if count >= _MOST_REASONS:
            break
    return ""


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


def _without(text: str, names_moment: Names) -> str:
    """A text without a day that was passed over ("rather than Thursday"), and without dates that say which thing."""
    for pattern in (asides.PASSED_OVER, asides.NAMES_THING):
        for match in reversed(list(pattern.finditer(text))):
            if pattern is asides.NAMES_THING and asides.ENDS_IN_TIME.search(text[: match.start()]):
                continue
            rest = f"{text[: match.start()]} {text[match.end() :].lstrip()}".strip()
            text = rest if names_moment(rest) else text
    return text
