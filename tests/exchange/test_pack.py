"""An evidence pack stands without Kashf, is the same for the same ledger and key, and shows every altered byte."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from kashf.errors import ExchangeError, NotFoundError
from kashf.exchange.archives import stored
from kashf.exchange.pack import KEY, MANIFEST, README, SIGNATURE, pack
from kashf.exchange.signing import Signer, fingerprint, is_signed
from kashf.exchange.verifying import Fault, verify
from kashf.ledger import View

SEED = bytes(range(32))


@dataclass
class Fixed(Signer):
    """A signer whose key is always the same."""

    def __init__(self):
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self.is_new = False
        self.__dict__["_key"] = Ed25519PrivateKey.from_private_bytes(SEED)


@pytest.fixture
def packed(ledger, tmp_path):
    """Packs of the invented ledger: `packed("f-gold")` is a path."""

    def make(wanted, name="pack.zip", language="en"):
        with View(ledger) as view:
            pack(view, wanted, tmp_path / name, Fixed(), language)
        return tmp_path / name

    return make


def files(path):
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("wanted", ["f-gold", "f-kilos", "f-title", "f-toll", "f-story", "f-copy", "c-a1", "c-b4"])
def test_a_pack_holds(packed, wanted):
    path = packed(wanted)
    verdict = verify(path)
    assert verdict.holds
    assert verdict.files == len(files(path)) - 2
    assert json.loads(files(path)["finding.json"])["id"] == wanted


def test_the_same_ledger_and_key_give_the_same_bytes(packed):
    assert packed("f-gold").read_bytes() == packed("f-gold", "again.zip").read_bytes()


def test_a_pack_holds_all_that_is_behind_the_finding_and_nothing_else(packed, ledger):
    held = files(packed("f-kilos"))
    told = json.loads(held["finding.json"])
    assert [each["id"] for each in told["claims"]] == ["c-a1", "c-b1"]
    assert told["finding"]["working"] == "300 kilogram and 350 kilogram cannot both hold"
    assert [each["outlet"] for each in told["reports"]] == ["جريدة المرفأ", "Harbour Post"]
    assert set(held) >= {"reports/r-a.txt", "reports/r-b.txt", "raw/r-a.txt", "records/r-a.json", "finding.ar.html"}
    assert "reports/r-c.txt" not in held
    with View(ledger) as view:
        assert held["reports/r-a.txt"].decode() == view.report("r-a").text
        assert held["raw/r-a.txt"] == view.raw("r-a")
    for each in told["claims"]:
        text = held[f"reports/{each['report']}.txt"].decode()
        span = each["evidence"]
        assert text[span["start"] : span["end"]] == span["text"]
    assert "c-a4" not in held["finding.en.html"].decode()
    assert "c-a4" not in held["records/r-a.json"].decode()


def test_the_chain_and_the_status_are_told(packed):
    told = json.loads(files(packed("c-b4"))["finding.json"])
    assert told["statements"][0]["status"] == ["Alleged"]
    assert told["claims"][0]["attribution"]["chain"][0]["text"] == "Harbour Post"
    assert "Alleged: According to Harbour Post (naming no source), Nader al-Kathib allegedly" in read_me(packed("c-b4"))


def read_me(path):
    return files(path)[README].decode()


def test_a_stranger_is_told_how_to_check_it_in_two_languages(packed):
    told = read_me(packed("f-gold"))
    for words in ("sha256sum -c MANIFEST.sha256", "openssl pkeyutl -verify", fingerprint(Fixed().public())):
        assert told.count(words) == 2
    assert "حزمة أدلة: f-gold" in told


@pytest.mark.skipif(not (shutil.which("openssl") and shutil.which("sha256sum")), reason="needs openssl and sha256sum")
def test_what_the_readme_says_can_be_done(packed, tmp_path):
    path = packed("f-gold")
    with ZipFile(path) as archive:
        archive.extractall(tmp_path / "out")
    commands = [line.strip().partition(". ")[2] for line in read_me(path).splitlines() if "MANIFEST.sha256" in line]
    commands = list(dict.fromkeys(each for each in commands if each.startswith(("sha256sum", "openssl"))))
    assert len(commands) == 2
    for command in commands:
        subprocess.run(command, cwd=tmp_path / "out", check=True, capture_output=True, shell=True)  # noqa: S602
    digest = "openssl pkey -pubin -in PUBLIC-KEY.pem -outform DER | sha256sum"
    told = subprocess.run(digest, cwd=tmp_path / "out", check=True, capture_output=True, shell=True, text=True)  # noqa: S602
    assert told.stdout.split()[0] == fingerprint(Fixed().public())


def test_an_altered_byte_is_found_wherever_it_is(packed, tmp_path):
    whole = packed("c-b4").read_bytes()
    altered = tmp_path / "altered.zip"
    places = [*range(0, len(whole), 997), *range(200), *range(len(whole) - 1200, len(whole), 7)]
    for place in places:
        altered.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            assert not verify(altered).holds, place
        except ExchangeError:
            continue


@pytest.mark.parametrize("more", [b"\x00", b"PK"])
def test_an_added_byte_is_found(packed, tmp_path, more):
    for name, content in (("end", packed("c-b4").read_bytes() + more), ("start", more + packed("c-b4").read_bytes())):
        (tmp_path / name).write_bytes(content)
        try:
            assert not verify(tmp_path / name).holds
        except ExchangeError:
            continue


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda held: held | {"finding.json": b"{}"}, Fault("changed", "finding.json")),
        (lambda held: {name: each for name, each in held.items() if name != README}, Fault("missing", README)),
        (lambda held: held | {"more.txt": b"trust me"}, Fault("added", "more.txt")),
        (lambda held: held | {SIGNATURE: bytes(64)}, Fault("unsigned", MANIFEST)),
        (lambda held: held | {MANIFEST: held[MANIFEST] + b"\n"}, Fault("unsigned", MANIFEST)),
    ],
)
def test_what_was_done_to_it_is_told(packed, tmp_path, change, fault):
    stored(tmp_path / "bad.zip", change(files(packed("f-gold"))).items())
    assert fault in verify(tmp_path / "bad.zip").faults


def test_another_key_shows_by_its_fingerprint(packed, tmp_path):
    held = files(packed("f-gold"))
    theirs = Signer(tmp_path / "their-key.pem")
    listed = held[MANIFEST].decode().replace(_digest(held[KEY]), _digest(theirs.public())).encode()
    held |= {KEY: theirs.public(), MANIFEST: listed, SIGNATURE: theirs.sign(listed)}
    stored(tmp_path / "theirs.zip", held.items())
    assert verify(tmp_path / "theirs.zip").holds
    assert verify(tmp_path / "theirs.zip").key != verify(packed("f-gold")).key


def _digest(content):
    import hashlib

    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_pack_is_said(tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(ExchangeError, match=r"x\.zip is no evidence pack"):
        verify(tmp_path / "x.zip")


@pytest.mark.parametrize("wanted", ["r-a", "e-dune"])
def test_a_pack_is_of_a_finding_or_a_claim(packed, wanted):
    with pytest.raises(ExchangeError, match="a pack is of one finding or one claim"):
        packed(wanted)


def test_an_unknown_id_is_said(packed):
    with pytest.raises(NotFoundError):
        packed("f-nothing")


def test_where_a_file_lay_is_not_told(statements, tmp_path):
    with View(statements({"type": "pay"})) as view:
        pack(view, "c-0", tmp_path / "pack.zip", Fixed())
    assert not any(b"/desk/" in content for content in files(tmp_path / "pack.zip").values())


def test_a_report_id_is_no_path(invented_with, holding, tmp_path):
    from dataclasses import replace

    dossier = invented_with(" ")
    bad = [replace(each, report=replace(each.report, id=f"../../{each.report.id}")) for each in dossier.records]
    with View(holding(replace(dossier, records=tuple(bad), findings=()))) as view:
        pack(view, "c-a1", tmp_path / "pack.zip", Fixed())
    assert not [name for name in files(tmp_path / "pack.zip") if ".." in name or name.startswith("/")]


def test_a_key_is_made_once_for_its_owner_alone(tmp_path):
    first = Signer(tmp_path / "key.pem")
    assert first.is_new
    signature = first.sign(b"word")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    again = Signer(tmp_path / "key.pem")
    assert not again.is_new
    assert again.sign(b"word") == signature
    assert is_signed(b"word", signature, again.public())
    assert not is_signed(b"sword", signature, again.public())


@pytest.mark.parametrize(("content", "rights"), [(b"no key", 0o600), (None, 0o644)])
def test_a_key_that_can_not_be_used_is_said(tmp_path, content, rights):
    path = tmp_path / "key.pem"
    Signer(path).public()
    if content is not None:
        path.write_bytes(content)
    path.chmod(rights)
    with pytest.raises(ExchangeError, match="key"):
        Signer(path).public()


def test_no_key_is_made_for_a_pack_that_is_not(ledger, tmp_path):
    signer = Signer(tmp_path / "key.pem")
    with View(ledger) as view, pytest.raises(NotFoundError):
        pack(view, "f-nothing", tmp_path / "pack.zip", signer)
    assert not Path(tmp_path / "key.pem").exists()
