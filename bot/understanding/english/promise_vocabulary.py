"""The words that the model of promises may see. All others are topic, and are blanked to a shape.

Kept are the words by which people commit, ask, tell and doubt, whatever they talk about: so what is learned from
mail holds for chat and for talk.
"""

from __future__ import annotations

import re

from bot.understanding.english.promise_verbs import ACT_VERBS, STATES
from bot.understanding.patterns import regex, word_set

KEPT = word_set(
    # who
    "i i'd i'll i've i'm me my mine myself we we'd we'll we've we're us our ours you you'd you'll you've you're your"
    " yours he he's he'd he'll him his she she's she'd she'll her hers they they'd they'll they've they're them their"
    " it it's it'll it'd its that that's that'll this these those there there's here here's who who's what what's"
    " which whose whom someone somebody anyone anybody everyone everybody nobody none one ones two both all each every"
    " another other others either neither same something anything everything nothing whatever whoever else own"
    # how words are joined
    " a an the and or but nor so because cause if unless whether though although when whenever while until till once"
    " after before since as than then where why how for to of in on at by with without from into onto over under about"
    " through out off up down away back around between within during per via like again too also just only even still"
    " yet already ever never always often usually normally sometimes soon later now asap immediately shortly early"
    " earlier first last next again no not n't nope yes yeah yep yup ok okay kay sure right alright well fine great"
    " good nice cool thanks thank please pls kindly sorry hi hey hello oh ah haha lol maybe perhaps probably"
    " possibly likely definitely certainly absolutely actually basically really quite very pretty bit little lot much"
    " more most many some any few enough less least such rather instead otherwise anyway however therefore course"
    " hopefully unfortunately obviously together quick quickly briefly slowly easy hard possible necessary able"
    " supposed ready done available certain clear honest happy glad afraid wrong true new old long short late"
    # is, has, may
    " am is are was were be been being isn't aren't wasn't weren't have has had having haven't hasn't hadn't do does"
    " did doing don't doesn't didn't will won't would wouldn't shall shan't should shouldn't can can't cannot could"
    " couldn't may might must ought gonna gotta wanna need needs needed dare let let's lets lemme"
    # what people do, know and want
    " accept act add added adding address adjust agree agreed aim allow answer answered answering apologise apologize"
    " apply approve arrange arrived ask asked asking asks assume assure attach attend believe bet book booked booking"
    " bring bringing brought build buy call called calling calls cancel cancelled change changed changes changing"
    " charge chase check checked checking choose circle clarify clear click close closed collect come comes coming"
    " compile complete confirm confirmed connect consider contact continue contact copy correct cover create credit"
    " cut deal decide decided delete deliver depends dig discuss discussed doubt draft drafting draw drawing drive drop"
    " email emailing end enjoy ensure escalate expect expected explain extend fail fax feel figure file fill finalise"
    " finalize find finding finish fix fixed fixing follow following forget forgot forward found gather gave get gets"
    " getting give given gives giving glad go goes going gone got grab guess hand handle handling happen happens hate"
    " head hear heard help hold hope hoping imagine inform install introduce invite issue join jump keep keeping kept"
    " know known knows lead leave leaving left listen load look looked looking looks loop lose love made mail make"
    " makes making manage match mean means meant meet meeting mention mentioned merge mind miss move moved moving"
    " notify offer open opening opened order own owe pass paste pay phone pick picked ping place plan planned planning"
    " play plug pop post prefer prepare preparing present press print proceed process promise promised provide publish"
    " pull push put puts putting raise ran reach read reading recap receive received recommend record redo refer"
    " refund regret release relay remember remind remove rent replace replied reply replying report reproduce request"
    " rerun reserve reset resend resolve respond restart return review revise ring rub run running said save saw say"
    " saying says schedule scroll see seeing seem seems seen select sell send sending sends sent set share ship"
    " shipped shipping show showing shows sign sit skip sleep solve sort sound sounds speak spoke start started"
    " starting stay stick stop submit suggest sum summarise summarize support swing switch take takes taken taking"
    " talk talked talking tell telling tells test text thing think thinking thought told took touch track transfer"
    " transferring tried try trying turn type understand update updating upgrade use used using verify visit wait"
    " waiting walk want wanted wants warn watch win wish wonder wondering work worked working works wrap write writing"
    " written wrote zoom"
    # what they speak of when they commit, and of a meeting's own business
    " agenda appointment board call check colleague confirmation contract copy customer customers client clients day"
    " days department details document documents draft email end example feedback file folder form group guys home"
    " hour hours idea info information invoice issue job kind letter line link list look lunch manager meeting message"
    " minute minutes moment name news note notes number numbers office opinion option order page part people person"
    " phone picture pictures piece place plan point points preference preferences presentation problem proposal"
    " question questions quote reason reference refund replacement reply report requirements rest result results room"
    " second sec seconds section sir ma'am slide slides sort stuff summary system team thing things thread ticket time"
    " times touch update vacation version voucher way whiteboard whole word words yourself yourselves"
    # when
    " ago afternoon evening morning night noon midnight today tonight tomorrow yesterday week weeks weekend month"
    " months year years eod cob eow monthly daily weekly"
)
"""What stays as it is; contractions are made one word before (see `promise_features`)."""

