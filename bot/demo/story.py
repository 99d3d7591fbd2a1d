"""Two weeks at Bluebird, June 1 to 15: what people share, claim, promise, keep, forget and hand over."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.demo.company import APP_REVIEWS, COMPANY, CUSTOMERS, DEALS, PEOPLE, PRODUCT, SUPPORT
from bot.demo.stage import Spot, Stage

START = datetime(2026, 6, 1, 13, 4, tzinfo=UTC)  # a Monday, 9:04 in New York
TWEET = "https://x.com/kettlefan/status/1796800112233445566"


def june(day: int) -> datetime:
    return datetime(2026, 6, day, tzinfo=UTC)


MON, TUE, WED, THU, FRI = (june(day) for day in range(1, 6))
MON2, TUE2, WED2, THU2, FRI2 = (june(day) for day in range(8, 13))
MON3 = june(15)


async def play(stage: Stage) -> None:
    """The whole story; the screen shows it."""
    await first_morning(stage)
    with stage.screen.scene():
        review = await charged_twice(stage)
    tweet = await a_tweet(stage)
    phishing = await security_and_legal(stage)
    article = await the_press(stage)
    await kept_and_moved(stage, tweet)
    deal = await a_private_deal(stage)
    await praise(stage)
    driver = await thursday(stage, deal, article)
    with stage.screen.scene():
        await the_friday_promise(stage, review)
    await first_digest(stage, driver)
    await a_forgotten_promise(stage, phishing)
    await handed_over(stage)
    await stage.at("maria", MON3, "8:50")
    stage.screen.note("The second digest.")
    await stage.at("maria", MON3, "9:05")


async def first_morning(stage: Stage) -> None:
    await stage.at("maria", MON, "9:05")
    stage.screen.note("Bluebird makes kettles. Its people live in three time zones; this is their first day with Ours.")
    await stage.invite("maria", CUSTOMERS)
    await stage.command("maria", CUSTOMERS, "join customer service")
    for name, _, department in PEOPLE[1:-1]:
        await stage.command(name, CUSTOMERS, f"join {department}", quiet=True)
    for channel, host in ((SUPPORT, "maria"), (DEALS, "lena"), (COMPANY, "maria"), (PRODUCT, "maria")):
        await stage.invite(host, channel)
    await stage.command("maria", CUSTOMERS, "setup digest")
    await stage.fill("maria", digest_channel=f"#{COMPANY}")


async def charged_twice(stage: Stage) -> Spot:
    await stage.at("maria", MON, "10:00")
    stage.screen.note("One review, two departments, and a promise.")
    review = await stage.say(
        "maria",
        CUSTOMERS,
        "New on Trustpilot: https://www.trustpilot.com/reviews/6659c1f2ab\n"
        "> I was charged twice for one kettle and nobody answers my mails. I want my money back! (Ada)",
    )
    await stage.press("tom", "I'm on it", review)
    await stage.press("maria", "I'm on it", review)
    await stage.say("tom", CUSTOMERS, "Both charges are ours. The refund is on its way.", review)
    await stage.say("maria", CUSTOMERS, "Thanks Tom! I'll get back to her by Friday EOD.", review)
    await stage.press("maria", "Track it")
    return review


async def a_tweet(stage: Stage) -> Spot:
    await stage.at("sam", MON, "12:30")
    stage.screen.note("A bare link says more once Slack has fetched it. And a department that has nobody yet.")
    tweet = await stage.say("sam", SUPPORT, TWEET)
    await stage.unfurl(
        tweet,
        from_url=TWEET,
        service_name="X",
        author_name="Kim (@kettlefan)",
        text="Since the latest update the @bluebird app crashes whenever I start my kettle. Cold tea again.",
    )
    await stage.at("priya", MON, "18:50")
    await stage.say("priya", CUSTOMERS, f"Has anybody seen this one? {TWEET}?s=20")
    await stage.press("maria", "Name someone", tweet)
    await stage.fill("maria", person="@yuki")
    await stage.at("yuki", TUE, "9:10")
    await stage.press("yuki", "I'm on it", tweet)
    await stage.say("yuki", SUPPORT, "Reproduced it. I'll tell her on Wednesday at 3pm when the fix is out.", tweet)
    await stage.press("yuki", "Track it")
    return tweet


async def security_and_legal(stage: Stage) -> Spot:
    await stage.at("ravi", TUE, "10:30")
    stage.screen.note("An integration posts; Security opens a door to Legal; an offer that nobody answers.")
    spot = await stage.say(
        APP_REVIEWS,
        SUPPORT,
        "★☆☆☆☆ “Got a phishing email that knew which kettle I have. Has my personal information been leaked?”",
    )
    await stage.press("ravi", "I'm on it", spot)
    await stage.press("ravi", "Bring in", spot)
    await stage.fill("ravi", department="Legal", reason="if data did leak, the regulator must hear within 72 hours")
    await stage.press("ingrid", "I'm on it", spot)
    await stage.say("ravi", SUPPORT, "Our logs look clean so far. I'll write to him tomorrow.", spot)
    return spot


async def the_press(stage: Stage) -> Spot:
    await stage.at("priya", TUE, "14:00")
    stage.screen.note("A forwarded mail from a journalist.")
    mail = await stage.say(
        "priya",
        CUSTOMERS,
        "This reached me just now.",
        files=[
            {
                "filetype": "email",
                "subject": "Kettles and privacy: your comment?",
                "from": "Nils Berg <nils.berg@tidings.example>",
                "plain_text": "I am a journalist writing an article about kitchen devices that listen. "
                "Could I have an interview with somebody at Bluebird this week?",
            }
        ],
    )
    await stage.say("priya", CUSTOMERS, "I will send him our answer by tomorrow noon.", mail)
    await stage.press("priya", "Track it")
    return mail


async def kept_and_moved(stage: Stage, tweet: Spot) -> None:
    """Each hears once before it is due: one is done, the other needs a day more."""
    await stage.at("yuki", WED, "14:30")
    await stage.say("yuki", SUPPORT, "The fix is out, and Kim knows.", tweet)
    await stage.press("yuki", "Done")
    await stage.press("yuki", "Answered", tweet)
    await stage.command("yuki", SUPPORT, "join product", quiet=True)
    await stage.at("priya", WED, "10:40")
    await stage.press("priya", "Tomorrow")


async def a_private_deal(stage: Stage) -> Spot:
    await stage.at("lena", WED, "16:00")
    stage.screen.note("What is said in a private channel stays there: the card, the reminder, the numbers.")
    deal = await stage.say(
        "lena",
        DEALS,
        "A prospect, the Hotel Meridian, wrote to us:\n"
        "> We are looking for 120 kettles for our rooms. Could you send us a quote, with volume pricing?",
    )
    await stage.say("lena", DEALS, "I'll send them a quote by tomorrow 5pm.", deal)
    await stage.press("lena", "Track it")
    return deal


async def praise(stage: Stage) -> None:
    await stage.at("sam", WED, "12:15")
    fan = await stage.say(
        "sam",
        CUSTOMERS,
        "Look at this: https://www.instagram.com/p/C7xYzAbCdEf/\n"
        "> I love this kettle, it plays birdsong when the water boils. Told all my friends!",
    )
    await stage.press("sam", "I'll thank them", fan)
    await stage.press("sam", "Thanked", fan)


async def thursday(stage: Stage, deal: Spot, article: Spot) -> Spot:
    """Two promises kept; a review that nobody takes; a post that is no customer's."""
    await stage.at("lena", THU, "15:20")
    await stage.press("lena", "Done")
    await stage.press("lena", "Answered", deal)
    await stage.at("priya", THU, "15:50")
    await stage.press("priya", "Done")
    await stage.press("priya", "Answered", article)
    await stage.at("amara", THU, "16:30")
    stage.screen.note("A review that nobody takes; and a post that is no customer's.")
    driver = await stage.say(
        "amara",
        CUSTOMERS,
        "https://www.trustpilot.com/reviews/6660aa91cd\n"
        "> Your driver yelled at me and threw the parcel over the fence. Unprofessional!",
    )
    await stage.at("sam", THU, "13:00")
    own = await stage.say("sam", CUSTOMERS, "https://x.com/bluebird/status/1797000000000000001")
    await stage.press("sam", "Not a customer mention", own)
    return driver


