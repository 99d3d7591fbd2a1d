"""A town to test in: a local Slack and the whole bot in one process, driven as people drive it.

    ts = await town.say("@maria", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.jump("2026-11-20T15:01:00-05:00")

Nothing sleeps for a fixed time: `settled` returns when Slack is quiet and the bot has no work that is due. Moments are
those of the playground, whose clock runs `SPEED` times as fast as the machine's.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from bot.database import Scope
from bot.inbox import InboxRow
from bot.jobs.ticks import next_nudge
from bot.ledger import reminders, workspaces
from bot.messages import welcomes
from bot.models import Channel, ChannelReminder, Digest, Presence
from bot.outbox import UNSETTLED, OutboxRow
from bot.statements import find, prepared
from bot.wiring import House, Seams
from config.settings import Settings, load
from playground import Playground
from tests.flow.seen import Json, find_button, find_in_view, has_button, is_card
from tests.support.reading import WatchedDatabase

START = datetime(2026, 11, 17, 15, 0, tzinfo=UTC)
"""A Tuesday, 10:00 in New York and 16:00 in Berlin."""
SPEED = 60.0
"""A minute passes in each second: what shall not have come yet is looked for ten minutes before."""
PATIENCE = 20.0
LONG_AGO = START - timedelta(days=365)
AHEAD = timedelta(minutes=1)
"""Farther ahead of Slack's, the bot's clock has not followed a jump back."""


WELCOMES = {welcomes.lead_to_setup(0).text, welcomes.first_act("").text, welcomes.guide("", is_new=False).text}
GONE_MEANWHILE = {
    (method, error)
    for method in ("conversations.history", "conversations.replies")
    for error in ("not_in_channel", "channel_not_found", "thread_not_found")
}


@dataclass
class Town:
    """`expected` are errors of Slack that a test provokes; all others fail it when the town closes."""

    slack: Playground
    house: House
    url: str
    expected: set[str] = field(default_factory=set)
    more: Json = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)
    _jumped_to: datetime = LONG_AGO
    _looks_since: datetime = LONG_AGO

    # people act

    async def say(self, user: str, text: str = "", channel: str = "#support", **more: Any) -> str:
        """Post as a person does, and wait for all that follows. Answers the ts."""
        ts: str = self.slack.engine.say(channel=channel, user=user, text=text, **more)["ts"]
        await self.settled()
        return ts

    async def ours(self, user: str, text: str = "", channel: str = "#support") -> Json:
        """Type `/ours …`; the answer, which that person alone sees (empty when a form was opened)."""
        answer = await self.slack.engine.command(channel=channel, user=user, command="/ours", text=text)
        assert answer["ok"], answer
        await self.settled()
        return answer["response"] or {}

    async def click(self, user: str, message: Json, action: str, label: str = "") -> list[Json]:
        """Click a button, named by its action (without number) and, where several are alike, by its label.

        Answers what that person alone sees anew: whispers, or the message itself if its place was taken.
        """
        before = {json.dumps(one) for one in self.seen_by_alone(user)}
        button = find_button(message, action, label)
        done = await self.slack.engine.click(
            user=user,
            channel=message["channel"],
            ts=message["ts"],
            action_id=button["action_id"],
            block_id=button["block_id"],
        )
        assert done["ok"], done
        await self.settled()
        return [one for one in self.seen_by_alone(user) if json.dumps(one) not in before]

    async def react(self, user: str, channel: str, ts: str, name: str = "white_check_mark") -> None:
        self.slack.engine.react(channel=channel, user=user, ts=ts, name=name)
        await self.settled()

    async def unreact(self, user: str, channel: str, ts: str, name: str = "white_check_mark") -> None:
        self.slack.engine.unreact(channel=channel, user=user, ts=ts, name=name)
        await self.settled()

    async def shortcut(self, user: str, callback_id: str, channel: str, ts: str) -> list[Json]:
        """Use a message shortcut; answers what that person alone sees anew."""
        before = {json.dumps(one) for one in self.seen_by_alone(user)}
        done = await self.slack.engine.shortcut(user=user, callback_id=callback_id, channel=channel, ts=ts)
        assert done["ok"], done
        await self.settled()
        return [one for one in self.seen_by_alone(user) if json.dumps(one) not in before]

    async def global_shortcut(self, user: str, callback_id: str) -> Json:
        """Use a global shortcut; answers the form that it opens."""
        done = await self.slack.engine.shortcut(user=user, callback_id=callback_id)
        assert done["ok"], done
        await self.settled()
        return self.form_of(user)

    def form_of(self, user: str) -> Json:
        """The form that lies open before a person."""
        mine = [view for view in self.slack.engine.state(["views"])["views"] if view["user"] == self.id_of(user)]
        assert mine, f"no form is open for {user}"
        form: Json = mine[-1]
        return form

    async def send_form(self, user: str, **values: Any) -> Json:
        """Fill in the open form and send it; block id and action id are one word. Answers what came back."""
        given = {name: {name: value} for name, value in values.items()}
        done = await self.slack.engine.submit(user=user, view_id=self.form_of(user)["id"], values=given)
        assert done["ok"], done
        await self.settled()
        return done["response"] or {}

    async def set_up(self, user: str, section: str, channel: str = "#support", **values: Any) -> Json:
        """Type `/ours setup SECTION`, and send its form."""
        assert await self.ours(user, f"setup {section}", channel) == {}
        answer = await self.send_form(user, **values)
        if "errors" not in answer:
            await self.close_form(user)
        return answer

    async def press(self, user: str, action: str, label: str = "", value: str | None = None) -> None:
        """Click a button in the view that lies uppermost, named by its action and, where several are alike, by what
        stands beside it; or choose a value of a select there.
        """
        view = self.form_of(user)
        item, block_id = find_in_view(view, action, label)
        given = {} if value is None else {"value": value}
        done = await self.slack.engine.click(
            user=user, view_id=view["id"], action_id=item["action_id"], block_id=block_id, **given
        )
        assert done["ok"], done
        await self.settled()

    async def suggested(self, user: str, name: str, typed: str) -> dict[str, str]:
        """What an external select offers for what somebody types: by value, the text."""
        view = self.form_of(user)
        told = await self.slack.engine.suggest(user=user, view_id=view["id"], action_id=name, value=typed)
        return {one["value"]: one["text"]["text"] for one in told["options"]}

    async def close_form(self, user: str) -> None:
        done = await self.slack.engine.close(user=user, view_id=self.form_of(user)["id"])
        assert done["ok"], done

    async def join(self, channel: str, user: str, inviter: str | None = None) -> None:
        self.slack.engine.join(channel=channel, user=user, inviter=inviter)
        await self.settled()

    async def leave(self, channel: str, user: str) -> None:
        self.slack.engine.leave(channel=channel, user=user)
        await self.settled()

    # what people see

    def id_of(self, user: str) -> str:
        return self.slack.core.user(user).id

    def channel_id(self, channel: str) -> str:
        return self.slack.core.channel(channel).id

    def channels(self) -> list[Json]:
        found: list[Json] = self.slack.engine.state(["channels"])["channels"]
        for room in found:
            for message in room["messages"]:
                message["channel"] = room["id"]
        return found

    def messages(self, channel: str) -> list[Json]:
        """All that stands in a channel, whispers included."""
        wanted = self.channel_id(channel)
        return next(room["messages"] for room in self.channels() if room["id"] == wanted)

    def at(self, channel: str, ts: str) -> Json:
        return next(one for one in self.messages(channel) if one["ts"] == ts)

    def from_bot(self, channel: str, thread_ts: str | None = None) -> list[Json]:
        """What everybody in that channel (or that thread) reads from the bot."""
        return [
            one
            for one in self.messages(channel)
            if self.is_from_bot(one)
            and one.get("visible_to") is None
            and (thread_ts is None or one.get("thread_ts") == thread_ts)
        ]

    def is_from_bot(self, message: Json) -> bool:
        return message.get("user") == self.id_of("@ours") and message.get("subtype") not in {"channel_join"}

    def cards(self, channel: str = "#support") -> list[Json]:
        return [one for one in self.from_bot(channel) if is_card(one)]

    def card_of(self, ts: str, channel: str = "#support") -> Json:
        """The one card in the thread of that message."""
        found = [one for one in self.from_bot(channel, ts) if is_card(one)]
        assert len(found) == 1, [one["text"] for one in self.from_bot(channel)]
        return found[0]

    def dms_of(self, user: str) -> list[Json]:
        """What the bot wrote to a person directly, `welcomes_of` them aside."""
        return [one for one in self._directly_to(user) if one["text"] not in WELCOMES]

    def welcomes_of(self, user: str) -> list[Json]:
        """What comes once, whatever they do: how to begin, and the guide with their first part or promise."""
        return [one for one in self._directly_to(user) if one["text"] in WELCOMES]

    def _directly_to(self, user: str) -> list[Json]:
        person = self.id_of(user)
        rooms = [room for room in self.channels() if room["is_im"] and person in room["members"]]
        return [one for room in rooms for one in room["messages"] if self.is_from_bot(one)]

    def ephemerals_of(self, user: str, channel: str | None = None) -> list[Json]:
        """What the bot whispered to a person in channels (answers to `/ours` aside: `ours` returns those)."""
        person, where = self.id_of(user), channel and self.channel_id(channel)
        return [
            one
            for room in self.channels()
            for one in room["messages"]
            if one.get("visible_to") == person and where in (None, room["id"])
        ]

    def seen_by_alone(self, user: str) -> list[Json]:
        return self.ephemerals_of(user) + [one for one in self.dms_of(user) if one.get("visible_to") is None]

    def follow(self, link: str) -> Json:
        """The message that a permalink leads to."""
        found = re.search(r"/archives/(\w+)/p(\d+)", link)
        assert found, link
        return self.at(found[1], f"{found[2][:-6]}.{found[2][-6:]}")

    async def purposes(self) -> list[str]:
        """What each message that the bot posted (not updated) was for, in order."""
        posting = OutboxRow.method.in_(("chat.postMessage", "chat.postEphemeral"))
        rows = select(OutboxRow.purpose).where(OutboxRow.state == "sent", posting).order_by(OutboxRow.id)
        return await self.ask(rows)

    def offers_to(self, user: str) -> list[Json]:
        return [one for one in self.ephemerals_of(user) if has_button(one, "offer_track")]

    def count(self) -> int:
        """How many messages the bot has posted, wherever (whispers too; answers to commands and welcomes not)."""
        posts = [one for one in self.slack.core.calls if one["method"] in {"chat.postMessage", "chat.postEphemeral"}]
        done = [one for one in posts if (one["reply"] or {}).get("ok")]
        return sum(one["args"].get("text") not in WELCOMES for one in done)

    # time

    def now(self) -> datetime:
        return self.slack.clock.now()

    async def jump(self, to: datetime | str) -> None:
        """Move the clock to a moment (ISO with its offset), and wait for all that falls due."""
        moment = datetime.fromisoformat(to) if isinstance(to, str) else to
        self._known = set(await self.ask(select(Channel.id).where(Channel.bot_is_in, Channel.is_direct.is_(False))))
        self._jumped_to = moment
        self.slack.clock.set(moment)
        await self.settled()

    async def open(self) -> None:
        """The bot starts, and looks at the channels that it is in, though it may have done so before in this town."""
        self._looks_since = self.now()
        await self.start_bot()
        await self.settled()
        self._looks_since = LONG_AGO

    async def stop_bot(self) -> None:
        """Slack finds nobody any more."""
        await self.house.stop()
        self.slack.deliverer.forget()

    async def start_bot(self) -> None:
        """The bot starts; when it was stopped before, with the same database."""
        if self.house.has_started:
            self.house = new_house(load(**settings_of(self.slack, self.url), **self.more))
        await self.house.start()
        if not self.slack.deliverer.socket_only:
            self.slack.deliverer.events_url = f"http://127.0.0.1:{self.house.port}/slack/events"

    async def settled(self) -> None:
        """Wait until Slack is quiet and the bot has no work that is due."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not await self._is_settled():  # noqa: ASYNC110 - two programs and a database tell nobody
                    await asyncio.sleep(0.01)
        except TimeoutError:
            what = await self.house.database.read(lambda session: list(self._due(session)))
            raise AssertionError(f"not settled: {what}, {len(self.slack.deliverer.tasks)} deliveries") from None

    async def _is_settled(self) -> bool:
        activity, before = self.slack.core.activity, self.slack.core.activity.version
        if not self._is_quiet() or await self.house.database.read(lambda session: any(self._due(session))):
            return False
        return self._is_quiet() and activity.version == before

    def _is_quiet(self) -> bool:
        follows = self._jumped_to <= self.house.clock.now() < self.slack.clock.now() + AHEAD
        return follows and not self.slack.deliverer.tasks and self.slack.core.activity.is_quiet(0)

    def _due(self, session: Session) -> Iterator[str]:
        """What the bot has still to do at the present moment. Looked for in the direction in which work moves: on
        PostgreSQL each statement sees what was committed meanwhile, and what leaves one place is in the next by then.
        """
        now = self.house.clock.now()
        yield from _some(session, "outbox", _unsent(now))  # what mostly waits is looked for first, and in its turn
        yield from _some(session, "the first look at", _not_looked_at(self._looks_since))
        yield from _some(session, "inbox", _unread())
        moment = next_nudge(session)
        if moment is not None and moment <= now:
            yield f"a nudge, miss or lapse due {moment}"
        for team_id in workspaces.all_team_ids(session):
            yield from _rhythm(Scope(session, team_id, now, str), self._known)
        # By the clock as it is now: what left the inbox since the look began is due at a moment later than that.
        yield from _some(session, "outbox", _unsent(self.house.clock.now()))

    async def ask(self, statement: Select[Any]) -> list[Any]:
        """Look into the bot's database."""
        return await self.house.database.read(lambda session: list(session.execute(statement).scalars()))

    # in the end

    async def check(self) -> None:
        """Slack took every message, and nobody was pinged who should not be."""
        refused = [
            (call["method"], call["reply"])
            for call in self.slack.core.calls
            if call["reply"]
            and not call["reply"].get("ok")
            and call["reply"].get("error") not in self.expected
            # What is gone by the time that history is read is an answer, too.
            and (call["method"], call["reply"].get("error")) not in GONE_MEANWHILE
        ]
        assert not refused, refused
        rows = await self.house.database.read(lambda session: list(session.execute(select(OutboxRow)).scalars()))
        purposes = {row.id: row.purpose for row in rows}
        for call in self.slack.core.calls:
            if call["method"] == "chat.postMessage":
                _check_pings(call["args"], purposes)
        failed = [row.error or "" for row in rows if row.state == "failed"]
        assert not [error for error in failed if not any(word in error for word in self.expected)]


