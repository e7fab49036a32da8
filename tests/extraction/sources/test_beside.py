"""Quotations beside a verb that no table knows, and what stands in marks beside somebody and is none."""

from __future__ import annotations

import pytest

from kashf.extraction.chain import analyse
from kashf.records import Report

SPOKEN = [
    ("fr", "« Les comptes sont vides », peste une source proche du dossier.", "une source proche"),
    ("fr", "« Tout passe par eux, grince Claire Dumas, experte du pétrole. On paie. »", "Claire Dumas"),
    ("fr", "« Personne ne comptait les billets », lâche, amer, un villageois.", "un villageois"),
    ("fr", "Un ancien ministre nourrit le même soupçon : « Ils ont tous touché leur part. »", "Un ancien ministre"),
    ("en", '"They pay in gold every month," quipped Senator Paul Greer.', "Paul Greer"),
    ("en", '"They pay in gold every month," Senator Paul Greer joked.', "Paul Greer"),
    ("en", 'Its lawyer was more talkative: "My client has never met these people."', "Its lawyer"),
    ("ru", "«Они платят золотом», — пожал плечами фермер Абу Омар.", "Абу Омар"),
    ("ar", 'وانفجر المزارع سالم باكيا: "أخذوا كل ما نملك".', "سالم"),
]
NAMES = [
    ("en", 'He sold "The Long Road to Mersin," a novel about smugglers, to a small press.'),
    ("en", 'Under the slogan "Clean money for all of us," Senator Paul Martin marched in Lyon.'),
    ("fr", "La soirée « Nuit des étoiles du désert », le maire l'a ouverte vers vingt heures."),
    ("fr", "Le film « Les passeurs de la vallée », un succès, sort mercredi."),
    ("ru", "Книга «Золото великой пустыни», роман Анны Лесковой, вышла в мае."),
    ("ar", "تحت شعار «معا ضد تمويل الإرهاب»، افتتح الوزير المؤتمر."),
    ("ar", "«كنوز الصحراء الكبرى»، معرض افتتحه الوزير أمس."),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPOKEN)
def test_who_stands_beside_marks_speaks(language: str, text: str, speaker: str) -> None:
    quotes = analyse(Report("r", "a.txt", text, language=language)).quotes
    assert quotes
    assert all(quote.speaker is not None and speaker in quote.speaker.text for quote in quotes)


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_a_title_in_marks_is_no_speech(language: str, text: str) -> None:
    assert not analyse(Report("r", "a.txt", text, language=language)).quotes
