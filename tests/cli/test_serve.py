"""`kashf serve` as a process: it starts, answers, refuses, and stops."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

SECONDS = 60


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
