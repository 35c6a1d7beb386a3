"""Made-up places and people for the corpus: as many as it takes, no two alike."""

from dataclasses import dataclass
from itertools import product

_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

_PLACE_STARTS = (
    "Kladde", "Prøve", "Skitse", "Udkast", "Tænke", "Mønster", "Forlægs", "Notat", "Øvelses",
    "Kopi", "Model", "Ramme", "Linje", "Punkt", "Blad", "Bogstav", "Komma", "Kolon", "Margin",
    "Overskrift", "Fodnote", "Register", "Bilags", "Kapitel", "Afsnits", "Ordliste", "Citat",
    "Spalte", "Tegne", "Farve", "Pensel", "Blæk",
)  # fmt: skip
_PLACE_ENDS = (
    "by", "lund", "dal", "ådal", "næs", "holm", "høj", "skov", "mose", "bæk", "eng", "bjerg",
    "strand", "vig", "sø", "hede", "mark", "rød", "torp", "lev", "bro", "kær", "kilde", "sund",
)  # fmt: skip
_FIRST_NAMES = (
    "Agnes", "Birk", "Carla", "Dagny", "Ebbe", "Frida", "Gorm", "Hedda", "Ivar", "Jytte", "Kaj",
    "Lis", "Magne", "Nora", "Otto", "Petra", "Rikke", "Sigurd", "Tove", "Ulrik", "Vera", "Ylva",
    "Æske", "Ørnulf", "Åge", "Asta", "Bjarke", "Dorte", "Esben", "Fie", "Gitte", "Holger", "Inge",
    "Jorun", "Knud", "Laust", "Mette", "Niels", "Oda", "Poul",
)  # fmt: skip
_LAST_NAMES = (
    "Påhit", "Opspind", "Eventyr", "Fabel", "Drømmer", "Luftkastel", "Indfald", "Gætværk",
    "Hypotese", "Variant", "Stikprøve", "Tilfælde", "Kulisse", "Statist", "Rollespil", "Sagn",
    "Anekdote", "Gåde", "Fortælling", "Digter", "Staffage", "Dublet", "Efterligning", "Genpart",
    "Papirmåne", "Legetøj", "Kulør", "Skygge", "Spejling", "Ekko", "Miniature", "Silhuet",
    "Tankestreg", "Parentes", "Udråbstegn", "Semikolon", "Accent", "Apostrof", "Cirkumfleks",
    "Bindestreg",
)  # fmt: skip


@dataclass(frozen=True)
class Name:
    """A name and the id that it gives."""

    id: str
    text: str


def slug(text: str) -> str:
    """Return a name as an id: lower case, hyphens, æøå in two letters."""
    return text.lower().translate(_FOLDED).replace(" ", "-")


def places(count: int) -> list[Name]:
    """Return places, no two alike."""
    return _numbered([start + end for end, start in product(_PLACE_ENDS, _PLACE_STARTS)], count)


def people(count: int) -> list[Name]:
    """Return people, no two alike; neighbours in the list share no name."""
    size = len(_FIRST_NAMES)
    pairs = [
        f"{_FIRST_NAMES[at]} {_LAST_NAMES[(at + turn) % size]}"
        for turn in range(size)
        for at in range(size)
    ]
    return _numbered(pairs, count)


def _numbered(texts: list[str], count: int) -> list[Name]:
    """Return so many names; when the texts are used up they come again with a name more."""
    found: list[Name] = []
    turn = 0
    while len(found) < count:
        extra = "" if not turn else " " + _LAST_NAMES[turn - 1]
        found += [Name(slug(text + extra), text + extra) for text in texts[: count - len(found)]]
        turn += 1
    return found
