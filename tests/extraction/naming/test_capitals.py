"""Names in languages that write them with capitals: where they begin and end, and what they name."""

from __future__ import annotations

import pytest

from kashf.extraction import extract
from kashf.records import Report

NAMES = [
    ("en", "The gold went to Ridgeway Capital Ltd of Cyprus.", ["Ridgeway Capital Ltd", "Cyprus"]),
    ("en", "He sued the Central Bank of Kenya on Friday.", ["Central Bank of Kenya"]),
    ("en", "Cash was found near Qalat Sukkar.", ["Qalat Sukkar"]),
    ("en", "Lebanon's banks and Sudan's firms are closed.", ["Lebanon", "Sudan"]),
    ("en", "The agents of the NCTB met Mona Farid and Hugo Lenz.", ["NCTB", "Mona Farid", "Hugo Lenz"]),
    ("en", "They plucked a turkey in the yard.", []),
    ("en", "They hold the Tel Jazar field.", ["Tel Jazar"]),
    ("fr", "La Tunisie et le Maroc ont protesté.", ["Tunisie", "Maroc"]),
    ("fr", "Le patron de la Société nationale des phosphates est parti.", ["Société nationale des phosphates"]),
    ("fr", "L'argent passait par l'usine de Kfar Naya.", ["Kfar Naya"]),
    ("ru", "Деньги ушли в Норвегию и в Панаму.", ["Норвегию", "Панаму"]),
    ("ru", "Газета «Северный вестник» пишет о золоте.", ["Северный вестник"]),
    ("ru", "Он служил в Федеральной таможенной службе.", ["Федеральной таможенной службе"]),
    ("ru", "Министр Пётр Ладов уехал. Позже Ладова задержали.", ["Пётр Ладов", "Ладова"]),
]


@pytest.mark.parametrize(("language", "text", "names"), NAMES)
def test_names_begin_and_end_where_they_do(language: str, text: str, names: list[str]) -> None:
    mentions = extract(Report("r-1", "x", text, language=language)).mentions
    outer = [m for m in mentions if not (m.pronominal or any(o.covers(m) and o.text != m.text for o in mentions))]
    assert [mention.text for mention in outer] == names


MORE = [
    (
        "en",
        "J. Scott Harrow met Norman A. Mordue and A.K.M. Rahim.",
        ["J. Scott Harrow", "Norman A. Mordue", "A.K.M. Rahim"],
    ),
    ("en", "The minister, Omar Haddad, saw Pedro de la Cruz.", ["Omar Haddad", "Pedro de la Cruz"]),
    ("en", "They live in Tyre, Nabulay and Sidon.", ["Tyre", "Nabulay", "Sidon"]),
    ("en", "POLICE SEIZE GOLD OF OMAR HADDAD IN KILIS", ["OMAR HADDAD", "KILIS"]),
    ("en", "An Iran-backed militia crossed the Sulu Sea.", ["Iran", "Sulu Sea"]),
    ("en", "Safarinet handed over the records of Noor and Sons Exchange.", ["Safarinet", "Noor and Sons Exchange"]),
    ("en", "Depositors queued. Couriers fled. Whistleblowers talked.", []),
    ("en", "The Kata'ib Hezbollah men and Lashkar-e-Tayyiba met.", ["Kata'ib Hezbollah", "Lashkar-e-Tayyiba"]),
    ("fr", "Selon J.-P. Martin et Abdallah Ould Sidi, tout va bien.", ["J.-P. Martin", "Abdallah Ould Sidi"]),
    ("fr", "C'était dans le quotidien Le Soir.", ["Le Soir"]),
    ("fr", "Marche après marche, il montait. Porte close, il partit.", []),
    ("ru", "А. С. Петров и Иванов И. И. уехали.", ["А. С. Петров", "Иванов И. И."]),
    ("ru", "Генеральная прокуратура Киргизии молчит.", ["Генеральная прокуратура Киргизии"]),
    ("ru", "Так сказал глава ЦАХАЛ Герци Халеви.", ["ЦАХАЛ", "Герци Халеви"]),
    ("ru", "Судят бывшего главу Лесбанка Карима Насира.", ["Лесбанка", "Карима Насира"]),
    ("ru", "Деньги везли через перевал Салгай.", ["Салгай"]),
]
NAMES += MORE

TOLD = [
    ("en", "Minister Sara Lind left. The minister spoke.", "sara lind"),
    ("en", "Under secretary Sara Lind left. The judge spoke.", None),
    ("en", "Under secretary Sara Lind left. The official spoke.", "sara lind"),
    ("fr", "Le ministre Paul Girard est venu. Le ministre a parlé.", "paul girard"),
    ("ru", "Министр Олег Карцев приехал. Министр заявил протест.", "олег карцев"),
    ("ar", "خرج نائب الوزير سامي الحداد. وتكلم المسؤول.", "سامي حداد"),
    ("ar", "خرج نائب الوزير سامي الحداد. وتكلم القاضي.", None),
]


@pytest.mark.parametrize(("language", "text", "key"), TOLD)
def test_a_title_stands_for_whom_it_was_given(language: str, text: str, key: str | None) -> None:
    mentions = extract(Report("r-1", "x", text, language=language)).mentions
    assert next((mention.entity for mention in mentions if mention.pronominal), None) == key
