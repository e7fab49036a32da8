"""Taking reports and persons out: nothing of them is left, and who did it and why is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, func, select

from kashf.errors import JudgementError, LedgerError
from kashf.jobs import refresh
from kashf.ledger import Decision, Desk, Query, Source, View, Writer
from kashf.ledger.masking import COVER, Masks
from kashf.ledger.schema import metadata
from kashf.records import Claim, Mention, Record, Role, Span

WHY = "asked for by the one it is about"
RARE = "Quizzaltenkamp"
TEXT = f"Alpha sells oil\nThe trader {RARE} said that Alpha sold oil for Beta."
NAME = "كريم الصفدي"
ABOUT = f"مصرف\nقال المتحدث إن {NAME} حوّل الأموال. وباع ألفا النفط. وأضاف أن الصفدي غادر."


def _bytes(path):
    return b"".join(each.read_bytes() for each in path.parent.iterdir() if each.name.startswith(path.name))


def _report(name, kept):
    """A report of somebody, with a claim of theirs and one of another's."""
    made = kept(name)
    text = made.report.text
    first, last = text.index(NAME), text.rindex("الصفدي")
    alpha = text.index("ألفا")
    mentions = (
        Mention(first, first + len(NAME), NAME, "person", entity="1", name=NAME),
        Mention(alpha, alpha + 4, "ألفا", "group", entity="2", name="ألفا"),
        Mention(last, last + 6, "الصفدي", "person", entity="1", name=NAME),
    )
    moved, sold = text.index("حوّل الأموال"), text.index("باع")
    claims = (
        Claim("c-1", "transfer", Span(moved, moved + 12, text[moved : moved + 12]), (_role(text, first, NAME, "1"),)),
        Claim("c-2", "sell", Span(sold, sold + 8, text[sold : sold + 8]), (_role(text, alpha, "ألفا", "2"),)),
    )
    return made, Record(made.report, mentions=mentions, claims=claims)


def _role(text, at, words, key):
    assert text[at : at + len(words)] == words
    return Role("actor", at, at + len(words), words, entity=key, name=words)


@pytest.fixture
def person(writer, kept, source):
    """A ledger of one report about somebody; the id of the entity."""
    made, record = _report(ABOUT, kept)
    writer.keep(source(made), [replace(made, record=record)])
    refresh(writer)
    with View(writer.path) as view:
        return next(entity.id for entity in view.entities() if entity.kind == "person")


def test_a_removed_report_is_nowhere(writer, store, view, path):
    gone = store(TEXT, ("sell", "Alpha sold oil", "Alpha"), url="https://a.example/story")
    store("Beta\nBeta sells oil.", ("sell", "Beta sells oil", "Beta"), location="b.txt")
    writer.judge(Decision("reject", gone.record.claims[0].id, "rana"))
    refresh(writer)
    assert RARE.casefold().encode() in _bytes(path).lower()
    made = writer.judge(Decision("remove", gone.report.id, "amal", reason=WHY))
    view.refresh()
    assert view.report(gone.report.id) is None
    assert view.record(gone.report.id) is None
    assert view.raw(gone.report.id) is None
    assert not view.find(Query(RARE))
    assert not view.findings()
    refresh(writer)
    view.refresh()
    assert [report.source for report in view.reports()] == ["b.txt"]
    assert (made.user, made.reason, made.subject) == ("amal", WHY, gone.report.id)
    assert view.judgements()[-1] == made


def test_nothing_of_it_is_left_in_the_file(writer, store, path):
    gone = store(TEXT, ("sell", "Alpha sold oil", "Alpha"))
    writer.judge(Decision("reject", gone.record.claims[0].id, "rana"))
    refresh(writer)
    writer.judge(Decision("remove", gone.report.id, "amal", reason=WHY))
    held = _bytes(path)
    for word in (RARE, RARE.casefold(), "Alpha sold oil"):
        assert word.encode() not in held, word


@pytest.mark.parametrize("told", [{}, {"outlet": "another"}, {"source": "elsewhere.txt", "location": "elsewhere.txt"}])
def test_reading_it_again_does_not_bring_it_back(writer, store, view, source, kept, told):
    gone = store(TEXT)
    writer.judge(Decision("remove", gone.report.id, "amal", reason=WHY))
    again = kept(TEXT, **{key: value for key, value in told.items() if key != "location"})
    stored = writer.keep(source(again, told.get("location", "a.txt")), [again])
    assert (stored.new, stored.known) == ((), ())
    assert not list(view.reports())
    assert "amal" in view.set_aside()[-1].what


def test_nor_does_what_now_stands_at_its_address(writer, store, view, source, kept):
    gone = store(TEXT, url="https://a.example/story")
    writer.judge(Decision("remove", gone.report.id, "amal", reason=WHY))
    edited = kept(TEXT + " More.", url="https://a.example/story")
    writer.keep(source(edited, "b.txt"), [edited])
    assert not list(view.reports())


def test_all_versions_go(writer, store, view):
    first = store("Alpha\nAlpha sells oil.")
    second = store("Alpha\nAlpha sells gas.")
    writer.judge(Decision("remove", second.report.id, "amal", reason=WHY))
    assert view.report(first.report.id) is None
    assert view.report(second.report.id) is None


def test_undone_it_can_be_read_again(writer, store, view):
    gone = store(TEXT)
    made = writer.judge(Decision("remove", gone.report.id, "amal", reason=WHY))
    told = Source("a.txt", gone.digest, len(gone.raw), "plain")
    assert writer.known(told) is not None
    writer.undo(made.id, "rana")
    assert writer.known(told) is None
    assert not list(view.reports())
    store(TEXT)
    view.refresh()
    assert [report.text for report in view.reports()] == [TEXT]


