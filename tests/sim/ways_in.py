"""The other ways in: an emoji that shares, *What a customer said* from anywhere, a listening tool, plain words."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot import tokens
from bot.handlers.desk import Desk
from bot.handlers.hooks import PATH, Hooks
from bot.messages import actions as act
from bot.tokens import Pass
from bot.wiring import House
from tests.sim.life import Life
from tests.sim.network import SLOW
from tests.sim.people import HOUR, People
from tests.sim.truth import Kind, Post

Json = dict[str, Any]
EMOJI = "speaking_head_in_silhouette"
PATIENCE = 30.0
"""Seconds that a listening tool waits for an answer."""
SECRET = "of the listening tools of a simulation"
POINTED_AT = "Jo from the bakery said on the phone that the {} scales show nothing since Monday."
QUESTIONS = ("what's open?", "what did I promise?", "who owns Akme?", "the digest", "sing me a song")


def point_at(people: People, who: tuple[str, str], room: str) -> None:
    """One says in passing what a customer told them; another's emoji shares it, and may be taken away again."""
    chance, engine = people.stage.chance(f"pointing at {people.stage.loop.time()}"), people.stage.slack.engine
    mark = people.truth.new_mark("m")
    post = people.say("pointed", who[0], room, POINTED_AT.format(mark), mark=mark)
    where = {"channel": f"#{room}", "user": f"@{who[1]}", "ts": post.ts, "name": EMOJI}

    async def share() -> None:
        engine.react(**where)
        post.kind = "mention"
        people.note("shares by emoji", who[1], post.ts)
        people.stage.trace.acts["mention"] += 1
        if chance.random() < 0.6:
            people.later(chance.choice((1.0, 60.0, HOUR)) * chance.uniform(0.5, 2), take_back)

    async def take_back() -> None:
        engine.unreact(**where)
        post.kind, post.is_taken_back = "pointed", True
        people.note("takes emoji back", who[1], post.ts)

    people.later(chance.uniform(5, 3 * HOUR), share)


async def type_in(people: People, person: str, room: str, words: str) -> None:
    """*What a customer said*, from anywhere in Slack."""
    view = await _form(people, person, act.SHORTCUT_SHARE)
    if view is None:
        return
    mark = people.truth.new_mark("m")
    # Known before it is sent: the answer may be lost, and the words be taken in.
    told = people.truth.add(Post("told", person, room, f"typed {mark}", mark))
    given = {act.INPUT_SAID: words.format(mark), act.INPUT_WHO: "Akme", act.INPUT_WHERE: f"#{room}"}
    told.is_certain = await people.submit(person, view, {name: {name: value} for name, value in given.items()}, "share")
    people.stage.trace.acts["mention"] += 1


async def promise_from_anywhere(people: People, person: str) -> None:
    """*Promise something*, from anywhere in Slack."""
    view = await _form(people, person, act.SHORTCUT_PROMISE_NEW)
    if view is not None:
        due = int((people.stage.slack.clock.now() + timedelta(hours=30)).timestamp())
        mark = people.truth.new_mark("p")
        kept = people.truth.add(Post("reminder", person, "general", f"typed {mark}", mark))
        given = {act.INPUT_WORDS: f"call Ada about {mark}", act.INPUT_MOMENT: due}
        values = {name: {name: value} for name, value in given.items()}
        kept.is_certain = await people.submit(person, view, values, "promise")


async def _form(people: People, person: str, shortcut: str) -> Any:
    """The form that a global shortcut opens; None when nothing came of it, or another form lies above it."""
    before = people.open_view(person)
    answer = await people.stage.slack.engine.shortcut(user=f"@{person}", callback_id=shortcut)
    people.note("global shortcuts", person, shortcut, answer.get("error", "ok"))
    view = people.open_view(person)
    return view if view is not before else None


def ask_in_words(people: People, person: str, room: str, is_direct: bool) -> None:
    """“@Ours what's open?”, or a reminder."""
    chance = people.stage.chance(f"asking at {people.stage.loop.time()}")
    words, mark = chance.choice(QUESTIONS), ""
    if chance.random() < 0.5:
        mark = people.truth.new_mark("p")
        words = f"remind me in 2 days to call Ada about {mark}"
    channel = "@ours" if is_direct else f"#{room}"
    text = words if is_direct else f"<@{people.stage.town.ids['ours']}> {words}"
    said = people.stage.slack.engine.say(channel=channel, user=f"@{person}", text=text)
    people.note("asks in words", person, said["ts"])
    if mark:
        kind: Kind = "told directly" if is_direct else "reminder"
        people.truth.add(Post(kind, person, room, said["ts"], mark, is_certain=True))


