"""Praise that a single word of trouble would spoil: trouble that was feared, denied or their own, and good deeds.

Rows as in `unsaid_praise`, asked with them before all complaints; the groups of words stand here.
"""

from __future__ import annotations

from bot.understanding.english.unsaid_classes import signed_with
from bot.understanding.patterns import any_of

GROUPS = {
    "<how-good>": any_of(
        r"good, great, cheap, easy, nice, tasty, delicious, comfy, comfortable, pretty, beautiful, cute, smooth,"
        r" simple, addictive, moreish, gorgeous, perfect, kind, friendly, clever, soft, accurate,"
        r" much (?:i|we) (?:love|like|want|need|enjoy|missed), (?:fast|quick) (?:you|this|they|it|that|the service)"
    ),
    "<praised>": any_of(
        "good, great, brilliant, lovely, amazing, awesome, fantastic, excellent, gorgeous, delicious, tasty,"
        " beautiful, fast, quick, cheap, easy, smooth, smart, clever, funny, cute, comfy, comfortable, nice, kind,"
        " impressive, useful, fun, cool, well, perfect, marvellous, legend, hero, love, loved, helpful, simple,"
        " happy, proud"
    ),
    "<wildly>": any_of(
        "stupid, stupidly, scary, scarily, crazy, crazily, insanely, insane, ridiculously, ridiculous, dangerously,"
        " wickedly, wicked, disgustingly, filthy, bloody, damn, goddamn, damned, fucking, fuckin, freaking, frickin,"
        " effing, criminally, illegally, unfairly, obscenely, sinfully, stupendously, unreasonably, suspiciously,"
        " mad, absurdly, terrifyingly, annoyingly, hella, frighteningly, dead"
    ),
    "<prized>": any_of(
        "deals?, price, service, routes?, skills?, moves?, views?, graphics, speeds?, camera, quality, value, sound,"
        " album, track, tune, beats?, set, show, line-?up, design, colou?rs?, trailer, look, bike, ride, session,"
        " workout, playlist, gig, goal, save, finish, burger, pizza, coffee, cocktails?, menu, team, game, party,"
        " night"
    ),
    "<dazzling>": any_of(
        "graphics, speeds?, camera, views?, sound, deals?, album, skills, sunsets?, visuals, portions, flavou?rs?,"
        " screen, battery life, resolution, speed, track, riffs?, legroom, attention to detail"
    ),
    "<treats>": any_of(
        "buns, cookies, brownies, cakes?, crisps, chocolates?, doughnuts, donuts, burgers, pizzas?, cocktails, wings,"
        " fries, pastries, croissants, biscuits, sweets, sales, muffins, tacos, nachos, pancakes, snacks, cinnamon"
        " rolls"
    ),
    "<sore>": any_of(
        "arms, legs, feet, thighs, abs, muscles, calves, glutes, bum, body, wallet, purse, bank account, waistline,"
        " diet, jeans, overdraft, liver, quads, shoulders, core, bank balance"
    ),
    "<leaving>": any_of(
        "leave, leaving, go home, going home, go back, going back, come home, coming home, say goodbye, saying"
        " goodbye, it ended, it ending, to end, checking out, check out, choosing, choose, pick, deciding, it was over"
    ),
    "<snag>": any_of(
        r"(?:dropped|missed) calls?, crash(?:es)?, bugs?, headaches?, scratch(?:es)?, dents?, breakages?, damage,"
        r" glitch(?:es)?, drama, stress, mistakes?, errors?, faults?, hiccups?, regrets?, trouble, nightmares?,"
        r" mess, problems?, issues?, complaints?, tears, delays?, queues?, queuing, spam, scams?, pain, leaks?,"
        r" arguments?, blisters?, buffering, outages?, drop-?outs?, cavities, side effects, paperwork, breakdowns?,"
        r" lag, chasing, nasty surprises?, hidden (?:fees|costs|charges), worries, fights?, cancellations?,"
        r" bad (?:day|meal|trip)s?"
    ),
    "<none-of>": any_of(
        r"no more, not one, not a single, zero, without an?, without any, without a single, free of, goodbye to,"
        r" goodbye, bye bye, never an?, never any, never (?:had|have|has had|seen|met) an?, no"
    ),
    "<failed-us>": any_of(
        r"crashed, failed(?! to), broken, broke, leaked, cried, complained, argued, stalled, frozen, froze,"
        r" overheated, lost (?:a|anything|connection|signal), dropped (?:a call|out|once|signal|connection),"
        r" missed (?:a|one)"
    ),
    "<braced-for>": any_of(
        r"expected, expecting, dreaded, dreading, feared, fearing, braced (?:myself "
        r"|ourselves )?for, bracing for, prepared (?:myself )?for, ready for, anticipated, anticipating, imagined,"
        r" imagining, worried about, thought (?:it'?d|it would|this would|that would) be"
    ),
    "<dreaded>": any_of(
        "nightmare, hell, fight, battle, disaster, worst, chaos, drama, trouble, queues?, hassle, pain, mess,"
        " headache, struggle, war, argument, stress, horror, ordeal, long wait, grief, carnage, crap, rubbish,"
        " misery, bad, awful, terrible, horrible, difficult, hard, complicated, painful, boring, tears, tantrums,"
        " hours"
    ),
    "<person>": any_of(
        "driver, lady, guy, bloke, man, woman, girl, lad, crew, captain, engineer, tech, technician, fitter, courier,"
        " postie, nurse, waiter, waitress, staff, team, agent, manager, conductor, attendant, assistant, mechanic,"
        " pilot, housekeeping, receptionist, steward, stewardess, porter, plumber, electrician, vet, cashier"
    ),
    "<deed>": any_of(
        r"carried(?! (?:on|off|away|out)), rescued, calmed, lent, helped, waited (?:with|until|for (?:me|us|my)),"
        r" stayed (?:with|late|behind|on the (?:line|phone) (?:with|until|till|for)|until), ran (?:back|after|down"
        r"|out(?! of)|all the way), turned (?:round|around|back), brought (?:it|them|my|our|me|us|him|her|over"
        r"|back), found (?:my|our|it|me|us), fixed (?:my|our|it|the|everything|both), returned (?:my|our|it),"
        r" spotted (?:a|my|our|the), noticed (?:i|we|my|that), remembered (?:me|us|my|our), held (?:my hand|the"
        r" (?:door|train|bus|lift|ferry)), sang, went through(?: <w>){0,6}? to find, drove (?:back|out|me|us|it"
        r"|over), posted it back"
    ),
    "<moved-up>": any_of(
        "for free, free of charge, at no (?:extra )?(?:cost|charge), in a suite, to a suite, business class, to"
        " business, first class, to first, premium, on the next (?:one|flight|train|boat|bus|ferry), on an earlier"
        " (?:one|flight|train|boat), on the earlier (?:one|flight|train|boat)"
    ),
    "<ordered-when>": any_of(
        "yesterday, last night, at midnight, monday, tuesday, wednesday, thursday, friday, saturday, sunday, this"
        " morning, today, on a sunday, at (?:\\d+|noon|lunch)"
    ),
}
relieved = signed_with(GROUPS)

