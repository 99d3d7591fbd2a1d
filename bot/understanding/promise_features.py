"""What the model of promises sees in a sentence: its words with the topic blanked, one to three at a time.

Words of the topic are blanked to a shape ("~ing", "Name", "0"), so that what was learned from one kind of text
holds for another. How the sentence was written or spoken is told beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.english import promise_vocabulary as vocabulary
from bot.understanding.english.spelling import spelled_out
from bot.understanding.linear import Linear
from bot.understanding.patterns import regex

MOST_WORDS = 60
"""Longer sentences are read up to here: a promise stands early, and the work stays bounded."""
WORDS_SHARE = 3.0
"""All words together weigh about as much as this many rules, however long the sentence is."""
REGISTER, SPOKEN = "register ", "spoken "

_TOKEN = regex(r"[A-Za-z]+(?:['\u2019`][A-Za-z]+)*-?|\d[\w:./%-]*|[?!]+|[.,;:…]+|[\u2014\u2013-]|['\u2019]ll\b")
_SPOKEN = regex(r"[a-z]*'?[a-z]+-?|\d+|[?.!,]")
_MARKS = frozenset("?!.,;:…\u2014\u2013-")
_ENDINGS = ("ing", "ed", "ly", "s")
_LENGTHS = ((4, "1"), (7, "2"), (12, "3"), (25, "4"))


@dataclass(slots=True)
class Said:
    """A sentence as the model sees it: `words` blanked, `shown` as they stand, and the signs of how it was said."""

    words: list[str]
    shown: list[str]
    signs: list[str]

    def manner(self) -> list[str]:
        """Distinct words one and two at a time, and the signs: enough to tell talk from writing."""
        words = ["^", *self.words, "$"]
        return list(dict.fromkeys([*words, *(f"{a} {b}" for a, b in pairwise(words)), *self.signs]))

    def all(self) -> list[str]:
        """Distinct words one to three at a time, their classes two or three at a time, and the signs."""
        words = ["^", *self.words, "$"]
        pairs = [f"{a} {b}" for a, b in pairwise(words)]
        found = [*words, *pairs]
        found += [f"{pair} {c}" for pair, c in zip(pairs, words[2:], strict=False)]
        of = vocabulary.CLASSES.get
        classes = [of(word, word) for word in words]
        pairs = [f"{a}_{b}" for a, b in pairwise(classes)]
        found += pairs
        found += [f"{pair}_{c}" for pair, c in zip(pairs, classes[2:], strict=False)]
        found += self.signs
        return list(dict.fromkeys(found))


def as_spoken(features: Iterable[str]) -> list[str]:
    """The features once more, for what they weigh in talk alone."""
    return [SPOKEN + each for each in features]


def share_of(features: list[str]) -> float:
    """How much each of a sentence's words counts: long sentences have many, and none decides alone."""
    return WORDS_SHARE / math.sqrt(max(1, len(features)))


def spoken_words(sentence: str) -> list[str]:
    """Its words for the network of talk: folded, as they stand, with contractions apart and cut words as "-"."""
    apart = vocabulary.CONTRACTED.sub(r"\1 \2", joined(sentence.lower()))
    return ["-" if word[-1] == "-" else word for word in _SPOKEN.findall(apart)]


def joined(text: str) -> str:
    """The text as it is spelled: with straight apostrophes, also where they were left out ("ill do it"), and with
    words together that a transcript set apart ("I 'll").
    """
    return spelled_out(vocabulary.SET_APART.sub("", text.replace("\u2019", "'").replace("`", "'")))


def names_reader(text: str) -> bool:
    """Whether a text begins with a nickname, as lines between helpers in public chat rooms do ("jo_83: try that")."""
    match = vocabulary.NICK.match(text)
    if match is None:
        return False
    name = match["name"]
    low = name.lower()
    if low in vocabulary.KEPT or low in vocabulary.SAME or low in vocabulary.OPENERS:
        return False
    return match["mark"] == ":" or not name.isalpha() or name[1:] != name[1:].lower() or name.islower()


def talk_in(said: Said, model: Linear) -> float:
    """The log-odds that the sentence is talk that was written down, rather than writing."""
    manner = said.manner()
    share = share_of(manner)
    return model.sum_of([REGISTER]) + share * model.sum_of([REGISTER + each for each in manner])


def telling_words(said: Said, model: Linear) -> str:
    """The two or three words that speak most for a promise, as they stand in the sentence; else all of them."""
    best, where = 0.0, (0, len(said.words))
    for size in (2, 3):
        for start in range(len(said.words) - size + 1):
            window = said.words[start : start + size]
            grams = " ".join(window)
            weight = model.sum_of([grams, SPOKEN + grams])
            if weight > best and sum(word[:1].isalpha() for word in window) > 1:
                best, where = weight, (start, start + size)
    return " ".join(said.shown[slice(*where)]).strip(" ,.;:") or said.shown[0]


def see(sentence: str) -> Said:
    """The sentence with its topic blanked and the stumbling of speech taken out (and told as a sign)."""
    words: list[str] = []
    shown: list[str] = []
    stumbled: set[str] = set()
    for token in _TOKEN.findall(joined(sentence)):
        low = token.lower()
        if low in vocabulary.KEPT:
            _put(words, shown, low, token, stumbled)
        elif low in vocabulary.FILLERS:
            stumbled.add("filler")
            if words and words[-1] == ",":
                words.pop()
                shown.pop()
        elif low[-1] == "-" and len(low) > 1:
            stumbled.add("cut off")
        else:
            for word in _blank(low, token, bool(words)).split():
                _put(words, shown, word, token, stumbled)
        if len(words) >= MOST_WORDS:
            break
    return Said(words, shown, _signs(sentence, words, stumbled))


def _put(words: list[str], shown: list[str], word: str, token: str, stumbled: set[str]) -> None:
    if words:
        joined = vocabulary.PAIRS.get((words[-1], word))
        if joined:
            words.pop()
            token = f"{shown.pop()} {token}"
            word = joined
        if words and word == words[-1] and word[0] not in _MARKS and word[0] != "~":
            stumbled.add("again" if word not in vocabulary.ECHOES else "echo")
            return
        if len(words) > 1 and word == words[-2] and words[-1] == ",":
            words.pop()
            shown.pop()
            return
    words.append(word)
    shown.append(token)


def _blank(low: str, token: str, inside: bool) -> str:
    """What stands for a word that is not kept; two words where a spelling stands for two."""
    if low in vocabulary.SAME:
        return vocabulary.SAME[low]
    return low[0] if low[0] in _MARKS else _shape_of(low, token, inside)


def _shape_of(low: str, token: str, inside: bool) -> str:
    if low[0].isdigit():
        return "0"
    if inside and token[0].isupper():
        return "Name"
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return "~" + ending
    return "~"


def _signs(sentence: str, words: list[str], stumbled: set[str]) -> list[str]:
    last = words[-1] if words else ""
    ends = last if last and last[0] in _MARKS else "-" if sentence.rstrip().endswith("-") else "open"
    case = "lower" if sentence.lstrip()[:1].islower() else "upper"
    length = next((name for most, name in _LENGTHS if len(words) < most), "5")
    signs = [f"ends={ends}", f"length={length}", f"begins={case}", f"edges={case}{ends}"]
    if vocabulary.SMALL_I.search(sentence):
        signs.append("small i")
    return signs + sorted(f"spoken={each}" for each in stumbled)
