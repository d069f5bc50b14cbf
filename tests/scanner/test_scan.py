"""The scanner: which stretches of a sentence it finds, with which value and hedge."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sovstats.numbers.parsing import SCALES, parse_all
from sovstats.scanner.scan import Mention, find_mentions, iter_mentions


def only(text: str) -> Mention:
    """Return the one mention of a text."""
    (mention,) = find_mentions(text)
    return mention


def printed(text: str) -> list[str]:
    """Return the mentions of a text as printed."""
    return [mention.printed for mention in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The herd grew to 34.6 million by spring.", "34.6 million", 34_600_000),
        ("They laid 83,000 kilometres of track.", "83,000 kilometres", 83_000),
        ("It cost 5.4 billion rubles to dig.", "5.4 billion rubles", 5_400_000_000),
        (
            "The mill spent half a billion gold rubles.",
            "half a billion gold rubles",
            5e8,
        ),
        ("It bore 3 1/2 times the load.", "3 1/2 times", Fraction(7, 2)),
        ("It bore 3-1/2 times the load.", "3-1/2 times", Fraction(7, 2)),
        ("A yield of 12½ per cent was paid.", "12½ per cent", Fraction(25, 2)),
        ("A mere 1⁄23 was kept.", "1⁄23", Fraction(1, 23)),
        ("He paid $5 for it.", "$5", 5),
        ("He owed Rs 5 lakh to them.", "Rs 5 lakh", 500_000),
        ("The bank lent $1.2bn to it.", "$1.2bn", 1_200_000_000),
        ("The bank lent $5m to it.", "$5m", 5_000_000),
        ("It took 12 000 roubles.", "12 000 roubles", 12_000),
        ("In all 1,000,\n000 bricks came.", "1,000, 000", 1_000_000),
        (
            "It lost three-quarters of a million votes.",
            "three-quarters of a million",
            750_000,
        ),
        ("It lost a million and a half votes.", "million and a half", 1_500_000),
        (
            "They walked for two and a half hours.",
            "two and a half hours",
            Fraction(5, 2),
        ),
        ("They walked for a year and a half.", "year and a half", Fraction(3, 2)),
        ("It was built in two years and four months.", "two years and four months", 28),
        ("The union had twenty-five members.", "twenty-five", 25),
        ("Four thousand seven hundred came.", "Four thousand seven hundred", 4_700),
        ("The stock doubled.", "doubled", 2),
        ("The stock rose tenfold.", "tenfold", 10),
        ("There were two dozen eggs.", "two dozen", 24),
        ("There was a score of men.", "score", 20),
        ("He bought a pair of boots.", "pair", 1),
        ("Give one cow for every six people.", "one cow for every six", 6),
        ("There is one in ten who reads.", "one in ten", Fraction(1, 10)),
        ("There is one in every ten who reads.", "one in every ten", Fraction(1, 10)),
        ("A ratio of 2 to 7 was kept.", "2 to 7", Fraction(2, 7)),
        ("Drawn at 1:50 it was small.", "1:50", Fraction(1, 50)),
        ("The plant ran a 25,000-ton press.", "25,000-ton", 25_000),
    ],
)
def test_a_number_is_found_with_its_tightest_span(text, span, value):
    mention = only(text)
    assert (mention.printed, mention.value) == (span, Fraction(value))
    assert text[mention.start : mention.end].split() == span.split()


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("A harvest of 20 to 22 poods was poor.", "20 to 22 poods", 20, 22),
        ("It fell by 15-18 per cent again.", "15-18 per cent", 15, 18),
        ("It fell by 15—18 per cent again.", "15—18 per cent", 15, 18),
        ("It took two or three weeks.", "two or three weeks", 2, 3),
        ("It took six, seven or eight weeks.", "six, seven or eight weeks", 6, 8),
        # The scale word behind the last number is that of all, unless it is a number.
        ("Two, three or four hundred came.", "Two, three or four hundred", 200, 400),
        ("It rose ten to a hundred times.", "ten to a hundred times", 10, 100),
        ("Some 16 to 25 million starved.", "16 to 25 million", 16_000_000, 25_000_000),
        ("Between 20 and 30 per cent left.", "20 and 30 per cent", 20, 30),
        ("It cost $5 to $10 a piece.", "$5 to $10", 5, 10),
        ("It was 20% to 25% dearer.", "20% to 25%", 20, 25),
        (
            "A third or a fourth was lost.",
            "third or a fourth",
            Fraction(1, 4),
            Fraction(1, 3),
        ),
        ("It lasted a year or two.", "year or two", 1, 2),
        ("A million or two starved.", "million or two", 1_000_000, 2_000_000),
        ("He bought a dozen or two.", "dozen or two", 12, 24),
        (
            "It lasted for two or three hundred days.",
            "two or three hundred days",
            200,
            300,
        ),
    ],
)
def test_a_range_is_one_mention_with_both_ends(text, span, low, high):
    mention = only(text)
    assert (mention.printed, mention.value) == (span, None)
    assert (mention.low, mention.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell from 9 to 4 per cent.", [("9", 9, ""), ("4 per cent", 4, "")]),
        (
            "It rose from 16 to 25 million.",
            [("16", 16_000_000, "million"), ("25 million", 25_000_000, "")],
        ),
        (
            "It rose from 1.5 billion to 6.5 at last.",
            [("1.5 billion", 1_500_000_000, ""), ("6.5", 6_500_000_000, "billion")],
        ),
        (
            "Take three, five or ten.",
            [("three", 3, ""), ("five", 5, ""), ("ten", 10, "")],
        ),
        (
            "The series 2.1—3.2—4.4 million ends.",
            [
                ("2.1", 2_100_000, "million"),
                ("3.2", 3_200_000, "million"),
                ("4.4 million", 4_400_000, ""),
            ],
        ),
        (
            "The series 2.1—3.2—4.4 ends with 4.4 million.",
            [
                ("2.1", 2_100_000, "million"),
                ("3.2", 3_200_000, "million"),
                ("4.4", 4_400_000, "million"),
                ("4.4 million", 4_400_000, ""),
            ],
        ),
        ("He has 1,5 million.", [("1", 1, ""), ("5 million", 5_000_000, "")]),
    ],
)
def test_a_change_or_a_list_is_several_mentions_that_share_a_scale(text, found):
    mentions = find_mentions(text)
    assert [(each.printed, each.value, each.scale) for each in mentions] == found


def test_the_thousands_left_out_of_a_range_stand_in_the_number_behind_it():
    first, second = find_mentions("It runs 60- to 80-, or even 100,000 kilometres.")
    assert (first.printed, first.scale) == ("60- to 80-", "thousand")
    assert (first.low, first.high) == (60_000, 80_000)
    assert second.value == 100_000


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about 40 sheds", "about"),
        ("about40 sheds", "about"),
        ("some 40 sheds", "about"),
        ("in the vicinity of 40 sheds", "about"),
        ("approximately only 40 sheds", "about"),
        ("40 sheds", "none"),
        ("almost a hundred sheds", "almost"),
        ("amost 40 sheds", "almost"),
        ("hardly 40 sheds", "almost"),
        ("more than 40 sheds", "over"),
        ("not more than 40 sheds", "up_to"),
        ("no less than 40 sheds", "at_least"),
        ("at least 40 sheds", "at_least"),
        ("less than 40 sheds", "under"),
        ("over $40", "over"),
        ("over a million sheds", "over"),
        ("up to 40 sheds", "up_to"),
        ("a ratio of 1 to 40, or worse", "up_to"),
        ("40 at the outside", "up_to"),
        ("40 or so", "about"),
        ("millions of sheds", "vague"),
        ("several thousand sheds", "vague"),
        ("over the next 5 years", "none"),
        ("spread over 5 years", "none"),
        ("for over 5 years", "over"),
        ("they spoke about two sheds", "none"),
        ("under two flags", "none"),
        ("under 2 per cent", "under"),
    ],
)
def test_the_words_around_a_number_hedge_it(text, hedge):
    assert only(text).hedge == hedge


def test_the_hedge_of_a_list_holds_for_its_later_members():
    assert {each.hedge for each in find_mentions("about three, five or ten")} == {
        "about"
    }


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It was so in 1929.", "year", 1929),
        ("See Nineteen-thirty-five again.", "year", 1935),
        ("See eighteen forty-eight again.", "year", 1848),
        ("On 22/08/2000 it came.", "date", None),
        ("The 15th of February, 1928, came.", "date", None),
        ("On March 1, 1936, it came.", "date", None),
        ("At 00:39:12 it came.", "date", None),
        ("At 3 p.m. it came.", "date", None),
        ("See chapter 4 again.", "reference", 4),
        ("See Chapter IV again.", "reference", 4),
        ("See vol. II again.", "reference", 2),
        ("See p. 45 again.", "reference", 45),
        ("See p232 again.", "reference", 232),
        ("The production12 rose.", "note_mark", 12),
        ("It rose by a percent.[3] Then.", "note_mark", 3),
        ("It rose² then.", "note_mark", 2),
        ("2. Of the state\n", "enumerator", 2),
        ("The first word.", "ordinal", 1),
        ("It took 4th place.", "rank", 4),
        ("It was second only to Peru and the United States.", "rank", 3),
        ("No one came.", "pronoun", 1),
        ("There were 1929 sheep.", "year", 1929),
        ("There were 2000 tractors.", "number", 2000),
        ("There were about 1900 people.", "number", 1900),
        ("A third party came.", "ordinal", 3),
        ("A third of it came.", "fraction", Fraction(1, 3)),
        ("The XVI Congress met.", "reference", 16),
    ],
)
def test_the_kind_of_a_mention(text, kind, value):
    mention = only(text)
    assert (mention.kind, mention.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("in 1928-29 it", 1928, 1929),
        ("in 1928/29 it", 1928, 1929),
        ("in 1926–36 it", 1926, 1936),
        ("in 1899-00 it", 1899, 1900),
        ("the 1930s and", 1930, 1939),
        ("pp. 112-15 of", 112, 115),
        ("pp228–9 of", 228, 229),
    ],
)
def test_years_and_pages_may_be_ranges(text, low, high):
    mention = only(text)
    assert (mention.low, mention.high) == (low, high)
    assert mention.kind in ("year", "reference")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("athird of it", ["third"]),
        ("more than abillion", ["billion"]),
        ("onethird of it", ["onethird"]),
        ("tento fifteen men", ["tento fifteen"]),
        ("output hastripled", ["tripled"]),
        ("isafirst step", ["first"]),
        ("ayear and a half", ["year and a half"]),
        ("some 5.4 tonsin a year", ["5.4 tons"]),
        ("It was 61.5 per cent.[3] So", ["61.5 per cent", "3"]),
        ("some 52.7,1in all", ["52.7", "1"]),
    ],
)
def test_damaged_print_is_survived(text, found):
    assert printed(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "someone often lifted the freight with a tender weight",
        "a man and an ox, both alone, once, single, none of them, many",
        "it took seconds to reach the height; anyone saw the tenor hasten",
        "and the couple scored in the headquarters",
        "the part I saw of it, a page I read",
        "",
        "$ £ ...",
    ],
)
def test_words_that_only_contain_a_number_are_no_mentions(text):
    assert printed(text) == []


def test_an_unreadable_number_is_a_mention_without_a_value():
    text = "It was " + "7" * 400 + " once."
    mention = only(text)
    assert mention.value is None
    assert mention.end - mention.start == 400


def test_printed_and_scale_give_the_value_that_the_numeral_parser_reads():
    text = (
        "It rose from 16 to 25 million, then two or three times, by 3 1/2 per cent, or "
        "half a million tons; about one for every six, in a year and a half, 60- to "
        "80-, or even 100,000 miles, some 20% to 25%, $5m, five hundred and one, a "
        "third."
    )
    for mention in find_mentions(text):
        factor = SCALES.get(mention.scale, 1)
        read = [each.scaled(factor) for each in parse_all(mention.printed)]
        assert (mention.value, mention.low, mention.high) in [
            (each.value, each.low, each.high) for each in read
        ]


def test_long_runs_are_cut_without_losing_a_number():
    text = "Rows: " + ", ".join(str(number) for number in range(10, 400))
    assert [each.value for each in find_mentions(text)] == list(range(10, 400))


def test_mentions_come_one_by_one():
    assert next(iter_mentions("two " * 1000)).printed == "two"
