"""The people of the town: they post what customers say, promise, track, move, keep, react, edit, delete."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.messages import actions as act
from playground import Playground
from playground.errors import ControlError
from playground.world import Message
from tests.chaos import eyes, town
from tests.chaos.record import Place, Post, Promised, Record

BEAT = 0.25
"""Of the machine's seconds, on average, between two acts."""
BUSY = 60
"""So many deliveries are under way that nobody says more."""
RECENT = 30
TRIES = 4
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "drop_reply", "method": "chat.postMessage"},
    {"kind": "drop_reply", "method": "chat.update"},
    {"kind": "delay", "method": "chat.postMessage", "seconds": 10},
    {"kind": "delay", "method": "chat.postMessage", "seconds": 10},
    {"kind": "error", "method": "chat.postMessage", "error": "503"},
    {"kind": "ratelimit", "method": "chat.postMessage", "seconds": 5},
    {"kind": "error", "method": "conversations.history", "error": "500"},
    {"kind": "duplicate", "method": "message"},
    {"kind": "reorder", "method": "message"},
)
WEIGHTS = {
    "post": 5,
    "repost": 1,
    "chat": 3,
    "promise": 6,
    "track": 7,
    "command": 2,
    "claim": 2,
    "check": 1,
    "nudged": 3,
    "edit": 1,
    "delete": 1,
    "fault": 2,
}


