"""Which clause of a sentence is another's, or tells what was: the moment of a promise does not stand there."""

from __future__ import annotations

import re

from bot.understanding.english.time_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from bot.understanding.patterns import any_of, joined, regex

DAYS = "|".join(sorted(sorted({*WEEKDAYS, *MONTHS, *RELATIVE_DAYS}), key=len, reverse=True))
_SUBJECT = r"(?:i|we|you|he|she|they|it|that|this|there|the|their|his|her|our|my|will)\b"
BOUNDARY = joined(
    rf"""
    [;()\n]|\s[-\u2013]+\s|\s?\u2014\s?|,\s|\s(?=(?:but|because|cause|cos|cuz|though|although|whereas)\s)
    |\s(?=so\s(?!that\b|far\b|much\b|many\b|on\b|soon\b))|\s(?=(?:and|since|as|while|yet)\s{_SUBJECT})
    """,
    re.I,
)
"""Where one clause ends and another may begin."""
LEAD = regex(
    r"(?:[\s,:\"'*_-]{0,9}(?:and|but|so|because|cause|cos|cuz|since|as|though|although|while|whereas|yet|ok|okay"
    r"|well|yes"
    r"|yeah|hi|hey|fyi|btw|also|sorry|hm+|um|right|now|look|note)\b){0,3}[\s,:\"'*_-]{0,9}"
)
"""What may stand before the subject of a clause."""
PAST = (
    r"(?:[a-z]{2,}(?<!ne)(?<!fe)(?<!spe)(?<!inde)(?<!hundr)ed|wrote|came|went|said|told|sent|got|had|was|were"
    r"|wasn't|weren't|made"
    r"|left|rang|broke|lost|found|bought|paid|gave|took|saw|heard|met|spoke|sold|began|felt|forgot|fell|flew|held"
    r"|kept|knew"
    r"|ran|stood|thought|won|woke|chose|drove|brought|caught|didn't|did|hadn't|hasn't|haven't|never)"
)
_STATES = (
    r"(?:ends?|starts?|begins?|expires?|closes?|opens?|launch(?:es)?|wants?|needs?|asks?|expects?|leaves?|fl(?:y|ies)"
    r"|travels?|moves?|arrives?|returns?|says?|thinks?|hopes?|waits?"
    r"|goes(?! (?:out|to|off|back))|runs|lasts|meets?|marr(?:y|ies)|turns|retires?"
    r"|renews?|checks? (?:in|out)|comes?|falls|takes place|happens|lands|doesn't|don't|isn't|aren't|can't|cannot"
    r"|won't"
    r"|would like|must|should|plans?|presents?|demos?|announces?|visits?|migrates?|switch(?:es)?|rehearses?"
    r"|plays?|performs?|sings?|teach(?:es)?|speaks?|works|sits?|hosts?|holds?|sails?|departs?|boards?|trains|races"
    r"|competes?|graduates?|operates?|reopens?|resumes?|stops?|votes?|decides?|audits?|inspects?|stays?|lives?)"
)
_DELIVERED = (
    r"(?:all )?(?:done|ready|fixed|finished|live|online|sent|yours|with (?:you|them|her|him)|there|out|shipped"
    r"|delivered|posted|going|being|coming|on (?:its|the|their) way|fine|ok|okay|good|great|perfect|possible|doable"
    r"|realistic|what|when|set)\b"
)
_IS = rf"(?:is|are|isn't|aren't)\b(?! {_DELIVERED})"
_HAS = (
    r"(?:has|have|has got|have got)\b"
    r"(?= (?:an?|the|its|their|his|her|no|two|three|been|to|got|another|[a-z]+ed)\b)"
)
_VERB = rf"(?:{PAST}|{_STATES}|{_IS}|{_HAS})(?![\w'])"
_OTHERS = any_of("they, she, he, who, which, everyone, everybody, someone, somebody, nobody, people")
_FRONTED = r"(?:(?:on|last|since|from|until|next|this)\s(?:the\s)?[\w.]{1,12}\s)?"
_NO_SUBJECT = (
    r"(?:(?:i|we|you|it|that)(?:'\w+)?|this|there|by|on|before|after|until|till|at|in|within|for|from|to|with|if"
    r"|when|once"
    r"|as|please|let|lemme|will|can|could|yes|no|not|than|or|first|end|next|eod|eow|cob|noon|latest|around|about"
    r"|every"
    rf"|what|how|why|where|rather|instead|{DAYS})"
)
_NOT_WITHIN = r"(?:i|we|you|will|who|[a-z]+'ll|i'm|i've|we're|we've|you're|to|if|when|once|let|can|could|gonna)\b"
ANOTHERS = joined(
    rf"""
    {_FRONTED}(?:
      {_OTHERS}(?:'s|'re|'ve|'d)?\s(?!will\b|gets?\b|hears?\b|receives?\b|(?:have|has)\s(?:it|them|this|that
      |everything)\b)
      (?:[a-z]+ly\s|also\s|just\s|still\s|already\s|only\s)?[a-z]
    |(?:they|she|he|everyone)(?:'ll|\swill)\sbe\s(?:away|off|out|closed|back|gone|open|travel|abroad|busy|on\s)
    |(?:it|that|this|you|there)\s(?:[a-z]+ly\s|also\s|just\s)?
      (?:{PAST}(?![\w'])|(?:need|want|ask|expire|end|start|close)s?\b)
    |(?:you|they)'?re\s(?:away|off|out|travel)
    |(?:it's|it\sis|that's|this\sis)\sdue\b
    |(?!{_NO_SUBJECT}\s)(?:(?:the|their|his|her|its|an?|our|my|this|that|another|one|some)\s)?
      (?:(?!{_NOT_WITHIN})[\w'&./-]{{1,30}}\s){{1,6}}?{_VERB}
    )
    """
)
"""A clause whose subject is somebody else, or a thing: "they have a launch on Friday", "the contract ends in May"."""
_AWAY = (
    r"(?:away|off|out|ooo|on (?:leave|holiday|vacation)|travell?ing|abroad|busy|in meetings|closed|booked"
    r"|in [a-z]+ until)"
)
TOLD = joined(
    rf"""
    {_FRONTED}(?:i|we)(?:\s(?:already|just|only|also|both|really|actually))?\s{PAST}(?![\w'])
    |(?:i'm|i\sam|we're|we\sare|i've\sbeen|we've\sbeen|i'll\sbe|we'll\sbe)\s(?:still\s|all\s)?{_AWAY}\b
    |(?:i|we)(?:\shave|'ve)(?:\sgot)?\s(?:an?|another|no|two|three|our)\b
    |(?:i|we)\s(?:can't|cannot|couldn't)\b
    |(?:just\s|already\s)?(?!need\b){PAST}(?![\w'])
    |(?:can|could|would|will|do|does|are|is)\s(?:you|they|she|he|someone|anyone|somebody)\b
    """
)
"""What the writer tells of themselves, or asks: "I spoke to her on Monday", "I'm away until Friday"."""
TAIL = regex(
    rf"(?:at|in|on|from|to|around|with|of|near|next)\b|\d|(?:{DAYS})\b",
)
"""A piece that goes on with the clause before it: "…, 30 November", "…, at noon"."""
PROMISES = regex(
    r"\b(?:i|we|you|it|they|she|he)(?:'ll| will)\b|\bi'm (?:going|on|sending)\b"
    r"|\b(?:will|gonna|i can|we can|let me|lemme)\b"
)

