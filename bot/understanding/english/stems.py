"""Folds inflections, so that "refunds" and "refunded" are one word. Light on purpose: it need not be a real stem."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.understanding.patterns import word_set

_IRREGULAR = {
    word: stem
    for row in (
        "advert: advertising advertisement ads ad adverts",
        "pay: paid payment payments payer",
        "buy: bought buyer",
        "sell: sold seller",
        "sale: sales",
        "steal: stole stolen",
        "break: broke broken",
        "person: people",
        "employ: employees employee employment employer",
        "price: prices pricing priced",
        "leave: leaves left",
        "send: sent",
        "lose: lost loss",
        "tell: told",
        "say: said",
        "child: children",
        "company: companies",
        "policy: policies",
        "fee: fees",
        "news: news",
        "press: press",
        "legal: legal legally",
        "illegal: illegal illegally",
        "business: business",
        "service: service services",
        "hack: hacked hacker hackers hacking",
        "bill: billing billed bills",
        "fraud: fraudulent",
        "scam: scammed scammer scammers",
        "spam: spammed spamming",
        "crash: crashes crashed crashing",
        "deliver: delivery deliveries",
        "security: security secure",
        "media: media",
        "check: cheque cheques",
        "license: licence licences licenses",
        "tax: taxes",
        "discriminat: discrimination discriminated discriminating",
        "lawyer: lawyers",
        "lawsuit: lawsuits",
        "sue: suing sued sues",
        "unauthorize: unauthorised unauthorized",
        "contract: contractual",
        "financ: financial finance finances",
        "market: marketing",
        "hire: hiring hired",
        "job: job jobs",
        "recruit: recruitment recruiter recruiting",
        "app: apps",
    )
    for stem, _, words in (row.partition(": "),)
    for word in words.split()
}
_ENDINGS = (
    ("ational", "ate"),
    ("ization", "ize"),
    ("isation", "ize"),
    ("fulness", "ful"),
    ("iveness", "ive"),
    ("ingly", ""),
    ("edly", ""),
    ("ations", "at"),
    ("ation", "at"),
    ("ities", "ity"),
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ings", ""),
    ("ing", ""),
    ("ers", "er"),
    ("ed", ""),
    ("es", "e"),
    ("ly", ""),
    ("s", ""),
)


@lru_cache(maxsize=4_000)
def stem(word: str) -> str:
    """The folded form of a lower-case word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    word = word.removesuffix("'s")
    if len(word) < 4 or not word.isascii():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            return _finished(word[: -len(ending)] + instead)
    return _finished(word)


def _finished(word: str) -> str:
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return word


STOP_WORDS = word_set(
    "a an the and or but if of in on at to from for with by as is are was were be been being it its "
    "this that these those there here i me my we us our"
    " you your he him his she her they them their who what which when where why how not no nor so "
    "than then too very can could will would shall"
    " should may might must do does did done doing have has had having about into over under again "
    "also just only more most other some any all each every"
    " both few own same such up down out off through during before after above below between until "
    "while because against one two get got go going say"
    " says said tell told like want wants make makes made use used uses using people person thing "
    "things way time day new need needs know"
    " they're it's i'm don't doesn't didn't won't can't answer answers answered work works working "
    "look looks after how handles handle helps help company company's"
    " customer customers client clients anything everything something add team part well even ever never us"
)
STOP_STEMS = STOP_WORDS | {stem(word) for word in STOP_WORDS}
"""The same where words were folded already."""
GENERIC = frozenset(
    stem(word)
    for word in word_set(
        "account amount answer area ask available back bad basic big bring build building buy call care case "
        "change check choose come contact customer daily date day deal department different email end "
        "everyday everything example experience find first full general give good group guest happen hand "
        "hard hear hold home hour idea inside issue item keep kind know large last late leave letter level "
        "life line list live local long look make manage matter mean message money month name new number "
        "offer office old open order people person phone place plan point policy problem product provide "
        "public question quick reach reason receive report request respond right run say see send serve "
        "service set show side simple small special staff start stop store subject system take talk team tell "
        "thing time today together turn type user visit wait week well work world write wrong year member "
        "person one two three concern relate relevant include support company business questions complaints "
    )
)
"""Words that descriptions use of everything: they say little by themselves."""

FUNCTION_STEMS = frozenset(
    stem(word)
    for word in word_set(
        "a an the and or but of in on at to from for with by as is are was were be been being it its this that "
        "these those there here i me my we us our he him his she her they them their one two three old new own "
        "same so than then very into over about under between after before up off out next last another also again "
        "yet soon later once always often already else within across along around per via whether either january "
        "february march april may june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday"
    )
)


def is_idle(stems: Iterable[str]) -> bool:
    """Whether these stems are nothing but function words, numbers and names of months and days: chance, in any text."""
    return all(word in FUNCTION_STEMS or not word[:1].isalpha() for word in stems)
