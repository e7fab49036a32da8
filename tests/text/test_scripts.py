"""Scripts: which alphabet most words of a text are written in."""

import pytest

from kashf.text.scripts import count_words, dominant_script, words_in

TEXTS = [
    ("ضبطت الجمارك شحنة من الذهب", "arabic", 1.0),
    ("أعلنت FATF قائمة جديدة", "arabic", 0.75),
    ("The report names بنك once", "latin", 0.8),
    ("Банк заморозил счета", "cyrillic", 1.0),
    ("Banque gelée", "latin", 1.0),
    ("הבנק הקפיא חשבונות", "hebrew", 1.0),
    ("Η τράπεζα", "greek", 1.0),
    ("銀行は口座を凍結した", "kana", 1.0),
    ("银行冻结了账户", "han", 1.0),
    ("은행이 계좌를", "hangul", 1.0),
    ("ضَبَطَتِ الجَمارِكُ شُحْنَةً", "arabic", 1.0),
    ("داعــــش", "arabic", 1.0),
]


@pytest.mark.parametrize(("text", "script", "share"), TEXTS)
def test_the_script_of_most_words(text: str, script: str, share: float) -> None:
    found = dominant_script(text)

    assert found is not None
    assert (found.name, found.share) == (script, pytest.approx(share))


@pytest.mark.parametrize("text", ["", "  \n", "12.5% — 300", "!?؟"])
def test_a_text_without_letters_has_no_script(text: str) -> None:
    assert dominant_script(text) is None


def test_vowel_marks_do_not_split_a_word() -> None:
    assert words_in("الذَّهَبُ المُهَرَّب", "arabic") == ["الذَّهَبُ", "المُهَرَّب"]


def test_scripts_that_do_not_occur_are_left_out() -> None:
    assert count_words("Gold ذهب золото") == {"latin": 1, "arabic": 1, "cyrillic": 1}
