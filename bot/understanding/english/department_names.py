"""Other names of departments that many companies have."""

from __future__ import annotations

NO_NAME = frozenset(
    ["team", "teams", "department", "departments", "dept", "group", "squad", "the", "our", "all", "staff"]
)
"""Words of a team's name that do not name it."""

_NAMES = {
    "customer service": "support, customer support, service, customer care, care, helpdesk, help desk, support desk",
    "human resources": "hr, people, people operations, people ops, people culture, people and culture, talent",
    "public relations": "pr, press, communications, comms, corporate communications, media relations",
    "product": "engineering, engineers, developers, development, dev, product engineering, r d, rnd",
    "finance": "accounting, accounts, finances, controlling, treasury",
    "security": "infosec, information security, it security, cybersecurity, trust and safety",
    "legal": "law, lawyers, counsel, legal compliance",
    "marketing": "growth, brand, advertising",
    "sales": "account executives, business development",
}
NAMED_OTHERWISE = {name: meant for meant, names in _NAMES.items() for name in names.split(", ")}
