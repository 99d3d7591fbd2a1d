"""How time zones are written in English: abbreviations, cities and countries, "my time"."""

from __future__ import annotations

from bot.understanding.patterns import word_set

ZONES = {
    word: zone
    for words, zone in (
        ("pt pst pdt pacific", "America/Los_Angeles"),
        ("mt mst mdt mountain", "America/Denver"),
        ("ct cst cdt central", "America/Chicago"),
        ("et est edt eastern", "America/New_York"),
        ("akst akdt", "America/Anchorage"),
        ("hst", "Pacific/Honolulu"),
        ("utc gmt zulu z", "UTC"),
        ("bst", "Europe/London"),
        ("wet west", "Europe/Lisbon"),
        ("cet cest", "Europe/Paris"),
        ("eet eest", "Europe/Athens"),
        ("msk", "Europe/Moscow"),
        ("ist", "Asia/Kolkata"),
        ("pkt", "Asia/Karachi"),
        ("gst", "Asia/Dubai"),
        ("sgt", "Asia/Singapore"),
        ("hkt", "Asia/Hong_Kong"),
        ("jst", "Asia/Tokyo"),
        ("kst", "Asia/Seoul"),
        ("awst", "Australia/Perth"),
        ("acst acdt", "Australia/Adelaide"),
        ("aest aedt aet", "Australia/Sydney"),
        ("nzst nzdt nzt", "Pacific/Auckland"),
        ("brt", "America/Sao_Paulo"),
        ("art", "America/Argentina/Buenos_Aires"),
        ("sast", "Africa/Johannesburg"),
        ("wat", "Africa/Lagos"),
        ("eat", "Africa/Nairobi"),
    )
    for word in words.split()
}
ZONES_THAT_ARE_WORDS = frozenset(
    {
        "pacific",
        "mountain",
        "central",
        "eastern",
        "art",
        "west",
        "wet",
        "wat",
        "eat",
        "et",
        "z",
        "ist",
        "pt",
        "ct",
        "mt",
    }
)
ZONES_AFTER_A_CLOCK = frozenset({"pacific", "mountain", "central", "eastern", "et", "pt", "ct", "mt", "ist"})
ZONE_TAILS = word_set("standard daylight summer time")
OWN_ZONES = (("my", "time"), ("our", "time"), ("your", "time"), ("local", "time"), ("here",))
CITIES = {
    city: zone
    for cities, zone in (
        ("london, uk, england, edinburgh, manchester", "Europe/London"),
        ("dublin, ireland", "Europe/Dublin"),
        ("lisbon, portugal", "Europe/Lisbon"),
        ("paris, france", "Europe/Paris"),
        ("berlin, munich, hamburg, frankfurt, germany, german", "Europe/Berlin"),
        ("amsterdam", "Europe/Amsterdam"),
        ("brussels", "Europe/Brussels"),
        ("madrid, barcelona, spain", "Europe/Madrid"),
        ("rome, milan, italy", "Europe/Rome"),
        ("zurich, geneva", "Europe/Zurich"),
        ("vienna", "Europe/Vienna"),
        ("prague", "Europe/Prague"),
        ("copenhagen", "Europe/Copenhagen"),
        ("oslo", "Europe/Oslo"),
        ("stockholm", "Europe/Stockholm"),
        ("helsinki", "Europe/Helsinki"),
        ("warsaw", "Europe/Warsaw"),
        ("athens", "Europe/Athens"),
        ("kyiv, kiev", "Europe/Kyiv"),
        ("istanbul", "Europe/Istanbul"),
        ("moscow", "Europe/Moscow"),
        ("tel aviv, israel", "Asia/Jerusalem"),
        ("dubai", "Asia/Dubai"),
        ("mumbai, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, pune, kolkata, india", "Asia/Kolkata"),
        ("singapore", "Asia/Singapore"),
        ("manila", "Asia/Manila"),
        ("hong kong, hk", "Asia/Hong_Kong"),
        ("shanghai, beijing, china", "Asia/Shanghai"),
        ("tokyo, japan", "Asia/Tokyo"),
        ("seoul", "Asia/Seoul"),
        ("sydney", "Australia/Sydney"),
        ("melbourne", "Australia/Melbourne"),
        ("brisbane", "Australia/Brisbane"),
        ("perth", "Australia/Perth"),
        ("auckland", "Pacific/Auckland"),
        ("new york, ny, nyc, boston, atlanta, miami, us eastern", "America/New_York"),
        ("toronto", "America/Toronto"),
        ("chicago, texas, austin, dallas, houston, us central", "America/Chicago"),
        ("denver, us mountain", "America/Denver"),
        ("san francisco, sf, seattle, california, los angeles, la, portland, us pacific", "America/Los_Angeles"),
        ("vancouver", "America/Vancouver"),
        ("mexico city", "America/Mexico_City"),
        ("sao paulo, são paulo, brazil", "America/Sao_Paulo"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("johannesburg, cape town", "Africa/Johannesburg"),
        ("lagos", "Africa/Lagos"),
        ("nairobi", "Africa/Nairobi"),
        ("cairo", "Africa/Cairo"),
    )
    for city in cities.split(", ")
}
