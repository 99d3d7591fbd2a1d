"""Figures that are no clock times, days in names, days that come again or are told of: nothing that is due."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import NONE, cases, wrong

LOOKALIKES = """
the clip is 2:15 long
keep an 8:45 pace on the first lap
my half marathon time was 1:52
she ran the relay in 3:12
read Luke 15:20 in the chapel
Psalm 23:10 hangs in the lobby
Matthew 5:14 is on the mug
row 10:30 of the sheet is empty
verse 12:15 is the one on the card
we lost 21:15 in the second set
the song lasts 3:50
skip to the 12:30 mark of the webinar
her personal best is 4:05
it stops 3:45 into the recording
a 16:10 monitor for the desk
12:20 min per lap is slow
the ratio of cement to sand is 10:25
our man Friday sorted the keys
she's our girl Friday
we ate at Ruby Tuesday with the vendor
Sheffield Wednesday lost again
Casual Friday is back
Wednesday Addams is her hero
I'll ask Noon whether the logo is final
tell Midnight, our DJ, to send the bill
Black Friday was a mess for the warehouse
Christmas was quiet in the shop
Monday was hell at the clinic
March was slow for the bakery
Q3 was a disaster
the depot is at 7 June Avenue
deliver it to 31 August Road
her flat is on May Street
the shop at 5 Easter Road closed
our pharmacy sits at 24 Friday Street
the garage is at 3 March Lane
backups run daily at 2:30
the newsletter goes out weekly on Monday
we bill monthly on the 1st
the boiler is checked every second Tuesday
choir meets every other Thursday
the committee meets every first Monday of the month
on the 15th of every month we pay the crew
the kitchen closes at 3pm every day
trash is collected at 7:30 daily
the pool opens each morning at 8
backups: daily, 9:30
we don't deliver at weekends
the hotline is closed on weekends
the report runs nightly at 11pm
he was born in the 80s
that style was big in the 1990s
temperatures stayed in the 30s
fashion from the late 90s
in the early 2000s we had no web shop
the second one is broken
on the second floor
the third time we called
on the first try
on the third attempt it worked
by the second it gets worse
by the fourth week they gave up
I'm working on the second
on the first and third floors
on the twentieth anniversary we opened
5/5 stars from the guest
3/4 done with the tiling
I'd rate it 4/5
I'll give it 3/5
we'll finish 2/3 of the wall
open 24/7
takes 10 min
in 30 rooms
I'll put it in 15
the concert was long, 90 min
I'll give a short talk, 15 minutes
the sofa comes in 3
I'll post lunch menus in the channel
we post 3 pictures a day
the post office is shut
Friday is a holiday here
Monday is a bank holiday
Dune is a good film
the podcast episode is 48:20 and the intro 1:10 long
he did the relay leg in 2:58
Ephesians 4:32 is stitched on the quilt
the sermon quoted Job 12:12
cell 11:45 of the sheet has a typo
the home side lost 19:21
her swim took 1:05
the film runs well past the 2:10 mark
our best lap was 1:34
gear ratio of 10:32 for the hill
her gal Friday keeps the diary
the clinic moved to 9 December Avenue
we had Taco Tuesday in the canteen
turn left into 4 July Road
I told Noon, our barber, about it
Monday Night Football is on in the bar
leave the crate at 22 March Close
the vet visits every second Wednesday
the kiln is fired nightly at 1am
inventory is counted on the last Friday of every month
the oven is cleaned at 6pm every evening
we invoice quarterly on the 5th
bus 12 leaves at 7:15 each weekday
the cafe is closed on weekends
we always at 9 have a stand-up
payroll runs each Friday at noon
Friday was a nightmare at the dock
Thanksgiving was slow in the salon
Tuesday went badly for the crew
April was our worst month
Thursday is a bank holiday
the pipes are from the 60s
disco was big in the late 70s
in the 1980s nobody used it
on the fourth floor of the clinic
the fifth attempt worked
on the sixth attempt it started
by the twentieth century that was gone
I'm focusing on the first
by the tenth call I gave up
on the second and fourth rows
on the twelfth page
the hotel got 4/5
we scored it 5/10
I'd give the soup 2/5
she'll eat 1/2
takes 20 min to dry
the flight was smooth, 50 min
we'll split it in 10
the score is 20
we'll pack it in 15
I was there, 10 minutes
he does it in 15
the post lunch menu idea is silly
we'll post lunch photos
the voicemail is 1:45
our relay record is 3:21
a 2:05 lap is good enough
Hebrews 11:10 was read at the wedding
paragraph 10:15 of the code says so
the girls won 25:18
he is my man Friday in the shop
the office is at 18 October Boulevard
ask August about the beams
thank June for the plants
the pool is vacuumed biweekly on Tuesday
at 6am every morning the bread is baked
the alarm is tested on the first Wednesday of each month
shop hours: weekdays 9-5, closed at weekends
the ferry runs hourly from the pier
every third Friday we have cake
Halloween was wild in the costume shop
Saturday went well at the market
Monday is my day off
the roof is from the 20s
it got up to the 40s last summer
on the seventh floor, to the left
the third coat of paint
the tenth and last one
I'd give the hotel 3/5
cut the dough in 10
the treatment is short, 20 minutes
they post lunch specials
about 1/3 will leave
this takes 15
"""
ROWS = cases(
    "\n".join(f"{text} | {NONE}" for text in LOOKALIKES.split("\n") if text), "2026-11-18T10:00", "America/New_York"
)


def test_what_only_looks_like_a_moment() -> None:
    assert wrong(ROWS) == []
