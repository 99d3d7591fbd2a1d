"""What can go wrong in a way that people can mend: one class per remedy.

The docstring is the message a person reads (fields in braces are filled in); it says what to do.
"""

from __future__ import annotations

import inspect
import traceback
from pathlib import Path


class BotError(Exception):
    """Something went wrong. Please try again."""

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.words)

    @property
    def words(self) -> str:
        """The message for people."""
        template = " ".join((inspect.getdoc(type(self)) or "").split())
        return template.format(**self.fields)

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of whom the words name (the field `who`): only they stay shown as people."""
        return (str(self.fields["who"]),) if "who" in self.fields else ()


def told_shortly(error: BaseException) -> str:
    """An error in a line, for operators: without what a database quotes of a statement, or Python of a value, which may
    be people's words.
    """
    words = str(getattr(error, "orig", None) or error)
    if type(error).__module__ == "builtins" and not isinstance(error, OSError):
        words = _place(error)
    return f"{type(error).__name__}: {words.splitlines()[0] if words else ''}"[:300]


def _place(error: BaseException) -> str:
    """Where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"in {frames[-1].name}, line {frames[-1].lineno} of {Path(frames[-1].filename).name}" if frames else ""


def trace_of(error: Exception) -> Exception | None:
    """What a log shows as `exc_info`: nothing of an error whose words say what to do, else where it came from."""
    return None if isinstance(error, BotError) else error


def is_told(error: Exception) -> bool:
    """Whether the log has it already: of a database that is away, the database tells once for all who stumble."""
    return isinstance(error, DatabaseAway)


class HoursUnfit(BotError):
    """Working hours begin before they end, on the same day: from 9:00 to 17:00, say. Choose both."""


class DaysMissing(BotError):
    """Choose at least one day on which you work. Days off, for a while, are further down."""


class QuietUnfit(BotError):
    """Quiet hours begin before they end, on the same day: from 12:00 to 14:00, say. Choose both."""


class QuietAlways(BotError):
    """That leaves no half hour of your working time in which I may write to you. Choose fewer quiet hours."""


class OffUnfit(BotError):
    """The last day off can't lie before the first, or in the past. For a single day choose it alone."""


class OffTooLong(BotError):
    """Days off are a year at most, at a time and ahead. Choose fewer; you can add more later."""


class OffTooMany(BotError):
    """I keep {most} spans of days off at most. Take one off that is over, or join two."""


class MentionGone(BotError):
    """I can't find that mention any more. Open the thread again, or share the customer's words anew."""


class PromiseGone(BotError):
    """I can't find that promise any more. `/ours mine` lists the promises you have."""


class PromiseSettled(BotError):
    """This promise is already {state}. `/ours mine` lists what is still open, and reopens what was settled lately."""


class HandOffOver(PromiseSettled):
    """This is over: it was answered, taken back or offered to somebody else, or the promise is settled. `/ours mine`
    has what is yours.
    """


class PromiseInHand(BotError):
    """It was moved or handed over since you heard of it, so it is in good hands. Nothing is left to do for you."""


class NotYourPromise(BotError):
    """Only <@{who}> can do this: it is their promise. Ask them, or make your own with `/ours promise`."""


class MomentPassed(BotError):
    """{moment} has passed already. Choose a moment that is still to come."""


class MomentUnclear(BotError):
    """I could not read when. Say it like `by Friday`, `tomorrow 3pm` or `in 2 hours`; the ⚡ menu's *Promise something*
    lets you pick a date and time.
    """


class MomentAsked(BotError):
    """{moment} is the moment you are asked for already. Choose another one, or close this and promise that one."""


class NobodyOfThatName(BotError):
    """I can't tell who “@{name}” is. Type @ and choose them from Slack's list, then send it once more."""


class ClockImpossible(BotError):
    """{clock} is no time of the day. Say it like `by Friday 17:00`, `tomorrow 3pm` or `in 2 hours`."""


class WordsMissing(BotError):
    """What do you promise, and by when? Say both, like `/ours promise send Ada the invoice by Friday`."""


class UnknownDepartment(BotError):
    """There is no department “{name}” here.{meant} `/ours departments` lists them all."""


class DepartmentActed(BotError):
    """{name} stays: somebody there has acted already. Who is on it can step back on the card."""


class RuleGone(BotError):
    """I can't find that rule any more. `/ours rules` lists those that you may see."""


class RuleSettled(BotError):
    """This rule is {state} already. `/ours rules` lists what holds, and removes it."""


class CustomerInUse(BotError):
    """{name} stays: something that a customer said refers to them. `/ours customer {name}` shows what you may see."""


class CustomerGone(BotError):
    """I can't find that customer any more. `/ours customer NAME` shows whom I know."""


class CustomersMerged(BotError):
    """{name} stays: {other} was merged with it. *Split* on `/ours customer {name}` parts them first."""


class CustomerChanged(BotError):
    """Somebody changed this customer while you did. Close this, open it once more, and you see both."""


class CustomersAreOne(BotError):
    """{name} is this customer already, so there is nothing to merge."""


