"""Who is a customer without a name in English, when nothing is told of one, and how people want to buy."""

from __future__ import annotations

from bot.understanding.english.voice_words import sign
from bot.understanding.patterns import glued, joined, regex

_WHO = glued(r"""
    (?:customers?|clients?|subscribers?|guests?|buyers?|shoppers?|patients?|passengers?|tenants?
    |account holders?|cardholders?|merchants?|policyholders?|callers?|reviewers?|prospects?|readers?|residents?
    |donors?
    |members?(?! of\b)|attendees?|parents?|journalists?|reporters?|shop\ owners?|visitors?|travell?ers?|sellers?
    |growers?|riders?|diners?|renters?|lodgers?|holidaymakers?|tourists?|commuters?|viewers?|backers?|beta\ testers?
    |early\ adopters?|resellers?|wholesalers?|franchisees?|stockists?|leaseholders?|dealers?(?!\ (?:told|offered))
    |players?|users?|(?:student|parent|tenant|patient)s?'?\ (?:union|association|council)(?:\ reps?)?|students?
    |farmers?|pensioners?|homeowners?|shopkeepers?|retailers?|landlords|(?<=\ba\ )landlord
    |walk-ins?|newlyweds|claimants?
    |(?<=\bone\ of\ the\ )(?:climbers|swimmers|skiers|surfers|campers|dancers|hikers|cyclists|bathers|anglers|golfers
    |divers|pupils|learners|gamers|boarders|skaters|brides|singers|collectors|gardeners)|(?:kiosk|salon|bakery
    |caf[e\u00e9]|gym|pub|restaurant|hotel|boat|car|van|dog|home
    |flat|bike|horse|farm|pharmacy|vineyard|truck|caravan|yacht|pool|stable|barber\ ?shop)\ owners?
    |(?:champion|sponsor|power\ user)s?(?=\ (?:at|over\ at)\ (?!chess|darts|tennis|golf|poker|cards|foosball|table
    |the\ (?:moment|meetup)))
    |regulars?(?=[,;:.]|\ (?:who|why|whether|if|what|how|at|in|on(?!-|\ our)|from|says?
    |said|tells|told|complain\w*|asked|wants)\b)
    |accounts?(?=\ (?:just\ |has\ |have\ |is\ |are\ )?(?:e-?mailed|mailed|called|wrote|told|rang|phoned|complain\w*
    |says?
    |said|asks|asked|wants|threaten\w*|leaving|upset|angry|furious|unhappy)\b)
    |(?:mrs|mr|ms)\b\.?\ [a-z][a-z'-]+|(?:lady|man|woman
    |gentleman|guy|person|someone|somebody|mum|mom|mother|dad|father|grandma|couple|family|kid|boy|girl|teenager)
    \ (?:at the (?:counter|desk|door|till|gate|booth|stand|fair|reception|checkout|box office
    |branch|entrance|barrier|front desk|register|kiosk|bar|help desk|info desk)|on the (?:phone|line
    |hotline|helpline|chat)|in the (?:shop|store|lobby|queue|chat|showroom|branch|waiting room))
    |(?:on|at|in)\ (?:the|our)\ (?:hotline|helpline|phones?|counter|till|checkout|booth|stand|support\ (?:line|chat))
    ,?\ (?:people|folks|everyone|everybody))
""")
WHO = regex(rf"\b{_WHO}(?![\w-])")
"""Nothing is told of a customer without one of these: most messages have none, and are spared the long shapes."""
DETERMINED = joined(r"""
    (?:(?P<some>\b(?:an?|the|one|this|that|these|those|two|three|four|several|some|many|another|more|multiple|few|same
    |our|my|all|every|each|any|most|no)\ (?:of\ )?(?:(?:our|the|these|those|my|their)\ )?)
    |(?:^|[.!?:;,(\n-]|\b(?:that|and|but|fyi|so))\s*)
    (?P<kind>(?:(?!(?:an?|the|this|that|our|my|who|which|what|whose|how|not|and|or|of|to|for|with|from|by|in|on|at
    |is|are|was|has|have|had|does|do|did|can|could|will|would|should|may|might|any|if|when
    |whether)\b)[a-z'-]+\ ){0,3})$
""")
"""Before the word for a customer: whether it is this one or any, and what kind; without an article it must begin."""
ANY = joined(r"\b(?:every|each|any|most|many|all|typical|good|great|average|ideal|real|true|potential|normal|new)\b")
"""Any customer: what they do is no news of one."""
PLURAL = regex(r"s$")
ANY_OF_US = regex(r"^(?:our )?$")
"""Before a plural, when it may be any of them."""
HEARSAY = joined(r"""
    \b(?:apparently|seemingly|seems?|looks\ like|turns\ out|word\ (?:from|is|on|has\ it)|i\ hear|i\ heard|hearing
    |heard|rumou?r)\b
""")
"""What is heard of any customers is news of some."""
STUDIED = joined(r"\b(?:study|studies|research|survey|a/b|ab\ test|statistics|book|paper|article|according)\b")
NOBODY = regex(r"^no ")
IS_ONE = regex(r"\b(?:is|am|are|was|were|been|being|i'm|he's|she's) (?:also |now )?an? (?:[a-z]+ )?$")
OF_ANOTHER = regex(r"^s? (?:of|at|with) (?!ours|us\b|mine|our\b)\w")
"""Round a customer of some other house."""
USUALLY = regex(r"\b(?:usually|normally|typically|generally|in general|as a rule|traditionally)\b")
"""Before any of them, of whom a habit is told."""
WHO_DOES = regex(r"^ who(?= )")
OF_SPECIFICATIONS = regex(r"^user$")
"""Who in the singular mostly lives in specifications."""
HABIT = joined(r"""
    ^\ (?:also\ |just\ |always\ |often\ |usually\ |never\ |only\ )*(?:says?|tells?|asks?|wants?|needs?|hates?|loves?
    |thinks?|finds?|complains?|keeps?\ (?!telling)|can't|cannot|can|don't|doesn't|do|does|would|gets?|sees?|has
    |have|insists?
    |demands?|expects?|wonders?|prefers?|likes?|claims?|calls?)\b
""")
"""What somebody does in general, or now: the present alone does not tell."""
NOW = joined(r"""
    \b(?:today|tonight|yesterday|now|since|again|still|just|currently|this\ (?:morning|afternoon|week|month)
    |last\ (?:night|week)|\d+\ (?:times|hours|minutes|days))\b
""")
"""What tells that it happens now."""
NO_CUSTOMER = joined(r"""
    \b(?:e-?mail|mail|api|https?|web|desktop|mobile|sync|ftp|ssh|vpn|chat|irc|database|db|rest|git|native|test|fake
    |demo|sample|dummy|example|mock|seed
    |thin|thick
    |grpc|mqtt|ldap|dns|dhcp|torrent|game|go|python|java|rust|legacy|podcast|wedding|party|dinner|house|board|team
    |staff|crew
    |family|band|cast|council|committee|union|jury|panel|faculty|super|admin|root|database|screen|feed|card|media
    |tape)\ $
""")
"""Before the word, when it names no customer."""
NO_PERSON = joined(r"""
    ^(?:\ (?:database|table|record|object|id|ids|page|portal|list|class|model|segment|journey|persona|side|library
    |libraries|code
    |secret|certificate|thread|service|success|care|speakers?|lecturers?|os|wifi|mode|network|experience|advisory
    |base|room|wing
    |of\ the\ month|in\ (?:the|this|an|our|my)\ (?:example|scenario|story|book|film|movie|joke|exercise|case\ study
    |video
    |show|test|spec|persona|play|novel)|support|ops|operations|team|services|relations|group|name|names|number
    |interviews?|research
    |stor(?:y|ies)|manual|guide|satisfaction|centricity)\b|-)
""")
"""After the word, when it is part of another name."""
MAY_BE_PROGRAM = joined(r"^(?:clients?|subscribers?|readers?|users?|members?|buyers?|guests?|callers?|tenants?)$")
"""Who may be a program."""
TECHNICAL = joined(r"""
    \b(?:servers?|broker|sockets?|tokens?|headers?|requests?|[45]\d\d|tls|ssl|https?(?:/\d)?|connections?
    |connect\w*|endpoint|locks?
    |threads?|events?|handlers?|writer|prox(?:y|ies)|session\ id|arm|x86|container|host\ ?name|dns|ports?|packets?
    |queue|topic
    |idempotent|cache\w*|partitions?|usb|payload|callbacks?|handshake|file\ handle|reconnect\w*|compile\w*|builds?
    |scripts?
    |docker|kernel|sdk|librar(?:y|ies)|mutex|poll|stack|trailing\ slash|regex|schema|mocks?|stub|pin|toast
    |archiv\w+|clusters?|migrat\w+|replicas?|econn\w+|enoent|etimedout|segfault\w*|stack\ ?trace|core\ dump
    |null\ ?pointer\w*)\b
""")
"""Where a client is more likely a program."""
SURELY_PERSON = joined(r"""
    ^\ of\ (?:ours|mine)\b|^\ (?:also\ |just\ |again\ |still\ |now\ |today\ |yesterday\ ){0,2}(?:complain\w*|told
    |tells|wrote|e-?mailed
    |phoned|rang|called
    |tweeted|texted|threaten\w*|claims?|claimed|ask(?:s|ed)\ (?:us|me|if|whether|why|when|how|about)|demand\w*
    |mentioned|thanked
    |says?\ (?:that|our|the|they|she|he|it|we|her|his|their|there)|said|reached\ out|(?:is|are|was
    |were)\ (?:\w+ly\ )?(?:angry|upset|furious
    |unhappy|complaining|asking|threatening|happy|thrilled|confused|frustrated|worried|leaving|considering)
    |left\ (?:us\ )?an?|loves?|loved|hates?|hated)\b
""")
"""What no program does."""
RELATIVE = regex(r" (?:who|that|is|are) [^,;]{0,80}")
"""What is said of any customer beside."""
AT_A_PLACE = joined(r"""
    ^\ (?!(?:at|on)\ (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|half|mon|tues|wednes
    |thurs|fri)
    |in\ (?:\d+\ (?:min|hour|day|week|month|year)|two|three|four|five|ten|half|an?\ (?:minute|hour|week)))
    (?:(?:from|at|in|of|on|with|named)\ (?:(?:the|our|a|this|that)\ )?[\w.'&:-]+
    |(?:above|over|below|beneath|under|behind|beside|opposite|across\ from|next\ to)\ (?:the|our)\ [\w'-]+|upstairs
    |downstairs|next\ door
    |opposite)
""")
ONE_MORE = regex(r"^ [\w.'&:-]+")
"""Between a customer and what they did: where they are."""
APPOSED = regex(r"^(?: of ours| of mine)?,(?= )")
"""After a customer who was named before: "the embassy, a client of ours, asks"."""
THEN_SAYS = joined(r"""
    ^(?:\ (?:just|right)\ now|\ again|\ today)?,(?=\ (?:says?|said|asks?|asked|wants?|claims?|claimed|complains?
    |complained|reports?)\b)
""")
"""What they said, behind a comma: "customer in the shop right now, says"."""
BETWEEN = regex(r"^(?:, (?!as |if |like |per |when |in )(?P<what>[^,.;:]{3,50}),| \((?P<beside>[^()]{3,50})\))(?= )")
NEW_HERE = regex(r"^(?:the|our|my) new ")
RUNS_OURS = regex(r"^who (?:runs?|heads?|leads?|manages?|cleans?|cooks?|drives?|teaches|works?|sits?|does) ")
NO_MATTER = joined(
    r"\b(?:sell|pitch|offer)(?:s|ing)?\ (?:it\ )?(?:to\ )?(?:us|me)\b|\b(?:internships?|podcasts?|episode|webinar)\b"
)
"""Said of who sells to the house, wants to work for it or speaks in public."""
"""What is said of them between their name and what they did."""
CAME_TO_ME = joined(r"""
    ^\ (?:just\ )?(?:came\ (?:up\ |over\ )?to\ (?:me|us)|stopped\ (?:me|us)|walked\ up\ to\ (?:me|us)
    |took\ me\ aside)\b
    [^,.;:]{0,40}[,;:]\ (?:and\ )?(?:he|she|they)\ (?:thinks?|says?|said|complain\w*|asked|asks|wants?|claims?
    |can't)\b
""")
TRADERS = joined(
    r"^(?:growers?|farmers?|dealers?|wholesalers?|retailers?|resellers?|stockists?|riders?|sellers?|merchants?)$"
)
"""Who buys from the house, or sells to it."""
PRESS = joined(r"^(?:journalists?|reporters?)$")
PRESS_MATTER = joined(r"""
    \b(?:interview\w*|article|story|portrait|statement|comment|podcast|photos?|ceo|founder|anniversary|deadline|lunch
    |embargo|press)\b
""")
"""What the press wants of a house, other than its wares."""
CALLS_OFF = joined(r"""
    ^\ (?:just\ |has\ |have\ )?(?:cancel+ed|moved|postponed)\ (?:(?:our|the|their|his|her|today's
    |tomorrow's)\ )?(?:\w+\ )?
    (?:interview|lunch|call|meeting|demo|coffee|dinner|breakfast|catch-?up|workshop|session|webinar|podcast
    |recording|talk
    |shoot|intro|kick-?off)s?\b(?![^.!?\n]*\b(?:because|angry|furious|upset|complain\w*|over\ (?:the|our)|unhappy)\b)
""")
"""They call off no more than an appointment."""
WHO_SAYS = joined(r"""
    ^\ who\ [\w' -]{2,50}?(?=\ (?:says?|said|writes?|wrote|complain(?:s|ed)|asks|asked|told|tells|reports|reported
    |called|wants)\b)
""")
"""What is said of a customer before what they say."""
HERE_IS_WHAT = regex(r"^\W*(?:(?:this is|here's|here is) )?(?:what|how) $")
SENT = joined(r"""
    ^\ (?:just\ )?(?:sent|wrote|told|texted|messaged|e-?mailed|mailed|said)(?:\ (?:to\ )?(?:me|us))?
    (?:\ (?:on|via|in|through|over|about|after)\ [\w' ]{2,30})?\s*:\s+(?P<says>\S.*)$
""")
AND = regex(r" (?:and|but)(?= )")
SUFFERS = joined(r"""
    ^\ (?:is|are)\ in\ the\ (?:shop|store|lobby)\ and\b
    |^\ (?:(?:is|are|was|were)\ (?:\w+ly\ )?)?(?:stranded|leaving\ us|leaving|cancel+ing|threatening|in\ tears)\b
    |^\ (?:just\ )?(?:cancel+ed|churned|slipped|fell|got\ hurt)\b
    |^\ (?:needs?)\ (?:help|an\ answer|a\ (?:refund|reply|call\ ?back|replacement)|(?:his|her|their)\ money)\b
    |^\ (?:feels?|felt)\ (?:\w+ly\ )?(?!(?:at\ home|welcome|good|safe|like\ the)\b)\w
    |^\ (?:was\ (?:\w+ly\ )?(?:told\ (?:by|she|he|to\ wait)|sent|given|left|treated)|(?:was
    |were)\ (?:hurt|injured|robbed|left))\b
    |^\ (?:hasn't|haven't|has\ not|have\ not)\ been\ able\b
    |^'s\ (?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner)\ (?:has\ )?(?:passed\ away|died
    |fell\ ill)\b[^.!?\n]{0,30}?,
    \ (?:and\ )?(?:she|he|they)(?:'d|\ would)\ like\b|^'s\ (?:husband|wife|mother|father|mum|mom|dad|son|daughter
    |partner)\ (?:has\ )?(?:passed
    \ away|died)\b[^.!?\n]{0,30}?,\ (?:and\ )?(?:she|he|they)\ (?:asks?|wants?)\b
    |^\ would\ like\ (?:his|her|their|some|a)\b
    |^\ ha(?:s|ve)\ been\ (?:waiting|charged|told|on\ hold|trying|without|locked|calling|promised|ignored)\b
""")
"""What nobody says of a name in the directory so often, and of a customer without one."""
HAD = regex(r"(?<!never )\b(?:had|got|there's|there is|there was)\s*$")
ANGRY = regex(r"\b(?:angry|upset|furious|unhappy|crying|shouting)\b")
"""An angry customer whom somebody had on the phone."""
QUOTED = joined(r"""
    ^(?:'s)?\ (?:feedback|complaint|quote|words|review|email|message|request|question|said|says|asks|writes
    |wrote)\s*:\s+(?![^?\n]{0,50}\b(?:do|did|are|have)\ they\b)(?!(?:see|collected|gathered|summari[sz]ed|attached
    |added|moved|shared|due|done|pending|in\ (?:the
    |our)|link|notes
    |https?:)(?![\w']))
    |^\s*:\s*["\u201c\u201e]
    |^\s*:\s+(?:[^.!?\n]{0,40}\ )?(?:i|my|your|you)\b
""")
"""After a customer whose own words follow."""
REHEARSED = joined(r"\b(?:script|role[- ]?play|mock|training)\b[^\n:]{0,40}:\s*\n")
"""What follows was said by nobody."""
TITLED = regex(r"^(?:mrs|mr|ms)\b")
_AT = (
    r"(?:on the (?:phone|line|hotline|helpline|chat)|at (?:the )?(?:counter|desk|door|till|gate|reception|booth|stand))"
)
ANNOUNCED = joined(rf"""
    ^(?:'s)?\ (?:{_AT}|in\ (?:the\ )?(?:shop|store|lobby|chat|branch|room\ \d+))
    (?:\ (?:just\ now|right\ now|now|again|today|this\ (?:morning|minute
    |second)))?\s*[:\u2013\u2014-]\s+(?P<says>\S.*)$
""")
"""After a customer who stands or waits somewhere: what follows is theirs."""
_SINCE = (
    r"(?:\ (?:after|from|on|about|since|at|of|during|regarding|re|for|this|last|today|yesterday|in)\b[^:.!?\n]{0,50})?"
)
RATED = joined(rf"""
    ^(?:'s)?\ (?:feedback|complaints?|comments?|verdict|words|reactions?|answers?){_SINCE}\s*:\s+(?P<says>\S.*)$
""")
"""After a customer whose verdict follows, in the words of a teammate."""
MET = joined(rf"""
    ^(?:'s)?\ (?:visit|call|interview|meeting|demo|workshop|session|debrief|training|onboarding|lunch|dinner)
    (?:\ (?:notes?|recap|summary))?(?:\ ?\#?\d+)?(?:\ (?:with|today
    |yesterday)\b[^:.!?\n]{{0,50}})?{_SINCE}\s*:\s+(?P<says>\S.*)$
""")
"""After a customer with whom somebody met: what they do and say there may follow."""
VERDICT = joined(r"""
    \b(?:too\ (?!late\ to)\w+|nobody|never|useless|slow\w*|clumsy|confus\w+|unclear|buggy|broken?|lost|crash\w*|fails?
    |failed
    |late|rude|cold|dirty|expensive|cheap|complicated|terrible|awful|horrible|bad|worse|worst|disappoint\w+|annoy\w+
    |frustrat\w+|angry|furious|upset|unhappy|vanish\w*|disappear\w*|missing|hard\ to|difficult|loves?|loved|great
    |excellent|fantastic|brilliant|amazing|friendly|helpful|hated?|hates|dislike\w*|boring|overwhelm\w*|off|still)\b
    |n't\b
""")
OF_US = joined(r"""
    ^\W*(?:who|when|how|where|why|what|(?:can|could|should|shall|will|would)\ (?:someone|anyone|somebody|you|we|i)
    |please
    |pls|let's|i'll|we'll|we\ should|i\ will|anyone|see|check|read|all\ (?:good|set|fine)|no\ news|done|resolved
    |sorted|draft
    |collect|link|notes|slides|agenda|template|tbd|todo|<|@|https?:)(?![\w'])
""")
"""After the colon: a teammate goes on about the work."""
WANTS_TO_BUY = sign(
    2.2,
    "purchase",
    "wants to buy or asks about a plan",
    r"""
    \b(?:(?:we|i)(?:'re| are|'m| am|'d be| would be) (?:very |really |also |mainly )?interested in (?:buying
    |purchasing
    |ordering|subscribing|your (?!opinions?\b|views?\b|thoughts?\b|feedback\b|take\b|input\b|ideas?\b|talk\b|team\b
    |project\b
    |notes?\b|perspective\b|position\b|help\b|experience\b|findings\b|results\b|approach\b|role\b))
    |how much (?:is|are|does|would) your (?:[a-z]+ ){0,3}(?:plan|licen[cs]e|subscription|product|service|package
    |cost)s?)\b
    """,
)
"""Who wants to buy from "you" is no teammate, whatever else they say."""
