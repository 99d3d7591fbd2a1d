"""The shapes by which a customer's voice is known. Another language is another file like this.

Technical chat complains too; what marks a customer is that someone has dealings with a company: an order, an account,
a bill, a staff that was called.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.patterns import joined, regex


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape that speaks for (or against) a customer's voice: its weight, and what to tell people."""

    weight: float
    kind: str
    words: str
    pattern: re.Pattern[str]


def sign(weight: float, kind: str, words: str, pattern: str) -> Sign:
    """A sign, its pattern written over several lines."""
    return Sign(weight, kind, words, joined(pattern))


FIRST_PERSON = (
    sign(
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
    sign(
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
    sign(
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
    sign(0.5, "money", "names an amount of money", r"[$£€] ?\d[\d,.]*|\b\d+ (?:dollars|euros|pounds|bucks)\b"),
    sign(
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
    sign(
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
    sign(
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
    sign(
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
    sign(
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
    sign(
        0.9,
        "letter",
        "reads like a letter",
        r"""
        ^(?:dear |hello,? i (?:am|have|was)|to whom it may concern|good (?:day|morning|afternoon),? i)
        |\b(?:sincerely|kind regards|yours (?:truly|faithfully)|thank you for your (?:time|help|assistance|attention))\b
    """,
    ),
    sign(
        1.7,
        "public",
        "speaks to a company in public",
        r"""
        (?:^|[\s"'(])\.?@(?!channel\b|here\b|someone\b|everyone\b)\w{3,}
        |\bdm(?:'d|ed)? (?:me|you|sent)\b|\bpls dm\b
        |#(?:fail|customerservice|neveragain|poorservice|badservice|worst\w*)\b
        """,
    ),
    sign(
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
NUMBERED = sign(
    0.0,
    "dealings",
    "tells a company the number of their order",
    r"""
    ^\W{0,3}@(?!(?:someone|channel|here|everyone)\b)\w{4,40}\b[^\n]{0,60}?\b(?:my|our) (?:order|booking|reservation
    |parcel|package|delivery|flight|policy|account|claim)(?: number| no\.?| nr\.?)? ?#?\d{3,}\b
    """,
)
"""Colleagues do not call each other by number; the model sees a number only."""
SELF = regex(r"(?:^|\s)@\w{3,}|\b(?:i|my|me|we|our|us|i'm|i've|i'd)\b")
AGAINST = (
    sign(
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
    sign(
        -1.5,
        "team",
        "asks teammates",
        r"^(?:does|can anyone|can someone|has anyone|is|should|anyone|who|what's"
        r"|where's)\b[^.!]{0,160}\?\s*$",
    ),
    sign(
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
