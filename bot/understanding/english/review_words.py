"""How English shares a review: its stars, its site, its fields before its words; and what only looks like that."""

from __future__ import annotations

import re

from bot.understanding.patterns import glued, joined, regex

MAY_OPEN = (
    *("review", "rating", "rated", "star", "nps", "csat", "ces ", "survey", "detractor", "promoter", "pros:", "pros :"),
    *(
        "from ",
        "on ",
        "via ",
        "off ",
        "mail",
        "mess",
        "lett",
        "inbox",
        "form:",
        "form ",
        "desk",
        "queue",
        "box",
        "chat:",
        "book:",
        "cards:",
        "tweet",
        "toot",
        "mastodon",
        "bluesky",
        "threads",
        "insta",
        "linkedin",
        "facebook",
        "reddit",
        "tiktok",
        "nextdoor",
    ),
    *("\u2605", "\u2606", "\u2b50", "\u2729", "\U0001f31f"),
)
"""What stands in every line that opens a review or a letter: other lines are spared the long shapes."""
ONLY_REVIEWS = glued(r"""
    (?:yelp|trust\ ?pilot|trip\ ?advisor|g2(?:\ crowd)?|capterra|trust\ ?radius|site\ ?jabber|feefo
    |holiday\ ?check|zomato|google\ reviews?|reviews\.io)
""")
_REVIEW_SITES = glued(r"""
    (?:google|yelp|trust\ ?pilot|trip\ ?advisor|g2(?:\ crowd)?|capterra|trust\ ?radius|get\ ?app|software\ advice
    |gartner|glassdoor|kununu|site\ ?jabber|feefo|holiday\ ?check|open\ ?table|zomato|booking\.com|hotels\.com
    |air\ ?bnb|bbb
    |trusted\ shops|product\ hunt|consumer\ ?affairs|(?:the\ )?(?:apple\ )?app\ store|(?:the\ )?(?:google\ )?play
    (?:\ store)?|google\ (?:maps|reviews?|business)|reviews\.io|health\ ?grades|zoc\ ?doc|doctolib|houzz|angi
    |(?:the\ )?fork|check\ ?a\ ?trade|expedia|deliveroo|uber\ ?eats|door\ ?dash|chrome\ web\ store)
""")
ANY_SITE = glued(rf"(?:{_REVIEW_SITES}|facebook|amazon|etsy|ebay|indeed|steam|shopify|foursquare|booking)")
_STAR = r"(?:[\u2605\u2606\u2b50\u2729\U0001f31f]\ufe0f?|:star2?:)"
_ROW = rf"(?:{_STAR}\ ?){{1,5}}"
_OF_FIVE = r"[0-5](?:[.,]\d)?\ ?(?:/\ ?5|(?:out\ )?of\ (?:5|five))(?:\ stars?)?"
_STARS = r"(?:[0-5](?:[.,]\d)?|zero|one|two|three|four|five)[ -]stars?"
RATING_WRITTEN = rf"(?:{_ROW}|{_OF_FIVE}|{_STARS})"
_DECORATION = r"^[\s*_~\u2022\"\u201c'-]{0,6}"
_LEAD = glued(r"""
    (?:(?:fyi|hey|hi|ouch|ugh|oof|wow|hmm|look(?:\ at\ this)?|see\ this|check\ this\ out|heads\ up|so|and|also|all|team
    |folks|just\ (?:in|got|saw|found|came\ in)|(?:we|i)(?:\ just)?\ (?:got|saw|found)|got|here's|here\ is|this\ is|saw
    |found|read|sharing|spotted|received|this|that|an?|the|our|one|from|today|todays|today's|yesterday's|new|another
    |this\ one\ is|this\ one's|one|fresh|latest|recent|first|long|short|verified)[ ,:!-]{1,3}){0,6}
""")
_VERDICT = glued(rf"""
    (?:(?:really|very|pretty|quite|rather)\ )?(?:bad|negative|mixed|nasty|harsh|brutal|awful|terrible|angry|scathing
    |{RATING_WRITTEN})
""")
_TAIL = rf"(?P<tail>(?:\d[.,]\d|(?<=\ )\w\.|[^:\n.!?\u2605\u2606\u2b50]){{0,60}}?)(?:[\s,(]*{RATING_WRITTEN}\)?)?"
_STOP = r"[\s*_]*(?::|\.(?=\s|$)|[\u2013\u2014]|\ -\ |$|(?<=[\u2605\u2606\u2b50\ufe0f]))[\s*_]*(?P<says>.*)$"

