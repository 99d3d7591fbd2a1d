"""Complaints and praise by what is told, in shapes: they need no word of feeling, and a name may stand in between.

A shape is a pattern in which a space is any blank and the names in `SHAPE_WORDS` stand for what they say.
"""

from __future__ import annotations

from bot.understanding.english.stance_words import Weighted
from bot.understanding.patterns import regex, spelt_out

SHAPE_WORDS = {
    "<w>": r"@?[\w'-]+",
    "<cannot>": r"(?:can'?t|cannot|can not|couldn'?t|could not)",
    "<nobody>": r"(?:nobody|no[- ]?one|not (?:a single|one) (?:person|human|soul|employee)|no (?:human|staff"
    r"|real person))",
    "<mine>": r"(?:my|our|the|his|her|their)",
    "<them>": r"(?:@\w+|them|these (?:people|guys|clowns)|this (?:company|place|shop|store|app|airline|bank|hotel"
    r"|site|service|brand|lot|restaurant|garage|provider))",
    "<lasting>": r"(?:wait|waiting|charging|billing|asking|telling|sending|losing|cancelling|canceling|changing"
    r"|getting|calling|raising)",
}


def shape(weight: float, label: str, *shapes: str) -> Weighted:
    joined = spelt_out("|".join(shapes), SHAPE_WORDS)
    return weight, label, regex(rf"(?<!\w)(?:{joined})(?!\w)".replace(" ", r"\s"))


