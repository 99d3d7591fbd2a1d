"""How English marks a mail that was pasted: the line above it, its heading, and the fields of a contact form."""

from __future__ import annotations

import re

from bot.understanding.patterns import joined

FORWARDED = joined(
    r"^\s*(?:-{2,}\s*(?:forwarded|original)\ message\s*-{2,}|begin\ forwarded\ message:?|on\ .{4,240}\ wrote:)\s*$",
    re.IGNORECASE,
)
"""The line above a mail that was forwarded, or above the lines quoted from one."""
HEADING = re.compile(
    r"(?i)^[\s*_]{0,9}(?P<field>from|requester|sent|date|to|cc|bcc|reply-to|subject)[*_]{0,2}:[*_]{0,2}\s*(?P<says>.*)"
)
SENDERS = frozenset({"from", "requester"})
TELLING_FIELDS = frozenset({"sent", "date", "subject"})
"""A mail has one of these; what goes from Berlin to Munich has none."""
_DESKS = (
    r"(?:support|service|help|helpdesk|info|hello|contact|sales|billing|customers?|care|orders?|office|reservations?)"
)
DESK = re.compile(rf"(?i){_DESKS}(?:$|[._+-])|(?:team|hi|hey|mail|accounts?|bookings?|returns?|complaints?|feedback)$")
"""What stands before the @ of an address that answers for a whole company."""
DESK_NAME = re.compile(
    rf"(?i)\W*(?:(?:our|the|customer|client|guest)\s)?{_DESKS}(?:\s(?:service|support|team|desk))?\W*$"
)
"""The same as a mere name, as address books show it."""
OURS_SENT = joined(
    r"""
    \b(?:i|we)(?:'ve|\ have)?(?:\ just|\ already)?\ (?:sent|wrote|replied|answered|drafted)\b
    |\b(?:my|our)\ (?:(?:last|first|latest)\ )?(?:reply|answer|response|e?-?mail|message|draft|apology|offer)\b
    """,
    re.IGNORECASE,
)
"""Above a mail: it went from us to them."""
_FIELD = r"^[\s*_]{0,9}(?:your\ |customer\ |contact\ )?"
FORM_OPENS = joined(rf"{_FIELD}(?:(?:full|first|last)?\ ?name|e-?mail(?:\ address)?)[*_]{{0,2}}:", re.IGNORECASE)
FORM_ADDRESS = joined(rf"{_FIELD}e-?mail(?:\ address)?[*_]{{0,2}}:", re.IGNORECASE)
FORM_MESSAGE = joined(
    rf"{_FIELD}(?:(?:message|comments?|enquiry|inquiry|question)[*_]{{0,2}}:|how\ can\ we\ help(?:\ you)?\ ?[?:]+)"
    r"[*_]{0,2}\s*(?P<says>.*)$",
    re.IGNORECASE,
)
