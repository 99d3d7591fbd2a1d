"""A customer of the directory named in a post: is it about them, or does the name only come up?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts import Post, Reason
from bot.understanding.english.common_words import COMMON_WORDS
from bot.understanding.names import normalise_name
from bot.understanding.parts import Parts
from bot.understanding.text import plain_text


@dataclass(frozen=True, slots=True)
class Named:
    """The customer named, and how much the context says that they spoke (0 to 1)."""

    customer: str | None = None
    weight: float = 0.0
    reasons: tuple[Reason, ...] = ()


_WORD = re.compile(r"[^\W_](?:[^\W_]|(?<=\w)[&.'\u2019\-](?=\w))*")
_SPOKE = re.compile(
    r"(?i)\b(?:says?|said|saying|told (?:me|us)|tells us|complain\w*|wrote|writes|emailed|e-mailed"
    r"|called|phoned|pinged|messaged|reported|reports|reporting|tweeted|posted|asks?|asked|asking"
    r"|wants?|wanted"
    r"|needs?|demands?|demanded|is (?:asking|angry|upset|furious|unhappy|complaining|threatening|happy"
    r"|thrilled|confused|stuck|blocked|frustrated|worried|leaving|churning|cancel+ing|waiting"
    r"|considering|evaluating|down|unable|still|not|having|seeing|experiencing|getting|losing"
    r"|interested|back|about|really|very|super)"
    r"|are (?:asking|angry|upset|furious|unhappy|complaining|threatening|happy|thrilled|confused|stuck"
    r"|blocked|frustrated|worried|leaving|churning|cancel+ing|waiting|considering|evaluating|down"
    r"|unable|still|not|having|seeing|experiencing|getting|losing|interested|back|about|really|very"
    r"|super)"
    r"|was (?:charged|told|promised|double|billed|not|unable|hit|affected)|were (?:charged|told"
    r"|promised|double|billed|not|unable|hit|affected)|can'?t|cannot|couldn'?t|can not|hates?|loves?"
    r"|loved|didn'?t|doesn'?t|don'?t|isn'?t|aren'?t|won'?t|threaten\w*|churn\w*|cancel+(?:ed|s)"
    r"|would like|wondering|escalat\w*|requested|requests|renew\w*|has (?:been|not|an issue|a problem"
    r"|trouble|issues)|have (?:been|not|an issue|a problem|trouble|issues)|keeps?|lost|got charged"
    r"|received|never|sent (?:us|me)|refus\w*|feels?|found|finds)\b"
)
_SURELY_SPOKE = re.compile(
    r"(?i)^ (?:just |also |again )?(?:is asking|are asking|asked (?:us|for|if|whether|about)"
    r"|wants? (?:us|a|to)|complain\w*|emailed|wrote|called us|told us|tells us|threaten\w*|renewed"
    r"|churned|cancel+ed|requested|is (?:angry|upset|furious|unhappy|evaluating)|are (?:angry|upset|furious|unhappy))\b"
)
_ABOUT_THEM = re.compile(
    r"(?i)\b(?:complaint|complaints|feedback|escalation|email|mail|ticket|call|message|voicemail"
    r"|request|question|review|tweet|outage|bug report|issue|refund|invoice|contract|renewal|angry"
    r"|upset|churn)\b[^.!?\n]{0,20}\b(?:from|by|for|at)\s*(?:the\s)?$"
)
_HEARD = re.compile(
    r"(?i)\b(?:heard|word|news|spoke|talked|call|meeting|chat|got off the phone|on the phone|message"
    r"|note)\s+(?:back\s)?(?:from|with|to)\s*(?:the\s)?$"
)
_INCIDENTAL = re.compile(
    r"(?i)^(?:'s)?\s*(?:call|calls|meeting|meetings|sync|demo|project|account|contract|deal|deck"
    r"|slides|doc|docs|channel|kick-?off|qbr|workspace|folder|sheet|ticket|logo|case study|invite"
    r"|integration|page|team|dashboard|branch|repo|file|data|import|prep|notes|proposal|review|visit"
    r"|lunch|dinner|agenda|onboarding|migration|thread|stuff|thing|bug|issue|fix|test)\b"
)
_MOVED = re.compile(
    r"(?i)\b(?:moved?|moving|schedul\w*|reschedul\w*|book\w*|cancel+ed|postpon\w*|prep\w*|join"
    r"|invite\w*|update|updated|renam\w*|add|added|share[ds]?|present\w*|open|opened|close|closed"
    r"|merge[ds]?|deploy\w*|test\w*|working on|draft\w*|finish\w*|in|at|before|after|during|for|like"
    r"|such as|e\.g\.?|our|the|competitors?|vs\.?|versus|compared to|using|use|via|with)\s+(?:the\s"
    r"|our\s|an?\s)?$"
)
_AS_OTHER = re.compile(
    r"(?i)^\s*(?:inc|corp|ltd|llc)?\.?\s*(?:stock|shares|api docs|competitors?|style|like|-like|based)\b"
)


def read_named(post: Post, parts: Parts) -> Named:
    """The best supported customer among those that were found in the directory."""
    best = Named()
    text = plain_text(post.text)
    for spelling, customer in post.names[:50]:
        for start, end in _places(text, spelling):
            weight, reasons = _weigh(text, start, end, spelling)
            if best.customer is None or weight > best.weight:
                best = Named(customer if weight > 0 else best.customer, max(weight, 0.0), reasons)
    if best.customer is None:
        best = _outside_text(post)
    return best


def _outside_text(post: Post) -> Named:
    outside = [f"{mail.sender} {mail.subject}" for mail in post.mails] + [
        f"{a.author} {a.title}" for a in post.attachments
    ]
    for spelling, customer in post.names[:50]:
        if any(_places(text, spelling) for text in outside):
            return Named(customer, 0.4, ())
    return Named()


def _places(text: str, spelling: str) -> list[tuple[int, int]]:
    """Where a spelling (as it stands or normalised) occurs as whole words."""
    wanted = normalise_name(spelling)
    if not wanted:
        return []
    length = len(wanted.split())
    tokens = list(_WORD.finditer(text[:8000]))
    found = []
    for i in range(len(tokens)):
        for size in range(max(1, length - 1), length + 3):
            run = tokens[i : i + size]
            if len(run) == size and normalise_name(text[run[0].start() : run[-1].end()]) == wanted:
                found.append((run[0].start(), run[-1].end()))
                break
        if len(found) >= 5:
            break
    return found


def _weigh(text: str, start: int, end: int, spelling: str) -> tuple[float, tuple[Reason, ...]]:
    written = text[start:end]
    before = text[max(0, start - 60) : start]
    after = text[end : end + 90]
    if _is_common(written, text, start) and not (written[:1].isupper() and _SURELY_SPOKE.match(after)):
        return 0.0, ()
    if _AS_OTHER.match(after):
        return 0.1, ()
    sentence_after = re.split(r"[.!?\n]\s", after, maxsplit=1)[0]
    if _ABOUT_THEM.search(before) or _HEARD.search(before):
        return 0.85, (Reason("context", "tells of words from them"),)
    if _INCIDENTAL.match(after):
        return 0.2, ()
    near = sentence_after[:40]
    if (
        (match := _SPOKE.search(near))
        and len(re.findall(r"\w+", near[: match.start()])) <= 3
        and not _MOVED.search(before)
    ):
        return 0.85, (Reason("context", f"“{match.group().lower()}”"),)
    return 0.3, ()


def _is_common(written: str, text: str, start: int) -> bool:
    """A name that is also a word counts only in capitals, and not at the start of a sentence alone."""
    words = re.findall(r"[^\W_]+", written)
    if any(word.casefold() not in COMMON_WORDS for word in words):
        return False
    if not all(word[:1].isupper() for word in words):
        return True
    begins = start == 0 or text[:start].rstrip()[-1:] in '.!?:\n>•-"“(' or not text[:start].strip()
    return begins and len(words) == 1
