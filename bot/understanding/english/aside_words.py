"""Moments that are beside the promise: where the writer is, what was given up, which thing is meant, why not then."""

from __future__ import annotations

import re

from bot.understanding.english.clause_words import DAYS, PAST
from bot.understanding.english.time_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from bot.understanding.patterns import joined, regex

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(sorted({*WEEKDAYS, *RELATIVE_DAYS, "tonight"}), key=len, reverse=True))
_FEW = r"(?:\d{1,3}|an?|half an|one|two|three|four|five|six|ten|fifteen|twenty|thirty)"
NAMES_DAY = joined(
    rf"""
    \b(?:{DAYS}|tonight|weekend|eod|eow|eom|cob|noon\stoday|within\sthe\shour|next\s(?:week|month)
    |this\s(?:week|afternoon|evening|morning)
    |end\sof|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[./]\d{{1,2}}
    |(?:in|within)\s(?:about\s|around\s|under\s|roughly\s)?{_FEW}\s?(?:m|h|min|mins|minutes?|hrs?|hours?|days?
    |weeks?))\b
    """
)
"""A day or a distance: only beside one, and not beside a bare "at 6", does the day of an aside not count."""

_PERSON = r"(?:i|we)(?:\s(?:already|just|also|still))?"
_WHEN = rf"(?:(?:on|from|until|till|til|through|all|next|this|over)\s(?:the\s)?)?(?:{DAYS}|\d|tonight|week)\b"
_NOT_HAD = rf"""
    (?:to|it|them|that|this|these|those|everything|you|your|him|her|put|set|cut|read|done|ready|time|room
    |{PAST})(?![\w'])
"""
_HAS = rf"""
    {_PERSON}(?:\shave|'ve)(?:\sgot)?\s(?!{_NOT_HAD})(?!.{{0,60}}\b(?:ready|done|finished|free)\b)
      (?:[\w'&-]{{1,24}},?\s){{1,8}}?{_WHEN}
"""
_STAYS = rf"""
    (?:i'm|i\sam|we're|we\sare|(?:i|we)\s(?:have|need)\sto\sbe|(?:i've|we've)\sgot\sto\sbe)\s(?:in|at
    |on)\s(?!it\b|that\b|track|time\b|course|target|schedule|for\b|by\b|until\b|on\b)
      (?:(?!to\b|for\b|and\b)[\w'&.-]{{1,24}}\s){{1,5}}?{_WHEN}
"""
_THING_IS = rf"""
    (?!(?:that|what|let|who|there|here|how|where|she|he|it)'s)(?:[\w&.-]{{1,24}}(?:'s)?\s){{0,5}}?[\w&.-]{{2,24}}'s\s{_WHEN}
    |(?:it's|it\sis)\son\s(?:the\s\d|(?:{DAYS})\b)
    |[\w&.-]{{1,24}}'s\s(?:[\w&-]{{1,24}}\s){{1,3}}?(?:goes|comes|is|lands|starts|ends)\s(?!yours\b|with\s
    |ready\b|done\b)
"""
_HERE = r"(?:\s(?:already|now|here|there|over (?:here|there)|for (?:you|me|us|them)|(?:where|in|at) [^,;]{1,40}))"
_HOUR_IS = rf"""
    (?:it's|it\sis)\s(?:only\s|already\s|now\s|about\s|almost\s|nearly\s|just\s(?:gone\s|past\s)?|(?:half
    |quarter)\s(?:past|to)\s){{0,2}}
      (?:\d{{1,2}}(?:[:.]\d\d)?(?:\s?(?:[ap]m|[ap]\.m\.|o'clock|hrs))?|noon|midnight|midday|lunchtime|late|early)
      (?:\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight))?{_HERE}{{0,2}}\W{{0,3}}$
"""
_DENIED = rf"""
    (?:(?:i|we|it|that|this|you)\s)?(?:just\s|really\s|probably\s|definitely\s)?
      (?:won't|will\snot|can't|cannot|can\snot|couldn't|don't|do\snot|doubt|didn't|doesn't)\s
    |(?:i'm|i\sam|we're|we\sare|it's|it\sis|that's|it'll|i'll|we'll|i\swill|we\swill)\s(?:probably\s|definitely\s)?
      (?:not|never|unable|unlikely)\s(?!only\b|just\b|before\b|until\b|later\b)
    |(?:probably\s|definitely\s|sadly\s)?not\s(?:going|gonna|able|possible|happening|working|available|free|doing
    |feasible
      |doable|enough|much|a\schance|making|getting|(?:on\s|this\s)?(?:{_DAY}))\b
    |(?:there's\s|there\sis\s|i've\s(?:got\s)?|i\shave\s|we\shave\s|we've\s(?:got\s)?|with\s)?
      no\s(?!later\b|sooner\b|earlier\b|i\b|i'|we\b|we'|you|it'|rush|hurry|need|doubt|problem|worries)[a-z]
    |(?:there's|there\sis)\s(?:not|never|hardly)\s
"""
_GIVEN_UP = rf"""
    (?:i|we)(?:'d|\shad)\s(?:[a-z]+ly\s|really\s|first\s)?
      (?!(?:proceed|succeed|exceed|embed|shed|bleed|breed)\b)(?:{PAST}|meant)(?![\w'])
    |(?:rather\sthan|instead\sof)\s(?!.{{0,120}}\b(?:i'll|i\swill|i'd|i\swould|we'll|we\swill|we'd|let\sme)\b)
"""
_DAY_IS_TAKEN = rf"""
    (?:on\s)?(?:{_DAY})(?:
      (?:'s|\sis|'ll\sbe|\swill\sbe|\slooks)\s(?:out\b|off\b|full|booked|packed|impossible|gone|over\b|taken
      |too\s|not\s|no\s|hopeless|a\s)
      |\s(?:isn't|won't|doesn't|can't)\s
      |\s(?:i'm|i\sam|we're|we\sare)\s(?:out|off|away|busy|booked|in\s|at\s|on\s|not\s|travel)
    )
"""
DAY_IS_TAKEN = joined(_DAY_IS_TAKEN)
"""“Today is impossible”, “tomorrow I'm out”: no tail of the clause before it."""
ASIDE = joined(rf"(?:{_DAY_IS_TAKEN}|{_HAS}|{_STAYS}|{_THING_IS}|{_HOUR_IS}|{_DENIED}|{_GIVEN_UP})")
"""A clause whose day is not the promise's where another clause names one: "I'm in Oslo Wed-Thu", "no time today"."""
NO_MORE = joined(rf"(?:{_DENIED}|{_GIVEN_UP})")
"""Behind these, "…, tomorrow" is what comes instead."""
INSTEAD = regex(rf"(?:on\s|by\s|this\s|next\s){{0,2}}?(?:{_DAY})\b", re.I)
PASSED_OVER = joined(
    rf"""
    \b(?:rather\sthan|instead\sof)\s(?:(?:on|by)\s)?(?:(?:this|next|late|early)\s)?(?:{_DAY})
    (?:\s(?:morning|afternoon|evening|night|noon))?\b,?\s?
    """,
    re.I,
)
"""“Rather than Thursday I'd send it on Friday”."""
_DATE = rf"""
    (?:(?:{_DAY}),?\s)?(?:(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-\u2013]\s?\d{{1,2}}(?:st|nd|rd
    |th)?)?\s(?:of\s)?(?:{_MONTH})
    |(?:{_MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-\u2013]\s?\d{{1,2}})?|the\s\d{{1,2}}(?:st|nd|rd|th)
    |\d{{1,2}}[./]\d{{1,2}}\.?)\b
"""
_DATE_OR_DAY = rf"(?:{_DATE}|(?:{_DAY})\b)"
_DATED = (
    rf"(?:by|before|no\slater\sthan|until)\s(?:the\s)?(?:next\s|this\s)?(?:{DAYS}|\d{{1,2}}(?:st|nd|rd|th)|end\sof)\b"
)
NAMES_THING = joined(
    rf"""
    (?<=[\w.])\s(?:
      \((?:on\s)?{_DATE_OR_DAY}\)(?=,?\s(?:{_DATED}|(?:on\s|this\s|next\s)?(?:{_DAY})\b))
      |(?:on\s)?{_DATE_OR_DAY}(?=\s{_DATED})
    )
    |,\s{_DATE_OR_DAY},(?=\s{_DATED})
    """,
    re.I,
)
"""“The party (18 December) by Thursday”: a date in apposition says which thing is meant."""
ENDS_IN_TIME = joined(rf"(?:\b(?:{DAYS}|on|by|before|until|next|this|the|from|week)|\d(?:st|nd|rd|th)?)$", re.I)
"""“By Friday (20 November)”: here the date says which Friday."""

SAYS_DAY = regex(rf"\b(?:{_DAY})\b")
WAS = regex(rf"(?:on\s)?(?:{_DAY})\s(?:was|were|had)\b", re.I)
"""“Sorry, Monday was my mistake” corrects nothing."""
WHY_NOT = joined(
    rf"(?:on\s)?(?:{_DAY})(?:'s|\s(?:is|isn't|won't|doesn't|i'm|i've|i|we're|we've|we|there's|they|she|he"
    rf"|has)\b)",
    re.I,
)
"""“No wait, tomorrow's the offsite”: why it cannot be the day that was said."""
BEHIND_WHY = regex(
    r"(?:\s[-\u2013\u2014]{1,2}\s|\s?\u2014\s?|[,;.]\s|\s(?=so\s))(?:so\s|then\s|let's\ssay\s|i'd\ssay\s"
    r"|make\sit\s){0,2}",
    re.I,
)
