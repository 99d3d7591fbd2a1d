"""Words and phrases by which customers show that they are unhappy or pleased, weighed, without their apostrophes.

A row is a weight, a label for people, words and phrases with commas between. What is meant in earnest only
mostly ("thanks for nothing") stands as a phrase: the longest one that fits is taken.
"""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.patterns import regex

Table = dict[tuple[str, ...], tuple[float, str]]
SMALL_WORDS = "words of trouble"
"""The label of words that say little by themselves."""

_UNHAPPY = """
2.6 anger :
  worst, horrible, horrendous, terrible, awful, disgusting, disgusted, disgusts, disgrace, disgraceful, pathetic,
  unacceptable, appalling, appalled, outrageous, atrocious, abysmal, dreadful, shameful, shame, shame on, ashamed,
  hate, hates, hated, hating, loathe, despise, garbage, rubbish, trash, crap, crappy, shit, shitty, bullshit, bs,
  sucks, suck, sucked, sux, fuck, fucking, fucked, fck, fuckin, freaking joke, ffs, wtf, scam, scams, scammed,
  scammers, scammer, thieves, thief, crooks, ripoff, rip off, ripped off, ripping off, robbery, daylight robbery,
  useless, worthless, incompetent, incompetence, idiots, idiot, morons, stupid, dumb, ridiculous, is a joke, are a
  joke, its a joke, a joke of, such a joke, joke of a, joke of an, absolute joke, total joke, complete joke, this
  joke, a joke but, what a joke, nightmare, fail, epic fail, fails, epicfail, furious, livid, fuming, pissed, pissed
  off, never again, neveragain, never flying, never fly, never buying, never shopping, never using, never ordering,
  done with you, done with them, im done, lost a customer, lost me as, lost my business, lying, liars, liar, lies,
  lied, cheated, cheaters, insulting, insult, insulted, evil, greedy, greed, criminal, criminals, boycott, sham,
  cowards, hell, from hell, screwed, screw you, screw, screwing, disgustingly, horribly, terribly, shambles, utter,
  diabolical, cancelling my, canceling my, switching to another, switching to your competitor, taking my business, go
  bankrupt, racist, thanks for nothing, thx for nothing, how dare, unbelievably, get your act together, get it
  together, crooked, a disaster, disaster, fiasco, clowns, clown, bullied, damn you, cant stand, waste of money, waste
  of time
1.7 disappointment :
  disappointed, disappointing, disappointment, disappoints, disappoint, frustrated, frustrating, frustration,
  frustrates, unhappy, upset, upsetting, annoyed, annoying, annoys, irritating, irritated, irritates, angry, mad,
  madness, poor, poorly, bad, badly, worse, worsening, rude, rudely, unprofessional, unhelpful, ignored, ignoring,
  ignores, misleading, misled, deceptive, dishonest, waste, wasted, wasting, regret, regretting, hopeless, ruined,
  ruin, ruins, ruining, lousy, sad, sadly, saddened, unfair, harassed, let down, letdown, sick of, tired of, fed up,
  unreliable, overpriced, sketchy, shady, laughable, embarrassing, embarrassment, embarrassed, inexcusable, careless,
  clueless, lazy, disrespectful, disrespect, mess, messed up, mess up, messing, chaos, chaotic, headache, headaches,
  pain, painful, pita, confusing, confused, ugly, boring, gross, nasty, creepy, dirty, filthy, smelly, stinks, stinky,
  cramped, uncomfortable, shocking, shocked, unfortunately, unfortunate, are you kidding, you kidding me, kidding me,
  smh, ugh, ughh, argh, aargh, grr, grrr, meh, wth, lame, overrated, bloody, damn, dammit, goddamn, crashy, hideous,
  cheap plastic, flimsy, misery, miserable, so much for, get your shit, do better, step it up, epic mess, no respect,
  dont care, doesnt care, could care less, couldnt care less, who cares, nobody cares, no one cares, ruined my,
  killing my, kills my, hung up, hangs up, hung up on, no response, no answer, no reply, no help, no explanation, no
  apology, no communication, zero help, zero communication, not helpful, not impressed, not happy, not good, not
  acceptable, not ok, not okay, not cool, not fair, not great, not amused, not thrilled, not pleased, unimpressed,
  wont recommend, not recommend, never recommend, cannot recommend, cant recommend, dont recommend, wouldnt recommend,
  would not recommend, dont buy, do not buy, dont use, do not use, dont fly, dont bother, avoid, stay away, beware,
  warning, downhill, went downhill, gone downhill, bait and switch, false advertising, hassle, struggle, struggling,
  nonsense, absurd, insane, complaint, complaints, complain, complaining, complained, unsafe, dangerous, hurts,
  worried, scared, fascist, monopoly, gouging, price gouging, hidden fees, hidden fee, robbed, neglect,
  negligence, abuse, delusional, trashed, sorry excuse, excuse for, good luck getting, good luck with, love how you,
  love how they, love that you cant, love when, love waiting, love being, gotta love, just great, oh great, great
  another, way to go, nice job losing, yeah right, thanks for the delay, thanks for ruining, thanks for wasting,
  thanks for making me, thanks for leaving, thanks for losing, thanks for cancelling, thanks for canceling, thanks for
  charging, thanks for breaking, thanks for not, thanks for never, thanks to your, thanks for ignoring, so helpful
  not, thanks for stranding, what a mess, smfh, fml, gtfo, stfu, ass, sob, pos, rant, vent, dont trust, cant trust,
  not trust, no trust, lack of, lacks, lacking, mediocre, subpar, junk, landfill, tacky, overheating, unusable,
  unplayable, inept, arrogant, condescending, lied to, inconvenience, inconvenient, apologize, apology,
  apologies, outraged, heartbroken, shocker, are you for real, for real, no clue, any clue, what were you thinking,
  who asked, who thought, whoever designed, paperweight, prison, ants, roaches, cockroach, bed bugs, lesson in,
  attitude, rolled her eyes, rolled his eyes, nickel and dime, nickel and diming, bricked, crime, atrocity, travesty,
  mockery, gimmick, crippled, cheeky, horrific, unhappily, dire, dismal, grim, woeful, pitiful, ghastly, vile,
  foul, rotten, wreck, trainwreck, train wreck, bonkers, moronic, insult to, slap in the face, hostage, nobody
  answers, no one answers, one bar, had it with, had enough, enough of, last straw, last time i, never been so, lost
  my, lost our, charged my card, gave my, blocked my, deleted my, ruins my, broke my, cancelled my, canceled my,
  cancelled flight, cancelled flightled, without a word, without warning, no warning, undo it, bring back the, change
  it back, go back to the, threatened, hostile, nerve, audacity, cringe, yikes, oof, bummer, bummed, gutted, crock,
  rudeness, surly, abrupt, unfriendly, dismissive, patronising, patronizing, smug, shoddy, dodgy, botched, bungled,
  extortionate, exorbitant, extortion, unreachable, undrinkable, inedible, unwatchable, unreadable, soggy, lukewarm,
  tasteless, rancid, wilted, rotting, mould, mold, rats, mice, infested, vermin, revolting, repulsive, scandalous,
  amateurs, amateurish, rip - off, con artists, unbelievable service, fobbed off, clown show, dumpster fire
1.1 something failed :
  broken, broke, breaks, breaking, crash, crashes, crashed, crashing, freeze, freezes, freezing, froze, frozen, bug,
  bugs, buggy, glitch, glitches, glitchy, error, errors, failed, failing, failure, not working, doesnt work, dont
  work, wont work, isnt working, arent working, stopped working, stops working, not work, lost, losing, loses, lose,
  missing, missed, misses, damaged, damage, defective, faulty, late, delay, delays, delayed, delaying, cancelled,
  canceled, cancelling, canceling, cancellation, cancellations, stuck, stranded, outage, outages, down, offline, slow,
  slower, slowest, laggy, lag, lags, lagging, denied, declined, refuse, refused, refuses, refusing, rejected, unable,
  wrong, mistake, mistakes, incorrect, overcharged, overcharge, overcharging, charged twice, double charged, hacked,
  stolen, problem, problems, issue, issues, trouble, troubles, dropped, drops, dropping, leak, leaking, overbooked,
  oversold, bumped, kicked off, disconnected, disconnect, disconnecting, disconnects, died, dead, dies, dying,
  misplaced, mishandled, cracked, scratched, torn, ripped, drain, drains, draining, overheat, overheats, unanswered,
  bounced, glitching, buffering, spam, spamming, virus, expired, interrupted, blocked, locked out, cant log, cant
  login, cant access, wont load, wont open, wont let, wont turn on, wont charge, wont connect, wont update, doesnt
  load, never arrived, never came, never received, never got, never showed, never called, never responded, never
  answered, never heard, not arrived, hasnt arrived, hasnt come, hasnt shown, no show, no signal, no service, no
  internet, no power, no wifi, no record, no sign, no luck, no refund, no way to, no one answering, no one knows,
  nobody knows, no one can, nobody can, wrong item, wrong order, wrong size, cold food, undercooked, raw, stale,
  mouldy, moldy, sick, food poisoning, burnt, burned, hair in, empty, out of stock, sold out, excuse, excuses, blame,
  blaming, downgrade, downgraded, worse than, mistreated, forgot, forgotten, misspelled, outdated, limited,
  restricted, banned, suspended, understaffed, overcrowded, deleted, wiped, vanished, disappeared, gone, reboot,
  restart, rebooting, leaks, leaky, snapped, jammed, shattered, smashed, dented, crushed, soaked, spilled,
  corrupt, corrupted, corrupts, loops, unresponsive, timed out, times out, unpaid, owed, double booked, stained,
  stains, hangs, unstable, vulnerable, leaked, unsubscribe, junk mail, robocall, robocalls, debt, lawsuit,
  sue, sued, suing, penalty, fined, complaint number, bankrupt, layoffs, recall, injured, hospital, fire, smoke,
  apologise
0.9 waiting :
  on hold, waiting, waited, still waiting, still no, still not, still havent, still hasnt, still doesnt, still cant,
  been waiting, hours, hrs, 2 hrs, hour wait, for hours, for weeks, for months, for days, forever, takes forever,
  taking forever, weeks, how long, how many times, how much longer, every time, third time, 3rd time, second time, 2nd
  time, fourth time, 4th time, yet again, once again, again and again, ages, runaround, run around, transferred,
  sitting on, tarmac, chasing, overdue, days later, weeks later, hours later, another hour, long wait, long line, slow
  service, supposed to, was supposed, were supposed, cut off, hold music, callback, call back, calling for, emailed,
  dmed, ignored my, third email
0.7 displeasure :
  why, never, nothing, nobody, no one, none, seriously, apparently, come on, cmon, really, still, hold, fix, fix this,
  fix it, fix your, fix the, fees, refund, compensation, supervisor, no longer, used to be, used to, instead, nope,
  unlike, rather than, whats the point, what is the point, explain, how is it, how can you, how hard, wonder why,
  expect better, expected better, expected more, not even, cant even, would think, charging me, charged me, charged,
  wake up, guess, whatever, hopefully, paid for, pay for, paying for, doubled, halved, shortage, surge, queue, queues,
  define, cry, crying, tears, expensive, pricey, crowded, noisy, loud, cold, wet, killed, steep, hike, raised,
  luggage, bags, baggage, excess, forced, forcing, force, hell no, tried, trying, attempts, cant believe,
  ridiculously, zero
0.55 words of trouble :
  not, no, dont, doesnt, didnt, cant, cannot, wont, couldnt, wouldnt, isnt, arent, wasnt, werent, havent, hasnt,
  hadnt, shouldnt, aint, without, hour, minutes, mins, wait, again, yet, over an, bag, even, but, only, anymore, any
  more, customer service, because, since, told, said, claim, should, phone, call, called, calls, calling, people,
  flight, service, battery, update, website, app, site, money, pay
"""
_PLEASED = """
2.2 praise :
  regret nothing, no regrets,
  love, loved, loves, loving, luv, amazing, amazingly, awesome, awesomeness, fantastic, excellent, wonderful,
  brilliant, outstanding, superb, perfect, perfectly, perfection, delightful, delighted, thrilled, impressed,
  impressive, incredible, phenomenal, highly recommend, definitely recommend, would recommend, recommend, recommended,
  game changer, gamechanger, lifesaver, life saver, fabulous, fab, flawless, kudos, props to, five stars, 5 stars,
  rock, rocks, rockstar, rockstars, you rock, beautiful, gorgeous, exceptional, above and beyond, made my day, saved
  my day, saved the day, saved my, best, the best, favorite, favourite, fav, fave, big fan, fangirl, hats off, shout
  out, shoutout, genius, legend, legends, hero, heroes, well done, great job, good job, awesome job, nice work, great
  work, keep it up, keep up the, great service, great customer service, excellent service, good service, great
  experience, great flight, cant wait, can not wait, looking forward, stoked, pumped, psyched, obsessed, blown away,
  mind blown, stunning, magical, heavenly, delicious, yummy, tasty, yum, brightened, 10 out of 10, so good, too good,
  very good, pretty good, really good, super helpful, so helpful, very helpful, very happy, so happy, happy customer,
  so easy, cool, coolest, sweet, slick, sexy, dope, epic win, win, winning, woohoo, woo hoo, yay, yess, hooray, bravo,
  exceeded, loyal customer for, no complaints, no problems, no issues, not bad, cant complain, couldnt be happier,
  could not be happier, never disappoints, never disappoint, never let me down, worth every penny, hope to see, so
  excited, so glad, much love, xoxo, bless, star, superstar, for life, over the moon, on point, ftw, for the win, spot
  on, top notch, class act, life changing, killing it, nailed it, nails it, nailing it, crushing it, crushed it, big
  up, fair play, good on you, gobsmacked, relieved, speechless, to die for, hallelujah, deserves a raise, deserve a
  raise, give her a raise, give him a raise, give them a raise, magic, off the hook, insanely good, insanely great,
  crazy good, works like a charm, like a charm, that's how you do it, more of that, won me back, won me over, customer
  for life, thats how you do it, take my money, blessing, what a gent, what a game, sweetheart, can we talk about how,
  sending love, hits different, faith in, beats, gem of, second to none, happy place, my go to, our go to, treated us,
  treated me like, upgraded us, without us asking, turned it around, came through, went the extra mile, extra mile,
  going the extra, lifesavers, so smart, brilliantly, adore, adorable, treasure, joy, joyful, bliss, wonders,
  superbly, charming, kindest, unreal good, unbelievably good, unbelievably kind, faultless, effortless, seamless,
  seamlessly, painless, unbeatable, unmatched, stellar, marvellous, marvelous, terrific, sublime, exquisite, loveliest,
  sweetest
1.2 thanks :
  thank, thank you, thanks, thanks so much, thank you so much, many thanks, thankyou, thx, ty, tysm, cheers, great,
  good, nice, nicely, happy, glad, pleased, appreciate, appreciated, appreciates, grateful, helpful, friendly, kind,
  kindness, enjoy, enjoyed, enjoying, enjoyable, smooth, smoothly, easy, fast, quick, quickly, speedy, prompt,
  promptly, fun, funny, hilarious, excited, exciting, wow, haha, smile, smiles, smiling, congrats,
  congratulations, happy birthday, useful, handy, comfy, comfortable, cozy, clever, smart, neat, cute, fresh,
  professional, courteous, polite, attentive, welcoming, on time, early, resolved, sorted, solved, fixed it, got it
  working, working again, works great, works well, works perfectly, better, improved, upgrade, upgraded, safe,
  respect, nicest, finest, friendliest, prettiest, smartest, elegant, generous, reliable, solid, worth it, worth,
  success, successful, yes please, pleasure, pleasant, pleasantly surprised, surprised, bonus, treat, treats, free,
  proud, inspiring, inspired, innovative, interesting, intuitive, refreshing, gem, blessed, hope, win a, winner,
  lovely, loyal, honest, no worries, all good, would love, id love, like, liked, likes, fan, fans, follow back,
  happily, gladly
"""
_CALM = """
0.0 no praise :
  the best before, best before, do our best, did our best, do my best, did my best, does his best, does her best, do
  their best, did their best, do your best, best regards, best wishes, all the best, i dont use,
  we dont use, i do not use, we do not use, genius bar, best buy, good morning, good afternoon, good evening, duty
  free, toll free, smart meter, smart tv, fast food, free trial, great western, early access, happy to pay
1.0 asks :
  opening hours, business hours, hours on, what hours, your hours,
  how do i, how can i, how do you, how do we, can i, can we, could i, could you, can you, do you, does your, is there,
  are there, what time, what is the, what are the, whats the, when does, when do, when is, when will, where can i,
  where do i, where is the, which, do we, will you, are you, would you, is it possible, does anyone, anyone know, any
  chance, any idea, question, quick question, please, pls, plz, hi, hello, hey, just wondering, wondering, curious,
  interested in, details, info, information, dm sent, sent dm, via, rt, breaking, reports, announces, announced,
  launches, launch, launching, unveils, stock, shares, aapl, market, review, interview, hiring, jobs, live, join us,
  check out, check this, lol, today at, sxsw, tonight, tomorrow, video, photo, news, new, deal, deals, sale, discount,
  promo, win, enter, giveaway, thanks in advance, following, followed, dm
"""
_EMOJI = {
    "anger": (1.8, "😡🤬👎😠😤💩🙄😒😑🤮🖕😾🤦😩😫😖👿"),
    "disappointment": (1.2, "😞😔😢😭💔😕😟🙁☹😣😥😓😰🤯🥴😬🤷"),
    "praise": (1.8, "❤😍🙌👏🎉💯🥰😘💕💖💙💚💛🧡💜🤩🏆⭐🌟🔥🥳😻💪"),
    "thanks": (1.2, "👍😊😀😃😄😁🙏😎🙂☺😂🤗✨👌🤝😋😉"),
}
_EMOTICONS = {
    "disappointment": (
        1.4,
        (":(", ":-(", ":'(", "=(", ":/", ":-/", "-_-", "d:", ">:(", "😐", ":rage:", ":angry:", "</3"),
    ),
    "thanks": (1.3, (":)", ":-)", ":d", ":-d", "=)", "<3", ";)", ";-)", "xd", ":thumbsup:", ":heart:", ":tada:", "(:")),
}
NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "dont",
        "doesnt",
        "didnt",
        "cant",
        "cannot",
        "wont",
        "couldnt",
        "wouldnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "havent",
        "hasnt",
        "without",
        "hardly",
        "barely",
        "nothing",
        "nobody",
        "aint",
        "neither",
        "nor",
        "zero",
    ]
)
"""They turn praise that follows within three words."""
STRONGER = frozenset(
    [
        "very",
        "so",
        "really",
        "absolutely",
        "extremely",
        "totally",
        "completely",
        "utterly",
        "super",
        "such",
        "too",
        "incredibly",
        "the",
    ]
)
ADDRESSED = frozenset(["my", "me", "i", "im", "ive", "you", "your", "youre", "yall", "we", "our", "us", "u", "ur"])
"""Who speaks of themselves or to the company means it more than a headline does."""


