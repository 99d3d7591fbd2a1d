"""How a teammate passes on what came by a channel: "voicemail: …", "caller on line 2, …", "an earful from …".

Read with their capitals. `who` is where the person is named, `says` what was passed on.
"""

from __future__ import annotations

import re

from bot.understanding.english.client_words import NAMES, TITLED
from bot.understanding.patterns import glued, joined, regex

_BEGINS = r"(?:^|\n|(?<=[.!?]\ ))\W{0,4}"
_CUSTOMERS = glued(r"""
    (?:customer|client|guest|patient|tenant|member|passenger|subscriber|parent|visitor|reader|buyer|user|walk-in
    |shopper)
""")
_WAY = glued(r"""
    (?:(?:(?:night|service|support|emergency|customer|web|contact|vet|booking|order|online|website)\ )?
    (?:hot-?line|help-?line|phone|post|mail|letter|fax|web|website|form|chat|counter|e-?mail|radio|app|desk|line)
    (?:\ form)?)
""")
_DIRECT = glued(r"""
    (?:(?:(?:night|service|support|emergency|customer|web|contact|vet|booking|order|online|website)\ )?(?:hot-?line
    |help-?line|phone|web|website|form|chat|app)(?:\ form)?)
""")
_CAME = glued(rf"""
    (?:(?:received|came|arrived|taken|reported)\ (?:just\ now\ |today\ |in\ )?(?:by|via|over|on|through)\ (?:the
    \ |our\ )?{_WAY})
""")
_BESIDE = glued(r"""
    (?:,?\ (?:today|yesterday|just\ now|this\ (?:morning|afternoon)|last\ night|again|at\ \d[\d:.]*(?:\ ?[ap]m)?
    |\d{1,2}[:.]\d\d(?:\ ?[ap]m)?))
""")
FROM_CUSTOMERS = joined(
    rf"""
    {_BEGINS}(?P<head>(?i:complaint,?\ (?:{_CAME}|(?:via|by|over|through)\ (?:the\ |our\ )?{_WAY})
    |(?:received|came\ in|taken|reported)\ (?:by|via|over|on|through)\ (?:the\ |our\ )?{_DIRECT}
    |walk-ins?(?:\ (?:customer|guest|client|patient|asks?))?
    |{_CUSTOMERS}\ (?:update|call|complaint|question|request|enquiry|inquiry|report|message
    |voicemail))(?i:{_BESIDE}){{0,2}})\s?:\s+(?P<says>\S.*)
    """
)
"""A label of a channel that only customers use, and what came by it."""
COMPLAINED = regex(r"(?i)complaint\b")
IN_A_FORM = joined(
    rf"""
    {_BEGINS}(?i:(?:contact|feedback|complaints?|enquiry|inquiry)\ form(?:{_BESIDE})?
    |(?:fwd?|forwarded)(?:\ mail|\ e-?mail)?:?\ from\ (?:an?|another|one\ of\ our)\ {_CUSTOMERS}s?)\s?:\s+(?P<says>\S.*)
    """
)
"""What somebody left in a form that only customers fill in, or wrote as one."""
OF_THEMSELVES = regex(r"\b(?:i|i'm|i've|my|me|nobody|never|your|you)\b")
SET_UPON_US = joined(
    r"""
    (?:\b(?:twitter|facebook|instagram|insta|tiktok|reddit|mumsnet|linkedin|social\ media
    |the\ (?:local\ )?(?:forums?|internet|comments)|(?:people|folks|customers|they|everyone)\ (?:on|over\ on)\ [a-z]+)
    (?:'s|\ is|\ are|'re)\ (?:all\ |really\ )?
    (?:having\ a\ go\ at|tearing\ into|ripping\ into|laying\ into|roasting|slating|slamming|piling\ on(?:\ to)?|mocking
    |laughing\ at|raging\ at|furious\ (?:with|at)|up\ in\ arms\ (?:about|over))\ (?:us\b|our\b)
    |\b(?:having\ a\ go\ at|tearing\ into|slating|roasting|slamming)\ us\ (?:on|over\ on|all\ over)
    \ (?:twitter|facebook|instagram|insta|tiktok|reddit|mumsnet|linkedin|social\ media|trustpilot
    |the\ (?:local\ )?forums?))
    """,
    re.IGNORECASE,
)
"""Many speak against us in public."""
_LINE = glued(r"""
    (?:voice-?mail|answer-?phone|answering\ machine|phone\ message|(?:[a-z]+\ )?line\ voice-?mail|missed\ call
    |(?:paper
    \ )?letter|postcard|fax|from\ (?:the\ )?(?:reception|front\ desk|desk|switchboard|counter|branch|shop|gate))
""")
BY_A_LINE = joined(
    rf"{_BEGINS}(?i:(?:[A-Z][a-z]+\ )?{_LINE}(?:{_BESIDE}){{0,2}})\s?(?::|,)\s+(?P<says>\S.*)",
)
"""A label of a channel that everybody uses: who speaks there has to be told."""
_GIVEN = "[A-Z\u00c0-\u00d6\u00d8-\u00de][\\w.'-]{1,20}"
_RELATIVE = glued(r"""
    (?:owner|mum|mom|mother|father|dad|wife|husband|daughter|son|sister|brother|parents|widow|widower|carer|family)
""")
_WHOSE = glued(rf"""
    (?:of\ (?:{NAMES}|the\ (?:birthday\ (?:kid|boy|girl|child)|bride|groom|deceased|couple|patient|pupil|guest|tenant
    |passenger|customer|child|dog|cat|horse)))
""")
_OUTSIDE = glued(r"""
    (?:lady|gentleman|woman|man|couple|family|mum|mother|mom|dad|father|pharmacist|baker|butcher|nurse|teacher|florist
    |farmer|hotelier|brewer|chef|vet|midwife|librarian|gardener|grocer|hairdresser|bride|groom|widow|widower|skipper
    |beekeeper|winemaker|caller|customer|client|guest|tenant|patient|passenger|subscriber|member|resident|visitor
    |buyer|parent|pensioner|student|reader)
""")
_PERSON = glued(r"""
    (?:lady|gentleman|woman|man|couple|family|bride|groom|widow|widower|caller|customer|client|guest|tenant|patient
    |passenger|subscriber|resident|buyer)
""")
_WORDS = r"(?:[a-z-]+\ ){0,2}?"
WITH_US = joined(
    rf"""
    \b(?:(?i:I|we)(?:'ve|\ have|\ had|\ just\ had|\ got)(?:\ got)?\ |(?:[Jj]ust\ |^)(?i:had|got
    |have)\ )(?P<who>(?i:the
    |an?)\ {_RELATIVE}\ {_WHOSE}|(?i:an?|another)\ {_WORDS}{_OUTSIDE}(?:\ (?:from|in|of)\ {NAMES})?
    |(?i:the|this)\ {_WORDS}{_PERSON}|(?P<contact>{_GIVEN}\ (?:from|at|of)\ {NAMES}))\ (?:on\ (?:the\ )?(?:phone
    |line)(?:\ \d)?|on\ (?:hold|chat|video)|in\ (?:the
    |our
    |my)\ (?:inbox|chat|queue|shop|lobby|store)|at\ the\ (?:desk|counter|door|till|gate))(?:\ (?:just\ now|now|again
    |today))?
    (?:\ \([^()]{{2,40}}\))?(?:,|\ who|:|\.|;|\ -)\ (?P<says>\S.*)
    """
)
"""Somebody on the phone, at the desk or in the inbox, and what they say."""
TOLD_BY = joined(
    rf"""
    \b(?i:got|was|were|been|being|am|are)?\ ?(?i:told|phoned|rung(?:\ up)?|approached|stopped|shouted\ at|warned
    |called|e?-?mailed|mailed)\ (?i:just\ now\ )?by\ (?P<who>(?i:the\ |an?\ |another\ |one\ of\ (?:our
    |the)\ |two\ of\ our\ )
    {_WORDS}(?:(?:[a-z]+\ of\ (?:one\ of\ our|an?)\ (?:clients?|customers?|tenants?|guests?|subscribers?|members
    |pupils?|passengers?|patients?
    |residents?|riders?|subscribers?|brides?))
    |{_OUTSIDE}s?\b)(?:\ {NAMES}|\ of\ ours)?)
    (?:\ (?:just\ now|today|again|this\ morning|yesterday|on\ the\ phone))?
    (?:\ that|,|:|\ -|\ \u2013)\ (?P<says>\S.*)
    """
)
"""A teammate was told by somebody outside."""
EARFUL = joined(
    r"""
    \b(?i:an\ earful|a\ mouthful|a\ dressing[ -]down|a\ telling[ -]off|an\ angry\ (?:call|mail|email|message|letter)|a
    \ furious\ (?:call|mail|email|message|letter)|grief|flak|stick)\ from\ (?P<who>(?:the|an?
    |one\ of\ our)\ [^,.:;\n]{3,50})
    (?:,|:|\ -|\ because|\ since|\ that|\ about\ how)\ (?P<says>\S.*)
    """
)
"""Somebody was angry with us, and says why."""
CALLED_FROM = joined(
    rf"""
    \b(?:[Tt]hey|[Ss]omeone|[Ss]omebody)\ (?:just\ )?(?:called|rang|phoned|e?-?mailed|wrote)(?:\ (?:again|back|us|in
    |today|just\ now)){{0,2}}\ from\ (?P<who>{NAMES})[.,:;]?\s+(?P<says>\S.*)
    """
)
"""A firm that called, and what it still waits for."""
WAITS_FOR = joined(
    r"""
    ^\W*(?:they\ say\ )?(?:still|again)\ (?:no|waiting\ for|without)
    \ (?:the\ |their\ |an?\ |our\ )?(?:\w+\ )?
    (?:invoices?|deliver(?:y|ies)|orders?|answers?|repl(?:y|ies)|refunds?|quotes?|shipment|pallets?|parcels?|parts?
    |access
    |login|confirmation|tickets?|water|heating|signal|internet|power)\b
    """
)
FOR_THEIR_WORK = joined(
    r"""
    \bour\ (?:building|site|premises|yard|warehouse|dock|cellar|purchase\ order|po|order|payment|loan|tender|signature
    |approval|sign-?off)\b
    """
)
"""What who works for us waits for."""
OF_THE_HOUSE = regex(r"(?<!from )\b(?:us|our)\b")
"""Behind what they wait for: it is ours, so they work for us."""
OF_MINE = regex(r"\b(?:of|for|with) my\b")
"""Somebody whom the writer knows from elsewhere."""
FEEDBACK_FROM = joined(
    rf"""
    {_BEGINS}(?i:feedback|complaints?|praise|compliments?|thanks|kind\ words|enquiry
    |inquiry)\ from\ (?P<who>the\ {NAMES}
    \ family|the\ {_GIVEN}s|{TITLED}|(?:an?|the)\ {_WORDS}{_OUTSIDE})(?:\ [^:,.\n]{{2,40}})?\s?:\s+(?P<says>\S.*)
    """
)
"""Feedback of a family or of somebody, behind a colon."""
GOT_FROM_FAMILY = joined(
    rf"""
    \b(?i:got|had|received|there's|here's)\ an?\ (?:[a-z]+\ )?(?i:message|mail|e-?mail|letter|call|note|voicemail)
    \ from\ (?P<who>the\ {_GIVEN}s)(?:,\ [^:.\n]{{2,60}})?:\ (?P<says>\S.*)
    """
)
"""A message of a family."""
READ_ON = joined(
    r"""
    \b(?:read|saw|seen|found|spotted)\ (?:a\ (?:post|thread|comment|video)\ )?on\ (?:mumsnet|reddit|facebook|twitter|x
    |tiktok|instagram|insta|bluesky|mastodon|youtube|tripadvisor|trustpilot|yelp|google|nextdoor
    |the\ (?:local\ )?forum)
    \ (?:that\ |how\ )?(?:an?|some|another|one)\ (?:\w+\ ){0,2}?(?:mum|mom|mother|father|dad|guy|woman|man|lady|user
    |customer|guest|parent|couple|family|blogger|traveller|patient|passenger)\ (?P<says>\S.*)
    """,
    re.IGNORECASE,
)
"""Read in public: what somebody says of us there."""
THEY_SAY = joined(
    r"""
    ^(?:(?:just|also|again|now|still|really)\ )?(?:found|calls?|says|said|claims|complains?|complained|thinks|hates
    |loves|got\ (?:sick|food|hurt|ill|charged|billed|stuck|burnt|bitten|robbed)|can't|rates|recommends|waited|asks)\b
    """
)
PERSON_FIRST = joined(
    rf"""
    ^(?P<who>(?:(?:[Tt]he|[Aa]n?|[Oo]ld|[Yy]oung|[Aa]nother)\ ){{0,2}}(?:{TITLED}|(?i:{_WORDS}{_OUTSIDE})\b)
    (?:\ (?:of|in|on|with|at|from)\ (?:the\ |a\ |an\ )?[\w-]+(?:\ [\w-]+){{0,2}}?)?)
    (?=,|\ (?:says?|said|asks?|wants?|can't|complains|whose|reports|has|had|is|still|needs)\b|'s\b)(?P<rest>.*)
    """
)
"""Words that begin with somebody outside."""
ASKS_US = joined(
    r"""
    ^\W*(?:(?:she|he|they)\ )?(?:(?:asks?|asking|wants\ to\ know)\ )?(?:if|whether|why|when|could|can|do|would|will
    |are
    |is
    |did)\ (?:we|our|you)\b[^?\n]{0,120}
    """
)
"""A question to the house."""
LACKS = joined(
    r"""
    \bno\ (?:\w+\ )?(?:water|heating|power|signal|internet|picture|sound|answer|reply|response|refund|delivery|invoice
    |light|gas|electricity|access|confirmation|receipt)\b|\bstill\ (?:no|waiting|hasn't|haven't|not)\b|\bbeeping\b
    |\b(?:smoke|burning)\ smell|\bsmells?\ of\b|\bhad\ no\ \w+|\bwent\ (?:out|dead|off)\b|\bhas\ an?\ (?:hole|crack
    |leak|flat)\b|\b(?:hair|glass|plastic|metal
    |stones?|insects?|worms?|mould)\ in\b|\bsomeone\ else's\b|\banother\ (?:family|customer|person|guest)'s\b|\bis
    \ (?:like\ ice|too\ \w+)\b|\b(?:he|she|they)(?:'s|'re|\ is|\ are)\ missing\b|\b(?:dropped|drops|cut\ out
    |cuts\ out|skipped|failed)\ (?:\w+\ )?(?:times|again|twice)\b
    """
)
"""What somebody lacks, or what should not be there."""
GRATEFUL = joined(
    r"""
    \b(?:they|she|he)\ (?:were|was|are|is|really\ )?\ ?(?:so\ |very\ |deeply\ |really\ )?(?:touched|moved|grateful
    |thankful|delighted|happy|impressed|thrilled|loved|adored|enjoyed|liked)\b
    """
)
OF_A_MEETING = regex(r"(?i)\w+ (?:update|call|report)\b")
"""A label that stands above what was done, more often than above what they said."""
OF_A_KIND = regex(rf"(?i){_CUSTOMERS}s?\b")
"""A label that names who came, not by which way: notes of the work have it, too."""
MISSES = joined(
    r"""
    ^\W*(?:he|she|they)(?:'s|'re|\ is|\ are)\ missing\ (?:\d+|two|three|four|five|six|ten|twelve|\w+ty|half|some|all
    |his|her|their)
    \ (?!(?:\w+\ )?(?:timesheets?|signatures?|invoices|cvs?|receipts|documents?|papers|details|forms?|approvals?)\b)
    |\b(?:wants?|asks?\ for)\ (?:a|his|her|their)\ (?:\w+\ )?(?:refund|money|deposit|replacement)\b
    |\bwants\ to\ cancel\b
    """
)
"""What a firm lacks that has it from us, and whoever sells to us does not."""
HIRING = joined(
    r"""
    \b(?:cvs?|jobs?|vacanc\w+|portfolio|internships?|interns|permit|visa|salary|thesis|dissertation
    |to\ (?:interview|film|study)|donations?|petition)\b
    """
)
"""What is asked of a house by who wants to work for it, or is to write of it."""
BRINGS = regex(r"^\W*(?:(?:has|have|had) )?(?:just )?(?:brought|delivered|dropped off) (?!back\b|our\b|it\b)")
"""Whoever brings something sells to us."""
MAY_BE_FOR_US = regex(r"(?i)(?:received|came|taken|reported)\b")
"""What came in may also be what the house had ordered."""
OF_THEM = joined(
    r"""
    \b(?:she|he|they)\b|\bwe\ (?:sold|fitted|installed|delivered|built|repaired|laid|rented)\b
    """
)
OF_THEIRS = joined(r"\b(?:she|he|they|her|his|their|him|them|(?:asks?|wants?|says?|complains?|needs?)(?=\ ))\b")
OF_THE_WRITER = joined(r"\b(?:i|i'm|i'll|i've|let's|we'll|me|my)\b|^we\b|^\W*(?:moved|postponed|cancel+ed)\b")
"""A teammate goes on about the work."""
FIRM_FIRST = joined(rf"^(?P<who>{NAMES})(?=\ (?:says?|said|reports?|complains?|claims?|asks?)\b)")
CAME_IN_ANGRY = joined(
    rf"""
    (?:{_BEGINS}|[:,]\ |\b(?:[Aa]n?|[Tt]he|[Aa]nother)\ )(?i:{_WORDS}{_OUTSIDE})\ (?:just\ )?(?:came
    |stormed)\ in(?:to\ the\ (?:shop
    |store|branch|office))?(?:,\ [\w\ ]{{3,20}}\ in\ hand|\ with\ (?:the|her|his|their|our|an?
    |this)\ [^.!?\n]{{3,60}}?),?\ (?:and\ )?(?:he|she|they)(?:'s|'re|\ is|\ are|\ was|\ were)\ (?:rather|very|quite
    |really
    |pretty|so|absolutely)?\ ?(?:cross|angry|upset|furious|fuming|livid|unhappy|annoyed|in\ tears)\b
    """
)
"""Somebody who came in, and is angry."""
FROM_SOMEBODY = (
    (
        ("phone", " line", "inbox", " hold", " chat", " video", " queue", "at the ", " shop", " lobby", " store"),
        WITH_US,
    ),
    ((" by ",), TOLD_BY),
    ((" earful ", " mouthful ", " angry ", " furious ", "grief ", "flak ", "stick ", "dressing", "telling"), EARFUL),
)
"""Shapes that name somebody, each with words of which one stands in every text that is worth a look."""
THEY = regex(r"^\W*(?:they|he|she) ")
OF_ONESELF = regex(r"^\W*(?:i|i'm|my)\b")
