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
from itertools import islice

from bot.facts import PROMISED_FROM, PromiseReading, Reason
from bot.understanding.english import promise_words as words
from bot.understanding.linear import Linear, load, logistic
from bot.understanding.promise_features import (
    Said,
    as_spoken,
    names_reader,
    see,
    share_of,
    talk_in,
    telling_words,
)
from bot.understanding.promise_rules import Weighing, weigh
from bot.understanding.text import fold, sentences

THRESHOLD = PROMISED_FROM
LONGEST_SENTENCE = 700
MOST_SENTENCES = 100
BEYOND_DOUBT = 0.97
MODEL = "promises"
MOSTLY_TALK, SURELY_TALK = 0.6, 0.9
LESS_IN_TALK = 0.28
"""What surely is talk is a promise from so much less on, in log-odds: people stumble there, and rarely say it in full.
Chosen on groups of people whom the model never heard.
"""
AGAINST = -1.62
"""Below this sum of theirs the rules rule a promise out, whatever the model says of the words around."""
SUM = "sum of the rules"
"""The feature whose value is the sum of the rules' own weights."""
_REPEATED = re.compile(r"\b(\w+(?:'\w+)?(?: \w+(?:'\w+)?)?)(?: \1\b)+")
_CUT_WORD = re.compile(r"\b\w{1,6}- (?=\w)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole text: the chance that it was spoken (0 to 1), and whether it is a line between helpers
    in a chat room.
    """

    talk: float
    names_reader: bool

    @property
    def spoken(self) -> bool:
        return self.talk > MOSTLY_TALK


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of such a text, weighed by the rules; `text` is the sentence simplified."""

    sentence: str
    text: str
    weighing: Weighing
    setting: Setting

    @property
    def may_be(self) -> bool:
        """Writing needs a shape that commits, and little against it. Talk does not: it is full of broken shapes."""
        weighing = self.weighing
        against = weighing.total <= AGAINST if weighing.reasons else self._asks_or_tells_a_state()
        least = SURELY_TALK if against else 0.0 if weighing.reasons else MOSTLY_TALK
        return self.setting.talk >= least and not (not weighing.reasons and words.REFUSES.search(self.text))

    def _asks_or_tells_a_state(self) -> bool:
        return self.text.endswith("?") or any(sign.startswith("state ") for sign in self.weighing.signs)

    def said(self) -> Said:
        """Its words, with the topic blanked."""
        return see(self.sentence[:LONGEST_SENTENCE])

    def values(self) -> dict[str, float]:
        """The features with their values: findings of the rules, then words; once more for talk alone."""
        rules = [f"rule={sign}" for sign in self.weighing.signs]
        if self.setting.names_reader:
            rules.append("names reader")
        wording = self.said().all()
        if self.setting.spoken:
            rules += as_spoken(rules)
            wording += as_spoken(wording)
        found = dict.fromkeys(wording, share_of(wording))
        found |= dict.fromkeys(rules, 1.0)
        found[SUM] = self.weighing.total
        return found


def read_promise(own_words: str, names_moment: Callable[[str], bool], threshold: float = THRESHOLD) -> PromiseReading:
    """The strongest promise among the sentences of a text, or the first that is beyond doubt.

    `names_moment` tells whether a sentence says when; `threshold` is the score from which it is a promise, higher
    for people who declined what was offered.
    """
    best = PromiseReading(False, 0.0)
    setting: Setting | None = None
    for sentence in islice(filter(words.MAY_PROMISE.search, sentences(own_words)), MOST_SENTENCES):
        model = load(MODEL)
        setting = setting or setting_of(own_words, model)
        judged = judge(sentence, names_moment, setting)
        if not judged.may_be:
            continue
        score = round(score_of(judged, model), 3)
        if score > best.score:
            best = _reading(sentence, judged, score, threshold)
        if score >= BEYOND_DOUBT:
            break
    return _waiting(best, names_moment) if best.is_promise else best


def setting_of(text: str, model: Linear) -> Setting:
    """How a text was written, as far as it can be told from its first lines."""
    opening = text[:LONGEST_SENTENCE]
    return Setting(talk_in(see(opening), model), names_reader(opening))


def judge(sentence: str, names_moment: Callable[[str], bool], setting: Setting) -> Judged:
    """What the rules find in a sentence of such a text."""
    text = simplify(sentence)
    return Judged(sentence, text, weigh(text, lambda: names_moment(sentence)), setting)


def score_of(judged: Judged, model: Linear) -> float:
    """The chance that it is a promise, 0 to 1."""
    less = LESS_IN_TALK if judged.setting.talk > SURELY_TALK else 0.0
    return logistic(model.log_odds_of(judged.values()) + less)


def simplify(sentence: str) -> str:
    """Folded, without the fillers and repetitions of speech, cut to a bounded length."""
    text = fold(sentence[:LONGEST_SENTENCE]).replace("`", "'")
    text = words.SPEECH_FILLERS.sub("", text)
    text = _CUT_WORD.sub("", text)
    if _stumbles(text.split()):
        text = _REPEATED.sub(r"\1", text)
    return _SPACE.sub(" ", text).strip(" \"'*_-•>")


def _stumbles(said: list[str]) -> bool:
    """Whether one or two words may come twice in a row: a quick look, since hardly any writing does it."""
    return any(b.startswith(a) or c.startswith(a) for a, b, c in zip(said, said[1:], [*said[2:], ""], strict=False))


def _reading(sentence: str, judged: Judged, score: float, threshold: float) -> PromiseReading:
    is_promise = score >= threshold
    reasons: Sequence[Reason] = judged.weighing.reasons
    if is_promise and not reasons:
        reasons = [Reason("commits", f"“{telling_words(judged.said(), load(MODEL))[:60]}”")]
    return PromiseReading(is_promise, score, tuple(reasons), sentence if is_promise else "")


def cause_said(promised: str) -> str:
    """What must happen before the promise in these words, "once the fix is out"; empty where they name nothing, or
    maybe a moment.
    """
    match = words.CAUSE.search(promised[:LONGEST_SENTENCE])
    return match["cause"].strip() if match else ""


def _waiting(promise: PromiseReading, names_moment: Callable[[str], bool]) -> PromiseReading:
    """With the cause it is bound to, if that is something that happens, and not a moment."""
    cause = cause_said(promise.words)
    if not cause or names_moment(cause):
        return promise
    return PromiseReading(True, promise.score, promise.reasons, promise.words, cause)
