"""Languages: ours told apart from each other and from their neighbours in the same script."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.text.languages import LANGUAGES_READ, detect, function_words, name_language

READ = [
    ("ar", "قال مدير الجمارك إن الشحنة نقلت عبر الحدود في حقائب مخفية."),
    ("ar", "وقال المسئول فى تصريحات صحفية إن الأموال نقلت إلى الخارج على دفعات"),
    ("ar", "المسؤول المالی فی الشبكة قال ان الاموال نقلت الی الخارج"),
    ("ar", "أَعْلَنَتِ الوِزَارَةُ ضَبْطَ شُحْنَةٍ مِنَ الذَّهَبِ المُهَرَّبِ فِي المِينَاءِ"),
    ("ar", "تجميد حسابات الشبكة"),
    ("ar", "ضبط ذهب مهرب"),
    ("ar", "#الذهب_المهرب في #المطار يكشف شبكة في ثلاث دول"),
    ("en", "The customs chief said the shipment was moved across the border in hidden bags."),
    ("en", "Money laundering probe widens"),
    ("en", "Gold smuggled"),
    ("fr", "Le directeur des douanes a déclaré que la cargaison avait passé la frontière dans des sacs."),
    ("fr", "Blanchiment : l'enquête est élargie"),
    ("ru", "Начальник таможни сообщил, что груз перевезли через границу в тайниках."),
    ("ru", "Деньги боевиков"),
]
OTHERS = [
    ("fa", "رئیس گمرک گفت که محموله در چمدان‌ها از مرز گذشته است و به خارج منتقل شد."),
    ("fa", "این گزارش درباره پول‌های بلوکه شده است"),
    ("ur", "کسٹم کے سربراہ نے کہا ہے کہ سونا تھیلوں میں سرحد پار بھیجا گیا تھا"),
    ("ckb", "سەرۆکی گومرگ گوتی کە زێڕەکە لە جانتادا گواستراوەتەوە بۆ دەرەوەی وڵات"),
    ("ps", "د ګمرک مشر وويل چې سره زر په کڅوړو کې له پولې واوښتل"),
    ("uk", "Начальник митниці повідомив, що вантаж перевезли через кордон у схованках."),
    ("uk", "Гроші бойовиків"),
    ("bg", "Началникът на митницата заяви, че златото е било пренесено през границата в чанти."),
    ("sr", "Директор царине је рекао да је злато пренето преко границе у торбама."),
    ("de", "Der Leiter des Zolls sagte, die Ladung sei in Taschen über die Grenze gebracht worden."),
    ("es", "El jefe de la aduana dijo que el cargamento pasó la frontera en bolsas."),
    ("it", "Il direttore della dogana ha detto che il carico è passato per la frontiera in borse."),
    ("tr", "Gümrük müdürü, sevkiyatın çantalarda sınırdan geçirildiğini söyledi ve soruşturma sürüyor."),
    ("he", "ראש המכס אמר כי הזהב הועבר בתיקים"),
    ("zh", "海关负责人说黄金是用袋子运过边境的"),
]


@pytest.mark.parametrize(("code", "text"), READ)
def test_the_languages_that_are_read(code: str, text: str) -> None:
    found = detect(text)

    assert found.code == code
    assert found.is_read


@pytest.mark.parametrize(("code", "text"), OTHERS)
def test_others_are_named_and_not_taken_for_ours(code: str, text: str) -> None:
    found = detect(text)

    assert found.code == code
    assert not found.is_read
    assert found.name != code


@pytest.mark.parametrize("text", ["", "1,250.00 — 17%", "…"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert detect(text).code == "und"


def test_a_mixed_text_goes_with_the_majority_of_its_words() -> None:
    arabic, english = READ[0][1], READ[7][1]

    assert detect(f"{english} {arabic} {arabic} {arabic}").code == "ar"
    assert detect(f"{arabic} {english} {english} {english}").code == "en"


def test_what_follows_a_long_heading_in_another_language_counts() -> None:
    english, french = READ[7][1], READ[10][1]

    assert detect(f"{english} " * 5 + f"{french} " * 60).code == "fr"


def test_confidence_is_lower_where_languages_mix() -> None:
    arabic, english = READ[0][1], READ[7][1]

    assert detect(f"{arabic} {english}").confidence < detect(arabic).confidence


def test_an_unknown_code_is_its_own_name() -> None:
    assert name_language("xx") == "xx"


@pytest.mark.parametrize("code", LANGUAGES_READ)
def test_function_words_are_there_for_every_language_read(code: str) -> None:
    assert len(function_words(code)) > 40


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer_and_always_the_same(text: str) -> None:
    found = detect(text)

    assert 0 <= found.confidence <= 1
    assert detect(text) == found


def test_the_statistical_model_is_not_loaded_where_function_words_decide() -> None:
    code = (
        "import sys; from kashf.text.languages import detect;"
        f"assert detect({READ[0][1]!r}).code == 'ar';"
        "assert 'numpy' not in sys.modules and 'py3langid' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True)
