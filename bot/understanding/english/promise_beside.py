"""What stands beside the shape of a promise and tells what it is worth: to whom, on what, and whose clause it is."""

from __future__ import annotations

import re

from bot.understanding.patterns import any_of, regex

DAYLIKE = any_of("tomorrow, today, tonight, monday, tuesday, wednesday, thursday, friday, end of, eod, cob, noon")
_PARTNER = any_of(
    "you, him, her, them, the (?:customer|client|team|user|reviewer), customers?, clients?, everyone, all"
)

# --- after a verb of states ("I'll be", "I'll have")
_THEIR_PLACE = (
    r"(?:your|her|his|their|the (?:customer|client|guest)'s) "
    + any_of(
        "office, door, site, shop, premises, gate, address, counter, farm, warehouse, reception, ward, surgery, store,"
        " workshop, barn, studio"
    )
    + r"\b"
)
_FOR_ONESELF = (
    r"waiting|leaving|travel|flying|going\b|staying|missing|needing|having|being|living|sleeping|arriving|coming"
    r"|running late|watching|looking forward|interesting|paying|landing|moving|flying|starting|turning|missing"
    r"|working (?:from|remote|late|on)|attending|celebrating|dreaming|driving|commuting|listening|hoping|wondering"
    r"|seeing"
)
_OWN_TIME = any_of(
    "more, less, been, to leave, lunch, dinner, breakfast, coffee, drinks?, meetings?, time, appointment, day off,"
    " surgery, fun, call with"
)
_SEEN_TO = (
    r"ready|done|fixed|sent|shipped|looked at|checked|updated|repaired|replaced|inspected|reviewed|corrected|out"
    rf"|over to|(?:for|to|with) {_PARTNER}"
    r"|call|send|check|look|email|draw|arrange|fax|contact|reach|get back|get in|take|write|answer|reissue|resend|ring"
    r"|phone|prepare|replace|pick|deliver|review|issue|change|update|process"
    r"|a (?:quick )?(?:word|chat|look) (?:with|at|into)"
    rf"|by|before|{DAYLIKE}"
)
STATE_EXCEPT: dict[str, re.Pattern[str]] = {
    "be": regex(
        r"^ (?:(?:sure|certain) to "
        r"|(?:glad|happy|pleased|delighted|able) to (?!help\b|see\b|hear\b|be\b)"
        r"|back (?:to|with) (?:you|him|her|them|the)\b"
        r"|in (?:touch|contact)\b"
        r"|right (?:on it|with (?:her|him|them))\b"
        r"|with (?:you|her|him|them) (?:by|on|before|at|around|shortly|in (?!(?:just )?(?:a|one) (?:sec|min"
        r"|mo(?:ment)?\b|tick|jiffy|bit)))"
        r"|the one (?:who|to (?!pay|blame|suffer|lose))\b"
        rf"|at {_THEIR_PLACE}"
        r"|on (?:it|that)\b"
        r"|there and i\b"
        rf"|(?:[a-z]+ly )?(?!{_FOR_ONESELF})[a-z]+ing\b)"
    ),
    "have": regex(
        rf"^ (?!(?:an? |my |some )?{_OWN_TIME}\b)"
        r"(?:to (?:transfer|send|call|check|ask|get back|look|talk|write|follow)\b"
        rf"|[a-z' ]*?\b(?:{_SEEN_TO})\b)"
    ),
    "see": regex(
        r"^ (?:that (?:he|she|they|it|the|you|everything|her|his|their)\b|what (?:i|we) can"
        r"|if (?!my\b|the (?:weather|rain|sun|spurs)\b)|to (?:it|that)|whether|about|to getting)\b"
    ),
    "not": regex(r"^ (?:forget(?! (?:how|what|when|who|the (?:day|look|time)))|let (?:you|her|him|them) down|fail)\b"),
    "never": regex(r"^ (?:forget (?:to|about)|fail)\b"),
    "let": regex(rf"^ {_PARTNER} (?:all )?know\b|^ [a-z]+ know\b|^ the [a-z ]+ know\b"),
    "own": regex(r"^ (?:it|this|that|the)\b"),
    "leave": regex(r"^ (?:a (?:note|message|voicemail|comment|reply)|(?:him|her|them) a)\b"),
    "stay": regex(
        r"^ (?:.*\bto (?:talk|help|finish|discuss|meet|fix)\b"
        r"|on the (?:line|phone|call) with (?:you|him|her|them|the)\b"
        r"|with (?:you|him|her|them) (?:on the (?:line|phone|call)|until|till|while)\b)"
    ),
    "wait": regex(r"^ .*\b(?:and|then) (?:i'll )?(?:send|call|write|reply|answer)\b"),
    "pass": regex(r"^ (?:you|it|this|that|them|him|her|the|on (?!this|that|it\b)|along)\b"),
    "hear": regex(r"$^"),
    "want": regex(r"$^"),
}
"""After "I will" the verbs of states promise nothing (`promise_verbs.STATES`), unless they go on like this."""