_NO_SUPERLATIVE = frozenset(["latest", "longest", "cheapest", "lowest"])


def superlative_of(word: str) -> str:
    """The listed word of trouble that a superlative is of ("rudest": "rude"), or the word itself."""
    if not word.endswith("est") or word in _NO_SUPERLATIVE or len(word) < 6:
        return word
    stem = word[:-3]
    listed = polarity()[0]
    forms = (stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem, stem[:-1])
    return next((form for form in forms if (form,) in listed and listed[(form,)][0] >= 1), word)


def _table(rows: str) -> Table:
    found: Table = {}
    for row in rows.replace("\n  ", " ").strip().splitlines():
        head, words = row.split(" : ")
        weight, label = head.split(" ", 1)
        for phrase in words.split(","):
            found.setdefault(tuple(phrase.split()), (float(weight), label))
    return found


@lru_cache(maxsize=1)
def polarity() -> tuple[Table, Table, Table]:
    """What makes a text unhappy, pleased, or matter-of-fact: phrases with their weights and labels."""
    unhappy, pleased = _table(_UNHAPPY), _table(_PLEASED)
    for label, (weight, signs) in _EMOJI.items():
        table = unhappy if label in ("anger", "disappointment") else pleased
        table.update({(sign,): (weight, label) for sign in signs})
    for label, (weight, shapes) in _EMOTICONS.items():
        table = unhappy if label == "disappointment" else pleased
        table.update({(shape,): (weight, label) for shape in shapes})
    return unhappy, pleased, _table(_CALM)


LENGTHY = regex(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many)\+?\s?"
    r"(?:hours?|hrs?|days?|weeks?|months?)\b|\b(?:[2-9]\d|1\d\d)\s?(?:min|mins|minutes)\b"
)
"""Times that nobody tells a company to praise it."""
PRICED = regex(r"[$€£]\s?\d|\b\d+\s?(?:dollars|bucks|euros|pounds|quid)\b")


@lru_cache(maxsize=1)
def first_words() -> dict[str, int]:
    """The words with which phrases begin, and how long the longest of each is."""
    longest: dict[str, int] = {}
    for table in polarity():
        for phrase in table:
            longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest
