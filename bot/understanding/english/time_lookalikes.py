"""Words that show that figures with a colon, the name of a day, or a day that comes again are nothing that is due."""

from __future__ import annotations

from bot.understanding.patterns import word_set

MEASURES = word_set("long pace lap laps split splits ratio mark miler minutes minute mins min song clip remix trailer")
MEASURES |= word_set("runtime timestamp per aspect into mile")
"""“The 3:45 mark”, “a 4:30 pace”, “3:45 into the call”: a length stands before these."""
SCREENS = word_set("screen monitor display panel laptop aspect format")
NUMBERED_BY = word_set("line lines row rows verse verses chapter section paragraph clause surah sura cell odds psalm")
NUMBERED_BY |= word_set("psalms sub ratio page appendix")
"""“Line 12:30”, “verse 3:16”."""
VERSIONED = word_set(
    "version versions v ver release releases build patch hotfix firmware kernel section sections part parts"
)
VERSIONED |= word_set("chapter step phase bug bugs ticket issue order invoice item number page fig figure table level")
VERSIONED |= word_set(
    "paragraph para clause article appendix annex exhibit module lesson exercise task draft rev revision"
)
VERSIONED |= word_set("lot batch unit volume vol episode slide ratio rule question python")
"""“Version 3.11”, “bug 12/3”, “invoice 2026-11”: what they number; but “the order 12/5” may be due then."""
SCORED = word_set("won lost beat leading trailing drew scored winning losing lasts lasted took takes")
LENGTHS = word_set("pace score ratio runtime duration length lap record pb pr split best clip video song track film")
LENGTHS |= word_set("recording movie episode podcast trailer odds voicemail result average")
"""“The video is 3:45”, “a pace of 4:30”."""
RACES = word_set("marathon race relay triathlon ran swam rowed cycled run lap mile finished finish finishing 5k 10k")
RACES |= word_set("swim sprint leg personal course")
BOOKS = word_set("genesis exodus leviticus deuteronomy judges kings chronicles nehemiah proverbs ecclesiastes isaiah")
BOOKS |= word_set(
    "jeremiah lamentations ezekiel hosea obadiah habakkuk zephaniah haggai zechariah malachi matthew acts"
)
BOOKS |= word_set("romans corinthians galatians ephesians philippians colossians thessalonians philemon hebrews")
BOOKS |= word_set("revelation revelations quran")
BOOKS_OF_PEOPLE = word_set("john mark luke james peter jude daniel joel amos jonah micah nahum ruth samuel ezra esther")
BOOKS_OF_PEOPLE |= word_set("job joshua timothy titus")
"""Who bears such a name may be met at an hour: a verse only with odd minutes, or behind a word of `SCRIPTURE`."""
SCRIPTURE = word_set("verse verses bible scripture gospel passage read reads quote quoted quotes quoting reading")

NAMES_BEFORE = {
    "friday": word_set("freaky casual formal"),
    "tuesday": word_set("ruby taco fat super"),
    "wednesday": word_set("sheffield"),
    "thursday": word_set("throwback"),
    "monday": word_set("manic blue"),
    "sunday": word_set("bloody super"),
}
"""“Ruby Tuesday” is a restaurant, “Sheffield Wednesday” a club."""
DAYS_WITH_NOUNS = {
    "sunday": word_set("driver drivers roast roasts school paper papers league funday"),
    "monday": word_set("blues motivation"),
    "friday": word_set("feeling feelings vibes"),
    "saturday": word_set("job jobs"),
}
"""“Monday blues” come on no day."""
DOMAINS = word_set("com net org io ai app dev edu gov biz tv uk de fr eu ch ca au nl")
"""“Monday.com”: no word that often begins a sentence."""
NUMBERED_THINGS = word_set("no nr number num ref reference id sku serial isbn case part order ticket po invoice")
NUMBERED_THINGS |= word_set("account phone tel fax batch lot model")
"""“Order 20-11-26” has that number."""
IDIOMS_OF_HOURS = word_set("shadow shadows somewhere")
"""“A five o'clock shadow”."""
RAN = word_set("ran swam rowed cycled jogged biked skated skied sprinted paddled")
RAN_OR_DID = RAN | word_set("did managed clocked posted hit got made")
MACHINES = word_set("treadmill rower erg bike elliptical track course machine")
DISTANCES_RUN = word_set("mile 5k 10k k marathon half lap relay course 400 800 1500")
"""“10:42 on the treadmill”, “6:50 for the mile”."""
SERVANTS = word_set("man girl gal guy person")
SERVED = word_set("our my your his her their a")
"""“Our man Friday”."""
NAMES_BEHIND = word_set("weld addams telegraph mirror harbor harbour")
NIGHTS_BEHIND = word_set("live football fever lights")
"""“Saturday Night Live”."""
ADDRESSED = word_set(
    "ask asked asks tell told tells ping pinged email emailed mail mailed message messaged thank thanks"
)
ADDRESSED |= word_set("contact contacted cc met")
"""“I'll ask Noon, the designer”."""
MONTHS_OF_PEOPLE = word_set("jan april may june august")
STREETS = word_set("street road avenue lane boulevard blvd crescent terrace rd ave")
STREETS_WITH_CAPITALS = word_set("st drive court place square close way gardens grove hill house plaza row walk park")

