"""How people say in passing that they got back to a customer: "replied", "sent her the form", "done"."""

from __future__ import annotations

from bot.understanding.patterns import joined

_LATELY = r"(?:(?:just|now|already|finally|also|have|has|'ve) )*"
_REPLIED = (
    r"(?:replied|answered|responded|e-?mailed|phoned|rang|wrote back|written back|got back|gotten back|gone back"
    r"|reached out|followed up|refunded|reimbursed|credited|apologi[sz]ed)"
)
_DID = (
    r"(?:called|texted|messaged|mailed|wrote(?: to)?|written(?: to)?|sent|told|updated|informed|let|spoke(?: to| with)"
    r"|spoken(?: to| with)|talked(?: to| with))"
)
_THEM = (
    r"(?:(?:it|this|that|them|the \w+|an? \w+) (?:back )?to )?(?:her|him|them|(?:the|our) (?:customer|client|guest))"
)
_THING = (
    r"(?:reply|response|answer|e-?mail|mail|message|refund|invoice|form|letter|quote|offer|replacement|credit|apology)"
)
_HELLO = r"^(?:ok(?:ay)?[,:]? |and |so |hi(?: all| team)?[,!]? |update: |fyi[,:]? |yes[,:]? |all )*"
_DONE = r"(?:done|sent|called|sorted|settled|resolved|handled|taken care of)"

KEPT = (
    joined(rf"\b(?:i|we)(?:'ve)? {_LATELY}(?:{_REPLIED}|{_DID} {_THEM})\b"),
    joined(rf"{_HELLO}{_LATELY}(?:{_REPLIED}|{_DID} {_THEM})\b"),
    joined(rf"{_HELLO}{_LATELY}{_DONE}(?:[.!,; ]|$)"),
    joined(rf"""
        \b{_THING}(?: to \w+(?: \w+)?)? (?:is|are|was|has been|have been|went|just went|is now)
        (?: now| just| already)?\s(?:sent|out|posted|on (?:its|the) way|done|delivered)\b
    """),
    joined(
        r"\b(?:it|this|that|all)(?:'s| is| has been)(?: now| all| already)? (?:done|sent|sorted|settled|resolved)\b"
    ),
)
"""On a folded sentence. Somebody else's act ("she replied") has another subject, and is none."""
OUR_REPLY = joined(r"\b(?:our|my|the) (?:public )?(?:reply|answer|response|comment)\b|\b(?:replied|answered) here\b")
"""Where the customer's own address is given, too: the reply stands below their words."""
UNLESS = joined(r"""
    \b(?:not|never|no|nobody|almost|nearly|once|when|after|until|till|before|if|unless|will|going to|gonna|needs? to
    |have to|has to|should|must|would|could|can|may|might|let's|let me|please|to be|wants?|tomorrow|soon|later|half
    |partly|what|who)\b|n't\b|'ll\b
""")
"""What makes it no report of something that was done."""
INSIDE = joined(r"""
    @|\b(?:to|with|by|from) (?:you|us|me|(?:the |our )?(?:team|finance|product|legal|sales|engineering|support|marketing
    |billing|accounting|hr|ops|operations|security|logistics|shipping|management|head|boss|colleagues?))\b
""")
"""What tells that it was said to a colleague: no customer heard of it."""
