"""A customer's stance (unhappy, fan, wants to buy, has reach) and whether it is urgent, each with its reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from bot.facts import Attachment, Reason, Stance, StanceReading, UrgencyReading
from bot.understanding.english.polarity import (
    ADDRESSED,
    LENGTHY,
    NEGATIONS,
    PRICED,
    SMALL_WORDS,
    STRONGER,
    Table,
    first_words,
    polarity,
    superlative_of,
)
from bot.understanding.english.stance_shapes import PLEASED_SHAPES, UNHAPPY_SHAPES
from bot.understanding.english.stance_words import (
    LONE_PRAISE,
    NEUTRAL_QUESTION,
    NOT_OUTAGE,
    PROSPECT,
    REACH,
    SCARE_QUOTED,
    URGENT,
    Weighted,
)
from bot.understanding.english.unsaid_asked import BLAMED_ASKED
from bot.understanding.english.unsaid_blame import BLAMED_UNSAID
from bot.understanding.english.unsaid_events import BLAMED_EVENTS
from bot.understanding.english.unsaid_irony import BLAMED_IRONY
from bot.understanding.english.unsaid_praise import PRAISED_UNSAID
from bot.understanding.english.unsaid_relief import PRAISED_RELIEF
from bot.understanding.english.urgent_present import PRESENT
from bot.understanding.english.urgent_shapes import URGENT_SHAPES
from bot.understanding.linear import logistic
from bot.understanding.patterns import regex
from bot.understanding.text import fold

MOST_CHARACTERS = 6000
_MORE_OF_A_SHAPE = 0.5
_MOST_SHAPED = 800
"""Shapes are for short posts; a letter that goes on has words of feeling, and patterns cost time."""
_BRIEF = 400
"""What is weak is heard in posts only: letters say more, and patterns cost time."""
_ANY: frozenset[str] = frozenset()
_SHAPED = (
    (PRAISED_RELIEF, True, _MOST_SHAPED),
    (PRAISED_UNSAID, True, _MOST_SHAPED),
    (BLAMED_IRONY, False, _BRIEF),
    (BLAMED_UNSAID, False, _MOST_SHAPED),
    (tuple((_ANY, row) for row in UNHAPPY_SHAPES), False, _MOST_SHAPED),
    (BLAMED_EVENTS, False, _BRIEF),
    (BLAMED_ASKED, False, _BRIEF),
    (tuple((_ANY, row) for row in PLEASED_SHAPES), True, _MOST_SHAPED),
)
"""Rows, whether they praise, and in texts of up to how many characters they are heard; in the order in which they are
asked, a row with signs only where one of them was said.
"""
_URGENT_SHAPES = (*URGENT_SHAPES, *PRESENT)
_MOST_TOLD = 800
"""What is urgent is told at the beginning."""
_SIGN = regex(r"[a-z]+")
_TOKEN = regex(
    r"[<>]?[:;=]'?-?[()/dD](?!\w)|<3|</3|-_-|:[a-z_]+:|\(:|https?://\S+|@\w+|\$?\d[\d.,:]*|[^\W_]+(?:'[^\W_]+)*"
    r"|[!?]+|[^\w\s]"
)
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_HASHTAG = regex(r"#(\w+)")
_DRAWN_OUT = regex(r"(\w)\1{2,}")
_SHOUTED = regex(r"\b[A-Z]{4,}\b")


@dataclass(slots=True)
class _Tone:
    """What was found in a text: sums, and the words behind them by label, in the order in which they were said."""

    unhappy: float = 0.0
    pleased: float = 0.0
    calm: float = 0.0
    why_unhappy: dict[str, list[str]] = field(default_factory=dict)
    why_pleased: dict[str, list[str]] = field(default_factory=dict)


def read_stance(text: str, attachments: tuple[Attachment, ...] = (), *, by_customer: bool = True) -> StanceReading:
    """Label and scores of a customer's words. Reach is told by the source or by themselves, never guessed."""
    short = text[:MOST_CHARACTERS]
    folded = fold(short)
    tone = _tone(short)
    buys, buys_why = _sum(PROSPECT, folded)
    earnest = tone.pleased if tone.unhappy < 2.0 else 0.6 * tone.pleased
    negative = logistic(0.85 * tone.unhappy - 0.9 * earnest - 0.45 * tone.calm - 0.9)
    positive = logistic(1.1 * tone.pleased - 0.9 * tone.unhappy - 0.1 * tone.calm - 1.2)
    prospect = logistic(1.3 * buys - 0.45 * tone.unhappy - 1.9)
    why = (_said(tone.why_unhappy), _said(tone.why_pleased), buys_why)
    label, reasons = _label(negative, positive, prospect, why, _reach(folded, attachments))
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
    if negative >= 0.5 and bad:
        return "adversary", tuple(Reason("negative", words) for words in bad)
    if positive >= 0.5 and good:
        return "advocate", tuple(Reason("positive", words) for words in good)
    return "unknown", ()


