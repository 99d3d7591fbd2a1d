"""Takes out of a sentence what is said with "I'll" and promises nothing, so that what is left is judged alone."""

from __future__ import annotations

import re

from bot.understanding.english import idle_words as idle


def past_idle(text: str) -> str:
    """A simplified sentence without its idle clauses: of "I'll give it a try and tell you" it is "I'll tell you"."""
    for hint in idle.IDLE_HINTS:
        if hint in text:
            return idle.IDLE.sub(_kept, text)
    return text


def _kept(match: re.Match[str]) -> str:
    """Whoever goes on to another act still says "I'll" of it."""
    return f"{match['who'] or match['hedged']} " if match["more"] else " "
