"""The English shapes of an offer without "I will": what one does not mind, could do, or takes upon oneself."""

from __future__ import annotations

from bot.understanding.english.promise_words import START
from bot.understanding.patterns import glued, joined

_FOR_PEOPLE = glued(
    r"""
    (?:call|ring|phone|text|message|e-?mail|write|send|draft|prepare|make|take|do|cover|handle|run|fetch|collect
    |pick\ up
    |drive|bring|show|check|look|translate|print|book|arrange|organi[sz]e|host|answer|reply|ask|tell|talk|speak
    |visit|meet
    |help|fix|repair|review|read|proofread|post|deliver|clean|bake|cook|sew|paint|put|set|swap|lend|walk|pop|drop
    |stop|go)
    """
)
_WHOSE = r"(?:the|that|this|it|him|her|them|his|their|your|you|all|both|one|some|an?|to|with|through|by|over|round|out)"
DONT_MIND = joined(
    r"""
    \b(?<!that\ )(?<!if\ )(?<!why\ )i\ (?:don't|do\ not|really\ don't)\ mind\ (?P<verb>(?:call|ring|phon|text
    |messag|e-?mail
    |writ|send|draft|prepar|mak|tak|do|cover|handl|runn?|fetch|collect|driv|bring|show|check|translat|print|book
    |arrang
    |organi[sz]|host|answer|ask|tell|talk|speak|visit|meet|fix|repair|review|proofread|post|deliver|look
    |going\ and\ ask
    |swapp?|stay|step|fill|deal|open|clos|lead|present)ing)(?P<rest>\ (?:on\ |over\ |to\ |with\ |after[ ]
    |in\ |out\ |back\ )?
    (?:the|that|that\ one|this|it|him|her|them|his|their|your|you|mrs?|ms|dr)\b
    (?!\ (?:a\ (?:day|night)|dishes|washing|hoovering|cooking|laundry|blame|stairs|bus|train|tram|risk|time|heat
    |rain|cold
    |noise|same|odd|occasional|extra|overtime|truth|joke|price|long\ way))[^.;!?]*)
    """
)
"""Work for others that one does not mind: "I don't mind doing the phone rota"."""
COULD = joined(
    rf"""
    (?:{START})i\ could\ (?:also\ |then\ |just[ ]
    |quickly\ |always\ )?(?P<verb>{_FOR_PEOPLE})(?P<rest>\ {_WHOSE}\b[^.;!?]{{0,80}}?
    ,?\ if\ (?:you\ (?:like|want|wish|prefer|need)|you'd\ (?:like|prefer|rather)|(?:that|it|this)\ (?:helps?
    |would\ help|makes\ (?:it
    |things)\ easier|is\ easier|'s\ easier|suits))(?:\ (?:me\ to|you|them|him|her))?)(?=$|[.,;!])
    """
)
"""What one could do if the other likes: "I could draft the letter to them if you like"."""
CAN_ASK = joined(
    r"""
    \bi\ can\ (?:also\ |then\ |just\ |always\ )?(?P<verb>ask|call|ring|phone|text|message|e-?mail|write\ to
    |check\ with|talk\ to
    |speak\ to|speak\ with|talk\ with)(?P<rest>\ (?:my|our)\ (?:old\ |other\ |former\ )?(?:contacts?|colleagues?
    |cousin|brother|sister
    |uncle|aunt|friends?|neighbou?rs?|boss|manager|suppliers?|accountant|lawyer|landlord|agent|dealer|rep|guy|people
    |team|partner|printer\ in|translator|engineer|technician|driver|courier|chef|doctor|vet|bank|warehouse|office
    |insurer
    |notary|architect|foreman|electrician|plumber)\b(?!\ from\ (?:the|my)\b|[^.;!?]*\ (?:about|for|with|on|to)\ my\b)
    [^.;!?]*)
    """
)
"""Whom one knows and can ask for the others."""
GLAD_TO_COME = joined(
    r"""
    ^(?:(?:come|drop|stop|swing|pop|pass|drive|call)\ (?:by|over|round|around|in\ (?:on|at|and|to)|out(?:\ (?:to
    |and|on))?|back)
    |go\ (?:over|out|round|there|down|up|back|and)(?:\ (?:there|to\ [a-z]+))?\ (?:and\ )?(?=talk|speak|see|look
    |check|meet|ask|help|explain
    |show|pick|fix|collect|measure|apologi[sz]e|fetch|bring)|go\ and\ (?=talk|speak|see|look|check|meet|ask|help
    |explain|show|pick)
    |meet\ (?:you|him|her|them|the|mrs?|ms|dr))\b
    """
)
"""Whoever is glad to come to a customer offers it, where it is told when, or what for."""
TAKES_UPON = joined(
    r"""
    \b(?:i|we)(?:'ll|\ will)?\ take\ it\ (?:up)?on\ (?:me|us|myself|ourselves)\ to\ (?P<verb>[a-z]+)(?P<rest>[^.;!?]*)
    """
)
DO_THE_PART = joined(
    rf"""
    ^(?:{START})(?:then\ )?i\ (?:do|take|handle|write|cover|make|draft|answer)\ (?:the|this|that|his|her
    |their)\ (?:[a-z]+\ )?
    (?:reply|answer|response|mail|e-?mail|call|letter|quote|refund|ticket|report|follow-?up|invoice|visit|paperwork
    |complaint|case|offer)(?:\ (?:then|now|myself|to\ (?:him|her|them)|for\ (?:him|her|them)))?[.!]*$
    """
)
"""The whole line, in the plain present: "k. i do the reply"."""
WHAT_WE_DO = joined(
    r"""
    \bwhat\ (?:i|we)(?:'ll|\ will|\ can|'m\ going\ to|'re\ going\ to)\ do(?:\ for\ you)?,?(?:\ (?:(?:mrs?|ms
    |dr)\.?\ )?[a-z'-]+(?:\ [a-z'-]+)?,)?
    \ is\ (?:to\ )?(?P<verb>[a-z]+)(?P<rest>\ (?:you|your|him|her|them|his|their|the|an?|some|this|that|it)\b[^.;!?]*)
    """
)
"""What is done, told after its announcement: "what we can do, Mrs Brandt, is send a mechanic"."""
ACTS = (
    ("offered what", WHAT_WE_DO),
    ("offered mind", DONT_MIND),
    ("offered could", COULD),
    ("offered can ask", CAN_ASK),
)
HINTS: dict[str, tuple[str, ...]] = {
    "what": ("what ",),
    "mind": (" mind ",),
    "could": ("i could ",),
    "can ask": ("i can ",),
    "upon": ("take it ",),
}
"""A shape can only be there if one of these is."""
