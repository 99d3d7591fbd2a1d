"""What is no name in English, and what must follow one that is also a word. Another language is another file."""

from __future__ import annotations

import re

from bot.understanding.patterns import joined, word_set

FUNCTION = word_set("""
    a an and are as at be been but by can could did do does for from had has have he her hers him his how i if in into
    is it its just me my no not of on or our out she should so some than that the their them then there they this to
    too up
    us was we were what when where which who why will with would you your yours am im ive ill dont
""")
"""No name ends with one of these, and none in lower case begins with one."""
COMMON = FUNCTION | word_set("""
    yes yeah ok okay hi hello hey thanks thank please sure all any more most much many very really also only even still
    again now here today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday week month year
    day time morning said say says get got go going gone come came see saw know think want wants need needs make made
    take took let call called customer customers client clients user users support team team's people someone anyone
    everyone thing things since
""")
"""Words that are no name by themselves."""
COMPANY_ENDINGS = word_set("""
    inc incorporated llc llp lp ltd limited plc corp corporation co company companies gmbh ag sa sas sarl srl spa bv nv
    ab as asa oy oyj kg kgaa pty pte group holding holdings the de
""")
DROPPED_IN_FRONT = frozenset({"the"})

SURELY_SPOKE = joined(
    r"""
    ^\ (?:just\ |also\ |again\ )?(?:is\ asking|are\ asking|asked\ (?:us|for|if|whether|about)|wants?\ (?:us|a|to)
    |complain\w*|emailed|wrote|escalated|demand(?:s|ed)|still\ waits?\ for|is\ missing\ (?!from|in|on)\w+
    |sent\ us\ an?\ (?:screenshot|complaint|angry)
    |called\ us|told\ us|tells\ us|threaten\w*|churned|cancel+ed\ (?:their|the)|requested
    |says\ (?:they|that|the|our|we)|reports?\ (?:that|a|an)|can'?t\ (?:log|open|see|find|access|use|pay)
    |(?:is|are)\ (?:angry|upset|furious|unhappy|evaluating|interested\ in))\b
    """,
    re.IGNORECASE,
)
"""What must follow a name that is also a word."""
AS_OTHER = joined(
    r"^\s*(?:inc|corp|ltd|llc)?\.?\s*(?:stock|shares|api docs|competitors?|style|like|-like|-style|based|alumni)\b",
    re.IGNORECASE,
)
