"""Complaints that praise or ask, harm that is told as a fact, and praise that denies or tells of trouble that is over.

Rows as in `stance_shapes`, each with the words of which one must be said, as most posts have none of them.
"""

from __future__ import annotations

from bot.understanding.english.stance_shapes import shape
from bot.understanding.english.stance_words import Weighted
from bot.understanding.patterns import word_set

Signed = tuple[frozenset[str], Weighted]
_MANY = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)"
_YES = (
    r"(?!(?:never|not|nobody|no|none|nothing|didn'?t|won'?t|haven'?t|hasn'?t|still|can'?t|couldn'?t|refus\w*"
    r"|only)\W)"
)
_GRAND = (
    r"(?:great|brilliant|lovely|fantastic|wonderful|perfect|nice|awesome|super|excellent|superb|amazing|cool|fab"
    r"|marvellous"
    r"|terrific|charming|joy|bravo|splendid|magnificent)"
)
_SPOILT = (
    r"(?:holes?|cracks?|dents?|scratch(?:es)?|stains?|tears?|rips?|chips?|leaks?|marks?|stench|missing|broken"
    r"|bent)"
)


def _signed(signs: str, weight: float, label: str, *shapes: str) -> Signed:
    return word_set(signs), shape(weight, label, *shapes)


PRAISED_UNSAID = (
    _signed(
        "solved resolved sorted fixed cured patched replaced refunded corrected exchanged repaired right found"
        " returned handed waiting brought",
        2.0,
        "put right",
        r"(?:problem|issue|trouble|matter|mistake|mix-?up|error|crash|bug|fault|it|everything|this|all)s? (?:was "
        r"|is |were |got |has"
        r" been |been |all )?(?:now |quickly |already |promptly )?(?:solved|resolved|sorted(?: out)?|fixed|cured"
        r"|put right)",
        r"(?<!n't )(?<!not )(?<!never )(?<!t have )(?:fixed|solved|cured|resolved|sorted|patched)(?: out)? (?:my|our"
        r"|the|that|this|it)"
        r"(?: <w>){0,3}? (?:crash|bug|problem|issue|error|trouble|leak|fault|freezing|lag|stutter|noise)(?:es|s)?",
        r"(?:had|with|an?|made) (?:<w> )?(?:issue|problem|mix-?up|fault|hiccup|mistake|glitch|bug|delay|crack|error)"
        rf"(?: <w>){{0,6}}?[,.;]?(?: but| and)? (?:they|you|she|he|support|someone|your \w+|the (?:team|shop|staff"
        rf"|driver|company)|staff)"
        rf"(?: {_YES}<w>){{0,3}}? (?:replaced|fixed|sorted|solved|refunded|resolved|corrected|exchanged|repaired"
        rf"|put it right|made it"
        r" right)(?! the wrong| nothing| half)",
        rf"(?:^|[.!?] |i |i'd |we |kids |son |daughter )(?:lost|forgot|forgotten"
        rf"|left)(?: {_YES}<w>){{0,6}}?[,.]? (?:and |but )?(?:{_YES}<w> ){{0,2}}?(?:found|returned|handed|brought"
        rf"|was (?:at|back|returned|handed|found"
        r"|waiting)|got it back|sent it back)(?! (?:\w+ )?(?:nothing|no|broken|damaged|empty|out|late|after|wet"
        r"|stolen|gone))",
    ),
    _signed(
        "back",
        1.6,
        "put right",
        r"(?:called|rang|phoned|got|wrote|came)(?: me| us)? (?:right |straight )?back (?:to (?:me|us) )?(?:in|within)"
        r" (?:<w> )?(?:seconds|minutes|the hour|an hour|no time|the day)",
    ),
    _signed(
        "old previous former hate dread loathe dislike nearly almost myself ourselves",
        0.9,
        "better than others",
        r"(?:my|our) (?:old|previous|former) (?:<w> )?(?:bank|provider|supplier|insurer|airline|phone|vet|dentist"
        r"|gym|agency|app"
        r"|company|tool|software|vendor|garage|landlord|one|carrier|broker|bike|car|laptop|doctor|hotel|shop"
        r"|supermarket)"
        r" (?:was|were|had|never|always|kept|would|took|couldn'?t|didn'?t|\w+ed)(?! (?:so |much |far "
        r"|way )*(?:better|great|good|fine|cheaper"
        r"|faster|nicer|free|quicker))(?: <w>){1,6}?(?=[,.;!:]| but| and| so|$)",
        r"used to (?:hate|dread|loathe|avoid|fear|dislike)|(?:nearly|almost) (?:missed|lost|gave up"
        r"|forgot)(?: <w>){0,4}?,? (?:but |and |until )?(?:you|they"
        r"|your <w>|the <w>) (?:waited|helped|held|saved|found|ran|came|called|reminded)|(?:i|we) (?:broke|lost"
        r"|dropped|damaged|forgot|cracked|spilled"
        r"|ruined)(?: <w>){0,4}? (?:myself|ourselves)",
    ),
    _signed(
        "worried afraid nervous sceptical skeptical dreading dreaded anxious unsure doubts doubtful reluctant scared"
        " feared",
        1.6,
        "better than feared",
        r"(?:was|were|been|had|i|we)(?: <w>){0,2}? (?:worried|afraid|nervous|sceptical|skeptical|dreading|dreaded"
        r"|anxious|unsure|doubts"
        r"|doubtful|reluctant|scared|feared)(?: <w>){0,8}?[,;.-]? ?(?:but |and then |until |yet )?(?:it|they|you|she"
        r"|he|this <w>|that|the"
        r" <w>)(?: all| only| just| really| actually| both)* (?:took(?! (?:ages|forever|weeks|months|days|hours|my"
        r"|so|\d+ (?:w|h)))|was(?! (?:right"
        r"|not|late|wrong|worse|broken|lost|down|cancel\w*|never|rightly|terrible|even))|went(?! (?:wrong|down"
        r"|missing))|turned out(?! (?:i|to be right"
        r"|worse))|worked|works|made|explained|calmed|is(?! (?:not|late|wrong|worse|broken|lost|down|still)))",
    ),
    _signed(
        "better nicer kinder cheaper friendlier finer tastier so such complain fault criticise criticize moan"
        " grumble improve flaw flaws fault wait waited queue queued chase",
        2.2,
        "praise",
        r"(?:won'?t|wouldn'?t|can'?t|couldn'?t|cannot|will not|will never|never|hard to|nobody|no one) (?:find|found"
        r"|see|meet|met|had|have|eaten"
        r"|eat|tasted|stayed|owned|does|makes|do|imagine)(?: <w>){0,4}? (?:better|nicer|kinder|cheaper|friendlier"
        r"|finer|tastier)",
        r"(?:nobody|no one) \w+s (?:it |them |a )?(?:better|nicer|finer)|never (?:have to |had to |need to "
        r"|needed to )?(?:wait|waited|queue|queued|chase)"
        r"(?! (?:so|this|that|such))|(?:tried|trying|hard) to find (?:an?|any) (?:flaw|fault"
        r"|weakness)(?: <w>){0,2}?(?: (?:failed|couldn'?t|in vain))?",
        r"never (?:been|felt|had|seen|met|travelled|slept)(?: <w>){0,2}? (?:so|such)(?: an?)? (?:well|good|kind"
        r"|kindly|warmly|welcome|relaxed|safe"
        r"|quick|quickly|happy|nice|nicely|friendly|smooth|easy|easily|helpful|lovely|comfortable|spoil\w+|pampered"
        r"|looked after|cared for"
        r"|warm|fast|clean|gentle|patient|soundly)",
        r"(?:couldn'?t|can'?t|cannot|could not|didn'?t|did not|hard to|struggled? to|nothing|no reason|no cause"
        r"|not much|little)(?: <w>){0,2}?"
        r"(?: (?:find|found|think of|have|see|spot))?(?: (?:anything|something|a thing|one thing"
        r"|a single thing))? to (?:complain|criticise"
        r"|criticize|fault|moan|grumble|improve)(?: about)?|<cannot> find (?:a|any|a single|one) (?:fault|flaw)s?",
    ),
    _signed(
        "no zero",
        1.5,
        "praise",
        r"(?:no|zero) (?:queues?|fuss|stress|drama|hassle|small print|hidden (?:fees|costs|charges)|nasty surprises"
        r"|surprises|nonsense|pushy \w+"
        r"|pressure|gimmicks|catch|jargon|tricks|traffic|noise|faff|upselling|paperwork)(?= (?:was|were|is|at all)"
        r"|[,.;!]|$| and| or|- )",
    ),
    _signed(
        "cargo cattle number idiot criminal stupid fool burden nuisance dirt wallet sheep sardines rubbish fault",
        1.9,
        "praise",
        r"(?:doesn'?t|don'?t|didn'?t|never|not|without|isn'?t)(?: <w>){0,2}? (?:treat(?:ing|ed|s)?|make|making|made"
        r"|talk(?:ing)?)(?: <w>){0,2}?"
        r" (?:like|feel|as)(?: like)?(?: an?| just a)? (?:cargo|cattle|number|idiot|criminal|stupid|fool|burden"
        r"|nuisance|dirt|wallet|sheep"
        r"|sardines|rubbish)",
        r"(?:wasn'?t|isn'?t|was not|not) (?:really )?(?:your|their|his|her) fault",
    ),
    _signed(
        "handled sick dealt",
        1.8,
        "praise",
        r"(?:handled|dealt with) (?:it|this|that|everything|the <w>|my <w>|us)(?: <w>)? (?:well|brilliantly"
        r"|beautifully|superbly|perfectly|calmly"
        r"|professionally|gracefully|kindly|with (?:care|grace|patience|humou?r))",
        r"(?:line|beat|bass|drop|solo|track|song|album|graphics|design|colou?rs?|ride|moves?|show|playlist|trailer"
        r"|edit|animation|skin) (?:is|are) (?:so |absolutely"
        r" |just )?sick",
        r"(?<!got )(?<!made me )(?<!feel )sick (?:design|beats?|tune|track|moves|bike|graphics|trainers|kicks|show"
        r"|set|views?|drop|build|ride|song"
        r"|album|bro|mate|playlist|jacket|mix|solo|artwork|colou?rs)",
    ),
)
"""Praise in the words of trouble: asked first, so that its words count for no complaint."""

