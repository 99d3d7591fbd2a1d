"""What stands around the shape of a promise and takes it back: conditions, questions, refusals, jokes, doubts."""

from __future__ import annotations

from bot.understanding.patterns import regex

PLEASE = regex(r"\bplease[.!]*$")
QUESTION_TAG = regex(
    r"(?:,? (?:ok|okay|right|alright|k|yeah|deal|sound good|sounds good|does that work|works|yes|cool|fine))\s*\?+$"
)
IF_OTHERS = regex(
    r"\b(?:if|unless|in case|provided(?: that)?|assuming) (?:they|he|she|it|the|that|this|there|nobody"
    r"|no one|anyone|someone|nothing|things|we|i|customers?|[a-z]+ (?:does|is|has|says|asks|wants"
    r"|comes|insists|replies|complains|cancels|agrees|breaks|fails))\b"
)
COURTESY = regex(
    r"\bif (?:(?:that|it|this)(?:'s| is| would be|'d be)? (?:helps?|helpful|useful|easier|any (?:help|use|good)|handy"
    r"|quicker|simpler|works for (?:you|them|her|him)|suits (?:you|them|her|him)|(?:would|might|could|will) help)"
    r"|you(?:'d| would)? (?:like|want|prefer|wish)(?=$|[.,!]| me\b| i\b)|(?:nobody|no one) else (?:wants?|does|has|can)"
    r"|(?:useful|helpful|easier|handy))\b"
)
"""A condition in form only: "if that helps", "if you like"."""
CALL_ME_IF = regex(
    r"\b(?:call|ring|phone|text|ping|message|write|e-?mail|tell|shout|let)"
    r" (?:to )?(?:me|us)(?: know| here| back| again)? (?:if|when|should) [^.;!?]{2,60}? and"
    r" (?:i|we)(?:'ll| will)\b"
)
"""The condition belongs to what is asked: "call me if it fails again and I will drive over"."""
TELL_SO = regex(
    r"^(?:(?:ok|okay|so|well|then|and|no),? )*(?:(?:just|simply)|you (?:can|could|should|may|might)(?: just)?"
    r"|maybe|why not) (?:tell|write to|write|answer|say to) (?:him|her|them|everyone|everybody|the [a-z]+)"
    r" (?:that )?we(?:'ll| will)\b"
)
"""Words put into someone's mouth: "just tell her that we'll look into it"."""
GIVES_WORD = regex(r"\bi promise(?: you| him| her| them)?(?: that|,)? ?$")
"""What stands before "I'll", and makes it firmer."""
STANDUP = regex(r"^(?:yesterday|today|stand-?up|daily|plan for today|today's plan)(?: ?: | (?:-|\u2013|\u2014) )")
"""How a line begins that tells one's own team what one works on."""
TELLS_IF = regex(
    r"\b(?:let (?:you|him|her|them|everyone|everybody|us|the [a-z]+|[a-z]+) know|shout|ask(?:ing)?|tell|ping|warn|alert"
    r"|update|check|see|find out|report back|roll (?:it )?back|escalate)(?: (?:you|him|her|them|it|back|here|again|the"
    r" [a-z]+|[a-z]+))? (?:if|whether)\b"
)
"""What one does on a watch that one keeps ("shout if it breaks"), or is to find out ("ask her if she wants it")."""
IF_THEY = regex(r"\b(?:if|unless|in case) (?:he|she|they|it|customers?|the (?:customer|client)) (?!is not|are not)")
REFUSES = regex(r"\bi(?:'m| am)? not (?:gonna|going)|\bi (?:won't|will not|can't|cannot)\b")
NOT_TO_BE = regex(
    r"\bi(?:'m| am)? not (?:gonna|going to)\b|\bi (?:won't|will not) (?!forget|fail|let)"
    r"|\bi could (?:use|do with) (?:an?|some|more|another)\b|\bi can't make (?:it|the)\b"
    r"|\bi (?:(?:don't|do not) (?:think|believe|suppose|expect|reckon)|doubt)(?: that)? i(?:'ll| will)\b"
    r"|\bi(?:'ve| have)(?: got)? (?:an?|one|another) (?:[a-z]+ )?"
    r"(?:question|problem|issue|doubt)\b(?!.{0,60}\b(?:i(?:'ll| will)|let me)\b)"
    r"|\b(?:going to|gonna|'ll|will) have (?:an? |some |more |no )*(?:problems?|trouble|issues?|fun)\b|\bi get paid\b"
    r"|\bi (?:just |only )?want(?:ed)? to (?:make sure|be sure|know|understand|ask)\b"
    r"|\bi was (?:just |only )?(?:going to|gonna|about to|supposed to)\b|\b(?:keep|bear) (?:it|that|this) in mind\b"
)
SAYS_NOTHING = regex(
    r"\bi was (?:just |also |actually )?(?:gonna|going to|about to) (?:say|ask|mention|suggest|propose|make|raise)"
    r" (?:(?:exactly|precisely|just|literally|pretty much) )?(?:the (?:very |exact )?same|that|exactly|this|so|it)\b"
    r"|\b(?:i'll|i will|i) bet (?!on\b|you (?:a|ten|five|\d))"
    r"|^(?:(?:i|we|you|it|me|us|and|but|so|well|yeah|uh+|um+)\b|[\W_])*$"
)
"""What looks like a plan in talk, too, and says nothing, agrees or guesses: "I...", "I was gonna say the same"."""
TITLE = regex(
    r"^[\"“'\u2018]?(?:we will|we'll|i will|i'll|i'm gonna) (?:[a-z']+ ){1,4}?[\"”'\u2019]?(?:is|was|has been)"
    r" (?:stuck|playing|on (?:the radio|repeat|tv|again|my)|in my head|by|an? (?:song|banger|classic|great|good"
    r"|tune|film|hit)"
    r"|my (?:favou?rite|ringtone|song|jam)|the (?:best|song|soundtrack|worst|only)|blasting|going (?:through|round)"
    r"|such|still)\b"
    r"|\b(?:singing|sang|sings|humming|hums|karaoke|earworm|listening to|the song|lyrics|soundtrack"
    r"|track)\b[^.;!?]{0,15}"
    r"\b(?:we will|i will) [a-z]+(?: you)?[\"”'\u2019]?(?=$|[.,!?]| (?:again|all day|all morning|in the|at the|by"
    r"|on repeat))"
)
"""Titles of songs and films that say "will"."""
TELLS_OTHERS = regex(
    r"^(?:(?:and|then|so|now|just|please|ok|okay|yeah|first|also|or|but|well|no|yes)[ ,]+)*(?P<verb>[a-z]+)\b"
    r"(?!.*\b(?:i|i'll|i'm|i'd|we|we'll|me|you want)\b)"
)
"""Where a sentence begins with its verb and nobody says "I" in it, others are told to do it: "then mail it back"."""
ASKED_BEHIND = regex(
    r"[,;:] ?(?:(?:please|pls|kindly|just|so|and|then|now|your) )*(?:(?:comments|votes|answers|replies|feedback"
    r"|questions|names|orders|ideas|wishes)\b|(?P<verb>[a-z]+)\b)"
)
"""Where others may be asked for something behind a clause: "I put it in a poll, vote by Friday"."""
IF_YOU = regex(r"\b(?:if|whenever) (?:you|u|so|not|need be|needed|necessary|possible|nothing|everyone|anything)\b")
QUOTED = regex(r"[\"“][^\"”]*$|\b(?:bot|recording|sign|page|template)(?: [a-z]+)?: ?$|\bi (?:always |just )?guess ?$")
EMBEDDED = regex(
    r"(?:\b(?:that is|that's|this is|here is) (?:how|why|where|what|when)"
    r"|\b(?:don't|do not|doesn't|didn't|not|never|no longer|hardly)"
    r" (?:think|sure|know|believe|say|see|expect|look like|certain|clear|like|likely|said)"
    r"(?: (?:if|that|when|how|whether))?"
    r"|\b(?:no (?:way|chance)(?: in hell)?|not a chance|over my dead body)(?: that)?"
    r"|\b(?:no idea|unclear|wonder|wondering|ask|asks|asked|asking"
    r"|doubt(?:s|ed)?|depends?|decide|hope|hoping|wish|know|knew|fear|afraid|scared|believe|imagine|as if) ?(?:if"
    r"|when|how|whether|what|that|where|who)?|\b(?:did|do|will|would|should|could|can|have|had) i say"
    r"|\b(?:you|she|he|they|everyone|nobody|bot|who|page|template|site|recording|sign|letter|lawyer|chef|boss"
    r"|owner|someone|somebody|website) (?:(?:also|always|just) )?(?:writes?|wrote|reads|answers?|claims?|warned"
    r"|believes?|insists?|said|say|says|think|thinks|told|tells|thought|asked|know|knows|want|wants|expect|expects"
    r"|assume|assumes) (?:me )?(?:that |i )?|\b(?:how|why|where|what(?! i'll do)|who|which|whom|whether|if"
    r"|the [a-z]+ that|[a-z]+ that) )[ ,]*(?:[a-z]+ and )?$"
)
_PAPERS = (
    r"(?:terms(?: and conditions| of service)?|polic(?:y|ies)|contracts?|conditions|rules|guidelines?|faqs?|sla"
    r"|handbook|manual|brochure|leaflet|flyer|ad|advert|poster|small print|agreement|warranty|guarantee|statutes"
    r"|notice|catalogue|script|footer|auto-?reply|banner|charter|licence|site|website|page|sign|letterhead"
    r"|homepage|slogan|newsletter)"
)
PAPER_SAYS = regex(
    rf"\b{_PAPERS} (?:(?:also|always|just|clearly|only|still|all) )?(?:say|says|said|states?|stated|promises?|reads?"
    r"|mentions?|claims?|guarantees?|stipulates?|provides?)(?: that|:|,)? ?(?:[\"“'] ?)?$"
)
"""What one's own papers say to everybody: "our terms say we'll answer in five days"."""
SAID_BEHIND = regex(
    r", (?:(?:says|claims|reckons|promises) (?!i\b|we\b|so\b|when\b|that\b|it\b|as\b)"
    r"|according to (?!plan\b|schedule\b|our\b|my\b|the (?:plan|schedule|contract)\b))[^.;!?,]{2,40}[.!]*$"
)
"""Somebody else says so: "they'll have it by Friday, says the carrier"."""
BY_PAPER = regex(rf"\b(?:according to|as per) (?:our|the|their) (?:[a-z]+ )?{_PAPERS},? ?$")
FRONTED = regex(
    r"\b(?:don't|do not|dunno|not|no|unclear|idk|unsure)(?: (?:know|sure|idea|certain))?(?: yet| either| offhand)?"
    r"(?:, ?(?:but |so )?| but | so | - | \u2013 | \u2014 )$|"
    r"\b(?:assure|promise|promised|tell|told|say|confirm|so|know) (?:you |them |her |him )?that ?$"
    r"|\brest assured,?(?: that)? ?$|\b(?:and|but|so|then) ?$|\btell you what[,:]? ?$|\bknow what, ?$"
)
PAST_FUTURE = regex(
    r"\b(?:was|were|had been) (?:going to|gonna|about to|supposed to|planning to)\b|\bi thought (?:i|we)'?d\b"
)
HABIT = regex(
    r"\b(?:usually|normally|every (?:time|other|day|week|month|[a-z]+day)|always|in general|typically"
    r"|most (?:days|fridays|mondays)|often|whenever)\b"
)
UNSURE = regex(
    r"\b(?:might|maybe|perhaps|not sure|no promises|can't promise|at some point|some day|someday|one day|eventually)\b"
)
LAUGHS = regex(
    r"\b(?:lol|lmao|rofl|(?:a?ha)(?:ha)+|he(?:he)+)\b|😂|🤣|😜|😉|:(?:joy|rofl|laughing|wink|stuck_out_tongue\w*):"
    r"|[;:]-?[pP]\b"
)
"""A joke, or embarrassment: what one says one will do tells which."""
JOKE = regex(
    r"\b(?:jk|just kidding|kidding|not really)\b|/s\b|\bsure,? i'?ll just\b|\bmaybe i (?:won't|will not)\b"
    r"|\bi'?ll (?:believe (?:it|that) when|eat my|bet\b|be damned|never\b|die\b|cry\b|kill\b|scream\b|retire\b"
    r"|sell my|name my|quit\b)|\bmy next life\b|\bwhen (?:pigs|hell)\b|\bover my dead\b"
    r"|\b(?:throw|toss|chuck|hurl|kick) [^.;!?]{1,40}\b(?:out (?:of )?(?:the|my) window"
    r"|into the (?:river|sea|bin|fire))|\bhaunt\b|\bin (?:a )?million years\b|\bclone myself\b|\bmagic wand\b"
    r"|\bright on that\b|\bthe day hell\b"
)