def _check_pings(args: Json, purposes: dict[str, str]) -> None:
    """A new message may ping in a request to look, and name people in the digest's thanks; in a DM names ping none."""
    shown = json.dumps([args.get("text"), args.get("blocks")])
    assert not re.search(r"<!(channel|here|everyone)", shown), shown
    assert "<!subteam" not in shown or purpose_of(args, purposes) == "ping", shown
    if "<@" in shown and not str(args["channel"]).startswith("D"):
        assert purpose_of(args, purposes) in {"ping", "digest"}, shown


def purpose_of(args: Json, purposes: dict[str, str]) -> str:
    return purposes[args["metadata"]["event_payload"]["row"]]


def _some(session: Session, name: str, asked: tuple[Select[Any], dict[str, Any]]) -> list[str]:
    return [f"{name}: {word}" for word in session.execute(*asked).scalars()]


@prepared
def _not_looked_at(since: datetime) -> Select[str]:
    return select(Presence.team_id).where(or_(Presence.pass_at.is_(None), Presence.pass_at < since))


@prepared
def _unread() -> Select[str]:
    return select(InboxRow.kind).where(InboxRow.state == "waiting")


@prepared
def _unsent(now: datetime) -> Select[str]:
    return select(OutboxRow.purpose).where(OutboxRow.state.in_(UNSETTLED), OutboxRow.not_before <= now)


