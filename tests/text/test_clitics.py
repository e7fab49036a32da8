import pytest

from kashf.extraction.knowledge import knowledge_of
from kashf.text.clitics import Splitter
from kashf.text.folding import fold


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    found = knowledge_of("ar").splitter
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("وزير", ("", "", False, "وزير", "")),
        ("بنك", ("", "", False, "بنك", "")),
        ("فرنسا", ("", "", False, "فرنسا", "")),
        ("سوريا", ("", "", False, "سوريا", "")),
        ("والعراق", ("و", "", False, "العراق", "")),
        ("بالوقود", ("", "ب", True, "وقود", "")),
        ("للدينار", ("", "ل", True, "دينار", "")),
        ("وبنك", ("و", "", False, "بنك", "")),
        ("ولبنان", ("و", "", False, "لبنان", "")),
        ("سيبيع", ("", "س", False, "يبيع", "")),
        ("أمواله", ("", "", False, "اموال", "ه")),
        ("منهم", ("", "", False, "من", "هم")),
        ("له", ("", "ل", False, "", "ه")),
        ("ولهم", ("و", "ل", False, "", "هم")),
    ],
)
def test_words_taken_apart(splitter: Splitter, word: str, parts: tuple[str, str, bool, str, str]) -> None:
    split = splitter.split(fold(word).text, feminine=word.endswith("ة"))
    stem = split.stem if not split.article or parts[3].startswith("ال") is False else "ال" + split.stem
    article = split.article and not parts[3].startswith("ال")
    assert (split.conjunction, split.preposition, article, stem, split.ending) == parts


def test_a_written_feminine_is_no_pronoun(splitter: Splitter) -> None:
    assert splitter.split("دوله", feminine=True).ending == ""


def test_an_unwritten_feminine_yields_to_a_known_verb(splitter: Splitter) -> None:
    split = splitter.split("دفعه", feminine=False)
    assert (split.stem, split.ending) == ("دفع", "ه")
