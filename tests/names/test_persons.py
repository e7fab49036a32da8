import pytest

from kashf.names import person_tokens, same_person


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("الشيخ محمد بن عبد الرحمن آل ثاني", ("محمد", "عبدرحمن", "ثاني")),
        ("عبدالرحمن السعيد", ("عبدرحمن", "سعيد")),
        ("Abd al-Rahman al-Said", ("abdrahman", "said")),
        ("Abu Bakr al-Baghdadi", ("abubakr", "baghdadi")),
        ("نور الدين بن علي", ("نوردين", "علي")),
        ("Dr. John de Silva", ("john", "silva")),
    ],
)
def test_a_name_is_taken_to_its_parts(name: str, parts: tuple[str, ...]) -> None:
    assert person_tokens(name) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("دميترى فيوكتيستوف", "Dmitry Feoktistov"),
        ("دميتري فيوكتيستوف", "Дмитрий Феоктистов"),
        ("Зубия Шахназ", "Zoobia Shahnaz"),
        ("دانيال غليزر", "Daniel Glaser"),
        ("حسن نصر الله", "Hassan Nasrallah"),
        ("محمد القاطرجي", "Mohammad Katerji"),
        ("محمد بن عبدالرحمن آل ثاني", "محمد آل ثاني"),
        ("عبد الله صالح", "Abdullah Saleh"),
        ("Mohamed Ali Hassan", "Muhammad Ali Hasan"),
    ],
)
def test_one_person_is_recognised(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن نصر الله", "حسين نصر الله"),
        ("حسين نصر الله", "Hassan Nasrallah"),
        ("محمد القاطرجي", "حسام القاطرجي"),
        ("أحمد علي صالح", "محمد علي صالح"),
        ("كمال مراد", "جمال مراد"),
        ("القاطرجي", "محمد القاطرجي"),
        ("علي حسن محمد", "علي محمد حسن"),
    ],
)
def test_two_persons_stay_apart(one: str, other: str) -> None:
    assert not same_person(one, other)
