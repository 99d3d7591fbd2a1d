"""Complaints that only report: what came instead, what is lacking, what was taken, how long it goes on.

Rows as in `unsaid_blame`; the groups of words stand here. Many are weak: they lift what is told a little above the
rest.
"""

from __future__ import annotations

from bot.understanding.english.unsaid_classes import signed_with
from bot.understanding.patterns import any_of

GROUPS = {
    "<wanted>": any_of(
        "ordered, asked for, paid for, booked, bought, requested, wanted, chose, selected, needed, reserved, promised"
    ),
    "<gladly>": any_of(
        r"it, them, mine, the next, on, within, early, today, by, next, super, really, so, very, quick\w*, fast,"
        r" same, exactly, just, home, perfect\w*, beautiful\w*, well, free, in no, in (?:one|two|\d), before, ahead,"
        r" upgraded, (?:with )?an? (?:free|lovely|nice|beautiful|great|handwritten|card|note), great, good,"
        r" everything, plenty, more than, (?:me |us )?(?:an? (?:suite|upgrade)|extra|both), even, better, yesterday,"
        r" this morning, monday, tuesday, wednesday, thursday, friday, saturday, sunday, at, here"
    ),
    "<came>": any_of(
        r"got, grew, received, was given, were given, you sent, you gave, you brought, they sent, they came,"
        r" they brought, what came, it came, came, arrived, here came, sent"
    ),
    "<kept-place>": any_of(
        "room, seats?, table, slot, place, car, booking, order, spot, appointment, reservation, bed, parcel, number,"
        " sofa"
    ),
    "<not-so>": any_of(
        r"wasn'?t, weren'?t, isn'?t, aren'?t, didn'?t, hasn'?t, haven'?t, doesn'?t, don'?t, wouldn'?t, couldn'?t,"
        r" can'?t, won'?t, never did, never was, never has"
    ),
    "<teller>": any_of(
        "website, site, app, tracking, status, e-?mail, letter, sign, map, page, driver, bot, screen, system, text,"
        " sms, courier, bill, board, agent, dashboard, tracker, rep, support, helpline, desk, hotel, seller, chat,"
        " staff, email, recording"
    ),
    "<month>": any_of(
        "january, february, march, april, may, june, july, august, september, october, november, december"
    ),
    "<no-use>": any_of(
        "answers?, prices?, versions?, stories, excuses?, promises?, dates?, explanations?, results?, bills?,"
        " opinions?, numbers?, delays?, failures?, cancellations?, refusals?, crashes, faults?, letters?, invoices?"
    ),
    "<ordinal>": any_of(
        r"2nd, 3rd, [4-9]th, 1\dth, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, umpteenth"
    ),
    "<attempt>": any_of(
        "story, technician, engineer, call, e-?mail, ticket, attempt, delay, replacement, driver, agent,"
        " cancellation, outage, time, letter, repair, visit, rep, return, refund, advisor, date, form, crash, excuse"
    ),
    "<unit>": any_of("h, hr, hrs, hours?, m, mins?, minutes?, days?, weeks?, wks?, months?"),
    "<held-up>": any_of(
        "sat, stood, standing, sitting, stuck, waiting, queuing, queueing, queued, camped, parked, waited"
    ),
    "<held-where>": any_of(
        r"by the (?:door|phone|window), all (?:day|morning|night|the way), on the (?:tarmac|runway|floor|platform"
        r"|phone), at the (?:gate|airport|counter|desk|station), in (?:the )?(?:rain|cold|line|queue|traffic"
        r"|dark), outside, for (?:\d+|an|over|almost|nearly|two|three|hours|ages|half|the (?:last|past))"
    ),
    "<fails-to>": any_of(
        "eject, fit, work, access, open, load, log, connect, charge, move, moved, send, sent, sync, play, pair,"
        " accept, let, update, turn, start, boot, show, respond, answer, reply, ship, shipped, scan, print, close,"
        " lock, fix, fixed, refund, refunded, credit, honou?r, deliver, delivered, arrive, arrived, ring, knock,"
        " download, install, save, last, recogni[sz]e, check, unlock, cancel, book, pay, sign in, redeem, apply,"
        " find, reach, get (?:in|through|on)"
    ),
    "<no-lack>": any_of(
        "problem, problems, issues?, idea, doubt, equal, match, regrets, complaints, fuss, rush, worries, need,"
        " hurry, better, words, more, longer, other, rival, queue, queues, limits?, drama, wonder, way"
    ),
}
reported = signed_with(GROUPS)

