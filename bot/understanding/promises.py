"""Does the writer commit to an act of their own? Read sentence by sentence, in the writer's own words only.

Rules find the shapes that speak for or against a promise (`promise_rules`); a small linear model weighs them
together with the words around them, the topic blanked (`promise_features`). Writing needs a shape that commits.
Talk that was written down is full of broken shapes, so the models judge it alone: there a small network, which knows
like words by their vectors, has its say, too (`network`). Precision goes first: a wrong offer costs trust.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from bot.facts import PROMISED_FROM, PromiseReading, Reason
from bot.understanding.english import promise_doubts as doubts
from bot.understanding.english import promise_verbs as verbs
from bot.understanding.english import promise_vocabulary as vocabulary
from bot.understanding.english import promise_words as words
from bot.understanding.linear import Linear, load, logistic
from bot.understanding.network import Network, load_network
from bot.understanding.patterns import regex
from bot.understanding.promise_features import (
    Said,
    as_spoken,
    joined,
    names_reader,
    see,
    share_of,
    spoken_words,
    talk_in,
    telling_words,
)
from bot.understanding.promise_idle import past_idle
from bot.understanding.promise_rules import weigh
from bot.understanding.promise_weighing import Weighing
from bot.understanding.text import fold, sentences

THRESHOLD = PROMISED_FROM
LONGEST_SENTENCE = 700
MOST_SENTENCES = 100
BEYOND_DOUBT = 0.97
MODEL, REGISTER_MODEL, TALK_MODEL = "promises", "register", "talk"
SURELY_WRITTEN = -4.0
"""Below these log-odds by words alone, a text is no talk, and the network need not be asked."""
MAYBE_TALK, QUITE_TALK, SURELY_TALK = 0.5, 0.9, 0.997
"""The chance of talk from which on a text is judged as such, too; from which on a question, a refusal or a state may be
a promise; and a flat no, or what was only planned, of which meetings alone speak as if they did it right now.
"""
IDLE_TALK = 0.985
"""The chance of talk from which on "I'll give it another go" may be an offer, as meetings have it; chat does not."""
HEARD = 0.7
"""How much the network of talk counts, beside what rules and words weigh."""
LESS_IN_TALK = 1.7
"""The network finds promises rarer than they are where it can tell, so it counts as so much more, in log-odds.
These were chosen on groups of people whom the models never heard, so that no more ordinary chat is flagged than may be.
"""
HOPELESS = -3.0
"""Below this the network never made a promise of it, and need not be asked."""
AGAINST = -1.62
"""Below this sum of theirs the rules rule a promise out, whatever the models say, unless it surely is talk."""
SUM = "sum of the rules"
"""The feature whose value is the sum of the rules' own weights."""
_REPEATED = regex(r"\b(\w+(?:'\w+)?(?: \w+(?:'\w+)?)?)(?: \1\b)+")
_CUT_WORD = regex(r"\b\w{1,6}- (?=\w)")
_SPACE = regex(r"\s+")


class Register(NamedTuple):
    """What tells talk from writing: by words one and two at a time, and by a network."""

    linear: Linear
    network: Network


