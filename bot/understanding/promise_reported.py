"""Promises that are reported: what somebody was told that we do, that they get, or that is done to their things."""

from __future__ import annotations

import re
from itertools import islice

from bot.understanding.english import own_words as own
from bot.understanding.english import promise_beside as beside
from bot.understanding.english import promise_reported as reported
from bot.understanding.english import promise_verbs as verbs
from bot.understanding.english import promise_words as words
from bot.understanding.promise_weighing import Weighing, When

_MOST_REPORTS = 4
_LONGEST_LEAD = 60
"""How far before the verb its subject and what opens the sentence may begin."""


def weigh_reported(text: str, says_when: When, weighing: Weighing) -> None:
    """Reported to the customer ("told her we'd have it Friday"), or words to be told them."""
    for verb in islice(reported.REPORTING.finditer(text), _MOST_REPORTS):
        lead = reported.LEADING.search(text, max(0, verb.start() - _LONGEST_LEAD), verb.start())
        match = lead and (_told(text, lead.start(), says_when) or _said(text, lead.start(), says_when))
        if match and not reported.KEPT_OR_LOST.search(text):
            is_agreed = (match.groupdict().get("told") or "").startswith("agreed")
            weighing.commit(3.4 if is_agreed else 2.9, match, "told", "told")
            return
    if ("tell" in text or "let" in text) and (match := words.TELL_THEM.search(text)):
        weighing.commit(2.6, match, "tell them", "told")


def _told(text: str, start: int, says_when: When) -> re.Match[str] | None:
    """Told to somebody who is not of one's own home."""
    match = reported.TOLD_WE.match(text, start)
    if match and _is_ours(match) and (_is_to_do(match) if match["verb"] else says_when()):
        return match
    match = reported.TOLD_THEY.match(text, start)
    if match and _is_ours(match) and (says_when() or not match["now"]):
        return None if reported.GOES_BY_ITSELF.search(match.group()) else match
    match = reported.GAVE_WORD.match(text, start)
    if match and (match["word"] or match["assures"]) and _is_ours(match) and says_when():
        return match
    return None


def _said(text: str, start: int, says_when: When) -> re.Match[str] | None:
    """Said and not to whom: so it has to be for somebody, or the writer's own with a moment."""
    match = reported.SAID_WE.match(text, start)
    if match and _is_ours(match) and _is_to_do(match) and match["verb"] in verbs.ACT_VERBS:
        act = match["verb"] + match["rest"]
        for_someone = beside.TO_SOMEONE.search(match["rest"][:60]) or reported.TO_THEM.match(act)
        if for_someone or (_names_writer(match) and says_when()):
            return match
    match = reported.SAID_THEY.match(text, start)
    if match is None or reported.GOES_BY_ITSELF.search(match.group()):
        return None
    return match if _names_writer(match) and says_when() else None


def _names_writer(match: re.Match[str]) -> bool:
    return match["lead"].startswith("i")


def _is_ours(match: re.Match[str]) -> bool:
    """Whether the writer told it, to nobody of their own home."""
    found = match.groupdict()
    whom = found.get("whom") or found.get("let") or ""
    if own.OWN_PEOPLE.match(whom):
        return False
    before = match.string[: match.start()]
    if match["lead"].startswith(("i ", "i'", "we")) or not before.strip():
        return True
    if beside.PEOPLE_BEFORE.search(before):
        return False
    return not before.rstrip().endswith(",") or bool(reported.TALKED_TO.match(before))


def _is_to_do(match: re.Match[str]) -> bool:
    """Whether it is an act still to come, and no refusal, state or doubt."""
    verb, rest = match["verb"], match["rest"]
    if (
        reported.HAD_DONE.match(verb)
        or reported.NOT_TO_DO.match(verb + rest)
        or beside.OWN_OBJECT.match(verb + rest)
        or own.OWN_MATTER.match(rest)
    ):
        return False
    if verb in verbs.STATES - {"be", "have", "see"}:
        unless = beside.STATE_EXCEPT.get(verb)
        return bool(unless and unless.match(rest))
    return True
