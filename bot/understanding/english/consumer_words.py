"""What only a consumer says to a company, in the first person: "your courier threw my vase over the fence".

Teammates speak to each other of "your branch" and "my laptop"; here are the people, the things and the wishes of which
they hardly ever do. Each is told by itself, beside what the model weighs.
"""

from __future__ import annotations

from bot.understanding.english.voice_words import sign
from bot.understanding.patterns import glued

_STAFF = glued(r"""
    (?:couriers?|delivery\ (?:man|guy|driver|person|people|team)|technicians?|fitters?|repair(?:man|men|\ team)
    |waiters?|waitress(?:es)?|receptionists?|cashiers?|cleaning\ (?:lady|crew)|conductors?|stewards?
    |steward(?:ess|esses)
    |mechanics?|call\ cent(?:re|er)|hotline|shop\ assistants?|salesm[ae]n|saleswom[ae]n|bouncers?|ground\ staff
    |cabin\ crew
    |gate\ (?:agents?|staff)|barbers?|hairdressers?|movers)
""")
_DID = glued(r"""
    (?:threw|left|broke|scratched|drilled|dropped|damaged|shouted|lied|stole|lost|forgot|refused|drove|hung\ up|never
    |didn't|did\ not|tore|smashed|ruined|insulted|ignored|cut|burn(?:ed|t)|parked|was|were|walked|dumped|told|charged
    |would\ not|wouldn't|sent)
""")
_MAY_BE_PROGRAM = r"(?:drivers?|installers?)"
_OURS = r"(?:my|me|our|us|i|we)"
_OF_A_HOME = glued(r"""
    (?:my\ (?:[a-z]+\ )?(?:heating|boiler|roof|washing\ machine|dishwasher|oven|tap|toilet|gutter|stove|radiators?
    |wheelchair|hearing\ aids?|dentures?|shower|sofa|piano|watch|ring|wedding\ dress)
    |our\ (?:[a-z]+\ )?(?:boiler|roof|gutter|sofa|piano|wedding\ dress))
""")
_SHOP = glued(r"""
    (?:website|web\ ?site|app|web\ ?shop|online\ shop|shop|store|checkout|machine|kiosk|chatbot|hotline|parking\ app)
""")
CONSUMER = (
    sign(
        0.0,
        "company",
        "tells a company what its people did",
        rf"""
        \byour\ (?:[a-z]+\ )?{_STAFF}\ (?:just\ |even\ |also\ |has\ |have\ |had\ ){{0,2}}{_DID}\b[^.!?\n]{{0,60}}?
        \b{_OURS}\b
        (?!\ (?:branch|build|pr|code|laptop|machine|screen))
        |\byour\ (?:[a-z]+\ )?(?:{_STAFF}
        |{_MAY_BE_PROGRAM})\ (?:just\ |has\ |have\ ){{0,2}}{_DID}\b[^\n]{{0,80}}?\b(?:my|our)\ (?:[a-z]+\ )?(?:door
        |doorbell|house|kitchen|tiles?|windows?|fence|floor|flat|garden|wall|fence|children|kids|son|daughter|wife|husband|mother|father|doorstep
        |porch|parcel|package|luggage|suitcase|order|water|driveway)\b
        """,
    ),
    sign(
        0.0,
        "company",
        "asks a company why its shop does so",
        rf"""
        ^\W*why\ (?:does|do|is|did)\ your\ (?:[a-z]+\ )?{_SHOP}\ (?!list\b)
        (?:[a-z]+\ ){{0,2}}?(?:asks?|wants?|needs?|forces?
        |say|says
        |show|charge|make|log|require|telling|asking)\b[^\n]{{0,120}}\b(?:i|me|my)\b
        """,
    ),
    sign(
        0.0,
        "demand",
        "wants a charge back",
        r"""
        \b(?:charged(?!\ with)|billed|invoiced|debited)\b(?![^\n]*\b(?:by|expenses?|how\ do\ i
        |finance|own\ pocket|aws|azure|uber|hosting|licen[cs]es?)\b)
        [^\n]{0,120}\bi\ (?:want|demand|expect)\ (?:(?:this|that|it|them|the
        \ [a-z]+(?:\ one)?|my\ (?:money|deposit))\ )?(?:back|reversed|refunded|corrected|cancel+ed|returned
        |reimbursed)\b
        |\b(?:bought|ordered|booked|got|paid\ for|took\ out)\ (?:one\ of\ )?your\ (?![^\n]*\bfrom\ you\b)
        [^\n]{0,120}?\b(?:(?:can|could|do
        |will|may)
        \ i\ (?:get|have|claim)\ (?:the\ (?:difference|rest|money)|my\ money|part\ of\ it|some\ of\ it|it|a\ refund)
        (?:\ (?:back|refunded|reimbursed))?)\b
        """,
    ),
    sign(
        0.0,
        "demand",
        "wants no more letters",
        r"""
        \bunsubscrib\w+\b[^\n]{0,80}\bstop\ (?:sending|e?-?mailing|texting|calling|spamming
        |writing(?:\ to)?)\b(?![^\n]*\b(?:invites?|calendar|channel|slack|memes?|gifs?|list)\b)
        |\bstop\ (?:sending|e?-?mailing|texting|calling|spamming)\ me\b(?![^\n]*\b(?:invites?|calendar|channel
        |slack)\b)[^\n]{0,80}\bunsubscrib\w+\b
        |\b(?:i\ (?:have\ )?asked\ you|i've\ (?:asked|told)\ you|i\ told\ you)\b[^\n]{0,60}\b(?:delete|remove|erase)
        \ my\ (?:data|number|address|account|details)\b
        (?!\ (?:on|in|from)\ (?:the\ )?(?:staging|dev|test|prod|repo|sandbox)\b)
        """,
    ),
    sign(
        0.0,
        "demand",
        "asks what kind of company this is",
        r"""
        \b(?:i've|i\ have|i\ was|i'm|i\ am|my|i)\b(?![^\n]*\bwith\ [a-z]+\ (?:for|since)\b)
        [^\n]{0,160}\bwhat\ (?:kind|sort)\ of\ (?:an?\ )?(?:bank|insurance
        |insurer
        |company|shop|store|hotel|restaurant|airline|railway|clinic|hospital|service|provider|business|school|gym|garage
        |outfit|operator)\ (?:is\ this|are\ you)\b
        """,
    ),
    sign(
        0.0,
        "praise",
        "thanks a company for what it did at home",
        rf"""
        ^\W*(?:many\ )?thank(?:s|\ you)\b(?:\ (?:so|very)\ much)?\ for\ (?:the\ |your\ )?(?:(?:very|so
        |super)\ )?(?:[a-z]+\ )?
        (?:repair(?:ing|s)?|fixing|delivery|delivering|service|servicing|cleaning|replacement|replacing|restoring|installing
        |installation)\ (?:of\ )?{_OF_A_HOME}\b(?![^\n]*\b(?:kitchen|office)\b)
        |\byou\ (?:guys\ |people\ |really\ ){{0,2}}(?:saved|rescued)\ our\ (?:[a-z]+\ )?(?:holidays?|vacation|honeymoon
        |wedding|anniversary|trip)\b(?!\ (?:party|plan|calendar|tool))(?![^\n]*\b(?:offsite|team)\b)(?=[^\n]{{20}})
        """,
    ),
    sign(
        0.0,
        "dealings",
        "asks for help with what a company gave them",
        r"""
        \bmy\ (?:[a-z]+\ )?(?:sim(?:\ card)?|prepaid|(?:debit|credit|prepaid|gift|travel|bus|fuel)\ card|meter|boiler
        |heating|hot\ water|landline|broadband|voucher|bus\ pass|season\ ticket|policy|electricity|set-top\ box)
        \ (?:is|was|has|does|shows?|doesn't|isn't|are|stopped)\b[^\n]{0,120}\b(?:please|pls|plz)\ help\b
        (?!\ (?:me\ )?(?:look|find|search))
        """,
    ),
)
MAY_BE = (
    *("your ", "charged", "billed", "invoiced", "debited", "unsubscrib", "what kind", "what sort", "thank", "saved"),
    *("rescued", "help", "asked you", "told you"),
)
"""One of these stands in every text of which the shapes are worth a look."""