def _said(why: dict[str, list[str]]) -> tuple[str, ...]:
    """Small words are told only where nothing else is."""
    told = {label: said for label, said in why.items() if label != SMALL_WORDS} or why
    return tuple(f"{label}: " + ", ".join(f"'{words[:40]}'" for words in said[:3]) for label, said in told.items())


def _plain(text: str) -> str:
    """Hashtags as their words, nothing drawn out, folded."""
    text = _HASHTAG.sub(lambda match: " " + _CAMEL.sub(" ", match[1]), text)
    return fold(_DRAWN_OUT.sub(r"\1\1", text))


def _tokens(plain: str) -> list[str]:
    """Words without apostrophes, and signs: as the tables of polarity have them. Names with an at-sign feel
    nothing.
    """
    return [
        word
        for token in _TOKEN.findall(plain)
        if not token.startswith(("http", "@", "'"))
        and (word := token if token[0] in ":;=<(-" else superlative_of(token.replace("'", "")))
    ]


def _shaped(tone: _Tone, plain: str) -> str:
    """Credits what is said in whole shapes; the text without them, as their words may mean the contrary elsewhere."""
    for match in SCARE_QUOTED.finditer(plain):
        if match[1].count(" ") < 4:
            tone.unhappy += _once_more(tone.why_unhappy, "irony", match[1].strip().replace("'", ""), 0.9)
    plain = plain.replace('"', "")
    said = frozenset(_SIGN.findall(plain))
    length = len(plain)
    for rows, is_praise, longest in _SHAPED:
        if length > longest:
            continue
        why = tone.why_pleased if is_praise else tone.why_unhappy
        for signs, (weight, label, pattern) in rows:
            if signs and signs.isdisjoint(said):
                continue
            total, share = 0.0, 1.0
            for match in pattern.finditer(plain):
                total += share * _once_more(why, label, match[0].strip(" .,!?").replace("'", ""), weight)
                share = _MORE_OF_A_SHAPE
            if total:
                plain = pattern.sub(" . ", plain)
            tone.pleased += total * is_praise
            tone.unhappy += total * (not is_praise)
    return plain


def _tone(text: str) -> _Tone:
    tone = _Tone()
    plain = _plain(text)
    tokens = _tokens(_shaped(tone, plain[:_MOST_SHAPED]) + plain[_MOST_SHAPED:])
    unhappy, pleased, calm = polarity()
    longest = first_words()
    i = 0
    while i < len(tokens):
        step = 1
        for length in range(min(longest.get(tokens[i], 0), len(tokens) - i), 0, -1):
            term = tuple(tokens[i : i + length])
            known = tuple(table for table in (unhappy, pleased, calm) if term in table)
            if known:
                for table in known:
                    _credit(tone, table, term, tokens[max(0, i - 3) : i])
                step = length
                break
        i += step
    _structure(tone, text, tokens)
    shrink = math.sqrt(40 / max(40, len(tokens)))  # a long letter has more of everything
    tone.unhappy, tone.pleased, tone.calm = tone.unhappy * shrink, tone.pleased * shrink, min(3.0, tone.calm * shrink)
    return tone


