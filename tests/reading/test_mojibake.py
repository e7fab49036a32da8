"""Mojibake is put right; what reads right is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.reading.mojibake import mend

TEXTS = {
    "ar": "قال مدير الجمارك: «نقلت الشحنة عبر الحدود في حقائب مخفية».",
    "ru": "Начальник таможни сообщил: «Груз перевезли через границу в тайниках».",
    "fr": "Le directeur a déclaré : « La cargaison a passé la frontière l’été dernier, déjà gelée ».",
    "en": "The director said: “It’s been moved across the border – in bags”.",
}
MILLS = ["cp1252", "latin-1", "cp1256", "cp1251", "koi8_r", "cp866", "mac_roman"]
HONEST = [
    *TEXTS.values(),
    "Міністр, Рівне, Вінниця, Сєрова, Рік і Гітлер",
    "تعليق أ، ب؛ ر؟ نعم ع… لا «ر» وع”",
    "Ça, Ñandú, Øresund, ¿Qué?, Ð, Þór, naïveté: 5° — 10 €",
    "گزارش: رگ، عک و پرچم",
    "São Tomé, Ångström, Žižek",
]


def through_the_mill(text: str, codec: str) -> str | None:
    """The text's UTF-8 read in an encoding as programs do that keep what it has no character for; None where lossy."""
    try:
        return text.encode().decode(codec)
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("codec", MILLS)
@pytest.mark.parametrize("times", [1, 2])
def test_what_went_through_the_mill_is_put_right(name: str, codec: str, times: int) -> None:
    text = TEXTS[name]
    for _ in range(times):
        text = through_the_mill(text, codec) or text

    mended = mend(text)

    assert mended.text == TEXTS[name]
    assert mended.repairs


@pytest.mark.parametrize("text", HONEST)
def test_what_reads_right_is_left_as_it_is(text: str) -> None:
    assert mend(text).text == text
    assert mend(text).repairs == ()


def test_a_run_between_honest_words_is_put_right() -> None:
    broken = TEXTS["ar"].encode().decode("cp1256")

    assert mend(f"وقال الوزير: {broken} نهاية الخبر").text == f"وقال الوزير: {TEXTS['ar']} نهاية الخبر"


def test_only_the_lines_that_need_it_change() -> None:
    broken = TEXTS["ru"].encode().decode("latin-1")

    assert mend(f"{TEXTS['fr']}\n{broken}").text == f"{TEXTS['fr']}\n{TEXTS['ru']}"


@given(
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" .،؟\n"), max_size=80)
)
def test_arabic_letters_in_any_order_are_left_as_they_are(text: str) -> None:
    assert mend(text).text == text
