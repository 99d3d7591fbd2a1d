"""Words of several senses: the topics of each sense, and the neighbours by which it is known."""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.english.stems import stem

Sense = tuple[tuple[str, ...], frozenset[str]]

_SENSES = """
leak
  data leaks, hacked accounts, vulnerabilities, fraud and scams, privacy and data rights: data password email
    information info detail database online internet web site document photo record customer name address list card
    number personal salary source code breach hacker account login published
  devices and hardware, facilities, field service, quality, energy and water, delivery, warehouse and stock, safety:
    kettle water pipe roof ceiling tap oil bottle tank fridge dishwasher machine hose valve boiler radiator toilet
    sink shower gas battery acid lid cup mug carton boat tent window nappy diaper pen shampoo container floor
    kitchen coffee milk seal drain soup bag cooler flask
crash
  software defects, outages, performance, games and play: app site website browser phone laptop computer game update
    screen server system program tablet checkout login page
  drivers and rides, car service, vehicle loans, safety, law, insurance claims: car driver road truck bike lorry
    motorway van parked bumper
virus
  vulnerabilities, hacked accounts, fraud and scams: computer laptop email link file download antivirus attachment
    malware
  health care, pharmacy, safety, kitchen and food: sick flu patient child fever covid ill doctor nurse
bug
  software defects, feature wishes: app software update code website feature version screen page
  housekeeping, kitchen and food, facilities: bed room food salad soup hotel kitchen mattress rice flour bite
    lettuce
charge
  billing, credit cards, payments, refunds, bank accounts: card account bill fee dollar euro pound twice month paid
    refund money extra price
  devices and hardware, car service: battery phone cable charger plug usb laptop toothbrush watch overnight vacuum
    ev station
server
  outages, software defects, performance, integrations and api: site error login website email outage request app
    api data game
  restaurant service, kitchen and food, staff conduct: table food waiter restaurant drink tip meal dinner lunch
cookie
  privacy and data rights: site website consent browser banner track page
  kitchen and food, quality: chocolate eat taste baked bakery stale box milk crumbs oat
tablet
  pharmacy, health care: pharmacy doctor dose pain swallow prescription medicine mg pill
  devices and hardware, software defects: screen app battery ipad pen case
press
  press: journalist release office article story news reporter conference freedom
  devices and hardware, usability and design, software defects: button key switch twice long red power
fire
  safety, energy and water: smoke burn flame caught kettle battery socket alarm
  staff conduct, hiring, pay and benefits: manager employee job boss wrongly contract unfair
"""


@lru_cache(maxsize=1)
def senses() -> dict[str, tuple[Sense, ...]]:
    """The senses of each ambiguous stem."""
    found: dict[str, list[Sense]] = {}
    word, line = "", ""
    for row in [*_SENSES.strip().splitlines(), "end"]:
        if row.startswith("    "):
            line += " " + row.strip()
            continue
        if line:
            topics, _, neighbours = line.partition(": ")
            named = tuple(topic.strip() for topic in topics.split(","))
            found[word].append((named, frozenset(stem(each) for each in neighbours.split())))
            line = ""
        if row.startswith("  "):
            line = row.strip()
        else:
            word = stem(row.strip())
            found[word] = []
    return {each: tuple(rows) for each, rows in found.items() if rows}
