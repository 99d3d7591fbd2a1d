"""How English says that a named customer spoke, and how a name only comes up. Another language is another file.

All patterns are searched in one sentence, with the name cut out: `after` starts where the name ends, `before` ends
where it starts.
"""

from __future__ import annotations

import re

from bot.understanding.patterns import glued, joined, word_set

FUNCTION = word_set("""
    a an and are as at be been but by can could did do does for from had has have he her hers him his how i if in into
    is it its just me my no not of on or our out she should so some than that the their them then there they this to
    too up
    us was we were what when where which who why will with would you your yours am im ive ill dont
""")
"""No name ends with one of these, and none in lower case begins with one."""
COMMON = FUNCTION | word_set("""
    yes yeah ok okay hi hello hey thanks thank please sure all any more most much many very really also only even still
    again now here today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday week month year
    day time morning said say says get got go going gone come came see saw know think want wants need needs make made
    take took let call called customer customers client clients user users support team team's people someone anyone
    everyone thing things since
""")
"""Words that are no name by themselves."""
COMPANY_ENDINGS = word_set("""
    inc incorporated llc llp lp ltd limited plc corp corporation co company companies gmbh ag sa sas sarl srl spa bv nv
    ab as asa oy oyj kg kgaa pty pte group holding holdings the de
""")
DROPPED_IN_FRONT = frozenset({"the"})

