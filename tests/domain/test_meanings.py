from kashf.domain import concepts, kin_types


def test_words_of_all_languages_lead_to_one_concept() -> None:
    known = concepts(str.casefold)
    assert known["نفط"] == known["oil"] == known["нефть"] == "oil"


def test_kinship_is_mutual_and_does_not_reach_further() -> None:
    kin = kin_types()
    assert "smuggle" in kin["transfer"]
    assert "transfer" in kin["smuggle"]
    assert "arrest" not in kin["transfer"]
