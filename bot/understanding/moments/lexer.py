"""Cuts a text into the tokens that the grammar of moments reads. One pass, no backtracking over the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.understanding.english.time_words import MONTHS, RELATIVE_DAYS, WEEKDAYS

Kind = Literal["word", "num", "punct", "break", "junk", "iso", "ymd", "dmy", "named", "clock", "hclock", "slash", "dot"]

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_FIGURED = "(?:" + "|".join(word for word in RELATIVE_DAYS if not word.isalpha()) + r")\b"
_TOKEN = re.compile(
    rf"""
      (?P<plain>[^\W\d_]+(?:['\u2019][^\W\d_]+)?)(?![\w\-/.:@'\u2019])
    | (?P<figured>{_FIGURED})
    | (?P<abbr>(?:\b[a-z]\.){{3}})
    | (?P<iso>\d{{4}}-\d\d?-\d\d?[t ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:\ ?z\b|\ ?[+-]\d\d:?\d\d\b)?
        | \d{{8}}t\d{{4}}(?:\d\d)?z?)(?!\d)
    | (?P<named>\d{{1,4}}[-/]{_MONTH}[-/]\d{{2,4}}(?!\d) | \d\d?[-/]{_MONTH}\b | \b{_MONTH}[-/]\d{{4}}[-/]\d\d?(?!\d)
        | \d{{4}}[-/]\d\d?[-/]{_MONTH}\b | \b{_MONTH}[-/]\d{{4}}\b | \b{_MONTH}[-/]\d\d?\b)
    | (?P<ymd>\d{{4}}(?P<s1>[-/.])\d\d?(?P=s1)\d\d?)(?![\d]|[-/.]\d)
    | (?P<dmy>\d\d?(?P<s2>[-/.])\d\d?(?P=s2)(?:\d{{4}}|\d\d))(?![\d]|[-/.:]\d)
    | (?P<junk>https?://\S* | \bwww\.\S* | [$€£#]\s?\d[\d.,]*\w*
        | \d[\d.,]*\s?(?:%|(?:percent|usd|eur|dollars?|euros?|bucks)\b)
        | \d+(?:\.\d+){{2,}}\w*
        | \b(?=[a-z]*[-_]?\d)(?!(?:{_MONTH}\d\d?|[qh][1-4]|eoq[1-4]|cw\d\d?|kw\d\d?)(?!\w))[a-z]+[-_.]?\d[\w.\-/]*
        | \d+(?=[-_]?[a-z]*[_/]) [\w/]*[a-z][\w/]*
        | \b24/7\b | \b9/11\b | \d+[:/]\d+[:/]\d+[:/][\d:/]* | (?<!\w)(?:~|\.{{0,2}})/[\w./~-]+
        | (?<!\w)\w{{1,64}}@(?!\d)[\w.]+ )
    | (?P<clock>\d\d?:\d\d(?::\d\d)?)(?![\d:])
    | (?P<hclock>\d\d?h\d\d)(?!\w)
    | (?P<slash>\d\d?/\d{{1,4}})(?![\d/])
    | (?P<dot>\d\d?\.(?:\d\d?(?:\.(?!\d))?)(?!\d))
    | (?P<num>\d+)
    | (?P<ap>[ap]\ ?\.\ ?m\b(?:\ ?\.)?)
    | (?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)?)
    | (?P<break>\n)
    | (?P<punct>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DASH = re.compile(r"(?<=[a-z])-(?=[a-z])")
_WORD_BEFORE = re.compile(r"[a-z]{1,16}$")
_WORD_AFTER = re.compile(r"[a-z]{1,16}")
_DAYS_AND_MONTHS = frozenset(MONTHS) | frozenset(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: `text` in lower case, `start` and `end` in the text, `glued` to the one before."""

    kind: Kind
    text: str
    start: int
    end: int
    glued: bool
    capital: bool = False


def lex(text: str) -> list[Token]:
    """All tokens of a text. Hyphens between letters are read as spaces ("mid-week", "end-of-day")."""
    low = _DASH.sub(_spaced, _lowered(text))
    tokens: list[Token] = []
    before = -1
    for match in _TOKEN.finditer(low):
        kind = match.lastgroup
        if kind in ("s1", "s2", None):
            kind = "ymd" if match["ymd"] else "dmy"
        words = match.group(kind)
        start, end = match.span(kind)
        if kind in ("plain", "figured"):
            kind = "word"
        if kind == "ap":
            kind, words = "word", words[0] + "m"
        elif kind == "abbr":
            kind, words = "word", words.replace(".", "")
        elif kind == "word" and "\u2019" in words:
            words = words.replace("\u2019", "'")
        tokens.append(Token(kind, words, start, end, start == before, text[start].isupper()))  # type: ignore[arg-type]
        before = end
    return tokens


def _spaced(dash: re.Match[str]) -> str:
    """A space for the dash, but between two days or two months, where it means "to"."""
    before = _WORD_BEFORE.search(dash.string, max(0, dash.start() - 16), dash.start())
    is_range = before is not None and before.group() in _DAYS_AND_MONTHS and _starts_with_day(dash)
    return "-" if is_range else " "


def _starts_with_day(dash: re.Match[str]) -> bool:
    after = _WORD_AFTER.match(dash.string, dash.end())
    return after is not None and after.group() in _DAYS_AND_MONTHS


def _lowered(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
