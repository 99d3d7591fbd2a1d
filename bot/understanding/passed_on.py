"""What a teammate passes on as it came by a channel: "voicemail: …", "an earful from …", "I have … on line 2, …".

Whoever it came from must be outside, and what they say must be what a client says: it concerns the house, is trouble
with a thing, or is something they wait for. Own people, suppliers, candidates and authorities call, too.
"""

from __future__ import annotations

import re

from bot.understanding.english import channel_words as words
from bot.understanding.english.client_words import BREAKS, DEMANDS, OFFICE, SELLERS
from bot.understanding.english.outside_words import NOT_OURS, TROUBLE, US
from bot.understanding.english.outside_words import WHO as OUTSIDERS
from bot.understanding.english.role_words import NO_CLIENTS, SUPPLIES
from bot.understanding.english.told_words import CALLS_OFF, NO_MATTER, OF_US
from bot.understanding.english.told_words import WHO as CLIENTS
from bot.understanding.patterns import regex
from bot.understanding.spoken import how_they_spoke, is_settled, place_at, told_of_themselves
from bot.understanding.text import opening

_FEWEST_WORDS = 3
_WORD = regex(r"[^\W\d_]{2,}")
_FROM = "tells of words from a customer"
_READ = "tells what is said of us in public"


def hear_passed_on(own: str) -> str:
    """For people: how words of a client were passed on in the writer's own; empty when none were."""
    text = opening(own)
    if ":" in text and (_is_of_a_channel(text) or _is_feedback(text) or _is_in_a_form(text)):
        return _FROM
    if _is_from_somebody(text) or _is_waited_for(text) or _is_angry(text):
        return _FROM
    return _READ if _is_read_in_public(text) else ""


def _is_of_a_channel(text: str) -> bool:
    """Whether a label says by which channel it came, and a client speaks behind it."""
    if label := words.FROM_CUSTOMERS.search(text):
        return _is_labelled(label["head"], label["says"])
    label = words.BY_A_LINE.search(text)
    person = words.PERSON_FIRST.match(label["says"]) if label else None
    if person is None or words.HIRING.search(person.group().casefold()):
        return False
    return _is_outside(person["who"]) and _is_a_clients(person["rest"])


def _is_labelled(head: str, said: str) -> bool:
    says = said.casefold()
    if words.OF_THE_WRITER.search(says) or NO_CLIENTS.search(says):
        return False
    if firm := words.FIRM_FIRST.match(said):
        return bool(how_they_spoke(place_at(said, firm.start("who"), firm.end("who"))))
    if words.OF_A_MEETING.match(head):
        return not CALLS_OFF.match(f" {words.THEY.sub('', says)}") and told_of_themselves(says)
    if words.COMPLAINED.match(head) and len(_WORD.findall(says)) > 1:
        return not (OFFICE.search(says) or SUPPLIES.search(says) or NOT_OURS.search(says))
    if _is_of_the_work(head, says):
        return False
    return _is_a_clients(said) or (bool(words.ASKS_US.match(says)) and not OFFICE.search(says))


def _is_of_the_work(head: str, says: str) -> bool:
    """Whether the label stands above notes, or above what came for the house itself."""
    if words.MAY_BE_FOR_US.match(head):
        return not (words.OF_THEM.search(says) and US.search(says))
    is_of_a_kind = words.OF_A_KIND.match(head) is not None
    return is_of_a_kind and not (words.OF_THEIRS.search(says) or words.ASKS_US.match(says))


def _is_feedback(text: str) -> bool:
    if found := words.FEEDBACK_FROM.search(text):
        says = found["says"].casefold()
        shape = words.OF_THEIRS if "omplaint" in found.group() else words.GRATEFUL
        head = found.group()[: found.start("says") - found.start()]
        return _is_outside(head) and (_is_a_clients(found["says"]) or bool(shape.search(says)))
    found = words.GOT_FROM_FAMILY.search(text)
    return found is not None and not NO_CLIENTS.search(found.group().casefold()) and _is_a_clients(found["says"])


def _is_in_a_form(text: str) -> bool:
    """Whether somebody left this in a customers' form, and speaks of themselves or to us."""
    found = words.IN_A_FORM.search(text)
    says = found["says"].casefold() if found else ""
    if not words.OF_THEMSELVES.search(says) or words.HIRING.search(says):
        return False
    return not (OFFICE.search(says) or SUPPLIES.search(says)) and len(_WORD.findall(says)) >= _FEWEST_WORDS


def _is_from_somebody(text: str) -> bool:
    """Whether somebody is on the phone or told us, and says what a client says."""
    folded = text.casefold()
    for signs, shape in words.FROM_SOMEBODY:
        found = shape.search(text) if any(sign in folded for sign in signs) else None
        if found and _is_outside(found["who"]) and _is_theirs(found, shape is words.EARFUL):
            return True
    return False


def _is_theirs(found: re.Match[str], must_be_a_person: bool) -> bool:
    """Whether who says it is a client. Of a firm on the line only what it lacks tells: suppliers have firms, too."""
    if found.groupdict().get("contact"):
        return bool(words.MISSES.search(found["says"].casefold()))
    return (is_a_person(found["who"]) or not must_be_a_person) and _is_a_clients(found["says"])


def _is_waited_for(text: str) -> bool:
    found = words.CALLED_FROM.search(text) if " from " in text else None
    if found is None or not _is_outside(f"from {found['who']}"):
        return False
    says = found["says"].casefold()
    waits = words.WAITS_FOR.match(says)
    return waits is not None and not (words.OF_THE_HOUSE.search(says, waits.end()) or words.FOR_THEIR_WORK.search(says))


def _is_angry(text: str) -> bool:
    found = words.CAME_IN_ANGRY.search(text) if " came in" in text or " stormed " in text else None
    return found is not None and _is_outside(found.group())


def _is_read_in_public(text: str) -> bool:
    if words.SET_UPON_US.search(text):
        return True
    found = words.READ_ON.search(text) if " on " in text else None
    if found is None or NO_CLIENTS.search(found.group().casefold()):
        return False
    says = found["says"].casefold()
    return bool(words.THEY_SAY.match(says) and US.search(says)) and not OFFICE.search(says)


def _is_outside(who: str) -> bool:
    return not (NO_CLIENTS.search(who.casefold()) or SELLERS.search(who) or words.OF_MINE.search(who))


def is_a_person(who: str) -> bool:
    """Whether somebody outside is named by their trade, their place or as a customer."""
    folded = who.casefold()
    return bool(OUTSIDERS.match(folded) or CLIENTS.search(folded))


def _is_a_clients(said: str) -> bool:
    """Whether a client says this: it concerns us, does not work, or is what they lack or want."""
    says = said.casefold()
    if len(_WORD.findall(says)) < _FEWEST_WORDS or OF_US.match(says) or is_settled(says):
        return False
    if words.HIRING.search(says) or words.OF_ONESELF.match(says) or NO_MATTER.search(says):
        return False
    if words.BRINGS.match(says):
        return False
    if NOT_OURS.search(says) or SUPPLIES.search(says) or OFFICE.search(says):
        return False
    return any(shape.search(says) for shape in (US, TROUBLE, BREAKS, DEMANDS, words.LACKS))
