"""Cuts a text into the tokens that the grammar of moments reads. One pass, no backtracking over the text."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal, NamedTuple

from bot.understanding.english.time_words import COUNTED_IN, MONTHS, RELATIVE_DAYS, TONIGHTS, WEEKDAYS
from bot.understanding.patterns import regex

Kind = Literal["word", "num", "punct", "break", "junk", "iso", "ymd", "dmy", "named", "clock", "hclock", "slash", "dot"]

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_FIGURED = "(?:" + "|".join(word for word in sorted({*RELATIVE_DAYS, *TONIGHTS}) if not word.isalpha()) + r")\b"
_NO_JUNK = rf"(?:{_MONTH}\d\d?|(?:q|h|eoq)[1-4]|[ck]w\d\d?)(?!\w)|(?:utc|gmt)-\d\d?(?!\d\d\d)"
_UNITS = "|".join(COUNTED_IN)
_TOKEN = regex(
    rf"""
    [^\S\n]*+ (?:
      (?P<plain>[^\W\d_]++(?:['\u2019][^\W\d_]++)?+)(?![\w\-/.:@'\u2019])
    | (?P<mark>[-,;:!?()*"])
    | (?=\d) (?:
        (?P<figured>{_FIGURED})
      | (?P<iso>\d{{4}}-\d\d?-\d\d?[t ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:\ ?z\b|\ ?[+-]\d\d:?\d\d\b)?
          | \d{{8}}t\d{{4}}(?:\d\d)?z?)(?!\d)
      | (?P<named>\d{{1,4}}[-/]{_MONTH}[-/]\d{{2,4}}(?!\d) | \d\d?[-/]{_MONTH}\b
          | \d{{4}}[-/]\d\d?[-/]{_MONTH}\b)
      | (?P<ymd>\d{{4}}(?P<s1>[-/.])\d\d?(?P=s1)\d\d?)(?![\d]|[-/.]\d)
      | (?P<dmy>\d\d?(?P<s2>[-/.])\d\d?(?P=s2)(?:\d{{4}}|\d\d))(?![\d]|[-/.:]\d)
      | (?P<junk>\d[\d.,]{{0,24}}+\s?(?:%|(?:{_UNITS})\b)
          | \d+(?:\.\d+){{2,}}\w*
          | \d++(?=[-_]?[a-z]*[_/]) [\d_/]{{0,24}}+[a-z][\w/]*
          | \b24/7\b | \b9/11\b | \d+[:/]\d+[:/]\d+[:/][\d:/]*
          | (?<!\w)\w{{1,64}}@(?!\d)[\w.]+ )
      | (?P<clock>\d\d?:\d\d(?::\d\d)?)(?![\d:])
      | (?P<hclock>\d\d?h\d\d)(?!\w)
      | (?P<slash>\d\d?/\d{{1,4}}(?![\d/]) | (?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![\d/-]))
      | (?P<dot>\d\d?\.(?:\d\d?(?:\.(?!\d))?)(?!\d))
      | (?P<num>\d+) )
    | (?P<abbr>(?:\b[a-z]\.){{3}})
    | (?P<month>\b{_MONTH}[-/](?:\d{{4}}[-/]\d\d?(?!\d) | \d{{4}}\b | \d\d?\b))
    | (?P<other>https?://\S* | \bwww\.\S* | [$€£#]\s?\d[\d.,]*\w*
        | \b(?=[a-z]*[-_]?\d)(?!{_NO_JUNK})[a-z]+[-_.]?\d[\w.\-/]*
        | (?<!\w)(?:~|\.{{0,2}})/[\w./~-]+
        | (?<!\w)\w{{1,64}}@(?!\d)[\w.]+ )
    | (?P<ap>[ap]\ ?\.\ ?m\b(?:\ ?\.)?)
    | (?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)?)
    | (?P<break>\n)
    | (?P<punct>[^\w\s]|_) )
    """,
    re.VERBOSE,
)
_KINDS = {"mark": "punct", "month": "named", "other": "junk"}
_KINDS |= dict.fromkeys(("plain", "figured", "ap", "abbr"), "word")
_DASH = regex(r"(?<=[a-z])-(?=[a-z])")
_WORD_BEFORE = regex(r"[a-z]{1,16}$")
_WORD_AFTER = regex(r"[a-z]{1,16}")
_DAYS_AND_MONTHS = frozenset(MONTHS) | frozenset(WEEKDAYS)


class Token(NamedTuple):
    """A piece of the text: `text` in lower case, `start` and `end` in the text, `glued` to the one before."""

    kind: Kind
    text: str
    start: int
    end: int
    glued: bool
    capital: bool = False


def lex(text: str, most: int = 1_000_000) -> list[Token]:
    """The tokens of a text, `most` at most. Hyphens between letters are read as spaces ("mid-week", "end-of-day")."""
    low = _DASH.sub(_spaced, _lowered(text.rstrip()))
    tokens: list[Token] = []
    before = -1
    for match in islice(_TOKEN.finditer(low), most):
        group = match.lastgroup
        if group in ("s1", "s2", None):
            group = "ymd" if match["ymd"] else "dmy"
        words = match[group]
        start, end = match.span(group)
        if group == "ap":
            words = words[0] + "m"
        elif group == "abbr":
            words = words.replace(".", "")
        elif "\u2019" in words:
            words = words.replace("\u2019", "'")
        kind = _KINDS.get(group, group)
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