_TAKES_BACK = r"""
    (?:(?:oh|ah|ugh|argh),?\s)?
    (?:sorry,?\sno|sorry,?\si\smean|no,?\s(?:sorry|wait|actually|i\smean)|wait,?\sno|or\s(?:rather|actually)|i\smean
    |(?:(?:no|not|wait|actually|well),?\s)?make\s(?:that|it)|well,?\sactually|scratch\sthat|no|sorry|wait
    |actually|rather
    |correction|oops|hm+)
    (?P<apart>\s{0,2}[,:;\u2013\u2014-]{1,2})?\s{1,3}(?=(?P<new>[^\n]{1,100}))
"""
CORRECTS = joined(rf"(?:,|;|\s[-\u2013]+|\u2014|\.\.\.?|\u2026|\()\s{{0,3}}{_TAKES_BACK}", re.I)
"""“Thursday, no, Friday”: what is said behind it takes back what was said before."""
CORRECTS_AFRESH = joined(_TAKES_BACK, re.I)
"""“Tomorrow. Actually, Friday”: the same at the beginning of a sentence."""
NEEDS_A_MARK = regex(r"\W*(?:(?:oh|ah|ugh|argh),?\s)?(?:no|wait|rather)\W*$", re.I)
"""“Thursday, no problem”: these correct only what a comma parts from them."""
TIMES_BEFORE = frozenset(("by", "on", "at", "the", "next", "this", "before", "until", "in", "it'll", "be", "rather"))
MOVES = joined(
    r"""
    \b(?:mov|shift|push|postpon|reschedul|delay|extend|bring|chang|put\s(?:off|back)|slip)[a-z]{0,8}\b[^.;,\n]{0,60}?
    \s(?P<old>from\s(?P<before>[^.;,\n]{1,24}?))\sto\s(?P<after>[^.;,\n]{1,24})
    """,
    re.I,
)
"""“Move it from Thursday to Friday”."""
