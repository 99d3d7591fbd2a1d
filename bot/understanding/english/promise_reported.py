"""The English shapes of a promise that is reported: "told Ada that her bike would be ready tonight"."""

from __future__ import annotations

from bot.understanding.english import promise_ways as ways
from bot.understanding.english.promise_words import ACTING, START
from bot.understanding.patterns import glued, joined

_LEAD = glued(
    rf"""
    (?P<lead>(?<!\bas\ )(?<!\blike\ )\b(?:i|we)(?:'ve|'d|\ have|\ had)?\ (?:just\ |already\ |also\ |now\ |then\ )*
    |(?:{START})(?:(?:have|having|just|already|also|now)\ )*)
    """
)
_NAME = glued(
    r"""
    (?:(?:mrs?|ms|dr|st|prof|sr)\.
    |(?!(?:i|we|me|us|you|he|she|they|it|that|if|not|no|about|how|why|what|when|who|to|because|was|is|are|were|myself
    |ourselves|and\ (?:i|we|he|she|they|it))\b)[^\s,.;:!?()"]+)[ ]
    """
)
_TO_THEM = glued(
    rf"""
    (?P<told>(?:(?P<assures>assured|promised|guaranteed)|told|informed|notified|reassured|messaged|texted
    |e-?mailed|wrote|answered
    |(?:said|wrote|confirmed|written|promised|replied)\ (?:to|with)|confirmed
    |agreed\ with)\ (?P<whom>(?:{_NAME}){{1,8}}?)
    |let\ (?P<let>(?:{_NAME}){{1,6}}?)know\ |(?P<word>(?:gave
    |given)\ (?:(?:{_NAME}){{1,6}}?)?my\ word\ (?:to\ (?:{_NAME}){{1,8}}?)?))
    (?:that\ |saying\ (?:that\ )?)?
    """
)
_SAID = r"(?P<said>said|promised|confirmed|guaranteed)\ (?:that\ )?"
_SURELY = glued(
    r"""
    (?:(?:also|all|both|then|definitely|now|still|just|gladly|soon|again|certainly|of\ course)\ )*
    """
)
_WE_WILL = glued(
    rf"""
    (?:i|we)(?:'d|'ll|\ would|\ will|\ shall)\ {_SURELY}(?P<verb>[a-z][a-z'-]*)(?P<rest>[^;!?]*)
    """
)
_WE_ARE = glued(
    rf"""
    (?:i'm|i\ am|we're|we\ are)\ {_SURELY}(?P<doing>(?:{ACTING}|coming|dropping|delivering|driving|visiting|swapping
    |returning|collecting|fetching|finishing)\b(?!\ (?:from|to\ terms|down\ with)\b))
    """
)
_NOT_BY_OTHERS = glued(
    r"""
    (?!(?:\ [a-z'-]+){0,3}?\ by\ (?!(?:us|me|our|then|now|noon|tomorrow|tonight|today|midday|lunch|end|eod|cob
    |next|mid
    |early|close|[a-z]+day|\d+\w*|january|february|march|april|may|june|july|august|september|october|november
    |december
    |christmas|easter|the\ (?:end|\d+\w*|weekend|time|first|second|third|summer|autumn|winter|spring|holidays?))\b))
    """
)
_NOT_FROM_OTHERS = r"(?![^.;!?]{0,60}?\ from\ (?!(?:me|us|our|my|here|[a-z]+day|\d+|tomorrow|next|now|may)\b))"
_NO_WORK_OF_OURS = glued(
    r"""
    (?:closed|delayed|limited|needed|required|pleased|used|tired|bored|fined|charged|surprised|disappointed
    |discontinued
    |expected|postponed|rejected|declined|missed|allowed|flooded|crowded|packed|supposed|interested|involved|tempted
    |blocked|banned|arrested|towed|fired|sued|cancelled|canceled|refused|wasted|ruined|annoyed|excited|worried|scared
    |red|bed|shed|need|indeed|appreciated|loved|liked|hated|increased|raised|forced|obliged|asked|invited|stranded
    |covered)
    """
)
_DONE = glued(
    rf"""
    (?:(?!{_NO_WORK_OF_OURS}\b)(?:[a-z]+ed|{ways.DONE}|done|made|built|set|sewn|cut|hung|laid|drawn|swept|bound
    |re[a-z]+(?:un|ilt|wn|aid|ung)))
    """
)
"""What is done to a thing; what happens to it without us is none of these."""
_PERSON_DONE = glued(
    r"""
    (?:called|phoned|rung|contacted|informed|notified|updated|refunded|credited|reimbursed|compensated|paid|picked\ up
    |collected|fetched|visited|served|moved|upgraded|rebooked|sent|given|kept|hearing\ from|getting|receiving)
    """
)
_THING = glued(
    r"""
    (?:it|this|that|everything|(?:the|her|his|their|our|my|its|both|all|an?|one)
    (?:\ (?!(?:i|we|he|she|they|it|that|would|will|is|was|and|or)\b)[^\s,.;:!?()"]+){1,5}?)
    """
)
_THEY_WILL = glued(
    rf"""
    (?:he|she|they)(?:'d|'ll|\ would|\ will)\ {_SURELY}(?:
    have\ (?:it|them|this|that|these|everything|all|her|his|their|our|my|the|two|three|four|some(?:one|body
    |thing)|news
    |word|an?\ (?!(?:great|good|lovely|hard|nice|wonderful|chance|problem|time|point|choice|right|look|think|word)\b))
    |(?:get|receive)\b(?!\ (?:over|used|wet|cold|hungry|bored|rid|lost|into|on|off|away|by|old|sick|it\ wrong
    |what|nothing|better|worse
    |an?\ (?:fine|penalty|ticket|bill|cold|shock|surprise|headache))\b)
    |hear\b(?!\ (?:an?|the|it|him|her|music|nothing|no)\b)
    |be\ {_PERSON_DONE}\b{_NOT_BY_OTHERS}){_NOT_FROM_OTHERS}
    """
)
_IT_WILL = glued(
    rf"""
    {_THING}(?:'d|'ll|\ would|\ will)\ {_SURELY}(?:
    be\ (?:fully\ |all\ |back\ |both\ |completely\ |properly\ )?(?:{_DONE}\b|ready\b|finished\b|back\b
    |up\ (?:and\ running
    |by\b|again)|on\ (?:its|their)\ way|with\ (?:him|her|them)\b|in\ the\ post|at\ (?:his|her|their)\ (?:door
    |place|gate)
    |as\ good\ as\ new){_NOT_BY_OTHERS}
    |go\ (?:out|off|in\ the\ post)\b|ship\b|follow\b|(?:run|work)\ again\b)
    """
)
_THEY_GET = glued(
    rf"""
    (?:(?:he|she|they)\ (?:gets?|receives?|hears?\ (?:from|back)|is\ getting|are\ getting
    |ha(?:s|ve)\ (?:it|them|an?|the|her|his|their|our)\b)
    {_NOT_FROM_OTHERS}|{_THING}\ (?:goes\ (?:out|off|in\ the\ post)|ships|follows|is\ (?:coming|sent|on\ (?:its
    |the)\ way))\b)
    """
)
_IT_DOES = rf"{_THING}(?:'ll|'d|\ will|\ would|\ (?!was\b|had\b|has\b)[a-z]+s)(?!\ (?:not|never|no|rain|snow)\b)\b"
REPORTING = joined(
    r"""
    \b(?:told|promised|assured|guaranteed|informed|notified|reassured|messaged|texted|e-?mailed|wrote|written
    |answered|replied
    |said|confirmed|agreed\ with|let|gave|given)\b
    """
)
LEADING = joined(rf"{_LEAD}$")
"""What may stand right before it: who tells it, or that it is who writes."""
TOLD_WE = joined(rf"{_LEAD}{_TO_THEM}(?:{_WE_WILL}|{_WE_ARE})")
"""Told to somebody, with what we do: "told Ada and her sister we'd repaint it"."""
TOLD_THEY = joined(rf"{_LEAD}{_TO_THEM}(?:{_THEY_WILL}|{_IT_WILL}|(?P<now>{_THEY_GET}))")
"""… with what they get, or what is done to a thing."""
GAVE_WORD = joined(rf"{_LEAD}{_TO_THEM}{_IT_DOES}")
"""… with what happens, for which we stand with our word."""
SAID_WE = joined(rf"{_LEAD}{_SAID}{_WE_WILL}")
SAID_THEY = joined(rf"{_LEAD}{_SAID}(?:{_THEY_WILL}|{_IT_WILL})")
"""Said, and not to whom."""
TALKED_TO = joined(
    r"""
    ^(?:just\ |ok,?\ |okay,?\ |so\ |yes,?\ |done,?\ )*(?:(?:got|just)\ )?(?:spoke|called|rang|phoned|talked|met
    |saw|wrote
    |e-?mailed|texted|answered|replied|apologi[sz]ed|refunded|off\ the\ phone|on\ the\ phone|caught|visited|i\b
    |i've\b)
    """
)
"""How a sentence begins whose next clause is its writer's, too."""
NOT_TO_DO = joined(
    r"""
    (?:not|never|rather|think|consider|look\ forward|prefer|try\ not|have\ to|need|be\ (?!able\ to|there|back
    |round|over|out
    \ (?:there|to|at|on)|with|in\ touch|at|done|ready|finished|happy\ to|glad\ to|on\ (?:it|site|my\ way)|by\b
    |[a-z]+ing)
    |quit|resign|retire|run\ out|be\ (?:out\ of|back\ home|there\ in\ spirit)
    |see\ (?!to|what|if|whether|that|about)|get\ (?:home|back\ home
    |off\ work
    |over|used|fired|lost)|go\ (?:home|crazy|mad|to\ (?:bed|sleep)))\b
    """
)
"""What was told to be left, or how things would be: "told her we'd never do that", "… I'd be late"."""
HAD_DONE = joined(
    r"""
    (?:already|been|had|done|gone|sent|left|paid|told|said|made|met|lost|found|bought|brought|taken|given|got|gotten|kept
    |held|heard|seen|spoken|written|sold|built|rebuilt|begun|broken|chosen|driven|eaten|fallen|flown|forgotten|frozen
    |grown|known|laid|led|lent|meant|ridden|rung|risen|shown|slept|spent|stolen|taught|thought|thrown|torn|understood
    |won|worn|shorn|sworn|drawn|withdrawn|dealt|felt|fought|hung|hidden|stood|stuck|swept|sewn|sunk|bound|fed|bred|agreed|freed
    |guaranteed|(?!(?:shed|shred|wed|embed)\b)[a-z]+(?<!e)ed)\b
    """
)
"""What follows on "we'd" where that is "we had": "told her we'd sent it on Tuesday"."""
GOES_BY_ITSELF = joined(
    r"\b(?:alarms?|sirens?|bells?|buzzer|power|heating|water|lights?|electricity|gas|boiler|pumps?|timer)\b[^.;!?]{0,20}"
    r"\bgo\ (?:off|out)\b",
)
"""What goes off or out and is sent to nobody."""
TO_THEM = joined(
    r"""
    (?:come|drive|pop|drop|swing|go)\ (?:by|back|over|round|around|out|in\ and)\b
    |let\ [^.;!?]{2,60}?\ know\b|(?:tell|call|ring|phone|text|e-?mail|message|inform|notify|ask|send|give|show
    |bring|write\ to
    |meet|visit|help|pay)\ (?:the|our|mrs?|ms|dr)\b
    """
)
"""An act towards somebody, whom a name or a trade tells."""
KEPT_OR_LOST = joined(
    r"""
    \b(?:and|but|so)\ (?:then\ )?(?:i|we|it|that|he|she|they|nobody|no\ one|nothing|everybody)\ (?:did|didn't|was|were
    |wasn't|never|forgot|couldn't|lost|won|came|laughed|agreed\ not)\b
    |\blast\ (?:year|summer|winter|spring|autumn|month)\b|\b(?:years|months)\ ago\b|\bback\ (?:then|in\ \d+)\b
    |\bat\ the\ time\b
    """
)
"""It is over: "… and we did", "… but nobody did it"."""
