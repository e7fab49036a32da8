"""What changed between two versions of a list."""

from __future__ import annotations

from kashf.records import Listed
from kashf.watchlists import Field, differences

ANN = Listed("1", "person", ("Ann Obren",), ("Annie",), {"born": ("1980",)}, "row 2")


def changed(after):
    [change] = differences([ANN], [after]).changed
    return change.fields


def test_nothing_changed_where_an_entry_only_moved():
    assert not differences([ANN], [Listed("1", "person", ANN.names, ANN.weak, ANN.details, "row 9")])


def test_added_and_removed():
    bob = Listed("2", "person", ("Bob Noor",))
    found = differences([ANN], [bob])
    assert (found.added, found.removed, found.changed) == ((bob,), (ANN,), ())


def test_the_fields_that_changed_are_named_with_what_went_and_came():
    after = Listed("1", "person", ("Ann Obren", "Anna Obren"), (), {"born": ("1981",), "country": ("Malta",)})
    assert changed(after) == (
        Field("names", (), ("Anna Obren",)),
        Field("weak", ("Annie",), ()),
        Field("born", ("1980",), ("1981",)),
        Field("country", (), ("Malta",)),
    )


def test_another_first_name_is_a_change():
    before = Listed("1", "person", ("Ann Obren", "Anna Obren"))
    [change] = differences([before], [Listed("1", "person", ("Anna Obren", "Ann Obren"))]).changed
    assert change.fields == (Field("name", ("Ann Obren",), ("Anna Obren",)),)
