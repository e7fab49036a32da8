"""Folding: one spelling for what readers take for the same letter, and the way back."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kashf.text import Folded, fold, search_key

ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىًٌٍَُِّْٰٓٔٱکیہۃےڪەېﷲﻻﷺ"
OTHER = "aZéÉßİœŒйЁё٠١٩۰۵5٪%٫،؛؟«»“”‘’–—ـ\u200c\u200d\u200e\u200f\u202b\u00a0\u2028\t\n .#_\u0301\u0308\u0654"
texts = st.one_of(st.text(alphabet=ARABIC + OTHER, max_size=60), st.text(max_size=40))

SPELLINGS = [
    ("hamza on and under alef", "أإآٱا", "ااااا"),
    ("hamza seats", "المسؤول المسئول", "المسءول المسءول"),
    ("final ya written as alef maqsura", "فى سوريا في", "في سوريا في"),
    ("ta marbuta", "دولة", "دوله"),
    ("vowel marks", "دَاعِشُ", "داعش"),
    ("doubling mark", "مَوَّلَت", "مولت"),
    ("tanwin", "قريباً جدًا", "قريبا جدا"),
    ("dagger alef", "هٰذا", "هذا"),
    ("tatweel", "البيـــان", "البيان"),
    ("Persian kaf and ya", "کیف", "كيف"),
    ("Urdu heh and ya", "ہۃے", "ههي"),
    ("lam-alef ligature", "ﻻ", "لا"),
    ("presentation forms", "ﺩﺍﻋﺶ", "داعش"),
    ("Allah ligature", "ﷲ", "الله"),
    ("alef with combining hamza", "ا\u0654مير", "امير"),
    ("waw with combining hamza", "مسو\u0654ول", "مسءول"),
    ("ya with combining hamza", "مسي\u0654ول", "مسءول"),
    ("alef with combining madda", "ا\u0653بار", "ابار"),
    ("Arabic-Indic digits", "٢٥ ألف", "25 الف"),
    ("Persian digits", "۲۵", "25"),
    ("decimal sign kept", "٢٫٦", "2٫6"),
    ("fullwidth digits and letters", "ＦＡＴＦ ２０", "fatf 20"),
    ("capital letters", "FATF ISIL", "fatf isil"),
    ("Russian yo", "Ёлка Хамёд", "елка хамед"),
    ("composed French accents kept", "Été français", "été français"),
    ("combining French accents composed", "E\u0301te\u0301", "été"),
    ("cedilla composed", "franc\u0327ais", "français"),
    ("sharp s", "Straße", "strasse"),
    ("dotted capital I", "İzmir", "izmir"),
    ("dotless stays itself", "Kadıköy", "kadıköy"),
    ("guillemets", "«داعش»", '"داعش"'),
    ("curly quotation marks", "“x” „y‟", '"x" "y"'),
    ("apostrophes", "l’argent ʻAli `x´", "l'argent 'ali 'x'"),
    ("dashes", "2014–2017 — 5−3", "2014-2017 - 5-3"),
    ("no-break and thin spaces", "25\u00a0000\u202f€", "25 000 €"),
    ("line and paragraph separators", "a\u2028b\u2029c", "a\nb\nc"),
    ("bidirectional controls", "\u202bنص\u202c\u200f", "نص"),
    ("zero-width joiners", "می\u200cشود", "ميشود"),
    ("byte order mark", "\ufeffKashf", "kashf"),
    ("ligature fi", "ﬁnance", "finance"),
    ("superscript", "m²", "m2"),
    ("fraction", "½", "1⁄2"),
    ("hashtag kept", "#ريف_دير_الزور", "#ريف_دير_الزور"),
    ("line breaks and tabs kept", "a\n\tb\r\n", "a\n\tb\r\n"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("written", "expected"), [row[1:] for row in SPELLINGS], ids=[row[0] for row in SPELLINGS])
def test_one_spelling(written: str, expected: str) -> None:
    assert fold(written).text == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المسئول الروسى", "المسؤول الروسي"),
        ("دميترى فيوكتيستوف", "دميتري فيوكتيستوف"),
        ("الآبار النفطية", "الأبار النفطيه"),
        ("تَفْكِيكُ شَبَكَةِ صِرَافَةٍ", "تفكيك شبكة صرافة"),
        ("«كتائب الساحل»", '"كتائب الساحل"'),
        ("كتائب", "كتاي\u0654ب"),
    ],
)
def test_two_spellings_meet(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Société Générale", "societe generale"),
        ("Хайсам аль-Барнуси", "хаисам аль-барнуси"),
        ("دَاعِش", "داعش"),
        ("Þór", "þor"),
    ],
)
def test_search_key_drops_accents(written: str, expected: str) -> None:
    assert search_key(written) == expected


def test_text_that_does_not_change_needs_no_map() -> None:
    assert fold("plain text 12") == Folded("plain text 12")


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("قال المسئُولـ الروسى", "المسءول", "المسئُولـ"),
        ("قال \u200fداعش\u200f.", "داعش", "داعش\u200f"),
        ("الله ﷲ", "الله", "الله"),
        ("بلغ ٢٥ ألفا", "25", "٢٥"),
        ("Straße 5", "strasse", "Straße"),
        ("une e\u0301tude", "étude", "e\u0301tude"),
    ],
)
def test_a_found_word_leads_back_to_how_it_was_written(text: str, word: str, original: str) -> None:
    folded = fold(text)
    at = folded.text.index(word)
    start, end = folded.original(at, at + len(word))
    assert text[start:end] == original


def test_a_span_that_ends_inside_a_ligature_takes_all_of_it() -> None:
    folded = fold("ﻻ")
    assert [folded.original(0, 1), folded.original(1, 2), folded.original(0, 2)] == [(0, 1), (0, 1), (0, 1)]


@given(texts)
@example("ﻻﻻ")
@example("ا\u0654\u0301")
def test_offsets_rise_and_stay_within_the_text(text: str) -> None:
    folded = fold(text)
    starts = [folded.start(position) for position in range(len(folded.text) + 1)]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)
    assert folded.end(len(folded.text)) == len(text)


@given(texts, st.data())
def test_every_folded_span_has_a_span_of_the_original(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    at = data.draw(st.integers(0, len(folded.text) - 1))
    to = data.draw(st.integers(at + 1, len(folded.text)))
    start, end = folded.original(at, to)
    assert 0 <= start < end <= len(text)
    assert folded.text[at:to] in fold(text[start:end]).text


@given(texts)
@example("İ")
@example("ΐ")
@example("ῷ")
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(texts)
def test_search_key_of_a_search_key_is_itself(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key


@given(texts, texts)
def test_words_fold_alike_wherever_they_stand(before: str, text: str) -> None:
    assert fold(before + "\n" + text).text == fold(before).text + "\n" + fold(text).text


def _seconds(text: str) -> float:
    began = time.process_time()
    fold(text)
    return time.process_time() - began


@pytest.mark.parametrize(
    "unit",
    ["تَفْكِيكُ شَبَكَةِ صِرَافَةٍ ", "plain words only ", "ا\u0654" * 8, "\u0301" * 16, "ﷺ", "e\u0301\u0308 "],
    ids=["vowelled", "ascii", "hamzas", "marks alone", "ligatures", "accents"],
)
def test_a_megabyte_takes_time_in_proportion(unit: str) -> None:
    small, large = unit * (125_000 // len(unit)), unit * (1_000_000 // len(unit))
    _seconds(small)
    few, many = _seconds(small), _seconds(large)
    assert many < 40 * max(few, 0.002), f"8 times the text took {many / few:.0f} times as long"
