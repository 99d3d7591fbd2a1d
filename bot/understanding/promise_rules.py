"""The rules of promises: shapes that speak for or against one, each with a weight (log-odds) and its words."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understanding.english import own_words as own
from bot.understanding.english import promise_beside as beside
from bot.understanding.english import promise_expected as expected
from bot.understanding.english import promise_verbs as verbs
from bot.understanding.english import promise_ways as ways
from bot.understanding.english import promise_words as words
from bot.understanding.promise_clauses import weigh_clause, weigh_tone, without_what_is_asked
from bot.understanding.promise_reported import weigh_reported
from bot.understanding.promise_ways import weigh_ways
from bot.understanding.promise_weighing import Weighing, When

_CLAUSE = 90


def weigh(text: str, says_when: When) -> Weighing:
    """Weigh a simplified sentence; `says_when` tells whether it names a moment, and is asked at most once."""
    weighing = Weighing()
    says_when = lru_cache(maxsize=1)(says_when)
    for weigh_shape in (
        weigh_reported,
        _weigh_first_person,
        _weigh_short,
        _weigh_subjectless,
        _weigh_bare_act,
        _weigh_we,
        _weigh_let_me,
        _weigh_plans,
        _weigh_now,
        _weigh_simple,
        weigh_ways,
    ):
        weigh_shape(text, says_when, weighing)
        if weighing.reasons:
            break
    if weighing.reasons:
        if says_when():
            weighing.add(0.7, "moment", "says when")
            weighing.signs.append(f"{weighing.signs[-2]} when")
        weigh_clause(text, weighing)
        weigh_tone(text, weighing)
    return weighing


def _hints(shape: str, text: str) -> bool:
    for hint in words.HINTS[shape]:  # noqa: SIM110
        if hint in text:
            return True
    return False


def _weigh_first_person(text: str, says_when: When, weighing: Weighing) -> None:
    future = _hints("future", text)
    match = (words.FIRST_PERSON.search(text) or words.BOTH_PERSON.search(text)) if future else None
    while match:
        verb, rest = match["verb"], match["rest"]
        if _is_state(match):
            weighing.signs.append(f"state {verb}")
        elif _is_own(verb, rest):
            weighing.signs.append("own object")
        else:
            weighing.commit(_first_person_weight(verb, rest, says_when), match, "first person")
            weighing.sign_verb(verb, rest)
            return
        match = words.FIRST_PERSON.search(text, match.start("verb"))
    if _hints("refusal", text) and (match := words.REFUSALS.search(text)):
        weighing.commit(2.8, match, "refusal")


def _is_own(verb: str, rest: str) -> bool:
    """Whether it is done for oneself, at home or where the own team meets."""
    if beside.OWN_OBJECT.match(verb + rest) or own.OWN_MATTER.match(rest) or own.OWN_PLACE.match(rest):
        return True
    if own.OWN_GEAR.match(verb + rest):
        return True
    return bool(beside.GO_WITH.match(verb + rest) or own.OWN_MEETING.match(verb + rest))


def _first_person_weight(verb: str, rest: str, says_when: When) -> float:
    someone = beside.TO_SOMEONE.search(rest[:60]) or beside.WITH_OTHERS.match(rest)
    if beside.CODE.search(rest[:60]) and not someone:
        return 1.0
    if beside.SEES_TO.match(verb + rest):
        return 3.6
    theirs = someone or beside.THEIR_OWN.match(verb + rest)
    if (verb in verbs.OWN_MATTERS or own.TRIES.match(verb + rest)) and not theirs:
        return 1.7 if not says_when() else 2.2
    if verb in verbs.LOOKING_VERBS and not someone and not says_when():
        return 2.4
    return 3.2 if verb in verbs.ACT_VERBS else 2.6


def _has_others_do(rest: str) -> bool:
    """Whether who will "have" this has others do it: "have the drawings reissued", "have someone there"."""
    return bool(ways.HAVE_DONE.match(rest) or ways.HAVE_SOMEONE.match(rest) or expected.HAVE_DO.match(rest))


def _is_state(match: re.Match[str]) -> bool:
    verb, rest = match["verb"], match["rest"]
    if verb == "have" and _has_others_do(rest):
        return False
    if verb in verbs.STATES:
        unless = beside.STATE_EXCEPT.get(verb)
        return not (unless and unless.match(rest))
    before = match.group()[: match.start("verb") - match.start()]
    return before.endswith(("have to ", "need to ")) and bool(beside.LEAVING.match(f" {verb}"))


def _is_own_step(match: re.Match[str], says_when: When) -> bool:
    """Whether it is a next step of one's own, which nobody waits for: "gonna try the nightly"."""
    if match["verb"] not in verbs.OWN_MATTERS or match["rest"].startswith((" to ", " and ")):
        return False
    return not beside.TO_SOMEONE.search(match["rest"][:60]) and not says_when()


