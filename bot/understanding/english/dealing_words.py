"""Who is a client by what they have from the house: what they bought, rent, or are called beside their name.

Read with their capitals. `says` is what follows them.
"""

from __future__ import annotations

from bot.understanding.english.client_words import NAMES
from bot.understanding.patterns import glued, joined, regex

_OF_A_DEAL = r"(?:customer|client|subscriber|member|tenant|patient|guest|buyer|passenger|user|student|pupil|donor)"
BESIDE_NAME = joined(
    rf"""
    \b(?P<who>{NAMES})\ \((?P<beside>(?!(?i:at|for|with|to|not|no|my|a|the|potential|future|former|ex)\b)
    (?:(?!(?i:board|team|staff|band|works|crew|union|jury|committee|council)\b)[\w'-]+\ ){{0,2}}(?i:{_OF_A_DEAL})
    (?:\ (?:since|from)\ [^()\n]{{2,30}}|,\ [^()\n]{{2,30}})?)\)
    """
)
"""A name, and beside it in brackets that it is a client's."""
BEFORE_NAME = joined(
    rf"""
    (?:\b(?:[Oo]ur|[Tt]he)\ (?:[\w-]+\ ){{0,2}}?|(?:^|\n|(?<=[.!?:]\ ))(?:[A-Z][a-z]+\ ){{1,2}}?)(?:client|customer
    |tenant
    |subscriber)\ (?!(?:Success|Services?|Relations?|Care|Support|Ops|Operations|Experience|Portal|Dashboard|Team
    |Hub|App
    |Day|Days|Advisory|Journey|Insights?|Research|Data|Center|Centre|API|ID|SDK)\b)(?P<who>{NAMES})
    """
)
"""The word for a client before a name."""
NEEDS_BY = joined(
    r"""
    \b(?:they|she|he)\ (?:now\ )?needs?\ (?:it|all|more|\d+|(?:the|their|our)\ [\w-]+)\b[^.!?\n]{0,40}?\b(?:by|before
    |sooner|earlier|not\ the|instead\ of|until|till|on)\b
    """
)
"""What a client needs, and when."""
_PERSON = glued(r"""
    (?:lady|gentleman|woman|man|guy|person|couple|family|people|bloke|girl|boy|skier|rider|camper|farmer|gardener
    |baker
    |fisherman|singer|teacher|student|bride|groom|chap|folks|one)
""")
_DEALT = r"(?:bought|ordered|rented|rents|hired|leased|leases|booked|subscribed\ to|returned|picked\ up|purchased)"
WHO_BOUGHT = joined(
    rf"""
    \b(?P<who>(?i:the|a|that)\ (?:[a-z-]+\ )?{_PERSON}\ who\ (?:just\ |also\ )?{_DEALT}\ (?P<thing>(?:the|our|an?
    |two|three|one
    \ of\ (?:our|the))\ [^,.;:\n]{{2,50}}?)),?\ (?=(?:says?|said|wants?|wanted|asks?|asked|is|was|can't|called|rang
    |phoned|wrote|mailed|e-?mailed|complain\w*|never|has|needs?|told|still|claims?)\b)(?P<says>[^\n]+)
    """
)
"""Somebody by what they bought or rent."""
MAY_BE_COLLEAGUE = joined(
    r"\b(?:woman|man|guy|person|people|bloke|chap|folks|one|girl|boy|teacher|student)\ who\ (?:just\ |also\ )?booked\b"
)
"""Colleagues book much, too."""
NO_WARE = joined(
    r"""
    \b(?:my|us|me|shared|pool|twitter|house|flat|apartment|company|startup|firm|business|club|building|office|land
    |next\ door|above
    |below|team|meeting|room|retro|lunch|pizzas?|cakes?|sandwich\w*|catering|caterer|coffees?|beers?|drinks|offsite
    |speaker|band|train|shares?|stock|domain|tickets|flights?|taxi|laptops?|chairs?
    |monitors?|ours|(?:before|after)\ us|toner|whiteboards?|stationery|projector)\b
    """
)
"""What is bought elsewhere, or by a colleague."""
FROM_US = joined(
    r"""
    \b(?P<who>(?i:the|an?|that)\ [^,.;:\n]{2,60}?\ (?:who\ |that\ |which\ )?)(?:rents?|buys?|leases?|orders?|hires?
    |bought
    |ordered|rented|leased|hired)\ (?:\w+\ ){1,4}?from\ us,?\ (?:\w+\ \w+\ )?(?:and\ |but\ )?(?P<says>(?:says?
    |said|asks?|asked|wants?|complains?|complained|can't|claims?|told\ (?:me|us)|wonders?)\b(?!\ nothing)[^\n]*)
    """
)
"""Somebody who has something from us, and says something."""
SOLD_THEM = joined(
    r"""
    (?:says?|said|saying|claims?|complain(?:s|ed)|reports?|told\ (?:me|us)|writes?|wrote
    |:)\ (?:that\ )?(?P<says>(?:the
    |his|her|their|one\ of\ the|two\ of\ the|both)\ (?:[\w-]+\ ){1,3}?(?:that\ )?we\ (?:just\ )?(?:(?:sold|rented
    |leased|lent|hired\ out)\ (?:to\ )?(?:him|her|them)|sold\ (?:last|in|on|at)|(?:fitted|installed|delivered|built
    |laid|tuned|repaired)\ (?:to\ )?(?:him|her|them|last|in|on|for|at))\b[^\n]*)
    """
)
"""What we sold them, in their own report."""
MAY_BE_OURS = joined(
    r"""
    (?:^|[.!?:;,]\ |\b(?:and|but|so)\ )(?:[A-Z][\w'-]+(?:\ (?:and|&)\ [A-Z][\w'-]+)?|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ii]
    |[Ss]omeone|[Ss]omebody)\ (?:also\ |just\ |still\ )?$
    """
)
"""Who says it, right before that: a first name or a pronoun may be a teammate's."""
OF_HOME = regex(r"(?i)(?:^|[.!?:;,] )(?:mum|mom|dad|grandma|grandpa|gran|nan) $")
"""Whoever is called so without a word before it is the writer's own."""
TO_WHOM = regex(r"\b(?:him|her|them)\b")
"""Whoever has it from us is another than who works here."""
SINCE_WE = joined(
    r"""
    \b(?P<who>(?i:the|an?|one\ of\ our|our)\ [^,.;:\n]{2,60}?)\ (?P<says>(?:has|have|had|can't|gets?|is
    |are)\b[^.!?\n]{2,60}?)
    \ (?:ever\ )?since\ we\ (?:moved|fitted|installed|changed|switched|serviced|repaired|replaced|cleaned|updated
    |upgraded|migrated|swapped|tuned|mounted)\ (?:his|her|their|it|them)\b
    """
)
"""What somebody suffers since we did something with their thing."""
IF_WE_MATCH = joined(
    rf"""
    \b(?P<who>{NAMES}'s?\ [a-z]+(?:\ [a-z]+)?|(?!(?:Platform|Data|Field|Big|Nobody|No|Some|Many|Most|Everybody
    |People|Customers|Who)\b)[A-Z][\w&.-]+\ [A-Z][\w&.-]+)\ (?:would|will|'d)\ (?:buy|order|renew|reorder
    |take(?!\ (?:on\ )?(?:the|this|that|our)\ (?:job|work|repair|gig|project|commission|shift|role)\b)|sign\ up|stay)\b
    [^.!?\n]{{0,60}}?\bif\ we\ (?:match|matched|lower|lowered|drop|dropped|cut|beat|undercut|waive|waived)\ (?:the
    |their
    |our|that)\ (?:\w+\ )?(?:price|prices|offer|rate|fee|fees|quote)\b
    """
)
"""Only a buyer would, if we match a price."""
OUR_DUNNING = joined(
    rf"""
    \b(?P<who>{_OF_A_DEAL}|[A-Z][\w'-]+\ (?:from|at|of)\ {NAMES}|{NAMES})\ (?:still\ |also\ )?(?:keeps?\ getting
    |gets?|got|received
    |is\ getting|was\ sent)\ (?:another\ of\ )?our\ (?:dunning|payment|reminders?|invoices?|bills?|newsletters?
    |marketing
    |collection|late\ fees?|catalogues?)\b[^.!?\n]{{0,40}}?\b(?:though|although|but|despite
    |after)\b[^.!?\n]{{0,30}}?\b(?:paid
    |paying|unsubscribed|cancel+ed|cancelling|payment|returned|died)\b
    """
)
"""Who gets our bills though they paid."""
WHEN_OPENED = joined(
    rf"""
    \b(?P<who>(?![^(]{{0,30}}\b(?:Ops|Operations|Sales|Marketing|Team|QA|IT|HR|Support|Success|Engineering|Logistics
    |Warehouse|Finance|Legal|Science|Data|Crew|Design|Product|People|Growth|Platform
    |Security)\b){NAMES})(?:\ \([^()\n]{{2,30}}\))?\ (?:say|report|claim|complain
    |write)\ (?:that\ )?(?P<says>[^.!?\n]{{3,60}}\b
    (?:pallets?|delivery|shipments?|batch|box(?:es)?|crates?|parcels?|order|goods|consignment|carton|drums?|sacks?
    |bags?)
    \ (?:was|were|arrived|came)\ [^.!?\n]{{2,40}}?\bwhen\ they\ (?:opened|unpacked|unloaded|checked|got))\b(?!\ our\b)
    """
)
"""A firm that tells how goods were when they came."""
RELATIVES = joined(
    r"""
    \b(?:[Tt]he\ |[Aa]\ |[Oo]ur\ )?(?:[Bb]ride|[Gg]room|[Bb]irthday\ (?:kid|girl|boy|child)|[Pp]upil|[Ss]tudent
    |[Pp]atient
    |[Cc]ouple|[Ss]ubscriber|[Mm]ember|[Cc]ustomer|[Cc]lient|[Tt]enant|[Gg]uest|[Pp]assenger|[Rr]esident)'s\ (?:mum
    |mom|mother
    |father|dad|sister|brother|aunt|husband|wife|widow|daughter|son|parents|neighbou?r|family|carer|assistant)
    (?:,\ [^,.:;\n]{2,50},)?\ (?P<says>(?:just\ )?(?:e-?mailed|mailed|called|rang|phoned|wrote|texted|asks?|wants?
    |says?
    |complain\w*|passed\ away|died|has\ died|told\ (?:me|us))\b[^\n]*)
    """
)
"""Somebody who speaks for a client."""
DEALS_ASKED = joined(
    r"""
    \b(?:quote|invoice|bill|booking|contract|order|deposit|refund|subscription|account|policy|delivery|appointment
    |certificate|menu|(?:left|lost|forgot)\ (?:her|his|their)|swap|exchange|confirmation)\b|\b(?:he|she
    |they)\ (?:needs?|wants?|asks?|would\ like)\b
    |\b(?:he|she|they)'d\ like\b
    """
)
"""What is asked of a house one has dealings with."""
WISHES = joined(
    r"""
    ^(?:just\ |also\ |now\ |still\ )?(?:wants?|wanted|asks?\ for|asked\ for|would\ like|needs?
    |is\ back\b[^.!?\n]{0,40}?\band
    \ wants)
    \ (?:\w+\ ){0,3}?(?:delivery|delivered|refund|deposit|money|replacement|exchange|swap|return|invoice|receipt
    |manual|warranty|repair|discount|another|extend|cancel|earlier|sooner|back|pick-?up|collected|instructions)\b
    |^(?:is\ asking|asks?|asked)\ (?:why|when|where|whether|if|how)\b|^(?:was|is)\ (?:\w+\ )?(?:angry|furious|upset
    |unhappy
    |delighted|thrilled|disappointed)\b
    """
)
"""What who bought something wants."""
HARMS_OR_WANTED = joined(
    r"""
    \b(?:killing|hurts?|too\ \w+|ache|uncomfortable|useless|ask(?:s|ed)?|wants?|(?:has|have|had)\ an?\ (?:\w+\ )?(?:hole
    |crack|leak|flat|scratch|dent|fault|problem|defect|tear|chip|bump|rattle|smell|stain|limp|rash|cough|swelling|pain|ache
    |bruise|knock|wobble|hum|buzz|gap|bubble|error|warning|bug|short))\b
    """
)
"""What their things do to them, or what they want."""
FEAST = regex(r"(?i)\b(?:stag|hen|bachelor(?:ette)?|speech|my|cousin's?)\b")
"""A wedding of one's own people."""
SURELY = (
    ("from us", FROM_US),
    ("since we", SINCE_WE),
    (" we ", SOLD_THEM),
    (" our ", OUR_DUNNING),
    ("when they", WHEN_OPENED),
    (" if we ", IF_WE_MATCH),
)
"""Shapes that name a client, each with what stands in every text that is worth a look."""
ALONE = (FROM_US, OUR_DUNNING, WHEN_OPENED, IF_WE_MATCH)
"""Those of them that need no word of trouble."""
SUFFERED = (SINCE_WE, OUR_DUNNING)
"""Those that tell what happened to them; the others tell what they said."""
CALLED = ("client", "customer", "tenant", "subscriber")
IS_IN_A_STATE = joined(
    r"""
    ^\ (?:is|are|was|were|keeps?|has|had|gets?)\b(?!\ (?:\w+ly\ |very\ |so\ )?(?:angry|unhappy|upset|furious|asking
    |complaining
    |worried|annoyed|happy|thrilled))
    """
)
"""What programs are, too."""
OF_A_PERSON = regex(r"\b(?:his|her|their|him)\b")
