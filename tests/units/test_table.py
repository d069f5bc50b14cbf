"""Units: exact factors from units.txt, and agreement with pint on every expression."""

from __future__ import annotations

from fractions import Fraction as F
from pathlib import Path
from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sovstats.errors import SovstatsError, UnitError
from sovstats.units import ONE, Dimension, Unit, Units
from sovstats.units.definitions import load_registry, unit_factors

# A busy machine is no failure; what must be fast says so in its own test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

PATH = Path(__file__).parents[2] / "data" / "raw" / "units.txt"
ROWS = unit_factors(PATH)
UNITS = Units(ROWS)

HOUR = 3600
DAY = 24 * HOUR
YEAR = F(36525, 100) * DAY  # 365.25 days
FOOT = F(3048, 10000)  # of a metre, by the international definition of 1959
YARD = 3 * FOOT

BY_HAND: dict[str, tuple[F | int, str]] = {
    "dimensionless": (1, "dimensionless"),
    "percent": (F(1, 100), "dimensionless"),
    "permille": (F(1, 1000), "dimensionless"),
    "dozen": (12, "dimensionless"),
    "score": (20, "dimensionless"),
    "hundred": (100, "dimensionless"),
    "thousand": (10**3, "dimensionless"),
    "million": (10**6, "dimensionless"),
    "milliard": (10**9, "dimensionless"),
    "billion": (10**9, "dimensionless"),
    "trillion": (10**12, "dimensionless"),
    "person": (1, "person"),
    "head": (1, "animal"),
    "farm": (1, "farm"),
    "vehicle": (1, "vehicle"),
    "count": (1, "count"),
    "thousand_person": (10**3, "person"),
    "ten_thousand_person": (10**4, "person"),
    "second": (1, "time"),
    "minute": (60, "time"),
    "hour": (HOUR, "time"),
    "day": (DAY, "time"),
    "week": (7 * DAY, "time"),
    "month": (YEAR / 12, "time"),
    "year": (YEAR, "time"),
    "decade": (10 * YEAR, "time"),
    "century": (100 * YEAR, "time"),
    "metre": (1, "length"),
    "meter": (1, "length"),
    "kilometre": (1000, "length"),
    "kilometer": (1000, "length"),
    "mile": (1760 * YARD, "length"),
    "hectare": (100 * 100, "length**2"),
    "acre": (4840 * YARD**2, "length**2"),
    "kilogram": (1, "mass"),
    "gram": (F(1, 1000), "mass"),
    "tonne": (1000, "mass"),
    # The Russian tsentner, neither the British 50.8 nor the American 45.4.
    "hundredweight": (100, "mass"),
    "centner": (100, "mass"),
    "pood": (F("16.38"), "mass"),
    "pound": (F("0.45359237"), "mass"),
    "watt": (1, "length**2*mass/time**3"),
    "kilowatt": (1000, "length**2*mass/time**3"),
    "kilowatt_hour": (1000 * HOUR, "length**2*mass/time**2"),
    "gigawatt_hour": (10**9 * HOUR, "length**2*mass/time**2"),
    "terawatt_hour": (10**12 * HOUR, "length**2*mass/time**2"),
    "ruble": (1, "ruble"),
    "chervonets": (10, "ruble"),
    "gold_ruble": (1, "gold_ruble"),
    "franc": (1, "franc"),
    "dollar": (1, "dollar"),
    "mark": (1, "mark"),
    "pound_sterling": (1, "pound_sterling"),
    "national_currency": (1, "national_currency"),
    "degree": (1, "angle"),
}


# -- the table -------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(BY_HAND))
def test_a_factor_is_the_one_worked_out_by_hand(name: str) -> None:
    factor, dimension = BY_HAND[name]
    assert UNITS.parse(name) == Unit(F(factor), Dimension.parse(dimension))
    assert str(UNITS[name].dimension) == dimension


def test_a_horsepower_is_the_metric_one() -> None:
    """75 kilograms lifted by a metre in a second; units.txt may round it to 735.5 W."""
    exact = 75 * F("9.80665")
    assert abs(UNITS["horsepower"].factor / exact - 1) < F(1, 10**5)
    assert UNITS["horsepower"].dimension == UNITS["watt"].dimension


def test_every_unit_of_the_file_is_checked_by_hand() -> None:
    assert UNITS.names == {*BY_HAND, "horsepower"}


def test_the_table_is_sorted_exact_text() -> None:
    names = [row["name"] for row in ROWS]
    assert names == sorted(set(names))
    pood = next(row for row in ROWS if row["name"] == "pood")
    assert pood == {"name": "pood", "factor": "819/50", "dimension": "mass"}
    for row in ROWS:
        assert set(row) == {"name", "factor", "dimension"}
        assert str(F(row["factor"])) == row["factor"]


