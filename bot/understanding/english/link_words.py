"""How people hand each other a page of a forum as an answer: no customer speaks to them there."""

from __future__ import annotations

import re

from bot.understanding.patterns import joined

ADVICE = joined(
    r"""
    \b(?:try|tried|have you tried|see|check|read|here(?:'s| is) (?:how|a|the (?:fix|answer|solution))|how[- ]?to|guide
    |solution|workaround|fix(?:es|ed)?|solved|answer(?:ed)?|found (?:this|it|the|a)|this (?:helps|helped|works|worked
    |explains|might help|could help|should help)|same (?:problem|issue|error)|according to|based on|copied from|docs?
    |tutorial|explained|explains|example|snippet|stack ?overflow|reference|instructions|steps
    |info(?:rmation)?|stumbled?|came across|bookmarked)\b
    """,
    re.IGNORECASE,
)
"""Words beside the link that offer it as help."""
ADDRESSED_TO_ONE = re.compile(r"^\s*(?:[\w|`^\[\]-]{2,20}\s?[:,]|(?=[\w|`^\[\]-]*[\d|`^\[\]_])[\w|`^\[\]-]{2,20})\s*$")
"""Nothing beside the link but the nick of whom it is for; without a colon only what looks like no word."""
CUSTOMERS = re.compile(
    r"(?i)\b(?:customers?|clients?|users?|complain\w*|angry|unhappy|asks?|asking|answer (?:them|him|her)|reply)\b"
)
"""Whoever hands on a customer's post says one of these."""
