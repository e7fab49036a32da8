"""How often somebody may ask, counted by one process and by several together."""

from __future__ import annotations

import pytest

from kashf.workbench.limits import LEASED_SECONDS, Limit, SharedLimit


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(params=["one process", "two processes"])
def wait(request, tmp_path, clock):
    """Takes one of three a minute, in the process whose turn it is."""
    if request.param == "one process":
        limit = Limit(3, clock=clock)
        return limit.wait
    limits = [SharedLimit("sign-in", 3, tmp_path / "accounts", clock=clock) for _ in range(2)]

    def taken(key):
        limits.reverse()
        return limits[0].wait(key)

    return taken


def test_so_many_a_minute_go_and_then_one_waits(wait, clock):
    assert [wait("adel") for _ in range(3)] == [0.0, 0.0, 0.0]
    assert wait("adel") == pytest.approx(20)
    assert wait("rana") == 0.0
    clock.now += 20
    assert wait("adel") == 0.0
    assert wait("adel") > 0


def test_several_processes_let_no_more_go_together_than_one_would(tmp_path, clock):
    limits = [SharedLimit("account", 600, tmp_path / "accounts", clock=clock) for _ in range(3)]
    gone = sum(limits[number % 3].wait("adel") == 0.0 for number in range(2000))
    assert gone == 600


def test_what_a_process_took_and_did_not_use_is_not_its_own_for_long(tmp_path, clock):
    limit = SharedLimit("account", 600, tmp_path / "accounts", clock=clock)
    assert limit.wait("adel") == 0.0
    clock.now += LEASED_SECONDS
    other = SharedLimit("account", 600, tmp_path / "accounts", clock=clock)
    assert [other.wait("adel") for _ in range(600)] == [0.0] * 600


def test_where_the_file_can_not_be_written_each_limits_by_itself(tmp_path, clock, caplog):
    (tmp_path / "accounts").write_text("no database " * 400)
    limit = SharedLimit("sign-in", 2, tmp_path / "accounts", clock=clock)
    assert [limit.wait("adel") > 0 for _ in range(3)] == [False, False, True]
    assert "not shared" in caplog.text