class CustomerUnknown(BotError):
    """I know no customer “{name}”. Write the name, a domain or a handle as `/ours customer` shows it."""


class NameTaken(BotError):
    """Somebody else took one of these names or addresses just now. Do it once more: you are told whose it is."""


class OwnerUnfit(BotError):
    """Owners of a customer are teammates with an account: no bot, no guest, nobody from outside. Choose one."""


class ApiOff(BotError):
    """This API is off. Whoever runs the bot switches it on by setting API_SECRET."""


class TokenMissing(BotError):
    """A token is missing. Make one with `python -m bot token NAME`, and send it as `Authorization: Bearer …`."""


class TokenWrong(BotError):
    """That token is none of ours: it was cut, or made with another API_SECRET. `python -m bot token NAME` makes one."""


class TokenExpired(BotError):
    """The token of {name} ended on {day}. `python -m bot token {name}` makes a new one."""


class HookKeyMissing(BotError):
    """A key is missing. `python -m bot token NAME --hook` makes one with its secret: send the key as `X-Ours-Key`."""


class HookUnsigned(BotError):
    """The signature is missing. Send `X-Ours-Timestamp` (seconds since 1970) and `X-Ours-Signature`: v0= and the hex
    HMAC-SHA256, under the key's secret, of v0:TIMESTAMP:BODY.
    """


class HookStale(BotError):
    """The timestamp is {seconds} seconds away from now. Sign each call as it is sent, and set the machine's clock."""


class HookWrong(BotError):
    """The signature does not fit. Sign v0:TIMESTAMP:BODY with the secret that came with this key, over the very bytes
    of the body; `python -m bot token NAME --hook` makes a new pair.
    """


class IdempotencyMissing(BotError):
    """Send a header `Idempotency-Key` of 1 to 200 characters, one for each mention: sent again, it is posted once."""


class ImportUnderWay(BotError):
    """An import of customers is under way: {left} of {rows} rows are left. Wait for its end. If it was interrupted, run
    your command again in {seconds} seconds: what is left is finished first.
    """


class HeadUnfit(BotError):
    """A department is headed by a teammate with an account: no bot, no guest, nobody from outside. Choose one."""


class DutyUnfit(BotError):
    """On duty is a teammate with an account: no bot, no guest, nobody from outside. Choose one."""


class CardsUnheard(BotError):
    """I am not in that channel. Invite me there first (/invite @ours), then choose it again."""


class CardsOverheard(BotError):
    """Guests or people from outside can read that channel, so I post nothing there. Choose another one."""


class ViewOutdated(BotError):
    """This window is from before an update, so nothing was saved. What you wrote still stands here: copy it, close the
    window, and open it again.
    """


class EmojiUnclear(BotError):
    """I can't read “{word}”. Write up to five emoji by their names, with a space between: :customer: :eyes:"""


class EmojiTaken(BotError):
    """:{emoji}: has a meaning already: it marks a promise as kept. Choose another emoji for sharing."""


class IntakeUnheard(BotError):
    """I am not in that channel, or you are not. Invite me there first (/invite @ours), or choose another one."""


class IntakeUnknown(BotError):
    """I know no such channel, or it is private and takes no words from listening tools. Invite me there (/invite @ours)
    and allow them: `/ours setup` there, *From elsewhere*.
    """


class IntakeOff(BotError):
    """I am switched off in that channel: `/ours setup` there turns me on. Or choose another one."""


class IntakeOverheard(BotError):
    """Guests or people from outside can read that channel, so I post nothing there. Choose another one."""


class IntakeClosed(BotError):
    """#{channel} does not take words from listening tools. Somebody in it allows them: `/ours setup` there, *From
    elsewhere*.
    """


class KeyTaken(BotError):
    """This Idempotency-Key came before, with something else. Send the same, or another key for another mention."""


class Replayed(BotError):
    """This signature was used before, with another Idempotency-Key. Sign each call anew, with the present time."""


class TooMuchWaits(BotError):
    """So many wait to be posted that no more are taken. Send it again in a minute: Slack takes one a second."""


class NotHere(BotError):
    """This doesn't work in this conversation. Use it in a channel that I am in (`/invite @ours`)."""


class SwitchedOff(BotError):
    """I am switched off in this channel, so I read nothing here. `/ours setup` turns me on; then try once more."""


class OwnWords(BotError):
    """I wrote that message myself, so it is no customer's. Use this on what somebody else wrote."""


class NotYourWords(BotError):
    """Only who wrote these words can track them. Is it yours to do? `/ours promise call Ada by Friday` tracks it."""


class TrackedAlready(PromiseSettled):
    """You track it already: “{words}”. `/ours mine` has what settles or moves it."""


class OfferWaiting(BotError):
    """I have offered it to you already: “{words}”. `/ours mine` has the offer, with its buttons."""


class NoPart(BotError):
    """You have no part in this yet. *I'm on it* on the card takes one."""


class NotTheLead(BotError):
    """Only whoever leads can pass the lead on. *I'm on it* makes you one of those who are on it, too."""


