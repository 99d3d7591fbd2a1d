"""The English shapes of a promise and of what only looks like one. Another language is another file like this."""

from __future__ import annotations

import re


def _re(*parts: str) -> re.Pattern[str]:
    """A pattern from pieces; spaces in it stand for themselves, so that phrases can be read."""
    return re.compile("".join(parts))


def _any(words: str) -> str:
    """Alternatives, written as words between commas."""
    return "(?:" + "|".join(word.strip() for word in words.split(",")) + ")"


_ADVERBS = (
    "(?:"
    + _any(
        "also, just, then, probably, certainly, definitely, gladly, happily, of course, now, still, "
        "personally, immediately, quickly, very quickly, either,"
        "most likely, be sure to, make sure to, try and, try to, go ahead and, go and, do my best "
        "to, do our best to, actually, likely, all, both, shortly,"
        "soon, only, simply, first, again, already, continue to, start to, begin to, have to, need "
        "to, be able to, again, directly, at least, instead, maybe, further"
    )
    + " )*"
)
_GOING = r"(?:(?:just|still|actually|also|definitely|now|really) )*(?:going to|gonna|gon na|about to)"
_GONNA = r"(?:(?:just|then|also) )?(?:gonna|gon na|going to)"
I_WILL = rf"(?<!nor )(?:i'll|i will|i shall|i'?m {_GOING}|i am {_GOING}|i {_GONNA}|ima|i'?mma)"
_OURS = _any(
    "team, side, people, folks, guys, engineers?, engineering, devs?, developers?, technicians?, support, colleagues?,"
    "department, assistant, lawyers?, legal, finance, accountants?, warehouse, sales, office, agents?,"
    "drivers?, courier, designers?, product, ops, back office, manager"
)
_TEAM = (
    rf"(?:(?:my|our) (?:[a-z]+ )?{_OURS}"
    rf"|(?:someone|somebody|one|another) (?:of|from|in|on) (?:my|our) (?:[a-z]+ )?{_OURS})"
)
WE_WILL = (
    rf"(?:we'll|we will|we shall|we're {_GOING}|we are {_GOING}|we {_GONNA}"
    rf"|{_TEAM}(?:'ll| will| shall| is {_GOING}| are {_GOING}))"
)
_VERB = r"(?P<verb>[a-z][a-z'\-]*)(?P<rest>.*)"

FIRST_PERSON = _re(rf"\b{I_WILL} {_ADVERBS}{_VERB}")
WE_PERSON = _re(rf"\b(?P<who>{WE_WILL}) {_ADVERBS}{_VERB}")
BOTH_PERSON = _re(
    rf"\b(?:(?!if\b|when\b|and\b|that\b)[a-z]+ and i|me and [a-z]+|i and [a-z]+)(?: will|'ll"
    rf"| are {_GOING}) {_ADVERBS}{_VERB}"
)
LET_ME = _re(rf"\b(?:let me|lemme) (?:just |first |quickly |go and |go )*{_VERB}")
ELLIPTIC_GONNA = _re(
    rf"^(?:{_any('and, so, but, then, yeah, yes, ok, okay, just, no, well, now')}[ ,]+)*(?:gonna"
    rf"|going to|about to|i'?m gonna have to) {_VERB}"
)


