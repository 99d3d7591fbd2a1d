"""People and places outside who are a customer only by what they say: "the school in Utrecht", "a lady"."""

from __future__ import annotations

from bot.understanding.patterns import glued, joined, regex

_ANYONE = glued(r"""
    (?:lady|ladies|gentleman|gentlemen|woman|man|guy|mum|mom|mother|dad|father|grandmother|grandma|grandfather|grandpa
    |couple|family|families|girl|boy|teenager|bride)
""")
_OF_A_TRADE = glued(r"""
    (?:teachers?|headteachers?|professors?|nurses?|midwi(?:fe|ves)|carers?|pharmacists?|bakers?|butchers?|chefs?
    |florists?|grocers?|hairdressers?|gardeners?|mechanics?|winemakers?|brewers?|beekeepers?|fishermen|fisherman
    |librarians?|vets?|hoteliers?|innkeepers?|publicans?|truckers?|skippers?|coach(?:es)?)
""")
_PLACE = glued(r"""
    (?:hospitals?|clinics?|schools?|universit(?:y|ies)|colleges?|kindergartens?|nurser(?:y|ies)|city\ councils?
    |town\ councils?|municipalit(?:y|ies)|town\ halls?|embass(?:y|ies)|librar(?:y|ies)|museums?|hotels?|hostels?|inns?
    |restaurants?|baker(?:y|ies)|caf[e\u00e9]s?|brewer(?:y|ies)|winer(?:y|ies)|vineyards?|pharmac(?:y|ies)|practices?
    |(?:care|nursing)\ homes?|parish(?:es)?|charit(?:y|ies)|clubs?|gyms?|theat(?:re|er)s?|cinemas?|farms?|dair(?:y|ies)
    |factor(?:y|ies)|plants?|mills?|shipyards?|airports?|garages?|dealerships?|workshops?|studios?|salons?|bookshops?
    |(?:fire\ )?brigades?|depots?|cooperatives?|institutes?|orchestras?|zoos?|hotel\ chains?|law\ firms?|retail\ chains?
    |resellers?|wholesalers?|franchisees?|stockists?|warehouses?)
""")
WHO = joined(
    rf"""
    \b(?:(?P<online>(?:someone|somebody|people|folks|(?:an?|some|one|another|this)\ (?:[\w-]+\ )?(?:guy|woman|man|user
    |person
    |redditor|blogger|youtuber|journalist|influencer|streamer|mum|mom))
    \ (?:(?:over\ )?on\ (?:mastodon|twitter|x|reddit|facebook|linkedin|instagram|insta|tiktok|youtube|bluesky|threads
    |discord|hacker\ news|hn|quora|the\ (?:radio|forum|internet)|a\ (?:podcast|forum))|in\ (?:a|the)\ forum))
    |(?P<which>an?|another|one\ of\ our|two|three|four|several|some|the)\ (?:(?!(?:my|your|his|her|their)\b)
    [a-z'-]+\ ){{0,2}}?(?:(?P<anyone>{_ANYONE})|(?P<trade>{_OF_A_TRADE})|{_PLACE}))\b(?!['-])
    """
)
FOR_HIRE = joined(
    r"""
    \b(?:hotels?|hostels?|inns?|restaurants?|caf[e\u00e9]s?|garages?|airports?|workshops?|studios?|law\ firms?|gyms?
    |clubs?
    |theat(?:re|er)s?|cinemas?|depots?|warehouses?|factor(?:y|ies)|plants?|mills?|wholesalers?|salons?)$
    """
)
"""Those from whom the house buys as often as it sells to them: what does not work there may be no matter of ours."""
REPORTS = regex(r"^(?:report|complain|grumbl|moan)")
ONE_OF_MANY = regex(r"^(?!the$)")
"""One who is not the only one of their kind for whoever speaks: not "the school"."""
WHERE = joined(
    r"""
    ^\ (?:in|of|from|at|near|outside|over\ in)\ (?!(?:the\ )?(?:my|your|his|her|this|that|question|charge|our|general
    |news|morning|afternoon|evening|end|bus|street|corner|road|meantime)\b)(?:the\ )?[\w'-]+
    """
)
ONE_MORE = regex(r"^ [\w'-]+")
_THEN = r"(?:(?:just|also|again|now|still|really|even|has|have|had|yesterday|today|this\ morning)\ ){0,2}"
SAID = joined(
    rf"""
    ^(?:,\ [^,;:.]{{2,40}},)?\ {_THEN}(?P<verb>says?|said|thinks?|loves?|hates?|calls|recommends?|posted|tweeted
    |saying|report(?:s|ed)|complain(?:s|ed)|grumbled|moaned|wrote
    |writes|called|phoned|rang|e-?mailed|mailed|texted|claims|claimed|mention(?:s|ed)|notes|noted|wonders|wondered|asks
    |asked|(?:told|tells)\ (?:me|us)|came\ (?:in|by|back)|stopped\ by|wants|wanted|noticed|is\ (?:\w+\ )?(?:upset|angry
    |furious|unhappy|annoyed)|can't|cannot|can\ no\ longer)\b
    """
)
"""After it: they speak, in the words of which what follows has to concern us."""
THANKS = joined(
    rf"""
    ^\ {_THEN}(?:thanks|thanked|praises|praised|sends?\ (?:us\ )?(?:(?:their|her|his|big|many|warm|lots\ of)\ )?
    (?:praise|thanks|compliments|kudos|love)|sent\ (?:us\ )?(?:a\ thank[ -]you|praise|thanks|compliments|flowers|cake
    |chocolates?))
    \ (?:to\ |for\ )?(?!(?:all|its|their|everybody|everyone|parents|voters|donors|sponsors|me|you|him|her|god)\b)[a-z]+
    """
)
"""After it: praise of somebody of ours."""
WROTE_BEFORE = joined(
    r"""
    (?:^|[.!?:;(]\ ?|\b(?:got|received|new|another|urgent|angry|first|second|long|just\ in)\ )(?:an?\ |this\ |the\ )?
    (?:e-?mail|mail|call|voicemail|letter|message|text|note|fax|complaint|feedback|question|request|ticket|report|dm)s?
    \ (?:(?:just|came)\ )?from\ $
    """
)
COLON = regex(r"^(?: (?:just now|today|yesterday|this morning|again))?\s?:\s+(?P<says>\S.*)$")
US = joined(
    r"""
    \b(?:us(?!\ all\b)|we(?!\ (?:all|should\ all)\b)|we've|we're|we'd|our\ (?!street|road|house|building|flat
    |neighbou?rs?|team|office|kids?|children|sons?
    |daughters?|landlord|country|planet|city|town|boss|school|class|rent|car|bookings?|reservations?|flights?|tables?|rooms?|stay|tickets?|appointment|bill|deposit|event
    |party|group|dinner|check-?in|visit|seats?))\b
    """
)
"""What is said concerns the house."""
TROUBLE = joined(
    r"""
    n't\b|\b(?:cannot|never|no\ longer|fail(?:s|ed|ing)?|broken?|breaks|stuck|crash(?:es|ed)|freez\w+|frozen|leak\w*
    |wobbl\w+|wrong|missing|empty|damaged|damp|soaked|stopped|stops|dies|died|dead|goes\ off|went\ off|falls?\ (?:off
    |apart)
    |fell\ (?:off|apart)|twice|double|slow|squeak\w*|overheat\w*|delet\w+|vanish\w*|disappear\w*|reject\w*|refus\w+
    |clog\w*|jam(?:s|med)|peels?|sticks|jams?|sags|spark(?:s|ed)|smell\w*|errors?|down|unreadable|unclear|confus\w+
    |half\ (?:my|of|the))\b
    """
)
"""What does not work."""
NOT_OURS = joined(
    r"""
    \b(?:my|his|her)\ (?:(?:own|eldest|youngest|little|old)\ )?(?:sons?|daughters?|kids?|child|children|wife|husband
    |mum|mom|mother|dad|father|brother|sister|partner|leg|arm|results?|appointment|book|membership|card|car|bike|cat
    |dog|flat|house|key|tooth|teeth)\b
    |\b(?:news|police|election|government|minister|parliament|court|strike|according\ to|per\ cent|percent|cases
    |arrested
    |infections|permits?|tax(?:es)?|fines?|roads?|streets?|rent|licen[cs]e\ fee|inspection|job\ ad|vacanc(?:y|ies)
    |invit\w+|(?:refund|charge|bill|invoice|quote|owe|overcharge|overbill)(?:s|d|ed)?\ us|offers?\ us|interview
    |candidates?|application|internship|pick\ (?:him|her|them)\ up|fever|sick
    |surgery)\b|\d\ ?%
    """
)
"""Home, news and authorities."""
OF_SUPPLIERS = joined(
    r"""
    \bfrom\ (?:the\ |a\ |an\ |our\ )?(?:[\w-]+\ )?(?:compan(?:y|ies)|bank|agency|office|insurance|council|police|press
    |ministry|provider|landlord|union|courier|dhl|ups|fedex|post|news|radio|tv)\b
    """
)
