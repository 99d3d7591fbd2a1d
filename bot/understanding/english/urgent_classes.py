"""Classes of words from which shapes of urgency are made: who is in our care, what is private, who is strange to us."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.patterns import glued, regex, word_set

CLASSES = {
    "<w>": r"@?[\w'-]+",
    "<cannot>": r"(?:can'?t|cannot|can not|couldn'?t|could not|(?:is|are|am|'m|'re) unable to)",
    "<kin>": r"""(?:
        (?:my|our|his|her|their|a|an|the|one|two|three) (?:(?:little|elderly|old|young|own|\d+[- ]year[- ]old) )?
            (?:son|daughter|child|children|kids?|baby|babies|toddlers?|infant|newborn|twins?|mother|father|mum|mom
            |mummy|dad|parents?|gran|nan|grand\w+|wife|husband|partner|girlfriend|boyfriend|sister|brother|girl|boy
            |aunt|uncle|niece|nephew|patients?|residents?|guests?|colleagues?|passengers?|pupils?|students?
            |neighbou?rs?|woman|man|lady|workers?|employees?|friend|dog|cat|puppy|horse)
    )""",
    "<body>": r"""(?:
        (?:my|our|his|her|their|<w>'s) (?:left |right |whole )?(?:hands?|fingers?|arms?|legs?|foot|feet|face|eyes?
            |heads?|skin|thumb|toes?|mouth|tongue|throat|neck|knees?|wrist|lips?|chest|shoulder|stomach|scalp|palm
            |ankle|forehead|nose|ears?|gums?|teeth)
    )""",
    "<bone>": r"""(?:
        collar ?bones?|tooth|teeth|hips?|ribs?|legs?|arms?|wrists?|ankles?|foot|hand|fingers?|neck|back|nose|jaw|elbow
        |knees?|skull|shoulder|toes?|thumb|pelvis|ligaments?|spine|bones?
    )""",
    "<failing>": r"""(?:
        frayed|snapped|stopped|opened|broke|collapsed|came|moved|started|gave way|tilted|failed|derailed|jerked|fell
        |shut|closed|jammed|caught fire|tipped|detached|slid|rolled
    )""",
    "<keeper>": r"""(?:
        drivers?|pilot|captain|guide|nurse|surgeon|doctor|carer|babysitter|nanny|lifeguard|anaesthetist|skipper
        |instructor|midwife|conductor|chauffeur|courier
    )""",
    "<lifeline>": r"""(?:
        insulin|oxygen|inhalers?|chemo\w*|dialysis|epipens?
        |(?:heart|blood pressure|seizure|asthma|epilepsy) (?:medicine|medication|pills|tablets|spray)|medication
        |anticoagulants?
    )""",
    "<harmful>": r"""(?:
        parts?|pieces?|magnets?|batter(?:y|ies)|buttons?|coins?|screws?|beads?|caps?|balls?|nails?|stones?|needles?
        |blades?|pins?|pills?|tablets?|plastic|metal|glass|wires?|splinters?|shards?|staples?|bolts?|bleach|detergent
        |cleaner|chemicals?|disinfectant|capsule
    )""",
    "<food>": r"""(?:
        food|formula|soup|bread|salad|milk|yogh?urt|rice|pizza|burger|cake|cereal|porridge|jar|sandwich(?:es)?|meal
        |dish|dinner|lunch|breakfast|drinks?|bottle|sauce|chocolate|biscuits?|cookies?|puree|pie|pasta|mince|sausages?
        |beer|juice|tea|coffee|curry|stew|ice cream|nuts|crisps|chips|muesli|jam|honey|ham|meat|fish|wrap|bagel|muffin
        |bun|snacks?|cheese|oats|smoothie|noodles|kibble|toothpaste
    )""",
    "<private>": r"""(?:
        invoices?|statements?|pay ?slips?|bank details|card (?:details|numbers?)|address(?:es)?|files?|records?
        |(?:test|lab|blood|medical|exam) results?|diagnos[ei]s|passwords?|data|details|messages|e-?mails|photos
        |accounts?|documents?|passports?|social security numbers?|salar(?:y|ies)|location|(?:phone )?numbers?|chats?
        |transactions?|balances?|prescriptions?|conversations|contracts?|information|letters?|grades|medicine|pin|cvs?
        |r[eé]sum[eé]s?|papers|sick notes?|names|tax returns?|loans?|bookings?|medication|charts?|notes
    )""",
    "<others'>": r"""(?:
        other (?:people|customer|user|patient|client|guest|famil|tenant|member|student|employee)\w*'?s?'?
        |(?:someone|somebody|anyone) else'?s|(?:a|some|complete|total)? ?strangers?'?s?'?
        |(?:another|a different|(?:my|our|the) neighbou?r'?s? ?)? ?(?:neighbou?r|customer|patient|person|user|client
            |guest|family|tenant|member|man|woman|company|student|resident|passenger|child|pupil)'s
    )""",
    "<strangers>": r"""(?:
        an? (?:complete |total )?stranger|strangers|(?:someone|somebody|anyone) else
        |the wrong (?:person|address|customer|patient|e-?mail|man|woman|company|people|number)
        |(?:my|her|his) (?:abusive |violent |former )?(?:ex|ex[- ]\w+|husband|wife|father|employer|boss|landlord
            |neighbou?rs?|stalker|abuser|colleagues|family|parents)
        |another \w+|(?:all |your )?other \w+|everyone|everybody|anyone|anybody|the (?:whole|entire) \w+
        |(?:a )?third part\w+|the public|all (?:your|our|the) \w+
    )""",
    "<ours>": r"""(?:
        stores?|shops?|branch(?:es)?|customers?|clients?|users?|employees|staff|colleagues|people|teams?|students
        |pupils|patients|guests|members|sites?|offices?|machines?|tills?|registers?|terminals?|drivers|orders?
        |payments?|locations|restaurants?|desks?|nurses|doctors|computers|phones|lines|bookings?|calls?|transactions?
        |trucks|vans|rooms|teachers|agents|classes|class|tenants|residents|devices|logins?|transfers?
    )""",
    "<place>": r"""(?:
        building|street|block|office|company|clinic|hospital|school|warehouse|factory|plant|team|department|hotel
        |restaurant|store|shop|floor|village|town|business|production|fleet|network|ward|house|campus|kitchen|class
        |estate|neighbou?rhood|operation|site|firm|practice|call cent(?:er|re)
    )""",
    "<stopped>": r"""(?:
        failed|fails?|failing|stop(?:ped|s)
        |(?:didn'?t|did not|doesn'?t|don'?t) (?:work|go off|open|lock|hold|trigger|respond|close|inflate|brake)
        |gave (?:out|way)|lock(?:ed|s)(?: up)?(?=[.,!]|$| (?:while|when|at|on))|snapped|broke|collapsed
        |c[ao]me (?:undone|off|loose|apart)|(?:shuts?|switche[ds]|turn(?:s|ed)|cuts?)(?: itself)? (?:off|out|down)
        |went (?:dead|out)|jammed|(?:is|are|was|were) (?:dead|not working|broken|stuck)
    )""",
    "<soon>": r"""(?:
        in (?:an?|one|two|three|half an|a few|\d{1,2}|(?:fif|eigh|for|six|seven|nine)?(?:teen|ty)|ten|twenty|thirty
            |five|less than an?) (?:hours?|hrs?|minutes?|mins?)
        |tomorrow|tonight|today|this (?:afternoon|evening|morning)
        |at (?:noon|midnight|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)
        |(?:on|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day
    )""",
    "<event>": r"""(?:
        exams?|flights?|train|ferry|bus|boat|plane|wedding|funeral|interview|surgery|operation|hearing|trial|auction
        |board(?: meeting)?|launch|presentation|closing|concert|race|ceremony|graduation|conference|audit|inspection
        |opening|tender|submission|cruise|deadline|test|finals|matinee|premiere|service|baptism|gala|tournament
        |keynote|webinar|check-?out|move|visa appointment|birthday|party|coach|match|show|event|payroll|boarding
        |departure|take-?off|doors|kick-?off
        |(?:bride|guests|clients?|customers?|visitors|inspectors?|caterers?|band|photographer|speakers?|auditors?
            |movers|judges) (?:is|are|will be|arrives?|comes?|lands?)
        |(?:we|i) (?:open|fly|leave|sail|start|go live|move|get married|marry|board|perform|present|pitch)
    )""",
    "<blocked>": r"""(?:
        <cannot>(?! (?:wait|come|make|attend|join|be there|believe))|won'?t
        |no(?! (?:worries|problem|rush|matter|big|stress|need|hurry|idea|doubt))
        |not (?:here|working|arrived|issued|ready|delivered|there|sent|possible|yet|come|open\w*|load\w*|paid
            |confirmed|available|been|show\w*|a \w+)
        |hasn'?t|haven'?t|isn'?t|aren'?t|doesn'?t|never|nobody|nothing|dead|down|broken|missing|lost|stuck|refus\w+
        |rejected|declined|failed|fails|crash\w+|without|errors?|invalid|frozen|refuses
        |still (?:with|at|in|not|no|waiting|isn'?t|hasn'?t|haven'?t|stuck|pending|processing)
    )""",
    "<authority>": r"""(?:
        (?:the )?data (?:protection \w+|commissioner)|privacy commissioner
        |(?:data |industry |financial |energy )?regulators?|ombudsman|ombudsperson|authorit(?:y|ies)|trading standards
        |(?:consumer|competition|supervisory|aviation|privacy|health|food|safety|labou?r|building|fire)(?: and safety
            | standards)? (?:protection|council|agency|affairs|watchdog|commission(?:er)?|authority|department
            |inspect\w+|board|office|marshal|ministry|association)
        |watchdogs?|attorney general|better business bureau|bbb|ftc|fcc|cfpb|ico|bafin|fca|fda|osha|prosecutor
        |tribunal|health and safety
    )""",
    "<lawyer>": r"""(?:
        lawyers?|attorneys?|solicitors?|barristers?|counsel|law firm|legal (?:team|adviser|advisor|counsel)
    )""",
    "<media>": r"""(?:
        press(?! (?:office|release|kit|button|the|enter|on))|media|news(?:papers?)?|papers?|tv|television|journalists?
        |reporters?|bbc|cnn|radio|camera (?:team|crew)|times|guardian|mirror
    )""",
}


@dataclass(frozen=True, slots=True)
class UrgentShape:
    """Why it is urgent, the words without which it is not asked, and the pattern."""

    why: str
    signs: frozenset[str]
    pattern: re.Pattern[str]


def urgent_shape(why: str, signs: str, *shapes: str) -> UrgentShape:
    joined = "|".join(glued(shape) for shape in shapes)
    for _ in range(2):
        for name, words in CLASSES.items():
            joined = joined.replace(name, glued(words))
    return UrgentShape(why, word_set(signs), regex(rf"(?<!\w)(?:{joined})(?!\w)".replace(" ", r"\s")))
