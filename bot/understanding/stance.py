"""A customer's stance (unhappy, fan, wants to buy, has reach) and whether it is urgent, each with its reasons."""

from __future__ import annotations

import math

from bot.facts import Attachment, Reason, Stance, StanceReading, UrgencyReading
from bot.understanding.english.stance_words import (
    NEGATIVE,
    NOT_OUTAGE,
    NOT_PRAISE,
    POSITIVE,
    PROSPECT,
    REACH,
    URGENT,
    Weighted,
)
from bot.understanding.text import fold


def read_stance(text: str, attachments: tuple[Attachment, ...] = (), *, by_customer: bool = True) -> StanceReading:
    """Label and scores of a customer's words. Reach is told by the source or by themselves, never guessed."""
    folded = fold(text[:6000])
    bad, bad_why = _sum(NEGATIVE, folded)
    praise_text = NOT_PRAISE.sub(" ", folded)
    good, good_why = _sum(POSITIVE, praise_text)
    buys, buys_why = _sum(PROSPECT, folded)
    negative = _logistic(1.15 * bad - 1.3 * good - 0.9 + (0.6 if len(NOT_PRAISE.findall(folded)) else 0.0))
    positive = _logistic(1.4 * good - 1.3 * bad - 1.6)
    prospect = _logistic(1.3 * buys - 0.7 * bad - 1.9)
    reach = _reach(folded, attachments)
    label, reasons = _label(negative, positive, prospect, (bad_why, good_why, buys_why), reach)
    return StanceReading(label, round(negative, 3), round(prospect, 3), reasons)


def _label(
    negative: float,
    positive: float,
    prospect: float,
    why: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    reach: str,
) -> tuple[Stance, tuple[Reason, ...]]:
    bad, good, buys = why
    if reach:
        kinds = [Reason("reach", reach)]
        if negative >= 0.5:
            kinds += [Reason("negative", words) for words in bad]
        return "influencer", tuple(kinds)
    if prospect >= 0.5 and prospect >= negative - 0.15:
        return "prospect", tuple(Reason("prospect", words) for words in buys)
    if negative >= 0.5:
        return "adversary", tuple(Reason("negative", words) for words in bad)
    if positive >= 0.5:
        return "advocate", tuple(Reason("positive", words) for words in good)
    return "unknown", ()


def _reach(folded: str, attachments: tuple[Attachment, ...]) -> str:
    match = REACH.search(folded)
    if match is None:
        for attachment in attachments:
            match = REACH.search(fold(f"{attachment.author} {attachment.title}"))
            if match:
                break
    if match is None:
        return ""
    if match[1]:
        number = (
            float(match[1].replace(",", "").rstrip(".") or 0)
            if match[1].replace(",", "").replace(".", "", 1).isdigit()
            else 0.0
        )
        if number * {"k": 1_000, "m": 1_000_000}.get(match[2] or "", 1) < 5_000:
            return ""
    return f"“{match.group().strip()}”"


def _sum(rows: tuple[Weighted, ...], folded: str) -> tuple[float, tuple[str, ...]]:
    total, reasons = 0.0, []
    for weight, words, pattern in rows:
        hits = list(dict.fromkeys(match.group().strip() for match in pattern.finditer(folded)))
        if hits:
            total += weight * min(2.2, 1 + 0.4 * (len(hits) - 1))
            reasons.append(f"{words}: " + ", ".join(f"'{hit[:40]}'" for hit in hits[:3]))
    return total, tuple(reasons)


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def read_urgency(text: str) -> UrgencyReading:
    """Safety, law, outage, churn, press, or the words themselves: any of them makes it urgent."""
    folded = NOT_OUTAGE.sub(" ", fold(text[:6000]))
    reasons = []
    for _, words, pattern in URGENT:
        if match := pattern.search(folded):
            reasons.append(Reason("urgent", f"{words}: “{match.group().strip()[:60]}”"))
    return UrgencyReading(bool(reasons), tuple(reasons))