SAME: dict[str, str] = {
    **dict.fromkeys(["u", "ya", "ye", "y'all"], "you"),
    **dict.fromkeys(["im"], "i'm"),
    **dict.fromkeys(["imma", "ima", "i'mma"], "i'm gonna"),
    **dict.fromkeys(["dont"], "don't"),
    **dict.fromkeys(["wont"], "won't"),
    **dict.fromkeys(["cant", "cannot"], "can't"),
    **dict.fromkeys(["lets"], "let's"),
    **dict.fromkeys(["em", "'em"], "them"),
    **dict.fromkeys(["tmrw", "tmr", "tmw", "tomo", "2moro", "tomorow"], "tomorrow"),
    **dict.fromkeys(["pls", "plz"], "please"),
    **dict.fromkeys(["thx", "ty", "cheers"], "thanks"),
    **dict.fromkeys(["k", "kay", "okey"], "ok"),
    **dict.fromkeys(["yup", "yep", "yes", "aye", "yah"], "yeah"),
    **dict.fromkeys(["gimme"], "give me"),
    **dict.fromkeys(["lmk"], "lemme-know"),
    **dict.fromkeys(["lemme"], "lemme"),
    **dict.fromkeys(["e-mail", "mail"], "email"),
    **dict.fromkeys(["cause", "'cause", "cuz", "cos"], "because"),
    **dict.fromkeys(["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"], "DAY"),
    **dict.fromkeys(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], "DAY"),
    **dict.fromkeys(
        [
            "january",
            "february",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "sept",
            "oct",
            "nov",
        ],
        "MONTH",
    ),
}
"""Spellings of the same word, and words that are the same for a promise."""

PAIRS: dict[tuple[str, str], str] = {
    ("i", "will"): "i'll",
    ("i", "shall"): "i'll",
    ("we", "will"): "we'll",
    ("we", "shall"): "we'll",
    ("you", "will"): "you'll",
    ("i", "am"): "i'm",
    ("we", "are"): "we're",
    ("you", "are"): "you're",
    ("going", "to"): "gonna",
    ("gon", "na"): "gonna",
    ("want", "to"): "wanna",
    ("let", "me"): "lemme",
    ("let", "us"): "let's",
    ("wan", "na"): "wanna",
    ("lem", "me"): "lemme",
}
"""Two words that are written as one."""

FILLERS = word_set("uh um mm er erm hmm mm-hmm uh-huh uhm hm")
"""What people say while they think: it tells that words were spoken, and stands between others."""

CLASSES: dict[str, str] = {
    **dict.fromkeys(STATES, "STATE"),
    **dict.fromkeys(ACT_VERBS, "ACT"),
    **dict.fromkeys(["him", "her", "them", "everyone"], "THEM"),
    **dict.fromkeys(["i'll", "lemme"], "I'LL"),
    **dict.fromkeys(
        ["a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "their", "our", "some"], "DET"
    ),
    **dict.fromkeys(["~", "~s", "Name", "0"], "N"),
    **dict.fromkeys(
        [
            "also",
            "just",
            "then",
            "probably",
            "definitely",
            "quickly",
            "now",
            "still",
            "only",
            "first",
            "again",
            "briefly",
        ],
        "ADV",
    ),
    **dict.fromkeys(["today", "tomorrow", "tonight", "DAY", "afternoon", "morning", "evening", "noon", "week"], "WHEN"),
}
"""Words that do the same work in a promise."""

CONTRACTED = regex(r"(\w)('ll|'m|'ve|'re|'d|n't|'s)\b")
"""Two words written as one, at the border between them."""
APART = regex(r" (?='(?:ll|m|ve|re|d|s)\b|n't\b)")
"""The space that was put between them."""
SET_APART = regex(
    r" (?:(?='(?:ll|m|ve|re|d|s)\b|n't\b)|(?<=\bgon )(?=na\b)|(?<=\bwan )(?=na\b)|(?<=\bgot )(?=ta\b)|(?<=\blem )"
    r"(?=me\b)|(?=[.,?!;:](?:\s|$)))",
    re.I,
)
"""The space that tools for linguists put into words, and before marks: "I 'm gon na call her ."."""

ECHOES = word_set("yeah no ok right well oh mm")
"""Said again and again these are agreement, not stumbling."""
NICK = regex(r"\s*(?P<name>[\w\[\]|`^{}-]{2,30})(?P<mark>[:,]) +[a-zA-Z]")
OPENERS = word_set(
    "understood noted ack acknowledged roger brilliant perfect lovely absolutely agreed gotcha apologies ouch ugh hmm"
    " re fyi ps nb todo eta update done fixed copy wow damn argh yay cheers thx np kk okidoki alas true indeed totally"
)
SMALL_I = regex(r"\bi\b")
ECHO_ONLY = regex(
    r"(?i)\W*(?:(?:yeah|yep|yes|okay|ok|kay|um|uh|mm|hmm|oh|ah|sure|right|alright|no|so|and|but"
    r"|well)\b\W*)*(?:next (?:point|item|topic)\W*)?$"
)
"""Nothing but agreement and fillers: nobody promises anything with these alone."""
