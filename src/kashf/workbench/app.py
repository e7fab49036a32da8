"""The app: the guard around it, the interface for programs, the pages, and the files that pages load."""

from __future__ import annotations

import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from kashf.workbench import api, pages
from kashf.workbench.guard import Guard
from kashf.workbench.ledgers import Kept
from kashf.workbench.moved import API
from kashf.workbench.printing import Printing
from kashf.workbench.problems import documented, install
from kashf.workbench.readings import Readings
from kashf.workbench.renewal import Renewal
from kashf.workbench.screenings import Soughts
from kashf.workbench.settings import Settings
from kashf.workbench.who import Door, Reader

__all__ = ["API", "create_app", "load", "routers"]

AT_ONCE = 8
"""Pages that a process makes at the same time: more would take turns on one processor, and each wait for all others."""
_A_YEAR = 365 * 24 * 3600


class _Files(StaticFiles):
    """Files that never change under their address, which has a digest in it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file."""
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = f"public, max-age={_A_YEAR}, immutable"
        return response


def create_app(settings: Settings) -> FastAPI:
    """The app that serves a ledger."""
    app = FastAPI(
        title="Kashf",
        version=version("kashf"),
        summary="Who says what about illicit money, on whose word, and in which sentence.",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=_living,
        generate_unique_id_function=_named,
    )
    app.state.settings = settings
    app.state.door = Door(settings)
    app.state.kept = Kept(settings)
    app.state.renewal = Renewal(settings.ledger)
    app.state.readings = Readings(settings.ledger, settings.shared)
    app.state.printing = Printing()
    app.state.soughts = Soughts(settings.accounts)
    for router in routers(api):
        app.include_router(router, prefix=API, responses=api.PROBLEMS)
    app.include_router(_description(app), prefix=API, include_in_schema=False)
    for router in routers(pages):
        app.include_router(router, include_in_schema=False)
    app.mount("/static", _Files(directory=str(files("kashf.workbench") / "static")))
    install(app)
    app.add_middleware(Guard, settings=settings)
    return app


def load() -> None:
    """Read the code of all pages and answers, as `create_app` does else."""
    for room in (api, pages):
        routers(room)


@asynccontextmanager
async def _living(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = AT_ONCE
    renews = app.state.settings.renews
    if renews:
        app.state.renewal.start()
    yield
    if renews:
        app.state.renewal.stop()
    app.state.kept.close()


def routers(room: Any) -> list[APIRouter]:
    """The `router` of every module in the folder: to add a module is to add its routes."""
    names = sorted(found.name for found in pkgutil.iter_modules(room.__path__))
    modules = (import_module(f"{room.__name__}.{name}") for name in names)
    return [module.router for module in modules if hasattr(module, "router")]


def _named(route: APIRoute) -> str:
    return route.name


def _description(app: FastAPI) -> APIRouter:
    """The description of the interface (OpenAPI 3.1), for whoever may read."""
    router = APIRouter()

    @router.get("/openapi.json")
    def describe(_: Reader) -> JSONResponse:
        return JSONResponse(documented(app.openapi()))

    return router
