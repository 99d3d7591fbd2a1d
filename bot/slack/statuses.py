"""Whether a person's status in Slack says that they are on leave, and until when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

# Slack's own for "Vacationing" and "Out sick", and what people choose for the same.
EMOJI = frozenset({"palm_tree", "desert_island", "beach_with_umbrella", "face_with_thermometer", "baby_bottle"})
LEAVE = re.compile(
    r"\b(?:vacation(?:ing)?|(?:on|annual|parental|maternity|paternity|sick|medical|family) (?:leave|holidays?)"
    r"|out (?:of (?:the )?office|sick)|ooo|pto|sabbatical|away (?:until|till)|off (?:until|till))\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(r"\b(?:back from|planning|before (?:my )?|not (?:on|ooo|out of))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Away:
    """`until` is when Slack clears the status; None where nobody said."""

    until: datetime | None


def read(profile: dict[str, Any]) -> Away | None:
    """What the status of a profile says; None for whoever is not on leave."""
    words, emoji = str(profile.get("status_text") or ""), str(profile.get("status_emoji") or "").strip(":")
    says_so = LEAVE.search(words) is not None if words.strip() else False
    if not (says_so or emoji in EMOJI) or NOT_YET.search(words):
        return None
    seconds = profile.get("status_expiration") or 0
    is_moment = isinstance(seconds, int) and 0 < seconds < 10**10
    return Away(datetime.fromtimestamp(seconds, UTC) if is_moment else None)
