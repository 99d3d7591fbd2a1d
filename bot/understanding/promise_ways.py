"""Promises that say no "I will": in the plain present, of things that go out, offered, owned, expected, told later.

These are asked last, where no shape of `promise_rules` was found. Each is narrow, as ordinary chat is full of the plain
present: it needs a moment, a person, or a thing that goes to a customer.
"""

from __future__ import annotations

import re

from bot.understanding.english import own_words as own
from bot.understanding.english import promise_beside as beside
from bot.understanding.english import promise_expected as expected
from bot.understanding.english import promise_offered as offered
from bot.understanding.english import promise_reported as reported
from bot.understanding.english import promise_verbs as verbs
from bot.understanding.english import promise_ways as ways
from bot.understanding.promise_clauses import without_what_is_asked
from bot.understanding.promise_weighing import Weighing, When

_HINTS = {
    **ways.HINTS,
    **{f"expected {shape}": hints for shape, hints in expected.HINTS.items()},
    **{f"offered {shape}": hints for shape, hints in offered.HINTS.items()},
}


def weigh_ways(text: str, says_when: When, weighing: Weighing) -> None:
    """The first of these shapes that is there commits."""
    for weigh_way in (
        _weigh_offers,
        _weigh_willing,
        _weigh_present,
        _weigh_things,
        _weigh_bare,
        _weigh_listed,
        _weigh_having,
        _weigh_told_after,
        _weigh_expected,
        _weigh_going_on,
    ):
        weigh_way(text, says_when, weighing)
        if weighing.reasons:
            return


def _hints(shape: str, text: str) -> bool:
    for hint in _HINTS[shape]:  # noqa: SIM110
        if hint in text:
            return True
    return False


def _commit(match: re.Match[str], weight: float, sign: str, weighing: Weighing) -> None:
    """Commit, and tell the model what is done and for whom."""
    found = match.groupdict()
    weighing.commit(weight, match, sign)
    if found.get("verb"):
        weighing.sign_verb(found["verb"] or "", found.get("rest") or match.string[match.end() :])


def _weigh_offers(text: str, says_when: When, weighing: Weighing) -> None:
    """An act towards people that one can, or would be glad to do."""
    if _hints("can help", text) and (match := ways.CAN_HELP.search(text)) and not beside.CODE.search(match["rest"]):
        _commit(match, 2.2, "can", weighing)
    elif _hints("glad", text) and (match := ways.GLAD_TO.search(text)) and _is_offered(match["verb"], match["rest"]):
        _commit(match, 2.2 if says_when() or beside.TO_SOMEONE.search(match["rest"]) else 1.9, "can", weighing)


def _weigh_willing(text: str, says_when: When, weighing: Weighing) -> None:
    """What one does not mind, could if it is liked, takes upon oneself, or whom one knows to ask."""
    for shape, pattern in offered.ACTS:
        if _hints(shape, text) and (match := pattern.search(text)):
            _commit(match, 2.4, "can", weighing)
            return
    if _hints("offered upon", text) and (match := offered.TAKES_UPON.search(text)):
        _commit(match, 2.6, "promises", weighing)
    elif _hints("glad", text) and (match := ways.GLAD_TO.search(text)):
        come = offered.GLAD_TO_COME.match(match["verb"] + match["rest"])
        if come and (says_when() or come.end() < len(match["verb"] + match["rest"])):
            _commit(match, 2.4, "can", weighing)


def _is_offered(verb: str, rest: str) -> bool:
    """Whether who is glad to do this offers it: something certain that is done for somebody."""
    if ways.ANY_OF_IT.search(rest):
        return False
    if verb in ("take", "own"):
        return bool(ways.GLAD_TAKE.match(rest))
    return verb not in verbs.STATES | ways.GLAD_NOT and bool(ways.GLAD_WHAT.match(rest))


def _weigh_present(text: str, says_when: When, weighing: Weighing) -> None:
    """ "I send the money Thursday", "… first, then I answer him": the plain present, of one act and not of a habit."""
    if _hints("present", text) and ways.I_ACT.search(text):
        _weigh_moment(text, says_when, weighing)
        if not weighing.reasons:
            _weigh_next_step(text, weighing)
        if not weighing.reasons and (match := offered.DO_THE_PART.search(text)) and not ways.RECURS.search(text):
            _commit(match, 2.4, "simple", weighing)
    elif _hints("the one", text) and (match := ways.ONE_WHO.search(text)) and says_when():
        weighing.commit(2.2, match, "simple")
    elif _hints("once", text) and (match := ways.ACTING_ONCE.search(text)) and _acts_once(match, text):
        _commit(match, 2.0, "progressive", weighing)


def _weigh_moment(text: str, says_when: When, weighing: Weighing) -> None:
    """The moment stands in the clause itself."""
    match = ways.PRESENT.search(text)
    if match is None or match["verb"] not in ways.PRESENT_ACTS or not _acts_once(match, text):
        return
    if ways.SAYS_WHEN.search(without_what_is_asked(match["rest"])) and says_when():
        _commit(match, 2.0, "simple", weighing)


def _weigh_next_step(text: str, weighing: Weighing) -> None:
    """After another clause, and for somebody: "then I answer him", "once legal okays it I post the reply"."""
    if match := ways.PRESENT_NEXT.search(text):
        taken = ways.PART_TAKEN.match(match["rest"]) and not ways.RECURS.search(text)
        if taken or (_acts_once(match, text) and _is_for_others(match)):
            _commit(match, 2.2, "simple", weighing)
        return
    match = ways.PRESENT_ONCE.search(text) if _hints("once", text) else None
    if match and _acts_once(match, text) and _is_for_others(match):
        _commit(match, 2.2, "simple", weighing)


