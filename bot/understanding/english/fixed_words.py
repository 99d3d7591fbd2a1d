"""Words with which a tracker or a deploy says that something is fixed, and those that say that it is not."""

from __future__ import annotations

import re

from bot.understanding.patterns import regex

FIXED = regex(
    r"\b(?:fixed|resolved?|solved|closed|done|completed?|merged|deployed|released|shipped|rolled out"
    r"|is (?:live|out))\b",
    re.IGNORECASE,
)
NOT_FIXED = regex(
    r"\b(?:not|isn'?t|wasn'?t|never|cannot|can'?t|won'?t|wontfix|re-?open(?:ed|s)?|unresolved|unfixed|duplicate"
    r"|fail(?:ed|s)|rolled back|reverted|to be|will be|until|before)\b",
    re.IGNORECASE,
)
NUMBERED = regex(
    r"(?:\b(?:bug|issue|ticket|incident|case|defect|story|task|pull request|pr)\s*(?:no\.?\s*|number\s*)?#?"
    r"|(?<![\w&/])#)"
    r"(\d{1,9})\b",
    re.IGNORECASE,
)
