"""Datelines and by-lines, told from sentences that look a little like them."""

import pytest

from kashf.reading.openings import credit_in, find_opening, is_byline, is_date_line
from kashf.text.folding import fold

DATELINES = [
    ("واشنطن (رويترز) - ", "قالت الوزارة إن الحسابات جمدت."),
    ("واشنطن، الولايات المتحدة (CNN)— ", "أعلنت الوزارة تجميد الحسابات."),
    ("موسكو 12 سبتمبر (رويترز) - ", "أعلن المصرف تجميد الحسابات."),
    ("القاهرة في 12 سبتمبر 2017 (أ ش أ) - ", "أعلنت الجمارك ضبط الذهب."),
    ("القاهرة في 12 سبتمبر 2017 - ", "أعلنت الجمارك ضبط الذهب."),
    ("الرياض - واس: ", "أعلنت الجمارك ضبط الذهب."),
    ("بنوم بنه - رويترز: ", "أعلنت الجمارك ضبط الذهب."),
    ("* لندن ـ «الشرق الأوسط»: ", "أعلنت الجمارك ضبط الذهب."),
    ("بيروت – ", "أعلنت الجمارك ضبط الذهب."),
    ("WASHINGTON – ", "The Treasury named four firms."),
    ("WASHINGTON, Sept 12 (Reuters) - ", "The Treasury named four firms."),
    ("PORT LOUIS (AP) — ", "The customs held two men."),
    ("Beirut, Lebanon (CNN) -- ", "The customs held two men."),
    ("(CNN) ", "The customs held two men."),
    ("PARIS (AFP) - ", "La douane a saisi de l'or."),
    ("Paris, le 12 septembre 2017 (AFP) – ", "La douane a saisi de l'or."),
    ("МОСКВА, 12 сен — РИА Новости. ", "Таможня изъяла золото."),
    ("МОСКВА, 12 сентября. /ТАСС/. ", "Таможня изъяла золото."),
    ("МОСКВА (Рейтер) - ", "Таможня изъяла золото."),
    ("المكلا، 7 آذار 2019 (صحيفة الميناء) - ", "أعلنت الجمارك ضبط الذهب."),
    ("المكلا، 7 آذار 2019 - ", "أعلنت الجمارك ضبط الذهب."),
    ("OLBIA, March 7, 2019 (The Port News) - ", "The customs held two men."),
    ("OLBIA, 7 mars 2019 (La Lettre du Port) – ", "La douane a saisi de l'or."),
    ("ОЛЬБИЯ, 7 марта. ", "Таможня изъяла золото."),
    ("ОЛЬБИЯ, 7 марта 2019 года. Агентство «Маяк». ", "Таможня изъяла золото."),
]
CREDITS = [
    ("OLBIA, March 7, 2019 (The Port News) -", "The Port News"),
    ("عدن (رويترز) -", "رويترز"),
    ("* لندن ـ «الشرق الأوسط»:", "الشرق الأوسط"),
    ("الرياض - واس:", "واس"),
    ("МОСКВА, 12 сен — РИА Новости.", "РИА Новости"),
    ("ОЛЬБИЯ, 7 марта 2019 года. Агентство «Маяк».", "Маяк"),
    ("OLBIA, March 7, 2019 -", None),
    ("OLBIA (AFP, Reuters) -", None),
    ("", None),
]
BYLINES = [
    ("سمير العمري- الخبر- متابعة: ", "أعلنت الجمارك ضبط الذهب."),
    ("ليلى حداد - الميناء - الرياض: ", "أعلنت الجمارك ضبط الذهب."),
]
SENTENCES = [
    "الأزمة – التي طالت ثلاث دول – لم تنته بعد.",
    "وقال الوزير - بحسب الوكالة - إن الذهب ضبط.",
    "وكالة الأنباء (سانا) نقلت عن الوزير أن الذهب ضبط.",
    "أعلنت وزارة المالية (واس) - أن الحسابات جمدت.",
    "واشنطن تجمد حسابات الشبكة - والشبكة تنفي.",
    "The Treasury – which named four firms – said more would follow.",
    "US-led forces struck the depot.",
    "A firm in Paris - its owner is unknown - sold the gold.",
    "Таможня - крупнейшая в стране - изъяла золото.",
    "OLBIA (the port) was closed - the customs held two men.",
    "Olbia (The Port News) - a port without ships.",
    "OLBIA (The Port News) - The customs held two men.",
    "ОЛЬБИЯ закрыта с 7 марта. Таможня изъяла золото.",
]


@pytest.mark.parametrize(("opening", "rest"), DATELINES)
def test_datelines_end_where_the_sentence_begins(opening: str, rest: str) -> None:
    text = opening + rest
    found = find_opening(fold(text.replace(" ـ ", " - ")), text, at_the_head=True)

    assert found is not None
    assert found.kind == "dateline"
    assert text[found.end :].strip() == rest


@pytest.mark.parametrize(("dateline", "outlet"), CREDITS)
def test_a_dateline_credits_an_outlet(dateline: str, outlet: str | None) -> None:
    assert credit_in(dateline) == outlet


@pytest.mark.parametrize(("opening", "rest"), BYLINES)
def test_bylines_end_where_the_sentence_begins(opening: str, rest: str) -> None:
    text = opening + rest
    found = find_opening(fold(text), text, at_the_head=True)

    assert found is not None
    assert found.kind == "byline"
    assert text[found.end :].strip() == rest


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("at_the_head", [True, False])
def test_sentences_have_no_opening(text: str, at_the_head: bool) -> None:
    assert find_opening(fold(text), text, at_the_head=at_the_head) is None


def test_a_city_alone_opens_only_the_first_paragraphs() -> None:
    text = "بيروت – أعلنت الجمارك ضبط الذهب."

    assert find_opening(fold(text), text, at_the_head=False) is None


WHOLE_LINES = [
    "كتب: سمير العمري",
    "كتبت ليلى حداد",
    "بقلم: سمير العمري",
    "عين الخبر – المنامة",
    "الرياض - الميناء",
    "By Jane Roe",
    "By Jane Roe and John Doe",
    "Par Jeanne Dupont",
    "Автор: Иван Петров",
]
NO_BYLINES = [
    "By Tuesday the gold was gone",
    "Par ailleurs la douane enquête",
    "كتب الوزير رسالة إلى البنك قبل أن يغادر البلاد في المساء",
    "ضبط الذهب - تجميد الحسابات",
    "By Jane Roe, who is no longer here.",
]


@pytest.mark.parametrize("line", WHOLE_LINES)
def test_lines_that_name_the_author(line: str) -> None:
    assert is_byline(fold(line).text, line)


@pytest.mark.parametrize("line", NO_BYLINES)
def test_lines_that_do_not(line: str) -> None:
    assert not is_byline(fold(line).text, line)


@pytest.mark.parametrize(
    "line",
    [
        "12 سبتمبر 2017",
        "الثلاثاء 12 سبتمبر 2017 - 10:30",
        "Published: 12 September 2017",
        "12 сентября 2017",
        "2017-09-12",
    ],
)
def test_lines_that_only_say_a_day(line: str) -> None:
    assert is_date_line(fold(line).text)


@pytest.mark.parametrize(
    "line", ["", "في 12 سبتمبر 2017 ضبطت الجمارك شحنة من الذهب في المطار", "12 kilograms", "1/ first"]
)
def test_lines_that_say_more(line: str) -> None:
    assert not is_date_line(fold(line).text)
