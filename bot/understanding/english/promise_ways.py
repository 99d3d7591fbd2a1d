"""The English shapes of a promise that says no "I will": in the plain present, of things that go out, as an offer."""

from __future__ import annotations

from bot.understanding.english.promise_words import START
from bot.understanding.patterns import glued, joined, word_set

_WHEN = glued(
    r"""
    (?:tomorrow|tmrw|today|tonight|eod|cob|noon|lunch|midnight|now|asap|shortly|right\ away|first\ thing|next\ week
    |this\ (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+(?:st|nd|rd|th)?
    |(?:by|before|after|until|in)\ (?:the\ |an?\ |my\ )?[a-z\d]+)
    """
)
_THING = glued(
    r"""
    (?:refunds?|vouchers?|replacements?|credit(?:\ (?:note|memo))?|apology|correction|gift\ card
    |deposit|compensation|spare(?:\ part)?|parcels?|packages?|copy|copies|certificates?|quotes?|(?:revised\ )?offer)
    """
)
"""What we hand to a customer, whoever's it is called: "her refund"."""
_PAPER = glued(
    r"""
    (?:answers?|reply|replies|response|letters?|drafts?|invoices?|contracts?|confirmations?|proposal
    |estimate|samples?|cheque|check|payment|money|mail|e-?mail|keys?|tickets?|documents?
    |report|minutes|papers|statement|receipt|form|link|tracking(?:\ number|\ link)?)
    """
)
"""What goes either way: theirs is theirs."""
_KIND = (
    r"(?:(?:new|price|corrected|revised|draft|full|formal|written|first|missing|second|final|updated|signed|other)\ )*"
)
_OURS_TO_SEND = (
    rf"(?:(?:the|your|an?|our|my|her|his|their|no)?\ ?{_KIND}{_THING}(?:\ [a-z]+)?|(?:(?:the|your|an?|our|my)\ )?"
    rf"{_KIND}(?:contract\ |draft\ |booking\ )?{_PAPER})(?:\ (?:to|for)\ (?:the\ )?[a-z]+)?"
)
DONE = glued(
    r"""
    (?:re-?)?(?:sent|mailed|e-?mailed|posted|shipped|wired|transferred|paid|refunded|credited|issued|delivered
    |dispatched
    |couriered|picked\ up|collected|replaced|reprinted|printed|repaired|fixed|answered|contacted|called|informed
    |notified|updated|looked\ (?:at|after|into)|checked|inspected|reviewed|processed|handled|prepared|installed|returned
    |covered|taken\ (?:care\ of|down|off|away|over)|dealt\ with|corrected|sorted(?:\ out)?|resolved|resent|redone|remade
    |rebooked|translated|painted|cleaned|signed|tested|cancelled|removed|escalated|investigated|examined|analy[sz]ed
    |mended|brought|put|written|drawn\ up|switched\ off|moved|adjusted|added|amended|rewritten|restored|approved
    |certified|reset|flown|driven|engraved|made\ (?:up|ready)|sent\ (?:over|out|round)|forwarded|waived|reimbursed)
    """
)
"""What is done for people, as it is told of things: "will be mailed", "have it reissued"."""
_US = glued(
    r"""
    (?:by\ (?:us|me|our\ (?!competitors?\b|customers?\b|clients?\b|vendors?\b|suppliers?\b|readers?\b|landlord\b
    |mayor\b)
    (?:[a-z']+\ )?(?:[a-z]+(?:er|or|ist|ian|ant|ent)s?|team|office|people|staff|side|crew|warehouse|workshop|shop
    |support
    |finance|legal|lawyers?|secretary|lab))
    |from\ (?:us|me|our\ (?:side|end|office|warehouse|team|shop|workshop)))
    """
)
PRESENT_ACTS = word_set(
    "send call email mail message text write reply respond answer forward tell inform notify update confirm ask ring"
    " phone ship refund pay transfer wire deliver bring book arrange order replace repair collect visit talk speak post"
    " return resend reissue credit issue prepare draft pick come get show print translate drive"
)
"""Acts towards others, of which the plain present speaks as of the future."""
_ACTS = "|".join(sorted(PRESENT_ACTS | {"take", "do", "handle", "cover"}))
_I_ACT = rf"(?:i|we)\ (?:just\ |also\ )?(?P<verb>{_ACTS})(?P<rest>\ [^.;!?]*)"
I_ACT = joined(rf"\b{_I_ACT}")
PRESENT = joined(
    rf"""
    (?:{START}|(?<=,\ )(?:then\ |and\ |so\ )?)(?:then\ )?{_I_ACT}
    """
)
PRESENT_NEXT = joined(rf"(?:^|first,?\ |[a-z],\ |[.;!]\ )(?:and\ |so\ )?then\ {_I_ACT}")
"""The plain present as a next step: "I need the log first, then I answer him"."""
PRESENT_ONCE = joined(
    rf"""
    \b(?:once|as\ soon\ as|the\ (?:moment|minute))\ (?!an?\b|every\b|in\ a\b|upon\b|again\b|you\b|more\b)
    [^.;!?]{{3,70}}?,?\ {_I_ACT}
    """
)
"""… and as what follows on a cause: "once legal okays it I post the reply"; "when" tells what one usually does."""
ACTING_ONCE = joined(
    r"""
    \b(?:once|as\ soon\ as|the\ (?:moment|minute))\ (?!an?\b|every\b|in\ a\b|upon\b|again\b|you\b|more\b)
    [^.;!?]{3,70}?,?\ (?:i'm|i\ am|we're|we\ are)\ (?P<verb>(?:send|call|writ|reply|answer|e?mail|post|ship|refund
    |ring
    |phon|forward|driv|go|com|order|fetch|replac|tell|inform|deliver|bring|credit|pay|tak|pick|book
    |visit)ing)(?P<rest>\ [^.;!?]*)
    """
)
FOR_OTHERS = joined(
    r"""
    \b(?:him|her|them|everyone|back|it|(?:to|with|for)\ (?:all|both|each|him|her|them|you|mrs?|ms|dr)
    |(?:the|all|both|our)\ (?!server|same|old|wrong|error|output|next|problem)(?:[a-z]+)|mrs?|ms|dr)\b
    """
)
PART_TAKEN = joined(
    r"""
    ^\ (?:care\ of\ |over\ )?(?:it|this|that|(?:the|her|his|their|that|this)\ (?:[a-z]+\ )?(?:part|one|half|call|rest
    |side|bit
    |mail|reply|case|first|second|third|other|others|letter|invoice|paperwork|visit|shift|desk|talking))\b
    """
)
SAYS_WHEN = joined(rf"\ (?:on\ |at\ |for\ )?{_WHEN}\b")
"""The moment stands in the clause itself."""
RECURS = joined(
    r"""
    \b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|every|each|always|usually|normally|normal|monthly|weekly|daily
    |automatically
    |policy|typically|as\ a\ rule|often|never|generally|whenever|sometimes|on\ (?:weekends|weekdays)|in\ general|per
    |within\ \d+|when|if|(?:until|till)(?!\ (?:tomorrow|tonight|today|noon|midday|eod|cob|end\ of|[a-z]+day\b
    |the\ \d|\d))|since|used\ to|yesterday|last|ago|went|was|were|did)\b
    """
)
"""What recurs, is told, or depends: the plain present says so, too."""
NOT_ACTING = joined(
    r"""
    ^(?:(?:come|drive)(?!\ (?:back\ to|by|over|round|around|to\ (?:you|him|her|them)|there\ and))
    |get(?!\ (?:back\ to|it\ (?:to|sent|fixed)|in\ touch|(?:him|her|them)\b))
    |(?:talk|speak)(?!\ (?:to|with)\b)|(?:show|tell|call)\ up|call\ in\ sick|pick(?!\ (?:up|it|them|him|her))
    |order\ (?:lunch|pizza|food)|ask\ (?:for|myself)|call\ it|book\ (?:off|a\ day|my)|pay\ (?:rent|taxes|\d)|post\ on)\b
    """
)
ONE_WHO = joined(
    r"\b(?:i'm|i\ am)\ the\ one\ (?:who|that)\ (?:calls|sends|writes|answers|rings|brings|tells|visits|meets)\b"
)
THEY_GET = joined(
    rf"""
    (?:{START})(?:she|he|they|the\ (?:customer|client|guest|tenant|patient|caller|buyer|family)
    |customers?)\ (?:gets?|receives?)\ (?:(?:her|his|their|an?|the|my|our|new|full|proper|written|free|corrected)\ )*
    (?:{_THING}|answers?|reply|response|call(?:back)?|drafts?|copy|money\ back|update)\b(?!\ from\ (?!me\b|us\b|our\b))
    """
)
THING_GOES = joined(
    rf"""
    (?:{START}){_OURS_TO_SEND}\ (?:(?:goes|go|will\ go|is\ going|are\ going)\ (?:out|off|over|to
    \ (?:you|him|her|them)|in\ the\ (?:post|mail))|(?:follows?|will\ follow|leaves?|ships?)
    |(?:will\ be|is\ being|are\ being|gets?)\ (?:sent|mailed|e-?mailed|posted|shipped|wired|transferred|paid|issued|made
    |dispatched|delivered|credited|processed|printed|published)|will\ (?:run|appear)
    |(?<=(?:quote|offer|reply|draft)\ )will\ be\ with\ (?:you|him|her|them))\b
    (?!\ (?:by|from)\ (?!us\b|me\b|our\b|then\b|now\b|noon\b|tomorrow\b|tonight\b|the\ \d|\d|[a-z]+day\b|end\b|eod\b
    |lunch\b))
    """
)
"""A thing is on its way to a customer: "the refund goes out tomorrow"; needs a moment."""
BY_US = joined(
    rf"""
    (?:{START})(?:[a-z'][a-z' ]{{1,50}}\ )?(?:will|'ll|is\ going\ to|are\ going\ to)\ be\ {DONE}
    (?:\ (?!by\b|from\b)[a-z]+){{0,4}}\ {_US}\b
    """
)
"""We are named as who does it: "will be mailed by us today"."""
BACK_TO = joined(
    rf"""
    (?:{START})(?:back|on\ it\ and\ back)\ to\ (?:him|her|them|you|the\ (?:customer|client|guest))
    \ (?:{_WHEN}|on\ {_WHEN}|at\ \d|with\ )
    """
)
WORK_IS_MINE = joined(
    r"""
    \b(?:part|bit|half|call|reply|letter|answer|e-?mail|refund|paperwork|rest|follow-?up|ticket|report|draft|review
    |minutes
    |write-?up|invoice|quote|handover|visit|apology)\ is\ on\ (?:me|us)\b
    |(?:^|[,.;!]\ |\bjust\ )leave\ [a-z ]{1,40}\ (?:to|with)\ (?:me|us)(?=$|[,.;!]|\ (?:and|i'll|for\ now))
    """
)
CAN_HELP = joined(
    r"""
    \bi\ can\ (?:also\ |then\ |just\ |easily\ |always\ )?(?P<verb>ring|phone|lend|walk|meet|pair(?:\ up)?\ with
    |(?:talk|speak)\ (?:to|with)
    |introduce|drive|visit|accompany|collect|translate|proofread|host|stand\ in\ for|step\ in\ for|fill\ in\ for
    |drop\ off
    |look\ after|show(?=\ [a-z]+\ (?:[a-z]+\ )?(?:round|around|how|where)\b)|pick\ up|knock\ up
    |knock\ together)(?P<rest>\ (?:the|your|our|her|his|their|him|her|them|you|someone|a|an|mrs?
    |ms|dr)\b
    (?!\ (?:car|deadline|requirements?|specs?|needs|criteria|bus|truck|printer|server|device|driver|daemon|api|kernel
    |box
    |machine|router|disk|disc|language|stick|dog))[^.;!?]*)
    """
)
"""What one can do is an offer where it is an act towards people: to lend, to drive, to talk to them."""
GLAD_TO = joined(
    rf"""
    (?:{START})(?:i'?m\ |i\ am\ |i'd\ be\ |i\ would\ be\ |we'd\ be\ |we\ would\ be\ |we'?re\ )?
    (?:very\ |more\ than\ |also\ |only\ too\ )?(?:happy|glad
    |pleased|willing)\ to\ (?:also\ )?(?P<verb>[a-z]+)(?P<rest>\ [^.;!?]*)
    """
)
GLAD_NOT = word_set(
    "be have see hear get help support leave meet make go come continue stop keep use try find work run know say let"
    " announce report inform tell confirm offer present provide assist learn read note welcome accept discuss take"
    " answer receive look inject start share chat hand"
)
"""What people are glad to do as it happens, or say out of courtesy; "take" and "give" where it says what."""
GLAD_WHAT = joined(
    r"""
    ^\ (?:(?:through|on|with|to|for|over|up|in|out|back|a|an)\ )*(?:the|this|that|it|him|her|them|you|your|their|his
    |our|both
    |calls?|talk|calls?\ with)\b(?!\ (?:back\ of|weekend|day\ off|win|credit|rain|end\ of|opportunity|chance))
    """
)
GLAD_TAKE = joined(
    r"^\ (?:on\ )?(?:it|this|that|over|(?:the|her|his|their|your)\ (?!win|weekend|day|credit|blame|hint)[a-z]+)\b"
)
ANY_OF_IT = joined(r"\b(?:any|further|more\ (?:info|details)|questions?|should\ you|if\ you\ have|feel\ free)\b")
HAVE_DONE = joined(
    rf"""
    ^\ (?!my\ |any\ |no\ |to\ |been\ )(?:[a-z'-]+\ ){{1,5}}{DONE}\b(?!.{{0,20}}\bmy\b)
    """
)
"""After "I will have": somebody will do it for us, "the drawings reissued"."""
HAVE_SOMEONE = joined(
    r"""
    ^\ (?:someone|somebody|(?:an?|our|the|one\ of\ (?:our|my|the))\ (?:[a-z]+\ )?(?:technicians?|crew|van|courier|driver
    |electrician|plumber|colleague|team|engineers?|nurse|guards?|mechanic|fitter|cleaners?|people|guys|man|woman
    |replacement))
    \ (?:there|over|out|round|with\ (?:you|him|her|them)|on\ site|on\ it|at\ (?:(?:your|her|his|their
    |the)\ [a-z]+|yours|hers|theirs|his))\b
    """
)
HAVING_DONE = joined(
    rf"""
    \b(?:i'm|i\ am|we're|we\ are)\ (?:also\ |just\ )?having\ (?!my\b|trouble|problems?|issues?|second|difficult
    |doubts|fun|an?\ hard)
    (?:(?!my\b|files\b|with\b|trouble\b|of\b|about\b)[a-z'-]+\ ){{1,4}}{DONE}\b
    """
)
LISTED_FOR_ME = joined(
    r"""
    ^(?:my\ (?:next\ step|action(?:\ item)?|to-?do|task|part)|(?:next\ step|action(?:\ item)?|to-?do|task)
    \ (?:for|on|with)\ (?:me|us))(?:\ (?:here|today|now|then))?\ ?[:\u2013-]\ ?(?:to\ )?(?P<verb>[a-z]+)\b
    (?P<rest>[^.;!?]*)
    """
)
"""An act that somebody wrote down as theirs: "next step for me: send him the deed"."""
ON_MY_LIST = joined(
    r"""
    \b(?:(?:is|are)|[a-z]+'s)\ (?:on\ my\ (?:list|plate|desk|round|run)|in\ my\ (?:diary|calendar))
    \ (?:for|by|on|before|first|this|to(?:day|night|morrow))\b
    """
)
COUNT_ME_IN = joined(r"\bcount\ (?:me|us)\ in\ (?:for|on)\ (?:[a-z]+ing)\b")
I_WILL_BY = joined(
    r"""
    ^(?:(?:yes|sure|ok|okay|yep|of\ course),?\ )?(?:i|we)\ will,?
    \ (?:by|before|on|at|first|this|to(?:day|night|morrow))\b
    """
)
ASKING_THEM = joined(
    rf"""
    (?:{START})(?:just\ |also\ |now\ )?(?P<verb>asking|calling|ringing|phoning|texting|emailing
    |messaging|telling|adding|booking|putting|refunding|informing|notifying|inviting)\ (?:him|her|them
    |the\ (?:customer|client
    |guest|tenant|caller|buyer|patient|family|parents))(?P<rest>\ (?:for|to|about|on|in|onto|back|whether|if
    |that)\b[^.;!?]*|[.!]*$)
    """
)
SENDING_IT = joined(
    rf"""
    ^(?:ok,?\ |okay,?\ |sure,?\ |yes,?\ |right,?\ |sorry,?\ )?(?P<verb>(?:re-?)?(?:sending|posting|mailing|shipping
    |issuing)|forwarding)
    \ (?P<rest>(?:the|it|her|his|their|a|an|another|this)(?:\ (?:new|corrected|signed|right|missing|same))?
    \ (?:{_THING}|{_PAPER})(?:\ (?:again|now|over|out|to\ [a-z ]{{2,30}}))?[.!]*)$
    """
)
"""What one is about, without a subject: the whole line, of a thing that goes to people."""
PROMISED_THEM = joined(
    rf"""
    (?:{START})(?:just\ |already\ |have\ |i\ (?:have\ |just\ )?)?promised\ (?!me\b|us\b|my|our|land\b)
    (?:to\ (?P<verb>[a-z]+)|(?:him|her|them|(?:the|our|mrs?|ms|dr)\ [a-z]+|[a-z]+)
    \ (?!too\b|so\b|the\ (?:moon|world|earth)|that\ (?:he|she|they|it)\b)(?:an?|the|one|two|three|four|five|six|ten
    |some|his|her|their
    |to|\d+)\ [a-z]+)
    """
)
AND_THAT_I = joined(
    r"""
    (?:^(?:just\ |already\ |ok\ |and\ )*|\b(?:i|we)(?:'ve|\ have)?\ (?:just\ |already\ )?)(?:told|wrote|emailed
    |messaged|informed
    |assured|answered|texted)\ (?:to\ )?(?:him|her|them|(?:the|mrs?|ms|dr)\ [a-z]+|(?!me\b|us\b|you\b
    |that\b)[a-z]+)\ (?:that\ |(?=the\ |it\ |we\ |i\ |our\ |his\ |her\ |their\ ))(?:[^.;!?]|\.(?=\d)){3,80}?
    \ and\ (?:that\ )?(?:i|we)(?:'d|\ would|'ll|\ will)\ (?P<verb>[a-z]+)
    """
)
"""Reported in a second clause: "wrote her that it ships in June and that I'd restore her save"."""
HINTS: dict[str, tuple[str, ...]] = {
    "present": ("i ", "we "),
    "the one": ("m the one ",),
    "once": ("once", "as soon as", "the moment", "the minute"),
    "they get": (" get", " receive"),
    "goes": (
        " goes ",
        " go o",
        " going o",
        "follow",
        "leave",
        " ships",
        "ll be ",
        " being ",
        " gets ",
        "appear",
        "ll run",
    ),
    "by us": ("by us", "by our", "by me", "from us", "from our"),
    "back to": ("back to",),
    "mine": (" is on me", " is on us", "leave "),
    "listed": (" me:", " me -", " me \u2013", " us:", "my ", " me "),
    "count": ("count me in", "count us in"),
    "i will": ("i will", "we will"),
    "can help": ("i can ",),
    "glad": ("happy to", "glad to", "pleased to", "willing to"),
    "having": ("having",),
    "asking": ("ing him", "ing her", "ing them", "ing the "),
    "sending": ("sending ", "posting ", "mailing ", "shipping ", "issuing ", "forwarding "),
    "promised": ("promised",),
    "and that": (" and i", " and we", " and that "),
}
"""A shape can only be there if one of these is."""
