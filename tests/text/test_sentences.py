import pytest

from kashf.text.folding import fold
from kashf.text.sentences import sentences
from kashf.text.tokens import tokenise


def cut(text: str) -> list[str]:
    tokens = tokenise(fold(text))
    return [text[tokens[s.first].start : tokens[s.last - 1].end] for s in sentences(tokens, {"dr", "mr"})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عاد الوفد. وغادر السفير.", ["عاد الوفد.", "وغادر السفير."]),
        ("من يدفع؟ لا أحد!", ["من يدفع؟", "لا أحد!"]),
        ("قال: «ندفع. ثم نصمت» وخرج.", ["قال: «ندفع. ثم نصمت» وخرج."]),
        ("قال: «ندفع كل شهر.» ثم خرج.", ["قال: «ندفع كل شهر.»", "ثم خرج."]),
        ("بلغ السعر 3.5 دولارات. وارتفع.", ["بلغ السعر 3.5 دولارات.", "وارتفع."]),
        ("Dr. Haddad left. He paid.", ["Dr. Haddad left.", "He paid."]),
        ("J. K. Haddad paid.", ["J. K. Haddad paid."]),
        ("عنوان\nجملة أولى", ["عنوان", "جملة أولى"]),
    ],
)
def test_where_a_statement_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_line_break_begins_a_new_paragraph() -> None:
    tokens = tokenise(fold("أ ب.\nج د."))
    assert [sentence.paragraph for sentence in sentences(tokens)] == [0, 1]


def test_an_unclosed_mark_holds_nothing_together() -> None:
    assert cut("قال «ندفع. وخرج. ثم عاد.") == ["قال «ندفع.", "وخرج.", "ثم عاد."]
