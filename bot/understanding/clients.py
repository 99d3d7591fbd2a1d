"""What a teammate tells of a client whose name is not known: "Ferrano's procurement says our certificate expired".

Somebody is a client by their seat, their trade, their firm or their family, and by what they say: it concerns the
house, or is what only who buys says. Capitals count: names of places and firms are known by nothing else.
"""

from __future__ import annotations

from itertools import islice

from bot.understanding.english import client_words as words
from bot.understanding.english.outside_words import NOT_OURS, TROUBLE, US
from bot.understanding.english.passing_words import NEWS, SETTLED
from bot.understanding.english.role_words import NO_CLIENTS
from bot.understanding.english.told_words import OF_US, VERDICT
from bot.understanding.patterns import regex
from bot.understanding.spoken import Place, is_unreal, place_at
from bot.understanding.text import opening
from bot.understanding.told import is_titled_otherwise

_MOST_PLACES = 6
_FEWEST_WORDS = 3
_REACH = 200
_WORD = regex(r"[^\W\d_]{2,}|\d+")
_SAYS = "tells what a customer said"
_FROM = "tells of words from a customer"


def hear_client(own: str) -> str:
    """For people: how a client is told of in the writer's own words; empty when nothing is told of one."""
    text = opening(own)
    if words.SPEAKS.search(text):
        for match in islice(words.WHO.finditer(text), _MOST_PLACES):
            if _is_told(place_at(text, match.start(), match.end()), str(match.lastgroup)):
                return _SAYS
    if _is_in_a_frame(text):
        return _SAYS
    return _FROM if (":" in text and _is_from_them(text)) or _is_a_deal(text) else ""


def _is_told(place: Place, kind: str) -> bool:
    if is_unreal(place) or words.INSIDE.match(place.after) or NEWS.search(place.after):
        return False
    verb = words.SAID.match(place.after)
    if verb is None or is_titled_otherwise(place) or (kind != "family" and verb["verb"].startswith("cancel")):
        return False
    said = place.after[verb.end() :]
    says = f"{said} {place.rest}".casefold()
    if len(_WORD.findall(says)) < _FEWEST_WORDS or words.NO_SAYING.match(says):
        return False
    if kind != "seated" and NOT_OURS.search(says):
        return False
    return _is_a_clients(kind, place, verb["verb"], says)


def _is_a_clients(kind: str, place: Place, verb: str, says: str) -> bool:
    """Whether what they say is what a client of this kind says."""
    is_office = words.OFFICE.search(says)
    if kind == "seated":
        return not (words.BARE_SEAT.match(place.written) and (is_office or words.NO_GUEST.match(f"{verb}{says}")))
    if words.SELLERS.search(place.written) or (is_office and kind != "trades"):
        return False
    if kind == "family":
        return _is_a_familys(verb, says)
    if words.PRIVATE.search(place.before + place.after):
        return False
    whole = f"{verb} {says}"
    if kind == "contact":
        return bool(words.BOUGHT.search(says) or words.DEMANDS.search(whole))
    is_lacking = words.MISSES.match(verb) and words.COUNTED.match(says)
    is_wanted = is_lacking or words.DEMANDS.search(whole) or words.DEAL.search(says)
    if kind in ("anyone", "titled") or (kind == "trades" and not words.ONLY_SAYS.match(verb)):
        is_wanted = is_wanted or TROUBLE.search(whole) or words.BREAKS.search(whole)
    return bool(is_wanted or US.search(words.OF_ALL.sub(" ", says)))


def _is_a_familys(verb: str, says: str) -> bool:
    if verb.startswith("cancel"):
        return bool(words.CANCELS_STAY.match(f"{verb}{says}"))
    return bool(words.ASKS_OR_MOANS.match(verb) and words.FAMILY_MATTERS.search(says))


def _is_in_a_frame(text: str) -> bool:
    if ":" in text and words.MET_A_CLIENT.search(text):
        return True
    if "told" in text and words.AT_A_FAIR.search(text):
        return not words.PRIVATE.search(text)
    return "my " in text.casefold() and bool(words.OWN_PEOPLE.search(text))


def _is_from_them(text: str) -> bool:
    if letter := words.LETTER_FROM.search(text):
        if NO_CLIENTS.search(letter["who"].casefold()):
            return False
        return _is_a_saying(letter["says"]) and _is_a_clients_letter(letter["says"].casefold())
    pilot = words.PILOT.search(text)
    if pilot is None or not _is_a_saying(pilot["says"]) or words.OF_A_COLLEAGUE.search(pilot["says"]):
        return False
    return bool(VERDICT.search(pilot["says"]) or words.THEY_WISH.search(pilot["says"]))


def _is_a_clients_letter(says: str) -> bool:
    if NOT_OURS.search(says) or SETTLED.match(says):
        return False
    return any(shape.search(says) for shape in (TROUBLE, words.BREAKS, words.DEMANDS, US))


def _is_a_saying(says: str) -> bool:
    return len(_WORD.findall(says)) >= _FEWEST_WORDS and not OF_US.match(says)


def _is_a_deal(text: str) -> bool:
    """Whether a teammate talked with somebody, and tells what only who buys from the house says."""
    if words.TALK.search(text) is None or (deal := words.DEAL.search(text)) is None:
        return False
    before = text[max(0, deal.start() - _REACH) : deal.start()]
    return bool(words.TALK.search(before)) and not any(
        shape.search(before + deal.group()) for shape in (words.PRIVATE, words.SELLERS)
    )
