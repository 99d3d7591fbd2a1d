"""How a teammate tells what a customer said, and how people say that they want to buy."""

from __future__ import annotations

import re

from bot.understanding.english.voice_words import sign
from bot.understanding.patterns import glued, joined

WHO = glued(r"""
    (?:customers?|clients?|subscribers?|guests?|buyers?|shoppers?|patients?|passengers?|tenants?
    |account holders?|cardholders?
    |merchants?|policyholders?|callers?|reviewers?|prospects?|readers?|residents?|donors?|tenants?
    |members?(?! of\b)|attendees?|(?:lady|man|woman|gentleman|guy|person|someone|somebody) (?:at the (?:counter|desk
    |door
    |till|gate)|on the (?:phone|line|hotline|helpline|chat)|in the (?:shop|store|lobby|queue|chat))
    |(?:paying|enterprise|trial|premium|long-?time|loyal|angry|unhappy|frustrated|happy) (?:users?|members?))
""")
WHO_WORD = re.compile(rf"\b{WHO}\b|\busers?\b")
"""Nothing is told of a customer without one of these: most messages have none, and are spared the long shapes."""
_SAYS = glued(r"""
    (?:says?|said|saying|(?:is|are|was|were) saying|complain(?:s|ed|ing)?|wrote|writes|told|tells|tweeted|texted|posted
    |mentioned|mentions|(?:is|are) in the (?:shop|store|lobby)|reached out|left (?:us )?an?
    |reports?|reported|asks?|asked
    |asking|wants?|wanted|demands?|demanded|claims?|claimed
    |is (?:asking|angry|upset|furious|unhappy|complaining|threatening|happy|thrilled|confused|stuck
    |frustrated|worried|leaving
    |cancel+ing|waiting|considering)
    |was (?:charged|told|promised|angry|upset|furious|unhappy|confused|frustrated|double|billed)
    |are (?:asking|angry|upset|complaining|seeing|reporting|leaving|unhappy|confused)
    |needs?|can'?t|cannot|couldn'?t|can not|hates?|hated|loves?|loved|didn'?t|doesn'?t|isn'?t|never|has been|have been
    |just (?:called|emailed|wrote|cancel+ed|churned)|got|received|called|emailed|threaten\w*|churn\w*
    |cancel+\w*|would like|feels?
    |thinks?|finds?|found|keeps?|still (?:can'?t|cannot|waits?|waiting|sees?|gets?|ha(?:s|ve) no|hasn'?t|haven'?t
    |complain\w*|is|are|angry|unhappy)
    |thanked|praised|rated|refus\w*|insist\w*|wonders?|wondered)
""")
_SOME = (
    r"(?:an?|the|one|this|that|two|three|several|some|many|another|more|multiple|few|(?:one |two |some "
    r"|many )?of our|those|these|angry|same)"
)
_NOTE = glued(r"""
    (?:call|email|e-mail|mail|letter|complaint|message|ticket|tweet|review|feedback|voicemail|request
    |question|note|dm|chat|visit
    |escalation|inquiry|enquiry)s?
""")

