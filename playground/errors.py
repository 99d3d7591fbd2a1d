"""What can go wrong, in Slack's words and in ours."""

from typing import Any

Json = dict[str, Any]
"""A JSON object, as it travels. Slack's shapes are open, so they stay dicts inside the playground."""


class SlackError(Exception):
    """A Web API call that Slack refuses: answered as ``{"ok": false, "error": code, **more}``."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more

    def body(self) -> Json:
        return {"ok": False, "error": self.code, **self.more}


class TooFast(Exception):
    """A call that comes too soon: answered 429, to be repeated after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def invalid_arguments(*messages: str) -> SlackError:
    """Slack's answer to a call whose arguments have the wrong form."""
    return SlackError("invalid_arguments", response_metadata={"messages": [f"[ERROR] {m}" for m in messages]})


class ControlError(Exception):
    """A control call that cannot be done; ``remedy`` says what to send instead."""

    def __init__(self, error: str, remedy: str) -> None:
        super().__init__(f"{error}: {remedy}")
        self.error = error
        self.remedy = remedy

    def body(self) -> Json:
        return {"ok": False, "error": self.error, "remedy": self.remedy}


def as_control(error: SlackError) -> ControlError:
    """What Slack would refuse, as a control call refuses it: the word, and what Slack says about it."""
    told = error.more.get("response_metadata", {}).get("messages", [])
    return ControlError(error.code, "; ".join(told) or "Slack refuses this as well: send what its Web API would take")
