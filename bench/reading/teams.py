"""What is measured for departments: sets of them, each known by a name and a description, and what customers said.

`customers/*.txt`, `later/*.txt` and `others/sets.toml` were written for this; the labels of complaints and of bank
customers' questions are mapped by hand. Half of each, by a digest of the text, is set aside (of complaints a quarter):
it is scored, and never tuned on. Who wrote the customers also wrote the topics, so believe most what is called unread:
its writer knew none of the rules.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.reading.report import departments, rows
from bot.facts import DepartmentWords

ASIDE_OF_COMPLAINTS = 4
"""A quarter of the complaints is set aside: a model is trained on the others."""
HERE = Path(__file__).resolve().parent
SHORT = {
    "service": "customer_service",
    "mkt": "marketing",
    "pr": "public_relations",
    "hr": "human_resources",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a customer said, and the departments of which any is a right first guess."""

    text: str
    keys: tuple[str, ...]
    parts: int = 2

    @property
    def aside(self) -> bool:
        return is_aside(self.text, self.parts)


@dataclass(frozen=True, slots=True)
class Trial:
    """Departments, and sayings that concern them."""

    name: str
    departments: tuple[DepartmentWords, ...]
    said: tuple[Said, ...]


def is_aside(text: str, parts: int = 2) -> bool:
    """Whether a text is of the part (half, quarter) that is set aside: scored, and never tuned or trained on."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).digest()[0] % parts == min(1, parts - 1)


def trials() -> Iterator[Trial]:
    """All that is measured, one set of departments after the other, all without words of their own but the second."""
    own = departments()
    described = tuple(replace(each, words=()) for each in own)
    customers = tuple(_customers())
    yield Trial("ten trades", described, customers)
    yield Trial("ten trades, with words", own, customers)
    later = (HERE / "later" / "customers.txt").read_text(encoding="utf-8")
    yield Trial("written last", described, tuple(replace(said, parts=1) for said in _lines(later)))
    yield from _others()
    yield Trial("bank questions", described, tuple(_questions(QUESTIONS)))
    yield Trial("bank, nine desks", _named(DESKS), tuple(_questions(DESK_INTENTS)))
    complaints = tuple(
        Said(row["text"], (PRODUCTS[row["label"]],), ASIDE_OF_COMPLAINTS)
        for row in rows("complaints.jsonl")
        if row["label"] in PRODUCTS
    )
    yield Trial("complaints, nine products", _named(NINE), complaints)
    yield Trial("complaints, in few words", _named(NINE_SHORT), complaints)
    unread = (HERE / "unread" / "complaints.txt").read_text(encoding="utf-8")
    yield Trial("complaints, unread", _named(NINE), tuple(replace(said, parts=1) for said in _lines(unread)))


def _customers() -> Iterator[Said]:
    for path in sorted((HERE / "customers").glob("*.txt")):
        yield from _lines(path.read_text(encoding="utf-8"))


def _lines(text: str) -> Iterator[Said]:
    for line in text.strip().splitlines():
        keys, _, said = line.partition(": ")
        yield Said(said, tuple(SHORT.get(key.strip(), key.strip()) for key in keys.split(",")))


def _others() -> Iterator[Trial]:
    for file, parts in (("sets", 2), ("unread", 1)):
        table = tomllib.loads((HERE / "others" / f"{file}.toml").read_text(encoding="utf-8"))
        for name, each in table.items():
            said = tuple(replace(one, parts=parts) for one in _lines(each["said"]))
            yield Trial(name, _named(each["departments"]), said)


def _named(table: list[list[str]]) -> tuple[DepartmentWords, ...]:
    return tuple(DepartmentWords(key, name, description) for key, name, description in table)


def _questions(intents: dict[str, str]) -> Iterator[Said]:
    known = {intent: tuple(keys.split(",")) for keys, names in intents.items() for intent in names.split()}
    for row in rows("banking77.jsonl"):
        if row["label"] in known:
            yield Said(row["text"], known[row["label"]])


QUESTIONS = {
    "security": "lost_or_stolen_card compromised_card card_payment_not_recognised cash_withdrawal_not_recognised "
    "lost_or_stolen_phone verify_my_identity unable_to_verify_identity why_verify_identity passcode_forgotten",
    "security,finance": "direct_debit_payment_not_recognised verify_source_of_funds",
    "security,customer_service": "pin_blocked change_pin",
    "finance": "transaction_charged_twice card_payment_fee_charged cash_withdrawal_charge transfer_fee_charged "
    "top_up_by_card_charge top_up_by_bank_transfer_charge exchange_charge exchange_rate "
    "card_payment_wrong_exchange_rate wrong_exchange_rate_for_cash_withdrawal extra_charge_on_statement request_refund "
    "Refund_not_showing_up pending_card_payment pending_transfer pending_cash_withdrawal declined_card_payment "
    "declined_transfer "
    "failed_transfer wrong_amount_of_cash_received balance_not_updated_after_bank_transfer transfer_timing "
    "balance_not_updated_after_cheque_or_cash_deposit transfer_not_received_by_recipient reverted_card_payment?",
    "customer_service": "card_arrival card_delivery_estimate activate_my_card edit_personal_details terminate_account",
    "customer_service,product": "card_not_working contactless_not_working virtual_card_not_working card_swallowed",
    "product": "apple_pay_or_google_pay",
}
DESKS = [
    ["cards", "Cards", "Ordering, activating and delivering cards, and cards that do not work."],
    ["transfers", "Transfers", "Sending money to others and receiving it."],
    ["top_up", "Top-ups", "Adding money to the account."],
    ["cash", "Cash and ATMs", "Withdrawals and cash machines."],
    ["currency", "Exchange", "Currencies and exchange rates."],
    ["identity", "Verification", "Proof of identity and where money comes from."],
    ["fraud", "Fraud", "Lost or stolen cards and phones, payments that the customer does not recognise."],
    ["refunds", "Refunds and disputes", "Money back, and payments that were taken twice."],
    ["access", "Access", "PIN, passcode and personal details."],
]
DESK_INTENTS = {
    "cards": "card_arrival card_delivery_estimate activate_my_card order_physical_card card_not_working "
    "card_about_to_expire getting_spare_card contactless_not_working virtual_card_not_working getting_virtual_card",
    "transfers": "pending_transfer declined_transfer failed_transfer transfer_timing cancel_transfer receiving_money "
    "transfer_not_received_by_recipient beneficiary_not_allowed transfer_fee_charged",
    "top_up": "top_up_failed pending_top_up top_up_reverted automatic_top_up top_up_limits topping_up_by_card "
    "top_up_by_cash_or_cheque verify_top_up top_up_by_card_charge top_up_by_bank_transfer_charge",
    "cash": "declined_cash_withdrawal pending_cash_withdrawal wrong_amount_of_cash_received atm_support "
    "cash_withdrawal_charge card_swallowed",
    "currency": "exchange_rate exchange_charge exchange_via_app fiat_currency_support card_payment_wrong_exchange_rate "
    "wrong_exchange_rate_for_cash_withdrawal",
    "identity": "verify_my_identity unable_to_verify_identity why_verify_identity verify_source_of_funds",
    "fraud": "lost_or_stolen_card lost_or_stolen_phone compromised_card card_payment_not_recognised "
    "cash_withdrawal_not_recognised direct_debit_payment_not_recognised",
    "refunds": "request_refund Refund_not_showing_up transaction_charged_twice",
    "access": "pin_blocked change_pin passcode_forgotten edit_personal_details",
}
PRODUCTS = {
    "Debt collection": "debts",
    "Mortgage": "mortgages",
    "Credit reporting": "reports",
    "Credit card": "cards",
    "Bank account or service": "accounts",
    "Student loan": "students",
    "Consumer Loan": "loans",
    "Payday loan": "payday",
    "Money transfers": "transfers",
}
NINE = [
    [
        "debts",
        "Debt collection",
        "Collectors and collection agencies: calls, letters, threats, debts that are not owed or paid.",
    ],
    [
        "mortgages",
        "Mortgages",
        "Home loans: applications, payments, escrow, servicing, refinancing, modification, foreclosure.",
    ],
    [
        "reports",
        "Credit reporting",
        "Credit reports and scores: wrong entries, disputes with the bureaus, inquiries, mixed files.",
    ],
    [
        "cards",
        "Credit cards",
        "Credit card accounts: charges, interest, fees, limits, rewards, disputes with merchants.",
    ],
    [
        "accounts",
        "Bank accounts",
        "Checking and savings accounts: deposits, withdrawals, overdrafts, debit cards, account closing.",
    ],
    ["students", "Student loans", "Loans for college: repayment plans, servicers, forbearance, forgiveness."],
    ["loans", "Vehicle and consumer loans", "Car loans and leases, instalment and personal loans, repossession."],
    ["payday", "Payday loans", "Short-term loans with high interest, from lenders in shops and online."],
    ["transfers", "Money transfers", "Sending money to others, at home and abroad, wires, apps, lost transfers."],
]
NINE_SHORT = [
    ["debts", "Collections", "Debts that are being collected."],
    ["mortgages", "Home lending", "Mortgages."],
    ["reports", "Bureau desk", "Credit reports and scores."],
    ["cards", "Cards", "Credit cards."],
    ["accounts", "Everyday banking", "Checking and savings."],
    ["students", "Education finance", "Student loans."],
    ["loans", "Auto and personal loans", "Loans for cars and other purchases."],
    ["payday", "Short-term credit", "Payday loans."],
    ["transfers", "Remittances", "Money sent from person to person."],
]
