"""Setting up channels: in which of them the bot reads, and how."""

from __future__ import annotations

from typing import Any

from slack_sdk.models.blocks import Block, ChannelMultiSelectElement, Option, SectionBlock, StaticSelectElement

from bot.messages import actions as act
from bot.messages.house_views import ChannelLine, ChannelPage
from bot.messages.inputs import form, input_of, plain
from bot.messages.layout import actions, button, context, divider, mrkdwn, section
from bot.messages.setup import MODES, choices
from bot.messages.text import channel, count

MOST_AT_ONCE = 10


def channels(page: ChannelPage, about: str, said: str = "") -> dict[str, Any]:
    """The channels that I read in, as far as their reader could open them; and more of them to choose."""
    watch = ChannelMultiSelectElement(
        action_id=act.INPUT_WATCH, placeholder="Choose channels", max_selected_items=MOST_AT_ONCE
    )
    hint = "I come in by myself, and say once what I read. To a private one, invite me there: /invite @ours"
    blocks: list[Block] = [section(f":white_check_mark: {said}")] if said else []
    blocks += [
        input_of("Read these, too", watch, is_optional=True, hint=hint),
        input_of("How", choices(act.INPUT_WATCH_MODE, MODES[:2], "careful")),
        divider(),
        section(_where_i_am(page.total)),
        *[_line(number, one) for number, one in enumerate(page.channels)],
        *_turns(page),
    ]
    return form(act.FORM_CHANNELS, "Channels", "Read them", about, blocks)


def _where_i_am(channels: int) -> str:
    if not channels:
        return "*I am in none yet*"
    return f"*I am in {count(channels, 'channel')} that you could open* · what you choose here holds at once"


def _line(number: int, line: ChannelLine) -> Block:
    options = {key: Option(value=f"{line.id}|{key}", text=plain(name)) for key, name, _ in MODES}
    element = StaticSelectElement(
        action_id=act.numbered(act.CHANNEL_READING, number),
        options=list(options.values()),
        initial_option=options[line.mode],
        placeholder="How",
    )
    # A select shows what is chosen only where its block is new: the id changes with the mode.
    return SectionBlock(text=mrkdwn(channel(line.id)), accessory=element, block_id=f"mode.{line.id}.{line.mode}")


def _turns(page: ChannelPage) -> list[Block]:
    turns = [
        button("Earlier", act.numbered(act.CHANNELS_PAGE, 0), str(page.page - 1)) if page.page else None,
        button("Later", act.numbered(act.CHANNELS_PAGE, 1), str(page.page + 1)) if page.page + 1 < page.pages else None,
    ]
    if not any(turns):
        return []
    return [context(f"Page {page.page + 1} of {page.pages}."), actions(*turns)]
