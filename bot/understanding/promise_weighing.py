"""What the rules of promises found in a sentence: reasons, signs, and the sum of their weights."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.facts import Reason
from bot.understanding.english import promise_beside as beside
from bot.understanding.english import promise_verbs as verbs
from bot.understanding.linear import logistic

When = Callable[[], bool]


@dataclass(slots=True)
class Weighing:
    """The reasons found so far, the sum of their weights, and where in the sentence the commitment stands.

    `signs` names what was found more finely than reasons do: the model learns from them.
    """

    total: float = -2.0
    reasons: list[Reason] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0

    def add(self, weight: float, kind: str, says: str) -> None:
        self.total += weight
        self.signs.append(kind)
        self.reasons.append(Reason(kind, says))

    def commit(self, weight: float, match: re.Match[str], sign: str, kind: str = "commits") -> None:
        """A shape that commits; what follows its verb is no part of the words it rests on."""
        said = match.group().removesuffix(match.groupdict().get("rest") or "").strip(" ,.;:!\u2013\u2014-")
        self.start, self.end = match.start(), match.end() - len(match.groupdict().get("rest") or "")
        self.add(weight, kind, f"“{said[:60]}”")
        self.signs.append(sign)

    def sign_verb(self, verb: str, rest: str) -> None:
        """What is done, and for whom: told to the model one by one, and as one sign with the shape."""
        near = rest[:70]
        if (
            beside.SEES_TO.match(verb + near)
            or beside.THEIR_OWN.match(verb + near)
            or verb + near[:11] == "see to getting"
        ):
            verb = "arrange"
        kind = "other"
        for name, those in verbs.VERB_KINDS:
            if verb in those:
                kind = name
                break
        for_someone = beside.TO_SOMEONE.search(near) or (verb in verbs.LOOKING_VERBS and beside.WITH_OTHERS.match(near))
        someone = "someone" if for_someone else "code" if beside.CODE.search(near) else "nobody"
        shape = self.signs[-1] if self.signs else "we"
        self.signs += [f"verb {kind}", someone, f"{kind} for {someone}", f"{shape}: {kind} for {someone}"]

    @property
    def score(self) -> float:
        return logistic(self.total)
