"""`kashf brief`: in the terminal, and as files."""

from __future__ import annotations

import json

import pytest


def test_the_brief_is_told(harbour):
    told = harbour("brief")
    assert told.code == 0
    assert told.out.startswith("Kashf brief\nRead: 3 reports, 3 outlets, in Arabic and English")
    assert "Set aside" not in told.err
    assert "harbour/scan.pdf: It holds pictures" in told.out


@pytest.mark.parametrize(
    ("arguments", "shown", "hidden"),
    [
        (["accounts"], "Two accounts", "Dune Network"),
        (["Nader", "al-Kathib"], "[Convicted]", "شحنتي سلاح"),
        (["e-nader"], "[Convicted]", "شحنتي سلاح"),
        (["--type", "freeze"], "Two accounts", "[Convicted]"),
        (["--type", "freeze", "--type", "charge"], "[Convicted]", "شحنتي سلاح"),
        (["--language", "ar"], "موجز كشف", "Kashf brief"),
    ],
)
def test_it_is_narrowed_and_translated(harbour, arguments, shown, hidden):
    told = harbour("brief", *arguments)
    assert shown in told.out
    assert hidden not in told.out


def test_the_language_of_the_session_is_the_briefs(harbour):
    assert harbour("--language", "ar", "brief").out.startswith("موجز كشف")


def test_of_nothing_it_says_so(harbour):
    assert "Nothing was read about this." in harbour("brief", "nobody").out


@pytest.mark.parametrize(
    ("option", "name", "beginning"),
    [
        ("--html", "brief.html", "<!doctype html>"),
        ("--markdown", "brief.md", "# Kashf brief"),
        ("--json", "brief.json", "{"),
    ],
)
def test_it_is_written_to_a_file(harbour, here, option, name, beginning):
    told = harbour("brief", option, name)
    assert (here / name).read_text(encoding="utf-8").startswith(beginning)
    assert (told.out, told.err) == ("", f"Written: {name}\n")


@pytest.mark.parametrize(
    ("option", "beginning"), [("--html", "<!doctype html>"), ("--markdown", "# Kashf brief"), ("--json", "{")]
)
def test_or_to_stdout(harbour, option, beginning):
    told = harbour("brief", option, "-")
    assert told.out.startswith(beginning)
    assert told.err == ""


def test_several_files_at_once(harbour, here):
    harbour("brief", "--html", "a.html", "--json", "a.json")
    assert json.loads((here / "a.json").read_text(encoding="utf-8"))["head"]["ledger"] == "kashf.db"
    assert (here / "a.html").is_file()


def test_quiet_says_nothing(harbour):
    assert harbour("--quiet", "brief", "--html", "a.html").err == ""


@pytest.mark.parametrize(("arguments", "page"), [([], "brief.html"), (["--html", "my.html"], "my.html")])
def test_it_opens_in_the_browser(harbour, here, monkeypatch, arguments, page):
    opened = []
    monkeypatch.setattr("click.launch", opened.append)
    harbour("brief", "--open", *arguments)
    assert opened == [(here / page).as_uri()]


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["--type", "theft"], 2, "There is no claim type 'theft'. The types are: earn, sell, "),
        (["--html", "no/such/folder.html"], 1, "no/such/folder.html"),
    ],
)
def test_what_goes_wrong_is_told(harbour, arguments, code, complaint):
    told = harbour("brief", *arguments)
    assert told.code == code
    assert complaint in told.err


def test_without_a_ledger_there_is_no_brief(kashf):
    assert kashf("brief").code == 3