@prepared
def _not_reminded(day: date, known: set[str]) -> Select[str]:
    decided = select(ChannelReminder.channel_id).where(ChannelReminder.day == day)
    return select(Channel.id).where(
        Channel.bot_is_in, Channel.mode_word != "off", Channel.id.in_(known), Channel.id.not_in(decided)
    )


def _rhythm(scope: Scope, known: set[str]) -> Iterator[str]:
    """Reminders of channels that were known when the clock jumped, and the digest: due and not decided."""
    day, workspace = reminders.due_day(scope), workspaces.get(scope)
    if day is not None and scope.session.execute(*_not_reminded(day, known)).first() is not None:
        yield "reminders"
    if workspace.digest_channel_id is not None:
        week_end = workspaces.last_digest(workspace, scope.now)
        if find(scope.session, Digest, scope.team_id, week_end) is None:
            yield "digest"


@asynccontextmanager
async def open_town(
    url: str,
    *,
    world: Json | None = None,
    socket_mode: bool = False,
    start: datetime = START,
    settings: Json | None = None,
    **options: Any,
) -> AsyncIterator[Town]:
    """Both running; when it closes, what was said is checked. `options` are the playground's, `settings` the bot's."""
    options = {"speed": SPEED} | options
    async with Playground(start=start, world=world, socket_mode=socket_mode, **options) as slack:
        more = settings or {}
        town = Town(slack, new_house(load(**settings_of(slack, url), **more)), url, more=more)
        try:
            await town.open()
            yield town
            await town.settled()
            await town.check()
        finally:
            await town.house.stop()


def new_house(settings: Settings) -> House:
    return House(settings, seams=Seams(open_database=WatchedDatabase))


def settings_of(slack: Playground, url: str) -> Json:
    """What the bot needs to know to meet that playground."""
    app = slack.settings
    is_socket = slack.deliverer.socket_only
    token = {"slack_app_token": app.app_token} if is_socket else {"slack_signing_secret": app.signing_secret}
    return {
        "slack_bot_token": app.bot_token,
        "slack_api_url": f"{slack.url}/api/",
        "clock_url": slack.url,
        "database_url": url,
        "port": 0,
        **token,
    }