# --- after a verb of acts: to whom, or for oneself
TO_SOMEONE = regex(
    rf"\b(?:{_PARTNER}|the (?:caller|guest|account|buyer)|back|feedback|update|reply|refund|email|e-mail|mail|message"
    r"|phone|call|ticket|answer|copy|details|info|information|report|draft|invoice|credit|replacement)\b"
)
WITH_OTHERS = regex(
    r"^ (?:in |back |it |this |that )?(?:with|by) (?:the |our |my |their )?(?!me\b|it\b|that\b|this\b)[a-z]+"
)
FOR_YOU = regex(
    r"\b(?:for (?:you|her|him|them)|as we speak|(?:right )?now+"
    r"|to (?:him|her|them) (?:now|as|(?:right |straight )?after|before|first)"
    r"|(?:him|her|them) (?:in|back|at|first|right|straight|after|before|once)"
    r"|in a (?:sec|minute|moment|few|bit|mo)|to follow|goes out|right up|on its way)\b"
)
AFTER_CAN = regex(r"\b(?:for you|to you|you|your|for (?:her|him|them))\b")
OWN_OBJECT = regex(
    r"^(?:[a-z'-]+ (?:home|away|off(?! (?:the|an?|his|her|their|your|some|our)\b)|there(?! to)|back home"
    r"|for (?:lunch|a (?:walk|run|beer|coffee))\b|to (?:bed|lunch|dinner|sleep|spain"
    r"|the (?:gym|dentist|doctor|beach|toilet|shop))|(?:monday|tuesday|wednesday|thursday|friday|tomorrow|today) off"
    r"|my (?:phone|laptop|machine|computer|pc|kids?|car|dog|head|mind|desk|hair|results|exam|time)\b"
    r"|you (?:why|who)\b|(?:it|that|this)? ?as an?\b(?! (?:action|task|to-?do|follow[- ]?up|ticket|bug|homework))"
    r"|what i can get|your word|you (?:an?|some|a few|a couple of|one)"
    r" (?:(?:more|security|quick|other) )*questions?\b|(?:you|him|her|them) (?:that|credit|this much)\b"
    r"|(?:the|that) (?:blue|red|green|black|white|first|second|last|next|later|earlier|cheaper|other|same|small"
    r"|large|double|single) (?:one|option|flight|train|seat|branch)(?=$|[,.!]| please| then| for now)"
    r"|by (?:card|cash|car|bus|train)|out of\b|used to|wet|lost|stuck|locked|fired|old|rich|sick|tired|killed"
    r"|charged|(?:an? )?(?:error|errors|timeout|null|404|500|duplicates|warning|exception)\b|a [45]\d\d\b)"
    r"|(?!(?:re)?book |reserve |arrange |organi[sz]e |cancel )[a-z'-]+ (?:(?:a|an|my|the|some|another|quick|night) )*"
    r"(?:lunch|dinner|breakfast|coffee|beer|nap|shower|walk|train|stairs|bus|day off|days off|break|headache|holiday"
    r"|vacation|time off)\b(?! and))"
)
"""A verb with what one does for oneself, or with what happens to one; who books a train does so for somebody."""
GO_WITH = regex(
    r"(?:go|stick|stay) with\b(?! (?:you|him|her|them) (?:on|until|till|while)\b)"
    r"|make (?:sure|certain) (?:that )?(?:my|i (?:have|'ve|am|eat|sleep|leave|pack|wear))\b"
    r"|work (?:from|remotely)\b|get back to (?:work|sleep|bed)\b|keep (?:it|that|this) in mind\b"
    r"|go (?:and )?(?:grab|get|have|buy|eat) (?:(?:a|an|my|some|the) )*(?:lunch|dinner|breakfast|coffee|beer|food"
    r"|tea|snacks?|drinks?|water)\b(?! for| and)"
)
SEES_TO = regex(
    r"(?:(?:make (?:absolutely |very )?(?:sure|certain))"
    r" (?:that )?(?:you|your|his|her|their|he|she|they|mrs?|ms|dr|everyone"
    r"|the (?:customer|client|guest|family|tenant|patient|caller)s?)\b(?!"
    r" (?:read|know|understand|use|have to|never|all know)\b)|see to (?:it|that)\b)"
)
"""Whoever makes sure of something for people stands for it."""
THEIR_OWN = regex(
    r"(?:upgrade|downgrade|switch|swap|split|unlock|rename|tag)"
    r" (?:you|him|her|them|(?:your|his|her|their|the (?:customer|client|guest|tenant|caller|patient|buyer)'s)"
    r" (?:[a-z]+ )?(?:line|cabin|seats?|room|plan|account|contract|tariff|booking|reservation|subscription"
    r"|tickets?|ticket|membership|order|unit|meter|package|table|class|phone line|broadband|machine|bike|car"
    r"|flight|berth|policy|tyres?|part|boiler|pump|lock|licence|license|invoice|payments?|bill))\b"
)
"""Steps of one's own, mostly, but here taken with what is a customer's."""
LEAVING = regex(r"^ (?:to )?(?:leave|go|run|drop off|head out|step out|pick up my|sleep|eat)\b")
CODE = regex(
    r"\b(?:branch|branches|staging|master|main|repo|variable|function|class|parser|index|diff|commits?|migration"
    r"|database|postgres|redis|kernel|partition|distro|ubuntu|boot|usb|grub|sudo|apt|config|script|library"
    r"|framework|compiler|refactoring|codebase|kubernetes|api v?\d|terminal|man ?pages?|nightly|lexer|refactor"
    r"|strace|dmesg|linter|gnome|kde|xorg|bios|iso|live ?cd)\b"
)
"""Plans about code and machines: work, not a promise to a customer."""

