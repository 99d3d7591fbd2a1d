"""Promises that are reported, to whomever they were given; and what was told that promises nothing."""

from __future__ import annotations

import pytest

from bot.understanding.english.promise_words import MAY_PROMISE
from tests.unit.understanding.written import judged, lines

PROMISES = {
    "what we do": """
I've let the dog owner know we'd keep Bruno until Sunday
We assured the school board that we'd redo the parquet in the holidays
informed the parish council that I would bring the revised plans on the 12th
Just wrote to the clinic saying we'd swap the autoclave next week
ok, told Lindt & Co we'd have someone there tomorrow
let the Petersons know I'm dropping off the wine on Thursday
Spoke to the roofer's widow, told her we'd send the ladder back
""",
    "what they get": """
said to Mr. Vance he'd have the denture back by noon
agreed with Tomás that he gets the spare boiler on Monday
I've assured her she'd be called back today
I told them they'd get a written apology
""",
    "what is done to their things": """
Told the brewery in Ghent that their labels would be reprinted by Monday
I told Annika from the riding club that her saddle would be ready tonight
we told Bakker & Sons their plans would be drawn for the fair
I have promised the two sisters from Malmö that their cabin would be moved
Confirmed to Nadia that her order goes out tonight
have told the tenant that the lock will be changed this afternoon
""",
    "without the word for it": """
Messaged Ada that her bike would be ready tonight
Emailed Mrs Roy that her chair would be repaired by Friday
informed him he'd be called back today
wrote Mr Ode that his stone would be set on Monday
Confirmed with Sina that she'd be moved on Friday
""",
    "with one's word": """
Gave my word to the mayor's office that the stage will be up by Friday
I've given the choir my word that the organ plays on Sunday
""",
    "said, not to whom": """
I said I'd send her the swatches this week
said we'd come by and look at the damp wall
Said I'd let the abbot know as soon as the bells are cast
""",
    "in verbs that look like the past": """
told the choir we'd feed the swans on Monday
told Mrs Ode we'd come by and cut the hedge on Friday
told the mill we'd set the stones on Tuesday
told my client I'd call her on Sunday
told the mother of the bride we'd bring the arch at noon
told our landlord we'd send the survey by Friday
told the parents we'd open the gate at seven
told Ines from the bank we'd courier the deeds tomorrow
told her the box will go off to Ghent tomorrow
""",
}
LOOK_ALIKES = {
    "done by then": """
I told her we'd sent it on Tuesday
Told him we'd already shipped the parts
I told the guest we'd found her ring in the safe
I told the inspector we'd closed the gate at six
told them we'd run out of flour
told him we'd had a busy morning
told Marek we'd met before
told them we'd been closed all week
told her we'd agreed on blue
told the brewery we'd never got the labels
wrote her that it was dispatched and that we'd posted the key on Friday
""",
    "done by them, or to them": """
told the customer she'd received the wrong size and refunded her
told them they'd heard about it in March
told her she'd got the last seat
told her it'd been fixed on Monday
""",
    "to one's own people": """
told the kids we'd go to the zoo on Saturday
told mum I'd call on Sunday
I promised Grandpa I'd call tonight
I promised my daughter I'd bake tonight
I promised the kids a trip on Sunday
told grandma we'd visit at Easter
told my flatmate I'd do the windows tonight
told the babysitter we'd be back at eleven
told my landlord I'd move out in May
told my dentist I'd floss
told my hairdresser I'd come back on Saturday
told my boss I'd quit in spring
let my neighbour know I'd take the bins out on Friday
""",
    "what goes by itself": """
I confirmed that the alarm will go off at noon
told the tenants the water would go off at nine
I told them they will get what they pay for
""",
    "refused, or put off": """
told her we wouldn't be able to before March
Told him he'd have to wait until the paint is dry
told him I'd rather not
I told her we couldn't move the cabin
I told them I'd have to think about it
told the bride we'd never work on Sundays
""",
    "none of our doing": """
I told the brewery it would probably rain on the day of the fair
told him the bridge would be closed on Sunday
told them it'd be expensive
I told her she'd love it
told the customer she would get the money back from her bank
I told him he'd get a fine if he parks there
told the baker her flour would be delivered by the mill
told Rosa the fair would be cancelled
""",
    "told by others": """
He told Annika that her saddle would be ready tonight
They said we'd get the crates back on Monday
she said to Mr Vance he'd have it by noon
the carrier told the brewery their pallets would be delivered on Monday
who told Annika that her saddle would be ready?
I was told she'd get the parts on Friday
Did anybody tell her we'd call back?
Rosa rang, told Karim we'd be late
""",
    "over, or to no customer": """
I told the vet last year that the scanner would be repaired and nobody did it
told her we'd call and we did
told my wife I'd be home by six
I told you we'd be late
I said we'd lose and we lost
""",
    "talk": """
I said it would snow
I never said I'd send her the swatches
like I said I'd go with the oak one
I said I'd be there
""",
}


@pytest.mark.parametrize("text", lines(PROMISES))
def test_what_was_promised_to_them_and_is_told_here_commits(text: str) -> None:
    assert MAY_PROMISE.search(text)
    assert judged(text).commits


@pytest.mark.parametrize("text", lines(LOOK_ALIKES))
def test_what_was_told_and_promises_nothing_does_not(text: str) -> None:
    assert not judged(text).commits