_DAYLIKE = _any("tomorrow, today, tonight, monday, tuesday, wednesday, thursday, friday, end of, eod, cob, noon")
_PARTNER = _any("you, him, her, them, the (?:customer|client|team|user|reviewer), customers?, clients?, everyone, all")
STATE_EXCEPT: dict[str, re.Pattern[str]] = {
    "be": _re(
        r"^ (?:(?:sure|certain) to |(?:glad|happy|pleased|delighted|able) to (?!help\b|see\b|hear\b|be\b)|back (?:to"
        r"|with) (?:you|him|her|them|the)\b|in (?:touch|contact)\b"
        r"|right (?:on it|with (?:you|her|him|them))\b|with (?:you|her|him|them) (?:by|on|in|before|shortly)\b"
        r"|the one (?:who|to (?!pay|blame|suffer|lose))\b"
        r"|at (?:your|her|his|their|the (?:customer|client|guest)'s) (?:office|door|site|shop"
        r"|premises|gate"
        r"|address|counter|farm|warehouse|reception|ward|surgery|store|workshop|barn|studio)\b|on (?:it|that)\b"
        r"|there and i\b"
        r"|(?:[a-z]+ly )?(?!waiting|leaving|travel|flying|going\b|staying|missing|needing|having|being"
        r"|living|sleeping|arriving|coming|running late|watching"
        r"|looking forward|interesting|paying|landing|moving|flying|starting|turning|missing|working (?:from"
        r"|remote|late|on)|attending|celebrating"
        r"|dreaming|driving|commuting|listening|hoping|wondering|seeing)[a-z]+ing\b)"
    ),
    "have": _re(
        rf"^ (?!(?:an? |my |some )?(?:more|less|been|to leave|lunch|dinner|breakfast|coffee|drinks?|meetings?"
        rf"|time|appointment"
        rf"|day off|surgery|fun|call with)\b)(?:to (?:transfer|send|call|check|ask|get back|look|talk"
        rf"|write|follow)\b|[a-z' ]*?\b(?:ready|done|fixed|sent|shipped|looked at|checked"
        rf"|updated|repaired|replaced|inspected|reviewed|corrected|out|over to|(?:for|to"
        rf"|with) {_PARTNER}"
        rf"|call|send|check|look|email|draw|arrange|fax|contact|reach|get back|get in|take|write|answer|reissue"
        rf"|resend|ring|phone|prepare|replace|pick|deliver|review|issue|change|update"
        r"|process|a (?:quick )?(?:word|chat|look) (?:with|at|into)"
        rf"|by|before|{_DAYLIKE})\b)"
    ),
    "see": _re(
        r"^ (?:that (?:he|she|they|it|the|you|everything|her|his|their)\b|what (?:i|we) can"
        r"|if (?!my\b|the (?:weather|rain|sun|spurs)\b)|to (?:it|that)|whether|about"
        r"|to getting)\b"
    ),
    "not": _re(r"^ (?:forget(?! (?:how|what|when|who|the (?:day|look|time)))|let (?:you|her|him|them) down|fail)\b"),
    "never": _re(r"^ (?:forget (?:to|about)|fail)\b"),
    "let": _re(rf"^ {_PARTNER} (?:all )?know\b|^ [a-z]+ know\b|^ the [a-z ]+ know\b"),
    "own": _re(r"^ (?:it|this|that|the)\b"),
    "leave": _re(r"^ (?:a (?:note|message|voicemail|comment|reply)|(?:him|her|them) a)\b"),
    "stay": _re(
        r"^ (?:.*\bto (?:talk|help|finish|discuss|meet|fix)\b|on the (?:line|phone|call) with (?:you|him|her|them"
        r"|the)\b|with (?:you|him|her|them) (?:on the (?:line|phone|call)|until|till|while)\b)"
    ),
    "wait": _re(r"^ .*\b(?:and|then) (?:i'll )?(?:send|call|write|reply|answer)\b"),
    "pass": _re(r"^ (?:you|it|this|that|them|him|her|the|on (?!this|that|it\b)|along)\b"),
    "hear": _re(r"$^"),
    "want": _re(r"$^"),
}
"""… unless they go on like this."""
REFUSALS = _re(r"\bi (?:won't|will not|wouldn't) (?:forget|let (?:you|her|him|them) down|fail)\b")

