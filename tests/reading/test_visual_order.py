"""Right-to-left lines read by the places of their letters."""

import pytest

from kashf.reading.visual_order import Glyph, is_right_to_left, join_pieces, pair_brackets, read_line

LINES = [
    "ضبط شحنة ذهب",
    "عثر على 43.8 كيلوغراما",
    "نحو 90% منها",
    "في 12 سبتمبر 2017",
    "شركة Blue Sea Trading في الخارج",
    "مع FATF أيضا",
    "قال: لا",
]


def shown(text: str) -> list[Glyph]:
    """The glyphs of a line as a page shows it: from the right, numbers and Latin words from the left, in any order."""
    glyphs: list[Glyph] = []
    edge = 500.0
    for word in _groups(text):
        leftward = word if is_right_to_left(word) or word == " " else word[::-1]
        for character in leftward:
            width = 3.0 if character == " " else 5.0
            glyphs.append(Glyph(character, edge - width, edge, 100.0, 10.0))
            edge -= width
    return sorted(glyphs, key=lambda glyph: hash((glyph.character, glyph.left)) % 7)


def _groups(text: str) -> list[str]:
    """Words and spaces; Latin words in a row are one group."""
    groups: list[str] = []
    for piece in text.replace(" ", "\0 \0").split("\0"):
        latin = piece.isascii() and piece.isalpha()
        if latin and len(groups) > 1 and groups[-1] == " " and groups[-2].isascii() and groups[-2][-1].isalpha():
            groups.pop()
            groups[-1] += f" {piece}"
        else:
            groups.append(piece)
    return groups


@pytest.mark.parametrize("text", LINES)
def test_the_order_of_reading_comes_from_the_places(text: str) -> None:
    assert read_line(shown(text)) == text


def test_a_mark_goes_to_the_letter_it_stands_over() -> None:
    letters = [Glyph("ذ", 95, 100, 0, 10), Glyph("ه", 90, 95, 0, 10), Glyph("ب", 85, 90, 0, 10)]
    marks = [Glyph("َ", 91, 93, 4, 10), Glyph("ّ", 86, 88, 4, 10)]

    assert read_line([*marks, *letters]) == "ذهَبّ"


def test_pieces_on_one_base_line_are_one_line() -> None:
    first, second = [Glyph("ا", 95, 100, 50, 10)], [Glyph("ب", 90, 95, 51, 10)]

    assert join_pieces([first, second]) == [[*first, *second]]


@pytest.mark.parametrize("other", [Glyph("ب", 90, 95, 30, 10), Glyph("ب", 10, 15, 50, 10)], ids=["below", "far off"])
def test_pieces_below_or_far_off_are_not(other: Glyph) -> None:
    assert len(join_pieces([[Glyph("ا", 95, 100, 50, 10)], [other]])) == 2


BRACKETS = [
    ("دولار )FATF( أمريكي", "دولار (FATF) أمريكي"),
    ("دولار )FATF) أمريكي", "دولار (FATF) أمريكي"),
    ("قال: »نعم« ثم »لا«", "قال: «نعم» ثم «لا»"),
    ("دولار (FATF) أمريكي", "دولار (FATF) أمريكي"),
    ("(أ (ب) ج)", "(أ (ب) ج)"),
    ("1) أول", "1) أول"),
    ("بلا أقواس", "بلا أقواس"),
]


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_brackets_that_do_not_pair_up_open_and_close_by_turns(text: str, expected: str) -> None:
    assert pair_brackets(text) == expected