def _weigh_short(text: str, says_when: When, weighing: Weighing) -> None:
    """Short answers: "on it", "will do"."""
    if match := words.SHORT_YES.match(text):
        weighing.commit(3.3, match, "short yes")


def _weigh_subjectless(text: str, says_when: When, weighing: Weighing) -> None:
    """The future without a subject: "will send it tomorrow", "gonna call her"."""
    if not _hints("future", text):
        return
    match = _subjectless(words.ELLIPTIC.search(text), text) or words.ELLIPTIC_AND.search(text)
    if match and _acts(match) and not text.endswith("?"):
        weighing.commit(1.7 if _is_own_step(match, says_when) else 2.7, match, "elliptic")
        weighing.sign_verb(match["verb"], match["rest"])
    elif (match := words.ELLIPTIC_GONNA.match(text)) and _acts(match):
        weighing.commit(1.4 if _is_own_step(match, says_when) else 2.4, match, "elliptic gonna")
        weighing.sign_verb(match["verb"], match["rest"])


def _acts(match: re.Match[str]) -> bool:
    if match["verb"] not in verbs.ACT_VERBS or _is_state(match):
        return False
    return not beside.OF_THINGS.match(match["verb"] + match["rest"])


def _weigh_bare_act(text: str, says_when: When, weighing: Weighing) -> None:
    """Neither subject nor future: "answer by 3", "calling her now"."""
    if not _hints("bare act", text):
        return
    match = _subjectless(words.BARE_ACT.search(text) or words.JUMPING.search(text), text)
    if match is None:
        return
    if says_when() or beside.FOR_YOU.search(text[match.start() : match.end() + 60]):
        weighing.commit(2.4, match, "bare act")
    elif not text.endswith("?"):
        weighing.signs.append("bare act without when")


def _subjectless(match: re.Match[str] | None, text: str) -> re.Match[str] | None:
    """A clause without a subject is the writer's only if nobody else was spoken of before it."""
    if match is None or match.start() > _CLAUSE:
        return None
    others = beside.PEOPLE_BEFORE if beside.OWN_BEFORE.match(text) else beside.OTHERS_BEFORE
    if others.search(text, 0, match.start()):
        return None
    if own.OWN_MATTER.match(text[match.end() :][:_CLAUSE]):
        return None
    return match


def _weigh_we(text: str, says_when: When, weighing: Weighing) -> None:
    match = words.WE_PERSON.search(text) if _hints("future", text) else None
    if match is None or _is_state(match) or beside.OWN_OBJECT.match(match["verb"] + match["rest"]):
        return
    if own.WE_MEET.match(match["verb"] + match["rest"]) or own.WE_SEE_IF.match(match["verb"] + match["rest"]):
        return
    if beside.TO_SOMEONE.search(match["rest"][:80]) or (match["verb"] == "have" and _has_others_do(match["rest"])):
        posted = expected.POSTED.match(match["verb"] + match["rest"])
        weighing.commit(3.2 if posted else 2.6, match, "we to someone")
    elif match["verb"] in verbs.ACT_VERBS:
        weak = match["verb"] in verbs.MEETING_VERBS and not match["rest"].startswith(" to it")
        weighing.commit(1.7 if weak else 2.4, match, "we act")
    elif says_when():
        weighing.commit(1.4, match, "we other")
    weighing.sign_verb(match["verb"], match["rest"])


