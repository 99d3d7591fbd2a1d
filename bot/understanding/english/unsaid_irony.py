"""Complaints in friendly words: thanks for what went wrong, mocking comparisons, praise that stops short, advice.

Rows as in `unsaid_blame`; the groups of words stand here.
"""

from __future__ import annotations

from bot.understanding.english.unsaid_classes import signed_with
from bot.understanding.patterns import any_of

GROUPS = {
    "<thanks>": any_of(
        "congratulations, congrats, bravo, kudos, well done, hats off, thanks, thank you, cheers, shout ?out, props,"
        " big up, applause, compliments"
    ),
    "<rescues>": any_of(
        "find, fix, save, help, sort, rescue, make (?:it|my|our|the), get (?:me|us|it|my|our), solve, track, squeeze"
    ),
    "<cost-to-me>": any_of(
        r"wait, waiting, hold, late, miss, missing, free time, time with, quality time, exercise, walk, hours,"
        r" nothing, patience, in the (?:rain|cold|dark), outside, twice, again, empty, wrong, stranded, how little,"
        r" without, alone, hungry, on the (?:floor|phone|tarmac), overnight, an? extra (?:night|hour|day),"
        r" (?:someone|somebody) else'?s, lesson, cancel\w*, delay\w*, broken"
    ),
    "<sheer-cost>": any_of(
        r"on hold, in line, queue\w*, miss, missing (?:my|our|the|a), how little, patience, nothing, stranded,"
        r" without(?= an?| the| any| my| our| water| heat\w*| food| light| power), hungry, on the (?:floor|phone"
        r"|tarmac), overnight, in the (?:rain|cold|dark), (?:two|three|four|five|six|\d+) hours, for hours, an hour"
        r" of, hours of, (?:so much|more) (?:free|quality) time, (?:night|day|hour) (?:on the|at the (?:gate|airport"
        r"|station)|in the (?:airport|car|station)), wait for nothing, (?:someone|somebody) else'?s, quality time"
        r" with (?:your|the) (?:hold|bot|chat|app), the wrong, wrong"
    ),
    "<any-of-us>": any_of(r"me, us, my \w+, everyone, all of us"),
    "<odd>": any_of("interesting, bold, novel, curious, brave, unusual, strange, odd, weird, peculiar, questionable"),
    "<notion>": any_of(
        r"concept, choice, approach, business model, strategy, way (?:to"
        r"|of), interpretation, tactic, take on, move, touch, policy, system, definition, decision, detour, flex,"
        r" hill to die on"
    ),
    "<silly>": any_of(
        "goldfish, potato, snails?, pigeons?, house ?plants?, plants?, brick, toaster, tin cans?, dial-?up, smoke"
        " signals, donkey, tortoise, sloth, hamster, parrot, magic 8 ball, ouija board, carrier pigeons?"
    ),
    "<more-able>": any_of(
        "faster, better, quicker, more, smarter, fresher, stronger, warmer, sooner, cheaper, clearer, friendlier"
    ),
    "<by-oneself>": any_of(
        "walk, swim, climb, crawl, learn, build, grow, row, hitchhike, knit, dig, cycle, teach, bake"
    ),
    "<done-oneself>": any_of(
        "walked, swum, swam, driven, flown, built, grown, learned, learnt, crawled, cycled, baked, cooked, sewn,"
        " knitted, written, painted, made, taught"
    ),
    "<scolded-to>": any_of(
        r"learn, invest in, hire, train your, teach (?:your|them|him|her), wake, own up, apologi[sz]e, explain why,"
        r" proofread, answer your, update your, tell your, pick up the (?:phone|damn|bloody)"
    ),
    "<mend-ways>": any_of(
        r"learn, invest in, hire, train, teach, buy an?, proofread, test, wake, own up, pick up, apologi[sz]e,"
        r" explain why, look up, sort, turn, read, check your, answer your, update your, tell your"
    ),
}
ironic = signed_with(GROUPS)

