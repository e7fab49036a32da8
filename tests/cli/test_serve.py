"""`kashf serve` as a process: it starts, answers, refuses, and stops."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kashf.ledger import View
from kashf.workbench import Account, Accounts
from kashf.workbench.accounts import accounts_beside
from kashf.workbench.who import csrf_of

SECONDS = 60
PASSWORD = "harbour lights at dusk"  # noqa: S105


@pytest.fixture
def kashf(kashf):
    kashf("read", "reports")
    return kashf


@pytest.fixture
def serving(kashf, here):
    """Serves the ledger on a free port, with the real rooms; the process and the address that it tells."""
    running = []

    def started(*arguments, before=()):
        command = [sys.executable, "-m", "kashf", *before, "serve", "--port", "0", *arguments]
        piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
        served = subprocess.Popen(command, cwd=here, **piped)
        running.append(served)
        told = next(line for line in served.stderr if "http" in line)
        return served, re.search(r"https?://\S+?:\d+/", told).group()

    yield started
    for served in running:
        served.kill()
        served.communicate()


def asked(address, **headers):
    request = urllib.request.Request(address, headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_on_this_machine_and_stops_when_told(serving, sent):
    served, address = serving()
    assert address.startswith("http://127.0.0.1:")
    status, told = asked(address)
    assert status == 200
    assert "<title>" in told
    os.kill(served.pid, sent)
    out, err = served.communicate(timeout=SECONDS)
    assert "Traceback" not in out + err


def test_the_port_is_free_again_when_it_has_stopped(serving, kashf):
    served, address = serving()
    port = int(address.rstrip("/").rpartition(":")[2])
    assert "--port" in kashf("serve", "--port", str(port)).err  # taken as yet
    served.terminate()
    served.communicate(timeout=SECONDS)
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_it_speaks_the_language_it_is_told(serving):
    _, address = serving(before=("--language", "ar"))
    assert 'dir="rtl"' in asked(address)[1]


def test_with_accounts_a_stranger_is_asked_to_sign_in(serving, kashf, here):
    (here / "password").write_text("harbour lights at dusk\n")
    kashf("users", "add", "rana", "--password-file", "password")
    _, address = serving()
    assert asked(f"{address}api/v1/reports")[0] == 401
    assert 'type="password"' in asked(address)[1]


@pytest.fixture
def several(serving, kashf, here):
    """Two processes behind one address, and somebody with an account who asks, each time over a new connection."""
    (here / "password").write_text(f"{PASSWORD}\n")
    kashf("users", "add", "amal", "--role", "admin", "--password-file", "password")
    served, address = serving("--workers", "2")
    token = Accounts(accounts_beside(here / "kashf.db")).begin(Account("amal", "admin", datetime.now(UTC)))

    def ask(method, path, told=None):
        signed = {"Cookie": f"kashf-session={token}", "X-CSRF-Token": csrf_of(token)}
        with closing(HTTPConnection(urlsplit(address).netloc, timeout=SECONDS)) as connection:
            body = None if told is None else json.dumps(told)
            connection.request(method, path, body, {"Content-Type": "application/json", **signed})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or "null")

    return served, ask


def _workers(served):
    """The processes that answer."""
    begun = Path(f"/proc/{served.pid}/task/{served.pid}/children").read_text().split()
    return {int(one) for one in begun if b"tracker" not in Path(f"/proc/{one}/cmdline").read_bytes()}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes")
def test_several_processes_answer_as_one(several, here):
    served, ask = several
    assert ask("GET", "/api/v1/ledger")[0] == 200
    assert len(_workers(served)) == 2
    with View(here / "kashf.db") as view:
        claim = next(claim.id for record in view.records() for claim in record.claims)
    status, made = ask("POST", "/api/v1/judgements", {"kind": "note", "subject": claim, "reason": "seen"})
    assert status == 201
    told = [ask("GET", "/api/v1/judgements")[1]["items"][0]["id"] for _ in range(8)]
    assert told == [made["id"]] * 8
    tries = [ask("POST", "/api/v1/session", {"name": "adel", "password": "guess"})[0] for _ in range(8)]
    tries += [ask("POST", "/api/v1/session", {"name": "adel", "password": "guess"})[0] for _ in range(8)]
    assert tries.count(401) < 15  # ten a minute, and those that a minute brings while they are tried
    assert tries[-1] == 429
    status, reading = ask("POST", "/api/v1/readings", {"files": [{"name": "a.txt", "text": "Bank\n\nIt sold oil."}]})
    assert status == 202
    seen = [ask("GET", f"/api/v1/readings/{reading['number']}")[0] for _ in range(8)]
    assert seen == [200] * 8


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes")
def test_several_processes_end_with_the_one_that_began_them(several):
    served, ask = several
    assert ask("GET", "/api/v1/ledger")[0] == 200
    workers = _workers(served)
    assert workers
    served.kill()
    until = time.monotonic() + SECONDS
    while any(Path(f"/proc/{one}").exists() for one in workers) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(Path(f"/proc/{one}").exists() for one in workers)


def test_another_name_for_it_is_refused_unless_it_was_named(serving):
    _, address = serving("--name", "desk.example")
    port = address.rstrip("/").rpartition(":")[2]
    assert asked(address, Host=f"elsewhere.example:{port}")[0] == 400
    assert asked(address, Host=f"desk.example:{port}")[0] == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104
def test_it_is_not_opened_to_a_network_without_accounts(kashf, host):
    told = kashf("serve", "--host", host, "--port", "0")
    assert told.code != 0
    assert "kashf users add" in told.err


def test_without_a_ledger_it_says_how_to_make_one(kashf, here):
    (here / "kashf.db").unlink()
    assert "kashf read" in kashf("serve", "--port", "0").err
