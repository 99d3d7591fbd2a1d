"""The words by which a wish to buy, reach and urgency are known; `polarity` has those of praise and anger."""

from __future__ import annotations

import re

from bot.understanding.patterns import regex

Weighted = tuple[float, str, re.Pattern[str]]


def _row(weight: float, words: str, pattern: str) -> Weighted:
    return weight, words, regex(pattern, re.VERBOSE)


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
REACH = regex(
    r"(?i)\b(?:(\d[\d,.]{0,12})\s?([km])?\+?\s+(?:followers|subscribers|readers|viewers|listeners)|(?:my"
    r"|our)\ (?:followers|subscribers|readers|viewers|audience|podcast|channel|blog|newsletter)"
    r"|i'?m\ an?\ (?:journalist|reporter|blogger|influencer|youtuber|columnist|editor|podcaster)"
    r"|verified\ account|(?<!your\ )(?:journalist|reporter)(?!\ (?:of\ yours|you\ sent))|influencer|youtuber"
    r"|(?:from|at|for|to)\ (?:a|the)\ (?:[\w-]+\ )?newspaper"
    r"|newspaper\ (?:asks|asked|wants|called|wrote|is\ writing))\b",
    re.VERBOSE,
)

URGENT = (
    _row(
        1.0,
        "someone may be hurt",
        r"\b(?:injur(?:ed|y|ies)|hospital|ambulance|emergency\ room|bleeding|burn(?:ed|t)\ (?:my|his|her"
        r"|me|our|the)(?!\ (?:first|cds?|dvds?|toast|dinner|own|discs?|cake|calories))|caught\ (?:on\ )?fire"
        r"|on\ fire|electr(?:ic\ shock|ocut\w*)|choking|choked"
        r"|allergic\ reaction|anaphyla\w*|poison(?:ed|ing)|exploded|explosion|carbon\ monoxide|gas\ leak"
        r"|unsafe\ for|life[- ]threatening|suicid\w*|kill\ (?:myself|himself|herself)|someone\ (?:could"
        r"|will)\ (?:die|get\ hurt)|(?:nearly|almost)\ died(?!\ (?:laughing|of))|safety\ (?:hazard|issue|risk|recall)"
        r"|child\ (?:was|got)\ hurt|broken?\ (?:my|his|her|their)\ (?:leg|arm|hip|wrist|ankle|foot|hand|finger"
        r"|neck|back|nose|jaw|ribs?)|smok(?:e|ing)\ (?:is\ |was\ )?(?:coming|came)\ (?:out|from)"
        r"|burst\ into\ flames|unconscious|(?:can't|couldn't|cannot)\ breathe(?!\ from\ laugh))\b",
    ),
    _row(
        1.0,
        "threatens legal action",
        r"\b(?:my\ (?:lawyer|attorney|solicitor)(?!\ (?:friend|recommend\w*|suggest\w*|loves?"
        r"|likes?|uses?|asks?\ for|also)|'s)|(?:our|their|his|her)\ (?:lawyers?|attorneys?"
        r"|legal\ team|counsel)|legal\ action|lawsuit|(?:will|going\ to|gonna|'ll|threaten\w*\ to|want\ to|can"
        r"|plan(?:ning)?\ to)\ sue|suing|sue\ (?:you|us|them)|taking\ (?:you|us|this|them)\ to\ court"
        r"|take\ (?:you|us|this|them)\ to\ court|see\ you\ in\ court|small\ claims|class\ action"
        r"|cease\ and\ desist|attorney\ general|subpoena|court\ date|served\ (?:with\ )?papers"
        r"|press\ charges|police\ report|report(?:ed|ing)?\ (?:you|this|them|us)\ to\ the\ (?:police"
        r"|authorities|regulator|ombudsman|ftc|bbb))\b",
    ),
    _row(
        1.0,
        "an outage",
        r"\b(?:outage(?!\ (?:in\ (?:19|20)\d\d|last\ (?:year|month|week)|(?:and\ \w+\ )?(?:management|map|alerts?"
        r"|plan"
        r"|insurance|policy|drill|course|training)))|(?:is|are|'s|been|went|all|completely|totally|site|website|app"
        r"|system|service|server"
        r"|api|everything|checkout|login|production|platform|portal)\ (?:is\ |are\ |was\ |has\ been\ "
        r"|have\ been\ )?(?:completely\ |totally\ |all\ |still\ |again\ )*down(?!\s(?:to|the|a|on"
        r"|for\ maintenance|by|from|payment))|nobody\ can\ (?:log|access|work|check)|no\ one\ can\ (?:log"
        r"|access|work|check)|none\ of\ (?:our|us|my)\ .{0,30}\bcan\ (?:log|access|work)|can(?:no"
        r"|')t\ (?:process|take)\ (?:any\ )?(?:orders|payments)"
        r"|losing\ (?:money|data|customers|sales|business|revenue)|production\ (?:is|down|outage)"
        r"|completely\ blocked|all\ (?:our|of\ our)\ (?:data|orders|users)\b.{0,40}\b(?:gone|lost"
        r"|deleted))\b",
    ),
    _row(
        1.0,
        "data in danger",
        r"\b(?:data\ (?:is\ gone|(?:loss|breach|leak)(?!\ (?:insurance|policy|prevention"
        r"|protection|training|course|cover)))|leaked)\b",
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
        r"|their)\ business\ elsewhere|"
        r"(?<!do\ )(?<!can\ )(?<!could\ )(?<!should\ )\b(?:we|i)(?:\ will|'ll|\ are\ going\ to)?\ (?:cancel|leave"
        r"|switch|quit)(?=[.,!?]|$|\ (?:by|on(?!\ (?:my|the|your|a)\b)|next|immediately|at|and|then|if|unless))"
        r"|threaten\w*\ to\ (?:leave|cancel|churn|switch)|about\ to\ (?:churn"
        r"|cancel|leave)|last\ chance|final\ (?:warning|notice|straw)|lost\ (?:my|our)\ business|(?:won't"
        r"|will\ not|not\ going\ to|not)\ (?:be\ )?renew\w*|churn(?:ing)?|leaving\ (?:you|us"
        r"|for\ (?:your\ |a\ |the\ |another\ )?(?:\w+\ )?(?:competitors?|competition|rivals?|providers?|good)))\b",
    ),
    _row(
        1.0,
        "the press",
        r"\b(?:(?:journalist|reporter|newspaper|editor|tv\ station|bbc|cnn|reuters|bloomberg|nyt|guardian"
        r"|the\ times|techcrunch|magazine|producer)\b.{0,120}\b(?:deadline|comment|story|article|publish\w*"
        r"|interview|statement|today|tomorrow|by\ \w+)|request\ for\ comment|on\ (?:a\ )?deadline"
        r"|going\ (?:to\ press|viral)|went\ viral|go(?:ing)?\ to\ the\ (?:press|media|news)"
        r"|contact(?:ing)?\ the\ (?:press|media|news)|publish(?:ing)?\ (?:tomorrow|today|tonight|this"
        r"|the\ story))\b",
    ),
    _row(
        1.0,
        "says it is urgent",
        r"\b(?:urgent(?:ly)?|asap|emergency(?!\ (?:exit|contact|door|fund|plan|kit|brake|light|numbers?"
        r"|blanket|button|procedure|services|row|drill|training|tax|phone|line|stop|pendant|cord|landing))"
        r"|immediately|right\ away|time[- ]sensitive|critical|sev ?-?[01]"
        r"|(?<![-+])p0(?!-)\ (?:incident|issue|bug|ticket|outage)"
        r"|escalat(?:e|ed|ing|ion)\ (?:to|immediately|this|now))\b",
    ),
)
NOT_OUTAGE = regex(r"\b(?:not|no|isn't|wasn't|nothing|non-?)\s(?:\w+\s)?(?:urgent|emergency|rush|critical)\b")
SCARE_QUOTED = regex(
    r"(?<!said )(?<!says )(?<!say )(?<!called )(?<!sang )(?<!goes )(?<!\w)\"(\w[^\"\n.!?]{1,29})[.,]?\"(?!\w)"
)
"""A word or few that a company said and that they do not believe: they are told by their marks."""
LONE_PRAISE = regex(
    r"[.,!?] (?:(?:and |so )?(?:cool|magic|brilliant|genius|super|great|perfect|lovely|fantastic|bravo|wonderful|nice"
    r"|splendid|awesome|marvellous|excellent|amazing|superb|terrific|fab) ?){1,3}[.!]*$"
)
"""Praise that stands alone behind trouble means the contrary."""
NEUTRAL_QUESTION = regex(
    r"(?:^|[.!] )(?:hi |hey |hello )?(?:@\w+ )*(?:hi |hey |hello |quick question |so )?(?:"
    r"(?:does|do you|do i|what time|which|how do i|how much|where can|what channel|any plans|who do i"
    r"|how long (?:does|is|are))\b(?! (?:ever|even|really|think))[^.!\n]*"
    r"|(?:is|are|do|can|could|will|would|when)\b(?! you (?:ever|kidding|serious|even|aware|please|fix|stop|sort))"
    r"[^.!?\n]*\?) ?$"
)
"""A single question that begins as those do that want to know something."""
