"""How English names somebody outside in passing: nothing they said is told. Another language is another file.

As in `spoken_words`, `after` starts where the name ends, and `before` ends where it starts.
"""

from __future__ import annotations

import re

from bot.understanding.english.spoken_words import LINK
from bot.understanding.patterns import glued, joined

_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\ ?(?:am|pm|o'clock)?(?=\ ?(?:$|[.,;!?)]|instead|sharp|on\b|tomorrow|today|next\b))"
_PAPERS = glued(r"""
    (?:slides?|decks?|recordings?|notes|agenda|invit(?:e|ation)s?|links?|logos?|minutes|templates?|signed|dial-?in
    |parking\b
    |(?:our|the)\ (?:vat|tax|bank)\b|vat\b|w-?9|bank\ details|address\b|headcount|photos?|handouts?
    |access\ to\ the\ (?:deck|slides|folder))
""")
AGREES_ON_A_TIME = joined(
    rf"""
    ^.{{0,30}}\b(?:wants?|wanted|asks?|asked|asking|prefers?|would\ (?:like|prefer|rather)|said|says|suggests?
    |suggested
    |can't
    |cannot|request(?:s|ed|ing))\ (?:(?:us|me)\ )?(?:to\ (?:meet|reschedule|move|postpone|push|shift|sync|join|come
    |visit
    |(?:start|begin)\ (?:at|on|earlier|later|\d)|have\ the\ (?:meeting|call|workshop|session|visit|training)\ (?:on
    |at|in))\b
    |(?:for\ |to\ have\ |to\ do\ )?(?:the\ \d|{_CLOCK}|mon|tues|wednes|thurs|fri(?:day)?\b|another\ (?:slot|time|date)
    |a\ (?:slot
    |different\ (?:slot|time|date|day)|later|demo(?!\ (?:of|for)\b))|tomorrow|next\ week)|(?:yes|ok|okay|sure|fine
    |no)\b(?!,)
    |it\ works\ for
    |for\ (?:(?:the|our|a|some)\ )?{_PAPERS}\b|to\ speak\ at\b|for\ an?\ (?:coffee|lunch|dinner|beer
    |intro(?:duction)?|ride|job)\b)
    |^.{{0,30}}\b(?:wants?|wanted|would\ like|request(?:s|ed|ing))\ (?:(?:the|our|a|some)\ )?{_PAPERS}\b
    |^.{{0,20}}\b(?:called|wrote|emailed|mailed|texted)\ to\ (?:confirm|reschedule)\b
    """,
    re.IGNORECASE,
)
"""What follows the name when no more is said than when to meet, or which papers to bring."""
NOTE_IS_THERE = joined(
    r"""
    ^\ (?:(?:is|are|was|were)\ (?:\w+ly\ )?(?:in|on|at|up|out|here|there|part|open|due|live|ready|attached|recorded
    |scheduled|booked)
    |go(?:es)?|comes?|will|can|must|should|at|in\ (?:\d|an?\b|ten|five)|on\ (?:mon|tues|wednes|thurs|fri|the\ \d))\b
    """,
    re.IGNORECASE,
)
"""After words from them of which only their place or time is told."""
UNREAL = joined(
    r"""
    \b(?:not\ (?:a\ single|one|any)|no|none\ of|(?:nobody|no\ one)\ (?:at|from)|without|not)\ (?:the\ |our\ )?$
    |\b(?:if|when|whenever|once|unless|until|till|whether|before|after|in\ case|so\ that|as\ soon\ as|assuming|suppose
    |imagine|ask|asking|tell|telling|wait(?:ing)?\ for|make\ sure|let|letting|remind|hope|hoping|expect|expecting
    |guess
    |maybe|perhaps|should|would|could|may|might|next\ time|(?<!looks )(?<!seems )(?<!sounds )(?<!feels )like|than|wish
    |bet|hopefully|what\ if|in\ the\ event|anything|whatever
    |everything|something|what|how|why|where|who|because)\ (?:that\ |the\ |our\ |we\ think\ |i\ think\ )?$
    """,
    re.IGNORECASE,
)
"""Before the name: nobody says that it happened, or it is said in passing."""
ASKING = joined(
    r"""
    ^\W*(?:(?:hey|hi|so|and|but|ok|okay|also|quick\ question|question|fyi|all|team|folks|anyone\ know
    |does\ anyone\ know
    |do\ we\ know|any\ idea)\W+){0,3}(?:did|does|do|has|have|is|are|was|were|can|could|will|would|should|who|whose
    |what|when|where|why|how|which|any|anyone|anybody|shall|may|isn't|doesn't|didn't|hasn't)(?![\w'])
    """,
    re.IGNORECASE,
)
"""How a sentence begins that asks about them."""
NOT_YET = joined(
    r"""
    \b(?:no|not|never|any|without|until|till|waiting|awaiting|wait|need|needs|needed|expect\w*|hop(?:e|ing)|chas(?:e
    |ing)|if
    |when|should|will|i'll|we'll|can|could|would|want|please|let's|tomorrow|get|getting|collect\w*|gather\w*|ask(?:s
    |ing)?|asked\ for
    |request(?:ing)?|pending|missing|still)\b
    """,
    re.IGNORECASE,
)
"""Before words from them: they have not come."""
THINGS = joined(
    r"""
    ^(?:'s)?\s*(?:(?:new|old|big|first|second|next|last|current|whole|entire|latest|annual|quarterly|weekly|monthly
    |q\d
    |internal|private|shared|main|test|staging|demo|draft|final|signed|updated)\ ){0,2}
    (?:calls?(?!\ (?:us|me)\b)|meetings?|sync|demos?|projects?|accounts?|contracts?|deals?|decks?|slides?|docs?
    |documents?|channels?
    |kick-?offs?|qbrs?|workspaces?|folders?|sheets?|tickets?|logos?|case\ stud(?:y|ies)|invites?|integrations?|pages?
    |dashboards?|branch|repos?|files?|data|imports?|exports?|prep|notes?|proposals?|reviews?|visits?|lunch|dinner
    |agenda
    |onboarding|migrations?|threads?|stuff|things?|bugs?|issues?|fix(?:es)?|tests?|renewals?|invoices?|quotes?|offers?
    |po
    |pos|orders?|rollout|launch|go-?live|implementation|pilots?|poc|trials?|sandbox|tenant|environment|instance
    |cluster
    |database|api|sdk|connector|plugin|adapter|webhooks?|credentials|keys?|users?\ list|list|numbers|figures
    |reports?(?!\ (?:(?:the(?!\ (?:most|least|same)\b)|our|every|no|several|many)\b
    |\w+\ (?:broken|missing|down|slow|wrong|unavailable)\b
    |their\ [\w ]{1,30}\b(?:is|are|was|were|keeps?|fails?|failed|won't|can't|doesn't|didn't)\b|that|an?|all|some|blank
    |errors?|problems|issues|\w+\ \w+ing|seeing|having|\d))|summary
    |recap|recording|transcript|minutes|follow-?ups?|next\ steps
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
    |competitors?|vs\.?|versus|compared\ to|compared\ with|using|use|via|with|on|of|about|against|and\ not|beat|won
    |win
    |sign|signed|visit|visiting|meet|meeting|call|calling|email|emailing|ping|pinging|remind|told|tell|asked|sent|send
    |sending|to|by|from|per|through|under|than|as|behind|until|without|between)\s+(?:the\s|our\s|an?\s)?$
    """,
    re.IGNORECASE,
)
"""What stands before a name that is no subject."""
IS_CONTENT = joined(
    rf"""
    ^(?![^,.;]{{0,40}}\b(?:really|so|very|super|extremely)\b){LINK}(?:(?:is|are|was|were|seems?|sounds?
    |feels?)\ )?(?:quite\ |pretty\ |all\ |also\ |now\ |totally\ |perfectly\ ){{0,2}}
    (?:happy|pleased|satisfied|content)\ (?:with|about|to)\b(?!\ (?:how|us|what\ we|(?:our|your
    |the)\ (?:[\w-]+\ )?(?:service
    |support|team|help|people|staff|quality|handling|way|speed|care))\b)
    """
)
"""Content with a step of the work: a status, neither praise nor trouble."""
SETTLED = joined(
    r"""
    ^[^.!?\n]{0,60}?\b(?:all\ (?:good|set|fine|clear|done)|good\ to\ go|on\ track|go-?ahead|green\ light|granted
    |signed|attached
    |approv\w+|confirm\w*|accept(?:s|ed)|agree[ds]?
    |(?<!when\ i\ )(?<!when\ he\ )(?<!when\ she\ )(?<!when\ they\ )arrived\b(?!\ (?:wet|late|broken|damaged|empty
    |cold|warm
    |without|in))
    |fixed|closed|done|shipped|merged|resolved|solved|answered|sorted|handled|theirs|works\ (?:again|now|for)
    |(?:is|are|was|were)\ (?:fine|good|ok|okay|right|correct|on\ (?:its|their|the)\ way|on\ time)
    |(?:courier|driver|delivery|parcel|postman|taxi|cab|food|lunch|pizza)\ (?:is|was|has\ (?:been|arrived))\ (?:here
    |outside
    |downstairs|waiting)
    |(?:they|he|she)(?:'ll|\ will)\ (?:be\ (?:there|here|on\ time)|sign|join|come|pay|send)
    |thanks?\ for\ (?:the|having|your)\ (?:invit\w+|us|lunch|dinner|visit|tour|slides|recording|agenda|notes|cake
    |cookies)
    |back\ the\ (?:contract|form|order|nda)|with\ the\ (?:menu|list|numbers|files?|dates?|agenda|logo|slides|deck
    |invoice))\b
    """,
    re.IGNORECASE,
)
"""What came from them when it was agreed or awaited."""
BUT = joined(
    r"\b(?:but|not|never|nobody|wrong|late|missing|however|without|still|unless|until|complain\w*|refus\w+)\b|n't\b",
    re.IGNORECASE,
)
"""What takes it back that something is settled."""
NEWS = joined(
    r"""
    ^(?!.*\b(?:us|our|we)\b).*\b(?:annual\ report|press\ release|earnings|in\ the\ (?:news|papers?|press)|(?:says
    |said|according\ to|read\ in|saw\ in)
    \ (?:the|their|its|an?)\ (?:news\w*|papers?|website|site|blog|article|filing|autoreply))\b
    """,
    re.IGNORECASE,
)
"""What is told of them was in the news."""
_DOCUMENT = glued(r"""
    (?:example|sample|scenario|exercise|story|test(?:\ case)?|templates?|macros?|labels?|category|categories|titles?
    |headings?|slogans?|banners?|subject\ line|role[ -]?play|requirement|acceptance|criteri\w+|steps?|(?:saved|draft
    |canned|auto)\ ?repl(?:y|ies)|persona|buttons?|toasts?|handbook|playbook|guidelines?|style\ guide|tooltips?
    |pop-?ups?|dialogs?|placeholders?
    |(?:error|status|success)\ (?:message|text)s?|copy|wording|slides?|posters?|stickers?)
""")
PASSIVE = joined(
    r"""
    ^(?:'s\ [a-z ]{1,30}?)?\ (?:is|are|was|were|has\ been|have\ been|being)\ (?:\w+ly\ )?(?:asked|told|requested
    |thanked|mentioned
    |called|praised|flagged|escalated|suggested|claimed|demanded)\b(?!\ (?:that|twice|by\ (?:us|our)))
    """
)
"""What is done to them."""
IN_A_DOCUMENT = joined(
    rf"\b{_DOCUMENT}\b(?:\ [\w-]+){{0,4}}\s*:?\s*$|\b(?:jobs?|careers?|hr|applications?|hiring)@\S{{0,30}}\s*:?\s*$",
    re.IGNORECASE,
)
"""Before quotation marks: what stands between them was written, and said by nobody."""
MADE_UP = joined(
    rf"""
    ^\W*(?:let's\ )?(?:say|assume|imagine|suppose|pretend|given)\b[^.!?]*$
    |\b{_DOCUMENT}\b(?:\ [\w-]+){{0,4}}\s*(?:[:\u2013\u2014-]\s*|["\u201c\u201e])["\u201c\u201e]?$
    |\bin\ (?:the|our|this)\ (?:[\w-]+\ )?(?:mock-?ups?|wireframes?|prototype|spec|scenario|example|exercise
    |user\ story)\b[^.!?]*$
    |\b(?:my|our)\ (?:old|last|former|previous|first)\ (?:job|company|boss|firm|employer)\b[^.!?]*$
    |\b(?:years\ ago|back\ in\ (?:19|20)\d\d|in\ my\ first\ \w+|once\ upon\ a\ time)\b[^.!?]*$
    |\b(?:for\ (?:example|instance)|e\.g\.|such\ as)[ ,:]*$
    |\b(?:i'm|i\ am|we're|we\ are|you're|you\ are|as|being)\ $
    """,
    re.IGNORECASE,
)
"""Before somebody in an example, a document or an anecdote, or when the speaker is the customer."""
SUPPOSED = joined(
    r"\b(?:i|we)\ (?:think|guess|suppose|assume|believe|suspect)\ (?:that\ )?(?:the\ |our\ )?$", re.IGNORECASE
)
"""Before what a teammate supposes of them."""
WOULD = joined(rf"^{LINK}(?:would|'d)\b")
"""After it: they were not asked."""
ANSWERS_A_TEAMMATE = joined(
    r"""
    ^\W*(?:(?:yes|yep|yeah|yup|no|nope|ok|okay|sure|done|fixed|merged|agreed|exactly|correct|deployed|pushed
    |approved|booked|cancelled|moved
    |on\ it|will\ do|works\ for\ me|fine\ (?:by|with)\ me|me\ too|same\ here|sounds\ good|see\ you|my\ bad|not\ yet
    |almost|tomorrow
    |i'm\ in|count\ me\ in|i\ can|i\ did|i'll\ (?:take|do)\ (?:it|that))\b|\+1)[^\n]{0,60}$
    """,
    re.IGNORECASE,
)
"""Nothing but an answer below a quote: among teammates, if what is quoted does not sound like a customer."""
