"""Who is a client by their role, their seat or their firm, without a name that is known, and what only a client says.

Read with their capitals: "the headmaster of Oakfield" is no "headmaster of my school". `after` starts where they end.
"""

from __future__ import annotations

import re

from bot.understanding.patterns import glued, joined, regex

_PERSON = glued(r"""
    (?:guest|patient|lady|gentleman|woman|man|couple|family|families|boy|girl|kid|mother|father|mum|mom|dad|daughter
    |son
    |resident|tenant|passenger|diner|visitor|camper|skipper|crew|customer|client|caller|neighbou?r|people)
""")
_SEAT = r"(?:bed|table|suite|cabin|berth|pitch|plot|chalet|lodge|bungalow|villa|tent|flat|apartment|apt|stall|hut)"
_ANY_SEAT = rf"(?:{_SEAT}|room|site|unit|ward|bay|lane|slip|row|seat|line|house|number|booth)"
_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f]"
_NAME = rf"(?!(?:I|We|The|My|Our|Your|A|An)\b){_CAPITAL}[\w&.-]{{1,30}}"
NAMES = rf"{_NAME}(?:\ (?:&\ )?{_CAPITAL}[\w&-]{{1,30}}){{0,3}}"
_OF_THE_FIRM = glued(r"""
    (?:c[etfois]o|ciso|procurement|purchasing|it\ (?:lead|manager|department|team|people|head)|legal|counsel
    |dispatch(?:er)?s?|warehouse|planners?|controllers?|quartermaster|bursar|registrar|estates|curator
    |head\ of\ [a-z]{2,20}
    |(?:fleet|plant|facility|facilities|site|store|depot|production|quality|workshop|practice|shift|front\ office
    |purchasing|category)\ (?:manager|lead|team|people))
""")
_PUBLIC_HOUSE = glued(r"""
    (?:council|museum|school|hospital|clinic|library|university|college|theatre|theater|zoo|brewery|winery|bakery
    |hotel
    |fire\ brigade|parish|municipality|airport|harbou?r|ferry\ line|orchestra|academy|town\ hall|shipyard|cooperative
    |charity|care\ home|nursing\ home|pharmacy|dairy|mill)
""")
_OF_A_TRADE = glued(r"""
    (?:head\ ?(?:master|mistress|teacher)|principal|matron|bursar|warden|quartermaster|treasurer|curator|vicar|sexton
    |foreman|(?:(?:book|wine|flower|farm|toy|gift|pet|bike)?\ ?shop|hotel|restaurant|gym|spa|pub|club
    |campsite)\ manager
    |site\ manager|store\ manager|plant\ manager|fleet\ manager|dispatcher|planner|(?:truck|lorry|van|forklift
    |bus|coach|taxi|crane)\ driver|driver|skipper|captain|buyer|purchaser|owner|landlady|chef|head\ chef|baker|farmer
    |florist|pharmacist|nurse|head\ nurse|midwife|librarian|janitor|caretaker|secretary|chair(?:man|woman)?|conductor
    |(?:kindergarten|nursery|school|ward|workshop)\ (?:head|manager|lead))
""")
_NOT_INSIDE = glued(r"""
    (?!(?:Sales|Marketing|Engineering|Product|Finance|Legal|Support|Operations|Ops|HR|IT|QA|Design|Data|Security
    |Platform|Growth|Procurement|Logistics|People|Research|Compliance|Accounting|Payroll|Facilities
    |Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)
""")
_TITLED = glued(r"""
    (?:Herrn?|Frau|Madame|Mme|Mlle|Monsieur|Se\u00f1ora?|Signora?|Signor|Sr\.|Sra\.|Do\u00f1a|Don|Mevrouw|Meneer
    |Mrs\.?
    |Mr\.?|Ms\.?)
""")
TITLED = rf"(?:{_TITLED}\ {_NAME}|[A-Z][a-z]{{1,20}}-san)"
WHO = joined(
    rf"""
    (?P<seated>\b(?:[Tt]he|[Aa]n?|[Oo]ur)\ (?:[a-z-]{{2,20}}\ )?{_PERSON}s?
    \ (?:in|at|on|from|of)\ {_ANY_SEAT}\ \#?\d{{1,4}}[a-zA-Z]?\b
    |(?:^|(?<=[.!?:]\ ))(?i:{_SEAT}|room|suite)\ \#?\d{{1,4}}[a-zA-Z]?\b)
    |(?P<titled>\b{TITLED})
    |(?P<family>\b[Tt]he\ (?![A-Z][a-z]*(?:ians|icans|eans|ese|ish|mans|s[hw]edes|anes|inns|ops|evs)\b)
    [A-Z][a-z]{{3,20}}s(?=\ ))
    |(?P<firms>\b(?:{NAMES}|(?:[Tt]he|[Aa]n?)\ {_PUBLIC_HOUSE})'s\ {{1,2}}(?:new\ |own\ )?(?i:{_OF_THE_FIRM})\b)
    |(?P<trades>(?:\b(?:[Tt]he|[Aa]n?)\ |(?:^|(?<=[.!?:,]\ ))(?:[A-Z][a-z]{{2,12}}\ )?)
    (?i:(?:[a-z-]{{2,14}}\ )?{_OF_A_TRADE})\ (?:of|at|from|on|in)\ {_NOT_INSIDE}(?:St\.?\ )?{NAMES}(?:'s(?=\ ))?)
    |(?P<contact>\b(?:[Oo]ur|[Tt]he)\ (?:main\ |new\ |old\ )?(?:champion|power\ user)
    \ (?:at|from|over\ at)\ {_NOT_INSIDE}{NAMES})
    |(?P<anyone>\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome)\ of\ the\ (?:mums|moms|dads|mothers|fathers|brides|grooms
    |grandmothers|grandfathers|grandparents|newlyweds|families|couples)\b)
    """
)
"""Somebody outside: by their seat, a foreign title, their family, their firm, their trade, or as one of many."""
_THEN = r"(?:(?:just|also|again|now|still|really|only|ha[sd]|have|already|today|yesterday|this\ morning)\ ){0,2}"
SAID = joined(
    rf"""
    ^(?:,\ [^,;:.]{{2,40}},(?=\ )|[,:;.]\ (?:[Hh]e|[Ss]he|[Tt]hey)(?=[\ ']))?(?:\ |(?='s|'re)){_THEN}(?P<verb>says?
    |said|claim(?:s|ed)?|told\ (?:me|us)|tells\ (?:me|us)
    |complain(?:s|ed|ing)?|moan(?:s|ed)|grumbl(?:es|ed)|asks?(?:\ for)?|asked(?:\ for|\ me|\ us)?|wants?|wanted|needs?
    |needed|write?s|wrote(?:\ to)?(?:\ (?:me|us))?|e?-?mailed|texted|messaged|called|phoned|rang|reports?|reported
    |mention(?:s|ed)|insist(?:s|ed)|wonder(?:s|ed)|would\ (?:like|love)|demand(?:s|ed)|threaten(?:s|ed)|refus(?:es|ed)
    |can't|cannot|stopped\ by|came\ (?:by|in|back)|(?:was|is)\ (?:just\ )?(?:here|back|at\ the\ (?:desk|counter))
    |cancel+ed|(?:is|are|'s|'re)\ missing|(?:is|are|was|were|'s|'re)\ (?:\w+ly\ |so\ |very\ |really\ )?(?:angry
    |furious|fuming
    |livid|upset
    |unhappy|annoyed|worried|nervous|frustrated|disappointed|thrilled|delighted|impatient|confused))\b
    """
)
"""After them: they speak, ask or feel."""
SPEAKS = joined(
    r"""
    \b(?:sa(?:ys?|id)|claim(?:s|ed)?|t(?:old|ells)|complain\w*|moan\w*|grumbl\w+|asks?|asked|want(?:s|ed)?|need(?:s
    |ed)?
    |writes?|wrote|e?-?mailed|texted|messaged|called|phoned|rang|report(?:s|ed)|mention(?:s|ed)|insist\w*|wonder\w*
    |would
    |demand\w*|threaten\w*|refus\w+|cancel+ed|can't|cannot|stopped|came|here|back|at\ the|missing|angry|furious
    |fuming|livid|upset
    |unhappy|annoyed|worried|nervous|frustrated|disappointed|thrilled|delighted|impatient|confused)\b
    """
)
"""One of these stands in every text of which the long shapes are worth a look."""
DEMANDS = joined(
    r"""
    \b(?:refunds?|(?:deposit|money)\ back|reimburs\w+|compensation|demurrage|cancel\w*|renew\w*|replacements?|(?:or
    |otherwise)
    \ (?:they|he|she)\b|price\ (?:increase|rise|hike)|(?:our|the|his|her|their)\ (?:last\ )?(?:deliver(?:y|ies)
    |orders?)
    |wants?\ to\ (?:know|cancel|move|stay|return|exchange|change|speak|complain)|(?:is|are)\ missing|still\ waiting
    |waited
    |would\ (?:like|love)|'d\ (?:like|love|be\ a)|(?:be|as)\ a\ reference|(?:if|whether|why|when)\ (?:we|our|they\ can
    |(?:she|he)\ can
    |they\ could|they\ may|it's\ possible|(?:the|his|her|their)\ (?:[\w-]+\ ){1,3}?(?:can|could|will|is|are|has|have))
    |who\ pays|(?:asks?|asked)\ for\ an?\ (?:refund|replacement|discount|quote|offer|price\ list|call\ ?back|new\ one)
    |wants?\ an?\ (?:new|different|better)\ \w+|(?:needs?|wants?|missing)\ (?:\d+|two|three|four|five|six|ten|twelve
    |twenty|thirty|another|more)\b)\b
    """,
    re.IGNORECASE,
)
"""What a client wants of the house."""
BREAKS = joined(
    r"""
    \b(?:(?:arrived|came|delivered|shipped)\b[^.!?\n]{0,20}?\b(?:without|late|wet|broken|cold|short|empty|too\ \w+)
    |tore|torn|came\ (?:off|undone|loose)|snapped|ripped|cracked|rust(?:s|ed|y)|faded|shrank|swollen|stain(?:s|ed)?
    |crooked
    |f[ae]ll(?:s|en)?\ (?:out|off|apart|down)|too\ (?:short|long|small|big|large|tight|loud|late|salty|hot|cold
    |expensive))\b
    """
)
"""What went wrong with a thing that somebody made or sold."""
BARE_SEAT = regex(r"(?i)(?:the )?[a-z]+ #?\d+[a-z]?$")
NO_GUEST = regex(r"(?:needs?|claims?|claimed|is|are)\b|[a-z ]{1,60},")
"""After a seat alone: what is told of it is of no guest there."""
ONLY_SAYS = regex(r"^(?:says?|said|claims?)$")
OF_ALL = regex(r"\b(?:of|all) us\b")
MISSES = regex(r"^(?:is|are|'s|'re) missing$|^needs?$")
COUNTED = regex(r"^ (?:\d+|two|three|four|five|six|ten|twelve|twenty|more|another)\b")
"""Of what they lack."""
BOUGHT = joined(
    r"""
    \b(?:renewals?|renew|contract|licen[cs]es?|price|pricing|rollout|roll-out|migration|(?:his|her|their)\ (?:boss
    |board|team|management|cfo|ceo|users|staff|customers)|internally|competitors?|alternatives|exports?|downtime
    |switch\w*|invoices?)\b
    """,
    re.IGNORECASE,
)
"""What our champion at a client worries about."""
ASKS_OR_MOANS = regex(r"^(?:ask|complain|moan|rang|phoned|called|want|would|threat|claim|insist|cancel)")
FAMILY_MATTERS = joined(
    r"""
    \b(?:(?:if|whether)\ (?:they|we)\ (?:can|could|may|still|also|have)\b|their\ (?:[\w-]+\ )?(?:deposit|money|order
    |booking
    |table|room|bill|invoice|refund|dog|keys?|fitting|wedding|contract)|to\ cancel\ (?:the|their)\ (?!game|match
    |season|deal|show|tour|concert)|refund
    |we\ (?:delivered|sent
    |sold|built|fitted|installed|made|printed|repaired|fixed|promised|booked|shipped|laid|painted)\b)
    """
)
"""What a family asks of a house."""
CANCELS_STAY = joined(
    r"""
    ^cancel+ed\ (?:the|their)\ (?:[\w-]+\ )?(?:charter|cruise|booking|reservation|stay|order(?!\ of)|room|lessons?
    |course
    |fitting
    |subscription|contract|rental|appointment|viewing|catering)\b(?!\ with\b)[^!?\n]*\bthey\ (?:say|said|claim|told)\b
    """
)
"""What a family no longer wants, and why."""
NO_SAYING = joined(
    r"""
    ^[\s,:.;-]*(?:hi|hello|hey|thanks?|yes|no|ok(?:ay)?|error|booked|ready|(?:it's|it\ is|that's)\ (?:ready|fine
    |done|ok)
    |me\ to|to\ confirm|the\ (?:meeting|standup|retro|slot|invite|slides|agenda|projector))\b
    """,
    re.IGNORECASE,
)
"""After the verb: courtesies and the office."""
OFFICE = joined(
    r"""
    \b(?:stand-?ups?|sprints?|releases?|roadmap|coffee|(?:the|in\ our)\ (?:office|building)|new\ chair|desks?|slides
    |deck|invites?
    |holidays|for\ (?:lunch|dinner)|printer|retro|mocks?|ci|unit\ tests?|vpn|wi-?fi|laptops?|traffic|(?:stuck|late
    |sick)\ (?:on|at|in)\ (?:the|a|his|her)\ (?:train|bus|car|home)|revenue|staging|prod|deploy\w*|ministry|strike
    |slack|jira)\b
    """,
    re.IGNORECASE,
)
"""What colleagues, tables of a report and programs speak of."""
SELLERS = joined(
    r"""
    \b(?:Slack|AWS|Amazon|Google|Microsoft|Apple|Meta|Facebook|Twitter|Atlassian|Stripe|PayPal|Zoom|GitHub|GitLab
    |Datadog
    |Cloudflare|OpenAI|Anthropic|Salesforce|HubSpot|Zendesk|Oracle|SAP|Adobe|Figma|Notion|Okta|Twilio|Hetzner|OVH
    |DHL|DPD|UPS
    |FedEx|Fedex|Hermes|GLS|TNT|USPS|Hertz|Sixt|Avis|Uber|Lufthansa|Ryanair|Vodafone|Telekom|Netflix|Tesla|Nvidia
    |Intel
    |LinkedIn|YouTube|TikTok|Airbnb|Lidl|Aldi|IKEA|Ikea)\b
    """
)
"""Who sells to everybody, or is in the news, speaks as no client of the house."""
INSIDE = joined(
    r"""
    ^,?\ (?:(?:from|in|of)\ (?:the\ |our\ )?(?:hr|it|finance|legal|marketing|sales|support|payroll|engineering|design
    |facilities|accounting|procurement|product|logistics)\b|(?:joins|is\ our|will|teaches|and\ i)\b)
    """,
    re.IGNORECASE,
)
"""After a colleague."""
PRIVATE = joined(
    r"""
    \b(?:works\ council|union|to\ the\ office|strike|mum|mom|my\ (?:wife|husband|son|daughter|sister|brother|mother
    |father|partner|doctor|dentist|landlord|bank)
    |landlord|suppliers?|vendors?|caterers?|candidates?|recruit\w*|investors?|electrician|plumber|accountant|auditors?
    |tax|insur(?:er|ance)\ (?:broker|agent)|payroll|salary|the\ job|job\ (?:offer|ad)|remote\ work|colleagues?|retro
    |stand-?up|merge|pull\ request
    |freight\ forwarder|(?:our|the)\ (?:bank|agency|lawyers?|printers?|cleaners?|movers|team|hr)|our\ board|legal
    |hosting
    |(?:design|marketing|engineering|sales|finance|product|support|data|platform)\ team
    |from\ (?:sales|marketing|engineering|finance|legal|support|hr|product|design)
    |in\ (?:sales|marketing|engineering|finance|support|hr|product|design))\b
    """,
    re.IGNORECASE,
)
"""Colleagues, those who sell to the house, who want to work for it, and home."""
_TALK = glued(rf"""
    (?:(?i:\b(?:spoke|talked|chatted|chat|call|meeting|demo|lunch|coffee|breakfast|dinner|drinks|beers?|qbr|visit
    |catch-?up|debrief|off\ the\ phone|hung\ up|met|heard(?:\ back)?|word|heard\ today))
    \ (?:(?i:with|to|from|at|of)\ )?(?:the\ |our\ |an?\ )?(?=[\w-])
    |\b(?i:per|according\ to|as\ per|from)\ (?:{NAMES}|the\ {_PUBLIC_HOUSE})'s\ (?:last\ |latest\ )?(?:e?-?mail
    |message
    |letter|note|ticket|voicemail|call)\b)
""")
TALK = regex(_TALK)
"""A teammate tells with whom they talked: what follows in the same breath is theirs."""
_THEY = r"(?:they|he|she)"
DEAL = joined(
    rf"""
    \b(?:(?:or|otherwise|or\ else|else),?\ {_THEY}(?:'ll|\ will|'d|\ would)?\ (?:walk|churn|tender|pull\ out
    |send\ (?:it|them|everything)\ back|stop\ (?:paying|ordering)
    |cancel\ the\ (?:contract|subscription|order|account)|take\ (?:their|his|her)\ business)
    |(?:must(?:-have)?|deal-?breaker|show-?stopper|needed|required|no-go)\b[^.!?\n]{{0,40}}
    \bbefore\ {_THEY}(?:'ll|\ will|\ can)?\ (?:sign|renew|buy|commit|order)
    |{_THEY}\ (?:won't|will\ not|refuse[sd]?\ to|would\ not)\ (?:pay\ (?:our\ |(?:the\ )?(?:[a-z]+\ )?invoice|until
    |us)
    |sign\ (?:it\ )?(?:until|unless|without|before)|take\ delivery|reorder)
    |{_THEY}\ (?:stop(?:ped)?|froze|freeze|paused?)\ (?:all\ |the\ |their\ )?(?:orders?|payments?|rollout)
    \b[^.!?\n]{{0,60}}\b(?:until|because|unless|since))\b
    """,
    re.IGNORECASE,
)
"""What is only said of who buys from the house."""
AT_A_FAIR = joined(
    rf"""
    \btold\ (?:me|us)\ at\ (?:the|a|our)\ (?:trade\ )?(?:fair|expo|booth|stand|conference|trade\ show|exhibition|show)
    \ (?:that\ )?{_THEY}(?:'d|\ would)\ (?:love|like|want|need|buy|pay|prefer|switch|take)\b
    """,
    re.IGNORECASE,
)
"""Wishes that somebody told at a fair."""
MET_A_CLIENT = joined(
    rf"""
    \b(?i:qbr|ebr|business\ review|renewal\ call|discovery\ call|sales\ call|demo|exit\ interview|escalation\ call
    |onsite|steering\ committee)\ (?:with|at)\ {NAMES}[^"\n]{{0,30}}\W(?i:in\ )?(?i:their|her|his)\ (?:own\ |exact
    \ )?(?:words|verdict|feedback|quote)\s?:\s*["\u201c\u201e\w]
    """
)
"""A meeting with a client, and what they said there."""
OWN_PEOPLE = joined(
    r"""
    \bmy\ (?:[a-z]+-in-law|uncle|aunt|neighbou?r|cousin|niece|nephew|mum|mom|mother|dad|father|sister|brother
    |grandma|grandmother|grandpa|grandfather|wife|husband|friend|flatmate|gran|nan)\b[^.!?\n]{0,30}?
    \b(?:is\ (?:also\ )?(?:an?\ )?(?:[a-z]+\ )?(?:customer|client|member|subscriber|patient|tenant)s?
    \ (?:of\ ours|with\ us|here|too|of\ our)|(?:banks|is\ insured|flies|shops|rents|stays)\ with\ us)\b
    [^!?\n]{0,60}?\b(?:says?|said|complain\w*|told\ me|hates?|loves?|finds|can't|cannot|doesn't|asked|asks|wants)\b
    """,
    re.IGNORECASE,
)
"""Somebody of the writer's own people, who is a customer all the same."""
LETTER_FROM = joined(
    rf"""
    \b(?i:e?-?mail|mail|letter|postcard|message|note|voicemail|call|fax|brief|nachricht|anruf|courrier|carta|correo)
    (?:\ \([^()\n]{{2,20}}\))?\ (?:from|von|de|di|van|by)\ (?P<who>{TITLED}(?:,\ (?!translated|roughly|summary
    |in\ )[^,:.\n]{{2,30}})?)(?:,?\ \(?(?:translated
    |in\ (?:German|French|Spanish|Turkish|Polish|Italian|Dutch)|roughly|in\ short
    |summary)\)?){{0,2}}\s?:\s+(?P<says>\S.*)
    """
)
"""Words from somebody with a title, in a teammate's own tongue."""
PILOT = joined(
    rf"""
    (?:^|\n|[.!]\ )\W{{0,3}}(?i:pilot|beta|trial|poc|field|user|customer|client|onboarding)
    (?:\ (?:user|site|customer|phase))?\ feedback\ (?:\((?!(?i:team|internal|qa|sales|marketing|hr|draft|eng\w*)\b)
    [^()\n]{{2,40}}\)|(?:from|by|at)\ (?:the\ )?{_NOT_INSIDE}{NAMES})\s?:\s+(?P<says>\S.*)
    """
)
"""What those who try something out said of it."""
OF_A_COLLEAGUE = regex(r"(?i)\b(?:i|i'm|my|we|our)\b")
THEY_WISH = regex(r"(?i)\b(?:they|he|she)(?:'d| would) (?:like|love|prefer|want|pay)\b")