_WHO_OF_THEM = glued(r"""
    (?:(?:ceo|cto|cfo|coo|ciso|it|ops|legal|finance|sales|support|procurement|admin|buyer|boss|manager|director|lead
    |owner|founder|team|people|folks|guys|crew|engineer|developer|champion|contact|accountant|lawyer|rep|staff
    |new|main|head of [a-z]+|project|product|security|platform|data|store|warehouse|office)s? ?){1,3}
""")
_LINK = glued(rf"""
    (?: (?:Industries|Group|Foods|Labs|Health|Bank|Media|Systems|Software|Technologies|Corp\.?|Inc\.?|Ltd\.?|GmbH|LLC))?
    (?:'s (?i:{_WHO_OF_THEM})| (?:people|folks|team|guys|support|ops|staff|users)\b)?(?: \([^()]{{1,40}}\))?
    (?:,? (?:and|&) (?:the )?[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){{0,2}})?
    (?: (?i:just|also|again|now|still|really|already|actually|apparently|officially|finally|even|both|have|has|had
    |yesterday|today|this morning|keeps?|is|are)){{0,3}}\ ?
""")
_FEELING = glued(r"""
    (?:(?:very|really|so|super|quite|pretty|extremely|not|not at all|a bit|still|increasingly|absolutely|over the moon
    |rather)\ ){0,2}(?:angry|upset|furious|unhappy|happy|thrilled|confused|frustrated|worried|disappointed|annoyed|livid
    |delighted|impressed|concerned|fuming|complaining|threatening|mad|pissed|satisfied|pleased|nervous|irritated
    |shocked|ignored|let\ down|misled|overwhelmed|grateful|over the moon)\b
    (?!\ to\ (?:be|join|do|help|meet|speak|share|act|serve|sign|have|give)\b)
""")
_TROUBLE = glued(r"""
    (?:(?:seeing|getting|having|experiencing|hitting|reporting)\ (?!(?:a|an|the|their|our)?\ ?(?:demo|training|meeting
    |call|workshop|party|offsite|lunch|discount|logo|invoice soon)\b)\w|losing\ |locked\ out|unable\ to\ |stuck\b
    |blocked\ (?:by|on|again|since|because)
    |(?:thinking\ (?:of|about)|considering)\ (?:leaving|cancell?ing|switching|moving)|leaving\ (?:us|because|over|for
    |if)
    |churning\b|cancell?ing\b|waiting\ (?:for|on)\ (?:us|our\ (?:answer|reply|response|call|fix|help)|an\ answer
    |a\ (?:reply|fix|response|refund|call)
    |their\ (?:refund|order|delivery|money|invoice)|the\ (?:fix|refund|delivery))
    |waiting\ since|evaluating\ (?:us|two|three|other|another|alternatives|competitors|a\ )|asking\b|escalating\b
    |demanding\b|begging\b|requesting\b|insisting\b|down\b)
""")
SPOKE = joined(
    rf"""
    ^{_LINK}(?:
    (?:says?|said|saying)\b(?!\ (?:yes\ or\ no|they'd\ sign))
    |told\ (?:me|us|our|[A-Z]\w+)\b|tells\ (?:me|us)\b|complain(?:s|ed|ing)?\b|(?:wrote|writes|emailed|e-mailed|mailed
    |phoned|pinged|messaged|texted|rang)\b(?!\ (?:the|a|an)\ (?:nice\ |great\ )?(?:book|library|sdk|paper|guide|post
    |blog|article|plugin|script|wrapper|case))
    |called\b(?!\ (?:off|it|the\ (?:api|endpoint)|for\ (?:tender|bids)))|calls?\ (?:us|me)\b|reached\ out|got\ in\ touch
    |report(?:s|ed|ing)\b(?!\ (?:as\b|earnings|results|q\d|its|revenue|profits?|a\ (?:profit|loss)))
    |tweeted\b|posted\ (?:on|about|that|an?\ (?:\w+\ )?(?:complaint|question|review|tweet|rant|video))\b
    |left\ (?:us\ )?an?\ [\w -]{{0,20}}(?:review|voicemail|message|comment)\b
    |asks?\b|asked\b(?!\ to\ (?:move|reschedule|postpone|shift|push)\b)|want(?:s|ed)\ (?:a|an|to|us|more|their|the|it
    |out
    |his|her|new|all|some|better|another|everything|someone|me|that|this|no|compensation|answers)\b
    |(?:would|'d)\ (?:like|love|prefer)\ (?:to|an?|more|us|it\ if|that|if|the|their)\b|demand(?:s|ed)\b|insists?\b
    |insisted\b|request(?:s|ed)\b
    |threaten(?:s|ed)\b|beg(?:s|ged)\b|escalated\b|mention(?:s|ed)\b|claim(?:s|ed)\b|wonders?\b|wondered\b|wondering\b
    |argu(?:es|ed)\b|let\ (?:us|me)\ know\b|thank(?:s|ed)\ (?:us|me|the\ team|our|you)\b|praised?\b|praises\b
    |(?:opened|raised|filed|sent|logged)\ (?:us\ )?(?:a|an|another|two|three|several)\ [\w -]{{0,20}}(?:tickets?|issues?
    |complaints?|questions?|escalations?|requests?|mails?|emails?|letters?|bugs?|bug\ reports?)\b
    |(?:gave|give)\ us\ |(?:is|are|was|were|seems?|sounds?|sounded|feels?|felt)\ (?:also\ |now\ |still\ |just\ ){{0,2}}
    (?:{_FEELING}|{_TROUBLE}|interested\ in\b|wondering\b)|{_FEELING}|{_TROUBLE}
    |(?:hates?|loves?|hated|loved|dislikes?|adores?|misses)\ |(?:can'?t|cannot|can\ not|couldn'?t|could\ not)\ (?!wait
    |make\ (?:it|the|that|mon|tues|wednes|thurs|fri)|join|attend|(?:do|make)\ (?i:mon|tues|wednes|thurs|fri|next|\d
    |that|it))
    |(?:get|gets|getting|got|see|sees|saw|have|having)\ (?:an?\ |the\ |lots\ of\ |weird\ |same\ ){{0,2}}(?:errors?
    |timeouts?|\d{{3}}s?|crash\w*|problems?|issues?|trouble|outages?|blank|duplicates?|wrong|double)
    |(?:has|have|had)\ (?:an?\ |some\ |another\ |two\ |big\ |serious\ |the\ same\ |a\ few\ ){{0,2}}(?:problems?|issues?
    |complaints?|questions?|outages?|trouble|concerns?|doubts|feedback)\b
    |(?:been\ |has\ been\ |have\ been\ )(?:waiting|down|charged|trying|unable|double|billed|chasing|asking|without
    |locked)
    |(?:was|were|got|been|is\ being|are\ being)\ (?:\w+ly\ )?(?:charged|billed|overcharged|double|promised|locked\ out
    |hit\ by|affected|misled|ignored|invoiced\ (?:twice|wrong))
    |(?:has\ |have\ )?never\ (?:got|received|heard|arrived)|(?:still\ )?(?:didn'?t|did\ not|haven'?t|hasn'?t
    |has\ not)\ (?:get
    |got|received?|like|hear|heard|understand|see|seen)\b(?!\ (?:signed|back\ (?:to\ us|yet)))
    |lost\ (?:all|their|data|access|orders|money|a\ day|half|his|her|everything|two|three)
    |had\ (?:an?|another|two|three|several|more)\ (?:[\w-]+\ )?(?:outages?|incidents?|crash(?:es)?|problems?|issues?
    |complaints?)
    |(?:thinks?|noticed|noticing)\ (?:that|the|our|we|it|this|they)\b|(?:doesn't|don't|does\ not
    |do\ not)\ (?:understand|like|trust|want\ (?:to\ pay|our|the))
    |(?:have|has|had)?\ ?(?:run|ran)\ out\ of\ patience|(?:has\ |have\ )?(?:started|opened|filed)\ an?\ (?:chargeback
    |dispute|lawsuit|case)
    |considering\ (?:legal|other|to\ leave|alternatives)|keeps?\ (?:running\ into|hitting|getting|losing|asking|seeing
    |calling)
    |(?:hits?|ran\ into|running\ into|run\ into)\ (?:the|an?|our|another)\ (?:[\w-]+\ )?(?:limits?|walls?|bugs?
    |errors?|problems?|issues?)
    |can\ no\ longer\b|had\ to\ (?:stop|roll|switch|cancel|wait|work\ around|pay|close|send|go\ back)|noticed\ (?:an?
    |some)\b
    |suggest(?:s|ed)\b(?!\ (?:mon|tues|wednes|thurs|fri|\d|the\ \d|another))
    |pushed\ back\b|flagged\b|would\ rather\b|lost\ (?:patience
    |trust)|(?:isn't|aren't|is\ not|are\ not)\ (?:\w+ly\ )?(?:convinced
    |happy|satisfied|amused|pleased|impressed)|(?:sent|forwarded|gave)\ (?:us|me|over|in)\ (?:an?|another|some
    |a\ list\ of|screenshots?)
    \ ?(?:[\w-]+\ ){{0,2}}?(?:complaints?|questions?|screenshots?|list|issues|feedback|bugs?|demand|\d)
    |raised\ an?\ [pP]\d|doubled\ down
    |needs?\ (?:help|an\ (?:answer|update|explanation)|a\ (?:fix|refund|reply|call\ back|callback|workaround|solution)
    |us\ to
    |it\ (?:fixed|by|today)|this\ (?:fixed|by|today))
    |(?:is|are)\ not\ (?:able|going\ to\ (?:renew|pay))
    |won'?t\ (?:renew|pay|accept|sign\ (?:until|unless))|refus(?:es|ed)\ to\b
    |churned\b|cancell?ed\ (?:their|the\ (?:contract|subscription|plan)|because|over|after|on\ us)
    |rated\ us|recommend(?:s|ed)\ us|disput(?:es|ed)\b|find(?:s)?\ (?:it|the|our|that)\b|found\ (?:a|an|that|our)\b
    )
    """
)
"""What follows the name when they spoke, felt, or are in trouble."""
THEY_FEEL = joined(
    rf"""
    ^.{{0,80}}?[,;-]\ ?(?:and\ |but\ |so\ |because\ )?(?:they|she|he)(?:'re|'s|\ are|\ is|\ were|\ was|\ sounds?
    |\ sounded)\ {_FEELING}
    |^'s\ (?:orders?|delivery|deliveries|shipments?|parcels?|packages?|goods|hardware
    |truck)\ (?:\w+\ )?(?:arrived\ (?:damaged
    |broken|late|wet|empty|incomplete)|never\ (?:arrived|came)|didn't\ (?:arrive|come)|(?:is|are|was|were)\ (?:missing
    |wrong
    |damaged|late|lost|incomplete|short))
    """
)
"""What follows a name that is no subject, when they felt or are in trouble all the same."""
AGREES_ON_A_TIME = joined(
    r"""
    ^.{0,30}\b(?:wants?|wanted|asks?|asked|asking|prefers?|would\ (?:like|prefer|rather)|said|says|suggests?|suggested
    |can't
    |cannot|requested)\ (?:(?:us|me)\ )?(?:to\ (?:meet|reschedule|move|postpone|push|shift|sync|join|come|visit)\b
    |(?:for\ |to\ have\ |to\ do\ )?(?:the\ \d|\d|mon|tues|wednes|thurs|fri(?:day)?\b|another\ (?:slot|time|date)
    |a\ (?:slot
    |different\ (?:slot|time|date|day)|later|demo)|tomorrow|next\ week)|(?:yes|ok|no)\b(?!,)|it\ works\ for
    |for\ (?:the|our)\ (?:slides?|deck|recordings?|notes|agenda|invite|link|logo|minutes|template|signed)\b)
    |^.{0,20}\b(?:called|wrote|emailed|mailed|texted)\ to\ (?:confirm|reschedule)\b
    """,
    re.IGNORECASE,
)
"""What follows the name when no more is said than when to meet."""
SURELY_SPOKE = joined(
    r"""
    ^\ (?:just\ |also\ |again\ )?(?:is\ asking|are\ asking|asked\ (?:us|for|if|whether|about)|wants?\ (?:us|a|to)
    |complain\w*|emailed|wrote|called\ us|told\ us|tells\ us|threaten\w*|churned|cancel+ed\ (?:their|the)|requested
    |says\ (?:they|that|the|our|we)|reports?\ (?:that|a|an)|can'?t\ (?:log|open|see|find|access|use|pay)
    |(?:is|are)\ (?:angry|upset|furious|unhappy|evaluating))\b
    """,
    re.IGNORECASE,
)
"""What must follow a name that is also a word."""
_SAYING = glued(r"""
    (?:complaints?|feedback|escalations?|e-?mails?|mails?|calls?|messages?|voicemails?|requests?|questions?|reviews?
    |tweets?|bug\ reports?|notes?|letters?|tickets?|comments?|dms?|praise|shout-?outs?)
""")
WORDS_FROM = joined(
    rf"""
    (?:^|[:;,(]\ |\b(?:got|had|received|here(?:'?s|\ is)|there(?:'?s|\ is|\ was)|this|another|more|two|three|angry
    |urgent
    |new|long|unhappy|happy|nice|great|lovely|bad|first|second|third|few|saw|just|fwd:?|fw:?)\ )(?:[\w'-]+\ ){{0,4}}?
    {_SAYING}\ (?:[\w'-]+\ ){{0,2}}(?:from|by)\ (?:the\ |our\ friends\ at\ )?$
    |\b(?:got|received|saw)\ (?:this|these|that|the\ following)\ from\ (?:the\ )?$|\b(?:escalation|outage
    |incident)\ at\ $|\b(?:pinged|contacted|emailed|called|chased|messaged
    |yelled\ at)\ by\ (?:the\ )?$
    """,
    re.IGNORECASE,
)
"""What stands before the name when words came from them."""
SPOKE_WITH = joined(
    r"""
    \b(?:heard(?:\ back)?|word|news|spoke|spoken|talked|chatted|call|meeting|met|meet|chat|phone|message|note|mail|email
    |update|feedback|visited|visit)\ (?:(?:back|again|today|yesterday|just\ now)\ )?(?:from|with|to|at)\ (?:the\ )?$
    |\b(?:visited|met|called)\ (?:the\ )?$
    """,
    re.IGNORECASE,
)
"""What stands before the name when someone talked with them: no mention unless it goes on with what they said."""
WHAT_THEY_SAID = joined(
    rf"""
    ^(?:'s\ {_WHO_OF_THEM})?(?:\ (?:people|folks|team))?(?:\ (?:today|yesterday|this\ morning|just\ now|again|earlier
    |on\ \w+day|last\ \w+)){{0,2}}\s*[,;:.!\u2013\u2014-]*\s*(?:-\ |and\ |but\ |where\ |that\ )?
    (?:their\ (?:[\w-]+\ ){{0,3}}?(?:is|are|was|were|has|have|keeps?|won't|doesn't|don't|can't|never|didn't|still)\b
    |they|she|he|it\ seems\ they|apparently\ they|all\ of\ them|both)(?:'re|'ve|'d|\ \w+)?\ ?
    (?!(?:will|moved|postponed|resched|cancelled\ (?:the|it)|booked|confirmed|will\ be\ (?:late|here|there)|arrive|join
    |sign(?:ed)?|agreed|accepted|can\ (?:do|make)|can't\ (?:make|do))\b)
    """,
    re.IGNORECASE,
)
UNREAL = joined(
    r"""
    \b(?:if|when|whenever|once|unless|until|till|whether|before|after|in\ case|so\ that|as\ soon\ as|assuming|suppose
    |imagine|ask|asking|tell|telling|wait(?:ing)?\ for|make\ sure|let|letting|remind|hope|hoping|expect|expecting|guess
    |maybe|perhaps|should|would|could|may|might|next\ time|(?<!looks )(?<!seems )(?<!sounds )(?<!feels )like|than|wish
    |bet|what\ if|in\ the\ event|anything|whatever
    |everything|something|what|how|why|where|who|because)\ (?:that\ |the\ |our\ |we\ think\ |i\ think\ )?$
    """,
    re.IGNORECASE,
)
"""Before the name: nobody says that it happened, or it is said in passing."""
ASKING = joined(
    r"""
    ^\W*(?:(?:hey|hi|so|and|but|ok|okay|also|quick\ question|question|fyi|all|team|folks|anyone\ know|does\ anyone\ know
    |do\ we\ know|any\ idea)\W+){0,3}(?:did|does|do|has|have|had|is|are|was|were|can|could|will|would|should|who|whose
    |what|when|where|why|how|which|any|anyone|anybody|shall|may|isn't|doesn't|didn't|hasn't)(?![\w'])
    """,
    re.IGNORECASE,
)
"""How a sentence begins that asks about them."""
NOT_YET = joined(
    r"""
    \b(?:no|not|never|any|without|until|till|waiting|awaiting|wait|need|needs|needed|expect\w*|hop(?:e|ing)|chas(?:e
    |ing)|if
    |when|should|will|i'll|we'll|can|could|would|want|please|let's|tomorrow|get|getting|collect\w*|gather\w*|ask\w*
    |request(?:ing)?|pending|missing|still)\b
    """,
    re.IGNORECASE,
)
"""Before words from them: they have not come."""
THINGS = joined(
    r"""
    ^(?:'s)?\s*(?:(?:new|old|big|first|second|next|last|current|whole|entire|latest|annual|quarterly|weekly|monthly|q\d
    |internal|private|shared|main|test|staging|demo|draft|final|signed|updated)\ ){0,2}
    (?:calls?|meetings?|sync|demos?|projects?|accounts?|contracts?|deals?|decks?|slides?|docs?|documents?|channels?
    |kick-?offs?|qbrs?|workspaces?|folders?|sheets?|tickets?|logos?|case\ stud(?:y|ies)|invites?|integrations?|pages?
    |dashboards?|branch|repos?|files?|data|imports?|exports?|prep|notes?|proposals?|reviews?|visits?|lunch|dinner|agenda
    |onboarding|migrations?|threads?|stuff|things?|bugs?|issues?|fix(?:es)?|tests?|renewals?|invoices?|quotes?|offers?
    |po
    |pos|orders?|rollout|launch|go-?live|implementation|pilots?|poc|trials?|sandbox|tenant|environment|instance|cluster
    |database|api|sdk|connector|plugin|adapter|webhooks?|credentials|keys?|users?\ list|list|numbers|figures|report
    |reports(?!\ (?:that|a|an|all|some|their|\d))|summary|recap|recording|transcript|minutes|follow-?ups?|next\ steps
    |roadmap|plans?|timeline|deadline
    |forecast|pipeline|opportunity|opp|lead|leads|upsell|discount|pricing|terms|sla|nda|msa|dpa|sow|rfp|rfi|tender
    |questionnaire|audit|workshop|training|webinar|event|conference|booth|party|office|offices|site|hq|building|team
    |fiscal\ year|ceo\ interview|earnings|shares|stock|press\ release|announcement|acquisition|merger|website|app
    |newsletter|blog|ads?|campaign|template|config|settings|mapping|schema|feed|job|script|worker|queue|queries|query
    |requirements?|scope|estimate|spec|specs|design|designs|mock-?ups?|theme|brand|colou?rs|story|stories|epic|sprint
    |milestone|board|jira|history|context|background|situation|escalation\ process|handover|hand-off|status|update
    |budget|costs?|revenue|arr|mrr|usage|seats|licen[cs]es|subscription|payment|payments|refund|outage\ report)\b
    """,
    re.IGNORECASE,
)
"""What follows a name that only says whose thing it is."""
MOVED = joined(
    r"""
    \b(?:moved?|moving|schedul\w*|reschedul\w*|book\w*|cancel+ed|postpon\w*|prep\w*|join\w*|invite\w*|update|updated
    |updating|renam\w*|add|adds|added|adding|share[ds]?|sharing|present\w*|open|opened|close|closed|closing|merge[ds]?
    |deploy\w*|test\w*|working\ on|work\ on|draft\w*|finish\w*|in|at|before|after|during|for
    |(?<!looks )(?<!seems )(?<!sounds )(?<!feels )like|such\ as|e\.g\.?|our|the
    |competitors?|vs\.?|versus|compared\ to|compared\ with|using|use|via|with|on|of|about|against|and\ not|beat|won|win
    |sign|signed|visit|visiting|meet|meeting|call|calling|email|emailing|ping|pinging|remind|told|tell|asked|sent|send
    |sending|to|by|from|per|through|under|than|as|behind|until|without|between)\s+(?:the\s|our\s|an?\s)?$
    """,
    re.IGNORECASE,
)
"""What stands before a name that is no subject."""
PEOPLE_AT = re.compile(r"(?i)\b(?:folks|people|team|guys|friends|someone|somebody|everyone) (?:at|from) (?:the )?$")
"""Before a name whose people are the subject."""
AS_OTHER = joined(
    r"^\s*(?:inc|corp|ltd|llc)?\.?\s*(?:stock|shares|api docs|competitors?|style|like|-like|-style|based|alumni)\b",
    re.IGNORECASE,
)
