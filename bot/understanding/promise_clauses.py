"""What stands around the shape of a promise, and takes it back or makes it firmer: conditions, others' words, tone."""

from __future__ import annotations

from bot.understanding.english import promise_doubts as doubts
from bot.understanding.english import promise_verbs as verbs
from bot.understanding.english import promise_words as words
from bot.understanding.promise_weighing import Weighing

_CLAUSE = 90
_ORDINARY = frozenset(("verb act", "short yes", "elliptic", "told", "someone"))
"""Where one of these was found, a laugh is embarrassment rather than a joke."""


def without_what_is_asked(text: str) -> str:
    """A sentence up to where others are asked for something in it: the moment there is not the speaker's."""
    for match in doubts.ASKED_BEHIND.finditer(text):
        if match["verb"] is None or match["verb"] in verbs.ASKED_OF_OTHERS:
            return text[: match.start()]
    return text


def weigh_clause(text: str, weighing: Weighing) -> None:
    """What stands around the commitment: a condition, or a clause that only talks of it."""
    before = text[max(0, weighing.start - _CLAUSE) : weighing.start]
    around = before + text[weighing.start : weighing.end + _CLAUSE]
    if words.WHAT_I_DO.search(text):
        weighing.add(0.3, "what i do", "says what they will do")
    elif _only_talks(text, before, weighing.signs):
        weighing.add(-3.0, "talks of it", "only talks of it")
    if doubts.GIVES_WORD.search(before):
        weighing.add(0.6, "gives word", "gives their word")
    if doubts.TELL_SO.search(text) and "moment" not in weighing.signs:
        weighing.add(-3.0, "talks of it", "only talks of it")
    if doubts.STANDUP.search(text) and "someone" not in weighing.signs:
        weighing.add(-1.5, "unsure", "tells the own team")
    _weigh_conditions(around, weighing)
    if doubts.PAST_FUTURE.search(around):
        weighing.add(-3.0, "past", "was only planned")
    if doubts.UNSURE.search(around):
        weighing.add(-0.8, "unsure", "is not sure")


def _only_talks(text: str, before: str, signs: list[str]) -> bool:
    """Whether the commitment is part of what is asked, known or read elsewhere: others' words, a paper's, a song's."""
    if (doubts.EMBEDDED.search(before) and not doubts.FRONTED.search(before)) or doubts.QUOTED.search(before):
        return True
    if doubts.SAID_BEHIND.search(text) or doubts.TITLE.search(text) or doubts.PAPER_SAYS.search(before):
        return True
    return "someone" not in signs and bool(doubts.BY_PAPER.search(before))


def _weigh_conditions(around: str, weighing: Weighing) -> None:
    if doubts.TELLS_IF.search(around):
        weighing.signs.append("tells if")
    elif doubts.COURTESY.search(around):
        weighing.signs.append("courtesy")
    elif doubts.CALL_ME_IF.search(around):
        weighing.add(-0.7, "conditional", "depends on someone else")
    elif doubts.IF_OTHERS.search(around):
        they = doubts.IF_THEY.search(around) or "own for nobody" in weighing.signs
        weighing.add(-2.85 if they else -1.6, "conditional", "depends on something that may not happen")
        weighing.signs.append("if they" if they else "if others")
    elif doubts.IF_YOU.search(around):
        weighing.add(-0.7, "conditional", "depends on someone else")


def weigh_tone(text: str, weighing: Weighing) -> None:
    if text.endswith("?") and not doubts.QUESTION_TAG.search(text):
        weighing.add(-3.5, "question", "is a question")
    if doubts.JOKE.search(text):
        weighing.add(-3.5, "joke", "sounds like a joke")
    elif doubts.LAUGHS.search(text):
        weight, sign = (-3.5, "joke") if _ORDINARY.isdisjoint(weighing.signs) else (-1.0, "laughs")
        weighing.add(weight, sign, "sounds like a joke")
    if doubts.PLEASE.search(text):
        weighing.add(-1.5, "asks", "asks for something")
    if doubts.HABIT.search(text):
        weighing.add(-1.2, "habit", "tells a habit")