def _weigh_let_me(text: str, says_when: When, weighing: Weighing) -> None:
    match = words.LET_ME.search(text) if _hints("let me", text) else None
    if match is None or match["verb"] in verbs.LET_ME_OTHERS:
        return
    if words.LET_ME_ASKED.search(text) or words.LET_ME_ELSE.search(text):
        return
    known = 2.6 if match["verb"] in verbs.ACT_VERBS else 1.8
    weighing.commit(1.6 if _is_own_step(match, says_when) else known, match, "let me")
    weighing.sign_verb(match["verb"], match["rest"])


def _weigh_plans(text: str, says_when: When, weighing: Weighing) -> None:
    if _hints("promises", text) and (match := words.PLANS.search(text) or own.OWES.search(text)):
        if not own.NO_WORK.search(text):
            weighing.commit(2.6, match, "promises")
    elif _hints("from me", text) and (match := words.HAS_IT.search(text)):
        weighing.commit(2.0, match, "from me")
    elif _hints("intends", text) and (match := words.INTENDS.search(text)) and says_when():
        if not own.PRIVATE_PLAN.match(text, match.end()):
            weighing.commit(2.2, match, "intends")
    elif _hints("will be", text) and (match := words.WILL_BE.search(text)) and says_when():
        weighing.commit(1.8, match, "will be done")
    elif _hints("progressive", text) and (match := words.PROGRESSIVE.search(text)):
        after = text[match.end() :][:60]
        if own.OWN_MATTER.match(after):
            return
        if says_when() or beside.FOR_YOU.search(after):
            weighing.commit(2.0, match, "progressive")
            weighing.sign_verb("", after)
    elif _hints("not before", text) and (match := words.NOT_BEFORE.search(text)):
        weighing.commit(2.2, match, "not before")


def _weigh_now(text: str, says_when: When, weighing: Weighing) -> None:
    """What can be done for someone, or will be theirs: weaker than "I will", so it needs a moment or a person."""
    if "can " in text and (match := words.CAN.search(text)) and match["verb"] in verbs.ACT_VERBS:
        after = text[match.end() :][:60]
        someone = beside.TO_SOMEONE.search(after) or beside.AFTER_CAN.search(after)
        if someone or says_when():
            weighing.commit(2.2 if someone else 1.5, match, "can")
            weighing.sign_verb(match["verb"], after)
    elif " to " in text and (match := words.HAPPY_TO.search(text)) and match["verb"] in verbs.ACT_VERBS:
        after = text[match.end() :][:60]
        if beside.TO_SOMEONE.search(after) and says_when() and match["verb"] not in verbs.STATES:
            weighing.commit(2.2, match, "can")
            weighing.sign_verb(match["verb"], after)
    elif ("give me" in text or "gimme" in text) and (match := words.GIVE_ME.search(text)):
        weighing.commit(2.2, match, "give me")
    elif "have" in text and (match := words.WILL_HAVE.search(text)) and says_when():
        weighing.commit(1.4, match, "will have it")


def _weigh_simple(text: str, says_when: When, weighing: Weighing) -> None:
    match = words.SIMPLE.search(without_what_is_asked(text))
    verb = (match["verb"] or match["verb2"]) if match else ""
    if match is None or verb not in verbs.ACT_VERBS or verb in verbs.SIMPLE_NOT:
        return
    if not _is_own(verb, f" {text[match.end(match.lastgroup or 0) :].lstrip()}") and says_when():
        weighing.commit(1.8, match, "simple")