TO_SOMEONE = _re(
    rf"\b(?:{_PARTNER}|the (?:caller|guest|account|buyer)|back|feedback|update|reply|refund|email"
    rf"|e-mail|mail|message|phone|call|ticket|answer|copy|details|info"
    r"|information|report|draft|invoice|credit|replacement)\b"
)
OWN_OBJECT = _re(
    r"^ (?:home|away|off(?! (?:the|an?|his|her|their|your|some|our)\b)"
    r"|there(?! to)|back home|for (?:lunch|a (?:walk|run|beer|coffee))\b|to (?:bed|lunch"
    r"|dinner|sleep|spain|the (?:gym|dentist|doctor|beach|toilet|shop))"
    r"|(?:(?:a|an|my|the|some|another|quick|night) )*(?:lunch|dinner|breakfast|coffee|beer|nap|shower|walk|train"
    r"|stairs|bus"
    r"|day off|days off|break|headache|holiday|vacation|time off)\b(?! and)"
    r"|(?:monday|tuesday|wednesday|thursday|friday|tomorrow|today) off|my (?:phone|laptop|machine|computer|pc"
    r"|kids?|car|dog|head|mind|desk|hair|results|exam|time)\b|you (?:why|who)\b"
    r"|(?:it|that|this)? ?as an?\b(?! (?:action|task|to-?do|follow[- ]?up|ticket|bug|homework))"
    r"|what i can get|your word"
    r"|you (?:an?|some|a few|a couple of|one) (?:(?:more|security|quick|other) )*questions?\b"
    r"|(?:you|him|her|them) (?:that|credit|this much)\b"
    r"|(?:the|that) (?:blue|red|green|black|white|first|second|last|next|later|earlier|cheaper|other|same|small|large"
    r"|double|single) (?:one|option|flight|train|seat|branch)(?=$|[,.!]| please| then| for now)"
    r"|by (?:card|cash|car|bus|train)|out of\b|used to|wet|lost|stuck|locked|fired|old|rich|sick|tired|killed|charged"
    r"|(?:an? )?(?:error|errors|timeout|null|404|500|duplicates|warning|exception)\b|a [45]\d\d\b)"
)
"""What follows a verb of what one does for oneself, or of what happens to one."""
CODE = _re(
    r"\b(?:branch|branches|staging|master|main|repo|variable|function|class|parser|index|diff|commits?|migration"
    r"|database|postgres|redis|kernel|partition|distro|ubuntu|boot|usb|grub|sudo|apt|config|script|library"
    r"|framework|compiler|refactoring|codebase|kubernetes|api v?\d|terminal|man ?pages?|nightly|lexer|refactor"
    r"|strace|dmesg|linter|gnome|kde|xorg|bios|iso|live ?cd)\b"
)
"""Plans about code and machines: work, not a promise to a customer."""
LET_ME_ELSE = _re(
    r"\b(?:let me|lemme) (?:put (?:it|this|that) (?:differently|this way|like|another)|get (?:this|that|it) straight"
    r"|see if i (?:understand|got|get)|tell you)\b"
)
LET_ME_ASKED = _re(
    r"\b(?:please|pls|don't|doesn't|won't|not|didn't|can you|could you|would you|will you|to|and|then"
    r"|,) (?:let me|lemme) know\b|\b(?:don't|doesn't|won't|not|didn't|never|to) (?:let me|lemme)\b"
)

