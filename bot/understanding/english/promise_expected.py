"""The English shapes of a promise that goes on from something idle, that others carry out, or that may be expected."""

from __future__ import annotations

from bot.understanding.english.promise_words import I_WILL, START, WE_WILL
from bot.understanding.patterns import glued, joined

_TELLING = glued(
    r"""
    (?:tell|ask|call|phone|ring|e-?mail|text|message|ping|inform|notify|update|remind|reassure|thank|warn
    |contact)
    """
)
_MAKING = glued(
    r"""
    (?:send|write|reply|answer|visit|help|respond|get|give|forward|show|explain|fix|patch|sort|refund|replace|return|bring|drop|drive|take
    |book|arrange|prepare|draft|post|deliver|finish|make|bake|cook|sew|paint|build|print|file|redo|rewrite|re-?cut
    |remake|reconcile|translate|correct|adjust|clean|repair|mend|pick|collect|fetch|hand|pay|transfer|cancel|talk|speak
    |apologi[sz]e|read|go\ (?:over|through)|check|review|look|work|run|do|lend|carry|ship|order|add|put|move|proofread)
    """
)
_THEIRS = r"(?:you|your|him|his|her|them|their|everyone|the\ (?:customer|client|guest|tenant|caller|patient|buyer))"
_NOT_SELF = r"(?!me\b|my\b|it\b|myself\b|that\b|this\b|for\b|if\b|a\ friend|in\b|at\b|and\b)"
AND_THEN = joined(
    rf"""
    \b(?:{I_WILL}|{WE_WILL})\ (?!not\b|never\b|see\ if\b|believe\b|forget\b|wait\b|need\b|want\b|hope\b|wonder\b|let\b
    |know\b|die\b|lose\b|miss\b)(?:(?!and\b|when\b|if\b|that\b)[\w'-]+,?\ ){{1,9}}?and\ (?:then\ |also\ )?
    (?P<verb>{_TELLING}(?=\ (?:to\ )?{_NOT_SELF}[\w'-])
    |(?:{_TELLING}|{_MAKING})(?=\ (?:(?!and\b|or\b)[\w'-]+\ ){{0,6}}?{_THEIRS}\b))
    (?P<rest>\ [^.;!?]*)
    """
)
"""After an idle act the one that counts: "I'll skip lunch and drive the part over to them"."""
HAVE_DO = joined(
    r"""
    ^\ (?:(?:the|our|my|an?|one\ of\ (?:the|our|my))(?:\ [a-z'/-]+){1,3}?|(?:someone|somebody)(?:\ (?!to\b)[a-z]+){0,4}?
    |(?!to\b|been\b|a\b|no\b|any\b|had\b)[a-z]+)
    \ (?:(?:e-?mail|call|write|send|print|sign|copy|scan|fax)\ (?:or|and)\ )?
    (?:bring|carry|check|look|call|ring|phone|send|write|mail|email|fax|text|fix|repair|replace|pull|clean|sweep|make
    |prepare|set|deliver|pick|drop|drive|come|fetch|get|take|put|move|measure|sign|print|post|wrap|show|walk|meet|reply
    |answer|contact|reach|speak|talk|explain|process|update|run|cut|paint|mend|adjust|test|inspect|cover|escort|hand
    |help|reset|restore|go)
    \ (?:him|her|them|you|it|your|his|their|the|an?|up|out|over|on|at|in|into|round|around|back|down|to|with|through
    |this|that|these|those|extra|some|another|by|for|everyone|all)\b
    """
)
"""After "I'll have": who does it for us, "the porter carry her trunk up"."""
_DUE_THING = glued(
    r"""
    (?:(?:my|our)\ (?:[a-z]+\ )?[a-z]+|(?:an?|the|your|his|her|their)\ (?:(?:new|first|full|short|written|draft|revised
    |corrected|final|updated|proper|detailed)\ )?
    (?:answer|reply|response|mail|e-?mail|message|call|callback|visit|update|report|refund|replacement|quote|estimate
    |offer|draft|drafts|sketch|sketches|invoice|letter|parcel|fix|summary|comments|feedback|notes|numbers|figures
    |results|proposal|contract|confirmation|plan|proofs?|samples?|keys|photos|drawings|statement|apology))
    """
)
EXPECT = joined(
    rf"""
    (?:{START})(?:please\ |kindly\ |you\ can\ |you\ may\ |she\ can\ |he\ can\ |they\ can\ )?expect\ {_DUE_THING}\b
    (?!\ (?:from\ (?!me\b|us\b)|of\ |by\ (?:him|her|them|the\ (?!end|\d))))
    """
)
"""What the reader may wait for: "expect my comments by noon"; needs a moment."""
ASSURED = joined(
    r"""
    \brest\ assured,?\ (?:that\ )?(?:i|we|you|your|he|she|they|our|her|his)\b
    (?:(?:\ (?!never\b)[\w'-]+){0,6}?\ (?:will|is\ going\ to|are\ going\ to)\b|'ll\b)(?!\ (?:never|not)\b)
    |\b(?:i|we)(?:\ can|'ll|\ will)?\ (?:fully\ |personally\ |hereby\ )?guarantee\ (?:you\ )?(?:that\ )?
    (?:you|your|the|he|she|they|our|her|his)\b
    (?:(?:\ [\w'-]+){0,6}?\ (?:will|is\ going\ to|are\ going\ to)\b|'ll\b)
    (?!\ (?:never|not|love|regret|like|hate|be\ (?:sorry|happy|surprised))\b)
    """
)
LEAVES_US = joined(
    rf"""
    (?:{START})(?:the|your|our|my|her|his|their)\ (?:[a-z]+\ ){{1,3}}?(?:leaves|is\ leaving|goes\ out\ of|will\ leave)
    \ (?:my|our)\ (?:desk|office|hands?|table|workshop|warehouse|shop|lab|house|bakery|kitchen|depot|studio|factory|dock
    |yard|plant|store|press|bench)\b
    """
)
"""A thing goes out from where we work; needs a moment."""
PUT_DOWN = joined(
    rf"""
    (?:{START})(?:you\ can\ |you\ may\ |just\ |please\ |yeah,?\ |so\ )?put\ (?:me|my\ name)\ down\ for
    \ (?:the|that|this|his|her|their|it|those|these)\b
    (?![^.;,!?]{{0,30}}\b(?:menu|meal|lunch|dinner|vegetarian|vegan|fish|chicken|beef|steak|course|class|raffle
    |newsletter|list|quiz|game|match|drinks?|coffee|beer|party|trip|lottery|race|marathon|t-?shirt)\b)
    """
)
"""Work that one takes by name."""
THE_ONE_TO = joined(
    r"""
    \b(?:let\ me|lemme|i'll|i\ will)\ be\ the\ one\ (?:to|who|that)
    \ (?P<verb>(?!(?:blame|know|feel|pay|suffer|lose|say|admit|ask)\b)
    [a-z]+)(?P<rest>\ [^.;!?]*)
    """
)
POSTED = joined(
    r"^keep\ [a-z' ]{2,30}?\ (?:posted|updated|informed|in\ the\ (?:loop|picture)|up\ to\ (?:date|speed))\b"
)
"""After "we'll": "keep you posted"."""
HINTS: dict[str, tuple[str, ...]] = {
    "and then": (" and ",),
    "expect": ("expect ",),
    "assured": ("assured", "guarantee"),
    "leaves": (" leav", " goes out of "),
    "put down": ("put me down", "put my name down"),
    "the one": (" be the one ",),
}
"""A shape can only be there if one of these is."""
