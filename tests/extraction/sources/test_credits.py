"""Credits to an agency, in the dateline and at the end."""

from __future__ import annotations

import pytest

from kashf.extraction.chain import analyse
from kashf.extraction.sources.voices import attribution_at
from kashf.records import Report

EN, FR = "Militants have seized two salt mines.", "Des miliciens ont pris deux mines."
RU, AR = "Боевики захватили шахту.", "استولى مسلحون على منجمين."
CREDITED = [
    ("en", f"BEIRUT (AP) — {EN}", "AP"),
    ("en", f"{EN} (With agencies)", "agencies"),
    ("en", f"{EN} - AFP", "AFP"),
    ("fr", f"BEYROUTH, 3 mars (AFP) - {FR}", "AFP"),
    ("fr", f"{FR} Avec AFP et Reuters", "AFP"),
    ("ru", f"БЕЙРУТ, 12 мая — РИА Новости. {RU}", "РИА Новости"),
    ("ru", f"МОСКВА, 3 марта. /ТАСС/. {RU}", "ТАСС"),
    ("ar", f"عواصم - وكالات: {AR}", "وكالات"),
    ("ar", f"موسكو/ سبوتنيك: {AR}", "سبوتنيك"),
    ("ar", f"{AR} المصدر: رويترز", "رويترز"),
    ("ar", f"{AR} (أ ف ب)", "أ ف ب"),
]
NOT_CREDITED = [
    ("en", f"{EN} Reuters contributed to this report."),
    ("ar", f"{AR} واعتصم عمال المنجم أمام المكتب."),
    ("ru", f"{RU} Представитель ТАСС на месте не был."),
]


@pytest.mark.parametrize(("language", "text", "agency"), CREDITED)
def test_an_agency_is_credited_and_the_voice_stays_own(language: str, text: str, agency: str) -> None:
    draft = analyse(Report("r", "a.txt", text, language=language))
    body = next(text.index(one) for one in (EN, FR, RU, AR) if one in text)
    found = attribution_at(draft, body)
    assert ([link.text for link in found.chain[1:]], found.mode) == ([agency], "own")


@pytest.mark.parametrize(("language", "text"), NOT_CREDITED)
def test_an_agency_that_is_only_spoken_of_is_not(language: str, text: str) -> None:
    assert len(attribution_at(analyse(Report("r", "a.txt", text, language=language)), 2).chain) == 1
