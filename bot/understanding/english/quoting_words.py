"""How English marks what somebody else wrote or said: words after a colon, and what stands before a quotation."""

from __future__ import annotations

import re

from bot.understanding.patterns import joined

RELAYED = joined(
    r"""
    (?:\b(?!(?:i|we|you|just|also|then|have|had|has|not|ve|never|already)\b)\w[\w.'\u2019-]{0,40}
    \ (?:just\ |also\ |then\ |now\ ){0,2}(?:says?|said|wrote|writes|repl(?:ied|ies)|answer(?:ed|s)|ask(?:ed|s)
    |e-?mail(?:ed|s)|texted|tweeted|posted|commented)(?:\ (?:back|me|us))?\ ?:
    |^\W{0,9}(?:(?:the|a|our|this)\ )?(?:customers?|clients?|guests?|patients?|tenants?|callers?|users?|reviewers?)\ ?:
    (?=\s*(?:i|we|my|our|you|your)\b)
    |^\W{0,9}(?:(?:a\ |the\ )?(?:quote|words|message|e-?mail|feedback|review|note|reply|answer|update)\ )?from
    \ [^:\n]{1,40}:(?!/)
    |^\W{0,9}(?:his|her|their)\ (?:exact\ |own\ )?(?:words|reply|answer|message|review)\ ?:)
    (?!\s*["\u201c\u201e\u00ab])(?P<theirs>[^\n?]*)
    """,
    re.IGNORECASE | re.MULTILINE,
)
"""Somebody else's words without quotation marks, up to the end of their question or line."""
REVIEWED = joined(
    r"""
    (?:\b(?:[1-5]|one|two|three|four|five)[ -]?stars?\b|[\u2605\u2b50]|\b(?:new|another|bad|good|great|nasty|negative
    |positive|fresh|customer|google|yelp|trustpilot|tripadvisor|app\ store|play\ store|online|product|guest|shop)
    \ (?:review|rating)s?\b|\breviews?\ on\b|\bon\ (?:google|yelp|trustpilot|tripadvisor|booking\.com|facebook|g2
    |capterra|the\ (?:app|play)\ store)\b|\breviewer\b|\u30ec\u30d3\u30e5\u30fc|\u53e3\u30b3\u30df)
    [^"\u201c\n]{0,30}$
    """,
    re.IGNORECASE,
)
"""Before a quotation: a public verdict, of which few words are enough."""
STRANGER_WROTE = joined(
    r"""
    (?:^|[.!?,;:\n]\s*|\b(?:and|but|fyi|so)\ )(?:an?|another|one|some)\ (?:(?!(?:colleague|coworker|co-worker|teammate
    |friend|neighbou?r|boss|manager|director|lead|ceo|cto|cfo|coo|dev|developer|engineer|designer|intern|tester
    |admin
    |candidate|applicant|recruiter|interviewer|author|poet|philosopher|bot|script|linter|robot|professor|team|new
    |hire|founder|investor|lawyer|contractor|freelancer|consultant|partner|vendor|supplier|vc|pm|qa|sales|marketing
    |finance|legal|support|hr|someone|wise|famous)\b)[a-z-]+\ ){1,3}(?:just\ |also\ |again\ ){0,2}
    (?:wrote|writes|complain(?:s|ed)|e?-?mailed|texted|posted|tweeted|messaged)(?:\ (?:to\ us|us|in|back))?\s*[,:]?\s*$
    """,
    re.IGNORECASE,
)
"""Before a quotation: somebody who is not of the house, and no writer of books, wrote it."""
OF_SPEAKERS = re.compile(r"(?i)\b(?:i|i'm|i've|my|me|mine|we|our|us|you|your|yours)\b")
"""The words of who speaks for themselves, or to us."""
ASKS_PEERS = joined(
    r"""
    \b(?:any(?:one|body)\ (?:else|here)|is\ it\ just\ me|am\ i\ the\ only\ one|same\ for\ any\ of\ you)\b[^.!\n]{0,60}\?
    """,
    re.IGNORECASE,
)
"""A teammate asks the others about trouble of their own, with a company that is not this one."""
