"""What English says of one's own home and pockets: whoever sees to these promises nobody anything."""

from __future__ import annotations

from bot.understanding.patterns import glued, joined

_FAMILY = glued(
    r"""
    kids?|children|child|sons?|daughters?|wife|husband|partner|mum|mom|dad|parents|brother|sister|family
    |girlfriend|boyfriend|grandma|grandpa|baby|toddler|dog|cat|puppy|in-laws
    """
)
OWN_MATTER = joined(
    rf"""
    ^\ (?:(?:up|off|back|for|to|some|all|of)\ )*my\ (?:own\ |little\ |old\ )?
    (?:{_FAMILY}
    |coat|jacket|bag|keys?|shoes|umbrella|wallet|glasses|bike|lunch|dinner|coffee|tea|charger|headphones|headset
    |passport
    |suitcase|stuff|things|groceries|teeth|nails|taxes|rent|bed|chair|seat|badge|backpack|mug|bottle|snacks?|gym\ bag
    |scarf|hat|boots|helmet|haircut|prescription|dry\ cleaning|laundry)\b
    """
)
"""After a verb: what one does at home or for oneself."""
_OWN_PEOPLE = glued(
    rf"""
    (?:(?:my|our|the)\ (?:kids|little\ ones|babysitter|sitter|nanny|child-?minder|in-laws|missus)
    |my\ (?:[a-z]+\ )?(?:{_FAMILY}|landlord|landlady|dentist|doctor|gp|therapist|physio|barber|hairdresser|trainer|coach
    |flatmates?|roommates?|housemates?|neighbou?rs?|friends?|mates?|buddy|ex|tutor|niece|nephew|cousins?|aunt|uncle|nan
    |gran|grandmother|grandfather|grandad|grandparents|mother-in-law|father-in-law)
    |(?:mum|mom|mummy|mommy|dad|daddy|grandma|grandpa|granny|grandad|gran|nan|nana|auntie)(?!'))\b
    """
)
OWN_PEOPLE = joined(rf"^(?:(?:up|to|with|that)\ )*{_OWN_PEOPLE}")
"""To whom one speaks at home, and who sees to one's teeth, hair and rooms."""
OWES = joined(
    r"""
    \b(?:i|we)\ (?:still\ |also\ )?owe\ [a-z'.-]+(?:\ [a-z'.-]+){0,2}?
    \ (?:an?|the|some|that|this|their|her|his)\ (?:[a-z]+\ )?
    (?:call|callback|call\ back|reply|response|answer|update|refund|quote|draft|invoice|report|estimate|email|mail
    |message|fix|replacement|confirmation|proposal|contract|credit|date|explanation|answer|visit|plan|price|offer
    |list|copy
    |statement|summary|decision|letter)\b
    """
)
"""Somebody who is named is owed something to do."""
NO_WORK = joined(
    rf"""
    \bi\ owe\ (?:you|him|her|them)
    \ (?:one|big|so\ much|a\ lot|(?:an?\ |some\ |\d+\ |another\ )?(?:big\ )?(?:beers?|drinks?|coffees?
    |lunch|dinner|favou?r|pizza|cake|cookies?|money|bucks|euros?))\b
    |\bpromised\ {_OWN_PEOPLE}
    |\bi\ promise\ (?:that\ )?(?:
    i(?:(?:'ll|\ will)\ never|\ won't|\ will\ not)\ (?!let|forget|fail|leave|close|charge|bill|cancel|ship|send)
    |i(?:'ll|\ will)\ (?:be|stay|keep)\ (?:on\ time|good|nice|quick|quiet|brief|gentle|careful|short|there|home|kind
    |awake|calm)\b)
    """
)
"""Thanks, home, or a word about oneself: "I owe you one", "I promise I won't be late"."""
OWN_PLACE = joined(
    r"""
    ^[^.;!?]{0,60}\b(?:(?:over|above)\ my|on\ my\ (?:own\ )?(?:wall|fridge|tombstone|grave|shelf|bedroom))\b
    """
)
"""What one puts up at one's own place is for nobody else."""
OWN_MEETING = joined(
    r"""
    ^join\ (?:the\ |our\ |this\ |that\ )?(?:stand-?up|daily|retro|call|meeting|zoom|sync|huddle|planning|demo
    |all\ hands)
    (?=$|[.!,]|\ (?:in|at|a|late|later|from|now|then|soon|when|after)\b)
    """
)
"""Turning up where one's own team meets."""
OWN_GEAR = joined(
    r"""
    ^(?:check|re-?check|restart|reboot|unplug|replug|plug|swap|switch|change|clean|update|reset|turn|try|look\ at
    |charge|upgrade|sort
    |fix|mute|unmute|adjust|move|replace)\ (?:in\ |off\ |on\ )?my\ (?:own\ |other\ |old\ |new[ ]
    |ethernet\ |network\ )?(?:cables?|router|wi-?fi
    |connection|settings|vpn|mic|microphone|headset|browser|keyboard|mouse|dns|network|internet|modem|camera
    |webcam|monitor|screen
    |battery|charger|adapter|audio|sound|volume|config|firewall|bios|drivers?|hardware|ram|drive|disk|desktop
    |docking\ station|switch
    |ssh\ keys?|cache|cookies|proxy|shell|install|setup|set-up|machine)\b
    (?!.*\b(?:and|then)\ (?:i'll\ |then\ )?(?:let|tell|get\ back|send|call|report|write|ping|post|come\ back|share)\b)
    """
)
"""One's own machine and what hangs on it: whoever checks it helps themselves."""
TRIES = joined(r"^give\ (?:it|that|this)\ (?:a|another)\ (?:go|try|shot|whirl|spin)\b")
WE_MEET = joined(r"^meet(?=$|[.!,]|\ (?:in|at|on|up|again|outside|there|for|by|tomorrow|today|next)\b)")
"""Said of when and where: an appointment, no act for anybody."""
WE_SEE_IF = joined(r"^see\ (?:if|whether)\ (?!we\b|i\b|there\b)")
"""Who says that they doubt it; "see if we can" is another matter."""
PRIVATE_PLAN = joined(
    r"""
    \ ?(?:retir|mov(?:e|ing)\ (?:to|out|house|in)\b|travel|marry|get(?:ting)?\ married|quit|stay|leav(?:e|ing)\b
    (?!\ (?:you|him|her|them)\ )|go(?:ing)?\ (?:home|away|to)\b|tak(?:e|ing)\ (?:[a-z\d]+\ )?(?:weeks?|months?|days?
    |year|off|time|leave|holiday|vacation)\b|be\ (?:in|on|at|away|out|off)\b|work(?:ing)?\ from|fly
    |visit(?:ing)?\ (?:my|friends|family)|attend)
    """
)
"""What one plans for oneself: "I plan to retire in June"."""
