"""Complaints that ask: why it still does not, where theirs is, whether that is normal, what is going on.

Rows as in `unsaid_blame`; the groups of words stand here. Questions that want to know something begin otherwise.
"""

from __future__ import annotations

from bot.understanding.english.unsaid_classes import signed_with
from bot.understanding.patterns import any_of

GROUPS = {
    "<mine>": any_of("my, our, the, your, this, that, it, i, we, you, they, there, @\\w+, every, all, nobody"),
    "<nice>": any_of(
        "pretty, good, great, cute, nice, kind, cool, amazing, beautiful, tasty, delicious, perfect, lovely, addictive"
    ),
    "<looked-for>": any_of(
        "nearest, closest, local, favou?rite, best, next, team, fans?, people, girls, boys, friends"
    ),
}
asking = signed_with(GROUPS)

BLAMED_ASKED = (
    asking(
        "why",
        1.8,
        "asks in anger",
        r"why (?:won'?t|can'?t|isn'?t|doesn'?t|aren'?t|don'?t|didn'?t|hasn'?t|haven'?t|wasn'?t|can (?:i"
        r"|we) not) <mine>(?! (?:all|just)? ?(?:make|try|do|join|come|have more))(?! (?:<w> )?(?:more|other) )",
    ),
    asking(
        "why",
        1.1,
        "asks in anger",
        r"why (?:is|are|does|do|did|has|have|am|was|were|would|must|can"
        r"|should) <mine>(?! (?:<w> )?so <nice>)(?! (?:<w> ){0,4}?<nice>)"
        r"(?! (?:called|named|known as|so hard to (?:choose|stop|leave|decide|pick|resist|put)))",
        r"why (?:on earth|the hell|tf|not just|no|so many|bother|even)",
    ),
    asking(
        "any reason",
        1.4,
        "asks in anger",
        r"any (?:particular |good )?(?:reason|explanation|idea why|clue why|update|updates|eta|news|progress"
        r"|chance of (?:a|an|my|actually|getting|someone))(?: <w>){0,2}? (?:why|my|the|that|you|for|on|when|about|we"
        r"|i|it)",
    ),
    asking(
        "normal usual acceptable standard only me anyone anybody holiday asleep broken down joke run staffed made"
        " closed dead",
        0.9,
        "asks in anger",
        r"is your (?:whole |entire )?(?:<w> ){0,3}?(?:on holiday|asleep|broken|down|a joke|run by|staffed by|made of"
        r"|closed|dead)",
        r"is (?:it|this|that) (?:really |even |actually )?(?:normal|usual|acceptable|standard)(?! (?:delivery|size"
        r"|shipping))|is it (?:just|only) me|(?:anyone|anybody) else (?:having|getting|seeing|unable|with|can'?t|lost"
        r"|stuck)",
    ),
    asking(
        "where wheres",
        1.3,
        "asks in anger",
        r"where(?:'?s| is| are|'?re| has| have| did| the (?:hell|heck|f\w*) (?:is|are)) (?:my"
        r"|our)(?! (?:<w> )?<looked-for>)",
    ),
    asking(
        "what whats",
        1.1,
        "asks in anger",
        r"what(?:'?s| is| the (?:hell|heck) is)(?: exactly| actually)? (?:going on|happening|up with|wrong with"
        r"|the (?:hold ?up|problem|issue|excuse|delay|deal with|point of (?:having|paying|a|an|your)))(?! (?:at|in|on"
        r"|this|tonight) )",
        r"what (?:am i|are we|do i|do we) (?:supposed|meant|paying)",
    ),
    asking(
        "how",
        1.2,
        "asks in anger",
        r"how (?:do|did|does|can|could|is|are) (?:you|they|a|an|anyone|someone|one|it|this)(?: <w>){0,2}? (?:forget"
        r"|lose|mess|miss|justify|expect|still|supposed|not|fail|charge|sell|screw|think|call|sleep)"
        r"|how (?:do|did|can|could|am) i(?: <w>)? (?:still|supposed|not|miss|justify|sleep)|how come"
        r"|how (?:long|many|much longer|much more)(?: <w>){0,3}? (?:must|should|till|until|before|supposed|again|keep"
        r"|wait|fix|fixed|times|to (?:fix|answer|reply|refund|get))",
    ),
    asking(
        "when ever",
        1.0,
        "asks in anger",
        r"(?:are you|will you|will i|will it|is it)(?: <w>){0,4}? ever|when(?: <w>){0,4}? (?:ever|fix|fixing|fixed"
        r"|finally|actually|get my|be (?:working|fixed|back (?:up|on))|back (?:up|online)|stop|refund)(?= |\?)",
    ),
    asking(
        "so and then but",
        0.8,
        "asks in anger",
        r"(?:(?<=^)|(?<=[.!?,] ))(?:so|and|then|but) (?!what time|when|do you|can|is there|are there|will|could|does"
        r"|any|which|where can|excited|happy|glad|good|cool|cute|are you)(?:[^.!?\n]{4,90})\?",
    ),
)
"""Asked after `BLAMED_EVENTS`."""