@dataclass
class Life:
    """`is_heard` says whether anybody could store an event now: a jump then brings none to its last try in vain."""

    slack: Playground
    record: Record
    rng: random.Random
    is_heard: Callable[[], bool] = lambda: True
    trouble: list[str] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _clicked: set[tuple[str, str]] = field(default_factory=set)

    async def settle_in(self) -> None:
        """Before the first kill: departments have people, and heads."""
        for user, department in town.MEMBERS.items():
            answer = await self.slack.engine.command(
                channel=town.CHANNELS[0], user=user, command="/ours", text=f"join {department}"
            )
            assert answer["ok"], answer

    async def go_on(self) -> None:
        """For ever: one act after another, and the clock jumps."""
        self._spawn(self._let_time_pass())
        acts, weights = list(WEIGHTS), list(WEIGHTS.values())
        while True:
            await asyncio.sleep(self.rng.expovariate(1 / BEAT))
            if len(self.slack.deliverer.tasks) < BUSY:
                (name,) = self.rng.choices(acts, weights)
                getattr(self, f"_{name}")()

    async def end(self) -> None:
        """Wait for the answers to what was clicked and typed; time goes on."""
        acting = [task for task in self._tasks if task.get_name() == "act"]
        await asyncio.gather(*acting, return_exceptions=True)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[Any, Any, None], name: str = "time") -> None:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.trouble.append(f"the driver itself stumbled: {error!r}")

    async def _let_time_pass(self) -> None:
        """Jumps, so that nudges fall due."""
        while True:
            await asyncio.sleep(self.rng.expovariate(1 / 5.0))
            while not self.is_heard():  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.1)
            self.slack.clock.advance(self.rng.uniform(10, 70) * 60)
            self.record.count("jumps of the clock")

    # what customers said

    def _say(self, channel: str, user: str, **what: Any) -> Place:
        done = self.slack.engine.say(channel=channel, user=user, **what)
        return done["channel"], done["ts"]

    def _person(self) -> str:
        return self.rng.choice(town.PEOPLE)

    def _post(self) -> None:
        number = self.record.next_number()
        form, words = self.rng.choice(town.FORMS), self.rng.choice(town.COMPLAINTS).format(number)
        channel = town.PRIVATE if self.rng.random() < 0.1 else self.rng.choice(town.CHANNELS)
        user = self._person()
        place = self._say(channel, user, **form(number, words))
        self.record.posts.append(Post(number, form.__name__, user, [place]))

    def _live(self, *forms: str) -> Post | None:
        found = [one for one in self.record.posts[-RECENT:] if not one.deleted and (not forms or one.form in forms)]
        return self.rng.choice(found) if found else None

    def _repost(self) -> None:
        post = self._live("review")
        rooms = {self.slack.core.channel(room).id: room for room in town.CHANNELS}
        if post is None or post.places[0][0] not in rooms:
            return
        words = self.slack.core.world.channels[post.places[0][0]].messages[post.places[0][1]].text
        post.places.append(self._say(self.rng.choice(town.CHANNELS), self._person(), text=words, raw=True))

    def _edit(self) -> None:
        post = self._live("review", "quoted")
        if post is None or post.edited:
            return
        post.edited = f"edition{post.number}"
        form = town.review if post.form == "review" else town.quoted
        text = form(post.number, f"I was charged twice, {post.edited}, and nobody answers. I want a refund!")["text"]
        channel, ts = post.places[0]
        self.slack.engine.edit(channel=channel, user=post.user, ts=ts, text=text)

    def _delete(self) -> None:
        """Only where nobody has promised anything: of a deleted post no promise is read."""
        post = self._live()
        if post is None or len(post.places) > 1 or post.has_promises:
            return
        post.deleted = True
        channel, ts = post.places[0]
        self.slack.engine.delete(channel=channel, user=post.user, ts=ts)

    def _chat(self) -> None:
        number = self.record.next_number()
        self._say(self.rng.choice(town.CHANNELS), self._person(), text=self.rng.choice(town.CHATTER).format(number))

    # promises

    def _promise(self) -> None:
        post = self._live()
        if post is None:
            return
        post.has_promises = True
        number, user = self.record.next_number(), self._person()
        channel, ts = self.rng.choice(post.places)
        words = self.rng.choice(town.PROMISES).format(f"case{number}")
        place = self._say(channel, user, text=words, thread_ts=ts)
        self.record.promises.append(Promised(user, f"case{number}", place))

    def _track(self) -> None:
        """Somebody answers an offer; three in four are never answered, and come again next morning."""
        offers = [one for one in self._fresh() if one.visible_to is not None and act.TRACK in eyes.buttons(one)]
        if offers and (promised := self._about(offers[-1])) is not None:
            self._spawn(self._click(promised, offers[-1], act.TRACK, "track"), "act")

    def _nudged(self) -> None:
        rooms = [room for room in self.slack.core.world.channels.values() if room.is_im]
        found = [one for room in rooms for one in room.messages.values() if act.DONE in eyes.buttons(one)]
        fresh = [one for one in found if (one.channel, one.ts) not in self._clicked]
        if not fresh or (promised := self._about(message := self.rng.choice(fresh))) is None:
            return
        action, what = self.rng.choice([(act.DONE, "keep"), (act.TOMORROW, "move")])
        if action in eyes.buttons(message):
            self._spawn(self._click(promised, message, action, what), "act")

    def _fresh(self) -> list[Message]:
        """What stands in channels and was not clicked yet, the latest last."""
        since = f"{(self.slack.clock.now() - timedelta(hours=8)).timestamp():.6f}"
        rooms = [self.slack.core.channel(room) for room in (*town.CHANNELS, town.PRIVATE)]
        found = [room.messages[ts] for room in rooms for ts in room.order[-60:] if ts > since and ts in room.messages]
        return [one for one in found if (one.channel, one.ts) not in self._clicked]

    def _about(self, message: Message) -> Promised | None:
        found = eyes.marker(message)
        return next((one for one in self.record.promises if one.marker == found), None)

    async def _click(self, promised: Promised, message: Message, action: str, what: str) -> None:
        """Click, and read what the bot says: only that is certain. Without an answer people try a few times more."""
        self._clicked.add((message.channel, message.ts))
        for _ in range(TRIES):
            if action not in eyes.buttons(message):
                promised.hear(eyes.words(message))  # the click's answer was lost, and what it led to is shown
                return
            promised.tried.append(what)
            done = await self.slack.engine.click(
                user=promised.user, channel=message.channel, ts=message.ts, action_id=action
            )
            if done["ok"]:
                self.record.count("clicks")
                promised.hear(eyes.words(message))
                return
            self.record.count("clicks without an answer")
            await asyncio.sleep(self.rng.uniform(0.5, 1.5))
        self._clicked.discard((message.channel, message.ts))

    def _command(self) -> None:
        promised = Promised(self._person(), f"case{self.record.next_number()}", None)
        self.record.promises.append(promised)
        self._spawn(self._type(promised), "act")

    async def _type(self, promised: Promised) -> None:
        hours = self.rng.randint(2, 9)
        answer = await self.slack.engine.command(
            channel=self.rng.choice(town.CHANNELS),
            user=promised.user,
            command="/ours",
            text=f"promise call Ada about {promised.marker} in {hours} hours",
        )
        if answer["ok"]:
            self.record.count("commands")
            promised.hear(str(answer["response"]))
        else:
            self.record.count("commands without an answer")

    def _check(self) -> None:
        """✅ on one's own promise keeps it."""
        open_ones = [one for one in self.record.promises if one.told == "tracked" and one.place and not one.checked]
        if not open_ones:
            return
        promised = self.rng.choice(open_ones)
        promised.checked = True
        assert promised.place is not None
        channel, ts = promised.place
        self.slack.engine.react(channel=channel, user=promised.user, ts=ts, name="white_check_mark")

    def _claim(self) -> None:
        cards = [one for one in self._fresh() if act.CLAIM in eyes.buttons(one)]
        if cards:
            self._spawn(self._take(self.rng.choice(cards)), "act")

    async def _take(self, card: Message) -> None:
        done = await self.slack.engine.click(user=self._person(), channel=card.channel, ts=card.ts, action_id=act.CLAIM)
        self.record.count("clicks" if done["ok"] else "clicks without an answer")

    # Slack

    def _fault(self) -> None:
        try:
            self.slack.engine.fault(**self.rng.choice(FAULTS))
        except ControlError as error:
            raise AssertionError(error.error) from error
        self.record.count("faults of Slack")
