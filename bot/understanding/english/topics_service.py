"""What customers say of service, orders, selling, the public, law and people. The form is explained in `topics`."""

from __future__ import annotations

SERVICE = """
reaching someone
  claims: support_ticket help_desk support customer_service customer_support helpdesk contact_centre call_centre
    call_center customer_care care service complaint call_handling contact_center helpline assistance | help question
    customer enquiries client guest front_line
  says: customer service, customer support, customer care, support ticket, my ticket, ticket number, case number,
    opened a ticket, opened a case, need help, can you help, please help, can someone help, anyone there, on hold,
    hold music, hold for, still waiting, waiting for a reply, waiting for an answer, no response, no reply, no answer,
    without a reply, heard nothing, not heard back, haven't heard back, never heard back, nobody answers, no one
    answers, nobody replies, nobody responds, nobody picks up, nobody called, no one called, won't answer, doesn't
    answer, never answered, never called back, never called me, call back, call me back, callback, unanswered,
    ignored, ignoring, ignore my, hung up, hang up, cut off, unhelpful, no help, transferred me, transferred to,
    passed around, passed from, passed me, run around, runaround, representative, rep, agent, supervisor, speak to a
    human, speak to someone, talk to a human, real person, talk to someone, speak to a manager, chatbot, your bot,
    live chat, chat agent, copy and paste, canned response, scripted, script, automated reply, auto-reply,
    contradicting answers, different answer, told me different, told three different, answered within, reply to my,
    reply to emails, reply to your emails, emailed three times, emailed twice, called five times, called three times,
    called four times, third time i, fourth time i, how many times, rude agent, phone queue, phone line, phone tree,
    press 1, three weeks ago and, weeks without, days without, nobody knows, nobody can tell me, no one can tell me,
    follow up, following up, helpline, hotline, customer services, complaint number, resolve this, sort this out,
    sorted out, dm me, dm'd you, respond to my, worst customer, contact you, reach you, reach anyone, get hold of,
    status of my, any update on my, reach a human, a human, nobody bothered, auto-replies, no way to reach, look it
    up, hasn't shipped, has not shipped, still hasn't, still has not, hasn't answered, have not answered, haven't
    answered, not answered, supposed to be here, supposed to arrive, any news, sent me away, no callback, said they
    would call, i'd like another one, waiting for my, when will my, reach somebody, reach someone, reach anybody, get
    through, can't get through, a recording, undeliverable, contact form, did you receive, opposite answers, different
    answers, no confirmation, haven't received, have not received, still haven't received, ready for pickup, is it
    ready, i'd like to complain, would like to complain, waited in line, waiting in line, nobody helped, no one
    helped, couldn't help, could not help, refused to help, sent away, got no answer, any progress, at the counter,
    could explain, explain why, where my application, application stands, send me the, wrong town, delivered
    to the wrong, told me to wait, to wait 0 hours | help, support, waiting, rude, answer, phone, call, called, email,
    reply, response, complaint, chat, hours, patient, friendly, helpful, staff, service, wait, queue, solved, team,
    assist
how-to questions
  claims: support help question customer_service how_to guidance helpdesk customer_care assistance customer_success |
    service customer stuck advice
  says: | how do i, how can i, how do you, where do i, where can i, what do i need to, can you explain, could you
    explain, is it possible to, what does it mean, i don't understand, i do not understand, change my address, update
    my address, change my name, change my details, update my details, change my phone number, moved house, cancel my
    account, close my account, terminate my account, cancel my membership, cancel my subscription, pause my, can i
    change, is there a way, do you know if, what happens if, what time, opening hours, activate, question, change,
    cancel, update, cancelled, wondering, where do i enter, want to cancel, i want to cancel, cancel my, when can i
    pick, change the name, lost my receipt, lost my ticket, how do i get
praise of service
  claims: customer_service support care guest_relations | service
  says: great service, excellent service, thank your team, solved my problem, helped me, so helpful, fixed it in
    minutes, patient with me, quick reply, thanks to your support | helpful, friendly, kind, service, thank
appointments and bookings
  claims: booking reservation appointment scheduling reservations front_desk reception bookings check_in itinerary
    rebooking | travel service guest hotel
  says: appointment, appointments, reschedule, rescheduled, booking, booked, my reservation, reservation,
    reservations, rebook, rebooked, rebooking, double booked, overbooked, check in, check-in, check-out, check out,
    checking in, late check, confirmation number, booking reference, change my booking, change my flight, change the
    date, cancel my booking, missed appointment, no record of my, slot, room was not ready, key card, front desk,
    reception, receptionist, concierge, wake-up call, early arrival, our room, a table for, waiting list, extra night,
    extra bed, upgrade our room | book, room, dates, date, stay, table, arrival, guests, name on
delivery
  claims: =driver =drivers doorstep deliver delivery shipping shipment logistics parcel courier fulfilment fulfillment
    dispatch transport distribution carrier last_mile package | order warehouse supply tracking customs
  says: delivery, deliver, delivered, never arrived, hasn't arrived, has not arrived, not arrived, hasn't come, never
    came, never turned up, didn't turn up, didn't arrive, did not arrive, shipping, shipped, ship, ships, shipment,
    package, packages, parcel, parcels, courier, tracking, tracking number, tracking says, lost in transit, lost in
    the mail, lost in the post, out for delivery, left at the wrong, left in the rain, left outside, on my porch, on
    the doorstep, at the neighbour, at my neighbour, wrong address, wrong house, wrong door, customs, delivery driver,
    delivery window, delivery slot, signed for it, fedex, ups, dhl, usps, hermes, royal mail, post office, depot, van,
    dispatch, dispatched, arrive by, arrived late, arrived two, days late, still in transit, in transit, stuck in,
    where is my order, where's my order, where is my parcel, when will my order, my order has, estimated date,
    next-day, next day, eta, freight, pallet, arrive in time, pick-up point, collection point, click and collect, left
    on the pavement, dropped at, set for 0, came at 0 | order, late, arrive, arrived, box, driver, address, received,
    expected, lost, delay, delayed
warehouse and stock
  claims: shortage warehouse stock inventory picking packing fulfilment fulfillment storage stockroom supply_chain |
    logistics order shipping returns supply
  says: unavailable, not available, on back order, back-ordered, discontinued, run out of, ran out of, shortage,
    shortages, have them again, have it again, out of stock, back in stock, in stock, restock, sold out, wrong item,
    wrong items, wrong size, wrong colour,
    wrong color, wrong product, item missing, missing item, missing from my order, missing from the box, missing from
    the parcel, item was missing, items were missing, only received, got two instead, someone else's order, someone
    else's parcel, another customer's, packed, packing, badly packed, poorly packed, bubble wrap, box was empty, empty
    box, crushed, box was open, packaging, half of my order, half the order, part of my order, incomplete order,
    incomplete, not what i ordered, ordered a, ordered two, ordered three, instead of the, sent me the wrong, sent the
    wrong, sent me two, backorder, pre-order, past its date, best before, sizes, stock, pallets, sku, barcode, label
    on the box, arrived in pieces, in pieces, came in pieces, broken on arrival, arrived broken, arrived damaged,
    arrived with, in the carton, the carton, unpacked, only three of, only two of, only one of, someone else's | item,
    items, box, order, ordered, received, size, missing, damaged, contents, pieces, expired
returns
  claims: return exchange returns returned goods_returns | refund order warehouse customer_service
  says: return, returning, send it back, sent it back, send back, return label, returns portal, exchange it, exchange
    for, return policy, restocking fee, drop-off point, collect the return, pick up the return, change of mind,
    doesn't fit, does not fit, too small, too big, swap it | returned, exchange, fit
buying
  claims: new_business =new_business business_customers business_sales key_account architects sales sell buy purchase
    quote price pricing deal prospect demo trial upgrade renewal commercial enterprise account_executive presales
    licence license order_enquiry | contract plan account business discount new_customers revenue account_management
    compare
  says: pricing, price list, quote, quotation, how much is, how much are, how much would, how much does, how much for,
    what does it cost, what would it cost, buy, buying, purchase, purchasing, want to order, like to order, place an
    order, demo, a demo, book a demo, free trial, trial, enterprise plan, team plan, business plan, pro plan, premium
    plan, upgrade to, upgrade our, upgrade from, licence, licences, license, licenses, seats, more seats, per seat,
    per user, volume discount, discount for, bulk order, bulk discount, order in bulk, nonprofit discount, student
    discount, educational discount, educational pricing, procurement, vendor, rfp, tender, proposal, interested in,
    evaluating, evaluate, comparing, shortlist, shortlisted, compared to, switch from, switching from, switch to you,
    moving from, looking for a, looking for an, alternative to, sales rep, salesperson, sales team, talk to sales,
    pilot, proof of concept, budget, reseller, renewal, renew, renewing, sign up, sign us up, expand to, roll out,
    rollout, order for our, for our team, our company needs, for our company, for our office, for our school, for our
    staff, wholesale, minimum order, do you offer, do you sell, do you do discounts,
    do you ship to, can i buy, where can i buy, where can we buy, available in, can you beat, better offer, lower
    price, best price, contract length, cancel anytime, switch providers, leave for, going with a competitor,
    competitor, competitors, cheaper offer, negotiate, account manager, which plan, what plan, what's the difference
    between, more users, add users, thinking of buying, thinking about switching, business account, corporate rate,
    corporate rates, group booking, group rate, in the market for, ready to sign, sign the contract, decision maker,
    our board, purchase order, how soon could you, get started, lease a, test drive, become a distributor, how much do
    you, come by and present, present the, looking around, from what quantity, what quantity, do you deliver to, in
    bulk, still available, make us an offer, private tour, tour for, rent your, hire your, book your, company party,
    party for, host our, conditions for, large order, larger quantities, quantity discount, tariff for, cheaper
    tariff, what are the benefits, what's included, what is included, thinking about getting, thinking of getting,
    move 0 accounts, want to move, samples, sample pack, minimum quantity, annual licence, we'd take, next
    quarter, supply us with, could supply us, do you have in stock for, looking to buy, looking to replace, replace
    our, need a quote, for a company, for companies, for schools, for groups, for a group, business customers, what's
    your price, your price, your prices, would suit, suit a, suit me, which of your, we may switch, switch our, we
    might switch, could imagine switching, if the conditions are, conditions are good, family ticket, season pass,
    hire a, like to hear from you, display model, what would you charge, cost for a, come with, what are your prices,
    what do you ask for, come by and have a look, have a look, private room, by the day, by the month,
    move in | price, prices, discount, offer, plan, plans, order, contract, cost, upgrade, users, team, subscription,
    annual, package, deal, model, considering
account management
  claims: success member_success settle customer_success account_management retention renewal key_account
    client_relations churn loyalty relationship | sales customer service
  says: account manager, our csm, success manager, quarterly review, qbr, kick-off, adoption, our contract ends, not
    renewing, not going to renew, thinking of leaving, considering leaving, considering other, cancel our contract,
    cancel our subscription, losing us, loyal customer, customer for ten years, customer since, customer for years,
    leaving you, leave you, switching to a competitor, switching to, get value, getting value, only half of our team,
    hardly use, onboarding, rollout, settle in, getting on with, once a quarter, what we hoped for, grow with you,
    advise us | contract, renewal, switch, leaving, years
partnerships
  claims: partner partnership reseller affiliate alliance business_development channel distributor franchise
    licensing_deals cooperation partners | sales marketing integration sponsor
  says: partner, partners, partnership, partner with, partnering, affiliate, affiliate program, reseller, resell,
    distributor, distribute your, distribution, distributing, collaborate, collaboration, collab, white label,
    white-label, joint, joint venture, co-branded, co-brand, co-marketing, work together, working together, team up,
    franchise, franchisee, become a dealer, stock your products, carry your products, sell your products, sell your,
    commission, revenue share, referral fee, our customers would, integrate our, our mutual, exclusive rights,
    represent you, importer, supply you, supplier, become a supplier, we manufacture, we are an agency, agency, on
    your marketplace, list our, bundle, cross-promote, become a distributor, become a reseller, become a partner, work
    as one | together, opportunity, proposal, channel, region
procurement and suppliers
  claims: procurement purchasing supplier vendor sourcing supply_chain buyers | operations finance
  says: become a supplier, supplier portal, vendor registration, we supply, our products to you, tender documents,
    supply contract, purchase order, factory, we manufacture, price increase on raw, lead time | supplier, vendor,
    delivery
advertising
  claims: =growth referral social_channels marketing campaign advertising advertisement promotion newsletter brand
    market coupon advert promotions social_media commercials email_marketing growth | content event website
    communication loyalty digital offers
  says: ad, ads, advert, adverts, advertisement, advertising, your commercial, the commercial, commercials, billboard,
    poster, campaign, newsletter, newsletters, unsubscribe, unsubscribed, mailing list, marketing email, marketing
    emails, marketing mails, emails every day, email every day, promotional emails, stop emailing, stop sending me,
    too many emails, junk mail, flyer, flyers, leaflet, leaflets, catalogue, catalog, brochure, promo, promo code,
    promotion, promotional, coupon, coupons, discount code, voucher, voucher code, offer code, code does not work,
    code doesn't work, code is invalid, code expired, sale ended, black friday, brand, branding, logo, slogan,
    tagline, jingle, landing page, your homepage says, sponsor, sponsoring, sponsorship, sponsored, case study,
    testimonial, misleading ad, false advertising, misleading, as advertised, advertised, bait and switch,
    sweepstakes, giveaway, raffle, prize draw, contest, competition, won a, blog post, merch, swag, t-shirt, stickers,
    your video, your post, your instagram, your tiktok, your twitter, tiktok ad, super bowl, tv spot, rebrand,
    rebranding, new packaging design, influencer, hashtag, tone of your, seen everywhere, targeted ads, retargeting,
    pop-up, popup, webinar, conference, trade fair, booth, keynote, speak at, your event, launch event, the launch,
    would like to promote, to promote your, trailers, cooperation, text messages with, messages with offers, marketing
    calls, voucher from, a prize, won a prize, in your raffle, mascot, mailbox, donate, donation, tombola, charity,
    sports club, youth team, school fair, calendar of, hashtag challenge, your poster, in your window, shop window,
    christmas card, campaign with, advertises, is advertised | offer, video, event, sale, post, website, email,
    emails, social, picture, photo, christmas, spam, prize, show your
loyalty and rewards
  claims: loyalty rewards points miles membership club referral loyalty_programme | marketing
  says: loyalty, loyalty card, loyalty points, rewards, rewards program, my points, points expired, points are gone,
    points have, missing miles, miles, frequent flyer, gold status, silver status, platinum, tier, referral, referral
    bonus, refer a friend, referred, stamp card, member discount, club card, membership card, birthday voucher,
    redeem, cashback | points, member, membership, bonus, status, reward
fans
  claims: fan praise advocate recommend testimonial brand case_study | marketing community reviews advocacy
    social_media
  says: love your, love this, love it, we love, absolutely love, loved, highly recommend, recommend you, recommended
    you, told all my friends, telling everyone, tell everyone how, game changer, five stars, 5 stars, can't live
    without, best app, best purchase, best company, big fan, biggest fan, huge fan, obsessed, fan for life, favourite,
    favorite, made my day, shout out, shoutout, success story, case study, testimonial, you rock, tattoo, hilarious,
    converted my, all my friends | love, amazing, best, awesome, fantastic, recommend, great, wonderful, brilliant,
    happy, perfect
press
  claims: press media journalist public_relations reporter communications spokesperson interview news publicity pr
    corporate_communications crisis | reputation public image influencer editorial statement
  says: journalist, reporter, press, press release, press office, press pass, press kit, newspaper, magazine, article,
    interview, for comment, a comment, request for comment, on the record, off the record, deadline, my story, the
    story, a story, news story, the news, tv, tv crew, documentary, camera crew, radio, podcast, columnist, editor,
    headline, coverage, fact check, fact-check, quote from your, your ceo, ceo, spokesperson, embargo, review unit,
    media request, media, bbc, cnn, reuters, film at, filming, writing about, writing a piece, piece on, piece about,
    article about, segment, broadcast, blogger, national paper, publishing, front page, city magazine, school
    newspaper, press photo, press tour, what is your position, your position on, your stance on, wants to know, want
    to know why, comment on, for our article, for an article, story about, our readers, for our readers, programme
    about, join us live, go live, our listeners, our viewers, writing a book, a book about, on air, broadcast on,
    press conference | publish, story, public, comment, writing, channel, reporting, statement
public anger
  claims: public_relations reputation crisis boycott scandal viral communications public_opinion ethics | press public
    image social_media corporate outrage brand influencer
  says: viral, going viral, went viral, trending, tweet, tweeted, retweet, twitter, followers, subscribers, million
    views, views on, screenshots, boycott, boycotting, scandal, outrage, expose, exposing, go public, going public,
    name and shame, naming and shaming, posted everywhere, post this everywhere, everyone should know, everybody
    should know, people should know, people need to know, the world should know, the world needs to know, public needs
    to know, tell everyone, warn everyone, spread the word, share this, shared thousands of times, reputation, shame
    on you, shameful, disgraceful, petition, protest, protesters, demonstrating, hypocrites, hypocrisy, hypocritical,
    unethical, unethically, immoral, backlash, tone-deaf, tone deaf, racist ad, racist, sexist, offensive, public
    apology, apologise publicly, apologize publicly, apologise to, greenwashing, child labour, child labor, sweatshop,
    sweatshops, donated to, political, politics, animal testing, animal cruelty, review bomb, bad press, look
    terrible, looks terrible, what a look, cancel culture, whole town, town is talking, everyone is talking, all over
    the internet, all over facebook, all over social, local group, watchdog, bbb, better business bureau,
    one star reviews, tax avoidance, your silence, stay silent, community outrage, dumping, polluting, pollution,
    stand by, laying off, layoffs, social media knows, everyone on social, all over twitter, all over the news, full
    of it, how you treat, shared everywhere, being shared, outraged, criticised you, criticized you, the mayor,
    parliament, council, protesting, in front of your, activists, rights groups, campaign against, being organised on,
    being organized on, my subscribers, cover-up, covering up, cover up, leaked memo, the community is, angry
    residents, residents, neighbours are, round the world, around the world, demand an explanation, citizens, citizens
    demand, you hide, pictures of, people are talking, embarrassed to be, ashamed to be, unforgivable, heartless, how
    could you, what kind of company, profits over, profit over people | shame, public, reviews, facebook, instagram,
    tiktok, youtube, reddit, ashamed, disgusting, ethics, canceled
sustainability
  claims: sustainability environment environmental climate green responsibility csr esg recycling
    social_responsibility | energy ethics corporate
  says: plastic, single-use, packaging waste, wasteful packaging, carbon, carbon footprint, climate, recyclable,
    recycling, recycle, recycled, sustainable, sustainability, greenwashing, emissions, co2, environment,
    environmental, animal testing, palm oil, deforestation, ethically sourced, fair trade, landfill, biodegradable,
    offset, net zero, sweatshop, child labor, child labour, food waste, solar, planet, cruelty-free, polluting,
    pollution | waste, green
law
  claims: legal law lawyer litigation regulation regulator court liability attorney counsel contract_law terms
    compliance lawsuit copyright contracts intellectual_property | rights contract authorities warranty claims
  says: lawyer, lawyers, attorney, solicitor, barrister, legal, legal action, legal advice, legal department, legal
    team, legally, lawsuit, sue, sue you, suing, court, small claims, class action, damages, liable, liability,
    negligence, negligent, breach of contract, breach of our, terms of service, terms and conditions, your terms,
    clause, fine print, small print, nda, msa, dpa, non-disclosure, agreement, indemnity, indemnification,
    jurisdiction, governing law, redline, redlines, signed copy, countersign, countersigned, data processing
    agreement, illegal, illegally, unlawful, against the law, break the law, breaking the law, broke the law, the law,
    consumer law, by law, violation, violated, violating, violates, regulator, ombudsman, watchdog, trading standards,
    attorney general, cfpb, ftc, ofcom, ofgem, caa, cease and desist, copyright, trademark, trademarks, trade mark,
    patent, infringement, infringes, infringing, plagiarised, plagiarized, used my photo, using my photo, my
    photograph, my artwork, stole my design, stolen design, copied my design, copied our, without a licence, without
    permission, takedown, dmca, counterfeit, subpoena, summons, warrant, settlement, settle out of, bankruptcy,
    judgment, injury claim, personal injury, my rights, statutory rights, statute, consumer protection, consumer
    rights, arbitration, arbitrator, eu261, ec 261, power of attorney, notary, notarized, executor, probate, deceased,
    death certificate, inheritance, defamation, libel, unfair dismissal, discrimination act, cooling-off period,
    cooling off, notice period, letter before action, formal notice, formal complaint, see you in, hear from my,
    compliance with, regulation, reported you to, report you to, witness, evidence, police report, court order, fine
    of, fined, ombudsmans, tribunal, legal basis, misrepresentation, mis-sold, missold, responsible for the damage,
    holds you responsible, hold you responsible, compensated for, pain and suffering, court case, legal notice,
    statutory, withdrawal, right of withdrawal, revocation, terminate the contract, unfair terms, forced to sign,
    royalties, authorship, name is protected, equal treatment, consumer protection agency, authority, authorities,
    complaint with the, health inspector, inspection, required by law, you are obliged, obliged to, entitled by,
    published without, contract says, written warning, final demand, letter regarding, damage to my, damaged my car,
    boundary, permit, law, laws, without asking, picture of my, photo of my, used a picture, i demand that, demand
    that you, false entry, false statement, correct the false, european law, contradict the law, breach of, penalty
    clause, evidence of, owner of the rights, i own the, is my property, trespassing, your liability, who is liable,
    who pays for the damage, accountable for, addendum, your signature, signature on | contract, terms, warranty,
    rights, compensation, responsible, signed, policy, claim, fraud, injury, guarantee, invalid, void
compliance
  claims: compliance regulatory regulation audit risk governance anti_money_laundering kyc | legal law policy
  says: money laundering, kyc, sanctions, licence number, regulated by, whistleblower, whistleblowing, bribe, bribery,
    corruption, conflict of interest, audit report, compliance, certified, iso, accreditation, export control, due
    diligence, source of funds | regulation, audit, policy, verify
warranty
  claims: warranty guarantee repair after_sales aftersales | legal product customer_service returns technician
  says: warranty, under warranty, guarantee, out of warranty, two-year guarantee, extended warranty, warranty claim,
    repair, repaired, repair shop, sent in for repair, get it fixed, replacement unit, manufacturer's | replace,
    replacement, fix, faulty
hiring
  claims: hiring recruitment recruiting job career talent human_resources hr people_team applicants vacancies
    applicant =people people_operations employer | interview
  says: job, jobs, a job, hiring, hire, recruiter, recruiters, recruiting, job application, my application for,
    applied for, applied to, applied as, vacancy, vacancies, job opening, job ad, job posting, resume, cv, cover
    letter, job interview, interviewed with, the interview, second interview, internship, internships, intern,
    apprenticeship, work placement, trainee, careers page, career, careers, work for you, working for you, work with
    you full, work at your, join your team, job offer, offer letter, start date, background check, references,
    reference for, employment verification, employment, candidate, candidates, ghosted me after, summer job,
    part-time, part time, seasonal work, graduate programme, rejected without, glassdoor, talent, headhunter, shift,
    shifts, working student, seasonal, full time, wage, send my cv, my cv, work for your company, like to work, want
    to work, my application, application was never, interview for, my interview, for the position, open application,
    rejection, turned down for, position as, work permit, visa, trial day, trial shift, assessment centre, job fair,
    unsolicited, this year as, need trainees, or trainees, keepers, start working, hear about my, my documents for,
    instructor job, job as, a job as, work as a, as an instructor | interview, application, apply, role, hours,
    openings, position, apprentice, interviewed
staff conduct
  claims: employee staff conduct personnel harassment discrimination human_resources hr misconduct workplace behaviour
    behavior | manager team people_team working_conditions training store
  says: your employee, your employees, an employee, employee of, your staff, staff member, member of staff, members of
    staff, your driver, the driver was, your manager, the manager, store manager, your cashier, the cashier, your
    technician, your waiter, the waiter, the waitress, the waiter was, security guard, the guard, the man at, the
    woman at, the lady at, the guy at, the girl at, the person at, the clerk, former employee, ex-employee, worked for
    you, used to work, discriminated, discrimination, racist, racist remark, racist remarks, racial slur, sexist,
    sexist comment, harassed, sexual harassment, sexually harassed, bullying, bullied, insulted, insulted me,
    insulting, yelled, yelled at, shouted at, screamed at, swore at, sworn at, cursed at, spat, made fun, mocked,
    laughed at me, called me a, misconduct, inappropriate, inappropriately, unprofessional, fired, be fired, sacked,
    disciplined, laid off, layoffs, overtime, underpaid, unpaid overtime, overworked, minimum wage, trade union,
    union, on strike, strike, working conditions, workplace, toxic, toxic culture, understaffed, burnt out, deserves a
    raise, deserves a promotion, deserves a bonus, pay rise, pay raise, employee of the month, give her a raise, give
    him a raise, give them a raise, commend, commendation, credit to your, asset to your, an asset, smelled of
    alcohol, drunk, on drugs, smoking outside, on his phone, on her phone, texting while, touched me, touched my,
    flirted, asked for my number, pushed me, shoved, grabbed, followed me, bad attitude, rolled her eyes, rolled his
    eyes, mistreat, mistreated, treated her, treats her staff, treats his staff, named, name was, her name is, his
    name is, by name, harassed by your, pregnant, maternity, uniform, want to praise, praise the, young man, young
    woman, made a pass, called my son, called my daughter, refused to let, please thank, tell her employer, tell his
    employer, tell their employer, so grateful, is a gem, deserves recognition, recognition, compliment, shouted at
    my, yelled at my, rude to my, racist jokes, jokes about, ridiculed, like a thief, like a criminal, pushed my,
    grabbed my, leered, stared at, catcalled, swearing, asleep on, sleeping on duty, on duty, mobbing, harassed at
    work, final wages, my wages, i was a, told racist, made jokes, slammed the door, patronising, patronizing,
    lectured me, talked down to, hit a, hit my, slapped, slapped my, deserve a medal, for staying calm, so calm, and
    his crew, and her team, and his team, the teacher, the captain, screamed, lost his temper, lost her temper,
    arrogant, condescending, sneered, made me cry, humiliated, humiliating | rude, staff, manager, driver, employee,
    attitude, behaviour, behavior, polite, disrespectful, aggressive, wonderful, nice, kind, worker, workers,
    colleague, conduct, training, your rep, your guard
pay and benefits
  claims: payroll salary benefits compensation_and_benefits human_resources hr wages | employees people
  says: salary, wages, payslip, paycheck, my last pay, holiday pay, severance, w2, w-2, pension contributions, unpaid
    wages, final paycheck, vacation days | pay, paid
safety
  claims: safety health_and_safety injury accident hazard recall product_safety risk incident_response | quality
    health protect legal
  says: burn, burned, burned my, burnt, burnt my, caught fire, on fire, fire, smoke, smoking, sparks, sparked,
    electric shock, shocked me, injured, injury, injuries, hurt my, hurt himself, hurt herself, bleeding, hospital,
    emergency room, allergic, allergic reaction, allergy, food poisoning, poisoning, choking, choked, swallowed,
    unsafe, dangerous, danger, hazard, hazardous, recall, recalled, sharp edge, sharp edges, small parts, mold, mould,
    mouldy, moldy, glass in, metal in, plastic in, overheated, exploded, explode, gas leak, carbon monoxide, brakes
    failed, seat belt, seatbelt, tripped over, slipped, fell on, fell off, fell down, collapsed, rash, blisters,
    nearly killed, could have killed, someone could, child could, toxic, chemical smell, lead paint, side effect |
    sick, safe, accident, hot, child, children, baby, melted
"""
