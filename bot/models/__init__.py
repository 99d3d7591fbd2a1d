"""Columns and rules of one thing each; no queries. Importing this package registers all tables."""

from bot.models.answer import Answer
from bot.models.cause import Cause
from bot.models.customer import Address, Alias, Customer, CustomerImport, CustomerOwner, StagedCustomer
from bot.models.department import Department, DepartmentMember
from bot.models.entry import Entry
from bot.models.history import Absence, Presence, Watermark
from bot.models.home import Home
from bot.models.intake import Intake
from bot.models.learning import Correction, TagRule
from bot.models.mention import Identity, LeadOffer, Mention, Share, Sighting, Tag
from bot.models.people import Channel, Membership, Teammate
from bot.models.praise import Credit
from bot.models.promise import Evidence, HandOff, Promise
from bot.models.rhythm import ChannelReminder, Digest, Slot
from bot.models.telling import Telling, TellingCursor
from bot.models.workspace import Workspace

__all__ = [
    "Absence",
    "Address",
    "Alias",
    "Answer",
    "Cause",
    "Channel",
    "ChannelReminder",
    "Correction",
    "Credit",
    "Customer",
    "CustomerImport",
    "CustomerOwner",
    "Department",
    "DepartmentMember",
    "Digest",
    "Entry",
    "Evidence",
    "HandOff",
    "Home",
    "Identity",
    "Intake",
    "LeadOffer",
    "Membership",
    "Mention",
    "Presence",
    "Promise",
    "Share",
    "Sighting",
    "Slot",
    "StagedCustomer",
    "Tag",
    "TagRule",
    "Teammate",
    "Telling",
    "TellingCursor",
    "Watermark",
    "Workspace",
]