# --- whose clause it is, where no subject is said
OTHERS_BEFORE = regex(r"\b(?:he|she|they|it|who|is|are|was|were|has|had|will|mr|mrs|dr|team)\b")
"""Before a clause without its subject these say that the subject is someone else."""
OWN_BEFORE = regex(
    r"^(?:(?:sorry|sry|soz|apologies|my bad|yeah|ok|okay),? )?"
    r"(?:i (?:was|am|will|won't|have|had)|i'm|i've|i'd|was (?=ooo|out|away|off|in|at|on|busy|asleep|sick|travel))"
)
"""… unless it was the writer who was out, or has been busy: then only other people can be meant."""
PEOPLE_BEFORE = regex(r"\b(?:he|she|they|who|(?:mr|mrs|dr)(?!\.? [\w-]+'s\b)|team)\b")
"""… where what is somebody's ("Dr Mensah's question") is not yet they themselves."""
OF_THINGS = regex(
    r"^(?:do (?:the (?:trick|job)|nicely|fine|well|for now|just fine)\b"
    r"|take (?:an? |some |about |around |another |two|three|four|\d|ages|long|forever|until|me |us |time)"
    r"|work(?:$|[.!,]| (?:for|like|fine|out|well|with|as)\b)|go (?:live|away|up|down|wrong|smoothly)\b"
    r"|run (?:until|till|for|from)\b|start (?:on|at|in|by) (?:the \d|\d|mon|tue|wed|thu|fri|sat|sun|[a-z]+ \d)"
    r"|help(?:$|[.!]| a (?:lot|bit))|pay (?:by|on|until)\b"
    r"|get (?:an?|the|his|her|their) (?:[a-z]+ )?(?:refund|credit|mail|e-?mail|notification|error)\b"
    r"|ship (?:when|with|in|once) )"
)
"""What is left out before this "will" is a thing, or somebody else: "will do the trick", "will take a while"."""