_YES_WORDS = _any(
    "ok, okay, sure, yes, yep, yup, yeah, absolutely, of course, thanks, thank you, thx, cool, got it, alright, np,"
    "no problem, no worries, k, kk, ack, noted, haha, alrighty, agreed, cheers, right, hi, hey, good point, "
    "fair, great, sounds good, perfect, copy, roger, and, then, so"
)
_YES = rf"(?:{_YES_WORDS}\b[\s,.!:;-]*)*"
SHORT_YES = _re(
    rf"^{_YES}(?:(?:i )?(?:will|shall) do\b"
    rf"(?! (?:(?:it|that|this) if|the (?:trick|job)|nicely|fine|well|for now|just fine)\b)"
    rf"|wilco\b|can do(?=$|[.!,])(?!.*\?)|on it\b(?!\?)|i'?m on (?:it|this|that)\b(?! all)|on (?:this"
    rf"|that)(?: one)? now\b"
    r"|consider it (?:done|sent|fixed)\b"
    r"|leave (?:it|that|this)(?: one)? (?:with|to) me\b|i'?ve got (?:this|it)(?: one)?(?=$"
    r"|[ ,.!]*(?:i'll|will|answer|reply|by|$))|i got this\b(?! (?:from|error|when|after|message|one from|at|in))"
    r"|(?:this one'?s|that'?s|this is) mine(?=$|[.!]|,? (?:now|reply"
    r"|will|answer|i'll))|mine[,.!:]+ (?=(?:will|i'll|answer|reply|by|back|done)\b)"
    r"|dibs\b"
    r"|taking (?:this|it|that)(?: one)?(?=$|[,.! ]*(?:$|now|will|i'll|reply|answer|by|today|tomorrow))"
    r"|doing (?:it|that) now\b|looking into (?:it|this|that)\b(?! (?:was|is)))"
)
START = (
    rf"(?:^(?:[^\w']{{1,4}} ?|<?@[\w.-]+>?[,:]? |:[a-z_]+: ?|[a-z]+: |re [a-z]+:? )?{_YES}(?:hi [a-z]+,? |hey [a-z]+,? "
    rf"|(?:quick )?update: )?"
    r"|(?<=[,;:!.\u2013—\u2600-\u27bf\U0001f300-\U0001faff-] )(?:then |but |and |so )?|(?<= but )|(?<= so )"
    r"|(?<= then ))"
)
"""Where a clause begins that has left out its subject, "I"."""
ELLIPTIC = _re(
    rf"{START}(?:will|shall|gonna|going to|about to|'?ll) (?:also |just |then |defo? |deffo |totally |gladly |surely "
    rf"|try to |definitely |probably |most likely )*{_VERB}"
)
ELLIPTIC_AND = _re(
    r"^(?:(?:i|i've|i'm|i have|i am|just|already|yes|asked|called|spoke|escalated|checking|looking|opened|raised)\b.*"
    r"|(?:told|e-?mailed|mailed|messaged|texted|wrote|phoned|rang|pinged|informed|warned|sent|booked|ordered|refunded"
    r"|answered|replied|talked|reached)(?: (?!(?:he|she|they|who|it|that|me|us)\b)[^\s.;!?]+){1,9}?)"
    rf" (?:and|&|but) (?:will|shall) {_VERB}"
)
_ACTING = _any(
    "sending, calling, writing, replying, answering, following up(?! any), getting back, reaching out, "
    "emailing, mailing, pinging, shipping, refunding, checking, drafting, messaging, phoning, ringing, texting,"
    " asking,"
    "scheduling, booking, updating, fixing, escalating, preparing, forwarding, filing, issuing, transferring,"
    " connecting,"
    "placing, processing, posting, chasing, talking to, speaking to, speaking with, picking this up, picking it up,"
    "picking up, taking this, taking over, taking it, grabbing this, grabbing it, sorting, handling, raising,"
    " arranging,"
    "ordering, looking at, looking into, looking that up, looking it up, digging, pulling, putting you, bringing,"
    "cancelling, resetting, informing, crediting, reviewing, investigating, rebooking, replacing, resending,"
    "passing, sharing, getting them, getting her, getting him, getting that, doing it, doing that"
)
BARE_ACT = _re(
    rf"{START}(?:(?:an? |my |next |full |more )?(?:answer|reply|response|update|draft|fix|call|refund|invoice|report"
    rf"|estimate|quote|notes|photos|confirmation|more|numbers"
    rf"|replacement) (?:is |will be )?(?:coming|going out|goes out|on its way|out (?:by|today|tonight|tomorrow)"
    rf"|by|to follow"
    rf"|will follow|from (?:me|us)|to (?:her|him|them|you) by)\b"
    rf"(?!.*\b(?:would|or (?:she|he|they)|needed|please|pls|due|missing)\b)"
    rf"|(?:just |still |also |now )*{_ACTING}\b(?! (?:is|was|does|would|should|sounds|seems|doesn't|has|takes"
    rf"|costs|can't"
    rf"|only|won't|needs)\b)(?!.{{0,60}}\b(?:was|is"
    rf"|would be|were|takes|costs|sounds|can't|won't|only|is all) ?(?:a|an|the|not|bad|good|great|rude|worth"
    rf"|fair|all)?\b)"
    rf"|done (?:by|in) (?=.*\b(?:promise|tonight|\d+ min)))"
)
JUMPING = _re(rf"{START}(?:jumping|hopping|getting) on (?:a|the) (?:call|phone)\b")
HAS_IT = _re(
    r"\b(?:[a-z]+)(?:'ll| will| gets?| get) (?:have |get |hear |be |receive )?[a-z' ]{0,40}?\bfrom (?:me|us)\b"
    r"|\bexpect (?:an?|my|our|the)?[a-z ]{0,20}\b(?:from (?:me|us)|in this thread|here)\b"
    r"|\b(?:this|that|it|one)(?:'s| is) (?:on|with) (?:me|us)\b"
    r"|(?:^|[,.;:!] |\b(?:just|please|can|so|ok|and|then|you) )leave [a-z ]{1,40}? (?:to|with) (?:me"
    r"|us)\b(?!.*\bdays\b)"
)
"""They will have it from me: "she gets her answer from us by Monday"."""
GO_WITH = _re(
    r"(?:go|stick|stay) with\b(?! (?:you|him|her|them) (?:on|until|till|while)\b)"
    r"|work (?:from|remotely)\b|get back to (?:work|sleep|bed)\b|keep (?:it|that|this) in mind"
    r"\b|go (?:and )?(?:grab|get|have|buy|eat) (?:(?:a|an|my|some|the) )*(?:lunch|dinner|breakfast|coffee|beer|food|tea"
    r"|snacks?|drinks?|water)\b(?! for| and)"
)
WILL_HAVE = _re(
    r"\b(?:she|he|they|you|the (?:customer|client))(?:'ll| will) have (?:it|them|an answer|my|our|the|their|his"
    r"|her|your)\b"
)
GIVE_ME = _re(
    r"\bgive me (?:until|till|an hour|a (?:minute|moment|few|day)|\d+|ten|five|twenty|two|half)\b"
    r"|\b(?:gimme|give me) (?:(?:un)?till? |'til |(?:an?|\d+|ten|five|twenty|two|half an)"
    r" (?:hours?|h\b|min|minutes?|sec|day|few)|\d+,? (?:and|then) )"
)
NOT_BEFORE = _re(
    r"\bi'?m not (?:[a-z]+ing)[a-z ]{0,20} (?:before|until|till)\b|\b(?:i won't|i wont|won't|haven't"
    r"|not) (?:forget|forgotten|leave"
    r" (?:her|him|them)|let (?:her|him|them|this))\b"
)
SIMPLE = _re(
    r"\b(?:tomorrow|today|tonight|on [a-z]+day|later) i (?P<verb>[a-z]+)\b|^(?:so |then |ok |and )*(?:i"
    r"|we) (?P<verb2>[a-z]+) "
    r"(?=.*\b(?:tomorrow|today|tonight|until|by|on (?:mon|tues|wednes|thurs|fri)day|this (?:evening|afternoon))\b)"
)
"""The present tense of a promise, as it is common among people with another mother tongue."""
WHAT_I_DO = _re(
    r"\bwhat (?:i'll|i will|i'?m going to|i'?m gonna|i can|we'll|we will|we can"
    r"|we're going to) do(?: for you)?,? (?:is|i'll|we'll)\b"
)
PLANS = _re(
    r"\bi promise\b(?! (?:nothing|no)\b)"
    r"|\bi(?: am|'m)? (?:promise(?:d)? (?:to|you|her|him|them|that|the)|commit(?:ted)? to"
    r"|owe (?:you|her|him|them|the)|will aim)\b"
    r"|\bwe (?:undertake|commit|(?:have|'ve) committed) to\b|\bwe (?:have|'ve) committed to [a-z]+ (?:that|to)\b"
    r"|\b(?:i(?:'ve| have)? (?:just )?|we(?:'ve| have)? )agreed (?:with [a-z ]{2,20})?to"
    r" (?!disagree|differ|it\b|this\b|that\b)[a-z]+\b"
    rf"|\byou(?:'ll| will| can expect to) (?:have|get|receive|hear)\b.{{0,60}}?\b(?:from (?:me|us)|by"
    rf"|before|{_DAYLIKE})\b|\b(?:get|have|hear) (?:an answer |a reply |back )?from (?:me|us) by\b"
    r"|\b(?:i|we)(?: have|'ve)? (?:just )?promised (?!(?:anything|nothing)\b|(?:[a-z]+ )?(?:way |far )?(?:too"
    r"|so) much|myself)\b|\bjust promised\b|\b(?:my|our) word that\b"
    r"(?! (?:i|we|he|she|they|it|nobody|nothing) (?:never|did|didn't|have|haven't|has|had|was|were|only|know)\b)"
    r"|\b(?:we |i )?agreed (?:with [a-z]+ )?(?:that )?i(?:'d|'ll) \b|\bcount on me\b|\b(?:and|so|but|call"
    r"|then),? i will[.!]*$"
)
WILL_BE = _re(
    rf"{START}(?:(?:it|this|that)(?:'ll| will) be (?:with (?:you|her|him|them)|in (?:your|her|his|their) inbox)"
    r"|(?:th(?:is|at)(?:'ll| will)|will|'ll) be (?:(?:all|fully|back) )?"
    r"(?:done|sorted|sent|shipped|fixed|resolved|with (?:you|her|him|them)|in (?:your|her|his|their) inbox))\b"
)
"""Without a doer, so it needs a moment: "will be sorted today"."""
INTENDS = _re(
    r"\b(?:i|we)(?: am|'?m| are|'re)? (?:plan(?:ning)? (?:to|on)|intend(?:ing)? to|aim(?:ing)? to"
    r"|should (?:be able to|have))\b"
    rf"|{START}(?:should (?:be able to|have (?:it|this|that|them|an?|the) )|(?:planning|aiming) to )"
    r"|\b(?:my|our) plan is to\b"
)
TOLD = _re(
    r"(?:\b(?:i|we)(?:'ve|'d| have| had)? (?:just |already )?|^(?:just |already |ok |and )*)(?:told"
    r"|promised|assured|said to|let|informed|guaranteed|wrote|messaged|emailed) "
    r"(?:(?:her|him|them|the [a-z]+(?: [a-z]+)?|(?!me\b|us\b|you\b)[a-z]+(?: (?!i\b"
    r"|we\b)[a-z]+)?) )?(?:know )?(?:that )?(?:(?:i"
    r"|we)(?:'d| would|'ll| will)|(?:she|he|they)(?:'d| would) (?=have|get|hear)) ?(?P<verb>[a-z][a-z\-]*)"
)
TELL_THEM = _re(
    r"^(?:please |pls )?(?:tell|let) (?:her|him|them|the [a-z]+) (?:know )?(?:that )?(?:i'll|i will"
    r"|we'll|we will) (?!see\b|think\b|never\b|not\b)(?P<verb>[a-z]+)"
)
PROGRESSIVE = _re(
    rf"\b(?:i'?m|i am|we're|we are) (?:also |just |then |still )*(?:{_ACTING}|meeting (?!an? )|visiting"
    rf"|releasing|deploying|presenting|speaking|talking|bringing|delivering|driving over|having (?:a|the) [a-z]+ "
    rf"(?:flown|sent|replaced|fixed|shipped)|seeing (?:them|her|him))\b(?! (?:from|it a day|to my|about|because"
    rf"|my doctor))"
)
FOR_YOU = _re(
    r"\b(?:for (?:you|her|him|them)|as we speak|(?:right )?now+|to (?:him|her|them) (?:now|as)|(?:him|her"
    r"|them) (?:in|back|at|first|right)|in a (?:sec|minute|moment|few|bit|mo)|to follow|goes out|right up"
    r"|on its way)\b"
)
HAPPY_TO = _re(
    rf"{START}(?:i'?m |i am |i'?d be |i would be |we'?re )?(?:very |more than |also )?(?:happy|glad) to "
    r"(?P<verb>[a-z]+)\b"
)
"""An offer that says whom and when: "happy to call him Monday"."""
AFTER_CAN = _re(r"\b(?:for you|to you|you|your|for (?:her|him|them))\b")
OTHERS_BEFORE = _re(r"\b(?:he|she|they|it|who|is|are|was|were|has|had|will|mr|mrs|dr|team)\b")
"""Before a clause without its subject these say that the subject is someone else."""
OWN_BEFORE = _re(
    r"^(?:sorry,? |yeah,? |ok,? )?(?:i (?:was|am|will|won't|have|had)|i'm|i've|i'd"
    r"|was (?=ooo|out|away|off|in|at|on|busy|asleep|sick|travel))"
)
"""… unless it was the writer who was out, or has been busy: then only other people can be meant."""
PEOPLE_BEFORE = _re(r"\b(?:he|she|they|who|mr|mrs|dr|team)\b")
CAN = _re(
    r"\bi can (?:also |then |probably |definitely |personally )*(?!see\b|tell (?:you|from|by|that)\b|do [a-z]+day\b"
    r"|(?:make|do) (?:it|the \d|\d))(?P<verb>[a-z][a-z\-]*)\b(?! (?:be|not)\b)"
)