async def tell(people: People, room: str, words: str) -> None:
    """A listening tool tells what a customer said, again and again until it hears that it was taken; and now and then
    once more after that.
    """
    stage = people.stage
    chance, mark = stage.chance(f"heard at {stage.loop.time()}"), people.truth.new_mark("m")
    told = people.truth.add(Post("told", "nobody", room, f"heard {mark}", mark))
    fields = {"text": words.format(mark), "author": "@jane", "source": "Mastodon", "customer": "Akme", "channel": room}
    stage.trace.acts["mention"] += 1
    left, ids = chance.choice((1, 1, 2, 3)), set[str]()
    for _ in itertools.count():
        answer = await _call(people, fields, f"key of {mark}")
        people.note("hooks", "a tool", mark, answer[0])
        if answer[0] == 202 and chance.random() < 0.7:  # else its answer is lost on the way
            ids.add(answer[1]["id"])
            told.is_certain, left = True, left - 1
        if len(ids) > 1:
            stage.blame(f"what a tool told once ({mark}) was taken in twice: {sorted(ids)}")
        if 400 <= answer[0] < 500:
            stage.blame(f"a tool was refused: {answer}")
            return
        if not left:
            return
        await asyncio.sleep(chance.choice((0.0, 20.0, 300.0)) * chance.uniform(0.5, 2))


async def _call(people: People, fields: Json, key: str) -> tuple[int, Json]:
    """`POST /hooks/mentions` at any process that receives: its status (0: no answer) and its answer."""
    stage = people.stage
    fit = [one for one in stage.room.living if "receive" in one.parts and one.house is not None]
    if not fit:
        await asyncio.sleep(1)
        return 0, {}
    process = stage.chance(f"{key} at {stage.loop.time()}").choice(fit)
    life, house = process.life, process.house
    assert life is not None
    assert house is not None
    calling = stage.loop.start(_answer(house, life, _signed(house, people, fields, key)), life.context.copy())
    either: list[asyncio.Future[Any]] = [calling, life.died]
    await asyncio.wait(either, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    if not calling.done():
        return 0, {}
    if calling.exception() is not None:
        return 500, {}  # as the server answers where a handler stumbles
    response: Response = calling.result()
    return response.status_code, json.loads(bytes(response.body))


async def _answer(house: House, life: Life, request: Request) -> Response:
    await life.cross("a call comes in", SLOW)
    desk = Desk(house.database, house.clock, house.new_id, house.client)
    response = await Hooks(desk, SECRET).mentions(request)
    await life.cross("a call is answered", SLOW)
    return response


def _signed(house: House, people: People, fields: Json, key: str) -> Request:
    now = house.clock.machine()
    team_id = next(iter(people.stage.slack.core.world.teams))
    hook, secret = tokens.make_hook(SECRET, Pass(team_id, "voices", now + timedelta(days=1)))
    body, stamp = json.dumps(fields).encode(), str(int(now.timestamp()))
    headers = {"X-Ours-Key": hook, "X-Ours-Timestamp": stamp, "Idempotency-Key": key}
    headers["X-Ours-Signature"] = tokens.sign_call(secret, stamp, body)

    async def receive() -> Json:
        return {"type": "http.request", "body": body, "more_body": False}

    sent = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "POST", "path": PATH, "query_string": b"", "headers": sent}
    reader: Callable[[], Awaitable[Any]] = receive
    return Request(scope, reader)


async def keep_customers(people: People, person: str) -> None:
    """Two names of one customer are put together; now and then they are parted again."""
    chance = people.stage.chance(f"customers of {person} at {people.stage.loop.time()}")
    steps = [("Acme", act.ADD_CUSTOMER), ("Akme", act.ADD_CUSTOMER), ("Acme", act.MERGE_CUSTOMER)]
    if chance.random() < 0.6:
        steps.append(("Acme", act.SPLIT_CUSTOMER))
    for name, action in steps:
        room = people.stage.slack.core.channel("#general")
        await people.command(person, room.id, f"customer {name}")
        mine = [one for one in room.messages.values() if one.visible_to == people.stage.town.ids[person]]
        if mine:
            await people.click(person, room, mine[-1].ts, action)
        await asyncio.sleep(chance.uniform(5, 2 * HOUR))