_CAME_OTHERWISE = (
    reported(
        "ordered asked paid booked bought requested wanted chose selected needed reserved promised",
        1.5,
        "something failed",
        r"<wanted>(?: <w>){1,5}?[,.;:]?(?: for an? \w+[.,])?(?: and| but| then)?(?: i| we)? <came>(?!,? <gladly>)",
    ),
    reported(
        "gave given giving sold resold without circles forth pillar another different passed passes passing",
        2.0,
        "let down",
        r"(?:gave|given|giving|sold|resold)(?: <w>)? (?:my|our|his|her)(?: <w>)? <kept-place>(?: <w>)? (?:away"
        r"|to (?:someone|somebody|another|the next|strangers))",
        r"(?:came|comes|arrived|delivered|sent|sold|shipped)(?: <w>){0,2}? without (?:an? |the |any |its "
        r"|my )?(?!delay|fuss|trouble|problem|issue|hitch|hassle|damage|asking|charge|me )<w>",
        r"sent (?:me|us) to (?:another|the other|a different) <w>|in circles|back and forth (?:with|between|for)"
        r"|from pillar to post|pass(?:ed|ing|es) (?:me|us) (?:around|from)",
    ),
    reported(
        "wasn weren isn aren didn hasn haven doesn don wouldn couldn can won never not nothing nope none zero"
        " wasnt didnt hasnt isnt doesnt havent arent dont cant couldnt wouldnt wont werent",
        1.2,
        "let down",
        r"(?<=[.!?,] )(?:and |but |spoiler:? )?<w> <not-so>(?=[.!]|$)",
        r"(?<=[.!?] )(?:not (?:mine|me|us|once|here|yet|one|any|a (?:thing|word|soul|chance|peep))|nope|none|zero"
        r"|nothing)(?=[.!]|$)",
    ),
    reported(
        "thinks is now itself half for says say said claims claimed shows show tells told insists thinks reckons",
        0.8,
        "displeasure",
        r"thinks (?:i|we|it'?s|my)|my \d+ ?[ap]m(?: <w>)? is now|(?:closed|shut|deleted|ended|logged|cancelled"
        r"|turned) itself|(?:delivered|sent|brought) half(?: an?)?|(?:two|three|four|five|six|\d+) <w>s for (?:one"
        r"|a single) <w>",
        r"(?:<teller>|@\w+)(?: <w>)?(?: still| just| now)? (?:says?|said|claims?|claimed|shows?|tells (?:me|us)"
        r"|told (?:me|us)|insists?|thinks?|reckons)",
    ),
    reported(
        "told asked tells tell telling send sends sent",
        0.9,
        "displeasure",
        r"(?:told|asked|tells?|telling|sends?|sent) (?:me|us|him|her|my (?:<w> ){1,2}?|people "
        r"|customers )? ?to (?:call|go|contact|e-?mail|wait|ring|try|come back|chat|fill|the|talk|ask)",
    ),
    reported(
        "bill price fee premium rent subscription tariff rate plan bills prices premiums rents subscriptions tariffs"
        " rates plans took taken taking keep keeps keeping kept pocketed pinched charge charged charging debited "
        "billed fees",
        1.3,
        "money",
        r"(?:bill|price|fee|premium|rent|subscription|tariff|rate|plan)s?(?: <w>){0,3}? (?:went|gone|goes|jumped|rose"
        r"|up|climbed|changed|increased|is up)(?: <w>)? (?:from|by)",
        r"(?:you|they|@\w+)(?:'ve| have|'re| are)?(?: <w>)? (?:took|taken|taking|keep|keeps|keeping|kept|pocketed"
        r"|pinched|charge|charged|charging|debited|billed)(?: <w>){0,2}? (?:[£$€] ?\d[\d.,]*|money|(?:my|the"
        r"|our) (?:money|deposit|payment))",
        r"charg(?:ed|ing)(?: <w>){0,2}? (?:an? )?(?:<w> )?fee|fee (?:for|on) (?:nothing|something|an? <w> (?:i|we))",
    ),
    reported(
        "never didn haven didnt havent",
        1.2,
        "let down",
        r"(?:i|we) (?:never|didn'?t|haven'?t(?: even)?) (?:took|take|ordered|order|made|make|asked|ask|signed|sign"
        r"|authori[sz]ed?|booked|book|received|receive|wanted|agreed|agree)(?=[.!?,]|$| (?:for|to|up|it|that|in))",
    ),
    reported(
        "neighbour neighbor wrong different random house",
        1.2,
        "something failed",
        r"(?:to|at|with) (?:my|the|a|another|some|our|somebody'?s|someone'?s) (?:(?:neighbou?r|wrong|different"
        r"|random)(?=[.,!]|$| (?:house|address|door|street|flat|person|guy|street|city|country|airport|town))"
        r"|house(?=[.!]))",
    ),
)
_LACKS = (
    reported(
        "no",
        1.8,
        "warns others",
        r"no more (?:flying|buying|shopping|using|ordering|booking|dealing|banking|travelling"
        r"|money)(?: <w>){0,2}? (?:from|with|at|for) (?:you|them|me|us|@\w+)",
    ),
    reported(
        "won wont doesn doesnt didn didnt can cant cannot hasn hasnt couldn couldnt wouldn wouldnt never",
        1.1,
        "something failed",
        r"(?<!i )(?:won'?t|doesn'?t|didn'?t|hasn'?t|wouldn'?t|never) (?:even |actually |ever |once )?<fails-to>",
        r"(?:can'?t|cannot|couldn'?t) (?:even |actually |ever )*<fails-to>",
    ),
    reported(
        "no",
        0.7,
        "displeasure",
        r"(?:has|have|had|got|with|there'?s|there is|there are|there was) (?:absolutely |still )?no (?!<no-lack>)<w>",
    ),
    reported(
        "smaller slower dearer brick aware more same",
        1.2,
        "something failed",
        r"(?:gets?|getting|got|are|is) (?:even |ever |so much )?(?:smaller|slower|dearer)|(?:to|is|into|now"
        r"|expensive) (?:an? )?brick(?=[.,!]|$)|(?:are|were) you (?:even |actually )?aware|[£$€] ?\d[\d.,]* more"
        r"|for the same \w+(?=[.!]|$)",
    ),
    reported(
        "people customers cars folks us line queue position one two desks desk till tills lane lanes person cashier"
        " agent cashiers counter counters checkout checkouts employee employees persons agents",
        1.4,
        "waiting",
        r"\d+ (?:people|customers|cars|folks|of us)(?: <w>){0,2}? (?:in (?:line|the queue|a queue|front|queue)"
        r"|waiting|ahead)",
        r"(?:one|two|1|2|only|single) (?:\w+ )?(?:till|desk|person|cashier|agent|lane|counter|checkout"
        r"|employee)s? (?:open|working|for (?:\w+ )?(?:flights|people|everyone|the (?:whole|entire)|\d+))|(?:queue"
        r"|line) position",
    ),
    reported(
        "paying pay paid",
        1.0,
        "money",
        r"(?:paying|pay|paid) (?:you )?(?:[£$€] ?\d[\d.,]*|\d+ (?:quid|bucks|dollars|pounds|euros|a month)|this much"
        r"|all this|full price|extra|good money)",
    ),
)
_GOES_ON = (
    reported(
        "it its h hr hrs hour hours m min mins minute minutes day days week weeks wk wks month months",
        1.3,
        "waiting",
        r"(?:\d+|two|three|four|five|six|several|an?) ?<unit>(?: \d+ ?<unit>)?,? (?:and counting|now(?=[.,!?]|$)"
        r"|so far|on (?:hold|the phone|the line)|already|and (?:still|no|nothing|not)|of (?:hold|waiting|music"
        r"|my (?:life|day))|for (?:an?|one) (?!friend|birthday)<w>|late(?=[.,!?]|$| and| to| for)|behind schedule"
        r"|in(?=[.,!]|$)|to get)",
        r"\d+ ?h(?:rs?)? ?\d+ ?m(?:ins?)?",
        r"(?:(?<=^)|(?<=[.!?:,] )|(?<=\w )) ?(?<!birth)day (?:two|three|four|five|six|seven|eight|nine|ten"
        r"|\d+)(?=[.,:;!]|$| without| and| no| still| of (?:no|waiting|trying|being|my|this|the (?:outage|saga)"
        r"|asking))",
        r"(?<=\S )(?<!at )(?<!until )(?<!til )it'?s (?:(?:now|already|gone|nearly|almost) (?:<month>|\d|half|noon"
        r"|midnight|\w+day|past)|<month>(?=[.!,;?]|$)|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?=[.!,;?] |[.!,;?]?$| now|"
        r" and))(?:[\d:.]*)",
    ),
    reported(
        "nd rd th second third fourth fifth sixth seventh eighth ninth tenth umpteenth",
        1.5,
        "let down",
        r"<ordinal>(?: <w>){1,2}? (?:you'?ve|you|they'?ve|they|i'?ve had to|we'?ve had to) (?:given|sent|cancelled"
        r"|missed|lost|broken|sold|made|beg\w*|ask\w*|chase\w*|call\w*)",
        r"<ordinal>(?: <w>){1,3}? (?:today|this (?:week|month|year|morning|season)|in a (?:row|week|month|day)"
        r"|already|running)",
        r"(?:<ordinal>) (?:different |new )?<attempt>(?=[.,!]|$| (?:and|but|with|now|since|in|about|to|still))",
    ),
    reported(
        "sat stood standing sitting stuck waiting queuing queueing queued camped parked waited day missed",
        1.2,
        "waiting",
        r"<held-up>(?: <w>){0,2}? <held-where>(?! (?:with a (?:beer|coffee|drink)))",
        r"took (?:a|the|half a|my|another) day off|day off (?:work )?for (?:this|nothing|you)|day off work",
        r"missed (?:my|our|a|his|her) (?:flight|connection|connecting|train|bus|wedding|meeting|funeral|work"
        r"|interview|exam|dinner|shift|appointment|stop)",
    ),
    reported(
        "old box dead after",
        0.9,
        "something failed",
        r"(?:phone|laptop|tv|bike|car|watch|it|they|which|that|device|console|shoes|only|barely|just|not even)(?:'s"
        r"|'re)?(?: is| are| was)?(?: only| barely| not even| just)? (?:an?|one|two|three|four|five|six|seven|eight"
        r"|nine|\d+) (?:day|week|month)s? old",
        r"dead by|dead on arrival|straight out of the box|after (?:just |only |one |two |three |four |\d+ "
        r"|an? )+(?:days?|weeks?|months?|uses?|wash(?:es)?|wears?)(?=[.,!]|$)",
    ),
    reported(
        "middle every",
        0.9,
        "something failed",
        r"in the middle of (?:my|a|the|our|an)(?! (?:ocean|city|countryside|sea))|every (?:other|second|third|single"
        r"|few|five|ten|\d+) (?:day|time|match|game|call|minutes?|mins|hours?|week|night|song|page|seconds?)",
    ),
    reported(
        "two three four five six seven",
        1.3,
        "let down",
        r"(?P<n>two|three|four|five|six|seven|\d+) <w>(?: <w>)?[,.] (?P=n) (?:(?:(?:different|new|more) )?<no-use>"
        r"|<w>(?: and|[,.]) (?:and )?(?:(?P=n)|no|zero|still|not|nobody|none|nothing))",
    ),
    reported(
        "rate bot chatbot",
        0.7,
        "displeasure",
        r"(?:chat ?)?bot(?: <w>){0,2}? (?:can'?t|doesn'?t|didn'?t|just|keeps|asked|thinks|told|ended|closed|sent)",
        r"asked (?:me )?to rate",
    ),
)
BLAMED_EVENTS = (*_CAME_OTHERWISE, *_LACKS, *_GOES_ON)
"""Asked after `BLAMED_UNSAID`."""
