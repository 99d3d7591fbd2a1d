"""Urgency that is told, not said: a body in danger, what is private in others' hands, many at a standstill, a moment
that comes too soon, an authority that was told.

A shape joins classes of words (`urgent_classes`), a space is any blank. A row is tried only where one of its `signs`
was said, as most posts have none.
"""

from __future__ import annotations

from bot.understanding.english.urgent_classes import urgent_shape
from bot.understanding.english.urgent_harm import HARM

URGENT_SHAPES = (
    *HARM,
    urgent_shape(
        "data in danger",
        "see saw seeing view views read reads open access accessed show shows showed showing shown sent emailed"
        " mailed"
        " gave given posted handed forwarded shared disclosed find track visible public exposed accessible readable"
        " published displays exposes told tell telling found seen another else other neighbour neighbors neighbours"
        " neighbor stranger changed cc name identity received get getting opened downloaded logged hacked hijacked"
        " taken",
        r"(?:see|saw|seeing|views?|read|open(?:ed)?|access(?:ed)?|show(?:s|ed|ing|n)?|find|logged (?:me )?into)"
        r"(?: me| us| <w>){0,3}? <others'>(?: <w>){0,2}? (?:<private>|orders?)"
        r"|(?:see|saw|seeing|views?|read|open|access|downloaded|shows?|showed)(?: <w>){0,3}?"
        r" (?:<private>|children) (?:of|from|belonging to)"
        r" (?:other|another|someone|somebody|a different|strangers|all)"
        r"|<others'>(?: <w>)? <private> (?:was|were|is|are)(?: <w>)? in (?:my|our)"
        r"|(?:is|was|are|were) <others'> (?:<private>|medicine)",
        r"(?:\d+|all|other|your)(?: <w>)? (?:customers|addresses|people|recipients|clients|patients|members|guests"
        r"|parents)(?: <w>)? (?:in|on) (?:the )?(?:cc|copy)|(?:stole|stolen|steal) (?:my|our) identity"
        r"|identity (?:theft|was stolen|fraud)|(?:someone|somebody|a stranger)(?: <w>){1,5}? in my name",
        r"(?:got|get|getting|received|sent|emailed|mailed|posted|given|gave)(?: <w>){0,3}? <others'>(?: <w>){0,2}?"
        r" (?:invoices?|statements?|pay ?slips?|results?|files?|records?|diagnos[ei]s|passports?|contracts?"
        r"|bank details|prescriptions?|tax returns?|data|details|documents?|medical \w+)",
        r"(?<!i )(?<!we )(?<!i've )(?:sent|emailed|mailed|gave|given|posted|handed|forwarded|shared|disclosed"
        r"|showed|shown|read)(?: <w>){0,2}? (?:my|our|his|her|their|<kin>'s)(?: <w>){0,2}? <private>(?: <w>){0,2}?"
        r" (?:to|with) <strangers>",
        r"(?<!i )(?<!we )(?:sent|emailed|mailed|gave|showed|told) <strangers>"
        r" (?:(?:my|our|his|her|<kin>'s)(?: <w>){0,2}? <private>"
        r"|where (?:i|we|she|he|my \w+) (?:live|lives|work|works|am|are|is))",
        r"(?:someone|somebody|hackers?)(?: has| have| just)? changed my"
        r" (?:e-?mail|password|phone number|pin|login)|(?<!let )<strangers>(?: with the link| <w>){0,2}?"
        r" (?:can|could|was able to|is able to|has|have|had|got)(?: <w>)?"
        r" (?:see|saw|read|views?|open|access|find|track|download|seen)(?: to)?(?: <w>)?"
        r" (?:my|our|his|her|their)(?: <w>){0,2}? <private>"
        r"|<strangers> (?:got|received|obtained|has) (?:a copy of )?(?:my|our)(?: <w>){0,2}? <private>",
        r"(?:my|our)(?: <w>){1,4}? (?:is|are|was|were)(?: <w>)?"
        r" (?:visible|accessible|readable|exposed|open|public) (?:to <strangers>|online|on the (?:internet|web))"
        r"|(?:my|our|(?:the|a) <w> (?:i|we))(?: <w>){1,4}? can be (?:found|seen|read|opened) (?:on|by|in|via|at)"
        r" (?:google|<strangers>|the (?:internet|web)|search)"
        r"|(?:shows?|showed|published|posted|displays?|exposes?) (?:my|our|<kin>'s)(?: <w>){0,2}? <private>"
        r" (?:to <strangers>|online|publicly|on (?:the internet|google|your))",
        r"(?:my|our)(?: <w>){0,2}? (?:account|profile|e-?mail|page|shop|store|phone|card)"
        r" (?:was|is|has been|got|has just been|just got|were) (?:just |being )?(?:hacked|hijacked|taken over)",
    ),
    urgent_shape(
        "money is gone",
        "emptied drained cleaned cleared empty gone stolen stole withdrawals transfers withdrew",
        r"(?:someone|somebody|thieves|hackers?|scammers?|who)"
        r" (?:has |have |just )*(?:emptied|drained|cleaned out|cleared out|withdrew|transferred|stole)"
        r"(?: <w>){0,4}? (?:my|our|<kin>'s)(?: <w>){0,2}? (?:accounts?|savings|money|card|wallet|balance|pension)",
        r"(?:my|our|<kin>'s)(?: <w>){0,2}? (?:accounts?|savings|wallet|pension|life savings)(?: <w>)?"
        r" (?:is|are|was|were|has been|have been|got) (?:suddenly |all |completely |just |being )?(?:emptied"
        r"|drained|empty|gone|stolen|cleaned out)",
        r"(?:withdrawals|transfers)(?: <w>){0,5}? (?:(?:i|we) (?:never|didn'?t) (?:made?|authori[sz]e)"
        r"|aren'?t (?:mine|ours))",
    ),
    urgent_shape(
        "many are at a standstill",
        "nobody none everyone everybody all every entire whole half hundreds thousands dozens standstill still"
        " no-one one"
        " standing waiting stopped died crashed frozen stuck offline down paralysed paralyzed out no not dark cold"
        " without",
        r"(?:nobody|no[- ]?one|none|not one)(?: of (?:us|our|my)| in (?:our|the)| at (?:our|the)| on (?:our|the))"
        r"(?: <w>){0,3}? (?:can|could|is able to)(?: even)?"
        r" (?:log|sign|access|work|pay|open|use|print|enter|get|order|book|reach|call|check|connect|start|join|see"
        r"|read|send|receive|clock|teach|trade|ship)|(?:nobody|no[- ]?one) can (?:pay|sign in)"
        r"|(?:nobody|no[- ]?one|none) (?:in|at|on) (?:our|the|my)(?: <w>)? <place> can"
        r" (?!beat|believe|wait|help|top|match|tell|say)(?:<w>)"
        r"|none of (?:the|our)(?: <w>)? <ours> can (?!beat|believe|wait|help|top|match|tell|say)<w>"
        r"|(?:nobody|none|no[- ]?one) of us (?:can|could|gets?)"
        r"|(?:no|not a single|not one) (?:student|patient|customer|client|guest|employee|user|teacher|driver"
        r"|member|order|payment|call|pupil|nurse|doctor|machine|shop|branch)"
        r" (?:can|could|gets? (?:in|through)|goes through|comes through|works)",
        r"(?:our|my)(?: <w>)? (?:<place>|tills|phones|checkout|servers?|booking system|switchboard)"
        r" (?:is|are|has been|have been|went|has|have) (?:completely |all |still )?(?:offline|stopped|died|frozen"
        r"|down|dark|paraly[sz]ed|dead|at a standstill|out of action)",
        r"(?:we|i|we'?re|i'?m|tenants|residents|patients|guests)(?: <w>){0,3}?"
        r" (?:(?:sitting|been|living|left|are|stand\w*) in the (?:dark|cold)"
        r"|without (?:water|power|electricity|heating|heat|gas)(?! (?:bottle|cooler)))",
        r"(?:all|none of|not one of|every(?:one| one)?|half|most|hundreds|thousands|dozens|\d{2,6})"
        r"(?: of)?(?: (?:our|my|the))?(?: \d+| <w>)? <ours>(?: <w>){0,2}?"
        r" (?:<cannot>(?! (?:wait|get enough|believe|praise|stop|live|imagine))"
        r"|(?:is|are|were|have been|has been|keep|keeps) (?:all |now |suddenly )?(?:locked out|down|stuck|offline"
        r"|standing|blocked|idle|failing|rejected|declined|bouncing|frozen)|fails?|failed|bounces?|bounced)",
        r"(?:payments?|orders?|calls?|logins?|transactions?|bookings?|transfers?|deliveries)(?: <w>){0,2}?"
        r" (?:fail(?:ing|ed|s)?|bounc(?:ing|ed|es)|rejected|declined|blocked|down)(?: <w>){0,2}?"
        r" (?:for|of|at|in|across) (?:all|every|each|any|everyone|most|half)"
        r"(?: of)?(?: our| my| the)?(?: <w>){0,1}? ?<ours>",
        r"(?:whole|entire)(?: <w>)? <place>(?: <w>){0,3}?"
        r" (?:(?:has|have|had|with|is|are|been) (?:had )?(?:no|without)"
        r"|(?:is|are|has been|have been|was) (?:down|standing|offline|dark|stuck|idle|dead|locked|at a standstill)"
        r"|stands? still|<cannot> (?:work|log|access|open|print|use|trade|call|pay|enter|get in)"
        r"|without (?:water|power|electricity|heating|heat|gas|internet|phones?|light))",
        r"\d{2,6}(?: <w>)? (?:<ours>|fans|kids|children|visitors|passengers)(?: <w>){0,2}?"
        r" (?:waiting|stranded|outside)",
        r"(?:card readers?|tills|terminals|servers|phones|registers|pumps|gates|turnstiles)(?: <w>){0,4}?"
        r" (?:have|has|are all|all) (?:died|dead|down|crashed|frozen|stopped)",
        r"no (?:running |hot |drinking )?(?:water|electricity|power|heating|heat|gas|phones?|internet|signal"
        r"|light) (?:<w> ){0,3}?(?:in|at|for|across|on) (?:the|our) (?:whole|entire)",
        r"at a (?:complete |total )?standstill|(?:warehouse|production|line|factory|shop|business|plant|work|site)"
        r" (?:is|are|has been) (?:standing still|at a standstill)",
    ),
    urgent_shape(
        "it must be soon",
        "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight today hour hours minutes minute"
        " mins min hrs hr afternoon evening morning at noon stranded stuck locked alone without midnight due two"
        " three four five six seven eight nine ten",
        r"<event>(?:'s)?(?: <w>){0,4}? <soon>(?! \d)[^.?!\n]{0,60}? <blocked>(?! (?:it|they|he|she)\?)",
        r"due(?: <w>)? (?:<soon>|midnight)[^.?!\n]{0,60}? <blocked>",
        r"hours(?: <w>){0,4}? without (?:water|food|a toilet|air|heating|power|medication)"
        r"|(?:i'?m|she'?s|he'?s|we'?re|am|are|is|was|were) (?:alone|stranded|standing|sitting|waiting)"
        r" (?:all )?(?:on|at|in|by) (?:an?|the) (?:<w> )?(?:mountain(?: road)?|road|roadside|motorway|highway"
        r"|hard shoulder|forest|dark|lay-?by|bridge|tunnel|tarmac)",
        r"<event>(?: <w>){0,2}? <soon>[.!?,]? [^.?!\n]{0,50}?<blocked>(?! (?:it|they|he|she)\?)",
        r"<blocked>(?: <w>){0,6}?,?(?: <w>){0,4}? (?:my|our|the|his|her) <event>(?: <w>){0,2}? <soon>",
        r"stranded (?:with|abroad|in|at|on|here)|(?:(?<=^)|(?<=[.!?,;] )|i'?m |we'?re |i am |we are |are |were "
        r"|been |sitting )stuck (?:at|in|on) (?:the |a |an )?(?:<w> )?(?:airport|border|motorway|highway|platform"
        r"|customs|roadside|mountain|middle of nowhere|side of the road)"
        r"|locked out of (?:my|our) (?:own )?(?:house|flat|apartment|home|car|room)",
    ),
    urgent_shape(
        "threatens legal action",
        "lawyer lawyers attorney attorneys solicitor solicitors barrister counsel legal damages judge proceedings"
        " injunction"
        " regulator regulators ombudsman authority authorities commissioner agency lawsuit case claim standards"
        " watchdog watchdogs bureau bbb ftc fcc"
        " cfpb ico bafin fca fda osha prosecutor tribunal inspector inspectorate department commission council"
        " safety court police",
        r"(?:our|his|her|their|my) (?:solicitors?|barristers?|legal (?:counsel|advis[eo]r|insurance))"
        r"(?! (?:recommend|love|like|use|work))|(?:preparing|considering|filing|bringing|starting)"
        r" (?:an? |the )?(?:lawsuit|legal|claim|case|suit)(?! (?:file|form|for you|study))"
        r"|(?:instructed|hired|consult(?:ed|ing)|contact(?:ed|ing)|engaged|retained|spoken (?:to|with)|talking to"
        r"|speaking (?:to|with)|calling|call|get|getting|seeing|briefed) (?:an? |my |our |the )?<lawyer>",
        r"(?:see|meet) you in(?: <w>){0,2}? court|(?:labou?r|employment|high|district) court"
        r"|<lawyer> (?:have|has|will|is|are) (?:taken|be|writing|act|advised|told|already|on it|looking|preparing)"
        r"|<authority> (?:has (?:my|our|been|your|all)|will (?:hear|get|be|look|decide)|knows|is investigating"
        r"|already)|(?:go|going|went|turn|off) to the police",
        r"(?:claim|seek|recover|sue for|pursue|demand)(?:ing)? (?:the |full |for |all )?damages"
        r"|(?:before|in front of) (?:a|the) judge|(?:legal|court) (?:proceedings|steps|claim)|letter before action"
        r"|injunction",
        r"(?:report(?:ed|ing)?|fil(?:ed|e|ing)|lodg(?:ed|e|ing)|complain(?:ed|ing)?|went|going|go|taking|taken"
        r"|take|took|turn(?:ed|ing)?|refer(?:red|ring)?|escalat\w+|written|writing|wrote)(?: <w>){0,6}?"
        r" (?:to|with|at|before)(?: (?:the|your|our|a))?(?: <w>){0,2}? <authority>"
        r"|(?:contact(?:ed|ing)|inform(?:ed|ing)|alert(?:ed|ing)|notif(?:ied|ying)|call(?:ed|ing)|on to"
        r"|in touch with|spoken to|speaking to)(?: (?:the|our|your))?(?: <w>)? <authority>",
    ),
    urgent_shape(
        "the press",
        "public papers paper news media press tv television journalist journalists reporter reporters bbc cnn radio"
        " newspaper"
        " paper camera publish times platform platforms internet everywhere online network",
        r"go(?:ing)? public(?=[.!,]|$| (?:tomorrow|today|tonight|if|unless|and|by|on|next|soon|about|in)"
        r"| with (?:this|it|that|everything|what|our story|my story|the (?:story|emails|photos|recording|whole)))",
        r"(?:will|\w+'ll|going to|gonna) (?:all |soon |be )?(?:read|reading|hear|hearing|see|seeing)(?: <w>){1,3}?"
        r" (?:in|on)(?: <w>){0,2}? <media>|<media> (?:will|shall|is going to)"
        r" (?:have|hear|get|know|love|report|see|be|come|stand|wait)",
        r"(?:will|\w+'ll|going to|gonna|about to) (?:publish"
        r" (?:it|this|all|every|the (?:story|mails?|emails?|recording|chat|photos))|post|publish|put|share|spread)"
        r"(?: <w>){0,4}? (?:on every|everywhere|on all|all over|on social|across every)(?: <w>)?",
        r"(?:contact|contacted|contacting|call|called|calling|email|emailed|tipped off|talk(?:ed|ing)? to|spoke to"
        r"|spoken to|speaking to|tell|told|telling|going to|go to|alerted|writing to|written to)"
        r" (?:the |an? |several |our |my )?(?:local |national )?<media>",
    ),
    urgent_shape(
        "may leave",
        "or warning demand then otherwise until till",
        r"you have (?:until|till|time until)|(?:until|by)(?: <w>){1,3}?,? (?:then|otherwise|after that)"
        r" (?:i|we|it)(?:'ll|'m|'re)? (?:go|going|report|reporting|sue|suing|cancel|leave|leaving|publish"
        r"|call (?:the|my|our|a)|take|taking|inform)",
        r"(?:last|final) (?:warning|demand|reminder before)"
        r"|(?:by|until|before) (?:tonight|tomorrow|today|noon|midnight|the end of the (?:day|week)"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} ?(?:am|pm)) or"
        r" (?:else|i|we|it'?s|chargeback|you'?ll|my|our)",
    ),
)