class LeadOffered(BotError):
    """{who} is asked already, and has not answered yet. Take that back in *My part…* first, or wait for the answer."""


class CauseGone(BotError):
    """Nothing that you can open waits for that any more. The card shows how it stands."""


class CauseUnknown(BotError):
    """Nothing that you can open waits for “{words}”. `/ours fixed` alone lists what is waited for."""


class CauseMissing(BotError):
    """Say what it waits for: a bug's number, a ticket, or a link."""


class CheckBackMissing(BotError):
    """Choose when to check back, or that you don't want to."""


class QuoteSettled(BotError):
    """Whether it may be quoted was asked or answered meanwhile. The card shows how it stands."""


class NobodyChosen(BotError):
    """Choose a teammate first."""


class CantPost(BotError):
    """I can't post it there: {why}. It is saved; copy it from *Write the answer…*, and send it yourself."""


class AnswerUnderWay(BotError):
    """An answer is being posted just now, so it can't be changed any more. Look in the channel in a moment."""


class LeadSettled(BotError):
    """This offer no longer stands: it was answered, taken back, or somebody else leads. The card shows who is on it."""


class EvidenceGone(BotError):
    """This question is answered already, or its message is gone. `/ours mine` has what settles the promise."""


class AskedUnfit(BotError):
    """A promise is asked of a teammate with an account here. `/ours promise` makes one of your own."""


class AskedAlready(BotError):
    """<@{who}> has promised this, or was asked for it already. `/ours mine` has what you asked for and wait for."""


class WordsToAskMissing(BotError):
    """What should they promise, and by when? Say both, like `/ours promise @Maria call Ada back by Friday`."""


class RequestOver(BotError):
    """This request is over: it was promised, declined or withdrawn, or it lapsed. `/ours mine` has what still waits."""


class NotAllowed(BotError):
    """You can't do this: {why}."""


class AdminsOnly(BotError):
    """An admin does this here: ask <@{who}>. `/ours setup` is where they find it."""


class SectionUnknown(BotError):
    """The setup has no section “{name}”. It has: {known}. `/ours setup` shows them all."""


class AdminsMissing(BotError):
    """An admin does this here, and I know none yet. Whoever is admin in Slack can: `/ours setup` is where."""


class AdminUnfit(BotError):
    """An admin is a teammate with an account: no bot, no guest, nobody from outside. Choose others."""


class LastAdmin(BotError):
    """Somebody has to be an admin, and I know no other one. Name another teammate first, or beside yourself."""


class PeopleUnfit(BotError):
    """A department's people are teammates with an account: no bot, no guest, nobody from outside. Choose others."""


class HeadsOnly(BotError):
    """{name} is arranged by its head or an admin: ask <@{who}>, who heads it."""


class NotForGuests(BotError):
    """Guests and people from outside don't set anything up here. Ask a teammate to."""


class NameMissing(BotError):
    """A department needs a name. Write what people call it."""


class DepartmentNamed(BotError):
    """There is a department “{name}” already. Edit that one, or give this one another name."""


class DepartmentArchived(BotError):
    """“{name}” is archived. *Archived* in `/ours setup` restores it, with its people and words."""


class FileMissing(BotError):
    """Choose a file, or write its text."""


class FileUnreadable(BotError):
    """I can't read that file: it is too large, or no text in UTF-8. Choose the `departments.toml` of an export."""


class ChannelsMissing(BotError):
    """Choose a channel first."""


class ChannelShut(BotError):
    """I can't come into that channel by myself ({error}). Invite me there: /invite @ours"""


class NothingToMake(BotError):
    """Choose a user group first. *Add one* makes a department without any."""


class DepartmentsFull(BotError):
    """There are {most} departments, which is the most I can tell apart. Archive one first."""


class WordsUnfit(BotError):
    """{problem}"""


class FileWrong(BotError):
    """{problems}"""


class LeaseLost(BotError):
    """Another worker took this work over; what was read is dropped and read again."""


class NotOurDatabase(BotError):
    """The database has no tables of Ours, or older ones. Run `python -m bot migrate`, then start again."""


class NoDatabase(BotError):
    """The database cannot be opened: {why}. Check DATABASE_URL, and that the database runs."""


class DatabaseAway(BotError):
    """The database cannot be reached: check that it runs, and that DATABASE_URL is right. Ours goes on by itself when
    it is back, and Slack delivers its events again. What you clicked or typed may not be done: look in a minute, and
    do it once more if it is not.
    """


class DiskFull(BotError):
    """The database's disk is full: free some space. Nothing is lost: Slack delivers its events again, and what you
    clicked or typed you can do once more.
    """


class AddressTaken(BotError):
    """Cannot listen on {address}: {why}. Set PORT to one that is free, and HOST to an address of this machine."""


class ClockAway(BotError):
    """Nobody tells the time at {url}. Start the playground there, or unset CLOCK_URL."""


class SlackRefused(BotError):
    """Slack refused {method}: {error}. {remedy}"""


class CommandLineError(BotError):
    """{problem}. {remedy}"""
