"""Who is no client of the house: its own people, who sells to it, wants to work for it, rules over it, and home."""

from __future__ import annotations

from bot.understanding.patterns import glued, joined, regex

_OF_THE_HOUSE = glued(r"""
    (?:colleagues?|co-?workers?|teammates?|interns?|trainees?|apprentices?|boss(?:es)?|c[etfoip]o|ciso|vp|heads?\ of
    |directors?|(?:team|tech|project|product|office|hr|it|marketing|sales|support|engineering|qa|data|design|success)
    \ (?:lead(?:er)?|manager|head|people|folks)|chair(?:man|woman)?|board|investors?|shareholders?|(?:co-)?founders?
    |hr|payroll|works\ council|from\ it|(?:from|of|in|at)\ (?:the\ |our\ )?(?:legal|finance|marketing|sales
    |engineering|support
    |procurement|facilities|compliance|accounting|design|product|logistics|platform|data|security)
    |committee|guild|(?:night|day|early|late)\ shift|trainers?|coach(?:es)?|staff|team|hire|starter)
""")
_AT_THEIR_SERVICE = glued(r"""
    (?:suppliers?|vendors?|caterers?|contractors?|subcontractors?|freelancers?|agenc(?:y|ies)|consultants?
    |consultanc\w+
    |advis[eo]rs?|auditors?|accountants?|bookkeepers?|lawyers?|solicitors?|attorneys?|notary|bank(?:er)?s?|brokers?
    |insurers?|insurance|landlords?|landlad(?:y|ies)|plumbers?|electricians?|builders?|roofers?|architects?
    |carpenters?
    |painters?|decorators?|installers?|cleaners?|cleaning|caretakers?|janitors?|post(?:m[ae]n|woman)|couriers?|movers
    |hauliers?|carriers?|forwarders?|interpreters?|translators?|printers?|producers?|manufacturers?|makers?|maker
    |roasters?|provider|isp|host|lift\ company|moderators?|speakers?|photographers?|dj)
""")
_OF_THE_WORLD = glued(r"""
    (?:candidates?|applicants?|recruit\w+|headhunters?|references?|inspect\w+|officers?|officials?|regulators?
    |ministr\w+|council(?:lor)?s?|(?:city|town)\ halls?|referees?|mayor|police\w*|authorit(?:y|ies)|tax|customs
    |court|embassy|union|journalists?
    |reporters?|editors?|press|news|papers?|competitors?|spammers?|scammers?|neighbou?rs?|friends?|flatmates?
    |doctors?|dentists?|school|kindergarten|nursery)
""")
_HOME = glued(r"""
    (?:(?:my|his|her|our|your)\ (?:[a-z]+\ )?(?:mum|mom|mother|dad|father|wife|husband|partner|brother|sister|son
    |daughter|kids?|uncle|aunt|cousin|nan|gran|in-laws)|cousins?|uncle|aunt|in-law)
""")
NO_CLIENTS = joined(
    rf"\b(?:{_OF_THE_HOUSE}|{_AT_THEIR_SERVICE}|{_OF_THE_WORLD}|{_HOME})\b(?!\ of\ (?:one\ of\ our|a)\ (?:clients?"
    r"|customers?|tenants?|guests?))",
)
"""Somebody of whom this is said is none; read in lower case."""
MAY_BUY = regex(r"\b(?:owner|buyer|organi[sz]er|widow|widower|bride|groom|heir|fan)\b")
THEIR_TITLE = joined(r"(?:^|[.!?:;(,]\ ?)(?P<role>(?:(?:our|my|the|an?|his|her|their|new|head)\ )[^,.;:!?]{2,60}),\ $")
"""Before a name: what they are, between it and the name there is a comma only."""
OF_OURS = regex(r"^(?:our|my) ")
SUPPLIES = joined(
    r"""
    \b(?:(?:will|'ll|won't|can|can't|cannot|could|couldn't|can\ only)\ (?:only\ |not\ )?(?:deliver|ship|supply|harvest
    |produce|come|arrive|finish|repair)|(?:will|'ll|won't|going\ to)\ (?:not\ )?be\ (?:[\w-]+\ ){0,3}?(?:late
    |delayed
    |short|later|more\ expensive|cheaper|ready|delivered|shipped)|rais(?:es?|ed|ing)\ (?:its|their|his|her
    |the)?\ ?prices?
    |prices?\ (?:go|goes|will|rise|rises)|harvest|crop|our\ (?:purchase\ order|payment|order\ of|po)\b)
    """
)
"""What is said by who delivers, not by who waits."""