def _acts_once(match: re.Match[str], text: str) -> bool:
    """Whether this is one act, not a habit, and of one's work."""
    verb, rest = match["verb"], match["rest"]
    if ways.RECURS.search(text) or ways.NOT_ACTING.match(verb + rest) or beside.CODE.search(rest):
        return False
    return not (beside.OWN_OBJECT.match(verb + rest) or own.OWN_MATTER.match(rest))


def _is_for_others(match: re.Match[str]) -> bool:
    return match["verb"] in ways.PRESENT_ACTS and bool(ways.FOR_OTHERS.search(match["rest"][:60]))


def _weigh_things(text: str, says_when: When, weighing: Weighing) -> None:
    """The thing or the customer is the subject: "the refund goes out tomorrow", "will be mailed by us today"."""
    if _hints("by us", text) and (match := ways.BY_US.search(text)) and says_when():
        weighing.commit(2.4, match, "will be done")
    elif _hints("goes", text) and (match := ways.THING_GOES.search(text)) and _is_once(text, says_when):
        weighing.commit(2.2, match, "bare act")
    elif _hints("they get", text) and (match := ways.THEY_GET.search(text)) and _is_once(text, says_when):
        weighing.commit(1.8, match, "from me")


def _is_once(text: str, says_when: When) -> bool:
    return not ways.RECURS.search(text) and says_when()


def _weigh_bare(text: str, says_when: When, weighing: Weighing) -> None:
    """Without subject or verb: "back to him by EOD", "asking him for the number", "billing part is on me"."""
    if text.endswith("?"):
        return
    if _hints("mine", text) and (match := ways.WORK_IS_MINE.search(text)):
        weighing.commit(2.2, match, "from me")
    elif _hints("back to", text) and (match := ways.BACK_TO.search(text)) and says_when():
        weighing.commit(2.4, match, "bare act")
    elif _hints("asking", text) and (match := ways.ASKING_THEM.search(text)):
        if not beside.OTHERS_BEFORE.search(text, 0, match.start()):
            _commit(match, 2.2, "bare act", weighing)
    elif _hints("sending", text) and (match := ways.SENDING_IT.search(text)):
        _commit(match, 2.2, "bare act", weighing)


def _weigh_listed(text: str, says_when: When, weighing: Weighing) -> None:
    """Written down as one's own: "action for me: ring the school", "she is on my list for today", "I will, by noon"."""
    if text.endswith("?"):
        return
    if _hints("listed", text) and (match := ways.LISTED_FOR_ME.search(text)) and match["verb"] in verbs.ACT_VERBS:
        _commit(match, 2.4, "bare act", weighing)
    elif _hints("listed", text) and (match := ways.ON_MY_LIST.search(text)) and says_when():
        weighing.commit(2.2, match, "from me")
    elif _hints("count", text) and (match := ways.COUNT_ME_IN.search(text)):
        weighing.commit(2.4, match, "from me")
    elif _hints("i will", text) and (match := ways.I_WILL_BY.search(text)) and says_when():
        weighing.commit(3.0, match, "short yes")


def _weigh_having(text: str, says_when: When, weighing: Weighing) -> None:
    """Somebody does it for us: "I'm having two sent over"."""
    if _hints("having", text) and (match := ways.HAVING_DONE.search(text)):
        weighing.commit(2.2, match, "progressive")


def _weigh_told_after(text: str, says_when: When, weighing: Weighing) -> None:
    """What the customer was told already, without a subject or in a second clause."""
    if _hints("promised", text) and (match := ways.PROMISED_THEM.search(text)):
        if not (beside.PEOPLE_BEFORE.search(text, 0, match.start()) or own.NO_WORK.search(text)):
            weighing.commit(2.6, match, "promises")
    elif _hints("and that", text) and (match := _and_that(text)):
        weighing.commit(2.6, match, "told", "told")


def _and_that(text: str) -> re.Match[str] | None:
    """What was told them in a second clause, if it is still to be done."""
    match = ways.AND_THAT_I.search(text)
    return match if match and not reported.HAD_DONE.match(match["verb"]) else None


def _weigh_expected(text: str, says_when: When, weighing: Weighing) -> None:
    """What may be waited for, or is somebody's by name: "expect my comments by noon", "put me down for the stall"."""
    if _hints("expected assured", text) and (match := expected.ASSURED.search(text)):
        weighing.commit(2.6, match, "promises")
    elif _hints("expected expect", text) and (match := expected.EXPECT.search(text)) and _is_once(text, says_when):
        weighing.commit(2.4, match, "from me")
    elif _hints("expected leaves", text) and (match := expected.LEAVES_US.search(text)) and _is_once(text, says_when):
        weighing.commit(2.2, match, "bare act")
    elif _hints("expected put down", text) and (match := expected.PUT_DOWN.search(text)):
        weighing.commit(2.4, match, "from me")
    elif _hints("expected the one", text) and (match := expected.THE_ONE_TO.search(text)):
        _commit(match, 2.6, "let me" if match.group().startswith("le") else "first person", weighing)


def _weigh_going_on(text: str, says_when: When, weighing: Weighing) -> None:
    """First something idle, then an act towards somebody: "I'll skip lunch and drive the part over to them"."""
    match = expected.AND_THEN.search(text) if _hints("expected and then", text) else None
    if match and not own.OWN_MATTER.match(match["rest"]):
        _commit(match, 3.0, "first person", weighing)