BLAMED_IRONY = (
    ironic(
        "congratulations congrats bravo kudos done hats thanks thank cheers shoutout shout props big applause enjoy"
        " compliments",
        2.6,
        "irony",
        r"<thanks>(?: <w>){0,4}?,? (?:(?:you|they)(?:'ve| have)? )?(?:finally |only |just |actually "
        r"|somehow )?managed to(?! <rescues>)",
        r"<thanks>(?: <w>){0,3}? for (?:making|keeping|leaving|reminding) <any-of-us>(?: <w>){0,5}? <cost-to-me>",
        r"<thanks>(?: <w>){0,3}? for (?:giving|letting|teaching|showing|allowing|treating|sending|helping) <any-of-us>"
        r"(?: <w>){0,5}? <sheer-cost>",
        r"enjoy (?:the|my|our|your) (?:hard-earned |extra |last )?(?:[£$€] ?\d[\d.,]*|\d+ (?:quid|pounds|dollars"
        r"|bucks|euros)|money|cash|fee|bonus|deposit)",
    ),
    ironic(
        "interesting bold novel curious brave unusual strange odd weird peculiar questionable funny convenient how"
        " lucky love tradition wrong cool dream timing shocker surprise shock",
        1.6,
        "irony",
        r"<odd> <notion>",
        r"(?:funny|interesting|strange|odd|convenient|curious) (?:how|that) (?:you|they|the|my|your|it|@\w+"
        r"|nobody|no one)(?! (?:found|saved|helped))",
        r"lucky me(?=[.]|$)|love that for (?:me|us)|what could (?:possibly )?go wrong|as is tradition|cool cool(?:"
        r" cool)?|living the dream|great timing(?=[.!]|$)|what a (?:surprise|shock|shocker)(?=[.]|$)|(?:big|such a"
        r"|no) (?:surprise|shock|shocker)(?=[.,!]|$)|how convenient",
    ),
    ironic(
        "purpose design intentional deliberate part feature joke prank",
        1.5,
        "asks in anger",
        r"(?:on purpose|by design|intentional|deliberate|part of the (?:training|experience|fun|service|plan|deal"
        r"|adventure|charm|package|show)|a (?:new )?feature|a (?:prank|joke))(?=[^.!]{0,20}\?)",
    ),
    ironic(
        "beard dead retired retire old grey gray grown died extinct die lifetime freezes cobwebs skeleton terms heart"
        " dust",
        1.7,
        "waiting",
        r"(?:grow|grew|grown|growing) an? (?:<w> )?beard|(?:i'?ll|i will|we'?ll|we will|might|could) (?:be"
        r"|have)(?: <w>)? (?:dead|retired|old|grey|gray|died|extinct)|before i (?:die|retire)|in my lifetime"
        r"|hell freezes|cobwebs|skeleton|first[- ]name terms|gathering dust"
        r"|(?:hold|music|melody|jingle|announcement|recording|script|number|menu options|excuses)(?: <w>){0,3}? by "
        r"heart",
    ),
    ironic(
        "faster better quicker more smarter fresher stronger warmer sooner cheaper clearer friendlier easier simpler"
        " walked swum swam driven flown built grown learned learnt crawled cycled baked cooked sewn knitted written"
        " painted made taught",
        2.1,
        "irony",
        r"<silly>(?: <w>){0,2}? (?:has|had|have|could|can|would|knows?|moves?)(?: <w>){0,4}? <more-able>",
        r"<silly>(?: <w>){0,2}? (?:is|are|was|were|does|gets?|makes?|gives?)(?: <w>){0,4}? <more-able>(?: <w>){0,3}? "
        r"than",
        r"(?:seen|met|known|had|owned)(?: an?)? <more-able> (?:<w> )?<silly>",
        r"my (?:<w> )?<w> (?:has|had|have|could|can|would|is|was|gets?|runs?|does|did|types?"
        r"|knows?)(?: <w>){0,4}? <more-able>(?: <w>){0,3}? than (?:your|@\w+|you guys|you lot)",
        r"more (?:<w> )?(?:from|out of) (?:my|an?|the)(?: <w>){1,2}? than (?:from |out of )?(?:you|your|@\w+|them)",
        r"(?:quicker|faster|easier|cheaper|simpler|sooner) (?:to|if i|if we|by)(?: <w>){0,2}? <by-oneself>",
        r"could(?:'ve| have)? (?:have )?<done-oneself>(?: <w>){0,5}? (?:by now|faster|quicker|sooner|in (?:that"
        r"|the) time)",
        r"(?:suitcase|luggage|bag|bags|case|parcel|package|letter|sofa|order|ticket)(?: <w>)? (?:has|have|had)"
        r" (?:seen|visited|been to|travell?ed) more (?:of|than)(?! ever)",
    ),
    ironic(
        "less much rather say let lets words least",
        1.9,
        "let down",
        r"less so(?=[.,!]|$)|not so much(?=[.,!]|$)|rather not (?:talk|say|discuss|mention|describe|think|go into)"
        r"|i'?ll say no more|let'?s not (?:talk about|mention|discuss|go there)|words fail|(?:the less|least) said",
    ),
    ironic(
        "though least side lining",
        0.9,
        "irony",
        r"(?:lovely|nice|great|beautiful|good|pretty) <w> though(?=[.!]|$)",
        r"at least (?:the|my|i|we|it|you|there|your)(?=[^?]{0,60}(?:[.!]|$))|on the (?:plus|bright) side|silver lining",
    ),
    ironic(
        "maybe perhaps should might someone somebody anyone anybody time could",
        1.4,
        "displeasure",
        r"(?:maybe|perhaps|you (?:could|should|might want to|might)|time to)(?: please| just| maybe| kindly| actually)*"
        r" <mend-ways>",
        r"(?:could|can|would|will) (?:someone|somebody|anyone|anybody)(?: <w>){0,4}?(?: please| just| maybe| kindly"
        r"| actually)* <scolded-to>",
    ),
    ironic(
        "managed somehow invented reinvented decided decide decides learn",
        1.2,
        "let down",
        r"(?:you|they|@\w+|who|my <w>)(?:'ve| have| has)?(?: somehow| just| also)? (?:managed to|somehow|invented"
        r"|reinvented|decide[ds]? (?:to|that|not))(?! (?:<rescues>|even better|upgrade))",
        r"learn (?:what|how (?:to|a)|to)(?: <w>){0,4}?(?: is| are| means)?",
    ),
    ironic(
        "for fault me",
        1.7,
        "irony",
        r"(?:silly|stupid|my (?:own )?(?:fault|mistake|bad)|shame on|dumb)(?: me)? for (?:thinking|expecting"
        r"|believing|trusting|assuming|hoping|wanting|paying|flying|buying|booking|ordering|using)",
        r"(?:sure|right|of course|clearly|obviously),? (?:it'?s|it must be|must be|that'?s) (?:me|my fault)",
    ),
)
"""Asked with `BLAMED_UNSAID`."""
