"""Finding reports: in any spelling, the best first, with the words' places in the text. The sentences are made up."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.ledger import (
    ClaimsWanted,
    Decision,
    Derivation,
    Kept,
    Query,
    Source,
    View,
    Writer,
    claims_wanted,
    search,
    search_rows,
)
from kashf.ledger.snippets import trimmed
from kashf.ledger.stems import stem, words
from kashf.records import Claim, Record, Region, Report, Span

REPORTS = {
    "ar": "تمويل الإرهاب\nقال الوزير إن التنظيم باع النفط عبر وسطاء في سوريا، وإنّ لداعش حسابات مصرفية في لبنان.",
    "cells": "خلايا نائمة\nأوقفت الشرطة أفراد خليةٍ إرهابية تنقل الأموال إلى شركاتها في الخارج، وصادرت الوزارة السلاح.",
    "wheat": "محصول القمح\nزار الخبراء حقول الفلاحين وتفقد الصوامع الجديدة.",
    "en": "Oil wells burned\nThe group lost its oil wells, and the banks of the region closed their branches.",
    "wells": "Drinking water\nVillagers dug wells. There was no oil near them, said Société Générale des Eaux.",
    "ru": "Нефть\nБоевики продавали нефть посредникам, сообщили в министерстве.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A ledger with the reports above."""
    path = tmp_path_factory.mktemp("library") / "kashf.db"
    with Writer(path) as writer:
        for name, text in REPORTS.items():
            title = text.split("\n")[0]
            report = Report(
                name, f"{name}.txt", text, title, outlet=name[:2], regions=(Region("title", 0, len(title)),)
            )
            body = text[len(title) + 1 :]
            claims = (Claim(f"c-{name}", "sell", Span(len(title) + 1, len(text), body)),)
            digest = hashlib.sha256(text.encode()).hexdigest()
            kept = Kept(report, text.encode(), digest, "test", record=Record(report, claims=claims))
            writer.keep(Source(report.source, digest, 1, ""), [kept])
    with View(path) as view:
        yield view


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        # hamza, vowels, tatweel, final ya, ta marbuta
        ("الارهاب", {"ar", "cells"}),
        ("الإرهاب", {"ar", "cells"}),
        ("إِرْهَاب", {"ar", "cells"}),
        ("ارهـــاب", {"ar", "cells"}),
        ("سورية", {"ar"}),
        ("السوريين", {"ar"}),
        ("إرهابيه", {"ar", "cells"}),
        # article and clitics, in the text and in the query
        ("تنظيم", {"ar"}),
        ("للتنظيم", {"ar"}),
        ("والتنظيمات", {"ar"}),
        ("داعش", {"ar"}),
        ("وداعش", {"ar"}),
        ("بالنفط", {"ar"}),
        ("نفط", {"ar"}),
        ("شركة", {"cells"}),
        ("اللبنانيون", {"ar"}),
        # letters of the root that look like clitics are left alone
        ("وزارة", {"cells"}),
        ("سلاح", {"cells"}),
        # other scripts
        ("BANK", {"en"}),
        ("societe", {"wells"}),
        ("нефти", {"ru"}),
        ("министерство", {"ru"}),
        # all words must be there; phrases side by side
        ("oil wells", {"en", "wells"}),
        ('"oil wells"', {"en"}),
        ("«oil wells»", {"en"}),
        ('"بيع النفط"', set()),
        ('"باع نفط"', {"ar"}),
        ('"oil wells" banks', {"en"}),
        ("oil-wells", {"en"}),
        ("oil wheat", set()),
    ],
)
def test_words_are_found_in_any_spelling(library, typed, found):
    assert {hit.report for hit in library.find(Query(typed))} == found


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '""',
        "*",
        "AND",
        "OR NOT",
        "NEAR(oil)",
        "title:oil",
        "oil*",
        "-oil",
        "(oil",
        "^oil",
        "{x}",
        "';--",
        "ـ",
        "+",
        "\x00",
    ],
)
def test_nothing_typed_is_taken_for_syntax(library, typed):
    library.find(Query(typed))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_anything_can_be_typed(library, typed):
    library.find(Query(typed))


def test_words_without_a_letter_find_nothing(library):
    assert library.find(Query("؟!")) == ()


def test_the_title_counts_more(library):
    assert [hit.report for hit in library.find(Query("oil"))] == ["en", "wells"]


