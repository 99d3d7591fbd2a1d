"""The whole life of a promise in one view, oldest first, in pages of what a view holds."""

from __future__ import annotations

from typing import Any

from slack_sdk.models.blocks import Block

from bot.messages import actions as act
from bot.messages.forms import shown_form
from bot.messages.history_views import HistoryLine, HistoryView, PromiseHistory
from bot.messages.layout import actions, button, context, section, sections
from bot.messages.promises import about_line
from bot.messages.text import inline, moment, person, quote

PAGE = 20  # lines
NOTHING = "Nothing that you may see."
BOT = "ours"
STATES = {"open": "open", "kept": "kept", "withdrawn": "withdrawn", "requested": "asked for, not promised yet"}
WORDS = {
    "ask_promise": "asked {who} for it{due}",
    "accept_request": "promised it{due}",
    "counter_request": "proposed another moment{due}",
    "agree_request": "agreed to that moment{due}",
    "decline_request": "could not promise it",
    "reconsider_request": "thought again",
    "take_back_request": "withdrew the request",
    "expire_request": "let the request lapse: nobody had answered",
    "offer_promise": "offered to keep it",
    "make_promise": "promised it{due}",
    "track_promise": "had it tracked{due}",
    "decline_promise": "said that it is no promise",
    "expire_promise": "let the offer lapse",
    "edit_promise": "changed the message",
    "forget_words": "deleted the message",
    "move_promise": "moved it{before}{until}",
    "shift_promise": "followed the new rules of a time zone{due}",
    "say_at_risk": "said that it may be late",
    "say_on_track": "said that it is on track again",
    "miss_promise": "noted that the moment passed",
    "offer_hand_off": "asked {to} to take it over",
    "accept_hand_off": "took it over",
    "decline_hand_off": "could not take it over",
    "take_back_hand_off": "kept it after all: {to} is not asked any more",
    "ask_stand_in": "asked {to} to take it over, since its maker was not there",
    "lapse_hand_off": "asks {to} no more: its maker is back",
    "take_over": "took it over from {giver}",
    "offer_evidence": "asked whether something shows that it is kept",
    "count_evidence": "counted what shows that it is kept",
    "refuse_evidence": "said that it is not kept yet",
    "keep_promise": "kept it{late}",
    "withdraw_promise": "withdrew it",
    "reopen_promise": "opened it again",
    "mute": "muted reminders of it",
    "unmute": "has reminders of it again",
}
NUDGES = {
    "before": "before it is due",
    "missed": "after its moment",
    "head": "as head",
    "risk": "that it may be late",
    "evidence": "whether it is kept",
    "offers": "of the offer",
}


def history(view: HistoryView, about: str, page: int = 0) -> dict[str, Any]:
    """A view without inputs. `about` says of what: "promise|id" or "mention|id"; the buttons turn its pages."""
    lines = [(each, line) for each in view.promises for line in each.lines or (None,)]
    last = max((len(lines) - 1) // PAGE, 0)
    page = min(max(page, 0), last)
    blocks: list[Block] = []
    shown: list[str] = []
    told: PromiseHistory | None = None
    for each, line in lines[page * PAGE : (page + 1) * PAGE]:
        if told is not each:
            blocks += sections(shown, str)
            blocks.append(_heading(each))
            told, shown = each, []
        shown.append(_line(line, view.zone) if line is not None else NOTHING)
    blocks += sections(shown, str)
    earlier = button("Earlier", act.numbered(act.HISTORY_PAGE, 0), f"{about}|{page - 1}") if page else None
    later = button("Later", act.numbered(act.HISTORY_PAGE, 1), f"{about}|{page + 1}") if page < last else None
    if earlier or later:
        blocks += [actions(earlier, later), context(f"Page {page + 1:,} of {last + 1:,}, the oldest first.")]
    return shown_form("History", blocks or [section(NOTHING)])


def _heading(each: PromiseHistory) -> Block:
    promise = each.promise
    due = (
        f" · due {moment(promise.due, promise.zone)}" if promise.due and promise.state in {"open", "requested"} else ""
    )
    state = STATES.get(promise.state, promise.state)
    late = " late" if promise.state == "kept" and promise.is_missed else ""
    return section(quote(promise.words, 300, 3), f"{person(promise.user_id)} · {state}{late}{due}", about_line(promise))


def _line(line: HistoryLine, zone: str) -> str:
    at = moment(line.at, zone)
    if line.act.startswith("nudge_"):
        return f"• {at} — I reminded you {NUDGES.get(line.act.removeprefix('nudge_'), '')}".rstrip()
    who = "I" if line.by == BOT else person(line.by)
    said = line.details.get("why", "").strip()
    why = f": “{inline(said, 200)}”" if said else ""
    return f"• {at} — {who} {_did(line, zone)}{why}"


def _did(line: HistoryLine, zone: str) -> str:
    """What was done, with the moments and people that it names."""
    details = line.details
    named = {name: person(details[name]) if name in details else "somebody" for name in ("who", "to", "giver")}
    due, before = line.moment("due"), line.moment("before")
    words = WORDS.get(line.act, inline(line.act.replace("_", " "), 60))
    return words.format(
        **named,
        due=f", due {moment(due, zone)}" if due else "",
        until=f" to {moment(due, zone)}" if due else "",
        before=f" from {moment(before, zone)}" if before else "",
        late=" late" if details.get("late") == "True" else "",
    )
