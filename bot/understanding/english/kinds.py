"""Words of one kind: who writes "dressings" answers for bandages, too. And what a word of a description does not mean
beside certain others: the servers of a game wait at no table.

A kind is a row: its first word in a description speaks for the others, too. An underscore joins the words of one.
"""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.english.stems import stem
from bot.understanding.patterns import word_set

_KINDS = """
dressings bandage bandages plaster gauze wound stitches
music soundtrack song songs tune melody ost
audio sound voice voices loud noise volume muffled
frame_rate fps framerate stutter stuttering slowdown
graphics textures resolution pixelated visuals shadows
loading freezes freeze black_screen hangs
figures statue statues figurine figurines statuette
t_shirts shirt shirts hoodie jumper sweatshirt mug poster
delays late delayed delay overdue punctual minutes_behind
events tournament championship contest competition convention
appointments vaccination slot check_up consultation examination
telephone ring rang picked_up phone dial engaged
waiting_times waited wait queue
toilets loo loos lavatory restroom wc toilet
catering sandwich sandwiches snack snacks trolley buffet drinks coffee
meals breakfast lunch dinner meal supper
air_conditioning aircon air_con air_conditioner stuffy
heating radiator freezing heater
wheelchairs ramp crutches blind deaf disabled walker
prams buggy pushchair stroller pram
bikes bicycle bicycles cycle
accidents slipped injured collision accident
harassment groped stalked harassing assaulted hooligans
theft stolen thief pickpocket robbed mugged
police drunk hooligans vandals fight
lost_property umbrella rucksack backpack wallet purse wedding_ring scarf forgot dropped
leave_behind forgot umbrella rucksack dropped
fares single expensive fined penalty price
prescriptions pills tablets penicillin medicine medication drug
diagnosis diagnosed misdiagnosed
nurses nurse bell bedpan ward
injections jab needle syringe
x_ray scan mri ultrasound pictures
blood_tests blood_sample blood sample results
invoices billed dunned bill invoiced
files chart file record records
certificates sick_note certificate note
cleaning mould mold filthy disgusting dirty
login sign_in password two_factor log_in
logins sign_in password two_factor log_in
compliments thank apologised praise
weapons shotgun sword gun rifle bow
levels level boss stage mission
story plot twist ending dialogue
matchmaking match lobby ranked
cross_play xbox playstation join
saved_games save progress savegame
banned ban suspended
parental_controls kid kids spending child
currency gems coins gold
bundles dlc pack edition remaster
prices bucks expensive rip_off price
cheaters aimbot aimbots cheater cheating
toxic slurs insults reported harassing
translations german french spanish polish italian portuguese japanese typo
subtitles captions
dubbing dub dubbed
animation cutscene cutscenes face faces
conductors guard conductor inspector
announcements announcement loudspeaker audio
timetable last_train replacement_bus
shelters shelter leaks bench
signs sign signage
parking car_park parking_space garage
laundry shirt suit stain ironing
bread roll rolls loaf baguette pastry croissant
furniture sofa chair table wardrobe desk shelf drawer
beds mattress pillow bed duvet
pets dog cat puppy kitten rabbit
flowers bouquet roses tulips wreath
jewellery ring necklace bracelet earrings
shoes boots sneakers trainers sandals
clothes dress shirt jacket trousers coat
cars car vehicle van
plumbing tap pipe drain leak
electricity power fuse socket wiring
internet wifi broadband router
lifts lift elevator escalator
pool swimming swim sauna
gym treadmill weights trainer
teachers teacher lecturer tutor
exams exam test grade mark
books book novel paperback
films film movie episode series
shipping parcel package courier delivery
refunds refund money_back
loans loan mortgage borrow
savings deposit interest
pensions pension retirement retire
taxes tax vat
visas visa passport permit
hotels hotel room stay
flights flight plane boarding
tours guide excursion tour
garden lawn hedge tree plants
roofs roof tiles gutter
windows window glass pane blind
locks key lock keys locksmith
noise loud noisy party
waste rubbish bin garbage trash recycling
drivers driver
cameras camera lens photo
batteries battery charge charger
printers printer ink toner
spare_parts part screw replacement
wine bottle beer
children child toddler kids baby
dentists tooth teeth dentist crown
glasses lens spectacles optician
vaccines vaccination vaccine jab
donations donate donation donor
volunteers volunteer
jobs job vacancy apply application
salary wage wages payslip pay
library book borrow overdue
museum exhibit painting exhibition
leads leash collar harness
claws clipped trimmed nails
baths shampoo bath bathed
calls engaged ring
visits come_in visit
wards overnight ward
marks grade grades mark
lectures seminar seminars professor lecture lecturer
lecturers professor tutor lecturer
timetables clash same_hour timetable
scholarships grant bursary scholarship
tuition instalments tuition_fee semester_fee
desks place_to_sit seat study_room
counselling anxious stressed dyslexic lonely counsellor
repairs broken leaking stone_cold radiator
neighbours party noisy loud
keys locked_out key
wedding ceremony bride tiers wedding
hygiene flies mice dirty hair
queues queue line till
salads lettuce salad
coffee espresso latte cappuccino
tyres tyre puncture flat_tyre
brakes brake squeal braking
hair haircut hairdresser fringe colour dye
massages massage masseur
nails manicure polish
tents tent camping pitch
boats boat sail mooring
skis ski slope lift_pass snow
horses horse riding saddle
art painting sculpture gallery
concerts concert gig band stage
theatre play actor seats
courses course class lesson workshop
memberships membership member join quit
subscriptions subscription renew renewal unsubscribe
vouchers voucher gift_card coupon code
points points stamps rewards miles
contracts contract clause terms
deposits deposit bond
moving removal movers moved
kitchens kitchen oven hob fridge dishwasher
bathrooms bathroom shower bath sink
floors floor carpet tiles laminate parquet
painting paint wallpaper walls
roofing roof leak tiles gutter
electrical socket fuse wiring sparks
gas boiler gas heating
meters meter reading
tariffs tariff rate kwh
outages outage blackout power_cut
solar panels inverter panel
trees tree branch hedge
roads pothole road pavement
refuse bin bins rubbish collection
licences licence permit
passports passport visa id
courts court judge hearing
wills will inheritance
childcare nursery kindergarten crèche daycare
therapy physio therapist exercise
surgery operation operated surgeon scar
hearing hearing_aid deaf
vision glasses optician blurry
allergies allergic allergy nuts gluten sesame rash
diets vegan vegetarian halal
cosmetics cream lipstick skin
perfume scent smell
toys toy doll puzzle
games game board_game console
phones phone handset screen sim
laptops laptop keyboard screen
tv television remote screen channel
software program app update
reminders reminder notification sms
emails e_mail email mail inbox
printers toner ink printer paper_jam
wifi internet connection router
spam junk newsletter unsubscribe
adverts poster billboard commercial advert
packaging box bag wrapping packaging
social_media instagram tiktok
jobs trainee apprentice vacancy job
apprenticeships trainee apprentice
shifts rota shift overtime
wages payslip salary overtime
complaints rude complain short_with
condolences died death funeral
"""
_NO_CLAIMS = """
server: restaurant service: lag cloud matchmaking online hosting network login uptime outage website multiplayer api
stock: warehouse and stock, crypto and investments: rolling train carriage locomotive wagon
train: training, documentation: station timetable rail carriage conductor seat platform passenger wifi board behind
care: reaching someone, praise of service, how-to questions: medical nurse ward patient doctor child elderly skin pet
service: reaching someone, praise of service, how-to questions: cloud matchmaking hosting technician church
service: restaurant service: cloud matchmaking hosting technician church
access: account access: wheelchair disability disabled ramp pram building elevator parking
play: children and toys: server lag console gaming matchmaking
collector: debt collection: figure edition toy coin stamp merchandise shirt
engine: car service: game frame graphic console software bug search
referral: advertising, loyalty and rewards: doctor diagnosis treatment specialist patient
save: bank accounts: game cloud progress file document photo
connection: integrations and api, network and connection: timetable flight bus ferry journey cancellation
talk: =events and tickets: complaint compliment
property: property and rent: lost found
store: facilities, stores, property and rent: in-game currency bundle download digital subscription
key: facilities, property and rent: game currency bundle download
board: executives: train flight crew passenger
"""
EVERYDAY = frozenset(
    stem(word)
    for word in word_set("""
        compare compared love loved thank thanks mail mailed kid kids daughter son picture pictures behind press
        pressed rip night reminder patch died friend find game return drop
    """)
)
"""Words that stand in any talk: what one says of a trade by itself says little."""

Term = tuple[str, ...]


@lru_cache(maxsize=1)
def kinds() -> tuple[tuple[Term, ...], ...]:
    """The rows of kinds, in stems."""
    return tuple(
        tuple(tuple(stem(part) for part in word.split("_")) for word in row.split())
        for row in _KINDS.strip().splitlines()
    )


@lru_cache(maxsize=1)
def no_claims() -> dict[tuple[str, str], frozenset[str]]:
    """For a stem and a topic, the stems beside which it does not claim that topic."""
    found = {}
    for row in _NO_CLAIMS.strip().splitlines():
        word, topics, beside = row.split(": ")
        for topic in topics.split(", "):
            found[(stem(word), topic)] = frozenset(stem(each) for each in beside.split())
    return found
