"""Moments without a preposition, in ordinals, with short years, and what must not be taken for a look-alike."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

PROMISED = """
daily standup is over, I'll call her at 9:30 tomorrow | Thu 19 Nov 09:30
call with John 3:15 | Wed 18 Nov 15:15
I'll ring Mark at 10:45 | Wed 18 Nov 10:45
I'll be on the line at 12:30 | Wed 18 Nov 12:30
noon works, I'll dial in | Wed 18 Nov 12:00
I'll ask on Friday | Fri 20 Nov 17:00
Friday is fine, I'll send it | Fri 20 Nov 17:00
I'll send the daily at 5pm | Wed 18 Nov 17:00
the shop delivers on 12 May | Wed 12 May 2027 17:00
meet them at 12 on Friday | Fri 20 Nov 12:00
I'll look at the roof at the weekend | Sat 21 Nov 09:00
in 90s I'll have it | Wed 18 Nov 10:01
in the first week of November | Fri 6 Nov 17:00
in the first week of December | Tue 1 Dec 09:00
in the first week of August we pour the concrete | Mon 2 Aug 2027 09:00
the last week of January | Mon 25 Jan 2027 09:00
in the first week of May | Mon 3 May 2027 09:00
the second week of May I'll visit the farm | Mon 10 May 2027 09:00
by the first week of August | Fri 6 Aug 2027 17:00
next year, on 4 January | Mon 4 Jan 2027 17:00
I'll renew the permit next year, on 3 March | Wed 3 Mar 2027 17:00
next year in May I'll audit them | Sat 1 May 2027 09:00
on 14 December next year | Tue 14 Dec 2027 17:00
we'll reopen next year, on December 1 | Wed 1 Dec 2027 17:00
next month, on the 4th, I'll call the clinic | Fri 4 Dec 17:00
3 Dec 26 at 0900 hrs I'll be at the dock | Thu 3 Dec 09:00
we deliver on 12 Jan 27 | Tue 12 Jan 2027 17:00
by 30 Nov 26, promise | Mon 30 Nov 17:00
5 Jan 27 by noon | Tue 5 Jan 2027 12:00
invoice goes out 1 Feb 27. | Mon 1 Feb 2027 17:00
on 4 December 26 people come | Fri 4 Dec 17:00
on the twentieth I'll close the books | Fri 20 Nov 17:00
by the twelfth they get the samples | Sat 12 Dec 17:00
I'll send it on the third | Thu 3 Dec 17:00
on the twenty-fifth at 4pm I'll be there | Wed 25 Nov 16:00
you'll have the keys by the thirtieth | Mon 30 Nov 17:00
not before the fifteenth | Tue 15 Dec 17:00
until the tenth | Thu 10 Dec 17:00
the week of the 23rd I'll visit the plant | Mon 23 Nov 09:00
I can do the week of the 30th | Mon 30 Nov 09:00
We'll do it 12/11 | Fri 11 Dec 17:00
I'll ship the boots 11/30 | Mon 30 Nov 17:00
12/11 is when I deliver the pump | Fri 11 Dec 17:00
12/7 I'll call the school | Mon 7 Dec 17:00
will refund her 11/27 at the latest | Fri 27 Nov 17:00
she'll get the crown 12/9 | Wed 9 Dec 17:00
back in 15 | Wed 18 Nov 10:15
I'll call the tenant in 20 | Wed 18 Nov 10:20
be there in ten! | Wed 18 Nov 10:10
brb, 5 min | Wed 18 Nov 10:05
on my way, 25 mins | Wed 18 Nov 10:25
I'll be right back, 10 minutes tops | Wed 18 Nov 10:10
I'll be with the guest shortly, 15 min | Wed 18 Nov 10:15
I'll be there on Wednesday next | Wed 25 Nov 17:00
the hearing is on Friday next | Fri 20 Nov 17:00
Wednesday next week | Wed 25 Nov 17:00
I polish it every day, by Friday it's done | Fri 20 Nov 17:00
I look daily, by Friday I'll know | Fri 20 Nov 17:00
I'll ring them every hour on Friday | Fri 20 Nov 17:00
I'll watch the oven every morning until Friday | Fri 20 Nov 17:00
post lunch I'll call the plumber | Wed 18 Nov 13:00
will check the kiln post-lunch | Wed 18 Nov 13:00
I'll revert post 4 pm | Wed 18 Nov 16:00
can we talk post noon | Wed 18 Nov 12:00
tomorrow post lunch | Thu 19 Nov 13:00
I'll do it post lunch tomorrow | Thu 19 Nov 13:00
in the first week of January I'll service the boiler | Fri 1 Jan 2027 09:00
by the first week of May they get the frames | Fri 7 May 2027 17:00
I'll repaint it next year, on 2 May | Sun 2 May 2027 17:00
next year in March we replace the roof | Mon 1 Mar 2027 09:00
the audit is on 9 October next year | Sat 9 Oct 2027 17:00
on 7 Dec 26 at 1430 hrs the crane comes | Mon 7 Dec 14:30
the lease ends 31 Jan 27 | Sun 31 Jan 2027 17:00
12 Dec 26, I'll hand over the keys | Sat 12 Dec 17:00
on the eighteenth of December I'll bake it | Fri 18 Dec 17:00
I'll drop the samples off on the ninth | Wed 9 Dec 17:00
you'll get your crown by the sixteenth | Wed 16 Dec 17:00
before the thirteenth she'll have her glasses | Fri 11 Dec 17:00
on the second I'll be at the farm | Wed 2 Dec 17:00
the week of the 7th I'll visit the school | Mon 7 Dec 09:00
I'll come round the week of the 14th | Mon 14 Dec 09:00
We'll mend the fence 11/24 | Tue 24 Nov 17:00
I will collect the bikes 12/16. | Wed 16 Dec 17:00
11/26 is when I bring the cake | Thu 26 Nov 17:00
12/1: I'll post the prints | Tue 1 Dec 17:00
be back in 20 | Wed 18 Nov 10:20
I'll ring the nurse in ten | Wed 18 Nov 10:10
will be with you in a sec, 5 min | Wed 18 Nov 10:05
omw, 30 min | Wed 18 Nov 10:30
I'll be there, 40 mins max | Wed 18 Nov 10:40
I'll see him on Wednesday next. | Wed 25 Nov 17:00
I'll see to the roof on Monday next | Mon 23 Nov 17:00
post lunch I'll weigh the parcels | Wed 18 Nov 13:00
I'll fit the tyres post lunch on Friday | Fri 20 Nov 13:00
revert post 3 pm | Wed 18 Nov 15:00
I'll have John call you at 3:15 | Wed 18 Nov 15:15
lunch with Ruth 12:30 | Wed 18 Nov 12:30
check-in 15:00 | Wed 18 Nov 15:00
I'll drop in 10:30 tomorrow | Thu 19 Nov 10:30
she'll be in on Friday at 9:30 | Fri 20 Nov 09:30
Friday was the plan and I'll keep it | Fri 20 Nov 17:00
I'll send the weekly on Friday | Fri 20 Nov 17:00
starting Monday we'll check daily | Mon 23 Nov 17:00
I'll send it weekly from Monday | Mon 23 Nov 17:00
every customer gets it by Friday | Fri 20 Nov 17:00
I'll call each of them tomorrow at 9 | Thu 19 Nov 09:00
Friday is good for the vet | Fri 20 Nov 17:00
I'll tell June on Friday | Fri 20 Nov 17:00
Friday Ana will bring the keys | Fri 20 Nov 17:00
I usually forget, but Friday it is | Fri 20 Nov 17:00
she always calls on time, I'll ask her Friday | Fri 20 Nov 17:00
the plumber is in the weekend shift, I'll ask him at the weekend | Sat 21 Nov 09:00
Friday close of business | Fri 20 Nov 17:00
I'll mail them tomorrow | Thu 19 Nov 17:00
the Monday after next was agreed, I'll come | Mon 30 Nov 17:00
I'll look at the pump in five | Wed 18 Nov 10:05
coming, 5 min... on my way, 10 min | Wed 18 Nov 10:10
We will deliver the bricks 12/18 | Fri 18 Dec 17:00
12/14 I'll bring the sample | Mon 14 Dec 17:00
she gets the dress by the eleventh | Fri 11 Dec 17:00
I'll pay it on the fifth at noon | Sat 5 Dec 12:00
until the twenty-third I'm yours | Mon 23 Nov 17:00
week of the 30th I'll prune the trees | Mon 30 Nov 09:00
14 Jan 27 at 10am we sign | Thu 14 Jan 2027 10:00
next year, on 15 February, I'll inspect it | Mon 15 Feb 2027 17:00
by the last week of January I'll have it | Fri 29 Jan 2027 17:00
in the third week of May | Mon 17 May 2027 09:00
I'll water it on Thursday next | Thu 19 Nov 17:00
will reply post lunch | Wed 18 Nov 13:00
post noon I'm free | Wed 18 Nov 12:00
meet Mark 10:45 tomorrow | Thu 19 Nov 10:45
the ferry at 7:15, I'll be on it | Wed 18 Nov 19:15
I'll read it on the train, call at 9:30 on Friday | Fri 20 Nov 09:30
in the morning at 9:30 daily standup, I'll tell them | Thu 19 Nov 09:30
I always try, so by Friday | Fri 20 Nov 17:00
Friday is the day I send it | Fri 20 Nov 17:00
Monday was confirmed, I'll be there | Mon 23 Nov 17:00
meet me at 5 Friday | Fri 20 Nov 17:00
the demo is 3:30 | Wed 18 Nov 15:30
the call is 10:30 tomorrow | Thu 19 Nov 10:30
the video call is 3:30 | Wed 18 Nov 15:30
she beat the deadline, I'll send it at 3:30 | Wed 18 Nov 15:30
I'll take the 3:30 | Wed 18 Nov 15:30
call me between 3:30 and 4 | Wed 18 Nov 15:30
it takes a while, 3:30 should work | Wed 18 Nov 15:30
"""
ROWS = cases(PROMISED, "2026-11-18T10:00", "America/New_York")


def test_moments_that_are_said_in_passing() -> None:
    assert wrong(ROWS) == []