TOLD = (
    sign(
        3.2,
        "told",
        "tells what a customer said",
        rf"""
        \b(?:{_SOME}|our(?! (?:[a-z\-]+ ){{0,2}}[a-z]+s\b)) (?:[a-z\-]+ ){{0,3}}{WHO}\b
        (?: (?:from|at|in|of|on|with|named) (?:[\w.'&:]+ ?){{1,3}})?,?
        \ (?:also |just |who |again |really |now |already |today |yesterday |this morning ){{0,2}}{_SAYS}\b
    """,
    ),
    sign(
        2.6,
        "told",
        "tells what a customer said",
        rf"""
        (?:^|[.!?:;,-] ?|\bthat |\band |\bbecause |\bfyi )\s*(?:big |new |vip |angry |unhappy ){{0,2}}{WHO}
(?: (?:in|on|from|at) (?:the )?[\w:]+)?
        \ (?:also |just |again |now ){{0,2}}
        (?:says?|said|told (?:me|us)|complain\w*|wrote|tweeted|texted|claims?|claimed|reports?|reported|asks?|asked
        |asking|wants?
        |demands?
        |called|emailed
        |is (?:angry|upset|furious|unhappy|threatening|asking)|are (?:complaining|angry|asking|reporting)
        |threaten\w*|can'?t|cannot)\b
    """,
    ),
    sign(
        3.2,
        "told",
        "tells of a customer's call or mail",
        rf"""
        \b{_NOTE} (?:today |yesterday |just now |this morning |in |back ){{0,2}}(?:from|by|of)
        \ (?:an?|the|one|our|another|two|some|several) (?:of our )?(?:[a-z\-]+ ){{0,3}}{WHO}\b
    """,
    ),
    sign(
        2.6,
        "told",
        "tells of talking with a customer",
        rf"""
        \b(?:spoke|talked|spoken|chatted|chat|call|met|meeting|on the phone|heard back|heard) (?:with|to
        |from) (?:an?|the|one|our|another)
        \ (?:[a-z\-]+ ){{0,3}}{WHO}\b
    """,
    ),
    sign(
        2.4,
        "told",
        "quotes a customer",
        rf"\b{WHO}(?:'s)? (?:feedback|complaint|quote|words|review|email|message|request|question|said"
        rf"|says)?\s*:\s",
    ),
    sign(
        2.0,
        "told",
        "tells what a user said",
        r"""
        \b(?:an?|one|another|some|two|several|this) (?:[a-z\-]+ ){0,2}users? (?:just |also )?
        (?:wrote (?:in|us|to)|emailed|e-mailed|complain\w*|tweeted|called (?:in|us)|is (?:asking|angry|upset
        |furious|unhappy|threatening)
        |(?:told|tells) us|asked (?:us|for a refund|support)|reached out|contacted us|opened a ticket|left a review)\b
    """,
    ),
    sign(
        2.4,
        "told",
        "tells what customers say",
        rf"""
        \b{WHO}(?: (?:in|on|from|at) (?:the )?[\w-]+)? (?:are|keep|kept|have been|started) (?:now |all |also |still )?
        (?:reporting|complaining|asking (?:for|us|why|when|how|if|whether|about)|seeing (?:errors?|blank|wrong|old)
        |leaving us
        |cancel+ing)\b
        |\b(?:got|had|have|received|getting|more|several|first)(?: had| got| some| a few| more| two| three)? complaints?
        \ (?:from|by) (?:our |some |several |two |three )?{WHO}\b
    """,
    ),
)
WANTS_TO_BUY = sign(
    2.2,
    "purchase",
    "wants to buy or asks about a plan",
    r"""
    \b(?:(?:we|i)(?:'re| are|'m| am|'d be| would be) (?:very |really |also |mainly )?interested in (?:buying|purchasing
    |ordering|subscribing|your (?!opinions?\b|views?\b|thoughts?\b|feedback\b|take\b|input\b|ideas?\b|talk\b|team\b
    |project\b
    |notes?\b|perspective\b|position\b|help\b|experience\b|findings\b|results\b|approach\b|role\b))
    |how much (?:is|are|does|would) your (?:[a-z]+ ){0,3}(?:plan|licen[cs]e|subscription|product|service|package
    |cost)s?)\b
    """,
)
"""Who wants to buy from "you" is no teammate, whatever else they say."""
GENERAL = joined(rf"""
    \b(?:if|when|whenever|unless|should|so that|in case|before|until|how|whether|what if|where) (?:an?|the
    |our|any|some|one)? ?(?:[a-z\-]+ ){{0,2}}{WHO}\b
    |\b(?:e-?mail|mail|api|http|web|desktop|mobile|sync|ftp|ssh|vpn|chat|irc|database|db|rest|git|native|test
    |fake) clients?\b
    |\b(?:customers?|clients?|members?|guests?) (?:database|table|record|object|id|page|portal|list|class|model|import
    |export|segment|journey|persona)
""")
"""Talk about customers in general is nobody's voice."""
