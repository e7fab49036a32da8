import csv
from pathlib import Path

import pytest

from kashf.names import person_tokens, same_person
from kashf.names.persons import sounding_blocks

LIST = Path(__file__).parents[3] / "shared" / "names" / "un_arabic_latin.tsv"


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
    assert same_person(person_tokens(one), person_tokens(other))


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
    assert not same_person(person_tokens(one), person_tokens(other))


@pytest.mark.shared
@pytest.mark.skipif(not LIST.exists(), reason="the United Nations list lies beside the project")
def test_names_of_the_united_nations_list_meet_across_scripts() -> None:
    with LIST.open(encoding="utf-8") as lines:
        entries = [entry for entry in csv.DictReader(lines, delimiter="\t") if entry["kind"] == "person"]
    latin = [
        (index, person_tokens(name))
        for index, entry in enumerate(entries)
        for name in (entry["latin"], *entry["aliases"].split("|"))
    ]
    found = wrong = 0
    for index, entry in enumerate(entries):
        parts = person_tokens(entry["arabic"])
        blocks = set(sounding_blocks(parts)) if parts else set()
        hits = {
            other
            for other, candidate in latin
            if candidate and blocks & set(sounding_blocks(candidate)) and same_person(parts, candidate)
        }
        found += index in hits
        wrong += len(hits - {index})
    assert found / len(entries) >= 0.8
    assert wrong <= 3
