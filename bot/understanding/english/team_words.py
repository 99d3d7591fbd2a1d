"""How English sounds among teammates, in words that were quoted. Another language is another file like this."""

from __future__ import annotations

import re

from bot.understanding.patterns import joined, regex

TEAM_TALK = joined(
    r"""
    \b(?:stand-?up|sprint|pull request|prs?|lgtm|retro|all hands|okrs?|offsite|let's|backlog|our roadmap|figma|jira|ooo
    |we should|should we|shall we|we could|can we (?:move|ship|merge|use|do|meet|sync|talk|get)|on[- ]call
    |(?:can|could|would) you (?:please )?(?:review|take|check|look|send|join|add|update|share|approve|test|help me with)
    |i(?:'ll| will) (?:take|do|send|check|look|fix|be (?:out|late|in|there)|update|handle|review|merge|ship)
    |we(?:'ll| will) (?:ship|release|merge|do|start|move|fix)|our (?:team|code|codebase|sprint|customers
    |tests|okrs?|q[1-4])
    |the (?:spec|agenda|meeting|wiki|repo|board|deck|slides)|team (?:event|meeting|lunch))\b
    """,
    re.IGNORECASE,
)
SHOP_WORDS = joined(
    r"""
    \b(?:deploy\w*|merge\w*|commit\w*|branch|prod|staging|refactor\w*|postgres|docker|kubernetes|migration
    |endpoint|feature flag
    |schema|cache|regex|tests?|ci|the (?:doc|docs|ticket|release|demo)|lunch)\b
    """,
    re.IGNORECASE,
)
TO_A_COMPANY = regex(r"(?i)\b(?:your|you guys|you people|yours)\b")
