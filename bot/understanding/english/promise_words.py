"""The English shapes of a promise and of what only looks like one. Another language is another file like this."""

from __future__ import annotations

import re

from bot.understanding.patterns import word_set


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
_GOING = r"(?:(?:just|still|actually|also|definitely|now) )?(?:going to|gonna|gon na)"
I_WILL = rf"(?:i'll|ill|i will|i shall|i'?m {_GOING}|i am {_GOING}|ima|i'?mma)"
WE_WILL = rf"(?:we'll|we will|we shall|we're {_GOING}|we are {_GOING})"
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
    rf"|going to|i'?m gonna have to) {_VERB}"
)

STATES = word_set(
    "be need have want like love hate miss understand know think believe see guess bet assume admit "
    "remember agree hope wonder wish prefer appreciate enjoy"
    " regret never not always forget feel depend seem happen expect suffer lose die cry laugh "
    "suppose own earn stay remain sit sleep wait live pass leave"
    " let say allow mean stand vote imagine doubt notice hear become count skip eat drink rest relax "
    "marvel probably be-able"
)
"""After "I will" these say how things are, not what one does ("I'll need", "I'll see", "I'll be there")."""

_DAYLIKE = _any("tomorrow, today, tonight, monday, tuesday, wednesday, thursday, friday, end of, eod, cob, noon")
_PARTNER = _any("you, him, her, them, the (?:customer|client|team|user|reviewer), customers?, clients?, everyone, all")
STATE_EXCEPT: dict[str, re.Pattern[str]] = {
    "be": _re(
        r"^ (?:(?:sure|certain) to |(?:glad|happy|pleased|delighted|able) to (?!help\b)|back (?:to"
        r"|with) (?:you|him|her|them|the)\b|in (?:touch|contact)\b"
        r"|right (?:on|there|with you)\b|on (?:it|that)\b|there and i\b"
        r"|(?:[a-z]+ly )?(?!waiting|leaving|travel|flying|going\b|staying|missing|needing|having|being"
        r"|living|sleeping|arriving|coming|running late|watching"
        r"|looking forward|interesting|missing|working (?:from|remote|late|on)|attending|celebrating"
        r"|driving|commuting|listening|hoping|wondering|seeing)[a-z]+ing\b)"
    ),
    "have": _re(
        rf"^ (?!(?:an? |my |some )?(?:lunch|dinner|breakfast|coffee|drinks?|meetings?|time|appointment"
        rf"|day off|surgery|fun|call with)\b)(?:to (?:transfer|send|call|check|ask|get back|look|talk"
        rf"|write|follow)\b|[a-z' ]*?\b(?:ready|done|fixed|sent|shipped|out|over to|(?:for|to"
        rf"|with) {_PARTNER}"
        rf"|call|send|check|look|email|draw|arrange|fax|contact|reach|get back|get in|take|write|answer"
        rf"|by|before|{_DAYLIKE})\b)"
    ),
    "see": _re(r"^ (?:what (?:i|we) can|if (?:i|we) can|if i|to (?:it|that)|whether|about|to getting)\b"),
    "not": _re(r"^ (?:forget|let (?:you|her|him|them) down|fail)\b"),
    "never": _re(r"^ (?:forget|fail)\b"),
    "let": _re(rf"^ {_PARTNER} (?:all )?know\b|^ [a-z]+ know\b|^ the [a-z ]+ know\b"),
    "own": _re(r"^ (?:it|this|that|the)\b"),
    "leave": _re(r"^ (?:a (?:note|message|voicemail|comment|reply)|(?:him|her|them) a)\b"),
    "stay": _re(r"^ .*\bto (?:talk|help|finish|discuss|meet|fix)\b"),
    "wait": _re(r"^ .*\b(?:and|then) (?:i'll )?(?:send|call|write|reply|answer)\b"),
    "pass": _re(r"^ (?:it|this|that|them|him|her|the|on|along)\b"),
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
ACT_VERBS = word_set(
    "send call email e-mail mail message text ping write reply respond answer get give let follow "
    "forward share check look investigate dig find ask talk speak"
    " discuss chat confirm verify update inform notify keep tell show explain fix patch resolve sort "
    "solve handle take ship refund credit issue replace return"
    " process file open raise escalate chase track schedule book arrange set organise organize "
    "prepare draft put post publish submit provide deliver bring drop"
    " pick come meet join attend visit drive swing walk review read go work make do finish complete "
    "wrap start begin circle reach touch contact connect loop cc"
    " copy introduce offer extend cancel close reopen merge push deploy release roll run test "
    "reproduce debug add remove change create build pull print sign"
    " fill pay transfer order invoice bill charge waive adjust correct edit rewrite translate figure "
    "reset unlock restore enable disable cover own lead help"
    " support reassure apologise apologize thank clarify have be see try continue stop move use "
    "carry present draw note record type list sum hand save turn ring"
    " dm prioritise prioritize compile collect gather pass attach upload pursue inject nudge remind "
    "liaise dial switch jump sit bug poke relay route assign fetch"
    " leave credit compensate repair mend deal respond relocate"
)
"""What people commit to. Other verbs after "I will" count too, but less."""
MEETING_VERBS = word_set(
    "go get have make do come start begin continue move use talk discuss look see say work think put "
    "run draw keep read show finish stop try take add find"
    " give let be set meet sit turn carry"
)
"""After "we will" these are often plans of a meeting ("we'll start with the logo")."""
OWN_MATTERS = word_set("try restart reboot reinstall install boot stick hold google paste burn buy eat")
"""What people do for themselves; without a moment or another person it is no promise to anyone."""
LET_ME_OTHERS = word_set(
    "know tell be explain remind rephrase clarify guess have put say in out off through alone decide introduce"
)
LET_ME_ASKED = _re(
    r"\b(?:please|pls|don't|doesn't|won't|not|didn't|can you|could you|would you|will you|to|and|then"
    r"|,) (?:let me|lemme) know\b|\b(?:don't|doesn't|won't|not|didn't|never|to) (?:let me|lemme)\b"
)

_YES_WORDS = _any(
    "ok, okay, sure, yes, yep, yup, yeah, absolutely, of course, thanks, thank you, thx, cool, got it, alright, np,"
    "no problem, no worries, right, hi, hey, good point, fair, great, sounds good, perfect, copy, roger, and, then, so"
)
_YES = rf"(?:{_YES_WORDS}\b[\s,.!:;-]*)*"
SHORT_YES = _re(
    rf"^{_YES}(?:(?:i )?(?:will|shall) do\b(?! (?:it|that|this) if)|wilco\b|on it\b(?!\?)|i'?m on (?:it"
    rf"|this|that)\b|on (?:this|that)(?: one)? now\b|consider it (?:done|sent|fixed)\b"
    r"|leave (?:it|that|this)(?: one)? (?:with|to) me\b|i'?ve got (?:this|it)(?: one)?(?=$"
    r"|[ ,.!]*(?:i'll|will|answer|reply|by|$))|i got this\b|(?:this one'?s|that'?s|this is) mine\b"
    r"|dibs\b"
    r"|taking (?:this|it|that)(?: one)?(?=$|[,.! ]*(?:$|now|will|i'll|reply|answer|by|today|tomorrow))"
    r"|doing (?:it|that) now\b|looking into (?:it|this|that)\b(?! (?:was|is)))"
)
ELLIPTIC = _re(
    rf"^{_YES}(?:hi [a-z]+,? |hey [a-z]+,? )?(?:will|shall|gonna|going to|'ll) (?:also |just |then "
    rf"|try to |definitely |probably )*{_VERB}"
)
_ACTING = _any(
    "sending, calling, writing, replying, answering, following up, getting back, reaching out, "
    "emailing, pinging, shipping, refunding, checking, drafting,"
    "scheduling, booking, updating, fixing, escalating, preparing, forwarding, filing, issuing"
)
BARE_ACT = _re(
    rf"^{_YES}(?:(?:an? )?(?:answer|reply|response|update|draft|fix|call|refund|invoice"
    rf"|replacement) (?:is )?(?:coming|going out|on its way|out|by|due|to (?:her|him|them|you) by)\b"
    rf"|{_ACTING}\b(?! (?:is|was|does|would|should|sounds|seems|doesn't|has)\b)(?!.{{0,60}}\b(?:was|is"
    rf"|would be|were) (?:a|an|the|not|bad|good|great)\b))"
)
JUMPING = _re(rf"^{_YES}(?:jumping|hopping|getting) on (?:a|the) (?:call|phone)\b")
PLANS = _re(
    r"\bi promise\b|\bi(?: am|'m)? (?:promise(?:d)? (?:to|you|her|him|them|that|the)|commit(?:ted)? to"
    r"|owe (?:you|her|him|them|the)|will aim)\b"
    rf"|\byou(?:'ll| will| can expect to) (?:have|get|receive|hear)\b.{{0,60}}?\b(?:from (?:me|us)|by"
    rf"|before|{_DAYLIKE})\b|\b(?:get|have|hear) (?:an answer |a reply |back )?from (?:me|us) by\b"
    r"|\bwe(?: have|'ve)? promised\b|\bjust promised\b"
)
INTENDS = _re(r"\bi(?: am|'?m)? (?:plan(?:ning)? (?:to|on)|intend(?:ing)? to|aim(?:ing)? to)\b")
TOLD = _re(
    r"(?:\b(?:i|we)(?:'ve|'d| have| had)? (?:just |already )?|^(?:just |already |ok |and )*)(?:told"
    r"|promised|assured|said to|let|informed|guaranteed|wrote|messaged|emailed) "
    r"(?:(?:her|him|them|the [a-z]+(?: [a-z]+)?|(?!me\b|us\b|you\b)[a-z]+) )?(?:know )?(?:that )?(?:i"
    r"|we)(?:'d| would|'ll| will) (?P<verb>[a-z][a-z\-]*)"
)
TELL_THEM = _re(
    r"^(?:please |pls )?(?:tell|let) (?:her|him|them|the [a-z]+) (?:know )?(?:that )?(?:i'll|i will"
    r"|we'll|we will) (?P<verb>[a-z]+)"
)
PROGRESSIVE = _re(
    rf"\b(?:i'?m|i am|we're|we are) (?:also |just |then |still )?(?:{_ACTING}|meeting|visiting"
    rf"|releasing|deploying|presenting|speaking|talking|bringing|delivering)\b"
)
CAN = _re(r"\bi can (?:also |then |probably |definitely |personally )*(?P<verb>[a-z][a-z\-]*)\b(?! (?:be|not)\b)")

QUESTION_TAG = _re(
    r"(?:,? (?:ok|okay|right|alright|k|yeah|deal|sound good|sounds good|does that work|works|yes|cool|fine))\s*\?+$"
)
IF_OTHERS = _re(
    r"\b(?:if|unless|in case|provided(?: that)?|assuming) (?:they|he|she|it|the|that|this|there|nobody"
    r"|no one|anyone|someone|nothing|things|we|i|customers?|[a-z]+ (?:does|is|has|says|asks|wants"
    r"|comes|insists|replies|complains|cancels|agrees|breaks|fails))\b"
)
IF_YOU = _re(r"\b(?:if|whenever) (?:you|u|so|not|need be|needed|necessary|possible|nothing|everyone|anything)\b")
EMBEDDED = _re(
    r"(?:\b(?:that is|that's|this is|here is) (?:how|why|where|what|when)|\b(?:don't|do not|doesn't"
    r"|didn't|not|never|no longer|hardly) (?:think|sure|know|believe|say|see|expect|look like|certain"
    r"|clear|like|likely|said)(?: (?:if|that|when|how|whether))?"
    r"|\b(?:no idea|unclear|wonder|wondering|ask|asks|asked|asking|doubt|depends?|decide|hope|hoping"
    r"|wish|know|knew|fear|afraid|scared|believe|imagine|as if) ?(?:if|when|how|whether|what|that"
    r"|where|who)?"
    r"|\b(?:did|do|will|would|should|could|can|have|had) i say|\b(?:you|she|he|they|everyone|nobody"
    r"|bot|who) (?:said|say|says|think|thinks|told|tells|thought|asked|know|knows|want|wants|expect"
    r"|expects|assume|assumes) (?:me )?(?:that |i )?"
    r"|\b(?:how|why|where|what|who|which|whom|whether|if|the [a-z]+ that|[a-z]+ that) )[ ,]*(?:[a-z]+ and )?$"
)
FRONTED = _re(
    r"\b(?:assure|promise|promised|tell|told|say|confirm|so|know) (?:you |them |her |him )?that ?$"
    r"|\b(?:and|but|so|then) ?$"
)
PAST_FUTURE = _re(
    r"\b(?:was|were|had been) (?:going to|gonna|about to|supposed to|planning to)\b|\bi thought (?:i|we)'?d\b"
)
HABIT = _re(r"\b(?:usually|normally|every time|always|in general|typically|most (?:days|fridays|mondays)|often)\b")
UNSURE = _re(
    r"\b(?:might|maybe|perhaps|not sure|no promises|can't promise|at some point|some day|someday|one day|eventually)\b"
)
JOKE = _re(
    r"\b(?:lol|lmao|rofl|ha(?:ha)+|he(?:he)+|jk|just kidding|kidding|not really)\b|/s\b|😂|🤣|😜|😉"
    r"|:(?:joy|rofl|laughing|wink|stuck_out_tongue\w*):|[;:]-?[pP]\b"
    r"|\bi'?ll (?:believe (?:it|that) when|eat my|bet\b|be damned|never\b|die\b|cry\b|kill\b|scream\b"
    r"|retire\b|sell my|name my|quit\b)|\bmy next life\b|\bwhen (?:pigs|hell)\b|\bover my dead\b"
    r"|\bin (?:a )?million years\b|\bclone myself\b|\bmagic wand\b|\bright on that\b|\bthe day hell\b"
)
LEAVING = _re(r"^ (?:to )?(?:leave|go|run|drop off|head out|step out|pick up my|sleep|eat)\b")

SPEECH_FILLERS = _re(r"\b(?:uh|um|mm|er|erm|hmm|mm-hmm|uh-huh)\b[,.]? ?")
MAY_PROMISE = _re(
    r"(?i)\b(?:i|ill|i'll|im|we|we'll|me|lemme|will|shall|gonna|going|wilco|on it|dibs|mine|ima"
    r"|promised?|told|tell|let|assured|leave|consider|taking|looking|jumping|hopping"
    r"|answer|reply|response|update|draft|fix|refund|you'll|doing|from me|from us|",
    _ACTING,
    r")\b",
)
