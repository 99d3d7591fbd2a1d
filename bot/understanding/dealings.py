"""Who is a client by their dealings with the house: "the lady who bought the loom", "Idris (subscriber, Cardiff)"."""

from __future__ import annotations

import re

from bot.understanding.english import channel_words as channels
from bot.understanding.english import dealing_words as words
from bot.understanding.english.client_words import BREAKS, DEMANDS, OFFICE, SELLERS
from bot.understanding.english.outside_words import NOT_OURS, TROUBLE
from bot.understanding.english.role_words import NO_CLIENTS, SUPPLIES
from bot.understanding.english.told_words import NO_CUSTOMER, TECHNICAL
from bot.understanding.passed_on import is_a_person
from bot.understanding.spoken import Place, how_they_spoke, is_settled, is_unreal, place_at, told_of_themselves
from bot.understanding.text import opening

_BEFORE = 60
_WHOM_REACH = 20
_SAYS = "tells what a customer said"
_SUFFERS = "tells what a customer suffers"


def hear_dealings(own: str) -> str:
    """For people: how somebody who has dealings with the house is told of; empty when nobody is."""
    text = opening(own)
    if _is_called_one(text) or _is_buyer(text) or _speaks_for_one(text):
        return _SAYS
    for sign, shape in words.SURELY:
        if sign in text and _is_surely_one(shape, text):
            return _SUFFERS if shape in words.SUFFERED else _SAYS
    return ""


def _is_called_one(text: str) -> bool:
    """Whether it is said beside a name that it is a client's, and they speak: "our client Verdi Film asks"."""
    if "(" in text and (found := words.BESIDE_NAME.search(text)):
        if NO_CLIENTS.search(found["beside"].casefold()) or "our " in found["beside"]:
            return False
        place = place_at(text, found.start(), found.end())
        return not is_unreal(place) and _speaks(place)
    found = words.BEFORE_NAME.search(text) if any(each in text for each in words.CALLED) else None
    if found is None:
        return False
    place = place_at(text, found.start(), found.end())
    title = text[found.start() : found.start("who")].casefold()
    if is_unreal(place) or _is_program(title, found["who"], place):
        return False
    return _speaks(place)


def _is_program(title: str, name: str, place: Place) -> bool:
    """Whether a client or a tenant is rather a program, or its name only that of a machine."""
    before = " ".join(title.split()[:-1])
    if title.rstrip().endswith(("tenant", "subscriber")) and words.IS_IN_A_STATE.match(place.after):
        return True
    is_machine = " " not in name and TECHNICAL.search(place.after.casefold())
    return bool(is_machine or NO_CUSTOMER.search(f"{before} ") or OFFICE.search(place.after))


def _speaks(place: Place) -> bool:
    if how_they_spoke(place) or told_of_themselves(place.after):
        return True
    return bool(words.NEEDS_BY.search(place.after))


def _is_buyer(text: str) -> bool:
    found = words.WHO_BOUGHT.search(text) if " who " in text else None
    if found is None or is_unreal(place_at(text, found.start(), found.end())):
        return False
    who, says = found["who"].casefold(), found["says"].casefold()
    if any(shape.search(who) for shape in (words.NO_WARE, words.MAY_BE_COLLEAGUE, NO_CLIENTS)):
        return False
    if NOT_OURS.search(says) or SUPPLIES.search(says):
        return False
    return any(shape.search(says) for shape in (words.WISHES, TROUBLE, BREAKS, DEMANDS))


def _speaks_for_one(text: str) -> bool:
    found = words.RELATIVES.search(text) if "'s " in text else None
    if found is None or is_unreal(place_at(text, found.start(), found.end())):
        return False
    says = found["says"].casefold()
    if NOT_OURS.search(says) or channels.OF_THE_WRITER.search(says) or channels.HIRING.search(says):
        return False
    if words.FEAST.search(text):
        return False
    return any(shape.search(says) for shape in (words.DEALS_ASKED, DEMANDS, channels.LACKS, TROUBLE))


def _may_say_so_here(before: str, says: str) -> bool:
    """Whether a teammate, or somebody from home, may say this of what we did."""
    is_told_to_whom = words.TO_WHOM.search(says.split(" we ", 1)[1][:_WHOM_REACH])
    if NO_CLIENTS.search(before[-_BEFORE:].casefold()) or words.OF_HOME.search(before):
        return True
    return not is_told_to_whom and bool(words.MAY_BE_OURS.search(before))


def _is_surely_one(shape: re.Pattern[str], text: str) -> bool:
    found = shape.search(text)
    if found is None or is_unreal(place_at(text, found.start(), found.end())):
        return False
    given = found.groupdict()
    who, says = (given.get("who") or ""), (given.get("says") or "").casefold()
    if _may_be_ours(shape, found, who.casefold(), says):
        return False
    if SELLERS.search(who) or is_settled(says) or SUPPLIES.search(says) or OFFICE.search(says):
        return False
    if shape in words.ALONE:
        return len(says.split()) > 2 or "says" not in given
    return any(each.search(says) for each in (TROUBLE, BREAKS, DEMANDS, channels.LACKS, words.HARMS_OR_WANTED))


def _may_be_ours(shape: re.Pattern[str], found: re.Match[str], who: str, says: str) -> bool:
    """Whether somebody who works here, or is no client of anybody, may be meant."""
    if shape is words.SINCE_WE and not (is_a_person(who) and words.OF_A_PERSON.search(found.group().casefold())):
        return True
    if shape is words.SOLD_THEM:
        return _may_say_so_here(found.string[: found.start()], says)
    return shape is not words.FROM_US and bool(NO_CLIENTS.search(who))
