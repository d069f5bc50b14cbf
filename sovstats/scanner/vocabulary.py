"""Words that may stand next to a number, as data: units, months, references, signs."""

from __future__ import annotations

UNIT_WORDS: tuple[str, ...] = tuple(
    word.replace("_", " ")
    for word in """
    % ‰ ° per_cent percent per_cents pct p.c. percentage_point percentage_points
    times fold degree degrees
    ruble rubles rouble roubles kopeck kopecks kopek kopeks chervonetz chervontzi
    chervonets chervontsi dollar dollars cent cents franc francs mark marks
    reichsmark reichsmarks pound pounds sterling shilling shillings penny pence guinea
    guineas crown crowns lira lire yen rupee rupees peso pesos zloty zlotys florin
    florins guilder guilders krona kronor euro euros
    ton tons tonne tonnes pood poods pud puds hundredweight hundredweights cwt
    centner centners quintal quintals kilogram kilograms kilogramme kilogrammes kilo
    kilos kg kgs gram grams gramme grammes lb lbs ibs ounce ounces oz stone carat carats
    kilometre kilometres kilometer kilometers km kms metre metres meter meters
    centimetre centimetres centimeter centimeters cm millimetre millimetres millimeter
    millimeters mm mile miles yard yards foot feet ft inch inches verst versts
    arshin arshins
    hectare hectares ha acre acres desyatin desyatins dessiatine dessiatines
    dessiatin dessiatins
    litre litres liter liters gallon gallons barrel barrels bushel bushels pint pints
    hectolitre hectolitres bale bales vedro vedros
    kilowatt kilowatts kw megawatt megawatts mw watt watts volt volts
    kilowatt_hour kilowatt_hours kwh horsepower horse-power h.p. hp calorie calories
    seconds minute minutes hour hours day days night nights week weeks fortnight
    fortnights month months year years decade decades century
    centuries millennium millennia man-day man-days man-hour man-hours
    pair pairs head
    """.split()
)
"""Units that belong to the span of a number that stands next to them."""

SHORT_UNITS: tuple[str, ...] = ("m", "g", "t", "l", "h", "s", "d", "v", "w")
"""Units of one letter, which count only after digits that they touch."""

UNIT_ADJECTIVES: tuple[str, ...] = tuple(
    "gold silver paper chervonets metric long short square cubic sq cu full whole "
    "running working calendar current convertible foreign".split()
)
"""Words that may stand between a number and its unit."""

TIME_UNITS: frozenset[str] = frozenset(
    "second minute hour day night week fortnight month quarter year decade century "
    "millennium man-day man-hour".split()
)

UNIT_ALONE: tuple[str, ...] = tuple(
    "year month week day hour minute decade century pair mile pound ton tonne "
    "pood hectare acre kilometre kilometer metre meter dozen million "
    "billion".split()
)
"""Units that state one of themselves in ``a year and a half`` or ``a year or two``."""

MONTHS: tuple[str, ...] = tuple(
    "January February March April May June July August September October November "
    "December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)

REFERENCE_WORDS: frozenset[str] = frozenset(
    "chapter chapters chap ch chs part parts volume volumes vol vols book books page "
    "pages p pp no nos number numbers nr № article articles art section sections sec "
    "sect § §§ paragraph paragraphs para figure fig figs table tables note notes "
    "footnote footnotes fn line lines act appendix plate map clause verse issue item "
    "edition session letter order decree protocol".split()
)
"""Words that name the place or piece which a number after them picks out."""

ROMAN_AFTER: tuple[str, ...] = tuple(
    "chapter chapters chap ch part parts volume volumes vol vols book books act scene "
    "section sections sec article table figure fig appendix plate canto psalm no page "
    "p pp title stage phase class category war".split()
)
"""Words after which Roman numerals are read."""

ROMAN_BEFORE: tuple[str, ...] = tuple(
    "congress party plenum century international conference session corps".split()
)
"""Words in front of which Roman numerals are read."""

CURRENCY_SIGNS = "$£€¥₽₤₣"
