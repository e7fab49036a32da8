"""Days are typed in one way in both languages, whatever the browser's own is, and read in several."""

from __future__ import annotations

import pytest

from kashf.workbench.days import typed_day

DAYS = [
    ("2026-11-28", "2026-11-28"),
    ("2026/11/28", "2026-11-28"),
    ("2026.1.8", "2026-01-08"),
    ("28/11/2026", "2026-11-28"),
    ("8.1.2026", "2026-01-08"),
    ("٢٠٢٦-١١-٢٨", "2026-11-28"),
    ("٢٨/١١/٢٠٢٦", "2026-11-28"),
    ("۲۰۲۶-۱۱-۲۸", "2026-11-28"),
    ("\u200f2026-11-28 ", "2026-11-28"),
    ("", None),
    ("  ", None),
    ("soon", "soon"),
    ("2026-11-28T00:00", "2026-11-28T00:00"),
    ("11/28/26", "11/28/26"),
]


@pytest.mark.parametrize(("typed", "read"), DAYS)
def test_a_day_is_read_as_it_is_typed(typed, read):
    assert typed_day(typed) == read


@pytest.mark.parametrize("path", ["/reports", "/search", "/money", "/map", "/figures"])
@pytest.mark.parametrize(("typed", "status"), [("٢٨/١١/٢٠١٦", 200), ("2016-11-31", 422), ("soon", 422), ("", 200)])
def test_every_page_takes_it(client, path, typed, status):
    told = client.get(path, params={"since": typed})
    assert told.status_code == status
    if typed and status == 200:
        assert 'value="2016-11-28"' in told.text


@pytest.mark.slow
@pytest.mark.parametrize(("language", "hint"), [("ar", "سنة-شهر-يوم"), ("en", "YYYY-MM-DD")])
def test_the_field_is_in_the_language_of_the_page(tab, language, hint):
    page = tab("/reports", language)
    field = page.locator("input.day")
    assert field.get_attribute("placeholder") == hint
    field.fill("next week")
    page.locator(".narrowing button").click()
    assert not field.evaluate("one => one.validity.valid")
    assert "since" not in page.url
    field.fill("٢٨/١١/٢٠١٦")
    field.press("Enter")
    page.wait_for_url("**/reports?*since=*")
    assert page.locator("input.day").input_value() == "2016-11-28"
    assert page.locator("input[type=date]").count() == 0
