"""The unit that a printed number probably has, from the unit word printed with it.

A guess is a proposal for a reader. Where the word may mean two things, or means what
the dataset does not define, the note of the row says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from sovstats.scanner import Mention, vocabulary

COUNT, PLAIN = "count", "dimensionless"

_REGULAR = ("mile", "acre", "minute", "week", "month", "year", "decade")
_UNITS = {
    "percent": "% per_cent per_cents percent pct p.c. percentage_point "
    "percentage_points",
    "permille": "‰",
    PLAIN: "times fold",
    "degree": "° degree degrees",
    COUNT: "pair pairs",
    "head": "head",
    "ruble": "ruble rubles rouble roubles ₽",
    "chervonets": "chervonetz chervontzi chervonets chervontsi",
    "dollar": "dollar dollars $",
    "franc": "franc francs ₣",
    "mark": "mark marks reichsmark reichsmarks",
    "pound_sterling": "sterling £",
    "tonne": "ton tons tonne tonnes t",
    "pood": "pood poods pud puds",
    "hundredweight": "hundredweight hundredweights cwt centner centners quintal "
    "quintals",
    "kilogram": "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs",
    "gram": "gram grams gramme grammes g",
    "pound": "pound pounds lb lbs ibs",
    "kilometre": "kilometre kilometres kilometer kilometers km kms",
    "metre": "metre metres meter meters m",
    "hectare": "hectare hectares ha",
    "kilowatt": "kilowatt kilowatts kw",
    "watt": "watt watts w",
    "kilowatt_hour": "kilowatt_hour kilowatt_hours kwh",
    "horsepower": "horsepower horse-power h.p. hp",
    "second": "second seconds s",
    "hour": "hour hours h",
    "day": "day days d",
    "century": "century centuries",
} | {name: f"{name} {name}s" for name in _REGULAR}
NAMES: dict[str, str] = {
    word.replace("_", " "): unit
    for unit, words in _UNITS.items()
    for word in words.split()
}
"""The unit of each printed word; what is missing here, no unit of the package means."""

_WEIGHT = "weight is guessed; pound_sterling if it is money"
_METRIC = "units.txt has that of 100 kg; the British one is 50.8 kg"
_POINTS = "percentage points, no per cent of anything"
DOUBTS = dict.fromkeys(("pound", "pounds"), _WEIGHT)
DOUBTS |= dict.fromkeys(("hundredweight", "hundredweights", "cwt"), _METRIC)
DOUBTS |= dict.fromkeys(("percentage point", "percentage points"), _POINTS)
"""What a reader must look at, by printed word."""

_SQUARE, _CUBIC = ("square", 2), ("cubic", 3)
_POWERS = {"square": _SQUARE, "sq": _SQUARE, "cubic": _CUBIC, "cu": _CUBIC}
_LENGTHS = frozenset(("metre", "kilometre", "mile"))


def _any_of(words: Collection[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s\-]+") for word in longest)


_PRINTED = {*vocabulary.UNIT_WORDS, *vocabulary.SHORT_UNITS}
_WORD = re.compile(
    rf"(?<![^\W\d_])(?:(?P<adjective>{_any_of(vocabulary.UNIT_ADJECTIVES)})\.?[\s\-]+)?"
    rf"(?P<word>{_any_of(_PRINTED)})(?![^\W\d_])"
)
_SIGN = re.compile(f"[{vocabulary.CURRENCY_SIGNS}]")
_STERLING = re.compile(r"\s+sterling\b", re.IGNORECASE)


@dataclass(frozen=True)
class Guess:
    """A guessed unit.

    Attributes
    ----------
    unit
        Its name, such as ``tonne`` or ``kilometre**2``.
    label
        The same as a part of a name: ``square_kilometre``.
    note
        What a reader must look at; empty where nothing is in doubt.
    """

    unit: str
    label: str
    note: str = ""


def guess_unit(mention: Mention, after: str, known: Collection[str]) -> Guess:
    """Return the unit that a mention probably has.

    Parameters
    ----------
    mention
        The mention; the last unit word in what it prints decides, since a compound
        duration is a number of its finer unit. A money sign goes before any word.
    after
        The characters after it, in which ``sterling`` is looked for.
    known
        The names of the units of the dataset.

    Returns
    -------
    Guess
        Without a unit word ``count``; ``dimensionless`` for a fraction, a multiple, a
        ratio, a rank, and where the dataset has no ``count``. Never ``ton``, which is
        ambiguous: a printed ton is taken for a tonne.
    """
    if mention.kind in ("ratio", "rank", "multiple"):
        return Guess(PLAIN, PLAIN)
    is_count = mention.kind != "fraction" and COUNT in known
    bare = COUNT if is_count else PLAIN
    printed, adjective, word = _unit_word(mention.printed.lower(), after)
    if not word:
        return Guess(bare, bare)
    guess = _meaning(adjective, word, known)
    if guess and (guess.unit.partition("*")[0] in known or guess.unit == PLAIN):
        return guess
    note = f"the unit is printed as '{printed}'; define it in units.txt and write it"
    return Guess(bare, bare, note)


def _unit_word(printed: str, after: str) -> tuple[str, str, str]:
    """Return the unit that a mention prints: whole, its adjective and its word."""
    sign = _SIGN.search(printed)
    if sign:
        return sign[0], "", sign[0]
    # A compound duration is a number of its last, finest unit.
    every = list(_WORD.finditer(printed))
    if not every:
        return "", "", ""
    found = every[-1]
    word = found["word"]
    if word not in NAMES:
        word = re.sub(r"[\s\-]+", " ", word)
    if word.startswith("pound") and _STERLING.match(after):
        word = "sterling"
    return found[0], found["adjective"] or "", word


def _meaning(adjective: str, word: str, known: Collection[str]) -> Guess | None:
    """Return the unit that an adjective and a word mean, if there is one.

    A word that the package does not know means the unit of its own name that a dataset
    may have defined.
    """
    own = word.replace(" ", "_").replace("-", "_")
    named = (name for name in (own, own.removesuffix("s")) if name in known)
    unit = NAMES.get(word) or next(named, None)
    if unit is None or (unit == "tonne" and adjective in ("long", "short")):
        return None
    if adjective == "gold" and unit == "ruble":
        unit = "gold_ruble"
    if adjective not in _POWERS:
        return Guess(unit, unit, DOUBTS.get(word, ""))
    if unit not in _LENGTHS:
        return None
    shape, power = _POWERS[adjective]
    return Guess(f"{unit}**{power}", f"{shape}_{unit}")
