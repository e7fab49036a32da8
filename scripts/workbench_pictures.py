"""Pictures of every page of the workbench for its documentation: both languages, light and dark, on one sheet each.

    make pictures                                      # or: python scripts/workbench_pictures.py [FOLDER] [PAGE...]

The example reports are read into a ledger of their own, some things in it are judged, and it is served to Debian's
Chromium. Which pages there are stands in `tests/workbench/pages.yaml`. The browser also puts the sheets together: it
is what can write WebP here.
"""

from __future__ import annotations

import base64
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from kashf.exchange.pdf import installed_browser
from kashf.jobs import InProcess, Plan, read, refresh
from kashf.ledger import Decision, View, Writer
from kashf.reading import ReadingOptions
from kashf.workbench import Settings, create_app

HERE = Path(__file__).resolve().parents[1]
FOLDER = HERE / "docs" / "pictures" / "workbench"
PAGES = yaml.safe_load((HERE / "tests" / "workbench" / "pages.yaml").read_text(encoding="utf-8"))
FLAGS = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking")
WIDTH, HEIGHT, SCALE = 1440, 1000, 0.5
"""A page as it is seen, and how large it stands on the sheet."""
QUALITY = 0.55
SETTLING = 300
"""Milliseconds in which a page lays out what it has fetched."""
SHOWN = Path(tempfile.gettempdir()) / "reports"
"""Where the reports are read from: pages show it, and it should be no folder of somebody's own."""
VARIANTS = (("en", "light"), ("ar", "light"), ("en", "dark"), ("ar", "dark"))
JOIN = """async ([pictures, width, height, quality]) => {
  const sheet = Object.assign(document.createElement('canvas'), {width: 2 * width, height: 2 * height});
  const context = sheet.getContext('2d');
  context.imageSmoothingQuality = 'high';
  for (const [place, data] of pictures.entries()) {
    const picture = new Image();
    picture.src = 'data:image/png;base64,' + data;
    await picture.decode();
    context.drawImage(picture, (place % 2) * width, Math.floor(place / 2) * height, width, height);
  }
  return sheet.toDataURL('image/webp', quality).split(',')[1];
}"""


def main(folder: str = str(FOLDER), *names: str) -> None:
    """Write a sheet for each page, or for those named."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        ledger = Path(place) / "kashf.db"
        ids = _filled(ledger)
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=list(FLAGS))
        with _served(ledger) as address:
            for name, path in _named().items():
                if not names or name in names:
                    sheet = _sheet(browser, address + path.format(**ids))
                    (target / f"{name}.webp").write_bytes(sheet)
                    sys.stdout.write(f"{name}: {len(sheet) // 1000} kB\n")
        browser.close()


def _named() -> dict[str, str]:
    """The pages by a name that makes a file: the words of their addresses."""
    named: dict[str, str] = {}
    for each in PAGES:
        words = re.sub(r"\{\w+\}", "one", each["path"].partition("?")[0]).strip("/").split("/")
        name = "-".join(word for word in words if word) or "overview"
        further = (f"{name}-{number}" for number in range(2, len(PAGES)))
        named[name if name not in named else next(one for one in further if one not in named)] = each["path"]
    return named


def _filled(ledger: Path) -> dict[str, str]:
    """A ledger of the examples with some judgements, and ids of things in it."""
    shutil.copytree(HERE / "examples" / "reports", SHOWN, dirs_exist_ok=True)
    read([str(SHOWN)], ledger, ReadingOptions(), plan=Plan(runner=InProcess()))
    with View(ledger) as view:
        ids = _ids(view)
        claims = [claim.id for record in view.records() for claim in record.claims]
    with Writer(ledger) as writer:
        writer.judge(Decision("grade", ids["outlet"], "rana", {"grade": "B"}, "names its sources"))
        writer.judge(Decision("grade", ids["speaker"], "rana", {"grade": "C"}, "speaks for a party"))
        writer.judge(Decision("accept", claims[0], "adel"))
        writer.judge(Decision("reject", claims[5], "adel", reason="a figure of speech"))
        writer.judge(Decision("note", ids["claim"], "adel", reason="ask the ministry"))
        refresh(writer)
    return ids


def _ids(view: View) -> dict[str, str]:
    report = next(one for one in view.reports() if one.source.endswith("rome-almirsad.ar.html"))
    record = view.record(report.id)
    return {
        "report": report.id,
        "other": next(one.id for one in view.reports() if one.id != report.id and one.language == "ar"),
        "story": view.findings("story")[0].id,
        "finding": view.findings("assertion")[0].id,
        "conflict": view.findings("conflict")[0].id,
        "entity": next(one.id for one in view.entities() if one.kind in ("person", "group", "organisation")),
        "claim": record.claims[0].id if record else "",
        "outlet": report.outlet or "",
        "speaker": view.histories().speakers(1).items[0].name,
    }


@contextmanager
def _served(ledger: Path) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(ledger, renews=False)), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def _sheet(browser: Browser, address: str) -> bytes:
    pictures = [_taken(browser, address, language, theme) for language, theme in VARIANTS]
    context = browser.new_context()
    told = context.new_page().evaluate(JOIN, [pictures, int(WIDTH * SCALE), int(HEIGHT * SCALE), QUALITY])
    context.close()
    return base64.b64decode(told)


def _taken(browser: Browser, address: str, language: str, theme: str) -> str:
    size = {"width": WIDTH, "height": HEIGHT}
    context = browser.new_context(locale=language, color_scheme=theme, viewport=size)  # type: ignore[arg-type]
    page: Page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")  # some of a page it fetches when it has been shown
    page.wait_for_timeout(SETTLING)
    taken = page.screenshot()
    context.close()
    return base64.b64encode(taken).decode("ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