SITED = joined(
    rf"""
    {_DECORATION}{_LEAD}(?:(?:{_VERDICT}|good|great|nice)\ ){{0,2}}(?:{_REVIEW_SITES}(?:'s)?
    \ (?:(?:customer|user|guest|app)\ )?(?:review|rating)\b(?!s)
    |(?:customer\ |user\ |guest\ )?review\ (?:on|from|via|in|at|over\ on)\ {_REVIEW_SITES}\b
    |(?:pasted|copied)\ (?:from|off)\ {_REVIEW_SITES}\b|posted\ on\ {_REVIEW_SITES}\b)
    {_TAIL}{_STOP}
    """,
    re.IGNORECASE,
)
"""A line that opens with a review of a site."""
MAY_BE_SITED = joined(
    rf"""
    {_DECORATION}{_LEAD}(?:{ANY_SITE}(?:'s)?\ (?:(?:customer|user|guest|app)\ )?review\b(?!s)|review\ (?:on|from)
    \ {ANY_SITE}\b|(?:(?:taken|seen|found|spotted|left)\ )?(?:from|on|off|via)\ {ONLY_REVIEWS}\b)
    {_TAIL}{_STOP}
    """,
    re.IGNORECASE,
)
"""The same where the site has more to offer than reviews, or nobody calls it one."""
UNSITED = joined(rf"{_DECORATION}{_LEAD}{_VERDICT}[ ,]+(?:\w+\ )?review\b(?!s){_TAIL}{_STOP}", re.IGNORECASE)
"""The same where only the verdict is told: "another bad review:"."""
NEW = joined(
    rf"{_DECORATION}{_LEAD}"
    r"(?:(?:good|great|nice|positive|glowing|lovely|customer|product|app|guest|online|public)\ )?review\b(?!s)"
    rf"{_TAIL}{_STOP}",
    re.IGNORECASE,
)
"""The same where it may be a review of anything."""
ROW = joined(
    rf"{_DECORATION}(?P<row>(?:{_STAR}\ ?){{2,5}}(?!{_STAR}))[\s(]*(?:{_OF_FIVE}\)?)?[\s:,.\u2013\u2014-]*(?P<says>.*)$"
)
SITE_AND_STARS = joined(
    rf"""
    {_DECORATION}{_LEAD}(?:on\ |from\ )?{ANY_SITE}(?:\ (?:customer
    \ )?review)?[\s,(]{{1,3}}(?P<rating>{RATING_WRITTEN})\)?
    {_STOP}
    """,
    re.IGNORECASE,
)
"""A site, how many stars, and what was said."""
FEW_OF_THEM = joined(rf"^(?:[0-3](?:[.,]\d)?(?=\D|$)|zero|one|two|three|(?:{_STAR}\ ?){{1,3}}$)", re.IGNORECASE)
PROS_AND_CONS = joined(
    rf"""
    {_DECORATION}{_LEAD}(?:on\ |from\ |via\ )?{ANY_SITE}(?:\ review)?[^:\n]{{0,20}}:\s*
    (?P<says>pros\s?:.*\bcons\s?:.*)$
    """,
    re.IGNORECASE,
)
SCORED = joined(
    rf"""
    {_DECORATION}{_LEAD}(?:(?:nps|csat|ces|(?:exit\ )?survey|detractor|promoter)(?:'s)?\ (?:comment|response|answer
    |verbatim|reply))(?P<score>[\s,(]{{1,2}}(?:score|rating|rated|gave)?\s?\d{{1,2}}(?:\s?(?:/|of
    |out\ of)\s?\d\d?)?\)?)?
    [\s*_]*(?::|[\u2013\u2014]|\ -\ )[\s*_]*(?P<says>.*)$
    """,
    re.IGNORECASE,
)
"""What somebody wrote beside the mark they gave us."""
COPIED = regex("[\u2606\u2605\u2729]")
"""Stars that nobody types."""
SURELY_ROW = regex(rf"\W*(?:(?=[^\u2606]*\u2606)|(?:{_STAR} ?){{5}})")
"""Some of the stars are hollow, or there are five."""
FEW = regex(r"(?i)\W*[\w ]{0,20}?[^\w\d]*(?:[0-3]|zero|one|two|three)\b")
RATED = joined(
    rf"""
    {_DECORATION}(?:(?:overall|star|customer|guest|user)\ )?rating[*_]{{0,2}}\s?[:=]?[*_]{{0,2}}\s*
    {RATING_WRITTEN}[\s:,.;\u2013\u2014-]*(?P<says>.*)$
    """,
    re.IGNORECASE,
)
_SAYS = r"[\s*_]*(?::|[\u2013\u2014]|\ -\ )[\s*_]*(?P<says>.*)$"
FEW_STARS = joined(rf"{_DECORATION}(?:[0-3](?:[.,]\d)?|zero|one|two|three)[ -]stars?{_SAYS}", re.IGNORECASE)
STARRED = joined(rf"{_DECORATION}{_STARS}{_SAYS}", re.IGNORECASE)
ONE_STAR = joined(
    r"^(?P<says>\W{0,3}(?:[01]|zero|one|two|2)\ stars?(?:[.!]|\ (?:because|only|for|as|from|is|since|if|just)\b).*)$",
    re.IGNORECASE,
)
"""What opens with the verdict and goes on with its reasons."""
FIELD = joined(
    r"""
    ^[\s*_]{0,6}(?P<field>title|headline|rating|stars?|score|review(?:er)?|author|name|date|comments?|text|pros|cons
    |source|site|platform|product|version|country)(?:\ (?:text|title|date|body))?[*_]{0,2}\s?:[*_]{0,2}\s*(?P<says>.*)$
    """,
    re.IGNORECASE,
)
SAYING_FIELDS = frozenset({"title", "headline", "review", "comment", "comments", "text", "pros", "cons"})
RATING_FIELDS = frozenset({"rating", "star", "stars", "score"})
RATING = joined(rf"^\W{{0,3}}(?:{RATING_WRITTEN}|[0-5](?:[.,]\d)?\s*$)", re.IGNORECASE)