RECURS = word_set("daily nightly weekly monthly yearly annually hourly quarterly fortnightly biweekly usually normally")
RECURS |= word_set("generally typically always")
EVERY = word_set("every each")
BEGINS_TO_RECUR = word_set("from starting beginning since after until till as")
"""“Weekly from Monday” is due on Monday."""
AGAIN_AND_AGAIN = word_set("other single working business weekday weekdays month's")
DAY_OR_LESS = word_set("day weekday morning afternoon evening night hour lunch lunchtime")
PARTS_OF_A_DAY = word_set("hour minute min")
A_WEEK_OR_MORE = word_set("week month quarter year fortnight")

ALWAYS = word_set("always usually never normally generally typically often mostly")
"""“Friday is always busy”."""
WAS = word_set("was were went wasn't weren't felt")
WAS_PLANNED = word_set(
    "supposed meant agreed set what promised planned scheduled fine ok okay good better best due our"
)
WAS_PLANNED |= word_set("my mentioned said suggested proposed confirmed booked free possible when")
PLANS = word_set("deadline plan date agreement promise idea target original day earliest latest first last next")
"""“Friday was the plan” names Friday, “Friday was hell” tells."""
ITS_KINDS = word_set("a an the my our his her their")
NAMED_THINGS = word_set("name cafe café brand app company startup bar shop hotel club tool product place label")
"""“Noon is a nice cafe name”: what bears a name; the last word of its clause (“Friday is a shop day” names Friday)."""
KINDS = word_set("holiday show series film movie band song book joke drag nightmare restaurant comedy")
"""“Monday is a holiday”, “Wednesday is a good show”: of the day, or no day at all."""

PROMISED_WITH = word_set("will shall gonna brb omw ill")
"""Besides "I'll": what promises before a bare date or length."""
SOON = word_set("jiffy sec moment tick shortly soon brb omw way second")
SOON_IF_PROMISED = word_set("back there")
"""“I'll be back, 10 min”: a length behind these is a distance."""
BACK_IN = word_set("back there brb")
"""“Back in 15” needs no other promise."""
NO_LENGTH_IN = word_set(
    "put type enter file cut split divide store print sit fit pack meet book sell buy set write page"
)
NO_LENGTH_IN |= word_set("room section chapter live stay")
"""“I'll put it in 15” is no quarter of an hour."""
ACTS_AFTER_LENGTH = word_set(
    "call ring phone text mail email write send answer reply post ship tell bring deliver print drive come pick hand go"
    " do"
)
"""“An hour, then I call her”: what one does after a length that opens the sentence makes it a distance."""
DONE_AFTER_LENGTH = word_set(
    "done ready fixed sent finished sorted out live yours there online printed repaired shipped"
)
AFTER_LENGTH = word_set("max tops ok okay promise latest thanks")
RATED = word_set("rate rated give gave score scored say rank mark grade call finish cut eat read")
"""Before "5/10" they weigh it."""
PERSONS_POST = word_set(
    "i we you they he she to will can let's please and must should would could the a my our this that"
)
PERSONS_POST |= word_set("i'll we'll you'll they'll she'll he'll i'd we'd blog job don't didn't never just also then")
"""Behind these "post" is a verb or a noun; else "post lunch" is after it."""
BEFORE_OBJECTS = word_set("call ring phone text mail email message ping send tell give show meet see update answer pay")
BEFORE_OBJECTS |= word_set(
    "visit catch join help to with for from do finish fix check read write review sort join bring"
)
"""“Call you post lunch”: "you" is whom one calls, and posts nothing."""
OBJECTS = word_set("it them him her you this that these those back again both all everything home there")
NO_OBJECT_BEFORE = word_set("of for to in at from with than")
"""“I'll ship it the 22nd”."""
NO_DAY_ON = word_set(
    "work working worked focus focusing agree agreed click start started decide comment bet based depends"
)
NO_DAY_ON |= word_set("vote concentrate spent going rely insist sitting step stuck spend based live lives lived one")
"""“Working on the second”."""
