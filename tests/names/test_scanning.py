"""Names of lists in running text: what is found, where, and what is not."""

from __future__ import annotations

import pytest

from kashf.names.ordinary import is_ordinary
from kashf.names.scanning import TextIndex
from kashf.names.screening import ScreeningOptions
from kashf.records import Listed

ENTRIES = (
    Listed("salim", "person", ("Salim Nour AL-BAHRI", "سالم نور البحري"), ("The Clerk", "الحاج")),
    Listed("marta", "person", ("Marta OBREN", "Марта Обрен")),
    Listed("qasim", "person", ("Abd al-Qasim Hadi BARZANJI",)),
    Listed("ali", "person", ("Muhammad Ali",)),
    Listed("khalid", "person", ("Khalid",)),
    Listed("isil", "organisation", ("DAESH", "Islamic State in Iraq and the Levant")),
    Listed("hamas", "organisation", ("HAMAS",)),
    Listed("qaida", "organisation", ("القاعدة", "AL-QAIDA")),
    Listed("hizballah", "organisation", ("HIZBALLAH",)),
    Listed("pkk", "organisation", ("PKK", "Kurdistan Workers' Party")),
    Listed("mersa", "organisation", ("Mersa Exchange Company", "شركة مرسى للصرافة")),
    Listed("bank", "organisation", ("Central Bank of Zembla",)),
    Listed("tandhim", "organisation", ("Tandhimullah",)),
    Listed("heron", "facility", ("KORVETTA HERON", "KORVETTA")),
)


@pytest.fixture(scope="module")
def index():
    return TextIndex(ENTRIES, is_ordinary)


def found(index, text, **options):
    spotted = index.spot(text, ScreeningOptions(**options) if options else None)
    assert all(text[one.start : one.end] == one.words for one in spotted)
    return [(one.entry.key, one.words) for one in spotted]


NAMED = [
    ("وأضاف سالم نور البحري أن الشحنة تأخرت", [("salim", "سالم نور البحري")]),
    ("قال سالم البحري إن الشحنة تأخرت", [("salim", "سالم البحري")]),
    ("ولسالم نور البحرى شركة أخرى", [("salim", "سالم نور البحرى")]),
    ("الحاج #سالم_البحري غادر", [("salim", "سالم_البحري")]),
    ("قالت مارتا أوبرن للصحفيين", [("marta", "مارتا أوبرن")]),
    ("Officials said Salim al-Bahri left on Monday.", [("salim", "Salim al-Bahri")]),
    ("Le parquet vise Selim Nour al-Bahri, absent.", [("salim", "Selim Nour al-Bahri")]),
    ("По данным следствия, Марта Обрен уехала.", [("marta", "Марта Обрен")]),
    ("عبد القاسم هادي برزنجي", [("qasim", "عبد القاسم هادي برزنجي")]),
    ("لداعش وحماس وبالقاعدة", [("isil", "داعش"), ("hamas", "حماس"), ("qaida", "القاعدة")]),
    ("fighters of the PKK, Hamas and Daesh", [("pkk", "PKK"), ("hamas", "Hamas"), ("isil", "Daesh")]),
    ("ИГИЛ взяло ответственность", [("isil", "ИГИЛ")]),
    ("حوّل المال عبر شركة مرسى للصرافة في الميناء", [("mersa", "شركة مرسى للصرافة")]),
    ("money went through the Mersa Exchange Company", [("mersa", "Mersa Exchange Company")]),
    ("the Central Bank of Zembla denied it", [("bank", "Central Bank of Zembla")]),
    ("Selon le rapport, l'EI et le PKK ont nié", [("isil", "EI"), ("pkk", "PKK")]),
    ("les combattants d’Al-Qaïda ont fui", [("qaida", "Qaïda")]),
    ("une société d'Abd al-Qasim Hadi Barzanji", [("qasim", "Abd al-Qasim Hadi Barzanji")]),
    ("members of ISIL's cell and Hamas's bank", [("isil", "ISIL"), ("hamas", "Hamas")]),
    ("Marta Obren's brother denied it", [("marta", "Marta Obren")]),
    ("the crew of Korvetta left port", []),
    ("the “Korvetta” left port", [("heron", "Korvetta")]),
    ("the Korvetta Heron left port", [("heron", "Korvetta Heron")]),
]


@pytest.mark.parametrize(("text", "named"), NAMED, ids=[text for text, _ in NAMED])
def test_who_is_named(index, text, named):
    assert found(index, text) == named


NOBODY = [
    "قال الوزير إن الأموال نقلت عبر الحدود في حقائب مخفية",
    "هبطت الطائرة في القاعدة الجوية قرب الحدود",  # the base, not al-Qaida
    "دولة جديدة وقاعدة بيانات",
    "استقبله الحاج في بيته",  # a name that the list calls weak
    "قال خالد إن السوق مغلق",  # a given name alone
    "كتائب حزب الله العراقي تنفي",  # another body, whose name holds a listed one
    "محمد علي الحوثي قال ذلك",  # a longer name, of somebody else
    "أحمد محمد علي غادر",
    "the central bank raised rates, and the exchange closed",
    "it is what is is; as base, the at an",
    "Companies in the Korvetta trade",
    "He wrote to the Bahri family",
    "",
    "١٢٣ — 45%",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(index, text):
    assert found(index, text) == []


def test_the_longest_stretch_is_told_once(index):
    assert found(index, "Salim Nour al-Bahri and Salim al-Bahri") == [
        ("salim", "Salim Nour al-Bahri"),
        ("salim", "Salim al-Bahri"),
    ]


def test_vowel_marks_and_stretching_change_nothing(index):
    assert found(index, "قالَ سَالِم نُور البَحـــري ذلك") == [("salim", "سَالِم نُور البَحـــري")]


def test_a_higher_threshold_asks_for_more(index):
    text = "قالت مارتا أوبرن للصحفيين"
    assert found(index, text, threshold=0.5)
    assert found(index, text, threshold=1.0) == []


def test_each_place_has_at_most_so_many_entries():
    many = TextIndex([Listed(f"{number}", "person", ("Selim Noor",)) for number in range(30)], is_ordinary)
    assert len(many.spot("Selim Noor left", ScreeningOptions(limit=3))) == 3


def test_an_index_of_nothing_finds_nothing():
    empty = TextIndex([], is_ordinary)
    assert len(empty) == 0
    assert empty.spot("Selim Noor left") == ()


def test_a_pair_that_very_many_share_finds_those_who_are_called_so(monkeypatch):
    monkeypatch.setattr("kashf.names.text_index.MANY", 5)
    others = [Listed(f"{number}", "person", ("Muhammad Ali Hasan Ahmad",)) for number in range(20)]
    crowd = TextIndex([Listed("ali", "person", ("Muhammad Ali",)), *others], is_ordinary)
    assert {key for key, _ in found(crowd, "قال محمد علي ذلك")} == {"ali"}
    assert {key for key, _ in found(crowd, "قال محمد علي حسن احمد ذلك")} & {entry.key for entry in others}
