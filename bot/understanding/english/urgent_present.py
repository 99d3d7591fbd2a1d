"""Urgency that is under way: bodies that fail, things that smoke or hang loose, letters that went to others.

Shapes as in `urgent_shapes`; they need two things at once, since each alone is told on quiet days too.
"""

from __future__ import annotations

from bot.understanding.english.urgent_classes import UrgentShape, urgent_shape
from bot.understanding.patterns import glued, spelt_out

_CLASSES = {
    "<airway>": r"(?:throat|lips?|tongue|face|eyes?|mouth|airways?|neck)",
    "<some>": r"(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|several|\d{1,3}|half)",
    "<eaters>": r"""(?:
        <kin>|<some> (?:of (?:us|them|our|the) ?)?(?:kids|children|people|guests|pupils|residents|colleagues
            |staff|students)?(?: in \w+ \w+)?|we(?:'ve)?|everyone|half (?:the|our) \w+
    )""",
    "<is-sick>": r"""(?:
        (?:have |has |is |are |were |all |been )*(?:been |being )(?:violently )?(?:sick|ill)
        |(?:have |has |is |are |were |all |been )*(?:throwing up|vomiting|violently (?:sick|ill))
        |threw up|vomited|(?:got|fell) (?:violently )?(?:sick|ill)
    )""",
    "<eaten>": r"(?:<food>|buffet|canteen|catering|chicken|oysters|seafood|mussels|prawns|sushi|eggs|menu)",
    "<device>": r"""(?:
        wall ?box|chargers?|batter(?:y|ies)|(?:tumble )?dryer|washing machine|dishwasher|boiler|heaters?|meter|inverter
        |sockets?|plug|fuse ?box|router|tablet|phone|laptop|kettle|toaster|oven|e-?bike|scooter|cable|adapter|lamp
        |tv|microwave|fridge|freezer|iron|blanket|power ?bank|radiator|extension lead|hob|cooker|hair ?dryer|generator
        |vape|hoverboard|monitor|thermostat|wires?|switch
    )""",
    "<sensitive>": r"""(?:
        bank details|diagnos[ei]s|medical|blood tests?|(?:hiv|test|lab|scan|exam|x-?ray)(?: \w+)? results?|results?
        |pay ?slips?|salary|passports?|prescriptions?|account number|card (?:number|details)|social security|tax return
        |sort code|hospital (?:letter|records?)|national insurance
    )""",
    "<not-come>": r"""(?:
        (?:hasn'?t|haven'?t|has not|have not|never|didn'?t|did not) (?:come|arrived?|shown? up|turn(?:ed)? up
        |been delivered|came)
        |(?:isn'?t|aren'?t|not|is not) (?:here|there|ready|finished|delivered)|no sign of
        |(?:is|are|got) (?:lost|missing)
        |still (?:in|at|on) (?:your|the|a) \w+
    )""",
    "<any-moment>": r"""(?:
        in (?:an?|one|two|three|four|five|six|half an|less than an?|\d{1,2}|ten|twenty|thirty
            |forty|fifteen) (?:hours?|hrs?|minutes?|mins?)
        |tomorrow|tonight|at (?:noon|midnight|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
        |this (?:afternoon|evening|morning)
    )""",
    "<officers>": r"""(?:
        health (?:and safety|inspectors?|inspectorate|department)|inspectorate|inspectors?|environmental health
        |customs(?: officers?| officials?)?|police|tax (?:office|inspectors?|man)|auditors?|bailiffs?
        |fire (?:marshal|inspector|brigade|department)|food standards|hygiene (?:officer|inspector)s?|immigration
        |regulators?|trading standards|veterinary office|labou?r inspect\w+
    )""",
    "<paper>": r"""(?:
        post|times|herald|echo|mail|guardian|tribune|gazette|news|chronicle|observer|journal|star|mirror|express
        |independent|standard|press|telegraph|courier|bbc|itv|cnn|radio|tv|weekly|daily|argus|examiner|inquirer
    )""",
}
"""Groups of words that only these shapes need; they may name the classes of `urgent_classes`."""


