"""`kashf read`: the summary, what is listed, and the exit code."""

from __future__ import annotations

import json

import pytest


def test_the_summary_says_what_was_read(kashf):
    told = kashf("read", "reports")
    assert told.code == 0
    assert told.out.splitlines() == [
        "Reports read: 2 (new: 2, unchanged: 0, new versions: 0)",
        "Set aside: 0",
        "Failed: 0",
        "In the ledger: reports: 2, claims: 3, independent origins: 2, conflicts: 0",
    ]


def test_making_a_ledger_is_said_once(kashf):
    assert kashf("read", "reports").err == "Making a new ledger: kashf.db\n"
    assert kashf("read", "reports").err == ""


def test_reading_again_finds_nothing_new(kashf):
    kashf("read", "reports")
    assert kashf("read", "reports").out.startswith("Reports read: 2 (new: 0, unchanged: 2, new versions: 0)")


def test_it_speaks_arabic(kashf):
    told = kashf("--language", "ar", "read", "reports")
    assert told.out.startswith("التقارير المقروءة: 2 (جديدة: 2،")
    assert told.err == "يُنشأ سجل جديد: kashf.db\n"


def test_what_could_not_be_read_is_listed_at_the_end_with_a_remedy(kashf, here):
    (here / "reports" / "c.txt").write_bytes(b"\x00")
    (here / "reports" / "d.txt").write_text("FAULT")
    told = kashf("read", "reports", "missing")
    assert told.code == 1
    *_, heading, first, second, failed_heading, failed = told.out.splitlines()
    assert heading == "Set aside, and why:"
    assert {first, second} == {
        "  reports/c.txt: is no text. Leave it out.",
        "  missing: is not there. Check the path.",
    }
    assert failed_heading == "Kept, but nothing could be taken from them:"
    assert failed.startswith("  reports/d.txt (r-")
    assert "ValueError: a fault of extraction" in failed


@pytest.mark.parametrize("arguments", [("-q", "read"), ("read", "-q"), ("read", "--quiet")])
def test_quiet_says_only_what_went_wrong(kashf, here, arguments):
    assert (told := kashf(*arguments, "reports")).out + told.err == ""
    (here / "reports" / "c.txt").write_bytes(b"\x00")
    told = kashf(*arguments, "reports")
    assert (told.code, told.out) == (1, "")
    assert "c.txt: is no text." in told.err


def test_json_tells_each_step_and_then_the_summary(kashf, here):
    (here / "reports" / "c.txt").write_text("FAULT")
    told = kashf("read", "--json", "reports")
    *steps, last = map(json.loads, told.out.splitlines())
    assert [step["step"] for step in steps] == ["new", "new", "failed"]
    assert [step["claims"] for step in steps] == [2, 1, 0]
    assert last["summary"]["new"] == 3
    assert last["summary"]["failed"][0]["location"] == "reports/c.txt"
    assert last["summary"]["ledger"] == {"reports": 3, "claims": 3, "origins": 2, "conflicts": 0}


def test_what_is_told_of_the_material_reaches_the_reports(kashf):
    kashf("read", "--published", "2020-05-01", "--outlet", "The Paper", "reports")
    told = json.loads(kashf("export").out.splitlines()[0])
    assert (told["report"]["published"], told["report"]["outlet"]) == ("2020-05-01", "The Paper")


def test_the_ledger_can_be_named(kashf, here, monkeypatch):
    kashf("--ledger", "one.db", "read", "reports")
    monkeypatch.setenv("KASHF_LEDGER", "two.db")
    kashf("read", "reports")
    assert {each.name for each in here.glob("*.db")} == {"one.db", "two.db"}


def test_reading_again_can_be_asked_for(kashf):
    kashf("read", "reports")
    assert '"known"' in kashf("read", "--json", "--again", "reports").out


def test_a_file_name_can_not_steer_the_terminal(kashf, here):
    (here / "reports" / "\x1b[31m.txt").write_bytes(b"\x00")
    assert "\x1b" not in kashf("read", "reports").out


def test_what_was_set_aside_is_said_again_the_next_time(kashf, here):
    (here / "reports" / "c.txt").write_bytes(b"\x00")
    first, second = kashf("read", "reports"), kashf("read", "reports")
    assert first.code == second.code == 1
    assert first.out.splitlines()[-2:] == second.out.splitlines()[-2:]
