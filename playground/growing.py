"""Messages that grow: which one still does."""

from datetime import timedelta

from playground.core import Core, Stream
from playground.world import Message

LIFE = timedelta(minutes=5)
STATE = "streaming_state"


def stream_of(core: Core, message: Message) -> Stream | None:
    """The stream that a message is, None when it is none any more. It grows for five minutes at most."""
    stream = core.streams.get((message.channel, message.ts))
    if stream and core.now().timestamp() - float(message.ts) > LIFE.total_seconds():
        end_stream(core, message)
        return None
    return stream


def end_stream(core: Core, message: Message) -> None:
    del core.streams[message.channel, message.ts]
    message.extra = {**message.extra, STATE: "completed"}
