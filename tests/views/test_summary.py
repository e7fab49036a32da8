"""What a dossier comes to, in sentences."""

from __future__ import annotations

import pytest

from kashf.records import Entity, Finding, Link, Origin
from kashf.views.disputes import conflicts
from kashf.views.people import people
from kashf.views.sources import speakers
from kashf.views.statements import statements
from kashf.views.summary import summary


def told(look):
    every = statements(look)
    return summary(every, people(every, look), conflicts(look), look)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ["Nothing here rests on more than one independent origin.", "Most is said of how money is moved (2"]),
        ("ar", ["ليس هنا ما يستند إلى أكثر من مصدر", "أكثر ما قيل عن نقل المال (قولان)"]),
    ],
)
def test_single_origins_and_the_subject_are_told(maker, seen, language, wanted):
    records = [maker.claim("smuggle", ("object", "gold")), maker.claim("transfer", ("object", "cash"))]
    lines = told(seen(*records, language=language))
    assert all(any(line.startswith(one) for line in lines) for one in wanted), lines


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "Resting on two independent origins or more: 1 statement; the heaviest has 2 origins."),
        ("ar", "ما يستند إلى مصدرين أصليين مستقلين أو أكثر: قول واحد، وأثقلها وزنا يستند إلى مصدرين أصليين."),
    ],
)
def test_several_origins_are_told(maker, seen, language, wanted):
    records = [maker.claim("smuggle", ("object", "gold")), maker.claim("smuggle", ("object", "gold"))]
    ids = tuple(record.report.id for record in records)
    members = tuple(record.claims[0].id for record in records)
    origins = (Origin("Source", ids[:1]), Origin("Another", ids[1:]))
    found = Finding(
        kind="assertion", id="f-1", reports=ids, members=members, origins=origins, independent_origins=2, grade="2"
    )
    assert wanted in told(seen(*records, language=language, findings=[found]))


def test_hedges_and_nameless_sources_are_counted(maker, seen):
    records = [
        maker.claim("smuggle", ("object", "gold"), modality="alleged"),
        maker.claim("pay", ("amount", "cash"), polarity="denied"),
        maker.claim("sell", ("object", "oil"), chain=(Link("unnamed", "a trader"),)),
    ]
    lines = told(seen(*records))
    assert "Without a named source: 1 statement." in lines
    assert any("2 statements (Alleged: 1, Denied: 1)" in line for line in lines), lines


def test_nothing_is_summed_up_where_nothing_is_said(seen):
    assert told(seen()) == ()


def test_speakers_have_the_grade_of_any_of_their_names(maker, seen):
    chain = (Link("person", "Nadia Saad", name="Nadia Saad", entity="e-1"),)
    entity = Entity("e-1", "person", "Nadia Saad", ("Nadia Saad", "نادية سعد"), {}, ("r-1",), 1)
    records = [maker.claim("smuggle", ("object", "gold"), chain=chain) for _ in range(2)]
    look = seen(*records, entities=[entity], grades={"نادية سعد": "B"})
    [speaker] = speakers(statements(look), look)
    assert (speaker.name, speaker.statements, speaker.alone, speaker.grade.grade) == ("Nadia Saad", 2, 2, "B")
