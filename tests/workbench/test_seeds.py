"""The two outside reports in a browser: what is to be found in them stands on the pages, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.jobs import InProcess, Plan, read
from kashf.ledger import View
from kashf.reading import ReadingOptions
from kashf.workbench import Settings

from .conftest import asking, opening, serving

pytestmark = [pytest.mark.slow, pytest.mark.shared]


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the two."""
    path = tmp_path_factory.mktemp("seeds") / "kashf.db"
    told = sorted(str(each) for each in (shared / "reports" / "seed").glob("*.txt"))
    read(told, path, ReadingOptions(), plan=Plan(runner=InProcess()))
    return path


@pytest.fixture(scope="module")
def ids(seeds: Path) -> dict[str, str]:
    """Ids of what was found, by what it is about."""
    with View(seeds) as view:
        found = {
            "returned": next(one for one in view.findings("check") if "1517" in (one.working or "")),
            "dinars": next(one for one in view.findings("check") if "180" in (one.working or "")),
            "titles": next(one for one in view.findings("conflict") if one.fields["conflict"] == "title"),
            "estimates": next(one for one in view.findings("conflict") if one.fields["conflict"] == "source"),
        }
        return {name: one.id for name, one in found.items()}


SHOWN = [
    ("/", "90%", "90%"),
    ("/", "Feoktistov|فيوكتيستوف", "فيوكتيستوف"),
    ("/figures?unit=USD", "USD 18 million", "18 مليون دولار"),
    ("/search?q=%D8%AF%D9%8A%D9%86%D8%A7%D8%B1&type=sell", "100", "بيع"),
    ("/findings/{returned}", "consistent", "متسق"),
    ("/findings/{dinars}", "consistent", "متسق"),
    ("/findings/{titles}", "elsewhere", "بصفتين"),
    ("/findings/{estimates}", "credited", "لفظ واحد بمصدرين"),
    ("/map", "Turkey", "تركيا"),
    ("/money", "Europe", "أوروبا"),
    ("/entities", "Islamic State", "داعش"),
    ("/stories", "2", "2"),
]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_show_what_is_in_them(browser, seeds, ids, language):
    with serving(seeds) as address, opening(browser, address) as tab:
        for path, english, arabic in SHOWN:
            shown = tab(path.format(**ids), language).locator("main").inner_text()
            wanted = english if language == "en" else arabic
            assert any(one in shown for one in wanted.split("|")), (path, wanted)


def test_their_findings_rest_on_one_origin(seeds):
    with asking(Settings(seeds, renews=False)) as client:
        found = client.get("/api/v1/findings", params={"kind": "assertion", "order": "weight"}).json()["items"]
    weights = [one["statement"]["weight"] for one in found]
    assert (weights[0]["origins"], weights[0]["carriers"]) == (1, 2)
