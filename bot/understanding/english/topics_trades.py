"""What customers say in particular trades: food, travel, homes, health and more. The form is explained in `topics`."""

from __future__ import annotations

TRADES = """
kitchen and food
  claims: coffee snack lunch cafe café canteen bakery kitchen food cook chef meal menu restaurant dish catering
    cuisine recipe cooking culinary ingredients | dining taste hygiene breakfast allergen
  says: food, meal, meals, dish, dishes, soup, steak, burger, pizza, pasta, fries, chicken, fish, salad, curry, rice,
    sauce, dessert, cake, bread, breakfast, lunch was, dinner was, buffet, undercooked, raw inside, was raw, still
    raw, pink inside, overcooked, burnt, cold food, was cold, stone cold, lukewarm, salty, too salty, bland,
    tasteless, tasted, tastes, taste, flavour, flavor, delicious, yummy, portion, portions, menu, vegan option, vegan,
    vegetarian, gluten, gluten-free, nut, nuts, peanuts, allergen, allergens, dairy, lactose, halal, kosher, hair in
    my, hair in the, a fly in, bug in my, recipe, chef, kitchen, ingredients, stale, rotten, spoiled, gone off, soggy,
    greasy, rubbery, chewy, food poisoning, cooked, plate, plates, starter, main course, egg, eggs, cheese, bacon,
    sandwich, tea, coffee, milk, mouldy, meat, flat white, espresso, oat drink, oat milk, snack, snacks, cappuccino |
    cold, fresh, eat, ate, hot, warm
restaurant service
  claims: waiter waiting_staff dining_room front_of_house servers restaurant hospitality service tables bar | guest
    food
  says: waiter, waitress, our server, our table, a table, tables, waited for our food, waited for a drink, tip,
    tipping, gratuity, wine list, cocktail, cocktails, bartender, forgot our order, took our order, wrong order, bring
    the bill, seated, host, hostess, dirty glasses, cutlery, drinks | server, order, drink, bill
cabin crew
  claims: flight_crew cabin_crew crew cabin on_board in_flight flight_attendant pilot inflight | flight airline
    aircraft passenger safety
  says: flight attendant, flight attendants, cabin crew, crew, crew member, stewardess, steward, pilot, captain,
    cockpit, on board, onboard, in-flight, inflight, my seat, seat belt sign, recline, overhead bin, overhead locker,
    aisle, tray table, meal on the flight, drinks on the flight, seatmate, window seat, turbulence, landing, blanket,
    pillow, the cabin, row 12, row 23, mid-air, entertainment system, headset, business class, economy, galley,
    lavatory, announcements, welcome aboard, snapped at, rang the bell, the captain, first officer | seat, seats,
    passenger, passengers, flight, plane, flying, row
flights and schedules
  claims: flight flights airline operations schedule airport ground_operations ground_crew boarding gate aircraft |
    travel passenger punctuality transport
  says: flight was cancelled, flight cancelled, cancelled flight, cancelled my flight, flight delayed, flight was
    delayed, delayed flight, delayed, delay, delays, missed my connection, missed our connection, missed connection,
    missed my flight, connection, connecting flight, stranded, boarding, boarding pass, gate, the gate, gate agent,
    tarmac, runway, overbooked, bumped, standby, layover, stuck at the airport, stuck in, airport, terminal,
    departure, departed, took off, jet, late flight, diverted, de-icing, airline, slept at the airport, rebooked |
    flight, flights, hours, plane, cancelled, fly
baggage
  claims: baggage luggage bags lost_property lost_and_found ground_handling | airport airline travel
  says: luggage, lost luggage, lost my luggage, baggage, bag, bags, my bag, suitcase, suitcases, carousel, baggage
    claim, belt 4, checked bag, carry-on, carry on, hand luggage, stroller, pushchair, wheelchair was, broken wheel,
    handle was broken, left my, left behind, forgot my, lost property, lost and found, oversized, overweight bag,
    skis, golf clubs, guitar, trolley, tag on my, my case, at the belt, belt, handed in | lost, found, damaged,
    belongings
trains and buses
  claims: train rail bus transit railway metro route driver ticket_inspector timetable public_transport station |
    passenger transport punctuality
  says: train, trains, train was, bus, buses, the bus, tram, metro, platform, station, carriage, conductor, ticket
    inspector, timetable, bus stop, drove past, didn't stop, season ticket, rail replacement, the 42, route, seat
    reservation, ticket machine, barrier, penalty fare, overcrowded | late, delayed, driver, stop, commute, ticket
drivers and rides
  claims: driver fleet ride taxi chauffeur vehicles transport | safety delivery
  says: driver, the driver, my driver, ride, rides, taxi, cab, uber, pick me up, picked me up, dropped me off,
    drop-off, speeding, reckless, ran a red light, detour, wrong route, your van, your truck, cut me off, number
    plate, licence plate, parked, surge | trip, car, drove, driving, fare
housekeeping
  claims: housekeeping cleaning cleanliness room clean laundry cleaners hygiene janitorial | hotel facilities guest
  says: dirty, filthy, stains, stained, stain, dust, dusty, bed linen, sheets, towels, towel, bed bugs, bedbugs,
    cockroach, cockroaches, hair in the shower, hairs in, bathroom was, not cleaned, wasn't cleaned, never cleaned,
    unmade, bed was not made, smelled, smelly, smell, smells of smoke, mould in the, mouldy bathroom, clean room,
    spotless, toilet paper, bin, bins, carpet, mattress, minibar, housekeeping, cleaner, cleaning lady, maid, sticky,
    crumbs, clean | room, bathroom, bed, toilet, shower
facilities
  claims: facility facilities =building maintenance property repairs premises engineering_team estate parking heating
    store | technical room office safety location
  says: elevator, lift, the lift, escalator, air conditioning, air-con, aircon, heating, heater, radiator, no hot
    water, hot water, water pressure, leaking tap, tap, dripping, ceiling, roof, light bulb, lights, lamp in the,
    plumbing, blocked drain, toilet is broken, toilet does not, shower head, shower, door lock, doors, window does
    not, wifi in the room, noise, noisy, construction, car park, parking, parking lot, parking space, parking garage,
    barrier, pool, swimming pool, gym, sauna, playground, restroom, restrooms, toilets, broken chair, stairs,
    handrail, pothole, socket, entrance, automatic doors, thermostat, degrees, key doesn't, too warm,
    too cold, freezing in | broken, cold, room, water, repair, fixed, maintenance
stores
  claims: showroom shops store shop retail branch outlet in_store checkout_staff till supermarket | opening_hours
    location customer
  says: store, your store, shop in, branch in, self-checkout, self checkout, checkout line, the till, cash register,
    cashier, fitting room, fitting rooms, changing room, shelf, shelves, shopping cart, trolley, queue, queues, long
    line, line was, only one till, opening hours, closed early, was closed, mall, in store, in-store, price tag, label
    said, aisle, are you open, showroom, parking anywhere | shop, line, closed, open
field service
  claims: field_service technician engineer installation install repair_visit on_site technicians engineers home_visit
    fitter maintenance_visit | repair appointment service equipment van
  says: technician, technicians, your engineer, the engineer, engineer didn't, engineer never, engineer was supposed,
    installer, installers, installation, fitter, fitted, electrician, plumber, no one showed up, nobody showed up,
    nobody came, no one came, never showed up, didn't show up, did not show up, no-show, no show, waited all day,
    stayed home all day, took a day off, took the day off, between 8 and, between 9 and, between 12 and, site visit,
    on site, on-site, at my house, came to fix, came to install, came to repair, came out to, drilled, meter, smart
    meter, boiler, cable outside, hole in my wall, hole in the wall, dug up, left a mess, left wires, wires hanging,
    second visit, spare part, call-out, callout, annual service, wrong part, your man was here, come and hang, fixed
    the, can somebody come, someone come, send someone | appointment, visit, repair, came, fix, window, wall, van,
    installed, install, mounted
energy and water
  claims: energy electricity gas power grid utility utilities water meter heating_supply | network supply outages
  says: power cut, power outage, blackout, no power, no electricity, electricity, gas, meter reading, meter readings,
    smart meter, estimated reading, kwh, tariff, energy bill, solar panels, solar, feed-in, heat pump, boiler, brown
    water, water pressure, no water, burst pipe, sewage, pylon, substation, transformer, overhead line, tripped,
    voltage | power, water, supply, meter, heating
health care
  claims: medical clinical doctor nurse patient health clinic hospital care_team treatment physician nursing |
    pharmacy safety service
  says: doctor, doctors, dr, nurse, nurses, surgeon, surgery, patient, patients, diagnosis, misdiagnosed,
    prescription, prescribed, dose, dosage, side effects, side effect, symptoms, blood test, test results, lab
    results, mri, x-ray, scan, referral, specialist, treatment, physio, therapist, therapy, dentist, tooth, filling,
    ward, discharged, waiting room, vaccine, medication, pain, painful, infection, appointment with dr, medical
    records, clinic | results, health, pills
pharmacy
  claims: pharmacy medicine drug pharmacist medication prescription | health medical
  says: prescription, refill, pharmacy, pharmacist, pills, tablets, inhaler, insulin, antibiotics, out of my
    medication, wrong medication, dosage, leaflet, capsule, medicine, e-prescription,
    my gp, gp sent, gp surgery, prior authorisation, prior authorization, repeat prescription, prescriber, pharmacies,
    ibuprofen, paracetamol, aspirin, antihistamine, painkillers, ointment, eye drops, syrup | medication, generic
taking medicine
  claims: dosage dose side_effect side_effects interactions pharmacist medical_advice | medicine medication drug health
  says: can i take, may i take, should i take, safe to take, take it with, take them with, together with my,
    twice a day,
    once a day, three times a day, with food, on an empty stomach, missed a dose, overdose, dosage, dose,
    side effects,
    side effect, leaflet says, leaflet, blood thinner, blood thinners, blood pressure, painkiller, painkillers,
    ibuprofen, paracetamol, acetaminophen, aspirin, naproxen, statin, statins, antidepressant, antidepressants,
    antihistamine, antihistamines, steroid, steroids, metformin, amoxicillin, penicillin, interact, interacts,
    interaction, dizzy, dizziness, drowsy, nausea, breastfeeding, while pregnant, is that normal, instead of my |
    tablets, pills, pill, medicine, doctor said
leisure
  claims: spa pool swimming sauna gym fitness massage wellness leisure sport yoga | club hotel guest
  says: pool, swimming pool, swimming, gym, fitness, fitness room, sauna, steam room, steam bath, jacuzzi, hot tub,
    whirlpool, treadmill, treadmills, dumbbells, barbell, cross trainer, exercise bike, rowing machine, workout, yoga,
    pilates, spin class, personal trainer, massage, massages, masseur, masseuse, facial, manicure, pedicure,
    lifeguard,
    chlorine, lanes, lockers, locker room, sun loungers, loungers | towel, trainer, class, equipment
education
  claims: school university teacher admissions students tuition campus course education faculty academic | learning
    children
  says: teacher, teachers, professor, lecture, lecturer, exam, grade, grades, homework, enrolment, enrollment, enroll,
    admission, admissions, semester, campus, dormitory, scholarship, tuition, transcript, diploma, class, classes,
    pupil | school, student, course, degree
children and toys
  claims: toy children baby play family kids | product safety
  says: toy, toys, doll, puzzle, lego, teddy, pram, stroller, crib, car seat, high chair, pacifier, my toddler, my
    son, my daughter, my baby, for kids, kids, choking hazard | child, children, baby
=events and tickets
  claims: talk hall room_hire functions evenings =event events ticket tickets venue concert box_office conference
    festival ticketing exhibition | marketing booking
  says: concert, festival, venue, tickets, my ticket, ticket for, e-ticket, box office, sold out, front row, stage,
    postponed, event was, standing area, wristband, support act, seats were, show was, match, stadium, conference,
    speakers, keynote, exhibit | ticket, show, event, seats
property and rent
  claims: tenant landlord rent housing lettings property_management real_estate lease | maintenance
  says: landlord, tenant, tenants, rent, rental, deposit, eviction, evicted, lease, apartment, flat, neighbours, move
    out, move in, moving out, keys, inventory, letting agent, viewing, estate agent | property, house
car service
  claims: workshop garage car_service vehicle_repair mechanics spare_parts automotive | vehicle repair
  says: engine, brakes, brake, tyre, tyres, tire, tires, oil change, oil leak, gearbox, clutch, check engine,
    dashboard light, warning light, mechanic, workshop, garage, windscreen, bumper, recall notice, test drive, mot,
    exhaust, steering, charging station, charge point, ev | car, noise, repair, service
news and content
  claims: editorial content newsroom articles journalism programme publishing streaming | media
  says: your article, your paper, your coverage, typo in your, factual error, correction, your reporter, letter to the
    editor, paywall, episode, season two, series, film, movie, subtitles, stream, streaming, playlist, song, removed
    from your catalogue, commercials during | show, watch
translations
  claims: localisation localization translation language languages international | content product
  says: translation, translated, mistranslated, in german, in french, in spanish, in english only, language,
    languages, my language, spanish version, french version, german version, interpreter | english
quality
  claims: quality quality_control quality_assurance production manufacturing factory goods defective | product
  says: poor quality, bad quality, quality has gone, quality control, batch, batch number, lot number, production
    date, fell apart, defective, faulty, inconsistent, not what it used to be, cheaply made, changed the recipe,
    changed the formula, new recipe, watered down, contaminated, foreign object,
    a fake, fakes, not genuine, counterfeit, counterfeits, knock-off, knock-offs, hologram, tampered, tampered with,
    seal was, seal broken, broken seal, specks, particles, discoloured, discolored, mislabelled, mislabeled,
    smell odd,
    smells odd | fake, quality, worse, taste, material,
    smell
executives
  claims: executive management ceo board leadership head_office | strategy
  says: your ceo, the ceo, chief executive, board of directors, head office, letter to the management, founder,
    management, directors, company strategy | ceo
"""