PRAISED_RELIEF = (
    relieved(
        "hate hated criminal illegal ridiculous insane crazy scary unfair dangerous stupid wild mad nuts annoying"
        " infuriating bloody damn goddamn damned fucking fuckin freaking frickin effing stupidly scarily insanely"
        " ridiculously dangerously wickedly wicked disgustingly filthy criminally illegally unfairly obscenely"
        " sinfully unreasonably suspiciously absurdly terrifyingly annoyingly hella dead crazily frighteningly"
        " stupendously killer sick unreal gnarly savage lethal evil addictive outrageous rude disgusting",
        2.0,
        "praise",
        r"(?:hate|hated|criminal|illegal|ridiculous|outrageous|insane|crazy|scary|unfair|stupid|wild|mad|nuts"
        r"|annoying|infuriating|rude|disgusting) how (?:<w> )?<how-good>",
        r"<wildly> <praised>(?! (?:enough|at (?:taking|losing|charging)))",
        r"(?:killer|sick|insane|wicked|unreal|gnarly|savage|filthy) (?:new )?(?:<w> )?<prized>"
        r"(?! (?:for|to pay for) an? (?:broken|dead|dirty|used|fake))",
        r"<dazzling>(?: <w>)? (?:is|are) (?:just |so |absolutely |actually )*(?:ridiculous|insane|unreal|sick|stupid"
        r"|wild|criminal|filthy|nuts|crazy|mad)",
        r"<treats>(?: <w>){0,2}? (?:is|are) (?:seriously |so |too |pretty |just )?(?:dangerous|lethal|addictive|evil"
        r"|illegal|criminal|unfair)",
    ),
    relieved(
        "hate hates hating curse curses forgive screaming furious hardest worst saddest bad sad",
        1.7,
        "praise",
        r"my (?:poor )?<sore>(?: <w>)? (?:hates?|hating|curses?|never forgive|(?:is|are) screaming)(?: at)?(?: you"
        r"| me| it| this)?(?= (?:but|and|now|today|tomorrow)|[.,!]|$)(?! and so do)",
        r"(?:cat|dog|puppy|kitten|rabbit|toddler) (?:is |absolutely )?(?:hates|furious with|hating"
        r"|never forgive) (?:you|me)",
        r"(?:worst|hardest|saddest|only (?:bad|sad)) (?:part|thing|bit)(?: <w>){0,6}? (?:was|is)(?: having)?(?: to"
        r"| that)? (?:have to )?<leaving>",
    ),
    relieved(
        "no not zero without free goodbye bye never",
        1.5,
        "praise",
        r"(?<!still )(?<!there's )(?<!say )<none-of> (?:(?!worse|bigger|greater)<w> )?<snag>(?! (?:solved|fixed"
        r"|resolved|sorted|with taking|taking|charging|ever|reports?|codes?|numbers?|messages?|info\w*|notif\w*"
        r"|announce\w*|updates?|compensation|billing|repay|team|department|tracking|management|relief|policy|form"
        r"|procedure))",
    ),
    relieved(
        "never once nobody no hasn haven didn hasnt havent didnt",
        1.5,
        "praise",
        r"(?:never|not once|hasn'?t|haven'?t|didn'?t|nobody|no one)(?: once| ever| even| has| had| yet)* <failed-us>"
        r"(?! (?:until|till|before|louder|more|but|except|when))",
    ),
    relieved(
        "no",
        1.0,
        "praise",
        r"no more (?!(?:flying|buying|shopping|using|ordering|booking|dealing|coming|paying|going|banking"
        r"|trusting) ?)(?:[a-z]+ing|having to)(?= )",
    ),
    relieved(
        "expected expecting dreaded dreading feared fearing braced bracing prepared ready anticipated anticipating"
        " imagined imagining worried thought",
        1.7,
        "better than feared",
        r"(?<!never )(?<!not )(?<!n't )<braced-for> (?:<w> ){0,3}?<dreaded>(?!,? (?:and |but )?(?:i |we |that'?s "
        r"|it )?(?:got|was|is) (?:it|one|worse|right|exactly|even))",
        r"(?:was|were|been) dreading(?: <w>){0,6}?(?=[.,!;]| but| and)",
    ),
    relieved(
        "fault mistake bad stupidity error idiot fool muppet numpty klutz silly stupid dumb daft",
        0.9,
        "takes the blame",
        r"(?:my|our) (?:own |entirely |totally )*(?:stupid |silly |dumb |daft )?(?:fault|mistake|bad|stupidity"
        r"|error)(?! (?:for|to|then|again|apparently))(?:,? not yours)?",
        r"(?:silly|stupid|dumb|daft) me(?! for)|i'?m (?:an? |such an? |the )?(?:idiot|fool|muppet|numpty"
        r"|klutz)(?! (?:to|for))",
    ),
    relieved(
        "back corrected words wrong",
        1.9,
        "praise",
        r"(?:i'?ll |i |i'd |must )(?:take|have to take) (?:everything|it all|that|all that|it) back|i stand corrected"
        r"|(?:eat|eating|ate) (?:all )?my words|(?:proved|proven) me wrong|i was wrong about (?:you|them|this|@\w+)",
    ),
    relieved(
        "find turned handed round ran brought",
        1.5,
        "put right",
        r"(?:lost|left|forgot|dropped) (?:my|our|his|her)(?: <w>){1,6}?[,.;]?(?: and| but)?(?: your| the"
        r"| a)?(?: <yes>){0,8}? (?:to find it|turned (?:round|around)|ran after|brought (?:it|them)|handed (?:it"
        r"|them))",
    ),
    relieved(
        "carried rescued calmed lent helped waited stayed ran turned brought found fixed returned spotted noticed"
        " remembered held sang went drove posted",
        1.2,
        "helped",
        r"<person>(?: <yes>){0,3}?,? (?:and |who |even )?<deed>(?! (?:nothing|no one|nobody|the wrong))(?!(?:"
        r" <w>){0,3}?,? (?:and|but|then) (?:then )?(?:left|ignored|broke|cancelled|canceled|drove off|walked off"
        r"|threw|lost|hung up|went off|did nothing|now))",
    ),
    relieved(
        "helped managed got found gave brought world made dance win leaving saved",
        1.1,
        "helped",
        r"(?<!n't )(?<!have )(?<!have you )(?<!not )managed to (?:find|fix|save|rescue|get (?:me|us|my|it))(?! "
        r"(?:nobody|no one|nothing|neither))",
        r"(?<!never )(?<!n't )(?<!nobody )(?<!not )(?<!one )helped (?:me|us|my <w>|our <w>|him|her)(?! (?:not|nothing"
        r"|zero))",
        r"(?:got|found|gave|brought) (?:me |us )?(?:my|our)(?: <w>){1,2}? back(?=[.,!]|$| (?:in|within|to me"
        r"|safe))(?! in (?:pieces|bits))(?! (?:in|within) (?:the end|(?:\d+|two|three|six|several) (?:weeks|months"
        r"|years)))",
        r"means the world|day made|day is made|made up|(?:a|little|happy) dance|never leaving|you win(?=[.!]|$)"
        r"|saved (?:a|my|our|the) (?:life|day|trip|wedding)",
    ),
    relieved("", 1.1, "praise", r"1[12] ?/ ?10"),
    relieved(
        "free suite business first premium next earlier cost charge",
        1.7,
        "helped",
        r"(?:put|moved|booked|got|upgraded|bumped|switched|rebooked|gave|let|sent)(?: me| us| my <w>| our <w>| him"
        r"| her| it)(?: <yes>){0,4}? <moved-up>",
    ),
    relieved(
        "caught spotted stopped prevented flagged blocked",
        1.8,
        "praise",
        r"(?:caught|spotted|stopped|prevented|flagged|blocked)(?: <w>){0,2}? (?:fraud|scam|fraudsters?|mistakes?|thief"
        r"|thieves|dodgy <w>|hackers?)",
    ),
    relieved(
        "spotless immaculate jealous envious witchcraft wizardry sorcery notes kiss happier angel angels saint dream"
        " leave stop stopped seconds put yes tears cried grinning",
        1.6,
        "praise",
        r"spotless|immaculate|(?:neighbou?rs?|friends?|everyone|sister|brother|colleagues)(?: <w>){0,2}? (?:jealous"
        r"|envious)|witchcraft|wizardry|sorcery|no notes|chef'?s kiss|never been happier|(?:an?|absolute|such"
        r"|like an) angels?|an? (?:absolute |total )?saint|like a dream|(?:didn'?t|don'?t|never) want(?:ed)? to leave"
        r"|(?:won'?t|can'?t|can not|cannot|hasn'?t|haven'?t) (?:stop|stopped) (?:talking about (?:it|her|him|you"
        r"|this)|grinning)|asked for seconds|(?:won'?t|can'?t) put it down|(?:she|he) said yes|tears of joy"
        r"|happy tears|tears all round|moved to tears|(?:nearly|almost) cried(?= |[.!]|$)(?! (?:when (?:you|they)))"
        r"|cried like a baby|nobody cried(?! (?:but|except|more))",
    ),
    relieved(
        "seconds secs ordered",
        1.8,
        "praise",
        r"(?:took|in|within|only|just) (?:just |only |all of |about )?(?:\d+|two|three|five|ten) (?:seconds|secs)",
        r"ordered(?: <yes>){0,3}? <ordered-when>[,.;]? (?:and |it was |it'?s )?(?:here|arrived|came|on my|at my"
        r"|with me|delivered|got it|landed)(?: <yes>){0,3}? (?:today|tuesday|wednesday|thursday|friday|saturday"
        r"|sunday|monday|this morning|next (?:day|morning)|the next|by|before|already|at \d+\w*)",
    ),
    relieved(
        "mad angry sorry upset annoyed stop quit change mark scratch dent crack scuff nobody one anyone"
        " tears stitches bits pieces what held holding hold back",
        1.7,
        "praise",
        r"(?:(?:dropped|drop|fell|fall|sat on)(?: <w>){0,8}?[,.]? (?:and )?)?not an? (?:mark|scratch|dent|crack|scuff)",
        r"not even (?:mad|angry|sorry|upset|annoyed)|never change(?=[.!,]|$)",
        r"(?:stop|quit) (?:making|being|releasing|selling|having|tempting)(?: <w>){0,3}? <praised>",
        r"(?:nobody|no one|did anyone not|didn'?t anyone)(?: <w>)? (?:tell|told|warn|warned|mention) (?:me"
        r"|us)(?: <w>){0,3}? how <how-good>",
        r"(?:had|has|got|have) me in (?:tears|stitches|bits|pieces)(?=[.,!]|$| (?:at|laughing|with laughter))",
        r"what an? (?:\w+ )?(?:story|game|night|ride|finish|goal|album|song|view|trip|team|crew|ending|gig|show"
        r"|match)(?=[.!]|$|,(?! what a))",
        r"(?:held|holding|hold) the (?:plane|train|flight|bus|gate|ferry|connection) (?:for|until|till)",
        r"(?:money|refund|cash)(?: <yes>){0,3}? back (?:in (?:my|our)|before|within|by|the same|already|today"
        r"|in \w+ (?:min|hour))",
    ),
    relieved(
        "again ask asking refund reply answer response fix delivery replacement saved give ten nine stopped dead"
        " killing fire jelly sore wrecked ate",
        1.6,
        "praise",
        r"(?:game|puzzle|book|novel|series|season|show|kit|level|story|podcast|set)(?: <w>){0,2}? ate (?:my|our)"
        r" (?:whole |entire )?(?:weekend|evening|sunday|saturday|night|life)|(?:i'?d|would|will|we'?d) (?:gladly "
        r"|happily )?do it (?:all )?again|(?:ten|nine) out of ten",
        r"(?:didn'?t|don'?t|without)(?: even)? (?:have|having|had|need)?(?: to)? ?ask(?:ing)?(?=[.,!]|$)",
        r"(?<!no )(?<!one )(?<!single )(?<!any )(?<!without )(?:refund|reply|answer|response|fix|delivery"
        r"|replacement)(?: <yes>)? (?:in|within) (?:under |just |less than )?(?:an hour|a day|minutes|seconds|two"
        r" days|(?:\d+|two|three|five|ten) (?:minutes|mins?|hours|hrs))",
        r"saved (?:me|us) (?:from |a |an |so much|hours|money|[£$€] ?\d+|\d+)",
        r"give (?:that|this|the|your)(?: <w>){1,4}? an? (?:medal|raise|bonus|promotion|hug|pay rise|cookie)",
        r"(?:hasn'?t|haven'?t|has not|have not) stopped <w>ing(?: since)?",
        r"<sore> (?:is |are )?(?:dead|killing me|on fire|jelly|sore|wrecked)(?=[.,!]|$| but| and)",
    ),
    relieved(
        "loved enjoyed adored",
        2.0,
        "praise",
        r"(?:and|but),? (?:i |we |still )*(?:loved|enjoyed|adored) (?:it|them|this|that|every (?:minute|second|moment"
        r"|bit|bite)(?: of it)?)(?! when)",
    ),
)
"""Asked with `PRAISED_UNSAID`, so that the words of trouble in it count for none."""
