"""`create_app(root)`: the web application over a store, given to it; no global."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from borderkg.server import api, entities, sparql
from borderkg.server.workers import Pool
from borderkg.settings import QUERY_SECONDS
from borderkg.vocabulary import ID

EXPLORER: Final = Path(__file__).parents[1] / "explorer" / "static"
_POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


async def _guarded(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Every answer: nothing but our own scripts runs, nothing is guessed or framed."""
    response = await call_next(request)
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


async def _page(request: Request) -> Response:
    """The explorer; what it shows stands in the address. An entity is also given as RDF, and 404 where it is unknown."""
    status = 200
    if request.url.path == "/entity":
        if entities.as_data(request):
            return await entities.description(request)
        status = 200 if await entities.exists(request) else 404
    headers = {"Cache-Control": "no-cache", "Vary": "Accept"}
    return FileResponse(EXPLORER / "index.html", status, headers, media_type="text/html")


async def _identifier(request: Request) -> Response:
    """An IRI of ours, asked of this server: see the page of the entity."""
    iri = ID + request.path_params["name"]
    return RedirectResponse(f"/entity?iri={quote(iri, safe='')}", 303)


def create_app(root: Path, *, seconds: float = QUERY_SECONDS) -> Starlette:
    """The application over the store in `root`; queries are ended after `seconds`."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = Pool(root, seconds=seconds)
        yield
        app.state.pool.close()

    routes = [
        Route("/sparql", sparql.endpoint, methods=["GET", "POST"]),
        Route("/api/summary", entities.summary),
        Route("/api/entity", entities.entity),
        Route("/api/why", entities.why),
        *api.ROUTES,
        Mount("/static", StaticFiles(directory=EXPLORER)),
        Route("/id/{name:path}", _identifier),
        *(Route(path, _page) for path in ("/", "/entity", "/query")),
    ]
    middleware = [
        Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "testserver"]),
        Middleware(BaseHTTPMiddleware, dispatch=_guarded),
        Middleware(GZipMiddleware, minimum_size=1000),
    ]
    app = Starlette(
        routes=routes, middleware=middleware, lifespan=lifespan, exception_handlers={404: entities.not_found}
    )
    app.state.root = root
    app.state.graph = None
    return app