def _credit(tone: _Tone, table: Table, term: tuple[str, ...], before: list[str]) -> None:
    weight, label = table[term]
    unhappy, pleased, _ = polarity()
    if before and before[-1] in STRONGER:
        weight *= 1.25
    words = " ".join(term)
    turned = len(term) == 1 and term[0].isascii() and weight > 0.8 and any(word in NEGATIONS for word in before)
    if table is pleased and turned:
        tone.unhappy += 0.5 * weight
        tone.why_unhappy.setdefault("no praise", []).append(words)
    elif table is pleased:
        tone.pleased += _once_more(tone.why_pleased, label, words, weight)
    elif table is unhappy:
        tone.unhappy += _once_more(tone.why_unhappy, label, words, 0.4 * weight if turned else weight)
    else:
        tone.calm += weight


def _once_more(why: dict[str, list[str]], label: str, words: str, weight: float) -> float:
    """The same words again say little more; small words are no reason by themselves."""
    if weight < 0.6:
        label = ""
    said = why.setdefault(label, []) if label else []
    again = words in said
    if label and not again:
        said.append(words)
    return weight * (0.3 if again else 1.0)


def _structure(tone: _Tone, text: str, tokens: list[str]) -> None:
    """Whom it speaks to, what it asks, how loud it is."""
    addressed = sum(token in ADDRESSED for token in tokens)
    tone.unhappy += 0.25 * min(3, addressed)
    lower = text.casefold()
    tone.unhappy += 0.6 * bool(LENGTHY.search(lower)) + 0.5 * bool(PRICED.search(lower))
    signs = [token for token in tokens if token[0] in "!?"]
    asks = sum("?" in sign for sign in signs)
    tone.unhappy += 0.5 * sum("?" in sign and len(sign) > 1 for sign in signs[:3])
    if asks and tone.unhappy < 1.5:
        tone.calm += 0.6
    if NEUTRAL_QUESTION.search(lower) and tone.unhappy < 2.2:
        tone.calm, tone.unhappy = tone.calm + 0.8, 0.7 * tone.unhappy
    if LONE_PRAISE.search(lower) and tone.unhappy >= 0.8 and tone.pleased <= 2.3:
        tone.unhappy, tone.pleased = tone.unhappy + 1.2, 0.0
    shouts = sum("!" in sign for sign in signs)
    if tone.pleased > tone.unhappy:
        tone.pleased += 0.3 * min(3, shouts)
    else:
        tone.unhappy += 0.2 * min(3, shouts) + 0.3 * min(3, len(_SHOUTED.findall(text)))
    if "http" in text or "{link}" in text:
        tone.calm += 0.8


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
        digits = match[1].replace(",", "").rstrip(".")
        number = float(digits) if digits.replace(".", "", 1).isdigit() else 0.0
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


def read_urgency(text: str) -> UrgencyReading:
    """Safety, law, outage, churn, press, or the words themselves: any of them makes it urgent, told or said."""
    folded = NOT_OUTAGE.sub(" ", fold(text[:MOST_CHARACTERS]))
    found: dict[str, str] = {}
    for _, why, pattern in URGENT:
        if match := pattern.search(folded):
            found.setdefault(why, match.group())
    told = folded[:_MOST_TOLD]
    spoken = frozenset(_SIGN.findall(told))
    for shape in _URGENT_SHAPES:
        if shape.why not in found and not shape.signs.isdisjoint(spoken) and (match := shape.pattern.search(told)):
            found[shape.why] = match.group()
    reasons = tuple(Reason("urgent", f"{why}: “{words.strip()[:60]}”") for why, words in found.items())
    return UrgencyReading(bool(reasons), reasons)
