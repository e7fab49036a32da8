"""Cleaning: what is the report's own is told from what is not, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.reading.cleaning import looks_like_title, mark
from kashf.reading.normalising import normalise

FIRST = "قال مدير الجمارك في مؤتمر صحفي إن الشحنة نقلت عبر الحدود في حقائب مخفية، وإن التحقيق مستمر في ثلاث دول مجاورة."
SECOND = "وأضاف أن الشبكة نقلت قبل ذلك أربعين كيلوغراما من الذهب إلى الخارج، وأن المصارف جمدت حسابات سبعة من أعضائها."
ENGLISH = (
    "The customs chief told reporters that the shipment was moved across the border in hidden bags, "
    "and that the inquiry went on in three countries nearby."
)
FRENCH = (
    "Le directeur des douanes a déclaré que la cargaison avait passé la frontière dans des sacs, "
    "et que l'enquête continuait dans trois pays voisins."
)
RUSSIAN = (
    "Начальник таможни сообщил журналистам, что груз перевезли через границу в тайниках, "
    "и что расследование идёт в трёх соседних странах."
)


def kinds(text: str, **settings: object) -> list[tuple[str, str]]:
    """Each region's kind and words."""
    return [(region.kind, text[region.start : region.end]) for region in mark(text, **settings)]  # type: ignore[arg-type]


BOILERPLATE = [
    (FIRST, "تم إضافة تعليقك، سوف يظهر بعد المراجعة"),
    (FIRST, "تمت اضافة تعليقك وسيظهر بعد المراجعه"),
    (FIRST, "سيظهر تعليقك بعد مراجعته من قبل المحرر"),
    (FIRST, "اقرأ أيضًا: ضبط شحنة جديدة في الميناء"),
    (FIRST, "إقرأ ايضا | ضبط شحنة جديدة في الميناء"),
    (FIRST, "للمزيد: ضبط شحنة جديدة في الميناء"),
    (FIRST, "تابعونا على تويتر وفيسبوك"),
    (FIRST, "اشترك في نشرتنا البريدية"),
    (FIRST, "جميع الحقوق محفوظة © الخبر 2017"),
    (FIRST, "رابط الخبر: ضبط شحنة ذهب في المطار"),
    (FIRST, "الوسوم: ذهب، جمارك، مطار"),
    (FIRST, "شارك"),
    (FIRST, "حجم الخط"),
    (FIRST, "* * *"),
    (ENGLISH, "Your comment will appear after review"),
    (ENGLISH, "READ MORE: Gold held at the port"),
    (ENGLISH, "Follow us on Twitter"),
    (ENGLISH, "Sign up for our newsletter"),
    (ENGLISH, "© 2017 The Port News. All rights reserved."),
    (ENGLISH, "This site uses cookies to improve your experience"),
    (ENGLISH, "Tags: gold, customs"),
    (ENGLISH, "Share this article"),
    (FRENCH, "Lire aussi : De l'or saisi au port"),
    (FRENCH, "À LIRE AUSSI. De l'or saisi au port"),
    (FRENCH, "Suivez-nous sur les réseaux"),
    (FRENCH, "Tous droits réservés"),
    (FRENCH, "Mots-clés : or, douane"),
    (RUSSIAN, "Читайте также: Золото нашли в порту"),
    (RUSSIAN, "Подписывайтесь на наш телеграм-канал"),
    (RUSSIAN, "Все права защищены"),
    (RUSSIAN, "Теги: золото, таможня"),
    (RUSSIAN, "Ваш комментарий появится после проверки"),
]


@pytest.mark.parametrize(("paragraph", "line"), BOILERPLATE)
def test_lines_that_pages_put_beside_a_report(paragraph: str, line: str) -> None:
    assert kinds(f"{paragraph}\n{line}\n{paragraph}") == [
        ("body", paragraph),
        ("boilerplate", line),
        ("body", paragraph),
    ]


BODY = [
    "للمزيد من الضغط على الشبكة جمدت المصارف حسابات أخرى في ثلاث دول.",
    "تابعت الشرطة الشبكة عامين.",
    "شارك في العملية ثلاثون رجلا.",
    "اشتراك الرجل في الشبكة لم يثبت.",
    "Following the raid, the bank was closed.",
    "More than forty kilograms were found.",
    "Shares of the bank fell by half.",
    "By noon the gold was gone.",
    "Share prices fell.",
    "Partager l'or fut leur erreur.",
    "По теме золота высказался и министр.",
]


@pytest.mark.parametrize("line", BODY)
def test_sentences_that_begin_alike_are_body(line: str) -> None:
    text = f"{FIRST}\n{line}\n{SECOND}"

    assert kinds(text) == [("body", text)]


TAILS = [
    (FIRST, "رابط الخبر بصحيفة الميناء: ضبط شحنة ذهب في المطار.. والتحقيق مستمر"),
    (FIRST, "سمات ذهب جمارك مطار"),
    (FIRST, "اقرأ أيضا: ضبط شحنة ذهب"),
    (FIRST, "...المزيد"),
    (ENGLISH, "Read more: Gold held at the port"),
    (ENGLISH, "Tags: gold, customs"),
    (FRENCH, "Lire aussi : De l'or saisi au port"),
    (RUSSIAN, "Читайте также: Золото нашли в порту"),
]


@pytest.mark.parametrize(("paragraph", "tail"), TAILS)
def test_only_the_tail_of_a_paragraph_is_boilerplate(paragraph: str, tail: str) -> None:
    assert kinds(f"{paragraph} {tail}") == [("body", paragraph), ("boilerplate", tail)]


