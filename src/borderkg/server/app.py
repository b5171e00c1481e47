"""`create_app(root)`: the web application over a store, given to it; no global."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from borderkg import explorer
from borderkg.graph.place import Place
from borderkg.server import (
    api,
    basemap,
    dereferencing,
    description,
    entities,
    findings,
    graphs,
    lineage,
    ontology,
    problems,
    queries,
    rdf,
    reconciliation,
    sources,
    sparql,
)
from borderkg.server.limits import Limits
from borderkg.server.negotiation import wanted
from borderkg.server.workers import Pool
from borderkg.vocabulary import ID

_POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_GUARDS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class _Guard:
    """Every answer: nothing but our own scripts runs, nothing is guessed or framed, no address is told."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _GUARDS.items():
                    headers.setdefault(name, value)  # a page that stands alone has a stricter policy of its own
            await send(message)

        await self._app(scope, receive, guarded)


async def _page(request: Request) -> ASGIApp:
    """The explorer; what it shows stands in the address. An entity is also given as RDF, and 404 where it is unknown."""
    status, iri = 200, request.query_params.get("iri", "")
    if request.url.path == "/entity":
        if rdf.wants_data(request):
            return dereferencing.about(request, iri, wanted(request))
        status = 200 if await entities.exists(request) else 404
    link = dereferencing.links(iri) if iri.startswith(ID) and status == 200 else dereferencing.DESCRIBED
    headers = {"Cache-Control": "no-cache", "Vary": "Accept", "Link": link}
    return FileResponse(explorer.STATIC / "index.html", status, headers, media_type="text/html")


def create_app(
    place: Place, limits: Limits | None = None, base: bytes | None = None, names: Sequence[str] = ()
) -> Starlette:
    """The application over the store in a folder or on a server; `base` is a base map as `basemap.read` gives it, None the
    usual one. `names` are those of hosts under which a proxy serves it; a request to another name is refused, so that no
    page can ask it through a name of its own (DNS rebinding)."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = Pool(place, limits or Limits())
        await app.state.pool.start()
        yield
        await app.state.pool.close()

    routes = [
        *sparql.ROUTES,
        *graphs.ROUTES,
        *queries.ROUTES,
        Route("/api/summary", entities.summary),
        Route("/api/entity", entities.entity),
        Route("/api/claims", entities.claims),
        Route("/api/why", entities.why),
        *findings.ROUTES,
        *sources.ROUTES,
        *description.ROUTES,
        *ontology.ROUTES,
        *lineage.ROUTES,
        *dereferencing.ROUTES,
        *reconciliation.ROUTES,
        *api.ROUTES,
        *basemap.ROUTES,
        Mount("/static", StaticFiles(directory=explorer.STATIC)),
        *(
            Route(path, _page)
            for path in ("/", "/entity", "/query", "/lineage", "/map", "/figures", "/checks", "/source")
        ),
    ]
    middleware = [
        Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "testserver", *names]),
        Middleware(_Guard),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
    ]
    errors = {404: problems.not_found, 405: problems.no_such_method}
    app = Starlette(routes=routes, middleware=middleware, lifespan=lifespan, exception_handlers=errors)
    app.state.place = place
    app.state.graph = None
    app.state.basemap = base
    return app
