"""Whether words that were quoted sound like a teammate's own or like a customer's."""

from __future__ import annotations

from bot.understanding.english import team_words as words
from bot.understanding.voice import LIKELY, hear_customer


def sounds_like_a_customer(quote: str) -> bool:
    """Whether a customer may be speaking, for words of which something else says so, too."""
    return hear_customer(quote).score >= LIKELY


def is_team_talk(quote: str) -> bool:
    """A teammate's own message, quoted to answer it: "> can you review this?"."""
    if sounds_like_a_customer(quote):
        return False
    if words.TEAM_TALK.search(quote):
        return True
    shop_words = {match.group().casefold() for match in words.SHOP_WORDS.finditer(quote)}
    return len(shop_words) >= 2 and not words.TO_A_COMPANY.search(quote)