def present(why: str, signs: str, *shapes: str) -> UrgentShape:
    """A shape with the groups of this page, which may name the classes of all."""
    return urgent_shape(why, signs, *(spelt_out(spelt_out(one, _SPELT), _SPELT) for one in shapes))


_SPELT = {name: glued(words) for name, words in _CLASSES.items()}

_BODIES = (
    present(
        "someone may be hurt",
        "swelling swollen swelled closing puffed puffing hives blisters welts stand walk move wake woken keep fits fit"
        " convulsions seizures himself herself themselves jump life vomiting throwing sick ill threw"
        " vomited stuck hurt injured drop fall dropped fell",
        r"(?:my|our|his|her|their|<w>'s) <airway>(?: <w>){0,2}? (?:swelling|swollen|swelled|closing|puff(?:ed|ing))"
        r"(?! (?:with|from) (?:pride|joy|love|laugh\w*|cry\w*|happiness))"
        r"|(?:came|come|broke|broken|covered)(?: up| out)? in (?:hives|blisters|welts)",
        r"(?:<kin>|grandpa|grandma|mum|mom|dad|gran|nan)(?: (?:has|have|had|is|are|was))?(?:(?: <w>){0,8}?(?:,|"
        r" and)(?: and)?(?: now)? (?:he|she|it|they|now))? (?:can'?t|cannot|couldn'?t) (?:stand(?= up(?! (?:long|for"
        r"|without|to)\b)| on (?:his|her|its)|[.,!]|$| since)|walk(?=[.,!]|$| (?:any|since|straight|properly))"
        r"|move(?= (?:his|her|its) (?:legs?|arms?|hands?)|[.,!]|$)|be woken|wake up|keep (?:anything|food|water)"
        r" down)",
        r"having (?:fits|a fit|convulsions|seizures)|(?:hurt|harm|kill) (?:himself|herself|themselves)"
        r"|threaten\w* to jump|(?:end|take|ending|taking) (?:his|her|my|their) (?:own )?life",
        r"<eaters> ?(?:<w> )?<is-sick>[^.?!\n]{0,40}?(?<!\w)(?:since|after|from|had|ate|eaten)(?: <w>){0,4}? <eaten>",
        r"(?:people|someone|somebody|passengers|workers|children|guests|riders|<some>)(?: <w>)? (?:is|are|were|was"
        r"|got) (?:badly |seriously )?(?:hurt|injured)(?! (?:by|that|feelings|about|when you))",
        r"let (?:me|him|her|us|<kin>) (?:drop|fall)|(?:i|we|he|she|<kin>) (?:dropped|fell) (?:about |almost )?(?:two"
        r"|three|four|five|ten|\d+) (?:metres|meters|feet|floors)",
    ),
    present(
        "someone may be hurt",
        "smoking smoke sparking sparks hissing hisses hot glowing arcing hole holes melting scorched scorching burnt"
        " fire spark flame flames",
        r"<device>(?: <w>){0,5}? (?:is|are|was|gets|got|runs|keeps|started)(?: <w>)? (?:smoking(?! (?:salmon|ham"
        r"|fish|meat|ribs|cheese|trout|nicely|room))|sparking|hissing|arcing|melting|scorched|scorching|on fire|hot"
        r" to the touch|red hot|too hot to (?:touch|hold))(?! (?:deal|price|new))",
        r"(?:burnt|burned|scorched|melted) an? (?:big |huge |small )?hole (?:in|into|through)(?! (?:my|our|your|his"
        r"|her|a) (?:pocket|wallet|budget|purse))",
        r"(?:plug|sockets?|cable|wires?|charger|batter(?:y|ies)|switch|adapter|fuse ?box)(?: <w>){0,3}? (?:is|are|was"
        r"|keeps|started)(?: <w>)? glowing",
        r"(?:sparks?|flames?|smoke) (?:out of|from|inside)(?: <w>){0,3}? <device>",
        r"<device>(?: <w>){0,3}? hisses|gas(?: <w>){0,3}? hissing",
    ),
    present(
        "someone may be hurt",
        "hanging hangs dangling held gate barrier sign panel shutter ramp crane beam branch tailgate shelf rack lamp"
        " tile pallet balcony window patio lid hatch door cover guard",
        r"(?:(?:hanging|hangs|dangling)(?: on)? (?:only )?by (?:one|a single|a|two)|held(?: on)? (?:only )?by (?:one"
        r"|a single))(?: <w>)? (?:screws?|bolts?|hinges?|nails?|wires?|cables?)",
        r"(?:hanging|hangs|dangling) (?:half |halfway )?(?:off|loose)(?: <w>){0,6}? (?:over|above|onto)",
        r"(?:gate|barrier|sign|panel|shutter|ramp|crane|beam|branch|tailgate|shelf|rack|lamp|tile"
        r"|pallet)(?: <w>){0,3}? (?:came down|fell|dropped|collapsed|slammed|crashed)(?: down)? (?:on"
        r"|onto) (?:top of )?(?:<kin>|someone|somebody|people|me|him|her|two|an? (?:girl|boy|child|car|cyclist"
        r"|customer|colleague|worker|guest|visitor|employee|shopper))",
        r"(?:gate|barrier|ramp|shutter|crane)(?: <w>){0,2}? (?:dropped|fell|collapsed) with (?:an? |the |my "
        r"|our )?(?:cars?|van|people|someone|lorry|bus)",
        r"(?:balcony|window|patio)(?: door)?(?: <w>)? fell (?:out|off|down)",
        r"(?:lid|door|hatch|cover|guard)(?: <w>){0,3}? (?:flew|sprang|burst|swung|popped) open (?:while|when|as"
        r"|during|mid|on the|at)(?! (?:shipping|shipment|transit|transport|delivery|unboxing|the (?:band|dj|music)"
        r"|(?:i|you|we) (?:press|push|pull|turn|open|tap)))",
    ),
    present(
        "someone may be hurt",
        "locked trapped stuck shut out open",
        r"(?:locked|trapped|shut|stuck) (?:in|inside)(?! (?:an? |the |your )?escape)[^.?!\n]{0,60}?(?:won'?t open"
        r"|doesn'?t open|can'?t get (?:out|him out|her out|them out)|no air|degrees|(?:a|my|the) (?:baby|toddler"
        r"|child)|diabetic|wheelchair)",
        r"(?:can'?t|cannot|couldn'?t) get out[^.?!\n]{0,30}?(?:lift|elevator|locked|stuck|jammed|trapped|door)",
        r"(?:lift|elevator|cable car|gondola)(?:'s| is| has been) stuck[^.?!\n]{0,40}?(?:between|with (?:me|us|people"
        r"|<kin>)|inside|we|in it)",
    ),
    present(
        "someone may be hurt",
        "ventilator oxygen dialysis incubator nebuliser nebulizer cpap pump fridge freezer cooler emergency panic"
        " sos cord button pendant bracelet alarm hotline vet crisis ambulance monitor night call line number phone",
        r"(?:ventilator|oxygen(?: \w+)?|dialysis(?: machine)?|incubator|nebuli[sz]er|cpap|(?:insulin|feeding) pump"
        r"|monitor) (?:keeps (?:switching|cutting|turning|shutting|going)|runs (?:on|off)[^?!\n]{0,50}?(?:red|low"
        r"|dead|empty|failing|beeping|flat|flashing))",
        r"(?:fridge|freezer|cold (?:room|store)|cooler)(?: <w>){0,6}? (?:vaccines?|insulin|blood|medicines?"
        r"|medication|breast ?milk|samples?|embryos?)[^.?!\n]{0,50}?(?<!\w)(?:dead|off|out|warm|failed|stopped"
        r"|broken?|died|thawed|defrosted)",
        r"(?:(?:emergency|panic|alarm|sos|nurse call|patient call) (?:button|pendant|bracelet|cord)|call (?:pendant"
        r"|bracelet|cord))(?: <w>){0,6}? (?:doesn'?t|does not|didn'?t|did not|isn'?t|won'?t|is dead|is broken|failed"
        r"|stopped|not work\w*)",
        r"(?:vet|emergency|on-?call|crisis|night|ambulance) (?:line|number|phone|hotline)(?: <w>){0,2}? (?:rings out"
        r"|rings and rings|is engaged|is busy|is dead|doesn'?t (?:answer|pick up|work)|goes to voicemail"
        r"|isn'?t (?:answered|working|picked up))",
    ),
    present(
        "someone may be hurt",
        "ring call dial reach through make",
        r"(?:nobody|no one|can'?t|cannot|unable to|couldn'?t)(?: <w>){0,5}? (?:ring|call|dial|reach|make an?"
        r"|get through to)(?: <w>)? (?:112|911|999|emergency services|an ambulance|the ambulance)",
    ),
    present(
        "someone may be hurt",
        "pretending claiming claims saying says here flat house home room bedroom",
        r"(?:going (?:round|around|door to door)|at (?:my|our|the) door|in (?:our"
        r"|the) street)(?: <w>){0,3}? (?:saying|claiming|pretending|says|claims)(?: to be| he'?s| she'?s| they'?re"
        r"| that he'?s)(?: <w>){0,2}? (?:from|with) you",
        r"(?:someone|somebody|a stranger|a man|the man|some man)(?: <w>){0,11}? (?:was in here (?:last night|at \d+)"
        r"|(?:came into|walked into|got into|was in|let himself into) my (?:flat|house|home|room|bedroom)"
        r"(?! (?:town|office|page|with (?:breakfast|tea|coffee|towels|flowers))))",
    ),
)
_DATA = (
    present(
        "data in danger",
        "meant intended addressed belonging another different wrong mr mrs ms miss sent emailed mailed everybody"
        " shared put shows everyone everybodys everyones landed ended turned forum dark pastebin telegram sale"
        " published dumped person ex salary payslips all gave showed some other",
        r"(?:meant|intended|addressed|belonging) (?:for|to) (?:an? |the )?(?:other|another|different|mr|mrs|ms|miss"
        r"|dr|someone|somebody|neighbou?r)[^?!\n]{0,50}?<sensitive>",
        r"(?:is|it'?s|was) for another (?:patient|customer|person|client|tenant|employee)[^?!\n]{0,40}?<sensitive>",
        r"(?:letter|results?|report|file|statement|form|pay ?slip|prescription|scan)s? (?:for|of|from) (?:another"
        r"|a different|the wrong|some other) (?:patient|customer|person|client|tenant|employee|man|woman|family)",
        r"there'?s (?:an? )?(?:mr|mrs|ms|miss)\.? <w>(?: <w>){0,2}? <sensitive>",
        r"(?:see|seeing|opened|got|have|found|sent me|gave me)(?: <w>){0,3}? another (?:person|patient|customer"
        r"|client|user|tenant|member|guest|employee)'?s'?(?: <w>){0,2}? (?:<private>|<sensitive>)",
        r"(?:you|they|shop|company|firm|office|bank|agency|team|clinic|school|portal|system|site|hr"
        r"|app)(?: <w>)? (?:sent|e-?mailed|shared|shows?|posted|put)(?: <w>){0,2}? (?:everyone'?s|everybody'?s"
        r"|all the \w+)(?: <w>)? (?:phone numbers?|address(?:es)?|e-?mails?|salar(?:y|ies)|pay ?slips|details"
        r"|passwords|results)",
        r"(?:sent|e-?mailed|gave|showed) (?:me|us) (?:the )?(?:pay ?slips?|salar(?:y|ies)|contracts|addresses"
        r"|bank details|passwords|records|files) (?:for|of) (?:everybody|everyone|the (?:whole|entire) \w+|other \w+"
        r"|strangers)",
        r"(?:salary list|salaries|pay ?slips|payroll|personnel files?|customer list"
        r"|patient list)(?: <w>){0,6}? (?:landed|ended up|turned up) (?:in|on|with)",
        r"(?:passwords?|logins|credentials|card numbers|customer data|database|personal data"
        r"|accounts)(?: <w>){0,5}? (?:for sale|on (?:an? |the )?(?:<w> )?(?:forum|dark ?web|pastebin|telegram)"
        r"|published online|dumped)(?! (?:option|page|setting))",
        r"my (?:abusive |violent )?ex(?:[- ](?:husband|wife|partner|boyfriend|girlfriend))? (?:got|has|received"
        r"|was given|knows)(?: <w>){0,3}? my (?:new )?(?:address|number|phone number|e-?mail|location)(?! book)",
    ),
    present(
        "money is gone",
        "paid sent transferred wired credited",
        r"(?:paid|sent|transferred|wired|credited)(?: <w>)? (?:my|our|his|her|their)(?: <w>)? (?:salary|wages?|money"
        r"|pension|refund|deposit|pay)(?: <w>)? (?:to|into) (?:someone|somebody|a stranger|the wrong|another(?! "
        r"account\b))",
    ),
)
_MANY = (
    present(
        "many are at a standstill",
        "none nobody no one half most not every all",
        r"(?:half|most)(?: of)? (?:our|the) <w> (?:hasn'?t|haven'?t|wasn'?t|weren'?t)(?: been)? paid(?! (?:an?|any"
        r"|for|to)\b)",
        r"(?:none|not one|nobody|no[- ]?one)(?: of)?(?: our| the| us| my)?(?: \d+)?(?: (?:<ours>|<w>))?(?: (?:in|on"
        r"|at) (?:our|the|my) <w>)? (?:got|gets|has|have|was|were|has been|have been|received)(?: \w+)? (?:paid|wages"
        r"|salar(?:y|ies)|pay ?slips?|pay ?checks?)(?! (?:more|better|late|less|extra|for|to|an?|by)\b)",
        r"no (?:driver|nurse|teacher|employee|worker|cleaner|colleague|carer|cook|guard)s? (?:got|was|were"
        r"|has been) paid",
        r"no (?:card )?(?:machines?|tills?|terminals?|lifts?|phones?|computers?|printers?|gates?|pumps?|chargers?"
        r"|readers?)(?: <w>)? (?:in|at|of) (?:any|all)(?: of)?(?: our| the)?(?: <w>)? (?:<ours>|<place>s?) (?:works?"
        r"|is working|opens?|can)",
        r"(?:(?:not one|none) of (?:our|the|my)(?: \d+)?(?: <w>)? <ours>|not one of our(?: \d+)? <w>) (?:takes?"
        r"|works?|accepts?|opens?|connects?|prints?|starts?|reads?|(?:is|are) (?:working|open))",
        r"(?:every|all)(?: our| the)? (?:orders?|payments?|parcels?|shipments?|transfers?)(?: (?:since|from"
        r"|of) <w>)?(?: (?:were|was|are|have|has))? (?:went|gone|going|go|sent|booked"
        r"|charged)(?: out)? (?:to the wrong|twice(?! (?:as|the|my|our)\b)|missing|lost)",
    ),
)
_SOON = (
    present(
        "it must be soon",
        "come arrived arrive shown show turned here there ready lost missing still delivered came finished turn sign",
        r"<not-come>(?: <w>){0,4}?(?:[.,;!]| and| but) (?:<w> ){0,3}?(?:getting married|<event>|vote|polls|surgeon"
        r"|judge|court|registrar|notary|jury|doctor|priest)(?: <w>){0,3}? <any-moment>(?! can'?t wait)",
        r"(?:cake|dress|suit|ring|flowers|food|catering|coffin|hearse|implants?|documents?|passport|papers|tickets"
        r"|translation|interpreter|equipment|stage|speakers)(?: <w>){0,3}? <not-come>[^?!\n]{0,60}?(?<!\w)(?:married"
        r"|ceremony|surgery|hearing|surgeon|court|flight|exam|funeral|wedding|doors)(?: <w>){0,3}? <any-moment>",
    ),
    present(
        "it must be soon",
        "surgery operation hearing vote poll polls election trial exam",
        r"(?:surgery|operation|hearing|trial|exam)(?:'s| is) <any-moment>[^.?!\n]{0,60}?(?<!\w)(?:missing|wrong|lost"
        r"|somewhere in|not here|incomplete|unreadable|blank)",
        r"(?:missing|wrong|lost|incomplete|blank)(?: <w>){0,6}? the (?:vote|polls?|election|trial|exam"
        r"|hearing)(?: <w>){0,2}? <any-moment>",
    ),
)
_OTHERS_AT_WORK = (
    present(
        "an authority is there",
        "here in at on outside standing waiting stand stands",
        r"<officers>(?: <w>){0,2}? (?:is|are|stands?|'s|have just walked|just walked|just came)(?: <w>)? (?:here(?!"
        r" (?:next|on|in|from|this))|in (?:our|the|my) \w+\b(?! (?:this|next) (?:week|month))|at (?:our|the|my) \w+|on"
        r" (?:site|the premises)|outside|waiting)[^?\n]{0,60}?(?<!\w)(?:wants?|asks?|asking|needs?|demands?|now"
        r"|before|or they|shut|close)",
    ),
    present(
        "the press",
        "post times herald echo mail guardian tribune gazette news chronicle observer journal star mirror express"
        " independent standard itv sky air press telegraph courier bbc itv cnn radio tv weekly daily argus examiner"
        " inquirer channel camera reporters reporter crew film",
        r"(?:(?:i'?m|i am|this is|we'?re|calling|writing)(?: <w>){0,3}? (?:with|from|at|for)"
        r"|this is) the (?:<w> ){0,2}?<paper>[^?\n]{0,80}?(?<!\w)(?:story|piece|article|report|comment|print|deadline"
        r"|publish\w*|your side|air|statement)",
        r"(?:channel \d|bbc|itv|cnn|sky news|tv|camera|film) ?(?:crew|team|watchdog)?(?: (?:is|are"
        r"|just turned up))?(?: filming)? (?:outside|in front of|here|at (?:our|the|your)|in (?:our|the"
        r"|your) (?:lobby|shop|store|office|branch|street))(?! (?:next|in (?:spring|summer)))",
        r"we go to (?:press|air) (?:at|in|tonight|tomorrow|today|on)",
    ),
    present(
        "may leave",
        "sign signed leave leaving switch switching quit cancel competitor competitors rival rivals competition"
        " unless if",
        r"unless(?: <w>){1,8}?,? (?:we|i)(?:'ll| will|'re| are)? (?:leave|leaving|sign(?:ing)? with|switch|switching"
        r"|quit)(?=[.,!]|$| (?:on|by|to|next|\w+ on|some\w+|another|a|your))",
        r"if(?! the weather)(?: <w>){0,4}? (?:not|isn'?t|aren'?t|nobody|no one|doesn'?t|don'?t|hasn'?t|haven'?t"
        r"|can'?t|won'?t|nothing)(?: <w>){1,8}?,?(?: then)? (?:we|i)(?:'ll| will|'re| are)? (?:leave|leaving"
        r"|sign(?:ing)? with|switch|switching|quit|walk away)(?=[.,!]|$| (?:on|by|to(?! an? (?:smaller|bigger"
        r"|larger) one)|next|\w+ on))",
        r"(?:signed|signing|offer|offers|contract) (?:with|from) (?:your |a |the |another )?(?:<w> )?(?:competitors?"
        r"|rivals?|competition)[^?!\n]{0,80}?(?<!\w)(?:unless|will take|take over|takes over|if you (?:don'?t|can'?t))",
    ),
)
PRESENT = (*_BODIES, *_DATA, *_MANY, *_SOON, *_OTHERS_AT_WORK)
"""Asked after `URGENT_SHAPES`."""
