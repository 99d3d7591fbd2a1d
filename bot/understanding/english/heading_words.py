"""How English marks a mail that was pasted: the line above it, its heading, and the fields of a contact form."""

from __future__ import annotations

import re

from bot.understanding.patterns import glued, joined, regex

FORWARDED = joined(
    r"^\s*(?:-{2,}\s*(?:forwarded|original)\ message\s*-{2,}|begin\ forwarded\ message:?|on\ .{4,240}\ wrote:)\s*$",
    re.IGNORECASE,
)
"""The line above a mail that was forwarded, or above the lines quoted from one."""
HEADING = regex(
    r"(?i)^[\s*_]{0,9}(?P<field>from|requester|sent|date|to|cc|bcc|reply-to|subject)[*_]{0,2}:[*_]{0,2}\s*(?P<says>.*)"
)
SENDERS = frozenset({"from", "requester"})
TELLING_FIELDS = frozenset({"sent", "date", "subject"})
"""A mail has one of these; what goes from Berlin to Munich has none."""
_DESKS = (
    r"(?:support|service|help|helpdesk|info|hello|contact|sales|billing|customers?|care|orders?|office|reservations?)"
)
DESK = regex(rf"(?i){_DESKS}(?:$|[._+-])|(?:team|hi|hey|mail|accounts?|bookings?|returns?|complaints?|feedback)$")
"""What stands before the @ of an address that answers for a whole company."""
DESK_NAME = regex(rf"(?i)\W*(?:(?:our|the|customer|client|guest)\s)?{_DESKS}(?:\s(?:service|support|team|desk))?\W*$")
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
_NO_NAME = glued(r"""
    (?:sirs?(?:\ (?:or|and|/)\ madams?)?|sir/madam|madams?(?:\ (?:or|and)\ sirs?)?|ladies\ and\ gentlemen
    |support(?:\ team)?
    |customer\ (?:service|care|support|relations)(?:\ team)?|(?:service|complaints|billing|booking|sales)\ (?:team
    |department))
""")
FORMAL = joined(
    rf"^[\s>*_]{{0,9}}(?:dear\ {_NO_NAME}|to\ whom\ it\ may\ concern)\b\s*[,:!.\u2013\u2014-]?\s*(?P<says>.*)$",
    re.IGNORECASE,
)
"""How a letter begins whose writer knows nobody here."""
FORWARDED_HERE = joined(
    rf"""
    ^\s*(?:re\s?:\s*)?(?:fwd?|fw)\s?:\s*(?:(?:re|fwd?|fw)\s?:\s*){{0,3}}(?P<subject>[^\n]{{0,120}}?)
    \s*(?:[\u2013\u2014|:.]|\ -)\s*(?P<says>(?:dear\ (?:{_NO_NAME}|team|all)|to\ whom\ it\ may\ concern
    |(?:hello|hi|hey|good\ (?:morning|day|afternoon|evening))(?:\ (?:there|team
    |{_NO_NAME}))?)\s*[,!.\u2013\u2014-]\s*\S.*)$
    """,
    re.IGNORECASE,
)
"""A mail that was forwarded in one line: its subject, and how it begins."""
OF_A_CASE = joined(
    r"""
    \b(?:bookings?|orders?|invoices?|complain\w*|refunds?|tickets?|contracts?|claims?|reservations?|deliver\w+|parcels?
    |cancel\w*|appointments?|subscriptions?|policy|membership|account|returns?|warranty|repairs?)\b
    """,
    re.IGNORECASE,
)
"""In a subject: what customers write about."""
NO_CUSTOMERS_LETTER = joined(
    r"""
    \b(?:apply|applying|application|applicant|position|vacanc(?:y|ies)|cv|r\u00e9sum\u00e9|resume|internship|job|lorem|\{\w+\}
    |our\ (?:new\ )?(?:range|solutions?|brochure|catalogue|services|platform|agency)|partnership|cooperation
    |backlinks?|seo)\b
    |^\W*(?:thank\ you\ for\ (?:your|contacting|reaching|getting)|thanks\ for\ your|we\ (?:regret|apologi[sz]e
    |are\ (?:very\ )?sorry
    |are\ pleased|have\ received))\b
    """,
    re.IGNORECASE,
)
"""Whoever writes so applies, sells, or answers for us."""
OURS_DRAFTED = regex(r"(?i)\b(?:drafts?|templates?|samples?|examples?|cover letter|macros?|boilerplate|exercise)\b")
_TIME = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?[\])]?\s*[\u2013-]?\s*)?"
_WITHIN = r"agent|support|bot|chatbot|rep|operator|advis[eo]r|assistant|help ?desk|staff|service|us"
SPEAKER = joined(
    rf"""
    ^[\s*_]{{0,6}}{_TIME}(?:(?P<outside>visitor|customer|client|guest|user|caller|patient|shopper|buyer|student|member
    |passenger|tenant)|(?P<within>{_WITHIN}))(?:\s\#?\d{{1,8}}|\s?\([^()\n]{{1,24}}\))?[*_]{{0,2}}\s?:[*_]{{0,2}}\s*(?P<says>.*)$
    """,
    re.IGNORECASE,
)
"""A line of a chat or call that was written down: who speaks, and what."""
NAMED_SPEAKER = joined(
    rf"""
    ^[\s*_]{{0,6}}{_TIME}[^\W\d_][\w.' -]{{0,28}}\s\((?:visitor|customer|client|guest|caller|patient|shopper|buyer
    |passenger|tenant|website\ visitor|web\ visitor|subscriber|end\ user)\)[*_]{{0,2}}\s?:[*_]{{0,2}}\s*(?P<says>\S.*)$
    """,
    re.IGNORECASE,
)
"""The same where a name stands before the role: whoever speaks is outside by it alone."""
SUBJECT_LINE = regex(
    r"(?i)^[\s*_]{0,9}subject[*_]{0,2}:[*_]{0,2}\s*(?P<subject>[^.\n\u2013\u2014]{3,100})(?:[.\u2013\u2014]\s+(?P<says>\S.*))?$"
)
"""A subject that stands alone, and perhaps its mail behind it."""
OBJECTS = regex(
    r"(?i)\b(?:complain\w*|objection|cancel\w*|dispute|refund|termination|appeal|claim|withdrawal|return|reimbursement)\b"
)
TO_A_DESK = regex(r"(?i)\bi (?:hereby|want|demand|object|was|am|have|had|ordered|bought|paid|never)\b")
OF_A_CONTRACT = regex(r"(?i)\b(?:hereby|your?|refund\w*|my (?:contract|order|money|bill|account|policy))\b")
REHEARSED = joined(
    r"""
    \b(?:scripts?|role[- ]?plays?|trainings?|examples?|samples?|templates?|mock|made[- ]up|test case|scenario|exercise
    |prompt|few-shot)\b
    """,
    re.IGNORECASE,
)
"""Above it, when nobody said so."""
