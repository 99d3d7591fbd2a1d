"""Complaints without a word of anger, or with one of praise: they praise or ask, or tell harm as a fact.

Rows as in `stance_shapes`, a shape for each idea, with the groups of `unsaid_classes`. Each row has the words of which
one must be said, as most posts have none of them.
"""

from __future__ import annotations

from bot.understanding.english.unsaid_classes import signed

BLAMED_UNSAID = (
    signed(
        "great brilliant lovely fantastic wonderful perfect nice awesome super excellent superb amazing cool fab"
        " marvellous terrific charming joy bravo splendid magnificent love loving adore masterclass lesson phd champion"
        " champions congratulations only treat delight pleasure privilege",
        2.8,
        "irony",
        (
            r"(?:^|[.!?] |oh |well |ah |how |@\w+ )<grand>[,.!]+ (?:yet |now |so |just |and )*"
            r"(?:another|one more|(?:the|my|our|your|this|it|all|no|they|you|<w>)(?:'s|'re|'ve)?)"
            r"(?: <w>){0,6}?(?: |(?<='s ))<gone-wrong>"
        ),
        r"(?:^|[.!?] |oh |well |ah )<grand>[,.!]+ (?:yet )?(?:another|one more) (?:<w> )?<nuisance>",
        r"(?:love|loving|adore) (?:how|that|when|the way)(?: <w>){1,7}? <goes-on>(?: <w>){0,5}? <too-long>",
        r"(?:masterclass|lesson|phd|champions?) (?:in|of|at) (?:<w> )?<bad-manners>",
        r"what an? (?:treat|joy|delight|pleasure|privilege)[:,-] ",
        r"congratulations (?:on|for) (?:mak|los|miss|ruin|wast|be|turn|break|charg|find|manag|tak)\w*ing",
        r"the only thing that (?:works?|worked|functions|is (?:fast|reliable|quick))",
    ),
    signed(
        "call calls why ever hard difficult complicated impossible slow times normal much asking anyone anybody"
        " somebody even when really seriously many",
        1.9,
        "asks in anger",
        r"you call (?:this|that|it|these|those)",
        r"why (?:does it take|do (?:i|we) (?:have|need) to|must (?:i|we)|should (?:i|we) have to)",
        r"why(?: <w>){1,3}? (?:so|this|that) <no-ease>",
        (
            r"why (?:is|are|was|does|do|must)(?: <w>){1,3}?"
            r" (?:impossible|always (?:late|broken|down|closed|wrong|busy|empty|cold))"
        ),
        r"how (?:hard|difficult) (?:can|is) it",
        (
            r"how many (?:more )?(?:times|e-?mails|calls|weeks|months|letters|forms|people)(?: <w>)?"
            r" (?:do|must|should|does|will|until|before)"
        ),
        (
            r"is it (?:really )?"
            r"(?:normal that (?:i|we|my|our|you|nobody|no one)|too much|asking too much|so (?:hard|difficult))"
        ),
        (
            r"(?:does|do|has|is|can) (?:anyone|anybody|somebody|any of you)(?: <w>){0,4}?"
            r" (?:own|even|ever <check>\w*|actually (?:work|read|check|test|care)\w*|cares?|proofread|there)(?=[ ?])"
        ),
        r"do you (?:people |guys |lot )?even",
        r"(?<=[.!,] )(?:really|seriously)\?+",
    ),
    signed(
        "melted warped rusted snapped shrank shrunk faded ripped cracked split peeled disintegrated bent buckled tore"
        " chipped unravelled leak leaks wobbles rattles squeaks creaks jams overheats flickers stutters itches sheds"
        " washed wore stopped reboots restarts crashes freezes disconnects resets switches shuts arrived came delivered"
        " turned hangs cuts drops pictured described advertised promised expected shown nothing",
        1.8,
        "something failed",
        (
            r"(?<!heart )(?<!hearts )(?<!cheese )<fell-apart>(?! in (?:my|the|your) mouth)"
            r"(?=[.,!?]|$| (?:after|in|on|within|every|all|when|at|and|while|off|like|through|down|to|by))"
        ),
        r"<goes-down>(?: itself| me out)? <all-the-time>",
        (
            r"(?:arrived|came|delivered|turned up)(?: <w>){0,2}?"
            r" (?:with (?:an? |two |some |several |the |its )?(?:<w> )?<flaw>|in (?:pieces|bits|the wrong)|<damaged>)"
        ),
        (r"not (?:at all )?(?:what|as|how)(?: (?!bad|hard|difficult|scary|expensive|awful)<w>){0,2}? <promised>"),
        r"(?:looks? |was |is )?nothing like (?:the |what |your )(?:<w> )?<advert>s?",
    ),
    signed(
        "answers answer excuse excuses stories prices versions apologies promises solution reasons never once took left"
        " ignored forgotten swallowed eaten laughed smirked sighed shrugged sneered scoffed third fourth fifth sixth"
        " seventh tenth umpteenth blank half most zero hoped wanted got says say without cheap regret faster quicker"
        " sooner",
        1.8,
        "let down",
        (
            r"(?:<many>|second|third|fourth|fifth)(?: <w>){1,3}?[,.]"
            r" (?:<many>|second|third|fourth|fifth|zero|no|same)(?: different| new)?(?: <w>)? ?<answers>"
        ),
        r"<house>(?: have| has|'ve)? (?:never|not once) <did-their-part>",
        r"took (?:<w> ){0,4}?<long>",
        (
            r"(?<!n't )(?:was|were|been|got|am|are) (?:left|abandoned|ignored|forgotten|sent away|kept waiting)"
            r"(?! (?:speechless|smiling|impressed|wanting))"
        ),
        (
            r"(?:third|fourth|fifth|sixth|seventh|tenth|umpteenth) (?:<w> ){1,3}?"
            r"(?:today|this (?:week|month|year|morning|season)|in a row|already)"
        ),
        r"(?:half|most|none|all)(?: of)?(?: the| my| our| your)? <w> (?:is|are|was|were) <no-good>",
        (
            r"(?:hoped for|expected|wanted)(?: <w>){1,6}? (?:and |but |, )?"
            r"got(?! (?:it|exactly|just|everything|more|even|them))"
        ),
        (r"<many>(?: <w>){1,2}, (?:<many>(?: <w>){1,2}, )?(?:and )?(?:zero|no|still no)(?: <w>){1,2}(?=[.!]|$)"),
        r"(?:got|was|been) (?:swallowed|eaten) by",
        r"<staff>(?: <w>){0,2}? (?:laughed|smirked|sighed|shrugged|sneered|scoffed)",
        r"says? (?:to )?(?:call|go to|ask|contact|try)(?: <w>){1,4}? and (?:the )?(?:<w> )?says?",
        r"cheap (?:looking|feeling)|(?:looks?|feels?) cheap",
        r"(?:faster|quicker|better|sooner) than (?:your|their) (?:support|service|helpdesk|help|staff)",
    ),
    signed(
        "used anymore longer more paid expected hopes expectations back backwards backward could should would"
        " competitor competitors competition rival regret worth miss try cared stopped door corner opposite road",
        1.9,
        "let down",
        r"used to <once-loved>",
        r"not any ?more(?=[.!]|$)",
        r"(?:i'?ve|we'?ve|i|we) stopped(?=[.!]|$| (?:recommending|going|coming|buying|using|shopping|trusting))",
        r"giv(?:e|ing) it a miss",
        (
            r"(?:switching|going|moving|moved|off) to the <w>"
            r" (?:next door|across the|down the road|(?:a)?round the corner|opposite)"
        ),
        r"if (?:you|they) paid me",
        r"(?:hoped for|expected) (?:so much |a lot |far |much )?(?:more|better)",
        r"had (?:such )?(?:high|higher|great|big|some) (?:hopes|expectations)",
        r"step (?:back|backwards?)(?= |[.,!]|$)(?! in time)",
        r"(?:could|should|would|might) have been (?:so |really |a )?<lovely>",
        (
            r"(?:leaving|moving|switching|going|off) (?:for|to|over to) (?:your|the|a|another) (?:<w> )?"
            r"(?:competitors?|competition|rivals?)"
        ),
        r"regret (?:buying|booking|choosing|switching|coming|ordering|joining|trusting)",
        r"not worth (?:it|the|a|my|your|half)",
        r"nice try",
        r"if (?:any(?:one|body)|you|they) cared",
    ),
)