PLEASED_SHAPES = (
    shape(
        2.4,
        "praise",
        r"<cannot> (?:possibly |even )?(?:have )?(?:recommend|thank|praise|rate|commend|say|express)"
        r"(?:ed|d)?(?: <w>){1,7}? (?:enough|more)(?: highly)?",
        r"<cannot> (?:really |honestly |possibly )?(?:fault|beat)",
        r"<cannot> (?:ask|wish|hope) for (?:a )?(?:better|nicer|more|anything)",
        r"<cannot> (?:have )?(?:been |be )(?:any )?(?:happier|nicer|easier|better|kinder|friendlier|simpler"
        r"|smoother|prouder|quicker|sweeter|more (?:helpful|pleased|happy|impressed|grateful|thankful|satisfied"
        r"|kind|friendly|accommodating|delighted|attentive|polite|professional|welcoming|patient))",
        r"<cannot> (?:live|do|function|manage|imagine(?: <w>){0,3}?) without",
        r"<cannot> get enough|<cannot> stop (?:smiling|raving|using|watching|listening|playing|eating|wearing)",
        r"(?:nothing|not a|no|not one)(?: bad| negative)+(?: thing| things| word| words)? to (?:say|report)",
        r"nothing but (?:good|great|nice|praise|positive|love|the best|excellent|kind|respect)(?: <w>)?",
        r"(?:never|not once|haven'?t|have not|hasn'?t|has not|didn'?t|did not|have yet to)"
        r" (?:once |ever |yet |actually )?(?:had|have|has|given|gave|experienced|encountered)(?: me| us)?"
        r" (?:an?|one|any|a single|even one) (?:<w> )?(?:problem|issue|complaint|hiccup|hitch|regret|fault|trouble"
        r"|bad (?:meal|experience|flight|stay|day|order))s?",
        r"without (?:an?|any|a single) (?:hitch|hiccup|hassle|fuss|problem|issue|glitch|fault)s?",
        r"(?:not a single|zero|0) (?:hitch|hiccup|hassle|fuss|problem|issue|complaint|regret"
        r"|fault)s?(?! (?:was|were|is|has|gets?|ever|solved|fixed))",
        r"never (?:slept|eaten|tasted|felt|laughed|worn|owned|used)(?: <w>){0,4}?"
        r" (?:like (?:that|this)|so (?:well|good|much|comfortable)|as good|better)"
        r"|not (?:usually |normally |really )?(?:a (?:big )?fan of|one to|one for|someone who)(?: <w>){1,6}? but"
        r"|(?:i|we) owe (?:you|her|him|them|@\w+)(?: one| a (?:beer|coffee|pint|drink|cake))?(?=[.!]|$)",
        r"before (?:i|we)(?:'d| had)? (?:even |ever )?(?:asked|written|noticed|called|complained|finished|sat down"
        r"|got home)",
        r"(?:went|going|gone|goes) out of (?:his|her|their|your) way"
        r"|(?:talked|walked|guided|got|helped|saw) (?:me|us|my <w>) through(?! to)|no questions(?: asked)?"
        r"|(?:get|gets|got) it right|(?:we'?ll|i'?ll|will)"
        r" (?:definitely |certainly |so )*be back(?=[.! ,]|$)(?! (?:for (?:a|my) refund|with))"
        r"|(?:stayed|waited|sat) (?:with|on the line|up)(?: <w>){0,5}? until",
        r"(?:came|arrived|fixed|replaced|refunded|sorted|answered|replied|approved|paid(?: out)?|shipped|delivered"
        r"|resolved|installed|repaired|done|here)(?: <w>){0,3}? (?:in|within|under)"
        r" (?:just |only |less than |under )?(?:the hour|an? (?:day|hour|minute)|minutes|hours|no time|seconds"
        r"|(?:two|three|four|five|ten|\d+) (?:minutes?|mins?|hours?|seconds|days))",
        r"hassle[- ]free|(?:fail|fails|failed) to impress(?<!never fail to impress)",
        r"(?:didn'?t|did not|doesn'?t|does not|never|wasn'?t|weren'?t|not|won'?t be|won'?t)"
        r" (?:fails? to impress|disappoint(?:ed|s)?|let (?:me|us) down|regret(?: it)?)",
        r"(?:10|9|9\.5) ?/ ?10|5 ?/ ?5|a solid (?:8|9|10)",
        r"(?:big|huge|massive|special|heartfelt|sincere|endless|enormous|a million)"
        r" (?:thanks|thank[- ]you|shout[- ]?out|props|kudos|respect|love|hug)",
        r"(?:rescued|saved|made) <mine> (?:day|night|week|weekend|evening|morning|holiday|trip|wedding|party|bacon"
        r"|life|christmas|year|month|launch|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
        r"wish (?:i|we)(?:'d| had|d) (?:<w> ){1,5}?(?:sooner|earlier|years ago|before|long ago)",
        r"should(?:'ve| have) (?:switched|moved|bought|joined|done this|done that)(?: <w>){0,3}?"
        r" (?:years ago|sooner|long ago)",
        r"(?:restored|renewed|restores) (?:my|our) faith|hard to beat|will be back soon"
        r"|see you (?:all )?(?:again )?soon",
        r"(?:are|is|were|was|been) (?:just |so |really |genuinely |incredibly |all )+(?:nice|lovely|kind|sweet"
        r"|friendly)",
    ),
    shape(
        1.7,
        "praise",
        r"(?:cat|dog|wife|husband|kids?|son|daughter|mum|mom|dad|boss|team|toddler|baby|gran|nan|family|he|she)"
        r" (?:all |fully |totally |definitely )?approves?",
        r"love (?:how|that|the way|it when) (?:<w> ){1,3}?(?:always |just |actually |really |still )?(?:remember"
        r"|treat|car|help|fix|listen|add|improv|look|work|know|support|explain|respond|reply|repli|answer|thought"
        r"|think)(?:s|ed|ing|es|e)?",
        r"(?:is|are|was|were) (?:just |so |absolutely |actually |honestly )?unreal",
    ),
)
"""Praise in the words of a complaint; where both fit, `UNHAPPY_SHAPES` are asked first."""

