"""Groups of words from which the shapes of `unsaid_praise` and `unsaid_blame` are made, and how a row of them is made.

A group is named where many words can stand; a few stand in the shape itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.understanding.english.stance_shapes import shape
from bot.understanding.english.stance_words import Weighted
from bot.understanding.patterns import any_of, spelt_out, word_set

Signed = tuple[frozenset[str], Weighted]

_DENIALS = any_of(
    r"never, not, nobody, no, none, nothing, didn'?t, won'?t, haven'?t, hasn'?t, still, can'?t, couldn'?t,"
    r" refus\w*, only"
)
_PUT_RIGHT = {
    "<yes>": rf"(?!{_DENIALS}\W)<w>",
    "<matter>": any_of(
        "problem, issue, trouble, matter, mistake, mix-?up, error, crash, bug, fault, it, everything, this, all"
    ),
    "<mended>": any_of("solved, resolved, sorted(?: out)?, fixed, cured, put right"),
    "<defect>": any_of("crash, bug, problem, issue, error, trouble, leak, fault, freezing, lag, stutter, noise"),
    "<mishap>": any_of("issue, problem, mix-?up, fault, hiccup, mistake, glitch, bug, delay, crack, error"),
    "<helper>": any_of(
        r"they, you, she, he, support, someone, your \w+, the (?:team|shop|staff|driver|company), staff"
    ),
    "<made-good>": any_of(
        "replaced, fixed, sorted, solved, refunded, resolved, corrected, exchanged, repaired, put it right,"
        " made it right"
    ),
    "<given-back>": any_of(
        "found, returned, handed, brought, was (?:at|back|returned|handed|found|waiting), got it back, sent it back"
    ),
}
"""Trouble that is over; `<yes>` is any word that does not deny it."""
_BETTER_THAN = {
    "<provider>": any_of(
        "bank, provider, supplier, insurer, airline, phone, vet, dentist, gym, agency, app, company, tool, software,"
        " vendor, garage, landlord, one, carrier, broker, bike, car, laptop, doctor, hotel, shop, supermarket"
    ),
    "<fearful>": any_of(
        "worried, afraid, nervous, sceptical, skeptical, dreading, dreaded, anxious, unsure, doubts, doubtful,"
        " reluctant, scared, feared"
    ),
    "<went-well>": any_of(
        r"took(?! (?:ages|forever|weeks|months|days|hours|my|so|\d+ (?:w|h))),"
        r" was(?! (?:right|not|late|wrong|worse|broken|lost|down|cancel\w*|never|rightly|terrible|even)),"
        r" went(?! (?:wrong|down|missing)), turned out(?! (?:i|to be right|worse)),"
        r" worked, works, made, explained, calmed,"
        r" is(?! (?:not|late|wrong|worse|broken|lost|down|still))"
    ),
    "<hardly>": any_of(
        "won'?t, wouldn'?t, can'?t, couldn'?t, cannot, will not, will never, never, hard to, nobody, no one"
    ),
    "<come-across>": any_of(
        "find, found, see, meet, met, had, have, eaten, eat, tasted, stayed, owned, does, makes, do, imagine"
    ),
    "<better>": any_of("better, nicer, kinder, cheaper, friendlier, finer, tastier"),
    "<so-well>": any_of(
        r"well, good, kind, kindly, warmly, welcome, relaxed, safe, quick, quickly, happy, nice, nicely, friendly,"
        r" smooth, easy, easily, helpful, lovely, comfortable, spoil\w+, pampered, looked after, cared for, warm, fast,"
        r" clean, gentle, patient, soundly"
    ),
}
"""Praise by what is worse: other houses, one's fears, all that one knows."""
_DENIED = {
    "<no-cause>": any_of(
        "couldn'?t, can'?t, cannot, could not, didn'?t, did not, hard to, struggled? to, nothing, no reason, no cause,"
        " not much, little"
    ),
    "<complain>": any_of("complain, criticise, criticize, fault, moan, grumble, improve"),
    "<annoyance>": any_of(
        r"queues?, fuss, stress, drama, hassle, small print, hidden (?:fees|costs|charges), nasty surprises, surprises,"
        r" nonsense, pushy \w+, pressure, gimmicks, catch, jargon, tricks, traffic, noise, faff, upselling, paperwork"
    ),
    "<despised>": any_of(
        "cargo, cattle, number, idiot, criminal, stupid, fool, burden, nuisance, dirt, wallet, sheep, sardines, rubbish"
    ),
    "<with-skill>": any_of(
        "well, brilliantly, beautifully, superbly, perfectly, calmly, professionally, gracefully, kindly,"
        " with (?:care|grace|patience|humou?r)"
    ),
    "<show-piece>": any_of(
        "line, beat, bass, drop, solo, track, song, album, graphics, design, colou?rs?, ride, moves?, show, playlist,"
        " trailer, edit, animation, skin"
    ),
    "<cool-thing>": any_of(
        "design, beats?, tune, track, moves, bike, graphics, trainers, kicks, show, set, views?, drop, build, ride,"
        " song, album, bro, mate, playlist, jacket, mix, solo, artwork, colou?rs"
    ),
}
"""What praise denies, and words of trouble that it has a use for."""
_MOCKED = {
    "<grand>": any_of(
        "great, brilliant, lovely, fantastic, wonderful, perfect, nice, awesome, super, excellent, superb, amazing,"
        " cool, fab, marvellous, terrific, charming, joy, bravo, splendid, magnificent"
    ),
    "<gone-wrong>": any_of(
        r"again, down, broken, late, lost, closed, delayed, dead, wrong, stuck, cancelled, canceled, sold out, offline,"
        r" crashed, failed, empty, cold, deletes, breaks, removes, crashes, loses, ignores, charges, fails, freezes,"
        r" costs, can'?t, won'?t, doesn'?t, isn'?t, hasn'?t, haven'?t, nobody, refus\w+, no <w>"
    ),
    "<nuisance>": any_of(
        "delay, outage, fee, excuse, update, bug, queue, crash, strike, change, price, increase, survey, error,"
        " cancellation, hour, week, day, redesign"
    ),
    "<goes-on>": any_of(
        "has, have, is, are, takes, took, still, been, needs, costs, can'?t, won'?t, doesn'?t, 's, keeps"
    ),
    "<too-long>": any_of(
        r"for (?:an?|two|three|\d+|over|weeks|months|days|hours|ages), since, again, still, late, extra, twice, nobody,"
        r" no one, never, down, broken, hours, weeks"
    ),
    "<bad-manners>": any_of(
        r"nothing, nobody, wait\w*, los\w+, ignor\w+, delay\w*, confus\w+, bureaucracy, not, wast\w+, excus\w+,"
        r" disappoint\w*, frustrat\w*, late\w*, silence, chaos"
    ),
    "<no-ease>": any_of("hard, difficult, complicated, impossible, slow, awful, bad, painful"),
    "<check>": any_of(
        "check, read, test, answer, proofread, look, clean, see, heard, met, used, tried, own, open, eat, taste"
    ),
}
"""Praise that is meant otherwise, and questions that want no answer."""
_FAILED = {
    "<fell-apart>": any_of(
        "melted, warped, rusted, snapped, shrank, shrunk, faded, ripped, cracked, split, peeled, disintegrated, bent,"
        " buckled, tore, chipped, unravelled, leaks?, wobbles, rattles, squeaks, creaks, jams, overheats, flickers,"
        " stutters, itches, sheds, washed off, wore off, cuts? out, drops out"
    ),
    "<goes-down>": any_of(
        "reboots, restarts, crashes, freezes, disconnects, resets, hangs,"
        " (?:switches|shuts|logs|turns)(?: itself)? (?:off|down|out)"
    ),
    "<all-the-time>": any_of(
        r"hourly, daily, constantly, randomly, every, all the time, by itself, mid, twice, \d+ times, several times,"
        r" whenever, when, after, on start"
    ),
    "<flaw>": any_of(
        "holes?, cracks?, dents?, scratch(?:es)?, stains?, tears?, rips?, chips?, leaks?, marks?, stench, missing,"
        " broken, bent"
    ),
    "<damaged>": any_of(
        "broken, damaged, cracked, smashed, scratched, dented, bent, torn, wet, soaked, empty, dirty, used, crushed,"
        " cold, dead, crumpled, stained, incomplete"
    ),
    "<promised>": any_of("pictured, described, advertised, promised, shown, in the (?:picture|photo|description|ad)"),
    "<advert>": any_of(
        "picture, photo, description, advert, website, ad, trailer, brochure, sample, promised, pictured, advertised"
    ),
}
"""What things do that are bad."""
_LET_DOWN = {
    "<many>": any_of(
        r"\d+, two, three, four, five, six, seven, eight, nine, ten, twelve, twenty, thirty, forty, fifty"
    ),
    "<answers>": any_of(
        "answers?, excuses?, stories, prices, versions, results, apologies, promises, solutions?, reasons?"
    ),
    "<house>": any_of(r"they, you, @\w+, company, hotel, landlord, shop, bank, agency, he, she"),
    "<did-their-part>": any_of(
        "refunded, returned, answered, replied, called, paid, gave, sent, delivered, fixed, showed, told, came,"
        " apologi[sz]ed, responded, explained, credited, shipped, honou?red, turned up, cared, reimbursed, bothered,"
        " informed, warned"
    ),
    "<long>": any_of(
        r"(?:twenty|thirty|forty|fifty|sixty|ninety|[2-9]\d) (?:minutes|mins),"
        r" (?:two|three|four|five|six|\d+) (?:weeks|months|e-?mails|calls|attempts|visits|tries), ages, forever"
    ),
    "<no-good>": any_of("blank, missing, empty, broken, wrong, closed, gone, cold, dead, rotten, mouldy, stale"),
    "<staff>": any_of(
        "rep, agent, waiter, waitress, receptionist, manager, driver, clerk, assistant, cashier, nurse, guard,"
        " operator, advis[eo]r, guy, salesman, teller"
    ),
    "<once-loved>": any_of(
        "recommend, love, enjoy, trust, swear by,"
        " be (?:so |very |really |a )?(?:good|great|better|loyal|my favou?rite|the best|fans?|excellent)"
    ),
    "<lovely>": any_of("great, good, perfect, lovely, amazing, nice, brilliant, fantastic, wonderful"),
}
"""What people did or left undone, and hopes that came to nothing."""

CLASSES = _PUT_RIGHT | _BETTER_THAN | _DENIED | _MOCKED | _FAILED | _LET_DOWN


def signed(signs: str, weight: float, label: str, *shapes: str) -> Signed:
    """A row of shapes as in `stance_shapes`, with the words of which one must be said."""
    return word_set(signs), shape(weight, label, *(spelt_out(one, CLASSES) for one in shapes))


def signed_with(groups: Mapping[str, str]) -> Callable[..., Signed]:
    """What makes such rows on a page that has more groups of its own."""

    def row(signs: str, weight: float, label: str, *shapes: str) -> Signed:
        return signed(signs, weight, label, *(spelt_out(one, groups) for one in shapes))

    return row
