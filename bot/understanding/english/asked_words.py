"""What people say to the bot, in plain words. Patterns meet text with straight apostrophes, from its beginning."""

from __future__ import annotations

import re

from bot.understanding.patterns import regex

COURTESY = regex(
    r"""(?:\s*(?:hey|hi|hello|ok|okay|please|pls|so|and|um|quick\ question
    |(?:can|could|would|will)\ you|(?:can|could|may)\ i\ (?:see|get|have)
    |show\ (?:me|us)|show|tell\ (?:me|us)|give\ (?:me|us)|list|i\ (?:want|need)\ to\ know|do\ you\ know
    )\b[\s,:!]*)+""",
    re.I | re.X,
)
"""What may stand before a question and asks nothing itself."""

_THANKS = r"(?:(?:many\ )?thank(?:s|\ you)|thx|ty|cheers|merci|danke|good\ (?:bot|job)|well\ done)\b[^?]{0,40}$"
_HELP = r"""(?:help(?:\ me)?|\?+|commands?|how\ (?:does\ (?:this|it)|do\ you)\ work|wh(?:o|at)\ are\ you
    |what\ (?:can|do)\ (?:you|i)\ (?:do|say)(?:\ here|\ for\ (?:me|us))?|good\ (?:morning|day|evening))\W*$"""
_REMIND = r"""(?:remind\ me|don't\ let\ me\ forget|remember)\s+(?:that\ i\ (?:have|need|want)\ )?
    (?:(?P<when>(?!to\b)[^.!?]{2,40}?)\s+to\s+|to\s+|about\s+|of\s+)?(?P<rest>.+)"""
_PROMISE = r"promise(?:\ to|:)?\s+(?P<rest>.+)"
_I_WILL = r"(?P<rest>i(?:'ll|\ will|\ promise|'m\ going\ to|\ am\ going\ to)\b.+)"
_DUTY = r"(?:who(?:'s|\ is|\ are)?\b.{0,40}\bon\ (?:duty|call|shift)\b.*|(?:the\ )?(?:duty|rota)\W*$)"
_DEPARTMENTS = r"""(?:who\ (?:does|answers\ for|is\ responsible\ for|handles)\ what\b.*
    |(?:which|what)\ (?:departments|teams)\b.*|(?:the\ )?departments\W*$)"""
_DIGEST = r"""(?:(?:how\ (?:was|is|did)|what\ happened)\b.{0,30}\bweek\b.*
    |(?:the\ |this\ week's\ |a\ )?(?:digest|preview)\W*$|(?:this|last)\ week\W*$)"""
_RULES = r"(?:what\ (?:did|have|do)\ you\ (?:learn|know\ by\ now)\w*\b.*|(?:the\ |your\ )?rules\W*$)"
_MINE = r"""(?:(?:what|which)\b.{0,30}\b(?:i|i've|i'm|my|mine|me)\b.{0,40}
    \b(?:promise[ds]?|owe|do|on|plate|list|have|mine|open|waiting|due|offers?|shares?)\b.*
    |(?:what(?:'s|\ is)\ mine|what\ do\ i\ owe|what\ am\ i\ on|mine
    |(?:all\ )?my\ (?:own\ )?(?:promises?|list|shares?|to-?dos?|tasks?|stuff|things|offers?))\W*$)"""
_PROMISED = r"what\ (?:did|do|have|had)\ we\ (?:promised?|owe|tell|told)\s+(?:to\s+)?(?P<rest>.+)"
_SAID = r"""what\ (?:did|has|have|does|do|was)\s+(?P<rest>.{1,80}?)\s+
    (?:say|said|want|need|write|written|complain(?:ed)?|ask(?:ed)?|promised)\b.*"""
_OWNS = r"""who(?:'s|\ is|\ else)?\s+(?:owns?|knows?|handles?|looks?\ after|(?:is\ )?responsible\ for|takes?\ care\ of
    |leads?|talk(?:s|ed|ing)?\ to|speaks?\ to|the\ owner\ of)\s+(?P<rest>.+)"""
_ABOUT = r"""(?:what\ (?:do\ (?:we|you)\ know|is\ known)\ (?:about|of)|(?:what|how)\ about
    |anything\ (?:new\ )?(?:about|on|from|with)|what(?:'s|\ is)\ (?:up|new|going\ on)\ with|news\ (?:of|from)
    |about|customer|look\ up|find)\s+(?P<rest>.+)"""
_OPEN = r"""(?:(?:what(?:'s|s|\ is|\ are|\ else\ is)?|anything|something|is|are|which)\b.{0,40}
    \b(?:open|waiting|unclaimed|unanswered|to\ do|(?:still\ )?needs?\ (?:somebody|someone|us|anyone|anybody|help))\b.*
    |(?:open|waiting|unclaimed)(?:\ (?:mentions?|ones|list|customers?))?\W*$)"""
_WHO = r"who(?:'s|\ is)\s+(?P<rest>.+)"

PATTERNS = tuple(
    (kind, regex(pattern, re.I | re.X))
    for kind, pattern in (
        ("thanks", _THANKS),
        ("help", _HELP),
        ("remind", _REMIND),
        ("promise", _PROMISE),
        ("promise", _I_WILL),
        ("duty", _DUTY),
        ("departments", _DEPARTMENTS),
        ("digest", _DIGEST),
        ("rules", _RULES),
        ("mine", _MINE),
        ("customer", _PROMISED),
        ("customer", _SAID),
        ("customer", _OWNS),
        ("customer", _ABOUT),
        ("open", _OPEN),
        ("customer", _WHO),
    )
)
"""The first that fits says what is asked; `rest` is whom or what it is about, `when` goes behind it."""

_NEAR_COMMANDS = {
    "open": "open waiting unanswered mentions todo",
    "settings": "settings nudges nudging nudge holiday vacation off away quiet mute mail messages",
    "privacy": "privacy private gdpr data keep keeps erase",
    "mine": "mine promises offers",
    "promise": "promise remind reminder remember",
    "promise @someone": "ask",
    "customer": "customer customers client clients account",
    "departments": "departments department team teams",
    "duty": "duty rota",
    "join": "join",
    "leave": "leave",
    "rules": "rules learn",
    "digest": "digest week weekly",
    "fixed": "fixed fix bug solved",
    "setup": "setup set install configure channel emoji admin",
}
NEAR = {word: command for command, near in _NEAR_COMMANDS.items() for word in near.split()}
"""Words that come near a subcommand of `/ours`."""

ABOUT = regex(r"^(?:the )?(?:customer|client|account|company)\s+(?=\S)", re.I)
