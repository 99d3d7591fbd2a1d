"""assistant.threads.*: what an assistant shows while it thinks. Only people see it; no event tells of it."""

from playground.errors import Json, SlackError, invalid_arguments
from playground.methods.registry import Call, method
from playground.world import Channel

MOST_MESSAGES, MOST_PROMPTS = 10, 4


def _thread(call: Call) -> Channel:
    channel = call.channel("channel_id")
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    parent = channel.messages.get(call.text("thread_ts"))
    if parent is None or parent.is_reply or parent.visible_to is not None:
        raise SlackError("invalid_thread_ts")
    return channel


@method(
    "assistant.threads.setStatus",
    "chat:write assistant:write",
    "special",
    kinds="bot",
    needs="channel_id thread_ts",
)
def set_status(call: Call) -> Json:
    _thread(call)
    if "status" not in call.args:
        raise invalid_arguments("missing required field: status")
    if len(call.listing("loading_messages")) > MOST_MESSAGES:
        raise invalid_arguments(f"no more than {MOST_MESSAGES} items allowed [json-pointer:/loading_messages]")
    call.core.activity.touch()
    return {}


@method(
    "assistant.threads.setTitle",
    "assistant:write",
    "t3",
    kinds="bot",
    needs="channel_id thread_ts title",
)
def set_title(call: Call) -> Json:
    _thread(call)
    return {}


@method(
    "assistant.threads.setSuggestedPrompts",
    "assistant:write",
    "t3",
    kinds="bot",
    needs="channel_id prompts",
)
def set_prompts(call: Call) -> Json:
    if call.text("thread_ts"):
        _thread(call)
    else:
        call.channel("channel_id")
    prompts = call.json("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= MOST_PROMPTS:
        raise invalid_arguments(f"must provide 1 to {MOST_PROMPTS} items [json-pointer:/prompts]")
    for number, prompt in enumerate(prompts):
        if not isinstance(prompt, dict) or not prompt.get("title") or not prompt.get("message"):
            raise invalid_arguments(f"must have a title and a message [json-pointer:/prompts/{number}]")
    return {}