def test_currencies_meet_in_no_dimension() -> None:
    money = ["ruble", "gold_ruble", "franc", "dollar", "mark"]
    money += ["pound_sterling", "national_currency"]
    assert len({UNITS[name].dimension for name in money}) == len(money)
    counted = ["person", "head", "farm", "vehicle", "count"]
    assert len({UNITS[name].dimension for name in counted}) == len(counted)


# -- expressions -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "factor", "dimension"),
    [
        # 1,000 metres for 10,000 people
        ("kilometre/ten_thousand_person", F(1, 10), "length/person"),
        ("vehicle/thousand_person", F(1, 1000), "vehicle/person"),
        ("billion * ruble", 10**9, "ruble"),
        ("hundredweight/hectare", F(1, 100), "mass/length**2"),
        ("metre ** 2", 1, "length**2"),
        ("kilometre**3", 10**9, "length**3"),
        ("1/year", F(1, 31557600), "1/time"),
        ("ruble/(tonne*kilometre)", F(1, 10**6), "ruble/length/mass"),
        ("ruble/tonne/kilometre", F(1, 10**6), "ruble/length/mass"),
        ("(metre/second)**2", 1, "length**2/time**2"),
        ("million*percent", 10**4, "dimensionless"),
        ("person/head", 1, "person/animal"),
        ("tonne/tonne", 1, "dimensionless"),
        ("  pood\t", F(819, 50), "mass"),
    ],
)
def test_compound_units_worked_out_by_hand(
    expression: str, factor: F, dimension: str
) -> None:
    unit = UNITS.parse(expression)
    assert unit.factor == factor
    assert str(unit.dimension) == dimension
    assert UNITS.parse(expression) == unit


NAMES = st.sampled_from(sorted(UNITS.names - {"dimensionless"}))


