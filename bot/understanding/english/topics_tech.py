"""What customers say of software, devices, accounts, attacks and data. The form of a row is explained in `topics`."""

from __future__ import annotations

TECH = """
software defects
  claims: bug defect crash error engineering software app website quality_assurance qa product fault technical glitch
    malfunction | development developer feature reliability digital bugs platform mobile web
  says: bug, bugs, bugged, buggy, crash, crashes, crashed, keeps crashing, freezes, freezing, frozen, froze, error
    message, error code, an error, glitch, glitchy, won't load, not loading, doesn't load, does not load, never loads,
    blank screen, white screen, black screen, spinning wheel, spinner, keeps spinning, after the update, since the
    update, last update, latest update, new update, latest version, update broke, since the last, regression, data
    loss, lost all my, lost my progress, logs me out, logging me out, signs me out, stopped working, stops working,
    nothing happens, button does nothing, does nothing, doesn't respond, unresponsive, won't open, can't open, doesn't
    open, duplicate entries, wrong results, doesn't sync, not syncing, sync, syncing, out of sync, loses my, deleted
    my, disappeared after, notifications do not, push notification, no notifications, won't save, does not save, not
    saved, upload fails, fails to, screenshot attached, steps to reproduce, reinstalled, reinstalling, closes itself,
    shuts itself, keeps closing, kicks me out, error 0, doesn't read, does not read, doesn't scan, returns nothing,
    accepts any, refuses the, refuses my, offline for, been offline, doesn't recognise, doesn't recognize, won't
    accept, does not accept my, no button, typo in the app, every time i, wrong language, cannot be selected, can't be
    selected, shows the wrong, wrong price and, forgets my, doesn't accept my, doesn't accept, online form, whenever
    i, whenever we, each time i, when i tap, when i click, when i press, when i open, logs off, signs out, empty page,
    wrong time zone, double entries, out of date data, won't sync, keeps asking me | broken, error, fails, failing,
    failed, doesn't work, does not work, not working, update, version, app, screen, save, load, loading, button,
    click, page, website, site, upload, download, export, import, login, android, iphone, browser, laptop
performance
  claims: performance speed slow slowness latency | engineering product software infrastructure
  says: slow, so slow, laggy, lags, lag, takes forever, loading forever, forever to load, timeout, times out, timed
    out, hangs, sluggish, drains my battery, memory usage, response time, minutes to load, seconds to load, crawl,
    takes a minute, minute to open, wait in line | loading, wait, speed
outages
  claims: outage uptime availability downtime infrastructure server servers hosting incident reliability operations
    sre network status noc | engineering it product technical service_disruption
  says: outage, down again, is down, are down, site is down, server down, downtime, offline, unavailable, 500 error,
    502, 503, 504, gateway, status page, uptime, sla, maintenance window, can't reach, cannot reach, whole team is
    locked out, nobody can log in, nobody can work, all our users, production is, incident, degraded, connection
    refused, went dark, been down, has been down, nothing plays, nothing loads, nothing works, keeps going down,
    nobody can connect, can't work at all, cannot work at all, status says, for an hour since, anyone else | servers,
    server, down, maintenance, hours
feature wishes
  claims: feature roadmap wish idea suggestion product improvement product_management innovation feedback | design
    development software request
  says: feature request, would be great if, would be nice, be nice if, be nice to, please add, could you add, can you
    add, wish you, wish it, i wish, if only, missing feature, dark mode, shortcut, option to, ability to, no way to,
    why can't i, customize, customise, roadmap, any plans to, are you planning, do you plan, when will you support,
    when are you adding, bring back, support for, offline mode, bulk edit, filter by, suggestion, suggest, it lacks,
    lacks, should have a, would love to see, would love a, needs a, let us, let me choose, undo, it would be great,
    would be great to, great to have, would be useful, would be handy, please allow, allow us to, allow me to, should
    be able to, could there be, please include, recurring, could you put, could you show, why doesn't the, could you
    include, why not offer, have you thought of, have you considered, my suggestion, i'd suggest, build in a, could
    you build, would be a great, good idea to | feature, missing, add, support, option, functionality, improve,
    improvement, widget, idea
usability and design
  claims: design usability ux ui user_experience interface research accessibility | product website app
  says: confusing, hard to use, unintuitive, not intuitive, cluttered, interface, ui, ux, redesign, new design,
    layout, menu, can't find the, font, tiny text, text is too small, readable, unreadable, colour contrast, color
    contrast, colours, ugly, looks outdated, too many clicks, hidden behind, icons, navigation, find my way, buttons
    are too, where did you hide, clicks for what, reach the menu, start page, look alike, sidebar,
    toolbar, new look, old layout, old version back, old one back, old ones back, old design, old menu,
    old view | design, settings, button,
    find, screen, look
accessibility
  claims: accessibility accessible inclusion disability disabled inclusive | design product
  says: screen reader, voiceover, talkback, wheelchair, wheelchair access, blind, deaf, hearing loop, subtitles,
    captions, disabled, disability, accessible, step-free, step free, ramp, keyboard only, colour blind, color blind,
    alt text, guide dog, assistance dog, sign language, dyslexia, elevator out of order, braille
integrations and api
  claims: api integration developer sdk webhook platform developer_relations devrel developer_experience connector |
    engineering documentation partner technical software
  says: api, apis, endpoint, webhook, webhooks, sdk, rate limit, rate limits, rate limited, oauth, api key, access
    token, json, graphql, rest api, postman, integration, integrations, integrate, zapier, plugin, plug-in, sample
    code, code sample, client library, python client, npm package, github, open source, repo, pull request, cli,
    changelog, deprecated, deprecation, breaking change, sandbox environment, sandbox, developer docs, developer
    portal, curl, hackathon, meetup, my integration, payload, callback, typescript, docker, library,
    salesforce, hubspot, slack, microsoft teams, ms teams, jira, confluence, trello, asana, notion, airtable, zendesk,
    intercom, shopify, woocommerce, wordpress, quickbooks, xero, netsuite, sap, dynamics, mailchimp, google sheets,
    google calendar, google drive, outlook calendar, dropbox, power bi, tableau, looker, snowflake, bigquery, gitlab,
    bitbucket, make.com, ifttt, power automate, crm, erp, connector, connectors, connects to, sync with, syncs with,
    two-way sync | docs, token,
    request, version, documentation, developers, developer, code
documentation
  claims: documentation docs guide tutorial manual knowledge_base content technical_writing help_articles | training
    support learning developer
  says: documentation, docs, tutorial, user guide, manual, instructions, how-to, help article, help centre, knowledge
    base, example in the, outdated docs, typo in, broken link, walkthrough, readme, faq, quick start, explained
    anywhere, step by step | guide, example, examples, instruction
training
  claims: training education course academy learning onboarding teach workshop enablement | certification school
    customer_success
  says: training, course, courses, certification, certificate, lesson, lessons, trainer, workshop, webinar, classroom,
    onboarding session, train our staff, teach us, e-learning, exam, module, syllabus, new hires need, train my team,
    train our, diploma, recording of, next class, live class
account access
  claims: login account access password sign_in identity_management accounts credentials authentication | security
    support help it
  says: can't log in, cannot log in, can't login, unable to log in, log in, can't sign in, cannot sign in, locked out,
    locked out of my account, account locked, account is locked, forgot my password, forgotten my password, password
    reset, reset my password, reset link, reset email, verification email, verification code, code never arrives,
    two-factor, 2fa, mfa, authenticator, passcode, username, access my account, get into my account, can't
    access, lost access, deactivated, account suspended, account was suspended, activation link, passkey, forgot
    passcode, change my email, new phone number, unlock | login, password, log, sign, code, access
single sign-on
  claims: sso single_sign_on saml identity_provider | login access security identity authentication
  says: sso, single sign-on, single sign on, saml, okta, onelogin, azure ad, entra, entra id, active directory, ldap,
    scim, idp, identity provider, openid, oidc, ping identity, jumpcloud, company login
hacked accounts
  claims: security fraud hack hacker hacking breach account_takeover attack cyber cybersecurity infosec abuse scam
    identity_theft protect trust_and_safety information_security | safety password risk stolen phishing trust
    vulnerability malware
  says: hacked, hacker, hackers, got hacked, been hacked, compromised, account takeover, someone logged into, someone
    logged in, logged in from, someone else is using, someone is using my, somebody else, someone got into, someone
    changed my, not me, wasn't me, was not me, unknown login, unknown device, unrecognised device, unrecognized
    device, strange login, login attempts, login from, sign-in from, signed in from, never been to, took over my
    account, my account was used, used my account, orders i did not make, orders i never placed, order i didn't place,
    order i never placed, i did not place, someone in another, in my name, behind my back, session, logged in as,
    somebody in, stranger, strangers, taken over, was taken over, password changed, changed the password, password was
    changed, still logged in, logged in on, stalker, without logging in, never locked, left unlocked, left open, back
    door, unlocked | suspicious, someone, somebody, password, strange, weird, russia, login
fraud and scams
  claims: fraud scam phishing impersonation fraudulent fake abuse identity_theft anti_fraud trust_and_safety
    financial_crime money_laundering unauthorised unauthorized stolen_card | security risk protect safety cyber
    compliance
  says: fraud, fraudulent, fraudulently, scam, scammer, scammed, scammers, phishing, phishing email, fake email, fake
    website, fake site, fake account, fake profile, fake text, text pretending, pretending to be you, pretends to be,
    pretending to be, claiming to be from, claims to be from, claimed to be from, impersonating, impersonator,
    impersonated, spoofed, is this really from you, is this you, is it genuine, is this legit, legit, suspicious
    email, suspicious text, suspicious call, suspicious transaction, asked for my pin, asking for my password,
    unauthorized, unauthorised, did not authorize, did not authorise, didn't authorize, never authorized, without my
    authorization, not my transaction, don't recognize, don't recognise, do not recognize, do not recognise, not
    recognise, not recognize, recognise this, recognize this, identity theft, stolen identity, stole my identity,
    opened in my name, stolen card, card was stolen, card stolen, lost card, lost my card, lost or stolen, lost my
    phone, stolen phone, stolen, stole, cloned, skimmed, skimming, counterfeit, bogus, charges i never made,
    transactions i never made, i did not make, i didn't make, never made, gift cards over the phone, verify my
    identity, verify identity, identity check, source of funds, freeze my card, block my card, freeze the card, click
    the link, clicked a link, clicked the link, card details, ransom, never signed up, never opened, i never opened,
    identity was stolen, fake versions, fake version, pretended to be, pretended to, cloned key, really from you, from
    you or, is it really you, that really you, text with a link, link to pay, confirm my, asks me to confirm, asking
    me to confirm, to confirm my, forged, forged signature, forgery, fraudulent page, under your name, blackmail,
    extort, extorted, skimmer, qr code, card reader tampered, lost my key, lost my keys, lost key, access card, key
    card, key fob, my badge, duplicate key, theft, thief, burglar, burglary, break-in, broken into, broke into,
    intruder, suspicious package, suspicious person, suspicious man, claimed to be, claiming to be, know nothing
    about, i know nothing about, that i know nothing, not safe, connection is not safe, warns me, not mine, isn't
    mine, without my doing, with my id, with my id card, my id card, used my name, using my identity | suspicious,
    strange, fake, lost, link, verify, verification, police, someone
vulnerabilities
  claims: vulnerability penetration bug_bounty exploit security patch encryption infosec cybersecurity hole
    responsible_disclosure | cyber engineering information_security
  says: vulnerability, vulnerable, vulnerabilities, xss, cross-site scripting, sql injection, csrf, exploit, bug
    bounty, security hole, security flaw, security issue, security bug, security report, security researcher,
    responsible disclosure, disclosure, penetration test, pentest, soc 2, soc2, iso 27001, security questionnaire,
    security review, encryption, encrypted, plain text, plaintext, malware, virus, ransomware, antivirus, cve, patch,
    open to the internet, expired certificate, ssl, tls, certificate expired, http instead of https, other people's
    invoices, other customers' data, see other users, someone else's data, someone else's account, someone else's
    order, guess the url, changing the number in the url, changing the id, any password, without a password, visible
    in, publicly visible, public folder, found a way to, a way to open, a way around, bypass, same code, password by
    email, password by post, sends my password, weak password, no two-factor, a different customer, different
    customer, of a different, different patient, orders of another | security, secure, certificate, exposed, password
data leaks
  claims: data_breach leaked_data leak breach exposed_data | security privacy data_protection information
  says: data breach, breach, my data leaked, data leaked, leaked data, leaked online, password leaked, passwords
    leaked, email leaked, emails leaked, database leaked, customer data, data was exposed, exposed, have i been pwned,
    dark web, social security number, personal information, personal details, sent my details to, in cc, everyone's
    email address, all addresses visible, published my, was visible, were visible, publicly accessible, anyone could
    see | leak, leaked, details, data
privacy and data rights
  claims: privacy gdpr data_protection personal_data dpo consent data_rights ccpa data_privacy data | compliance legal
    law protection information cookie
  says: gdpr, ccpa, dpa request, delete my data, delete all my data, delete my account and, erase, erasure, right to
    be forgotten, right of access, subject access request, sar, dsar, copy of my data, copy of all, data you hold,
    information you hold, hold about me, hold on me, my personal data, personal data, data request, data protection,
    data protection officer, dpo, consent, consented, i never agreed to, cookies, cookie banner, tracking me, track
    me, privacy, privacy policy, sell my data, selling my data, sold my data, sharing my data, shared my data, shared
    my number, share my data, opt out, third parties, who has access to my, retention period, how long do you keep,
    where did you get my, how did you get my, got my number, my medical records, records to, recording, camera in,
    cctv, facial recognition, data transfer, processing agreement, servers outside the eu, location data, my photo
    without, without my consent, article 15, article 17, withdraw my, consented to, filmed in, being filmed, filmed
    without, photographed, data protection authority, all data, delete my account and all, who can see, who has seen |
    data, details, information
devices and hardware
  claims: hardware device electronics appliance warranty_repair product_quality repair gadget manufacturing goods
    engineering quality | product technician battery defective
  says: battery, overheats, gets hot, won't turn on, does not turn on, doesn't turn on, won't charge, not charging,
    stopped charging, charger, cracked screen, flickers, screen flickering, firmware, bluetooth, pairing, won't pair,
    headphones, earbuds, speaker, microphone, camera, remote control, router, motor, fan noise, noisy, rattles,
    rattling, hinge, leaks water, leaking, leaked all over, the kettle, the vacuum, washing machine, dishwasher,
    fridge, oven, dryer, blender, coffee machine, thermostat, dead on arrival, stopped working after, broke after,
    died after, fell apart, came apart, snapped, seam, stitching, zipper, peeled off, faded, shrank, worn out, cheap
    plastic, flimsy, wobbly, poor quality, bad quality, quality has gone, defective, faulty, spare part, replacement
    part, missing screws, a screw, screws, wheel came off, broke off, scratches, rust, rusty, ripped, tore, holes in,
    after two washes, sole, loose, wears out, dead pixel, made of, assemble, assembly, peeling, peel off, started
    peeling, crack, cracks, cracking, came loose, doesn't hold, bent, warped, stained my, worn through, squeaks,
    squeaky, squeak, creaks, wobbles, wobble, jams, jammed, clogged, dent, dented, coming off, keeps coming off, came
    undone, scratch easily, scratches easily, scratch far, stops in, stops after, stops every, stops working, opens by
    itself, lasts only, lasted only, only lasts, fell off, falling apart, rips, unusable, blunt, too thin, too heavy,
    itchy, didn't grow, wears off, wore off, burst, split, shatters, shattered, came unglued, unravelled, lost their,
    lost its, after 0 days, after two days, after a week, after one week, after a month, after one month, on the first
    day, first use, after 0 weeks, after two weeks, after 0 months, shortly after, can't be read, cannot be read, came
    without a, sharp, crooked, uneven | broken, broke, quality, material, cracked, dead, damaged, replacement, repair,
    repaired, toaster, heater, lamp, phone, laptop, tablet, watch, cheap, durable, smells, sticky, thin, heavy,
    uncomfortable
IT helpdesk
  claims: it_support helpdesk it_department information_technology workplace_it systems_administration =it printer vpn
    | computer technical system
  says: laptop, vpn, printer, email server, outlook, wifi password, network drive, install, installation, license key,
    computer | password, system
network and connection
  claims: network internet broadband connectivity coverage signal telecom mobile_network fibre fiber wifi radio_access
    | technical engineering infrastructure
  says: no signal, signal, no internet, internet is down, internet down, internet keeps, broadband, wifi, wi-fi,
    coverage, no coverage, mast, cell tower, 5g, 4g, lte, roaming, data roaming, dropped calls, calls drop, calls keep
    dropping, bandwidth, fibre, fiber, speed test, mbps, router keeps, line is dead, no dial tone, phone line, sim,
    sim card, esim, no service, bars, buffering, latency, ping, hotspot, packet loss, dead spot, reception, fixed ip,
    ip address, phone booths | connection, internet, network
number porting and phone plans
  claims: sim number_porting mobile_plans phone_plans telecom | plans contracts sales
  says: port my number, porting, keep my number, unlock my phone, pac code, data allowance, upgrade my phone, contract
    ends, new sim | plan, contract, upgrade
games and play
  claims: game gaming moderation players community esports matchmaking | product
  says: cheater, cheaters, cheating, aimbot, griefing, matchmaking, ranked, my ban, banned me, unban, appeal my ban,
    level, skins, loot box, in-game, in game, lobby, respawn, nerf, season pass, clan, guild, patch notes, toxic
    players
community
  claims: community forum moderation moderators user_group ambassadors fans members volunteers discord | social events
    engagement
  says: forum, the forums, discord, subreddit, moderator, moderators, mods, my post was removed, post removed, my post
    deleted, my thread, community, user group, meetup, meet-up, local chapter, ambassador, ambassador program,
    volunteer, fan art, fan club, contributors, contributor, code of conduct, banned from the forum, banned from your,
    trolls, trolling, spam in the group, fellow users, other users, member of the month, hackathon, group chat,
    telegram group, facebook group, on the boards, the boards, a badge, answer questions | members, group, thread,
    posts, banned, event
content moderation
  claims: trust_and_safety moderation abuse content_policy hate_speech harmful_content online_safety | community
    safety
  says: hate speech, reported the post, report this user, harassing me on, harassed by another user, death threats
    from, nude, explicit, stalker, stalking, bullying on, underage, blocked user, fake reviews, fake profile, catfish,
    doxxed, terrorist, self-harm, spam accounts, bots | report, reported, abuse, offensive, inappropriate
"""
