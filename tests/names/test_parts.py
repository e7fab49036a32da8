import pytest

from kashf.names.parts import kind_of, take_apart


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Abdul Hai", ["abdhai"]),
        ("عبدالحي", ["عبدحي"]),
        ("Abderrahmane", ["abdrahmane"]),
        ("Abdus Samad Khan", ["abdsamad", "khan"]),
        ("Noor ud-Din Turabi", ["noordin", "turabi"]),
        ("Nooruddin Turabi", ["noordin", "turabi"]),
        ("نورالدين ترابی", ["نوردين", "ترابي"]),
        ("Hidayatullah", ["hidayatlah"]),
        ("رحمة الله", ["رحمتله"]),
        ("محمدعبد البصیر", ["محمد", "عبدبصير"]),
        ("أبي القاسم", ["ابوقاسم"]),
        ("أبوالقاسم", ["ابوقاسم"]),
        ("Mohamed Ould Abdel Aziz", ["mohamed", "abdaziz"]),
        ("HADDAD, Samer", ["samer", "haddad"]),
        ("SamerHaddad", ["samer", "haddad"]),
    ],
)
def test_a_person_is_taken_apart(name: str, parts: list[str]) -> None:
    assert [part.text for part in take_apart(name, "person").parts] == parts


@pytest.mark.parametrize(
    ("name", "meanings"),
    [
        ("شركة الفرات للصرافة المحدودة", ["company", "euphrates", "exchange", "limited"]),
        ("Al-Furat Money Exchange Co. Ltd", ["euphrates", "exchange", "company", "limited"]),
        ("Limited Liability Company Orient", ["limited", "east"]),
        ("جيش المهاجرين والأنصار", ["army", "emigrants", "supporters"]),
        ("القاعدة ببلاد المغرب الإسلامي", ["qaida", "maghreb"]),
    ],
)
def test_an_organisation_is_taken_apart(name: str, meanings: list[str]) -> None:
    found = take_apart(name, "organisation").parts
    assert len(found) == len(meanings)
    assert all(meaning in part.meanings for meaning, part in zip(meanings, found, strict=True))


def test_acronyms_in_brackets_are_kept_and_places_stay() -> None:
    assert take_apart("Libyan Islamic Fighting Group (LIFG)", "organisation").acronyms == {"lifg"}
    assert [part.group for part in take_apart("Orient (Lebanon)", "organisation").parts][-1] == "place"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("سامر حداد", "person"),
        ("شركة حداد", "organisation"),
        ("أنصار الشريعة", "organisation"),
        ("داعش", "organisation"),
        ("Samer Haddad", "person"),
        ("Haddad Trading", "organisation"),
        ("صلاح الدين", "person"),
    ],
)
def test_words_tell_what_kind_of_name_it_is(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    "name", ["\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 300, "b" * 200_000, "ب" * 500, "sch " * 5_000]
)
@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_what_is_too_long_for_a_name_stops_nobody(name, kind):
    from kashf.names.list_index import ListIndex
    from kashf.records import Listed

    index = ListIndex((Listed("long", kind, (name, "Karim Saad")), Listed("short", kind, ("Karim Saad",))))
    assert {entry.key for entry, _ in index.find("Karim Saad", limit=5, threshold=0.9)} == {"long", "short"}
    assert index.find(name, limit=1, threshold=0.5)[0][0].key == "long"
