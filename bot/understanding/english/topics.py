"""General business concepts: what customers say of each, and the words by which a department's description claims it.

This is how a new department works from its description alone: "Looks after parcels" claims *delivery* through
"parcel", so "my package never arrived" reaches it. A concept claimed by several departments counts less for each.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """`claims` are words of descriptions, `says` words and phrases of customers (a phrase weighs more)."""

    name: str
    claims: tuple[str, ...]
    says: tuple[str, ...]


def _topic(name: str, claims: str, says: str) -> Topic:
    return Topic(name, tuple(claims.split()), tuple(part.strip() for part in says.split(",") if part.strip()))


TOPICS: tuple[Topic, ...] = (
    _topic(
        "billing",
        "billing invoice invoices bill finance financial payments payment charges money accounting accounts revenue",
        "charged, charged twice, double charged, overcharged, billed, billed twice, bill, "
        "billing, invoice, invoices, statement, receipt, vat, fee, fees, extra fee, hidden fee, "
        "charge on my card, wrong amount, incorrect amount, payment, payments, autopay, direct "
        "debit, past due, late fee, overdraft, balance, credit card, card was charged, cost me, "
        "deducted, payment declined, purchase order number, tax id, exchange rate, top up, "
        "top-up, withdrawal, cash withdrawal, atm",
    ),
    _topic(
        "refunds",
        "refund refunds money finance payments billing charges reimbursement returns compensation",
        "refund, refunded, money back, my money, reimburse, reimbursement, chargeback, "
        "compensation, credit back, give me back, owe me, owes me, pay me back",
    ),
    _topic(
        "debts and loans",
        "loan loans debt debts credit mortgage mortgages lending collection interest finance financial payments",
        "loan, loans, student loan, mortgage, refinance, escrow, interest rate, apr, credit "
        "report, credit score, credit bureau, equifax, experian, transunion, debt, debt "
        "collector, collection agency, collections, collector, owe, foreclosure, servicer, "
        "lender, forbearance, modification, payoff, principal, credit limit, dispute, disputed, "
        "inquiry, inquiries, charge-off, repossession, deposit, wire transfer, checking account, "
        "savings account, bank account, wages, garnish",
    ),
    _topic(
        "taxes and audits",
        "tax taxes audit accounting finance financial",
        "tax, taxes, 1099, w-9, vat number, audit, auditor, tax form, tax exempt, withholding",
    ),
    _topic(
        "buying",
        "sales sell selling buy buying purchase purchases quote quotes price prices pricing deals "
        "prospects leads commercial revenue demo demos trial trials upgrade upgrades renewal renewals "
        "contract contracts plan plans licence licences license",
        "pricing, price, prices, quote, quotation, how much, buy, buying, purchase, demo, book a "
        "demo, trial, free trial, enterprise plan, plan, plans, upgrade, licence, license, "
        "licenses, seats, per seat, per user, volume discount, discount, procurement, vendor, "
        "rfp, proposal, interested in, evaluating, comparing, competitor, switch from, switching "
        "to, looking for a, alternative to, sales rep, account executive, talk to sales, onboard, "
        "pilot, proof of concept, budget, reseller, partner, renewal, renew, renewing, sign up, "
        "signed up, expand, roll out, rollout, order for our, for our team",
    ),
    _topic(
        "campaigns",
        "marketing campaign campaigns advertising advertisement advertisements promotion promotions "
        "newsletter newsletters brand branding market content coupons events",
        "ad, ads, advert, advertisement, advertised, advertising, commercial, billboard, "
        "campaign, newsletter, unsubscribe, marketing email, marketing emails, promo, promo code, "
        "promotion, promotional, coupon, discount code, voucher, offer code, brand, branding, "
        "logo, slogan, landing page, webinar, conference, booth, sponsor, case study, "
        "testimonial, referral program, loyalty, rewards, bonus offer, misleading ad, false "
        "advertising, as advertised, spam, sweepstakes, giveaway, blog post, your event, merch, "
        "swag, your video, social media post, rebrand",
    ),
    _topic(
        "fans",
        "fans praise advocates recommend testimonials marketing brand community",
        "love, loved, highly recommend, recommend, amazing, best, awesome, fantastic, big fan, told all "
        "my friends, game changer, five stars, 5 stars, can't live without",
    ),
    _topic(
        "press",
        "press media journalists journalist public relations pr communications reputation news "
        "interviews interview spokesperson crisis image",
        "journalist, reporter, press, media, newspaper, article, interview, comment, statement, "
        "deadline, story, the news, tv, podcast, viral, going viral, trending, tweet, twitter, "
        "followers, public, boycott, scandal, outrage, expose, exposing, go public, reputation, "
        "embarrassing, shame on you, blogger, columnist, editor, on the record, quote from your "
        "ceo, your ceo, petition, protest, hypocrites, greenwashing, unethical, backlash, "
        "influencer, headline, coverage",
    ),
    _topic(
        "defects",
        "bug bugs defect defects product engineering software feature features quality development "
        "technical app website design usability performance reliability builds",
        "bug, bugs, bugged, buggy, crash, crashes, freezes, frozen, error, error message, error "
        "code, 500 error, glitch, broken, doesn't work, does not work, not working, stopped "
        "working, won't load, fails, failing, slow, laggy, timeout, times out, outage, down, "
        "offline, blank screen, white screen, after the update, latest update, new version, "
        "latest version, regression, sync, syncing, export, import, data loss, battery, "
        "overheats, defective, faulty, fell apart, poor quality, stopped charging, screen, "
        "notifications, push notification, loads forever, keeps spinning, app keeps, doesn't "
        "load, doesn't sync",
    ),
    _topic(
        "wishes",
        "feature features product roadmap ideas requests wishes improvement improvements design "
        "usability software development",
        "feature, feature request, would be great if, it would be nice, would be nice if, please "
        "add, wish, wish you, wish it, missing, missing feature, dark mode, shortcut, "
        "integration, integrations, integrate, api, webhook, plugin, roadmap, support for, option "
        "to, ability to, customize, confusing, hard to use, unintuitive, cluttered, interface, "
        "ui, ux, redesign, new design, layout, button, menu, settings, accessibility, screen "
        "reader, translation, mobile app, android, ios, ipad, offline mode, bulk edit, filter",
    ),
    _topic(
        "law",
        "legal law lawyers lawyer contract contracts litigation compliance regulation regulations "
        "regulators regulatory rights court liability terms privacy gdpr copyright counsel attorney",
        "lawyer, attorney, solicitor, legal, legal action, lawsuit, sue, court, small claims, "
        "class action, damages, liable, liability, negligence, breach of contract, contract, "
        "terms, terms of service, terms and conditions, clause, agreement, nda, dpa, data "
        "processing agreement, warranty, illegal, illegally, unlawful, against the law, "
        "violation, violated, violating, regulator, ombudsman, attorney general, cfpb, ftc, fcra, "
        "fdcpa, bbb, cease and desist, gdpr, ccpa, right to be forgotten, delete my data, delete "
        "all my data, personal data, data protection, privacy policy, copyright, trademark, "
        "patent, infringement, infringes, stolen design, subpoena, settlement, bankruptcy, "
        "judgment, injury, injured, my rights, harassment, harassing, stop calling, statute, "
        "consumer protection, validation, 30 days",
    ),
    _topic(
        "privacy",
        "privacy gdpr data legal compliance",
        "my data, delete my data, personal data, data request, gdpr, ccpa, consent, cookies, tracking "
        "me, privacy, sell my data, sharing my data, opt out, data export",
    ),
    _topic(
        "fraud and break-ins",
        "security fraud hacked hackers hacking phishing passwords password breach breaches "
        "vulnerabilities vulnerability attacks attackers stolen abuse scams protect protects safety "
        "identity leaks leaked",
        "hacked, hacker, hack, compromised, account takeover, someone else, someone logged into, "
        "logged in from, unknown login, unknown device, not me, wasn't me, password, password "
        "reset, reset link, two-factor, 2fa, mfa, verification code, phishing, suspicious, "
        "suspicious email, scam, scammer, fraud, fraudulent, unauthorized, did not authorize, "
        "don't recognize, don't recognise, not recognise, identity theft, stolen, stolen card, "
        "stolen identity, impersonating, pretending to be, fake website, fake email, data breach, "
        "breach, leak, leaked, exposed, malware, virus, ransomware, vulnerability, vulnerable, "
        "xss, sql injection, exploit, bug bounty, security hole, security issue, security report, "
        "penetration test, soc 2, security questionnaire, encryption, plain text, social security "
        "number, lost card, pin, passcode, sso, without my permission, without my knowledge, "
        "cloned",
    ),
    _topic(
        "jobs and staff",
        "jobs job hiring hire recruiting recruitment employees employee staff people human resources hr "
        "careers applicants candidates workplace conduct personnel",
        "job, jobs, hiring, hire, recruiter, recruiting, job application, applied for a job, "
        "applied for the job, applied for the position, position, vacancy, opening, resume, cv, "
        "job interview, interviewed, internship, intern, career, careers, work for you, working "
        "for you, work at your company, employee, employees, former employee, your employee, your "
        "staff, staff member, manager was, driver, technician, cashier, rep was rude, "
        "discriminated, discrimination, racist, sexist, harassment, sexual harassment, bullying, "
        "insulted, yelled, swore at me, misconduct, inappropriate, fired, laid off, layoffs, "
        "salary, wages, overtime, underpaid, overworked, trade union, on strike, working "
        "conditions, workplace, glassdoor, employment verification, reference check, deserves a "
        "raise, deserves a promotion, touched, drunk",
    ),
    _topic(
        "help",
        "support help service helpdesk assistance care complaints questions upset stuck tickets",
        "customer service, customer support, support, support ticket, ticket, help, need help, "
        "can you help, how do i, how can i, where do i, hold, on hold, waiting, still waiting, no "
        "response, no answer, nobody answers, no one answers, never called back, call back, "
        "unanswered, ignored, no reply, hung up, rude, unhelpful, transferred, transferred me, "
        "representative, agent, supervisor, chat, chatbot, complaint, cancel my account, cancel, "
        "cancelled, close my account, reset, can't log in, cannot log in, can't access, locked "
        "out, account locked, where is my, change my address, update my address, activate, "
        "replace, track, disappointed, worst service, appointment",
    ),
    _topic(
        "delivery",
        "delivery deliveries shipping shipment shipments logistics parcels parcel orders order warehouse "
        "transport couriers courier returns fulfilment fulfillment supply late lost",
        "delivery, delivered, never arrived, hasn't arrived, not arrived, arrive, shipping, "
        "shipped, shipment, package, parcel, courier, tracking, tracking number, late, lost in "
        "the mail, wrong item, wrong size, damaged, box, return, return label, exchange, order, "
        "my order, customs, out of stock, back in stock, missing item",
    ),
    _topic(
        "safety",
        "safety health injuries accidents accident quality hazard hazards recall recalls",
        "burn, burned, burnt, fire, caught fire, smoke, electric shock, injured, injury, hurt, "
        "hospital, allergic, allergy, poisoning, sick, choking, unsafe, dangerous, hazard, "
        "recall, mold, glass in, overheated, exploded",
    ),
    _topic(
        "learning",
        "documentation docs training education tutorials onboarding guides learning",
        "documentation, docs, tutorial, guide, manual, instructions, training, course, onboarding, how "
        "to, example, walkthrough, help article",
    ),
    _topic(
        "operations",
        "operations infrastructure servers hosting reliability uptime availability outages network devops engineering",
        "outage, down, downtime, offline, unavailable, 503, 502, server, servers, status page, "
        "uptime, sla, latency, slow, timeout, maintenance",
    ),
    _topic(
        "facilities",
        "facilities store stores building buildings locations branches branch office offices parking cleaning",
        "store, shop, branch, restroom, toilet, dirty, parking, elevator, building, queue, line was, "
        "opening hours, location, lobby",
    ),
    _topic(
        "partners",
        "partners partnership partnerships resellers affiliates alliances business development",
        "partner, partnership, partner with, affiliate, reseller, distributor, collaborate, "
        "collaboration, white label, joint",
    ),
    _topic(
        "environment",
        "sustainability environment environmental climate green responsibility",
        "plastic, packaging waste, carbon, climate, recyclable, recycling, sustainable, sustainability, "
        "greenwashing, emissions, environment, animal testing, child labor, ethically sourced",
    ),
    _topic(
        "investors",
        "investor investors shareholders shares stock investment",
        "shareholder, investor, share price, stock price, dividend, earnings, annual report, investment",
    ),
)
