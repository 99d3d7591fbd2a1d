"""Does the writer commit to an act of their own? Read sentence by sentence, in the writer's own words only.

Rules find the shapes that speak for or against a promise (`promise_rules`); a small linear model weighs them
together with the words around them, the topic blanked (`promise_features`). Writing needs a shape that commits;
of talk that was written down the model judges alone, since it is full of broken shapes. Precision goes first: a
wrong offer costs trust.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.facts import PromiseReading, Reason
from bot.understanding.english import promise_words as words
from bot.understanding.linear import Linear, load, logistic
from bot.understanding.promise_features import Said, as_spoken, see, share_of, sounds_spoken, telling_words
from bot.understanding.promise_rules import Weighing, weigh
from bot.understanding.text import fold, sentences

THRESHOLD = 0.5
LONGEST_SENTENCE = 700
MOST_SENTENCES = 200
MODEL = "promises"
_REPEATED = re.compile(r"\b(\w+(?:'\w+)?(?: \w+(?:'\w+)?)?)(?: \1\b)+")
_CUT_WORD = re.compile(r"\b\w{1,6}- (?=\w)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model is asked about a sentence: rules and words, each group with its own share."""

    weighing: Weighing
    said: Said
    spoken: bool

    def rules(self) -> list[str]:
        """The findings of the rules as features."""
        found = [f"rule={sign}" for sign in dict.fromkeys(self.weighing.signs)]
        found.append(f"sum={round(min(4.0, max(-4.0, self.weighing.total)))}")
        return [*found, *as_spoken(found)] if self.spoken else found

    def wording(self) -> list[str]:
        """The words as features."""
        found = self.said.all()
        return [*found, *as_spoken(found)] if self.spoken else found


def read_promise(
    own_words: str, names_moment: Callable[[str], bool], threshold: float = THRESHOLD
) -> PromiseReading:
    """The strongest promise among the sentences of a text.

    `names_moment` tells whether a sentence says when; `threshold` is the score from which it is a promise, higher
    for people who declined what was offered.
    """
    best = PromiseReading(False, 0.0)
    for sentence in sentences(own_words)[:MOST_SENTENCES]:
        judged = judge(sentence, names_moment)
        if judged is None:
            continue
        score = round(score_of(judged, load(MODEL)), 3)
        if score > best.score:
            best = _reading(sentence, judged, score, threshold)
    if not best.is_promise:
        return best
    return _waiting(best, names_moment)


def judge(sentence: str, names_moment: Callable[[str], bool], model: Linear | None = None) -> Judged | None:
    """What there is to weigh in a sentence; nothing if it cannot be a promise."""
    text = simplify(sentence)
    if not words.MAY_PROMISE.search(text):
        return None
    said = see(sentence[:LONGEST_SENTENCE])
    weighing = weigh(text, lambda: names_moment(sentence))
    spoken = sounds_spoken(said, load(MODEL) if model is None else model)
    return Judged(weighing, said, spoken) if weighing.reasons or spoken else None


def score_of(judged: Judged, model: Linear) -> float:
    """The chance that it is a promise, 0 to 1."""
    wording = judged.wording()
    log_odds = model.log_odds(judged.rules()) + share_of(wording) * model.sum_of(wording)
    return logistic(log_odds)


def simplify(sentence: str) -> str:
    """Folded, without the fillers and repetitions of speech, cut to a bounded length."""
    text = fold(sentence[:LONGEST_SENTENCE]).replace("`", "'")
    text = words.SPEECH_FILLERS.sub("", text)
    text = _CUT_WORD.sub("", text)
    return _SPACE.sub(" ", _REPEATED.sub(r"\1", text)).strip(" \"'*_-•>")


def _reading(sentence: str, judged: Judged, score: float, threshold: float) -> PromiseReading:
    is_promise = score >= threshold
    reasons: Sequence[Reason] = judged.weighing.reasons
    if is_promise and not reasons:
        reasons = [Reason("commits", f"“{telling_words(judged.said, load(MODEL))[:60]}”")]
    return PromiseReading(is_promise, score, tuple(reasons), sentence if is_promise else "")


def _waiting(promise: PromiseReading, names_moment: Callable[[str], bool]) -> PromiseReading:
    """With the cause it is bound to, if that is something that happens, and not a moment."""
    match = words.CAUSE.search(promise.words[:LONGEST_SENTENCE])
    cause = match["cause"].strip() if match else ""
    if not cause or names_moment(cause):
        return promise
    return PromiseReading(True, promise.score, promise.reasons, promise.words, cause)
