"""The English shapes of a promise and of what only looks like one; `promise_beside` has what stands beside them.

Another language is another file like this.
"""

from __future__ import annotations

from bot.understanding.english.promise_beside import DAYLIKE
from bot.understanding.patterns import any_of, regex

_ADVERBS = (
    "(?:"
    + any_of(
        "also, just, then, probably, certainly, definitely, gladly, happily, of course, now, still, personally,"
        " immediately, quickly, very quickly, either, most likely, be sure to, make sure to, try and, try to,"
        " go ahead and, go and, do my best to, do our best to, actually, likely, all, both, shortly, soon, only,"
        " simply, first, again, already, continue to, start to, begin to, have to, need to, be able to, again,"
        " directly, at least, instead, maybe, further, double(?= check)"
    )
    + " )*"
)
_GOING = r"(?:(?:just|still|actually|also|definitely|now|really) )*(?:going to|gonna|gon na|about to)"
_GONNA = r"(?:(?:just|then|also) )?(?:gonna|gon na|going to)"
I_WILL = rf"(?<!nor )(?:i'll|i will|i shall|i'?m {_GOING}|i am {_GOING}|i {_GONNA}|ima|i'?mma)"
_OURS = any_of(
    "team, side, people, folks, guys, engineers?, engineering, devs?, developers?, technicians?, support, colleagues?,"
    " department, assistant, lawyers?, legal, finance, accountants?, warehouse, sales, office, agents?, drivers?,"
    " courier, designers?, product, ops, back office, manager"
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

FIRST_PERSON = regex(rf"\b{I_WILL} {_ADVERBS}{_VERB}")
WE_PERSON = regex(rf"\b(?P<who>{WE_WILL}) {_ADVERBS}{_VERB}")
BOTH_PERSON = regex(
    rf"\b(?:(?!if\b|when\b|and\b|that\b)[a-z]+ and i|me and [a-z]+|i and [a-z]+)"
    rf"(?: will|'ll| are {_GOING}) {_ADVERBS}{_VERB}"
)
LET_ME = regex(rf"\b(?:let me|lemme) (?:just |first |quickly |go and |go )*{_VERB}")
ELLIPTIC_GONNA = regex(
    rf"^(?:{any_of('and, so, but, then, yeah, yes, ok, okay, just, no, well, now')}[ ,]+)*"
    rf"(?:gonna|going to|about to|i'?m gonna have to) {_VERB}"
)
REFUSALS = regex(r"\bi (?:won't|will not|wouldn't) (?:forget|let (?:you|her|him|them) down|fail)\b")
LET_ME_ELSE = regex(
    r"\b(?:let me|lemme) (?:put (?:it|this|that) (?:differently|this way|like|another)"
    r"|get (?:this|that|it) straight|see if i (?:understand|got|get)|tell you)\b"
)
LET_ME_ASKED = regex(
    r"\b(?:please|pls|don't|doesn't|won't|not|didn't|can you|could you|would you|will you|to|and|then|,)"
    r" (?:let me|lemme) know\b"
    r"|\b(?:don't|doesn't|won't|not|didn't|never|to) (?:let me|lemme)\b"
)

_YES_WORDS = any_of(
    "ok, okay, sure, yes, yep, yup, yeah, absolutely, of course, thanks, thank you, thx, cool, got it, alright, np,"
    " no problem, no worries, k, kk, ack, noted, haha, alrighty, agreed, cheers, right, hi, hey, good point, fair,"
    " great, sounds good, perfect, copy, roger, ja, jo, jep, aye, oui, oki, okidoki, oki doki, fine, and, then, so"
)
_YES = rf"(?:{_YES_WORDS}\b[\s,.!:;-]*)*"
SHORT_YES = regex(
    rf"^{_YES}(?:(?:i )?(?:will|shall) do\b"
    r"(?! (?:(?:it|that|this) if|the (?:trick|job)|nicely|fine|well|for now|just fine)\b)"
    r"|wilco\b|can do(?=$|[.!,])(?!.*\?)|on it\b(?!\?)"
    r"|i(?:'?m| am) on (?:it|this|that)(?: one)?(?=$|[.,!;:]| (?:and|now|already|right|first|asap|today|as we)\b)"
    r"|on (?:this|that)(?: one)? now\b"
    r"|consider it (?:done|sent|fixed)\b"
    r"|leave (?:it|that|this)(?: one)? (?:with|to) me\b"
    r"|i'?ve got (?:this|it)(?: one)?(?=$|[ ,.!]*(?:i'll|will|answer|reply|by|$))"
    r"|i got this\b(?! (?:from|error|when|after|message|one from|at|in))"
    r"|(?:this one'?s|that'?s|this is) mine(?=$|[.!]|,? (?:now|reply|will|answer|i'll))"
    r"|mine[,.!:]+ (?=(?:will|i'll|answer|reply|by|back|done)\b)"
    r"|dibs\b"
    r"|taking (?:this|it|that)(?: one)?(?=$|[,.! ]*(?:$|now|will|i'll|reply|answer|by|today|tomorrow))"
    r"|doing (?:it|that) now\b|looking into (?:it|this|that)\b(?! (?:was|is)))"
)
START = (
    r"(?:^(?:[^\w']{1,4} ?|<?@[\w.-]+>?[,:]? |:[a-z_]+: ?|[a-z]+: |re [a-z]+:? )?"
    rf"{_YES}(?:hi [a-z]+,? |hey [a-z]+,? |(?:quick )?update: )?"
    r"|(?<=[,;:!.\u2013—\u2600-\u27bf\U0001f300-\U0001faff-] )(?:then |but |and |so )?"
    r"|(?<= but )|(?<= so )|(?<= then ))"
)
"""Where a clause begins that has left out its subject, "I"."""
ELLIPTIC = regex(
    rf"{START}(?:will|shall|gonna|going to|about to|'?ll) "
    rf"(?:also |just |then |defo? |deffo |totally |gladly |surely |try to |definitely |probably |most likely )*{_VERB}"
)
ELLIPTIC_AND = regex(
    r"(?:^|(?<=[:;] )|(?<=[\u2013\u2014-] ))"
    r"(?:(?:i|i've|i'm|i have|i am|we(?:'ve| have)? (?:(?:just|already) )?(?:[a-z]+ed|found|sent|got|spoke|wrote"
    r"|made|bought|told|built)|just|already|yes|asked|called|spoke|escalated|checking|looking|opened|raised)\b.*"
    r"|(?:told|e-?mailed|mailed|messaged|texted|wrote|phoned|rang|pinged|informed|warned|sent|booked|ordered|refunded"
    r"|answered|replied|talked|reached)(?: (?!(?:he|she|they|who|it|that|me|us)\b)[^\s.;!?]+){1,9}?)"
    rf" (?:and|&|but) (?:will|shall) {_VERB}"
)
ACTING = any_of(
    "sending, calling, writing, replying, answering, following up(?! any), getting back, reaching out, emailing,"
    " mailing, pinging, shipping, refunding, checking, drafting, messaging, phoning, ringing, texting, asking,"
    " scheduling, booking, updating, fixing, escalating, preparing, forwarding, filing, issuing, transferring,"
    " connecting, placing, processing, posting, chasing, talking to, speaking to, speaking with, picking this up,"
    " picking it up, picking up, taking this, taking over, taking it, grabbing this, grabbing it, sorting, handling,"
    " raising, arranging, ordering, looking at, looking into, looking that up, looking it up, digging, pulling,"
    " putting you, bringing, cancelling, resetting, informing, crediting, reviewing, investigating, rebooking,"
    " replacing, resending, passing, sharing, getting them, getting her, getting him, getting that, doing it,"
    " doing that"
)
_THING = any_of(
    "answer, reply, response, update, draft, fix, call, refund, invoice, report, estimate, quote, notes, photos,"
    " confirmation, more, numbers, replacement"
)
_COMES = any_of(
    "coming, going out, goes out, on its way, out (?:by|today|tonight|tomorrow), by, to follow, will follow,"
    " from (?:me|us), to (?:her|him|them|you) by"
)
_SAYS_OF_IT = any_of(
    "is, was, does, would, should, sounds, seems, doesn't, has, takes, costs, can't, only, won't, needs"
)
_JUDGES_IT = (
    any_of("was, is, would be, were, takes, costs, sounds, can't, won't, only, is all")
    + " ?"
    + any_of("a, an, the, not, bad, good, great, rude, worth, fair, all")
    + r"?\b"
)
BARE_ACT = regex(
    rf"{START}(?:(?:an? |my |next |full |more )?{_THING} (?:is |will be )?{_COMES}\b"
    r"(?!.*\b(?:would|or (?:she|he|they)|needed|please|pls|due|missing)\b)"
    rf"|(?:just |still |also |now )*{ACTING}\b(?! {_SAYS_OF_IT}\b)(?!.{{0,60}}\b{_JUDGES_IT})"
    r"|done (?:by|in) (?=.*\b(?:promise|tonight|\d+ min)))"
)
JUMPING = regex(rf"{START}(?:jumping|hopping|getting) on (?:a|the) (?:call|phone)\b")
HAS_IT = regex(
    r"\b(?!who\b|which\b|that\b)(?:[a-z]+)(?:'ll| will| gets?| get) (?!(?:take|be taking) over\b)"
    r"(?:have |get |hear |be |receive )?[a-z' ]{0,40}?\bfrom (?:me|us)\b"
    r"|\bexpect (?:an?|my|our|the)?[a-z ]{0,20}\b(?:from (?:me|us)|in this thread|here)\b"
    r"|\b(?:this|that|it|one)(?:'s| is) (?:on|with) (?:me|us)\b"
    r"|(?:^|[,.;:!] |\b(?:just|please|can|so|ok|and|then|you) )leave [a-z ]{1,40}?"
    r" (?:to|with) (?:me|us)\b(?!.*\bdays\b)"
)
"""They will have it from me: "she gets her answer from us by Monday"."""
WILL_HAVE = regex(
    r"\b(?:she|he|they|you|the (?:customer|client))(?:'ll| will) have"
    r" (?:it|them|an answer|my|our|the|their|his|her|your)\b"
)
GIVE_ME = regex(
    r"\bgive me (?:until|till|an hour|a (?:minute|moment|few|day)|\d+|ten|five|twenty|two|half)\b"
    r"|\b(?:gimme|give me) (?:(?:un)?till? |'til |\d+,? (?:and|then) "
    r"|(?:an?|\d+|ten|five|twenty|two|half an) (?:hours?|h\b|min|minutes?|sec|day|few))"
)
NOT_BEFORE = regex(
    r"\bi'?m not (?:[a-z]+ing)[a-z ]{0,20} (?:before|until|till)\b"
    r"|\b(?:i won't|i wont|won't|haven't|not) (?:forget|forgotten|leave (?:her|him|them)"
    r"|let (?:her|him|them|this))\b"
)
SIMPLE = regex(
    r"\b(?:tomorrow|today|tonight|on [a-z]+day|later) i (?P<verb>[a-z]+)\b"
    r"|^(?:so |then |ok |and )*(?:i|we) (?P<verb2>[a-z]+)"
    r" (?=.*\b(?:tomorrow|today|tonight|until|by|on (?:mon|tues|wednes|thurs|fri)day"
    r"|this (?:evening|afternoon))\b)"
)
"""The present tense of a promise, as it is common among people with another mother tongue."""
WHAT_I_DO = regex(
    r"\bwhat (?:i'll|i will|i'?m going to|i'?m gonna|i can|we'll|we will|we can|we're going to)"
    r" do(?: for you)?,?(?: (?:(?:mrs?|ms|dr)\.? )?[a-z'-]+(?: [a-z'-]+)?,)?"
    r" (?:is|i'll|we'll)\b"
)
_ONES_THING = (
    r"(?:(?:the|your|our|my|an?|another) (?:[a-z]+ )?(?:answers?|reply|replies|response|mail|e-?mail|call|callback"
    r"|visit|update|report|refund|replacement|quote|estimate|offer|drafts?|sketch|sketches|invoice|letter|parcel"
    r"|fix|summary|comments|feedback|notes|numbers|figures|results|proposal|contract|confirmation|plans?|proofs?"
    r"|samples?|keys|photos|drawings?|statement|list|deposit|money|credit|copy|copies|certificate|minutes"
    r"|recording|transcript|link|tickets?|voucher|login|password|schedule|menu))"
)
"""What one waits for from whom one wrote to."""
PLANS = regex(
    r"\bi promise\b(?! (?:nothing|no)\b)"
    r"|\bi(?: am|'m)? (?:promise(?:d)? (?:to|you|her|him|them|that|the)|commit(?:ted)? to"
    r"|owe (?:you|her|him|them|the)|will aim)\b"
    r"|\bwe (?:undertake|commit|(?:have|'ve) committed) to\b"
    r"|\bwe (?:have|'ve) committed to [a-z]+ (?:that|to)\b"
    r"|\b(?:i(?:'ve| have)? (?:just )?|we(?:'ve| have)? )agreed (?:with [a-z ]{2,20})?to"
    r" (?!disagree|differ|it\b|this\b|that\b)[a-z]+\b"
    r"|\byou(?:'ll| will| can expect to) (?:have|get|receive|hear)\b(?! (?:there|wet|lost|used|over|off|away|up|on"
    r"|home|to)\b)"
    rf".{{0,60}}?\b(?:from (?:me|us)|by|before|{DAYLIKE})\b"
    rf"|\byou(?:'ll| will) (?:have|get|receive) (?:it|them|both|{_ONES_THING})\b(?! from (?!me\b|us\b|our\b))"
    r"[^.;!?]{0,40}?(?: (?:this (?:morning|afternoon|evening|week)|next week|shortly|in the course of)\b"
    r"| (?:with)?in (?:the next )?(?:an?|one|two|three|four|five|ten|a few|a couple of|\d+)"
    r" (?:hours?|minutes?|days?|weeks?)\b)"
    r"|\b(?:get|have|hear) (?:an answer |a reply |back )?from (?:me|us) by\b"
    r"|\b(?:i|we)(?: have|'ve)? (?:just )?promised"
    r" (?!(?:anything|nothing)\b|(?:[a-z]+ )?(?:way |far )?(?:too|so) much|myself)\b"
    r"|\bjust promised\b"
    r"|\b(?:my|our) word that\b"
    r"(?! (?:i|we|he|she|they|it|nobody|nothing) (?:never|did|didn't|have|haven't|has|had|was|were|only|know)\b)"
    r"|\b(?:we |i )?agreed (?:with [a-z]+ )?(?:that )?i(?:'d|'ll) \b"
    r"|\bcount on me\b"
    r"|\b(?:and|so|but|call|then),? i will[.!]*$"
)
WILL_BE = regex(
    rf"{START}(?:(?:it|this|that)(?:'ll| will) be (?:with (?:you|her|him|them)|in (?:your|her|his|their) inbox)"
    r"|(?:th(?:is|at)(?:'ll| will)|will|'ll) be (?:(?:all|fully|back) )?"
    r"(?:done|sorted|sent|shipped|fixed|resolved|with (?:you|her|him|them)|in (?:your|her|his|their) inbox))\b"
)
"""Without a doer, so it needs a moment: "will be sorted today"."""
INTENDS = regex(
    r"\b(?:i|we)(?: am|'?m| are|'re)? (?:plan(?:ning)? (?:to|on)|intend(?:ing)? to|aim(?:ing)? to"
    r"|should (?:be able to|have))\b"
    rf"|{START}(?:should (?:be able to|have (?:it|this|that|them|an?|the) )|(?:planning|aiming) to )"
    r"|\b(?:my|our) plan is to\b"
)
TELL_THEM = regex(
    r"^(?:please |pls )?(?:tell|let) (?:her|him|them|the [a-z]+) (?:know )?(?:that )?"
    r"(?:i'll|i will|we'll|we will) (?!see\b|think\b|never\b|not\b)(?P<verb>[a-z]+)"
)
PROGRESSIVE = regex(
    rf"\b(?:i'?m|i am|we're|we are) (?:also |just |then |still )*(?:{ACTING}|meeting (?!an? )|visiting"
    r"|releasing|deploying|presenting|speaking|talking|bringing|delivering|driving over"
    r"|having (?:a|the) [a-z]+ (?:flown|sent|replaced|fixed|shipped)|seeing (?:them|her|him))\b"
    r"(?! (?:from|it a day|to my|about|because|my doctor))"
)
HAPPY_TO = regex(
    rf"{START}(?:i'?m |i am |i'?d be |i would be |we'?re )?(?:very |more than |also )?(?:happy|glad) to "
    r"(?P<verb>[a-z]+)\b"
)
"""An offer that says whom and when: "happy to call him Monday"."""
CAN = regex(
    r"\bi can (?:also |then |probably |definitely |personally )*(?!see\b|tell (?:you|from|by|that)\b|do [a-z]+day\b"
    r"|(?:make|do) (?:it|the \d|\d))(?P<verb>[a-z][a-z\-]*)\b(?! (?:be|not)\b)"
)

SPEECH_FILLERS = regex(r"\b(?:uh|um|mm|er|erm|hmm|mm-hmm|uh-huh)\b[,.]? ?")
HINTS: dict[str, tuple[str, ...]] = {
    "future": ("ll", "going", "gon", "imm", "ima", "about to"),
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
MAY_PROMISE = regex(
    r"(?i)\b(?:follows?|goes|go out|leaves|ships|gets|i|ill|im|ima|imma|we|me|lemme|my|mine|us|will|shall|gonna|gon"
    r"|going|let|lets|ll|il|give|can do|back to (?:him|her|them|you|the)|by us|from us|by our|expect|dibs|wilco"
    r"|consider|leave|count|promised?|told|assured|agreed|done (?:by|in)|answer|reply|response|update|draft|fix|refund"
    r"|estimate|quote|notes|confirmation|report|call|numbers|photos|invoice|replacement|more|on (?:it|this|that)"
    r"|got (?:it|this|her|him)|tell|put|take|look|question|thing|one|next|so|just|okay|here|now|about|to"
    r"|(?:informed|notified|reassured|messaged|texted|e?mailed|wrote|confirmed|guaranteed)"
    r"(?=\b.{2,80}(?:would|['\u2019`\u02bc]d)\b))\b"
    r"|\w['\u2019`\u02bc]ll\b|[a-z]{2}ing\b|[a-z]{2}[dgklt]ng\b"
)
"""What has none of these is no promise: a first, quick look, which loses next to nothing (measured)."""
CAUSE = regex(
    r"(?i)\b(?P<cause>(?:once|as soon as|when|after|the (?:moment|minute|second)|as and when) (?!that\b)"
    r"(?:(?!\b(?:i'll|i will|we'll|we will|i'm going|i shall|we shall|i am going|and i|then i)\b)"
    r"[^,;.!?()\n—\u2013]){3,100})"
)
"""What must happen first: "once the fix is out"."""
