"""Encodings: bytes read in the encoding they are in, whatever they are labelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import ReadingError
from kashf.reading.encodings import decode, plausibility
from kashf.reading.files import File

TEXTS = {
    "ar": "قال وزير المالية فى مؤتمر صحفى إن الشبكة نقلت أكثر من عشرين مليون دولار إلى الخارج، وأضاف أنها جمدت.\n",
    "ar-short": "ضبط ذهب مهرب في المطار",
    "ru": "Министр финансов заявил, что сеть перевела за границу более двадцати миллионов долларов.\n",
    "ru-short": "Золото нашли в аэропорту",
    "fr": "Le ministre a déclaré que le réseau avait transféré plus de vingt millions à l'étranger, déjà gelés.\n",
    "en": "The “finance minister” said the network’s money – £20 million of it – was moved abroad.\n",
}
CASES = [
    *((text, encoding) for text in ("ar", "ar-short") for encoding in ("cp1256", "iso8859_6", "mac_arabic")),
    *((text, encoding) for text in ("ru", "ru-short") for encoding in ("cp1251", "koi8_r", "cp866")),
    *(("fr", encoding) for encoding in ("cp1252", "latin-1")),
    ("en", "cp1252"),
    *((text, encoding) for text in TEXTS for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    *((text, encoding) for text in ("ar", "ru", "fr", "en") for encoding in ("utf-16-le", "utf-16-be", "utf-32-le")),
]


@pytest.mark.parametrize(("name", "encoding"), CASES)
@pytest.mark.parametrize("label", ["", "utf-8", "iso-8859-1", "no-such-encoding"])
def test_text_is_read_in_its_encoding_whatever_its_label(name: str, encoding: str, label: str) -> None:
    data = TEXTS[name].replace("،", ",").encode(encoding)

    assert decode(File("a.txt", data), [label] if label else []).text == data.decode(encoding)


@pytest.mark.parametrize(("name", "encoding"), [("ar", "cp1256"), ("ru", "koi8_r"), ("fr", "cp1252")])
def test_what_was_not_utf8_is_said(name: str, encoding: str) -> None:
    [repair] = decode(File("a.txt", TEXTS[name].encode(encoding))).repairs

    assert repair.startswith("read as ")


def test_a_label_decides_between_equals() -> None:
    data = "السوق".encode("iso8859_6")

    assert decode(File("a.txt", data), ["iso-8859-6"]).encoding == "iso8859_6"


def test_a_few_stray_bytes_are_marked_and_the_rest_is_read() -> None:
    data = TEXTS["ar"].encode() * 10 + b"\xff" + TEXTS["ar"].encode()

    found = decode(File("a.txt", data))

    assert found.text.count("\ufffd") == 1
    assert "1 damaged" in found.repairs[0]


def test_lines_in_another_encoding_are_read_in_theirs() -> None:
    data = TEXTS["ru"].encode() + TEXTS["ar"].encode("cp1256") * 2

    found = decode(File("a.txt", data))

    assert found.text == TEXTS["ru"] + TEXTS["ar"] * 2
    assert "2 of 4 lines were in Windows-1256" in found.repairs[0]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 99, b"\xff\xd8\xff\xe0" + bytes(99)])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="not text in any encoding"):
        decode(File("a.bin", data))


def test_right_decodings_are_plausible_and_wrong_ones_are_not() -> None:
    right = plausibility(TEXTS["ar"])
    wrong = plausibility(TEXTS["ar"].encode("cp1256").decode("cp1252"))

    assert right > 0.9
    assert wrong < 0.2


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    assert decode(File("a.txt", b"\xef\xbb\xbf" + text.encode())).text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(File("a.txt", data)).text, str)
    except ReadingError:
        return
