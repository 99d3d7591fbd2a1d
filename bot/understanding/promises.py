"""Does the writer commit to an act of their own? Read sentence by sentence, in the writer's own words only.

Every shape that speaks for or against a promise adds its weight (log-odds); the sum gives the score. Precision goes
first: a wrong offer costs trust.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from bot.facts import PromiseReading, Reason
from bot.understanding.english import promise_words as words
from bot.understanding.text import fold, sentences

When = Callable[[], bool]
THRESHOLD = 0.5
LONGEST_SENTENCE = 700
MOST_SENTENCES = 200
_CLAUSE = 90
_REPEATED = re.compile(r"\b(\w+(?:'\w+)?(?: \w+(?:'\w+)?)?)(?: \1\b)+")
_CUT_WORD = re.compile(r"\b\w{1,6}- (?=\w)")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Weighing:
    """The reasons found so far, the sum of their weights, and where in the sentence the commitment stands."""

    total: float = -2.0
    reasons: list[Reason] = field(default_factory=list)
    start: int = 0
    end: int = 0

    def add(self, weight: float, kind: str, says: str) -> None:
        self.total += weight
        self.reasons.append(Reason(kind, says))

    def commit(self, weight: float, match: re.Match[str], kind: str = "commits") -> None:
        said = match.group().removesuffix(match.groupdict().get("rest") or "").strip()
        self.start, self.end = match.start(), match.start() + len(said)
        self.add(weight, kind, f"“{said[:60]}”")

    @property
    def score(self) -> float:
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.total))))


def read_promise(own_words: str, names_moment: Callable[[str], bool]) -> PromiseReading:
    """The strongest promise among the sentences of a text; `names_moment` tells whether a sentence says when."""
    best = PromiseReading(False, 0.0)
    for sentence in sentences(own_words)[:MOST_SENTENCES]:
        text = simplify(sentence)
        if not words.MAY_PROMISE.search(text):
            continue
        weighing = _weigh(text, sentence, names_moment)
        if weighing.score > best.score:
            is_promise = weighing.score >= THRESHOLD
            reasons = tuple(weighing.reasons)
            best = PromiseReading(is_promise, round(weighing.score, 3), reasons, sentence if is_promise else "")
    return best


def simplify(sentence: str) -> str:
    """Folded, without the fillers and repetitions of speech, cut to a bounded length."""
    text = fold(sentence[:LONGEST_SENTENCE]).replace("`", "'")
    text = words.SPEECH_FILLERS.sub("", text)
    text = _CUT_WORD.sub("", text)
    return _SPACE.sub(" ", _REPEATED.sub(r"\1", text)).strip(" \"'*_-•>")


def _weigh(text: str, sentence: str, names_moment: Callable[[str], bool]) -> Weighing:
    weighing = Weighing()
    says_when = lru_cache(maxsize=1)(lambda: names_moment(sentence))
    for weigh_shape in (_weigh_told, _weigh_first_person, _weigh_short, _weigh_we, _weigh_let_me, _weigh_plans):
        weigh_shape(text, says_when, weighing)
        if weighing.reasons:
            break
    if weighing.reasons:
        if says_when():
            weighing.add(0.7, "moment", "says when")
        _weigh_clause(text, weighing)
        _weigh_tone(text, weighing)
    return weighing


def _weigh_told(text: str, says_when: When, weighing: Weighing) -> None:
    """Reported to the customer: "told her we'd have it Friday"."""
    if match := words.TOLD.search(text):
        weighing.commit(2.9, match, "told")
    elif match := words.TELL_THEM.search(text):
        weighing.commit(2.6, match, "told")


def _weigh_first_person(text: str, says_when: When, weighing: Weighing) -> None:
    match = words.FIRST_PERSON.search(text) or words.BOTH_PERSON.search(text)
    while match:
        verb, rest = match["verb"], match["rest"]
        if not _is_state(match) and not (match.group().startswith("ill ") and verb not in words.ACT_VERBS):
            weight = 3.2 if verb in words.ACT_VERBS else 2.6
            if verb in words.OWN_MATTERS and not says_when() and not words.TO_SOMEONE.search(rest[:60]):
                weight = 1.7
            weighing.commit(weight, match)
            return
        match = words.FIRST_PERSON.search(text, match.start("verb"))
    if match := words.REFUSALS.search(text):
        weighing.commit(2.8, match)


def _is_state(match: re.Match[str]) -> bool:
    verb, rest = match["verb"], match["rest"]
    if verb in words.STATES:
        unless = words.STATE_EXCEPT.get(verb)
        return not (unless and unless.match(rest))
    before = match.group()[: match.start("verb") - match.start()]
    return before.endswith(("have to ", "need to ")) and bool(words.LEAVING.match(f" {verb}"))


def _weigh_short(text: str, says_when: When, weighing: Weighing) -> None:
    """Short answers and those without a subject: "on it", "will send it tomorrow", "answer by 3"."""
    if match := words.SHORT_YES.match(text):
        weighing.commit(3.0, match)
    elif (match := words.ELLIPTIC.match(text)) and not _is_state(match) and not text.endswith("?"):
        if match["verb"] in words.ACT_VERBS:
            weighing.commit(2.7, match)
    elif (
        (match := words.ELLIPTIC_GONNA.match(text)) and match["verb"] in words.ACT_VERBS and not _is_state(match)
    ) or ((match := words.BARE_ACT.match(text) or words.JUMPING.match(text)) and says_when()):
        weighing.commit(2.4, match)


def _weigh_we(text: str, says_when: When, weighing: Weighing) -> None:
    match = words.WE_PERSON.search(text)
    if match is None or _is_state(match):
        return
    if words.TO_SOMEONE.search(match["rest"][:80]) or says_when():
        weighing.commit(2.6, match)
    elif match["verb"] in words.ACT_VERBS:
        weighing.commit(1.7 if match["verb"] in words.MEETING_VERBS else 2.2, match)


def _weigh_let_me(text: str, says_when: When, weighing: Weighing) -> None:
    match = words.LET_ME.search(text)
    if match is None or match["verb"] in words.LET_ME_OTHERS or words.LET_ME_ASKED.search(text):
        return
    weighing.commit(2.6 if match["verb"] in words.ACT_VERBS else 1.8, match)


def _weigh_plans(text: str, says_when: When, weighing: Weighing) -> None:
    if match := words.PLANS.search(text):
        weighing.commit(2.6, match)
    elif (match := words.INTENDS.search(text)) and says_when():
        weighing.commit(2.2, match)
    elif (match := words.PROGRESSIVE.search(text)) and says_when():
        weighing.commit(2.0, match)
    elif (match := words.CAN.search(text)) and says_when() and match["verb"] in words.ACT_VERBS:
        weighing.commit(2.0 if words.TO_SOMEONE.search(text[match.end() :][:60]) else 1.0, match)


def _weigh_clause(text: str, weighing: Weighing) -> None:
    """What stands around the commitment: a condition, or a clause that only talks of it."""
    before = text[max(0, weighing.start - _CLAUSE) : weighing.start]
    around = before + text[weighing.start : weighing.end + _CLAUSE]
    if words.EMBEDDED.search(before) and not words.FRONTED.search(before):
        weighing.add(-3.0, "talks of it", "only talks of it")
    if words.IF_OTHERS.search(around):
        weighing.add(-1.6, "conditional", "depends on something that may not happen")
    elif words.IF_YOU.search(around):
        weighing.add(-0.7, "conditional", "depends on someone else")
    if words.PAST_FUTURE.search(around):
        weighing.add(-3.0, "past", "was only planned")
    if words.UNSURE.search(around):
        weighing.add(-0.8, "unsure", "is not sure")


def _weigh_tone(text: str, weighing: Weighing) -> None:
    if text.endswith("?") and not words.QUESTION_TAG.search(text):
        weighing.add(-3.5, "question", "is a question")
    if words.JOKE.search(text):
        weighing.add(-3.5, "joke", "sounds like a joke")
    if words.HABIT.search(text):
        weighing.add(-1.2, "habit", "tells a habit")
