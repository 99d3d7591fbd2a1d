"""What the small model of a customer's voice sees of a word: itself, its class, or nothing.

Topic words are blank, so that what was learned from bills holds for flights too. Kept are the words that say how
people speak, and classes that every trade has: what one has with a company, its staff, its product, praise, blame.
"""

from __future__ import annotations

from bot.understanding.patterns import regex, word_set

BLANK = "_"
_KEPT = """
    i i'm i've i'd i'll im ive id me my mine myself we we're we've we'd we'll us our ours you you're you've you'd you'll
    u ur your yours yourself guys he he's she she's him his her they they're they've they'll them their it it's its
    this that that's these those there there's here someone somebody anyone anybody nobody everyone everybody one no
    none nothing something anything everything people person who whose who's which what what's when where where's why
    how how's
    a an the and or but if so because since until unless than then as at by for from in into of off on onto out over to
    up with without about after again against all any before between both during each every few more most much many
    other same some such too very just only even still yet already ever never always now once also instead only really
    am is are was were be been being isn't aren't wasn't weren't ain't have has had haven't hasn't hadn't having do
    does did don't doesn't didn't doing done can can't cannot could couldn't will won't would wouldn't should
    shouldn't may might must shall cant dont doesnt didnt wont isnt wasnt couldnt not n't
    today tonight tomorrow yesterday morning evening night day days week weeks month months year years hour hours
    hrs minutes mins min ago later soon later time times twice first last next long ever since forever
    get gets got getting getting give gives gave given go goes going gone went come comes came coming make makes made
    take takes took taken put keep keeps kept let lets let's say says said tell tells told ask asks asked asking know
    think want wants wanted need needs needed try tried trying use used using find found see saw seen look looks
    looking show shows like help helped helps call called calling calls answer answers answered reply replied respond
    responded talk talked talking speak spoke hear heard send sent sends sending receive received arrive arrived show
    showed buy bought purchase purchased return returned cancel cancelled canceled change changed switch switched
    switching sign signed leave left lost lose miss missed fix fixed work works working worked happen happened
    happening explain stop stopped start started offer promised expect expecting expected supposed wait
    please pls plz thank thanks thx ty sorry hi hello hey dear yes no ok okay lol wow ugh omg wtf smh hope glad
    good nice great best better love loves loved happy bad worse worst hate hated wrong right sure able easy hard
    fast quick slow new old free full own real true enough little lot least less half another else
    team everyone folks all guys customer customers client clients user users
    support service help issue issues problem problems question feedback experience quality way thing things
    back down away yet around through
"""
_CLASSES = {
    "DEAL": """
        account accounts order orders ordered booking bookings reservation reservations subscription subscriptions
        membership contract policy bill bills billing invoice invoices statement refund refunds refunded
        deposit deposits payment payments loan loans mortgage credit debt balance transfer transfers
        transaction transactions claim claims warranty ticket tickets flight flights parcel parcels package packages
        delivery deliveries shipment luggage bag bags baggage suitcase seat seats appointment prescription
        insurance voucher vouchers coupon discount miles trip reservation renewal trial
        licence licences license licenses receipt rebooked rebook itinerary upgrade preorder
    """,
    "PAY": """
        pay pays paid paying charge charged charges charging fee fees price prices pricing cost costs money cash
        dollars euros pounds bucks overcharged billed owe owed owes spent spend debit debited reimbursed
        expensive cheap cheaper overpriced
    """,
    "STAFF": """
        staff agent agents rep reps representative representatives driver drivers manager supervisor waiter waitress
        receptionist technician technicians crew clerk nurse doctor cashier attendant attendants pilot employee
        employees salesman salesperson advisor adviser consultant helpline hotline desk counter gate reception host
        hosts guide operator personnel
    """,
    "FIRM": """
        company companies business bank banks airline airlines airport shop shops store stores hotel restaurant
        branch seller provider carrier insurer dealer dealership lender servicer creditor agency landlord gym clinic
        garage supplier brand
    """,
    "APP": """
        app apps website site page product products device phone phones tv tablet laptop battery update
        updates upgrade version feature features wifi internet signal connection network email password login
        dashboard export server servers game software
    """,
    "BROKE": """
        broken broke crash crashes crashed crashing freezes freezing frozen froze damaged faulty defective leaks
        leaking lag lags lagging glitch glitchy buffering locked stuck fails failed failing error errors offline
        disappeared vanished deleted unusable dies died dead cracked torn missing
    """,
    "WAIT": """
        waiting waited hold delayed delay delays late pending overdue cancelled canceled postponed ignored
        unanswered outage
    """,
    "BAD": """
        awful terrible horrible useless ridiculous unacceptable disgusting disgusted disgraceful rude pathetic joke
        shame shameful appalling disappointed disappointing disappointment frustrated frustrating frustration annoyed
        annoying angry furious upset unhappy poor worthless garbage trash rubbish crap sucks suck fail nightmare mess
        scam scammed ripped rip-off unprofessional incompetent dishonest misleading lied liar liars refused refuse
        refuses refusing complaint complain complained complaining fraud fraudulent stolen harassed harassing
        harassment illegal unfair insulting scandal avoid beware downhill overhyped
    """,
    "GOOD": """
        amazing awesome excellent wonderful fantastic brilliant lovely perfect perfectly outstanding superb incredible
        delighted impressed grateful appreciate appreciated thankful beautiful helpful friendly kind professional
        recommend recommended favourite favorite enjoyed enjoy kudos props shoutout bravo genius gorgeous angels
        reliable flawless seamless smooth pleased thrilled stars compliments
    """,
    "KIN": """
        husband wife son daughter mother father mum mom dad parents grandmother grandfather grandma grandpa kids
        child children family sister brother partner boyfriend girlfriend toddler baby
    """,
    "SUE": "lawyer attorney sue court ombudsman regulator violation violated rights legal dispute disputed disputing",
    "OFFICE": """
        standup sprint retro roadmap backlog okrs okr kpi deck slides slide agenda doc docs spec meeting meetings sync
        1:1 offsite all-hands onboarding hiring candidate interview interviews pipeline crm forecast quarter q1 q2 q3
        q4 jira figma confluence wiki notion pr prs lgtm nit eod eta fyi ptal cc review reviews channel thread
        calendar invite lunch cake kitchen oncall on-call postmortem rota shift budget proposal kickoff demo demos
        webinar workshop colleague colleagues macro macros template
    """,
    "TECH": """
        deploy deploys deployed deploying deployment prod staging merge merged branch commit commits rebase repo repos
        ci build builds test tests pytest docker kubernetes k8s yaml json api endpoint schema migration migrations
        database db query cache regex refactor lint linter flag flags config cron logs log latency cpu ram cluster
        replica dns cert ssh vpn bash shell terminal command sudo apt apt-get ubuntu linux debian kernel grub gnome kde
        xorg driver partition partitions install installed installing reinstall package packages mount boot usb iso hdd
        gui ppa dpkg compile gcc python java javascript nvidia firefox wine desktop file files folder directory script
        root ls grep cat vim module modules function variable class code bug bugs stack trace null id table column
        main rollback incident pager server cd gparted synaptic unity xfce localhost port ports disk disks dir drive
        drives windows router lan wlan wireless ethernet monitor graphics vm virtualbox tcp udp ping proxy config
        configure setup distro os mac samba nfs swap bios uefi format ext4 ntfs usr etc sh exe deb rpm lib libs html
        php mysql sql apache nginx vlc flash codec plugin screen irc nick pastebin http https url link links gb mb
    """,
}
BRAND = regex(
    r"@(?:\w*[a-z][A-Z]\w*|[A-Z]{2,}[a-z]\w*|[A-Z]{3,}(?:_\w+)?"
    r"|\w{3,}_?(?i:uk|usa)|\w{3,}_(?i:us|help|care|cares|cs|eu|au)|\d{4,})\b"
)
"""Handles of companies are often several words in one ("@BlueJayAir"), in capitals, or name a country or a desk behind
the name; where a data set hides them, a number.
"""
BRAND_HANDLE = "@itsbrandhelp"
_BRAND_ENDINGS = ("help", "helps", "care", "cares", "support", "service", "air", "app", "official", "hq")
TELLING = frozenset(
    {"your", "you", "@", "@brand", "my", "we", "our", "OFFICE", "TECH", "team", "BAD", "GOOD", "BROKE", "?"}
)
"""Shapes that say more together with a sign, or with each other: "your" with trouble is no teammate's."""
_PINGS = frozenset({"@someone", "@channel", "@here", "@everyone"})


def _table() -> dict[str, str]:
    found = dict.fromkeys(word for name in ("TECH", "OFFICE") for word in word_set(_CLASSES[name]))
    table = {word: "TECH" if word in word_set(_CLASSES["TECH"]) else "OFFICE" for word in found}
    for name, words in _CLASSES.items():
        if name not in {"TECH", "OFFICE"}:
            table |= dict.fromkeys(word_set(words), name)
    return table | {word: word for word in word_set(_KEPT)}


SHAPES = _table()
"""A lower-case word → what is seen of it; words that are not in it are blank."""


_BY_FIRST = {"#": "#", "$": "$", "£": "$", "€": "$"} | dict.fromkeys("0123456789", "0")


def shape_of(token: str) -> str:
    """What is seen of a token of a folded text: a word, a handle, a tag, an address, a number or a mark."""
    if shape := SHAPES.get(token) or _BY_FIRST.get(token[0]):
        return shape
    if token[0] in "!?":
        return token[0] if len(token) == 1 else token[0] * 2
    if token[0] == "@":
        return "@ping" if token in _PINGS else "@brand" if token.endswith(_BRAND_ENDINGS) else "@"
    return "url" if token.startswith(("http:", "https:")) else BLANK
