"""Understanding: text in, facts out, each with its reason. No I/O, no clock, no network; never raises on any text.

`candidate_names(post)` proposes spellings of customers' names; the caller looks them up (the directory stores
`normalise_name(name)`), fills `Post.names` with (spelling, customer's name) pairs, and calls `read(post, departments)`.
`candidate_addresses(post)` and `Post.addresses` do the same for where the post may have come from.
"""

from __future__ import annotations

from bot.understanding.addresses import candidate_addresses, possible_addresses
from bot.understanding.agreed import agrees
from bot.understanding.asked import Ask, read_ask, spoken_to
from bot.understanding.causes import cause_key, cause_keys, names_cause, says_fixed
from bot.understanding.corrections import Correction, Corrections, learn
from bot.understanding.customers import FIELDS as CUSTOMER_FIELDS
from bot.understanding.customers import CustomerReader
from bot.understanding.kept import read_kept
from bot.understanding.likeness import most_like
from bot.understanding.moments import impossible_clock, read_due, split_due
from bot.understanding.names import candidate_names, normalise_name
from bot.understanding.naming import describe_department, meant_department
from bot.understanding.parts import Parts, separate
from bot.understanding.promises import cause_said
from bot.understanding.quotes import quote_key
from bot.understanding.reading import read
from bot.understanding.rules import find_rules, hear, holds, lessons, says_the_same, taught
from bot.understanding.text import plain_text
from bot.understanding.thresholds import USUAL as USUAL_THRESHOLD
from bot.understanding.thresholds import promise_threshold
from bot.understanding.urls import canonical_url

__all__ = [
    "CUSTOMER_FIELDS",
    "USUAL_THRESHOLD",
    "Ask",
    "Correction",
    "Corrections",
    "CustomerReader",
    "Parts",
    "agrees",
    "candidate_addresses",
    "candidate_names",
    "canonical_url",
    "cause_key",
    "cause_keys",
    "cause_said",
    "describe_department",
    "find_rules",
    "hear",
    "holds",
    "impossible_clock",
    "learn",
    "lessons",
    "meant_department",
    "most_like",
    "names_cause",
    "normalise_name",
    "plain_text",
    "possible_addresses",
    "promise_threshold",
    "quote_key",
    "read",
    "read_ask",
    "read_due",
    "read_kept",
    "says_fixed",
    "says_the_same",
    "separate",
    "split_due",
    "spoken_to",
    "taught",
]
