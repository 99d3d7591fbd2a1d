"""How people agree to what they were asked, and how they ask. Agreement is met folded, a request as it was written."""

from __future__ import annotations

import re

from bot.understanding.patterns import regex

YES_EMOJI = regex(r":(?:\+1|thumbsup|ok_hand|white_check_mark|heavy_check_mark|saluting_face):(?::skin-tone-\d:)?")
YES_PHRASES = regex(
    r"\b(?:sure thing|of course|no prob(?:lem)?s?|no worries|can do|happy to|all right|sounds good|works for me"
    r"|that works|that's fine|fine by me|with pleasure|consider it done|copy that|you got it|okie dokie|not at all"
    r"|should be fine|won't forget|i will(?=$|[.!])|i can(?: do (?:that|it))?(?!')"
    r"|will do(?: (?:that|it))?)\b"
)
_YES = (
    "yes yeah yep yup ya yea yh yessir ok okay okey okie k kk sure absolutely certainly definitely gladly alright np"
    " roger aye ack bet ofc understood 👍 ✅ 👌 🫡"
)
YES = frozenset(_YES.split())
_BESIDE = (
    "oh ah hey hi thanks thank you thx cheers mate team all boss then that it this too please and so by on at "
    "in before until for i will i'll do be latest end of day 🙏 🙂 😊 "
)
BESIDE = frozenset(_BESIDE.split())
"""What may stand with agreement and changes nothing."""
WORD = regex(r"@[\w.\-]+|[a-z]+(?:'[a-z]+)*|[^\s\w,.!;:()\-\u2013\u2014~*_]|\d+")

_GREETING = (
    r"(?:(?:hey|hi|hello|ok|okay|so|and|also|then|but|thanks|thank you|quick (?:one|question)|for|cc"
    r"|if you (?:can|could)|when you (?:can|get a (?:moment|minute|chance))|@[\w.\-]+)\b[ ,:;!\-]*)*"
)
_SOFTLY = r"(?:(?:please|pls|plz|kindly|maybe|perhaps|also|then|just|quickly|possibly) )*"
_SOMEONE = (
    r"(?:(?:some|any)(?:one|body)|one of (?:you|us)|who)(?: else| here| free| around"
    r"| (?:from|in|on|at) (?!to\b)[a-z&]+(?: team)?)?"
)
_INVITING = (
    rf"(?:is there )?any chance (?:that )?(?:you|{_SOMEONE}) (?:can|could|would) |do you think you (?:can|could) "
    r"|need (?:you|someone|somebody) to |make sure (?:you |to |that you )|(?:don't|dont|do not) forget to |remember to "
    r"|(?:i'd|i would) (?:appreciate|love) it if you (?:can|could|would) |can i (?:ask|get) you to "
    r"|would you be (?:so kind as|able|willing|happy|up for) to |(?:i was |was |i'm )?wondering if you (?:can|could) "
    r"|is it possible for you to |do you have time to |(?:can|could|should) we (?:please )?(?=(?:send|call|give|offer"
    r"|get|ship|refund|credit|email|write|reply|answer|tell|let|forward|extend|replace) )"
    r"|are you (?:able|free|happy) to |(?:do|would|could) you (?:want|like|be able|be happy|care) to "
    r"|(?:do you |you )?wanna "
    r"|why (?:don't|do not) you |(?:i'd|i would) like you to |i (?:need|want) you to "
    r"|(?:it'd|it would|would) be (?:great|good|nice|lovely|helpful|super) if (?:you|someone|somebody) "
    r"(?:could|can|would) "
    rf"|you (?:can|could|should|might want to) (?!have\b)|(?:can|could|will|would|may) {_SOMEONE} "
    rf"|{_SOMEONE} (?:can|could|will|would|wants to|is able to|is free to|should) "
)
_ORDERED = (
    r"(?=(?:send|call|e-?mail|message|text|ping|phone|ring|write|reply|respond|answer|forward|ask|tell|get back|let"
    r"|update|notify|inform|refund|credit|ship|chase|follow up|offer|give|thank|invite|remind|apologi[sz]e)"
    r" (?:to|with|back|them|him|her|it|this|that|these|those|the|an?|me|us|their|his|our|my|@)\b)"
)
"""An order begins with what one does for a customer, and says to whom or what."""
ASKS = regex(
    rf"{_GREETING}(?P<ask>{_SOFTLY}(?:{_INVITING}|(?:can|could|will|would) (?:you|u|ya) "
    rf"|(?:please|pls|plz|kindly) |{_ORDERED}){_SOFTLY}(?P<act>[a-z].*))$",
    re.I,
)
"""A sentence that asks for an act, as it was written: `ask` is without its greeting, `act` begins with the verb."""
NO_ACT = regex(
    r"(?:don't|dont|do not|never|stop|avoid|not|hold off|note|notice|beware|be|see|find|excuse|bear|forgive|make it"
    r"|let (?:me|us) know if)\b",
    re.I,
)
"""What begins like this is asked not to be done, or is nothing to be done."""
PLEASE_AFTER = regex(r",? (?:please|pls|plz)$", re.I)
PERSONS = {"yourself": "myself", "your": "my", "you": "me", "me": "you", "my": "your", "us": "you", "our": "your"}
"""What the asker says, and what it is for whoever agrees."""
I_WILL = "i'll "
