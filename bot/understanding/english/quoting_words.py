"""How English marks what somebody else wrote or said: words after a colon, and what stands before a quotation."""

from __future__ import annotations

import re

from bot.understanding.english.review_words import ANY_SITE, ONLY_REVIEWS
from bot.understanding.english.review_words import RATING_WRITTEN as RATING
from bot.understanding.patterns import glued, joined, regex

RELAYED = joined(
    r"""
    (?:\b(?!(?:i|we|you|just|also|then|have|had|has|not|ve|never|already)\b)\w[\w.'\u2019-]{0,40}
    \ (?:just\ |also\ |then\ |now\ ){0,2}(?:says?|said|wrote|writes|repl(?:ied|ies)|answer(?:ed|s)|ask(?:ed|s)
    |e-?mail(?:ed|s)|texted|tweeted|posted|commented)(?:\ (?:back|me|us))?\ ?:
    |^\W{0,9}(?:(?:the|a|our|this)\ )?(?:customers?|clients?|guests?|patients?|tenants?|callers?|users?
    |reviewers?)\ ?:
    (?=\s*(?:i|we|my|our|you|your)\b)
    |^\W{0,9}(?:(?:a\ |the\ )?(?:quote|words|message|e-?mail|feedback|review|note|reply|answer|update)\ )?from
    \ [^:\n]{1,40}:(?!/)
    |^\W{0,9}(?:his|her|their)\ (?:exact\ |own\ )?(?:words|reply|answer|message|review)\ ?:)
    (?!\s*["\u201c\u201e\u00ab])(?P<theirs>[^\n?]*)
    """,
    re.IGNORECASE | re.MULTILINE,
)
"""Somebody else's words without quotation marks, up to the end of their question or line."""
REVIEWED = joined(
    r"""
    (?:\b(?:[1-5]|one|two|three|four|five)[ -]?stars?\b|[\u2605\u2b50]|\b(?:new|another|bad|good|great|nasty|negative
    |positive|fresh|customer|google|yelp|trustpilot|tripadvisor|app\ store|play\ store|online|product|guest|shop)
    \ (?:review|rating)s?\b|\breviews?\ on\b|\bon\ (?:google|yelp|trustpilot|tripadvisor|booking\.com|facebook|g2
    |capterra|the\ (?:app|play)\ store)\b|\breviewer\b|\u30ec\u30d3\u30e5\u30fc|\u53e3\u30b3\u30df)
    [^"\u201c\n]{0,30}$
    """,
    re.IGNORECASE,
)
"""Before a quotation: a public verdict, of which few words are enough."""
STRANGER_WROTE = joined(
    r"""
    (?:^|[.!?,;:\n]\s*|\b(?:and|but|fyi|so)\ )(?:an?|another|one|some)\ (?:(?!(?:colleague|coworker|co-worker|teammate
    |friend|neighbou?r|boss|manager|director|lead|ceo|cto|cfo|coo|dev|developer|engineer|designer|intern|tester
    |admin
    |candidate|applicant|recruiter|interviewer|author|poet|philosopher|bot|script|linter|robot|professor|team|new
    |hire|founder|investor|lawyer|contractor|freelancer|consultant|partner|vendor|supplier|vc|pm|qa|sales|marketing
    |finance|legal|support|hr|someone|wise|famous)\b)[a-z-]+\ ){1,3}(?:just\ |also\ |again\ ){0,2}
    (?:wrote|writes|complain(?:s|ed)|e?-?mailed|texted|posted|tweeted|messaged)(?:\ (?:to\ us|us|in
    |back))?\s*[,:]?\s*$
    """,
    re.IGNORECASE,
)
"""Before a quotation: somebody who is not of the house, and no writer of books, wrote it."""
OF_SPEAKERS = regex(r"(?i)\b(?:i|i'm|i've|my|me|mine|we|our|us|you|your|yours)\b")
"""The words of who speaks for themselves, or to us."""
ASKS_PEERS = joined(
    r"""
    \b(?:any(?:one|body)\ (?:else|here)|is\ it\ just\ me|am\ i\ the\ only\ one
    |same\ for\ any\ of\ you)\b[^.!\n]{0,60}\?
    |\bwho\ (?:do|should|can|could)\ i\b[^.!?\n]{1,30}\ in\ (?:finance|it|hr|accounting|procurement|facilities
    |payroll)\b
    """,
    re.IGNORECASE,
)
"""A teammate asks the others about trouble of their own, with a company that is not this one."""
_PUBLIC = glued(r"""
    (?:facebook|instagram|insta|twitter|x|linkedin|tiktok|youtube|reddit|mastodon|bluesky|threads|discord|whatsapp
    |telegram|(?:contact|feedback|web)\ form|forum|community|website|blog|guest\ ?book|chat|hotline|inbox|app
    |newsletter|suggestion\ box|survey)
""")
_OTHER_TONGUES = glued(r"""
    (?:von\ (?:einem|einer|unserem|unserer)|vom|von\ der|d'une?|de\ (?:notre|una?)|da\ una?|di\ una?|van\ een)
    \ (?:kund(?:en|in)|g(?:a|\u00e4)st(?:es|e)?|mieter(?:in)?|patient(?:en|in)?|leser(?:in)?|fahrgast|mitglieds?
    |clien(?:te?|ta)|locataire
    |abonn\u00e9e?|hu\u00e9sped|paciente|cliente|inquilin[oa]|klant|huurder)
""")
LABELLED = joined(
    rf"""
    (?:\b{_OTHER_TONGUES}\b|\b(?:nps|csat|ces|exit\ survey|survey|detractor|promoter)(?:'s)?(?:\ (?:comment|response
    |answer|verbatim|reply
    |note))?|\b(?:comments?|repl(?:y|ies)|dms?|message)\ (?:left\ )?(?:on|under|below|beneath|to)\ our
    \ (?!(?:\w+\ )?(?:doc|roadmap|pr|plan|spec|ticket|pull|draft|sheet|deck|design)\b)(?:[\w'-]+\ ){{0,2}}?[\w'-]+
    |\b(?:from|via|through)\ (?:the\ |our\ )?(?:live\ |web\ |support\ |contact\ )?(?:chat|hotline|helpline|inbox|form
    |guest\ ?book|suggestion\ box|comment\ cards?|voicemail|exit\ survey)
    |\b(?:in|into|to|via|at)\ (?:the\ |our\ )?(?:sales|info|support|hello|contact|service|orders?|bookings?
    |complaints?
    |reservations?|shop|help)(?:@\S{{0,30}}|\ (?:inbox|mailbox|box))|\b(?:whatsapp|sms|text|messenger|telegram
    |phone)(?:\ (?:business
    |service|support|customer))?\ (?:line|number|hotline)|\b(?:\d|two|three|four|five|several)\ (?![^":\n]*\b(?:bot
    |ci|alerts?|monitor\w*|build)\b)(?:calls|mails
    |e-?mails
    |tickets|messages|chats)(?:\ and\ (?:\w+\ ){{1,2}})?[^":\n.]{{0,30}},?\ (?:all
    |both)\ (?:with\ |about\ |saying\ )?the\ same
    (?:\ (?:question|complaint|thing|story))?
    |\boverheard\ (?:at|in|on|by)\ (?:the\ |our\ )?(?:booth|stand|shop|store|queue|counter|till|lobby|checkout|bar))
    (?:[\s,(]{{1,2}}(?:score|rating|rated|gave)?\s?\d{{1,2}}(?:\s?(?:/|of|out\ of)\s?\d\d?)?\)?
    |\ (?:today|yesterday|just\ now|this\ morning))?\s*[:\u2013\u2014-]?\s*$
    """,
    re.IGNORECASE,
)
"""Before a quotation: where customers speak."""
_NETWORK = glued(r"""
    (?:tweet|toot|skeet|twitter|mastodon|bluesky|threads|facebook|insta(?:gram)?|linkedin|tiktok|youtube|reddit
    |nextdoor
    |telegram|discord|xing|whatsapp|google\ maps|tripadvisor|trustpilot)
""")
TICKETED = joined(
    r"\b(?:ticket|case|incident|request|inquiry|enquiry|claim|complaint)\ (?:no\.?\ |nr\.?\ )?\#?[\w-]{0,4}\d{2,9}"
    r"(?:\ \([^()]{2,30}\))?\s*:\s*$",
    re.IGNORECASE,
)
"""Before a quotation: the number of a ticket, which may be of our own work."""
NETWORKED = joined(
    rf"""
    ^\W{{0,4}}(?:(?:another|new|from|on|via|a|the)\ ){{0,2}}{_NETWORK}(?:\ (?:post|comment|reply|thread|story|dm
    |mention
    |user))?(?:\ (?:by|from|on)\ [@\w.-]{{2,40}})?\s?[:\u2014\u2013-]\s*(?:@[\w.@-]{{2,60}}\s*[:\u2014\u2013-]?)?\s*$
    """,
    re.IGNORECASE,
)
"""Before a quotation: the network where it was posted, perhaps by ourselves."""
COPIED_FROM = joined(
    rf"""
    \b(?:screen\ ?shot|screengrab|transcri(?:bed|ption|pt)|copied|pasted|typed\ (?:up|off))\b[^:"\n]{{0,30}}?
    \ (?:from|of|on|off|in)\ (?:a\ |the\ )?(?:public\ )?{_NETWORK}(?:\ (?:post|comment|thread|group|story))?\s*:\s*$
    """,
    re.IGNORECASE,
)
"""Before a quotation: a picture of what somebody posted."""
FROM_STRANGER = joined(
    r"""
    \b(?:e?-?mail|mail|message|letter|note|voicemail|dm|sms|text|fax|whatsapp|call|postcard)\ (?:\w+\ )?from\ (?:an?
    |another|one)(?:\ (?!(?:colleague|coworker|co-worker|teammate|friend|neighbou?r|boss|manager|director|lead|ceo|cto
    |cfo|coo|dev|developer|engineer|designer|intern|tester|admin|candidate|applicant|recruiter|headhunter|interviewer
    |author|bot|script|robot|professor|team|hire|founder|investor|lawyer|contractor|freelancer|consultant|partner
    |vendor
    |supplier|vc|pm|qa|sales|salesman|marketing|finance|legal|support|hr|agency|spammer|scammer|caterer|landlord)\b)
    [a-z'-]+){1,5}(?:\ \([^()\n]{2,40}\))?\s*:\s*$
    """,
    re.IGNORECASE,
)
"""Before a quotation: it came from somebody who is not of the house."""
OF_ONE_OUTSIDE = joined(
    r"""
    \b(?:i|i'm|i've|i'd|me|yours|never\ again)\b|\bmy\ [a-z ,]{2,40}?\b(?:is|are|was|were|has|have|won't|can't
    |doesn't|isn't
    |never|keeps|stopped|disappeared|vanished|broke|expired|got|shows?|says)\b
    """,
    re.IGNORECASE,
)
TO_A_HOUSE = regex(r"(?i)\b(?:your|yours|you guys|never again|never (?:came|arrived))\b|(?:^|[\s(])@\w{4,40}")
OF_OUR_OWN = joined(
    r"""
    ^\W*as\ an?\b|\b(?:internship|apply|your\ (?:session|cart|password)|we're|we\ are|our|join\ us|hiring|read\ more
    |link\ in|thank\ you\ all|out\ now|sign\ up|book\ now|giveaway
    |launch\w*)\b
    """,
    re.IGNORECASE,
)
"""What the house posts itself."""
GOES_OUT = joined(
    r"""
    ^\W*(?:fun|haha\w*|lol|nice|good|great|interesting|worth|love\ this|is\ (?:a|so)|goes?\ (?:out|live)|is\ (?:live
    |out|scheduled|up|the)|scheduled|(?:went|going)\ (?:out|live)|draft\b|thoughts\b
    |ok\?|what\ do\ you|who\ approves|for\ (?:mon|tues|wednes|thurs|fri)|at\ \d|on\ (?:mon|tues|wednes|thurs|fri)
    |overlaps|looks|in\ the\ new|moved|ready)
    """,
    re.IGNORECASE,
)
"""Behind a quotation that is our own."""
ATTRIBUTED = joined(
    rf"""
    \A\s*(?:[\u2013\u2014(~-]{{1,2}}\s*(?:from|via|(?:seen|left|posted|found|spotted|written|comment|commented)\ (?:on
    |in
    |under|at|via))\ (?:our\ |the\ )?(?:company\ )?{_PUBLIC}(?:'s)?(?:\ (?:page|feed|dms?|comments?|account|inbox
    |group
    |channel|chat|today|yesterday|just\ now|this\ morning)){{0,2}}
    |[\u2013\u2014(~-]{{1,2}}\s*(?:(?:from|via|in|on)\ )?(?:the\ |our\ )?(?:(?:contact|feedback|web|complaints?
    |return)[ -]form
    |live\ chat|support\ chat|comment\ (?:card|box)|suggestion\ box|guest\ ?book|exit\ survey|survey|nps|voicemail
    |hotline
    |helpline|answering\ machine|visitors'?\ book|refund\ request)(?:[,;]\ [^()\n.!?]{{1,30}}|\ (?:today|yesterday
    |this|last|on|from|at|\d)[^()\n.!?]{{0,24}})?
    |[\u2013\u2014(,~-]{{0,2}}\s*(?:on\ |from\ |via\ )?{ANY_SITE}(?:\ (?:review|rating))?[\s,(]{{1,2}}{RATING}
    |[\u2013\u2014(~-]{{1,2}}\s*(?:on\ |from\ |via\ )?(?:{ONLY_REVIEWS}|{ANY_SITE}\ review)
    |(?:[\u2013\u2014,(~-]{{0,2}}\s*(?:says?|said|wrote|asked|asks)\ |[\u2013\u2014(~-]{{1,2}}\s*)(?:an?|one\ of\ our
    |another
    |our|anonymous)\ (?:[\w-]+\ ){{0,2}}?(?:customer|client|guest|patient|passenger|shopper|buyer|subscriber|tenant
    |user|caller|reviewer|visitor|diner)s?\b[^.?!\n]{{0,40}})\W{{0,3}}(?:\n|\Z)
    """,
    re.IGNORECASE,
)
"""Behind a quotation: where it was found, or which customer said it."""
ANECDOTE = joined(
    r"""
    (?:^|[.!?\n]\s{0,3})\W{0,3}(?:(?:at|in|during)\ (?:my\ )?(?:uni|university|college|school|high\ school
    |student\ days|twenties|teens|youth|childhood
    |old\ flat|first\ flat|last\ flat)|as\ a\ (?:student|kid|child|teenager|young\ man|young\ woman)
    |when\ i\ was\ (?:a
    \ (?:student|kid|child|teenager)|young|little|\d\d|at\ (?:uni|school|college)))\b[^.!?\n]{0,20}\b(?:i|we|my)\b
    """,
    re.IGNORECASE,
)
"""A teammate tells of long ago."""
_PARCEL = (
    r"(?:parcels?|packages?|delivery|deliveries|letters?|shipment|orders?|monitor|laptop|chair|desk|badge|headset)"
)
OWN_PARCEL = joined(
    rf"""
    \b(?:has|have|did|is|are)\ (?:my|our)\ (?:[\w-]+\ ){{0,2}}?{_PARCEL}
    \ (?:(?:already|yet|just|even)\ )?(?:arrived?|come|came|here|there|in\ yet|downstairs|delivered\ (?:here
    |to\ the))\b
    |\b(?:parcel|package|delivery|letter)s?\ (?:[\w-]+\ )?for\ me\b
    |\b(?:my|our)\ (?:[\w-]+\ ){{0,2}}?{_PARCEL}\b(?=[^\n]{{0,80}}\b(?:reception|front\ desk|mail\ ?room|post\ ?room
    |loading\ dock|downstairs|facilities|concierge|doorman|at\ the\ office|anyone|anybody)\b)
    """,
    re.IGNORECASE,
)
"""A teammate looks for what was sent to them at work."""
OWN_SUPPLIER = joined(
    r"""
    \b(?:(?:our|the)\ (?:[\w-]+\ ){0,2}?(?:suppliers?|vendors?|landlord|caterers?|catering|cleaners?|cleaning\ \w+
    |insurers?|(?:internet|hosting|phone|mobile|power|energy|payroll)\ (?:provider|company|supplier)|isp|plumbers?
    |electricians?|movers|moving\ company|couriers?|freight\ forwarder|haulier|travel\ agency|print(?:ing)?\ (?:shop
    |firm)
    |temp\ agency|facility\ manager|leasing\ (?:company|firm)|utility))\b
    (?=[^\n]{0,160}?\b(?:us|we|we've|our|i've\ complained|i\ complained|i've\ been|i\ have\ been
    |i'm\ (?:still\ )?waiting|i\ (?:still\ )?wait)\b)
    """,
    re.IGNORECASE,
)
"""A teammate tells how somebody treats the house that sells to it."""
TO_YOU = regex(r"(?i)\b(?:you|your|yours|you're|you've|ya|u|ur)\b")
"""Spoken to the company."""
_UNWELL = glued(r"""
    (?:full|too\ \w+|broken|wrong|late|rude|cold|dirty|slow|empty|missing|invalid|expired|damaged|stuck|lost|useless
    |overpriced
    |unplayable|unusable|unreadable|disgusting|horrible|terrible|awful|stale|mouldy|soggy|blank|gone|closed|torn
    |ripped|burnt|burned|cracked|scratched|dead|leaking
    |sold\ out|rotten|boring|confusing|unfair)
""")
CRIES = joined(
    rf"""
    \b(?:is|are|was|were|arrived|came|looks?|feels?|tastes?|still|always)\ (?:\w+ly\ |all\ |so\ |half\ )?{_UNWELL}\b
    |\w\ (?:already\ )?(?:broke|breaks|ripped|crash(?:es|ed)|fails|failed|leaks|leaked|smells|stinks|hurts|tears
    |snapped|froze
    |freezes|vanished|disappeared|overheats)\b
    |\w\ never\ (?!mind|say|ever)\w+(?:s|ed|ame)\b|^\W*never\ (?:arrived|came|again\b.)|\b(?:nobody
    |no\ one)\ (?:answers|picks
    |helps|replies|came|cares)\b|\w\ keeps\ \w+ing\b|\bnothing\ (?:works|arrived|came|happens|loads)\b
    |^\W*(?:the\ |your\ |my\ )?(?!(?:i|it|that|this|he|she|they|you|there)\b)\w+(?:\ \w+)?\ (?:doesn't|isn't|won't
    |aren't
    |didn't|wasn't|can't)\b|^\W*(?:can't|cannot|won't|doesn't)\ (?!wait|complain|believe|hurt|matter|agree|say|argue
    |beat)\w+
    |\balready\ (?:used|taken|expired|redeemed)\b|\b(?:says|shows)\ (?:already|invalid|expired|error|wrong|used
    |unknown
    |unavailable|blank|nothing|no)\b
    |^\W*(?:no|where\ (?:is|are|can|do)|when\ (?:is|are|will|does|do)|why\ (?:is|are|does|do|did|can)|how\ (?:do
    |can)\ i
    |is\ there|are\ there|do\ you\ (?:have|ship|deliver|offer|sell|take|accept)|does\ (?:it|this|the)
    |can\ i)\b[^?]*\?\W*$
    """,
    re.IGNORECASE,
)
"""Few words of trouble with a thing, or a question about it."""
OF_THE_OFFICE = joined(
    r"""
    \b(?:lunch|stand-?up|meeting|sync|wi-?fi|vpn|main|master|builds?|tests?|ci|deploy\w*|prod|staging|prs?|branch
    |merge\w*
    |coffee|fridge|printer|kitchen|office|calendar|invite|desk|tomorrow|today|tonight|monday|friday|weekend|slack
    |jira|zoom
    |me|we|us|i'll|i'm|worries|problem|idea|rush|clue|hurry|pain|biggie|way|thanks|comment|doubt|need|sorry|gain
    |kidding|life|time|world|love)\b
    """,
    re.IGNORECASE,
)
"""What colleagues quote of each other in few words."""
INTRODUCED = joined(
    r"""
    \b(?:customers?|clients?|subscribers?|guests?|buyers?|shoppers?|patients?|passengers?|callers?|reviewers?
    |prospects?|users?|tweets?|tweeted
    |reviews?|complaints?|complained|testimonials?|survey|support ticket|zendesk|intercom|trustpilot
    |app store|feedback|came in|wrote in)\b|お客様|お客さん|顧客|ユーザー|クレーム|苦情|問い合わせ|レビュー|口コミ
    """,
    re.IGNORECASE,
)
"""Beside a quotation: it is said whose words these are, in a few other tongues, too."""
