"""The addresses that answer programs: search, the questions, help with queries, and their description."""

from typing import Final

from starlette.routing import Route

from borderkg.server import openapi, query_help, questions, search

ROUTES: Final = (
    Route("/api", openapi.page),
    Route("/openapi.json", openapi.description),
    Route("/api/search", search.search),
    Route("/api/complete", query_help.complete),
    Route("/api/check", query_help.check),
    Route("/api/questions", questions.listing),
    Route("/api/questions/{name}", questions.answer),
    Route("/api/questions/{name}/values", questions.values),
)