async def the_friday_promise(stage: Stage, review: Spot) -> None:
    await stage.at("maria", FRI, "14:30")
    stage.screen.note("Maria's promise from Monday: one nudge, two working hours before.")
    await stage.at("maria", FRI, "15:20")
    await stage.say("maria", CUSTOMERS, "Ada has her money back, and wrote a kind mail.", review)
    await stage.press("maria", "Done")
    await stage.press("maria", "Answered", review)


async def first_digest(stage: Stage, driver: Spot) -> None:
    await stage.at("dana", MON2, "8:50")
    stage.screen.note("The first digest.")
    await stage.at("dana", MON2, "9:45")
    await stage.press("dana", "I'm on it", driver)
    await stage.command("dana", CUSTOMERS, "open")


async def a_forgotten_promise(stage: Stage, phishing: Spot) -> None:
    await stage.at("amara", MON2, "16:00")
    stage.screen.note("A forgotten promise: a nudge before, one after; the head hears, and it is kept late.")
    late = await stage.say(
        "amara",
        SUPPORT,
        "A customer called: “My order never arrived, I have been waiting for two weeks and I need help!”",
    )
    await stage.press("amara", "I'm on it", late)
    promised = await stage.say("amara", SUPPORT, "I'll call her back tomorrow by noon.", late)
    await stage.press("amara", "Track it")
    await stage.at("ravi", TUE2, "11:00")
    await stage.press("ravi", "Answered", phishing)
    await stage.at("amara", WED2, "15:30")
    await stage.say("amara", SUPPORT, "Called her now. The parcel was at a neighbour's, all is well.", late)
    await stage.react("amara", promised, "white_check_mark")
    await stage.press("amara", "Answered", late)


async def handed_over(stage: Stage) -> None:
    await stage.at("tom", WED2, "16:40")
    stage.screen.note("A promise goes to a colleague, who takes it.")
    invoice = await stage.say(
        "tom",
        CUSTOMERS,
        "A customer wrote to us:\n> The invoice shows the wrong VAT, could you correct it? Our tax office is waiting.",
    )
    await stage.press("tom", "I'm on it", invoice)
    await stage.say("tom", CUSTOMERS, "I'll send them a new invoice by Friday 2pm.", invoice)
    await stage.press("tom", "Track it")
    await stage.at("tom", THU2, "16:00")
    await stage.command("tom", CUSTOMERS, "mine")
    await stage.press("tom", "Hand over…")
    await stage.fill("tom", person="@jonas", reason="I am off tomorrow; the numbers are in the shared folder.")
    await stage.at("jonas", THU2, "16:20")
    await stage.press("jonas", "Take it")
    await stage.at("jonas", FRI2, "12:30")
    await stage.press("jonas", "Done")
    await stage.press("jonas", "Answered", invoice)