def test_a_person_is_covered_and_what_is_claimed_of_them_is_gone(writer, person, view, path):
    writer.judge(Decision("redact", person, "amal", reason=WHY))
    refresh(writer)
    [record] = view.records()
    assert NAME not in record.text
    assert "الصفدي" not in record.text
    assert COVER in record.text
    assert len(record.text) == len(ABOUT)
    assert [claim.id for claim in record.claims] == ["c-2"]
    assert {mention.text for mention in record.mentions} == {"ألفا"}
    assert view.raw(record.report.id) is None
    assert not view.find(Query("الصفدي"))
    assert not view.find(Query(type="transfer"))
    assert all(entity.name != NAME for entity in view.entities())
    held = _bytes(path)
    assert NAME.encode() not in held
    assert "صفدي".encode() not in held


EVIDENCE = {
    "ledger_schema",
    "state",
    "sources",
    "raws",
    "reports",
    "readings",
    "set_aside",
    "records",
    "claims",
    "judgements",
}
LISTS = {"watchlists", "listed", "watchlist_entries"}
"""Tables that hold what was read and said; every other one holds what is made of it."""


def test_a_grade_of_them_does_not_tell_their_name(writer, person, view, path):
    writer.judge(Decision("grade", NAME, "rana", {"grade": "B"}))
    writer.judge(Decision("redact", person, "amal", reason=WHY))
    graded, _ = view.judgements()
    assert (graded.kind, graded.value) == ("grade", {"grade": "B"})
    assert NAME not in graded.subject
    assert NAME.encode() not in _bytes(path)


def test_nothing_that_was_made_of_it_stays(writer, person, path):
    writer.judge(Decision("redact", person, "amal", reason=WHY))
    made = [table for name, table in metadata.tables.items() if name not in EVIDENCE | LISTS]
    assert {"told", "told_names", "findings"} <= {table.name for table in made}
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert not {table.name for table in made if connection.scalar(select(func.count()).select_from(table))}
    engine.dispose()


def test_they_are_covered_in_what_is_read_later(writer, person, view, kept, source):
    writer.judge(Decision("redact", person, "amal", reason=WHY))
    later = kept(f"خبر\nالتقى الوزير بكريم الصفدي في روما. {NAME} لم يعلق.", outlet="later")
    writer.keep(source(later, "later.txt"), [later])
    text = view.report(later.report.id).text
    assert "الصفدي" not in text
    assert "الوزير" in text
    assert view.raw(later.report.id) is None
    others = kept("خبر\nكريم حداد وسامر الصفدي في روما.", outlet="others")
    writer.keep(source(others, "others.txt"), [others])
    view.refresh()
    assert view.report(others.report.id).text == others.report.text


def test_read_again_they_stay_covered_until_it_is_undone(writer, person, view, kept, source):
    made = writer.judge(Decision("redact", person, "amal", reason=WHY))
    again, record = _report(ABOUT, kept)
    writer.keep(source(again), [replace(again, record=record)])
    assert NAME not in view.report(again.report.id).text
    writer.undo(made.id, "amal")
    view.refresh()
    assert NAME not in view.report(again.report.id).text
    writer.keep(source(again), [replace(again, record=record)])
    refresh(writer)
    view.refresh()
    [told] = view.records()
    assert told.text == ABOUT
    assert len(told.claims) == 2
    assert view.raw(again.report.id) == ABOUT.encode()


@pytest.mark.parametrize(
    ("kind", "subject", "reason"),
    [("remove", "r-0000000000000000", WHY), ("redact", "e-0000000000000000", WHY), ("remove", "{report}", " ")],
)
def test_what_does_not_fit_is_refused(writer, store, kind, subject, reason):
    made = store(TEXT)
    with pytest.raises(JudgementError):
        writer.judge(Decision(kind, subject.format(report=made.report.id), "amal", reason=reason))


def test_the_desk_takes_nothing_out_while_another_writes(writer, store, path):
    made = store(TEXT)
    desk = Desk(path)
    with pytest.raises(LedgerError):
        desk.take_out(Decision("remove", made.report.id, "amal", reason=WHY))
    with View(path) as view:
        assert view.report(made.report.id) is not None


def test_the_desk_takes_out_what_it_is_told_to(path, kept, source):
    made = kept(TEXT)
    with Writer(path) as writer:
        writer.keep(source(made), [made])
    Desk(path).take_out(Decision("remove", made.report.id, "amal", reason=WHY))
    assert RARE.encode() not in _bytes(path)


@pytest.mark.parametrize(
    ("names", "text", "covered"),
    [
        (["Karim Safadi"], "KARIM  SAFADI, of Rome", 1),
        (["Karim Safadi"], "Karim Haddad and Samer Safadi", 0),
        (["كريم الصفدي"], "لكريم الصفدى", 1),
        (["أحمد الإدريسي"], "واحمد الادريسي", 1),
        (["أحمد", "أحمد الإدريسي"], "أحمد", 0),
        (["Madonna"], "said Madonna.", 1),
        ([""], "nothing", 0),
    ],
)
def test_names_are_found_in_any_spelling(names, text, covered):
    assert len(Masks.of(names).places(text)) == covered


def test_a_digest_is_no_name():
    assert not any("safadi" in digest for digest in Masks.of(["Karim Safadi"]).digests)
