"""The words by which a customer's stance and urgency are known. Another language is another file like this."""

from __future__ import annotations

import re

Weighted = tuple[float, str, re.Pattern[str]]


def _row(weight: float, words: str, pattern: str) -> Weighted:
    return weight, words, re.compile(pattern, re.VERBOSE)


NEGATIVE = (
    _row(
        1.7,
        "strong words of anger",
        r"\b(?:worst|terrible|horrible|awful|disgust\w*|unacceptable|appalling|pathetic|outrageous"
        r"|ridiculous|atrocious|furious|hate|hated|hates|scam\w*|thieves|crooks|rip-?off|ripped\ off"
        r"|garbage|trash|joke\ of|useless|incompeten\w*|disgrace\w*|a\ joke|sucks?|sucked|shame|wtf"
        r"|crap|shit\w*|bullshit|bs|damn|hell|fuck\w*|lies|lied|liars?|lying|insult\w*|nightmare|fail"
        r"|fails|epic\ fail|never\ again|fed\ up|sick\ of|tired\ of|angry|mad|pissed|screwed|stupid"
        r"|idiot\w*)\b",
    ),
    _row(
        1.2,
        "disappointment",
        r"\b(?:disappoint\w*|frustrat\w*|unhappy|upset|annoy\w*|poor\ (?:service|quality)"
        r"|bad\ (?:service|experience)|rude|unprofessional|unhelpful|ignored|ignoring|mislead\w*"
        r"|misled|decepti\w*|complain\w*|complaint|waste\w*|regret|hopeless|ruined|worse|bad|lousy|sad"
        r"|unfair\w*|harass\w*|threaten\w*|nobody\ (?:answers|helps|cares)|no\ one\ (?:answers|helps"
        r"|cares)|sorry\ excuse|let\ down|not\ (?:happy|good|acceptable|ok|okay|impressed|cool|fair"
        r"|helpful)|ridiculously|stress\w*|issue|issues|problem|problems)\b",
    ),
    _row(
        0.9,
        "something failed",
        r"\b(?:broken|broke|crash\w*|freez\w*|froze|bugs?|buggy|errors?|fail\w*|stopped\ working"
        r"|not\ work\w*|n't\ work\w*|lost|missing|damaged|defective|faulty|late|delay\w*|cancel+ed"
        r"|cancel|stuck|stranded|waiting|waited|hold|hours|never\ (?:arrived|received|came|got|called"
        r"|responded|answered)|still\ (?:no|not|waiting|have\ n)|no\ (?:response|answer|reply|refund"
        r"|help|luck)|outage|down|offline|slow|denied|declined|refus\w*|rejected|won't|wo\ n't|can't"
        r"|cannot|ca\ n't|unable|did\ n't|didn't|doesn't|does\ n't|wrong|mistake|incorrect|inaccura\w*"
        r"|violat\w*|illegal\w*|overcharg\w*|charged\ twice|double\ charg\w*|fraud\w*|unauthori\w*"
        r"|stolen|hacked|dispute\w*|without\ my|against\ my|debt|collections?|foreclos\w*"
        r"|misplac\w*)\b",
    ),
    _row(
        0.6,
        "why and again",
        r"\b(?:why|again|seriously|really\?|come\ on|how\ (?:hard|difficult|long)|yet\ another"
        r"|third\ time|second\ time|for\ (?:weeks|months|hours|days)|come\ on|smh|ugh|grr+"
        r"|thanks\ for\ nothing)\b|!!+|\?\?+|\?!|😡|🤬|👎|😠|:rage:|:angry:|😤|💩|🙄|:\(|:-\(",
    ),
)
POSITIVE = (
    _row(
        1.7,
        "praise",
        r"\b(?:(?<!would\ )love|loved|loving|amazing|awesome|fantastic|excellent|wonderful|brilliant"
        r"|outstanding|superb|best|perfect|delight\w*|thrilled|impressed|incredible|phenomenal"
        r"|highly\ recommend|game\ changer|life\ ?saver|fabulous|flawless|kudos|five\ stars?|5\ stars?"
        r"|10/10|rock|rocks|beautiful|exceptional)\b|❤|😍|🙌|👏|🎉|💯|🥰|:heart\w*:|:tada:",
    ),
    _row(
        1.0,
        "thanks",
        r"\b(?:thank\ you|thanks|thank\ u|thx|great|good\ (?:job|work|service|experience)|well\ done"
        r"|happy|glad|pleased|appreciate\w*|helpful|friendly|recommend|enjoy\w*|nice|smooth"
        r"|quick\ (?:response|reply)|easy|kind|cool|excited|fun|awesome)\b|👍|😊|😀|:\)|:-\)|:D|🙏"
        r"|:thumbsup:",
    ),
)
NOT_PRAISE = re.compile(
    r"\b(?:thanks\ for\ (?:nothing|wasting|ruining)|not\ (?:great|good|happy|helpful|easy|nice"
    r"|impressed|pleased|the\ best)|no\ thanks|(?:would|should|could)\ (?:be|have\ been)\ (?:nice"
    r"|great|good)|wasn't\ (?:great|good|helpful)|used\ to\ (?:be|love)|great,?\ (?:another|now|just)"
    r"|at\ best|please|n't\ (?:recommend|love|enjoy)|not\ recommend|never\ recommend"
    r"|cannot\ recommend)\b",
    re.VERBOSE,
)
PROSPECT = (
    _row(
        2.4,
        "wants to buy",
        r"\b(?:(?:want|wants|like|looking|ready|plan|planning|hoping|interested|intend|need"
        r"|willing)\ (?:to|in)\ (?:buy|buying|purchase|purchasing|order|ordering|subscribe|subscribing"
        r"|sign(?:ing)?\ up|upgrade|upgrading|place\ an\ order|switch(?:ing)?\ (?:to|over)|renew|trial"
        r"|try(?:ing)?\ (?:it|your))|interested\ in\ (?:your|the|a|an|learning\ more|pricing"
        r"|purchas\w*)|send\ (?:me|us)\ (?:a|an|your)\ (?:quote|proposal|offer|price)|book\ a\ demo"
        r"|(?:schedule|request|get|see)\ a\ demo|talk\ to\ sales|request\ (?:a\ )?(?:quote|pricing"
        r"|proposal)|quote\ for)\b",
    ),
    _row(
        1.7,
        "asks for prices or plans",
        r"\b(?:pricing|price\ list|how\ much\ (?:is|are|does|do|would|will)|what\ (?:does\ it"
        r"|would\ it|do\ you)\ (?:cost|charge)|cost\ (?:for|per|of)|volume\ discount|discount\ for"
        r"|bulk|per\ (?:seat|user)|enterprise\ (?:plan|tier|version|licen[sc]e)|free\ trial|trial"
        r"|licen[sc]es?\ for|seats?\ for|rfp|procurement|proposal|quote|quotation|evaluat\w+"
        r"|compar(?:e|ing)\ (?:you|your|vendors|tools)|alternative\ to|switch(?:ing)?\ from"
        r"|do\ you\ (?:offer|sell|ship|have\ (?:a|an)\ (?:plan|trial|discount|version|enterprise"
        r"|student)))\b",
    ),
    _row(
        0.8,
        "looks around",
        r"\b(?:considering|thinking\ (?:of|about)\ (?:buying|getting|switching|trying)|recommend\ (?:a"
        r"|any)|looking\ for\ (?:a|an|some)|shopping\ for|in\ the\ market|can\ (?:i|we)\ (?:buy"
        r"|get\ one|order)|where\ can\ i\ (?:buy|get|order)|available\ in|our\ team\ of|\d+\ (?:people"
        r"|users|seats|employees|licen[sc]es)|pilot|budget)\b",
    ),
)
REACH = re.compile(
    r"(?i)\b(?:(\d[\d,.]{0,12})\s?([km])?\+?\s+(?:followers|subscribers|readers|viewers|listeners)|(?:my"
    r"|our)\ (?:followers|subscribers|readers|viewers|audience|podcast|channel|blog|newsletter)"
    r"|i'?m\ an?\ (?:journalist|reporter|blogger|influencer|youtuber|columnist|editor|podcaster)"
    r"|verified\ account|journalist|reporter|newspaper|influencer|youtuber)\b",
    re.VERBOSE,
)