WITH_OTHERS = _re(
    r"^ (?:in |back |it |this |that )?(?:with|by) (?:the |our |my |their )?(?!me\b|it\b|that\b|this\b)[a-z]+"
)
OF_THINGS = _re(
    r"^(?:do (?:the (?:trick|job)|nicely|fine|well|for now|just fine)\b|take (?:an? |some |about |around |another |two"
    r"|three|four|\d|ages|long|forever|until|me |us |time)|work(?:$|[.!,]| (?:for|like|fine|out|well|with|as)\b)"
    r"|go (?:live|away|up|down|wrong|smoothly)\b|run (?:until|till|for|from)\b"
    r"|start (?:on|at|in|by) (?:the \d|\d|mon|tue|wed|thu|fri|sat|sun|[a-z]+ \d)|help(?:$|[.!]| a (?:lot|bit))"
    r"|pay (?:by|on|until)\b"
    r"|get (?:an?|the|his|her|their) (?:[a-z]+ )?(?:refund|credit|mail|e-?mail|notification|error)\b"
    r"|ship (?:when|with|in|once) )"
)
"""What is left out before this "will" is a thing, or somebody else: "will do the trick", "will take a while"."""
LEAVING = _re(r"^ (?:to )?(?:leave|go|run|drop off|head out|step out|pick up my|sleep|eat)\b")