def test_the_limit_holds(library):
    assert len(library.find(Query("oil", limit=1))) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query("oil", outlet="we"), {"wells"}),
        (Query(type="sell"), set(REPORTS)),
        (Query(type="ransom"), set()),
        (Query("oil", type="sell"), {"en", "wells"}),
        (Query(outlet="ru"), {"ru"}),
    ],
)
def test_reports_can_be_chosen_by_what_they_are(library, query, found):
    assert {hit.report for hit in library.find(query)} == found


def test_reports_can_be_chosen_by_day(store, view, day):
    store("undated", location="1")
    store("early", location="2", published=day("2020-01-01"))
    late = store("late", location="3", published=day("2020-03-01"))
    assert [hit.report for hit in view.find(Query(since=day("2020-02-01")))] == [late.report.id]


@pytest.mark.parametrize("typed", ["الارهاب", "داعش", '"oil wells"', "societe", "نفط"])
def test_what_was_found_stands_where_the_hit_says(library, typed):
    for hit in library.find(Query(typed)):
        text = REPORTS[hit.report]
        assert text[hit.start : hit.end] == hit.snippet
        assert hit.found
        wanted = {word.stem for word in words(typed)}
        for start, end in hit.found:
            stems = {word.stem for word in words(text[start:end])}
            assert all(any(want in stem for stem in stems) for want in wanted)


def test_claims_are_shown_where_the_words_stand_in_their_evidence(library):
    assert [[claim.id for claim in hit.claims] for hit in library.find(Query("burned"))] == [[]]
    assert [[claim.id for claim in hit.claims] for hit in library.find(Query("branches"))] == [["c-en"]]


def test_an_index_of_other_stems_is_made_anew(path, kept, source):
    made = kept("oil was sold")
    with Writer(path) as writer:
        writer.keep(source(made), [made])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM search")
        connection.execute("UPDATE state SET value = 'older' WHERE name = 'search'")
        connection.commit()
    with Writer(path), View(path) as view:
        assert [hit.report for hit in view.find(Query("oil"))] == [made.report.id]


def test_boilerplate_is_not_searched(writer, view, kept, source):
    made = kept("Oil sold\nSubscribe now")
    report = replace(made.report, regions=(Region("boilerplate", 9, 22),))
    writer.keep(source(made), [replace(made, report=report, record=replace(made.record, report=report))])
    assert view.find(Query("subscribe")) == ()
    assert len(view.find(Query("oil"))) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "سوريا سوري سورية السوريين والسورية السوريون",
        "إرهاب الإرهاب للإرهاب إرهابي الإرهابيين إرهابية",
        "تنظيم للتنظيم التنظيمات تنظيمه والتنظيم",
        "شركة شركتها الشركات شركات شركتين",
        "أوروبا الأوروبية أوروبيين",
        "ألمانيا الألماني المانيا الالمانية",
        "لبنان اللبناني لبنانيين",
        "bank banks Banks",
        "source sources",
        "company companies",
        "нефть нефти нефтью",
        "банк банков банками",
    ],
)
def test_the_forms_of_a_word_come_to_one_stem(forms):
    assert len({word.stem for word in words(forms)}) == 1


@pytest.mark.parametrize("pair", ["لبنان لبن", "ايران اير", "سلاح فلاح", "class clas", "was wa"])
def test_words_that_only_look_alike_do_not(pair):
    first, second = (word.stem for word in words(pair))
    assert first != second


