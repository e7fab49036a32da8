import pytest

from kashf.domain import body_named, known_bodies, known_places, place_named, within


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("داعش", "isil"),
        ("تنظيم داعش الإرهابي", "isil"),
        ("#داعش", "isil"),
        ("لداعش", "isil"),
        ("تنظيم الدولة الإسلامية في العراق والشام", "isil"),
        ("ISIL", "isil"),
        ("the Islamic State group", "isil"),
        ("l'État islamique", "isil"),
        ("ИГИЛ", "isil"),
        ("Исламского государства", "isil"),
        ("حزب الله", "hizballah"),
        ("حزب الله العراقي", "kataib-hizballah"),
        ("Hezbollah", "hizballah"),
        ("Al-Qaeda", "al-qaida"),
        ("Аль-Каида", "al-qaida"),
        ("حركة طالبان", "taliban"),
        ("وزارة الخزانة الأميركية", "us-treasury"),
        ("U.S. Treasury", "us-treasury"),
        ("الخارجية الروسية", "ru-foreign-ministry"),
        ("Russian Foreign Ministry", "ru-foreign-ministry"),
        ("МИД России", "ru-foreign-ministry"),
        ("وزارة الداخلية البحرينية", "bh-interior-ministry"),
        ("Central Bank of Iraq", "iq-central-bank"),
        ("البنك المركزي العراقي", "iq-central-bank"),
        ("فاتف", "fatf"),
        ("رويترز", "reuters"),
        ("РИА Новости", "ria"),
    ],
)
def test_a_body_is_known_by_each_of_its_names(name: str, key: str) -> None:
    found = body_named(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["التنظيم", "شركة النور للصرافة", "", "المصرف", "Noor Exchange"])
def test_what_is_no_known_name_is_not_found(name: str) -> None:
    assert body_named(name) is None


@pytest.mark.parametrize(
    ("name", "key"), [("سورية", "sy"), ("Syrie", "sy"), ("Сирии", "sy"), ("النرويج", "no"), ("الولايات المتحدة", "us")]
)
def test_a_place_is_known_by_each_of_its_names(name: str, key: str) -> None:
    found = place_named(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(("country", "region", "holds"), [("Sweden", "Europe", True), ("Iraq", "Europe", False)])
def test_a_country_lies_in_its_region(country: str, region: str, holds: bool) -> None:
    inner, outer = place_named(country), place_named(region)
    assert inner is not None
    assert outer is not None
    assert within(inner, outer) is holds


def test_agencies_relay_and_ministries_do_not() -> None:
    relays = {body.key: body.relays for body in known_bodies()}
    assert (relays["afp"], relays["bbc"], relays["us-treasury"]) == (True, True, False)


def test_every_body_and_place_has_a_key_of_its_own() -> None:
    for known in (known_bodies(), known_places()):
        keys = [body.key for body in known]
        assert len(keys) == len(set(keys))