SPEECH_FILLERS = _re(r"\b(?:uh|um|mm|er|erm|hmm|mm-hmm|uh-huh)\b[,.]? ?")
HINTS: dict[str, tuple[str, ...]] = {
    "future": ("ll", "going", "gon", "imm", "ima", "about to"),
    "told": ("told", "tell", "promis", "assur", "said to", "let", "inform", "guarant", "wrote", "messag", "email"),
    "refusal": ("forget", "fail", "let "),
    "bare act": ("ing", " by", "out", "follow", "from ", "done "),
    "let me": ("let me", "lemme"),
    "promises": ("promis", "commit", "owe", "aim", "you", "from", "agreed", "count on", "word", "i will", "undertake"),
    "from me": (" me", " us", "expect"),
    "intends": ("plan", "intend", "aim", "should"),
    "will be": ("will be ", "'ll be "),
    "progressive": ("i'm", "im ", "i am", "we're", "we are"),
    "not before": ("before", "until", "till", "forg", "leave", "let "),
}
"""A shape can only be there if one of these is: looking for them first saves most of the time."""
MAY_PROMISE = _re(
    r"(?i)\b(?:follows?|goes|go out|leaves|ships|gets|i|ill|im|ima|imma|we|me|lemme|my|mine|us|will|shall|gonna|gon"
    r"|going|let|lets|ll|il|give|can do|back to (?:him|her|them|you|the)|by us|from us|by our|expect|dibs|wilco"
    r"|consider|leave|count|promised?|told|assured|agreed|done (?:by|in)|answer|reply|response|update|draft|fix|refund"
    r"|estimate|quote|notes|confirmation|report|call|numbers|photos|invoice|replacement|more|on (?:it|this|that)"
    r"|got (?:it|this|her|him)|tell|put|take|look|question|thing|one|next|so|just|okay|here|now|about|to)\b"
    r"|\w['\u2019`\u02bc]ll\b|[a-z]{2}ing\b|[a-z]{2}[dgklt]ng\b"
)
"""What has none of these is no promise: a first, quick look, which loses next to nothing (measured)."""
CAUSE = re.compile(
    r"(?i)\b(?P<cause>(?:once|as soon as|when|after|the (?:moment|minute|second)|as and when) (?!that\b)"
    r"(?:(?!\b(?:i'll|i will|we'll|we will|i'm going|i shall|we shall|i am going|and i"
    r"|then i)\b)[^,;.!?()\n—\u2013]){3,100})"
)
"""What must happen first: "once the fix is out"."""
