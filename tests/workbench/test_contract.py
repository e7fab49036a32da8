"""The whole interface against its own description, with requests nobody would think of."""

from __future__ import annotations

from contextlib import suppress

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode, checks

from kashf.workbench import Settings, create_app
from kashf.workbench.who import csrf_of

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
SESSION = "0123456789abcdef"
HEADERS = {"Cookie": f"kashf-session={SESSION}", "X-CSRF-Token": csrf_of(SESSION)}


def _no_error(_context, response, _case):
    """Nothing fails; that the ledger is being written (503) is described, and passes."""
    assert response.status_code < 500 or response.status_code == 503


HELD = [
    _no_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
EXAMPLES = 20
"""Requests as they are described, and as many that are not, to each operation; more are for a night."""
UNHURRIED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(example_ledger, tmp_path_factory):
    import shutil

    ledger = shutil.copy(example_ledger, tmp_path_factory.mktemp("contract") / "kashf.db")
    hosts = frozenset(("testserver", "localhost"))
    app = create_app(Settings(ledger, hosts=hosts, requests=1e9, renews=False))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def _held(case):
    case.call_and_validate(headers=HEADERS, checks=HELD)


def test_the_interface_does_what_it_says(described):
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 10
    for operation in operations:
        for mode in GenerationMode:
            with suppress(Unsatisfiable):  # what takes nothing can be asked for in one way alone
                UNHURRIED(given(operation.as_strategy(generation_mode=mode))(_held))()
