"""How English marks what somebody else wrote or said: forwarded mails, their headings, and words after a colon."""

from __future__ import annotations

import re

from bot.understanding.patterns import joined

FORWARDED = joined(
    r"^\s*(?:-{2,}\s*(?:forwarded|original)\ message\s*-{2,}|begin\ forwarded\ message:?|on\ .{4,240}\ wrote:)\s*$",
    re.IGNORECASE,
)
"""The line above a mail that was forwarded, or above the lines quoted from one."""
SENDER = re.compile(r"(?i)^[\s*_]{0,9}from[*_]{0,2}:[*_]{0,2}\s*\S")
HEADING = re.compile(
    r"(?i)^[\s*_]{0,9}(?P<field>from|sent|date|to|cc|bcc|reply-to|subject)[*_]{0,2}:[*_]{0,2}\s*(?P<says>.*)"
)
TELLING_FIELDS = frozenset({"sent", "date", "subject"})
"""A mail has one of these; what goes from Berlin to Munich has none."""
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