BLAMED_UNSAID = (
    _signed(
        "great brilliant lovely fantastic wonderful perfect nice awesome super excellent superb amazing cool fab"
        " marvellous terrific"
        " charming joy bravo splendid magnificent love loving adore masterclass lesson phd champion champions"
        " congratulations only treat delight pleasure privilege",
        2.8,
        "irony",
        rf"(?:^|[.!?] |oh |well |ah |how |@\w+ ){_GRAND}[,.!]+ (?:yet |now |so |just |and )*(?:another|one more"
        rf"|(?:the|my|our|your|this|it|all|no|they|you"
        r"|<w>)(?:'s|'re|'ve)?)(?: <w>){0,6}?(?: |(?<='s ))(?:again|down|broken|late|lost|closed|delayed|dead|wrong"
        r"|stuck|cancelled|canceled|sold out"
        r"|offline|crashed|failed|empty|cold|deletes|breaks|removes|crashes|loses|ignores|charges|fails|freezes"
        r"|costs|can'?t|won'?t|doesn'?t"
        r"|isn'?t|hasn'?t|haven'?t|nobody|refus\w+|no <w>)",
        rf"(?:^|[.!?] |oh |well |ah ){_GRAND}[,.!]+ (?:yet )?(?:another|one more) (?:<w> )?(?:delay|outage|fee"
        rf"|excuse|update|bug|queue|crash|strike|change"
        r"|price|increase|survey|error|cancellation|hour|week|day|redesign)",
        r"(?:love|loving|adore) (?:how|that|when|the way)(?: <w>){1,7}? (?:has|have|is|are|takes|took|still|been"
        r"|needs|costs|can'?t|won'?t|doesn'?t"
        r"|'s|keeps)(?: <w>){0,5}? (?:for (?:an?|two|three|\d+|over|weeks|months|days|hours|ages)|since|again|still"
        r"|late|extra|twice|nobody|no one"
        r"|never|down|broken|hours|weeks)",
        r"(?:masterclass|lesson|phd|champions?) (?:in|of|at) (?:<w> )?(?:nothing|nobody|wait\w*|los\w+|ignor\w+"
        r"|delay\w*|confus\w+|bureaucracy|not"
        r"|wast\w+|excus\w+|disappoint\w*|frustrat\w*|late\w*|silence|chaos)",
        r"what an? (?:treat|joy|delight|pleasure|privilege)[:,-] ",
        r"congratulations (?:on|for) (?:mak|los|miss|ruin|wast|be|turn|break|charg|find|manag|tak)\w*ing"
        r"|the only thing that (?:works?|worked|functions"
        r"|is (?:fast|reliable|quick))",
    ),
    _signed(
        "call calls why ever hard difficult complicated impossible slow times normal much asking anyone anybody"
        " somebody even when really seriously many",
        1.9,
        "asks in anger",
        r"you call (?:this|that|it|these|those)|why (?:does it take|do (?:i|we) (?:have|need) to|must (?:i|we)"
        r"|should (?:i|we) have to)|why(?: <w>){1,3}? (?:so|this|that) (?:hard|difficult|complicated|impossible|slow"
        r"|awful|bad|painful)|why (?:is|are|was|does"
        r"|do|must)(?: <w>){1,3}? (?:impossible|always (?:late|broken|down|closed|wrong|busy|empty|cold))"
        r"|how (?:hard|difficult) (?:can|is) it",
        r"how many (?:more )?(?:times|e-?mails|calls|weeks|months|letters|forms|people)(?: <w>)? (?:do|must|should"
        r"|does|will|until|before)"
        r"|is it (?:really )?(?:normal that (?:i|we|my|our|you|nobody|no one)|too much|asking too much|so (?:hard"
        r"|difficult))|(?:does|do|has|is"
        r"|can) (?:anyone|anybody|somebody|any of"
        r" you)(?: <w>){0,4}? (?:own|even|ever (?:check|read|test|answer|proofread|look|clean|see|heard|met|used"
        r"|tried|own|open|eat|taste)\w*|actually (?:work|read|check|test|care)\w*|cares?"
        r"|proofread|there)(?=[ ?])|do you (?:people |guys |lot )?even|(?<=[.!,] )(?:really|seriously)\?+",
    ),
    _signed(
        "melted warped rusted snapped shrank shrunk faded ripped cracked split peeled disintegrated bent buckled"
        " tore chipped unravelled leak leaks wobbles rattles squeaks creaks jams overheats"
        " flickers stutters itches sheds washed wore stopped reboots restarts crashes freezes disconnects resets"
        " switches shuts arrived came delivered"
        " turned hangs cuts drops pictured described advertised promised expected shown nothing",
        1.8,
        "something failed",
        r"(?<!heart )(?<!hearts )(?<!cheese )(?:melted|warped|rusted|snapped|shrank|shrunk|faded|ripped|cracked"
        r"|split|peeled|disintegrated|bent|buckled|tore|chipped|unravelled|leaks?|wobbles|rattles"
        r"|squeaks|creaks|jams|overheats|flickers|stutters|itches|sheds|washed off|wore off|cuts? out"
        r"|drops out)(?! in (?:my|the|your) mouth)"
        r"(?=[.,!?]|$| (?:after|in|on|within|every|all|when|at|and|while|off|like|through|down|to|by))",
        r"(?:reboots|restarts|crashes|freezes|disconnects|resets|hangs|(?:switches|shuts|logs"
        r"|turns)(?: itself)? (?:off|down|out))(?: itself| me out)?"
        r" (?:hourly|daily|constantly|randomly|every|all the time|by itself|mid|twice|\d+ times|several times"
        r"|whenever|when|after|on start)",
        rf"(?:arrived|came|delivered|turned up)(?: <w>){{0,2}}? (?:with (?:an? |two |some |several |the "
        rf"|its )?(?:<w> )?{_SPOILT}|in (?:pieces|bits|the wrong)"
        r"|(?:broken|damaged|cracked|smashed|scratched|dented|bent|torn|wet|soaked|empty|dirty|used|crushed|cold"
        r"|dead|crumpled|stained|incomplete))",
        r"not (?:at all )?(?:what|as|how)(?: (?!bad|hard|difficult|scary|expensive|awful)<w>){0,2}? (?:pictured"
        r"|described|advertised|promised|shown"
        r"|in the (?:picture|photo|description|ad))|(?:looks? |was |is )?nothing like (?:the |what "
        r"|your )(?:<w> )?(?:picture|photo|description|advert"
        r"|website|ad|trailer|brochure|sample|promised|pictured|advertised)s?",
    ),
    _signed(
        "answers answer excuse excuses stories prices versions apologies promises solution reasons never once took"
        " left ignored forgotten swallowed"
        " eaten laughed smirked sighed shrugged sneered scoffed third fourth fifth sixth seventh tenth umpteenth"
        " blank half most zero hoped wanted got says say without cheap regret faster quicker sooner",
        1.8,
        "let down",
        rf"(?:{_MANY}|second|third|fourth|fifth)(?: <w>){{1,3}}?[,.] (?:{_MANY}|second|third|fourth|fifth|zero|no"
        rf"|same)(?: different| new)?(?: <w>)? ?"
        r"(?:answers?|excuses?|stories|prices|versions|results|apologies|promises|solutions?|reasons?)",
        r"(?:they|you|@\w+|company|hotel|landlord|shop|bank|agency|he|she)(?: have| has|'ve)? (?:never"
        r"|not once) (?:refunded|returned|answered|replied"
        r"|called|paid|gave|sent|delivered|fixed|showed|told|came|apologi[sz]ed|responded|explained|credited|shipped"
        r"|honou?red|turned up|cared|reimbursed"
        r"|bothered|informed|warned)",
        r"took (?:<w> ){0,4}?(?:(?:twenty|thirty|forty|fifty|sixty|ninety|[2-9]\d) (?:minutes|mins)|(?:two|three"
        r"|four|five|six|\d+) (?:weeks|months|e-?mails"
        r"|calls|attempts|visits|tries)|ages|forever)",
        r"(?<!n't )(?:was|were|been|got|am|are) (?:left|abandoned|ignored|forgotten|sent away"
        r"|kept waiting)(?! (?:speechless|smiling|impressed|wanting))",
        r"(?:third|fourth|fifth|sixth|seventh|tenth|umpteenth) (?:<w> ){1,3}?(?:today|this (?:week|month|year"
        r"|morning|season)|in a row|already)",
        r"(?:half|most|none|all)(?: of)?(?: the| my| our| your)? <w> (?:is|are|was|were) (?:blank|missing|empty"
        r"|broken|wrong|closed|gone|cold|dead|rotten|mouldy|stale)"
        r"|(?:hoped for|expected|wanted)(?: <w>){1,6}? (?:and |but |, )?got(?! (?:it|exactly|just|everything|more"
        r"|even|them))",
        rf"{_MANY}(?: <w>){{1,2}}, (?:{_MANY}(?: <w>){{1,2}}, )?(?:and )?(?:zero|no|still no)(?: <w>){{1,2}}(?=[.!]|$)",
        r"(?:got|was|been) (?:swallowed|eaten) by|(?:rep|agent|waiter|waitress|receptionist|manager|driver|clerk"
        r"|assistant|cashier|nurse|guard|operator"
        r"|advis[eo]r|guy|salesman|teller)(?: <w>){0,2}? (?:laughed|smirked|sighed|shrugged|sneered|scoffed)",
        r"says? (?:to )?(?:call|go to|ask|contact|try)(?: <w>){1,4}? and (?:the )?(?:<w> )?says?|cheap (?:looking"
        r"|feeling)|(?:looks?|feels?) cheap"
        r"|(?:faster|quicker|better|sooner) than (?:your|their) (?:support|service|helpdesk|help|staff)",
    ),
    _signed(
        "used anymore longer more paid expected hopes expectations back backwards backward could should would"
        " competitor competitors competition rival"
        " regret worth miss try cared stopped door corner opposite road",
        1.9,
        "let down",
        r"used to (?:recommend|love|enjoy|trust|swear by|be (?:so |very |really |a )?(?:good|great|better|loyal"
        r"|my favou?rite|the best|fans?|excellent))"
        r"|not any ?more(?=[.!]|$)|(?:i'?ve|we'?ve|i|we) stopped(?=[.!]|$| (?:recommending|going|coming|buying|using"
        r"|shopping|trusting))|giv(?:e|ing) it a miss"
        r"|(?:switching|going|moving|moved|off) to the <w> (?:next door|across the|down the road"
        r"|(?:a)?round the corner|opposite)|if (?:you|they) paid me|(?:hoped for|expected) (?:so much |a lot |far "
        r"|much )?(?:more|better)|had (?:such )?(?:high"
        r"|higher|great|big|some) (?:hopes|expectations)|step (?:back|backwards?)(?= |[.,!]|$)(?! in time)",
        r"(?:could|should|would|might) have been (?:so |really |a )?(?:great|good|perfect|lovely|amazing|nice"
        r"|brilliant|fantastic|wonderful)"
        r"|(?:leaving|moving|switching|going|off) (?:for|to|over to) (?:your|the|a|another) (?:<w> )?(?:competitors?"
        r"|competition|rivals?)"
        r"|regret (?:buying|booking|choosing|switching|coming|ordering|joining|trusting)|not worth (?:it|the|a|my"
        r"|your|half)|nice try|if (?:any(?:one|body)"
        r"|you|they) cared",
    ),
)
"""Complaints without a word of anger, or with one of praise."""