@given(st.text(alphabet="والبفكسهيانتم", min_size=1, max_size=12))
def test_stemming_twice_changes_nothing(word):
    assert stem(stem(word)) == stem(word)


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text):
    places = [(word.start, word.end) for word in words(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(st.text(alphabet="ab \n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_snippet_is_cut_between_words(text, start, end):
    first, last = trimmed(text, min(start, len(text)), min(end, len(text)))
    assert first >= min(start, len(text))
    assert first >= last or not text[first:last].startswith(" ") or first == 0


@pytest.mark.parametrize("letters", ["ا", "ال", "ات", "ing", "s"])
def test_a_word_of_many_thousand_letters_has_a_stem(letters):
    assert stem(letters * 5_000)


@pytest.mark.parametrize("few", [0, 3_000])
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimsWanted(type="sell"), {"a.txt", "b.txt"}),
        (ClaimsWanted(put="denied"), {"b.txt"}),
        (ClaimsWanted(type="buy", put="denied"), set()),
        (ClaimsWanted(parties=(frozenset({"e-1"}),)), {"a.txt"}),
        (ClaimsWanted(parties=(frozenset({"e-1"}), frozenset({"e-2"}))), set()),
        (ClaimsWanted(weight=2), set()),
        (ClaimsWanted(timed=True), set()),
        (ClaimsWanted(counted=True), set()),
    ],
)
def test_reports_are_found_by_what_their_claims_may_say(told, view, monkeypatch, few, wanted, found):
    monkeypatch.setattr(claims_wanted, "FEW", few)
    ids = view.candidates(Query(claims=wanted)).ids
    assert {view.report(report).source for report in ids} == found


def test_a_claim_that_was_corrected_since_is_let_through(told, writer, view):
    [claim] = [one.id for record in view.records() for one in record.claims if record.report.source == "c.txt"]
    writer.judge(Decision("correct", claim, "ana", {"type": "sell"}))
    view.refresh()
    ids = view.candidates(Query(claims=ClaimsWanted(type="sell"))).ids
    assert {view.report(report).source for report in ids} == {"a.txt", "b.txt", "c.txt"}


@pytest.fixture
def told(store, writer):
    """Three reports that were compared: Alpha sold, it is denied that Beta sold, Gamma bought."""
    lines = {"a.txt": ("sell", "Alpha sold oil."), "b.txt": ("sell", "Beta sold oil."), "c.txt": ("buy", "Gamma ate.")}
    records = []
    for place, (kind, said) in lines.items():
        record = store(f"Title {place}\n{said}", (kind, said, said.split()[0]), location=place).record
        [claim] = record.claims
        roles = tuple(replace(role, entity="e-1" if place == "a.txt" else "e-2") for role in claim.roles)
        put = "denied" if place == "b.txt" else "affirmed"
        records.append(replace(record, claims=(replace(claim, roles=roles, polarity=put),)))
    with View(writer.path) as seen:
        writer.derive(Derivation((), records, (), seen.revision(), "test"))


NEWEST = [("mid", date(2021, 5, 1)), ("new", date(2022, 1, 1)), ("none", None), ("old", date(1815, 6, 18))]


@pytest.fixture
def dated(tmp_path):
    """A ledger of reports of different days that say the same, and one that says it more often."""
    path = tmp_path / "kashf.db"
    with Writer(path) as writer:
        for name, day in NEWEST:
            words = "The ferry. " * (5 if name == "old" else 1) + f"Told by {name}."
            report = Report(name, f"{name}.txt", words, outlet=name, published=day)
            kept = Kept(report, b"", name, "test", record=Record(report))
            writer.keep(Source(report.source, name, 1, ""), [kept])
        with View(path) as view:
            yield writer, view


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query("ferry"), "new mid old none"),
        (Query("ferry", since=date(1800, 1, 1)), "new mid old"),
        (Query("ferry", until=date(2021, 5, 1)), "mid old"),
        (Query("ferry", since=date(2021, 5, 2), until=date(2030, 1, 1)), "new"),
        (Query("ferry", outlet="old"), "old"),
    ],
)
def test_of_words_that_very_many_have_the_newest_come_first(dated, monkeypatch, query, found):
    _, view = dated
    assert view.find(query)[0].report == ("old" if "old" in found else found.split()[0])
    assert not view.candidates(query).by_day
    monkeypatch.setattr(search, "MOST_RANKED", 0)
    assert [hit.report for hit in view.find(query)] == found.split()
    told = [view.candidates(replace(query, limit=1), skip) for skip in range(len(found.split()))]
    assert [(one.ids, one.by_day) for one in told] == [((name,), True) for name in found.split()]


def test_reports_of_one_day_with_one_digest_stand_beside_each_other(dated, monkeypatch):
    writer, view = dated
    monkeypatch.setattr(search_rows, "DIGEST_BITS", 0)
    for name in ("one", "two", "three"):
        report = Report(name, "place.txt", f"Ferry {name}.", published=date(2020, 2, 2))
        writer.keep(Source(f"{name}.txt", name, 1, ""), [Kept(report, b"", name, "test", record=Record(report))])
    view.refresh()
    assert {hit.report for hit in view.find(Query("ferry", until=date(2021, 1, 1)))} == {"one", "two", "three", "old"}
    connection = view._opened
    rows = [search_rows.row_of(connection, name, date(2020, 2, 2)) for name in ("one", "two", "three", "four")]
    assert (rows[1] - rows[0], rows[2] - rows[1], rows[3]) == (1, 1, None)