@st.composite
def expressions(draw: st.DrawFn, depth: int = 2) -> str:
    """Draw unit expressions with powers and brackets."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.integers(0, 3)) == 0:
            part = f"({draw(expressions(depth - 1))})"
        else:
            part = draw(NAMES)
        power = draw(st.integers(1, 4))
        parts.append(f"{part}**{power}" if power > 1 else part)
        parts.append(draw(st.sampled_from(["*", "/", " * ", " / "])))
    return "".join(parts[:-1])


@given(expressions())
def test_pint_agrees_on_every_expression(expression: str) -> None:
    assume(len(expression) <= 120)
    try:
        ours = UNITS.parse(expression)
    except UnitError as error:
        assert error.reason == "its factor has too many digits"
        return
    registry = load_registry(PATH)
    theirs = registry.Quantity(F(1), registry.parse_units(expression)).to_root_units()
    assert ours.factor == theirs.magnitude
    powers = {k.strip("[]"): v for k, v in theirs.dimensionality.items()}
    assert dict(ours.dimension.powers) == powers


@given(expressions(), expressions())
def test_joining_expressions_joins_units(one: str, two: str) -> None:
    assume(len(one) + len(two) < 110)
    try:
        first, second = UNITS.parse(one), UNITS.parse(two)
    except UnitError:
        return
    assert UNITS.parse(f"({one})*({two})") == first * second
    assert UNITS.parse(f"({one})/({two})") == first / second
    assert (first * second) / second == first
    assert first / first == ONE


# -- dimensions ------------------------------------------------------------------------

POWERS = st.dictionaries(
    st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True).filter(
        lambda name: name != "dimensionless"
    ),
    st.integers(-6, 6),
    max_size=5,
)


@given(POWERS)
def test_a_dimension_comes_back_from_its_text(powers: dict[str, int]) -> None:
    dimension = Dimension.of(powers)
    assert Dimension.parse(str(dimension)) == dimension


@given(POWERS, POWERS, st.integers(1, 4))
def test_dimensions_add_and_subtract_powers(
    one: dict[str, int], two: dict[str, int], power: int
) -> None:
    first, second = Dimension.of(one), Dimension.of(two)
    product = {n: one.get(n, 0) + two.get(n, 0) for n in one.keys() | two.keys()}
    quotient = {n: one.get(n, 0) - two.get(n, 0) for n in one.keys() | two.keys()}
    assert first * second == Dimension.of(product)
    assert first / second == Dimension.of(quotient)
    assert first**power == Dimension.of({n: p * power for n, p in one.items()})
    assert hash(first * second) == hash(second * first)


@pytest.mark.parametrize(
    ("powers", "text"),
    [
        ({}, "dimensionless"),
        ({"mass": 0}, "dimensionless"),
        ({"mass": 1}, "mass"),
        ({"mass": 1, "length": -2}, "mass/length**2"),
        ({"time": -1}, "1/time"),
        ({"time": -1, "mass": -2}, "1/mass**2/time"),
        ({"time": 2, "mass": 1}, "mass*time**2"),
    ],
)
def test_a_dimension_is_written_in_one_way(powers: dict[str, int], text: str) -> None:
    assert str(Dimension.of(powers)) == text
    assert Dimension.parse(text) == Dimension.of(powers)


# -- refusals --------------------------------------------------------------------------


@pytest.mark.parametrize("expression", ["ton", "ruble/ton", "tons", "million*ton"])
def test_a_ton_is_refused_with_a_sentence_of_its_own(expression: str) -> None:
    with pytest.raises(UnitError) as caught:
        UNITS.parse(expression)
    assert str(caught.value) == (
        f"cannot use the unit '{expression}': 'ton' is ambiguous (short, long or "
        "metric); write 'tonne' if it is 1,000 kg"
    )


@pytest.mark.parametrize(
    ("name", "close"),
    [
        ("tonnes", "tonne"),
        ("rubel", "ruble"),
        ("hectares", "hectare"),
        ("puod", "pood"),
    ],
)
def test_an_unknown_name_brings_the_nearest(name: str, close: str) -> None:
    with pytest.raises(UnitError) as caught:
        UNITS.parse(f"million*{name}")
    reason = f"there is no unit '{name}'; did you mean '{close}'?"
    assert str(caught.value) == f"cannot use the unit 'million*{name}': {reason}"


def test_a_name_like_no_other_brings_no_hint() -> None:
    with pytest.raises(UnitError) as caught:
        UNITS.parse("xyzzy")
    assert caught.value.reason == "there is no unit 'xyzzy'"
    with pytest.raises(KeyError):
        UNITS["xyzzy"]


POWER = "a power must be a whole number from 1 to 6"


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("", "expected unit names joined by *, / or **"),
        ("   ", "expected unit names joined by *, / or **"),
        ("ruble/", "a unit name is missing at the end"),
        ("ruble*/year", "a unit name is missing before '/'"),
        ("/year", "a unit name is missing before '/'"),
        ("()", "a unit name is missing before ')'"),
        ("2*ruble", "a unit name is missing before '2'"),
        ("(ruble", "a bracket is not closed"),
        ("ruble)", "')' was not expected there"),
        ("ruble year", "'year' was not expected there"),
        ("metre**2**2", "'**' was not expected there"),
        ("metre**", POWER),
        ("metre**0", POWER),
        ("metre**7", POWER),
        ("metre**0064", POWER),
        ("metre**600", POWER),
        ("metre**" + "9" * 100, POWER),
        ("metre**metre", POWER),
        ("metre**(2)", POWER),
        ("metre^2", "'^' has no place in a unit"),
        ("metre**-1", "'-' has no place in a unit"),
        ("ruble.year", "'.' has no place in a unit"),
        ("m\u00e8tre", "'\u00e8' has no place in a unit"),
        ("metre**\u0662", "'\u0662' has no place in a unit"),
        ("metre\u00b2", "'\u00b2' has no place in a unit"),
        ("ruble\x00", "'\x00' has no place in a unit"),
        ("(" * 40 + "metre" + ")" * 40, "it has more than 20 brackets"),
        ("(" * 10_000, "it has 10000 characters, 120 at most"),
        ("a" * 10**6, "it has 1000000 characters, 120 at most"),
        ("metre*" * 10**5 + "metre", "it has 600005 characters, 120 at most"),
        ("a" * 120, f"there is no unit '{'a' * 60}'"),
        ("(" * 15 + "million" + "**6)" * 15, "its factor has too many digits"),
    ],
)
def test_a_wrong_expression_is_refused_at_once(expression: str, reason: str) -> None:
    began = process_time()
    with pytest.raises(UnitError) as caught:
        UNITS.parse(expression)
    assert process_time() - began < 0.1
    assert caught.value.reason == reason
    assert len(str(caught.value)) < 250


def test_the_error_is_ours_and_a_value_error() -> None:
    with pytest.raises(UnitError) as caught:
        UNITS.parse("")
    assert isinstance(caught.value, SovstatsError)
    assert isinstance(caught.value, ValueError)


def test_brackets_up_to_the_limit_are_read() -> None:
    assert UNITS.parse("(" * 20 + "pood" + ")" * 20) == UNITS["pood"]


def test_powers_of_bracketed_powers_stay_small() -> None:
    began = process_time()
    assert UNITS.parse("(kilometre**6)**6").factor == 1000**36
    with pytest.raises(UnitError, match="its factor has too many digits"):
        UNITS.parse("((((kilometre**6)**6)**6)**6)**6")
    assert process_time() - began < 0.1


@given(st.text(max_size=130) | st.text("(*/)1 ruble2", max_size=130))
def test_any_text_is_a_unit_or_a_unit_error(text: str) -> None:
    try:
        unit = UNITS.parse(text)
    except UnitError:
        return
    assert unit.factor > 0
