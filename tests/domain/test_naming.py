import pytest

from kashf.domain import name_key, name_tokens
from kashf.domain.tables import table
from kashf.errors import DataError


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزارة الخزانة الأمريكية", "وزارة الخزانة الاميركية"),
        ("شركة الواحة المحدودة", "الواحة"),
        ("Al-Waha Trading Co. Ltd", "al waha trading"),
        ("حركة النهار", "النهار"),
        ("L'Observatoire", "observatoire"),
        ("U.N.", "UN"),
    ],
)
def test_two_spellings_of_a_name_share_its_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("حزب الله", "حزب الله العراقي"), ("بنك الشمال", "بنك الجنوب"), ("Noor Bank", "Noor Exchange")]
)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_name_keeps_its_last_word() -> None:
    assert name_tokens("تنظيم") == ("تنظيم",)
    assert name_key("تنظيم") == "تنظيم"


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(DataError, match=r"domain/nowhere\.yaml"):
        table("nowhere")