_TROUBLE = (
    r"(?:remov(?:e|ed|es|ing)|clos(?:e|ed|es|ing)|los(?:e|t|es|ing)|stop(?:s|ped|ping)?"
    r"|cancel(?:s|led|ling|ed|ing)?|br(?:eak|oke|eaks|eaking)|delet(?:e|ed|es|ing)|rais(?:e|ed|es|ing)"
    r"|doubl(?:e|ed|es|ing)|ignor(?:e|ed|es|ing)|charg(?:e|ed|es|ing)|over ?charg\w+|forg(?:et|ot|ets|etting)"
    r"|refus(?:e|ed|es|ing)|ruin(?:s|ed|ing)?|wast(?:e|ed|es|ing)|bill(?:s|ed|ing)|block(?:s|ed|ing)?"
    r"|lock(?:s|ed|ing)?|hang(?:s|ing)? up|hung up|strand(?:s|ed|ing)?|delay(?:s|ed|ing)?"
    r"|tak(?:e|es|ing) (?:away|down|off|my|our|the)|took (?:away|down|off|my|our)"
    r"|mak(?:e|es|ing) (?:me|us|you|people|everyone) (?:wait|pay|late|miss|walk|stand|sit|feel|call|queue)"
    r"|made (?:me|us) (?:wait|pay|late|miss|walk|stand|sit|feel|call|queue)|leav(?:e|es|ing) (?:me|us|my|our)"
    r"|left (?:me|us|my|our)|gut(?:s|ted|ting)|kill(?:s|ed|ing)?|destroy(?:s|ed|ing)?|damag(?:e|ed|es|ing)"
    r"|scratch(?:ed|ing)|dent(?:ed|ing)|spoil(?:ed|t|ing)?|mislead(?:ing)?|mess(?:ed|es|ing)|screw(?:ed|ing)"
    r"|fail(?:s|ed|ing)?|crash(?:es|ed|ing)?|hid(?:e|es|den|ing)?|never (?:once )?(?:\w+)|can'?t|won'?t"
    r"|doesn'?t (?:work|care|let|answer|matter|load)|don'?t (?:work|care|let|answer)|suddenly|keeps? <lasting>"
    r"|kept <lasting>|lied|lying|stole|stealing|robb(?:ed|ing)|ghost(?:s|ed|ing)|replac(?:ed|es|ing)"
    r"|mov(?:ed|es|ing) (?:all|every|the))"
)
UNHAPPY_SHAPES = (
    shape(
        2.6,
        "irony",
        rf"(?:love|loving|adore|enjoy|appreciate|nice|great) (?:how|that|when|the way"
        rf"|it when) (?:<w> ){{1,3}}?{_TROUBLE}",
        rf"(?:thanks|thank you|thx|cheers|(?:great|nice|good|lovely) (?:job|work|one)|well done|bravo|congrats|kudos"
        rf"|congratulations)(?: <w>){{0,4}}? (?:for|on|by) (?:completely |totally |also |not |just )?{_TROUBLE}",
        r"(?:your|their|@?\w+'s) (?:idea|definition|version|notion|concept) of(?: <w>){1,4}"
        r" (?:is|was|means|involves)",
        r"(?:proud|happy|pleased) (?:of|with) yoursel(?:f|ves)",
        r"(?:this|that) is how (?:you|they|@\w+)(?: <w>)? (?:treat|repay|reward|run|handle|do|say)",
        r"what (?:exactly )?(?:am i|are we|do i|do we) (?:even |actually )?pay(?:ing)? (?:you )?for",
        r"(?:call|calls) (?:yourself|yourselves|itself|themselves)|make it make sense|my (?:foot|arse)|slow clap",
        r"(?:are|is) (?:you|they|@\w+|anyone|anybody) (?:lot |guys |people )?(?:even |actually |still )?(?:alive"
        r"|awake|listening|serious|kidding|joking|asleep|reading (?:these|this))",
        r"how is (?:this|that|it) (?:even |still )?(?:ok|okay|acceptable|legal|allowed|fair)",
        r"(?:who|whoever) (?:on earth |the hell |actually )?(?:thought|decided|designed|approved|signed off"
        r"|came up with)(?!\w| of you)",
        r"(?:has|have) (?:clearly |obviously |apparently )?never"
        r" (?:had to (?:use|eat|live|do)|used|met|seen a|flown)",
        r"if you (?:like|love|enjoy) (?:being|waiting|paying|queu\w+|sitting|arguing|losing|getting|hold)"
        r"(?: <w>){0,5}?,? (?:you'?ll|you will|then) (?:love|enjoy|adore)?",
        r"imagine (?:paying|waiting|charging|being (?:told|charged|left|stuck)|treating|needing|having to)",
    ),
    shape(
        2.4,
        "warns others",
        r"(?:don'?t|do not|never|nobody should|no one should)(?<!i don't)(?<!i dont)(?<!we don't)(?<!we dont)"
        r"(?<!i do not)(?<!you don't)(?<!why don't)(?<!i never)(?<!we never)"
        r" (?:ever |even |bother to )?(?:use|fly|book|buy|order|shop|trust|stay|go|sign up|rent|join|switch|travel"
        r"|eat|bank|deal)(?: (?:with|from|at|to|for|on|anything|in|<w> from))? <them>",
        r"(?:stay|keep|steer|run) (?:well |far |very )?(?:away|clear)(?: from| of)?(?: <them>)?|think twice before"
        r"|buyers? beware|save (?:your|yourself|yourselves)(?: the| your| some)?"
        r" (?:money|time|hassle|trouble|headache)",
        r"(?:won'?t|will not|not|never) (?:be |ever |going to |gonna )*(?:fly|us|buy|order|book|stay|shop|go|com"
        r"|renew|eat|visit|travel|return|bank|rent)(?:ing|e|ning)?(?: <w>){0,5}? (?:again|ever again)",
        r"(?:take|taking|took) (?:my|our) (?:business|money|custom) (?:elsewhere|somewhere)|good riddance|i give up",
        r"(?:bought|buy|buying|ordered|going|gone|shop|shopping|went) (?:it |one )?elsewhere"
        r"|ga?ive?n? up (?:and|on (?:you|them|@\w+)|waiting|calling|trying)",
    ),
    shape(
        2.0,
        "no answer",
        r"<nobody> (?:to (?:talk|speak) to|answer\w*|picks? up|pick(?:ed|ing) up|repl\w+|respond\w*"
        r"|call(?:s|ed)?(?: back)?|c[ao]mes?|help(?:s|ed)?"
        r"|(?:will|can|could|would|wants? to) (?:help|tell|say|explain|answer)|cares?|bother\w*|turned up"
        r"|show(?:s|ed) up|told (?:me|us))",
        r"(?:not (?:a single|one|even an?|even one)|no|zero|0|without (?:a single |any |an? )?"
        r"|never (?:got|had|received|sent) (?:an?|any|even an?)) ?(?:human|real person|repl(?:y|ies)|responses?"
        r"|answers?|apolog(?:y|ies)|explanations?|call ?backs?|communication|compensation|acknowledge?ment"
        r"|follow[- ]up|solution|resolution|heads[- ]up)(?! (?:needed|necessary|required|is needed|expected))",
        r"ghost(?:ed|ing)(?: (?:by|me|us))?|left on read|radio silence|fobbed off|stonewalled"
        r"|(?:fell|falls) on deaf ears",
        r"<cannot> (?:even |ever )?(?:reach|contact|get (?:a )?hold of|get through|get in touch with|speak to"
        r"|talk to)",
        r"no way (?:to (?:contact|reach|talk|speak|complain|cancel)"
        r"|of (?:contacting|reaching|talking|speaking|cancelling))",
        r"(?:copy[- ]paste[d]?|canned|automated|scripted|robot) (?:repl(?:y|ies)|answers?|responses?|messages?)",
    ),
    shape(
        1.7,
        "waiting",
        r"still (?:waiting|hasn'?t|haven'?t|have not|has not|nothing"
        r"|not (?:fixed|working|here|arrived|received|resolved|sorted|refunded|shipped|delivered|heard|got|been)"
        r"|(?:getting|being|been) (?:billed|charged)|(?:broken|missing))",
        r"been (?:waiting|chasing|on hold|trying|stuck|without|asking|arguing|promised|told)",
        r"(?:arguing|fighting|battling) (?:with|over|about)",
        r"where(?:'?s| is| are|'?re|s) (?:my|our) (?:refund|money|order|parcel|package|luggage|bags?|suitcases?"
        r"|delivery|driver|food|stuff|deposit|reply)",
        r"\d+ (?:\w+ )?(?:emails?|calls?|tickets?|messages?|mails?|attempts?|requests?|letters?|complaints?"
        r"|technicians?)(?:,| and| later| so far|\.| -) ",
        r"(?:next[- ]day|same[- ]day|24[- ]?hours?|coming soon|any day now|express|priority|soon)['\"]? (?:since"
        r"|turned|became|means|apparently)",
        r"(?:you|they|@\w+|was|were|been) (?:keep |kept )?(?:promis(?:ed?|ing)|assured|guaranteed|told (?:me|us)?)"
        r"(?: <w>){0,5} (?:but|yet|and (?:now|still|nothing|then))",
    ),
    shape(
        1.6,
        "something failed",
        r"(?:booked|ordered|asked for|paid for|bought|requested|promised)"
        r" (?:an? |the |my |our |<w> )?(?:<w>,? ){1,4}?(?:and |but )?(?:got|received|was given|were given)"
        r"(?! it| them| mine| the)|sent (?:me |us )?(?:two left|someone else'?s|the wrong|an? wrong|an? empty"
        r"|half)|(?:someone|somebody) else'?s (?:\w+ )?(?:parcel|order|underwear|hair|bag|name|data|food|mail|bill"
        r"|letter|account)|to (?:another|the wrong) (?:street|house|address|door|town|person|city)",
        r"(?:sole|handle|wheel|lid|button|zip|strap|heel|door|knob|paint|logo|key|screen|leg|part|hinge)s?"
        r" (?:just )?(?:fell|came|snapped|broke|comes|falls|peel\w+|dropp\w+) (?:off|apart|out|away)|fell apart"
        r"|came apart|falling apart|worn out after",
        r"(?:smell(?:s|ed|t)?|tast(?:es|ed)?) (?:off|of|like|funny|weird|odd|foul)"
        r"|(?:straight|went|going) (?:in|into) the bin",
        r"(?:threw|thrown|dumped|chucked|tossed|left)(?: <w>){0,3}? (?:over|in|on|behind|outside|under)"
        r" (?:the|my|our|a) (?:\w+ )?(?:fence|bin|rain|street|road|pavement|bushes|hedge|stairs|snow|wheelie|gate"
        r"|wall)",
        r"(?:logs?|logged|logging|kicks?|kicked|kicking|signs?|throws?) (?:me|us) (?:out|off)|keeps? (?:<w>ing)",
        r"(?:explained|told|said|repeated|asked|written|called|explaining|repeating)(?: <w>){0,4}?"
        r" (?:to )?(?:\d+|two|three|four|five|six|seven|ten)"
        r" (?:different )?(?:people|times|agents|persons|departments|of you)"
        r"|(?:\d+|two|three|four|five|ten|a hundred) times a (?:day|week|night)"
        r"|(?:says|said|say|tells?|told)(?: me)? something (?:different|else)|<w> shrug(?:s|ged)",
    ),
    shape(
        0.9,
        "waiting",
        r"(?<!customer )(?<!member )(?<!subscriber )since"
        r" (?:last |early |late )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may"
        r"|june|july|august|september|october|november|december|spring|summer|autumn|winter|easter|christmas|week"
        r"|month|year|yesterday|20\d\d)",
        r"(?:all|whole|entire) (?:day|morning|afternoon|weekend|evening|night|week)|half an hour|over an hour"
        r"|an hour late",
        r"for the (?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|umpteenth|millionth) time"
        r"|(?:day|week|month) (?:two|three|four|five|\d+) of",
    ),
    shape(
        1.8,
        "money",
        r"(?:rais|hik|increas|jack|bump|doubl|put)(?:e|es|ed|ing|ting)?(?: up)?(?: <w>){0,3}?"
        r" (?:prices?|rates|fees?|rent|bills?|subscriptions?|premiums?|tariffs?)",
        r"(?:prices?|fees?|bills?|rates|premiums?|rent|subscriptions?)(?: <w>){0,2}?"
        r" (?:going up|went up|gone up|doubled|tripled|keeps? (?:going up|rising|climbing|increasing)|up again)"
        r"|(?:price|rate) (?:hike|rise|increase)s?",
        r"charg(?:ed|ing) (?:me |us |my <w> )?(?:twice|double|three times|again|for (?:nothing|something|it twice))",
        r"(?:getting|got|being|was|were|been) (?:billed|charged|double[- ]charged|overcharged)"
        r" (?:for|twice|again|after|still|extra)",
        r"(?:refus\w+ to|won'?t|will not) (?:give|refund|pay|honou?r|return|help|replace|fix|let me|let us|accept"
        r"|cancel|take (?:it|them) back)",
        r"want (?:my|our) (?:money|deposit|refund)(?: back)?"
        r"|give (?:me|us) (?:back )?(?:my|our) (?:money|deposit|refund)"
        r"|(?:took|taken|taking|kept|keeping|keeps?) (?:my|our) (?:money|deposit)|(?:owe|owes) (?:me|us)",
        r"fraud on (?:my|our)|(?:is|are|outright|pure|total|plain|straight[- ]up|just|absolute)"
        r" (?:an? )?(?:fraud|theft|extortion|con|swindle|racket)|frauds|con artists?"
        r"|unauthori[sz]ed (?:charges?|payments?|transactions?)",
    ),
    shape(
        2.0,
        "harm",
        r"(?:sick|ill|unwell|poisoned|a rash|vomiting|throwing up|in hospital) (?:from|after|because of|thanks to)"
        r" (?:your|their|eating|using|the|a|drinking)",
        r"ma(?:de|kes|king) (?:me|us|him|her|them|my <w>|our <w>)"
        r" (?:feel )?(?:violently |really |so )?(?:sick|ill|unwell|vomit|throw up|cry)"
        r"|(?:vet|medical|hospital|dentist) bills?",
        r"(?:found|there (?:was|were|is)|with) (?:an? |some )?(?:\w+ )?(?:hair|bugs?|mould|mold|glass|plastic"
        r"|cockroach(?:es)?|worms?|maggots?|insects?|fly|flies|plaster|metal) (?:in|on|inside) (?:my|our|the|it)",
        r"(?<!i )(?<!we )(?:corrupt(?:ed|s|ing)?|wip(?:ed|es|ing)|eras(?:ed|es|ing)|destroy(?:ed|s)|wreck(?:ed|s)"
        r"|eaten|ate|damag(?:ed|es)|scratch(?:ed|es)|smash(?:ed|es)|dent(?:ed|s)|crush(?:ed|es)|stain(?:ed|s)"
        r"|lock(?:ed|s)|kick(?:ed|s)|shred(?:ded|s)|flood(?:ed|s)|burn(?:ed|t|s)) (?:all )?(?:of )?(?:my|our)",
    ),
    shape(
        1.4,
        "displeasure",
        r"(?:^|[.!?,] ?|@\w+ |please |and )(?:just )?(?:stop|quit|enough with) (?:the |with |your )?\w+ing",
        r"20\d\d and (?:<w> ){0,3}?(?:still|no|can'?t|don'?t)|in 20\d\d[.?!]",
        r"(?:one|1|zero|0|no) stars?|(?:0|1|2|minus \d+) ?/ ?(?:10|5)",
        r"(?:sort|get|pull) (?:it|yourself|yourselves|your \w+) (?:out|together)"
        r"|hire (?:someone|somebody|people|humans)|learn (?:to|how to)|unbelievable(?=[.!?]|$)",
        r"you closed (?:my|our|the)|(?:shouted|yelled|screamed|swore|laughed|snapped|sneered|barked) at (?:me|us|my)",
    ),
)
"""Complaints by what happened, each with a gap where a name may stand."""
