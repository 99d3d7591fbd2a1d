"""What customers usually say to one kind of department, in any trade; a nought stands for any number.

Rows with the name of a row elsewhere add to it. The form of a row is explained in `topics`.
"""

from __future__ import annotations

USUAL = """
buying
  says: what would that be, what would it be, what would that come to, what would it come to, what does 0 cost, how
    much for, what would i pay, what would we pay, who should i speak with, who handles, like to try it, before
    committing, before deciding, before we decide, we decide, they'll decide, or we go elsewhere, go elsewhere,
    percent off, 0 off, anything off, something off, firm of 0, for 0 people, for 0 rooms, 0 people, 0 seats, 0 users,
    0 rooms, 0 employees, group of 0, what do you charge, do you rent, do you let, rent out, hire out, torn between,
    what makes you better, better than your, convince me, take over my, beat 0, still to be had, would take two, i'd
    take, i'd buy, would buy, custom print, margins, price for, rates can you, what rate, what rates, better rate,
    better rates, better price, best price, make me an offer, offer for, office deal, is it free, is it available,
    still available, comparing, what can you do for us, what could you do, 0 a month, how do i become,
    other lot offer, your rival, i've had a better, contract's up, contract is up, runs out in,
    ends in, outgrowing, we run 0, we plan, we're planning, we're opening, we are opening, we need 0, we're looking
    for, looking for someone to, looking for somebody to, we send about, kit out, equip, could we have your, what
    happens to the price, which set should, which one should, what's the difference, what would you recommend, get
    one, deposit for a new, something for us, like to start with, start with 0, higher limit | how much, rate, rates,
    compare, trial, pay for
hiring
  says: do you need people, need people, do you have work, have work for, looking for anyone, looking for people, are
    you looking for, taking on, room for a, still looking, someone like me, my papers for, placement, school
    placement, would you hire, be hired, hire someone, years of experience, i build, i'm a graduate, i'm a student,
    i'm studying, my second talk, second talk, five rounds, sponsor visas, trainees, what grades, do you take, summer
    job, working student, i'm an electrician, i'm a midwife, i'm a nurse, i'm a driver, by trade, tired of, moving to
    your area, certificate of employment, reference letter, letter that says | talks, rounds, experience, apply
staff conduct
  says: his boss, her boss, their boss, his chief, her chief, his superiors, her superiors, their superiors, pass it
    on to, tell his, tell her chief, reward her, reward him, promoted, promote her, promote him, deserves a,
    compliments to, praise for, big praise, a treasure, the doorman, the porter, the salesman, the saleswoman, the
    steward, the stewardess, the guard, the fitter, the reader, the nurse, the clerk, the boy at, the young woman at,
    the lady in, the girl in, the woman in, the man in, your clerk, your salesman, called my mother, called my, called
    me a, called me darling, laughed about, muttered, threw, snatched, spat on, remarks about, remarks, darling,
    foreigners, my accent, shouted, threatened me, let go, was dismissed, dismissed, i worked for you, worked for you,
    work for you, works for you, used to work, i was a carer, i was an apprentice, not paid the, never got my tips,
    holiday pay, extra hours, make people work, makes his people, through their breaks, their breaks, aren't allowed
    to, burning them out, burn out, treat your people, treats his, work 0 hours, alone and still, looks after them,
    cutting jobs, cutting 0 jobs, held my hand, hope he gets, smelled of beer, he smelled, shouldn't work with, let
    near, followed us around, give that woman, give that man, do something nice for, kindest | boss, smiled, insult,
    lazy
press
  says: i write for, we write about, writing about, i'm working on a story, working on a story, for the herald,
    evening post, the standard here, the paper, the paper says, local paper, county paper, magazine, i produce,
    producer, our show, your side, have you on, have your, on the record, who speaks for you, whom may we quote, may
    we quote, care to respond, respond by, say something before, a comment, your view by, deadline tonight, we print
    on, run a piece, running a piece, tonight's show, on television, on local television, on tv, channel 0, listeners,
    watching my, film a day, filming, film in, three sources, sources tell us, talk to our students on, on our radio,
    radio show, your spokesman, spokesman, speak with someone on | news, show, interview, testing
public anger
  says: whole country, whole world, whole internet, whole town, the country is, everyone knows, everybody knows,
    everyone knows now, everyone to know, everyone stop, just so everyone knows, tell the town, i'll tell everyone,
    i'm posting, posting all of them, posted the, pictures everywhere, the mayor, still silent, still no word, say
    nothing, said sorry, say sorry, sorry publicly, answer for, answer for what, laughing at, thousands agree,
    hundreds of us, outside on saturday, at your gates, in front of the cameras, 0 signatures, signatures, million
    clicks, 0 likes, million views, my thread, my video of, makes fun of, vile, hear from a lot of people, turn their
    backs, people will turn, tearing you apart, people are calling for, shame, delete it and apologise, apologise,
    want to explain yourselves, you earn billions, billions, i've filmed it, filmed it, read the replies, the replies,
    hashtag, number one in the country, stay away, i won't rest | whole, country, people, thousands, likes
advertising
  says: take me off, take us off, off the list, off the weekly, strike us off, strike me off, opted out, opt me out,
    never signed up for, mailings, mails a day, mails every, mails about, you mail me, texts and, texts a day, keep
    inviting me, invite me, push message, poster shows, the poster, picture shows, pictures show, in the picture, the
    pictures, new film, tv spot, radio spot, the spot, it says free, it said on, it says, your letter promised, that
    your letter, were promised, you promised, you promise, your mails promise, your site promised, for new customers,
    brought a friend, would you share it, share our, like your name on, your name on, your logo would, print your
    logo, wear your, team shirts, shirts, tell my story, my story, on your page, say so on, on your homepage, say so
    on stage, on stage, our festival, our fair, summer fair, craft market, stand at our, a stand at, prizes for our,
    phone surveys, surveys, survey, offers at dinner, ringing me with offers, stop ringing me, with offers, comparison
    page, catalogue, catalogue to, raffle, banner says, footnote, the footnote, clickbait, not honest, free for life,
    new look, my channel, swap posts, your channel, i post about, tell my readers, my readers, birthday coupon, it
    takes nothing off, the 0 off, 0 off your first, with your name, your slogan, doorstep, win people | promised,
    poster, picture, pictures, free, letters, film, stage, fits, honest, was promised
billing
  says: left my account, out of my account, goes off every, still taking, you're taking, taking 0 a month, taking 0,
    you took 0, you've taken 0, taken 0, you charge for, you kept 0, you've kept 0, kept 0, blocked 0, booked 0,
    booked twice, 0 too much, paid 0, too much, drawn from, instalment, instalments, instalment on it, pay all at
    once, small parts, pay in parts, split what i owe, bookkeeper, our accounting, itemised, on separate lines,
    separate lines, reminder, reminder fee, dunning, settled in, was settled, in the red, still not showing, not
    showing, handed in 0, in cash, monthly sum, estimated us, the sum is, every month it's, instead of 0, quoted 0,
    agreed on 0, supplement, what is this 0, what's the 0, left with you, credit from last year, the credit for, never
    paid out, paid out, shows a value, gift card had, still an instalment, po reference, tax man, tax office, by
    transfer, pay yearly, pay by the quarter, sales tax, charged in, my money, the money for | sum, paid, cash, total,
    cost, estimated
fraud and scams
  says: how did he get my number, how did they get my, knew my, fake right, is it yours, talked me into, talked my
    mother into, purse is gone, wallet is gone, nicked, stop them, please stop them, block it, said he was from you,
    said he was your, said she was from, with your badge, asked for my card, asked for my, asks me to pay again, pay
    again through, give my bank details, wanted my card, wanted my, gave them both, typed in my card, looks odd,
    revalidate, knock-offs, hologram, copy of your, looks exactly the same, takes the money and, on my name, in my
    name, using my name, by using my name, never been there, i've never been, payment to a shop, spent my, purchases
    in, was that you, did that come from you, was it you, code by text, that i didn't ask, didn't ask for, nothing
    else, 0 are missing, is gone and, was empty, pay 0 first, won a, i won | gone, stolen, odd
hacked accounts
  says: strangers, stranger's, a stranger's, somebody else is in, somebody in my, is somebody in, gets in, how he gets
    in, he gets in, see other people's, other people's, other companies', open anybody's, anyone can read, for all to
    see, default password, still opens my account, with my login, my login, haven't been logged in, address bar, last
    digit, guess the number, number at the end, another patient, shows another, make it useless, registered with my,
    wasn't me, writes to others, the safe was, stood open, see everyone's | printer, voice, gate, safe, passport
law
  says: counsel, our counsel, entitled, entitled to, i'm entitled, as the law, by law, under the, act, the act,
    paragraph 0, clauses 0, in breach, a breach, breach, revoke, i object, object to, hereby, never agreed, i never
    agreed, without asking me, nobody asked us, asking us, my insurer, your insurer, insurer asks, the assessor, right
    of way, judge, before a judge, tribunal, not allowed to, you're not allowed, can't just, you cannot simply, is it
    lawful, lawful, is it allowed, even allowed, is it even, who is responsible, hold you accountable, accountable,
    can't be valid, be valid, executor, my father died, died, registered name, our registered, our property, who owns,
    rip of, my character, my drawing, is my drawing, my design, beyond the agreed, used my, using my, on what basis,
    basis, keep a copy, fell down, slipped on, broke my, has ruled, ruled in my favour, comply, sign that, did not
    sign, prove it, marked up, look at clauses, change the conditions, conditions of, your conditions, consumer
    agency, consumer act, terms contradict, withdraw from the, i withdraw, fourteen days, within 0 days, thirty days,
    one month by law, contract with, end the contract, our agreement until, runs until, papers do you need | allowed,
    valid, conditions, signed
privacy and data rights
  says: what you know about me, you know about me, know about me, wrote about me, store on me, everything you store,
    all of it about, want me erased, erased, forget me, wipe my, wipe my profile, my profile and everything, my
    complete file, complete file, which data, and to whom, to whom, pass my number on, my number on to, share where i,
    copy of my passport, track what, subprocessors | whom, number
software defects
  says: stays black, stays grey, turns itself, by itself, throws me out, kicked out, jumps back, puts it back, keeps
    searching, came out with, question marks, shows zero, shows yesterday's, as zero, says there's no, wants my,
    vanishes, vanish, vanished from, no longer opens, arrive twice, numbers double, rejects my, are lost when, only
    makes the, won't let me, doesn't find, finds but not, can't change the address, stops at minute, reboots itself,
    logs out, goes grey, spins since, everything spins | blank, spins, jumps, firefox, safari, pixel
feature wishes
  says: let me, let us, please let, please make, please put, please build, could you make, could the, make the, be
    fabulous, be lovely, that'd be something, would help so much, help so much, it would help, a version without,
    version without, could i see, why is there no, why isn't there, is there any way to, a bigger, bigger set, should
    have, not even a, we live in this century, one by one, every other site, every club needs, not intuitive |
    version, wish, print
devices and hardware
  says: came off, come off, comes off, chips off, drops off, falls off, gave way, beeps, hums, runs cold, turns cold,
    out of order, no sound, flicker, flickers, lights flicker, were all dead, all dead, won't open, drips, reboots, so
    hot, gets hot, first wash, mother's lasted, shorter than, fades, fade, smells of glue, bolts, instructions
    contradict, contradict, no signal, one bar, display of, been blank, brown, turned brown, been in the dark, in the
    dark, freeze every | dead, weak, hot, handle, lid, night
reaching someone
  says: is anyone reading, anyone actually reading, reading these, who do i talk to, whom do i talk to, who can
    explain, third agent, fourth person, four different people, read the notes, wrote it down, back and forth, same
    article, rephrase, just want a person, engaged, went dead, the line went, office is now closed, picks up after,
    picks up, sitting in the branch, number is called, bounced between, takes this on, ask online, ask at the, says
    ask, been open since, without an answer, no one at the desk, rang the bell, promised to call, i've written, i
    wrote twice, wrote twice, my message, answer every mail, you'll answer, not a word, nobody rang, nobody came,
    nobody tells me, tells me anything, two weeks ago, weeks ago, for a week, who is right, told three people, third
    replacement, does anyone check, left with a neighbour, left my, could somebody look, could someone look, has it
    been handed in, where's my, where is my, turned up, came without, is missing, half the parcel, wrong
    again, sent to my old, old flat, to my late husband, change that at last | ago, told, waited, hello, desk
how-to questions
  says: | could somebody move me, move me to, move me from, i picked the wrong, by accident, spelled my, wrong on the
    ticket, can i still, could you move, how do we, how do you change, bring my old number, walk our, through the
    setup, asked for ground floor, got married, changing work, how does, where do we, who can, can that be arranged,
    be arranged, like to stay, like to skip, skip next, leave out, there's no field, register my, add a, to a booking,
    need a copy, copy of my referral, how long do i have, i'd rather have, order a lost, i need the, tell you the
    numbers, instructions, lost, arranged
top-ups
  claims: top_up adding_money add_money topping_up load_money | account deposit
  says: top up, top-up, topped up, topping up, top ups, auto top up, automatic top up, add money, adding money, load
    money, top it up, reload | add, deposit, cheque
cash machines
  claims: cash atm cash_machine withdrawal cash_withdrawal | machine
  says: atm, atms, cash machine, cash withdrawal, withdraw, withdraw cash, withdrawing, withdrew, swallowed my card,
    ate my card, kept my card, retained my card, card stuck, wrong amount of cash, less cash, got less, gave me 0,
    dispensed, took my card, not give back | cash, machine, withdrawal, notes
identity checks
  claims: identity verification verify proof kyc identification id identity_check proof_of_identity source_of_funds
    onboarding_check | security compliance documents
  says: verify my identity, verifying my identity, verify identity, identity check, identity verification, prove my
    identity, prove who i am, proving, proof of, id check, my id, photo of my passport, source of funds, source of my
    funds, where the money came from, where my money comes from, my documents, upload my passport, verification
    failed, verify my account | identity, verify, verification, prove, id, passport, documents
pins
  claims: pin passcode pins passcodes personal_details | access account
  says: change my pin, change pin, forgot my pin, pin blocked, blocked my pin, unblock my pin, unblock, new pin, wrong
    pin, pin is blocked, pin number, passcode, forgot my passcode, reset my passcode, reset pin, personal details,
    change my details, edit my details, change my address, my new address, changed my name | pin, details, name
"""
