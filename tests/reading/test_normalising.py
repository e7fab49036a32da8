"""Normalising: line ends, joints and unseen characters; letters, digits and words never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.reading.normalising import flatten, normalise, unwrap

CASES = [
    ("one\r\ntwo\rthree\u2028four\u2029five\x0bsix", "one\ntwo\nthree\nfour\nfive\nsix"),
    ("  one  \n \t \n\n\n two ", "one\n\ntwo"),
    ("go\x00ld\x07", "gold"),
    ("gold\ufeff", "gold"),
    ("ضبط الذهب., وأضاف أنه جمد", "ضبط الذهب.\nوأضاف أنه جمد"),
    ('قال: "ضبط الذهب"., وأضاف', 'قال: "ضبط الذهب".\nوأضاف'),
    ('قال: "ضبط الذهب".,  , ثم أضاف', 'قال: "ضبط الذهب".\nثم أضاف'),
    ("هل ضبط؟, نعم", "هل ضبط؟\nنعم"),
    (
        "It was held., Then he left., Then she came., They spoke.",
        "It was held.\nThen he left.\nThen she came.\nThey spoke.",
    ),
    ("Gold Co., Ltd., and Silver Inc., Paris, were fined.", "Gold Co., Ltd., and Silver Inc., Paris, were fined."),
    ("نسبة 3.5, ثم 4.5", "نسبة 3.5, ثم 4.5"),
    ("a \u200eb\u200f c", "a \u200eb\u200f c"),
    ("#الذهب_المهرب في #المطار", "#الذهب_المهرب في #المطار"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_text_is_put_in_order(text: str, expected: str) -> None:
    assert normalise(text).text == expected


REPAIRS = [
    ("\u202eabc\u202c", "2 controls that turn"),
    ("a\x00b", "1 control characters"),
    ("a\ud800b", "1 half characters"),
    ("a\U000e0041b", "1 invisible"),
]


@pytest.mark.parametrize(("text", "said"), REPAIRS)
def test_what_was_taken_out_is_said(text: str, said: str) -> None:
    [repair] = normalise(text).repairs

    assert repair.startswith(said)


@given(st.text())
def test_twice_is_once(text: str) -> None:
    once = normalise(text).text

    assert normalise(once).text == once
    assert normalise(once).repairs == ()


@given(st.text())
def test_letters_and_digits_never_change(text: str) -> None:
    def kept(value: str) -> str:
        return "".join(character for character in value if character.isalnum())

    assert kept(normalise(text).text) == kept(text)


@given(st.text())
def test_the_text_can_be_stored(text: str) -> None:
    assert normalise(text).text.encode("utf-8") is not None


def test_a_title_is_one_line() -> None:
    assert flatten(" Gold\n  seized\tat the\u00a0port ") == "Gold seized at the port"


WRAPPED = """\
The customs chief said on Tuesday that the shipment was moved across
the border in hidden bags, and that the inquiry went on in three
countries.

He named no one."""


def test_lines_broken_at_a_column_are_joined() -> None:
    assert unwrap(WRAPPED).split("\n\n")[0].count("\n") == 0
    assert unwrap(WRAPPED).endswith("countries.\n\nHe named no one.")


NOT_WRAPPED = [
    "Name: A\nAlias: B\nBorn: 1977",
    "- one kilogram of gold was found in the bag\n- two kilograms of it were found in the car",
    "> The customs chief said on Tuesday that the shipment\n> was moved across the border in hidden bags",
    "The customs chief said that the shipment was moved in hidden bags.\nThe inquiry went on in three other countries.",
    "A short line\nand a line that is a good deal longer than the one before it was ever going to be",
]


@pytest.mark.parametrize("text", NOT_WRAPPED)
def test_lines_that_stand_by_themselves_stay(text: str) -> None:
    assert unwrap(text) == text