NO_REVIEW = joined(
    r"""
    \b(?:repl(?:y|ies)|respon[ds]\w*|requests?|process|links?|pages?|meetings?|calls?|guides?|polic(?:y|ies)|campaigns?
    |counts?|scores?|widget|badge|profile|listing|deck|draft|template|report|summary|dashboard|tool|app|api|bot
    |integration|with\ (?:the|our)|for\ (?:the|our)|is|are|was|were|has|have|had|will|should|needs?|goes|went|if|when
    |ads?|season|of\ the\ (?:day|week|month|quarter|year)|on\ (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b
    """,
    re.IGNORECASE,
)
"""Between the word and the colon: it is about reviews, and none follows."""
OF_THE_HOUSE = joined(
    r"""
    ^\W*(?:\d+\ of|(?:for|is|who|when|why)(?![\w'])|how\ (?:do|should|can|would)\ we|what\ (?:do|should|can)\ we
    |(?:can|could)
    \ (?:someone|anyone|you|we|i)\b|please|pls|let's|todo|tbd|i'll|i've\ (?:replied|answered|flagged)
    |done|flagged|replied|answered|removed|approved
    |rejected|pending|scheduled|moved|draft|thanks|thank\ you\ all
    |(?:in\ )?waiting\ (?:for|on)\ (?:approval|review|legal)|<[@!]|@(?:someone|here|channel)|https?://\S+$)
    |\b(?:candidates?|(?:strong|no)\ hire|hiring|interview\w*|resubmi\w*|guideline\ \d|binary|pull\ request|prs?
    |our\ (?:average|score|ratings?|profile|listing|response|reply|page|reviews?|ranking)|in\ the\ (?:doc|drive|deck
    |thread|sheet)
    |badge|our\ (?:best|worst|class|category|goal|target)|leader\ in|best\ (?:week|month|quarter|year)|so\ far
    |in\ review|we(?:'re|\ are)\ live|live\ now|roll-?out|(?:up|down)\ from
    |(?:risk|performance|impact|severity)\ rating|self[- ]review)\b
    """,
    re.IGNORECASE,
)
"""After the colon: a teammate goes on, or it was another kind of review."""
KUDOS = joined(
    r"""
    \b(?:team|everyone|everybody|guys|folks|all\ of\ you|(?:great|good|amazing|nice|awesome|fantastic)\ (?:job|work)
    |well\ done|kudos|congrat\w*|shout-?out|proud|launch\w*|quarter|birthday|welcome|goals?|star\ of|employee|of\ the
    \ (?:week|month|day)|release\w*|milestone)\b|<[@!]
    """,
    re.IGNORECASE,
)
"""Stars for a teammate."""
TEAMMATE_GOES_ON = joined(
    r"""
    (?:(?:^|\n)[^\w\n]{0,5}|(?<=[.!?])["\u201d]?\s{1,5})
    (?=(?:i'll|i\ will|i\ can|i'm\ going\ to|let\ me|we'll|we\ should|let's|(?:can|could)\ (?:some|any)one|anyone
    |who(?:'s|\ (?:can|wants|takes|will|is))|(?:should|shall)\ (?:i|we))\b(?![^.!?\n]{0,60}\byour?\b)
    [^.!?\n]{0,40}\b(?:answer|reply|respond|call|write|take|handle|look\ into|get\ back|react|reach\ out|flag|own
    |on\ it|draft|forward|talk\ to)|<[@!]|cc\b|thoughts\?)
    """,
    re.IGNORECASE,
)
"""Where the review ends and who shared it speaks again."""
NO_LETTER = joined(
    r"""
    ^\W*(?:who|when|why|how\ (?:do|should|can|would)\ we|(?:can|could|should)\ (?:someone|anyone|we|i)\b|let's|todo|i'll
    |i've|done|answered|draft|<[@!]|@(?:someone|here|channel)|\S+$)
    """,
    re.IGNORECASE,
)
OF_ONE = regex(r"(?i)\b(?:i|i'm|i've|my|me|you|your|you're)\b")
TO_US = regex(r"(?is)(?=.*\b(?:i|my|me|i'm|i've)\b).*\byour?s?\b")
"""One who speaks of themselves and to us."""
OF_CUSTOMERS = glued(r"(?:customer|client|guest|patient|tenant|subscriber|shopper|buyer|passenger|user)")
_LETTER = r"(?:e-?mail|mail|message|letter|complaint|enquiry|inquiry)"
ARRIVED_IN = joined(
    rf"""
    {_DECORATION}{_LEAD}(?:(?:just|got|received|came|arrived|landed|found|this|it|that|in|sent|popped|up)\ ){{0,4}}
    (?:in|into|via|through|from|by)\ (?:the|our)\ (?:(?!team\b)[\w-]+\ ){{0,2}}?(?:inbox|mailbox|(?:contact\ |web\ ?
    |feedback\ )form
    |help\ ?desk|(?:support|ticket)\ queue|(?:suggestion|comment|feedback|complaints?)\ box|comment\ cards?|guest\ ?book
    |visitors'?\ book|live\ chat|chat\ widget)
    (?:\ (?:today|yesterday|just\ now|this\ morning|last\ night))?\s*[:\u2013\u2014][\s*_]*(?P<says>.*)$
    """,
    re.IGNORECASE,
)
"""A line that says where words arrived that customers write to."""
BOX = regex(r"(?i)\b(?:suggestion|comment|feedback|complaints?) (?:box|cards?)|guest ?book|visitors'? book")
WISHES = regex(r"(?i)\b(?:pls|plz|please|more|less|bring back|why|wish|too|could you|can you|never|no)\b|\w\w!\s*$")
OF_THE_STAFF = joined(
    r"""
    \b(?:office|ping[ -]?pong|home\ office|desks?|staff|employees?|colleagues?|team|meetings?|salar(?:y|ies)
    |vacation\ days
    |coffee\ machine|bike\ (?:rack|leasing)|friday|stand-?ups?|intranet|slack|laptops?|monitors?|break\ room|overtime
    |shifts?|second\ floor)\b
    """,
    re.IGNORECASE,
)
"""What colleagues wish for."""
POSTED = joined(
    r"""
    ^\W{0,4}(?:(?:another|new|a|nice|from|on|via)\ ){0,2}(?:tweet|toot|skeet|mastodon|bluesky|threads|twitter|reddit
    |nextdoor
    |tiktok|insta(?:gram)?|facebook|linkedin)(?:\ (?:post|comment|reply|dm|mention|story))?
    (?:\ (?:from|by)\ @?[\w.-]{2,40})?\s?:\s+(?P<says>\S.*)$
    """,
    re.IGNORECASE,
)
"""A post behind the name of its network."""
OURS_POSTED = joined(
    r"""
    \b(?:drafts?|scheduled|live|link\ in|join\ us|we're|we\ are|our|read\ more|comment|like\ and|retweet|hiring
    |thoughts|please
    \ (?:like|share)|sign\ up|verified|account|campaign|published|met|meet|conference|friends?|panel|talk|lunch)\b|https?://
    """,
    re.IGNORECASE,
)
REACTS = regex(
    r"(?i)\b(?:lov(?:e|es|ing)|hat(?:e|es|ing)|can't stop|won't stop|thank|obsessed|never|worst|best|the new|whoever"
    r"|again|your|finally|still)\b"
)
AT_A_BRAND = regex(r"(?i)(?:^|[\s(])@(?!(?:someone|here|channel|everyone)\b)\w{3,40}")
CALL_ME = regex(r"(?i)\bplease\b[^.!?\n]{0,40}\b(?:me|my|us)\b")
GREETING = regex(
    r"(?i)^\W*(?:hello|hi|hey|dear|good (?:morning|day|afternoon|evening)|greetings)\b(?! (?:all|team|everyone)\b)"
)
LETTER_BELOW = joined(
    rf"""
    {_DECORATION}{_LEAD}(?:(?:original|full|whole|forwarded|angry|customer's)\ ){{0,2}}
    (?:{OF_CUSTOMERS}(?:'s)?\ {_LETTER}|{_LETTER}\ (?:(?:we|i)\ (?:just\ )?got\ )?from
    \ (?:an?|the|our|one\ of\ our|this)\ (?:\w+\ )?{OF_CUSTOMERS}s?(?:\ [^:\n.!?]{{1,30}})?)
    (?:\ (?:is\ |attached\ )?(?:below|follows|follows\ below|pasted\ below))?[\s*_]*(?:[:.\u2013\u2014]|$)
    [\s*_]*(?P<says>.*)$
    """,
    re.IGNORECASE,
)
"""A line that says that a customer's letter follows."""
