"""The shapes by which a customer's voice is known. Another language is another file like this.

Technical chat complains too; what marks a customer is that someone has dealings with a company: an order, an account,
a bill, a staff that was called.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.patterns import glued, joined


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape that speaks for (or against) a customer's voice: its weight, and what to tell people."""

    weight: float
    kind: str
    words: str
    pattern: re.Pattern[str]


def _sign(weight: float, kind: str, words: str, pattern: str) -> Sign:
    return Sign(weight, kind, words, joined(pattern))


WHO = glued(r"""
    (?:customers?|clients?|subscribers?|guests?|buyers?|shoppers?|patients?|passengers?|tenants?
    |account holders?|cardholders?
    |merchants?|policyholders?|callers?|reviewers?|prospects?|readers?|residents?|donors?|tenants?
    |members?(?! of\b)|attendees?|(?:lady|man|woman|gentleman|guy|person|someone|somebody) (?:at the (?:counter|desk|door
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
    |thinks?|finds?|found|keeps?|still)
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
    _sign(
        3.2,
        "told",
        "tells what a customer said",
        rf"""
        \b(?:{_SOME}|our(?! (?:[a-z\-]+ ){{0,2}}[a-z]+s\b)) (?:[a-z\-]+ ){{0,3}}{WHO}\b
        (?: (?:from|at|in|of|on|with|named) (?:[\w.'&:]+ ?){{1,3}})?,?
        \ (?:also |just |who |again |really |now |already |today |yesterday |this morning ){{0,2}}{_SAYS}\b
    """,
    ),
    _sign(
        2.6,
        "told",
        "tells what a customer said",
        rf"""
        (?:^|[.!?:;,-] ?|\bthat |\band |\bbecause |\bfyi )\s*(?:big |new |vip |angry |unhappy ){{0,2}}{WHO}
(?: (?:in|on|from|at) (?:the )?[\w:]+)?
        \ (?:also |just |again |now ){{0,2}}
        (?:says?|said|complain\w*|wrote|tweeted|texted|claims?|claimed|reports?|reported|asks?|asked|asking|wants?|demands?
        |called|emailed
        |is (?:angry|upset|furious|unhappy|threatening|asking)|are (?:complaining|angry|asking|reporting)
        |threaten\w*|can'?t|cannot)\b
    """,
    ),
    _sign(
        3.2,
        "told",
        "tells of a customer's call or mail",
        rf"""
        \b{_NOTE} (?:today |yesterday |just now |this morning |in |back ){{0,2}}(?:from|by|of)
        \ (?:an?|the|one|our|another|two|some|several) (?:of our )?(?:[a-z\-]+ ){{0,3}}{WHO}\b
    """,
    ),
    _sign(
        2.6,
        "told",
        "tells of talking with a customer",
        rf"""
        \b(?:spoke|talked|spoken|chatted|chat|call|met|meeting|on the phone|heard back|heard) (?:with|to
        |from) (?:an?|the|one|our|another)
        \ (?:[a-z\-]+ ){{0,3}}{WHO}\b
    """,
    ),
    _sign(
        2.4,
        "told",
        "quotes a customer",
        rf"\b{WHO}(?:'s)? (?:feedback|complaint|quote|words|review|email|message|request|question|said"
        rf"|says)?\s*:\s",
    ),
    _sign(
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
)
WANTS_TO_BUY = _sign(
    2.2,
    "purchase",
    "wants to buy or asks about a plan",
    r"""
    \b(?:(?:we|i)(?:'re| are|'m| am|'d be| would be) (?:very |really |also |mainly )?interested in (?:buying|purchasing
    |ordering|subscribing|your (?!opinions?\b|views?\b|thoughts?\b|feedback\b|take\b|input\b|ideas?\b|talk\b|team\b|project\b
    |notes?\b|perspective\b|position\b|help\b|experience\b|findings\b|results\b|approach\b|role\b))
    |how much (?:is|are|does|would) your (?:[a-z]+ ){0,3}(?:plan|licen[cs]e|subscription|product|service|package|cost)s?)\b
    """,
)
"""Who wants to buy from "you" is no teammate, whatever else they say."""
GENERAL = joined(rf"""
    \b(?:if|when|whenever|unless|should|so that|in case|before|until|how|whether|what if|where) (?:an?|the
    |our|any|some|one)? ?(?:[a-z\-]+ ){{0,2}}{WHO}\b
    |\b(?:e-?mail|mail|api|http|web|desktop|mobile|sync|ftp|ssh|vpn|chat|irc|database|db|rest|git|native|test|fake) clients?\b
    |\b(?:customers?|clients?|members?|guests?) (?:database|table|record|object|id|page|portal|list|class|model|import|export|segment|journey|persona)
""")
"""Talk about customers in general is nobody's voice."""

FIRST_PERSON = (
    _sign(
        1.6,
        "dealings",
        "speaks of their own account, order or bill",
        r"""
        \bmy (?:[a-z\-]+ ){0,2}(?:account|order|orders|bill|billing|payment|payments|card|bank|refund|money
        |loan|loans|mortgage|credit|debt
        |subscription|plan|invoice|statement|package|parcel|delivery|reservation|booking|flight|claim|policy
        |insurance|deposit|balance|paycheck
        |purchase|application|contract|membership|ticket|complaint|case|identity|social security|score|report
        |student loans?
        |escrow|servicer|lender|transaction|transfer|warranty|pin|statements|request|emails|calls|wages|house
        |home|property|taxes|interest
        |payoff|luggage|bag|seat|room|appointment|phone service|internet service|prescription)\b
    """,
    ),
    _sign(
        1.2,
        "company",
        "speaks of a company's staff or service",
        r"""
        \b(?:customer (?:service|support|care)|(?:the|a|their|your) representatives?|representatives
        |this company|your company|the company|their company
        |your (?:team|staff|service|support|product|products|website|app|store|driver|drivers|employees?
        |business|bank|customers?|company|policy|people|agents?|airline|hotel)
        |support team|call cent(?:er|re)|supervisor|sales ?(?:man|person|rep)|the manager|a manager
        |their (?:website|records|mistake|fault|system|office|policy|representatives?|customers?|staff
        |service)|loan servicer
        |collection (?:agency|company)|debt collect(?:or|ors|ion)|collector|credit bureaus?|credit reporting
        |creditor|the bank|your bank|the airline)\b
    """,
    ),
    _sign(
        1.1,
        "money",
        "speaks of charges and refunds",
        r"""
        \b(?:refund(?:ed|s)?|charged|overcharged|charges|money back|billed|fees?|interest rate|late fee|paid
        |payments?|owed?|owes|past due
        |overdraft|deducted|withdrawn|withdrew|invoice[ds]?|reimburse\w*|foreclos\w*|collections?|fraudulent
        |fraud|scam(?:med)?
        |unauthori[sz]ed|identity theft|stolen|dispute[ds]?|inquir(?:y|ies)|charge-?off|deposit|debt)\b
    """,
    ),
    _sign(0.5, "money", "names an amount of money", r"[$£€] ?\d[\d,.]*|\b\d+ (?:dollars|euros|pounds|bucks)\b"),
    _sign(
        0.9,
        "dealings",
        "tells of calls and waiting",
        r"""
        \b(?:i|we)(?:'ve| have| had)? (?:also |then |just |even |never |recently |immediately |repeatedly |already )?
        (?:called|contacted|emailed|phoned|spoke|wrote|complained|requested|asked (?:for|them to)|received
        |applied|opened|ordered|purchased
        |bought|paid|paying|sent|disputed|filed|cancel+ed|returned|signed up|waited|been (?:waiting|trying
        |charged|told|a (?:loyal )?(?:customer|member)|calling
        |getting|receiving|with))\b
        |\b(?:i|we) (?:was|were) (?:told|charged|promised|informed|denied|never|given|offered|approved
        |advised|misled|harassed|on hold)\b
    """,
    ),
    _sign(
        0.9,
        "they",
        "tells what a company did",
        r"""
        \b(?:they|he|she|it|company|bank) (?:said|told me|refused?|refuses|claim(?:ed|s)?|keep|kept
        |continue[ds]?|never|won'?t|wo n't|would not
        |did (?:not|n't)|didn't|do not|have (?:not|n't)|sent me|charged|closed|cancel+ed|have been|has been
        |can not|will not
        |are (?:calling|trying|refusing|reporting|charging|threatening)|want me|call(?:ed)? me|calls|hung up
        |lied|promised)\b
        |\b(?:hung up on|called|told|sent|charged|billed|promised|ignored|transferred|lied to|helped|emailed
        |never called|never got back to) (?:me|us)\b
        |\bnever (?:arrived|came|received|showed up|responded|replied|answered|called|delivered)\b
        |\b(?:nobody|no one|noone) (?:answers|answered|helps|helped|cares|called|replied|responds)\b
    """,
    ),
    _sign(
        1.0,
        "demand",
        "complains or demands",
        r"""
        \b(?:i want (?:my|a refund|this|them|to (?:dispute|file|report|complain|cancel|close))|i demand
        |please (?:help|investigate|remove|resolve|cancel|refund|stop|fix this|correct|contact me)
        |unacceptable|ridiculous|worst|terrible
        |horrible|awful|disgust(?:ed|ing)|disappoint(?:ed|ing)|frustrat(?:ed|ing)|unprofessional|misleading
        |deceptive|harass(?:ed|ing|ment)?
        |complaint|complain(?:ed|ing)?|never again|avoid this|ripped off|rip-?off|bait and switch|violat(?:ed
        |ion|ions|ing|e)
        |illegal(?:ly)?|my rights|fed up|poor service|rude|appalling|pathetic|shame on you|took my money|stop calling)\b
    """,
    ),
    _sign(
        1.0,
        "praise",
        "praises or recommends",
        r"""
        \b(?:highly recommend|love (?:this|your|the new) (?:app|product|service|company|store|tool|update)
        |(?:great|amazing|excellent|fantastic|outstanding|best) (?:service|customer service|product|staff
        |experience|support)
        |(?:thank you|thanks|shout ?out|kudos) to (?:the|your) (?:team|staff|driver|crew|support)|five stars?
        |5 stars?|best (?:service|product|company|app|purchase)|loyal customer|will (?:definitely )?(?:order
        |buy|come back|be back|use you) again)\b
    """,
    ),
    _sign(
        1.8,
        "purchase",
        "wants to buy or asks about a plan",
        r"""
        \b(?:interested in (?:buying|purchasing|your)|how much (?:is|does|would|are) (?:your|the|it cost
        |a (?:plan|licen[cs]e|seat))
        |do you (?:offer|ship|sell|have (?:a|an|any) (?:plan|discount|trial|enterprise|student))|(?:we
        |i)(?:'d| would) like to (?:buy|order|purchase|upgrade|cancel|return
        |exchange|place an order|subscribe)|place an order|book a demo|enterprise plan|\d+ licen[sc]es
        |can i (?:still )?(?:return|exchange|get a refund|cancel)|where is my)\b
    """,
    ),
    _sign(
        0.9,
        "letter",
        "reads like a letter",
        r"""
        ^(?:dear |hello,? i (?:am|have|was)|to whom it may concern|good (?:day|morning|afternoon),? i)
        |\b(?:sincerely|kind regards|yours (?:truly|faithfully)|thank you for your (?:time|help|assistance|attention))\b
    """,
    ),
    _sign(
        1.7,
        "public",
        "speaks to a company in public",
        r"""
        (?:^|[\s"'(])\.?@(?!channel\b|here\b|someone\b|everyone\b)\w{3,}
        |\bdm(?:'d|ed)? (?:me|you|sent)\b|\bpls dm\b
        |#(?:fail|customerservice|neveragain|poorservice|badservice|worst\w*)\b
        """,
    ),
    _sign(
        1.2,
        "experience",
        "tells how it went with a shop or a service",
        r"""
        \b(?:(?:been |is |was |still |are )?delayed (?:\d|again|for|by|twice)|delayed \w+ hours|(?:lost
        |cancel+ed|delayed) my
        |(?:been )?on hold|wrong (?:order|item|size|colou?r|address)|out of stock
        |(?:won't|will not|refuse to) (?:take it back|refund|exchange|accept|honou?r)|(?:arrived|came
        |delivered) (?:broken|damaged|late|cold|empty)
        |sent me (?:a|an|the) (?:broken|wrong|empty|used|fake)|raised my (?:rate|price|bill)
        |supposed to (?:arrive|be here|ship|be delivered)
        |(?:been )?with (?:you|them|[a-z]+) for (?:\d+|ten|five|twenty|many) years|(?:switching|switch
        |moving) to (?:another|a different|someone else)
        |at (?:the|your) (?:[a-z]+ )?(?:store|gate|counter|branch|check-?in|checkout|restaurant)|(?:worst
        |best|great|bad|terrible|awful|amazing) (?:experience|purchase)
        |where is (?:it|my)|do you (?:ship|deliver)|how (?:do|can) i (?:cancel|return|get my|change|activate
        |track|reset|close)
        |(?:still |have )?(?:waiting|waited) (?:for|\d|an hour|over|since|two|three)|no (?:reply|response
        |answer|one answers)|thanks for (?:nothing|the (?:quick|great|fast|amazing))
        |shout ?out to|was (?:amazing|wonderful|so helpful|so rude|very rude|very helpful)|do better
        |never (?:order|buy|shop|fly|stay|eat)ing?)\b
        |\b(?:app|site|website|internet|service|wifi|network) (?:is|are|has been|keeps
        |was) (?:[a-z]+ )?(?:down|slow|out|broken|crashing|freezing)\b
        """,
    ),
)
SELF = re.compile(r"(?:^|\s)@\w{3,}|\b(?:i|my|me|we|our|us|i'm|i've|i'd)\b")
AGAINST = (
    _sign(
        -1.6,
        "team",
        "reads like talk among teammates",
        r"""
        \b(?:let'?s|our (?:customers?|clients?|team|sprint|roadmap|backlog|standup|release|codebase
        |dashboard)|standup|sprint|retro|roadmap|q[1-4]\b
        |okrs?|kpis?|backlog|all-?hands|offsite|onboarding (?:doc|session|flow)|the (?:deck|slides|agenda|doc
        |spec|folder)|lgtm|ptal|eod|eta|fyi|cc\b|prs?\b|jira|figma|1:1
        |one-on-one|hackathon|our q\d|staging|approved by finance|asking it|team training|the meeting|new starter)\b
    """,
    ),
    _sign(
        -1.5,
        "team",
        "asks teammates",
        r"^(?:does|can anyone|can someone|has anyone|is|should|anyone|who|what's"
        r"|where's)\b[^.!]{0,160}\?\s*$",
    ),
    _sign(
        -2.2,
        "technical",
        "technical chat",
        r"""
        \b(?:ubuntu|linux|debian|fedora|sudo|apt(?:-get)?|kernel|grub|gnome|kde|xorg|bash|terminal
        |partitions?|drivers?|distro|repos?(?:itory)?|compile\w*|gcc
        |python|java|nvidia|ati|xfce|unity|lubuntu|xubuntu|kubuntu|firefox|wine|config|command line|dpkg|ssh
        |vnc|irc|mount\w*|boot\w*
        |install\w*|reinstall\w*|filesystem|desktop|localhost|repl|regex|merge|rebase|commit|branch
        |stack trace|ci|pytest|docker|k8s
        |kubernetes|yaml|json|usb|iso|hdd|ram|cpu|gui|ppa|nick|the vpn|query)\b
    """,
    ),
)
