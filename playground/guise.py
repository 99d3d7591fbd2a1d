"""Another name and picture for one message: ``username``, ``icon_emoji``, ``icon_url``.

Without the scope ``chat:write.customize`` Slack ignores them, without a word.
"""

from playground.errors import Json
from playground.methods.registry import Call
from playground.posts import Draft

SCOPE = "chat:write.customize"


def disguise(call: Call, made: Draft) -> None:
    """Give a bot's message the name and picture that the call asks for, if it may: then it is a ``bot_message``, and
    has no ``user``."""
    worn: Json = {}
    if call.text("username"):
        worn["username"] = call.text("username")
    if call.text("icon_emoji"):
        worn["icons"] = {"emoji": f":{call.text('icon_emoji').strip(':')}:"}
    elif call.text("icon_url"):
        worn["icons"] = {"image_48": call.text("icon_url")}
    if worn and call.token.kind == "bot" and call.has_scope(SCOPE):
        made.extra = {**made.extra, **worn}
        made.author, made.subtype = None, "bot_message"