class Models(NamedTuple):
    """What weighs a sentence: its words and the rules' findings (and what of words tells talk), what tells talk, and
    what hears promises in it.
    """

    linear: Linear
    telling_talk: Network
    talk: Network

    @property
    def register(self) -> Register:
        return Register(self.linear, self.telling_talk)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole text: the chance that it was spoken (0 to 1), and whether it is a line between helpers
    in a chat room.
    """

    talk: float
    names_reader: bool

    @property
    def spoken(self) -> bool:
        return self.talk > MAYBE_TALK

    @property
    def share(self) -> float:
        """How much it counts as talk."""
        return self.talk if self.spoken else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of such a text, weighed by the rules; `text` is the sentence simplified."""

    sentence: str
    text: str
    weighing: Weighing
    setting: Setting
    is_idle: bool = False
    """Whether all that it says of acts to come is idle talk: "I'll give it a try"."""

    @property
    def may_be(self) -> bool:
        return self.commits or self.may_be_said

    @property
    def commits(self) -> bool:
        """What a promise in writing needs: a shape that commits, and little against it."""
        if self.is_idle or self._is_echo():
            return False
        return bool(self.weighing.reasons) and self.weighing.total > AGAINST

    @property
    def may_be_said(self) -> bool:
        """Talk needs no shape, it is full of broken ones; but none may tell that it is something else."""
        if not self.setting.spoken or self._is_echo() or doubts.SAYS_NOTHING.search(self.text):
            return False
        if self.setting.talk <= SURELY_TALK and self._is_not_ours():
            return False
        if self.setting.talk < IDLE_TALK and (self.is_idle or self._is_fallback()):
            return False
        return self.setting.talk >= QUITE_TALK or not self._is_otherwise()

    def _is_not_ours(self) -> bool:
        """Whether it is not to be, or others are told to do it."""
        told = doubts.TELLS_OTHERS.match(self.text)
        return bool(told and told["verb"] in verbs.TOLD_TO) or bool(doubts.NOT_TO_BE.search(self.text))

    def _is_fallback(self) -> bool:
        """Whether it is what one tries next on one's own: "if that fails I'll reinstall"."""
        return {"own for nobody", "conditional"} <= set(self.weighing.signs)

    def _is_echo(self) -> bool:
        return bool(vocabulary.ECHO_ONLY.match(self.sentence))

    def _is_otherwise(self) -> bool:
        """Whether a sentence without a shape that commits asks, refuses, or tells how things are."""
        is_state = any(sign.startswith("state ") or sign == "own object" for sign in self.weighing.signs)
        is_no = doubts.REFUSES.search(self.text) or doubts.NOT_TO_BE.search(self.text)
        return is_state or self.text.endswith("?") or bool(is_no)

    def said(self) -> Said:
        """Its words, with the topic blanked."""
        return see(self.sentence[:LONGEST_SENTENCE])

    def values(self, wording: list[str], *, spoken: bool) -> dict[str, float]:
        """The features with their values: findings of the rules, then words; once more for talk alone."""
        rules = [f"rule={sign}" for sign in self.weighing.signs]
        if self.setting.names_reader:
            rules.append("names reader")
        if spoken:
            rules += as_spoken(rules)
            wording = wording + as_spoken(wording)
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
        setting = setting or setting_of(own_words, shipped().register)
        judged = judge(sentence, names_moment, setting)
        if not judged.may_be:
            continue
        score = round(score_of(judged, shipped()), 3)
        if score > best.score:
            best = _reading(sentence, judged, score, threshold)
        if score >= BEYOND_DOUBT:
            break
    return _waiting(best, names_moment) if best.is_promise else best


def setting_of(text: str, register: Register) -> Setting:
    """How a text was written, as far as it can be told from its first lines."""
    opening = text[:LONGEST_SENTENCE]
    talk = talk_in(see(opening), register.linear)
    if talk > SURELY_WRITTEN:
        talk += register.network.log_odds(spoken_words(opening))
    return Setting(logistic(talk), names_reader(opening))


def judge(sentence: str, names_moment: Callable[[str], bool], setting: Setting) -> Judged:
    """What the rules find in a sentence of such a text."""
    text = simplify(sentence)
    busy = past_idle(text)
    weighing = weigh(busy, lambda: names_moment(sentence))
    if busy == text or weighing.reasons:
        return Judged(sentence, text, weighing, setting)
    return Judged(sentence, text, weigh(text, lambda: names_moment(sentence)), setting, is_idle=True)


def score_of(judged: Judged, models: Models) -> float:
    """The chance that it is a promise, 0 to 1: as writing and as talk, each by the chance that it is one."""
    share = judged.setting.share if judged.may_be_said else 0.0
    wording = judged.said().all()
    written = models.linear.log_odds_of(judged.values(wording, spoken=False)) if judged.commits else -math.inf
    said = _heard(judged, wording, models) if share else 0.0
    return (1 - share) * logistic(written) + share * said


def _heard(judged: Judged, wording: list[str], models: Models) -> float:
    """The chance that it is a promise if it is talk: there the network has its say, too."""
    weighed = models.linear.log_odds_of(judged.values(wording, spoken=True))
    if weighed < HOPELESS:
        return logistic(weighed)
    heard = models.talk.log_odds(spoken_words(judged.sentence[:LONGEST_SENTENCE])) + LESS_IN_TALK
    return logistic(weighed * (1 - HEARD) + heard * HEARD)


def shipped() -> Models:
    """The models that come with the bot; each is read from its file once."""
    return Models(load(MODEL), load_network(REGISTER_MODEL), load_network(TALK_MODEL))


def simplify(sentence: str) -> str:
    """Folded, without the fillers and repetitions of speech, cut to a bounded length."""
    text = joined(fold(sentence[:LONGEST_SENTENCE]))
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
        reasons = [Reason("commits", f"“{_telling(judged)[:60]}”")]
    return PromiseReading(is_promise, score, tuple(reasons), sentence if is_promise else "")


def _telling(judged: Judged) -> str:
    """The words on which a promise without a known shape rests most."""
    heard = ""
    if judged.setting.spoken:
        heard = shipped().talk.telling(spoken_words(judged.sentence[:LONGEST_SENTENCE]))
    return vocabulary.SMALL_I.sub("I", vocabulary.APART.sub("", heard)) or telling_words(judged.said(), load(MODEL))


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
