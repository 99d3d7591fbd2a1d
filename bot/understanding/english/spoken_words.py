"""How English says that somebody outside spoke, felt or suffers. Another language is another file.

All patterns are searched in one sentence, with whoever it is cut out: `after` starts where the name ends, `before` ends
where it starts. How they only come up is in `passing_words`.
"""

from __future__ import annotations

import re

from bot.understanding.patterns import glued, joined, regex

_WHO_OF_THEM = glued(r"""
    (?:(?:ceo|cto|cfo|coo|ciso|it|ops|legal|finance|sales|support|procurement|admin|buyer|boss|manager|director|lead
    |owner|founder|team|people|folks|guys|crew|engineer|developer|champion|contact|accountant|lawyer|rep|staff
    |dispatcher|driver|user|customer|guest|patient|student|secretary|assistant|analyst|architect|solicitor|nurse
    |(?:head )?teacher|claims|billing|wife
    |husband|daughter|son|mother|father|parent|new|main|head of [a-z]+|project|product|security|platform|data|store
    |warehouse|office)s? ?){1,3}
""")
LINK = glued(rf"""
    (?: (?:Industries|Group|Foods|Labs|Health|Bank|Media|Systems|Software|Technologies|Corp\.?|Inc\.?|Ltd\.?|GmbH
    |LLC))?
    (?:'s (?i:{_WHO_OF_THEM})| (?:people|folks|team|guys|support|ops|staff|users)\b)?(?: \([^()]{{1,40}}\))?
    (?:,? (?:and|&) (?:the )?[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){{0,2}})?
    (?: (?i:just|also|again|now|still|really|already|actually|apparently|officially|finally|even|both|have|has|had
    |yesterday|today|this morning|keeps?|is|are)){{0,3}}\ ?
""")
_FEELING = glued(r"""
    (?:(?:very|really|so|super|quite|pretty|extremely|not|not at all|a bit|still|increasingly|absolutely|over the moon
    |rather)\ ){0,2}(?:angry|upset|furious|unhappy|happy|thrilled|confused|frustrated|worried|disappointed|annoyed
    |livid
    |delighted|impressed|concerned|fuming|complaining|threatening|mad|pissed|satisfied|pleased|nervous|irritated
    |shocked|ignored|let\ down|misled|overwhelmed|grateful|over the moon)\b
    (?!\ to\ (?:be|join|do|help|meet|speak|share|act|serve|sign|have|give)\b)
""")
_BAD_THING = glued(r"""
    (?:errors?|timeouts?|[45]\d\ds?|crash\w*|problems?|issues?|troubles?|outages?|blank|empty|white\ (?:page
    |screen)s?|duplicates?|twice|wrong
    |double[\ -](?:charge\w*|bill\w*|invoice\w*|book\w*|entr\w+|shipments?|orders?)|broken|damaged|bugs?|failures?
    |delays?|missing|nothing|kicked|(?:logged|locked|timed)\ out|stuck|slow\w*
    |weird|strange|spam|rejected|some(?:one|body)\ else's|nervous|angry|annoyed|impatient|tired|worse|confus\w+|lost
    |charged|billed|warnings?|downtime|incidents?|complaints?|no\ (?:answers?|reply|replies|response|e?mails?|data
    |sound|signal|heating|water|power|orders?|one|help)|\d+\ minute\ delays?)
""")
_TROUBLE = glued(rf"""
    (?:(?:seeing|getting|having|experiencing|hitting)\ (?:[\w'-]+\ ){{0,4}}?{_BAD_THING}\b|reporting\b
    |losing\ |locked\ out|unable\ to\ |stuck\b
    |blocked\ (?:by|on|again|since|because)
    |(?:thinking\ (?:of|about)|considering)\ (?:leaving|cancell?ing|switching|moving)|leaving\ (?:us|because|over|for
    |if)
    |churning\b|cancell?ing\b|waiting\ (?:for|on)\ (?:us|our\ (?:answer|reply|response|call|fix|help)|an\ answer
    |a\ (?:reply|fix|response|refund|call)
    |their\ (?:refund|order|delivery|money|invoice)|the\ (?:fix|refund|delivery))
    |waiting\ (?:for\ (?:his|her|an?)\ (?:[\w-]+\ )?(?:refund|order|delivery|money|parcel|reply)|since)|stranded\b
    |in\ pain\b
    |calling\b(?!\ (?:it|the\ api))|(?:tired|sick)\ of\b|fed\ up\b|without\ (?:power|water|heating|internet|access)\b
    |missing\ (?!from|in|on|out)\w|far\ from\ happy\b|evaluating\ (?:us|two|three|other|another|alternatives
    |competitors|a\ )|asking\b(?!\ for\ a\ friend)|escalating\b
    |demanding\b|begging\b|requesting\b|insisting\b|down\b(?!\ to\b))
""")
SPOKE = joined(
    rf"""
    ^{LINK}(?:
    (?:says?|said|saying)\b(?!\ (?:yes\ or\ no|they'd\ sign))
    |told\ (?:me|us|our|[A-Z]\w+)\b|tells\ (?:me|us)\b|complain(?:s|ed|ing)?\b|(?:wrote|writes|emailed|e-mailed|mailed
    |phoned|pinged|messaged|texted|rang)\b(?!\ (?:the|a|an)\ (?:nice\ |great\ )?(?:book|library|sdk|paper|guide|post
    |blog|article|plugin|script|wrapper|case))
    |called\b(?!\ (?:off|it|the\ (?:api|endpoint)|for\ (?:tender|bids)))|calls?\ (?:us|me)\b|reached\ out
    |got\ in\ touch
    |report(?:s|ed|ing)?\b(?!\ (?:as\b|earnings|results|q\d|its|revenue|profits?|a\ (?:profit|loss)))
    |tweeted\b|posted\ (?:on|about|that|an?\ (?:[\w-]+\ ){{0,3}}(?:complaint|question|review|tweet|rant|video))\b
    |left\ (?:us\ )?an?\ [\w -]{{0,20}}(?:review|voicemail|message|comment)\b
    |asks?\b|asked\b(?!\ to\ (?:move|reschedule|postpone|shift|push)\b)|want(?:s|ed)?\ (?:\d+|a|an|to(?!\ be\ the\b
    |\ (?:become|hire|grow|expand)\b)|us|our|more|their|the|it
    |out
    |his|her|new|all|some|better|another|everything|someone|me|that|this|no|compensation|answers)\b
    |(?:would|'d)\ (?:like|love|prefer)\ (?:to|an?|more|us|it\ if|that|if|the|their|his|her)\b|demand(?:s|ed)\b
    |insists?\b
    |insisted\b|request(?:s|ed)\b
    |threaten(?:s|ed)\b|beg(?:s|ged)\b|escalated\b|mention(?:s|ed)\b|claim(?:s|ed)\ (?:that|to|we|our|they|it|he
    |she|there|an?|the\ (?:order|invoice|goods|parcel|[\w-]+\ (?:is|was|has|did|didn't|never|broke|lost
    |\w{{3,12}}ed)))\b|wonders?\b|wondered\b|wondering\b
    |argu(?:es|ed)\b|let\ (?:us|me)\ know\b|thank(?:s|ed)\ (?:us|me|the\ team|our|you)\b|praised?\b|praises\b
    |(?:grumbl|moan|whin|grip|rant|rav|vent|curs)(?:e?s|e?d|ing)\b(?!\ in\b)|(?:believes?|believed|assumes?|assumed)
    \ (?:that|the|our|we|it|this|they|[\w-]+(?:\ [\w-]+)?\ (?:is|are|was|were|costs?|comes?))\b|(?:was|were)\ (?:given
    |sent|sold)
    \ (?:the\ wrong|no|a\ (?:wrong|broken|used))\b|never\ (?:noticed|found|saw|understood)\b|refunds?\ never
    |sends?\ (?:us\ )?(?:praise|thanks|compliments|kudos)\b
    |(?:opened|raised|filed|sent|logged)\ (?:us\ )?(?:a|an|another|two|three|several)\ [\w -]{{0,20}}(?:tickets?
    |issues?
    |complaints?|questions?|escalations?|requests?|mails?|emails?|letters?|bugs?|bug\ reports?)\b
    |(?:gave|give)\ us\ (?:an?\ )?(?:\d|one\b|two\b|five\b|bad|good|poor|feedback|hard\ time|earful|deadline|ultimatum
    |notice|until|week|[\w ]{{0,12}}(?:review|score|rating|mark|stars?))|(?:is|are|was|were|seems?|sounds?|sounded
    |feels?|felt)\ (?:also\ |now\ |still\ |just\ ){{0,2}}
    (?:{_FEELING}|{_TROUBLE}|interested\ in\b|wondering\b)|{_FEELING}|{_TROUBLE}
    |(?:hates?|loves?|hated|loved|dislikes?|adores?|misses)\ (?:the|our|it|this|that|how|what|your|us|working|using
    |its|their|every|each|all
    |new|having|being|waiting)\b|(?:can'?t|cannot|can\ not|couldn'?t|could\ not)\ (?!wait
    |make\ (?:it|the|that|mon|tues|wednes|thurs|fri)|join|attend|come\b|be\b(?!\ (?:reached|found|opened|saved))
    |(?:do|make)\ (?i:mon|tues|wednes|thurs|fri|next|\d
    |that|it))
    |(?:gets?|getting|got|sees?|saw|received?)\ (?:[\w'-]+\ ){{0,4}}?{_BAD_THING}\b|(?:have
    |having)\ (?:an?\ |the\ |lots\ of\ |weird\ |same\ ){{0,2}}(?:errors?|timeouts?|crash\w*|trouble)
    |ha(?:s|ve)\ no\ (?:hot\ )?(?:water|power|heating|internet|access|signal|electricity|sound)\b|rejects?\ (?:the
    |our)\b
    |(?:is|are)\ hurt\b|still\ waits?\ for\b
    |(?:has|have|had)\ (?:an?\ |some\ |another\ |two\ |big\ |serious\ |the\ same\ |a\ few\ ){{0,2}}(?:problems?
    |issues?
    |complaints?|questions?|outages?|trouble|concerns?|doubts|feedback)\b(?!\ (?:left|marks?|trackers?|forms?
    |boards?|sessions?))
    |(?:been\ |has\ been\ |have\ been\ )(?:waiting|down|trying|unable|double|chasing|asking|without
    |locked)
    |(?:was|were|got|been|is\ being|are\ being)\ (?:\w+ly\ )?(?:overcharged|overbilled|double[ -](?:charged|billed
    |booked)|promised|locked\ out|(?:charged|billed|invoiced)\ (?:\w+\ ){{0,4}}?(?:twice|wrong
    |double|too\ much|more|again|extra|even|although|though|without|for\ (?!\d\d\d\d\b|the\ (?:month|year
    |quarter)\b|(?i:january|february|march
    |april|may|june|july|august|september|october|november|december|q\d)\b))
    |hit\ by|affected|misled|ignored)
    |(?:has\ |have\ )?never\ (?:got|received|heard|arrived)|(?:still\ )?(?:didn'?t|did\ not|haven'?t|hasn'?t
    |has\ not)\ (?:get
    |got|received?|like|hear|heard|understand|see|seen)\b(?!\ (?:signed|back\ (?:to\ us|yet)))
    |lost\ (?:all|their|data|access|orders|money|a\ day|half|his|her|everything|two|three|hours|days)
    |had\ (?:an?|another|two|three|several|more)\ (?:[\w-]+\ )?(?:outages?|incidents?|crash(?:es)?|problems?|issues?
    |complaints?)
    |(?:thinks?|noticed|noticing)\ (?:that|the|our|we|it|this|they)\b|(?:doesn't|don't|does\ not
    |do\ not)\ (?:understand|like|trust|want\ (?:to\ pay|our|the))
    |(?:have|has|had)?\ ?(?:run|ran)\ out\ of\ patience|(?:has\ |have\ )?(?:started|opened|filed)\ an?\ (?:chargeback
    |dispute|lawsuit|case)
    |considering\ (?:legal|other|to\ leave|alternatives)|keeps?\ (?:running\ into|hitting|getting|losing|asking|seeing
    |calling|telling|complaining|emailing|writing|being|pushing)
    |(?:hits?|ran\ into|running\ into|run\ into)\ (?:the|an?|our|another)\ (?:[\w-]+\ )?(?:limits?|walls?|bugs?
    |errors?|problems?|issues?)
    |(?:was|were)\ (?:crying|hurt|injured|in\ tears)\b|(?:wasn't|weren't|was\ never
    |were\ never)\ (?:told|informed|warned)\b|slipped\b(?!\ (?:to|by|from|again))|fainted\b|collapsed\b|had\ (?:it
    |enough)\ (?:with|of)\b
    |left\ us\ (?:for|because|over|after)\b|(?:isn't|aren't|is\ not|are\ not)\ (?:renewing|coming\ back|paying)\b
    |(?:is|are)?\ ?about\ to\ (?:leave|cancel|churn|sue)\b|can\ no\ longer\b|had\ to\ (?:stop|roll|switch|cancel
    |wait|work\ around|pay|close|send|go\ back)|noticed\ (?:an?
    |some)\b
    |suggest(?:s|ed)\b(?!\ (?:mon|tues|wednes|thurs|fri|\d|the\ \d|another))
    |pushed\ back\b|flagged\b|would\ rather\b|lost\ (?:patience
    |trust)|(?:isn't|aren't|is\ not|are\ not)\ (?:\w+ly\ )?(?:convinced|ok|okay|fine|comfortable|in\ favou?r
    |happy|satisfied|amused|pleased|impressed)|(?:sent|forwarded|gave)\ (?:us|me|over|in)\ (?:an?|another|some
    |a\ list\ of|screenshots?)
    \ ?(?:[\w-]+\ ){{0,2}}?(?:complaints?|questions?|screenshots?|list|issues|feedback|bugs?|demand|\d)
    |raised\ an?\ [pP]\d|doubled\ down
    |needs?\ (?:help|an\ (?:answer|update|explanation)|a\ (?:fix|refund|reply|call\ back|callback|workaround|solution)
    |us\ to
    |it\ (?:fixed|by|today)|this\ (?:fixed|by|today))
    |(?:is|are)\ not\ (?:able|going\ to\ (?:renew|pay))
    |won'?t\ (?:renew|pay|accept|sign\ (?:until|unless))|refus(?:es|ed)\ to\b
    |(?:(?<=still\ has\ )|(?<=still\ have\ ))no\ (?:\w+\ )?(?:invoices?|answers?|reply
    |response|refund|order|delivery|access|logins?|licen[cs]es?|contract|quote|updates?|tracking|parcel|replacement|credentials|account|keys?|passwords?
    |confirmation|receipts?|data|date|card|working)\b
    |churned\b|cancell?ed\ (?:their|the\ (?:contract|subscription|plan)|because|over|after|on\ us)
    |rated\ us|recommend(?:s|ed)\ us|disput(?:es|ed)\b|find(?:s)?\ (?:it|the|our|that)\b|found\ (?:that\b|our\b
    |(?:an?|another|two|some)\ (?:[\w'-]+\ ){{0,3}}?(?:bugs?|holes?|mistakes?|errors?|typos?|problems?
    |issues?|gaps?|hairs?|in\ (?:our|the)\b))
    )
    """
)
"""What follows the name when they spoke, felt, or are in trouble."""
THEY_FEEL = joined(
    rf"""
    ^.{{0,80}}?(?:[,;-]|\ (?=and\ |but\ |because\ ))\ ?(?:and\ |but\ |so\ |because\ )?(?:they|she|he)(?:'re|'s
    |\ are|\ is|\ were|\ was|\ sounds?
    |\ sounded)\ {_FEELING}
    |^'s\ (?:orders?|delivery|deliveries|shipments?|parcels?|packages?|goods|hardware
    |truck)\ (?:\w+\ )?(?:arrived\ (?:damaged
    |broken|late|wet|empty|incomplete)|never\ (?:arrived|came)|didn't\ (?:arrive|come)|(?:is|are|was
    |were)\ (?:[\w-]+\ ){{0,3}}?(?:missing|wrong
    |damaged|late|lost|incomplete|short))
    """
)
"""What follows a name that is no subject, when they felt or are in trouble all the same."""
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
    \b(?:heard(?:\ back)?|hearing|word|news|spoke|spoken|talked|chatted|call|meeting|met|meet|chat|phone|message
    |note|mail|email
    |update|feedback|visited|visit)\ (?:(?:back|again|today|yesterday|just\ now)\ )?(?:from|with|to|at)\ (?:the\ )?$
    |\b(?:visited|met|called)\ (?:the\ )?$
    """,
    re.IGNORECASE,
)
"""What stands before the name when someone talked with them: no mention unless it goes on with what they said."""
WHAT_THEY_SAID = joined(
    rf"""
    ^(?:'s\ {_WHO_OF_THEM})?(?:\ (?:people|folks|team))?(?:\ (?:at\ (?:the\ )?[a-z]{{2,}}|on\ the\ (?:phone|line)
    |today|yesterday|this\ morning|just\ now|again|earlier
    |on\ \w+day|last\ \w+)){{0,2}}\s*[,;:.!\u2013\u2014-]*\s*(?:-\ |and\ |but\ |where\ |that\ )?
    (?:their\ (?:[\w-]+\ ){{0,3}}?(?:is|are|was|were|has|have|keeps?|won't|doesn't|don't|can't|never|didn't|still)\b
    |(?:the|all|half|some|two|three|our)\ (?:[\w-]+\ ){{0,4}}?(?:(?:won't|doesn't|don't|can't|never|didn't|fails?
    |failed|keeps?)\b
    |(?:is|are|was|were)\ (?:\w+\ )?(?:{_BAD_THING}|late|soaked|wet|cold|useless|unusable|gone|down|dead|off|not
    |too)\b)
    |(?:(?:if|unless|until|because|since)\ [^,.!?\n]{{3,80}},\ )?(?:they|she|he|it\ seems\ they|apparently\ they
    |all\ of\ them|both)
    (?!(?:'ll|'ve)?\ (?:\w+\ )?(?:will|moved|postponed|resched\w*|cancelled\ (?:the|it)|booked|confirm\w*|arrives?
    |join
    |sign(?:ed)?|agreed|accepted|can\ (?:do|make)|can't\ (?:make|do))\b)(?:'re|'ve|'d|\ \w+)?)\ ?
    """,
    re.IGNORECASE,
)
TALKED = joined(
    r"""
    \b(?:spoke|spoken|talked|chatted|call|met|meeting|phone|hung\ up|coffee|lunch|dinner|breakfast|drinks|beers?
    |ran\ into|bumped\ into|visited|visit|asked|called|rang|phoned|interviewed|sat\ down|spent\ the\ (?:day|morning
    |afternoon))\b
    (?:\ (?:again|today|yesterday|just\ now|earlier))?(?:\ (?:with|to|from|at))?
    \ (?:(?:an?|the|one\ of|our)\ (?:[\w-]+\ ){0,2}?(?:of\ (?:[\w-]+\ )?)?(?:at|of|from|in)\ (?:the\ )?)?
    (?:an?\ |the\ |our\ |one\ of\ our\ |some\ )?(?:[\w.'-]+\ ){0,3}?(?:[\w.'-]+,\ )?$
    """,
    re.IGNORECASE,
)
"""Before somebody with whom a teammate talked."""
THEN_THEY = joined(
    r"^[^.!?\n]{0,80}?(?:[,;:\u2013\u2014]|\ -|\ and|\ but)\ (?:and\ |but\ )?(?:she|he|they)(?=['\ ])", re.IGNORECASE
)
THEY_BEGIN = regex(r"(?i)^(?:so |but |and )?(?:she|he|they)(?=[' ])")
"""After them: the same person speaks on."""
SPEAKS = regex(r"(?i)\b(?:will|confirmed|agreed|signed)\b")
THEY = regex(r"(?i)\b(?:they|she|he)(?=[' ])")
OF_THE_HOUSE = joined(
    r"""
    ^\ (?:from|of|at|in)\ (?:the\ |our\ )?(?:hr|payroll|engineering|procurement|it|finance|legal|marketing|sales
    |support|facilities|accounting|tax|bank
    |police|insurance|agency|recruit\w*|council|ministry|embassy|school|landlord|union|press|team)\b
    """,
    re.IGNORECASE,
)
"""After somebody who is no customer."""
HEARD = regex(r"(?i)\b(?:heard|hear|hearing|word)(?: back)?(?: \w+)? (?:from|by) (?:the )?$")
THAT = joined(
    r"^(?:\ (?:at|in|on|from)\ (?:the\ )?[\w-]+(?:\ [\w-]+)?)?(?:\ (?:today|yesterday))?\ that\b", re.IGNORECASE
)
"""Heard from them that something is so."""
PEOPLE_AT = regex(r"(?i)\b(?:folks|people|team|guys|friends|someone|somebody|everyone) (?:at|from) (?:the )?$")
"""Before a name whose people are the subject."""
ONE_AT = regex(r"(?:^|[^\w.!?])[A-Z][\w'-]+ (?:at|from|over at) (?:the )?$")
"""Before a name for which one person speaks ("Dana from")."""
SAYS = joined(
    r"""
    ^\ (?:just\ |also\ |again\ |now\ )?(?:says?|said|told|asks?|asked|wrote|called|complain\w*|e-?mailed|phoned
    |pinged|mentioned|wants|wanted
    |is\ (?:asking|angry|upset|furious|unhappy))\b
    """
)
"""After it, what only a person does."""
HAD_ON_THE_PHONE = regex(r"(?i)\b(?:had|got|have|has) (?:the )?$")
ON_THE_PHONE = regex(r"^(?:'s \w+)? on the (?:phone|line)\b")
"""Round a name that was on the phone."""
THEIR_TROUBLE = joined(
    rf"""
    ^(?:\ again)?:\ (?=.*\b(?:they|them|their)\b).*(?:n't\b|\bfail(?:s|ed|ing)?\b|\b{_BAD_THING}\b|\b(?:late|down
    |dead|never|gone)\b)
    """,
    re.IGNORECASE,
)
"""After a name: their trouble, in a heading's form."""
SAYING = joined(
    r"(?:says?|said|saying|told\ (?:me|us)|tells\ (?:me|us)|wrote|writes|e-?mailed|mailed|called|texted|rang|pinged"
    r"|report(?:s|ed)|let\ (?:us|me)\ know|mentioned)$"
)
"""Said, and what was said follows."""
