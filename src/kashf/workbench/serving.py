"""Serving: one process that answers, or several behind one address, and what watches over them."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any

from kashf.errors import LedgerError
from kashf.ledger import View
from kashf.views.tables import LANGUAGES
from kashf.workbench.ledgers import Kept
from kashf.workbench.settings import Settings

__all__ = ["Certified", "begin_with", "listening", "prepare", "serve", "usual_workers", "warm"]

WAITING = 2048
"""Connections that may wait to be answered, as many as uvicorn lets."""
USUAL_MOST = 8
"""Processes that are taken where nobody says how many: each takes 150 megabytes and more."""
PATIENCE = 30.0
"""Seconds that a process is given to end what it is answering."""
AT_ONCE = 10.0
"""Seconds within which a process that ends is one that can not start; it is not begun again."""
A_START = 1.5
"""Seconds after which what else is needed is read: whoever waits already is answered before that."""
_COPIES = sys.platform == "linux"
"""Where a process can be begun as a copy of one that has read the code and tables it does so: it answers seconds
earlier. The one that is copied has no threads of ours. Elsewhere systems' own libraries do not bear it."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Certified:
    """The files of a certificate and its key, to be reached over TLS."""

    certificate: str
    key: str | None = None


def usual_workers() -> int:
    """How many processes answer where nobody says how many: as many as there are processors for us, up to a number."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(own, USUAL_MOST)


def listening(host: str, port: int, workers: int = 1) -> list[socket.socket]:
    """A socket for each process, all under one address: whoever is told the address may come at once, and waits.

    The system gives each a share of those who come, where it can do so; else they share one. Raises OSError where the
    address is taken.
    """
    first = _bound(host, port)
    several = workers > 1 and hasattr(socket, "SO_REUSEPORT")
    if several:
        # Taken alone first: an address that several share could be shared with whom it is not meant for.
        port = first.getsockname()[1]
        first.close()
        sockets = [_bound(host, port, shared=True) for _ in range(workers)]
    else:
        sockets = [first] * workers
    for one in sockets:
        one.listen(WAITING)
    return sockets


def _bound(host: str, port: int, *, shared: bool = False) -> socket.socket:
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return made


def serve(settings: Settings, sockets: Sequence[socket.socket], certified: Certified | None = None) -> None:
    """Answer until told to stop, with a process for each socket; with one socket in this process."""
    if settings.shared is not None:
        from kashf.workbench.reading_log import ReadingLog

        ReadingLog(settings.shared).clear()
    if len(sockets) == 1:
        _answer(settings, sockets[0], certified)
    else:
        _Workers(settings, sockets, certified).run()


def _answer(settings: Settings, listening_at: socket.socket, certified: Certified | None) -> None:
    import uvicorn

    from kashf.workbench.app import create_app

    app = create_app(settings)
    prepare(settings.language)
    begin_with(app.state.kept)
    warming = threading.Timer(A_START, warm, (app.state.kept,))
    warming.daemon = True
    warming.start()
    told = {"ssl_certfile": certified.certificate, "ssl_keyfile": certified.key} if certified else {}
    config = uvicorn.Config(app, log_level="warning", server_header=False, **told)  # type: ignore[arg-type]
    uvicorn.Server(config).run([listening_at])


def prepare(language: str) -> None:
    """Read what pages are made with, while whoever asks for one already waits at the socket."""
    from kashf.domain import body_named, place_named
    from kashf.views.words import words
    from kashf.workbench.interface import messages, navigation

    navigation()
    messages(language)
    words(language)
    body_named("")
    place_named("")


def begin_with(kept: Kept) -> None:
    """Work out of the ledger what the first page tells."""
    from kashf.workbench.pages import overview

    with suppress(LedgerError), View(kept.settings.ledger) as view:
        overview.beforehand(kept, view, kept.settings.language)


def warm(kept: Kept) -> None:
    """Read what every other page needs, and draw the pictures that take longest, so that whoever comes first does not
    wait for it."""
    from kashf.names import entity_keys
    from kashf.records import Entity
    from kashf.views.words import words
    from kashf.workbench.drawn import Narrowed
    from kashf.workbench.interface import messages
    from kashf.workbench.naming import names_at_hand
    from kashf.workbench.pages import map as map_page
    from kashf.workbench.pages import money, overview
    from kashf.workbench.pages.figures import units_of
    from kashf.workbench.rendering import compile_templates

    compile_templates()
    for language in LANGUAGES:
        messages(language)
        words(language)
    entity_keys(Entity("e", "person", "A Name", ("A Name",)))
    with suppress(LedgerError), View(kept.settings.ledger) as view:
        for language in (kept.settings.language, *LANGUAGES):
            overview.beforehand(kept, view, language)
            money.pictured(kept, view, money.Wanted(), language)
            map_page.pictured(kept, view, map_page.Wanted(), language)
        units_of(kept, view, Narrowed())
        names_at_hand(kept, view)
    # What was read by now stays: to look through all of it for what nobody needs any more takes 80 CPU-ms each time.
    gc.collect()
    gc.freeze()


def _work(settings: Settings, listening_at: socket.socket, certified: Certified | None) -> None:
    """Answer in a process of its own, for as long as the one that began it lives."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    with suppress(KeyboardInterrupt):
        _answer(settings, listening_at, certified)


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os.kill(os.getpid(), signal.SIGTERM)


class _Workers:
    """Several processes that answer. One that ends is begun anew, unless it ends as soon as it begins."""

    def __init__(self, settings: Settings, sockets: Sequence[socket.socket], certified: Certified | None) -> None:
        self._told = settings, certified
        self._sockets = sockets
        self._running: dict[int, tuple[BaseProcess, float]] = {}
        self._ended = threading.Event()

    def run(self) -> None:
        """Answer until a signal to end comes."""
        if _COPIES:
            self._make_ready()
        for sent in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sent, lambda *_: self._ended.set())
        for place in range(len(self._sockets)):
            self._begin(place)
        while not self._ended.is_set():
            wait([process.sentinel for process, _ in self._running.values()], timeout=0.5)
            self._begin_anew()
        self._end()

    def _make_ready(self) -> None:
        """Read the code and the tables here, once for all: the processes begin with them, and share the memory."""
        from kashf.workbench.app import load

        load()
        prepare(self._told[0].language)
        gc.collect()
        gc.freeze()

    def _begin(self, place: int) -> None:
        settings, certified = self._told
        told = (settings, self._sockets[place], certified)
        context: Any = multiprocessing.get_context("fork" if _COPIES else "spawn")
        process = context.Process(target=_work, args=told, name=f"worker-{place}")
        process.start()
        self._running[place] = process, time.monotonic()

    def _begin_anew(self) -> None:
        for place, (process, began) in list(self._running.items()):
            if process.is_alive() or self._ended.is_set():
                continue
            if time.monotonic() - began < AT_ONCE:
                _log.error("A process that answers ended as soon as it began (%s).", process.exitcode)
                self._ended.set()
            else:
                _log.warning("A process that answers ended (%s) and is begun anew.", process.exitcode)
                self._begin(place)

    def _end(self) -> None:
        for process, _ in self._running.values():
            process.terminate()
        until = time.monotonic() + PATIENCE
        for process, _ in self._running.values():
            process.join(max(until - time.monotonic(), 0.1))
            if process.is_alive():
                process.kill()