URGENT = (
    _row(
        1.0,
        "someone may be hurt",
        r"\b(?:injur(?:ed|y|ies)|hospital|ambulance|emergency\ room|bleeding|burn(?:ed|t)\ (?:my|his|her"
        r"|me|our|the)|caught\ (?:on\ )?fire|on\ fire|electr(?:ic\ shock|ocut\w*)|choking|choked"
        r"|allergic\ reaction|anaphyla\w*|poison(?:ed|ing)|exploded|explosion|carbon\ monoxide|gas\ leak"
        r"|unsafe\ for|life[- ]threatening|suicid\w*|kill\ (?:myself|himself|herself)|someone\ (?:could"
        r"|will)\ (?:die|get\ hurt)|nearly\ died|almost\ died|safety\ (?:hazard|issue|risk|recall)"
        r"|child\ (?:was|got)\ hurt)\b",
    ),
    _row(
        1.0,
        "threatens legal action",
        r"\b(?:my\ (?:lawyer|attorney|solicitor)|(?:our|their|his|her)\ (?:lawyers?|attorneys?|legal\ team"
        r"|counsel)|legal\ action|lawsuit|(?:will|going\ to|gonna|'ll|threaten\w*\ to|want\ to|can"
        r"|plan(?:ning)?\ to)\ sue|suing|sue\ (?:you|us|them)|taking\ (?:you|us|this|them)\ to\ court"
        r"|take\ (?:you|us|this|them)\ to\ court|see\ you\ in\ court|small\ claims|class\ action"
        r"|cease\ and\ desist|attorney\ general|subpoena|court\ date|served\ (?:with\ )?papers"
        r"|press\ charges|police\ report|report(?:ed|ing)?\ (?:you|this|them|us)\ to\ the\ (?:police"
        r"|authorities|regulator|ombudsman|ftc|bbb))\b",
    ),
    _row(
        1.0,
        "an outage",
        r"\b(?:outage|(?:is|are|'s|been|went|all|completely|totally|site|website|app|system|service|server"
        r"|api|everything|checkout|login|production|platform|portal)\ (?:is\ |are\ |was\ |has\ been\ "
        r"|have\ been\ )?(?:completely\ |totally\ |all\ |still\ |again\ )*down(?!\s(?:to|the|a|on"
        r"|for\ maintenance|by|from|payment))|nobody\ can\ (?:log|access|work|check)|no\ one\ can\ (?:log"
        r"|access|work|check)|none\ of\ (?:our|us|my)\ .{0,30}\bcan\ (?:log|access|work)|can(?:no"
        r"|')t\ (?:process|take)\ (?:any\ )?(?:orders|payments)|data\ (?:is\ gone|loss|breach|leak)|leaked"
        r"|losing\ (?:money|data|customers|sales|business|revenue)|production\ (?:is|down|outage)"
        r"|completely\ blocked|all\ (?:our|of\ our)\ (?:data|orders|users)\b.{0,40}\b(?:gone|lost"
        r"|deleted))\b",
    ),
    _row(
        1.0,
        "may leave",
        r"\b(?:(?:cancel|cancel+ing|terminat\w+|end|ending|closing|close|leave|leaving|not\ renew\w*"
        r"|won't\ renew|will\ not\ renew|pull\w*)\ (?:my|our|the|their|his|her|this|all|you|us"
        r"|out)\ ?(?:of\ our\ )?(?:contract|subscription|account|accounts|plan|membership|business"
        r"|agreement|service)|(?:moving|switching|switch|move|going|go|taking\ (?:my|our)\ business"
        r"|migrat\w+)\ (?:over\ )?to\ (?:a\ competitor|another|your\ competitor|someone\ else|a\ different"
        r"|the\ competition)|take\ (?:my|our|their)\ business\ elsewhere|taking\ (?:my|our"
        r"|their)\ business\ elsewhere|\b(?:we|i)(?:\ will|'ll|\ are\ going\ to)?\ (?:cancel|leave"
        r"|switch|quit)(?=[.,!?]|$|\ (?:by|on|next|immediately|at|and|then|if|unless))"
        r"|threaten\w*\ to\ (?:leave|cancel|churn|switch)|about\ to\ (?:churn"
        r"|cancel|leave)|last\ chance|final\ (?:warning|notice|straw)|lost\ (?:my|our)\ business|(?:won't"
        r"|will\ not|not\ going\ to|not)\ (?:be\ )?renew\w*|churn(?:ing)?|leaving\ (?:you|us|for))\b",
    ),
    _row(
        1.0,
        "the press asks",
        r"\b(?:(?:journalist|reporter|newspaper|editor|tv\ station|bbc|cnn|reuters|bloomberg|nyt|guardian"
        r"|times|techcrunch|magazine|producer)\b.{0,120}\b(?:deadline|comment|story|article|publish\w*"
        r"|interview|statement|today|tomorrow|by\ \w+)|request\ for\ comment|on\ (?:a\ )?deadline"
        r"|going\ (?:to\ press|viral)|went\ viral|go(?:ing)?\ to\ the\ (?:press|media|news)"
        r"|contact(?:ing)?\ the\ (?:press|media|news)|publish(?:ing)?\ (?:tomorrow|today|tonight|this"
        r"|the\ story))\b",
    ),
    _row(
        1.0,
        "says it is urgent",
        r"\b(?:urgent(?:ly)?|asap|emergency|immediately|right\ away|time[- ]sensitive|critical|sev ?-?[01]"
        r"|p0|escalat(?:e|ed|ing|ion)\ (?:to|immediately|this|now))\b",
    ),
)
NOT_OUTAGE = re.compile(r"\b(?:not|no|isn't|wasn't|nothing|non-?)\s(?:\w+\s)?(?:urgent|emergency|rush|critical)\b")