CAPTIONS = [
    "عناصر من الجمارك",
    "سبائك ذهب",
    "سبائك من الذهب (رويترز)",
    "صورة أرشيفية لمطار المدينة",
    "Gold bars at the airport",
    "Gold bars at the airport. Photo: Jane Roe/AFP",
    "Lingots à l'aéroport (Archives)",
    "Фото: таможня",
    "![bars](https://example.org/bars.jpg)",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_between_paragraphs(line: str) -> None:
    assert kinds(f"{FIRST}\n{line}\n{SECOND}") == [("body", FIRST), ("caption", line), ("body", SECOND)]


NO_CAPTIONS = [
    "وأكدت الوزارة تجميد الحسابات",
    "هل انتهى الأمر؟",
    "استرضاء السكان..",
    "ما قاله الوزير:",
    "1/ سمير العمري (30 عاما)",
    "- أربعون كيلوغراما من الذهب",
    "The bank was closed",
    "Name: Samir al-Omari",
]


@pytest.mark.parametrize("line", NO_CAPTIONS)
def test_short_lines_that_say_something_stay_body(line: str) -> None:
    text = f"{FIRST}\n{line}\n{SECOND}"

    assert kinds(text) == [("body", text)]


def test_the_items_of_a_list_are_no_captions() -> None:
    items = "سمير العمري\nليلى حداد\nمنى الخطيب\nسالم الراوي"
    text = f"{FIRST}\n{items}\n{SECOND}"

    assert kinds(text) == [("body", text)]


def test_a_label_before_the_first_words_is_none_of_them() -> None:
    text = f"Story highlights {ENGLISH}\n\nJUST WATCHED How gold is hidden\n\n{ENGLISH}"
    told = [(kind, words) for kind, words in kinds(text) if kind == "body"]
    assert [words.strip() for _, words in told] == [ENGLISH, ENGLISH]


def test_a_list_of_links_ends_where_a_paragraph_begins() -> None:
    links = "Most Read\nGold held at the port\nWho owns the bank?\n“It was not me”"
    text = f"{ENGLISH}\n{links}\n{ENGLISH}"

    assert kinds(text) == [("body", ENGLISH), ("boilerplate", links), ("body", ENGLISH)]


def test_title_dateline_and_body() -> None:
    text = f"ضبط الذهب في المطار\nبيروت (رويترز) - {FIRST}"

    assert kinds(text, title="ضبط الذهب فى المطار!") == [
        ("title", "ضبط الذهب في المطار"),
        ("dateline", "بيروت (رويترز) -"),
        ("body", FIRST),
    ]


def test_a_byline_on_a_line_of_its_own() -> None:
    text = f"ضبط الذهب\nكتب: سمير العمري\n{FIRST}"

    assert kinds(text, title="ضبط الذهب")[1] == ("byline", "كتب: سمير العمري")


MAIL = f"""{ENGLISH}

On Tuesday, Jane Roe wrote:
> The gold was held.
> Who owns it?

--
Jane Roe
The Port News"""


def test_letters_quoted_in_a_mail_and_its_signature() -> None:
    assert [kind for kind, _ in kinds(MAIL, mail=True)] == ["body", "boilerplate"]
    assert kinds(MAIL, mail=True)[0][1] == ENGLISH


FORWARDED = f"""---------- Forwarded message ---------
From: Jane Roe <jane@example.org>
Date: Tue, 12 Sep 2017
Subject: Gold

{ENGLISH}"""


def test_the_letter_in_a_forwarded_mail_is_body() -> None:
    assert [kind for kind, _ in kinds(FORWARDED, mail=True)] == ["boilerplate", "body"]


TITLES = [
    ("ضبط الذهب في المطار", FIRST, True),
    ('الشبكة خائفة.. والوزير يؤكد "ضبط الذهب"', FIRST, True),
    ("Who owns the bank?", ENGLISH, True),
    ("The bank was closed.", ENGLISH, False),
    (FIRST, SECOND, False),
    ("ضبط الذهب في المطار", "", False),
    ("ضبط الذهب في المطار", "سبائك", False),
    ("Gold", ENGLISH, False),
    ("12 سبتمبر 2017", FIRST, False),
    ("Dear colleagues,", ENGLISH, False),
    ("تصويب: الذهب في المطار", FIRST, True),
    ("Customs: gold held at the port", ENGLISH, True),
    ("Subject: gold held at the port", ENGLISH, False),
    ("By: Jane Roe", ENGLISH, False),
    ("1. Gold held at the port", ENGLISH, False),
]


@pytest.mark.parametrize(("line", "rest", "expected"), TITLES)
def test_what_looks_like_a_title(line: str, rest: str, expected: bool) -> None:
    assert looks_like_title(line, rest) is expected


LINES = st.sampled_from(
    [FIRST, SECOND, ENGLISH, *(line for _, line in BOILERPLATE), *CAPTIONS, *NO_CAPTIONS, *BODY, "", "x"]
)


@given(st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=200), st.booleans())
def test_regions_cover_the_text_without_overlap(text: str, mail: bool) -> None:
    text = normalise(text).text
    end = 0
    for region in mark(text, text.partition("\n")[0], mail=mail):
        assert text[end : region.start].strip() == ""
        assert region.start < region.end
        assert text[region.start : region.end] == text[region.start : region.end].strip()
        end = region.end
    assert text[end:].strip() == ""
