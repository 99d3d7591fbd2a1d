"""What has happened is not due ("we met on Friday", "I slept until noon"), nor an hour that names ("the 9:15")."""

from __future__ import annotations

from bot.understanding.english.past_words import (
    AFTER_TOLD,
    AS_A_RULE,
    BETWEEN_SUBJECT_AND_VERB,
    GOES_NO_FURTHER,
    HAPPENED,
    LASTED,
    NO_MORE,
    NO_SUBJECTS,
    NO_VERBS,
    PLANNED,
    SCORES,
    SHIFTS,
    SUBJECTS,
    SUPPOSED,
)
from bot.understanding.english.time_lookalikes import ALWAYS, RECURS, WAS, WAS_PLANNED
from bot.understanding.english.time_neighbours import BEGINS_A_CLAUSE, EVENTS
from bot.understanding.english.time_phrases import OWNERS, STOPS
from bot.understanding.english.time_words import WEEKDAYS
from bot.understanding.moments.line import Line
from bot.understanding.moments.slots import Group, Slots

_UNTIL = frozenset({"until", "till", "til"})
_MOST_BETWEEN = 6
_LONGEST_SUBJECT = 3


def has_happened(line: Line, group: Group) -> bool:
    """ "The server went down on Friday", "we lost 2-1 on Friday", "it was Tuesday when it died"."""
    slots = group.slots
    if _is_still_to_come(slots) or not (slots.has_time or slots.has_day):
        return False
    if _is_it_that_day(line, group):
        return True
    came_by = line.words(group.first, "by", "on")  # "the florist came by on Monday"
    asked = "on" if came_by else line[group.first].text
    if asked not in ("on", "at") and asked not in _UNTIL:
        return False
    verb = _verb_before(line, group.first - 1)
    if verb is None:
        return False
    is_bare = verb == group.first - 1  # "we rowed until noon"
    if asked in _UNTIL and line[verb].text not in LASTED and not is_bare:
        return False
    return _is_said_of_someone(line, verb, ends=_ends_told(line, group.after))


def _is_still_to_come(slots: Slots) -> bool:
    is_counted = slots.relative is not None or slots.offset is not None or slots.instant is not None
    is_dated = slots.month is not None or slots.year is not None  # "on 4 March" may be the next one
    return is_counted or is_dated or slots.which is not None or slots.period is not None


def _verb_before(line: Line, i: int) -> int | None:
    """Where the verb of the clause stands that ends at `i`, if it tells of the past."""
    for j in range(i, i - _MOST_BETWEEN, -1):
        token = line[j]
        if is_past_verb(token.text) and token.kind == "word":
            return j
        is_score = token.text == "-" and line[j + 1].kind == "num"
        if token.text in GOES_NO_FURTHER or token.text in EVENTS or (token.text in STOPS and not is_score):
            return None
    return None


def is_past_verb(word: str) -> bool:
    """Whether it tells what happened, and not what was planned."""
    is_regular = word.endswith("ed") and word not in NO_VERBS and word not in PLANNED
    return word in HAPPENED or word in LASTED or is_regular


def _is_said_of_someone(line: Line, verb: int, *, ends: bool) -> bool:
    """Whether somebody or something acts right before the verb: "we met", "the boss left"; not "what is left"."""
    i = verb - 1
    while line.word(i) in BETWEEN_SUBJECT_AND_VERB and i > verb - 3:
        i -= 1
    if line.word(i) in SUBJECTS:
        return line[i - 1].text not in SUPPOSED and line[i - 1].text not in NO_SUBJECTS - {"and", "when", "that"}
    if line[verb].text not in HAPPENED:
        return False
    is_of_a_thing = line.word(i) in ("that", "which")  # "the lamps that arrived on Monday are broken"
    return is_of_a_thing or (ends and _is_thing(line, i))


def _is_thing(line: Line, i: int) -> bool:
    """Whether a clause begins with the few words that end at `i`, and they can act: "our landlord", "Man United"."""
    for j in range(i, i - _LONGEST_SUBJECT - 1, -1):
        if line[j].text in BEGINS_A_CLAUSE:
            return j < i
        if line[j].kind != "word" or not _may_act(line[j].text):
            return False
    return False


def _may_act(word: str) -> bool:
    is_owner = word in OWNERS
    return is_owner or not (word in NO_SUBJECTS or word.endswith(("'s", "'ll", "'d", "'ve", "'re", "n't")))


def _ends_told(line: Line, i: int) -> bool:
    return line[i].text in STOPS or line[i].text in AFTER_TOLD


def _is_it_that_day(line: Line, group: Group) -> bool:
    """ "It was Tuesday when the server died", "it was on Monday that the roof gave in"."""
    i, after = group.first, group.after
    if not line.words(i - 2, "it", "was") or line.word(after) not in ("when", "that"):
        return False
    return any(
        is_past_verb(line.word(j)) or line.word(j) in ("gave", "got", "took") for j in range(after + 1, after + 6)
    )


def is_score(line: Line, i: int) -> bool:
    """ "Won 3-1": the number at `i` and the one behind a dash count what was scored."""
    is_pair = line[i].kind == "num" and line[i + 1].text in ("-", "\u2013") and line[i + 2].kind == "num"
    verb = line.word(i - 2) if line.word(i - 1) in ("it", "by", "them", "us") else line.word(i - 1)
    return is_pair and verb in SCORES


def is_habit(line: Line, group: Group) -> bool:
    """ "Hourly from 7 till 7", "the night shift, 10 pm to 6 am", "at 11 on weeknights", "from 8 to 5 as a rule"."""
    slots = group.slots
    if slots.clock is None or slots.has_day:
        return False
    if any(line[group.after].text == words[0] and line.words(group.after, *words) for words in AS_A_RULE):
        return _ends_told(line, group.after + 3) or _ends_told(line, group.after + 2)
    first = group.first if line[group.first].text == "from" else group.first - 1
    before = line.word(first - 1)
    if not slots.ranged:
        return False
    is_shift = before in SHIFTS and line[first].text in (",", "(", ":", "from", "-", "\u2013")
    return is_shift or (before in RECURS and line[first].text == "from")


def names_what(line: Line, group: Group) -> bool:
    """ "The 9:15 was late again", "the 5pm crowd is always late": which one it is, not when anything is due."""
    slots = group.slots
    if slots.clock is None or slots.has_day or group.how or line[group.first - 1].text not in OWNERS:
        return False
    for verb in range(group.after, group.after + 3):
        word, beyond = line.word(verb), line.word(verb + 1)
        if word in WAS:
            return beyond not in WAS_PLANNED
        if word in ("is", "are"):
            return beyond in NO_MORE or beyond in ALWAYS
        if word in ALWAYS:
            return True
        if not word or word in WEEKDAYS:
            return False
    return False
